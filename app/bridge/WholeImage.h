#pragma once
#include "base/Attributes.h"
#include "base/Ids.h"
#include "netclient/dicomweb/DicomWebClient.h"
#include "viewer/dicom/StudyModel.h"

#include <QByteArray>

#include <cstdint>
#include <optional>

namespace consilium::app
{

/// The only image of a series, with one frame, fetched as the file that it is. Archives that keep files hand one out
/// as it lies there, but read and parse all of it to answer for its header, and again to cut a frame out.
struct WholeImage {
    std::optional<Attributes> header; ///< nothing: large values stayed in the file, the archive has to be asked
    dicomweb::EncodedFrame frame;
};

/// Whether an entry in a list of instances (PS3.18 10.6.3.3.3: NumberOfFrames, Rows, Columns, BitsAllocated) tells of
/// one frame, and of no more pixels than may lie in memory twice (512 MB with three samples each).
[[nodiscard]] bool maybeWholeImage(const Attributes &row);

/// The archive has answered, in this run of the program, that it hands out no whole objects (406, 405, 501). Thread
/// safe.
[[nodiscard]] bool refusesObjects(const ArchiveId &archive);
/// Remembers it where the error says so.
void noteObjectRefusal(const ArchiveId &archive, const Error &error);

/// Errors: isAnotherObject() when study, series or object are not those asked for; as dicom::readHeader() and
/// dicom::readFrame() when it is not a whole image. Runs on a worker; native pixels of a `part10` that is given away
/// are not copied.
[[nodiscard]] Result<WholeImage> readWholeImage(QByteArray part10, const StudyUid &study, const SeriesUid &series,
                                                const SopInstanceUid &sop);

/// The instance's frame out of the object that holds it, whose header this is. Errors: as sameObject() and
/// dicom::readFrame().
[[nodiscard]] Result<dicomweb::EncodedFrame> frameOfObject(const Attributes &header, const QByteArray &part10,
                                                           const dicom::Instance &instance);

/// A whole object came, and it is another one.
[[nodiscard]] bool isAnotherObject(const Error &error);

} // namespace consilium::app
