#include "base/platform/PlainFile.h"
#include "base/platform/Platform.h"
#include "tests/support/TestMain.h"

#include <QFile>
#include <QSaveFile>
#include <QTemporaryDir>

#include <utility>

using namespace Qt::StringLiterals;
using namespace consilium;
using platform::PlainFile;

class PlainFileTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsByOffset()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"王.bin"_s);
        QFile written(path);
        QVERIFY(written.open(QIODevice::WriteOnly));
        QCOMPARE(written.write("0123456789"), qint64(10));
        written.close();
        auto opened = PlainFile::open(path);
        QVERIFY(opened);
        PlainFile file = std::move(*opened);
        QVERIFY(file.isOpen() && !opened->isOpen());
        QCOMPARE(file.size(), std::int64_t(10));
        QByteArray room(8, '-');
        QCOMPARE(file.read(6, room.data(), 3), std::int64_t(3));
        QCOMPARE(room, "678-----"_ba);
        QCOMPARE(file.read(0, room.data(), 8), std::int64_t(8));
        QCOMPARE(room, "01234567"_ba);
        QCOMPARE(file.read(8, room.data(), 8), std::int64_t(2)); // as far as there is anything
        QCOMPARE(room.left(2), "89"_ba);
        QCOMPARE(file.read(10, room.data(), 8), std::int64_t(0));
    }

    void nothingIsOpenThatIsNoFile()
    {
        QTemporaryDir folder;
        const auto missing = PlainFile::open(folder.filePath(u"not there"_s));
        QVERIFY(!missing);
        QCOMPARE(missing.error().code, ErrorCode::NotFound);
        const auto directory = PlainFile::open(folder.path());
        QVERIFY(!directory);
        QCOMPARE(directory.error().code, ErrorCode::FileUnreadable);
        QVERIFY(!directory.error().detail.isEmpty());
        PlainFile none;
        char byte = 'x';
        QVERIFY(!none.isOpen());
        QCOMPARE(none.size(), std::int64_t(0));
        QCOMPARE(none.read(0, &byte, 1), std::int64_t(0));
    }

#ifdef Q_OS_LINUX
    // A device that is always full, and a folder that takes no file and has no size.
    void whyAFileIsNotWritten()
    {
        QFile full(u"/dev/full"_s);
        QVERIFY(full.open(QIODevice::WriteOnly));
        QVERIFY(full.write("x") != 1 || !full.flush());
        QCOMPARE(platform::notWritten(full).code, ErrorCode::DiskFull);
        QSaveFile closed(u"/proc/1/x"_s);
        QVERIFY(!closed.open(QIODevice::WriteOnly));
        QCOMPARE(platform::notWritten(closed, 1'000).code, ErrorCode::FileUnreadable);
        QTemporaryDir folder;
        QFile missing(folder.filePath(u"not there/x"_s));
        QVERIFY(!missing.open(QIODevice::WriteOnly));
        QCOMPARE(platform::notWritten(missing).code, ErrorCode::FileUnreadable);
    }
#endif
};

CONSILIUM_TEST(PlainFileTest)
#include "PlainFileTest.moc"
