#include "app/usecases/MarkSender.h"

#include "app/bridge/ArchiveWatch.h"
#include "app/bridge/OutOfReach.h"
#include "app/outside/StudyRequest.h"
#include "base/Logging.h"
#include "netclient/outbox/Words.h"

#include <QDateTime>
#include <QDir>
#include <QRandomGenerator>
#include <QSaveFile>
#include <QTimer>

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

constexpr int openAgainMs = 5000;

const QString savedRecords = QString::fromLatin1(MarkSender::savedKind);

Result<void> write(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return fail(file.error() == QFileDevice::ResourceError ? ErrorCode::DiskFull : ErrorCode::FileUnreadable,
                    file.errorString());
    return {};
}

/// Key images are read under their note's UID and their places in it.
struct PlaceInNote {
    QString sop;
    int index = -1; ///< from 0; less: the id is none of that form
    explicit PlaceInNote(const AnnotationId &id)
    {
        if (const qsizetype slash = id.text().indexOf(u'/'); slash >= 0) {
            sop = id.text().left(slash);
            index = id.text().mid(slash + 1).toInt() - 1;
        }
    }
    [[nodiscard]] bool isIn(const SavedVersion &object, std::size_t count) const
    {
        return index >= 0 && object.sop.text() == sop && index < int(count);
    }
};

/// The mark is saved, and is the one that is read under this id.
bool isReadAs(const AnnotationId &id, const session::Annotation &mark, const SavedMarks &saved)
{
    const PlaceInNote place(id);
    return id == mark.id || trackingUidOf(id) == trackingUidOf(mark.id) ||
           (mark.kind == session::AnnotationKind::KeyImage &&
            std::any_of(saved.objects.begin(), saved.objects.end(), [&](const SavedObject &object) {
                return place.isIn(object, object.holds.size()) && object.holds[std::size_t(place.index)] == mark.id;
            }));
}

/// The same of an object whose place another one has taken meanwhile.
bool wasReadAs(const AnnotationId &id, const session::Annotation &mark, const SavedMarks &saved)
{
    const PlaceInNote place(id);
    const auto isThere = [&](const SavedVersion &version) {
        return place.isIn(version, version.marks.size()) && isSameMark(version.marks[std::size_t(place.index)], mark);
    };
    return mark.kind == session::AnnotationKind::KeyImage &&
           std::any_of(saved.objects.begin(), saved.objects.end(), [&](const SavedObject &object) {
               return std::any_of(object.earlier.begin(), object.earlier.end(), isThere);
           });
}

bool holds(const std::vector<session::Annotation> &marks, const session::Annotation &mark)
{
    return std::any_of(marks.begin(), marks.end(),
                       [&](const session::Annotation &one) { return isSameMark(one, mark); });
}

} // namespace

MarkSender::MarkSender(Around around, QObject *parent, outbox::Settings settings)
    : QObject(parent), m_around(std::move(around)), m_settings(std::move(settings))
{
    connect(&m_around.marks, &MarkKeeper::storeKnown, this, &MarkSender::begin);
    connect(&m_around.marks, &MarkKeeper::lastingChanged, this, &MarkSender::changed);
    connect(&m_around.marks.drafts(), &MarkDrafts::draftsChanged, this, &MarkSender::review);
    connect(&m_around.images, &PixelBridge::dataSetChanged, this, [this] {
        if (!m_wishTimer.isActive())
            m_wishTimer.start(wishSoonMs);
    });
    const auto tryAtOnce = [this] {
        m_wishesAfter = 0;
        m_wishTimer.start(wishSoonMs);
    };
    connect(&m_around.images, &PixelBridge::studyOpened, this, tryAtOnce);
    connect(&m_around.images.archiveWatch(), &ArchiveWatch::recovered, this, tryAtOnce);
    m_wishTimer.setSingleShot(true);
    connect(&m_wishTimer, &QTimer::timeout, this, &MarkSender::carryOut);
    connect(&m_around.archives, &ArchiveSet::changed, this, [this] {
        if (m_outbox)
            for (const Archive &archive : m_around.archives.all())
                m_outbox->archiveChanged(archive.config.id);
    });
    if (m_around.marks.isStoreKnown())
        begin();
}

