#pragma once
#include "app/outside/HandOver.h"
#include "app/outside/RequestNotices.h"
#include "app/outside/RequestQueue.h"

#include <QObject>
#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace consilium::app
{

class MainWindow;

/// Where requests from outside arrive, by a link, the command line or another start of the program: has them looked
/// for, says what becomes of each, and keeps what comes while the screen is locked. What is to be opened it asks for;
/// whose tabs there are it does not know.
class RequestDesk : public QObject
{
    Q_OBJECT
public:
    struct Surroundings {
        const Clock &clock;
        ArchiveSet &archives;
        std::function<std::vector<dicom::StudyHeader>()> openStudies; ///< those that have a tab
    };
    /// What is kept or not answered yet, without a word of whom it is about.
    struct Waiting {
        enum class What { Study, Files };
        What what = What::Study;
        TimeMs cameAtMs = 0; ///< since 1970
    };
    static constexpr std::size_t MostKept = 12; ///< while it is locked

    explicit RequestDesk(Surroundings surroundings, QObject *parent = nullptr);
    ~RequestDesk() override;

    /// Where all is said and shown; null: nowhere yet. It must be told before that window goes.
    void setWindow(MainWindow *window);

    /// Looks for studies that somebody outside asks for: has them opened, or shows the list of those there are. What
    /// does not fit is refused and said. `cameAtMs`: since 1970; none: now.
    void open(const StudyRequest &request, std::optional<TimeMs> cameAtMs = {});
    [[nodiscard]] bool isLookingFor() const; ///< a request of that kind is not answered yet
    /// What another start of the program hands over: opens it, in front.
    void takeHandedOver(const HandedOver &message, std::optional<TimeMs> cameAtMs = {});
    /// Else as much waits already as is kept. A link that waits already takes no more room.
    [[nodiscard]] bool hasRoomFor(const HandedOver &message) const;
    void sayTurnedAway(const HandedOver &message); ///< for want of room

    /// Says a failure beside the outcomes of requests. `study`: that it is about; empty: none that is known.
    /// `isFailure` false: news, which goes by itself.
    void note(const QString &text, const StudyUid &study = {}, bool isFailure = true);
    /// The study is opened once more: what was said of it is not true any more.
    void beginStudy(const StudyUid &study);
    /// It cannot be opened.
    void failStudy(const StudyUid &study, const QString &text);
    [[nodiscard]] QString text() const { return m_notices.text(); } ///< what is said now; empty: nothing
    void say();                                                     ///< what there was to say before there was a window

    /// While it is locked nothing is answered; what comes waits until it is not.
    void setLocked(bool isLocked);
    [[nodiscard]] bool isLocked() const { return m_isLocked; }
    /// Calls `open` when it is unlocked. What there is no room for is said then.
    void keep(Waiting::What what, std::function<void()> open);
    /// Everything that nobody has seen an answer to, in the order in which it came.
    [[nodiscard]] std::vector<Waiting> waiting() const;

Q_SIGNALS:
    /// `askedAs`: what the reader knows it by. Not `toFront`: a later request has taken that place. `keyImagesOnly`:
    /// then it begins with its key images, see KeyImageGuide.
    void openWanted(const consilium::app::MergedStudy &study, const QString &askedAs, bool toFront, bool keyImagesOnly);
    void showWanted(const consilium::StudyUid &study, bool toFront);                ///< it has a tab
    void keyImagesWanted(const consilium::StudyUid &study, const QString &askedAs); ///< of one that has a tab
    void pathsWanted(const QStringList &paths, const QStringList &missing);
    void attentionWanted(); ///< somebody wants something shown while it is locked

private:
    struct Kept {
        Waiting about;
        std::function<void()> open;          ///< none: there was no room for it
        std::optional<StudyRequest> request; ///< of what is nothing else
    };
    void keepMore(Kept kept);
    void keepMessage(const HandedOver &message, TimeMs cameAtMs);
    [[nodiscard]] bool isAsked(const StudyRequest &request) const;
    [[nodiscard]] static QString noRoomText(const StudyRequest &request);
    [[nodiscard]] QString lookingText() const;
    [[nodiscard]] std::vector<StudyUid> inFront() const;
    [[nodiscard]] RequestNotices::Over overFor(const RequestOutcome &outcome, bool isOvertaken) const;
    void takeBack();
    void take(const StudyRequest &request, RequestFinding finding, bool isOvertaken);
    void showOpen(const StudyRequest &request, bool isOvertaken);
    void openAll(const StudyRequest &request, const RequestOutcome &outcome, bool isOvertaken);
    void showChoice(const StudyRequest &request, const RequestOutcome &outcome, bool isOvertaken);
    void sayLate(const StudyRequest &request, std::vector<StudyUid> studies);
    void sayListed();
    void catchUp();
    void forgetRun();
    void closeLines(const QString &shown);
    void bringWindowToFront();

    Surroundings m_around;
    MainWindow *m_window = nullptr;
    RequestQueue m_queue;
    RequestNotices m_notices;
    std::vector<Kept> m_kept;
    QString m_said;                 ///< by the window's notice
    QString m_closedLooking;        ///< the line that the reader has closed
    QStringList m_answeredFirst;    ///< before others that had come earlier and are still looked for
    QString m_listed, m_listedLine; ///< what the list shows, where several were to be chosen from; how that was said
    int m_choices = 0;              ///< that requests have left to the reader since nothing was looked for
    bool m_isListNew = false;
    bool m_isWarning = false; ///< m_said tells who was answered first
    bool m_isAnyMissed = false;
    bool m_isLocked = false;
};

} // namespace consilium::app
