#include "tests/support/LocalArchive.h"

#include "netclient/http/HttpClient.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>

namespace consilium::test
{

namespace
{

const QString script = QStringLiteral(CONSILIUM_SOURCE_DIR "/tests/support/archive");

QString output(const QStringList &arguments, QString *problem)
{
    QProcess process;
    process.start(script, arguments);
    const bool ended = process.waitForStarted() && process.waitForFinished(60'000);
    if (!ended || process.exitCode() != 0) {
        *problem = QString::fromUtf8(process.readAllStandardError()).trimmed();
        return {};
    }
    return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
}

} // namespace

LocalArchive::LocalArchive(const QString &user) : m_user(user)
{
    QStringList arguments{QStringLiteral("start"), folder(), QStringLiteral("--parent"),
                          QString::number(QCoreApplication::applicationPid())};
    if (!user.isEmpty())
        arguments << QStringLiteral("--user") << user;
    m_url = output(arguments, &m_problem);
}

LocalArchive::~LocalArchive()
{
    stop();
}

void LocalArchive::stop()
{
    QString problem;
    output({QStringLiteral("stop"), folder(), QStringLiteral("--now")}, &problem);
}

bool LocalArchive::store(const std::vector<QByteArray> &part10)
{
    http::HttpClient client;
    std::vector<QFuture<Result<http::HttpResponse>>> answers;
    for (const QByteArray &object : part10) {
        http::HttpRequest request;
        request.method = "POST";
        request.url = QString(m_url).replace(QStringLiteral("/dicom-web"), QStringLiteral("/instances"));
        request.body = object;
        if (!m_user.isEmpty())
            request.credentials = {http::Credentials::Kind::Basic, m_user.section(QLatin1Char(':'), 0, 0),
                                   m_user.section(QLatin1Char(':'), 1)};
        answers.push_back(client.send(std::move(request)));
    }
    bool all = true;
    for (QFuture<Result<http::HttpResponse>> &answer : answers) {
        answer.waitForFinished();
        all = answer.result().has_value() && all;
    }
    return all;
}

bool LocalArchive::storeFiles(const QStringList &paths)
{
    std::vector<QByteArray> objects;
    for (const QString &path : paths) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return false;
        objects.push_back(file.readAll());
    }
    return store(objects);
}

} // namespace consilium::test
