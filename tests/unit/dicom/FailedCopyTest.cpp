#include "tests/support/TestMain.h"
#include "viewer/dicom/DicomFile.h"

#include <QFile>
#include <QTemporaryDir>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace Qt::StringLiterals;
using namespace consilium;
using namespace consilium::dicom;

/// What is no DICOM: told of where it was meant to be, passed over where it never was.
class FailedCopyTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatWasMeantIsTold_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("told"); // empty: passed over
        const QByteArray hole(132'000, '\0'), words("something to read, and nothing that could be an image");
        const QString empty = u"The file is empty."_s, damaged = u"The file is damaged: it has no DICOM content."_s,
                      other = u"This is not a DICOM file."_s;
        QTest::newRow("empty") << u"IM0001.dcm"_s << QByteArray() << empty;
        QTest::newRow("empty, of no kind by name") << u"IM0001"_s << QByteArray() << empty;
        QTest::newRow("empty, named by a UID") << u"1.2.840.113619.2.5"_s << QByteArray() << empty;
        QTest::newRow("zeros") << u"IM0001.dcm"_s << hole << damaged;
        QTest::newRow("zeros, of no kind by name") << u"IM0001"_s << hole << damaged;
        QTest::newRow("few zeros") << u"IM0001"_s << QByteArray(7, '\0') << damaged;
        QTest::newRow("a preamble, then words") << u"IM0001"_s << QByteArray(128, '\0') + words << damaged;
        QTest::newRow("words, .dcm") << u"IM0001.dcm"_s << words << other;
        QTest::newRow("words, .DCM") << u"IM0001.DCM"_s << words << other;
        QTest::newRow("words, .dicom") << u"a.Dicom"_s << words << other;
        QTest::newRow("words, .dic") << u"a.dic"_s << words << other;
        QTest::newRow("words, .IMA") << u"MR.0001.IMA"_s << words << other;
        QTest::newRow("words, of no kind by name") << u"IM0001"_s << words << QString();
        QTest::newRow("read me") << u"README.txt"_s << words << QString();
        QTest::newRow("empty read me") << u"README.TXT"_s << QByteArray() << QString();
        QTest::newRow("thumbnails") << u"Thumbs.db"_s << words << QString();
        QTest::newRow("picture") << u"key.jpg"_s << QByteArray("\xff\xd8\xff\xe0 and more") << QString();
        QTest::newRow("film") << u"loop.mp4"_s << QByteArray("\0\0\0\x18", 4) + "ftypmp42 and more" << QString();
        QTest::newRow("disk image") << u"viewer.iso"_s << hole << QString();
        QTest::newRow("hidden") << u".nomedia"_s << QByteArray() << QString();
        QTest::newRow("macOS's note") << u"._IM0001.dcm"_s << QByteArray("\0\x05\x16\x07", 4) + words << QString();
        QTest::newRow("directory") << u"DICOMDIR"_s << QByteArray() << QString();
    }
    void whatWasMeantIsTold()
    {
        QFETCH(const QString, name);
        QFETCH(const QByteArray, content);
        QFETCH(const QString, told);
        QTemporaryDir folder;
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
        file.close();
        QCOMPARE(readHeader(file.fileName()).error().code, ErrorCode::NotDicom);
        const auto scanned = scanFile(file.fileName());
        QCOMPARE(scanned.has_value(), !told.isEmpty());
        if (scanned)
            QCOMPARE(userMessage(scanned->header.error()), told);
    }

    /// To open a pipe waits for somebody who writes into it; a device may never end.
    void pipesAndDevicesAreNotOpened()
    {
#ifdef Q_OS_UNIX
        QTemporaryDir folder;
        const QString pipe = folder.filePath(u"pipe.dcm"_s);
        QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        const QString link = folder.filePath(u"link.dcm"_s);
        QVERIFY(QFile::link(pipe, link));
        for (const QString &path : {pipe, link, u"/dev/zero"_s}) {
            const auto header = readHeader(path);
            QVERIFY(!header);
            QCOMPARE(header.error().code, ErrorCode::FileUnreadable);
            QCOMPARE(userMessage(header.error()),
                     u"This is no file but a pipe, a socket or a device: it is not opened."_s);
        }
#else
        SKIP_WHERE(true, "no pipes with names here");
#endif
    }
};

CONSILIUM_TEST(FailedCopyTest)
#include "FailedCopyTest.moc"
