#include "viewer/objects/KeyObjects.h"

#include "viewer/dicom/TextRepair.h"
#include "viewer/documents/Report.h"
#include "viewer/objects/Build.h"
#include "viewer/objects/MeasurementCodes.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace consilium::objects
{

namespace
{

using documents::ContentItem;
using Type = ContentItem::Type;

constexpr Tag performedStep{0x0008, 0x1111};
const Code description{QStringLiteral("113012"), QStringLiteral("DCM"), QStringLiteral("Key Object Description")};

void readReference(const documents::ObjectReference &written, const build::Listed &listed, KeyObjects &keys)
{
    const int part = int(keys.images.size());
    if (written.sop.isEmpty()) {
        keys.flaws.note(Flaw::Kind::NoImage, u"an item without an image"_s, part);
        return;
    }
    ImageReference image{written.sopClass, written.sop, 0, {}, {}};
    const auto found = listed.find(image.sop.text());
    if (found != listed.end())
        std::tie(image.study, image.series) = found->second;
    else
        keys.flaws.note(Flaw::Kind::NotListed, u"image %1"_s.arg(image.sop.text().left(64)), part);
    if (written.frames.empty())
        keys.images.push_back(image);
    for (const int frame : written.frames) {
        if (frame < 1) {
            keys.flaws.note(Flaw::Kind::NoFrame, u"frame %1"_s.arg(frame), part);
            continue;
        }
        image.frame = frame;
        keys.images.push_back(image);
    }
}

void readItem(const ContentItem &item, const build::Listed &listed, KeyObjects &keys)
{
    switch (item.type) {
    case Type::Text:
        if (isSameConcept(item.name, description))
            keys.reason = build::fromParagraphs(item.text);
        break;
    case Type::PersonName:
        if (isSameConcept(item.name, items::observerName))
            keys.author = item.written;
        break;
    case Type::Image:
    case Type::Composite: // other objects, as a note that withdraws a report names it
        if (item.references.empty())
            keys.flaws.note(Flaw::Kind::NoImage, u"an item without an image"_s, int(keys.images.size()));
        for (const documents::ObjectReference &reference : item.references)
            readReference(reference, listed, keys);
        break;
    case Type::ByReference:
        keys.flaws.note(Flaw::Kind::Reference, u"an item by reference"_s);
        break;
    default:
        break;
    }
}

} // namespace

Result<Attributes> attributesOf(const KeyObjects &keys)
{
    if (keys.images.empty() || keys.title.isEmpty())
        return fail(ErrorCode::InvalidArgument, u"key images without images or title"_s);
    if (auto checked = build::checkReferences(keys.images); !checked)
        return fail(checked.error());
    if (std::any_of(keys.images.begin(), keys.images.end(),
                    [&](const ImageReference &image) { return image.study != keys.header.studyUid(); }))
        return fail(ErrorCode::InvalidArgument, u"key images of another study"_s);
    auto begun = build::beginObject(keys.header, u"1.2.840.10008.5.1.4.1.1.88.59"_s, u"KO"_s);
    if (!begun)
        return begun;
    Attributes &object = *begun;
    build::putItems(object, performedStep, {});
    build::putText(object, build::contentDate, "DA", keys.header.date);
    build::putText(object, tags::ContentTime, "TM", keys.header.time);
    build::putEvidence(object, keys.images, keys.header.studyUid());
    const Attributes root = build::container({}, keys.title, u"2010"_s);
    for (const auto &[tag, attribute] : root.elements())
        object.set(tag, attribute);
    std::vector<Attributes> below;
    build::addObserver(below, keys.author);
    if (!keys.reason.isEmpty())
        below.push_back(build::textItem(u"CONTAINS"_s, description, keys.reason));
    for (const auto &[image, frames] : build::runsOf(keys.images))
        below.push_back(dicom::documentKind(image.sopClass) ? build::compositeItem(u"CONTAINS"_s, {}, image)
                                                            : build::imageItem(u"CONTAINS"_s, {}, image, frames));
    build::putItems(object, build::contentSequence, std::move(below));
    return begun;
}

bool isKeyObjects(const Attributes &object)
{
    return dicom::documentKind(SopClassUid(object.text(tags::SopClassUid))) == dicom::DocumentKind::KeyImages;
}

Result<KeyObjects> readKeyObjects(const Attributes &written)
{
    const std::optional<Attributes> repaired = dicom::repairedTexts(written);
    const Attributes &object = repaired ? *repaired : written;
    if (!isKeyObjects(object))
        return fail(ErrorCode::NoPixels);
    const auto read = documents::readReport(object);
    if (!read)
        return fail(read.error());
    KeyObjects keys;
    keys.header = headerOf(object);
    keys.title = (*read)->root.name;
    const build::Listed listed = build::listedIn(object);
    for (const ContentItem &item : (*read)->root.items)
        readItem(item, listed, keys);
    if ((*read)->isCut)
        keys.flaws.note(Flaw::Kind::Cut, u"%1 parts"_s.arg((*read)->items));
    return keys;
}

Flaws flawsAgainst(const KeyObjects &keys, const ImageLookup &lookup)
{
    Flaws flaws;
    for (std::size_t i = 0; i < keys.images.size(); ++i)
        judgeReference(keys.images[i], keys.header, lookup, int(i), flaws);
    return flaws;
}

} // namespace consilium::objects
