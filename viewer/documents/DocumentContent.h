#pragma once
#include "viewer/documents/EncapsulatedDocument.h"
#include "viewer/documents/Report.h"
#include "viewer/documents/ReportText.h"
#include "viewer/documents/Waveform.h"

namespace consilium::documents
{

/// A document read whole; one of these is there.
struct DocumentContent {
    std::shared_ptr<const Report> report;
    std::shared_ptr<const Recording> recording;
    std::shared_ptr<const EncapsulatedDocument> pdf;
    std::shared_ptr<const std::vector<Paragraph>> clinical; ///< of a presentation state: what is in it
};

/// Reads a Part 10 file by what it is. Thread safe. Errors: those of readReport(), readRecording(), readEncapsulated()
/// and clinicalText().
[[nodiscard]] Result<DocumentContent> readDocument(const QByteArray &part10);

} // namespace consilium::documents
