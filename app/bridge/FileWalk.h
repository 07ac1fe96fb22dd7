#pragma once
#include <QElapsedTimer>
#include <QString>

#include <memory>
#include <vector>

class QDirIterator;

namespace consilium::app
{

/// The files below a folder, hidden ones too, links to folders not followed: of each folder its files by name, then
/// what lies in its folders, by theirs. A file system lists names in an order of its own, and the copy of a folder in
/// another: which of two files is read first must not hang on that. Only a folder whose names come so slowly that a
/// reader would see nothing for long (or of more than 200,000 names) is given in parts, each in its order.
class FileWalk
{
public:
    /// `patienceMs`: how long names of one folder are gathered before those that are there are given.
    explicit FileWalk(const QString &folder, int patienceMs = 1500);
    virtual ~FileWalk();

    /// Looks at one more name; adds the paths that are now in their order. False: there are no more.
    [[nodiscard]] virtual bool step(std::vector<QString> &found);
    /// Names of files that were seen and not given yet.
    [[nodiscard]] virtual std::size_t pending() const { return m_names.size(); }
    /// Folders that may not be looked into, or that cannot be; those not taken from here before.
    [[nodiscard]] std::vector<QString> takeUnreadable();

private:
    void enter();
    void leave(std::vector<QString> &found);
    void give(std::vector<QString> &found);

    int m_patienceMs;
    QElapsedTimer m_gathering;               ///< since names were last given
    std::vector<QString> m_folders;          ///< still to be looked into, the next one last
    std::vector<QString> m_names, m_below;   ///< of the folder at hand: its files, its folders
    std::unique_ptr<QDirIterator> m_entries; ///< null: none is at hand
    QString m_folder;                        ///< at hand
    bool m_isEmpty = true;                   ///< nothing was seen in it yet
    std::vector<QString> m_unreadable;
};

} // namespace consilium::app
