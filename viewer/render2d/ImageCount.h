#pragma once
#include "viewer/pixels/StudyImages.h"

#include <QString>

namespace consilium::render2d
{

/// How many of a stack's images are there. The band over the image, the panel and the card of the strip all take it
/// from here: two numbers for one thing make a reader look for an image that is not missing.
struct ImageCount {
    int loaded = 0; ///< decoded at least once
    int total = 0;  ///< announced, or described where these are more; 0: not known
    [[nodiscard]] bool isWhole() const { return loaded >= total; }
    [[nodiscard]] double share() const; ///< 0 to 1; 0 where the total is not known
    bool operator==(const ImageCount &) const = default;
};
/// `stack` may be null: not described yet.
[[nodiscard]] ImageCount imageCount(const dicom::DataSet *stack, const pixels::StudyImages::Progress &progress);
/// "99 of 268 images".
[[nodiscard]] QString imageCountText(const ImageCount &count);

} // namespace consilium::render2d
