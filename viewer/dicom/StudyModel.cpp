#include "viewer/dicom/StudyModel.h"

#include "viewer/dicom/CharacterSets.h"
#include "viewer/dicom/Describe.h"
#include "viewer/dicom/DicomFile.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace consilium::dicom
{

namespace
{

constexpr Tag triggerTime{0x0018, 0x1060}, echoNumbers{0x0018, 0x0086}, sharedGroups{0x5200, 0x9229},
    perFrameGroups{0x5200, 0x9230}, temporalPositionIndex{0x0020, 0x9128}, triggerDelay{0x0020, 0x9153},
    frameType{0x0008, 0x9007}, frameLaterality{0x0020, 0x9072}, frameAcquisitionNumber{0x0020, 0x9156},
    frameTime{0x0018, 0x1063}, frameTimeVector{0x0018, 0x1065}, displayRate{0x0008, 0x2144}, cineRate{0x0018, 0x0040};
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
    QStringList all;
    for (const Tag tag : acquisitionTags)
        all.append(header.texts(tag).join(u'\\'));
    return all.join(u'|');
}

/// Text for people; Chinese that was declared as Latin 1 is put right and `repaired` set.
QString readable(const Attributes &header, Tag tag, bool *repaired = nullptr)
{
    const Attribute *const attribute = header.find(tag);
    const QString text = header.text(tag);
    const bool personName = attribute && attribute->vr == Vr{'P', 'N'};
    const std::optional<QString> better = repairedChinese(text, personName);
    if (better && repaired)
        *repaired = true;
    return better.value_or(text);
}

PatientIdentity describePatient(const Attributes &header, bool *repaired)
{
    PatientIdentity patient;
    patient.name = PersonName::parse(readable(header, tags::PatientName, repaired));
    patient.id = header.text(tags::PatientId);
    patient.issuer = header.text(tags::IssuerOfPatientId);
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

/// What a header says of all frames of an object is no place for one of them; functional groups say where each lies.
void dropFramePosition(Instance &image, const Attributes &header)
{
    if (image.pixels.frames > 1 && !header.contains(sharedGroups) && !header.contains(perFrameGroups))
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
    image.imageType = header.texts(header.contains(frameType) ? frameType : tags::ImageType).join(u'\\');
    image.laterality = header.text(header.contains(frameLaterality) ? frameLaterality : tags::ImageLaterality);
    image.acquisition = acquisitionOf(header);
}

/// PS3.3 C.7.6.5 (Cine), C.7.6.6 (Multi-frame): the vector holds the time since the frame before.
void describeTiming(const Attributes &header, Instance &image)
{
    const auto times = header.numbers(frameTimeVector);
    const auto next = std::size_t(image.frame) + 1;
    if (times && next < times->size())
        image.frameTimeMs = (*times)[next];
    else if (times && !times->empty())
        image.frameTimeMs = times->back();
    else if (const auto one = positive(header, frameTime))
        image.frameTimeMs = one;
    else if (const auto rate = positive(header, displayRate))
        image.frameTimeMs = 1000.0 / *rate;
    else if (const auto shown = positive(header, cineRate))
        image.frameTimeMs = 1000.0 / *shown;
    if (image.frameTimeMs && !(*image.frameTimeMs > 0.0 && *image.frameTimeMs < 60'000.0))
        image.frameTimeMs.reset();
}

/// `whole` is the header as it came, with its functional groups.
Result<InstancePtr> describeFlat(const Attributes &header, const Attributes &whole, std::shared_ptr<Instance> image)
{
    image->sop = SopInstanceUid(header.text(tags::SopInstanceUid));
    if (image->sop.isEmpty())
        return fail(ErrorCode::DicomMalformed, u"no SOP Instance UID"_s);
    Result<PixelDescription> pixels = describePixels(header, image->issues);
    if (!pixels)
        return fail(pixels.error());
    image->pixels = std::move(*pixels);
    Result<GreyScale> grey = describeGreyScale(header, image->pixels, image->issues);
    if (!grey)
        return fail(grey.error());
    image->grey = std::move(*grey);
    image->geometry = describeGeometry(header, image->issues);
    dropFramePosition(*image, whole);

    image->study = StudyUid(header.text(tags::StudyInstanceUid));
    image->series = SeriesUid(header.text(tags::SeriesInstanceUid));
    image->sopClass = SopClassUid(header.text(tags::SopClassUid));
    bool repaired = false;
    image->patient = describePatient(header, &repaired);
    image->instanceNumber = header.integer(tags::InstanceNumber).value_or(-1);
    describeMoment(header, *image);
    image->sliceThicknessMm = positive(header, tags::SliceThickness);
    image->gantryTiltDeg = header.number(tags::GantryDetectorTilt);
    if (image->pixels.frames > 1)
        describeTiming(header, *image);
    for (const QString &what : header.texts(readRepairs)) {
        const bool charset = what.startsWith("charset"_L1);
        repaired = repaired && !charset;
        image->issues.push_back(
            {charset ? DataIssue::Kind::CharacterSetRepaired : DataIssue::Kind::OtherRepaired, what});
    }
    if (repaired)
        image->issues.push_back(
            {DataIssue::Kind::CharacterSetRepaired, u"GBK text declared as another character set"_s});
    return InstancePtr(std::move(image));
}

/// Turns a copy of the first frame into what its own functional groups say.
Result<void> describeFrame(const Attributes &header, Instance &image)
{
    Issues issues;
    Result<GreyScale> grey = describeGreyScale(header, image.pixels, issues);
    if (!grey)
        return fail(grey.error());
    image.grey = std::move(*grey);
    image.geometry = describeGeometry(header, issues);
    for (const DataIssue &issue : issues)
        if (std::find(image.issues.begin(), image.issues.end(), issue) == image.issues.end())
            image.issues.push_back(issue);
    describeMoment(header, image);
    image.sliceThicknessMm = positive(header, tags::SliceThickness);
    return {};
}

} // namespace

Result<InstancePtr> describeInstance(const Attributes &header)
{
    auto image = std::make_shared<Instance>();
    if (!needsFlattening(header))
        return describeFlat(header, header, std::move(image));
    return describeFlat(withFrame(flattened(header), header, 0), header, std::move(image));
}

Result<std::vector<InstancePtr>> describeFrames(const Attributes &header)
{
    const Result<InstancePtr> first = describeInstance(header);
    if (!first)
        return fail(first.error());
    const int frames = (*first)->pixels.frames;
    if (frames > mostFrames)
        return fail(ErrorCode::UnsupportedImage, u"%1 frames in one object"_s.arg(frames));
    std::vector<InstancePtr> all{*first};
    all.reserve(std::size_t(frames));
    const Attributes flat = frames > 1 && needsFlattening(header) ? flattened(header) : Attributes();
    for (int frame = 1; frame < frames; ++frame) {
        auto image = std::make_shared<Instance>(**first);
        image->frame = frame;
        if (hasFrameGroups(header, frame)) {
            if (auto described = describeFrame(withFrame(flat, header, frame), *image); !described)
                return fail(described.error());
        } else if (image->frameTimeMs) {
            describeTiming(header, *image);
        }
        all.push_back(std::move(image));
    }
    return all;
}

StudyHeader describeStudy(const Attributes &header)
{
    StudyHeader study;
    study.uid = StudyUid(header.text(tags::StudyInstanceUid));
    study.patient = describePatient(header, nullptr);
    study.date = header.text(tags::StudyDate);
    study.time = header.text(tags::StudyTime);
    study.description = readable(header, tags::StudyDescription);
    study.accession = header.text(tags::AccessionNumber);
    study.institution = readable(header, tags::InstitutionName);
    study.referringPhysician = PersonName::parse(readable(header, tags::ReferringPhysicianName)).display();
    QStringList modalities = header.texts(tags::ModalitiesInStudy);
    if (modalities.isEmpty() && header.contains(tags::Modality))
        modalities = {header.text(tags::Modality)};
    study.modalities = modalities.join(u'/');
    study.seriesCount = header.integer(tags::NumberOfStudyRelatedSeries).value_or(-1);
    study.instanceCount = header.integer(tags::NumberOfStudyRelatedInstances).value_or(-1);
    return study;
}

SeriesHeader describeSeries(const Attributes &header)
{
    SeriesHeader series;
    series.uid = SeriesUid(header.text(tags::SeriesInstanceUid));
    series.number = header.integer(tags::SeriesNumber).value_or(-1);
    series.modality = header.text(tags::Modality);
    series.description = readable(header, tags::SeriesDescription);
    series.bodyPart = header.text(tags::BodyPartExamined);
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
