#include "netclient/outbox/ObjectFacts.h"

#include "netclient/dicomweb/Part10.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>

namespace consilium::outbox
{

namespace
{

constexpr quint32 unknownLength = 0xFFFFFFFF, itemTag = 0xFFFEE000, itemEnd = 0xFFFEE00D, sequenceEnd = 0xFFFEE0DD,
                  pixelData = 0x7FE00010, padding = 0xFFFCFFFC;
constexpr int deepest = 32;
constexpr QLatin1StringView implicitSyntax("1.2.840.10008.1.2"), explicitSyntax("1.2.840.10008.1.2.1"),
    bigEndianSyntax("1.2.840.10008.1.2.2"), deflatedSyntax("1.2.840.10008.1.2.1.99");

// Those with a length of four bytes behind two that are reserved (PS3.5 table 7.1-1).
bool hasLongLength(const QByteArray &vr)
{
    static constexpr std::array all{"OB", "OD", "OF", "OL", "OV", "OW", "SQ", "SV", "UC", "UN", "UR", "UT", "UV"};
    return std::any_of(all.begin(), all.end(), [&](const char *one) { return vr == one; });
}

// What archives put right, add or drop on their own account.
bool mayBeRewritten(quint32 tag)
{
    static constexpr std::array<quint32, 24> all{
        0x00080005, 0x00080050, 0x00080051, 0x00080054, 0x00080056, 0x00080080, 0x00080081, 0x00080082,
        0x00080090, 0x00080092, 0x00080096, 0x00080201, 0x00081030, 0x00081032, 0x00081040, 0x00081048,
        0x00081049, 0x00081080, 0x00081084, 0x00081110, 0x00081190, 0x00200010, 0x00400275, 0x04000561};
    const quint32 group = tag >> 16;
    const bool isPrivate = group % 2 == 1;
    const bool isOfPatientOrVisit = group == 0x0010 || group == 0x0032 || group == 0x0038;
    const bool isCount = tag >= 0x00201200 && tag <= 0x00201209; // numbers of related objects
    return isPrivate || isOfPatientOrVisit || isCount || std::find(all.begin(), all.end(), tag) != all.end();
}

bool isNative(const TransferSyntaxUid &syntax)
{
    return syntax.text() == implicitSyntax || syntax.text() == explicitSyntax;
}

QString uidText(QByteArray value)
{
    while (!value.isEmpty() && (value.back() == '\0' || value.back() == ' '))
        value.chop(1);
    return QString::fromLatin1(value);
}

/// Goes through a data set of little endian once, writing a form of it that does not depend on how it is written.
class Reading
{
public:
    Reading(const QByteArray &bytes, ObjectFacts &facts) : m_bytes(bytes), m_facts(facts) {}

    [[nodiscard]] bool read(qsizetype at, bool isImplicit)
    {
        const bool isRead = elements(at, m_bytes.size(), isImplicit, 0, false).has_value();
        m_facts.whole = m_whole.result();
        m_facts.content = m_content.result();
        m_facts.contentWithoutPixels = m_withoutPixels.result();
        return isRead;
    }
    [[nodiscard]] bool isCutShort() const { return m_isCutShort; }

private:
    struct Element {
        quint32 tag = 0, length = 0;
        QByteArray vr; ///< empty: not said
    };
    using Position = std::optional<qsizetype>; ///< nothing: it cannot be read

    [[nodiscard]] quint32 tagAt(qsizetype at) const
    {
        const char *const p = m_bytes.constData() + at;
        return quint32(qFromLittleEndian<quint16>(p)) << 16 | qFromLittleEndian<quint16>(p + 2);
    }
    [[nodiscard]] quint32 lengthAt(qsizetype at) const { return qFromLittleEndian<quint32>(m_bytes.constData() + at); }
    [[nodiscard]] Position broken(bool cutShort)
    {
        m_isCutShort = m_isCutShort || cutShort;
        return std::nullopt;
    }

