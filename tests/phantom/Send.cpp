#include "netclient/dicomweb/DicomWebClient.h"
#include "tests/phantom/CommandLine.h"
#include "tests/phantom/Commands.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QUrl>

#include <deque>

using namespace Qt::StringLiterals;

namespace consilium::phantom
{

namespace
{

constexpr int batchObjects = 25;
constexpr qint64 batchBytes = 16 * 1024 * 1024;
constexpr std::size_t requestsInFlight = 2;

QStringList filesOf(const QStringList &paths)
{
    QStringList files;
    for (const QString &path : paths) {
        if (!QFileInfo(path).isDir()) {
            files.append(path);
            continue;
        }
        QStringList below;
        QDirIterator all(path, QDir::Files, QDirIterator::Subdirectories);
        while (all.hasNext())
            below.append(all.next());
        below.sort();
        files.append(below);
    }
    return files;
}

/// Stores files in batches and keeps count.
class Sender
{
public:
    explicit Sender(dicomweb::DicomWebClient &client) : m_client(client) {}

    void add(const QString &path)
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) {
            complain(u"%1: %2"_s.arg(path, file.errorString()), 1);
            return;
        }
        m_batch.push_back(file.readAll());
        m_batchSize += m_batch.back().size();
        if (int(m_batch.size()) >= batchObjects || m_batchSize >= batchBytes)
            flush();
    }
    void finish()
    {
        flush();
        while (!m_pending.empty())
            awaitFirst();
    }
    [[nodiscard]] int stored() const { return m_stored; }
    [[nodiscard]] int failures() const { return m_failures; }

private:
    struct Request {
        QFuture<Result<dicomweb::StoreOutcome>> outcome;
        int objects = 0;
    };

    void flush()
    {
        if (m_batch.empty())
            return;
        const int objects = int(m_batch.size());
        m_pending.push_back({m_client.store(std::move(m_batch), Priority::Interactive), objects});
        m_batch.clear();
        m_batchSize = 0;
        while (m_pending.size() >= requestsInFlight)
            awaitFirst();
    }
    void awaitFirst()
    {
        Request request = std::move(m_pending.front());
        m_pending.pop_front();
        const Result<dicomweb::StoreOutcome> outcome =
            request.outcome.result(); // a command line program has nothing else to do
        if (!outcome) {
            complain(u"%1 (%2)"_s.arg(outcome.error().detail, errorName(outcome.error().code)), request.objects);
            return;
        }
        m_stored += int(outcome->stored.size());
        for (const auto &one : outcome->failed)
            complain(one.reason == 0
                         ? u"%1 was not stored"_s.arg(one.sop.text())
                         : u"%1 refused, reason %2"_s.arg(one.sop.text()).arg(one.reason, 4, 16, QLatin1Char('0')),
                     1);
        for (const QString &warning : outcome->warnings) // what the archive answered instead of a reason
            complain(warning, 0);
        const int silent = request.objects - int(outcome->stored.size()) - int(outcome->failed.size());
        if (silent > 0)
            complain(u"no word about %1 objects"_s.arg(silent), silent);
    }
    void complain(const QString &what, int objects)
    {
        m_failures += objects;
        constexpr int complaintsShown = 10;
        if (++m_complaints <= complaintsShown)
            printError(u"consilium-phantom: "_s + what);
    }

    dicomweb::DicomWebClient &m_client;
    std::vector<QByteArray> m_batch;
    qint64 m_batchSize = 0;
    std::deque<Request> m_pending;
    int m_stored = 0, m_failures = 0, m_complaints = 0;
};

} // namespace

int runSend(const QStringList &arguments)
{
    CommandLine line(arguments, {u"url"_s, u"user"_s, u"ca"_s}, {u"quiet"_s});
    line.require(u"url"_s);
    const QUrl url(line.text(u"url"_s), QUrl::StrictMode);
    if (line.has(u"url"_s) && (!url.isValid() || url.host().isEmpty() || !url.scheme().startsWith("http"_L1)))
        line.complain(u"--url must be like http://host:port/dicom-web"_s);
    if (line.positional().isEmpty())
        line.complain(u"nothing to send"_s);
    if (!line.complaint().isEmpty())
        return wrongUse(line.complaint());
    const QStringList files = filesOf(line.positional());
    if (files.isEmpty())
        return failed({ErrorCode::NotFound, u"no files there"_s});

    http::HttpClient http;
    dicomweb::ArchiveConfig config;
    config.id = ArchiveId(u"target"_s);
    config.baseUrl = line.text(u"url"_s);
    while (config.baseUrl.endsWith(u'/'))
        config.baseUrl.chop(1);
    config.caFile = line.text(u"ca"_s);
    if (line.has(u"user"_s))
        config.credentials = {http::Credentials::Kind::Basic, line.text(u"user"_s),
                              qEnvironmentVariable("CONSILIUM_PASSWORD")};
    dicomweb::DicomWebClient client(http, config);
    Sender sender(client);
    QElapsedTimer timer;
    timer.start();
    qint64 lastReport = 0;
    for (qsizetype i = 0; i < files.size(); ++i) {
        sender.add(files[i]);
        if (!line.has(u"quiet"_s) && timer.elapsed() - lastReport > 1000) {
            lastReport = timer.elapsed();
            printLine(u"%1 of %2 stored"_s.arg(sender.stored()).arg(files.size()));
        }
    }
    sender.finish();
    printLine(u"%1 of %2 stored, %3 failed (%4 s)"_s.arg(sender.stored())
                  .arg(files.size())
                  .arg(sender.failures())
                  .arg(double(timer.elapsed()) / 1000.0, 0, 'f', 1));
    return sender.failures() == 0 ? 0 : 1;
}

} // namespace consilium::phantom
