#include "viewer/dicom/Describe.h"

#include <QHash>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace consilium::dicom
{

namespace
{

constexpr Tag floatPixelData{0x7FE0, 0x0008}, doublePixelData{0x7FE0, 0x0009};
constexpr std::int64_t maximumFrameBytes = 1LL << 30;
constexpr std::int64_t maximumBytes = 1LL << 40;

Photometric photometricOf(const QString &name)
{
    static const QHash<QString, Photometric> names{
        {u"MONOCHROME1"_s, Photometric::Monochrome1},
        {u"MONOCHROME2"_s, Photometric::Monochrome2},
        {u"PALETTE COLOR"_s, Photometric::PaletteColor},
        {u"RGB"_s, Photometric::Rgb},
        {u"YBR_FULL"_s, Photometric::YbrFull},
        {u"YBR_FULL_422"_s, Photometric::YbrFull422},
        {u"YBR_PARTIAL_422"_s, Photometric::YbrFull422}, // stored alike; the range of its numbers goes by the name
        {u"YBR_PARTIAL_420"_s, Photometric::YbrPartial420},
        {u"YBR_ICT"_s, Photometric::YbrIct},
        {u"YBR_RCT"_s, Photometric::YbrRct},
    };
    return names.value(name, Photometric::Other);
}

bool isSingleSample(Photometric p)
{
    return p == Photometric::Monochrome1 || p == Photometric::Monochrome2 || p == Photometric::PaletteColor;
}

/// Syntaxes that lose by their nature; JPEG 2000 (.91) and HTJ2K (.203) may be either, then the image's own word
/// counts.
bool isLossySyntax(const TransferSyntaxUid &syntax, const QString &declared)
{
    static const QStringList lossy{u"50"_s, u"51"_s, u"53"_s, u"55"_s, u"81"_s, u"111"_s};
    static constexpr QLatin1StringView jpegRoot = "1.2.840.10008.1.2.4."_L1;
    if (!syntax.text().startsWith(jpegRoot))
        return false;
    const QStringView kind = QStringView(syntax.text()).mid(jpegRoot.size());
    const bool mpeg = kind.startsWith("10"_L1) && (kind.size() == 3 || kind.endsWith(".1"_L1));
    const bool either = kind == "91"_L1 || kind == "93"_L1 || kind == "203"_L1 || kind == "112"_L1;
    return lossy.contains(kind) || mpeg || (either && declared != "00"_L1);
}

tl::unexpected<Error> malformed(const QString &detail)
{
    return fail(ErrorCode::DicomMalformed, detail);
}

/// Whether the header speaks of pixels. Metadata of an archive may leave Pixel Data themselves out.
bool saysPixels(const Attributes &header)
{
    return header.contains(tags::PixelData) || header.contains(floatPixelData) || header.contains(doublePixelData) ||
           !header.text(tags::BitsAllocated).isEmpty();
}

/// A size of the image. Where it is missing and nothing speaks of pixels there is no image at all; anything else that
/// is no number in the range is an error: an image that does not say how large it is must not vanish like a report.
Result<int> readSize(const Attributes &header, Tag tag, const char *name)
{
    const QStringList written = header.texts(tag);
    if (written.join(QString()).trimmed().isEmpty() && !saysPixels(header))
        return fail(ErrorCode::NoPixels, u"no %1"_s.arg(QLatin1StringView(name)));
    if (written.join(QString()).trimmed().isEmpty())
        return malformed(u"Rows or Columns is missing"_s);
    const std::optional<int> value = header.integer(tag);
    if (!value || *value < 1 || *value > 65535)
        return malformed(u"%1 is not between 1 and 65535"_s.arg(QLatin1StringView(name)));
    return *value;
}

/// Floats have no Bits Stored, High Bit or Pixel Representation. PS3.3 C.7.6.24.
Result<void> readFloatBits(const Attributes &header, PixelDescription &p)
{
    const int expected = header.contains(floatPixelData) ? 32 : 64;
    p.bitsAllocated = header.integer(tags::BitsAllocated).value_or(-1);
    if (p.bitsAllocated != expected)
        return malformed(u"Bits Allocated is not %1 with floats"_s.arg(expected));
    p.bitsStored = p.bitsAllocated;
    p.highBit = p.bitsAllocated - 1;
    p.isSigned = p.isFloat = true;
    return {};
}

Result<void> readBits(const Attributes &header, PixelDescription &p, Issues &issues)
{
    if (!header.contains(tags::PixelData) && (header.contains(floatPixelData) || header.contains(doublePixelData)))
        return readFloatBits(header, p);
    const std::optional<int> allocated = header.integer(tags::BitsAllocated);
    if (!allocated || *allocated < 1 || *allocated > 64)
        return malformed(u"Bits Allocated is missing or impossible"_s);
    p.bitsAllocated = *allocated;
    p.bitsStored = header.integer(tags::BitsStored).value_or(header.contains(tags::BitsStored) ? -1 : p.bitsAllocated);
    if (p.bitsStored < 1 || p.bitsStored > p.bitsAllocated)
        return malformed(u"Bits Stored %1 with Bits Allocated %2"_s.arg(p.bitsStored).arg(p.bitsAllocated));
    p.highBit = header.integer(tags::HighBit).value_or(header.contains(tags::HighBit) ? -1 : p.bitsStored - 1);
    if (p.highBit < p.bitsStored - 1 || p.highBit >= p.bitsAllocated)
        return malformed(u"High Bit %1 with Bits Stored %2"_s.arg(p.highBit).arg(p.bitsStored));
    const int representation =
        header.integer(tags::PixelRepresentation).value_or(header.contains(tags::PixelRepresentation) ? -1 : 0);
    if (representation != 0 && representation != 1)
        return malformed(u"Pixel Representation is neither 0 nor 1"_s);
    p.isSigned = representation == 1;
    if (!header.contains(tags::BitsStored) || !header.contains(tags::HighBit) ||
        !header.contains(tags::PixelRepresentation)) {
        issues.push_back(
            {DataIssue::Kind::OtherRepaired,
             u"Bits Stored, High Bit or Pixel Representation is missing: taken as %1, %2, %3"_s.arg(p.bitsStored)
                 .arg(p.highBit)
                 .arg(representation)});
    }
    return {};
}

/// A stored value written as US or SS, whichever: brought into the range of the pixels. nullopt when it is not in it.
std::optional<int> storedValue(const Attributes &header, Tag tag, const PixelDescription &p)
{
    std::optional<int> value = header.integer(tag);
    if (!value)
        return std::nullopt;
    if (p.isSigned && *value > 32767 && p.bitsAllocated <= 16)
        value = *value - 65536;
    else if (!p.isSigned && *value < 0)
        value = *value + 65536;
    if (p.bitsAllocated > 16)
        return value;
    // Padding may use bits above Bits Stored (the allocated word counts), PS3.3 C.7.5.1.1.2.
    const int bits = std::min(p.bitsAllocated, 16);
    const int low = p.isSigned ? -(1 << (bits - 1)) : 0;
    const int high = p.isSigned ? (1 << (bits - 1)) - 1 : (1 << bits) - 1;
    return *value >= low && *value <= high ? value : std::nullopt;
}

void readPadding(const Attributes &header, PixelDescription &p, Issues &issues)
{
    if (header.texts(tags::PixelPaddingValue).isEmpty() && header.texts(tags::PixelPaddingRangeLimit).isEmpty())
        return;
    p.paddingValue = storedValue(header, tags::PixelPaddingValue, p);
    if (p.paddingValue)
        p.paddingLimit = storedValue(header, tags::PixelPaddingRangeLimit, p);
    const bool limitLost = !header.texts(tags::PixelPaddingRangeLimit).isEmpty() && !p.paddingLimit;
    if (!p.paddingValue || limitLost) {
        issues.push_back({DataIssue::Kind::InvalidPadding,
                          u"(0028,0120) %1, (0028,0121) %2"_s.arg(header.text(tags::PixelPaddingValue).left(16),
                                                                  header.text(tags::PixelPaddingRangeLimit).left(16))});
    }
}

Result<void> checkKind(const PixelDescription &p)
{
    if (p.photometricName.isEmpty())
        return malformed(u"Photometric Interpretation is missing"_s);
    if (p.photometric == Photometric::Other)
        return fail(ErrorCode::UnsupportedImage, u"Photometric Interpretation %1"_s.arg(p.photometricName.left(16)));
    if (p.samplesPerPixel != (isSingleSample(p.photometric) ? 1 : 3))
        return malformed(u"Samples per Pixel %1 with %2"_s.arg(p.samplesPerPixel).arg(p.photometricName.left(16)));
    const bool isGrey = p.photometric == Photometric::Monochrome1 || p.photometric == Photometric::Monochrome2;
    const bool isUsual = p.bitsAllocated == 8 || p.bitsAllocated == 16;
    const bool isWide = p.bitsAllocated == 32 || (p.bitsAllocated == 64 && p.isFloat);
    if (!isUsual && !(isGrey && (p.bitsAllocated == 1 || isWide)))
        return fail(ErrorCode::UnsupportedImage,
                    u"%1 with %2 bits a sample"_s.arg(p.photometricName.left(16)).arg(p.bitsAllocated));
    // Retired, of 8 bits, and of one meaning only where nothing was compressed: PS3.3 of 2004, C.7.6.3.1.2.
    const bool isPartial = p.photometricName == "YBR_PARTIAL_422"_L1;
    if (isPartial && (p.bitsAllocated != 8 || p.bitsStored != 8 || !isNative(p.transferSyntax)))
        return fail(ErrorCode::UnsupportedImage, u"YBR_PARTIAL_422, compressed or not of 8 bits"_s);
    if (p.samplesPerPixel == 3 && p.isSigned)
        return fail(ErrorCode::UnsupportedImage, u"colour of signed samples"_s);
    return {};
}

} // namespace

namespace
{

/// The profile of a colour image, where it has the look of one: a header that says its length, colours as RGB. ICC.1,
/// 7.2. Whether it can be used is found out where it cannot do harm.
void readProfile(const Attributes &header, PixelDescription &p, Issues &issues)
{
    constexpr Tag iccProfile{0x0028, 0x2000};
    constexpr qsizetype smallest = 132, largest = 1 << 20;
    const Attribute *const profile = p.samplesPerPixel == 3 ? header.find(iccProfile) : nullptr;
    if (!profile || (profile->bytes.isEmpty() && profile->bulkDataUri.isEmpty()))
        return;
    const QByteArray &bytes = profile->bytes;
    const auto byteAt = [&](qsizetype i) { return std::int64_t(static_cast<unsigned char>(bytes[i])); };
    const bool isWhole = bytes.size() >= smallest && bytes.size() <= largest && bytes.mid(36, 4) == "acsp";
    const std::int64_t said =
        isWhole ? byteAt(0) << 24 | byteAt(1) << 16 | byteAt(2) << 8 | byteAt(3) : std::int64_t(-1);
    if (said >= smallest && said <= bytes.size() && bytes.mid(16, 4) == "RGB ")
        p.iccProfile = std::make_shared<const QByteArray>(bytes);
    else
        issues.push_back({DataIssue::Kind::ProfileUnused, u"ICC Profile (0028,2000) of %1 bytes"_s.arg(bytes.size())});
}

} // namespace

bool isNative(const TransferSyntaxUid &syntax)
{
    static const QStringList native{u"1.2.840.10008.1.2"_s, u"1.2.840.10008.1.2.1"_s, u"1.2.840.10008.1.2.2"_s,
                                    u"1.2.840.10008.1.2.1.99"_s};
    return native.contains(syntax.text());
}

std::int64_t PixelDescription::bytesPerFrame() const
{
    const std::int64_t samples = std::int64_t(rows) * columns * samplesPerPixel;
    if (photometric == Photometric::YbrFull422 && isNative(transferSyntax))
        return std::int64_t(rows) * columns * 2 * (bitsAllocated / 8); // chroma of two neighbours is stored once
    return (samples * bitsAllocated + 7) / 8;
}

Result<PixelDescription> describePixels(const Attributes &header, Issues &issues)
{
    PixelDescription p;
    const Result<int> rows = readSize(header, tags::Rows, "Rows");
    const Result<int> columns = readSize(header, tags::Columns, "Columns");
    if (!rows || !columns)
        return fail(!rows ? rows.error() : columns.error());
    p.rows = *rows;
    p.columns = *columns;
    p.transferSyntax = TransferSyntaxUid(header.text(tags::TransferSyntaxUid));
    p.photometricName = header.text(tags::PhotometricInterpretation);
    p.photometric = photometricOf(p.photometricName);
    const bool hasSamples = header.contains(tags::SamplesPerPixel);
    p.samplesPerPixel = header.integer(tags::SamplesPerPixel)
                            .value_or(hasSamples                      ? -1
                                      : isSingleSample(p.photometric) ? 1
                                                                      : 3);
    if (auto bits = readBits(header, p, issues); !bits)
        return fail(bits.error());
    if (auto kind = checkKind(p); !kind)
        return fail(kind.error());
    if (p.photometric == Photometric::PaletteColor) {
        auto palette = describePalette(header);
        if (!palette)
            return fail(palette.error());
        p.palette = std::move(*palette);
    }
    p.planar = p.samplesPerPixel > 1 && header.integer(tags::PlanarConfiguration) == 1;

    if (!header.text(tags::NumberOfFrames).isEmpty()) {
        const std::optional<int> frames = header.integer(tags::NumberOfFrames);
        p.frames = frames.value_or(0);
        if (p.frames < 1) {
            issues.push_back({DataIssue::Kind::OtherRepaired, u"Number of Frames is not positive: taken as 1"_s});
            p.frames = 1;
        }
    }
    readProfile(header, p, issues);
    const std::int64_t frameBytes = p.bytesPerFrame();
    if (frameBytes > maximumFrameBytes || frameBytes * p.frames > maximumBytes)
        return malformed(u"%1 x %2 pixels in %3 frames"_s.arg(p.columns).arg(p.rows).arg(p.frames));

    readPadding(header, p, issues);
    const QString declared = header.text(tags::LossyImageCompression);
    p.lossy = declared == "01"_L1 || isLossySyntax(p.transferSyntax, declared);
    if (const auto ratios = header.numbers(tags::LossyImageCompressionRatio)) {
        const double ratio = *std::max_element(ratios->begin(), ratios->end()); // one for each lossy step
        if (ratio > 1.0)
            p.lossyRatio = ratio;
    }
    return p;
}

} // namespace consilium::dicom
