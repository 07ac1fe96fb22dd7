#pragma once
#include "app/usecases/MarkDraft.h"
#include "base/Clock.h"
#include "base/store/StoreThread.h"
#include "viewer/session/ActionDispatcher.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <vector>

namespace consilium::app
{

/// A draft without its marks.
struct DraftSummary {
    StudyUid study;
    TimeMs at = 0; ///< of the last change of those that are held
    QString program;
    int marks = 0;
    int removed = 0; ///< kept elsewhere, deleted here, and in no followed session
    bool operator==(const DraftSummary &) const = default;
};

/// Keeps the marks that are saved nowhere else yet, of one person. UI thread only; nothing here waits for a disk.
class MarkDrafts : public QObject
{
    Q_OBJECT
public:
    /// Which study a data set is of; empty where that is not known. Asked while the session is followed.
    using StudyOf = std::function<StudyUid(const DataSetId &)>;
    static constexpr int writeAfterMs = 20;     ///< after the first change
    static constexpr int tryAgainMs = 2000;     ///< after a write that failed
    static constexpr auto recordKind = "marks"; ///< in the store

    /// `store` outlives this. Null: there is no keychain, and so no store: drafts last as long as this does.
    MarkDrafts(const Clock &clock, store::StoreThread *store, QObject *parent = nullptr);
    /// Hands everything to the store that it does not have yet.
    ~MarkDrafts() override;

    /// Its key has come: from now on drafts last, those that are there already among them. Once at most, and only where
    /// none was given. `store` outlives this.
    void useStore(store::StoreThread &store);

    /// What is drawn now is on the disk, or will be in a moment. False: no store, or it took nothing the last time.
    /// One study that is not taken is enough for that, whatever becomes of others.
    [[nodiscard]] bool isLasting() const { return m_store && !m_failure; }
    [[nodiscard]] const std::optional<Error> &failure() const { return m_failure; } ///< of the last try
    /// What earlier runs left has been read.
    [[nodiscard]] bool isLoaded() const { return m_isLoaded; }
    /// Drafts that this version cannot read. They stay in the store as they are.
    [[nodiscard]] int unreadable() const { return int(m_foreign.size()) + m_damaged; }
    [[nodiscard]] bool isInSession(const AnnotationId &id) const;  ///< a followed one has it
    [[nodiscard]] bool wasInSession(const AnnotationId &id) const; ///< a followed one has or had it
    /// In this one.
    [[nodiscard]] bool wasIn(const session::ActionDispatcher &dispatcher, const AnnotationId &mark) const;
    [[nodiscard]] bool isEmpty() const; ///< there is no draft of any study
    /// Nothing is on its way to the store.
    [[nodiscard]] bool isWritten() const;

    /// Marks of this session are drafts from now on, those it has already among them, unless they are said to be kept.
    void follow(session::ActionDispatcher &dispatcher, StudyOf studyOf);
    /// The session ends. Its drafts are held as those of an earlier run: discard() what shall not be.
    void unfollow(const session::ActionDispatcher &dispatcher);

    /// Studies of which drafts are held that are in no followed session, the last changed first.
    [[nodiscard]] std::vector<DraftSummary> leftOver() const;
    /// Marks and deletions that are not saved, of all studies, in a session or held.
    [[nodiscard]] int count() const;
    /// All that is not saved of a study, in a session or held; nullopt: nothing. Asked before what is saved elsewhere
    /// is put into a session: a mark that is put there is not a removed one.
    [[nodiscard]] std::optional<MarkDraft> draftOf(const StudyUid &study) const;
    /// Of these the marks that stand in this session.
    [[nodiscard]] std::vector<session::Annotation> unsavedIn(const session::ActionDispatcher &dispatcher,
                                                             const StudyUid &study) const;
    /// What is held of the study is given up for good. What stands in a followed session stays a draft. (To restore:
    /// add the marks of draftOf() to a followed session, under their ids; they are then no longer held.)
    void discard(const StudyUid &study);
    /// What was removed and is left over is removed in this session too, which is followed: left over no more, and gone
    /// with its next saving.
    void takeUpRemoved(const session::ActionDispatcher &dispatcher, const StudyUid &study);
    /// They are being saved elsewhere: what is taken away from now on is a deletion that is to be saved, too, as of
    /// marks that are kept. endSaving(): they are kept by now (markKeptAs()), or are not, and nothing has to be deleted
    /// there.
    void beginSaving(const StudyUid &study, const std::vector<session::Annotation> &marks);
    void endSaving(const StudyUid &study);
    /// They have been saved elsewhere as they stand now; of those that are gone from the session, that they are gone.
    void markKept(const StudyUid &study, const std::vector<AnnotationId> &ids);
    /// They have been saved elsewhere as given here: what has been changed in the meantime stays a draft. Also of marks
    /// that come from there, once they are in the session.
    void markKeptAs(const StudyUid &study, const std::vector<session::Annotation> &marks);
    /// They are kept nowhere any more: one that is in a session again meanwhile is a draft.
    void markGone(const StudyUid &study, const std::vector<AnnotationId> &ids);
    /// They will not be saved elsewhere after all, and `asBefore` is what is saved there of the same marks: drafts
    /// again, those that are in no session as left over; of asBefore what is not among them is removed again. Answered
    /// when that is on the disk (at once without a store), with the store's error else.
    [[nodiscard]] Pending<Result<void>> takeBack(const StudyUid &study, const std::vector<session::Annotation> &marks,
                                                 const std::vector<session::Annotation> &asBefore = {});

