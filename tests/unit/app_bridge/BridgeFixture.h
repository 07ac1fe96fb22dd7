#pragma once
#include "app/bridge/PixelBridge.h"
#include "tests/unit/app_bridge/FakeArchive.h"

#include <algorithm>

namespace consilium::test
{

/// A client of a fake archive, made from its address.
[[nodiscard]] inline std::shared_ptr<dicomweb::DicomWebClient> clientOf(http::HttpClient &http, const QString &url)
{
    return std::make_shared<dicomweb::DicomWebClient>(http, dicomweb::ArchiveConfig{ArchiveId(url), {}, url, {}, {}});
}

[[nodiscard]] inline dicom::StudyHeader headerOf(const MinimalDicom &image)
{
    dicom::StudyHeader header;
    header.uid = StudyUid(image.study);
    header.patient.id = image.patientId;
    return header;
}

[[nodiscard]] inline pixels::FrameKey keyOf(const MinimalDicom &image)
{
    return {SopInstanceUid(image.sop), 0};
}

/// The frame is there and is exactly this image's.
[[nodiscard]] inline bool holdsPixelsOf(const app::PixelBridge &bridge, const MinimalDicom &image)
{
    const auto frame = bridge.frame(keyOf(image));
    const QByteArray bytes = image.frameBytes(0);
    return frame && frame->bytes.size() == size_t(bytes.size()) &&
           std::equal(frame->bytes.begin(), frame->bytes.end(), reinterpret_cast<const std::uint8_t *>(bytes.data()));
}

} // namespace consilium::test
