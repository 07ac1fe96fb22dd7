#include "viewer/dicom/StudyModel.h"

#include "viewer/dicom/CharacterSets.h"
#include "viewer/dicom/Describe.h"
#include "viewer/dicom/DicomFile.h"
#include "viewer/dicom/FramePlaces.h"
#include "viewer/dicom/FrameTimes.h"
#include "viewer/dicom/Overlays.h"
#include "viewer/dicom/PatientMatch.h"
#include "viewer/dicom/Shutter.h"
#include "viewer/dicom/Suv.h"
#include "viewer/dicom/TextRepair.h"

#include <QCryptographicHash>

#include <algorithm>
#include <array>
#include <iterator>
#include <set>

using namespace Qt::StringLiterals;

namespace consilium::dicom
{

namespace
{

constexpr Tag triggerTime{0x0018, 0x1060}, echoNumbers{0x0018, 0x0086}, perFrameGroups{0x5200, 0x9230},
    temporalPositionIndex{0x0020, 0x9128}, triggerDelay{0x0020, 0x9153}, frameType{0x0008, 0x9007},
    frameLaterality{0x0020, 0x9072}, frameAcquisitionNumber{0x0020, 0x9156}, segmentNumber{0x0062, 0x000B};
constexpr int mostFrames = 100'000;

/// What makes one image of a place another one than the next: when it was taken and how.
constexpr Tag acquisitionTags[] = {
    tags::AcquisitionDate, tags::AcquisitionTime, {0x0008, 0x002A}, // Acquisition DateTime
    {0x0008, 0x0023},                                               // Content Date
    tags::ContentTime,     {0x0018, 0x0060},                        // KVP
    {0x0018, 0x0080},                                               // Repetition Time
    {0x0018, 0x0081},                                               // Echo Time
    {0x0018, 0x0082},                                               // Inversion Time
    {0x0018, 0x1210},                                               // Convolution Kernel
    {0x0018, 0x1314},                                               // Flip Angle
    {0x0018, 0x9087},                                               // Diffusion b-value
    {0x0020, 0x9241},                                               // Nominal Percentage of Cardiac Phase
    {0x0054, 0x1300},                                               // Frame Reference Time
    {0x0018, 0x9074},                                               // Frame Acquisition DateTime
    {0x0018, 0x9082},                                               // Effective Echo Time
    {0x0020, 0x9056},                                               // Stack ID
};

QString acquisitionOf(const Attributes &header)
{
    std::array<const Attribute *, std::size(acquisitionTags)> found{};
    qsizetype letters = qsizetype(std::size(acquisitionTags));
    for (std::size_t i = 0; i < found.size(); ++i) {
        found[i] = header.find(acquisitionTags[i]);
        for (qsizetype k = 0; found[i] && k < found[i]->values.size(); ++k)
            letters += found[i]->values[k].size() + 1;
    }
    QString all;
    all.reserve(letters);
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (i > 0)
            all += u'|';
        for (qsizetype k = 0; found[i] && k < found[i]->values.size(); ++k) {
            if (k > 0)
                all += u'\\';
            all += found[i]->values[k];
        }
    }
    return all;
}

/// The values of an attribute as they were written, one behind the other.
QString joinedTexts(const Attributes &header, Tag tag)
{
    const Attribute *const attribute = header.find(tag);
    if (!attribute || attribute->values.isEmpty())
        return {};
    return attribute->values.size() == 1 ? attribute->values.first() : attribute->values.join(u'\\');
}

/// A text is 64 characters long at most (PS3.5 table 6.2-1: LO, SH, PN); laying out a word of 60,000 takes minutes.
/// What is cut keeps a mark of the whole: two that begin alike stay two.
QString bounded(const QString &text)
{
    constexpr qsizetype longest = 1024, kept = 256, markDigits = 8;
    if (text.size() <= longest)
        return text;
    const QByteArray mark = QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex();
    return text.left(kept) + u"… "_s + QString::fromLatin1(mark.left(markDigits));
}

PatientIdentity describePatient(const Attributes &header)
{
    PatientIdentity patient;
    patient.name = PersonName::parse(bounded(header.text(tags::PatientName)));
    patient.id = bounded(header.text(tags::PatientId));
    patient.issuer = bounded(header.text(tags::IssuerOfPatientId));
    const QString sex = header.text(tags::PatientSex);
    if (sex == "M"_L1 || sex == "F"_L1 || sex == "O"_L1)
        patient.sex = sex;
    QString birthDate = header.text(tags::PatientBirthDate);
    birthDate.remove(u'.'); // the form of ACR-NEMA
    if (birthDate.size() == 8 && std::all_of(birthDate.cbegin(), birthDate.cend(), [](QChar c) { return c.isDigit(); }))
        patient.birthDate = birthDate;
    patient.age = header.text(tags::PatientAge);
    return patient;
}

/// What a header says of all frames of an object is no place for one of them; functional groups say where each lies,
/// or vectors.
void dropFramePosition(Instance &image, const Attributes &header, const FramePlaces &places)
{
    if (image.pixels.frames > 1 && !placesFrame(header, image.frame) && !places.places(image.frame))
        image.geometry.position.reset();
}

std::optional<double> positive(const Attributes &header, Tag tag)
{
    const std::optional<double> value = header.number(tag);
    return value && *value > 0.0 ? value : std::nullopt;
}

} // namespace

