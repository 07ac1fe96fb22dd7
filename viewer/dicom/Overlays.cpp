#include "viewer/dicom/Overlays.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace consilium::dicom
{

namespace
{

constexpr int firstGroup = 0x6000, lastGroup = 0x601E;
constexpr int mostSize = 65535, farthest = 65535, mostFrames = 100'000;
constexpr int mostLetters = 64;

std::optional<int> numberIn(const Attributes &header, Tag tag, int low, int high, std::optional<int> missing)
{
    if (header.texts(tag).isEmpty())
        return missing;
    const std::optional<int> value = header.integer(tag);
    return value && *value >= low && *value <= high ? value : std::nullopt;
}

/// Why an overlay cannot be shown; technical, for the repair log.
struct Refusal {
    QString reason;
};

std::optional<Refusal> readPlace(const Attributes &header, int imageFrames, OverlayPlane &plane)
{
    const auto tag = [&](int element) { return Tag{std::uint16_t(plane.group), std::uint16_t(element)}; };
    const auto rows = numberIn(header, tag(0x0010), 1, mostSize, std::nullopt);
    const auto columns = numberIn(header, tag(0x0011), 1, mostSize, std::nullopt);
    const auto frames = numberIn(header, tag(0x0015), 1, mostFrames, 1);
    const auto firstFrame = numberIn(header, tag(0x0051), 1, mostFrames, 1);
    if (!rows || !columns || !frames || !firstFrame)
        return Refusal{u"sizes that cannot be"_s};
    if (!header.texts(tag(0x0050)).isEmpty()) {
        const auto origin = header.numbers(tag(0x0050), 2);
        if (!origin || std::abs((*origin)[0]) > farthest || std::abs((*origin)[1]) > farthest)
            return Refusal{u"Overlay Origin is not two numbers"_s};
        plane.top = static_cast<int>((*origin)[0]) - 1;
        plane.left = static_cast<int>((*origin)[1]) - 1;
    }
    plane.rows = *rows;
    plane.columns = *columns;
    plane.frames = *frames;
    plane.firstFrame = *firstFrame - 1;
    // C.9.2.1.4: a single overlay without a word about frames is one for all.
    plane.isEveryFrame = imageFrames > 1 && plane.frames == 1 && header.texts(tag(0x0051)).isEmpty();
    return std::nullopt;
}

/// Overlays within the pixels: PS3.3 C.9.2.1.1 of 2003 and before. They have the size of the image, and a plane for
/// each frame.
std::optional<Refusal> readBitInPixels(const Attributes &header, const PixelDescription &pixels, OverlayPlane &plane)
{
    const int bit = header.integer({std::uint16_t(plane.group), 0x0102}).value_or(0);
    const int lowest = pixels.highBit + 1 - pixels.bitsStored;
    const bool isOutside = bit >= 1 && bit < pixels.bitsAllocated && (bit > pixels.highBit || bit < lowest);
    if (!isOutside || pixels.samplesPerPixel != 1 || pixels.bitsAllocated > 16)
        return Refusal{u"no Overlay Data, and bit %1 of the pixels is no place for it"_s.arg(bit)};
    if (plane.rows != pixels.rows || plane.columns != pixels.columns)
        return Refusal{u"%1 x %2 bits within pixels of another size"_s.arg(plane.columns).arg(plane.rows)};
    const bool isCompressed = !pixels.transferSyntax.isEmpty() && !isNative(pixels.transferSyntax);
    if (isCompressed)
        return Refusal{u"the bits lie within pixels that are compressed"_s};
    plane.bitInPixels = bit;
    plane.isEveryFrame = false;
    plane.firstFrame = 0;
    plane.frames = pixels.frames;
    return std::nullopt;
}

std::optional<Refusal> readBits(const Attributes &header, const PixelDescription &pixels, OverlayPlane &plane)
{
    const auto tag = [&](int element) { return Tag{std::uint16_t(plane.group), std::uint16_t(element)}; };
    const Attribute *const data = header.find(tag(0x3000));
    if (!data)
        return readBitInPixels(header, pixels, plane);
    if (data->bytes.isEmpty())
        return Refusal{u"the bits were left out"_s};
    const qint64 bitsOfFrame = qint64(plane.rows) * plane.columns;
    const qint64 whole = std::min<qint64>(plane.frames, qint64(data->bytes.size()) * 8 / bitsOfFrame);
    if (whole < 1)
        return Refusal{u"%1 bytes for %2 x %3 bits"_s.arg(data->bytes.size()).arg(plane.columns).arg(plane.rows)};
    plane.bits = data->bytes;
    plane.frames = static_cast<int>(whole);
    return std::nullopt;
}

} // namespace

int OverlayPlane::frameOver(int imageFrame) const
{
    if (isEveryFrame)
        return 0;
    const int own = imageFrame - firstFrame;
    return own >= 0 && own < frames ? own : -1;
}

bool OverlayPlane::isSet(int frame, int row, int column) const
{
    const qint64 at = (qint64(frame) * rows + row) * columns + column;
    return (static_cast<unsigned char>(bits[qsizetype(at >> 3)]) >> (at & 7)) & 1;
}

std::shared_ptr<const std::vector<OverlayPlane>> describeOverlays(const Attributes &header, PixelDescription &pixels,
                                                                  Issues &issues)
{
    if (!header.containsAny({firstGroup, 0x0000}, {lastGroup, 0xFFFF}))
        return nullptr;
    auto planes = std::make_shared<std::vector<OverlayPlane>>();
    const int imageFrames = header.integer(tags::NumberOfFrames).value_or(1);
    for (int group = firstGroup; group <= lastGroup; group += 2) {
        const auto tag = [group](int element) { return Tag{std::uint16_t(group), std::uint16_t(element)}; };
        if (!header.contains(tag(0x0010)) && !header.contains(tag(0x3000)))
            continue;
        OverlayPlane plane;
        plane.group = group;
        std::optional<Refusal> refusal = readPlace(header, imageFrames, plane);
        if (!refusal)
            refusal = readBits(header, pixels, plane);
        if (refusal) {
            issues.push_back({DataIssue::Kind::OverlayMissing,
                              u"overlay %1: %2"_s.arg(QString::number(group, 16), refusal->reason)});
            continue;
        }
        plane.label = header.text(tag(0x1500)).left(mostLetters);
        plane.description = header.text(tag(0x0022)).left(mostLetters);
        if (plane.bitInPixels >= 0)
            pixels.overlayBits.push_back(plane.bitInPixels);
        planes->push_back(std::move(plane));
    }
    return planes->empty() ? nullptr : planes;
}

} // namespace consilium::dicom
