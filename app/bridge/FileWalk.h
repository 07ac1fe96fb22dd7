#pragma once
#include <QString>

#include <memory>
#include <vector>

class QDirIterator;

namespace consilium::app
{

/// The files below a folder, hidden ones too, links to folders not followed: of each folder its files by name, then
/// what lies in its folders, by theirs. A file system lists names in an order of its own, and the copy of a folder in
/// another: which of two files is read first must not hang on that.
class FileWalk
{
public:
    explicit FileWalk(const QString &folder);
    ~FileWalk();

    /// Looks at one more name; adds the paths that are now in their order. False: there are no more.
    [[nodiscard]] bool step(std::vector<QString> &found);

private:
    void enter();

    std::vector<QString> m_folders;          ///< still to be looked into, the next one last
    std::vector<QString> m_names, m_below;   ///< of the folder at hand: its files, its folders
    std::unique_ptr<QDirIterator> m_entries; ///< null: none is at hand
};

} // namespace consilium::app
