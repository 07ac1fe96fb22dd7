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

/// Goes through the first elements of a data set (PS3.5 7.1), over sequences of known and unknown length (7.5).
class ElementWalk
{
public:
    ElementWalk(const QByteArray &part10, const FileMeta &meta)
        : m_bytes(part10),
          m_at(meta.dataSetAt),
          m_isImplicit(meta.syntax.text() == QLatin1StringView("1.2.840.10008.1.2")),
          m_isBigEndian(meta.syntax.text() == QLatin1StringView("1.2.840.10008.1.2.2"))
    {
    }
    /// Empty: there is none, or what stands before it makes no sense.
    [[nodiscard]] SopInstanceUid sopInstance()
    {
        constexpr quint32 wanted = 0x00080018;
        int depth = 0; // in sequences and items of unknown length
        while (const std::optional<Element> element = next()) {
            if (depth == 0 && element->tag > wanted)
                break;
            if (element->tag == 0xFFFEE00D || element->tag == 0xFFFEE0DD) {
                if (--depth < 0)
                    break;
            } else if (element->length == unknownLength) {
                ++depth;
            } else if (element->length > m_bytes.size() - m_at) {
                break;
            } else if (depth == 0 && element->tag == wanted) {
                return SopInstanceUid(uidText(m_bytes.mid(m_at, static_cast<qsizetype>(element->length))));
            } else {
                m_at += static_cast<qsizetype>(element->length);
            }
        }
        return {};
    }

private:
    static constexpr qint64 unknownLength = 0xFFFFFFFF;
    struct Element {
        quint32 tag = 0;
        qint64 length = 0;
    };

    [[nodiscard]] quint16 word(qsizetype at) const
    {
        const char *const p = m_bytes.constData() + at;
        return m_isBigEndian ? qFromBigEndian<quint16>(p) : qFromLittleEndian<quint16>(p);
    }
    [[nodiscard]] quint32 longWord(qsizetype at) const
    {
        const char *const p = m_bytes.constData() + at;
        return m_isBigEndian ? qFromBigEndian<quint32>(p) : qFromLittleEndian<quint32>(p);
    }
    /// Its value, if it has one, lies at m_at.
    [[nodiscard]] std::optional<Element> next()
    {
        if (m_at + 8 > m_bytes.size())
            return std::nullopt;
        Element element{quint32(word(m_at)) << 16 | word(m_at + 2), 0};
        const bool isLong = hasLongLength(m_bytes.mid(m_at + 4, 2));
        if (m_isImplicit || element.tag >> 16 == 0xFFFE) {
            element.length = longWord(m_at + 4);
        } else if (!isLong) {
            element.length = word(m_at + 6);
        } else if (m_at + 12 <= m_bytes.size()) {
            element.length = longWord(m_at + 8);
        } else {
            return std::nullopt;
        }
        m_at += !m_isImplicit && element.tag >> 16 != 0xFFFE && isLong ? 12 : 8;
        return element;
    }

    const QByteArray &m_bytes;
    qsizetype m_at;
    bool m_isImplicit, m_isBigEndian;
};

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
        if (qFromLittleEndian<quint16>(p) != 2) {
            meta.dataSetAt = at;
            break;
        }
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

SopInstanceUid objectOf(const QByteArray &part10, const FileMeta &meta)
{
    if (meta.syntax.text() == QLatin1StringView("1.2.840.10008.1.2.1.99") || meta.dataSetAt < 0)
        return meta.dataSetAt < 0 ? meta.sop : SopInstanceUid();
    const SopInstanceUid own = ElementWalk(part10, meta).sopInstance();
    return own.isEmpty() ? meta.sop : own;
}

} // namespace consilium::dicomweb
