#pragma once
#include "tests/unit/objects/ObjectsFixture.h"
#include "viewer/objects/PresentationState.h"

#include <array>
#include <memory>

namespace consilium::test
{

/// `count` entries of `bits` bits for the values from `first` on, with an explanation.
inline std::shared_ptr<const dicom::LookupTable> someTable(int first, int count, int bits)
{
    using namespace Qt::StringLiterals;
    auto table = std::make_shared<dicom::LookupTable>();
    table->firstMapped = first;
    table->bits = bits;
    table->explanation = u"骨 bone"_s;
    for (int i = 0; i < count; ++i)
        table->entries.push_back(std::uint16_t(i * 257 % (1 << bits)));
    return table;
}

/// Graphics and texts of every kind, on the image and on the display.
inline objects::Annotation marksOf()
{
    using namespace Qt::StringLiterals;
    using namespace objects;
    Annotation marks;
    marks.layer = u"MARKS"_s;
    marks.images = {imageOf(1)};
    Graphic line, ellipse, point, circle, corner;
    line.points = {{0.0, 0.0}, {10.5, 20.25}, {30.0, 20.0}};
    ellipse.type = Graphic::Type::Ellipse;
    ellipse.points = {{10.0, 20.0}, {50.0, 20.0}, {30.0, 10.5}, {30.0, 29.5}};
    ellipse.isFilled = true;
    point.type = Graphic::Type::Point;
    point.points = {{511.5, 0.5}};
    circle.type = Graphic::Type::Circle;
    circle.points = {{5.0, 5.0}, {5.0, 9.0}};
    corner.displayPoints = {{0.0, 0.0}, {0.25, 0.5}};
    line.trackingUid = u"2.25.4711"_s; // PS3.3 C.10.5: the mark that it is drawn of
    marks.graphics = {line, ellipse, point, circle, corner};
    TextNote boxed, anchored;
    boxed.text = u"右肺结节\n12 mm"_s;
    boxed.box = TextNote::Box{{40.0, 40.0}, {90.0, 55.0}};
    boxed.justification = TextNote::Justification::Right;
    boxed.anchor = ImagePoint{30.0, 20.0};
    boxed.isAnchorVisible = true;
    boxed.trackingUid = u"2.25.4711"_s;
    anchored.text = u"corner"_s;
    anchored.displayAnchor = DisplayPoint{0.5, 0.125};
    marks.texts = {boxed, anchored};
    return marks;
}

/// Three images in two areas, with a window, layers and marks.
inline objects::PresentationState fullState()
{
    using namespace Qt::StringLiterals;
    using namespace objects;
    PresentationState state;
    state.header = objectHeader();
    state.header.seriesDescription = u"标注"_s;
    state.label = u"MARKS"_s;
    state.description = u"右肺"_s;
    state.creator = u"LI^MING=李^明"_s;
    state.images = {imageOf(1), imageOf(2, 3), imageOf(2, 5)};
    state.modality = ModalityStep{1.0, -1024.0, u"HU"_s};
    SoftcopyVoi window;
    window.window = dicom::FileWindow{40.0, 400.5, u"纵隔"_s};
    window.function = dicom::VoiFunctionKind::LinearExact;
    state.voi = {window};
    state.shape = PresentationLutShape::Inverse;
    DisplayedArea area;
    area.images = {imageOf(1)};
    area.left = -10;
    area.top = 5;
    area.right = 500;
    area.bottom = 300;
    area.aspect = {1, 1};
    DisplayedArea trueSize = area;
    trueSize.images = {imageOf(2, 3), imageOf(2, 5)};
    trueSize.size = DisplayedArea::Size::TrueSize;
    trueSize.aspect.reset();
    trueSize.rowSpacingMm = 0.5;
    trueSize.columnSpacingMm = 0.75;
    state.areas = {area, trueSize};
    state.layers = {{u"MARKS"_s, 1, u"标注"_s, 65535, std::array{50000, 32896, 32896}}, {u"OTHER"_s, 2, {}, {}, {}}};
    state.annotations = {marksOf()};
    return state;
}

/// The same of a photograph and of frames of an ultrasound clip: a state of colour images, without greys.
inline objects::PresentationState colourState()
{
    using namespace Qt::StringLiterals;
    objects::PresentationState state = fullState();
    state.isColour = true;
    state.modality.reset();
    state.voi.clear();
    state.shape = objects::PresentationLutShape::Identity;
    const auto rename = [](std::vector<objects::ImageReference> &images) {
        for (objects::ImageReference &image : images)
            image.sopClass =
                SopClassUid(image.frame > 0 ? u"1.2.840.10008.5.1.4.1.1.3.1"_s : u"1.2.840.10008.5.1.4.1.1.7"_s);
    };
    rename(state.images);
    for (objects::DisplayedArea &area : state.areas)
        rename(area.images);
    for (objects::Annotation &annotation : state.annotations)
        rename(annotation.images);
    return state;
}

inline Result<objects::PresentationState> readBack(const QByteArray &bytes)
{
    const auto object = dicom::readObject(bytes);
    return object ? objects::readPresentationState(*object) : fail(object.error());
}

/// The displayed area of one image without more, for what dciodvfy computes of it.
inline objects::PresentationState turnedState(int rotation, bool isFlipped)
{
    using namespace objects;
    PresentationState state = fullState();
    state.images = {imageOf(1)};
    state.areas = {{{}, 1, 1, 512, 256, DisplayedArea::Size::ScaleToFit, {}, {}, std::array{1, 1}, {}}};
    state.rotation = rotation;
    state.isFlipped = isFlipped;
    return state;
}

} // namespace consilium::test
