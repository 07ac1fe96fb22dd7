#pragma once
#include "base/Result.h"

#include <QString>

#include <cstdint>
#include <functional>
#include <vector>

namespace consilium::phantom
{

/// The image matrix of an InVesalius 3 project (.inv3: a tar, usually gzipped, with a plist and a raw int16 matrix).
/// Its order is slice, row, column: slices run from feet to head, rows from POSTERIOR to ANTERIOR (upside down, as VTK
/// counts), columns from right to left. The project's own surfaces bear this out: a matrix voxel (slice, row, column)
/// lies at (column, -row, slice) x spacing, in a space that its front camera looks into along +y with z up.
struct InVesaliusProject {
    int slices = 0, rows = 0, columns = 0;
    double columnSpacingMm = 0.0, rowSpacingMm = 0.0, sliceSpacingMm = 0.0;
    double windowCentre = 0.0, windowWidth = 0.0;
    QString modality;
    std::vector<std::int16_t> voxels;
};

/// Errors: NotFound, FileUnreadable, NotDicom (not such a project), DicomMalformed (contradictory sizes).
[[nodiscard]] Result<InVesaliusProject> readInVesalius(const QString &path);

struct ConvertOptions {
    QString folder;
    QString syntax = QStringLiteral("explicit");
    QString patientName = QStringLiteral("TEST^CRANIUM=模体^颅骨");
    QString patientId = QStringLiteral("TEST-CRANIUM");
    int threads = 0;
};
/// Writes the project as a CT series, axial, first image the most cranial; gives the number of files.
[[nodiscard]] Result<int> convertInVesalius(const InVesaliusProject &project, const ConvertOptions &options);

} // namespace consilium::phantom
