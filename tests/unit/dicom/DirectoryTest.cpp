#include "tests/support/Needs.h"
#include "tests/support/TestMain.h"
#include "viewer/dicom/DicomDir.h"
#include "viewer/dicom/DicomFile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtEndian>

using namespace consilium;
using namespace consilium::dicom;
using namespace Qt::StringLiterals;

namespace
{

QByteArray number(quint32 value, int bytes)
{
    QByteArray text(4, 0);
    qToLittleEndian(value, text.data());
    return text.left(bytes);
}

QByteArray element(quint16 group, quint16 tag, const char *vr, QByteArray value)
{
    if (value.size() % 2)
        value += vr[0] == 'U' && vr[1] == 'I' ? '\0' : ' ';
    const bool isLong = qstrcmp(vr, "SQ") == 0 || qstrcmp(vr, "OB") == 0;
    return number(group, 2) + number(tag, 2) + vr +
           (isLong ? QByteArray(2, 0) + number(quint32(value.size()), 4) : number(quint32(value.size()), 2)) + value;
}

QByteArray record(const char *type, const QByteArray &file, bool isInUse = true)
{
    const QByteArray body = element(4, 0x1400, "UL", number(0, 4)) +
                            element(4, 0x1410, "US", number(isInUse ? 0xFFFF : 0, 2)) + element(4, 0x1430, "CS", type) +
                            (file.isEmpty() ? QByteArray() : element(4, 0x1500, "CS", file));
    return number(0xFFFE, 2) + number(0xE000, 2) + number(quint32(body.size()), 4) + body;
}

QByteArray dicomDir(const QByteArray &records)
{
    const QByteArray meta = element(2, 2, "UI", "1.2.840.10008.1.3.10") + element(2, 3, "UI", "1.2.3") +
                            element(2, 0x10, "UI", "1.2.840.10008.1.2.1");
    return QByteArray(128, 0) + "DICM" + element(2, 0, "UL", number(quint32(meta.size()), 4)) + meta +
           element(4, 0x1130, "CS", "TEST") + element(4, 0x1220, "SQ", records);
}

void write(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

} // namespace

class DirectoryTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void namesTheFilesInTheirOrder()
    {
        QTemporaryDir folder;
        write(folder.filePath(u"IMAGES/B"_s), "b");
        write(folder.filePath(u"IMAGES/A"_s), "a");
        write(folder.filePath(u"IMAGES/OLD"_s), "o");
        write(folder.filePath(u"DICOMDIR"_s),
              dicomDir(record("PATIENT", {}) + record("STUDY", {}) + record("IMAGE", "IMAGES\\B") +
                       record("IMAGE", "IMAGES\\A") + record("IMAGE", "IMAGES\\B") +
                       record("IMAGE", "IMAGES\\OLD", false)));
        QCOMPARE(dicomDirIn(folder.path()), folder.filePath(u"DICOMDIR"_s));
        const auto entries = readDicomDir(folder.filePath(u"DICOMDIR"_s));
        QVERIFY2(entries.has_value(), entries ? "" : qPrintable(entries.error().detail));
        QCOMPARE(entries->size(), size_t(2));
        QCOMPARE(entries->at(0).name, u"IMAGES/B"_s);
        QCOMPARE(QFileInfo(*entries->at(0).path), QFileInfo(folder.filePath(u"IMAGES/B"_s)));
        QCOMPARE(QFileInfo(*entries->at(1).path), QFileInfo(folder.filePath(u"IMAGES/A"_s)));
    }

    // A CD that was mounted in small letters.
    void theCaseOfNamesDoesNotMatter()
    {
        QTemporaryDir folder;
        write(folder.filePath(u"images/a0001"_s), "a");
        write(folder.filePath(u"dicomdir"_s), dicomDir(record("IMAGE", "IMAGES\\A0001")));
        QCOMPARE(dicomDirIn(folder.path()), folder.filePath(u"dicomdir"_s));
        const auto entries = readDicomDir(dicomDirIn(folder.path()));
        QVERIFY(entries.has_value() && entries->size() == 1);
        QVERIFY(entries->front().path.has_value());
        QCOMPARE(QFileInfo(*entries->front().path), QFileInfo(folder.filePath(u"images/a0001"_s)));
    }

    // The root of a CD is the root of a drive.
    void aRootEndsWithItsSlash()
    {
        QVERIFY(liesBelow(u"D:/"_s, u"D:/IMAGES/A"_s));
        QVERIFY(liesBelow(u"/"_s, u"/IMAGES/A"_s));
        QVERIFY(liesBelow(u"/cd"_s, u"/cd/IMAGES/A"_s));
        QVERIFY(!liesBelow(u"/cd"_s, u"/cd-beside/A"_s));
        QVERIFY(!liesBelow(u"D:/"_s, u"E:/A"_s));
        QVERIFY(!liesBelow(u"/cd"_s, u"/cd"_s));
        QVERIFY(!liesBelow(u""_s, u"/cd"_s));
    }

