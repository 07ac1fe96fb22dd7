#include "viewer/objects/Build.h"

#include "viewer/objects/Uid.h"

#include <QtEndian>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace consilium::objects::build
{

namespace
{

constexpr Tag codeValue{0x0008, 0x0100}, codingScheme{0x0008, 0x0102}, codeMeaning{0x0008, 0x0104},
    longCodeValue{0x0008, 0x0119}, modelName{0x0008, 0x1090}, softwareVersions{0x0018, 0x1020},
    deviceSerialNumber{0x0018, 0x1000}, instanceCreationDate{0x0008, 0x0012}, instanceCreationTime{0x0008, 0x0013};
constexpr int longestCode = 16, longestDecimal = 16, longestMeaning = 64;

QString withoutControls(const QString &text, bool keepsLines)
{
    QString clean;
    for (const QChar c : text)
        if (c.unicode() >= 0x20 || (keepsLines && (c == u'\n' || c == u'\r' || c == u'\t')))
            clean += c;
    return clean;
}

void addListed(Listed &all, const std::vector<Attributes> &series, const StudyUid &study)
{
    for (const Attributes &one : series) {
        const SeriesUid uid(one.text(tags::SeriesInstanceUid));
        for (const Tag sequence : {tags::ReferencedSopSequence, referencedImages})
            for (const Attributes &object : one.items(sequence))
                all.try_emplace(object.text(tags::ReferencedSopInstanceUid), study, uid);
    }
}

} // namespace

QString oneValue(QString text)
{
    text.replace(u'\\', u'/');
    return withoutControls(text, false).trimmed();
}

QString paragraphs(QString text)
{
    text.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
    return withoutControls(text, true).replace(u'\n', u"\r\n"_s);
}

QString fromParagraphs(QString text)
{
    return text.replace(u"\r\n"_s, u"\n"_s);
}

void putText(Attributes &into, Tag tag, const char (&vr)[3], const QString &text)
{
    into.setText(tag, vr, text.isEmpty() ? QStringList() : QStringList{text});
}

void putItems(Attributes &into, Tag tag, std::vector<Attributes> items)
{
    Attribute sequence;
    sequence.vr = {'S', 'Q'};
    sequence.items = std::move(items);
    into.set(tag, std::move(sequence));
}

void putFloats(Attributes &into, Tag tag, const char (&vr)[3], const std::vector<double> &numbers)
{
    const bool isDouble = vr[1] == 'D';
    QStringList values;
    for (const double number : numbers)
        values << (isDouble ? QString::number(number, 'g', 17) : QString::number(double(float(number)), 'g', 9));
    into.setText(tag, vr, values);
}

std::vector<double> floatsIn(const Attributes &from, Tag tag)
{
    if (auto values = from.numbers(tag))
        return std::move(*values);
    std::vector<double> numbers;
    const Attribute *attribute = from.find(tag);
    for (qsizetype at = 0; attribute && at + 4 <= attribute->bytes.size(); at += 4) {
        const auto number = double(qFromLittleEndian<float>(attribute->bytes.constData() + at));
        if (!std::isfinite(number))
            return {};
        numbers.push_back(number);
    }
    return numbers;
}

void putCode(Attributes &into, Tag tag, const Code &code)
{
    Attributes item;
    if (code.value.size() <= longestCode)
        putText(item, codeValue, "SH", oneValue(code.value));
    else
        putText(item, longCodeValue, "UC", oneValue(code.value));
    putText(item, codingScheme, "SH", oneValue(code.scheme));
    putText(item, codeMeaning, "LO", oneValue(code.text()).left(longestMeaning));
    putItems(into, tag, {item});
}

QString decimal(double value)
{
    QString text;
    for (int digits = 16; digits > 0; --digits) {
        text = QString::number(value, 'g', digits);
        if (text.size() <= longestDecimal)
            break;
    }
    return text;
}

Attributes sopItem(const ImageReference &reference, const std::vector<int> &frames)
{
    Attributes item;
    putText(item, tags::ReferencedSopClassUid, "UI", reference.sopClass.text());
    putText(item, tags::ReferencedSopInstanceUid, "UI", reference.sop.text());
    QStringList numbers;
    const bool isOnlyOne = frames.size() == 1 && frames.front() <= 1 && !mayHaveFrames(reference.sopClass);
    for (const int frame : frames)
        if (!isOnlyOne)
            numbers << QString::number(frame);
    if (!numbers.isEmpty())
        item.setText(referencedFrames, "IS", numbers);
    return item;
}

std::vector<Run> runsOf(const std::vector<ImageReference> &images)
{
    std::vector<Run> runs;
    for (const ImageReference &image : images) {
        const bool goesOn =
            image.frame > 0 && !runs.empty() && runs.back().image.sop == image.sop && !runs.back().frames.empty();
        if (!goesOn)
            runs.push_back({image, {}});
        if (image.frame > 0)
            runs.back().frames.push_back(image.frame);
    }
    return runs;
}

std::vector<Attributes> seriesItems(const std::vector<ImageReference> &references, Tag sequence)
{
    std::vector<std::pair<SeriesUid, std::vector<Attributes>>> series;
    std::map<QString, bool> seen;
    for (const ImageReference &reference : references) {
        if (!seen.try_emplace(reference.sop.text(), true).second)
            continue;
        auto found =
            std::find_if(series.begin(), series.end(), [&](const auto &s) { return s.first == reference.series; });
        if (found == series.end())
            found = series.insert(series.end(), {reference.series, {}});
        found->second.push_back(sopItem(reference));
    }
    std::vector<Attributes> items;
    for (auto &[uid, objects] : series) {
        Attributes item;
        putText(item, tags::SeriesInstanceUid, "UI", uid.text());
        putItems(item, sequence, std::move(objects));
        items.push_back(std::move(item));
    }
    return items;
}

std::vector<Attributes> studyItems(const std::vector<ImageReference> &references)
{
    std::vector<std::pair<StudyUid, std::vector<ImageReference>>> studies;
    for (const ImageReference &reference : references) {
        auto found =
            std::find_if(studies.begin(), studies.end(), [&](const auto &s) { return s.first == reference.study; });
        if (found == studies.end())
            found = studies.insert(studies.end(), {reference.study, {}});
        found->second.push_back(reference);
    }
    std::vector<Attributes> items;
    for (const auto &[study, images] : studies) {
        Attributes item;
        putText(item, tags::StudyInstanceUid, "UI", study.text());
        putItems(item, referencedSeries, seriesItems(images, tags::ReferencedSopSequence));
        items.push_back(std::move(item));
    }
    return items;
}

void putEvidence(Attributes &into, const std::vector<ImageReference> &references, const StudyUid &own)
{
    std::vector<Attributes> current, other;
    for (Attributes &item : studyItems(references))
        (item.text(tags::StudyInstanceUid) == own.text() ? current : other).push_back(std::move(item));
    if (!current.empty())
        putItems(into, currentEvidence, std::move(current));
    if (!other.empty())
        putItems(into, otherEvidence, std::move(other));
}

Listed listedIn(const Attributes &object)
{
    Listed all;
    for (const Tag evidence : {currentEvidence, otherEvidence})
        for (const Attributes &study : object.items(evidence))
            addListed(all, study.items(referencedSeries), StudyUid(study.text(tags::StudyInstanceUid)));
    addListed(all, object.items(referencedSeries), StudyUid(object.text(tags::StudyInstanceUid)));
    return all;
}

Result<Attributes> beginObject(const ObjectHeader &header, const QString &sopClass, const QString &modality)
{
    for (const QString &uid : {header.studyUid().text(), header.series.text(), header.sop.text()})
        if (!isUid(uid))
            return fail(ErrorCode::InvalidArgument, u"an object without Study, Series or SOP Instance UID"_s);
    Attributes object = header.study;
    // Type 2 of PS3.3 C.7.1.1 and C.7.2.1: there, if without a value.
    const std::vector<std::pair<Tag, Vr>> mayBeEmpty = {
        {tags::PatientName, {'P', 'N'}},      {tags::PatientId, {'L', 'O'}},
        {tags::PatientBirthDate, {'D', 'A'}}, {tags::PatientSex, {'C', 'S'}},
        {tags::StudyDate, {'D', 'A'}},        {tags::StudyTime, {'T', 'M'}},
        {tags::AccessionNumber, {'S', 'H'}},  {tags::ReferringPhysicianName, {'P', 'N'}},
        {tags::StudyId, {'S', 'H'}}};
    for (const auto &[tag, vr] : mayBeEmpty) {
        if (object.contains(tag))
            continue;
        Attribute empty;
        empty.vr = vr;
        object.set(tag, std::move(empty));
    }
    putText(object, tags::SopClassUid, "UI", sopClass);
    putText(object, tags::SopInstanceUid, "UI", header.sop.text());
    putText(object, instanceCreationDate, "DA", header.date);
    putText(object, instanceCreationTime, "TM", header.time);
    putText(object, tags::Modality, "CS", modality);
    putText(object, tags::SeriesInstanceUid, "UI", header.series.text());
    putText(object, tags::SeriesNumber, "IS", QString::number(std::max(0, header.seriesNumber)));
    putText(object, tags::InstanceNumber, "IS", QString::number(std::max(0, header.instanceNumber)));
    if (!header.seriesDescription.isEmpty())
        putText(object, tags::SeriesDescription, "LO", oneValue(header.seriesDescription));
    // Enhanced General Equipment, PS3.3 C.7.5.2. A program has no serial number.
    putText(object, tags::Manufacturer, "LO", oneValue(header.manufacturer));
    putText(object, modelName, "LO", u"Consilium"_s);
    putText(object, deviceSerialNumber, "LO", u"none"_s);
    putText(object, softwareVersions, "LO", QStringLiteral(CONSILIUM_VERSION));
    return object;
}

Result<void> checkReferences(const std::vector<ImageReference> &references)
{
    for (const ImageReference &reference : references)
        if (!isUid(reference.sopClass.text()) || !isUid(reference.sop.text()) || !isUid(reference.study.text()) ||
            !isUid(reference.series.text()) || reference.frame < 0)
            return fail(ErrorCode::InvalidArgument, u"an image without class, instance, series or study"_s);
    return {};
}

Attributes contentItem(const QString &type, const QString &relation, const Code &name)
{
    Attributes item;
    if (!relation.isEmpty())
        putText(item, relationship, "CS", relation);
    putText(item, valueType, "CS", type);
    if (!name.isEmpty())
        putCode(item, conceptName, name);
    return item;
}

Attributes textItem(const QString &relation, const Code &name, const QString &text)
{
    Attributes item = contentItem(u"TEXT"_s, relation, name);
    putText(item, {0x0040, 0xA160}, "UT", paragraphs(text));
    return item;
}

Attributes codeItem(const QString &relation, const Code &name, const Code &value)
{
    Attributes item = contentItem(u"CODE"_s, relation, name);
    putCode(item, {0x0040, 0xA168}, value);
    return item;
}

Attributes imageItem(const QString &relation, const Code &name, const ImageReference &reference,
                     const std::vector<int> &frames)
{
    Attributes item = contentItem(u"IMAGE"_s, relation, name);
    putItems(item, tags::ReferencedSopSequence, {sopItem(reference, frames)});
    return item;
}

Attributes compositeItem(const QString &relation, const Code &name, const ImageReference &reference)
{
    Attributes item = contentItem(u"COMPOSITE"_s, relation, name);
    putItems(item, tags::ReferencedSopSequence, {sopItem(reference)});
    return item;
}

Attributes container(const QString &relation, const Code &name, const QString &templateId)
{
    Attributes item = contentItem(u"CONTAINER"_s, relation, name);
    putText(item, continuity, "CS", u"SEPARATE"_s);
    if (!templateId.isEmpty()) {
        Attributes identification;
        putText(identification, {0x0008, 0x0105}, "CS", u"DCMR"_s); // Mapping Resource
        putText(identification, {0x0040, 0xDB00}, "CS", templateId);
        putItems(item, templateSequence, {identification});
    }
    return item;
}

void addObserver(std::vector<Attributes> &into, const QString &author)
{
    if (author.isEmpty())
        return;
    into.push_back(codeItem(u"HAS OBS CONTEXT"_s, {u"121005"_s, u"DCM"_s, u"Observer Type"_s},
                            {u"121006"_s, u"DCM"_s, u"Person"_s}));
    Attributes person =
        contentItem(u"PNAME"_s, u"HAS OBS CONTEXT"_s, {u"121008"_s, u"DCM"_s, u"Person Observer Name"_s});
    putText(person, {0x0040, 0xA123}, "PN", oneValue(author));
    into.push_back(std::move(person));
}

} // namespace consilium::objects::build
