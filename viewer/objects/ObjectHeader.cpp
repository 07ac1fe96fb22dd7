#include "viewer/objects/ObjectHeader.h"

#include "viewer/objects/Build.h"
#include "viewer/objects/Uid.h"

#include <array>

using namespace Qt::StringLiterals;

namespace consilium::objects
{

namespace
{

/// Patient, Patient Study and General Study, PS3.3 tables C.7-1, C.7-4a, C.7-3, without what names or describes images,
/// and what says that names were taken out (C.12.1).
constexpr auto copied =
    std::to_array<Tag>({{0x0008, 0x0005}, {0x0008, 0x0020}, {0x0008, 0x0030}, {0x0008, 0x0050}, {0x0008, 0x0051},
                        {0x0008, 0x0090}, {0x0008, 0x1030}, {0x0008, 0x1032}, {0x0010, 0x0010}, {0x0010, 0x0020},
                        {0x0010, 0x0021}, {0x0010, 0x0022}, {0x0010, 0x0024}, {0x0010, 0x0030}, {0x0010, 0x0032},
                        {0x0010, 0x0040}, {0x0010, 0x1002}, {0x0010, 0x1010}, {0x0010, 0x1020}, {0x0010, 0x1030},
                        {0x0012, 0x0062}, {0x0012, 0x0063}, {0x0012, 0x0064}, {0x0020, 0x000D}, {0x0020, 0x0010}});

} // namespace

Attributes studyAttributesOf(const Attributes &object)
{
    Attributes study;
    for (const Tag tag : copied)
        if (const Attribute *attribute = object.find(tag))
            study.set(tag, *attribute);
    return study;
}

StudyUid ObjectHeader::studyUid() const
{
    return StudyUid(study.text(tags::StudyInstanceUid));
}

dicom::PatientIdentity ObjectHeader::patient() const
{
    return dicom::describeStudy(study).patient;
}

ObjectHeader newHeader(const Attributes &image, const QDateTime &made)
{
    ObjectHeader header;
    header.study = studyAttributesOf(image);
    header.series = SeriesUid(newUid());
    header.sop = SopInstanceUid(newUid());
    header.date = made.toString(u"yyyyMMdd"_s);
    header.time = made.toString(u"HHmmss"_s);
    header.manufacturer = u"Consilium"_s;
    return header;
}

ObjectHeader headerOf(const Attributes &object)
{
    ObjectHeader header;
    header.study = studyAttributesOf(object);
    header.series = SeriesUid(object.text(tags::SeriesInstanceUid));
    header.sop = SopInstanceUid(object.text(tags::SopInstanceUid));
    header.sopClass = SopClassUid(object.text(tags::SopClassUid));
    header.seriesNumber = object.integer(tags::SeriesNumber).value_or(-1);
    header.instanceNumber = object.integer(tags::InstanceNumber).value_or(-1);
    header.seriesDescription = object.text(tags::SeriesDescription);
    header.manufacturer = object.text(tags::Manufacturer);
    header.date = object.text(build::contentDate);
    header.time = object.text(tags::ContentTime);
    return header;
}

} // namespace consilium::objects
