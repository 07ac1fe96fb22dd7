#pragma once
#include "base/store/LocalStore.h"
#include "tests/support/TestMain.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <map>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

namespace consilium::test
{

inline const QByteArray rightKey = QByteArrayLiteral("0123456789abcdef0123456789ABCDEF");
inline const QByteArray wrongKey = QByteArrayLiteral("0123456789abcdef0123456789ABCDEE");

/// In memory where the system has such a place: hundreds of stores are made, and a disk takes its time for each.
enum class Medium { Memory, Disk };
inline QString placeIn(Medium medium)
{
    const QFileInfo memory(QStringLiteral("/dev/shm"));
    const bool isInMemory = medium == Medium::Memory && memory.isDir() && memory.isWritable();
    return (isInMemory ? memory.filePath() : QDir::tempPath()) + QStringLiteral("/consilium-store-XXXXXX");
}

/// A place for a store that goes away with the test.
struct StoreFolder {
    explicit StoreFolder(Medium medium = Medium::Memory) : place(placeIn(medium)) {}

    QTemporaryDir place;
    QString path = place.filePath(QStringLiteral("store"));
    [[nodiscard]] QString file(const QString &name = QStringLiteral("store.db")) const { return path + u'/' + name; }
    [[nodiscard]] Result<store::LocalStore> open(const QByteArray &key = rightKey) const
    {
        return store::LocalStore::open(path, key, {50});
    }
    /// Its files as a process that is killed now leaves them.
    void copyTo(const QString &other) const
    {
        QDir(other).removeRecursively();
        QDir().mkpath(other);
        for (const QString &name : QDir(path).entryList(QDir::Files))
            QVERIFY(QFile::copy(path + u'/' + name, other + u'/' + name));
    }
};

inline QByteArray bytesAt(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline void writeBytes(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

/// Every file of a folder with its bytes, the lock apart.
inline std::map<QString, QByteArray> contentsOf(const QString &folder)
{
    std::map<QString, QByteArray> all;
    for (const QString &name : QDir(folder).entryList(QDir::Files))
        if (name != QLatin1StringView("lock"))
            all[name] = bytesAt(folder + u'/' + name);
    return all;
}

inline QString problemOf(const Error &error)
{
    return errorName(error.code) + QStringLiteral(": ") + error.detail;
}

#ifdef Q_OS_UNIX
/// No file may grow over `bytes` while this lives: a disk that is full.
class LittleRoom
{
public:
    explicit LittleRoom(rlim_t bytes)
    {
        m_before = std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_usual);
        const rlimit little{bytes, m_usual.rlim_max};
        setrlimit(RLIMIT_FSIZE, &little);
    }
    ~LittleRoom()
    {
        setrlimit(RLIMIT_FSIZE, &m_usual);
        std::signal(SIGXFSZ, m_before);
    }
    LittleRoom(const LittleRoom &) = delete;
    LittleRoom &operator=(const LittleRoom &) = delete;

private:
    rlimit m_usual{};
    void (*m_before)(int) = nullptr;
};
#endif

} // namespace consilium::test

#define STORE_VALUE(result)                                                                                            \
    do {                                                                                                               \
        const auto &checkedResult = (result);                                                                          \
        QVERIFY2(checkedResult.has_value(),                                                                            \
                 checkedResult ? "" : qPrintable(consilium::test::problemOf(checkedResult.error())));                  \
    } while (false)

#define STORE_ERROR(result, expected)                                                                                  \
    do {                                                                                                               \
        const auto &checkedResult = (result);                                                                          \
        QVERIFY2(!checkedResult.has_value(), "a value instead of an error");                                           \
        QVERIFY2(checkedResult.error().code == (expected),                                                             \
                 qPrintable(consilium::test::problemOf(checkedResult.error())));                                       \
    } while (false)
