#include "app/windows/DraftNote.h"
#include "app/windows/OutboxPanel.h"
#include "app/windows/OutboxRow.h"
#include "netclient/outbox/Words.h"
#include "tests/net/StowServer.h"
#include "tests/support/TestMain.h"
#include "tests/unit/app/SendingDesk.h"
#include "tests/unit/app/SentObjects.h"
#include "viewer/dicom/Documents.h"

#include <QDir>
#include <QLabel>
#include <QPushButton>

#include <map>

using namespace Qt::StringLiterals;
using namespace consilium;
using namespace consilium::test;
using outbox::State;
using session::AnnotationKind;

namespace
{

QString statesOf(const app::MarkSender &sender)
{
    QStringList all;
    for (const auto &item : sender.items())
        all << u"%1: %2 (%3, tried %4 times)"_s.arg(item.what, item.state, outbox::whyName(item.entry.trouble.why))
                   .arg(item.entry.tries);
    return all.join(u'\n');
}

} // namespace

class UsecaseMarkSender : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_place;
    int m_count = 0;
    QString m_folder;

private Q_SLOTS:
    void init() { m_folder = m_place.filePath(QString::number(++m_count)); }

    void whatIsMarkedComesToTheArchiveAndIsNoDraftAnyMore()
    {
        StowServer server;
        SendingDesk desk(m_folder, server.url());
        QVERIFY(desk.open());
        QVERIFY(!desk.sender->whyNotSave(desk.tab->dispatcher(), desk.study()).isEmpty()); // nothing is drawn
        QVERIFY(desk.drawThree());
        QVERIFY(desk.isDraft(u"length"_s));
        QVERIFY(desk.save());
        for (const QString &id : {u"length"_s, u"arrow"_s, u"key"_s})
            QVERIFY2(!desk.isDraft(id), qPrintable(desk.told.join(u'\n')));
        QVERIFY(hasArrived(server, 3));
        QVERIFY2(QTest::qWaitFor([&] { return desk.sender->progress().left == 0; }, 20'000),
                 qPrintable(statesOf(*desk.sender)));

        const auto report = reportOf(server);
        QVERIFY(report);
        QCOMPARE(report->author, u"Li Na"_s);
        QCOMPARE(report->header.patient().id, desk.pictures.image(0).patientId);
        QCOMPARE(report->header.studyUid(), desk.study());
        QCOMPARE(report->measurements.size(), std::size_t(1));
        const objects::Measurement &length = report->measurements.front();
        QCOMPARE(length.kind, u"LENGTH"_s);
        QCOMPARE(length.trackingUid, app::trackingUidOf(AnnotationId(u"length"_s)));
        QCOMPARE(length.shapes.size(), std::size_t(1));
        QVERIFY((length.shapes.front().points == std::vector<ImagePoint>{{0.0, 0.0}, {3.0, 2.0}}));
        QCOMPARE(length.shapes.front().image.sop.text(), desk.pictures.image(0).sop);
        QCOMPARE(length.values.size(), std::size_t(1));
        // Columns lie 0.25 mm apart, rows 0.5 mm.
        QCOMPARE(length.values.front().unit.value, u"mm"_s);
        QVERIFY(std::abs(length.values.front().value.value_or(0.0) - std::hypot(3 * 0.25, 2 * 0.5)) < 1e-9);

        const auto state = stateOf(server);
        QVERIFY(state);
        QCOMPARE(state->layers.size(), std::size_t(1));
        QCOMPARE(state->layers.front().name, app::arrowLayer);
        QCOMPARE(state->annotations.size(), std::size_t(1));
        QVERIFY(
            (state->annotations.front().graphics.front().points == std::vector<ImagePoint>{{1.0, 1.0}, {4.0, 3.0}}));

        const auto keys = keysOf(server);
        QVERIFY(keys);
        QCOMPARE(keys->title.value, u"113003"_s);
        QCOMPARE(keys->images.size(), std::size_t(1));
        QCOMPARE(keys->images.front().sop.text(), desk.pictures.image(1).sop);
    }

    /// A mark that is deleted while it is being saved is deleted: its deletion is saved next.
    void whatIsDeletedWhileItIsSavedIsNotSaved()
    {
        StowServer server;
        SendingDesk desk(m_folder, server.url());
        QVERIFY(desk.open());
        QVERIFY(desk.drawThree());
        QVERIFY(desk.isReady());
        desk.sender->save(desk.tab->dispatcher(), desk.study());
        QVERIFY(desk.sender->isSaving());
        QVERIFY(desk.tab->dispatcher().submit(session::RemoveAnnotation{AnnotationId(u"length"_s)}));
        QVERIFY(QTest::qWaitFor([&] { return !desk.sender->isSaving(); }, 20'000));
        const auto draft = desk.keeper->drafts().draftOf(desk.study());
        QVERIFY(draft && draft->marks.empty());
        QCOMPARE(draft->removed, std::vector{AnnotationId(u"length"_s)});
        QVERIFY(hasArrived(server, 3));
        QVERIFY(desk.save());
        QVERIFY(hasArrived(server, 4)); // a report without measurements
        const auto report = reportOf(server);
        QVERIFY(report && report->measurements.empty() && report->predecessors.size() == 1);
        QVERIFY(!desk.keeper->drafts().draftOf(desk.study()));
    }

    void savingAgainWritesOnlyWhatChangedAndNamesWhatItTakesThePlaceOf()
    {
        StowServer server;
        SendingDesk desk(m_folder, server.url());
        QVERIFY(desk.open());
        QVERIFY(desk.drawThree());
        QVERIFY(desk.save());
        QVERIFY(hasArrived(server, 3));
        const auto first = reportOf(server);
        QVERIFY(first);
        QVERIFY(!desk.sender->whyNotSave(desk.tab->dispatcher(), desk.study()).isEmpty()); // nothing is new
        QVERIFY(desk.tab->dispatcher().submit(session::MoveHandle{AnnotationId(u"length"_s), 1, ImagePoint{4.0, 2.0}}));
        QVERIFY(desk.isDraft(u"length"_s));
        QVERIFY(!desk.isDraft(u"arrow"_s));
        QVERIFY(desk.save());
        QVERIFY(hasArrived(server, 4));
        QVERIFY(QTest::qWaitFor([&] { return desk.sender->progress().left == 0; }, 20'000));
        QCOMPARE(server.order().size(), 4); // neither state nor key images once more
        const auto second = reportOf(server);
        QVERIFY(second && second->header.sop != first->header.sop);
        QCOMPARE(second->header.series, first->header.series);
        QCOMPARE(second->header.instanceNumber, first->header.instanceNumber + 1);
        QCOMPARE(second->predecessors.size(), std::size_t(1));
        QCOMPARE(second->predecessors.front().sop, first->header.sop);
        QCOMPARE(second->measurements.front().trackingUid, first->measurements.front().trackingUid);
        QVERIFY(
            (second->measurements.front().shapes.front().points == std::vector<ImagePoint>{{0.0, 0.0}, {4.0, 2.0}}));
    }

    void whatIsTakenAwayIsGoneInTheNextVersion()
    {
        StowServer server;
        SendingDesk desk(m_folder, server.url());
        QVERIFY(desk.open());
        QVERIFY(desk.drawThree());
        QVERIFY(desk.draw(desk.mark(u"other"_s, AnnotationKind::Length, {{1.0, 0.0}, {1.0, 3.0}}, 2)));
        QVERIFY(desk.save());
        QVERIFY(hasArrived(server, 3));
        QCOMPARE(reportOf(server)->measurements.size(), std::size_t(2));
        QVERIFY(desk.tab->dispatcher().submit(session::RemoveAnnotation{AnnotationId(u"length"_s)}));
        QVERIFY(desk.save());
        QVERIFY(hasArrived(server, 4));
        const auto report = reportOf(server);
        QCOMPARE(report->measurements.size(), std::size_t(1));
        QCOMPARE(report->measurements.front().trackingUid, app::trackingUidOf(AnnotationId(u"other"_s)));
        QCOMPARE(report->predecessors.size(), std::size_t(1));
        QVERIFY(!desk.keeper->drafts().draftOf(desk.study())); // that it is gone is saved too
    }

    /// A shutter over one image makes two states of the stack, and one without it. The second one is left without its
    /// arrow: it would come back with the newest of that series.
    void aStateThatIsNotNeededAnyMoreShowsNoMark()
    {
        StowServer server;
        SendingDesk desk(m_folder, server.url());
        QVERIFY(desk.open());
        auto &dispatcher = desk.tab->dispatcher();
        const ViewId view = session::Layout::viewAt(0);
        const session::ImageRef first{SopInstanceUid(desk.pictures.image(0).sop), 0};
        QVERIFY(dispatcher.submit(session::ShowSeries{view, desk.study(), desk.series(), first, {}, {}}));
        session::DisplayShutter shutter;
        shutter.rectangle = session::ShutterRectangle{1, 4, 1, 2};
        shutter.images = {first};
        QVERIFY(dispatcher.submit(session::SetShutter{view, desk.series(), shutter}));
        QVERIFY(desk.drawThree());
        QVERIFY(desk.draw(desk.mark(u"other"_s, AnnotationKind::Arrow, {{1.0, 0.0}, {1.0, 3.0}}, 2)));
        QVERIFY(desk.save());
        QVERIFY(hasArrived(server, 4)); // two of them are states
        QVERIFY(dispatcher.submit(session::SetShutter{view, desk.series(), std::nullopt}));
        QVERIFY(dispatcher.submit(session::RemoveAnnotation{AnnotationId(u"other"_s)}));
        QVERIFY(desk.save());
        QVERIFY2(hasArrived(server, 6), qPrintable(statesOf(*desk.sender)));
        std::map<QString, objects::PresentationState> newest; // by series
        for (const QString &sop : server.order()) {
            const auto object = dicom::readObject(server.object(sop));
            const auto state = object ? objects::readPresentationState(*object) : fail(object.error());
            if (!state)
                continue;
            auto &known = newest[state->header.series.text()];
            if (known.images.empty() || known.header.instanceNumber < state->header.instanceNumber)
                known = *state;
        }
        QCOMPARE(newest.size(), std::size_t(2));
        std::size_t arrows = 0;
        for (const auto &[series, state] : newest)
            arrows += state.annotations.size();
        QCOMPARE(arrows, std::size_t(1));
        const app::SavedMarks *const saved = desk.sender->saved(desk.study());
        QVERIFY(saved);
        std::size_t held = 0;
        for (const app::SavedObject &object : saved->objects)
            if (object.role.startsWith(app::presentationRole))
                held += object.holds.size();
        QCOMPARE(held, std::size_t(1));
    }

    /// Another reason for a key image takes the place of the first in the next saving; each image stands in a note
    /// once, and the note before it is withdrawn.
    void aKeyImageHasOneReason()
    {
        StowServer server;
        SendingDesk desk(m_folder, server.url());
        QVERIFY(desk.open());
        QVERIFY(desk.drawThree());
        QVERIFY(desk.save());
        QVERIFY(hasArrived(server, 3));
        const auto first = keysOf(server);
        QVERIFY(desk.tab->dispatcher().submit(session::SetMarkText{AnnotationId(u"key"_s), u"113004"_s}));
        QVERIFY(desk.save());
        QVERIFY(hasArrived(server, 5));
        const auto keys = keysWith(server, u"113004"_s);
        QVERIFY(keys);
        QCOMPARE(keys->images.size(), std::size_t(1));
        const app::SavedMarks *const saved = desk.sender->saved(desk.study());
        QVERIFY(saved && !saved->find(app::keyImagesRole + u"113003"_s));
        QCOMPARE(std::count_if(saved->marks.begin(), saved->marks.end(),
                               [](const auto &mark) { return mark.kind == AnnotationKind::KeyImage; }),
                 1);
        const auto note = keysWith(server, u"113001"_s);
        QVERIFY(note);
        QCOMPARE(note->images.size(), std::size_t(1)); // the object, not the image
        QCOMPARE(note->images.front().sop, first->header.sop);
        QCOMPARE(note->images.front().series, first->header.series);
    }

    /// One of two, then the other one: each time what the archive has is withdrawn, all of it.
    void keyImagesAreTakenBack()
    {
        StowServer server;
        SendingDesk desk(m_folder, server.url());
        QVERIFY(desk.open());
        QVERIFY(desk.drawThree());
        QVERIFY(desk.save());
        QVERIFY(hasArrived(server, 3));
        const auto first = keysWith(server, u"113003"_s);
        session::Annotation other = desk.mark(u"other"_s, AnnotationKind::KeyImage, {}, 2);
        other.text = u"113003"_s;
        QVERIFY(desk.draw(other));
        QVERIFY(desk.save());
        QVERIFY(hasArrived(server, 4)); // one more image is nothing to withdraw
        QVERIFY(!keysWith(server, u"113001"_s));
        const auto second = keysWith(server, u"113003"_s);
        QCOMPARE(second->images.size(), std::size_t(2));
        QVERIFY(desk.tab->dispatcher().submit(session::RemoveAnnotation{AnnotationId(u"other"_s)}));
        QVERIFY(desk.save());
        QVERIFY(hasArrived(server, 6));
        QTRY_COMPARE_WITH_TIMEOUT(desk.sender->progress().left, 0, 20'000); // seen there: no longer given up
        const auto third = keysWith(server, u"113003"_s);
        QCOMPARE(third->images.size(), std::size_t(1));
        QCOMPARE(third->header.instanceNumber, 3);
        auto note = keysWith(server, u"113001"_s);
        QCOMPARE(note->images.size(), std::size_t(2));
        QCOMPARE(note->images.front().sop, first->header.sop);
        QCOMPARE(note->images.back().sop, second->header.sop);
        QVERIFY(desk.tab->dispatcher().submit(session::RemoveAnnotation{AnnotationId(u"key"_s)}));
        QVERIFY(desk.save());
        QVERIFY(hasArrived(server, 7)); // a note without images cannot be written
        note = keysWith(server, u"113001"_s);
        QCOMPARE(note->images.size(), std::size_t(1)); // the others are withdrawn already
        QCOMPARE(note->images.front().sop, third->header.sop);
        QVERIFY(!desk.keeper->drafts().draftOf(desk.study()));
    }

    /// The archive is away, the program ends; the next run sends, and offers nothing as unsaved.
    void whatWasSavedIsSentByTheNextRun()
    {
        {
            SendingDesk desk(m_folder, nowhere);
            QVERIFY(desk.open());
            QVERIFY(desk.drawThree());
            QVERIFY(desk.save());
            QCOMPARE(desk.sender->progress().left, 3);
        }
        StowServer server;
        SendingDesk next(m_folder, server.url());
        QVERIFY(hasArrived(server, 3));
        QVERIFY(QTest::qWaitFor([&] { return next.sender->progress().left == 0; }, 20'000));
        QVERIFY(QTest::qWaitFor([&] { return next.sender->saved(next.study()) != nullptr; }, 20'000));
        QVERIFY(!next.keeper->leftOver(next.study()));
        // It knows from where to go on.
        QVERIFY(next.open());
        QVERIFY(next.draw(next.mark(u"new"_s, AnnotationKind::Length, {{1.0, 0.0}, {1.0, 3.0}})));
        QVERIFY(next.save());
        QVERIFY(hasArrived(server, 4));
        const auto report = reportOf(server);
        QCOMPARE(report->measurements.size(), std::size_t(2)); // the one that was saved before is not lost
        QCOMPARE(report->predecessors.size(), std::size_t(1));
    }

    void whatIsRefusedIsSaidAndCanBeTriedAgain()
    {
        StowServer server;
        std::atomic<bool> refuses = true;
        server.onStore = [&](const QString &sop, int) -> std::optional<StowServer::Fault> {
            if (!refuses)
                return std::nullopt;
            return StowServer::Fault{reply(409, "application/dicom+json", failedSop(sop, 0xA900)), false};
        };
        SendingDesk desk(m_folder, server.url());
        QVERIFY(desk.open());
        QVERIFY(desk.draw(desk.mark(u"length"_s, AnnotationKind::Length, {{0.0, 0.0}, {3.0, 2.0}})));
        QVERIFY(desk.save());
        QVERIFY(QTest::qWaitFor([&] { return desk.sender->progress().refused == 2; }, 20'000)); // report and state
        const auto items = desk.sender->items();
        QCOMPARE(items.size(), std::size_t(2));
        QCOMPARE(items.front().archive, u"Ward"_s);
        QVERIFY(!items.front().patient.isEmpty());
        QCOMPARE(items.front().date, u"20240229"_s);
        QVERIFY(items.front().state.contains(outbox::failureReasonText(0xA900)));
        refuses = false;
        for (const auto &item : items)
            desk.sender->retry(item.entry.id);
        QVERIFY(hasArrived(server, 2));
        QVERIFY(QTest::qWaitFor([&] { return desk.sender->progress().left == 0; }, 20'000));
    }

    /// Through the list, as a person does it; asked once more.
    void whatIsGivenUpIsADraftAgain()
    {
        StowServer server;
        server.onStore = [](const QString &sop, int) -> std::optional<StowServer::Fault> {
            return StowServer::Fault{reply(409, "application/dicom+json", failedSop(sop, 0xA900)), false};
        };
        SendingDesk desk(m_folder, server.url());
        QVERIFY(desk.open());
        QVERIFY(desk.drawThree());
        QVERIFY(desk.save());
        QVERIFY(QTest::qWaitFor([&] { return desk.sender->progress().refused == 3; }, 20'000));
        QWidget window;
        auto *panel = new app::OutboxPanel(*desk.sender, &window);
        QCOMPARE(panel->lines().size(), 3);
        const auto rows = panel->findChildren<app::OutboxRow *>();
        QCOMPARE(rows.size(), 3);
        const auto report = std::find_if(rows.begin(), rows.end(), [](const app::OutboxRow *row) {
            return row->item().entry.sopClass.text() == u"1.2.840.10008.5.1.4.1.1.88.33";
        });
        QVERIFY(report != rows.end());
        auto *const giveUp = (*report)->findChild<QPushButton *>(u"outboxGiveUp"_s);
        giveUp->click();
        QVERIFY(!desk.isDraft(u"length"_s)); // it was only asked
        (*report)->findChild<QPushButton *>(u"outboxKeep"_s)->click();
        giveUp->click();
        QVERIFY(!desk.isDraft(u"length"_s));
        giveUp->click();
        QVERIFY(desk.isDraft(u"length"_s));
        QVERIFY(!desk.isDraft(u"arrow"_s));
        QVERIFY(QTest::qWaitFor([&] { return desk.sender->items().size() == 2; }, 20'000));
        QVERIFY(QTest::qWaitFor([&] { return panel->lines().size() == 2; }, 20'000));
        // Saved again it names no predecessor: nothing of it is in the archive.
        server.onStore = {};
        QVERIFY(desk.save());
        QVERIFY(QTest::qWaitFor([&] { return reportOf(server).has_value(); }, 20'000));
        QVERIFY(reportOf(server)->predecessors.empty());
    }

    /// A second version that the archive does not take: given up, the first one is what is saved, and what was changed
    /// is unsaved; the next version takes the first one's place.
    void aVersionThatIsGivenUpLeavesTheOneBefore()
    {
        StowServer server;
        std::atomic<bool> refuses = false;
        server.onStore = [&](const QString &sop, int) -> std::optional<StowServer::Fault> {
            if (!refuses)
                return std::nullopt;
            return StowServer::Fault{reply(409, "application/dicom+json", failedSop(sop, 0xA900)), false};
        };
        SopInstanceUid first;
        {
            SendingDesk desk(m_folder, server.url());
            QVERIFY(desk.open());
            QVERIFY(desk.drawThree());
            QVERIFY(desk.draw(desk.mark(u"gone"_s, AnnotationKind::Length, {{2.0, 0.0}, {2.0, 3.0}})));
            QVERIFY(desk.save());
            QVERIFY(hasArrived(server, 3));
            QVERIFY(QTest::qWaitFor([&] { return desk.sender->progress().left == 0; }, 20'000));
            first = reportOf(server)->header.sop;
            refuses = true;
            auto &session = desk.tab->dispatcher();
            QVERIFY(session.submit(session::MoveHandle{AnnotationId(u"length"_s), 1, ImagePoint{4.0, 2.0}}));
            QVERIFY(session.submit(session::RemoveAnnotation{AnnotationId(u"gone"_s)}));
            QVERIFY(desk.save());
            QVERIFY(QTest::qWaitFor([&] { return desk.sender->progress().refused == 1; }, 20'000));
            QVERIFY(!desk.keeper->drafts().draftOf(desk.study()));
            desk.sender->giveUp(desk.sender->items().front().entry.id);
            QVERIFY(desk.isDraft(u"length"_s));
            QVERIFY(!desk.isDraft(u"arrow"_s));
            QCOMPARE(desk.keeper->drafts().draftOf(desk.study())->removed, std::vector{AnnotationId(u"gone"_s)});
            QVERIFY(QTest::qWaitFor([&] { return desk.sender->items().empty(); }, 20'000));
            QVERIFY(QTest::qWaitFor([&] { return !desk.sender->isSaving(); }, 20'000));
            QCOMPARE(desk.sender->saved(desk.study())->find(app::measurementsRole)->sop, first);
        }
        refuses = false;
        SendingDesk desk(m_folder, server.url()); // all of that outlasts the program
        QVERIFY(desk.open());
        QVERIFY(QTest::qWaitFor([&] { return desk.sender->saved(desk.study()) != nullptr; }, 20'000));
        QCOMPARE(desk.sender->saved(desk.study())->find(app::measurementsRole)->sop, first);
        const auto left = desk.keeper->leftOver(desk.study());
        QVERIFY(left);
        QCOMPARE(left->marks, 1);
        QCOMPARE(left->removed, 1);
        QCOMPARE(desk.keeper->restore(desk.study(), desk.tab->dispatcher()), 1);
        QVERIFY(desk.save());
        QVERIFY(hasArrived(server, 4));
        const auto report = reportOf(server);
        QCOMPARE(report->measurements.size(), std::size_t(1));
        QVERIFY(
            (report->measurements.front().shapes.front().points == std::vector<ImagePoint>{{0.0, 0.0}, {4.0, 2.0}}));
        QCOMPARE(report->predecessors.size(), std::size_t(1));
        QCOMPARE(report->predecessors.front().sop, first);
    }

    /// A selection of key images and the note that withdraws the one before it, one of them given up: none is lost.
    void keyImagesThatAreGivenUp_data()
    {
        QTest::addColumn<bool>("isNote");
        QTest::newRow("the note") << true;
        QTest::newRow("the selection") << false;
    }
    void keyImagesThatAreGivenUp()
    {
        QFETCH(bool, isNote);
        StowServer server;
        std::atomic<bool> refuses = false;
        server.onStore = [&](const QString &sop, int) -> std::optional<StowServer::Fault> {
            if (!refuses)
                return std::nullopt;
            return StowServer::Fault{reply(409, "application/dicom+json", failedSop(sop, 0xA900)), false};
        };
        SendingDesk desk(m_folder, server.url());
        QVERIFY(desk.open());
        QVERIFY(desk.drawThree());
        session::Annotation other = desk.mark(u"other"_s, AnnotationKind::KeyImage, {}, 2);
        other.text = u"113003"_s;
        QVERIFY(desk.draw(other));
        QVERIFY(desk.save());
        QVERIFY(hasArrived(server, 3));
        QVERIFY(QTest::qWaitFor([&] { return desk.sender->progress().left == 0; }, 20'000));
        refuses = true;
        QVERIFY(desk.tab->dispatcher().submit(session::RemoveAnnotation{AnnotationId(u"other"_s)}));
        QVERIFY(desk.save());
        // The note waits for the selection, and with it for a decision.
        QVERIFY(QTest::qWaitFor([&] { return desk.sender->undecided() == 2; }, 20'000));
        QCOMPARE(desk.sender->progress().refused, 1);
        QCOMPARE(desk.sender->items().back().entry.trouble.why, outbox::Why::ReferenceRefused);
        desk.sender->giveUp(desk.sender->items()[isNote ? 1 : 0].entry.id);
        QVERIFY(QTest::qWaitFor([&] { return desk.sender->items().size() == 1 && !desk.sender->isSaving(); }, 20'000));
        const auto draft = desk.keeper->drafts().draftOf(desk.study());
        QVERIFY(draft);
        QCOMPARE(draft->removed.size(), std::size_t(isNote ? 1 : 0)); // it is a key image in the archive
        QCOMPARE(draft->marks.size(), std::size_t(isNote ? 0 : 1));
        refuses = false;
        desk.sender->retry(desk.sender->items().front().entry.id);
        QVERIFY(QTest::qWaitFor([&] { return desk.sender->progress().left == 0; }, 20'000));
        QVERIFY(desk.save());
        QVERIFY(QTest::qWaitFor([&] { return desk.sender->progress().left == 0; }, 20'000));
        QVERIFY(!desk.keeper->drafts().draftOf(desk.study()));
        const auto selections = selectionsThatCount(server);
        QCOMPARE(selections.size(), std::size_t(1));
        QCOMPARE(selections.front().images.size(), std::size_t(1));
        QCOMPARE(selections.front().images.front().sop.text(), desk.pictures.image(1).sop);
    }

    /// What is on its way may be given up: the version behind it names also what is in the archive.
    void aVersionBehindOneOnItsWayNamesBoth()
    {
        StowServer server;
        std::atomic<bool> refuses = false;
        server.onStore = [&](const QString &sop, int) -> std::optional<StowServer::Fault> {
            if (!refuses)
                return std::nullopt;
            return StowServer::Fault{reply(409, "application/dicom+json", failedSop(sop, 0xA900)), false};
        };
        SendingDesk desk(m_folder, server.url());
        QVERIFY(desk.open());
        QVERIFY(desk.drawThree());
        QVERIFY(desk.save());
        QVERIFY(hasArrived(server, 3));
        QVERIFY(QTest::qWaitFor([&] { return desk.sender->progress().left == 0; }, 20'000));
        const SopInstanceUid first = reportOf(server)->header.sop;
        refuses = true;
        for (const double column : {4.0, 5.0}) {
            QVERIFY(desk.tab->dispatcher().submit(
                session::MoveHandle{AnnotationId(u"length"_s), 1, ImagePoint{column, 2.0}}));
            QVERIFY(desk.save());
        }
        QCOMPARE(desk.sender->items().size(), std::size_t(2));
        QVERIFY(QTest::qWaitFor([&] { return desk.sender->progress().refused >= 1; }, 20'000));
        desk.sender->giveUp(desk.sender->items().front().entry.id);
        QVERIFY(QTest::qWaitFor([&] { return desk.sender->items().size() == 1 && !desk.sender->isSaving(); }, 20'000));
        QVERIFY(!desk.isDraft(u"length"_s)); // the one behind holds it
        QVERIFY(QTest::qWaitFor([&] { return desk.sender->progress().refused == 1; }, 20'000));
        refuses = false;
        desk.sender->retry(desk.sender->items().front().entry.id);
        QVERIFY(hasArrived(server, 4));
        const auto report = reportOf(server);
        QCOMPARE(report->predecessors.size(), std::size_t(2));
        QCOMPARE(report->predecessors.back().sop, first);
    }

    void asFilesInAFolderTheyStayDraftsToo()
    {
        SendingDesk desk(m_folder, nowhere);
        QVERIFY(desk.open());
        QVERIFY(desk.drawThree());
        QVERIFY(desk.isReady());
        const QTemporaryDir target;
        desk.sender->saveAsFiles(desk.tab->dispatcher(), desk.study(), target.path());
        QVERIFY(QTest::qWaitFor([&] { return !desk.told.isEmpty(); }, 20'000));
        const QDir folder(target.path());
        const QStringList files = folder.entryList({u"*.dcm"_s}, QDir::Files);
        QCOMPARE(files.size(), 3);
        for (const QString &name : files) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY(dicom::readObject(file.readAll()));
        }
        QVERIFY(desk.isDraft(u"length"_s));
        QCOMPARE(desk.sender->progress().left, 0);
    }

    /// A mark that an earlier run left and nobody has looked at is not saved with the others.
    void whatNobodyHasLookedAtIsNotSaved()
    {
        {
            SendingDesk desk(m_folder, nowhere);
            QVERIFY(desk.open());
            QVERIFY(desk.draw(desk.mark(u"old"_s, AnnotationKind::Length, {{0.0, 0.0}, {3.0, 2.0}})));
        }
        StowServer server;
        SendingDesk desk(m_folder, server.url());
        QVERIFY(desk.open());
        QVERIFY(desk.keeper->leftOver(desk.study()));
        QVERIFY(desk.draw(desk.mark(u"new"_s, AnnotationKind::Length, {{1.0, 0.0}, {1.0, 3.0}})));
        QVERIFY(desk.save());
        QVERIFY(hasArrived(server, 2));
        QCOMPARE(reportOf(server)->measurements.size(), std::size_t(1));
        QVERIFY(desk.keeper->leftOver(desk.study()));
    }

    /// Deleted, and never saved: offered like a draft, and nothing of it is done before somebody says so.
    void aDeletionThatWasNotSavedIsOffered_data()
    {
        QTest::addColumn<bool>("isDeletedAgain");
        QTest::newRow("deleted again") << true;
        QTest::newRow("given up") << false;
    }
    void aDeletionThatWasNotSavedIsOffered()
    {
        QFETCH(bool, isDeletedAgain);
        const AnnotationId length(u"length"_s);
        {
            StowServer server;
            SendingDesk desk(m_folder, server.url());
            QVERIFY(desk.open());
            QVERIFY(desk.drawThree());
            QVERIFY(desk.draw(desk.mark(u"other"_s, AnnotationKind::Length, {{1.0, 0.0}, {1.0, 3.0}}, 2)));
            QVERIFY(desk.save());
            QVERIFY(hasArrived(server, 3));
            QVERIFY(desk.tab->dispatcher().submit(session::RemoveAnnotation{length}));
            QVERIFY(!desk.keeper->leftOver(desk.study())); // it is this session's
        }
        StowServer server;
        SendingDesk desk(m_folder, server.url());
        QVERIFY(desk.open());
        QVERIFY(QTest::qWaitFor([&] { return desk.keeper->leftOver(desk.study()).has_value(); }, 20'000));
        QCOMPARE(desk.keeper->leftOver(desk.study())->marks, 0);
        QCOMPARE(desk.keeper->leftOver(desk.study())->removed, 1);
        // Another mark is saved: the deletion is not saved with it.
        QVERIFY(desk.draw(desk.mark(u"new"_s, AnnotationKind::Length, {{2.0, 0.0}, {2.0, 3.0}}, 1)));
        QVERIFY(desk.save());
        QVERIFY(QTest::qWaitFor([&] { return reportOf(server).has_value(); }, 20'000));
        QCOMPARE(reportOf(server)->measurements.size(), std::size_t(3));
        QVERIFY(desk.keeper->leftOver(desk.study()));
        desk.tab->addStudy(desk.study(), false);
        app::DraftNote note(*desk.tab, *desk.keeper);
        QVERIFY(note.text().contains(u'1'));
        note.findChild<QPushButton *>(isDeletedAgain ? u"draftRestore"_s : u"draftDiscard"_s)->click();
        QVERIFY(note.text().isEmpty());
        QVERIFY(!desk.keeper->leftOver(desk.study()));
        QCOMPARE(desk.keeper->drafts().draftOf(desk.study()).has_value(), isDeletedAgain);
        if (!isDeletedAgain)
            return;
        QVERIFY(desk.save());
        QVERIFY(QTest::qWaitFor([&] { return reportOf(server)->measurements.size() == 2; }, 20'000));
        const auto report = reportOf(server);
        QVERIFY(report);
        for (const objects::Measurement &measurement : report->measurements)
            QVERIFY(measurement.trackingUid != app::trackingUidOf(length));
        QVERIFY(!desk.keeper->drafts().draftOf(desk.study()));
    }

    /// An image of a saved measurement and key image is not in the archive any more: what is new is saved, what was
    /// saved is carried over as it was, and what cannot be saved is named and stays a draft.
    void anImageThatIsMissingHoldsUpNothingElse()
    {
        StowServer server;
        {
            SendingDesk desk(m_folder, server.url());
            QVERIFY(desk.open());
            QVERIFY(desk.draw(desk.mark(u"near"_s, AnnotationKind::Length, {{0.0, 0.0}, {3.0, 2.0}})));
            QVERIFY(desk.draw(desk.mark(u"far"_s, AnnotationKind::Length, {{1.0, 0.0}, {1.0, 3.0}}, 2)));
            for (const int image : {0, 2}) {
                auto key = desk.mark(u"key%1"_s.arg(image), AnnotationKind::KeyImage, {}, image);
                key.text = u"113003"_s;
                QVERIFY(desk.draw(key));
            }
            QVERIFY(desk.save());
            QVERIFY(QTest::qWaitFor([&] { return server.order().size() >= 3 && desk.sender->progress().left == 0; },
                                    20'000));
        }
        const auto before = reportOf(server);
        SendingDesk desk(m_folder, server.url(), 2);
        QVERIFY(desk.open());
        QVERIFY(desk.draw(desk.mark(u"new"_s, AnnotationKind::Length, {{2.0, 0.0}, {2.0, 3.0}}, 1)));
        auto key = desk.mark(u"key1"_s, AnnotationKind::KeyImage, {}, 1);
        key.text = u"113003"_s;
        QVERIFY(desk.draw(key));
        auto angle = desk.mark(u"angle"_s, AnnotationKind::Angle, {{0.0, 0.0}, {1.0, 1.0}, {2.0, 0.0}}, 1);
        angle.sop = SopInstanceUid(u"1.2.3.4.5.6"_s);
        angle.text = u"nowhere"_s;
        QVERIFY(desk.draw(angle));
        QVERIFY(desk.save());
        QVERIFY2(QTest::qWaitFor([&] { return reportOf(server)->header.sop != before->header.sop; }, 20'000),
                 qPrintable(desk.told.join(u'\n')));
        const auto report = reportOf(server);
        QCOMPARE(report->measurements.size(), std::size_t(3));
        const auto measured = [](const objects::MeasurementReport &of, const QString &id) {
            const auto found = std::find_if(of.measurements.begin(), of.measurements.end(), [&](const auto &one) {
                return one.trackingUid == app::trackingUidOf(AnnotationId(id));
            });
            return found == of.measurements.end() ? objects::Measurement() : *found;
        };
        QVERIFY(measured(*report, u"far"_s) == measured(*before, u"far"_s));
        QVERIFY(!measured(*report, u"far"_s).shapes.empty());
        QVERIFY(!measured(*report, u"new"_s).shapes.empty());
        QCOMPARE(report->predecessors.front().sop, before->header.sop);
        QVERIFY(QTest::qWaitFor([&] { return keysOf(server)->images.size() == 3; }, 20'000));
        QVERIFY(!desk.isDraft(u"new"_s));
        QVERIFY(!desk.isDraft(u"key1"_s));
        QVERIFY(desk.isDraft(u"angle"_s));
        QVERIFY2(desk.told.last().contains(widgets::markKindName(AnnotationKind::Angle) + u" (nowhere)"_s),
                 qPrintable(desk.told.last()));
        const app::SavedMarks *const saved = desk.sender->saved(desk.study());
        QCOMPARE(saved->marks.size(), std::size_t(6)); // near, far, new, three key images
    }

    /// What was saved cannot be read either: its object stays as it is, with all of its marks; others are saved.
    void anObjectThatCannotBeCarriedOverStaysAsItIs()
    {
        {
            StowServer server;
            SendingDesk desk(m_folder, server.url());
            QVERIFY(desk.open());
            QVERIFY(desk.draw(desk.mark(u"near"_s, AnnotationKind::Length, {{0.0, 0.0}, {3.0, 2.0}})));
            QVERIFY(desk.draw(desk.mark(u"far"_s, AnnotationKind::Length, {{1.0, 0.0}, {1.0, 3.0}}, 2)));
            QVERIFY(desk.save());
            QVERIFY(QTest::qWaitFor([&] { return server.order().size() >= 2 && desk.sender->progress().left == 0; },
                                    20'000));
        }
        StowServer empty; // that object is not there
        SendingDesk desk(m_folder, empty.url(), 2);
        QVERIFY(desk.open());
        QVERIFY(desk.draw(desk.mark(u"new"_s, AnnotationKind::Length, {{2.0, 0.0}, {2.0, 3.0}}, 1)));
        auto key = desk.mark(u"key"_s, AnnotationKind::KeyImage, {}, 1);
        key.text = u"113003"_s;
        QVERIFY(desk.draw(key));
        QVERIFY(desk.save());
        QVERIFY(QTest::qWaitFor([&] { return keysOf(empty).has_value(); }, 20'000));
        QVERIFY(QTest::qWaitFor([&] { return desk.sender->progress().left == 0; }, 20'000));
        QVERIFY(!reportOf(empty)); // it would be without the mark whose image is missing
        QVERIFY(!desk.isDraft(u"key"_s));
        QVERIFY(desk.isDraft(u"new"_s));
        QVERIFY2(desk.told.last().contains(widgets::markKindName(AnnotationKind::Length)),
                 qPrintable(desk.told.last()));
        const app::SavedMarks *const saved = desk.sender->saved(desk.study());
        QVERIFY(saved->find(app::measurementsRole));
        QCOMPARE(saved->marks.size(), std::size_t(3)); // near, far and the key image
    }

    void whileTheScreenIsLockedNothingBegins()
    {
        StowServer server;
        SendingDesk desk(m_folder, server.url());
        QVERIFY(desk.open());
        QVERIFY(desk.drawThree());
        desk.sender->setLocked(true);
        QVERIFY(desk.save());
        QTest::qWait(300);
        QCOMPARE(server.posts(), 0);
        QCOMPARE(desk.sender->progress().left, 3);
        desk.sender->setLocked(false);
        QVERIFY(hasArrived(server, 3));
    }

    void aNameBeyondAsciiIsIdeographic()
    {
        StowServer server;
        SendingDesk desk(m_folder, server.url());
        desk.author = u"李娜"_s;
        QVERIFY(desk.open());
        QVERIFY(desk.draw(desk.mark(u"length"_s, AnnotationKind::Length, {{0.0, 0.0}, {3.0, 2.0}})));
        QVERIFY(desk.save());
        QVERIFY(hasArrived(server, 2));
        QCOMPARE(reportOf(server)->author, u"=李娜"_s);
    }
};

CONSILIUM_TEST(UsecaseMarkSender)
#include "UsecaseMarkSender.moc"
