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

constexpr Tag triggerTime{0x0018, 0x1060}, echoNumbers{0x0018, 0x0086};

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

/// Position and spacing of one frame say nothing about the others.
void dropFramePosition(Instance &image)
{
    if (image.pixels.frames > 1)
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

Result<InstancePtr> describeFlat(const Attributes &header, std::shared_ptr<Instance> image)
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
    dropFramePosition(*image);

    image->study = StudyUid(header.text(tags::StudyInstanceUid));
    image->series = SeriesUid(header.text(tags::SeriesInstanceUid));
    image->sopClass = SopClassUid(header.text(tags::SopClassUid));
    bool repaired = false;
    image->patient = describePatient(header, &repaired);
    image->instanceNumber = header.integer(tags::InstanceNumber).value_or(-1);
    image->acquisitionNumber = header.integer(tags::AcquisitionNumber).value_or(-1);
    image->temporalPosition = header.integer(tags::TemporalPositionIdentifier).value_or(-1);
    image->echoNumber = header.integer(echoNumbers).value_or(-1);
    image->triggerTimeMs = header.number(triggerTime);
    image->imageType = header.texts(tags::ImageType).join(u'\\');
    image->laterality = header.text(tags::ImageLaterality);
    image->acquisition = acquisitionOf(header);
    image->sliceThicknessMm = positive(header, tags::SliceThickness);
    image->gantryTiltDeg = header.number(tags::GantryDetectorTilt);
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

} // namespace

Result<InstancePtr> describeInstance(const Attributes &header)
{
    auto image = std::make_shared<Instance>();
    if (!needsFlattening(header))
        return describeFlat(header, std::move(image));
    const Result<Attributes> flat = flattened(header, image->issues);
    if (!flat)
        return fail(flat.error());
    return describeFlat(*flat, std::move(image));
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

int DataSet::indexOf(const SopInstanceUid &sop) const
{
    const auto it = std::find_if(slices.begin(), slices.end(), [&](const InstancePtr &i) { return i->sop == sop; });
    return it == slices.end() ? -1 : static_cast<int>(it - slices.begin());
}

} // namespace consilium::dicom
