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
    /// Until the session ends, or unfollow().
    void follow(session::ActionDispatcher &dispatcher);
    void unfollow(const session::ActionDispatcher &dispatcher);

    /// Marks of the study that are neither saved nor in a session, with when they were drawn; nullopt: none.
    [[nodiscard]] std::optional<DraftSummary> leftOver(const StudyUid &study) const;
    /// Puts them into the session, under their ids, as one undo step. How many have come; what the session refuses
    /// stays left over.
    int restore(const StudyUid &study, session::ActionDispatcher &dispatcher);
    /// They are gone for good.
    void discard(const StudyUid &study);

    /// Why nothing lasts longer than the program, a sentence for people; empty: it does, or nobody expects it to.
    [[nodiscard]] QString whyNotLasting() const;

Q_SIGNALS:
    /// For the window: what is drawn does not last, and why (once; when there is something that would be lost), or
    /// something is amiss with what an earlier run left.
    void told(const QString &text, bool isFailure);
    void leftOverChanged(); ///< leftOver() may say something else
    /// The person's store has its key, for others that keep something in it. It lasts as long as this does.
    void storeReady(consilium::store::StoreThread *store);

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
    bool m_isAsked = false, m_hasTold = false;
};

} // namespace consilium::app
