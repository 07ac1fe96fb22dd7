#pragma once
#include "base/Attributes.h"
#include "viewer/dicom/ByteSource.h"

#include <QStringList>

#include <optional>

namespace consilium::dicom
{

class RepeatedValues;

/// How element headers and numbers are coded. PS3.5 7.1 and A.
struct Coding {
    bool explicitVr = true;
    bool bigEndian = false;
};

/// Where the pixel bytes of a data set begin.
struct PixelPlace {
    qint64 offset = 0;  ///< of the first value byte
    qint64 length = -1; ///< -1: undefined, that is encapsulated
    Vr vr{};
};

/// A data set that was read up to its pixel data.
struct ReadDataSet {
    Attributes attributes;
    std::optional<PixelPlace> pixels;
    Coding coding;
    bool isPart10 = false; ///< had file meta information
};

/// Reads data sets without a DICOM library: bounded in depth, number of elements and memory, whatever the bytes claim,
/// which no toolkit at hand is (DCMTK 3.6.7 overflows its stack on 400 KB of nested sequences). Reads a Part 10 file,
/// one without preamble, or a bare data set; stops at the pixel data of the outermost level. Errors: NotDicom,
/// DicomTruncated, DicomMalformed. What was repaired stands in the attribute readRepairs (see DicomFile.h). `repeated`:
/// of who reads many files; may be null.
[[nodiscard]] Result<ReadDataSet> readDataSet(ByteSource &source, RepeatedValues *repeated = nullptr);

/// One item of encapsulated pixel data, PS3.5 A.4.
struct Fragment {
    qint64 offset = 0, length = 0;
    qint64 itemOffset = 0; ///< of the item's tag
};
/// The items of encapsulated pixel data from `offset` on, the offset table first. Ends at `end` (-1: none given), at
/// the sequence delimiter or where the bytes make no sense any more: `cutShort` is set when it was neither of the first
/// two. `maximum` bounds their number.
[[nodiscard]] std::vector<Fragment> readFragments(ByteSource &source, qint64 offset, bool bigEndian, int maximum,
                                                  bool *cutShort, qint64 end = -1);

} // namespace consilium::dicom
