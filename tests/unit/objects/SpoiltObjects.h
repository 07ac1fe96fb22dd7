#pragma once
#include "tests/unit/objects/ObjectsFixture.h"
#include "viewer/objects/PresentationState.h"

#include <functional>

namespace consilium::test
{

/// Elements that the tests spoil.
inline constexpr Tag content{0x0040, 0xA730}, graphicData{0x0070, 0x0022}, graphicType{0x0070, 0x0023},
    referencedItem{0x0040, 0xDB73}, relationship{0x0040, 0xA010}, numericValue{0x0040, 0xA30A},
    measuredValues{0x0040, 0xA300}, frames{0x0008, 0x1160}, annotations{0x0070, 0x0001}, graphics{0x0070, 0x0009},
    pointCount{0x0070, 0x0021}, texts{0x0070, 0x0008}, areas{0x0070, 0x005A}, topLeft{0x0070, 0x0052};

/// Two marks: one that a test spoils, and one that must be kept.
inline objects::MeasurementReport someReport()
{
    using namespace Qt::StringLiterals;
    using namespace objects;
    MeasurementReport report;
    report.header = objectHeader();
    report.author = u"LI^MING"_s;
    for (int i = 1; i <= 2; ++i) {
        Measurement mark;
        mark.kind = u"LENGTH"_s;
        mark.trackingUid = u"2.25.%1"_s.arg(i);
        mark.author = report.author;
        Shape line;
        line.image = imageOf(i);
        line.points = {{1.0, 2.0}, {4.0, 6.0}};
        mark.shapes = {line};
        mark.values = {{codes::length, 5.0, codes::millimetre, {}, {}, {0}}};
        report.measurements.push_back(mark);
    }
    return report;
}

/// A change of one element at the end of a path of sequences and places of items.
struct Step {
    Tag sequence;
    int item = 0; ///< -1: the last
};
inline void change(Attributes &object, const std::vector<Step> &path, const std::function<void(Attributes &)> &how,
                   std::size_t at = 0)
{
    if (at == path.size()) {
        how(object);
        return;
    }
    Attribute sequence = *object.find(path[at].sequence);
    const int place = path[at].item < 0 ? int(sequence.items.size()) - 1 : path[at].item;
    change(sequence.items.at(std::size_t(place)), path, how, at + 1);
    object.set(path[at].sequence, std::move(sequence));
}

/// The item with one more in a sequence of it, which begins where there was none.
inline Attributes withItem(Attributes item, Tag sequence, const Attributes &one)
{
    Attribute items;
    items.vr = {'S', 'Q'};
    if (const Attribute *there = item.find(sequence))
        items = *there;
    items.items.push_back(one);
    item.set(sequence, std::move(items));
    return item;
}

/// To the first group of the measurements of someReport().
inline const std::vector<Step> toGroup{{content, -1}, {content, 0}};
/// The path, and on from its end.
inline std::vector<Step> below(std::vector<Step> path, std::initializer_list<Step> more)
{
    path.insert(path.end(), more);
    return path;
}

/// Two graphics and two texts on one image.
inline objects::PresentationState someState()
{
    using namespace Qt::StringLiterals;
    using namespace objects;
    PresentationState state;
    state.header = objectHeader();
    state.label = u"MARKS"_s;
    state.creator = u"LI^MING"_s;
    state.images = {imageOf(1)};
    DisplayedArea area;
    area.right = area.bottom = 64;
    area.aspect = {1, 1};
    state.areas = {area};
    state.layers = {{u"MARKS"_s, 1, {}, {}, {}}};
    Annotation marks;
    marks.layer = u"MARKS"_s;
    Graphic line;
    line.points = {{1.0, 2.0}, {4.0, 6.0}};
    marks.graphics = {line, line};
    TextNote note;
    note.text = u"note"_s;
    note.anchor = ImagePoint{3.0, 3.0};
    marks.texts = {note, note};
    state.annotations = {marks};
    return state;
}

} // namespace consilium::test
