#include "viewer/dicom/DicomFile.h"

#include "viewer/dicom/DataSetReader.h"
#include "viewer/dicom/Describe.h"
#include "viewer/dicom/DicomDir.h"
#include "viewer/dicom/ElementValues.h"
#include "viewer/dicom/RepeatedValues.h"
#include "viewer/dicom/TextRepair.h"

#include <QDateTime>
#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <exception>
#include <new>
#include <optional>
#include <vector>

using namespace Qt::StringLiterals;

namespace consilium::dicom
{

namespace
{

constexpr Tag extendedOffsets{0x7FE0, 0x0001}, extendedLengths{0x7FE0, 0x0002};
constexpr int maximumFragments = 2'000'000;

/// Grey pixels whose length is what their numbers say: as nearly all files are, and told without describing them.
bool isAsLongAsSaid(const ReadDataSet &read, const ByteSource &source)
{
    const Attributes &header = read.attributes;
    const auto number = [&header](Tag tag, int missing) { return header.integer(tag).value_or(missing); };
    const int bits = number(tags::BitsAllocated, 0);
    if (number(tags::SamplesPerPixel, 0) != 1 || (bits != 8 && bits != 16))
        return false;
    const qint64 rows = number(tags::Rows, 0), columns = number(tags::Columns, 0);
    const bool isSized = rows > 0 && columns > 0 && rows <= 65535 && columns <= 65535;
    const qint64 needed = rows * columns * (bits / 8); // of one frame: files of many are worth describing
    const qint64 written = read.pixels->length;
    return isSized && number(tags::NumberOfFrames, 1) == 1 && (written == needed || written == needed + 1) &&
           written <= source.size() - read.pixels->offset;
}

/// Of native pixel data.
qint64 neededBytes(const PixelDescription &p)
{
    const qint64 bits = qint64(p.rows) * p.columns * p.samplesPerPixel * p.frames;
    return p.bitsAllocated == 1 ? (bits + 7) / 8 : p.bytesPerFrame() * p.frames;
}

/// What is wrong with the length of native pixel data; empty when nothing is. PS3.5 8.1.1: one byte may be padding.
QString lengthComplaint(const ReadDataSet &read, const ByteSource &source)
{
    const Attributes &header = read.attributes;
    if (!read.pixels || read.pixels->length < 0 || !header.contains(tags::Rows) || isAsLongAsSaid(read, source))
        return {};
    Issues issues;
    const Result<PixelDescription> described = describePixels(header, issues);
    if (!described)
        return {}; // refused with a reason of its own
    const qint64 needed = neededBytes(*described);
    const qint64 written = read.pixels->length;
    if (written > needed + 1 || written < needed)
        return pixelLengthRepair + u"%1 bytes long, the image needs %2"_s.arg(written).arg(needed);
    if (written > source.size() - read.pixels->offset)
        return pixelLengthRepair + u"said to be %1 bytes long, the file ends before"_s.arg(written);
    return {};
}

/// Zeros, as media fill up their blocks, or the end of a line that some servers leave behind an object.
bool isFilling(ByteSource &source, qint64 at)
{
    constexpr int longestLook = 4096;
    const int look = int(std::min<qint64>(source.size() - at, longestLook));
    const unsigned char *const p = source.at(at, look);
    const auto isEndOfLine = [](unsigned char byte) { return byte == '\r' || byte == '\n'; };
    return p && (std::all_of(p, p + look, [](unsigned char byte) { return byte == 0; }) ||
                 (look <= 2 && std::all_of(p, p + look, isEndOfLine)));
}

/// Whether well-formed elements (signatures, trailing padding: PS3.5 7.1, PS3.10 7.2), and filling behind them, go on
/// from `at` to the end.
bool endsInElements(ByteSource &source, qint64 at, const Coding &coding)
{
    constexpr int mostElements = 1000;
    constexpr std::uint32_t unknownLength = 0xFFFFFFFFu;
    for (int i = 0; i < mostElements && at < source.size(); ++i) {
        if (isFilling(source, at))
            return true;
        const unsigned char *p = source.at(at, 8);
        if (!p)
            return false;
        const bool hasVr = coding.explicitVr && readU16(p, coding.bigEndian) != 0xFFFE; // items have none
        const auto isLetter = [](unsigned char c) { return c >= 'A' && c <= 'Z'; };
        if (hasVr && (!isLetter(p[4]) || !isLetter(p[5])))
            return false;
        const QByteArray vr = hasVr ? QByteArray(reinterpret_cast<const char *>(p) + 4, 2) : QByteArray();
        const bool isLong = hasVr && (vr.startsWith('O') || QByteArray("SQ SV UC UN UR UT UV").contains(vr));
        if (isLong && !(p = source.at(at, 12)))
            return false;
        const std::uint32_t length = isLong  ? readU32(p + 8, coding.bigEndian)
                                     : hasVr ? readU16(p + 6, coding.bigEndian)
                                             : readU32(p + 4, coding.bigEndian);
        if (length == unknownLength)
            return true; // a sequence: pixels do not look like one
        at += (isLong ? 12 : 8) + qint64(length);
    }
    return at == source.size();
}

/// Behind native pixel data stands what was pushed out of them when bytes came in, or nothing.
QString strayComplaint(const ReadDataSet &read, ByteSource &source)
{
    if (!read.pixels || read.pixels->length < 0 || source.isInflated())
        return {};
    const qint64 end = read.pixels->offset + read.pixels->length, stray = source.size() - end;
    if (stray <= 0 || endsInElements(source, end, read.coding))
        return {};
    return pixelLengthRepair + u"followed by %1 bytes that are no elements"_s.arg(stray);
}

/// The object is the one that its data set names; who makes files anonymous often leaves the name in the file meta
/// information as it was.
QString nameComplaint(const Attributes &header)
{
    constexpr Tag mediaStorageSopInstance{0x0002, 0x0003};
    const QString outer = header.text(mediaStorageSopInstance), own = header.text(tags::SopInstanceUid);
    return outer.isEmpty() || own.isEmpty() || outer == own
               ? QString()
               : u"Media Storage SOP Instance UID (0002,0003) is not the SOP Instance UID (0008,0018): the latter counts"_s;
}

// What a failed copy leaves behind, as details of NotDicom.
constexpr QLatin1StringView emptyFile("empty file"), onlyZeros("zeros where DICOM begins");

/// Why it is no DICOM: nothing is there, or a preamble (PS3.10 7.1) of zeros at most.
Error notDicom(ByteSource &source, const Error &error)
{
    const int count = int(std::min<qint64>(source.size(), 128));
    if (count == 0)
        return {ErrorCode::NotDicom, emptyFile};
    const unsigned char *const p = source.at(0, count);
    const bool isHollow = p && std::all_of(p, p + count, [](unsigned char byte) { return byte == 0; });
    return isHollow ? Error{ErrorCode::NotDicom, onlyZeros} : error;
}

Result<Attributes> headerOf(ByteSource &source, RepeatedValues *repeated)
{
    Result<ReadDataSet> read = readDataSet(source, repeated);
    if (!read)
        return fail(read.error().code == ErrorCode::NotDicom ? notDicom(source, read.error()) : read.error());
    for (const QString &complaint :
         {nameComplaint(read->attributes), lengthComplaint(*read, source), strayComplaint(*read, source)}) {
        if (!complaint.isEmpty())
            read->attributes.setText(readRepairs, "LO", read->attributes.texts(readRepairs) << complaint);
    }
    return std::move(read->attributes);
}

/// Moves a frame of single bits, which need not begin at a byte, to the front. PS3.5 8.1.1: the first pixel is the
/// lowest bit.
QByteArray alignedBits(const QByteArray &bytes, int shift, qint64 bits)
{
    QByteArray result(std::min<qint64>((bits + 7) / 8, bytes.size()), '\0'); // of what is there, whatever is claimed
    for (qsizetype i = 0; i < result.size(); ++i) {
        const int low = i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0;
        const int high = i + 1 < bytes.size() ? static_cast<unsigned char>(bytes[i + 1]) : 0;
        result[i] = static_cast<char>((low | high << 8) >> shift);
    }
    return result;
}

/// `isLast`: the source is not needed any more.
Result<QByteArray> nativeFrame(ByteSource &source, const ReadDataSet &read, const PixelDescription &p, int frame,
                               bool isLast)
{
    const PixelPlace &place = *read.pixels;
    const qint64 bits = qint64(p.rows) * p.columns * p.samplesPerPixel;
    const bool single = p.bitsAllocated == 1;
    const qint64 begin = single ? bits * frame / 8 : p.bytesPerFrame() * frame;
    const int shift = single ? static_cast<int>(bits * frame % 8) : 0;
    qint64 count = single ? (bits + shift + 7) / 8 : p.bytesPerFrame();
    count = std::min(count, place.length - begin);
    if (count <= 0)
        return fail(ErrorCode::PixelsDamaged, u"frame %1 is not in the file"_s.arg(frame));
    // 8-bit samples written as big endian words lie in swapped pairs; pairs are counted from the start of the pixel
    // data.
    const bool swapped = read.coding.bigEndian && p.bitsAllocated <= 8 && place.vr == Vr{'O', 'W'};
    const qint64 lead = swapped ? begin & 1 : 0;
    const qint64 from = place.offset + begin - lead, length = count + lead + (swapped ? 1 : 0);
    QByteArray bytes = isLast ? source.take(from, length) : source.copy(from, length);
    if (swapped) {
        for (qsizetype i = 0; i + 1 < bytes.size(); i += 2)
            std::swap(bytes[i], bytes[i + 1]);
        bytes = bytes.mid(lead, count);
    }
    if (bytes.isEmpty())
        return fail(ErrorCode::PixelsDamaged, u"the file ends before frame %1"_s.arg(frame));
    return single ? alignedBits(bytes, shift, bits) : bytes;
}

QByteArray joined(ByteSource &source, const std::vector<Fragment> &all, std::size_t first, std::size_t last)
{
    QByteArray bytes;
    for (std::size_t i = first; i < last; ++i)
        bytes += source.copy(all[i].offset, all[i].length);
    return bytes;
}

std::uint64_t readU64(const unsigned char *p)
{
    return std::uint64_t(readU32(p + 4, false)) << 32 | readU32(p, false);
}

/// Where the frames' first items lie, from the first item behind the table: the Extended Offset Table (PS3.3
/// C.7.6.3.1.8) or the Basic one (PS3.5 A.4).
class OffsetTable
{
public:
    OffsetTable(ByteSource &source, const ReadDataSet &read, const Fragment &basic, int frames)
        : m_frames(frames), m_first(basic.offset + basic.length), m_bigEndian(read.coding.bigEndian)
    {
        const Attribute *const extended = read.attributes.find(extendedOffsets);
        m_isWide = extended && extended->bytes.size() == qsizetype(frames) * 8;
        if (m_isWide)
            m_bytes = extended->bytes;
        else if (basic.length == qint64(frames) * 4)
            m_bytes = source.copy(basic.offset, basic.length);
        m_isThere = m_bytes.size() == qsizetype(frames) * (m_isWide ? 8 : 4);
    }

