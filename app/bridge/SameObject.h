#pragma once
#include "base/CancelToken.h"
#include "viewer/dicom/StudyModel.h"

#include <QHash>

#include <vector>

namespace consilium::app
{

/// How many files each SOP Instance UID named that hold something else than the one that is shown.
using DifferingFiles = QHash<SopInstanceUid, int>;

/// One of the files that bear a SOP Instance UID.
struct ObjectFile {
    QString path;
    std::vector<dicom::InstancePtr> frames; ///< of an image, in the order of the file
    bool isOutlines = false;                ///< a segmentation or structure set
};

enum class Likeness {
    Same,
    Different,
    KnownBroken,  ///< outlines: the file that is known cannot be read, the other one may be what it was meant to be
    KnownCutShort ///< images: the file that is known ends in its pixel data, and is the beginning of the other one
};
/// Whether another file of a SOP Instance UID holds the same as the one that is known: the same data set byte for byte,
/// whatever their preambles and file meta information say; else images of which nothing that is shown differs, outlines
/// of which nothing that is read differs (a medium was written twice, an archive has written its own names into a
/// header, another transfer syntax stands around the same pixels). KnownCutShort where all that is shown is described
/// alike, the other file holds its pixel data to their end and of each frame all that is left of it in the known one.
/// Reads both files; what cannot be read is not the same. Once `stop` is cancelled the answer means nothing.
[[nodiscard]] Likeness likenessOf(const ObjectFile &known, const ObjectFile &other, const CancelToken &stop);

/// Says beside each stack which of its images have such files.
void tellOfDiffering(std::vector<dicom::DataSetPtr> &dataSets, const DifferingFiles &differing);

} // namespace consilium::app
