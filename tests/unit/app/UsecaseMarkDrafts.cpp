#include "app/usecases/MarkDrafts.h"
#include "app/usecases/MarkParts.h"
#include "tests/support/TestMain.h"
#include "tests/unit/session/SetClock.h"

#include <QCborMap>
#include <QCborValue>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace consilium;
using app::MarkDrafts;
using session::Annotation;

namespace
{

const QByteArray key(32, 'k');
const StudyUid head(u"1.2.3"_s), chest(u"4.5.6"_s);

StudyUid studyOf(const DataSetId &dataSet)
{
    for (const StudyUid &study : {head, chest})
        if (dataSet.text().startsWith(study.text()))
            return study;
    return {};
}

Annotation mark(const QString &id, double x = 1.0, const QString &dataSet = u"1.2.3.9"_s)
{
    Annotation length;
    length.id = AnnotationId(id);
    length.kind = session::AnnotationKind::Length;
    length.author = ActorId(u"local"_s);
    length.dataSet = DataSetId(dataSet);
    length.sop = SopInstanceUid(dataSet + u".1"_s);
    length.patientHandles = {{x, 2.0, 3.0}, {4.0, 5.0, 6.0}};
    return length;
}

template<class T>
T answerOf(QFuture<T> future)
{
    future.waitForFinished();
    return future.result();
}

/// One run of the program: a store, the drafts in it, a session.
struct Run {
    test::SetClock clock;
    std::unique_ptr<store::StoreThread> store;
    std::unique_ptr<MarkDrafts> drafts;
    std::unique_ptr<session::ActionDispatcher> dispatcher;

    explicit Run(const QString &folder, bool isFollowing = true)
        : store(std::make_unique<store::StoreThread>(folder, key, store::LocalStore::Options{20})),
          drafts(std::make_unique<MarkDrafts>(clock, store.get())),
          dispatcher(std::make_unique<session::ActionDispatcher>(clock))
    {
        if (isFollowing)
            drafts->follow(*dispatcher, studyOf);
    }
    ~Run()
    {
        dispatcher.reset();
        drafts.reset();
        store.reset();
    }
    Run(const Run &) = delete;
    Run &operator=(const Run &) = delete;

    void add(const Annotation &annotation) const { QVERIFY(dispatcher->submit(session::AddAnnotation{annotation})); }
    void move(const QString &id, double x) const
    {
        QVERIFY(dispatcher->submit(session::MoveHandle{AnnotationId(id), 0, PatientPoint{x, 2.0, 3.0}}));
    }
    void remove(const QString &id) const { QVERIFY(dispatcher->submit(session::RemoveAnnotation{AnnotationId(id)})); }
    [[nodiscard]] bool isSettled() const
    {
        return QTest::qWaitFor([this] { return drafts->isWritten(); }, 20'000);
    }
    [[nodiscard]] std::vector<Annotation> marksOf(const StudyUid &study) const
    {
        const auto draft = drafts->draftOf(study);
        return draft ? draft->marks : std::vector<Annotation>();
    }
};

/// What the store has, read by itself.
std::vector<store::Record> recordsIn(const QString &folder)
{
    auto store = store::LocalStore::open(folder, key);
    return store ? store->list(QString::fromLatin1(MarkDrafts::recordKind)).value().records
                 : std::vector<store::Record>{{u"not opened"_s, 0, {}}};
}

} // namespace

class UsecaseMarkDrafts : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_place;
    int m_count = 0;
    QString m_folder;

private Q_SLOTS:
    void init() { m_folder = m_place.filePath(QString::number(++m_count)); }

    void aDraftIsBytesAndBack()
    {
        app::MarkDraft draft{
            head, 1790000000123, u"0.1"_s, {mark(u"a"_s), mark(u"读片"_s, 7)}, {AnnotationId(u"gone"_s)}};
        QCOMPARE(app::markDraftFromCbor(app::toCbor(draft)).value(), draft);
        draft.wish =
            app::SaveWish{1790000000124,          ArchiveId(u"ward"_s),     u"模体"_s, u"20240229"_s, u"Head"_s,
                          {AnnotationId(u"a"_s)}, {AnnotationId(u"gone"_s)}};
        QCOMPARE(app::markDraftFromCbor(app::toCbor(draft)).value(), draft);
        const QByteArray whole = app::toCbor(draft);
        for (qsizetype size = 0; size < whole.size(); ++size)
            QVERIFY(!app::markDraftFromCbor(whole.left(size)));
        QCborMap newer = QCborValue::fromCbor(whole).toMap();
        newer[1] = 2;
        QCOMPARE(app::markDraftFromCbor(newer.toCborValue().toCbor()).error().code, ErrorCode::Unsupported);
    }

