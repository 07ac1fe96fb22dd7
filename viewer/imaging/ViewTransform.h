#pragma once
#include "base/Geometry.h"
#include "viewer/dicom/FrameGeometry.h"
#include "viewer/session/ViewerState.h"

#include <array>

namespace consilium::imaging
{

/// Where each pixel of an image lands in a viewport: the one place that turns zoom, pan, rotation, flip, spacing and
/// aspect into coordinates. Used by the renderer, the letters, the scale bar, every tool and every label, so they
/// cannot disagree. Where one pixel of the image is a whole number of device pixels and lies square to the screen, the
/// image stands on whole device pixels, at most half of one beside the place that zoom and pan give; these stay as they
/// are, whatever the screen.
class ViewTransform
{
public:
    /// `widthPx`, `heightPx`: the viewport's image area, logical pixels, > 0. `devicePixelRatio`: device pixels of one.
    ViewTransform(const dicom::FrameGeometry &geometry, const session::ViewState &view, double widthPx, double heightPx,
                  double devicePixelRatio = 1.0);

    [[nodiscard]] ScreenPoint toScreen(ImagePoint p) const;
    [[nodiscard]] ImagePoint toImage(ScreenPoint p) const;
    /// Row-major 2 x 3: image -> screen. x = m[0] column + m[1] row + m[2]; y = m[3] column + m[4] row + m[5].
    [[nodiscard]] const std::array<double, 6> &matrix() const { return m_toScreen; }

    /// Logical screen pixels per unit (mm, or image pixel where there is no spacing); the same in both directions.
    [[nodiscard]] double scale() const { return m_scale; }
    [[nodiscard]] session::SpanUnit unit() const { return m_unit; }
    [[nodiscard]] double widthPx() const { return m_width; }
    [[nodiscard]] double heightPx() const { return m_height; }
    [[nodiscard]] double devicePixelRatio() const { return m_devicePixelRatio; }
    /// Screen pixels per image column; 1.0 is one to one.
    [[nodiscard]] double magnification() const;
    /// The zoom and pan in effect, with "fit" written out; what a drag starts from.
    [[nodiscard]] session::ZoomPan effective() const { return m_effective; }

    /// The same view zoomed by `factor` so that `anchor` stays where it is.
    [[nodiscard]] session::ZoomPan zoomedAbout(ScreenPoint anchor, double factor) const;
    [[nodiscard]] session::ZoomPan panned(ScreenVector by) const;

    /// Orientation letters at the edges, empty where unknown. Row 1 of the clinical rules.
    struct EdgeLetters {
        QString left, right, top, bottom;
    };
    [[nodiscard]] EdgeLetters edgeLetters(bool all = false) const;

private:
    dicom::FrameGeometry m_geometry;
    session::Orientation m_orientation;
    session::SpanUnit m_unit = session::SpanUnit::ImagePixels;
    session::ZoomPan m_effective;
    double m_scale = 1.0, m_width = 0.0, m_height = 0.0, m_devicePixelRatio = 1.0;
    std::array<double, 6> m_toScreen{}, m_toImage{};
};

} // namespace consilium::imaging
