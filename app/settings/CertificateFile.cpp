#include "app/settings/CertificateFile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

constexpr qint64 longestFile = 16 * 1024 * 1024; // a system's whole collection is less than 1 MB

class Text
{
    Q_DECLARE_TR_FUNCTIONS(CertificateFile)
};

// A DER sequence as long as the bytes are (X.690 8.1.3): what every certificate is.
bool isSequence(const QByteArray &der)
{
    if (der.size() < 4 || der[0] != 0x30)
        return false;
    const auto byte = [&](qsizetype i) { return qsizetype(quint8(der[i])); };
    if (byte(1) < 0x80)
        return der.size() == 2 + byte(1);
    const qsizetype digits = byte(1) & 0x7F;
    if (digits < 1 || digits > 3 || der.size() < 2 + digits)
        return false;
    qsizetype length = 0;
    for (qsizetype i = 0; i < digits; ++i)
        length = length * 256 + byte(2 + i);
    return der.size() == 2 + digits + length;
}

bool holdsCertificate(const QByteArray &text)
{
    for (const QByteArray &name : {QByteArray("CERTIFICATE"), QByteArray("X509 CERTIFICATE")}) {
        const QByteArray begin = "-----BEGIN " + name + "-----", end = "-----END " + name + "-----";
        const qsizetype from = text.indexOf(begin), to = text.indexOf(end, from);
        if (from < 0 || to < 0)
            continue;
        const QByteArray body = text.mid(from + begin.size(), to - from - begin.size()).simplified().replace(' ', "");
        const auto der = QByteArray::fromBase64Encoding(body, QByteArray::AbortOnBase64DecodingErrors);
        if (der && isSequence(*der))
            return true;
    }
    return false;
}

} // namespace

Result<void> checkCertificateFile(const QString &path)
{
    if (path.isEmpty())
        return {};
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable,
                    Text::tr("The file of the certificate authority does not exist or cannot be read."));
    if (!holdsCertificate(file.read(longestFile)))
        return fail(ErrorCode::FileUnreadable,
                    Text::tr("There is no certificate in this file. It must be a PEM file (BEGIN CERTIFICATE)."));
    return {};
}

} // namespace consilium::app