MarkSender::~MarkSender()
{
    m_job.reset();
    m_outbox.reset();
}

void MarkSender::begin()
{
    if (m_outbox || !m_around.marks.isStoreKnown())
        return;
    m_storage = std::make_unique<OutboxStore>(m_around.marks.store());
    const auto clientOf = [this](const ArchiveId &id) -> std::shared_ptr<dicomweb::DicomWebClient> {
        const Archive *const archive = m_around.archives.find(id);
        return archive ? archive->client : nullptr;
    };
    m_outbox = std::make_unique<outbox::Outbox>(
        *m_storage, clientOf, m_around.clock, [] { return QRandomGenerator::global()->generateDouble(); }, m_settings);
    connect(m_outbox.get(), &outbox::Outbox::entryChanged, this, &MarkSender::watch);
    connect(m_outbox.get(), &outbox::Outbox::progressed, this, &MarkSender::changed);
    if (m_isLocked)
        m_outbox->pause(outbox::Outbox::Pause::AfterCurrent);
    open();
}

void MarkSender::open()
{
    m_outbox->open().then(this, [this](const Result<void> &done) { opened(done); });
}

void MarkSender::opened(const Result<void> &done)
{
    m_failure = done ? std::nullopt : std::optional(done.error());
    if (!done) {
        qCWarning(logApp) << "the outbox cannot be read:" << errorName(done.error().code);
        QTimer::singleShot(openAgainMs, this, &MarkSender::open);
    } else {
        std::set<StudyUid> studies;
        for (const outbox::Entry &entry : m_outbox->entries())
            studies.insert(entry.study);
        for (const StudyUid &study : studies)
            noteLocal(study);
        if (auto *const store = m_around.marks.store(); store && !m_hasLoaded)
            listSaved(*store);
    }
    if (isSavedKnown())
        Q_EMIT savedKnown();
    Q_EMIT changed();
}

void MarkSender::listSaved(store::StoreThread &store)
{
    store.list(savedRecords).then(this, [this](const Result<store::Listing> &all) { takeSaved(all); });
}

void MarkSender::takeSaved(const Result<store::Listing> &listing)
{
    if (!listing) { // nothing is saved before: an object would not name the one whose place it takes
        qCWarning(logApp) << "what was saved earlier cannot be read:" << errorName(listing.error().code);
        if (!std::exchange(m_isSavedUnreadable, true))
            Q_EMIT savedKnown();
        QTimer::singleShot(openAgainMs, this, [this] { listSaved(*m_around.marks.store()); });
        return;
    }
    m_hasLoaded = true;
    std::set<StudyUid> onTheirWay;
    for (const outbox::Entry &entry : m_outbox->entries())
        onTheirWay.insert(entry.study);
    std::vector<store::Change> forgotten;
    for (const store::Record &record : listing->records) {
        const auto saved = savedMarksFromCbor(record.value);
        if (!saved)
            continue; // of a newer program, say: it stays
        if (saved->at + rememberedMs < m_around.clock.nowMs() && !onTheirWay.contains(saved->study)) {
            forgotten.push_back({savedRecords, record.key, std::nullopt});
            continue;
        }
        // Killed after the objects were put in and before the drafts were gone: they are not offered once more.
        if (m_saved.try_emplace(saved->study, *saved).second)
            m_around.marks.markSaved(saved->study, saved->marks, goneBy(*saved));
    }
    if (!forgotten.empty())
        (void)m_around.marks.store()->apply(std::move(forgotten));
    Q_EMIT savedKnown();
    Q_EMIT changed();
    carryOut();
}

std::vector<AnnotationId> MarkSender::removedOf(const StudyUid &study) const
{
    const auto draft = m_around.marks.drafts().draftOf(study);
    auto removed = draft ? draft->removed : std::vector<AnnotationId>();
    // Not what an earlier run left and nobody has looked at.
    std::erase_if(removed, [this](const AnnotationId &id) { return !m_around.marks.drafts().wasInSession(id); });
    return removed;
}