    void nothingOutsideTheFolder()
    {
        QTemporaryDir above;
        const QString folder = above.filePath(u"cd"_s), beside = above.filePath(u"cd-beside/secret"_s);
        write(beside, "s");
        write(above.filePath(u"secret"_s), "s");
        write(folder + u"/IMAGES/A"_s, "a");
        QVERIFY(QFile::link(beside, folder + u"/LINK"_s));
        QVERIFY(QFile::link(above.path(), folder + u"/UP"_s));
        QVERIFY(QFile::link(folder + u"/ROUND"_s, folder + u"/ROUND"_s));
        QVERIFY(QFile::link(folder + u"/IMAGES"_s, folder + u"/INSIDE"_s));
        const std::vector<std::pair<QByteArray, ErrorCode>> bad = {{"..\\secret", ErrorCode::Forbidden},
                                                                   {"IMAGES\\..\\..\\secret", ErrorCode::Forbidden},
                                                                   {"/etc/passwd", ErrorCode::Forbidden},
                                                                   {"LINK", ErrorCode::Forbidden},
                                                                   {"UP\\secret", ErrorCode::Forbidden},
                                                                   {"ROUND", ErrorCode::NotFound},
                                                                   {"ROUND\\A", ErrorCode::NotFound},
                                                                   {"IMAGES\\MISSING", ErrorCode::NotFound},
                                                                   {"IMAGES", ErrorCode::NotFound},
                                                                   {"IMAGES\\/etc/passwd", ErrorCode::DicomMalformed},
                                                                   {"\\IMAGES\\A", ErrorCode::DicomMalformed},
                                                                   {"C:\\IMAGES\\A", ErrorCode::DicomMalformed},
                                                                   {"IMAGES\\.", ErrorCode::DicomMalformed}};
        QByteArray records;
        for (const auto &[name, code] : bad)
            records += record("IMAGE", name);
        write(folder + u"/DICOMDIR"_s, dicomDir(records + record("IMAGE", "INSIDE\\A")));
        const auto entries = readDicomDir(folder + u"/DICOMDIR"_s);
        QVERIFY(entries.has_value());
        QCOMPARE(entries->size(), bad.size() + 1);
        for (std::size_t i = 0; i < bad.size(); ++i) {
            QVERIFY2(!entries->at(i).path, bad[i].first.constData());
            QVERIFY2(entries->at(i).path.error().code == bad[i].second, bad[i].first.constData());
        }
        QVERIFY(entries->back().path.has_value()); // a link that stays within
    }

    void whatIsNoDirectoryIsRefused()
    {
        QTemporaryDir folder;
        write(folder.filePath(u"DICOMDIR"_s), "hello");
        QCOMPARE(readDicomDir(folder.filePath(u"DICOMDIR"_s)).error().code, ErrorCode::NotDicom);
        const QByteArray whole = dicomDir(record("IMAGE", "IMAGES\\A"));
        write(folder.filePath(u"DICOMDIR"_s), whole.left(whole.size() - 4));
        QVERIFY(!readDicomDir(folder.filePath(u"DICOMDIR"_s)).has_value());
        QVERIFY(!scanFile(folder.filePath(u"nothing"_s))->header.has_value());
    }

    // One that DCMTK wrote, of real images.
    void readsWhatDcmtkWrote()
    {
        REQUIRE_REAL_DATA(data)
        const QString tool = QStandardPaths::findExecutable(u"dcmmkdir"_s);
        NEEDS(!tool.isEmpty(), "dcmmkdir (Debian: dcmtk) is not installed");
        QTemporaryDir folder;
        QDir(folder.path()).mkdir(u"IMAGES"_s);
        const QString series = data + u"/mr-brain-brainix/Epi/"_s;
        const QStringList from = QDir(series).entryList(QDir::Files);
        QVERIFY(from.size() >= 12);
        for (qsizetype i = 0; i < 12; ++i)
            QVERIFY(QFile::copy(series + from[i], folder.filePath(u"IMAGES/I%1"_s.arg(i))));
        QProcess process;
        process.setWorkingDirectory(folder.path());
        process.start(tool, {u"+r"_s, u"+id"_s, folder.path(), u"+D"_s, folder.filePath(u"DICOMDIR"_s), u"IMAGES"_s});
        QVERIFY(process.waitForFinished(60'000));
        QVERIFY2(QFile::exists(folder.filePath(u"DICOMDIR"_s)), process.readAllStandardError().constData());
        const auto entries = readDicomDir(folder.filePath(u"DICOMDIR"_s));
        QVERIFY2(entries.has_value(), entries ? "" : qPrintable(entries.error().detail));
        QCOMPARE(entries->size(), size_t(12));
        for (const DirectoryEntry &entry : *entries)
            QVERIFY(entry.path && QFile::exists(*entry.path));
        QVERIFY(!scanFile(folder.filePath(u"DICOMDIR"_s)));
    }
};

CONSILIUM_TEST(DirectoryTest)
#include "DirectoryTest.moc"
