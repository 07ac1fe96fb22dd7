#include "viewer/session/recording/ChunkCipher.h"

#include <QMessageAuthenticationCode>

#include <openssl/evp.h>
#include <openssl/rand.h>
#include <xxhash.h>

#include <memory>

namespace consilium::session
{

namespace
{

constexpr int keyBytes = 32, nonceBytes = 12, tagBytes = 16, checksumBytes = 8;

using Context = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

const unsigned char *bytesOf(const QByteArray &array)
{
    return reinterpret_cast<const unsigned char *>(array.constData());
}

unsigned char *bytesOf(QByteArray &array)
{
    return reinterpret_cast<unsigned char *>(array.data());
}

QByteArray littleEndian(std::uint64_t number, int size)
{
    QByteArray bytes(size, '\0');
    for (int i = 0; i < size && i < 8; ++i)
        bytes[i] = static_cast<char>(number >> (8 * i));
    return bytes;
}

QByteArray checksum(const QByteArray &salt, std::uint64_t number, const QByteArray &plain)
{
    const QByteArray all = salt + littleEndian(number, 8) + plain;
    return littleEndian(XXH3_64bits(all.constData(), static_cast<std::size_t>(all.size())), checksumBytes);
}

tl::unexpected<Error> damaged()
{
    return fail(ErrorCode::FileUnreadable,
                QStringLiteral("a part of the recording was changed, or the key is another"));
}

} // namespace

QByteArray ChunkCipher::newSalt()
{
    QByteArray salt(saltBytes, '\0');
    // Fails only when the system gives no randomness; then create() refuses the empty salt.
    return RAND_bytes(bytesOf(salt), saltBytes) == 1 ? salt : QByteArray();
}

Result<ChunkCipher> ChunkCipher::create(const std::optional<RecordingKey> &key, const QByteArray &salt)
{
    if (salt.size() != saltBytes || (key && key->bytes.size() != keyBytes))
        return fail(ErrorCode::InvalidArgument, QStringLiteral("key or salt has the wrong length"));
    ChunkCipher cipher;
    cipher.m_salt = salt;
    if (key)
        cipher.m_key = QMessageAuthenticationCode::hash(QByteArrayLiteral("consilium recording 1") + salt, key->bytes,
                                                        QCryptographicHash::Sha256);
    return cipher;
}

Result<QByteArray> ChunkCipher::seal(std::uint64_t number, const QByteArray &plain) const
{
    if (!isEncrypting())
        return plain + checksum(m_salt, number, plain);
    const Context context(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
    const QByteArray nonce = littleEndian(number, nonceBytes);
    QByteArray sealed(plain.size() + tagBytes, '\0');
    const auto size = static_cast<int>(plain.size());
    int written = 0, rest = 0;
    const bool ok =
        context && EVP_EncryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, bytesOf(m_key), bytesOf(nonce)) == 1 &&
        EVP_EncryptUpdate(context.get(), bytesOf(sealed), &written, bytesOf(plain), size) == 1 &&
        EVP_EncryptFinal_ex(context.get(), bytesOf(sealed) + written, &rest) == 1 && written + rest == size &&
        EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_GET_TAG, tagBytes, bytesOf(sealed) + size) == 1;
    return ok ? Result<QByteArray>(sealed) : fail(ErrorCode::Internal, QStringLiteral("encryption failed"));
}

Result<QByteArray> ChunkCipher::open(std::uint64_t number, const QByteArray &sealed) const
{
    const qsizetype size = sealed.size() - (isEncrypting() ? tagBytes : checksumBytes);
    if (size < 0)
        return damaged();
    if (!isEncrypting()) {
        const QByteArray plain = sealed.left(size);
        return sealed.mid(size) == checksum(m_salt, number, plain) ? Result<QByteArray>(plain) : damaged();
    }
    const Context context(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
    const QByteArray nonce = littleEndian(number, nonceBytes);
    QByteArray plain(size, '\0');
    QByteArray tag = sealed.mid(size);
    int written = 0, rest = 0;
    const bool ok =
        context && EVP_DecryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, bytesOf(m_key), bytesOf(nonce)) == 1 &&
        EVP_DecryptUpdate(context.get(), bytesOf(plain), &written, bytesOf(sealed), static_cast<int>(size)) == 1 &&
        EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_SET_TAG, tagBytes, bytesOf(tag)) == 1 &&
        EVP_DecryptFinal_ex(context.get(), bytesOf(plain) + written, &rest) == 1;
    return ok ? Result<QByteArray>(plain) : damaged();
}

} // namespace consilium::session
