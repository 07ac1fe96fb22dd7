#include "app/bridge/FileExaminer.h"

#include "viewer/segments/SegmentationReader.h"

namespace consilium::app
{

std::optional<Examined> FileExaminer::read(const QString &path, bool isAlone)
{
    const std::optional<dicom::ScannedFile> file =
        isAlone ? dicom::ScannedFile{path, dicom::readHeader(path)} : dicom::scanFile(path, &m_repeated);
    return file ? std::optional(examine(*file)) : std::nullopt;
}

Examined FileExaminer::examine(const dicom::ScannedFile &file)
{
    Examined result;
    result.path = file.path;
    if (!file.header) {
        result.refusal = file.header.error();
        return result;
    }
    result.frames = dicom::describeFrames(*file.header);
    if (!result.frames && result.frames.error().code == ErrorCode::NoPixels)
        if (const auto document = dicom::describeDocument(*file.header)) {
            auto local = std::make_shared<dicom::DocumentHeader>(**document);
            local->localFile = file.path;
            result.document = std::move(local);
        }
    result.isOutlines = segments::isSegmentation(*file.header);
    if (result.isOutlines)
        result.sop = SopInstanceUid(file.header->text(tags::SopInstanceUid));
    result.request = m_requests.read(*file.header);
    result.headers = headersOf(*file.header, result.frames ? result.frames->front() : nullptr);
    if (result.frames) // just made: nobody else has seen them yet
        for (const auto &frame : *result.frames)
            std::const_pointer_cast<dicom::Instance>(frame)->localFile = file.path;
    return result;
}

std::shared_ptr<const Headers> FileExaminer::headersOf(const Attributes &header, const dicom::InstancePtr &image)
{
    if (image) {
        const auto known = m_known.constFind(image->series);
        const bool isSame =
            known != m_known.cend() && (*known)->study.uid == image->study && (*known)->study.patient == image->patient;
        if (isSame)
            return *known;
    }
    auto made = std::make_shared<const Headers>(Headers{dicom::describeStudy(header), dicom::describeSeries(header)});
    if (image)
        m_known.insert(image->series, made);
    return made;
}

} // namespace consilium::app
