#include "app/bridge/FileWalk.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <utility>

namespace consilium::app
{

namespace
{

constexpr std::size_t mostNames = 200'000; ///< of one folder that are put in order together

QString pathOf(const QString &folder, const QString &name)
{
    return folder.endsWith(u'/') ? folder + name : folder + u'/' + name;
}

} // namespace

FileWalk::FileWalk(const QString &folder) : m_folders{folder} {}

FileWalk::~FileWalk() = default;

void FileWalk::enter()
{
    m_folder = std::move(m_folders.back());
    m_folders.pop_back();
    m_entries = namesIn(m_folder);
}

std::unique_ptr<platform::FolderNames> FileWalk::namesIn(const QString &folder) const
{
    return std::make_unique<platform::FolderNames>(folder);
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
    using End = platform::FolderNames::End;
    const End end = std::exchange(m_entries, nullptr)->end();
    if (end == End::Closed)
        m_unreadable.push_back(m_folder);
    else if (end == End::Broken)
        m_broken.push_back(m_folder);
}

bool FileWalk::step(std::vector<QString> &found)
{
    if (!m_entries && m_folders.empty())
        return false;
    if (!m_entries)
        enter();
    const auto next = m_entries->next();
    if (!next) {
        leave(found);
        return true;
    }
    if (!next->isFolder)
        m_names.push_back(pathOf(m_folder, next->name));
    else if (!next->isLink)
        m_below.push_back(pathOf(m_folder, next->name));
    if (m_names.size() >= mostNames)
        give(found);
    return true;
}

std::vector<QString> FileWalk::takeUnreadable()
{
    return std::exchange(m_unreadable, {});
}

std::vector<QString> FileWalk::takeBroken()
{
    return std::exchange(m_broken, {});
}

} // namespace consilium::app