/// What was deleted before that saving, which does not hold it any more.
std::vector<AnnotationId> MarkSender::goneBy(const SavedMarks &saved) const
{
    const auto draft = m_around.marks.drafts().draftOf(saved.study);
    if (!draft || draft->at > saved.at)
        return {};
    std::vector<AnnotationId> gone = draft->removed;
    std::erase_if(gone, [&](const AnnotationId &id) {
        return std::any_of(saved.marks.begin(), saved.marks.end(),
                           [&](const session::Annotation &mark) { return isReadAs(id, mark, saved); });
    });
    return gone;
}

/// What was saved of the study in its archive: from where a saving goes on.
SavedMarks MarkSender::beforeOf(const StudyUid &study) const
{
    const auto client = m_around.images.archiveOf(study);
    const ArchiveId archive = client ? client->config().id : ArchiveId();
    SavedMarks before;
    if (const SavedMarks *const known = saved(study); known && known->archive == archive)
        before = *known;
    before.study = study;
    before.archive = archive;
    return before;
}

/// The saved mark is the one that was deleted under this id.
bool MarkSender::isRemovedBy(const AnnotationId &id, const session::Annotation &mark, const SavedMarks &saved) const
{
    const auto kept = m_around.marks.drafts().kept(saved.study, id);
    return isReadAs(id, mark, saved) || wasReadAs(id, mark, saved) || (kept && isSameMark(*kept, mark));
}

bool MarkSender::hasUnsaved(const session::ActionDispatcher &session, const StudyUid &study) const
{
    return !removedOf(study).empty() || !m_around.marks.drafts().unsavedIn(session, study).empty();
}

QString MarkSender::whyNotSave(const session::ActionDispatcher &session, const StudyUid &study) const
{
    if (study.isEmpty())
        return tr("No study is shown.");
    if (!hasUnsaved(session, study))
        return tr("There is nothing to save: no mark of this study is new or changed.");
    return isWithoutArchive(study) ? QString() : whyNotSend(study); // as files
}

QString MarkSender::whyNotSend(const StudyUid &study) const
{
    if (!m_around.images.archiveOf(study))
        return tr("The archive of this study is not known.");
    if (!m_around.marks.isStoreKnown()) {
        const QString why = m_around.marks.whyNotLasting();
        return why.isEmpty() ? tr("The store of this computer is just being opened. Try again in a moment.") : why;
    }
    if (m_failure)
        return failure();
    const bool isRead = !m_around.marks.store() || m_hasLoaded;
    return m_outbox && m_outbox->isOpen() && isRead
               ? QString()
               : tr("The store of this computer is just being opened. Try again in a "
                    "moment.");
}

MarkSaving::Task MarkSender::taskOf(const Next &next) const
{
    const StudyUid &study = next.study;
    MarkSaving::Task task = taskFor(study);
    if (next.session) {
        task.state = next.session->state();
        task.areas = m_areas.of(*next.session);
    }
    task.mayWait = next.mayWait;
    task.trouble = [this, study] {
        const auto away = m_around.images.archiveWatch().troubleOf(study);
        return away ? std::optional(away->error) : std::nullopt;
    };
    if (m_outbox)
        for (const outbox::Entry &entry : m_outbox->entries())
            if (entry.study == study && entry.state != outbox::State::Sent) // arrived, and listed for a moment yet
                task.onTheirWay.insert(entry.sop);
    task.fetchSaved = [this, study, archive = task.before.archive](const SavedObject &object) {
        return fetchSaved(study, archive, object);
    };
    // All that was saved, unless it has been taken away, as it is now; and what is new. Marks of others, which stand in
    // the session too, are neither.
    const std::vector<AnnotationId> removed = next.wish ? removedOf(study, *next.wish) : removedOf(study);
    task.marks = next.wish ? marksOf(study, *next.wish)
                           : m_around.marks.drafts().unsavedIn(*next.session, study); // not what an earlier run left
    const auto isRemoved = [&](const session::Annotation &mark) {
        return std::any_of(removed.begin(), removed.end(),
                           [&](const AnnotationId &id) { return isRemovedBy(id, mark, task.before); });
    };
    for (const session::Annotation &mark : task.before.marks)
        if (!isRemoved(mark) && !holds(task.marks, mark))
            task.marks.push_back(mark);
    return task;
}

