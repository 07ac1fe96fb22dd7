#include "netclient/identity/CredentialStore.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <qt6keychain/keychain.h>

#include <memory>

namespace consilium::identity
{

namespace
{

const auto service = QStringLiteral("consilium");

Error errorOf(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::EntryNotFound:
        return {ErrorCode::NotFound, QStringLiteral("no credentials stored")};
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return {ErrorCode::PermissionDenied, QStringLiteral("the keychain is locked")};
    default: // there is no keychain, or it does not work
        return {ErrorCode::Unsupported, QStringLiteral("keychain: %1").arg(job.errorString().simplified().left(200))};
    }
}

QByteArray serialised(const http::Credentials &credentials)
{
    const bool bearer = credentials.kind == http::Credentials::Kind::Bearer;
    const QJsonObject object{{QStringLiteral("kind"), bearer ? QStringLiteral("bearer") : QStringLiteral("basic")},
                             {QStringLiteral("user"), credentials.user},
                             {QStringLiteral("secret"), credentials.secret}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<http::Credentials> parsed(const QByteArray &stored)
{
    const QJsonObject object = QJsonDocument::fromJson(stored).object();
    const QString kind = object.value(QStringLiteral("kind")).toString();
    http::Credentials credentials;
    if (kind == QLatin1String("bearer"))
        credentials.kind = http::Credentials::Kind::Bearer;
    else if (kind == QLatin1String("basic"))
        credentials.kind = http::Credentials::Kind::Basic;
    else
        return fail(ErrorCode::NotFound, QStringLiteral("the keychain's entry is not one of this program"));
    credentials.user = object.value(QStringLiteral("user")).toString();
    credentials.secret = object.value(QStringLiteral("secret")).toString();
    return credentials;
}

// Starts a job that deletes itself; `value` turns the successful job into the result.
template<class T, class Job, class F>
Pending<Result<T>> run(Job *job, const QString &key, F value)
{
    const auto promise = std::make_shared<PendingPromise<Result<T>>>();
    promise->start();
    job->setKey(key);
    job->setInsecureFallback(false); // a secret never lands in a plain file
    job->setAutoDelete(true);
    QObject::connect(job, &QKeychain::Job::finished, job, [promise, value](QKeychain::Job *finished) {
        if (finished->error() != QKeychain::NoError)
            promise->finish(Result<T>(fail(errorOf(*finished))));
        else
            promise->finish(value(static_cast<const Job &>(*finished)));
    });
    Pending<Result<T>> future = promise->future();
    job->start();
    return future;
}

} // namespace

// Whoever was here before there were owners keeps the entries under the archive's id alone.
QString CredentialStore::keyOf(const ArchiveId &archive) const
{
    return m_owner.isEmpty() ? archive.text() : m_owner + u'/' + archive.text();
}

Pending<Result<http::Credentials>> CredentialStore::read(const ArchiveId &archive)
{
    return run<http::Credentials>(new QKeychain::ReadPasswordJob(service), keyOf(archive),
                                  [](const QKeychain::ReadPasswordJob &job) { return parsed(job.binaryData()); });
}

Pending<Result<void>> CredentialStore::write(const ArchiveId &archive, const http::Credentials &credentials)
{
    if (credentials.kind == http::Credentials::Kind::None)
        return remove(archive);
    auto *const job = new QKeychain::WritePasswordJob(service);
    job->setBinaryData(serialised(credentials));
    return run<void>(job, keyOf(archive), [](const QKeychain::WritePasswordJob &) { return Result<void>(); });
}

Pending<Result<void>> CredentialStore::remove(const ArchiveId &archive)
{
    return run<void>(new QKeychain::DeletePasswordJob(service), keyOf(archive),
                     [](const QKeychain::DeletePasswordJob &) { return Result<void>(); });
}

} // namespace consilium::identity
