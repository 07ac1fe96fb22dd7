#include "app/bridge/ArchiveWatch.h"
#include "app/windows/ArchiveNote.h"
#include "tests/gui/Desk.h"
#include "tests/unit/app_bridge/FakeArchive.h"

#include <QDateTime>

#include <atomic>

using test::FakeArchive;
using test::FaultReply;

/// What a reading tab says of an archive that does not answer, or that asks to wait.
class ArchiveAwayTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theTabNamesTheArchive_data()
    {
        QTest::addColumn<bool>("asksToWait");
        QTest::newRow("it is gone") << false;
        QTest::newRow("it asks to wait") << true;
    }
    void theTabNamesTheArchive()
    {
        QFETCH(bool, asksToWait);
        std::atomic<bool> isWell{false};
        FakeArchive archive(FakeArchive::series(6), [&](const FakeArchive::Question &q) -> std::optional<FaultReply> {
            if (isWell || (q.what != "frame" && (asksToWait || q.what == "metadata" || q.what == "instance-metadata")))
                return std::nullopt;
            if (asksToWait)
                return test::reply(429, "text/plain", "later", {"Retry-After: 40"});
            if (q.what == "series" && q.nth == 1)
                return std::nullopt; // so that there is a tab
            FaultReply none;
            none.reset = true;
            return none;
        });
        test::Desk desk;
        app::ReadingSession session(desk.clock, desk.images);
        dicom::StudyHeader header;
        header.uid = StudyUid(archive.image(0).study);
        header.patient.id = archive.image(0).patientId;
        dicomweb::ArchiveConfig config{ArchiveId(u"w"_s), u"Ward 7"_s, archive.url(), {}, {}};
        QVERIFY(desk.images.openStudy(std::make_shared<dicomweb::DicomWebClient>(desk.http, config), header));
        session.addStudy(header.uid, false);
        desk.window->showSession(session, true);
        auto *note = desk.part<app::ArchiveNote>();
        QVERIFY(note);
        QVERIFY(note->text().isEmpty());
        auto &page = *desk.window->readingPage();
        QTRY_VERIFY_WITH_TIMEOUT(note->isVisible(), 8'000);
        QTest::qWait(50);
        // It takes no room of the page's: what a reader points at has not moved.
        QCOMPARE(page.grid().geometry().top(), page.toolBar().geometry().bottom() + 1);
        QVERIFY(page.toolBar().geometry().contains(note->geometry()));
        QVERIFY(note->width() >= 300);
        QVERIFY(page.width() < 1300 || note->x() >= page.toolBar().toolsEndPx());
        QVERIFY2(note->text().startsWith(u"Ward 7 "_s), qPrintable(note->text()));
        auto *again = desk.part<QPushButton>(u"archiveAgain"_s);
        QCOMPARE(again->isVisible(), !asksToWait);
        if (asksToWait) {
            const QString first = note->text();
            QVERIFY2(first.contains(QRegularExpression(u"(40|3[0-9]) s"_s)), qPrintable(first));
            QTRY_VERIFY_WITH_TIMEOUT(note->text() != first, 4'000); // it counts
        } else {
            QVERIFY2(note->text().contains(QDateTime::currentDateTime().toString(u"HH:"_s)), qPrintable(note->text()));
            isWell = true;
            QTest::mouseClick(again, Qt::LeftButton);
            QTRY_VERIFY_WITH_TIMEOUT(note->isHidden(), 8'000);
            QTRY_VERIFY_WITH_TIMEOUT(desk.images.progress(DataSetId(archive.image(0).series)).complete, 20'000);
        }
        desk.window->closeSession(session);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
};

CONSILIUM_TEST(ArchiveAwayTest)
#include "ArchiveAwayTest.moc"
