#include "app/usecases/MarkKeeper.h"

#include "base/Logging.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace consilium::app
{

MarkKeeper::MarkKeeper(const Clock &clock, const pixels::StudyImages &images, Place place, QObject *parent)
    : QObject(parent),
      m_images(images),
      m_place(std::move(place)),
      m_drafts(std::make_unique<MarkDrafts>(clock, nullptr))
{
    connect(m_drafts.get(), &MarkDrafts::draftsChanged, this, [this](const StudyUid &study) {
        if (m_noKey && !m_hasTold && m_drafts->draftOf(study))
            tellLoss();
        Q_EMIT leftOverChanged();
    });
    connect(m_drafts.get(), &MarkDrafts::loaded, this, [this] {
        if (const int unreadable = m_drafts->unreadable(); unreadable > 0)
            Q_EMIT told(
                tr("Unsaved marks of %n study (studies) cannot be read by this version of the program. They stay on "
                   "this computer as they are.",
                   nullptr, unreadable),
                true);
        Q_EMIT leftOverChanged();
        Q_EMIT storeKnown();
    });
    connect(m_drafts.get(), &MarkDrafts::notKept, this, [this] {
        m_loss = whyNotLasting();
        Q_EMIT told(m_loss, true);
        Q_EMIT lastingChanged();
        Q_EMIT leftOverChanged();
    });
    connect(m_drafts.get(), &MarkDrafts::keptAgain, this, [this] {
        Q_EMIT untold(std::exchange(m_loss, {}));
        Q_EMIT told(tr("Unsaved marks are kept on this computer again."), false);
        Q_EMIT lastingChanged();
    });
    if (!m_place.folder.isEmpty() && QFileInfo::exists(m_place.folder))
        askForKey();
}

MarkKeeper::~MarkKeeper()
{
    m_drafts->disconnect(this); // nobody is there any more to be told
    m_drafts.reset();
}

void MarkKeeper::askForKey()
{
    if (std::exchange(m_isAsked, true))
        return;
    // An answer that is there already would be taken before anybody listens to what is told of it.
    m_place.obtainKey().then(this, [this](const Result<QByteArray> &key) {
        QMetaObject::invokeMethod(
            this, [this, key] { takeKey(key); }, Qt::QueuedConnection);
    });
}

void MarkKeeper::takeKey(const Result<QByteArray> &key)
{
    if (!key) {
        qCInfo(logApp) << "the local store has no key:" << errorName(key.error().code);
        m_noKey = key.error();
        Q_EMIT storeKnown();
        if (QFileInfo::exists(m_place.folder) && !std::exchange(m_hasTold, true))
            Q_EMIT told(tr("Unsaved marks of an earlier run may be on this computer and cannot be read now.") + u' ' +
                            whyNotLasting(),
                        true);
        else if (!m_drafts->isEmpty())
            tellLoss();
        Q_EMIT leftOverChanged();
        return;
    }
    m_store = std::make_unique<store::StoreThread>(m_place.folder, *key);
    m_store->opened().then(this, [this](const Result<std::optional<store::Mended>> &opened) {
        if (!opened || !*opened)
            return; // what hinders it the drafts say, which ask next
        const auto lost = (*opened)->lost;
        const QString what =
            !lost       ? tr("Some of what was kept in it may be lost, unsaved marks among it.")
            : *lost > 0 ? tr("%n record(s) of it are lost, unsaved marks may be among them.", nullptr, int(*lost))
                        : tr("Nothing of it is lost.");
        Q_EMIT told(tr("The store of unsaved marks on this computer was damaged and has been mended.") + u' ' + what,
                    !lost || *lost > 0);
    });
    m_drafts->useStore(*m_store);
    Q_EMIT storeCame();
}

void MarkKeeper::obtainStore()
{
    if (!m_place.folder.isEmpty())
        askForKey();
}

QString MarkKeeper::whyNotLasting() const
{
    const QString what = tr("Marks that are not saved are in memory only and go when the program ends.");
    if (m_noKey && (m_noKey->code == ErrorCode::PermissionDenied || m_noKey->code == ErrorCode::KeychainLocked))
        return what + u' ' + tr("The keychain of this computer, which has the key to keep them by, is locked.");
    if (m_noKey)
        return what + u' ' + tr("This computer has no keychain for a key by which they could be kept.");
    const auto &failure = m_drafts->failure();
    if (!failure)
        return {};
    const QString why = what + u' ' + userMessage(*failure);
    const bool isTriedAgain = isPassing(*failure) || failure->code == ErrorCode::Conflict; // MarkDrafts
    return isTriedAgain ? why + u' ' + tr("It is tried again by itself, and said when they are safe.") : why;
}

void MarkKeeper::tellLoss()
{
    if (!std::exchange(m_hasTold, true))
        Q_EMIT told(whyNotLasting(), true);
}

void MarkKeeper::follow(session::ActionDispatcher &dispatcher)
{
    m_drafts->follow(dispatcher, [this](const DataSetId &dataSet) { return studyOf(dataSet); });
    obtainStore();
}

void MarkKeeper::unfollow(const session::ActionDispatcher &dispatcher)
{
    m_drafts->unfollow(dispatcher);
    Q_EMIT leftOverChanged();
}

StudyUid MarkKeeper::studyOf(const DataSetId &dataSet) const
{
    for (const StudyUid &study : m_images.studies()) {
        const auto all = m_images.dataSets(study);
        if (std::any_of(all.begin(), all.end(), [&](const auto &one) { return one->id == dataSet; }))
            return study;
    }
    return {};
}

std::optional<DraftSummary> MarkKeeper::leftOver(const StudyUid &study) const
{
    const auto all = m_drafts->leftOver();
    const auto it = std::find_if(all.begin(), all.end(), [&](const DraftSummary &one) { return one.study == study; });
    return it != all.end() ? std::optional(*it) : std::nullopt;
}

int MarkKeeper::restore(const StudyUid &study, session::ActionDispatcher &dispatcher)
{
    const auto draft = m_drafts->draftOf(study);
    if (!draft)
        return 0;
    const session::GestureId step = dispatcher.beginGesture();
    int restored = 0;
    for (const session::Annotation &mark : draft->marks) {
        if (m_drafts->isInSession(mark.id))
            continue;
        if (const auto done = dispatcher.submit(session::AddAnnotation{mark}, session::Origin::Local, step))
            ++restored;
        else
            qCWarning(logApp) << "a mark of an earlier run was refused:" << errorName(done.error().code);
    }
    m_drafts->takeUpRemoved(dispatcher, study);
    return restored;
}

void MarkKeeper::discard(const StudyUid &study)
{
    m_drafts->discard(study);
}

bool MarkKeeper::isReady() const
{
    return isStoreKnown() || (m_store && m_drafts->failure());
}

void MarkKeeper::noteKept(const StudyUid &study, const std::vector<session::Annotation> &marks)
{
    m_drafts->markKeptAs(study, marks);
}

void MarkKeeper::beginSaving(const StudyUid &study, const std::vector<session::Annotation> &marks)
{
    m_drafts->beginSaving(study, marks);
}

void MarkKeeper::endSaving(const StudyUid &study)
{
    m_drafts->endSaving(study);
}

void MarkKeeper::markSaved(const StudyUid &study, const std::vector<session::Annotation> &marks,
                           const std::vector<AnnotationId> &removed)
{
    m_drafts->markGone(study, removed); // before: a key image may be kept again, under another id
    m_drafts->markKeptAs(study, marks);
    Q_EMIT leftOverChanged();
}

Pending<Result<void>> MarkKeeper::takeBack(const StudyUid &study, const std::vector<session::Annotation> &marks,
                                           const std::vector<session::Annotation> &asBefore)
{
    auto onDisk = m_drafts->takeBack(study, marks, asBefore);
    Q_EMIT leftOverChanged();
    return onDisk;
}

Pending<Result<void>> MarkKeeper::wish(const StudyUid &study, SaveWish wish)
{
    return m_drafts->wish(study, std::move(wish));
}

void MarkKeeper::endWish(const StudyUid &study)
{
    m_drafts->endWish(study);
}

int MarkKeeper::bringUpToDate(session::ActionDispatcher &dispatcher, const ActorId &actor)
{
    return m_drafts->bringUpToDate(dispatcher, actor);
}

bool MarkKeeper::isStoreKnown() const
{
    return m_place.folder.isEmpty() || m_noKey || (m_store && m_drafts->isLoaded());
}

} // namespace consilium::app
