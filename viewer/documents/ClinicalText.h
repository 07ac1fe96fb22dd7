#pragma once
#include "viewer/documents/ReportText.h"

namespace consilium::documents
{

/// The text of an HL7 CDA document: titles, paragraphs, lists and tables of its body in reading order. Nothing outside
/// of the document is read. Errors: UnsupportedImage when it is no such document or cannot be read to its end.
[[nodiscard]] Result<std::vector<Paragraph>> clinicalText(const QByteArray &xml);

} // namespace consilium::documents
