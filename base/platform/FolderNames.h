#pragma once
#include <QString>

#include <memory>
#include <optional>

namespace consilium::platform
{

/// What lies in one folder, name by name in the order of the file system, hidden ones too; no pipes, sockets and
/// devices, and no links that lead nowhere. Unlike QDirIterator it says how the list ended: a medium may fail in its
/// middle, and what was not named then is not known to be there. One thread at a time.
class FolderNames
{
public:
    struct Name {
        QString name;                          ///< without its folder
        bool isFolder = false, isLink = false; ///< a link is of what it leads to
    };
    enum class End {
        Whole,
        Closed, ///< nothing was listed: no folder, or no right to look into it
        Broken  ///< the system could not tell what else there is
    };
    explicit FolderNames(const QString &folder);
    virtual ~FolderNames();
    FolderNames(const FolderNames &) = delete;
    FolderNames &operator=(const FolderNames &) = delete;

    [[nodiscard]] virtual std::optional<Name> next(); ///< nullopt: no more, see end()
    [[nodiscard]] virtual End end() const;            ///< once next() has given nullopt

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace consilium::platform