    [[nodiscard]] bool isThere() const { return m_isThere; }
    /// Of the frame's first item, in the source.
    [[nodiscard]] qint64 placeOf(int frame) const
    {
        const auto *const p = reinterpret_cast<const unsigned char *>(m_bytes.constData());
        constexpr std::uint64_t beyondAnyFile = std::uint64_t(1) << 60;
        const std::uint64_t offset = m_isWide ? readU64(p + 8 * qsizetype(frame))
                                              : std::uint64_t(readU32(p + 4 * qsizetype(frame), m_bigEndian));
        return offset < beyondAnyFile ? m_first + static_cast<qint64>(offset) : -1;
    }
    /// Each frame lies behind the one before: a table that does not rise (offsets beyond 4 GB that wrapped) is none.
    [[nodiscard]] bool rises() const
    {
        qint64 last = m_first - 1;
        for (int i = 0; i < m_frames; ++i) {
            const qint64 here = placeOf(i);
            if (here <= last)
                return false;
            last = here;
        }
        return true;
    }

private:
    int m_frames;
    qint64 m_first;
    bool m_bigEndian, m_isWide = false, m_isThere = false;
    QByteArray m_bytes;
};

/// The fragments of a frame where the table says that they are, none of the others being looked at. Empty where the
/// table does not agree with the items.
std::vector<Fragment> fragmentsByTable(ByteSource &source, const OffsetTable &table, bool bigEndian, int frame,
                                       int frames)
{
    const bool isLast = frame + 1 == frames;
    const qint64 end = isLast ? -1 : table.placeOf(frame + 1);
    bool cutShort = false;
    std::vector<Fragment> all =
        readFragments(source, table.placeOf(frame), bigEndian, maximumFragments, &cutShort, end);
    if (all.empty())
        return {};
    const qint64 reached = all.back().offset + all.back().length;
    const bool fileEnds = cutShort && reached >= source.size();
    return fileEnds || isLast || reached == end ? all : std::vector<Fragment>();
}

bool beginsCodestream(ByteSource &source, const Fragment &fragment)
{
    const unsigned char *const p = fragment.length >= 3 ? source.at(fragment.offset, 3) : nullptr;
    if (!p)
        return false;
    const bool jpeg = p[0] == 0xFF && p[1] == 0xD8 && p[2] == 0xFF; // also JPEG-LS
    const bool jpeg2000 = p[0] == 0xFF && p[1] == 0x4F && p[2] == 0xFF;
    return jpeg || jpeg2000;
}

/// First fragment of each frame, and one past the last, where no table says it. Empty when the fragments cannot be told
/// apart. `guess`: frames of several fragments may be told apart by what looks like the begin of a codestream.
std::vector<std::size_t> frameStarts(ByteSource &source, const std::vector<Fragment> &all, int frames, bool guess)
{
    const std::size_t count = all.size() - 1; // the first item is the offset table
    std::vector<std::size_t> starts;
    if (frames == 1)
        starts = {1};
    if (starts.empty() && count == std::size_t(frames)) {
        for (std::size_t i = 1; i <= count; ++i)
            starts.push_back(i);
    }
    for (std::size_t i = 1; starts.size() <= std::size_t(frames) && guess && count > std::size_t(frames) && i <= count;
         ++i) {
        if (frames > 1 && beginsCodestream(source, all[i]))
            starts.push_back(i);
    }
    if (!starts.empty())
        starts.push_back(all.size());
    return starts;
}

Result<ReadDataSet> readWithPixels(ByteSource &source)
{
    Result<ReadDataSet> read = readDataSet(source);
    if (read && !read->pixels)
        return fail(ErrorCode::NoPixels, u"no Pixel Data"_s);
    return read;
}

/// The frames of one data set; what has to be looked for is looked for once.
class Frames
{
public:
    [[nodiscard]] static Result<Frames> of(ByteSource source)
    {
        Result<ReadDataSet> read = readWithPixels(source);
        if (!read)
            return fail(read.error());
        Issues issues;
        Result<PixelDescription> described = describePixels(read->attributes, issues);
        if (!described)
            return fail(described.error());
        return Frames(std::move(source), std::move(*read), std::move(*described));
    }
    [[nodiscard]] const Attributes &header() const { return m_read.attributes; }
    [[nodiscard]] int count() const { return m_pixels.frames; }
    /// `isLast`: no other is asked for.
    [[nodiscard]] Result<QByteArray> frame(int frame, bool isLast = false)
    {
        if (frame < 0 || frame >= m_pixels.frames)
            return fail(ErrorCode::InvalidArgument, u"frame %1 of %2"_s.arg(frame).arg(m_pixels.frames));
        return m_read.pixels->length < 0 ? encapsulated(frame) : nativeFrame(m_source, m_read, m_pixels, frame, isLast);
    }
    [[nodiscard]] FrameFile::Extent extent();

private:
    Frames(ByteSource source, ReadDataSet read, PixelDescription pixels)
        : m_source(std::move(source)), m_read(std::move(read)), m_pixels(std::move(pixels))
    {
    }
    Result<QByteArray> encapsulated(int frame);
    void findTable();

