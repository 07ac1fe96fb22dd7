#pragma once
#include <QString>

#include <vector>

namespace consilium::pixels
{

/// What a series lacks that was split into parts. Each part is whole as far as it is known; what is missing is missed
/// by the series.
struct SeriesGap {
    /// One that is without images which the series ought to have.
    struct Part {
        int number = 0; ///< among the parts with images, from 1
        QString name;   ///< what tells it apart: "acquisition 2"; may be empty
        int lacking = 0;
        bool operator==(const Part &) const = default;
    };
    int there = 0;             ///< images of the whole series
    int expected = 0;          ///< how many it ought to have; not more than `there`: that is not known
    int partCount = 0;         ///< with images
    std::vector<Part> lacking; ///< as far as it is known; together not more than missing()
    /// `lacking` is what the places of the images look like. Gaps may be meant: another step of the table.
    bool isByPlaces = false;
    [[nodiscard]] bool isKnown() const { return expected > there; }
    [[nodiscard]] int missing() const { return expected - there; }
    bool operator==(const SeriesGap &) const = default;
};

} // namespace consilium::pixels