    /// What the wish names is to be saved as soon as it can be: kept with the draft of the study, and gone with it.
    /// Answered as takeBack().
    [[nodiscard]] Pending<Result<void>> wish(const StudyUid &study, SaveWish wish);
    void endWish(const StudyUid &study); ///< it has been done, or never will be
    [[nodiscard]] std::map<StudyUid, SaveWish> wishes() const;
    /// A followed one of which a view shows the study; null: none.
    [[nodiscard]] const session::ActionDispatcher *sessionShowing(const StudyUid &study) const;

    /// As it is kept elsewhere, where that is known.
    [[nodiscard]] std::optional<session::Annotation> kept(const StudyUid &study, const AnnotationId &id) const;
    /// What the copy of this mark that a followed session has, if any, says now: as this mark.
    [[nodiscard]] std::optional<session::Annotation> copyOf(const session::Annotation &mark) const;
    /// What is known to be kept elsewhere of this mark, as this mark; else the mark itself.
    [[nodiscard]] session::Annotation keptFor(const StudyUid &study, const session::Annotation &mark) const;
    /// Copies of marks that have been changed in another session since get what these say, and those of marks that are
    /// gone for good go, in the name of `actor`: no step of this session's reader. How many there were.
    int bringUpToDate(session::ActionDispatcher &dispatcher, const ActorId &actor);

Q_SIGNALS:
    void loaded();
    /// The store does not take drafts: they are in memory only. Told once until keptAgain(); it is tried again by
    /// itself where that may help, and at each change.
    void notKept(const consilium::Error &error);
    void keptAgain(); ///< all that it did not take is in the store
    void draftsChanged(const consilium::StudyUid &study);

private:
    struct Followed {
        session::ActionDispatcher *dispatcher = nullptr;
        StudyOf studyOf;
        session::AnnotationSet marks; ///< as told last: the dispatcher itself may be at its end
        std::map<AnnotationId, StudyUid> places;
        std::map<AnnotationId, QString> identities; ///< of all that are or were there
        std::multimap<QString, AnnotationId> byIdentity;
        std::set<AnnotationId> outdated; ///< a copy in another session was changed, or taken away, since
    };
    struct Study {
        std::map<AnnotationId, session::Annotation> held; ///< unsaved, and in no session
        std::map<AnnotationId, session::Annotation> kept; ///< as they are saved elsewhere
        std::set<AnnotationId> removed;
        std::set<AnnotationId> saving; ///< kept elsewhere in a moment, it may be
        TimeMs at = 0, heldAt = 0;     ///< last changed; of `held`
        QString program;
        std::set<QString> keys; ///< of its records in the store
        std::optional<SaveWish> wish;
        bool isDirty = false, isWriting = false;
        bool isUnkept = false; ///< the store did not take it the last time
    };

    void take(Followed &followed, const std::vector<AnnotationId> &ids);
    void takeAll(Followed &followed);
    void note(Followed &followed, const AnnotationId &id, const session::Annotation *mark);
    [[nodiscard]] static bool isOf(const Study &entry, const AnnotationId &id, const QString &identity);
    void noteRemoved(const Followed &followed, const AnnotationId &id, Study &entry);
    void noteVersion(Followed &followed, const AnnotationId &id, const session::Annotation *mark, bool isOnlyRead);
    [[nodiscard]] const session::Annotation *currentElsewhere(const Followed *followed, const QString &identity) const;
    [[nodiscard]] std::optional<session::Annotation> newestOf(const StudyUid &study,
                                                              const session::Annotation &mark) const;
    void hold(const Followed &followed, const session::Annotation &mark);
    [[nodiscard]] StudyUid placeOf(const Followed &followed, const session::Annotation &mark) const;
    [[nodiscard]] MarkDraft contentOf(const StudyUid &study) const;
    /// `isChange`: a person has changed something, which is the draft's time.
    void touch(const StudyUid &study, bool isChange = true);
    void load();
    void takeLoaded(const Result<store::Listing> &listing);
    void writeDirty();
    Pending<Result<void>> write(const StudyUid &study, const QString &key);
    void written(const StudyUid &study, const Result<void> &done);
    void tellWhenKept();
    void fail(const Error &error);
    [[nodiscard]] QString keyOf(const StudyUid &study) const;

    const Clock &m_clock;
    store::StoreThread *m_store;
    QTimer m_timer, m_retry;
    std::map<const session::ActionDispatcher *, Followed> m_followed;
    std::map<StudyUid, Study> m_studies;
    std::set<QString> m_foreign; ///< keys of records that cannot be read
    int m_damaged = 0;
    bool m_isLoaded = false, m_isLoading = false, m_isBringingUpToDate = false;
    std::optional<Error> m_failure;
};

} // namespace consilium::app
