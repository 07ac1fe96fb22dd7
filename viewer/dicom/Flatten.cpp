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

constexpr Tag sharedGroups{0x5200, 0x9229}, perFrameGroups{0x5200, 0x9230}, planePosition{0x0020, 0x9113};
/// Macros of the functional groups whose attributes a frame's description is made of. PS3.3 C.7.6.16.2, C.8.13, C.8.15.
constexpr Tag macros[] = {
    {0x0028, 0x9110}, // Pixel Measures
    {0x0020, 0x9111}, // Frame Content
    {0x0020, 0x9113}, // Plane Position (Patient)
    {0x0020, 0x9116}, // Plane Orientation (Patient)
    {0x0020, 0x9071}, // Frame Anatomy
    {0x0028, 0x9132}, // Frame VOI LUT
    {0x0028, 0x9145}, // Pixel Value Transformation
    {0x0018, 0x9118}, // Cardiac Synchronization
    {0x0018, 0x9114}, // MR Echo
    {0x0018, 0x9112}, // MR Timing and Related Parameters
    {0x0018, 0x9115}, // MR Modifier
    {0x0018, 0x9117}, // MR Diffusion
    {0x0018, 0x9226}, // MR Image Frame Type
    {0x0018, 0x9329}, // CT Image Frame Type
    {0x0018, 0x9751}, // PET Frame Type
    {0x0018, 0x9504}, // X-Ray 3D Frame Type
    {0x0028, 0x9443}, // Frame Pixel Data Properties (enhanced XA and XRF)
    {0x0018, 0x9472}, // Frame Display Shutter
    {0x0020, 0x9310}, // Temporal Position
    {0x0062, 0x000A}, // Segment Identification
};

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

void putMacros(const Attributes &groups, Attributes &into)
{
    for (const Tag macro : macros) {
        const Attributes *const item = groups.item(macro);
        if (!item)
            continue;
        for (const auto &[tag, attribute] : item->elements())
            into.set(tag, attribute);
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

Attributes flattened(const Attributes &header)
{
    Attributes result = header;
    decodeUnknown(result);
    if (const Attributes *const shared = header.item(sharedGroups))
        putMacros(*shared, result);
    result.remove(sharedGroups);
    result.remove(perFrameGroups);
    return result;
}

bool hasFrameGroups(const Attributes &header, int frame)
{
    return frame >= 0 && std::size_t(frame) < header.items(perFrameGroups).size();
}

bool placesFrame(const Attributes &header, int frame)
{
    const auto places = [](const Attributes *groups) { return groups && groups->item(planePosition); };
    const bool own = hasFrameGroups(header, frame) && places(&header.items(perFrameGroups)[std::size_t(frame)]);
    return own || places(header.item(sharedGroups));
}

std::vector<std::optional<double>> effectiveEchoTimes(const Attributes &header)
{
    constexpr Tag mrEcho{0x0018, 0x9114}, effectiveEchoTime{0x0018, 0x9082};
    std::vector<std::optional<double>> times;
    for (const Attributes &groups : header.items(perFrameGroups)) {
        const Attributes *const echo = groups.item(mrEcho);
        times.push_back(echo ? echo->number(effectiveEchoTime) : std::nullopt);
    }
    return times;
}

std::vector<int> dimensionsBesidePlace(const Attributes &header, const Attributes &frame)
{
    constexpr Tag indexSequence{0x0020, 0x9222}, pointer{0x0020, 0x9165}, indexValues{0x0020, 0x9157};
    static const QStringList places{u"00200032"_s, u"00200037"_s, u"00209057"_s, u"00209113"_s, u"0020930E"_s};
    const std::vector<Attributes> &dimensions = header.items(indexSequence);
    if (dimensions.empty())
        return {};
    const auto values = frame.numbers(indexValues);
    if (!values || values->size() != dimensions.size())
        return {};
    std::vector<int> result;
    for (std::size_t i = 0; i < dimensions.size(); ++i) {
        if (!places.contains(dimensions[i].text(pointer).toUpper()))
            result.push_back(static_cast<int>(std::clamp((*values)[i], 0.0, 2e9)));
    }
    return result;
}

Attributes withFrame(Attributes flat, const Attributes &header, int frame)
{
    if (hasFrameGroups(header, frame))
        putMacros(header.items(perFrameGroups)[std::size_t(frame)], flat);
    return flat;
}

} // namespace consilium::dicom
