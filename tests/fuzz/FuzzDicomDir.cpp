#include "tests/fuzz/FuzzInput.h"
#include "viewer/dicom/DicomDir.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

using namespace consilium;

namespace
{

/// A medium with some files, and with links that lead round in a circle and out of it.
class Medium
{
public:
    Medium()
    {
        const QDir folder(m_folder.path());
        folder.mkpath(QStringLiteral("disc/IMAGES"));
        write(QStringLiteral("outside"), "secret");
        write(QStringLiteral("disc/IMAGES/A"), "a");
        write(QStringLiteral("disc/images.b"), "b");
        QFile::link(QStringLiteral("../outside"), folder.filePath(QStringLiteral("disc/OUT")));
        QFile::link(QStringLiteral(".."), folder.filePath(QStringLiteral("disc/UP")));
        QFile::link(QStringLiteral("ROUND"), folder.filePath(QStringLiteral("disc/ROUND")));
    }
    [[nodiscard]] QString root() const
    {
        return QFileInfo(m_folder.filePath(QStringLiteral("disc"))).canonicalFilePath();
    }
    [[nodiscard]] QString directory() const { return m_folder.filePath(QStringLiteral("disc/DICOMDIR")); }
    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_folder.filePath(name));
        fuzz::require(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size(), "a file can be written");
    }

private:
    QTemporaryDir m_folder;
};

} // namespace

// The DICOMDIR of a medium: whatever it names, only files of this medium come of it, each once.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    static const Medium medium;
    medium.write(QStringLiteral("disc/DICOMDIR"), QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)));
    const auto entries = dicom::readDicomDir(medium.directory());
    if (!entries)
        return 0;
    QSet<QString> names;
    for (const dicom::DirectoryEntry &entry : *entries) {
        fuzz::require(!names.contains(entry.name), "each name once");
        names.insert(entry.name);
        if (!entry.path)
            continue;
        const QFileInfo file(*entry.path);
        fuzz::require(file.isAbsolute() && file.isFile() && dicom::liesBelow(medium.root(), file.canonicalFilePath()),
                      "a file of the medium");
    }
    return 0;
}
