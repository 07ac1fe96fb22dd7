#pragma once
#include "viewer/dicom/FrameRelations.h"
#include "viewer/imaging/ViewTransform.h"
#include "viewer/session/Alignments.h"

#include <QRectF>

#include <vector>

class QPainter;

namespace consilium::render2d
{

/// Where the picture of another view cuts the picture shown.
struct ReferenceLine {
    enum class Kind { Current, First, Last };
    Kind kind = Kind::Current;
    dicom::ImageSegment inImage; ///< pixels of the picture shown
    int slice = 0;               ///< number of the cutting picture in its stack, from 1
    ViewId view = {};            ///< whose picture it is; empty: the active view's
    bool isComputed = false;     ///< its frame of reference was aligned by computation
    bool operator==(const ReferenceLine &) const = default;
};

/// Lines of image `index` of `stack` in the picture `shown`, and with `withEnds` of the first and last images of the
/// stack that are parallel to it. Only within one patient (dicom::isSamePatient()) and one (known) frame of reference
/// or one aligned with it, else none.
[[nodiscard]] std::vector<ReferenceLine> referenceLines(const dicom::DataSet &stack, int index,
                                                        const dicom::Instance &shown, bool withEnds,
                                                        const session::AlignmentMap &alignments = {},
                                                        const dicom::StudyPairs &pairs = {});

/// Over `area` (logical pixels of the painter); `transform` gives places from the area's top left corner.
void paintReferenceLines(QPainter &painter, const QRectF &area, const std::vector<ReferenceLine> &lines,
                         const imaging::ViewTransform &transform);

/// The 3D cursor at a place of the picture: a cross that leaves the place itself free, dashed where the place lies
/// before or behind the picture. Over `area` as above.
void paintSpaceCursor(QPainter &painter, const QRectF &area, ImagePoint at, bool isInPicture,
                      const imaging::ViewTransform &transform);

} // namespace consilium::render2d
