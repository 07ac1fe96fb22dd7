#pragma once
#include "viewer/dicom/Documents.h"

#include <memory>

namespace consilium::documents
{

/// A foreign document inside a DICOM object. PS3.3 C.24.2.
struct EncapsulatedDocument {
    dicom::DocumentHeader header;
    QString mimeType;
    QByteArray bytes; ///< without the padding byte
};

/// Errors: NoPixels when there is none, UnsupportedImage when the bytes are no PDF in an object for PDF.
[[nodiscard]] Result<std::shared_ptr<const EncapsulatedDocument>> readEncapsulated(const Attributes &object);

} // namespace consilium::documents
