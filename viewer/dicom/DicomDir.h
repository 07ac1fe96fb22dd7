#pragma once
#include "base/Attributes.h"
#include "base/Result.h"

#include <QString>

#include <vector>

namespace consilium::dicom
{

/// A file that a DICOMDIR names.
struct DirectoryEntry {
    QString name; ///< as written, "IMAGES/A0001"
    /// Where it is: absolute. NotFound: it is not there; Forbidden: it would lie outside the directory's folder (by its
    /// name or through a link); DicomMalformed: a name that cannot be one.
    Result<QString> path;
};

/// By canonical paths: the file lies in the folder or in one below it. A drive's root ends with its slash, others do
/// not.
[[nodiscard]] bool liesBelow(const QString &folder, const QString &file);
/// It is the header of a DICOMDIR (Media Storage Directory Storage).
[[nodiscard]] bool isDirectory(const Attributes &header);
/// The DICOMDIR of a folder, whatever the case of its name; empty: there is none.
[[nodiscard]] QString dicomDirIn(const QString &folder);

/// The files that the records of a DICOMDIR in use name, each once, in their order. PS3.3 F.3, PS3.10 8. Names are
/// looked for without regard to case, as a CD may be mounted in either. The chain of offsets is not followed: records
/// are a sequence, which the bounded reader reads as one. Errors: those of readHeader(), and Unsupported when it is no
/// DICOMDIR.
[[nodiscard]] Result<std::vector<DirectoryEntry>> readDicomDir(const QString &path);

} // namespace consilium::dicom
