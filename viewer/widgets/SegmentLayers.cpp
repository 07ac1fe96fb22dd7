#include "viewer/widgets/SegmentLayers.h"

#include "viewer/segments/Placement.h"
#include "viewer/segments/StudySegments.h"
#include "viewer/widgets/SegmentPanel.h"

#include <algorithm>
#include <map>

namespace consilium::widgets
{

namespace
{

/// `segment`: -1 for what belongs to none, and is shown with the object.
/// `here`: the flaws that are on the image.
void addFlaws(const segments::Segmentation &object, int segment, int lost, const dicom::Instance &image,
              const std::vector<const segments::Flaw *> &here, render2d::OutlineFlaws &flaws)
{
    const auto isHere = [&](bool areLost) {
        return std::any_of(here.begin(), here.end(), [&](const segments::Flaw *flaw) {
            return flaw->segment == segment && flaw->isLost() == areLost;
        });
    };
    const QString name = segmentName(object, segment);
    if (lost > 0 && isHere(true))
        flaws.lostHere << name;
    else if (lost > 0 && segments::belongsTo(object, segment, image))
        flaws.lost << name;
    if (isHere(false))
        flaws.doubtfulHere << name;
}

} // namespace

render2d::SegmentLayers segmentLayers(const ViewId &view, const session::ViewerState &state,
                                      const pixels::StudyImages &images, const dicom::Instance &image)
{
    render2d::SegmentLayers layers;
    const segments::StudySegments *const known = state.segmentations().empty() ? nullptr : images.segments();
    if (!known || image.segment >= 0) // masks as pictures lie on themselves
        return layers;
    for (const auto &[key, display] : state.segmentations()) {
        const auto object = key.view == view && display.shown ? known->find(key.object) : nullptr;
        if (!object)
            continue;
        segments::Placement placement = segments::placeOn(*object, image);
        std::map<int, render2d::SegmentLayer> own;
        for (const segments::PlacedMask &mask : placement.masks)
            own[mask.piece->segment].masks.push_back(mask);
        for (segments::PlacedOutline &outline : placement.outlines)
            own[outline.segment].outline = std::move(outline);
        for (auto &[number, layer] : own) {
            const session::SegmentDisplay segment = display.of(number);
            const segments::Segment *const described = object->find(number);
            if (!segment.visible || !described)
                continue;
            layer.object = object;
            layer.segment = number;
            layer.colour = described->colour;
            layer.opacity = segment.opacity;
            layers.push_back(std::move(layer));
        }
    }
    return layers;
}

render2d::OutlineFlaws outlineFlaws(const ViewId &view, const session::ViewerState &state,
                                    const pixels::StudyImages &images, const dicom::Instance &image)
{
    render2d::OutlineFlaws flaws;
    const segments::StudySegments *const known = state.segmentations().empty() ? nullptr : images.segments();
    if (!known || image.segment >= 0)
        return flaws;
    for (const auto &[key, display] : state.segmentations()) {
        const auto object = key.view == view && display.shown ? known->find(key.object) : nullptr;
        if (!object || object->flaws.empty())
            continue;
        int ofNone = object->unreadable;
        const auto here = segments::flawsOn(*object, image);
        for (const segments::Segment &segment : object->segments) {
            ofNone -= segment.lost;
            if (display.of(segment.number).visible)
                addFlaws(*object, segment.number, segment.lost, image, here, flaws);
        }
        addFlaws(*object, -1, ofNone, image, here, flaws);
    }
    return flaws;
}

QString segmentName(const segments::Segmentation &object, int segment)
{
    if (const segments::Segment *const described = object.find(segment))
        return described->label.isEmpty() ? SegmentPanel::tr("Segment %1").arg(segment) : described->label;
    if (const QString name = object.name(); !name.isEmpty())
        return name;
    return object.kind == segments::Segmentation::Kind::Masks ? SegmentPanel::tr("Segmentation")
                                                              : SegmentPanel::tr("Structure set");
}

} // namespace consilium::widgets
