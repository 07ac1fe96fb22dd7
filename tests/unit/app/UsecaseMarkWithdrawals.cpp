#include "tests/support/TestMain.h"
#include "tests/unit/app/SendingDesk.h"
#include "tests/unit/app/SentObjects.h"

#include <atomic>
#include <chrono>
#include <thread>

using namespace Qt::StringLiterals;
using namespace consilium;
using namespace consilium::test;
using session::AnnotationKind;

namespace
{

const QString surgery = u"113003"_s, otherReason = u"113004"_s, thirdReason = u"113000"_s, rejection = u"113001"_s;

session::Annotation keyImage(const SendingDesk &desk, const QString &id, int image, const QString &reason = surgery)
{
    session::Annotation key = desk.mark(id, AnnotationKind::KeyImage, {}, image);
    key.text = reason;
    return key;
}

StowServer::Fault refusal(const QString &sop)
{
    return StowServer::Fault{reply(409, "application/dicom+json", failedSop(sop, 0xA900)), false};
}

bool isAllSent(const SendingDesk &desk)
{
    return QTest::qWaitFor([&] { return desk.sender->progress().left == 0; }, 20'000);
}

bool isLeft(const SendingDesk &desk, int count)
{
    return QTest::qWaitFor(
        [&] { return desk.sender->items().size() == std::size_t(count) && !desk.sender->isSaving(); }, 20'000);
}

bool remove(const SendingDesk &desk, const QString &id)
{
    return desk.tab->dispatcher().submit(session::RemoveAnnotation{AnnotationId(id)}).has_value();
}

} // namespace

/// What takes back what was saved: notes that withdraw key images, deletions, objects that are given up.
class UsecaseMarkWithdrawals : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_place;
    int m_count = 0;
    QString m_folder;

private Q_SLOTS:
    void init() { m_folder = m_place.filePath(QString::number(++m_count)); }

    /// The archive would take the note, and not the selection: else it had no key image at all.
    void noKeyImageIsTakenBackWithoutWhatReplacesIt()
    {
        std::atomic<int> refusals = 0;
        StowServer server;
        server.onStore = [&](const QString &sop, int) -> std::optional<StowServer::Fault> {
            return refusals > 0 && refusals-- > 0 ? std::optional(refusal(sop)) : std::nullopt;
        };
        SendingDesk desk(m_folder, server.url());
        QVERIFY(desk.open());
        QVERIFY(desk.draw(keyImage(desk, u"stays"_s, 1)) && desk.draw(keyImage(desk, u"goes"_s, 2)));
        QVERIFY(desk.save() && isAllSent(desk));
        refusals = 1;
        QVERIFY(remove(desk, u"goes"_s));
        QVERIFY(desk.save());
        QVERIFY(QTest::qWaitFor([&] { return desk.sender->undecided() == 2; }, 20'000));
        QTest::qWait(300);
        QVERIFY(!keysWith(server, rejection));
        QCOMPARE(selectionsThatCount(server).size(), std::size_t(1));
        desk.sender->retry(desk.sender->items().front().entry.id);
        QVERIFY(isAllSent(desk));
        QCOMPARE(desk.sender->undecided(), 0);
        QVERIFY(keysWith(server, rejection));
        QCOMPARE(selectionsThatCount(server).size(), std::size_t(1));
        QCOMPARE(selectionsThatCount(server).front().images.size(), std::size_t(1));
    }

    /// An object that holds key images of the new reason cannot be written anew: the one of the old reason keeps this
    /// one, and the change stays unsaved; so does another one's that would come into that object.
    void aReasonThatCannotBeChangedLeavesTheFirst_data()
    {
        QTest::addColumn<QString>("id");
        QTest::newRow("under its id") << u"near"_s;
        QTest::newRow("read from its object") << u"1.2.3.4/1"_s;
    }
    void aReasonThatCannotBeChangedLeavesTheFirst()
    {
        QFETCH(QString, id);
        {
            StowServer server;
            SendingDesk desk(m_folder, server.url());
            QVERIFY(desk.open());
            QVERIFY(desk.draw(keyImage(desk, u"near"_s, 0)) && desk.draw(keyImage(desk, u"far"_s, 2, otherReason)));
            QVERIFY(desk.draw(keyImage(desk, u"a third"_s, 1, thirdReason)));
            QVERIFY(desk.save() && isAllSent(desk));
        }
        StowServer empty; // it has none of the objects, and the image of one key image is missing
        SendingDesk desk(m_folder, empty.url(), 2);
        QVERIFY(desk.open());
        QVERIFY(QTest::qWaitFor([&] { return desk.sender->saved(desk.study()) != nullptr; }, 20'000));
        QVERIFY(desk.draw(keyImage(desk, u"a third"_s, 1)));
        QVERIFY(desk.draw(keyImage(desk, id, 0, otherReason)));
        QVERIFY(desk.save() && isAllSent(desk));
        QCOMPARE(empty.posts(), 0); // nothing is withdrawn
        QVERIFY2(desk.told.last().contains(widgets::markKindName(AnnotationKind::KeyImage)),
                 qPrintable(desk.told.last()));
        QVERIFY(desk.isDraft(id) && desk.isDraft(u"a third"_s));
        const app::SavedMarks *const saved = desk.sender->saved(desk.study());
        QCOMPARE(saved->marks.size(), std::size_t(3));
        const app::SavedObject *const first = saved->find(app::keyImagesRole + surgery);
        QVERIFY(first);
        QCOMPARE(saved->marksIn(*first), std::vector{keyImage(desk, u"near"_s, 0)});
        const app::SavedObject *const third = saved->find(app::keyImagesRole + thirdReason);
        QVERIFY(third);
        QCOMPARE(saved->marksIn(*third), std::vector{keyImage(desk, u"a third"_s, 1, thirdReason)});
    }

    /// Deleted under the id by which it was read from its object, which has to stay as it is: not saved, and offered
    /// as that by the next run.
    void aDeletionThatCouldNotBeSavedIsNotForgotten()
    {
        QString note;
        {
            StowServer server;
            SendingDesk desk(m_folder, server.url());
            QVERIFY(desk.open());
            QVERIFY(desk.draw(keyImage(desk, u"far"_s, 2)) && desk.draw(keyImage(desk, u"near"_s, 0)));
            QVERIFY(desk.save() && isAllSent(desk));
            const auto keys = keysOf(server);
            QVERIFY(keys);
            QCOMPARE(keys->images.back().sop.text(), desk.pictures.image(0).sop);
            note = keys->header.sop.text();
        }
        const AnnotationId read(note + u"/2"_s);
        StowServer empty;
        {
            SendingDesk desk(m_folder, empty.url(), 2);
            QVERIFY(desk.open());
            QVERIFY(QTest::qWaitFor([&] { return desk.sender->saved(desk.study()) != nullptr; }, 20'000));
            const session::Annotation restored = keyImage(desk, read.text(), 0);
            desk.keeper->noteKept(desk.study(), {restored});
            QVERIFY(desk.draw(restored));
            QVERIFY(!desk.keeper->drafts().draftOf(desk.study()));
            QVERIFY(remove(desk, read.text()));
            QVERIFY(desk.save());
            QCOMPARE(desk.sender->saved(desk.study())->marks.size(), std::size_t(2)); // it is still there
            QVERIFY(desk.keeper->drafts().draftOf(desk.study()));
            QCOMPARE(desk.keeper->drafts().draftOf(desk.study())->removed, std::vector{read});
            // What is saved later does not make it look saved.
            QVERIFY(desk.draw(desk.mark(u"new"_s, AnnotationKind::Length, {{1.0, 0.0}, {1.0, 3.0}}, 1)));
            QVERIFY(desk.save() && isAllSent(desk));
            QVERIFY(desk.keeper->drafts().draftOf(desk.study()));
            QCOMPARE(desk.keeper->drafts().draftOf(desk.study())->removed, std::vector{read});
        }
        SendingDesk desk(m_folder, empty.url(), 2);
        QVERIFY(QTest::qWaitFor([&] { return desk.sender->saved(desk.study()) != nullptr; }, 20'000));
        const auto left = desk.keeper->leftOver(desk.study());
        QVERIFY(left);
        QCOMPARE(left->removed, 1);
    }

    /// Deleted, and the image made a key image once more: the new one is saved, and no deletion is left of the old one.
    void aKeyImageInPlaceOfADeletedOneStays()
    {
        StowServer server;
        SendingDesk desk(m_folder, server.url());
        QVERIFY(desk.open());
        QVERIFY(desk.draw(keyImage(desk, u"one"_s, 0)));
        QVERIFY(desk.save() && isAllSent(desk));
        QVERIFY(remove(desk, u"one"_s));
        QVERIFY(desk.draw(keyImage(desk, u"two"_s, 0, otherReason)));
        QVERIFY(desk.save() && isAllSent(desk));
        QVERIFY(!desk.keeper->drafts().draftOf(desk.study()));
        const auto selections = selectionsThatCount(server);
        QCOMPARE(selections.size(), std::size_t(1));
        QCOMPARE(selections.front().title.value, otherReason);
    }

    /// A note is given up after a selection has begun anew, in another series: the next note withdraws both, each by
    /// its own series.
    void aNoteNamesTheSeriesOfWhatItWithdraws()
    {
        std::atomic<bool> refuses = false;
        StowServer server;
        server.onStore = [&](const QString &sop, int) -> std::optional<StowServer::Fault> {
            return refuses ? std::optional(refusal(sop)) : std::nullopt;
        };
        SendingDesk desk(m_folder, server.url());
        QVERIFY(desk.open());
        QVERIFY(desk.draw(keyImage(desk, u"one"_s, 1)));
        QVERIFY(desk.save() && isAllSent(desk));
        const auto first = keysWith(server, surgery);
        refuses = true;
        QVERIFY(remove(desk, u"one"_s));
        QVERIFY(desk.save());
        QVERIFY(QTest::qWaitFor([&] { return desk.sender->progress().refused == 1; }, 20'000));
        refuses = false;
        QVERIFY(desk.draw(keyImage(desk, u"two"_s, 2)));
        QVERIFY(desk.save());
        QVERIFY(QTest::qWaitFor([&] { return desk.sender->progress().left == 1; }, 20'000)); // the note
        const auto second = keysWith(server, surgery);
        QVERIFY(second->header.series != first->header.series);
        desk.sender->giveUp(desk.sender->items().front().entry.id);
        QVERIFY(isLeft(desk, 0));
        QVERIFY(desk.keeper->drafts().draftOf(desk.study())); // the first one is there again
        QVERIFY(desk.save() && isAllSent(desk));
        const auto note = keysWith(server, rejection);
        QVERIFY(note);
        QCOMPARE(note->images.size(), std::size_t(2));
        for (const objects::ImageReference &named : note->images) {
            const auto object = dicom::readObject(server.object(named.sop.text()));
            QVERIFY(object);
            QCOMPARE(named.series.text(), object->text(tags::SeriesInstanceUid));
        }
        QVERIFY(note->header.series != first->header.series && note->header.series != second->header.series);
        const auto selections = selectionsThatCount(server);
        QCOMPARE(selections.size(), std::size_t(1));
        QCOMPARE(selections.front().images.size(), std::size_t(1));
        QCOMPARE(selections.front().images.front().sop.text(), desk.pictures.image(2).sop);
    }

    /// A note behind one that is still on its way withdraws what that one does, which may be given up.
    void aNoteBehindOneThatIsGivenUpWithdrawsAll()
    {
        std::atomic<int> most = 2; // the first two selections
        StowServer server;
        server.onStore = [&](const QString &sop, int) -> std::optional<StowServer::Fault> {
            return server.order().size() < most ? std::nullopt : std::optional(refusal(sop));
        };
        SendingDesk desk(m_folder, server.url());
        QVERIFY(desk.open());
        for (const int image : {0, 1, 2})
            QVERIFY(desk.draw(keyImage(desk, u"key%1"_s.arg(image), image)));
        QVERIFY(desk.save() && isAllSent(desk));
        QVERIFY(remove(desk, u"key0"_s));
        QVERIFY(desk.save());
        QVERIFY(QTest::qWaitFor(
            [&] { return desk.sender->progress().left == 1 && desk.sender->progress().refused == 1; }, 20'000));
        most = 100;
        QVERIFY(remove(desk, u"key1"_s));
        QVERIFY(desk.save());
        QVERIFY(QTest::qWaitFor([&] { return desk.sender->progress().left == 1; }, 20'000)); // the first note
        desk.sender->giveUp(desk.sender->items().front().entry.id);
        QVERIFY(isLeft(desk, 0));
        QVERIFY(!desk.keeper->drafts().draftOf(desk.study()));
        const auto selections = selectionsThatCount(server);
        QCOMPARE(selections.size(), std::size_t(1));
        QCOMPARE(selections.front().images.size(), std::size_t(1));
        QCOMPARE(selections.front().images.front().sop.text(), desk.pictures.image(2).sop);
    }

    /// It is just being sent by the time it could be taken out: what was saved, deleted and drawn again is as before,
    /// and that is told.
    void whatCannotBeGivenUpStaysAsItWas()
    {
        std::atomic<bool> holds = false;
        StowServer server;
        server.onStore = [&](const QString &, int) -> std::optional<StowServer::Fault> {
            for (int i = 0; holds && i < 2000; ++i)
                std::this_thread::sleep_for(std::chrono::milliseconds(5));
            return std::nullopt;
        };
        SendingDesk desk(m_folder, server.url());
        QVERIFY(desk.open());
        const auto again = desk.mark(u"again"_s, AnnotationKind::Length, {{2.0, 0.0}, {2.0, 3.0}});
        QVERIFY(desk.draw(desk.mark(u"length"_s, AnnotationKind::Length, {{0.0, 0.0}, {3.0, 2.0}})));
        QVERIFY(desk.draw(again));
        QVERIFY(desk.save() && isAllSent(desk));
        desk.sender->setLocked(true);
        auto &session = desk.tab->dispatcher();
        QVERIFY(session.submit(session::MoveHandle{AnnotationId(u"length"_s), 1, ImagePoint{4.0, 2.0}}));
        QVERIFY(remove(desk, u"again"_s));
        QVERIFY(desk.save());
        QVERIFY(isLeft(desk, 1));
        QVERIFY(remove(desk, u"length"_s)); // after that saving, as the other one comes back
        QVERIFY(desk.draw(again));
        const auto before = desk.keeper->drafts().draftOf(desk.study());
        QVERIFY(before);
        QCOMPARE(before->removed, std::vector{AnnotationId(u"length"_s)});
        QCOMPARE(before->marks, std::vector{again});
        const app::SavedMarks saved = *desk.sender->saved(desk.study());

        holds = true;
        desk.told.clear();
        StudyUid toldOf = desk.study();
        const auto noting = QObject::connect(desk.sender.get(), &app::MarkSender::told, desk.sender.get(),
                                             [&](const StudyUid &study, const QString &) {
                                                 if (desk.told.size() == 1) // it has been noted first
                                                     toldOf = study;
                                             });
        desk.sender->setLocked(false); // its sending begins in the next turn of the event loop
        desk.sender->giveUp(desk.sender->items().front().entry.id);
        QVERIFY(QTest::qWaitFor([&] { return !desk.told.isEmpty() && !desk.sender->isSaving(); }, 20'000));
        QVERIFY2(desk.told.first().contains(u"could not be taken out"_s), qPrintable(desk.told.join(u'\n')));
        QVERIFY(toldOf.isEmpty()); // whichever study is in front of the outbox's list
        QObject::disconnect(noting);
        QCOMPARE(desk.sender->items().size(), std::size_t(1));
        const auto after = desk.keeper->drafts().draftOf(desk.study());
        QVERIFY(after);
        QCOMPARE(after->removed, before->removed);
        QCOMPARE(after->marks, before->marks);
        QVERIFY(*desk.sender->saved(desk.study()) == saved);
        holds = false;
        QVERIFY(isAllSent(desk));
        QVERIFY(desk.save() && isAllSent(desk));
        const auto report = reportOf(server);
        QCOMPARE(report->measurements.size(), std::size_t(1));
        QCOMPARE(report->measurements.front().trackingUid, app::trackingUidOf(again.id));
        QVERIFY(!desk.keeper->drafts().draftOf(desk.study()));
    }
};

CONSILIUM_TEST(UsecaseMarkWithdrawals)
#include "UsecaseMarkWithdrawals.moc"
