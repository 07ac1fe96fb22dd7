#include "app/people/PasswordHash.h"

#include <QCoreApplication>

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/rand.h>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

constexpr qsizetype saltBytes = 16, hashBytes = 32;
constexpr quint64 leastWork = 1U << 10, mostWork = 1U << 20, mostMemory = 256'000'000;
constexpr quint32 mostBlockSize = 32, mostLanes = 16;

unsigned char *bytesOf(QByteArray &array)
{
    return reinterpret_cast<unsigned char *>(array.data());
}

const unsigned char *bytesOf(const QByteArray &array)
{
    return reinterpret_cast<const unsigned char *>(array.constData());
}

quint64 memoryOf(const HashCost &cost)
{
    return 128 * quint64(cost.blockSize) * (cost.work + cost.lanes);
}

bool isSensible(const HashCost &cost)
{
    const bool isPowerOfTwo = cost.work > 0 && (cost.work & (cost.work - 1)) == 0;
    return isPowerOfTwo && cost.work >= leastWork && cost.work <= mostWork && cost.blockSize >= 1 &&
           cost.blockSize <= mostBlockSize && cost.lanes >= 1 && cost.lanes <= mostLanes &&
           memoryOf(cost) <= mostMemory;
}

/// Empty when there is no memory for it.
QByteArray derive(const QString &password, const QByteArray &salt, const HashCost &cost)
{
    QByteArray text = password.normalized(QString::NormalizationForm_C).toUtf8();
    QByteArray out(hashBytes, Qt::Uninitialized);
    const bool done =
        EVP_PBE_scrypt(text.constData(), size_t(text.size()), bytesOf(salt), size_t(salt.size()), cost.work,
                       cost.blockSize, cost.lanes, memoryOf(cost) + (1U << 20), bytesOf(out), size_t(out.size())) == 1;
    OPENSSL_cleanse(text.data(), size_t(text.size()));
    return done ? out : QByteArray();
}

QByteArray decoded(const QJsonValue &value)
{
    const auto read =
        QByteArray::fromBase64Encoding(value.toString().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    return read.decodingStatus == QByteArray::Base64DecodingStatus::Ok ? read.decoded : QByteArray();
}

} // namespace

Result<PasswordHash> hashPassword(const QString &password, const HashCost &cost)
{
    const auto say = [](const char *sentence, int number) {
        return fail(ErrorCode::InvalidArgument, QCoreApplication::translate("Password", sentence).arg(number));
    };
    if (password.size() < shortestPassword)
        return say(QT_TRANSLATE_NOOP("Password", "The password needs at least %1 characters."), shortestPassword);
    if (password.size() > longestPassword)
        return say(QT_TRANSLATE_NOOP("Password", "The password has more than %1 characters."), longestPassword);
    PasswordHash made{cost, QByteArray(saltBytes, Qt::Uninitialized), {}};
    if (!isSensible(cost) || RAND_bytes(bytesOf(made.salt), int(saltBytes)) != 1)
        return fail(ErrorCode::Internal, u"no salt"_s);
    made.hash = derive(password, made.salt, cost);
    if (made.hash.isEmpty())
        return fail(ErrorCode::OutOfMemory, u"password"_s);
    return made;
}

bool isPassword(const PasswordHash &kept, const QString &guess)
{
    if (guess.size() > longestPassword || kept.hash.size() != hashBytes)
        return false;
    const QByteArray made = derive(guess, kept.salt, kept.cost);
    return made.size() == hashBytes && CRYPTO_memcmp(made.constData(), kept.hash.constData(), size_t(hashBytes)) == 0;
}

QJsonObject toJson(const PasswordHash &hash)
{
    return {{u"kind"_s, u"scrypt"_s},
            {u"N"_s, qint64(hash.cost.work)},
            {u"r"_s, qint64(hash.cost.blockSize)},
            {u"p"_s, qint64(hash.cost.lanes)},
            {u"salt"_s, QString::fromLatin1(hash.salt.toBase64())},
            {u"hash"_s, QString::fromLatin1(hash.hash.toBase64())}};
}

Result<PasswordHash> passwordHashFromJson(const QJsonObject &object)
{
    const auto number = [&](const QString &key) { return quint64(object.value(key).toInteger(0)); };
    if (number(u"r"_s) > mostBlockSize || number(u"p"_s) > mostLanes) // before they are made shorter
        return fail(ErrorCode::ProtocolViolation, u"the cost of the password is absurd"_s);
    PasswordHash hash{{number(u"N"_s), quint32(number(u"r"_s)), quint32(number(u"p"_s))},
                      decoded(object.value(u"salt"_s)),
                      decoded(object.value(u"hash"_s))};
    if (object.value(u"kind"_s) != QJsonValue(u"scrypt"_s) || hash.salt.size() != saltBytes ||
        hash.hash.size() != hashBytes)
        return fail(ErrorCode::ProtocolViolation, u"the password is of another form"_s);
    if (!isSensible(hash.cost))
        return fail(ErrorCode::ProtocolViolation, u"the cost of the password is absurd"_s);
    return hash;
}

} // namespace consilium::app
