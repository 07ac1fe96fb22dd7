#include "viewer/pixels/StudyImages.h"

namespace consilium::pixels
{

QFuture<Result<QByteArray>> StudyImages::fetchDocument(const dicom::DocumentPtr &, const CancelToken &) const
{
    return QtFuture::makeReadyFuture(Result<QByteArray>(fail(ErrorCode::NotFound)));
}

} // namespace consilium::pixels