/// From the outbox, or where it went from there.
Pending<Result<QByteArray>> MarkSender::fetchSaved(const StudyUid &study, const ArchiveId &archive,
                                                   const SavedObject &object) const
{
    if (m_outbox)
        for (const outbox::Entry &entry : m_outbox->entries())
            if (entry.sop == object.sop)
                return m_storage->fetchObject(entry.id);
    const Archive *const known = m_around.archives.find(archive);
    if (known && known->client)
        return known->client->fetchInstance(study, object.series, object.sop);
    return readyAnswer(Result<QByteArray>(fail(ErrorCode::NotFound, u"the archive is not known"_s)));
}

void MarkSender::start(Next next)
{
    m_next.push_back(std::move(next));
    startNext();
}

void MarkSender::startNext()
{
    // What is being put into the outbox is not saved yet, and would be made once more.
    if (m_job || m_putting > 0)
        return;
    if (const auto study = std::exchange(m_savingOf, std::nullopt))
        m_around.marks.endSaving(*study);
    m_isCarryingOut = false;
    if (m_next.empty())
        return;
    const Next next = std::move(m_next.front());
    m_next.pop_front();
    const bool isUnsaved = next.session && hasUnsaved(*next.session, next.study);
    if (next.wish ? !wishes().contains(next.study) : !isUnsaved) // its tab was closed, or it has been saved meanwhile
        return startNext();
    MarkSaving::Task task = taskOf(next);
    m_savingOf = next.study;
    m_isCarryingOut = next.wish.has_value();
    m_around.marks.beginSaving(next.study, task.marks);
    m_job = std::make_unique<MarkSaving>(std::move(task), m_around.images);
    connect(m_job.get(), &MarkSaving::finished, this,
            [this, next, wish = wishOf(next)](const Result<MadeObjects> &made) {
                m_job->setParent(this); // it is telling us
                m_job.release()->deleteLater();
                if (made)
                    next.use(*made);
                else if (next.mayWait && isOutOfReach(&made.error()))
                    putOff(next, wish, made.error());
                else
                    notSaved(next.study, made.error());
                Q_EMIT changed();
                startNext();
            });
    Q_EMIT changed();
    m_job->start();
}

void MarkSender::save(const session::ActionDispatcher &session, const StudyUid &study)
{
    const QString why = isWithoutArchive(study)
                            ? tr("This study comes from files: there is no archive to send its marks to. \"Save marks "
                                 "as files\" writes them to a folder.")
                            : whyNotSave(session, study);
    if (!why.isEmpty()) {
        tell(study, why, false);
        return;
    }
    start({&session, study,
           [this, study, removed = removedOf(study)](const MadeObjects &made) { send(study, made, removed); }, true});
}

void MarkSender::send(const StudyUid &study, const MadeObjects &made, std::vector<AnnotationId> removed)
{
    SavedMarks after = made.after;
    // The object that holds it had to stay as it is. Another key image of that image is not the one deleted.
    const SavedMarks before = beforeOf(study);
    std::erase_if(removed, [&](const AnnotationId &id) {
        return std::any_of(after.marks.begin(), after.marks.end(), [&](const session::Annotation &mark) {
            const bool isOld = std::any_of(before.marks.begin(), before.marks.end(),
                                           [&](const session::Annotation &one) { return one.id == mark.id; });
            return isReadAs(id, mark, after) || (isOld && isRemovedBy(id, mark, before));
        });
    });
    const dicom::StudyHeader header = m_around.images.study(study);
    after.at = m_around.clock.nowMs();
    after.patient = header.patient.name.display();
    after.date = header.date;
    after.description = header.description;
    if (made.objects.empty()) { // what was changed was changed back, or cannot be written
        sent(What::Marks, study, after, removed, made);
        return;
    }
    std::vector<SopInstanceUid> uids, selections;
    for (const MadeObject &object : made.objects) {
        uids.push_back(object.saved.sop);
        if (object.saved.role.startsWith(keyImagesRole))
            selections.push_back(object.saved.sop);
    }
    m_storage->together(uids, {{savedRecords, study.text(), toCbor(after)}});
    struct Answers {
        std::size_t left;
        std::optional<Error> failure;
    };
    ++m_putting;
    const auto answers = std::make_shared<Answers>(Answers{made.objects.size(), std::nullopt});
    for (const MadeObject &object : made.objects) {
        // Key images are not taken back before the archive has what takes their place: else it has none of them.
        const bool isNote = object.saved.role.startsWith(withdrawnRole);
        m_outbox->add(after.archive, object.part10, isNote ? selections : std::vector<SopInstanceUid>())
            .then(this, [this, answers, study, after, removed, made,
                         uid = object.saved.sop](const Result<outbox::EntryId> &id) {
                if (!id) {
                    if (!answers->failure)
                        answers->failure = id.error();
                    m_storage->giveUp(uid, id.error()); // all or nothing
                }
                if (--answers->left > 0)
                    return;
                --m_putting;
                if (answers->failure)
                    notSaved(study, *answers->failure);
                else
                    sent(What::Marks, study, after, removed, made);
                startNext();
            });
    }
}