    /// Taken away between the beginning of a saving and its end: where the mark is kept by then, its deletion is one
    /// that is not saved yet, from the first moment on; where it is not, nothing is left of it.
    void whatIsTakenAwayWhileItIsSaved()
    {
        for (const bool isSaved : {true, false}) {
            const QString folder = m_folder + (isSaved ? u"-saved"_s : u"-failed"_s);
            {
                Run run(folder);
                QVERIFY(run.isSettled());
                run.add(mark(u"a"_s));
                run.add(mark(u"b"_s));
                run.drafts->beginSaving(head, run.marksOf(head));
                run.remove(u"a"_s);
                run.add(mark(u"new"_s));
                run.remove(u"new"_s); // which is not among them
                QCOMPARE(run.drafts->draftOf(head)->removed, std::vector{AnnotationId(u"a"_s)});
                if (isSaved)
                    run.drafts->markKeptAs(head, {mark(u"a"_s), mark(u"b"_s)});
                run.drafts->endSaving(head);
                const auto draft = run.drafts->draftOf(head);
                QVERIFY(draft);
                QCOMPARE(draft->removed, isSaved ? std::vector{AnnotationId(u"a"_s)} : std::vector<AnnotationId>());
                QCOMPARE(draft->marks.size(), std::size_t(isSaved ? 0 : 1)); // b
                QVERIFY(run.isSettled());
            }
            Run again(folder);
            QVERIFY(again.isSettled());
            const auto draft = again.drafts->draftOf(head);
            QVERIFY(draft);
            QCOMPARE(draft->removed.size(), std::size_t(isSaved ? 1 : 0));
        }
    }

    /// What an earlier run deleted, and nobody has looked at yet, is offered after a saving as it was before it.
    void aDeletionOfBeforeOutlastsASaving()
    {
        const std::vector gone{AnnotationId(u"a"_s)};
        {
            Run run(m_folder);
            QVERIFY(run.isSettled());
            run.add(mark(u"a"_s));
            run.drafts->markKeptAs(head, {mark(u"a"_s)});
            run.remove(u"a"_s);
            QCOMPARE(run.drafts->draftOf(head)->removed, gone);
            QVERIFY(run.isSettled());
        }
        Run again(m_folder);
        QVERIFY(again.isSettled());
        QCOMPARE(again.drafts->draftOf(head)->removed, gone);
        again.drafts->beginSaving(head, {mark(u"a"_s)}); // which fails
        again.drafts->endSaving(head);
        const auto draft = again.drafts->draftOf(head);
        QVERIFY(draft);
        QCOMPARE(draft->removed, gone);
    }

    /// An image is a key image once, whichever mark says so: taken away under another id than it is kept under, it is
    /// taken away there.
    void aKeyImageIsTakenAwayWhateverItsId()
    {
        Run run(m_folder);
        QVERIFY(run.isSettled());
        const auto keyImage = [](const QString &id) {
            Annotation key = mark(id);
            key.kind = session::AnnotationKind::KeyImage;
            key.patientHandles.clear();
            key.text = u"113003"_s;
            return key;
        };
        const auto removed = [&run] {
            const auto draft = run.drafts->draftOf(head);
            return draft ? draft->removed : std::vector<AnnotationId>();
        };
        const AnnotationId first(u"first"_s), second(u"second"_s);
        run.add(keyImage(u"first"_s));
        run.drafts->markKeptAs(head, {keyImage(u"first"_s)});
        run.remove(u"first"_s);
        QCOMPARE(removed(), std::vector{first});
        run.add(keyImage(u"second"_s));
        QVERIFY(removed().empty()); // it is one again
        run.remove(u"second"_s);
        QCOMPARE(removed(), std::vector{first});
        // Once more on, and off while that is being saved in the place of the first one.
        run.add(keyImage(u"third"_s));
        run.drafts->beginSaving(head, {keyImage(u"third"_s)});
        run.remove(u"third"_s);
        run.drafts->markGone(head, {first});
        run.drafts->markKeptAs(head, {keyImage(u"third"_s)});
        run.drafts->endSaving(head);
        QCOMPARE(removed(), std::vector{AnnotationId(u"third"_s)});
        QVERIFY(run.isSettled());
    }

