#include "viewer/widgets/SegmentLayers.h"

#include "viewer/segments/StudySegments.h"

#include <map>

namespace consilium::widgets
{

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

} // namespace consilium::widgets
