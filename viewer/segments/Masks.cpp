#include "viewer/dicom/Describe.h"
#include "viewer/pixels/FrameCodecs.h"
#include "viewer/pixels/FrameDecoder.h"
#include "viewer/pixels/NativeFrames.h"
#include "viewer/pixels/TransferSyntaxes.h"
#include "viewer/segments/ReaderParts.h"

#include <algorithm>
#include <cstring>
#include <map>

using namespace Qt::StringLiterals;

namespace consilium::segments
{

namespace
{

constexpr Tag sharedGroups{0x5200, 0x9229}, perFrameGroups{0x5200, 0x9230}, segmentSequence{0x0062, 0x0002},
    segmentNumber{0x0062, 0x0004}, segmentLabel{0x0062, 0x0005}, segmentDescription{0x0062, 0x0006},
    algorithmType{0x0062, 0x0008}, category{0x0062, 0x0003}, type{0x0062, 0x000F}, displayColour{0x0062, 0x000D},
    segmentationType{0x0062, 0x0001}, maximumFractional{0x0062, 0x000E}, fractionalType{0x0062, 0x0010},
    contentLabel{0x0070, 0x0080}, contentDescription{0x0070, 0x0081}, derivation{0x0008, 0x9124},
    sourceImages{0x0008, 0x2112};
constexpr std::size_t mostSegments = 65'535;

Result<void> readSegments(const Attributes &header, Segmentation &into)
{
    std::map<int, Segment> all;
    for (const Attributes &item : header.items(segmentSequence)) {
        Segment segment;
        segment.number = item.integer(segmentNumber).value_or(0);
        if (segment.number < 1 || segment.number > int(mostSegments)) {
            note({Flaw::Kind::NoSegment, -1, u"a segment without a number"_s, {}, {}}, into);
            continue;
        }
        segment.label = item.text(segmentLabel);
        segment.description = item.text(segmentDescription);
        segment.algorithm = item.text(algorithmType);
        segment.category = codeIn(item, category);
        segment.type = codeIn(item, type);
        const auto lab = item.numbers(displayColour, 3);
        const bool isColour =
            lab && std::all_of(lab->begin(), lab->end(), [](double v) { return v >= 0.0 && v <= 65535.0; });
        segment.isColourGiven = isColour;
        segment.colour = isColour ? colourFromCieLab(int((*lab)[0]), int((*lab)[1]), int((*lab)[2]))
                                  : colourForNumber(segment.number);
        if (!all.emplace(segment.number, segment).second)
            into.repairs.append(u"segment %1 is described twice"_s.arg(segment.number));
    }
    for (auto &[number, segment] : all)
        into.segments.push_back(std::move(segment));
    return {};
}

/// Of a frame: its own derivation, else the shared one.
std::vector<ImageFrame> sourcesOf(const Attributes &header, int frame)
{
    const auto of = [](const Attributes &groups) {
        std::vector<ImageFrame> all;
        for (const Attributes &derived : groups.items(derivation)) {
            const auto some = imagesIn(derived.items(sourceImages));
            all.insert(all.end(), some.begin(), some.end());
        }
        return all;
    };
    if (dicom::hasFrameGroups(header, frame))
        if (auto own = of(header.items(perFrameGroups)[std::size_t(frame)]); !own.empty())
            return own;
    const Attributes *const shared = header.item(sharedGroups);
    return shared ? of(*shared) : std::vector<ImageFrame>();
}

Result<pixels::FramePtr> decode(const dicom::PixelDescription &description, const QByteArray &bytes,
                                pixels::FrameDecoder *decoder, const CancelToken &cancel)
{
    if (cancel.isCancelled())
        return fail(ErrorCode::Cancelled);
    const pixels::Coding coding = pixels::codingOf(description.transferSyntax);
    const bool isOutside = coding == pixels::Coding::Jpeg || coding == pixels::Coding::JpegLs ||
                           coding == pixels::Coding::Jpeg2000 || coding == pixels::Coding::HtJpeg2000;
    if (isOutside && decoder)
        return decoder->decode({}, description, description.transferSyntax, bytes, cancel);
    if (coding != pixels::Coding::Rle) // what is not native either it refuses by name
        return pixels::decodeNativeFrame({}, description, description.transferSyntax, bytes);
    const pixels::Bytes encoded(reinterpret_cast<const std::uint8_t *>(bytes.constData()), std::size_t(bytes.size()));
    Result<pixels::DecodedFrame> frame = pixels::makeFrameOf(description, encoded.size() * pixels::mostOfRleByte);
    if (!frame)
        return fail(frame.error());
    if (const auto done = pixels::decodeRle(description, encoded, *frame); !done)
        return fail(done.error());
    return std::make_shared<const pixels::DecodedFrame>(std::move(*frame));
}

/// The largest value of a fractional mask.
int highestOf(const pixels::DecodedFrame &frame)
{
    const std::uint16_t *const values = frame.u16();
    const std::size_t count = std::size_t(frame.rows) * std::size_t(frame.columns);
    return count == 0 ? 0 : *std::max_element(values, values + count);
}

bool isOfMask(const pixels::DecodedFrame &frame, const dicom::PixelDescription &pixels)
{
    return frame.type == pixels::SampleType::U16 && frame.rows == pixels.rows && frame.columns == pixels.columns;
}

/// The rows and columns in which something lies, cut out.
void cutOut(const pixels::DecodedFrame &frame, bool isFractional, int half, MaskPiece &piece)
{
    const std::uint16_t *const values = frame.u16();
    int top = frame.rows, bottom = -1, left = frame.columns, right = -1;
    for (int row = 0; row < frame.rows; ++row) {
        const std::uint16_t *const line = values + std::size_t(row) * std::size_t(frame.columns);
        const auto *const end = line + frame.columns;
        const auto *const first = std::find_if(line, end, [](std::uint16_t v) { return v != 0; });
        if (first == end)
            continue;
        const auto *last = end - 1;
        while (*last == 0)
            --last;
        top = std::min(top, row);
        bottom = row;
        left = std::min(left, int(first - line));
        right = std::max(right, int(last - line));
    }
    if (bottom < top)
        return;
    piece.top = top;
    piece.left = left;
    piece.rows = bottom - top + 1;
    piece.columns = right - left + 1;
    const std::size_t stride = isFractional ? std::size_t(piece.columns) : (std::size_t(piece.columns) + 7) / 8;
    piece.values.assign(stride * std::size_t(piece.rows), 0);
    for (int row = 0; row < piece.rows; ++row) {
        const std::uint16_t *const from = values + std::size_t(top + row) * std::size_t(frame.columns) + left;
        std::uint8_t *const to = piece.values.data() + std::size_t(row) * stride;
        for (int column = 0; column < piece.columns; ++column) {
            const int v = from[column];
            if (isFractional)
                to[column] = static_cast<std::uint8_t>(v);
            else if (v != 0)
                to[column >> 3] = static_cast<std::uint8_t>(to[column >> 3] | 1 << (column & 7));
            piece.pixels += isFractional ? (v >= half ? 1 : 0) : (v != 0 ? 1 : 0);
        }
    }
}

/// Where most of each segment lies.
void findLargest(Segmentation &into)
{
    std::map<int, const MaskPiece *> largest;
    for (const MaskPiece &piece : into.pieces) {
        const MaskPiece *&best = largest[piece.segment];
        if (!best || piece.pixels > best->pixels)
            best = &piece;
    }
    for (Segment &segment : into.segments) {
        const auto it = largest.find(segment.number);
        if (it == largest.end())
            continue;
        const dicom::FrameGeometry &g = it->second->geometry;
        segment.planeNormal = g.normal();
        segment.largestAt = g.toPatient(
            {it->second->left + (it->second->columns - 1) / 2.0, it->second->top + (it->second->rows - 1) / 2.0});
        if (g.spacing.isKnown())
            segment.largestMm2 = double(it->second->pixels) * g.spacing.betweenRowsMm * g.spacing.betweenColumnsMm;
    }
}

Result<void> readKind(const Attributes &header, const dicom::PixelDescription &pixels, Segmentation &into)
{
    const QString kind = header.text(segmentationType);
    if (kind == "LABELMAP"_L1)
        return fail(ErrorCode::UnsupportedImage, u"label map segmentation"_s);
    if (kind != "BINARY"_L1 && kind != "FRACTIONAL"_L1)
        return fail(ErrorCode::DicomMalformed, u"Segmentation Type is neither BINARY nor FRACTIONAL"_s);
    if (pixels.samplesPerPixel != 1 || pixels.isSigned || pixels.bitsAllocated > 8)
        return fail(ErrorCode::DicomMalformed, u"a segmentation of %1 bits"_s.arg(pixels.bitsAllocated));
    if (kind == "FRACTIONAL"_L1) {
        into.maximumFraction = header.integer(maximumFractional).value_or(0);
        if (into.maximumFraction < 1 || into.maximumFraction > 255)
            return fail(ErrorCode::DicomMalformed, u"Maximum Fractional Value is not 1 to 255"_s);
        const QString share = header.text(fractionalType);
        into.fraction = share == "OCCUPANCY"_L1     ? Segmentation::Fraction::Occupancy
                        : share == "PROBABILITY"_L1 ? Segmentation::Fraction::Probability
                                                    : Segmentation::Fraction::Unknown;
        if (pixels.lossy)
            into.repairs.append(u"masks compressed with loss: their values are not quite those that were drawn"_s);
    } else if (pixels.lossy) { // what rings around an edge would be segment
        return fail(ErrorCode::UnsupportedImage, u"a binary segmentation compressed with loss"_s);
    }
    return {};
}

std::vector<PatientPoint> cornersOf(const dicom::FrameGeometry &geometry)
{
    std::vector<PatientPoint> corners;
    if (!geometry.isSpatial())
        return corners;
    for (const int row : {0, geometry.rows - 1})
        for (const int column : {0, geometry.columns - 1})
            corners.push_back(*geometry.toPatient({double(column), double(row)}));
    return corners;
}

/// Nobody says what the frame is of: it names no segment that is described, or has no functional groups at all.
bool isOfNobody(const Attributes &header, const dicom::Instance &frame, const Segmentation &object)
{
    const bool isForgotten =
        frame.frame > 0 && header.contains(perFrameGroups) && !dicom::hasFrameGroups(header, frame.frame);
    return isForgotten || !object.find(frame.segment);
}

/// What is known when all of its frames are read. `tooHigh`: frames with values that cannot be.
void finish(int tooHigh, Segmentation &into)
{
    if (tooHigh > 0)
        into.repairs.prepend(
            u"values above Maximum Fractional Value in %1 frames: taken as wholly inside"_s.arg(tooHigh));
    if (into.repairs.size() > 50)
        into.repairs.resize(50);
    findLargest(into);
}

} // namespace

Result<void> readMasks(const Attributes &header, const FrameReader &frames, Segmentation &into,
                       pixels::FrameDecoder *decoder, const CancelToken &cancel)
{
    into.label = header.text(contentLabel);
    into.description = header.text(contentDescription);
    const Result<std::vector<dicom::InstancePtr>> described = dicom::describeFrames(header);
    if (!described)
        return fail(described.error());
    const dicom::PixelDescription &pixels = described->front()->pixels;
    if (const auto ok = readKind(header, pixels, into); !ok)
        return ok;
    if (const auto ok = readSegments(header, into); !ok)
        return ok;
    std::int64_t held = 0;
    int tooHigh = 0;
    std::optional<Error> stopped;
    const auto take = [&](int number, const QByteArray &bytes) {
        const dicom::Instance &frame = *(*described)[std::size_t(number)];
        const std::vector<ImageFrame> sources = sourcesOf(header, number);
        const auto leaveOut = [&](Flaw::Kind why, int segment, const QString &detail) {
            note({why, segment, u"frame %1 "_s.arg(number + 1) + detail, sources, cornersOf(frame.geometry)}, into);
            return true;
        };
        if (isOfNobody(header, frame, into))
            return leaveOut(Flaw::Kind::NoSegment, -1, u"names no segment that is described"_s);
        const auto decoded = decode(pixels, bytes, decoder, cancel);
        if (!decoded && decoded.error().code != ErrorCode::PixelsDamaged) {
            stopped = decoded.error();
            return false;
        }
        // A mask is taken whole or not at all.
        if (!decoded || (*decoded)->damaged || !isOfMask(**decoded, pixels))
            return leaveOut(Flaw::Kind::CutShort, frame.segment, u"is cut short"_s);
        tooHigh += into.isFractional() && highestOf(**decoded) > into.maximumFraction ? 1 : 0;
        MaskPiece piece;
        piece.segment = frame.segment;
        piece.frame = number;
        cutOut(**decoded, into.isFractional(), (into.maximumFraction + 1) / 2, piece);
        if (piece.values.empty())
            return true;
        if (!frame.geometry.isSpatial() && sources.size() != 1)
            return leaveOut(Flaw::Kind::NoPlace, frame.segment, u"says nowhere where it lies"_s);
        piece.geometry = frame.geometry;
        piece.sources = sources;
        held += std::int64_t(sizeof(MaskPiece) + piece.values.size() + piece.sources.size() * sizeof(ImageFrame));
        if (held > mostBytes) {
            stopped = Error{ErrorCode::OutOfMemory, u"masks of more than %1 MB"_s.arg(mostBytes >> 20)};
            return false;
        }
        into.pieces.push_back(std::move(piece));
        return true;
    };
    if (const auto done = frames(take); !done)
        return done;
    if (stopped)
        return fail(*stopped);
    finish(tooHigh, into);
    return {};
}

} // namespace consilium::segments