    void whatWasDrawnIsThereAfterAFall()
    {
        Run run(m_folder);
        QVERIFY(run.isSettled() && run.drafts->leftOver().empty());
        run.add(mark(u"a"_s));
        run.add(mark(u"b"_s, 1.0, u"4.5.6.7"_s));
        run.move(u"a"_s, 9.0);
        QVERIFY(!run.drafts->isWritten());
        QVERIFY(run.isSettled() && run.drafts->isLasting());
        const TimeMs at = run.clock.now;
        // The files as they are at this moment, as a kill leaves them.
        const QString fallen = m_folder + u"-fallen"_s;
        QVERIFY(QDir().mkpath(fallen));
        for (const QString &name : QDir(m_folder).entryList(QDir::Files))
            QVERIFY(QFile::copy(m_folder + u'/' + name, fallen + u'/' + name));

        const Run next(fallen);
        QVERIFY(next.isSettled());
        const auto left = next.drafts->leftOver();
        QCOMPARE(left.size(), size_t(2));
        for (const auto &summary : left)
            QCOMPARE(summary, (app::DraftSummary{summary.study, at, QStringLiteral(CONSILIUM_VERSION), 1, 0}));
        QCOMPARE(next.marksOf(head), std::vector{mark(u"a"_s, 9.0)});
        QCOMPARE(next.marksOf(chest), (std::vector{mark(u"b"_s, 1.0, u"4.5.6.7"_s)}));
        QVERIFY(!next.drafts->draftOf(StudyUid(u"7.8.9"_s)));
    }

    // Written from the first change on: a hand that never rests does not put it off.
    void aDragIsWrittenAllAlong()
    {
        Run run(m_folder);
        QVERIFY(run.isSettled());
        run.add(mark(u"a"_s));
        for (int i = 0; i < 60; ++i) {
            run.move(u"a"_s, i);
            QTest::qWait(4);
        }
        const auto inStore = [&] {
            return answerOf<Result<store::Record>>(
                run.store->get(QString::fromLatin1(MarkDrafts::recordKind), head.text()));
        };
        QVERIFY(inStore().has_value());
        QVERIFY(run.isSettled());
        const auto dragged = inStore();
        QCOMPARE(app::markDraftFromCbor(dragged->value)->marks, std::vector{mark(u"a"_s, 59)});
        // Steps that come all at once are one write.
        for (int i = 100; i < 300; ++i)
            run.move(u"a"_s, i);
        QVERIFY(run.isSettled());
        const auto last = inStore();
        QCOMPARE(app::markDraftFromCbor(last->value)->marks, std::vector{mark(u"a"_s, 299)});
        QCOMPARE(last->revision, dragged->revision + 1);
    }

    // The program ends at once, the event loop with it.
    void theEndLosesNothing()
    {
        {
            const Run run(m_folder);
            QVERIFY(run.isSettled());
            run.add(mark(u"a"_s));
        }
        {
            // Not even where what is in the store has not been read by then.
            const Run run(m_folder);
            run.add(mark(u"b"_s));
            QVERIFY(!run.drafts->isLoaded());
        }
        {
            const Run run(m_folder);
            QVERIFY(run.isSettled());
            QCOMPARE(run.marksOf(head), (std::vector{mark(u"a"_s), mark(u"b"_s)}));
            run.add(mark(u"c"_s)); // from here on one record again
            QVERIFY(run.isSettled());
        }
        QCOMPARE(recordsIn(m_folder).size(), size_t(1));
    }

    void aNewMarkTakesNoOldDraftsPlace()
    {
        {
            const Run run(m_folder);
            run.add(mark(u"old"_s));
            QVERIFY(run.isSettled());
        }
        {
            const Run run(m_folder);
            run.add(mark(u"new"_s)); // before anybody has answered what shall become of the old one
            QVERIFY(run.isSettled());
            QCOMPARE(run.drafts->leftOver().size(), size_t(1));
            QCOMPARE(run.drafts->leftOver().front().marks, 1);
        }
        const Run run(m_folder);
        QVERIFY(run.isSettled());
        QCOMPARE(run.marksOf(head), (std::vector{mark(u"new"_s), mark(u"old"_s)}));
    }

