#include "viewer/pixels/StudyImages.h"

namespace consilium::pixels
{

Pending<Result<QByteArray>> StudyImages::fetchDocument(const dicom::DocumentPtr &, const CancelToken &) const
{
    return readyAnswer<Result<QByteArray>>(fail(ErrorCode::NotFound));
}

} // namespace consilium::pixels
