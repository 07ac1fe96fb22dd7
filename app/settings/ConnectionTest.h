#pragma once
#include "base/Clock.h"
#include "netclient/dicomweb/DicomWebClient.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

namespace consilium::app
{

/// Tries an archive's settings step by step, as far as they carry: reach the computer, be answered at its port, trust
/// it, be let in, search, fetch an image.
class ConnectionTest : public QObject
{
    Q_OBJECT
public:
    enum class Step { Host, Reach, Encrypt, SignIn, Search, FetchImage };
    enum class Outcome { Waiting, Running, Passed, Failed, Skipped };
    struct Line {
        Step step;
        Outcome outcome = Outcome::Waiting;
        int ms = -1;
        QString note = {}; ///< translated
    };

    using MakeClient = std::function<std::shared_ptr<dicomweb::DicomWebClient>(const dicomweb::ArchiveConfig &)>;
    /// `makeClient`: where the address is a server's root, and no archive answers there, the usual path is tried too.
    ConnectionTest(std::shared_ptr<dicomweb::DicomWebClient> client, const Clock &clock, QObject *parent = nullptr,
                   MakeClient makeClient = {});
    ~ConnectionTest() override;

    void start();
    [[nodiscard]] const std::vector<Line> &lines() const { return m_lines; }
    [[nodiscard]] bool isFinished() const { return m_finished; }
    [[nodiscard]] bool hasPassed() const { return m_finished && !m_failed; }
    [[nodiscard]] const Error &error() const { return m_error; }
    [[nodiscard]] bool isOfRoot() const; ///< the address has no path
    /// The address at which a DICOMweb service answers, where none does at the one that was given. Empty: not known.
    [[nodiscard]] const QString &foundAt() const { return m_foundAt; }

Q_SIGNALS:
    void changed();
    void finished();

private:
    void takeStudies(const Result<dicomweb::StudyPage> &page);
    void takeSeries(const StudyUid &study, const Result<std::vector<Attributes>> &series);
    void takeInstances(const StudyUid &study, const SeriesUid &series,
                       const Result<std::vector<Attributes>> &instances);
    void tryUsualPath(const Error &error);
    void showWait();
    void passUpTo(Step last, int ms);
    void failAt(Step step, const Error &error);
    void judge(Line &line, Step failed, const Error &error) const;
    void end();
    [[nodiscard]] int elapsedMs() const;
    Line &line(Step step);

    std::shared_ptr<dicomweb::DicomWebClient> m_client, m_usual;
    MakeClient m_makeClient;
    QString m_foundAt;
    const Clock &m_clock;
    std::vector<Line> m_lines;
    CancelToken m_cancel;
    QTimer m_waitTimer;
    std::int64_t m_beganNs = 0;
    bool m_finished = false, m_failed = false;
    Error m_error;
};

/// The step at which an error of a search shows that something is wrong.
[[nodiscard]] ConnectionTest::Step stepOf(const Error &error);
[[nodiscard]] QString stepName(ConnectionTest::Step step);
/// What is the matter with the connection and what to do about it: two sentences in plain words.
struct ConnectionAdvice {
    QString headline, nextStep;
};
/// `isOfRoot`: the address that was tried has no path, as hardly any archive's is.
[[nodiscard]] ConnectionAdvice connectionAdvice(const Error &error, bool isOfRoot = false);

} // namespace consilium::app
