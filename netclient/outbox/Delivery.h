#pragma once
#include "base/CancelToken.h"
#include "netclient/dicomweb/DicomWebClient.h"
#include "netclient/outbox/Entry.h"
#include "netclient/outbox/Storage.h"
#include "netclient/outbox/Verdict.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace consilium::outbox
{

/// The client of an archive; nullptr: it is not configured. Asked anew for each step.
using ClientOf = std::function<std::shared_ptr<dicomweb::DicomWebClient>(const ArchiveId &archive)>;

/// One try at one entry: is the object in the archive already? If not, it is sent, and the archive is asked again.
/// "Done" is said only when the archive was seen to have it. Lives in one thread, never blocks.
class Delivery : public QObject
{
    Q_OBJECT

public:
    struct Means {
        Storage &storage;
        ClientOf clientOf;
        const Clock &clock;
        /// After an answer that leaves hope, an archive that does not show the object yet is asked again after each of
        /// these, ms: many index what they get after they have answered.
        std::vector<int> verifyDelaysMs;
    };
    Delivery(Entry entry, Means means, QObject *parent = nullptr);
    ~Delivery() override; ///< as stop()

    void start();
    /// What is under way is cancelled; finished() is not emitted. Whether it arrived, the next try finds out.
    void stop();
    /// Goes on where it waits for the clock.
    void wake();
    [[nodiscard]] std::optional<TimeMs> dueAt() const { return m_dueAt; } ///< it waits for the clock until then
    [[nodiscard]] const Entry &entry() const { return m_entry; }          ///< with state and tries as they are now
    [[nodiscard]] std::int64_t bytesSent() const { return m_bytesSent; }  ///< of the object

Q_SIGNALS:
    void changed();    ///< entry() says something new
    void progressed(); ///< bytesSent() does; at most ten times a second
    void finished(const consilium::outbox::Verdict &verdict);

private:
    struct Upload;
    void loaded(const Result<QByteArray> &object);
    void ask();
    void askForMetadata(const std::shared_ptr<dicomweb::DicomWebClient> &client);
    void found(const Attributes &instance);
    void notFound();
    void cannotAsk(const Error &error);
    void noteTry();
    void send();
    void answered(const Result<dicomweb::StoreAnswer> &answer);
    void compare(const SeriesUid &series);
    void received(const Result<QByteArray> &theirs);
    void cannotCompare(const Error &error);
    void finish(const Verdict &verdict);
    void finish(Next next, Why why, const Error &error = {});
    [[nodiscard]] std::shared_ptr<dicomweb::DicomWebClient> client();

    Entry m_entry;
    Means m_means;
    QByteArray m_part10;
    CancelToken m_cancel;
    std::shared_ptr<Upload> m_upload;
    std::optional<Result<dicomweb::StoreAnswer>> m_answer; ///< to what was sent in this try
    std::optional<TimeMs> m_dueAt;
    std::size_t m_verified = 0; ///< how often the archive did not show the object after it was sent
    std::int64_t m_bytesSent = 0;
    bool m_isOver = false;
};

} // namespace consilium::outbox
