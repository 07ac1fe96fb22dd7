#include "netclient/dicomweb/Part10.h"

#include <QtEndian>

namespace consilium::dicomweb
{

namespace
{

constexpr qsizetype preamble = 128;

QString uidText(const QByteArray &value)
{
    qsizetype length = value.size();
    while (length > 0 && (value[length - 1] == '\0' || value[length - 1] == ' '))
        --length;
    return QString::fromLatin1(value.left(length));
}

bool hasLongLength(const QByteArray &vr)
{
    return vr == "OB" || vr == "UN" || vr == "OW" || vr == "SQ" || vr == "UT";
}

} // namespace

std::optional<FileMeta> readFileMeta(const QByteArray &part10)
{
    if (part10.size() < preamble + 4 || part10.mid(preamble, 4) != "DICM")
        return std::nullopt;
    FileMeta meta;
    qsizetype at = preamble + 4;
    // Group 2 is explicit VR little endian in every file.
    while (at + 8 <= part10.size()) {
        const char *const p = part10.constData() + at;
        if (qFromLittleEndian<quint16>(p) != 2)
            break;
        const quint16 element = qFromLittleEndian<quint16>(p + 2);
        const bool isLong = hasLongLength(QByteArray(p + 4, 2));
        const qsizetype headerSize = isLong ? 12 : 8;
        if (at + headerSize > part10.size())
            break;
        const qint64 length = isLong ? qFromLittleEndian<quint32>(p + 8) : qFromLittleEndian<quint16>(p + 6);
        if (length > part10.size() - at - headerSize)
            break;
        const QByteArray value = part10.mid(at + headerSize, static_cast<qsizetype>(length));
        if (element == 0x0002)
            meta.sopClass = SopClassUid(uidText(value));
        else if (element == 0x0003)
            meta.sop = SopInstanceUid(uidText(value));
        else if (element == 0x0010)
            meta.syntax = TransferSyntaxUid(uidText(value));
        at += headerSize + static_cast<qsizetype>(length);
    }
    return meta;
}

} // namespace consilium::dicomweb
