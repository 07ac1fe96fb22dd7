#pragma once
#include "base/Result.h"
#include "tests/phantom/PhantomSpec.h"

#include <QString>

#include <cstdint>
#include <vector>

namespace consilium::phantom
{

/// Names of the transfer syntaxes that can be written, all lossless: explicit, implicit, bigendian, deflated, rle,
/// jpegls
/// (.80), jpeg2000 (.90), jpeg (.70), htj2k (.201); jpeg-57, jpegls-81, jpeg2000-91, htj2k-202 and htj2k-203 after the
/// end of their UIDs.
[[nodiscard]] QStringList syntaxNames();

/// What all images of a series share.
struct SeriesContent {
    QString accession, priority; ///< Requested Procedure Priority: left out when empty
    QString patientName, patientId, birthDate = QStringLiteral("19700101"), sex = QStringLiteral("O");
    QString studyUid, seriesUid, frameOfReferenceUid;
    QString studyDescription, seriesDescription;
    QString bodyPart = QStringLiteral("HEAD"); ///< PS3.16 annex L
    int seriesNumber = 1;
    QString imageType = QStringLiteral("ORIGINAL\\PRIMARY\\AXIAL");
    double slope = 1.0, intercept = 0.0;
    QString rescaleType = QStringLiteral("HU");
    double windowCentre = 40.0, windowWidth = 400.0;
    int bitsStored = 12;
    bool isSigned = false, monochrome1 = false;
    double sliceThicknessMm = 1.0;
    double gantryTiltDeg = 0.0;
    int rows = 0, columns = 0;
};

/// Writes one CT image as a Part 10 file. `stored`: values as they shall stand in the file. Deterministic: equal
/// content, equal bytes. Errors: InvalidArgument (syntax), DiskFull, FileUnreadable (cannot be written), Internal.
[[nodiscard]] Result<void> writeCtImage(const QString &path, const SeriesContent &series, const SlicePlan &slice,
                                        const QString &sopUid, const std::vector<std::int32_t> &stored,
                                        const QString &syntax);

/// Rewrites a single-frame grey file in another transfer syntax; UIDs stay (the pixels do too: all are lossless).
[[nodiscard]] Result<void> transcodeFile(const QString &in, const QString &out, const QString &syntax);

} // namespace consilium::phantom
