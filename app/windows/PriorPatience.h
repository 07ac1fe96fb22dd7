#pragma once

namespace consilium::app
{

/// For how long earlier studies that a hanging protocol asks for are waited for, ms. What is not known then is named.
struct PriorPatience {
    int archivesMs = 5'000; ///< for archives that do not answer to the Patient ID
    int seriesMs = 20'000;  ///< then for what is told of the series of a study that may be the newest that fits
    int arrivalMs = 60'000; ///< for the images of what was chosen, since the last of them was described
};

} // namespace consilium::app
