#pragma once
#include "viewer/objects/PresentationState.h"

/// Tags and names of presentation states, for writer and reader.
namespace consilium::objects::presentation
{

/// Grayscale and Color Softcopy Presentation State Storage, PS3.4 table B.5-1.
inline constexpr auto greyClass = "1.2.840.10008.5.1.4.1.1.11.1", colourClass = "1.2.840.10008.5.1.4.1.1.11.2";

inline constexpr Tag contentLabel{0x0070, 0x0080}, contentDescription{0x0070, 0x0081}, creationDate{0x0070, 0x0082},
    creationTime{0x0070, 0x0083}, creatorName{0x0070, 0x0084}, areas{0x0070, 0x005A}, topLeft{0x0070, 0x0052},
    bottomRight{0x0070, 0x0053}, sizeMode{0x0070, 0x0100}, pixelSpacing{0x0070, 0x0101}, pixelAspect{0x0070, 0x0102},
    magnification{0x0070, 0x0103}, annotations{0x0070, 0x0001}, layer{0x0070, 0x0002}, boxUnits{0x0070, 0x0003},
    anchorUnits{0x0070, 0x0004}, graphicUnits{0x0070, 0x0005}, unformattedText{0x0070, 0x0006},
    textObjects{0x0070, 0x0008}, graphicObjects{0x0070, 0x0009}, boxTopLeft{0x0070, 0x0010},
    boxBottomRight{0x0070, 0x0011}, justification{0x0070, 0x0012}, anchorPoint{0x0070, 0x0014},
    anchorVisibility{0x0070, 0x0015}, dimensions{0x0070, 0x0020}, pointCount{0x0070, 0x0021}, filled{0x0070, 0x0024},
    horizontalFlip{0x0070, 0x0041}, rotation{0x0070, 0x0042}, layers{0x0070, 0x0060}, layerOrder{0x0070, 0x0062},
    layerGrey{0x0070, 0x0066}, layerCieLab{0x0070, 0x0401}, layerDescription{0x0070, 0x0068},
    softcopyVoi{0x0028, 0x3110}, iccProfile{0x0028, 0x2000}, presentationLuts{0x2050, 0x0010},
    laterality{0x0020, 0x0060}, trackingId{0x0062, 0x0020}, trackingUid{0x0062, 0x0021};

inline constexpr auto graphicTypes =
    std::to_array<std::pair<Graphic::Type, const char *>>({{Graphic::Type::Point, "POINT"},
                                                           {Graphic::Type::Polyline, "POLYLINE"},
                                                           {Graphic::Type::Interpolated, "INTERPOLATED"},
                                                           {Graphic::Type::Circle, "CIRCLE"},
                                                           {Graphic::Type::Ellipse, "ELLIPSE"}});
inline constexpr auto sizes =
    std::to_array<std::pair<DisplayedArea::Size, const char *>>({{DisplayedArea::Size::ScaleToFit, "SCALE TO FIT"},
                                                                 {DisplayedArea::Size::TrueSize, "TRUE SIZE"},
                                                                 {DisplayedArea::Size::Magnify, "MAGNIFY"}});
inline constexpr auto justifications =
    std::to_array<std::pair<TextNote::Justification, const char *>>({{TextNote::Justification::Left, "LEFT"},
                                                                     {TextNote::Justification::Centre, "CENTER"},
                                                                     {TextNote::Justification::Right, "RIGHT"}});
inline constexpr auto functions = std::to_array<std::pair<dicom::VoiFunctionKind, const char *>>(
    {{dicom::VoiFunctionKind::Linear, "LINEAR"},
     {dicom::VoiFunctionKind::LinearExact, "LINEAR_EXACT"},
     {dicom::VoiFunctionKind::Sigmoid, "SIGMOID"}});

template<class Names, class Value>
[[nodiscard]] QString nameIn(const Names &names, Value value)
{
    for (const auto &[known, name] : names)
        if (known == value)
            return QString::fromLatin1(name);
    return {};
}
template<class Names>
[[nodiscard]] auto valueIn(const Names &names, const QString &name)
    -> std::optional<std::remove_cvref_t<decltype(names.front().first)>>
{
    for (const auto &[known, text] : names)
        if (name == QLatin1StringView(text))
            return known;
    return std::nullopt;
}

/// As many points as a graphic of this type has. PS3.3 C.10.5.1.2.
[[nodiscard]] bool isPointCount(Graphic::Type type, std::size_t count);
/// Whether a window of this width can be applied. PS3.3 C.11.2.1.2, C.11.2.1.3.
[[nodiscard]] bool isWindow(const dicom::FileWindow &window, dicom::VoiFunctionKind function);

/// The corners of the displayed area that are upper left and lower right as displayed, column and row of the image: of
/// an image turned clockwise by `rotation` degrees, then flipped. PS3.3 C.10.4, C.10.6.
struct Corners {
    int firstColumn = 1, firstRow = 1, secondColumn = 1, secondRow = 1;
    bool operator==(const Corners &) const = default;
};
[[nodiscard]] Corners cornersOf(const DisplayedArea &area, int rotation, bool isFlipped);

} // namespace consilium::objects::presentation
