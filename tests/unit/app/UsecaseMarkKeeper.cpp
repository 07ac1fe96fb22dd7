#include "app/bridge/PixelBridge.h"
#include "app/usecases/MarkKeeper.h"
#include "app/windows/DraftNote.h"
#include "app/windows/ReadingSession.h"
#include "tests/support/TestMain.h"
#include "tests/unit/session/SetClock.h"

#include <QDateTime>
#include <QFileInfo>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace consilium;
using app::MarkKeeper;
using session::Annotation;

namespace
{

const StudyUid head(u"1.2.3"_s), chest(u"4.5.6"_s);
const Error noKeychain{ErrorCode::Unsupported, u"no keychain"_s};

Annotation mark(const QString &id, const StudyUid &study = head)
{
    Annotation length;
    length.id = AnnotationId(id);
    length.kind = session::AnnotationKind::Length;
    length.author = ActorId(u"local"_s);
    length.dataSet = DataSetId(study.text() + u".9"_s);
    length.sop = SopInstanceUid(study.text() + u".9.1"_s);
    length.patientHandles = {{1.0, 2.0, 3.0}, {4.0, 5.0, 6.0}};
    return length;
}

/// One run of the program of one person.
struct Run {
    test::SetClock clock;
    app::PixelBridge images{app::PixelBridge::Limits{64'000'000, 1}};
    int asked = 0;
    std::unique_ptr<MarkKeeper> keeper;
    std::unique_ptr<QSignalSpy> told;

    explicit Run(const QString &folder, Result<QByteArray> key = QByteArray(32, 'k'))
    {
        const auto obtain = [this, key] {
            ++asked;
            return runPending([key] { return key; });
        };
        keeper = std::make_unique<MarkKeeper>(clock, images, MarkKeeper::Place{folder, obtain});
        told = std::make_unique<QSignalSpy>(keeper.get(), &MarkKeeper::told);
    }
    /// A tab in which a study is shown.
    [[nodiscard]] std::unique_ptr<app::ReadingSession> openTab(const StudyUid &study = head)
    {
        auto tab = std::make_unique<app::ReadingSession>(clock, images);
        tab->addStudy(study, false);
        session::ShowSeries show;
        show.view = session::Layout::viewAt(0);
        show.study = study;
        show.dataSet = DataSetId(study.text() + u".9"_s);
        if (!tab->dispatcher().submit(show))
            return nullptr;
        keeper->follow(tab->dispatcher());
        return tab;
    }
    [[nodiscard]] bool isSettled() const
    {
        return QTest::qWaitFor([this] { return keeper->drafts().isLasting() && keeper->drafts().isWritten(); }, 20'000);
    }
    [[nodiscard]] int leftOf(const StudyUid &study) const
    {
        const auto left = keeper->leftOver(study);
        return left ? left->marks : 0;
    }
    [[nodiscard]] QString said() const
    {
        QStringList all;
        for (const auto &arguments : *told)
            all << arguments.front().toString();
        return all.join(u'\n');
    }
};

void draw(app::ReadingSession &tab, std::initializer_list<Annotation> marks)
{
    for (const Annotation &one : marks)
        QVERIFY(tab.dispatcher().submit(session::AddAnnotation{one}));
}

QPushButton *button(const app::DraftNote &note, const QString &name)
{
    return note.findChild<QPushButton *>(name);
}

} // namespace

class UsecaseMarkKeeper : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_place;
    int m_count = 0;
    QString m_folder;

    /// What an earlier run has left: "a" and "b" of the head.
    void leaveTwo()
    {
        Run run(m_folder);
        const auto tab = run.openTab();
        QVERIFY(tab);
        draw(*tab, {mark(u"a"_s), mark(u"b"_s)});
        QVERIFY(run.isSettled());
    }

private Q_SLOTS:
    void init() { m_folder = m_place.filePath(QString::number(++m_count)); }

