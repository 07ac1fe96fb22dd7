#pragma once
#include <QByteArray>
#include <QtEndian>

#include <vector>

namespace consilium::test
{

[[nodiscard]] inline QByteArray little(quint32 value, int bytes)
{
    QByteArray text;
    for (int i = 0; i < bytes; ++i)
        text.append(char(value >> 8 * i));
    return text;
}

/// A Part 10 file in Explicit VR Little Endian, taken apart: PS3.10 7.1, PS3.5 7.1.2.
struct Part10Parts {
    QByteArray meta, dataSet; ///< preamble and group 2; all but the Pixel Data, which stand last
    QByteArray pixels;
};

[[nodiscard]] inline Part10Parts partsOf(const QByteArray &file)
{
    constexpr qsizetype groupLength = 140;
    const qsizetype begin = groupLength + 4 + qsizetype(qFromLittleEndian<quint32>(file.constData() + groupLength));
    for (qsizetype at = file.indexOf(QByteArray("\xE0\x7F\x10\x00O", 5), begin); at >= 0;
         at = file.indexOf(QByteArray("\xE0\x7F\x10\x00O", 5), at + 1)) {
        const auto length = qsizetype(qFromLittleEndian<quint32>(file.constData() + at + 8));
        if (at + 12 + length == file.size())
            return {file.left(begin), file.mid(begin, at - begin), file.mid(at + 12)};
    }
    return {};
}

/// The meta information with another transfer syntax.
[[nodiscard]] inline QByteArray metaOf(const QByteArray &meta, const char *syntax)
{
    const qsizetype at = meta.indexOf(QByteArray("\x02\x00\x10\x00UI", 6));
    const int before = qFromLittleEndian<quint16>(meta.constData() + at + 6);
    QByteArray uid(syntax);
    uid.append(uid.size() % 2, '\0');
    QByteArray changed = meta;
    changed.replace(at + 6, 2 + before, little(quint32(uid.size()), 2) + uid);
    const quint32 length = qFromLittleEndian<quint32>(meta.constData() + 140);
    return changed.replace(140, 4, little(length + quint32(uid.size()) - quint32(before), 4));
}

/// Each frame in a fragment of its own, the table of offsets empty. PS3.5 A.4.
[[nodiscard]] inline QByteArray encapsulated(const Part10Parts &parts, const char *syntax,
                                             const std::vector<QByteArray> &frames)
{
    const QByteArray item("\xFE\xFF\x00\xE0", 4);
    QByteArray file = metaOf(parts.meta, syntax) + parts.dataSet;
    file += QByteArray("\xE0\x7F\x10\x00OB\0\0\xFF\xFF\xFF\xFF", 12) + item + little(0, 4);
    for (QByteArray frame : frames) {
        frame.append(frame.size() % 2, '\0');
        file += item + little(quint32(frame.size()), 4) + frame;
    }
    return file + QByteArray("\xFE\xFF\xDD\xE0\0\0\0\0", 8);
}

} // namespace consilium::test
