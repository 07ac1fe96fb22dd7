#include "base/store/Seal.h"

#include <QMessageAuthenticationCode>
#include <QtEndian>

#include <openssl/evp.h>
#include <openssl/rand.h>

#include <memory>

namespace consilium::store
{

namespace
{

using Context = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

const unsigned char *bytesOf(const QByteArray &array)
{
    return reinterpret_cast<const unsigned char *>(array.constData());
}

unsigned char *bytesOf(QByteArray &array)
{
    return reinterpret_cast<unsigned char *>(array.data());
}

QByteArray hmac(const QByteArray &key, const QByteArray &text)
{
    return QMessageAuthenticationCode::hash(text, key, QCryptographicHash::Sha256);
}

template<class T>
QByteArray littleEndian(T number)
{
    QByteArray bytes(sizeof(T), '\0');
    qToLittleEndian(number, bytes.data());
    return bytes;
}

/// The length first, so that no two places are the same bytes.
QByteArray placeOf(const Row &row)
{
    return QByteArrayLiteral("consilium store 1") + littleEndian(quint32(row.kind.size())) + row.kind + row.name +
           littleEndian(qint64(row.revision));
}

} // namespace

Result<Seal> Seal::create(const QByteArray &key)
{
    if (key.size() != keyBytes)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("the key of the store has the wrong length"));
    Seal seal;
    seal.m_sealKey = hmac(key, QByteArrayLiteral("consilium store 1 seal"));
    seal.m_nameKey = hmac(key, QByteArrayLiteral("consilium store 1 name"));
    return seal;
}

QByteArray Seal::nameOf(const QByteArray &kind, const QByteArray &key) const
{
    return hmac(m_nameKey, littleEndian(quint32(kind.size())) + kind + key);
}

Result<void> Seal::close(Row &row, const Clear &clear) const
{
    row.name = nameOf(row.kind, clear.key);
    const QByteArray plain = littleEndian(quint32(clear.key.size())) + clear.key + clear.value;
    const QByteArray place = placeOf(row);
    const auto size = static_cast<int>(plain.size());
    QByteArray sealed(nonceBytes + plain.size() + tagBytes, '\0');
    unsigned char *const nonce = bytesOf(sealed), *const text = nonce + nonceBytes;
    const Context context(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
    int along = 0, written = 0, rest = 0;
    const bool ok =
        context && RAND_bytes(nonce, nonceBytes) == 1 &&
        EVP_EncryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, bytesOf(m_sealKey), nonce) == 1 &&
        EVP_EncryptUpdate(context.get(), nullptr, &along, bytesOf(place), static_cast<int>(place.size())) == 1 &&
        EVP_EncryptUpdate(context.get(), text, &written, bytesOf(plain), size) == 1 &&
        EVP_EncryptFinal_ex(context.get(), text + written, &rest) == 1 && written + rest == size &&
        EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_GET_TAG, tagBytes, text + size) == 1;
    if (!ok)
        return fail(ErrorCode::Internal, QStringLiteral("encryption failed"));
    row.sealed = std::move(sealed);
    return {};
}

std::optional<Clear> Seal::open(const Row &row) const
{
    const qsizetype size = row.sealed.size() - nonceBytes - tagBytes;
    if (size < qsizetype(sizeof(quint32)) || row.name.size() != nameBytes)
        return std::nullopt;
    const QByteArray place = placeOf(row);
    QByteArray plain(size, '\0'), tag = row.sealed.right(tagBytes);
    const unsigned char *const nonce = bytesOf(row.sealed), *const text = nonce + nonceBytes;
    const Context context(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
    int along = 0, written = 0, rest = 0;
    const bool ok =
        context && EVP_DecryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, bytesOf(m_sealKey), nonce) == 1 &&
        EVP_DecryptUpdate(context.get(), nullptr, &along, bytesOf(place), static_cast<int>(place.size())) == 1 &&
        EVP_DecryptUpdate(context.get(), bytesOf(plain), &written, text, static_cast<int>(size)) == 1 &&
        EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_SET_TAG, tagBytes, bytesOf(tag)) == 1 &&
        EVP_DecryptFinal_ex(context.get(), bytesOf(plain) + written, &rest) == 1;
    if (!ok)
        return std::nullopt;
    const auto keySize = qsizetype(qFromLittleEndian<quint32>(plain.constData()));
    if (keySize > size - qsizetype(sizeof(quint32)))
        return std::nullopt;
    Clear clear{plain.mid(sizeof(quint32), keySize), plain.mid(qsizetype(sizeof(quint32)) + keySize)};
    return clear;
}

} // namespace consilium::store