/// Whether they are safe on this computer is said as it is: a full disk takes neither objects nor drafts.
void MarkSender::notSaved(const StudyUid &study, const Error &error)
{
    qCWarning(logApp) << "marks are not saved:" << errorName(error.code);
    const bool isKnown = !m_unsaved.insert(study).second;
    if (m_isCarryingOut && isPassing(error))
        tryAgainLater();
    else if (m_isCarryingOut)
        m_around.marks.endWish(study);
    if (m_isCarryingOut && isKnown) // nobody has asked anew
        return;
    const MarkDrafts &drafts = m_around.marks.drafts();
    const QString lost = m_around.marks.whyNotLasting(), why = userMessage(error);
    QString text = drafts.isLasting() && drafts.isWritten()
                       ? tr("The marks are not saved; they stay unsaved marks of this computer.")
                       : tr("The marks are not saved.");
    if (!lost.isEmpty())
        text += u' ' + lost;
    tell(study, lost.contains(why) ? text : text + u' ' + why, true);
    Q_EMIT changed();
}

void MarkSender::sent(What what, const StudyUid &study, const SavedMarks &after,
                      const std::vector<AnnotationId> &removed, const MadeObjects &made)
{
    const QStringList &notes = made.notes;
    // What was saved before and is as it was stays kept as each session has read it: objects state places in the
    // patient and as 32-bit numbers, and that is no change.
    const SavedMarks before = beforeOf(study);
    std::vector<session::Annotation> anew;
    std::copy_if(after.marks.begin(), after.marks.end(), std::back_inserter(anew),
                 [&](const session::Annotation &mark) {
                     return std::find(before.marks.begin(), before.marks.end(), mark) == before.marks.end();
                 });
    m_saved[study] = after;
    if (auto *const store = m_around.marks.store(); store && made.objects.empty())
        (void)store->put(savedRecords, study.text(), toCbor(after));
    if (what == What::Marks) { // a view says nothing of marks, nor of a wish to save them
        m_around.marks.markSaved(study, anew, removed);
        endWish(study);
    }
    QStringList lines;
    if (made.objects.empty() && notes.isEmpty())
        lines << tr("Nothing had to be written anew.");
    if (!made.objects.empty())
        lines << tr("Saved: %n object(s) on the way to %1.", nullptr, int(made.objects.size()))
                     .arg(archiveName(after.archive));
    lines << notes;
    const bool isInMemory = !made.objects.empty() && !m_around.marks.whyNotLasting().isEmpty();
    if (isInMemory)
        lines << tr("This computer cannot keep them: do not end the program before they are in the archive.");
    else if (const auto away = m_around.images.archiveWatch().troubleOf(study); away && !made.objects.empty())
        lines << tr("%1 does not answer: they wait in the outbox and go when it is back.").arg(away->archive);
    tellOf(what, study, lines.join(u' '), !notes.isEmpty() || isInMemory);
    noteLocal(study); // before: whoever is told asks what is on its way
    Q_EMIT savedStudy(study);
    Q_EMIT changed();
}

