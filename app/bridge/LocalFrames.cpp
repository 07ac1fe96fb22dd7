#include "app/bridge/LocalFrames.h"

#include "app/bridge/PatientMatch.h"

#include <algorithm>

namespace consilium::app
{

namespace
{
constexpr std::size_t mostOpen = 4; ///< two threads read, and two series stand side by side
}

/// Nobody else has it while it is in use: a second reader opens the file once more.
std::unique_ptr<dicom::FrameFile> LocalFrames::take(const dicom::Instance &instance)
{
    std::unique_ptr<dicom::FrameFile> file;
    {
        const std::lock_guard lock(m_mutex);
        const auto found = std::find_if(m_open.begin(), m_open.end(), [&](const Open &open) {
            return open.path == instance.localFile && open.sop == instance.sop;
        });
        if (found == m_open.end())
            return nullptr;
        file = std::move(found->file);
        m_open.erase(found);
    }
    return file->isUnchanged() ? std::move(file) : nullptr;
}

std::uint64_t LocalFrames::timesForgotten()
{
    const std::lock_guard lock(m_mutex);
    return m_times;
}

int LocalFrames::openFiles()
{
    const std::lock_guard lock(m_mutex);
    return int(m_open.size());
}

void LocalFrames::forget(const StudyUid &study)
{
    const std::lock_guard lock(m_mutex);
    ++m_times;
    m_open.remove_if([&](const Open &open) { return open.study == study; });
}

void LocalFrames::keep(const dicom::Instance &instance, std::unique_ptr<dicom::FrameFile> file, std::uint64_t times)
{
    const std::lock_guard lock(m_mutex);
    if (times != m_times) // its study may have been closed in the meantime
        return;
    m_open.push_front({instance.localFile, instance.study, instance.sop, std::move(file)});
    if (m_open.size() > mostOpen)
        m_open.pop_back();
}

Result<QByteArray> LocalFrames::read(const dicom::Instance &instance, int frame)
{
    const std::uint64_t times = timesForgotten();
    std::unique_ptr<dicom::FrameFile> file = take(instance);
    if (!file) {
        auto opened = dicom::FrameFile::open(instance.localFile);
        if (!opened)
            return fail(opened.error());
        if (auto same = sameObject((*opened)->header(), instance); !same)
            return fail(same.error());
        file = std::move(*opened);
    }
    auto bytes = file->frame(frame);
    if (instance.pixels.frames > 1)
        keep(instance, std::move(file), times);
    return bytes;
}

} // namespace consilium::app
