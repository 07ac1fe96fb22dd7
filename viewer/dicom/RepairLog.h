#pragma once
#include "viewer/dicom/StudyModel.h"

#include <vector>

namespace consilium::dicom
{

/// Something found wrong or odd in the files of a data set, what was done about it, and which images it concerns.
struct Repair {
    struct Image {
        SopInstanceUid sop;
        int frame = 0, slice = 0; ///< of the sorted stack; both from 0
        QString file;             ///< name of the local file without its folder; may name a patient: never copied out
        bool operator==(const Image &) const = default;
    };
    DataSetId dataSet;
    QString series; ///< "4 CT, acquisition 2": without a description, which may name a patient
    DataIssue issue;
    std::vector<Image> images; ///< in the order of the stack; empty: the stack as a whole
    QString subject = {};      ///< which outlines: a name that somebody typed, never copied out
    bool operator==(const Repair &) const = default;
};

/// All of a data set: those of the stack first, then those of its images, the same one at many images as one.
[[nodiscard]] std::vector<Repair> repairsOf(const DataSet &dataSet);
/// By object, in the order in which these first occur: the frames of one bear its UID and are told of once.
[[nodiscard]] std::vector<std::vector<Repair::Image>> byObject(const std::vector<Repair::Image> &images);
/// "2.25.7 · 10 frames"; of a single image the UID alone. `object` is not empty.
[[nodiscard]] QString objectText(const std::vector<Repair::Image> &object);
/// "1–3, 7": the slices, counted from 1.
[[nodiscard]] QString sliceRanges(const std::vector<Repair::Image> &images);
/// As text for a bug report: a paragraph each, in the user's language, with technical details and SOP Instance UIDs (at
/// most 20 of a repair, each once). No names, no descriptions, no file names.
[[nodiscard]] QString repairText(const std::vector<Repair> &repairs);

} // namespace consilium::dicom
