#pragma once
#include "tests/render/ImageFixture.h"
#include "viewer/session/ViewerState.h"

#include <QSize>

#include <cmath>
#include <complex>
#include <optional>

/// What a rendered pixel must be, computed in double precision from the definitions alone: PS3.3 C.11.2.1.2 for the
/// grey, the comments of ViewState, ZoomPan and Orientation for the place. Shares no code with the product.
namespace consilium::test
{

struct Reference {
    const dicom::Instance &instance;
    const pixels::DecodedFrame &frame;
    session::ViewState view;
    session::Window window;
    bool inverted = false;
    double width = 0.0, height = 0.0; ///< logical pixels
    double ratio = 1.0;

    /// Stored -> 8 bits, PS3.3 C.11.2.1.2.1 (LINEAR).
    [[nodiscard]] double grey(int row, int column) const
    {
        const auto *samples = reinterpret_cast<const std::uint16_t *>(frame.bytes.data());
        const double x = instance.grey.slope * samples[row * frame.columns + column] + instance.grey.intercept;
        const double c = window.centre, w = window.width;
        double y = 0.0;
        if (x <= c - 0.5 - (w - 1.0) / 2.0)
            y = 0.0;
        else if (x > c - 0.5 + (w - 1.0) / 2.0)
            y = 255.0;
        else
            y = ((x - (c - 0.5)) / (w - 1.0) + 0.5) * 255.0;
        y = std::floor(y + 0.5);
        return inverted ? 255.0 - y : y;
    }

    /// Place in the image, pixels, of a device pixel's centre.
    [[nodiscard]] std::complex<double> place(int x, int y) const
    {
        const double sx = instance.geometry.spacing.isKnown() ? instance.geometry.spacing.betweenColumnsMm : 1.0;
        const double sy = instance.geometry.spacing.isKnown() ? instance.geometry.spacing.betweenRowsMm : 1.0;
        const auto &geometry = instance.geometry;
        const double angle = view.orientation.rotationDeg * std::acos(-1.0) / 180.0;
        const std::complex<double> turn = std::polar(1.0, angle); // y runs down, so this is clockwise
        double scale = 0.0, offsetX = 0.0, offsetY = 0.0;
        if (view.zoomPan) {
            scale = std::min(width, height) / view.zoomPan->across;
            offsetX = view.zoomPan->offsetAlongRow;
            offsetY = view.zoomPan->offsetAlongColumn;
        } else {
            const std::complex<double> corner(geometry.columns * sx / 2.0, geometry.rows * sy / 2.0);
            const auto a = corner * turn, b = std::conj(corner) * turn;
            const double halfX = std::max(std::abs(a.real()), std::abs(b.real()));
            const double halfY = std::max(std::abs(a.imag()), std::abs(b.imag()));
            scale = std::min(width / (2.0 * halfX), height / (2.0 * halfY));
        }
        const std::complex<double> screen((x + 0.5) / ratio - width / 2.0, (y + 0.5) / ratio - height / 2.0);
        const std::complex<double> plane = screen / turn / scale;
        const double alongRow = (view.orientation.flipped ? -plane.real() : plane.real()) + offsetX;
        return {alongRow / sx + (geometry.columns - 1) / 2.0,
                (plane.imag() + offsetY) / sy + (geometry.rows - 1) / 2.0};
    }

    /// nullopt where rounding may fall to either side (the very edge of the image; halves of nearest).
    [[nodiscard]] std::optional<double> pixel(int x, int y, bool nearest) const
    {
        const auto p = place(x, y);
        const double columns = frame.columns, rows = frame.rows, hair = 2e-3;
        const double left = p.real() + 0.5, top = p.imag() + 0.5;
        for (const double edge : {left, top, columns - left, rows - top}) {
            if (std::abs(edge) < hair)
                return std::nullopt;
        }
        if (left < 0.0 || top < 0.0 || left > columns || top > rows)
            return 0.0;
        if (nearest) {
            if (std::abs(left - std::round(left)) < hair || std::abs(top - std::round(top)) < hair)
                return std::nullopt;
            return grey(int(std::floor(top)), int(std::floor(left)));
        }
        const double column = std::clamp(p.real(), 0.0, columns - 1.0), row = std::clamp(p.imag(), 0.0, rows - 1.0);
        const int c0 = int(std::floor(column)), r0 = int(std::floor(row));
        const int c1 = std::min(c0 + 1, frame.columns - 1), r1 = std::min(r0 + 1, frame.rows - 1);
        const double fc = column - c0, fr = row - r0;
        return (grey(r0, c0) * (1 - fc) + grey(r0, c1) * fc) * (1 - fr) +
               (grey(r1, c0) * (1 - fc) + grey(r1, c1) * fc) * fr;
    }
};

} // namespace consilium::test