    void whatIsRestoredIsTheSessionsAgain()
    {
        {
            const Run run(m_folder);
            run.add(mark(u"a"_s));
            run.add(mark(u"b"_s));
            QVERIFY(run.isSettled());
        }
        {
            const Run run(m_folder);
            QVERIFY(run.isSettled());
            for (const Annotation &restored : run.marksOf(head))
                run.add(restored);
            QVERIFY(run.drafts->leftOver().empty());
            run.remove(u"a"_s);
            run.move(u"b"_s, 8.0);
            QVERIFY(run.isSettled());
        }
        const Run run(m_folder);
        QVERIFY(run.isSettled());
        QCOMPARE(run.marksOf(head), std::vector{mark(u"b"_s, 8.0)}); // and what was deleted does not come back
    }

    void whatIsDiscardedIsGoneAndWhatIsDrawnStays()
    {
        {
            const Run run(m_folder);
            run.add(mark(u"old"_s));
            QVERIFY(run.isSettled());
        }
        {
            const Run run(m_folder);
            QVERIFY(run.isSettled());
            run.add(mark(u"new"_s));
            run.drafts->discard(head);
            QVERIFY(run.drafts->leftOver().empty());
            QCOMPARE(run.marksOf(head), std::vector{mark(u"new"_s)});
            QVERIFY(run.isSettled());
        }
        {
            const Run run(m_folder);
            QVERIFY(run.isSettled());
            QCOMPARE(run.marksOf(head), std::vector{mark(u"new"_s)});
            run.drafts->discard(head);
            QVERIFY(run.isSettled());
            QVERIFY(!run.drafts->draftOf(head));
        }
        QVERIFY(recordsIn(m_folder).empty());
    }

    void whatIsKeptElsewhereIsNoDraft()
    {
        {
            const Run run(m_folder);
            run.add(mark(u"a"_s));
            run.add(mark(u"b"_s));
            run.add(mark(u"c"_s));
            run.drafts->markKept(head, {AnnotationId(u"a"_s), AnnotationId(u"b"_s)});
            QCOMPARE(run.marksOf(head), std::vector{mark(u"c"_s)});
            run.move(u"a"_s, 8.0); // changed since
            QCOMPARE(run.marksOf(head), (std::vector{mark(u"a"_s, 8.0), mark(u"c"_s)}));
            run.move(u"a"_s, 1.0); // as it is kept
            QCOMPARE(run.marksOf(head), std::vector{mark(u"c"_s)});
            run.remove(u"b"_s);
            QCOMPARE(run.drafts->draftOf(head)->removed, std::vector{AnnotationId(u"b"_s)});
            QVERIFY(run.dispatcher->undo(run.dispatcher->localActor()));
            QVERIFY(run.drafts->draftOf(head)->removed.empty());
            run.remove(u"b"_s);
            // It was saved as it was before, and has been moved since.
            run.move(u"c"_s, 5.0);
            run.drafts->markKeptAs(head, {mark(u"c"_s)});
            QCOMPARE(run.marksOf(head), std::vector{mark(u"c"_s, 5.0)});
            QVERIFY(run.isSettled());
        }
        {
            const Run run(m_folder);
            QVERIFY(run.isSettled());
            const auto draft = run.drafts->draftOf(head);
            QVERIFY(draft.has_value());
            QCOMPARE(draft->marks, std::vector{mark(u"c"_s, 5.0)});
            QCOMPARE(draft->removed, std::vector{AnnotationId(u"b"_s)});
            run.drafts->markKept(head, {AnnotationId(u"b"_s), AnnotationId(u"c"_s)}); // the removal, too
            QVERIFY(!run.drafts->draftOf(head));
            QVERIFY(run.isSettled());
        }
        QVERIFY(recordsIn(m_folder).empty());
    }

    // Marks that come from the archive are put into the session like any others.
    void whatComesFromElsewhereIsNoDraft()
    {
        {
            const Run run(m_folder);
            run.add(mark(u"kept"_s));
            run.drafts->markKeptAs(head, {mark(u"kept"_s)});
            QVERIFY(!run.drafts->draftOf(head));
            QVERIFY(run.isSettled());
        }
        QVERIFY(recordsIn(m_folder).empty());
    }

