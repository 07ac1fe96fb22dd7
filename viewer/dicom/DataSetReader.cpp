#include "viewer/dicom/DataSetReader.h"

#include "viewer/dicom/CharacterSets.h"
#include "viewer/dicom/DicomFile.h"
#include "viewer/dicom/ElementValues.h"
#include "viewer/dicom/RepeatedValues.h"
#include "viewer/dicom/StandardVr.h"
#include "viewer/dicom/VrSet.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace consilium::dicom
{

namespace
{

constexpr int maximumDepth = 64;
constexpr int maximumElements = 500'000;
constexpr qint64 maximumKeptBytes = 64LL * 1024 * 1024;
constexpr qint64 maximumValueBytes = 1024 * 1024;       ///< longer values stay in the file
constexpr qint64 maximumOverlayBytes = 8 * 1024 * 1024; ///< the same for Overlay Data (60xx,3000)
constexpr qint64 maximumContourBytes = 8 * 1024 * 1024; ///< the same for Contour Data (3006,0050)
constexpr Tag contourData{0x3006, 0x0050};
constexpr quint32 undefinedLength = 0xFFFFFFFFu;

constexpr Tag item{0xFFFE, 0xE000}, itemEnd{0xFFFE, 0xE00D}, sequenceEnd{0xFFFE, 0xE0DD};

struct ElementHeader {
    Tag tag;
    Vr vr{};
    quint32 length = 0;
    qint64 valueAt = 0;
};

bool isVr(Vr vr, const char (&name)[3])
{
    return vr[0] == name[0] && vr[1] == name[1];
}

bool isKnownVr(Vr vr)
{
    static constexpr VrSet known("AEASATCSDADSDTFDFLISLOLTOBODOFOLOVOWPNSHSLSQSSSTSVTMUCUIULUNURUSUTUV");
    return known.contains(vr);
}

bool hasLongForm(Vr vr)
{
    return vr[0] == 'O' || isVr(vr, "SQ") || isVr(vr, "SV") || isVr(vr, "UC") || isVr(vr, "UN") || isVr(vr, "UR") ||
           isVr(vr, "UT") || isVr(vr, "UV");
}

bool isPixelTag(Tag tag)
{
    return tag.group == 0x7FE0 && (tag.element == 0x0010 || tag.element == 0x0008 || tag.element == 0x0009);
}

// userMessage() knows it.
QString damagedDeflate()
{
    return u"compressed data set is damaged"_s;
}

QString tagName(Tag tag)
{
    return u"(%1,%2)"_s.arg(tag.text().left(4), tag.text().right(4));
}

/// Reads one data set with all that is nested in it.
class Reader
{
public:
    explicit Reader(ByteSource &source, RepeatedValues *repeated) : m_source(source), m_repeated(repeated) {}

    Result<ReadDataSet> read();

private:
    struct Level {
        Coding coding;
        qint64 end = 0; ///< first offset that no longer belongs to it
        bool endIsKnown = true;
        int depth = 0;
        bool signedPixels = false;
        CharacterSets charset;
    };

    qint64 findStart(bool *hasPrefix);
    Result<void> readMeta(ReadDataSet &result);
    bool beginsLikeZlib(qint64 at);
    std::optional<Coding> guessCoding(qint64 at);
    Coding codingOf(const QString &syntax, qint64 at);
    std::optional<ElementHeader> header(qint64 at, Coding coding);
    Result<qint64> readLevel(qint64 at, Level &level, Attributes &into, ReadDataSet *outermost);
    Result<qint64> readElement(const ElementHeader &e, Level &level, Attributes &into);
    Result<qint64> readSequence(const ElementHeader &e, Coding coding, const Level &level, Attribute &into);
    Result<qint64> skipEncapsulated(const ElementHeader &e, Coding coding);
    Result<void> readValue(const ElementHeader &e, Level &level, Attributes &into);
    void setShared(Attribute &into, const ElementHeader &e, Vr vr, bool bigEndian, const CharacterSets &charset);
    void repaired(const QString &what);
    bool isPaddingToEnd(qint64 at);
    tl::unexpected<Error> withoutDelimiter(qint64 end) const;
    tl::unexpected<Error> endsEarly(const ElementHeader &e, const Level &level) const;

    ByteSource &m_source;
    RepeatedValues *m_repeated; ///< may be null
    int m_elements = 0;
    qint64 m_keptBytes = 0;
    QStringList m_repairs;
};

void Reader::repaired(const QString &what)
{
    if (!m_repairs.contains(what) && m_repairs.size() < 32)
        m_repairs.append(what);
}

std::optional<ElementHeader> Reader::header(qint64 at, Coding coding)
{
    const unsigned char *p = m_source.at(at, 8);
    if (!p)
        return std::nullopt;
    ElementHeader e;
    e.tag = {readU16(p, coding.bigEndian), readU16(p + 2, coding.bigEndian)};
    e.valueAt = at + 8;
    if (e.tag.group == 0xFFFE || !coding.explicitVr) {
        e.length = readU32(p + 4, coding.bigEndian);
        return e;
    }
    e.vr = {static_cast<char>(p[4]), static_cast<char>(p[5])};
    if (!isKnownVr(e.vr)) {
        // An element written without its VR among explicit ones, or a VR newer than this program (long form:
        // PS3.5 6.2).
        const bool letters = e.vr[0] >= 'A' && e.vr[0] <= 'Z' && e.vr[1] >= 'A' && e.vr[1] <= 'Z';
        const quint32 implicitLength = readU32(p + 4, coding.bigEndian);
        if (!letters && implicitLength != undefinedLength && at + 8 + implicitLength <= m_source.size()) {
            e.vr = standardVr(e.tag, false);
            e.length = implicitLength;
            repaired(u"element %1 without a value representation"_s.arg(tagName(e.tag)));
            return e;
        }
        repaired(u"element %1 with an unknown value representation"_s.arg(tagName(e.tag)));
        e.vr = {'U', 'N'};
        if (p[6] != 0 || p[7] != 0) {
            e.length = readU16(p + 6, coding.bigEndian);
            return e;
        }
    }
    if (!hasLongForm(e.vr)) {
        e.length = readU16(p + 6, coding.bigEndian);
        return e;
    }
    p = m_source.at(at + 8, 4);
    if (!p)
        return std::nullopt;
    e.length = readU32(p, coding.bigEndian);
    e.valueAt = at + 12;
    return e;
}

/// RFC 1950, 2.2: deflate with a window of 32 KB at most, and a check of the two bytes.
bool Reader::beginsLikeZlib(qint64 at)
{
    const unsigned char *const p = m_source.at(at, 2);
    return p && (p[0] & 0x0F) == 8 && (p[0] >> 4) <= 7 && (p[0] * 256 + p[1]) % 31 == 0;
}

/// A bare data set begins with a low group; VR letters betray Explicit VR, the order of the group's bytes the byte
/// order.
std::optional<Coding> Reader::guessCoding(qint64 at)
{
    const unsigned char *const p = m_source.at(at, 8);
    if (!p)
        return std::nullopt;
    const auto plausible = [](int group) { return group == 0x0002 || group == 0x0008 || group == 0x0010; };
    const bool little = plausible(readU16(p, false));
    const bool big = plausible(readU16(p, true));
    const bool explicitVr = isKnownVr({static_cast<char>(p[4]), static_cast<char>(p[5])});
    if (little && explicitVr)
        return Coding{true, false};
    if (big && explicitVr)
        return Coding{true, true};
    if (little && readU32(p + 4, false) <= 0xFFFF)
        return Coding{false, false};
    return std::nullopt;
}

/// The coding that the transfer syntax names, unless the first element's bytes plainly contradict it.
Coding Reader::codingOf(const QString &syntax, qint64 at)
{
    Coding declared;
    if (syntax == "1.2.840.10008.1.2"_L1)
        declared.explicitVr = false;
    else if (syntax == "1.2.840.10008.1.2.2"_L1)
        declared.bigEndian = true;
    const std::optional<Coding> seen = guessCoding(at);
    if (!seen || (seen->explicitVr == declared.explicitVr && seen->bigEndian == declared.bigEndian))
        return declared;
    repaired(u"transfer syntax contradicts the data set"_s);
    return *seen;
}

/// Where the first element is, -1 when this is no DICOM. Offset 132 by the standard; some writers leave the preamble
/// out, or the prefix, or put the prefix first.
qint64 Reader::findStart(bool *hasPrefix)
{
    const auto isPrefix = [&](qint64 at) {
        const unsigned char *const p = m_source.at(at, 4);
        return p && p[0] == 'D' && p[1] == 'I' && p[2] == 'C' && p[3] == 'M';
    };
    *hasPrefix = isPrefix(128) || isPrefix(0);
    if (isPrefix(128))
        return 132;
    if (isPrefix(0) && guessCoding(4))
        return 4;
    const unsigned char *const meta = m_source.at(132, 8); // only file meta information is believed there
    if (meta && readU16(meta, false) == 0x0002 && guessCoding(132))
        return 132;
    return guessCoding(0) ? 0 : -1;
}

Result<void> Reader::readMeta(ReadDataSet &result)
{
    qint64 at = findStart(&result.isPart10);
    if (at < 0)
        return fail(result.isPart10 ? ErrorCode::DicomMalformed : ErrorCode::NotDicom, u"no plausible first element"_s);
    if (at != 132 || !result.isPart10)
        repaired(u"the file does not begin with a preamble and \"DICM\""_s);
    const std::optional<Coding> first = guessCoding(at);

    Level meta;
    meta.coding = first.value_or(Coding{});
    while (true) { // the group length is often wrong: the group itself says where it ends
        const unsigned char *const group = m_source.at(at, 8);
        if (!group || readU16(group, meta.coding.bigEndian) != 0x0002)
            break;
        const std::optional<ElementHeader> e = header(at, meta.coding);
        if (!e)
            break;
        if (e->length == undefinedLength || e->length > maximumValueBytes)
            return fail(ErrorCode::DicomMalformed, u"length %1 of %2"_s.arg(e->length).arg(tagName(e->tag)));
        if (!m_source.at(e->valueAt + e->length, 0))
            return fail(ErrorCode::DicomTruncated, u"in %1"_s.arg(tagName(e->tag)));
        ElementHeader withVr = *e;
        if (!meta.coding.explicitVr)
            withVr.vr = standardVr(e->tag, false);
        if (auto done = readValue(withVr, meta, result.attributes); !done)
            return done;
        at = e->valueAt + e->length;
    }
    const QString syntax = result.attributes.text(tags::TransferSyntaxUid);
    if (syntax == "1.2.840.10008.1.2.1.99"_L1) {
        if (!m_source.inflateFrom(at))
            return fail(ErrorCode::OutOfMemory);
        if (!m_source.at(at, 8) && m_source.isInflateBroken())
            return fail(ErrorCode::DicomTruncated, damagedDeflate());
    }
    if (syntax.isEmpty()) {
        const std::optional<Coding> seen = guessCoding(at);
        if (!seen && result.isPart10 && beginsLikeZlib(at)) // some writers compress the file meta information too
            return fail(ErrorCode::DicomMalformed, damagedDeflate());
        if (!seen)
            return fail(result.isPart10 ? ErrorCode::DicomMalformed : ErrorCode::NotDicom, u"no transfer syntax"_s);
        repaired(u"no transfer syntax"_s);
        result.coding = *seen;
        result.attributes.setText(tags::TransferSyntaxUid, "UI",
                                  {seen->bigEndian    ? u"1.2.840.10008.1.2.2"_s
                                   : seen->explicitVr ? u"1.2.840.10008.1.2.1"_s
                                                      : u"1.2.840.10008.1.2"_s});
    } else {
        result.coding = codingOf(syntax, at);
    }
    result.pixels = PixelPlace{at, 0, {}}; // where the data set begins, for read()
    return {};
}

Result<ReadDataSet> Reader::read()
{
    ReadDataSet result;
    if (auto done = readMeta(result); !done)
        return fail(done.error());
    const qint64 at = result.pixels->offset;
    result.pixels.reset();

    Level level;
    level.coding = result.coding;
    level.end = m_source.size();
    level.endIsKnown = false;
    const int before = m_elements;
    if (auto done = readLevel(at, level, result.attributes, &result); !done) {
        // Damaged bytes inflate to nonsense as often as to nothing.
        const ErrorCode code = done.error().code;
        if (m_source.isInflated() && (code == ErrorCode::DicomTruncated || code == ErrorCode::DicomMalformed))
            return fail(code, damagedDeflate());
        // Something that merely began like a data set was no DICOM at all.
        const bool claimed = result.isPart10 || m_elements - before >= 3;
        return claimed ? fail(done.error()) : fail(ErrorCode::NotDicom, done.error().detail);
    }
    if (m_source.isInflateBroken() && !result.pixels)
        return fail(ErrorCode::DicomTruncated, damagedDeflate());
    const Attributes &a = result.attributes;
    if (!result.isPart10 && !a.contains(tags::SopClassUid) && !a.contains(tags::StudyInstanceUid) &&
        !a.contains(tags::Rows) && !a.contains(tags::Modality)) {
        return fail(ErrorCode::NotDicom, u"no DICOM prefix and no element that an object must have"_s);
    }
    if (!level.charset.complaint().isEmpty())
        repaired(level.charset.complaint());
    if (!m_repairs.isEmpty())
        result.attributes.setText(readRepairs, "LO", m_repairs);
    return result;
}

tl::unexpected<Error> Reader::endsEarly(const ElementHeader &e, const Level &level) const
{
    const QString where = u"length %1 of %2"_s.arg(e.length).arg(tagName(e.tag));
    // Lengths of 2 GB and more in a header are never meant: a negative number was written.
    if (level.endIsKnown || e.length > quint32(std::numeric_limits<qint32>::max()))
        return fail(ErrorCode::DicomMalformed, where);
    return fail(ErrorCode::DicomTruncated, where);
}

/// Reads elements from `at` to the level's end or its delimiter; gives the offset behind it.
Result<qint64> Reader::readLevel(qint64 at, Level &level, Attributes &into, ReadDataSet *outermost)
{
    while (at < level.end) {
        const std::optional<ElementHeader> read = header(at, level.coding);
        if (!read) {
            if (outermost && isPaddingToEnd(at))
                return at; // also the regular end of an inflated stream, whose length is not known beforehand
            return fail(ErrorCode::DicomTruncated, u"in the header of an element"_s);
        }
        ElementHeader e = *read;
        if (e.tag == itemEnd && !outermost)
            return e.valueAt;
        if (e.tag == sequenceEnd && !outermost && !level.endIsKnown)
            return at; // the item's own delimiter was forgotten; the sequence's is left to the sequence
        if (e.tag.group == 0xFFFE) {
            repaired(u"stray delimiter"_s);
            at = e.valueAt;
            continue;
        }
        if (++m_elements > maximumElements)
            return fail(ErrorCode::DicomMalformed, u"more than %1 elements"_s.arg(maximumElements));
        if (!level.coding.explicitVr)
            e.vr = standardVr(e.tag, level.signedPixels);
        if (outermost && isPixelTag(e.tag)) {
            const qint64 length = e.length == undefinedLength ? -1 : qint64(e.length);
            outermost->pixels = PixelPlace{e.valueAt, length, e.vr};
            Attribute pixels;
            pixels.vr = e.vr;
            pixels.bulkDataUri = u"#offset=%1"_s.arg(e.valueAt);
            into.set(e.tag, std::move(pixels));
            return at;
        }
        const Result<qint64> next = readElement(e, level, into);
        if (!next)
            return next;
        at = *next;
    }
    if (!outermost && !level.endIsKnown)
        return withoutDelimiter(level.end);
    return at;
}

/// An item or sequence of undefined length that ran into the end of what holds it.
tl::unexpected<Error> Reader::withoutDelimiter(qint64 end) const
{
    const bool atEndOfFile = end >= m_source.size();
    return fail(atEndOfFile ? ErrorCode::DicomTruncated : ErrorCode::DicomMalformed, u"a sequence without its end"_s);
}

/// A few zero bytes behind the last element are padding.
bool Reader::isPaddingToEnd(qint64 at)
{
    for (qint64 i = at; const unsigned char *const p = m_source.at(i, 1); ++i) {
        if (*p != 0 || i - at >= 8)
            return false;
    }
    return true;
}

Result<qint64> Reader::readElement(const ElementHeader &e, Level &level, Attributes &into)
{
    Coding coding = level.coding;
    bool sequence = isVr(e.vr, "SQ");
    if (isVr(e.vr, "UN")) {
        if (e.length == undefinedLength) {
            sequence = true; // PS3.5 6.2.2 note 4: Implicit VR Little Endian inside
            coding = coding.explicitVr ? Coding{false, false} : coding;
        } else if (coding.explicitVr && isVr(standardVr(e.tag, false), "SQ")) {
            sequence = true;
            coding = Coding{false, false};
        } else if (!coding.explicitVr && e.length >= 8) {
            const unsigned char *const p = m_source.at(e.valueAt, 4); // a private sequence shows its first item
            sequence =
                p && readU16(p, coding.bigEndian) == item.group && readU16(p + 2, coding.bigEndian) == item.element;
        }
    }
    const qint64 end = e.valueAt + e.length;
    if (e.length != undefinedLength && (end > level.end || !m_source.at(end, 0)))
        return endsEarly(e, level);
    if (!sequence) {
        if (e.length == undefinedLength) {
            if (e.vr[0] != 'O')
                return fail(ErrorCode::DicomMalformed, u"undefined length of %1"_s.arg(tagName(e.tag)));
            return skipEncapsulated(e, coding);
        }
        if (auto done = readValue(e, level, into); !done)
            return fail(done.error());
        return end;
    }
    Attribute attribute;
    attribute.vr = {'S', 'Q'};
    const Result<qint64> next = readSequence(e, coding, level, attribute);
    if (!next) {
        // A sequence of known length can be left out without losing one's place.
        if (e.length == undefinedLength || next.error().code != ErrorCode::DicomMalformed ||
            m_elements > maximumElements)
            return next;
        repaired(u"sequence %1 cannot be read"_s.arg(tagName(e.tag)));
        return end;
    }
    if (!into.contains(e.tag))
        into.set(e.tag, std::move(attribute));
    return next;
}

Result<qint64> Reader::readSequence(const ElementHeader &e, Coding coding, const Level &level, Attribute &into)
{
    if (level.depth >= maximumDepth)
        return fail(ErrorCode::DicomMalformed, u"sequences nested deeper than %1"_s.arg(maximumDepth));
    const bool known = e.length != undefinedLength;
    const qint64 end = known ? e.valueAt + e.length : level.end;
    qint64 at = e.valueAt;
    while (at < end) {
        const unsigned char *const p = m_source.at(at, 8);
        if (!p)
            return fail(ErrorCode::DicomTruncated, u"in sequence %1"_s.arg(tagName(e.tag)));
        const Tag tag{readU16(p, coding.bigEndian), readU16(p + 2, coding.bigEndian)};
        const quint32 length = readU32(p + 4, coding.bigEndian);
        if (tag == sequenceEnd)
            return known ? end : at + 8;
        if (tag != item) {
            if (known)
                return fail(ErrorCode::DicomMalformed, u"no item in sequence %1"_s.arg(tagName(e.tag)));
            repaired(u"sequence %1 without its delimiter"_s.arg(tagName(e.tag)));
            return at;
        }
        if (++m_elements > maximumElements)
            return fail(ErrorCode::DicomMalformed, u"more than %1 elements"_s.arg(maximumElements));
        Level inner;
        inner.coding = coding;
        inner.depth = level.depth + 1;
        inner.signedPixels = level.signedPixels;
        inner.charset = level.charset;
        inner.endIsKnown = known || level.endIsKnown || length != undefinedLength;
        inner.end = length == undefinedLength ? end : at + 8 + length;
        if (inner.end > end || !m_source.at(length == undefinedLength ? at + 8 : inner.end, 0))
            return endsEarly({item, {}, length, at + 8}, inner);
        Level itemLevel = inner;
        itemLevel.endIsKnown = length != undefinedLength;
        const Result<qint64> next = readLevel(at + 8, itemLevel, into.items.emplace_back(), nullptr);
        if (!next)
            return next;
        at = length == undefinedLength ? *next : inner.end;
    }
    if (!known)
        return withoutDelimiter(level.end);
    return at;
}

Result<qint64> Reader::skipEncapsulated(const ElementHeader &e, Coding coding)
{
    bool cutShort = false;
    const std::vector<Fragment> all = readFragments(m_source, e.valueAt, coding.bigEndian, maximumElements, &cutShort);
    if (cutShort)
        return fail(ErrorCode::DicomTruncated, u"in the fragments of %1"_s.arg(tagName(e.tag)));
    return all.empty() ? e.valueAt + 8 : all.back().offset + all.back().length + 8;
}

/// setValue(), or what it made of the same bytes in another file.
void Reader::setShared(Attribute &into, const ElementHeader &e, Vr vr, bool bigEndian, const CharacterSets &charset)
{
    constexpr quint32 longest = 256; ///< bytes that are worth looking for
    const bool isShared = m_repeated && !bigEndian && e.length > 0 && e.length <= longest && !isBinary(vr);
    const unsigned char *const p = isShared ? m_source.at(e.valueAt, static_cast<int>(e.length)) : nullptr;
    if (!p) {
        setValue(into, vr, m_source.copy(e.valueAt, e.length), bigEndian, charset);
        return;
    }
    const QByteArrayView bytes(p, e.length);
    if (const QStringList *const known = m_repeated->find(vr, bytes, charset)) {
        into.values = *known;
        return;
    }
    // Nothing of them is kept: so short a value becomes texts.
    setValue(into, vr, QByteArray::fromRawData(bytes.data(), bytes.size()), bigEndian, charset);
    m_repeated->keep(vr, bytes, charset, into.values);
}

Result<void> Reader::readValue(const ElementHeader &e, Level &level, Attributes &into)
{
    if (e.tag.group == 0x0000) {
        repaired(u"command element %1 in a data set"_s.arg(tagName(e.tag)));
        return {};
    }
    if (into.contains(e.tag)) {
        repaired(u"element %1 occurs twice"_s.arg(tagName(e.tag)));
        return {};
    }
    Attribute attribute;
    attribute.vr = e.vr;
    const bool isOverlay = (e.tag.group & 0xFF00) == 0x6000 && e.tag.element == 0x3000;
    const qint64 most = isOverlay              ? maximumOverlayBytes
                        : e.tag == contourData ? maximumContourBytes
                                               : maximumValueBytes;
    if (qint64(e.length) > most) {
        attribute.bulkDataUri = u"#offset=%1&length=%2"_s.arg(e.valueAt).arg(e.length);
        into.set(e.tag, std::move(attribute));
        return {};
    }
    m_keptBytes += e.length;
    if (m_keptBytes > maximumKeptBytes)
        return fail(ErrorCode::DicomMalformed, u"header longer than %1 MB"_s.arg(maximumKeptBytes >> 20));
    if (e.tag == contourData) { // a million numbers as texts of their own would need ten times the room
        attribute.bytes = m_source.copy(e.valueAt, e.length);
        into.set(e.tag, std::move(attribute));
        return {};
    }
    Vr vr = e.vr;
    // Unknown to the writer, known to us: Implicit VR Little Endian inside (PS3.5 6.2.2 note 3).
    if (isVr(vr, "UN") && level.coding.explicitVr)
        vr = standardVr(e.tag, level.signedPixels);
    const bool bigEndian = level.coding.bigEndian && !(isVr(e.vr, "UN") && !isVr(vr, "UN"));
    setShared(attribute, e, vr, bigEndian, level.charset);
    if (e.tag == tags::SpecificCharacterSet)
        level.charset = m_repeated ? m_repeated->setOf(attribute.values) : CharacterSets(attribute.values);
    else if (e.tag.group == 0x0028 && e.tag.element == 0x0103)
        level.signedPixels = attribute.values.value(0) == "1"_L1;
    m_keptBytes += attribute.values.size() * qint64(sizeof(QString) * 2);
    into.set(e.tag, std::move(attribute));
    return {};
}

} // namespace

Result<ReadDataSet> readDataSet(ByteSource &source, RepeatedValues *repeated)
{
    return Reader(source, repeated).read();
}

std::vector<Fragment> readFragments(ByteSource &source, qint64 offset, bool bigEndian, int maximum, bool *cutShort,
                                    qint64 end)
{
    std::vector<Fragment> all;
    *cutShort = true;
    qint64 at = offset;
    while (const unsigned char *const p = source.at(at, 8)) {
        const Tag tag{readU16(p, bigEndian), readU16(p + 2, bigEndian)};
        const quint32 length = readU32(p + 4, bigEndian);
        if (tag == sequenceEnd || (at == end && tag == item)) {
            *cutShort = false;
            break;
        }
        if ((end >= 0 && at >= end) || tag != item || length == undefinedLength ||
            static_cast<int>(all.size()) >= maximum)
            break;
        const bool whole = source.at(at + 8 + length, 0) != nullptr;
        all.push_back({at + 8, whole ? qint64(length) : std::max<qint64>(0, source.size() - at - 8), at});
        if (!whole)
            break;
        at += 8 + qint64(length);
    }
    return all;
}

} // namespace consilium::dicom
