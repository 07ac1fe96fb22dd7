#pragma once
#include "viewer/dicom/StudyModel.h"

#include <QHash>

#include <vector>

namespace consilium::app
{

/// How many files each SOP Instance UID named that hold something else than the one that is shown.
using DifferingFiles = QHash<SopInstanceUid, int>;

/// Byte for byte; false where one of them cannot be read. Files of different sizes are not read.
[[nodiscard]] bool areSameFiles(const QString &a, const QString &b);
/// All frames of two local objects of one SOP Instance UID, in the order of the file: whether nothing that is shown of
/// them differs, though the files do (a medium was written twice). Reads the pixel data of both; what cannot be read is
/// not the same.
[[nodiscard]] bool areSameImages(const std::vector<dicom::InstancePtr> &a, const std::vector<dicom::InstancePtr> &b);

/// Says beside each stack which of its images have such files.
void tellOfDiffering(std::vector<dicom::DataSetPtr> &dataSets, const DifferingFiles &differing);

} // namespace consilium::app
