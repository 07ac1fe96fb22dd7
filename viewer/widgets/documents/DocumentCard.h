#pragma once
#include "viewer/dicom/Documents.h"

#include <QString>
#include <QStringList>

namespace consilium::widgets
{

/// Icon of resources/icons for a kind of document.
[[nodiscard]] QString documentIcon(dicom::DocumentKind kind);
/// Stable English name for scenarios: "report", "key-images", "pdf", "clinical", "waveform".
[[nodiscard]] QString documentKindName(dicom::DocumentKind kind);
/// Its own title, else what it is.
[[nodiscard]] QString documentTitle(const dicom::DocumentHeader &document);
/// Date and flags, each as one text: "2026-11-23 09:41", "complete", "not verified".
[[nodiscard]] QStringList documentFacts(const dicom::DocumentHeader &document);

} // namespace consilium::widgets