/// What is in the outbox of a study, known from now on.
void MarkSender::noteLocal(const StudyUid &study)
{
    for (const outbox::Entry &entry : m_outbox->entries()) {
        const auto kind = dicom::documentKind(entry.sopClass);
        if (entry.study != study || !kind || m_local.contains(entry.sop))
            continue;
        const auto document = std::make_shared<dicom::DocumentHeader>();
        document->study = entry.study;
        document->series = entry.series;
        document->sop = entry.sop;
        document->sopClass = entry.sopClass;
        document->kind = *kind;
        m_local.emplace(entry.sop, std::pair(entry.id, document));
    }
    Q_EMIT localChanged(study);
}

std::vector<dicom::DocumentPtr> MarkSender::localObjects(const StudyUid &study) const
{
    std::vector<dicom::DocumentPtr> all;
    for (const auto &[sop, local] : m_local)
        if (local.second->study == study)
            all.push_back(local.second);
    return all;
}

Pending<Result<QByteArray>> MarkSender::fetchLocal(const SopInstanceUid &object) const
{
    const auto local = m_local.find(object);
    return local != m_local.end() && m_storage ? m_storage->fetchObject(local->second.first)
                                               : readyAnswer(Result<QByteArray>(fail(ErrorCode::NotFound)));
}

bool MarkSender::isWaiting(const SopInstanceUid &object) const
{
    const auto local = m_local.find(object);
    const auto entry = local != m_local.end() && m_outbox ? m_outbox->entry(local->second.first) : std::nullopt;
    return entry && entry->state != outbox::State::Sent && entry->state != outbox::State::Withdrawn;
}

void MarkSender::saveAsFiles(const session::ActionDispatcher &session, const StudyUid &study, const QString &folder)
{
    if (!hasUnsaved(session, study)) {
        tell(study, whyNotSave(session, study), false);
        return;
    }
    start({&session, study, [this, study, folder](const MadeObjects &made) { writeFiles(study, made, folder); }});
}

void MarkSender::writeFiles(const StudyUid &study, const MadeObjects &made, const QString &folder)
{
    std::vector<std::pair<QString, QByteArray>> files;
    for (const MadeObject &object : made.objects)
        files.emplace_back(QDir(folder).filePath(object.saved.sop.text() + u".dcm"_s), object.part10);
    const int count = int(files.size());
    runPending([files = std::move(files)]() -> Result<void> {
        for (const auto &[path, bytes] : files)
            if (const auto done = write(path, bytes); !done)
                return done;
        return {};
    }).then(this, [this, study, count, notes = made.notes](const Result<void> &done) {
        if (!done || !notes.isEmpty())
            m_noted.insert(study);
        if (!done)
            return tell(study, tr("The files could not be written.") + u' ' + userMessage(done.error()), true);
        const QString lost = m_around.marks.whyNotLasting();
        QStringList lines{
            lost.isEmpty()
                ? tr("%n file(s) written. The marks stay unsaved marks of this computer as well.", nullptr, count)
                : tr("%n file(s) written.", nullptr, count) + u' ' + lost};
        lines << notes;
        tell(study, lines.join(u' '), !notes.isEmpty());
    });
}

void MarkSender::watch(const outbox::Entry &entry)
{
    using outbox::State;
    if (entry.state == State::Refused)
        tell(entry.study, tr("%1: the archive did not take it. The outbox says why.").arg(whatIs(entry)), true);
    if (entry.state == State::Sent)
        Q_EMIT localChanged(entry.study);
    review(entry.study);
    Q_EMIT changed();
}

