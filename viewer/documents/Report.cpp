#include "viewer/documents/Report.h"

#include "viewer/dicom/TextRepair.h"

#include <QHash>

#include <cstring>

using namespace Qt::StringLiterals;

namespace consilium::documents
{

namespace
{

using Type = ContentItem::Type;

constexpr Tag valueType{0x0040, 0xA040}, relationshipType{0x0040, 0xA010}, conceptName{0x0040, 0xA043},
    contentSequence{0x0040, 0xA730}, textValue{0x0040, 0xA160}, dateValue{0x0040, 0xA121}, timeValue{0x0040, 0xA122},
    dateTimeValue{0x0040, 0xA120}, personName{0x0040, 0xA123}, uidValue{0x0040, 0xA124}, conceptCode{0x0040, 0xA168},
    measuredValues{0x0040, 0xA300}, numericValue{0x0040, 0xA30A}, measurementUnits{0x0040, 0x08EA},
    valueQualifier{0x0040, 0xA301}, referencedFrames{0x0008, 0x1160}, referencedSegments{0x0062, 0x000B},
    graphicData{0x0070, 0x0022}, graphicType{0x0070, 0x0023}, temporalRange{0x0040, 0xA130},
    referencedTimeOffsets{0x0040, 0xA138}, referencedItem{0x0040, 0xDB73}, observationDateTime{0x0040, 0xA032},
    completionDescription{0x0040, 0xA492}, verifyingObservers{0x0040, 0xA073}, verifyingName{0x0040, 0xA075},
    verifyingOrganisation{0x0040, 0xA027}, verificationDateTime{0x0040, 0xA030}, authorObservers{0x0040, 0xA078},
    predecessorDocuments{0x0040, 0xA360}, floatingPointValue{0x0040, 0xA161}, frameOfReference{0x3006, 0x0024},
    pixelOrigin{0x0048, 0x0301};
constexpr int deepest = 64;

Type typeOf(const QString &name)
{
    static const QHash<QString, Type> types = {{u"CONTAINER"_s, Type::Container},
                                               {u"TEXT"_s, Type::Text},
                                               {u"NUM"_s, Type::Number},
                                               {u"CODE"_s, Type::Coded},
                                               {u"PNAME"_s, Type::PersonName},
                                               {u"DATE"_s, Type::Date},
                                               {u"TIME"_s, Type::Time},
                                               {u"DATETIME"_s, Type::DateTime},
                                               {u"UIDREF"_s, Type::UidReference},
                                               {u"COMPOSITE"_s, Type::Composite},
                                               {u"IMAGE"_s, Type::Image},
                                               {u"WAVEFORM"_s, Type::Waveform},
                                               {u"SCOORD"_s, Type::SpatialCoordinates},
                                               {u"SCOORD3D"_s, Type::SpatialCoordinates3D},
                                               {u"TCOORD"_s, Type::TemporalCoordinates},
                                               {u"TABLE"_s, Type::Table}};
    return types.value(name, Type::Unknown);
}

std::vector<int> integers(const Attributes &attributes, Tag tag)
{
    std::vector<int> all;
    for (const QString &text : attributes.texts(tag)) {
        bool isNumber = false;
        const int number = text.trimmed().toInt(&isNumber);
        if (isNumber)
            all.push_back(number);
    }
    return all;
}

/// Numbers kept as values, or as little endian 32-bit floats where there are too many of them.
std::vector<double> floats(const Attributes &attributes, Tag tag)
{
    if (const auto values = attributes.numbers(tag))
        return *values;
    std::vector<double> all;
    const Attribute *attribute = attributes.find(tag);
    for (qsizetype at = 0; attribute && at + 4 <= attribute->bytes.size(); at += 4) {
        const auto *p = reinterpret_cast<const unsigned char *>(attribute->bytes.constData()) + at;
        const std::uint32_t bits =
            std::uint32_t(p[0]) | std::uint32_t(p[1]) << 8 | std::uint32_t(p[2]) << 16 | std::uint32_t(p[3]) << 24;
        float value = 0.0F;
        std::memcpy(&value, &bits, sizeof value);
        all.push_back(value);
    }
    return all;
}

class TreeReader
{
public:
    explicit TreeReader(Report &report) : m_report(report) {}

    void read(const Attributes &from, ContentItem &into, int depth)
    {
        into.typeName = from.text(valueType);
        into.type = typeOf(into.typeName);
        into.relationship = from.text(relationshipType);
        into.name = codeIn(from, conceptName);
        into.observed = from.text(observationDateTime);
        if (from.contains(referencedItem) && into.typeName.isEmpty()) {
            into.type = Type::ByReference;
            into.target = integers(from, referencedItem);
        }
        readValue(from, into);
        for (const Attributes &child : from.items(contentSequence)) {
            if (m_report.items >= mostContentItems || depth >= deepest) {
                m_report.isCut = true;
                return;
            }
            ++m_report.items;
            into.items.emplace_back();
            read(child, into.items.back(), depth + 1);
        }
    }

private:
    [[nodiscard]] QString text(const Attributes &from, Tag tag)
    {
        return dicom::readableText(from, tag, &m_report.isRepaired);
    }

