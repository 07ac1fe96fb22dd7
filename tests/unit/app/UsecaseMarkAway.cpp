#include "app/windows/OutboxButton.h"
#include "app/windows/OutboxPanel.h"
#include "tests/net/StowServer.h"
#include "tests/support/TestMain.h"
#include "tests/unit/app/SendingDesk.h"
#include "tests/unit/app/SentObjects.h"

#include <QLabel>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace consilium;
using namespace consilium::test;
using session::AnnotationKind;

namespace
{

/// The line is lost, whatever is asked.
FaultReply lostLine()
{
    FaultReply lost;
    lost.reset = true;
    return lost;
}

/// An archive for what is saved that is away as long as the test says.
struct AwayServer : StowServer {
    std::atomic<bool> isAway = false;
    AwayServer()
    {
        onGet = [this](const QByteArray &) { return isAway ? std::optional(lostLine()) : std::nullopt; };
        onStore = [this](const QString &, int) {
            return isAway ? std::optional(Fault{lostLine(), false}) : std::nullopt;
        };
    }
};

std::set<QString> trackingUidsOf(const StowServer &server)
{
    std::set<QString> all;
    if (const auto report = reportOf(server))
        for (const objects::Measurement &measurement : report->measurements)
            all.insert(measurement.trackingUid);
    return all;
}

QString uidOf(const QString &mark)
{
    return app::trackingUidOf(AnnotationId(mark));
}

} // namespace