namespace
{

/// The side and the view of a projection, as written. That a whole series is of one side (0020,0060) says little of a
/// section, which shows both.
void describeSide(const Attributes &header, Instance &image)
{
    constexpr Tag seriesLaterality{0x0020, 0x0060}, viewPosition{0x0018, 0x5101}, viewCode{0x0054, 0x0220},
        codeMeaning{0x0008, 0x0104};
    constexpr int mostLetters = 32;
    QString side = header.text(header.contains(frameLaterality) ? frameLaterality : tags::ImageLaterality);
    const QString seriesSide =
        imagingKind(header) == ImagingKind::CrossSection ? QString() : header.text(seriesLaterality);
    if (side.isEmpty())
        side = seriesSide;
    static const QStringList sides{u"L"_s, u"R"_s, u"B"_s};
    image.laterality = sides.contains(side) ? side : QString();
    // Left in the one and right in the other: whoever believes either reads half of such images wrongly.
    if ((side == u"L"_s && seriesSide == u"R"_s) || (side == u"R"_s && seriesSide == u"L"_s)) {
        image.laterality.clear();
        const DataIssue issue{DataIssue::Kind::OtherRepaired,
                              u"side: the image says %1, its series %2: neither is shown"_s.arg(side, seriesSide)};
        if (std::find(image.issues.begin(), image.issues.end(), issue) == image.issues.end())
            image.issues.push_back(issue);
    }
    image.viewPosition = header.text(viewPosition).trimmed().left(mostLetters);
    const Attributes *const code = header.item(viewCode);
    if (image.viewPosition.isEmpty() && code)
        image.viewPosition = code->text(codeMeaning).trimmed().left(mostLetters);
}

/// What tells a frame apart from others of the same place.
void describeMoment(const Attributes &header, Instance &image)
{
    const auto first = [&header](Tag frame, Tag object) {
        const auto own = header.integer(frame);
        return own ? *own : header.integer(object).value_or(-1);
    };
    image.acquisitionNumber = first(frameAcquisitionNumber, tags::AcquisitionNumber);
    image.temporalPosition = first(temporalPositionIndex, tags::TemporalPositionIdentifier);
    image.echoNumber = header.integer(echoNumbers).value_or(-1);
    image.triggerTimeMs = header.number(triggerDelay);
    if (!image.triggerTimeMs)
        image.triggerTimeMs = header.number(triggerTime);
    image.imageType = joinedTexts(header, header.contains(frameType) ? frameType : tags::ImageType);
    image.segment = header.integer(segmentNumber).value_or(-1);
    describeSide(header, image);
    image.acquisition = acquisitionOf(header);
}

/// What a segmentation calls its segments. PS3.3 C.8.20.2.
QString segmentLabelOf(const Attributes &header, int segment)
{
    constexpr Tag segments{0x0062, 0x0002}, number{0x0062, 0x0004}, label{0x0062, 0x0005};
    for (const Attributes &item : header.items(segments))
        if (segment >= 0 && item.integer(number) == segment)
            return item.text(label);
    return {};
}

/// `whole` is the header as it came, with its functional groups.
Result<InstancePtr> describeFlat(const Attributes &header, const Attributes &whole, const FramePlaces &places,
                                 std::shared_ptr<Instance> image)
{
    image->sop = SopInstanceUid(header.text(tags::SopInstanceUid));
    if (image->sop.isEmpty())
        return fail(ErrorCode::DicomMalformed, u"no SOP Instance UID"_s);
    if (const std::optional<Error> refusal = refusalOf(header))
        return fail(*refusal);
    Result<PixelDescription> pixels = describePixels(header, image->issues);
    if (!pixels)
        return fail(pixels.error());
    image->pixels = std::move(*pixels);
    Result<GreyScale> grey = describeGreyScale(header, image->pixels, image->issues);
    if (!grey)
        return fail(grey.error());
    image->grey = std::move(*grey);
    if (header.text(tags::Modality) == "PT"_L1)
        image->suv = std::make_shared<const SuvFactors>(suvFactors(header));
    image->geometry = describeGeometry(header, image->issues);
    dropFramePosition(*image, whole, places);
    image->overlays = describeOverlays(header, image->pixels, image->issues);
    image->shutter = describeShutter(header, image->geometry, image->issues);

    image->study = StudyUid(header.text(tags::StudyInstanceUid));
    image->series = SeriesUid(header.text(tags::SeriesInstanceUid));
    image->sopClass = SopClassUid(header.text(tags::SopClassUid));
    image->patient = describePatient(header);
    if (contradictsAge(image->patient, header.text(tags::StudyDate)))
        image->issues.push_back({DataIssue::Kind::AgeContradiction, {}}); // without them: they are the patient's
    image->instanceNumber = header.integer(tags::InstanceNumber).value_or(-1);
    describeMoment(header, *image);
    image->segmentLabel = segmentLabelOf(whole, image->segment);
    image->dimensions = dimensionsBesidePlace(whole, header);
    image->sliceThicknessMm = positive(header, tags::SliceThickness);
    image->gantryTiltDeg = header.number(tags::GantryDetectorTilt);
    if (image->pixels.frames > 1) {
        const FrameTimes times(header, image->pixels.frames);
        image->frameTimeMs = times.of(0);
        if (const auto issue = times.issue())
            image->issues.push_back(*issue);
    }
    for (const QString &what : header.texts(readRepairs)) {
        const bool charset = what.startsWith("charset"_L1);
        image->issues.push_back(
            {charset ? DataIssue::Kind::CharacterSetRepaired : DataIssue::Kind::OtherRepaired, what});
    }
    return InstancePtr(std::move(image));
}

/// Turns a copy of the first frame into what its own functional groups say; `whole` is the header as it came.
Result<void> describeFrame(const Attributes &header, const Attributes &whole, const FramePlaces &places,
                           Instance &image)
{
    Issues issues;
    Result<GreyScale> grey = describeGreyScale(header, image.pixels, issues);
    if (!grey)
        return fail(grey.error());
    image.grey = std::move(*grey);
    image.geometry = describeGeometry(header, issues);
    image.shutter = describeShutter(header, image.geometry, issues);
    for (const DataIssue &issue : issues)
        if (std::find(image.issues.begin(), image.issues.end(), issue) == image.issues.end())
            image.issues.push_back(issue);
    dropFramePosition(image, whole, places);
    const int segmentBefore = image.segment;
    describeMoment(header, image);
    if (image.segment != segmentBefore)
        image.segmentLabel = segmentLabelOf(whole, image.segment);
    image.dimensions = dimensionsBesidePlace(whole, header);
    image.sliceThicknessMm = positive(header, tags::SliceThickness);
    return {};
}

/// A frame that an enhanced object forgot in its functional groups: where it lies is not known.
void describeForgotten(const Attributes &whole, const FramePlaces &places, Instance &image)
{
    image.dimensions.clear();
    dropFramePosition(image, whole, places);
    image.issues.push_back(
        {DataIssue::Kind::OtherRepaired, u"no functional groups of frame %1"_s.arg(image.frame + 1)});
}

/// Enhanced objects have no Echo Number (0018,0086): the echoes are numbered by their times.
void numberEchoes(const Attributes &header, const std::vector<std::shared_ptr<Instance>> &frames)
{
    const std::vector<std::optional<double>> times = effectiveEchoTimes(header);
    std::set<double> distinct;
    for (const auto &time : times)
        if (time)
            distinct.insert(*time);
    if (distinct.size() < 2)
        return;
    for (std::size_t i = 0; i < std::min(times.size(), frames.size()); ++i)
        if (times[i] && frames[i]->echoNumber < 0)
            frames[i]->echoNumber = static_cast<int>(std::distance(distinct.begin(), distinct.find(*times[i]))) + 1;
}

} // namespace