    void aSessionThatEndsLeavesItsDrafts()
    {
        Run run(m_folder);
        run.add(mark(u"a"_s));
        run.add(mark(u"b"_s, 1.0, u"4.5.6.7"_s));
        run.drafts->markKept(chest, {AnnotationId(u"b"_s)});
        run.dispatcher.reset(); // destroyed without a word
        QCOMPARE(run.marksOf(head), std::vector{mark(u"a"_s)});
        QVERIFY(!run.drafts->draftOf(chest));
        QCOMPARE(run.drafts->leftOver().size(), size_t(1));
        QVERIFY(run.isSettled());
        // The same study in the next tab.
        session::ActionDispatcher next(run.clock);
        run.drafts->follow(next, studyOf);
        QVERIFY(next.submit(session::AddAnnotation{mark(u"c"_s)}));
        QCOMPARE(run.marksOf(head), (std::vector{mark(u"a"_s), mark(u"c"_s)}));
        run.drafts->unfollow(next);
        QVERIFY(next.submit(session::AddAnnotation{mark(u"d"_s)})); // nobody listens any more
        QCOMPARE(run.marksOf(head), (std::vector{mark(u"a"_s), mark(u"c"_s)}));
        run.drafts->discard(head);
        QVERIFY(!run.drafts->draftOf(head) && run.isSettled());
    }

    void aSessionThatIsExchangedLosesNoMark()
    {
        Run run(m_folder);
        run.add(mark(u"a"_s));
        run.add(mark(u"b"_s));
        session::ViewerState other;
        other = other.withAnnotations(session::AnnotationSet().with(mark(u"b"_s)).with(mark(u"c"_s)));
        run.dispatcher->reset(other);
        QCOMPARE(run.marksOf(head), (std::vector{mark(u"a"_s), mark(u"b"_s), mark(u"c"_s)}));
        QCOMPARE(run.drafts->leftOver().front().marks, 1);
    }

    void whereTheStudyIsNotKnownTheMarkIsKeptAllTheSame()
    {
        {
            const Run run(m_folder);
            run.add(mark(u"a"_s, 1.0, u"9.9.9"_s));
            QVERIFY(run.isSettled());
        }
        Run run(m_folder, false);
        QVERIFY(run.isSettled());
        QCOMPARE(run.marksOf({}), std::vector{mark(u"a"_s, 1.0, u"9.9.9"_s)});
        bool isKnown = false;
        run.drafts->follow(*run.dispatcher, [&](const DataSetId &) { return isKnown ? head : StudyUid(); });
        run.add(mark(u"a"_s, 1.0, u"9.9.9"_s));
        isKnown = true;
        run.move(u"a"_s, 2.0);
        QVERIFY(!run.drafts->draftOf({}));
        QCOMPARE(run.marksOf(head), std::vector{mark(u"a"_s, 2.0, u"9.9.9"_s)});
        QVERIFY(run.isSettled());
    }

    /// A study in two tabs: what was changed last counts, in whichever of them; an old copy is no draft.
    void theNewestCopyCounts()
    {
        const AnnotationId a(u"a"_s);
        const ActorId keeper(u"keeper"_s);
        Run run(m_folder);
        QVERIFY(run.isSettled());
        session::ActionDispatcher other(run.clock);
        run.drafts->follow(other, studyOf);
        run.drafts->markKeptAs(head, {mark(u"a"_s)});
        run.add(mark(u"a"_s));
        QVERIFY(other.submit(session::AddAnnotation{mark(u"a"_s)}));
        QVERIFY(!run.drafts->draftOf(head));
        run.move(u"a"_s, 8.0);
        QCOMPARE(run.marksOf(head), std::vector{mark(u"a"_s, 8.0)});
        run.drafts->markKeptAs(head, {mark(u"a"_s, 8.0)}); // saved
        QVERIFY(!run.drafts->draftOf(head));
        QCOMPARE(run.drafts->bringUpToDate(other, keeper), 1);
        QVERIFY(*other.state().annotations().find(a) == mark(u"a"_s, 8.0));
        QVERIFY(!run.drafts->draftOf(head));
        QCOMPARE(run.drafts->bringUpToDate(*run.dispatcher, keeper), 0);
        // The other way round, and not saved.
        QVERIFY(other.submit(session::MoveHandle{a, 0, PatientPoint{5.0, 2.0, 3.0}}));
        QCOMPARE(run.marksOf(head), std::vector{mark(u"a"_s, 5.0)});
        QCOMPARE(run.drafts->bringUpToDate(*run.dispatcher, keeper), 1);
        QCOMPARE(run.marksOf(head), std::vector{mark(u"a"_s, 5.0)});
        QCOMPARE(run.drafts->bringUpToDate(other, keeper), 0);
        // The tab with the newest one is closed: it is not lost to the old copy.
        run.move(u"a"_s, 6.0);
        run.dispatcher.reset();
        QCOMPARE(run.marksOf(head), std::vector{mark(u"a"_s, 6.0)});
        QCOMPARE(run.drafts->bringUpToDate(other, keeper), 1);
        QVERIFY(*other.state().annotations().find(a) == mark(u"a"_s, 6.0));
        QCOMPARE(run.marksOf(head), std::vector{mark(u"a"_s, 6.0)});
        QVERIFY(run.drafts->leftOver().empty());
    }

