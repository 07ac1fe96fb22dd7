#include "app/bridge/FileList.h"

#include "app/bridge/LeftOut.h"

#include <QElapsedTimer>
#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace consilium::app
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int listingMs = 8; ///< how long files are counted before the first one is read; one thread does it
constexpr std::size_t walkedAtOnce = 128, mostNames = 200'000;
constexpr std::size_t filesAtOnce = 16; ///< one thread takes them together
constexpr int moreMs = 50;              ///< how long more are looked for where some can be read
} // namespace

FileList::FileList(QString path, Options options) : m_path(std::move(path)), m_options(std::move(options))
{
    if (!m_options.walkOf)
        m_options.walkOf = [](const QString &folder) { return std::make_unique<FileWalk>(folder); };
}

void FileList::open()
{
    const QFileInfo info(m_path);
    const bool isDirectory = info.fileName().startsWith("DICOMDIR"_L1, Qt::CaseInsensitive);
    const QString directory = info.isDir() ? dicom::dicomDirIn(m_path) : isDirectory ? m_path : QString();
    const auto named = directory.isEmpty() ? Result<std::vector<dicom::DirectoryEntry>>(fail(ErrorCode::NotFound))
                                           : dicom::readDicomDir(directory);
    if (named)
        takeDirectory(*named);
    const bool isNamedWhole = named && !info.isDir() && !m_waiting.empty();
    if (!isNamedWhole && (info.isDir() || named))
        m_walk = m_options.walkOf(info.isDir() ? m_path : info.absolutePath());
    else if (!named) {
        m_waiting.push_back(m_path);
        m_isSingle = true;
    }
}

std::vector<QString> FileList::next(const std::function<bool()> &isOver)
{
    const bool isFirst = !std::exchange(m_isOpen, true);
    if (isFirst)
        open();
    QElapsedTimer clock;
    clock.start();
    // More than are taken, so that their number is known long before the last one is read; of names so many at most,
    // and where the medium is slow not for long.
    const auto wantsMore = [&](std::size_t walked) {
        if (m_waiting.size() < filesAtOnce)
            return m_waiting.empty() || clock.elapsed() <= std::min(m_options.patienceMs, moreMs);
        const bool isEarly = clock.elapsed() < listingMs;
        return isEarly && (isFirst || (walked < walkedAtOnce && m_waiting.size() < mostNames));
    };
    for (std::size_t i = 0; m_walk && !isOver() && wantsMore(i); ++i) {
        walk();
        if (m_walk && m_waiting.empty() && m_walk->pending() > 0 && clock.elapsed() > m_options.patienceMs) {
            std::vector<QString> early;
            m_walk->give(early);
            take(std::move(early));
        }
    }
    std::vector<QString> some;
    for (; !m_waiting.empty() && some.size() < filesAtOnce; m_waiting.pop_front())
        some.push_back(std::move(m_waiting.front()));
    m_given += int(some.size());
    m_found = m_given + int(m_waiting.size() + (m_walk ? m_walk->pending() : 0));
    return some;
}

int FileList::total() const
{
    return m_walk ? -1 : m_given + int(m_waiting.size());
}

int FileList::found() const
{
    return m_found;
}

std::vector<FolderLoader::Refused> FileList::takeRefused()
{
    return std::exchange(m_refused, {});
}

// The directory's own order, then whatever else lies in the folder.
void FileList::takeDirectory(const std::vector<dicom::DirectoryEntry> &entries)
{
    for (const dicom::DirectoryEntry &entry : entries) {
        if (!entry.path) {
            m_refused.push_back({entry.name, entry.path.error()});
            continue;
        }
        m_waiting.push_back(*entry.path);
        m_named.insert(QFileInfo(*entry.path).canonicalFilePath());
    }
}

void FileList::take(std::vector<QString> found)
{
    for (QString &path : found)
        if (m_named.isEmpty() || !m_named.contains(QFileInfo(path).canonicalFilePath()))
            m_waiting.push_back(std::move(path));
}

void FileList::walk()
{
    std::vector<QString> found;
    const bool hasMore = m_walk->step(found);
    take(std::move(found));
    for (QString &folder : m_walk->takeUnreadable())
        m_refused.push_back({std::move(folder), {ErrorCode::FileUnreadable, leftOut::closedFolder}});
    for (QString &folder : m_walk->takeBroken())
        m_refused.push_back({std::move(folder), {ErrorCode::FileUnreadable, leftOut::brokenFolder}});
    m_found = m_given + int(m_waiting.size() + m_walk->pending());
    if (!hasMore)
        m_walk.reset();
}

} // namespace consilium::app