namespace
{

/// The first frame; of a header whose texts are right.
Result<InstancePtr> describeFirst(const Attributes &header)
{
    auto image = std::make_shared<Instance>();
    if (needsFlattening(header)) {
        const Attributes first = withFrame(flattened(header), header, 0);
        const FramePlaces places(first);
        return describeFlat(places.applied(first, 0), header, places, std::move(image));
    }
    const FramePlaces places(header);
    if (places.saysAnything())
        return describeFlat(places.applied(header, 0), header, places, std::move(image));
    return describeFlat(header, header, places, std::move(image));
}

} // namespace

Result<InstancePtr> describeInstance(const Attributes &written)
{
    const std::optional<Attributes> repaired = repairedTexts(written);
    return describeFirst(repaired ? *repaired : written);
}

Result<std::vector<InstancePtr>> describeFrames(const Attributes &written)
{
    const std::optional<Attributes> repaired = repairedTexts(written);
    const Attributes &header = repaired ? *repaired : written;
    const Result<InstancePtr> first = describeFirst(header);
    if (!first)
        return fail(first.error());
    const int frames = (*first)->pixels.frames;
    if (frames > mostFrames)
        return fail(ErrorCode::UnsupportedImage, u"%1 frames in one object"_s.arg(frames));
    if (frames == 1)
        return std::vector<InstancePtr>{*first};
    std::vector<std::shared_ptr<Instance>> all;
    all.reserve(std::size_t(frames));
    const Attributes flat = needsFlattening(header) ? flattened(header) : header;
    const FrameTimes times(flat, frames);
    const FramePlaces places(flat);
    const bool hasGroups = header.contains(perFrameGroups);
    for (int frame = 0; frame < frames; ++frame) {
        auto image = std::make_shared<Instance>(**first);
        image->frame = frame;
        image->frameTimeMs = times.of(frame);
        if (frame > 0 && hasFrameGroups(header, frame)) {
            if (auto described = describeFrame(withFrame(flat, header, frame), header, places, *image); !described)
                return fail(described.error());
        } else if (frame > 0 && hasGroups) {
            describeForgotten(header, places, *image);
        } else if (frame > 0 && places.saysAnything()) {
            if (auto described = describeFrame(places.applied(flat, frame), header, places, *image); !described)
                return fail(described.error());
        }
        all.push_back(std::move(image));
    }
    numberEchoes(header, all);
    return std::vector<InstancePtr>(all.begin(), all.end());
}

