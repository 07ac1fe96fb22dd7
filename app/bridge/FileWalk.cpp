#include "app/bridge/FileWalk.h"

#include <QDirIterator>
#include <QFileInfo>

#include <algorithm>
#include <functional>
#include <iterator>
#include <utility>

namespace consilium::app
{

namespace
{
constexpr std::size_t mostNames = 200'000; ///< of one folder that are put in order together
}

FileWalk::FileWalk(const QString &folder) : m_folders{folder} {}

FileWalk::~FileWalk() = default;

void FileWalk::enter()
{
    const QString folder = std::move(m_folders.back());
    m_folders.pop_back();
    m_entries = std::make_unique<QDirIterator>(folder, QDir::Files | QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot);
}

bool FileWalk::step(std::vector<QString> &found)
{
    if (!m_entries && m_folders.empty())
        return false;
    if (!m_entries)
        enter();
    const bool hasMore = m_entries->hasNext();
    if (hasMore) {
        const QString path = m_entries->next();
        const QFileInfo info = m_entries->fileInfo();
        if (!info.isDir())
            m_names.push_back(path);
        else if (!info.isSymLink())
            m_below.push_back(path);
    }
    if (hasMore && m_names.size() < mostNames)
        return true;
    std::sort(m_names.begin(), m_names.end());
    std::move(m_names.begin(), m_names.end(), std::back_inserter(found));
    m_names.clear();
    if (hasMore)
        return true;
    std::sort(m_below.begin(), m_below.end(), std::greater<>());
    std::move(m_below.begin(), m_below.end(), std::back_inserter(m_folders));
    m_below.clear();
    m_entries.reset();
    return true;
}

} // namespace consilium::app
