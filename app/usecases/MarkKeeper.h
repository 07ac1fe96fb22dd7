#pragma once
#include "app/usecases/MarkDrafts.h"
#include "viewer/pixels/StudyImages.h"

#include <memory>

namespace consilium::app
{

/// The unsaved marks of one person, over all of their reading sessions: opens their encrypted store with its key, keeps
/// what is drawn, says what became of an earlier run's marks and puts them back. UI thread only.
class MarkKeeper : public QObject
{
    Q_OBJECT
public:
    struct Place {
        QString folder; ///< of the store; empty: nothing is to outlast the program (a scenario), and nothing is said
        std::function<Pending<Result<QByteArray>>()> obtainKey; ///< CredentialStore::obtainKey(), called once at most
    };
    /// The key is asked for at once where there is a store, else with the first session: who reads nothing gets no
    /// entry in the keychain. `images` outlives this.
    MarkKeeper(const Clock &clock, const pixels::StudyImages &images, Place place, QObject *parent = nullptr);
    /// Waits until all is on the disk.
    ~MarkKeeper() override;

    [[nodiscard]] const MarkDrafts &drafts() const { return *m_drafts; }
    /// The person's store, for whatever else is to outlast the program; null until storeCame(), where there is no key
    /// for good. It ends with this.
    [[nodiscard]] store::StoreThread *store() const { return m_store.get(); }
    /// Somebody has something to keep: the key is asked for, where it was not yet.
    void obtainStore();
    /// Until the session ends, or unfollow().
    void follow(session::ActionDispatcher &dispatcher);
    void unfollow(const session::ActionDispatcher &dispatcher);

    /// Marks of the study that are neither saved nor in a session, with when they were drawn, and how many saved ones
    /// were deleted without that being saved; nullopt: neither.
    [[nodiscard]] std::optional<DraftSummary> leftOver(const StudyUid &study) const;
    /// Puts them into the session, under their ids, as one undo step, and takes the deletions up, which are saved with
    /// the session's next saving. How many marks have come; what the session refuses stays left over.
    int restore(const StudyUid &study, session::ActionDispatcher &dispatcher);
    /// They are gone for good; what was deleted without that being saved is there again.
    void discard(const StudyUid &study);

    /// What an earlier run has left is known, or nobody can tell: marks that are saved elsewhere may be put into a
    /// session. leftOverChanged() tells.
    [[nodiscard]] bool isReady() const;
    /// They come from where they are saved: said before they are put into a session, so that none of them is a draft.
    void noteKept(const StudyUid &study, const std::vector<session::Annotation> &marks);
    /// MarkDrafts::beginSaving() and endSaving().
    void beginSaving(const StudyUid &study, const std::vector<session::Annotation> &marks);
    void endSaving(const StudyUid &study);
    /// They are saved elsewhere as given here, and `removed` are gone there too: no drafts any more, unless they have
    /// been changed meanwhile.
    void markSaved(const StudyUid &study, const std::vector<session::Annotation> &marks,
                   const std::vector<AnnotationId> &removed = {});
    /// They are not saved elsewhere after all, but as `asBefore`: MarkDrafts::takeBack().
    [[nodiscard]] Pending<Result<void>> takeBack(const StudyUid &study, const std::vector<session::Annotation> &marks,
                                                 const std::vector<session::Annotation> &asBefore = {});
    /// MarkDrafts::wish() and endWish().
    [[nodiscard]] Pending<Result<void>> wish(const StudyUid &study, SaveWish wish);
    void endWish(const StudyUid &study);
    /// MarkDrafts::bringUpToDate().
    int bringUpToDate(session::ActionDispatcher &dispatcher, const ActorId &actor);

    /// Whether there is a store is known (storeKnown()), and what earlier runs left in it has been read.
    [[nodiscard]] bool isStoreKnown() const;

    /// What is not saved goes with the program, and somebody expects otherwise (not in a scenario).
    [[nodiscard]] bool losesAtEnd() const { return !m_place.folder.isEmpty() && !m_drafts->isLasting(); }
    /// Why nothing lasts longer than the program, a sentence for people; empty: it does, or nobody expects it to.
    [[nodiscard]] QString whyNotLasting() const;
    /// Where the store that there is does not take what is drawn (a full disk): the same; it is being tried again.
    [[nodiscard]] QString whyNotTaken() const { return m_drafts->failure() ? whyNotLasting() : QString(); }

Q_SIGNALS:
    /// For the window: what is drawn does not last, and why (once; when there is something that would be lost), or
    /// something is amiss with what an earlier run left.
    void told(const QString &text, bool isFailure);
    void untold(const QString &text); ///< what was told so is not true any more
    void lastingChanged();            ///< whyNotLasting() says something else
    void leftOverChanged();           ///< leftOver() may say something else
    void storeCame();                 ///< once at most: store() is there
    void storeKnown();                ///< once

private:
    void askForKey();
    void takeKey(const Result<QByteArray> &key);
    void tellLoss(); ///< once, and only where there are marks
    [[nodiscard]] StudyUid studyOf(const DataSetId &dataSet) const;

    const pixels::StudyImages &m_images;
    const Place m_place;
    std::unique_ptr<store::StoreThread> m_store; ///< ends last: it writes what the drafts hand it
    std::unique_ptr<MarkDrafts> m_drafts;
    std::optional<Error> m_noKey;
    QString m_loss; ///< what was told of drafts that the store does not take
    bool m_isAsked = false, m_hasTold = false;
};

} // namespace consilium::app