/// The archive goes away while somebody reads: what is saved is saved.
class UsecaseMarkAway : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_place;
    int m_count = 0;
    QString m_folder;

    /// Two marks that are in the archive, one of them on an image that is not there the next time.
    void saveNearAndFar(AwayServer &server) const
    {
        SendingDesk desk(m_folder, server.url());
        QVERIFY(desk.open());
        QVERIFY(desk.draw(desk.mark(u"near"_s, AnnotationKind::Length, {{0.0, 0.0}, {3.0, 2.0}})));
        QVERIFY(desk.draw(desk.mark(u"far"_s, AnnotationKind::Length, {{1.0, 0.0}, {1.0, 3.0}}, 2)));
        QVERIFY(desk.save());
        QVERIFY(
            QTest::qWaitFor([&] { return server.order().size() >= 2 && desk.sender->progress().left == 0; }, 20'000));
    }

private Q_SLOTS:
    void init() { m_folder = m_place.filePath(QString::number(++m_count)); }

    /// What the objects need of the images is known since the study was opened: nothing is asked of the archive, once
    /// and once more. The outbox says for whom it waits, and the next run sends.
    void whatIsSavedMeanwhileIsInTheOutbox()
    {
        {
            std::atomic<bool> isAway = false;
            SendingDesk desk(m_folder, nowhere, 3, true, {}, [&isAway](const FakeArchive::Question &) {
                return isAway ? std::optional(lostLine()) : std::nullopt;
            });
            QVERIFY(desk.open());
            isAway = true;
            QVERIFY(desk.drawThree());
            QVERIFY(desk.save());
            QVERIFY2(desk.told.back().contains(u"Saved"_s), qPrintable(desk.told.join(u'\n')));
            QCOMPARE(desk.sender->progress().left, 3);
            for (const QString &id : {u"length"_s, u"arrow"_s, u"key"_s})
                QVERIFY(!desk.isDraft(id));
            QVERIFY(
                desk.tab->dispatcher().submit(session::MoveHandle{AnnotationId(u"length"_s), 1, ImagePoint{4.0, 2.0}}));
            QVERIFY(desk.save());
            QVERIFY2(desk.told.back().contains(u"Saved"_s), qPrintable(desk.told.join(u'\n')));
            QCOMPARE(desk.sender->progress().left, 4);
            QVERIFY(desk.sender->wishes().empty());
            app::OutboxButton sign(*desk.sender);
            QTRY_VERIFY2_WITH_TIMEOUT(sign.text().contains(u"waiting for Ward"_s), qPrintable(sign.text()), 20'000);
            QVERIFY2(sign.toolTip().contains(u"Waiting for: Ward."_s), qPrintable(sign.toolTip()));
        }
        StowServer server;
        SendingDesk next(m_folder, server.url());
        QVERIFY(hasArrived(server, 4));
        const auto report = reportOf(server);
        QVERIFY(report);
        QCOMPARE(report->header.patient().id, next.pictures.image(0).patientId);
        QCOMPARE(report->header.studyUid(), next.study());
        QVERIFY(
            (report->measurements.front().shapes.front().points == std::vector<ImagePoint>{{0.0, 0.0}, {4.0, 2.0}}));
    }

    /// Only the archive has the object from which a mark on a missing image is carried over. That it was saved is kept
    /// with the draft, over a new start, and is done when the archive answers.
    void aWishToSaveIsCarriedOutWhenTheArchiveIsBack()
    {
        AwayServer server;
        saveNearAndFar(server);
        server.isAway = true;
        {
            SendingDesk desk(m_folder, server.url(), 2);
            QVERIFY(desk.open());
            QVERIFY(desk.draw(desk.mark(u"new"_s, AnnotationKind::Length, {{2.0, 0.0}, {2.0, 3.0}}, 1)));
            QVERIFY(desk.save());
            QVERIFY2(desk.told.back().contains(u"Ward does not answer"_s), qPrintable(desk.told.join(u'\n')));
            QCOMPARE(desk.sender->progress().left, 0);
            QVERIFY(desk.isDraft(u"new"_s));
            const auto wishes = desk.sender->wishes();
            QCOMPARE(wishes.size(), std::size_t(1));
            QCOMPARE(wishes.at(desk.study()).marks, std::vector{AnnotationId(u"new"_s)});
            QCOMPARE(wishes.at(desk.study()).date, u"20240229"_s);
            QCOMPARE(desk.sender->awaited(), QStringList{u"Ward"_s});
            QWidget window;
            const auto *panel = new app::OutboxPanel(*desk.sender, &window);
            const QString said = panel->findChild<QLabel *>(u"outboxEmpty"_s)->text();
            QVERIFY2(said.contains(u"wait for Ward"_s), qPrintable(said));
        }
        SendingDesk desk(m_folder, server.url(), 2);
        QVERIFY(desk.open());
        QTRY_COMPARE_WITH_TIMEOUT(desk.sender->wishes().size(), std::size_t(1), 20'000);
        QVERIFY(desk.isDraft(u"new"_s));
        server.isAway = false;
        const std::set<QString> all{uidOf(u"far"_s), uidOf(u"near"_s), uidOf(u"new"_s)};
        QTRY_COMPARE_WITH_TIMEOUT(trackingUidsOf(server), all, 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(desk.sender->wishes().empty() && !desk.isDraft(u"new"_s), 20'000);
        QVERIFY(!desk.keeper->leftOver(desk.study()));
    }

    /// What is drawn later is not saved with it, and what is taken away is not saved at all.
    void aWishIsForWhatWasThere()
    {
        AwayServer server;
        saveNearAndFar(server);
        server.isAway = true;
        SendingDesk desk(m_folder, server.url(), 2);
        QVERIFY(desk.open());
        for (const QString &id : {u"new"_s, u"gone"_s})
            QVERIFY(desk.draw(desk.mark(id, AnnotationKind::Length, {{2.0, 0.0}, {2.0, 3.0}}, 1)));
        QVERIFY(desk.save());
        QCOMPARE(desk.sender->wishes().size(), std::size_t(1));
        QVERIFY(QTest::qWaitFor([&] { return !desk.sender->isSaving(); }, 20'000)); // between two tries
        QVERIFY(desk.tab->dispatcher().submit(session::RemoveAnnotation{AnnotationId(u"gone"_s)}));
        QVERIFY(desk.draw(desk.mark(u"later"_s, AnnotationKind::Length, {{3.0, 0.0}, {3.0, 3.0}}, 1)));
        server.isAway = false;
        const std::set<QString> all{uidOf(u"far"_s), uidOf(u"near"_s), uidOf(u"new"_s)};
        QTRY_COMPARE_WITH_TIMEOUT(trackingUidsOf(server), all, 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(desk.sender->wishes().empty() && !desk.isDraft(u"new"_s), 20'000);
        QVERIFY(desk.isDraft(u"later"_s));
    }

    /// How a view is shown, kept between two tries, is no answer to the wish.
    void aKeptViewLeavesTheWish()
    {
        AwayServer server;
        saveNearAndFar(server);
        server.isAway = true;
        SendingDesk desk(m_folder, server.url(), 2);
        QVERIFY(desk.open());
        const ViewId view = session::Layout::viewAt(0);
        const session::ImageRef image{SopInstanceUid(desk.pictures.image(0).sop), 0};
        QVERIFY(desk.tab->dispatcher().submit(session::ShowSeries{view, desk.study(), desk.series(), image, {}, {}}));
        QVERIFY(desk.draw(desk.mark(u"new"_s, AnnotationKind::Length, {{2.0, 0.0}, {2.0, 3.0}}, 1)));
        QVERIFY(desk.save());
        QCOMPARE(desk.sender->wishes().size(), std::size_t(1));
        int tries = 0;
        connect(desk.sender.get(), &app::MarkSender::changed, this, [&] { tries += desk.sender->isSaving() ? 1 : 0; });
        QVERIFY(QTest::qWaitFor([&] { return tries > 0 && !desk.sender->isSaving(); }, 20'000));
        desk.sender->disconnect(this);
        const qsizetype before = desk.told.size();
        desk.sender->saveView(desk.tab->dispatcher(), desk.study(), view, image);
        QVERIFY(QTest::qWaitFor([&] { return desk.told.size() > before; }, 20'000));
        QVERIFY2(desk.told.back().contains(u"Saved"_s), qPrintable(desk.told.join(u'\n')));
        QCOMPARE(desk.sender->wishes().size(), std::size_t(1));
        QVERIFY(desk.isDraft(u"new"_s));
        server.isAway = false;
        const std::set<QString> all{uidOf(u"far"_s), uidOf(u"near"_s), uidOf(u"new"_s)};
        QTRY_COMPARE_WITH_TIMEOUT(trackingUidsOf(server), all, 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(desk.sender->wishes().empty(), 20'000);
    }

    void aWishWithNothingLeftIsGone()
    {
        AwayServer server;
        saveNearAndFar(server);
        server.isAway = true;
        SendingDesk desk(m_folder, server.url(), 2);
        QVERIFY(desk.open());
        QVERIFY(desk.draw(desk.mark(u"new"_s, AnnotationKind::Length, {{2.0, 0.0}, {2.0, 3.0}}, 1)));
        QVERIFY(desk.save());
        QCOMPARE(desk.sender->wishes().size(), std::size_t(1));
        QVERIFY(QTest::qWaitFor([&] { return !desk.sender->isSaving(); }, 20'000));
        QVERIFY(desk.tab->dispatcher().submit(session::RemoveAnnotation{AnnotationId(u"new"_s)}));
        QTRY_VERIFY_WITH_TIMEOUT(desk.sender->wishes().empty(), 20'000);
    }
};

CONSILIUM_TEST(UsecaseMarkAway)
#include "UsecaseMarkAway.moc"
