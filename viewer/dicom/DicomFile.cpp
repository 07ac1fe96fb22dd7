#include "viewer/dicom/DicomFile.h"

#include "viewer/dicom/DataSetReader.h"
#include "viewer/dicom/Describe.h"
#include "viewer/dicom/ElementValues.h"

#include <QDirIterator>

#include <algorithm>
#include <exception>
#include <new>

using namespace Qt::StringLiterals;

namespace consilium::dicom
{

namespace
{

constexpr Tag extendedOffsets{0x7FE0, 0x0001}, extendedLengths{0x7FE0, 0x0002};
constexpr int maximumFragments = 2'000'000;

Result<Attributes> headerOf(ByteSource &source)
{
    Result<ReadDataSet> read = readDataSet(source);
    if (!read)
        return fail(read.error());
    return std::move(read->attributes);
}

/// Moves a frame of single bits, which need not begin at a byte, to the front. PS3.5 8.1.1: the first pixel is the
/// lowest bit.
QByteArray alignedBits(const QByteArray &bytes, int shift, qint64 bits)
{
    QByteArray result((bits + 7) / 8, '\0');
    for (qsizetype i = 0; i < result.size(); ++i) {
        const int low = i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0;
        const int high = i + 1 < bytes.size() ? static_cast<unsigned char>(bytes[i + 1]) : 0;
        result[i] = static_cast<char>((low | high << 8) >> shift);
    }
    return result;
}

Result<QByteArray> nativeFrame(ByteSource &source, const ReadDataSet &read, const PixelDescription &p, int frame)
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
    QByteArray bytes = source.copy(place.offset + begin - lead, count + lead + (swapped ? 1 : 0));
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

/// Offsets of the frames' first items, from the first item behind the offset table; empty when there is no usable
/// table.
std::vector<qint64> frameOffsets(ByteSource &source, const ReadDataSet &read, const Fragment &table, int frames)
{
    std::vector<qint64> offsets;
    const Attribute *const extended = read.attributes.find(extendedOffsets);
    const QByteArray wide = extended ? extended->bytes : QByteArray();
    if (wide.size() == qsizetype(frames) * 8) {
        for (int i = 0; i < frames; ++i)
            offsets.push_back(
                static_cast<qint64>(readU64(reinterpret_cast<const unsigned char *>(wide.constData()) + 8 * i)));
        return offsets;
    }
    if (table.length != qint64(frames) * 4)
        return {};
    const QByteArray basic = source.copy(table.offset, table.length);
    for (int i = 0; i < basic.size() / 4; ++i)
        offsets.push_back(
            readU32(reinterpret_cast<const unsigned char *>(basic.constData()) + 4 * i, read.coding.bigEndian));
    return offsets;
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

/// First fragment of each frame, and one past the last. Empty when the fragments cannot be told apart.
std::vector<std::size_t> frameStarts(ByteSource &source, const ReadDataSet &read, const std::vector<Fragment> &all,
                                     int frames)
{
    const std::size_t count = all.size() - 1; // the first item is the offset table
    std::vector<std::size_t> starts;
    const std::vector<qint64> offsets = frameOffsets(source, read, all.front(), frames);
    for (const qint64 offset : offsets) {
        const auto it = std::find_if(all.begin() + 1, all.end(),
                                     [&](const Fragment &f) { return f.itemOffset - all[1].itemOffset == offset; });
        if (it == all.end() || (!starts.empty() && std::size_t(it - all.begin()) <= starts.back()))
            break;
        starts.push_back(std::size_t(it - all.begin()));
    }
    if (starts.size() != std::size_t(frames))
        starts.clear(); // no table, or one that points nowhere
    if (starts.empty() && frames == 1)
        starts = {1};
    if (starts.empty() && count == std::size_t(frames)) {
        for (std::size_t i = 1; i <= count; ++i)
            starts.push_back(i);
    }
    for (std::size_t i = 1;
         starts.size() <= std::size_t(frames) && offsets.empty() && count > std::size_t(frames) && i <= count; ++i) {
        if (frames > 1 && beginsCodestream(source, all[i]))
            starts.push_back(i);
    }
    if (!starts.empty())
        starts.push_back(all.size());
    return starts;
}

Result<QByteArray> encapsulatedFrame(ByteSource &source, const ReadDataSet &read, const PixelDescription &p, int frame)
{
    bool cutShort = false;
    const std::vector<Fragment> all =
        readFragments(source, read.pixels->offset, read.coding.bigEndian, maximumFragments, &cutShort);
    if (all.size() < 2)
        return fail(ErrorCode::PixelsDamaged, u"no fragment of the image is there"_s);
    const std::vector<std::size_t> starts = frameStarts(source, read, all, p.frames);
    if (starts.size() <= std::size_t(frame) + 1)
        return fail(ErrorCode::PixelsDamaged,
                    u"frame %1 cannot be found among %2 fragments"_s.arg(frame).arg(all.size() - 1));
    QByteArray bytes = joined(source, all, starts[std::size_t(frame)], starts[std::size_t(frame) + 1]);
    if (bytes.isEmpty())
        return fail(ErrorCode::PixelsDamaged, u"frame %1 is empty"_s.arg(frame));
    return bytes;
}

Result<QByteArray> frameOf(ByteSource &source, int frame)
{
    Result<ReadDataSet> read = readDataSet(source);
    if (!read)
        return fail(read.error());
    if (!read->pixels)
        return fail(ErrorCode::NoPixels, u"no Pixel Data"_s);
    std::vector<DataIssue> issues;
    const Result<PixelDescription> described = describePixels(read->attributes, issues);
    if (!described)
        return fail(described.error());
    if (frame < 0 || frame >= described->frames)
        return fail(ErrorCode::InvalidArgument, u"frame %1 of %2"_s.arg(frame).arg(described->frames));
    if (read->pixels->length < 0)
        return encapsulatedFrame(source, *read, *described, frame);
    return nativeFrame(source, *read, *described, frame);
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

} // namespace

Result<Attributes> readHeader(const QString &path)
{
    return guarded<Attributes>([&]() -> Result<Attributes> {
        Result<ByteSource> source = ByteSource::open(path);
        return source ? headerOf(*source) : fail(source.error());
    });
}

Result<Attributes> readHeader(const QByteArray &part10)
{
    return guarded<Attributes>([&]() -> Result<Attributes> {
        ByteSource source(part10);
        return headerOf(source);
    });
}

Result<QByteArray> readFrame(const QString &path, int frame)
{
    return guarded<QByteArray>([&]() -> Result<QByteArray> {
        Result<ByteSource> source = ByteSource::open(path);
        return source ? frameOf(*source, frame) : fail(source.error());
    });
}

Result<QByteArray> readFrame(const QByteArray &part10, int frame)
{
    return guarded<QByteArray>([&]() -> Result<QByteArray> {
        ByteSource source(part10);
        return frameOf(source, frame);
    });
}

void scanFolder(const QString &folder, const std::function<void(ScannedFile)> &found, const CancelToken &cancel)
{
    const auto offer = [&](const QString &path) {
        Result<Attributes> header = readHeader(path);
        const bool isOther = !header && header.error().code == ErrorCode::NotDicom;
        if (!isOther &&
            (!header || header->text(tags::SopClassUid) != "1.2.840.10008.1.3.10"_L1)) // a DICOMDIR is no image
            found({path, std::move(header)});
    };
    if (!QFileInfo(folder).isDir()) {
        offer(folder);
        return;
    }
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (!cancel.isCancelled() && files.hasNext())
        offer(files.next());
}

} // namespace consilium::dicom