    /// Steps over the header of the element at `at`.
    [[nodiscard]] std::optional<Element> header(qsizetype &at, qsizetype end, bool isImplicit) const
    {
        if (end - at < 8)
            return std::nullopt;
        Element element{tagAt(at), 0, {}};
        if (isImplicit || element.tag >> 16 == 0xFFFE) {
            element.length = lengthAt(at + 4);
            at += 8;
            return element;
        }
        element.vr = m_bytes.mid(at + 4, 2);
        if (!hasLongLength(element.vr)) {
            element.length = qFromLittleEndian<quint16>(m_bytes.constData() + at + 6);
            at += 8;
            return element;
        }
        if (end - at < 12)
            return std::nullopt;
        element.length = lengthAt(at + 8);
        at += 12;
        return element;
    }

    /// Elements up to `end`, or to the end of an item of unknown length. The position behind them.
    [[nodiscard]] Position elements(qsizetype at, qsizetype end, bool isImplicit, int depth, bool isOpen)
    {
        if (depth > deepest)
            return broken(false);
        while (at < end) {
            const auto element = header(at, end, isImplicit);
            if (!element)
                return broken(true);
            if (isOpen && element->tag == itemEnd)
                return at;
            if (element->tag >> 16 == 0xFFFE)
                return broken(false);
            if (depth == 0) {
                m_isContent = !mayBeRewritten(element->tag);
                m_isPixels = element->tag >> 16 == 0x7FE0;
            }
            const Position next = value(*element, at, end, isImplicit, depth);
            if (!next)
                return next;
            at = *next;
        }
        return isOpen ? broken(true) : Position(at);
    }

    [[nodiscard]] Position value(const Element &element, qsizetype at, qsizetype end, bool isImplicit, int depth)
    {
        const bool isOpen = element.length == unknownLength;
        if (!isOpen && qsizetype(element.length) > end - at)
            return broken(true);
        if (isOpen && element.tag == pixelData)
            return fragments(element, at, end);
        // UN of unknown length holds a sequence in implicit VR (PS3.5 6.2.2, note 2).
        const bool isInside = isImplicit || element.vr == "UN";
        if (isOpen)
            return sequence(element, at, end, isInside, depth, true);
        const qsizetype valueEnd = at + qsizetype(element.length);
        const bool isUnsaid = element.vr.isEmpty() || element.vr == "UN";
        if (element.length > 0 &&
            (element.vr == "SQ" || (isUnsaid && isSequence(element, at, valueEnd, isInside, depth))))
            return sequence(element, at, valueEnd, isInside, depth, false);
        if (element.tag != padding && (element.tag & 0xFFFF) != 0)
            plain(element.tag, at, qsizetype(element.length));
        if (depth == 0)
            note(element.tag, at, qsizetype(element.length));
        return valueEnd;
    }

    /// Without a VR a sequence is known by its items, which fill it and can be read.
    [[nodiscard]] bool isSequence(const Element &element, qsizetype at, qsizetype end, bool isImplicit, int depth)
    {
        if (!looksLikeItems(at, end))
            return false;
        if (m_isTrial)
            return true; // it is being found out
        m_isTrial = true;
        const bool wasCutShort = m_isCutShort;
        const bool isRead = sequence(element, at, end, isImplicit, depth, false).has_value();
        m_isTrial = false;
        m_isCutShort = wasCutShort;
        return isRead;
    }
    [[nodiscard]] bool looksLikeItems(qsizetype at, qsizetype end) const
    {
        while (end - at >= 8 && tagAt(at) == itemTag) {
            const quint32 length = lengthAt(at + 4);
            if (length == unknownLength)
                return true;
            if (qsizetype(length) > end - at - 8)
                return false;
            at += 8 + qsizetype(length);
        }
        return at == end;
    }

    [[nodiscard]] Position sequence(const Element &element, qsizetype at, qsizetype end, bool isImplicit, int depth,
                                    bool isOpen)
    {
        bool isEmpty = true;
        while (isOpen || at < end) {
            if (end - at < 8)
                return broken(true);
            const quint32 tag = tagAt(at), length = lengthAt(at + 4);
            at += 8;
            if (isOpen && tag == sequenceEnd)
                break;
            if (tag != itemTag)
                return broken(false);
            if (length != unknownLength && qsizetype(length) > end - at)
                return broken(true);
            if (isEmpty)
                mark(element.tag, 'S', 0);
            isEmpty = false;
            mark(0, 'I', 0);
            const bool isOpenItem = length == unknownLength;
            const Position next =
                elements(at, isOpenItem ? end : at + qsizetype(length), isImplicit, depth + 1, isOpenItem);
            if (!next)
                return next;
            at = *next;
            mark(0, 'i', 0);
        }
        mark(element.tag, isEmpty ? 'V' : 's', 0);
        return at;
    }

