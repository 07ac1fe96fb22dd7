#pragma once
#include "base/platform/FolderNames.h"

#include <QString>

#include <memory>
#include <vector>

namespace consilium::app
{

/// The files below a folder, hidden ones too, links to folders not followed: of each folder its files by name, then
/// what lies in its folders, by theirs. A file system lists names in an order of its own, and the copy of a folder in
/// another: which of two files is read first must not hang on that. Only a folder of more than 200,000 names is given
/// in parts, each in its order, and one of which somebody wants them early.
class FileWalk
{
public:
    explicit FileWalk(const QString &folder);
    virtual ~FileWalk();

    /// Looks at one more name; adds the paths that are now in their order. False: there are no more.
    [[nodiscard]] virtual bool step(std::vector<QString> &found);
    /// Names of files that were seen and not given yet, since others of their folder may stand in front of them.
    [[nodiscard]] std::size_t pending() const { return m_names.size(); }
    /// Adds their paths, in the order of those.
    void give(std::vector<QString> &found);
    /// Folders that may not be looked into, or that cannot be; those not taken from here before.
    [[nodiscard]] std::vector<QString> takeUnreadable();
    /// Likewise folders whose list broke off in its middle: what was named by then was given.
    [[nodiscard]] std::vector<QString> takeBroken();

protected:
    [[nodiscard]] virtual std::unique_ptr<platform::FolderNames> namesIn(const QString &folder) const;

private:
    void enter();
    void leave(std::vector<QString> &found);

    std::vector<QString> m_folders;                   ///< still to be looked into, the next one last
    std::vector<QString> m_names, m_below;            ///< of the folder at hand: its files, its folders
    std::unique_ptr<platform::FolderNames> m_entries; ///< null: none is at hand
    QString m_folder;                                 ///< at hand
    std::vector<QString> m_unreadable, m_broken;
};

} // namespace consilium::app