QString MarkSender::whatIs(const outbox::Entry &entry) const
{
    const SavedMarks *const known = saved(entry.study);
    const SavedObject *object = nullptr;
    if (known)
        for (const SavedObject &one : known->objects)
            if (one.sop == entry.sop)
                object = &one;
    if (object && object->role.startsWith(withdrawnRole))
        return tr("Key images taken back (%1)")
            .arg(widgets::keyImageReason(object->role.mid(withdrawnRole.size() + keyImagesRole.size())));
    if (object && object->role.startsWith(keyImagesRole))
        return tr("Key images (%1)").arg(widgets::keyImageReason(object->role.mid(keyImagesRole.size())));
    if (object && object->role.startsWith(viewRole))
        return tr("Saved view");
    if (dicom::documentKind(entry.sopClass) == dicom::DocumentKind::PresentationState)
        return tr("Arrows, texts and display");
    if (entry.sopClass.text() == u"1.2.840.10008.5.1.4.1.1.88.59")
        return tr("Key images");
    return tr("Measurements");
}

std::vector<MarkSender::Item> MarkSender::items() const
{
    std::vector<Item> all;
    if (!m_outbox)
        return all;
    for (const outbox::Entry &entry : m_outbox->entries()) {
        const SavedMarks *const known = saved(entry.study);
        all.push_back({entry, whatIs(entry), known ? known->patient : QString(), known ? known->date : QString(),
                       known ? known->description : QString(), archiveName(entry.archive),
                       m_outbox->bytesSent(entry.id), outbox::describe(entry, m_around.clock.nowMs())});
    }
    return all;
}

// The list of the outbox is open over any study or none: the answer to what is done there names nobody, and is told
// over whatever is in front.
void MarkSender::giveUp(const outbox::EntryId &id)
{
    const auto entry = m_outbox ? m_outbox->entry(id) : std::nullopt;
    if (!entry)
        return;
    if (entry->state == outbox::State::Sending || entry->state == outbox::State::Verifying) {
        tell({}, tr("It is just being sent: wait until that has ended."), false);
        return;
    }
    if (isSaving()) { // it goes on from what is saved now
        tell({}, tr("Marks are just being saved: wait until that has ended."), false);
        return;
    }
    if (m_around.marks.store() && !m_hasLoaded) { // what it holds is not known yet
        tell({}, tr("The store of this computer is just being opened. Try again in a moment."), false);
        return;
    }
    const SavedMarks *const known = saved(entry->study);
    const SavedMarks before = known ? *known : SavedMarks();
    SavedMarks after = before;
    after.takeOut(entry->sop);
    withdraw(*entry, before, after);
}

/// First the drafts are on the disk; then, in one step, the object is not, and what is saved says so. Killed in between
/// it is still in the outbox, and sent.
void MarkSender::withdraw(const outbox::Entry &entry, const SavedMarks &before, const SavedMarks &after)
{
    const auto lacks = [](const SavedMarks &saved, const session::Annotation &mark) {
        return std::find(saved.marks.begin(), saved.marks.end(), mark) == saved.marks.end();
    };
    std::vector<session::Annotation> marks, asBefore;
    std::copy_if(before.marks.begin(), before.marks.end(), std::back_inserter(marks),
                 [&](const session::Annotation &mark) { return lacks(after, mark); });
    std::copy_if(after.marks.begin(), after.marks.end(), std::back_inserter(asBefore),
                 [&](const session::Annotation &mark) { return lacks(before, mark); });
    ++m_putting;
    const Standing standing = standingOf(before, asBefore);
    m_around.marks.takeBack(entry.study, marks, asBefore)
        .then(this, [this, entry, standing, after](const Result<void> &onDisk) {
            if (!onDisk)
                return withdrawn(entry, standing, onDisk);
            const bool isOther = after != standing.saved;
            if (isOther)
                m_storage->alongside(entry.id, {{savedRecords, entry.study.text(), toCbor(after)}});
            m_outbox->withdraw(entry.id).then(this, [this, entry, standing, after, isOther](const Result<void> &done) {
                if (done && isOther)
                    m_saved[entry.study] = after;
                if (!done)
                    m_storage->alongside(entry.id, {});
                withdrawn(entry, standing, done);
            });
        });
}

