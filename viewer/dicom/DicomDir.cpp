#include "viewer/dicom/DicomDir.h"

#include "viewer/dicom/DicomFile.h"

#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace consilium::dicom
{

namespace
{

constexpr Tag directoryRecords{0x0004, 0x1220}, recordInUse{0x0004, 0x1410}, referencedFileId{0x0004, 0x1500};
constexpr Tag mediaClass{0x0002, 0x0002}; ///< Media Storage SOP Class UID of the file meta information
constexpr QLatin1StringView mediaDirectoryClass{"1.2.840.10008.1.3.10"};
constexpr qsizetype mostComponents = 32, longestComponent = 255;

bool isComponent(const QString &text)
{
    return !text.isEmpty() && text.size() <= longestComponent && text != "."_L1 &&
           std::none_of(text.begin(), text.end(),
                        [](QChar c) { return c == u'/' || c == u':' || c.category() == QChar::Other_Control; });
}

/// Finds files below one folder.
class Place
{
public:
    explicit Place(const QString &folder) : m_root(QFileInfo(folder).canonicalFilePath()) {}

    Result<QString> find(const QStringList &components)
    {
        QString at = m_root;
        for (const QString &component : components) {
            const auto next = child(at, component);
            if (!next)
                return next;
            at = *next;
        }
        const QFileInfo file(at);
        const QString real = file.canonicalFilePath(); // empty where links lead round in a circle
        if (real.isEmpty())
            return fail(ErrorCode::NotFound, u"the file is not there"_s);
        if (!liesBelow(m_root, real))
            return fail(ErrorCode::Forbidden, u"the file lies outside the folder of the DICOMDIR"_s);
        return file.isFile() ? Result<QString>(at) : fail(ErrorCode::NotFound, u"it is no file"_s);
    }

private:
    Result<QString> child(const QString &folder, const QString &name)
    {
        const QString exact = folder + u'/' + name;
        if (QFileInfo::exists(exact) || QFileInfo(exact).isSymLink())
            return exact;
        const QString real = names(folder).value(name.toLower());
        return real.isEmpty() ? fail(ErrorCode::NotFound, u"the file is not there"_s)
                              : Result<QString>(folder + u'/' + real);
    }
    const QHash<QString, QString> &names(const QString &folder)
    {
        const auto known = m_names.constFind(folder);
        if (known != m_names.cend())
            return *known;
        QHash<QString, QString> names;
        const QString real = QFileInfo(folder).canonicalFilePath();
        if (real == m_root || liesBelow(m_root, real))
            for (const QString &name : QDir(folder).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden))
                names.insert(name.toLower(), name);
        return *m_names.insert(folder, names);
    }

    QString m_root;
    QHash<QString, QHash<QString, QString>> m_names; ///< by lower case, of folders that were looked through
};

Result<QString> resolved(Place &place, const QStringList &components)
{
    if (components.contains(".."_L1))
        return fail(ErrorCode::Forbidden, u"the name leads out of the folder"_s);
    const bool isName = !components.isEmpty() && components.size() <= mostComponents &&
                        std::all_of(components.begin(), components.end(), isComponent);
    if (!isName && !components.isEmpty() && components.first().startsWith(u'/'))
        return fail(ErrorCode::Forbidden, u"the name is absolute"_s);
    return isName ? place.find(components) : fail(ErrorCode::DicomMalformed, u"no file can have this name"_s);
}

} // namespace

bool liesBelow(const QString &folder, const QString &file)
{
    const QString inside = folder.endsWith(u'/') ? folder : folder + u'/';
    return !folder.isEmpty() && file.size() > inside.size() && file.startsWith(inside);
}

bool isDirectory(const Attributes &header)
{
    return header.text(tags::SopClassUid) == mediaDirectoryClass || header.text(mediaClass) == mediaDirectoryClass;
}

QString dicomDirIn(const QString &folder)
{
    for (const QFileInfo &file : QDir(folder).entryInfoList({u"DICOMDIR"_s}, QDir::Files)) // of any case
        return file.absoluteFilePath();
    return {};
}

Result<std::vector<DirectoryEntry>> readDicomDir(const QString &path)
{
    const Result<Attributes> header = readHeader(path);
    if (!header)
        return fail(header.error());
    if (!isDirectory(*header))
        return fail(ErrorCode::Unsupported, u"no DICOMDIR"_s);
    Place place(QFileInfo(path).absolutePath());
    std::vector<DirectoryEntry> entries;
    QSet<QString> seen;
    for (const Attributes &record : header->items(directoryRecords)) {
        const QStringList components = record.texts(referencedFileId);
        const bool isInUse = record.integer(recordInUse).value_or(0xFFFF) != 0;
        const QString name = components.join(u'/');
        if (components.isEmpty() || !isInUse || seen.contains(name))
            continue; // patients, studies and series have no file
        seen.insert(name);
        entries.push_back({name, resolved(place, components)});
    }
    return entries;
}

} // namespace consilium::dicom
