#pragma once
#include "netclient/dicomweb/Session.h"

namespace consilium::dicomweb
{

/// What answers of WADO-RS (PS3.18 10.4) mean. Pure functions; errors are ProtocolViolation unless said otherwise.

/// What a frame was asked for by.
struct FrameName {
    StudyUid study;
    SeriesUid series;
    SopInstanceUid sop;
    int frame = 0; ///< from 0
};
/// The one frame that was asked for. Several parts are errors, and so is a Content-Location (of the part or of the
/// answer) that names another study, series, object or frame, as far as it names them.
[[nodiscard]] Result<EncodedFrame> frameOf(Answer answer, const FrameName &asked, const FrameHints &hints = {});
/// The one Part 10 object; its data set must name `sop`, or the file meta information where the data set names none.
/// One whose part says another length than it has is an error.
[[nodiscard]] Result<QByteArray> instanceOf(Answer answer, const SopInstanceUid &sop);
/// Bytes of it are missing. That there are more than its part says means nothing: some servers count wrong.
[[nodiscard]] bool isShort(const Part &part);
/// The one part that is not empty. Unsupported when there are several: they are frames or fragments.
[[nodiscard]] Result<QByteArray> bulkOf(Answer answer);
/// A JPEG or PNG, by its first bytes.
[[nodiscard]] Result<QByteArray> pictureOf(Answer answer);

/// Makes relative BulkDataURIs absolute (RFC 3986), in nested items too.
void resolveBulkDataUris(Attributes &dataSet, const QString &metadataUrl);
/// Where to fetch a BulkDataURI from. InvalidArgument when it does not belong to the archive.
[[nodiscard]] Result<QString> bulkDataUrl(const QString &uri, const QString &baseUrl);

} // namespace consilium::dicomweb
