#include "tests/gui/LookDesk.h"
#include "tests/support/TestMain.h"

#include <QApplication>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileSystemModel>
#include <QLineEdit>
#include <QMimeData>
#include <QProcess>
#include <QStandardPaths>

using namespace consilium;
using test::MinimalDicom;
using Desk = test::LookDesk;

namespace
{

/// A disc with three images of one study and its DICOMDIR, as DCMTK writes one. False: it could not be made.
bool burn(const QString &folder, const QString &tool)
{
    MinimalDicom image;
    bool isWritten = QDir(folder).mkpath(u"IMAGES"_s);
    for (int i = 1; i <= 3; ++i) {
        image.instanceNumber = i;
        image.sop = image.series + u".%1"_s.arg(i);
        QFile file(folder + u"/IMAGES/I%1"_s.arg(i));
        isWritten = isWritten && file.open(QIODevice::WriteOnly) && file.write(image.part10()) > 0;
    }
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(tool, {u"+r"_s, u"+I"_s, u"-W"_s, u"+id"_s, folder, u"+D"_s, folder + u"/DICOMDIR"_s, u"IMAGES"_s});
    return isWritten && process.waitForFinished(60'000) && QFile::exists(folder + u"/DICOMDIR"_s);
}

/// How many images of the disc are open.
int slicesOpen(const Desk &desk)
{
    int count = 0;
    for (const auto &series : desk.program->images().dataSets(StudyUid(MinimalDicom().study)))
        count += int(series->slices.size());
    return count;
}

} // namespace

/// The ways in which a person opens a disc by its directory, a file without an ending.
class DiscTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_tool = QStandardPaths::findExecutable(u"dcmmkdir"_s);
        NEEDS(!m_tool.isEmpty(), "dcmmkdir (Debian: dcmtk) is not installed");
    }

    void theDialogOffersIt()
    {
        const test::MayStall lists("Qt's own list of files, which the tests have in place of the system's");
        Desk desk(u"en"_s, u"dark"_s, QSize(1400, 900), 0);
        QVERIFY(burn(desk.folder.path(), m_tool));
        QVERIFY(desk.window().runCommand(u"open-files"_s));
        auto *dialog = desk.window().findChild<QFileDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        dialog->setDirectory(desk.folder.path());
        // It is in the list, and can be chosen there.
        const auto *files = dialog->findChild<QFileSystemModel *>();
        QVERIFY(files);
        const auto listed = [&](const QString &name) {
            const QModelIndex at = files->index(desk.folder.path());
            for (int row = 0; row < files->rowCount(at); ++row)
                if (const QModelIndex entry = files->index(row, 0, at); files->fileName(entry) == name)
                    return bool(files->flags(entry) & Qt::ItemIsEnabled) &&
                           bool(files->flags(entry) & Qt::ItemIsSelectable);
            return false;
        };
        QTRY_VERIFY_WITH_TIMEOUT(listed(u"DICOMDIR"_s), 5'000);
        dialog->findChild<QLineEdit *>(u"fileNameEdit"_s)->setText(u"DICOMDIR"_s);
        QCOMPARE(dialog->selectedFiles(), QStringList{desk.folder.filePath(u"DICOMDIR"_s)});
        QMetaObject::invokeMethod(dialog, "accept");
        QTRY_COMPARE_WITH_TIMEOUT(slicesOpen(desk), 3, 20'000);
        QVERIFY(desk.window().readingPage());
    }

    void itIsDropped()
    {
        Desk desk(u"en"_s, u"dark"_s, QSize(1400, 900), 0);
        QVERIFY(burn(desk.folder.path(), m_tool));
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(desk.folder.filePath(u"DICOMDIR"_s))});
        QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(&desk.window(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(&desk.window(), &drop);
        QTRY_COMPARE_WITH_TIMEOUT(slicesOpen(desk), 3, 20'000);
        QTRY_VERIFY(desk.window().readingPage());
    }

private:
    QString m_tool;
};

CONSILIUM_TEST(DiscTest)
#include "DiscTest.moc"
