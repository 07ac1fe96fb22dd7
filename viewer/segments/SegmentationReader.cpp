#include "viewer/segments/SegmentationReader.h"

#include "viewer/dicom/DicomFile.h"
#include "viewer/dicom/TextRepair.h"
#include "viewer/segments/ReaderParts.h"

#include <algorithm>
#include <exception>
#include <new>

using namespace Qt::StringLiterals;

namespace consilium::segments
{

namespace
{

constexpr auto segmentationClass = "1.2.840.10008.5.1.4.1.1.66.4"_L1;
constexpr auto labelMapClass = "1.2.840.10008.5.1.4.1.1.66.7"_L1;
constexpr auto structureSetClass = "1.2.840.10008.5.1.4.1.1.481.3"_L1;

Result<SegmentationPtr> readFrom(const Result<Attributes> &written, const FrameReader &frames,
                                 pixels::FrameDecoder *decoder, const CancelToken &cancel)
{
    if (!written)
        return fail(written.error());
    const std::optional<Attributes> repaired = dicom::repairedTexts(*written);
    const Attributes *const header = repaired ? &*repaired : &*written;
    const QString sopClass = header->text(tags::SopClassUid);
    if (sopClass == labelMapClass)
        return fail(ErrorCode::UnsupportedImage, u"label map segmentation"_s);
    if (!isSegmentation(*header))
        return fail(ErrorCode::NoPixels, u"neither a segmentation nor a structure set"_s);
    auto result = std::make_shared<Segmentation>();
    result->kind = sopClass == structureSetClass ? Segmentation::Kind::Structures : Segmentation::Kind::Masks;
    result->study = StudyUid(header->text(tags::StudyInstanceUid));
    result->series = SeriesUid(header->text(tags::SeriesInstanceUid));
    result->sop = SopInstanceUid(header->text(tags::SopInstanceUid));
    if (result->study.isEmpty() || result->series.isEmpty() || result->sop.isEmpty())
        return fail(ErrorCode::DicomMalformed, u"no Study, Series or SOP Instance UID"_s);
    result->patient = dicom::describeStudy(*header).patient;
    result->header = dicom::describeSeries(*header);
    result->frameOfReference = FrameOfReferenceUid(header->text(tags::FrameOfReferenceUid));
    result->repairs = header->texts(dicom::readRepairs);
    const bool isMasks = result->kind == Segmentation::Kind::Masks;
    if (isMasks && dicom::isPixelLengthWrong(*header))
        return fail(ErrorCode::PixelsDamaged, u"the pixel data of the masks have a wrong length"_s);
    const Result<void> read =
        isMasks ? readMasks(*header, frames, *result, decoder, cancel) : readStructures(*header, *result, cancel);
    if (!read)
        return fail(read.error());
    if (result->segments.empty())
        return fail(ErrorCode::NoPixels, u"it names no segment"_s);
    return SegmentationPtr(std::move(result));
}

/// What containers throw when memory runs out is an error like any other here.
template<class Function>
Result<SegmentationPtr> guarded(Function function)
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

bool isSegmentation(const Attributes &header)
{
    const QString sopClass = header.text(tags::SopClassUid);
    return sopClass == segmentationClass || sopClass == structureSetClass;
}

Code codeIn(const Attributes &header, Tag sequence)
{
    const Attributes *const item = header.item(sequence);
    if (!item)
        return {};
    constexpr Tag value{0x0008, 0x0100}, scheme{0x0008, 0x0102}, meaning{0x0008, 0x0104};
    return {item->text(value), item->text(scheme), item->text(meaning)};
}

void note(Flaw flaw, Segmentation &into)
{
    const auto segment = std::lower_bound(into.segments.begin(), into.segments.end(), flaw.segment,
                                          [](const Segment &s, int n) { return s.number < n; });
    if (segment == into.segments.end() || segment->number != flaw.segment)
        flaw.segment = -1;
    if (flaw.isLost()) {
        ++into.unreadable;
        if (flaw.segment >= 0)
            ++segment->lost;
    }
    if (into.flaws.size() == mostFlaws) {
        const QString cut = u"only the first %1 flaws are listed"_s.arg(mostFlaws);
        if (!into.repairs.contains(cut))
            into.repairs.append(cut);
        return;
    }
    // A few, from all along it, tell its plane, and whether it has one.
    constexpr std::size_t mostKept = 8;
    if (const std::size_t count = flaw.points.size(); count > mostKept) {
        for (std::size_t i = 0; i < mostKept; ++i)
            flaw.points[i] = flaw.points[i * (count - 1) / (mostKept - 1)];
        flaw.points.resize(mostKept);
        flaw.points.shrink_to_fit();
    }
    into.flaws.push_back(std::move(flaw));
}

std::vector<ImageFrame> imagesIn(const std::vector<Attributes> &items)
{
    constexpr Tag referencedFrame{0x0008, 0x1160};
    std::vector<ImageFrame> all;
    for (const Attributes &item : items) {
        const SopInstanceUid sop(item.text(tags::ReferencedSopInstanceUid));
        if (sop.isEmpty())
            continue;
        const QStringList frames = item.texts(referencedFrame);
        if (frames.isEmpty())
            all.push_back({sop, -1});
        for (const QString &text : frames) {
            bool isNumber = false;
            const int frame = text.trimmed().toInt(&isNumber);
            if (isNumber && frame > 0)
                all.push_back({sop, frame - 1});
        }
    }
    return all;
}

Result<SegmentationPtr> readSegmentation(const QString &path, pixels::FrameDecoder *decoder, const CancelToken &cancel)
{
    return guarded([&] {
        return readFrom(
            dicom::readHeader(path), [&](const auto &take) { return dicom::readFrames(path, take); }, decoder, cancel);
    });
}

Result<SegmentationPtr> readSegmentation(const QByteArray &part10, pixels::FrameDecoder *decoder,
                                         const CancelToken &cancel)
{
    return guarded([&] {
        return readFrom(
            dicom::readHeader(part10), [&](const auto &take) { return dicom::readFrames(part10, take); }, decoder,
            cancel);
    });
}

} // namespace consilium::segments
