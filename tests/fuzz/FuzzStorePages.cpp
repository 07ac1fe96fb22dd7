#include "base/store/PageScan.h"
#include "tests/fuzz/FuzzInput.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtEndian>

#include <algorithm>

using namespace consilium;

namespace
{

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    fuzz::require(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size(), "a file can be written");
}

} // namespace

// The file of a store (its length in four bytes before it) and the log beside it: whatever they hold, what is found in
// them has the shape of a row, and what its seal lets through was put there with the key.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    static const QTemporaryDir folder;
    static const QString path = folder.filePath(QStringLiteral("store.db"));
    static const auto seal = store::Seal::create(QByteArray(store::Seal::keyBytes, 'k'));
    if (size < 4)
        return 0;
    const QByteArray all(reinterpret_cast<const char *>(data) + 4, qsizetype(size - 4));
    const auto length = std::min<qsizetype>(all.size(), qsizetype(qFromLittleEndian<quint32>(data)));
    write(path, all.left(length));
    write(path + QStringLiteral("-wal"), all.mid(length));
    const auto scan = store::scanPages(path, [](const store::Row &row) {
        fuzz::require(row.name.size() == store::Seal::nameBytes && row.revision > 0, "a row has a name and a revision");
        if (const auto clear = seal->open(row))
            fuzz::require(row.name == seal->nameOf(row.kind, clear->key), "what opens is what was put under that key");
    });
    fuzz::require(scan.has_value(), "a file that can be opened is read to its end");
    return 0;
}
