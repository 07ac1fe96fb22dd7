#include "viewer/dicom/CharacterSets.h"
#include "viewer/dicom/Describe.h"
#include "viewer/dicom/ElementValues.h"
#include "viewer/dicom/StandardVr.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace consilium::dicom
{

namespace
{

constexpr Tag sharedGroups{0x5200, 0x9229}, perFrameGroups{0x5200, 0x9230};
constexpr Tag pixelMeasures{0x0028, 0x9110}, planePosition{0x0020, 0x9113}, planeOrientation{0x0020, 0x9116},
    frameVoiLut{0x0028, 0x9132}, pixelValueTransformation{0x0028, 0x9145};

QStringList valuesOf(const Attributes &group)
{
    QStringList all;
    for (const auto &[tag, attribute] : group.elements())
        all.append(tag.text() + attribute.values.join(u'\\'));
    return all;
}

/// The macro's item when it is the same for every frame; `varies` otherwise.
const Attributes *commonItem(const Attributes &header, Tag macro, bool *varies)
{
    *varies = false;
    const Attributes *const shared = header.item(sharedGroups);
    if (shared && shared->item(macro))
        return shared->item(macro);
    const std::vector<Attributes> &frames = header.items(perFrameGroups);
    const Attributes *const first = frames.empty() ? nullptr : frames.front().item(macro);
    for (const Attributes &frame : frames) {
        const Attributes *const here = frame.item(macro);
        if ((here == nullptr) != (first == nullptr) || (here && valuesOf(*here) != valuesOf(*first))) {
            *varies = true;
            return nullptr;
        }
    }
    return first;
}

bool isUnknown(const Attribute &attribute)
{
    return attribute.vr == Vr{'U', 'N'} && !attribute.bytes.isEmpty();
}

/// PS3.5 6.2.2 note 3: the bytes of UN are those of Implicit VR Little Endian.
void decodeUnknown(Attributes &header)
{
    const CharacterSets charset(header.texts(tags::SpecificCharacterSet));
    const bool signedPixels = header.integer(tags::PixelRepresentation) == 1;
    const std::map<Tag, Attribute> elements = header.elements();
    for (const auto &[tag, attribute] : elements) {
        const Vr vr = isUnknown(attribute) ? standardVr(tag, signedPixels) : Vr{'U', 'N'};
        if (vr == Vr{'U', 'N'} || vr == Vr{'S', 'Q'})
            continue;
        Attribute known;
        known.vr = vr;
        setValue(known, vr, attribute.bytes, false, charset);
        header.set(tag, std::move(known));
    }
}

} // namespace

bool needsFlattening(const Attributes &header)
{
    const auto &elements = header.elements();
    return header.contains(sharedGroups) || header.contains(perFrameGroups) ||
           std::any_of(elements.begin(), elements.end(),
                       [](const auto &e) { return e.first.group % 2 == 0 && isUnknown(e.second); });
}

Result<Attributes> flattened(const Attributes &header, Issues &issues)
{
    Attributes result = header;
    decodeUnknown(result);
    if (!header.contains(sharedGroups) && !header.contains(perFrameGroups))
        return result;
    for (const Tag macro : {pixelMeasures, planePosition, planeOrientation, frameVoiLut, pixelValueTransformation}) {
        bool varies = false;
        const Attributes *const item = commonItem(header, macro, &varies);
        if (item) {
            for (const auto &[tag, attribute] : item->elements())
                result.set(tag, attribute);
        } else if (varies && macro == pixelValueTransformation) {
            return fail(ErrorCode::UnsupportedImage, u"Rescale Slope or Intercept differs from frame to frame"_s);
        } else if (varies && macro == pixelMeasures) {
            issues.push_back({DataIssue::Kind::NoSpacing, u"spacing differs from frame to frame"_s});
        } else if (varies && macro == planeOrientation) {
            issues.push_back({DataIssue::Kind::MixedOrientation, u"orientation differs from frame to frame"_s});
        }
    }
    result.remove(sharedGroups);
    result.remove(perFrameGroups);
    return result;
}

} // namespace consilium::dicom