    void whatIsTakenAwayInOneTabIsNoDraftOfTheOther()
    {
        const AnnotationId a(u"a"_s);
        Run run(m_folder);
        QVERIFY(run.isSettled());
        session::ActionDispatcher other(run.clock);
        run.drafts->follow(other, studyOf);
        run.drafts->markKeptAs(head, {mark(u"a"_s)});
        run.add(mark(u"a"_s));
        QVERIFY(other.submit(session::AddAnnotation{mark(u"a"_s)}));
        run.remove(u"a"_s);
        QCOMPARE(run.drafts->draftOf(head)->removed, std::vector{a});
        QCOMPARE(run.drafts->bringUpToDate(other, ActorId(u"keeper"_s)), 0); // not before that is saved
        QVERIFY(run.drafts->draftOf(head)->marks.empty());
        run.drafts->markGone(head, {a});
        QVERIFY(!run.drafts->draftOf(head));
        QCOMPARE(run.drafts->bringUpToDate(other, ActorId(u"keeper"_s)), 1);
        QVERIFY(!other.state().annotations().find(a));
        QVERIFY(!run.drafts->draftOf(head));
    }

    /// Under one id where it was drawn, under another where it was read from an object.
    void copiesUnderTwoIdsAreOneDraft()
    {
        Run run(m_folder);
        QVERIFY(run.isSettled());
        run.add(mark(u"a"_s));
        Annotation read = mark(u"a"_s);
        read.id = AnnotationId(app::identityOf(read.id));
        session::ActionDispatcher other(run.clock);
        run.drafts->follow(other, studyOf);
        QVERIFY(other.submit(session::AddAnnotation{read}));
        QCOMPARE(run.marksOf(head).size(), size_t(1));
        run.drafts->markKeptAs(head, {mark(u"a"_s)});
        QVERIFY(!run.drafts->draftOf(head));
        QVERIFY(other.submit(session::MoveHandle{read.id, 0, PatientPoint{5.0, 2.0, 3.0}}));
        QCOMPARE(run.marksOf(head).size(), size_t(1));
        QVERIFY(run.marksOf(head).front().patientHandles.front() == (PatientPoint{5.0, 2.0, 3.0}));
    }

