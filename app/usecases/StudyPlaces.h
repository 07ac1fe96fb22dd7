#pragma once
#include "viewer/dicom/StudyModel.h"
#include "viewer/objects/References.h"

#include <QHash>

#include <vector>

namespace consilium::app
{

/// Where the images of a study stand, for objects that name them. A value; it keeps the stacks that it was made of.
class StudyPlaces
{
public:
    struct Place {
        dicom::InstancePtr image;
        dicom::DataSetPtr stack;
    };
    explicit StudyPlaces(const std::vector<dicom::DataSetPtr> &stacks);

    /// `frame` from 0; null: it is not there.
    [[nodiscard]] const Place *find(const SopInstanceUid &sop, int frame) const;
    /// Of that frame of reference the image in whose reach (dicom::reachMm()) all of the places lie, the nearest of
    /// several; null: there is none.
    [[nodiscard]] const Place *around(const FrameOfReferenceUid &frameOfReference,
                                      const std::vector<PatientPoint> &places) const;
    [[nodiscard]] bool hasFrameOfReference(const FrameOfReferenceUid &frameOfReference) const;
    /// Outlives this value's copies only as long as this one lives.
    [[nodiscard]] objects::ImageLookup lookup() const;

private:
    std::vector<Place> m_places;
    QHash<QString, std::size_t> m_byFrame; ///< by SOP Instance UID and frame
    QHash<SopInstanceUid, objects::KnownImage> m_known;
};

} // namespace consilium::app
