#include "app/bridge/FileWalk.h"

#include <QDirIterator>
#include <QFileInfo>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <iterator>
#include <system_error>
#include <utility>

namespace consilium::app
{

namespace
{

constexpr std::size_t mostNames = 200'000; ///< of one folder that are put in order together

/// QDirIterator shows a folder that it may not look into as an empty one.
bool canBeListed(const QString &folder)
{
    std::error_code trouble;
    const std::filesystem::directory_iterator tried(QFileInfo(folder).filesystemAbsoluteFilePath(), trouble);
    return !trouble;
}

} // namespace

FileWalk::FileWalk(const QString &folder) : m_folders{folder} {}

FileWalk::~FileWalk() = default;

void FileWalk::enter()
{
    m_folder = std::move(m_folders.back());
    m_folders.pop_back();
    m_entries =
        std::make_unique<QDirIterator>(m_folder, QDir::Files | QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot);
    m_isEmpty = true;
}

void FileWalk::give(std::vector<QString> &found)
{
    std::sort(m_names.begin(), m_names.end());
    std::move(m_names.begin(), m_names.end(), std::back_inserter(found));
    m_names.clear();
}

void FileWalk::leave(std::vector<QString> &found)
{
    give(found);
    std::sort(m_below.begin(), m_below.end(), std::greater<>());
    std::move(m_below.begin(), m_below.end(), std::back_inserter(m_folders));
    m_below.clear();
    m_entries.reset();
    if (m_isEmpty && !canBeListed(m_folder))
        m_unreadable.push_back(m_folder);
}

bool FileWalk::step(std::vector<QString> &found)
{
    if (!m_entries && m_folders.empty())
        return false;
    if (!m_entries)
        enter();
    if (!m_entries->hasNext()) {
        leave(found);
        return true;
    }
    m_isEmpty = false;
    const QString path = m_entries->next();
    const QFileInfo info = m_entries->fileInfo();
    if (!info.isDir())
        m_names.push_back(path);
    else if (!info.isSymLink())
        m_below.push_back(path);
    if (m_names.size() >= mostNames)
        give(found);
    return true;
}

std::vector<QString> FileWalk::takeUnreadable()
{
    return std::exchange(m_unreadable, {});
}

} // namespace consilium::app