/// Before anything is taken back: `asBefore` is what would be saved then of what the object changes.
MarkSender::Standing MarkSender::standingOf(const SavedMarks &before,
                                            const std::vector<session::Annotation> &asBefore) const
{
    Standing standing{before, {}, {}};
    const auto draft = m_around.marks.drafts().draftOf(before.study);
    for (const session::Annotation &mark : asBefore) {
        if (holds(before.marks, mark)) // in another version
            continue;
        const auto same = draft ? std::find_if(draft->marks.begin(), draft->marks.end(),
                                               [&](const auto &one) { return isSameMark(one, mark); })
                                : std::vector<session::Annotation>::const_iterator();
        if (draft && same != draft->marks.end())
            standing.drafts.push_back(*same); // drawn once more since
        else
            standing.gone.push_back(mark.id);
    }
    return standing;
}

void MarkSender::withdrawn(const outbox::Entry &entry, const Standing &standing, const Result<void> &done)
{
    --m_putting;
    if (done) {
        m_local.erase(entry.sop);
        Q_EMIT gaveUp(entry.sop);
        Q_EMIT localChanged(entry.study);
    } else {
        // All is as it was. What was deleted before is deleted there; what is deleted since is not saved.
        m_around.marks.markSaved(entry.study, standing.saved.marks, standing.gone);
        if (!standing.drafts.empty())
            (void)m_around.marks.takeBack(entry.study, standing.drafts);
        tell({}, tr("It could not be taken out of the outbox.") + u' ' + userMessage(done.error()), true);
    }
    review(entry.study);
    Q_EMIT changed();
    startNext();
}

void MarkSender::writeFile(const outbox::EntryId &id, const QString &path)
{
    const auto entry = m_outbox ? m_outbox->entry(id) : std::nullopt;
    if (!entry)
        return;
    m_storage->fetchObject(id).then(this, [this, path](const Result<QByteArray> &object) {
        const Result<void> done = object ? write(path, *object) : fail(object.error());
        tell({},
             done ? tr("The file was written.")
                  : tr("The file could not be written.") + u' ' + userMessage(done.error()),
             !done);
    });
}

void MarkSender::setLocked(bool locked)
{
    m_isLocked = locked;
    if (!m_outbox)
        return;
    if (locked)
        m_outbox->pause(outbox::Outbox::Pause::AfterCurrent);
    else
        m_outbox->resume();
    carryOut();
}

const SavedMarks *MarkSender::saved(const StudyUid &study) const
{
    const auto known = m_saved.find(study);
    return known == m_saved.end() ? nullptr : &known->second;
}

// A Person Name, PS3.5 6.2.1: letters beyond ASCII are of the ideographic group.
QString MarkSender::authorName() const
{
    QString name = m_around.author ? m_around.author().trimmed() : QString();
    for (const QChar c : {u'^', u'=', u'\\'})
        name.remove(c);
    constexpr int longest = 60;
    name = name.left(longest);
    if (name.isEmpty())
        return u"Consilium"_s;
    const bool isAscii = std::all_of(name.cbegin(), name.cend(), [](QChar c) { return c.unicode() < 0x80; });
    return isAscii ? name : u'=' + name;
}

bool MarkSender::isSavedKnown() const
{
    return m_around.marks.isStoreKnown() &&
           (!m_around.marks.store() || m_hasLoaded || m_isSavedUnreadable || m_failure);
}

bool MarkSender::isOwn(const objects::MarkOrigin &origin) const
{
    const SavedMarks *const known = saved(origin.study);
    return known && std::any_of(known->objects.begin(), known->objects.end(),
                                [&](const SavedObject &object) { return object.sop == origin.object; });
}

std::vector<std::pair<objects::MarkOrigin, std::vector<session::Annotation>>>
MarkSender::savedOrigins(const StudyUid &study) const
{
    std::vector<std::pair<objects::MarkOrigin, std::vector<session::Annotation>>> all;
    const SavedMarks *const known = saved(study);
    if (!known)
        return all;
    for (const SavedObject &object : known->objects) {
        objects::MarkOrigin origin;
        origin.object = object.sop;
        origin.study = study;
        origin.made = QDateTime::fromMSecsSinceEpoch(known->at).toString(u"yyyyMMddHHmmss"_s);
        origin.program = u"Consilium"_s;
        all.emplace_back(origin, known->marksIn(object));
    }
    return all;
}

} // namespace consilium::app
