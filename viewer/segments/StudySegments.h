#pragma once
#include "base/Result.h"
#include "viewer/segments/Segmentation.h"

#include <QObject>

#include <vector>

namespace consilium::segments
{

/// What windows may ask about segmentations and structure sets of opened studies, wherever these come from. The app
/// implements it. UI thread only; nothing here blocks.
class StudySegments : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// One that is there but cannot be shown, or not yet.
    struct Missing {
        dicom::SeriesHeader series;
        Error error; ///< Cancelled: it is on its way
        [[nodiscard]] bool isLoading() const { return error.code == ErrorCode::Cancelled; }
    };
    /// Those of a study, by series number and then by instance.
    [[nodiscard]] virtual std::vector<SegmentationPtr> of(const StudyUid &study) const = 0;
    [[nodiscard]] virtual SegmentationPtr find(const SopInstanceUid &object) const = 0; ///< null when unknown
    [[nodiscard]] virtual std::vector<Missing> missing(const StudyUid &study) const = 0;

Q_SIGNALS:
    void changed(const consilium::StudyUid &study);
};

} // namespace consilium::segments
