#include "tests/net/MinimalDicom.h"

#include <QtEndian>

namespace consilium::test
{

namespace
{

void put16(QByteArray &out, quint16 value)
{
    out += static_cast<char>(value & 0xFF);
    out += static_cast<char>(value >> 8);
}

void put32(QByteArray &out, quint32 value)
{
    put16(out, static_cast<quint16>(value & 0xFFFF));
    put16(out, static_cast<quint16>(value >> 16));
}

void put(QByteArray &out, quint16 group, quint16 element, const char *vr, QByteArray value)
{
    const QByteArray kind(vr);
    if (value.size() % 2 != 0)
        value += kind == "UI" || kind == "OB" ? '\0' : ' ';
    put16(out, group);
    put16(out, element);
    out += kind;
    if (kind == "OB" || kind == "OW" || kind == "SQ" || kind == "UN") {
        put16(out, 0);
        put32(out, static_cast<quint32>(value.size()));
    } else {
        put16(out, static_cast<quint16>(value.size()));
    }
    out += value;
}

QByteArray word(int value)
{
    QByteArray bytes;
    put16(bytes, static_cast<quint16>(value));
    return bytes;
}

} // namespace

QByteArray MinimalDicom::pixelBytes() const
{
    if (!pixels.isEmpty())
        return pixels;
    QByteArray bytes;
    for (int i = 0; i < rows * columns * frames; ++i)
        put16(bytes, static_cast<quint16>((instanceNumber * 7919 + i * 31) & 0x0FFF));
    return bytes;
}

QByteArray MinimalDicom::frameBytes(int frame) const
{
    const qsizetype size = qsizetype(2) * rows * columns;
    return pixelBytes().mid(frame * size, size);
}

QByteArray MinimalDicom::part10() const
{
    const QByteArray imageClass = frames > 1 ? "1.2.840.10008.5.1.4.1.1.7.3" : "1.2.840.10008.5.1.4.1.1.2";
    const QByteArray itsClass = objectClass.isEmpty() ? imageClass : objectClass;
    QByteArray meta;
    put(meta, 0x0002, 0x0001, "OB", QByteArray("\0\1", 2));
    put(meta, 0x0002, 0x0002, "UI", itsClass);
    put(meta, 0x0002, 0x0003, "UI", (metaSop.isEmpty() ? sop : metaSop).toLatin1());
    put(meta, 0x0002, 0x0010, "UI", "1.2.840.10008.1.2.1");
    put(meta, 0x0002, 0x0012, "UI", "1.2.826.0.1.3680043.10.999.0");
    QByteArray length;
    put32(length, static_cast<quint32>(meta.size()));
    QByteArray out(128, '\0');
    out += "DICM";
    put(out, 0x0002, 0x0000, "UL", length);
    out += meta;
    put(out, 0x0008, 0x0005, "CS", "ISO_IR 192");
    put(out, 0x0008, 0x0016, "UI", itsClass);
    put(out, 0x0008, 0x0018, "UI", sop.toLatin1());
    put(out, 0x0008, 0x0020, "DA", studyDate.toLatin1());
    put(out, 0x0008, 0x0030, "TM", "101500");
    put(out, 0x0008, 0x0050, "SH", "");
    put(out, 0x0008, 0x0060, "CS", modality.toLatin1());
    put(out, 0x0008, 0x1030, "LO", studyDescription.toUtf8());
    if (!seriesDescription.isEmpty())
        put(out, 0x0008, 0x103E, "LO", seriesDescription.toUtf8());
    put(out, 0x0010, 0x0010, "PN", patientName.toUtf8());
    put(out, 0x0010, 0x0020, "LO", patientId.toUtf8());
    put(out, 0x0010, 0x0030, "DA", birthDate.toLatin1());
    put(out, 0x0010, 0x0040, "CS", "");
    put(out, 0x0018, 0x0015, "CS", bodyPart.toLatin1());
    put(out, 0x0020, 0x000D, "UI", study.toLatin1());
    put(out, 0x0020, 0x000E, "UI", series.toLatin1());
    put(out, 0x0020, 0x0010, "SH", "1");
    put(out, 0x0020, 0x0011, "IS", QByteArray::number(seriesNumber));
    put(out, 0x0020, 0x0013, "IS", QByteArray::number(instanceNumber));
    if (hasPlace) {
        put(out, 0x0020, 0x0032, "DS", "-10\\-20.5\\" + QByteArray::number(instanceNumber * 2.5));
        put(out, 0x0020, 0x0037, "DS", "1\\0\\0\\0\\1\\0");
    }
    if (!objectClass.isEmpty())
        return out;
    put(out, 0x0028, 0x0002, "US", word(1));
    put(out, 0x0028, 0x0004, "CS", "MONOCHROME2");
    if (frames > 1)
        put(out, 0x0028, 0x0008, "IS", QByteArray::number(frames));
    put(out, 0x0028, 0x0010, "US", word(rows));
    put(out, 0x0028, 0x0011, "US", word(columns));
    if (hasPlace)
        put(out, 0x0028, 0x0030, "DS", "0.5\\0.25");
    put(out, 0x0028, 0x0100, "US", word(16));
    put(out, 0x0028, 0x0101, "US", word(12));
    put(out, 0x0028, 0x0102, "US", word(11));
    put(out, 0x0028, 0x0103, "US", word(0));
    if (!profile.isEmpty())
        put(out, 0x0028, 0x2000, "OB", profile);
    put(out, 0x7FE0, 0x0010, "OW", pixelBytes());
    return out;
}

} // namespace consilium::test
