#include "netclient/identity/CredentialStore.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

#include <qt6keychain/keychain.h>

#include <array>
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

QByteArray serialisedKey(const QByteArray &key)
{
    const QJsonObject object{{QStringLiteral("kind"), QStringLiteral("key")},
                             {QStringLiteral("secret"), QString::fromLatin1(key.toBase64())}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

// What is not understood is not taken for a key that is missing: a new one would be put in its place.
Result<QByteArray> parsedKey(const QByteArray &stored)
{
    const QJsonObject object = QJsonDocument::fromJson(stored).object();
    const auto decoded = QByteArray::fromBase64Encoding(object.value(QStringLiteral("secret")).toString().toLatin1(),
                                                        QByteArray::AbortOnBase64DecodingErrors);
    if (object.value(QStringLiteral("kind")).toString() != QLatin1String("key") || !decoded ||
        decoded.decoded.size() != CredentialStore::keyBytes)
        return fail(ErrorCode::Unsupported, QStringLiteral("the keychain's entry is not a key of this program"));
    return decoded.decoded;
}

QByteArray randomKey()
{
    std::array<quint32, CredentialStore::keyBytes / sizeof(quint32)> random{};
    QRandomGenerator::system()->fillRange(random.data(), qsizetype(random.size()));
    return {reinterpret_cast<const char *>(random.data()), CredentialStore::keyBytes};
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

QString CredentialStore::entryOf(const QString &name) const
{
    const QString entry = QStringLiteral("key/") + name;
    return m_owner.isEmpty() ? entry : m_owner + u'/' + entry;
}

Pending<Result<QByteArray>> CredentialStore::readKey(const QString &name)
{
    return run<QByteArray>(new QKeychain::ReadPasswordJob(service), entryOf(name),
                           [](const QKeychain::ReadPasswordJob &job) { return parsedKey(job.binaryData()); });
}

Pending<Result<void>> CredentialStore::writeKey(const QString &name, const QByteArray &key)
{
    if (key.size() != keyBytes)
        return readyAnswer(Result<void>(fail(ErrorCode::InvalidArgument, QStringLiteral("not a key of 32 bytes"))));
    auto *const job = new QKeychain::WritePasswordJob(service);
    job->setBinaryData(serialisedKey(key));
    return run<void>(job, entryOf(name), [](const QKeychain::WritePasswordJob &) { return Result<void>(); });
}

Pending<Result<void>> CredentialStore::removeKey(const QString &name)
{
    return run<void>(new QKeychain::DeletePasswordJob(service), entryOf(name),
                     [](const QKeychain::DeletePasswordJob &) { return Result<void>(); });
}

Pending<Result<QByteArray>> CredentialStore::obtainKey(const QString &name)
{
    const auto promise = std::make_shared<PendingPromise<Result<QByteArray>>>();
    promise->start();
    CredentialStore self = *this; // this one may be gone when the keychain answers
    const auto readBack = [promise, self, name](const Result<void> &written) mutable {
        if (!written)
            return promise->finish(fail(written.error()));
        // What counts is what lies there: another program of this person's may have been faster.
        self.readKey(name).then(QtFuture::Launch::Sync,
                                [promise](const Result<QByteArray> &key) { promise->finish(key); });
    };
    readKey(name).then(QtFuture::Launch::Sync, [promise, self, name, readBack](const Result<QByteArray> &key) mutable {
        if (key || key.error().code != ErrorCode::NotFound)
            return promise->finish(key);
        self.writeKey(name, randomKey()).then(QtFuture::Launch::Sync, readBack);
    });
    return promise->future();
}

} // namespace consilium::identity
