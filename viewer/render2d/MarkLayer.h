#pragma once
#include "viewer/render2d/MarkShape.h"

#include <memory>
#include <vector>

namespace consilium::render2d
{

class Canvas;

/// The marks of one view as a picture: first all lines, then handles, then labels on dotted leaders. What was drawn is
/// kept, in tiles; only those are drawn anew in which a mark came, went or is another than at the last call. What is
/// seen is to the pixel what an empty layer would draw. One for each view; UI thread only.
class MarkLayer
{
public:
    MarkLayer();
    ~MarkLayer();
    MarkLayer(const MarkLayer &) = delete;
    MarkLayer &operator=(const MarkLayer &) = delete;

    /// Over the canvas' image. A mark outside of the area costs next to nothing.
    void paint(Canvas &canvas, const std::vector<MarkShape> &marks);
    /// How many tiles the last call has drawn anew, and how many there are; for tests and the bench.
    [[nodiscard]] int tilesDrawn() const;
    [[nodiscard]] int tiles() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace consilium::render2d
