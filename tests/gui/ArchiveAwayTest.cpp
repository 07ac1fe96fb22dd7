#include "app/bridge/ArchiveWatch.h"
#include "app/windows/ArchiveNote.h"
#include "base/ReachReasons.h"
#include "tests/gui/Desk.h"
#include "tests/unit/app_bridge/FakeArchive.h"

#include <QDateTime>

#include <atomic>

using test::FakeArchive;
using test::FaultReply;
using test::MinimalDicom;

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
        open(desk, session, archive);
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
    // What is promised of a study that is opening comes true, however long the archive stays away.
    void aStudyThatIsOpeningWaits()
    {
        std::atomic<bool> isWell{false};
        FakeArchive archive(FakeArchive::series(6), [&](const FakeArchive::Question &q) -> std::optional<FaultReply> {
            FaultReply none;
            none.reset = true;
            return isWell || q.what != "series" ? std::nullopt : std::optional(none);
        });
        test::Desk desk;
        QSignalSpy waits(&desk.images, &app::PixelBridge::openWaits);
        app::ReadingSession session(desk.clock, desk.images);
        const auto client = open(desk, session, archive);
        auto *note = desk.part<app::ArchiveNote>();
        QTRY_VERIFY_WITH_TIMEOUT(note->isVisible(), 8'000);
        const StudyUid study(archive.image(0).study);
        QVERIFY(desk.images.archiveWatch().troubleOf(study)->isOpening);
        QVERIFY2(note->text().contains(u"The study opens by itself"_s), qPrintable(note->text()));
        QVERIFY2(!note->text().contains(u"comes by itself"_s), qPrintable(note->text()));
        QTRY_COMPARE_WITH_TIMEOUT(waits.count(), 1, 30'000); // it is not asked for any more
        QVERIFY(note->isVisible());
        QVERIFY2(session.emptyText().startsWith(u"Opening the study"_s), qPrintable(session.emptyText()));
        isWell = true;
        desk.images.archiveWatch().askNow();
        QTRY_VERIFY_WITH_TIMEOUT(desk.images.progress(DataSetId(archive.image(0).series)).complete, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(note->isHidden(), 8'000);
        // Of what is open it is.
        isWell = false;
        desk.images.archiveWatch().noteFailure(client, {ErrorCode::HostUnreachable, u"no"_s});
        QTRY_VERIFY_WITH_TIMEOUT(note->isVisible(), 4'000);
        QVERIFY(!desk.images.archiveWatch().troubleOf(study)->isOpening);
        QVERIFY2(note->text().contains(u"comes by itself"_s), qPrintable(note->text()));
        desk.window->closeSession(session);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    // It was not asked: who did not answer is the proxy.
    void aProxysFaultIsNotTheArchives()
    {
        const FakeArchive archive(FakeArchive::series(2));
        test::Desk desk;
        app::ReadingSession session(desk.clock, desk.images);
        const auto client = open(desk, session, archive);
        const DataSetId id(archive.image(0).series);
        QTRY_VERIFY_WITH_TIMEOUT(desk.images.progress(id).complete && desk.images.isIdle(), 20'000);
        auto *note = desk.part<app::ArchiveNote>();
        QVERIFY(note->isHidden());
        const Error away{ErrorCode::HostUnreachable, u"http://pacs.example: no"_s + reachReason::proxyAway};
        desk.images.archiveWatch().noteFailure(client, away);
        QTRY_VERIFY_WITH_TIMEOUT(note->isVisible(), 4'000);
        QCOMPARE(note->text(), u"The proxy of this network does not answer: the archive was not asked."_s);
        // The two have one error code: what it says follows at once all the same.
        desk.images.archiveWatch().noteFailure(client, {ErrorCode::HostUnreachable, u"http://pacs.example: no"_s});
        QVERIFY2(note->text().startsWith(u"Ward 7 has not answered since"_s), qPrintable(note->text()));
        desk.window->closeSession(session);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    void whatItNoLongerHasIsSaid_data()
    {
        QTest::addColumn<QByteArray>("list"); // of series, when it is gone; empty: 404
        QTest::addColumn<QString>("said");
        QTest::addColumn<bool>("isBack"); // and is found when it is asked for again
        MinimalDicom other = FakeArchive::series(1).front();
        other.series += u".77"_s;
        const QByteArray others = FakeArchive({other}).json({&other});
        const QString study = u"Ward 7 no longer has the study of 2024-02-29"_s;
        QTest::newRow("the study: 404") << QByteArray() << study << false;
        QTest::newRow("the study: an empty list") << QByteArray("[]") << study << false;
        QTest::newRow("the study, and it is back") << QByteArray() << study << true;
        QTest::newRow("one of its series")
            << others << u"Ward 7 no longer has 1 series of the study of 2024-02-29"_s << false;
    }
    void whatItNoLongerHasIsSaid()
    {
        QFETCH(QByteArray, list);
        QFETCH(QString, said);
        QFETCH(bool, isBack);
        constexpr int images = 6, before = 2;
        std::atomic<bool> isGone{true};
        std::atomic<int> given{0};
        FakeArchive archive(
            FakeArchive::series(images), [&](const FakeArchive::Question &q) -> std::optional<FaultReply> {
                if (q.what == "series" && q.nth > 1 && isGone && !list.isEmpty())
                    return test::reply(200, "application/dicom+json", list);
                const bool isListed = q.what == "series" && q.nth == 1;
                const bool isFrame = q.what == "frame";
                if (!isGone || isListed || (isFrame && ++given <= before) || (!isFrame && q.what != "series"))
                    return std::nullopt;
                return test::reply(404, "text/html", "<html>gone</html>");
            });
        test::Desk desk;
        app::ReadingSession session(desk.clock, desk.images);
        const DataSetId id(archive.image(0).series);
        open(desk, session, archive);
        auto *note = desk.part<app::ArchiveNote>();
        QTRY_VERIFY_WITH_TIMEOUT(note->isVisible(), 10'000);
        QTRY_VERIFY2_WITH_TIMEOUT(note->text().startsWith(said), qPrintable(note->text()), 5'000);
        QVERIFY(!desk.part<QPushButton>(u"archiveAgain"_s)->isVisible()); // it has answered
        // What came stays, what did not says so itself, and nothing else is held up.
        QTRY_VERIFY_WITH_TIMEOUT(desk.images.progress(id).ended && desk.images.isIdle(), 20'000);
        QCOMPARE(desk.images.progress(id).decoded, before);
        QCOMPARE(desk.images.progress(id).failed, images - before);
        const auto reasons = [&] {
            QStringList all;
            for (const auto &slice : desk.images.dataSet(id)->slices)
                if (const Error *failure = desk.images.failure(pixels::keyOf(*slice)))
                    all << userMessage(*failure);
            return all;
        };
        // When the archive, asked, has said that it does not list them any more.
        QTRY_COMPARE_WITH_TIMEOUT(reasons(), QStringList(images - before, u"No longer in the archive."_s), 10'000);
        isGone = !isBack;
        desk.images.retry(id);
        if (isBack) {
            QTRY_VERIFY_WITH_TIMEOUT(desk.images.progress(id).complete, 20'000);
            QVERIFY(note->isHidden());
        } else {
            QTRY_VERIFY_WITH_TIMEOUT(desk.images.progress(id).failed == images - before && desk.images.isIdle(),
                                     20'000);
            QTRY_VERIFY_WITH_TIMEOUT(note->text().startsWith(said), 5'000);
        }
        desk.window->closeSession(session);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    /// Frames answered with an internal error: the view says so and offers to ask again.
    void aFrameThatFailedIsAskedForAgain()
    {
        std::atomic<bool> isWell{false};
        FakeArchive archive(FakeArchive::series(2), [&](const FakeArchive::Question &q) -> std::optional<FaultReply> {
            const bool isPixels = q.what == "frame" || (q.what.isEmpty() && q.target.contains("/instances/"));
            return isPixels && !isWell ? std::optional(test::reply(500, "text/html", "<html>Oops</html>"))
                                       : std::nullopt;
        });
        test::Desk desk;
        app::ReadingSession session(desk.clock, desk.images);
        open(desk, session, archive);
        QTRY_VERIFY_WITH_TIMEOUT(desk.part<QPushButton>(u"tryAgain"_s), 20'000);
        auto *again = desk.part<QPushButton>(u"tryAgain"_s);
        QTRY_VERIFY_WITH_TIMEOUT(again->isVisible(), 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(desk.images.progress(DataSetId(archive.image(0).series)).failed, 2, 20'000);
        QVERIFY(desk.part<app::ArchiveNote>()->isHidden()); // the archive is there, and has the study
        isWell = true;
        QTest::mouseClick(again, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(desk.images.progress(DataSetId(archive.image(0).series)).complete, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(!again->isVisible(), 5'000);
        desk.window->closeSession(session);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

private:
    static app::ArchiveWatch::Client open(test::Desk &desk, app::ReadingSession &session, const FakeArchive &archive)
    {
        dicom::StudyHeader header;
        header.uid = StudyUid(archive.image(0).study);
        header.patient.id = archive.image(0).patientId;
        dicomweb::ArchiveConfig config{ArchiveId(u"w"_s), u"Ward 7"_s, archive.url(), {}, {}};
        auto client = std::make_shared<dicomweb::DicomWebClient>(desk.http, config);
        if (!desk.images.openStudy(client, header))
            qFatal("the study is not opened");
        session.addStudy(header.uid, false);
        desk.window->showSession(session, true);
        return client;
    }
};

CONSILIUM_TEST(ArchiveAwayTest)
#include "ArchiveAwayTest.moc"
