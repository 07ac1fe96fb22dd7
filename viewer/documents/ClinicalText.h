#pragma once
#include "viewer/documents/ReportText.h"

namespace consilium::documents
{

/// The text of an HL7 CDA document: titles, paragraphs, lists and tables of its body in reading order. Nothing outside
/// of the document is read. Of a very long one the beginning, with a last paragraph that says so. Errors:
/// UnsupportedImage when it is no such document, cannot be read to its end, has no text or an encoded one.
[[nodiscard]] Result<std::vector<Paragraph>> clinicalText(const QByteArray &xml);

} // namespace consilium::documents