    void readValue(const Attributes &from, ContentItem &into)
    {
        switch (into.type) {
        case Type::Text:
            into.text = text(from, textValue);
            break;
        case Type::PersonName:
            into.written = text(from, personName);
            into.text = dicom::PersonName::parse(into.written).display();
            break;
        case Type::Date:
            into.text = from.text(dateValue);
            break;
        case Type::Time:
            into.text = from.text(timeValue);
            break;
        case Type::DateTime:
            into.text = from.text(dateTimeValue);
            break;
        case Type::UidReference:
            into.text = from.text(uidValue);
            break;
        case Type::Coded:
            into.code = codeIn(from, conceptCode);
            break;
        case Type::Number:
            readNumber(from, into);
            break;
        case Type::Composite:
        case Type::Image:
        case Type::Waveform:
            readReferences(from, into);
            break;
        case Type::SpatialCoordinates:
        case Type::SpatialCoordinates3D:
            into.graphicType = from.text(graphicType);
            into.graphic = floats(from, graphicData);
            into.frameOfReference = FrameOfReferenceUid(from.text(frameOfReference));
            into.pixelOrigin = from.text(pixelOrigin);
            break;
        case Type::TemporalCoordinates:
            into.graphicType = from.text(temporalRange);
            into.graphic = floats(from, referencedTimeOffsets);
            break;
        default:
            break;
        }
    }

    static void readNumber(const Attributes &from, ContentItem &into)
    {
        into.qualifier = codeIn(from, valueQualifier);
        if (const Attributes *measured = from.item(measuredValues)) {
            into.number = measured->text(numericValue);
            into.exact = measured->text(floatingPointValue);
            into.unit = codeIn(*measured, measurementUnits);
        }
    }

    static void readReferences(const Attributes &from, ContentItem &into)
    {
        for (const Attributes &item : from.items(tags::ReferencedSopSequence)) {
            ObjectReference reference;
            reference.sopClass = SopClassUid(item.text(tags::ReferencedSopClassUid));
            reference.sop = SopInstanceUid(item.text(tags::ReferencedSopInstanceUid));
            reference.frames = integers(item, referencedFrames);
            reference.segments = integers(item, referencedSegments);
            into.references.push_back(std::move(reference));
        }
    }

    Report &m_report;
};

QString personOf(const Attributes &item, Tag tag, bool &isRepaired)
{
    return dicom::PersonName::parse(dicom::readableText(item, tag, &isRepaired)).display();
}

void collect(const ContentItem &item, std::vector<ObjectReference> &all)
{
    all.insert(all.end(), item.references.begin(), item.references.end());
    for (const ContentItem &child : item.items)
        collect(child, all);
}

} // namespace

Result<std::shared_ptr<const Report>> readReport(const Attributes &written)
{
    const std::optional<Attributes> repaired = dicom::repairedTexts(written);
    const Attributes &object = repaired ? *repaired : written;
    const auto header = dicom::describeDocument(object);
    if (!header)
        return fail(header.error());
    if ((*header)->kind != dicom::DocumentKind::Report && (*header)->kind != dicom::DocumentKind::KeyImages)
        return fail(ErrorCode::NoPixels);
    auto report = std::make_shared<Report>();
    report->header = **header;
    report->isRepaired = repaired.has_value();
    report->completionDescription = dicom::readableText(object, completionDescription, &report->isRepaired);
    for (const Attributes &observer : object.items(verifyingObservers))
        report->verifiers.push_back({personOf(observer, verifyingName, report->isRepaired),
                                     dicom::readableText(observer, verifyingOrganisation, &report->isRepaired),
                                     observer.text(verificationDateTime)});
    for (const Attributes &author : object.items(authorObservers))
        report->authors.push_back(personOf(author, personName, report->isRepaired));
    for (const Attributes &study : object.items(predecessorDocuments))
        for (const Attributes &series : study.items({0x0008, 0x1115}))
            report->predecessors += int(series.items(tags::ReferencedSopSequence).size());
    TreeReader(*report).read(object, report->root, 0);
    if (report->root.type != Type::Container)
        return fail(ErrorCode::DicomMalformed, u"a report whose root is no container"_s);
    return std::shared_ptr<const Report>(report);
}

std::vector<ObjectReference> referencesIn(const Report &report)
{
    std::vector<ObjectReference> all;
    collect(report.root, all);
    return all;
}

} // namespace consilium::documents
