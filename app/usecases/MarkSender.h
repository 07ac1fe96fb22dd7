#pragma once
#include "app/bridge/PixelBridge.h"
#include "app/settings/ArchiveSet.h"
#include "app/usecases/MarkKeeper.h"
#include "app/usecases/MarkSaving.h"
#include "app/usecases/OutboxStore.h"
#include "app/usecases/ShownAreas.h"
#include "netclient/outbox/Outbox.h"
#include "viewer/dicom/Documents.h"
#include "viewer/objects/StudyObjects.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace consilium::app
{

/// What one person saved, on its way: makes objects of marks (MarkSaving), puts them into the person's outbox, and
/// says of each what has become of it. One for a person who is signed in; it begins when their store is known
/// (MarkKeeper), goes on with what an earlier run left, and its end loses nothing. UI thread only.
class MarkSender : public QObject
{
    Q_OBJECT
public:
    struct Around {
        const Clock &clock;
        PixelBridge &images;
        ArchiveSet &archives;
        MarkKeeper &marks;
        std::function<QString()> author;   ///< who is signed in, as a name; empty: nobody is known by name
        std::function<QString()> language; ///< "zh_CN"
    };
    /// All of them outlive this.
    explicit MarkSender(Around around, QObject *parent = nullptr, outbox::Settings settings = {});
    ~MarkSender() override;

    /// Why the unsaved marks of the study in this session cannot be saved now, a sentence for people; empty: they can.
    [[nodiscard]] QString whyNotSave(const session::ActionDispatcher &session, const StudyUid &study) const;
    /// The study is open from files: nobody is there to send to.
    [[nodiscard]] bool isWithoutArchive(const StudyUid &study) const { return m_around.images.isFromFiles(study); }
    /// Makes objects of all that is not saved and puts them into the outbox, in one step: from then on (saved()) they
    /// are no drafts. told() says what came of it. Where they need something that only the archive has, and it is out
    /// of reach, the wish is kept with the draft (wishes()) and carried out when it answers, after the next start too.
    void save(const session::ActionDispatcher &session, const StudyUid &study);
    /// The same objects as files in a folder. The marks stay drafts: nobody knows what becomes of the files.
    void saveAsFiles(const session::ActionDispatcher &session, const StudyUid &study, const QString &folder);
    /// Why how a view of this study is shown cannot be saved now; empty: it can.
    [[nodiscard]] QString whyNotSaveView(const StudyUid &study) const;
    /// Keeps how this view shows its image now (window, turn and mirror, what is seen of it, greys, shutter), without
    /// any mark, as a presentation state of its own, and puts that into the outbox. told() says what came of it.
    void saveView(const session::ActionDispatcher &session, const StudyUid &study, const ViewId &view,
                  const session::ImageRef &image);
    struct SeenView {
        StudyUid study;
        ViewId view;
        session::ImageRef image;
    };
    /// The same of several views, all of a study in one step; as they are now, also where they show several studies.
    void saveViews(const session::ActionDispatcher &session, const std::vector<SeenView> &views);
    /// Who shows a session says here how large its views are: a saved display is what was seen in them.
    [[nodiscard]] ShownAreas &areas() { return m_areas; }
    /// Objects are being made or put into the outbox.
    [[nodiscard]] bool isSaving() const { return m_job != nullptr || m_putting > 0 || !m_next.empty(); }

    /// One object on its way, for a list.
    struct Item {
        outbox::Entry entry;
        QString what;                       ///< "Key images (For surgery)"
        QString patient, date, description; ///< of its study, as they were when it was saved; may be empty
        QString archive;                    ///< its name
        std::int64_t bytesSent = 0;
        QString state; ///< with the reason, in plain words
    };
    [[nodiscard]] std::vector<Item> items() const; ///< in the order in which they go
    [[nodiscard]] outbox::Outbox::Progress progress() const;
    /// How many objects go no further before a person decides: those refused, and what waits for one of them.
    [[nodiscard]] int undecided() const;
    /// Why nothing is taken or sent, a sentence for people; empty: all is well.
    [[nodiscard]] QString failure() const;
    /// What is wrong with the outbox as a whole: failure(), or that this computer does not even keep what is drawn.
    [[nodiscard]] QString alarm() const;
    /// What was saved and could not be put together yet: of these studies, in drafts.
    [[nodiscard]] std::map<StudyUid, SaveWish> wishes() const { return m_around.marks.drafts().wishes(); }
    /// Names of the archives that what is on its way waits for because they do not answer.
    [[nodiscard]] QStringList awaited() const;
    [[nodiscard]] QString archiveName(const ArchiveId &id) const;
    /// Whose study that is, and of when, for people; empty: nothing is known of it.
    [[nodiscard]] QString nameOf(const StudyUid &study) const;
    /// Why what is drawn goes with the program (MarkKeeper::whyNotLasting()).
    [[nodiscard]] QString whyNotLasting() const { return m_around.marks.whyNotLasting(); }

    void retry(const outbox::EntryId &id);
    /// Takes an object out. What it says of marks is a draft again, first of all.
    void giveUp(const outbox::EntryId &id);
    /// The object as it is in the outbox, as a file; told() says whether it was written.
    void writeFile(const outbox::EntryId &id, const QString &path);

    /// While the screen is locked: what is under way comes to its end, nothing else begins.
    void setLocked(bool locked);
    [[nodiscard]] const SavedMarks *saved(const StudyUid &study) const; ///< null: nothing is known

    [[nodiscard]] bool isSavedKnown() const; ///< what was saved in earlier runs has been read, or cannot be
    /// Saved by this person on this computer, which knows what it has to go on from. What they saved on another one is
    /// read here and not changed: a name alone does not say whose it is (others have it too), the people of two
    /// computers have no identity in common that an object could state (PS3.3 C.17.2, Author Observer Sequence), and
    /// new objects could not name those of which nothing is known here as the ones whose place they take.
    [[nodiscard]] bool isOwn(const objects::MarkOrigin &origin) const;
    /// From where the marks of the study are that were saved here, those of each object together.
    [[nodiscard]] std::vector<std::pair<objects::MarkOrigin, std::vector<session::Annotation>>>
    savedOrigins(const StudyUid &study) const;

    /// What was in the outbox in this run and was not given up: for who shows what the archive does not have (yet).
    [[nodiscard]] std::vector<dicom::DocumentPtr> localObjects(const StudyUid &study) const;
    /// Of one of these. NotFound: it has been sent.
    [[nodiscard]] Pending<Result<QByteArray>> fetchLocal(const SopInstanceUid &object) const;
    [[nodiscard]] bool isWaiting(const SopInstanceUid &object) const; ///< it is in the outbox

    static constexpr auto savedKind = "saved-marks"; ///< of the records in the store
    /// Longer ago, and nothing of it on its way: forgotten.
    static constexpr TimeMs rememberedMs = 90LL * 24 * 3600 * 1000;

Q_SIGNALS:
    /// For the window: what has become of the marks of a study. Of none: the answer to what is done in the outbox's
    /// list, which names nobody.
    void told(const consilium::StudyUid &study, const QString &text, bool isFailure);
    void settled(const consilium::StudyUid &study); ///< what was told of it as a failure is over
    void changed();                                 ///< items(), progress(), wishes() or alarm() say something else
    void savedStudy(const consilium::StudyUid &study);
    void localChanged(const consilium::StudyUid &study); ///< localObjects() or isWaiting() say something else of it
    void gaveUp(const consilium::SopInstanceUid &object);
    void savedKnown(); ///< isSavedKnown(); isOwn() can be asked

private:
    static constexpr int wishSoonMs = 100;
    void begin();
    void open();
    void opened(const Result<void> &opened);
    void listSaved(store::StoreThread &store);
    void takeSaved(const Result<store::Listing> &listing);
    struct Next {
        QPointer<const session::ActionDispatcher> session;
        StudyUid study;
        std::function<void(const MadeObjects &)> use;
        bool mayWait = false;              ///< for the archive
        std::optional<SaveWish> wish = {}; ///< that is carried out: the session may be another one, or none
    };
    void start(Next next);
    void startNext();
    [[nodiscard]] QString whyNotSend(const StudyUid &study) const;
    /// How views are shown, by the studies whose images they show.
    struct ViewsToSave {
        session::ViewerState state;
        std::map<ViewId, ImageArea> areas;
        std::deque<std::pair<StudyUid, std::vector<MarkSaving::Task::View>>> studies;
    };
    void saveNextViews(ViewsToSave left);
    [[nodiscard]] bool sendViews(const StudyUid &study, const MadeObjects &made, const ViewsToSave &left);
    void tellView(const StudyUid &study, const Error &error);
    [[nodiscard]] MarkSaving::Task taskFor(const StudyUid &study) const; ///< what holds for marks and for a view
    [[nodiscard]] MarkSaving::Task taskOf(const Next &next) const;
    [[nodiscard]] std::vector<AnnotationId> removedOf(const StudyUid &study, const SaveWish &wish) const;
    [[nodiscard]] std::vector<session::Annotation> marksOf(const StudyUid &study, const SaveWish &wish) const;
    [[nodiscard]] SaveWish wishOf(const Next &next) const;
    void putOff(const Next &next, SaveWish wish, const Error &error);
    void toldWaiting(const StudyUid &study, const Result<void> &kept);
    void carryOut();
    void endWish(const StudyUid &study);
    void tryAgainLater();
    [[nodiscard]] bool canBeCarriedOut(const StudyUid &study, const SaveWish &wish) const;
    void tell(const StudyUid &study, const QString &text, bool isFailure);
    enum class What { Marks, Views };
    void tellOf(What what, const StudyUid &study, const QString &text, bool isFailure);
    void review(const StudyUid &study);
    [[nodiscard]] SavedMarks beforeOf(const StudyUid &study) const;
    [[nodiscard]] std::vector<AnnotationId> removedOf(const StudyUid &study) const;
    [[nodiscard]] bool isRemovedBy(const AnnotationId &id, const session::Annotation &mark,
                                   const SavedMarks &saved) const;
    [[nodiscard]] std::vector<AnnotationId> goneBy(const SavedMarks &saved) const;
    [[nodiscard]] Pending<Result<QByteArray>> fetchSaved(const StudyUid &study, const ArchiveId &archive,
                                                         const SavedObject &object) const;
    [[nodiscard]] bool hasUnsaved(const session::ActionDispatcher &session, const StudyUid &study) const;
    void send(const StudyUid &study, const MadeObjects &made, std::vector<AnnotationId> removed);
    void sent(What what, const StudyUid &study, const SavedMarks &after, const std::vector<AnnotationId> &removed,
              const MadeObjects &made);
    void notSaved(const StudyUid &study, const Error &error);
    void writeFiles(const StudyUid &study, const MadeObjects &made, const QString &folder);
    void watch(const outbox::Entry &entry);
    void noteLocal(const StudyUid &study);
    /// What is as it was when an object stays after all.
    struct Standing {
        SavedMarks saved;
        std::vector<session::Annotation> drafts; ///< of marks that are saved once more without the object
        std::vector<AnnotationId> gone;          ///< likewise: deleted, and that was saved with the object
    };
    void withdraw(const outbox::Entry &entry, const SavedMarks &before, const SavedMarks &after);
    [[nodiscard]] Standing standingOf(const SavedMarks &before, const std::vector<session::Annotation> &asBefore) const;
    void withdrawn(const outbox::Entry &entry, const Standing &standing, const Result<void> &done);
    [[nodiscard]] QString whatIs(const outbox::Entry &entry) const;
    [[nodiscard]] QString authorName() const;

    Around m_around;
    ShownAreas m_areas;
    outbox::Settings m_settings;
    std::unique_ptr<OutboxStore> m_storage; ///< ends after the outbox
    std::unique_ptr<outbox::Outbox> m_outbox;
    std::map<StudyUid, SavedMarks> m_saved;
    std::map<SopInstanceUid, std::pair<outbox::EntryId, dicom::DocumentPtr>> m_local;
    std::deque<Next> m_next; ///< one after the other
    std::unique_ptr<MarkSaving> m_job;
    std::optional<Error> m_failure;
    std::optional<StudyUid> m_savingOf; ///< of which marks are being saved
    bool m_isCarryingOut = false;       ///< of which a wish is being carried out
    std::set<StudyUid> m_failing;       ///< of which something was told as a failure,
    std::set<StudyUid> m_unsaved;       ///< for it could not be saved,
    std::set<StudyUid> m_noted;         ///< or not as it is drawn,
    std::set<StudyUid> m_viewNoted;     ///< or a view was not, or not as it is shown
    QTimer m_wishTimer;
    TimeMs m_wishesAfter = 0; ///< wishes are not tried again before that, unless the archive answers
    int m_wishFailures = 0;
    int m_putting = 0; ///< studies whose objects are on their way into the outbox, or out of it
    bool m_isLocked = false, m_hasLoaded = false, m_isSavedUnreadable = false;
};

} // namespace consilium::app