    /// Compressed pixels (PS3.5 A.4): their first item is a table of offsets, the others are bytes.
    [[nodiscard]] Position fragments(const Element &element, qsizetype at, qsizetype end)
    {
        while (end - at >= 8) {
            const quint32 tag = tagAt(at), length = lengthAt(at + 4);
            at += 8;
            if (tag == sequenceEnd)
                return at;
            if (tag != itemTag || length == unknownLength)
                return broken(false);
            if (qsizetype(length) > end - at)
                return broken(true);
            plain(element.tag, at, qsizetype(length));
            at += qsizetype(length);
        }
        return broken(true);
    }

    void mark(quint32 tag, char kind, quint64 length)
    {
        std::array<char, 13> bytes{};
        qToLittleEndian(tag, bytes.data());
        bytes[4] = kind;
        qToLittleEndian(length, bytes.data() + 5);
        add(bytes.data(), qsizetype(bytes.size()));
    }
    void plain(quint32 tag, qsizetype at, qsizetype length)
    {
        mark(tag, 'V', quint64(length));
        add(m_bytes.constData() + at, length);
    }
    void add(const char *data, qsizetype length)
    {
        if (m_isTrial)
            return;
        const QByteArrayView view(data, length);
        m_whole.addData(view);
        if (m_isContent)
            m_content.addData(view);
        if (m_isContent && !m_isPixels)
            m_withoutPixels.addData(view);
    }
    void note(quint32 tag, qsizetype at, qsizetype length)
    {
        const auto text = [&] { return uidText(m_bytes.mid(at, std::min<qsizetype>(length, 128))); };
        switch (tag) {
        case 0x00080016:
            m_facts.sopClass = SopClassUid(text());
            break;
        case 0x00080018:
            m_facts.sop = SopInstanceUid(text());
            break;
        case 0x0020000D:
            m_facts.study = StudyUid(text());
            break;
        case 0x0020000E:
            m_facts.series = SeriesUid(text());
            break;
        default:
            break;
        }
    }

    const QByteArray &m_bytes;
    ObjectFacts &m_facts;
    QCryptographicHash m_whole{QCryptographicHash::Sha256}, m_content{QCryptographicHash::Sha256},
        m_withoutPixels{QCryptographicHash::Sha256};
    bool m_isContent = true, m_isPixels = false, m_isCutShort = false, m_isTrial = false;
};

} // namespace

Result<ObjectFacts> factsOf(const QByteArray &part10)
{
    const std::optional<dicomweb::FileMeta> meta = dicomweb::readFileMeta(part10);
    if (!meta)
        return fail(ErrorCode::NotDicom);
    if (meta->dataSetAt < 0)
        return fail(ErrorCode::DicomTruncated, QStringLiteral("no data set"));
    const QString &syntax = meta->syntax.text();
    if (syntax == bigEndianSyntax || syntax == deflatedSyntax)
        return fail(ErrorCode::UnsupportedSyntax, syntax);
    ObjectFacts facts;
    facts.syntax = meta->syntax;
    Reading reading(part10, facts);
    if (!reading.read(meta->dataSetAt, syntax == implicitSyntax))
        return fail(reading.isCutShort() ? ErrorCode::DicomTruncated : ErrorCode::DicomMalformed,
                    QStringLiteral("the data set cannot be read to its end"));
    return facts;
}

Likeness compared(const ObjectFacts &ours, const ObjectFacts &theirs)
{
    if (ours.whole == theirs.whole)
        return Likeness::Same;
    const bool isElsewhere = ours.sop != theirs.sop || ours.sopClass != theirs.sopClass || ours.study != theirs.study ||
                             ours.series != theirs.series;
    if (isElsewhere)
        return Likeness::Other;
    const bool isCompressed = !isNative(ours.syntax) || !isNative(theirs.syntax);
    const bool isRecompressed =
        isCompressed && ours.syntax != theirs.syntax && ours.contentWithoutPixels == theirs.contentWithoutPixels;
    return ours.content == theirs.content || isRecompressed ? Likeness::Rewritten : Likeness::Other;
}

} // namespace consilium::outbox
