#pragma once
#include "base/Attributes.h"
#include "base/CancelToken.h"
#include "base/Result.h"

#include <QByteArray>
#include <QString>

#include <functional>

namespace consilium::dicom
{

/// The header of a Part 10 file or of a bare data set, strings in Unicode, without pixel bytes.
/// Errors: FileUnreadable, NotDicom, DicomTruncated, DicomMalformed.
[[nodiscard]] Result<Attributes> readHeader(const QString &path);
[[nodiscard]] Result<Attributes> readHeader(const QByteArray &part10);

/// The encoded bytes of one frame (0-based), fragments joined; native frames cut out. Errors as above, and NoPixels, PixelsDamaged.
[[nodiscard]] Result<QByteArray> readFrame(const QString &path, int frame);
[[nodiscard]] Result<QByteArray> readFrame(const QByteArray &part10, int frame);

struct ScannedFile {
    QString path;
    Result<Attributes> header;
};
/// Walks a folder, in the calling thread; `found` is called for each DICOM file and each file that claims to be one and
/// is broken; others are skipped silently.
void scanFolder(const QString &folder, const std::function<void(ScannedFile)> &found, const CancelToken &cancel);

} // namespace consilium::dicom