    /// It will not be saved elsewhere after all, but as it was before: drafts, on the disk when that is answered.
    void whatIsTakenBackIsADraftAgain()
    {
        Run run(m_folder);
        QVERIFY(run.isSettled());
        run.add(mark(u"a"_s, 2.0));
        run.drafts->markKeptAs(head, {mark(u"a"_s, 2.0), mark(u"gone"_s, 7.0)});
        run.drafts->markGone(head, {AnnotationId(u"gone"_s)});
        QVERIFY(!run.drafts->draftOf(head));
        const auto onDisk = run.drafts->takeBack(head, {mark(u"a"_s, 2.0)}, {mark(u"a"_s), mark(u"gone"_s)});
        QCOMPARE(run.marksOf(head), std::vector{mark(u"a"_s, 2.0)});
        QCOMPARE(run.drafts->draftOf(head)->removed, std::vector{AnnotationId(u"gone"_s)});
        QVERIFY(QTest::qWaitFor([&] { return onDisk.isFinished(); }, 20'000) && onDisk.result());
        const auto record =
            answerOf<Result<store::Record>>(run.store->get(QString::fromLatin1(MarkDrafts::recordKind), head.text()));
        const auto draft = app::markDraftFromCbor(record->value);
        QCOMPARE(draft->marks, std::vector{mark(u"a"_s, 2.0)});
        QCOMPARE(draft->removed, std::vector{AnnotationId(u"gone"_s)});
        run.move(u"a"_s, 1.0); // as it was saved before
        QVERIFY(run.drafts->draftOf(head)->marks.empty());
    }

    /// The wish to save goes with the draft, over a fall too, and only with it.
    void aWishToSaveIsKeptWithTheDraft()
    {
        app::SaveWish wish;
        wish.archive = ArchiveId(u"ward"_s);
        wish.marks = {AnnotationId(u"a"_s)};
        {
            Run run(m_folder);
            QVERIFY(run.isSettled());
            run.add(mark(u"a"_s));
            const auto kept = run.drafts->wish(head, wish);
            QTRY_VERIFY(kept.isFinished());
            QVERIFY(kept.result().has_value());
            QCOMPARE(run.drafts->wishes(), (std::map<StudyUid, app::SaveWish>{{head, wish}}));
        }
        Run run(m_folder, false);
        QVERIFY(run.isSettled());
        QCOMPARE(run.drafts->wishes(), (std::map<StudyUid, app::SaveWish>{{head, wish}}));
        run.drafts->discard(head);
        QVERIFY(run.drafts->wishes().empty());
        QVERIFY(!run.drafts->draftOf(head));
    }

    void withoutAStoreTheyLastAsLongAsTheProgram()
    {
        test::SetClock clock;
        MarkDrafts drafts(clock, nullptr);
        session::ActionDispatcher dispatcher(clock);
        drafts.follow(dispatcher, studyOf);
        QVERIFY(dispatcher.submit(session::AddAnnotation{mark(u"a"_s)}));
        QVERIFY(!drafts.isLasting() && drafts.isLoaded());
        QVERIFY(QTest::qWaitFor([&] { return drafts.isWritten(); }, 20'000));
        QCOMPARE(drafts.draftOf(head)->marks, std::vector{mark(u"a"_s)});
        drafts.unfollow(dispatcher);
        QCOMPARE(drafts.leftOver().size(), size_t(1));
    }

    // Another start of the program holds the store; then it ends.
    void aStoreThatIsNotToBeHadIsToldAndTriedAgain()
    {
        auto holder = store::LocalStore::open(m_folder, key);
        QVERIFY(holder.has_value());
        Run run(m_folder);
        const QSignalSpy failed(run.drafts.get(), &MarkDrafts::notKept),
            again(run.drafts.get(), &MarkDrafts::keptAgain);
        run.add(mark(u"a"_s));
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(!run.drafts->isLasting());
        QCOMPARE(run.drafts->failure()->code, ErrorCode::Conflict);
        run.add(mark(u"b"_s));
        QTest::qWait(4 * MarkDrafts::writeAfterMs);
        QCOMPARE(failed.size(), 1); // once
        QCOMPARE(run.marksOf(head), (std::vector{mark(u"a"_s), mark(u"b"_s)}));
        holder = fail(ErrorCode::Cancelled);                // closed
        QTRY_COMPARE_WITH_TIMEOUT(again.size(), 1, 20'000); // by itself
        QVERIFY(run.isSettled() && run.drafts->isLasting());
        const auto kept =
            answerOf<Result<store::Record>>(run.store->get(QString::fromLatin1(MarkDrafts::recordKind), head.text()));
        QCOMPARE(app::markDraftFromCbor(kept->value)->marks.size(), size_t(2));
    }

    void aNewerProgramsDraftIsLeftAsItIs()
    {
        const QByteArray newer = QCborValue(QCborMap{{1, 2}, {2, u"in another form"_s}}).toCbor();
        {
            auto store = store::LocalStore::open(m_folder, key);
            QVERIFY(store && store->put(QString::fromLatin1(MarkDrafts::recordKind), head.text(), newer));
        }
        for (const char *id : {"a", "b"}) {
            const Run run(m_folder);
            QVERIFY(run.isSettled());
            QCOMPARE(run.drafts->unreadable(), 1);
            run.add(mark(QLatin1StringView(id)));
            QVERIFY(run.isSettled());
        }
        const auto records = recordsIn(m_folder);
        QCOMPARE(records.size(), size_t(2));
        QCOMPARE(records[0].value, newer);
        QCOMPARE(records[0].key, head.text());
        QCOMPARE(app::markDraftFromCbor(records[1].value)->marks, (std::vector{mark(u"a"_s), mark(u"b"_s)}));
    }
};

CONSILIUM_TEST(UsecaseMarkDrafts)
#include "UsecaseMarkDrafts.moc"
