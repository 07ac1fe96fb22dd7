#include "base/platform/FolderNames.h"

#include <QFile>
#include <QFileInfo>

#include <filesystem>
#include <system_error>

namespace consilium::platform
{

namespace
{

QString nameOf(const std::filesystem::path &path)
{
#ifdef Q_OS_WIN
    return QString::fromStdWString(path.filename().native());
#else
    return QFile::decodeName(path.filename().c_str());
#endif
}

/// nullopt: none that is given.
std::optional<FolderNames::Name> described(const std::filesystem::directory_entry &entry)
{
    std::error_code trouble; // such a thing is not there
    FolderNames::Name name;
    name.isLink = entry.is_symlink(trouble);
    name.isFolder = entry.is_directory(trouble);
    const bool isGiven = name.isFolder || entry.is_regular_file(trouble) || (name.isLink && entry.exists(trouble));
    if (!isGiven)
        return std::nullopt;
    name.name = nameOf(entry.path());
    return name;
}

} // namespace

struct FolderNames::Private {
    std::filesystem::directory_iterator at; ///< past the end where there is nothing
    End end = End::Whole;
};

FolderNames::FolderNames(const QString &folder) : d(std::make_unique<Private>())
{
    std::error_code trouble;
    d->at = std::filesystem::directory_iterator(QFileInfo(folder).filesystemAbsoluteFilePath(), trouble);
    if (trouble)
        d->end = End::Closed;
}

FolderNames::~FolderNames() = default;

std::optional<FolderNames::Name> FolderNames::next()
{
    const std::filesystem::directory_iterator pastEnd;
    while (d->at != pastEnd) {
        std::optional<Name> name = described(*d->at);
        std::error_code trouble;
        d->at.increment(trouble);
        if (trouble) {
            d->end = End::Broken;
            d->at = pastEnd;
        }
        if (name)
            return name;
    }
    return std::nullopt;
}

FolderNames::End FolderNames::end() const
{
    return d->end;
}

} // namespace consilium::platform