    ByteSource m_source;
    ReadDataSet m_read;
    PixelDescription m_pixels;
    bool m_isTableSought = false, m_hasHead = false, m_hasTable = false;
    std::optional<OffsetTable> m_table; ///< rises
    std::vector<Fragment> m_all;        ///< walked, where the table does not help
    std::vector<std::size_t> m_starts;
};

FrameFile::Extent Frames::extent()
{
    using Extent = FrameFile::Extent;
    const PixelPlace &place = *m_read.pixels;
    if (place.length < 0) {
        constexpr qint64 itemHeader = 8;
        bool cutShort = false;
        const auto all = readFragments(m_source, place.offset, m_read.coding.bigEndian, maximumFragments, &cutShort);
        const qint64 reached = all.empty() ? place.offset : all.back().offset + all.back().length;
        const bool fileEnds = reached + itemHeader > m_source.size();
        return !cutShort ? Extent::Whole : fileEnds ? Extent::EndsBefore : Extent::Wrong;
    }
    if (const qint64 needed = neededBytes(m_pixels); place.length < needed || place.length > needed + 1)
        return Extent::Wrong;
    if (place.length > m_source.size() - place.offset)
        return Extent::EndsBefore;
    return strayComplaint(m_read, m_source).isEmpty() ? Extent::Whole : Extent::Wrong;
}

void Frames::findTable()
{
    m_isTableSought = true;
    bool cutShort = false;
    const std::vector<Fragment> head =
        readFragments(m_source, m_read.pixels->offset, m_read.coding.bigEndian, 1, &cutShort);
    m_hasHead = !head.empty();
    if (!m_hasHead)
        return;
    OffsetTable table(m_source, m_read, head.front(), m_pixels.frames);
    m_hasTable = table.isThere();
    if (m_hasTable && table.rises())
        m_table = std::move(table);
}

Result<QByteArray> Frames::encapsulated(int frame)
{
    const bool bigEndian = m_read.coding.bigEndian;
    if (!m_isTableSought)
        findTable();
    if (!m_hasHead)
        return fail(ErrorCode::PixelsDamaged, u"no fragment of the image is there"_s);
    const std::vector<Fragment> own =
        m_table ? fragmentsByTable(m_source, *m_table, bigEndian, frame, m_pixels.frames) : std::vector<Fragment>();
    if (!own.empty()) {
        QByteArray bytes = joined(m_source, own, 0, own.size());
        return bytes.isEmpty() ? fail(ErrorCode::PixelsDamaged, u"frame %1 is empty"_s.arg(frame))
                               : Result<QByteArray>(std::move(bytes));
    }
    if (m_all.empty()) {
        bool cutShort = false;
        m_all = readFragments(m_source, m_read.pixels->offset, bigEndian, maximumFragments, &cutShort);
        if (m_all.size() >= 2)
            m_starts = frameStarts(m_source, m_all, m_pixels.frames, !m_hasTable);
    }
    if (m_all.size() < 2)
        return fail(ErrorCode::PixelsDamaged, u"no fragment of the image is there"_s);
    if (m_starts.size() <= std::size_t(frame) + 1)
        return fail(ErrorCode::PixelsDamaged,
                    u"frame %1 cannot be found among %2 fragments"_s.arg(frame).arg(m_all.size() - 1));
    QByteArray bytes = joined(m_source, m_all, m_starts[std::size_t(frame)], m_starts[std::size_t(frame) + 1]);
    if (bytes.isEmpty())
        return fail(ErrorCode::PixelsDamaged, u"frame %1 is empty"_s.arg(frame));
    return bytes;
}

Result<QByteArray> frameOf(ByteSource source, int frame)
{
    auto frames = Frames::of(std::move(source));
    return frames ? frames->frame(frame, true) : fail(frames.error());
}

Result<void> framesOf(ByteSource source, const std::function<bool(int, QByteArray)> &take)
{
    auto frames = Frames::of(std::move(source));
    if (!frames)
        return fail(frames.error());
    for (int frame = 0; frame < frames->count(); ++frame) {
        Result<QByteArray> bytes = frames->frame(frame);
        if (!bytes)
            return fail(bytes.error());
        if (!take(frame, std::move(*bytes)))
            break;
    }
    return {};
}

Result<QByteArray> streamOf(ByteSource &source)
{
    constexpr qint64 longest = qint64(1) << 30;
    const Result<ReadDataSet> read = readDataSet(source);
    if (!read)
        return fail(read.error());
    if (!read->pixels || read->pixels->length >= 0)
        return fail(ErrorCode::NoPixels, u"no encapsulated Pixel Data"_s);
    bool cutShort = false;
    const std::vector<Fragment> all =
        readFragments(source, read->pixels->offset, read->coding.bigEndian, maximumFragments, &cutShort);
    qint64 length = 0;
    for (std::size_t i = 1; i < all.size(); ++i)
        length += all[i].length;
    if (length <= 0)
        return fail(ErrorCode::PixelsDamaged, u"no fragment of the video is there"_s);
    if (length > longest)
        return fail(ErrorCode::OutOfMemory, u"a video of %1 MB"_s.arg(length >> 20));
    QByteArray bytes;
    bytes.reserve(length);
    for (std::size_t i = 1; i < all.size(); ++i)
        bytes += source.copy(all[i].offset, all[i].length);
    return bytes;
}

/// No DICOM, but meant to be: it has a name that only DICOM files have, or is what a failed copy leaves behind. The
/// empty files that other programs put beside images, and disk images, which begin with zeros too, are not meant.
bool wasMeant(const QString &path, const Error &error)
{
    static const QSet<QString> ours{u"dcm"_s, u"dicom"_s, u"dic"_s, u"ima"_s};
    static const QSet<QString> others{
        u"7z"_s,   u"avi"_s,  u"bat"_s,  u"bmp"_s,  u"cfg"_s,  u"cmd"_s,  u"css"_s,  u"csv"_s, u"db"_s,   u"dll"_s,
        u"doc"_s,  u"exe"_s,  u"gif"_s,  u"gz"_s,   u"htm"_s,  u"ico"_s,  u"inf"_s,  u"ini"_s, u"iso"_s,  u"jpg"_s,
        u"js"_s,   u"lnk"_s,  u"log"_s,  u"md"_s,   u"mha"_s,  u"mhd"_s,  u"mov"_s,  u"mp4"_s, u"nii"_s,  u"pdf"_s,
        u"png"_s,  u"py"_s,   u"rar"_s,  u"raw"_s,  u"rtf"_s,  u"sh"_s,   u"stl"_s,  u"svg"_s, u"tar"_s,  u"tif"_s,
        u"tmp"_s,  u"txt"_s,  u"url"_s,  u"wav"_s,  u"xls"_s,  u"xml"_s,  u"yml"_s,  u"zip"_s, u"docx"_s, u"html"_s,
        u"jpeg"_s, u"json"_s, u"lock"_s, u"nrrd"_s, u"tiff"_s, u"webp"_s, u"xlsx"_s, u"yaml"_s};
    const QFileInfo info(path);
    const QString name = info.fileName(), suffix = info.suffix().toLower();
    if (name.startsWith("._"_L1)) // what macOS notes beside a file, under the file's own name
        return false;
    if (ours.contains(suffix))
        return true;
    const bool isHollow = error.detail == emptyFile || error.detail == onlyZeros;
    return isHollow && !others.contains(suffix) && !name.startsWith(u'.') &&
           !name.startsWith("DICOMDIR"_L1, Qt::CaseInsensitive);
}

/// What Qt's containers throw when memory runs out is an error like any other here.
template<class T, class Function>
Result<T> guarded(Function function)
{
    try {
        return function();
    } catch (const std::bad_alloc &) {
        return fail(ErrorCode::OutOfMemory);
    } catch (const std::exception &) {
        return fail(ErrorCode::DicomMalformed, u"the reader failed"_s);
    }
}

Result<Attributes> headerOfFile(const QString &path, RepeatedValues *repeated)
{
    return guarded<Attributes>([&]() -> Result<Attributes> {
        Result<ByteSource> source = ByteSource::open(path);
        return source ? headerOf(*source, repeated) : fail(source.error());
    });
}

} // namespace

Result<Attributes> readHeader(const QString &path)
{
    return headerOfFile(path, nullptr);
}

Result<Attributes> readHeader(const QByteArray &part10)
{
    return guarded<Attributes>([&]() -> Result<Attributes> {
        ByteSource source(part10);
        return headerOf(source, nullptr);
    });
}

bool isPixelLengthWrong(const Attributes &header)
{
    const QStringList repairs = header.texts(readRepairs);
    return std::any_of(repairs.begin(), repairs.end(),
                       [](const QString &what) { return what.startsWith(pixelLengthRepair); });
}

Result<QByteArray> readFrame(const QString &path, int frame)
{
    return guarded<QByteArray>([&]() -> Result<QByteArray> {
        Result<ByteSource> source = ByteSource::open(path);
        return source ? frameOf(std::move(*source), frame) : fail(source.error());
    });
}

Result<QByteArray> readFrame(QByteArray part10, int frame)
{
    return guarded<QByteArray>([&]() -> Result<QByteArray> { return frameOf(ByteSource(std::move(part10)), frame); });
}

struct FrameFile::Private {
    Frames frames;
    QString path;
    qint64 size = 0;
    QDateTime changed;
};

FrameFile::FrameFile(std::unique_ptr<Private> made) : d(std::move(made)) {}
FrameFile::~FrameFile() = default;

Result<std::unique_ptr<FrameFile>> FrameFile::open(const QString &path)
{
    return guarded<std::unique_ptr<FrameFile>>([&]() -> Result<std::unique_ptr<FrameFile>> {
        // Before it is read: what changes meanwhile is seen afterwards.
        const QFileInfo info(path);
        const qint64 size = info.size();
        const QDateTime changed = info.lastModified();
        Result<ByteSource> source = ByteSource::open(path);
        if (!source)
            return fail(source.error());
        auto frames = Frames::of(std::move(*source));
        if (!frames)
            return fail(frames.error());
        return std::unique_ptr<FrameFile>(
            new FrameFile(std::make_unique<Private>(Private{std::move(*frames), path, size, changed})));
    });
}

const Attributes &FrameFile::header() const
{
    return d->frames.header();
}

Result<QByteArray> FrameFile::frame(int frame)
{
    return guarded<QByteArray>([&] { return d->frames.frame(frame); });
}

FrameFile::Extent FrameFile::extent()
{
    return d->frames.extent();
}

bool FrameFile::isUnchanged() const
{
    const QFileInfo info(d->path);
    return info.exists() && info.size() == d->size && info.lastModified() == d->changed;
}

Result<QByteArray> readStream(const QString &path)
{
    return guarded<QByteArray>([&]() -> Result<QByteArray> {
        Result<ByteSource> source = ByteSource::open(path);
        return source ? streamOf(*source) : fail(source.error());
    });
}

Result<QByteArray> readStream(const QByteArray &part10)
{
    return guarded<QByteArray>([&]() -> Result<QByteArray> {
        ByteSource source(part10);
        return streamOf(source);
    });
}

std::optional<ScannedFile> scanFile(const QString &path, RepeatedValues *repeated)
{
    Result<Attributes> header = headerOfFile(path, repeated);
    if (!header && header.error().code == ErrorCode::NotDicom && !wasMeant(path, header.error()))
        return std::nullopt;
    if (header && isDirectory(*header))
        return std::nullopt; // a DICOMDIR is no image
    if (header) {            // once: what the file says is described in several steps
        if (auto repaired = repairedTexts(*header))
            header = std::move(*repaired);
        header->setTextsJudged();
    }
    return ScannedFile{path, std::move(header)};
}

Result<void> readFrames(const QString &path, const std::function<bool(int, QByteArray)> &take)
{
    return guarded<void>([&]() -> Result<void> {
        Result<ByteSource> source = ByteSource::open(path);
        return source ? framesOf(std::move(*source), take) : fail(source.error());
    });
}

Result<void> readFrames(const QByteArray &part10, const std::function<bool(int, QByteArray)> &take)
{
    return guarded<void>([&]() -> Result<void> { return framesOf(ByteSource(part10), take); });
}

void scanFolder(const QString &folder, const std::function<void(ScannedFile)> &found, const CancelToken &cancel,
                const ListFolder &list)
{
    using End = platform::FolderNames::End;
    RepeatedValues repeated;
    const auto offer = [&](const QString &path) {
        if (auto file = scanFile(path, &repeated))
            found(std::move(*file));
    };
    if (!QFileInfo(folder).isDir()) {
        offer(folder);
        return;
    }
    std::vector<QString> left{folder};
    while (!left.empty() && !cancel.isCancelled()) {
        const QString at = std::move(left.back());
        left.pop_back();
        const std::unique_ptr<platform::FolderNames> names =
            list ? list(at) : std::make_unique<platform::FolderNames>(at);
        while (!cancel.isCancelled()) {
            const auto next = names->next();
            if (!next)
                break;
            const QString path = at.endsWith(u'/') ? at + next->name : at + u'/' + next->name;
            if (!next->isFolder)
                offer(path);
            else if (!next->isLink) // links to folders are not followed
                left.push_back(path);
        }
        if (cancel.isCancelled())
            return; // how the list ends is not known
        // A folder that may not be looked into is no empty one, and one whose list broke off is not all that is in it.
        if (names->end() == End::Closed)
            found({at, fail(ErrorCode::FileUnreadable, QStringLiteral("no right to read the folder"))});
        else if (names->end() == End::Broken)
            found({at, fail(ErrorCode::FileUnreadable, folderBrokeOff)});
    }
}

} // namespace consilium::dicom
