#include "viewer/documents/EncapsulatedDocument.h"

using namespace Qt::StringLiterals;

namespace consilium::documents
{

namespace
{
constexpr Tag encapsulated{0x0042, 0x0011}, encapsulatedLength{0x0042, 0x0015}, mimeTypeTag{0x0042, 0x0012};
constexpr int pdfHeadBytes = 1024; ///< where readers look for the mark
} // namespace

Result<std::shared_ptr<const EncapsulatedDocument>> readEncapsulated(const Attributes &object)
{
    const auto header = dicom::describeDocument(object);
    if (!header)
        return fail(header.error());
    const Attribute *value = object.find(encapsulated);
    if (!value || value->bytes.isEmpty())
        return fail(ErrorCode::NoPixels, u"document"_s);
    auto document = std::make_shared<EncapsulatedDocument>();
    document->header = **header;
    document->mimeType = object.text(mimeTypeTag);
    document->bytes = value->bytes;
    const auto length = object.number(encapsulatedLength);
    if (length && *length > 0.0 && *length < double(document->bytes.size()))
        document->bytes.truncate(qsizetype(*length));
    if ((*header)->kind == dicom::DocumentKind::Pdf && !document->bytes.left(pdfHeadBytes).contains("%PDF"))
        return fail(ErrorCode::UnsupportedImage, u"PDF document"_s);
    return std::shared_ptr<const EncapsulatedDocument>(document);
}

} // namespace consilium::documents