StudyHeader describeStudy(const Attributes &written)
{
    const std::optional<Attributes> repaired = repairedTexts(written);
    const Attributes &header = repaired ? *repaired : written;
    StudyHeader study;
    study.uid = StudyUid(header.text(tags::StudyInstanceUid));
    study.patient = describePatient(header);
    study.date = header.text(tags::StudyDate);
    study.time = header.text(tags::StudyTime);
    study.description = bounded(header.text(tags::StudyDescription));
    study.accession = bounded(header.text(tags::AccessionNumber));
    study.institution = bounded(header.text(tags::InstitutionName));
    study.referringPhysician = PersonName::parse(bounded(header.text(tags::ReferringPhysicianName))).display();
    QStringList modalities = header.texts(tags::ModalitiesInStudy);
    if (modalities.isEmpty() && header.contains(tags::Modality))
        modalities = {header.text(tags::Modality)};
    study.modalities = modalities.join(u'/');
    study.seriesCount = header.integer(tags::NumberOfStudyRelatedSeries).value_or(-1);
    study.instanceCount = header.integer(tags::NumberOfStudyRelatedInstances).value_or(-1);
    return study;
}

SeriesHeader describeSeries(const Attributes &written)
{
    const std::optional<Attributes> repaired = repairedTexts(written);
    const Attributes &header = repaired ? *repaired : written;
    SeriesHeader series;
    series.uid = SeriesUid(header.text(tags::SeriesInstanceUid));
    series.number = header.integer(tags::SeriesNumber).value_or(-1);
    series.modality = header.text(tags::Modality);
    series.description = bounded(header.text(tags::SeriesDescription));
    series.bodyPart = bounded(header.text(tags::BodyPartExamined));
    series.instanceCount = header.integer(tags::NumberOfSeriesRelatedInstances).value_or(-1);
    return series;
}

int DataSet::indexOf(const SopInstanceUid &sop, int frame) const
{
    const auto it = std::find_if(slices.begin(), slices.end(),
                                 [&](const InstancePtr &i) { return i->frame == frame && i->sop == sop; });
    return it == slices.end() ? -1 : static_cast<int>(it - slices.begin());
}

} // namespace consilium::dicom
