#pragma once
#include <QByteArray>

namespace consilium::fuzz
{

/// Gives hostile bytes to everything that reads DICOM files: header, description, frames, stack. Returns when all of it
/// has come back; any crash, hang or sanitizer report is the finding.
void readDicomInput(const QByteArray &bytes);

} // namespace consilium::fuzz
