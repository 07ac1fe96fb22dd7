#include "viewer/objects/PresentationState.h"

#include "viewer/objects/PresentationParts.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace consilium::objects
{

namespace presentation
{

bool isPointCount(Graphic::Type type, std::size_t count)
{
    switch (type) {
    case Graphic::Type::Point:
        return count == 1;
    case Graphic::Type::Circle:
        return count == 2;
    case Graphic::Type::Ellipse:
        return count == 4;
    case Graphic::Type::Polyline:
    case Graphic::Type::Interpolated:
        break;
    }
    return count >= 2;
}

bool isWindow(const dicom::FileWindow &window, dicom::VoiFunctionKind function)
{
    const double least = function == dicom::VoiFunctionKind::Linear ? 1.0 : 0.0;
    return std::isfinite(window.centre) && std::isfinite(window.width) && window.width >= least && window.width > 0.0;
}

Corners cornersOf(const DisplayedArea &area, int rotation, bool isFlipped)
{
    struct Corner {
        int column, row;
    };
    // Clockwise from the upper left of the image; each quarter turn clockwise brings the one before to that place.
    const std::array<Corner, 4> corners{Corner{area.left, area.top}, Corner{area.right, area.top},
                                        Corner{area.right, area.bottom}, Corner{area.left, area.bottom}};
    const auto turns = std::size_t(rotation / 90 % 4);
    const auto at = [&](std::size_t place) { return corners[(place + 4 - turns) % 4]; };
    const Corner first = at(isFlipped ? 1 : 0), second = at(isFlipped ? 3 : 2);
    return {first.column, first.row, second.column, second.row};
}

} // namespace presentation

bool isDisplayedInverted(dicom::Photometric photometric, std::optional<PresentationLutShape> shape)
{
    return shape ? *shape == PresentationLutShape::Inverse : photometric == dicom::Photometric::Monochrome1;
}

bool isPresentationState(const Attributes &object)
{
    const QString sopClass = object.text(tags::SopClassUid);
    return sopClass == QLatin1StringView(presentation::greyClass) ||
           sopClass == QLatin1StringView(presentation::colourClass);
}

bool isFor(const std::vector<ImageReference> &images, const PresentationState &state, const SopInstanceUid &sop,
           int frame)
{
    const std::vector<ImageReference> &named = images.empty() ? state.images : images;
    return std::any_of(named.begin(), named.end(), [&](const ImageReference &image) {
        return image.sop == sop && (image.frame == 0 || image.frame == frame);
    });
}

Flaws flawsAgainst(const PresentationState &state, const ImageLookup &lookup)
{
    Flaws flaws;
    for (std::size_t i = 0; i < state.images.size(); ++i)
        judgeReference(state.images[i], state.header, lookup, int(i), flaws);
    for (std::size_t i = 0; i < state.annotations.size(); ++i) {
        const Annotation &annotation = state.annotations[i];
        const std::vector<ImageReference> &images = annotation.images.empty() ? state.images : annotation.images;
        for (const ImageReference &image : images)
            for (const Graphic &graphic : annotation.graphics)
                judgePoints(image, graphic.points, lookup, int(i), flaws);
    }
    return flaws;
}

} // namespace consilium::objects
