#include "viewer/documents/DocumentContent.h"

#include "viewer/documents/ClinicalText.h"
#include "viewer/documents/StateText.h"

namespace consilium::documents
{

namespace
{

/// Puts a result where it belongs.
template<class T>
Result<DocumentContent> as(std::shared_ptr<const T> DocumentContent::*member,
                           const Result<std::shared_ptr<const T>> &read)
{
    if (!read)
        return fail(read.error());
    DocumentContent content;
    content.*member = *read;
    return content;
}

Result<DocumentContent> readClinical(const Attributes &object)
{
    const auto document = readEncapsulated(object);
    if (!document)
        return fail(document.error());
    auto text = clinicalText((*document)->bytes);
    if (!text)
        return fail(text.error());
    DocumentContent content;
    content.clinical = std::make_shared<const std::vector<Paragraph>>(std::move(*text));
    return content;
}

} // namespace

Result<DocumentContent> readDocument(const QByteArray &part10)
{
    const auto object = dicom::readObject(part10);
    if (!object)
        return fail(object.error());
    const auto kind = dicom::documentKind(SopClassUid(object->text(tags::SopClassUid)));
    switch (kind.value_or(dicom::DocumentKind::Report)) {
    case dicom::DocumentKind::Report:
    case dicom::DocumentKind::KeyImages:
        return as(&DocumentContent::report, readReport(*object));
    case dicom::DocumentKind::PresentationState: {
        DocumentContent content;
        content.clinical = std::make_shared<const std::vector<Paragraph>>(stateText(*object));
        return content;
    }
    case dicom::DocumentKind::Pdf:
        return as(&DocumentContent::pdf, readEncapsulated(*object));
    case dicom::DocumentKind::ClinicalDocument:
        return readClinical(*object);
    case dicom::DocumentKind::Waveform:
        return as(&DocumentContent::recording, readRecording(*object));
    }
    return fail(ErrorCode::NoPixels);
}

} // namespace consilium::documents
