#pragma once
#include "base/Pending.h"
#include "netclient/dicomweb/DicomWebClient.h"
#include "viewer/dicom/Documents.h"

#include <memory>

namespace consilium::app
{

/// The whole object of a document, from its local file or from `archive`; read and compared with its header on a
/// worker. Errors: those of reading and fetching, and Conflict when it is another object or another patient's.
[[nodiscard]] Pending<Result<QByteArray>> fetchDocumentBytes(const std::shared_ptr<dicomweb::DicomWebClient> &archive,
                                                             const dicom::DocumentPtr &document,
                                                             const CancelToken &cancel,
                                                             Priority priority = Priority::Visible);

} // namespace consilium::app