    void whatAnEarlierRunLeftIsOfferedWithItsStudyAndComesBackUnderItsIds()
    {
        leaveTwo();
        Run run(m_folder);
        QVERIFY(QTest::qWaitFor([&] { return run.leftOf(head) == 2; }, 20'000));
        QCOMPARE(run.leftOf(chest), 0);
        QCOMPARE(run.keeper->leftOver(head)->at, test::SetClock().now);
        const auto tab = run.openTab();
        QVERIFY(tab);
        QVERIFY(!tab->dispatcher().state().annotations().find(AnnotationId(u"a"_s))); // not by itself
        QCOMPARE(run.keeper->restore(head, tab->dispatcher()), 2);
        const session::AnnotationSet &marks = tab->dispatcher().state().annotations();
        QCOMPARE(*marks.find(AnnotationId(u"a"_s)), mark(u"a"_s));
        QCOMPARE(*marks.find(AnnotationId(u"b"_s)), mark(u"b"_s));
        QCOMPARE(run.leftOf(head), 0);
        QVERIFY(run.keeper->drafts().draftOf(head)); // they are not saved any more than before
        QCOMPARE(run.keeper->restore(head, tab->dispatcher()), 0);
        QVERIFY(tab->dispatcher().undo(tab->dispatcher().localActor())); // one step
        QCOMPARE(tab->dispatcher().state().annotations().size(), std::size_t(0));
        QVERIFY(tab->dispatcher().redo(tab->dispatcher().localActor()));
        QCOMPARE(tab->dispatcher().state().annotations().size(), std::size_t(2));
        QVERIFY(run.isSettled());
        QVERIFY2(run.said().isEmpty(), qPrintable(run.said()));
    }

    /// Though no image of the study is listed yet, they do not become marks of which nobody knows the study.
    void whatIsPutBackEarlyStaysWithItsStudy()
    {
        leaveTwo();
        Run run(m_folder);
        QVERIFY(QTest::qWaitFor([&] { return run.leftOf(head) == 2; }, 20'000));
        app::ReadingSession tab(run.clock, run.images);
        run.keeper->follow(tab.dispatcher());
        QCOMPARE(run.keeper->restore(head, tab.dispatcher()), 2);
        QCOMPARE(run.keeper->drafts().draftOf(head)->marks.size(), std::size_t(2));
        QVERIFY(!run.keeper->drafts().draftOf(StudyUid()));
    }

    void aClosedTabKeepsItsMarks()
    {
        Run run(m_folder);
        auto tab = run.openTab();
        const auto other = run.openTab(chest);
        QVERIFY(tab && other);
        draw(*tab, {mark(u"a"_s)});
        draw(*other, {mark(u"c"_s, chest)});
        const TimeMs drawnAt = run.clock.now;
        run.keeper->unfollow(tab->dispatcher());
        tab.reset();
        QCOMPARE(run.leftOf(head), 1);
        QCOMPARE(run.leftOf(chest), 0); // it is in a tab
        run.clock.now += 3'600'000;
        const auto again = run.openTab();
        QVERIFY(again);
        draw(*again, {mark(u"new"_s)});
        QCOMPARE(run.keeper->leftOver(head)->at, drawnAt); // not when something else was drawn
        QCOMPARE(run.keeper->restore(head, again->dispatcher()), 1);
        QCOMPARE(again->dispatcher().state().annotations().size(), std::size_t(2));
    }

    void eachPersonHasTheirOwn()
    {
        leaveTwo();
        Run other(m_folder + u"-other"_s, QByteArray(32, 'o'));
        const auto tab = other.openTab();
        QVERIFY(tab && other.isSettled());
        QCOMPARE(other.leftOf(head), 0);
    }

    void withoutAKeychainItIsSaidOnceAndNothingIsWritten()
    {
        Run run(m_folder, fail(noKeychain));
        auto tab = run.openTab();
        QVERIFY(tab);
        QTRY_VERIFY(!run.keeper->whyNotLasting().isEmpty());
        QCOMPARE(run.told->count(), 0); // nothing is there that could be lost
        draw(*tab, {mark(u"a"_s)});
        draw(*tab, {mark(u"b"_s)});
        QCOMPARE(run.told->count(), 1);
        QVERIFY2(run.said().contains(u"in memory only"_s) && run.said().contains(u"no keychain"_s),
                 qPrintable(run.said()));
        QVERIFY(run.told->front().at(1).toBool()); // stays until it is read
        QVERIFY(!QFileInfo::exists(m_folder));
        run.keeper->unfollow(tab->dispatcher());
        tab.reset();
        QCOMPARE(run.leftOf(head), 2); // as long as the program runs
    }

    void whatWasDrawnBeforeTheKeychainAnsweredIsKeptToo()
    {
        {
            Run run(m_folder);
            const auto tab = run.openTab();
            QVERIFY(tab);
            draw(*tab, {mark(u"a"_s)});
            QVERIFY(!run.keeper->drafts().isLasting()); // its answer waits for the event loop
            QVERIFY(run.isSettled());
        }
        const Run next(m_folder);
        QVERIFY(QTest::qWaitFor([&] { return next.leftOf(head) == 1; }, 20'000));
    }

    void aScenarioAsksNobodyAndSaysNothing()
    {
        Run run({}, fail(noKeychain));
        const auto tab = run.openTab();
        QVERIFY(tab);
        draw(*tab, {mark(u"a"_s)});
        QTest::qWait(50);
        QCOMPARE(run.asked, 0);
        QCOMPARE(run.told->count(), 0);
        QVERIFY(run.keeper->whyNotLasting().isEmpty());
    }

    void theKeychainIsAskedOnceAndNotBeforeSomethingIsRead()
    {
        {
            Run run(m_folder);
            QTest::qWait(50);
            QCOMPARE(run.asked, 0);
            const auto tab = run.openTab(), other = run.openTab(chest);
            QVERIFY(tab && other && run.isSettled());
            QCOMPARE(run.asked, 1);
        }
        const Run next(m_folder);
        QCOMPARE(next.asked, 1); // there is a store
    }

    void aStoreThatCannotBeReadIsNamedAndLeftAsItIs()
    {
        leaveTwo();
        {
            const Run run(m_folder, QByteArray(32, 'x'));
            QTRY_VERIFY_WITH_TIMEOUT(run.told->count() > 0, 20'000);
            QVERIFY2(run.said().contains(u"in memory only"_s) && run.said().contains(u"key"_s), qPrintable(run.said()));
        }
        {
            Run run(m_folder, fail(ErrorCode::KeychainLocked, {}));
            QTRY_VERIFY_WITH_TIMEOUT(run.told->count() > 0, 20'000);
            const auto tab = run.openTab();
            QVERIFY(tab);
            draw(*tab, {mark(u"c"_s)});
            QCOMPARE(run.told->count(), 1); // once
            QVERIFY2(run.said().contains(u"cannot be read now"_s) && run.said().contains(u"locked"_s),
                     qPrintable(run.said()));
        }
        const Run run(m_folder);
        QVERIFY(QTest::qWaitFor([&] { return run.leftOf(head) == 2; }, 20'000));
    }

    void theTabOffersThem()
    {
        leaveTwo();
        Run run(m_folder);
        QVERIFY(QTest::qWaitFor([&] { return run.leftOf(head) == 2; }, 20'000));
        const auto other = run.openTab(chest), tab = run.openTab();
        QVERIFY(other && tab);
        QWidget page;
        const app::DraftNote elsewhere(*other, *run.keeper, &page);
        QVERIFY(elsewhere.isHidden() && elsewhere.text().isEmpty());
        const app::DraftNote note(*tab, *run.keeper, &page);
        const QString when = QDateTime::fromMSecsSinceEpoch(test::SetClock().now).toString(u"yyyy-MM-dd HH:mm"_s);
        QVERIFY2(note.text().contains(u"2 mark"_s) && note.text().contains(when), qPrintable(note.text()));
        QSignalSpy noticed(&note, &app::DraftNote::noticed);
        button(note, u"draftRestore"_s)->click();
        QVERIFY(note.isHidden());
        QCOMPARE(tab->dispatcher().state().annotations().size(), std::size_t(2));
        QCOMPARE(noticed.count(), 1);
    }

    void theyAreDiscardedOnlyAfterAQuestion()
    {
        leaveTwo();
        {
            Run run(m_folder);
            QVERIFY(QTest::qWaitFor([&] { return run.leftOf(head) == 2; }, 20'000));
            const auto tab = run.openTab();
            QVERIFY(tab);
            QWidget page;
            const app::DraftNote note(*tab, *run.keeper, &page);
            const QString offer = note.text();
            button(note, u"draftDiscard"_s)->click();
            QVERIFY2(note.text() != offer && note.text().contains(u"2 mark"_s), qPrintable(note.text()));
            QCOMPARE(run.leftOf(head), 2);
            button(note, u"draftRestore"_s)->click(); // it keeps them now
            QCOMPARE(note.text(), offer);
            QCOMPARE(tab->dispatcher().state().annotations().size(), std::size_t(0));
            button(note, u"draftDiscard"_s)->click();
            button(note, u"draftDiscard"_s)->click();
            QVERIFY(note.isHidden());
            QCOMPARE(run.leftOf(head), 0);
            QVERIFY(run.isSettled());
        }
        Run next(m_folder);
        const auto tab = next.openTab();
        QVERIFY(tab && next.isSettled());
        QCOMPARE(next.leftOf(head), 0);
    }
};

CONSILIUM_TEST(UsecaseMarkKeeper)
#include "UsecaseMarkKeeper.moc"
