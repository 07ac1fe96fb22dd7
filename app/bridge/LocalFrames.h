#pragma once
#include "base/Result.h"
#include "viewer/dicom/DicomFile.h"
#include "viewer/dicom/StudyModel.h"

#include <cstdint>
#include <list>
#include <memory>
#include <mutex>

namespace consilium::app
{

/// Frames of local files. Files of many frames stay open for a while, so that their headers are not read again for each
/// of them. Thread safe.
class LocalFrames
{
public:
    /// The file may have been replaced since it was listed: its pixels are given only when it is still the same object.
    /// Errors as dicom::readFrame(), and Conflict.
    [[nodiscard]] Result<QByteArray> read(const dicom::Instance &instance, int frame);
    /// The study was closed: its files are let go, also those that are being read, once they are.
    void forget(const StudyUid &study);
    [[nodiscard]] int openFiles();

private:
    struct Open {
        QString path;
        StudyUid study;
        SopInstanceUid sop; ///< for which it was found to be the same object
        std::unique_ptr<dicom::FrameFile> file;
    };
    std::unique_ptr<dicom::FrameFile> take(const dicom::Instance &instance);
    void keep(const dicom::Instance &instance, std::unique_ptr<dicom::FrameFile> file, std::uint64_t times);
    [[nodiscard]] std::uint64_t timesForgotten();

    std::mutex m_mutex;
    std::list<Open> m_open;    ///< the last used first
    std::uint64_t m_times = 0; ///< that something was forgotten
};

} // namespace consilium::app
