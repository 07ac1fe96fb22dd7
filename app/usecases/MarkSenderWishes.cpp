#include "app/bridge/ArchiveWatch.h"
#include "app/usecases/MarkSender.h"
#include "base/Logging.h"
#include "viewer/render2d/OverlayFormat.h"

#include <QRandomGenerator>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

// What was saved while the archive was out of reach and cannot be put together without it; and what is said of a study
// until its cause is gone.
namespace consilium::app
{

namespace
{

template<class Id>
bool contains(const std::vector<Id> &all, const Id &one)
{
    return std::find(all.begin(), all.end(), one) != all.end();
}

void addOnce(std::vector<AnnotationId> &all, const std::vector<AnnotationId> &more)
{
    for (const AnnotationId &id : more)
        if (!contains(all, id))
            all.push_back(id);
}

} // namespace

/// As they stand now; what was taken away since is not saved.
std::vector<session::Annotation> MarkSender::marksOf(const StudyUid &study, const SaveWish &wish) const
{
    const auto draft = m_around.marks.drafts().draftOf(study);
    auto marks = draft ? draft->marks : std::vector<session::Annotation>();
    std::erase_if(marks, [&](const session::Annotation &mark) { return !contains(wish.marks, mark.id); });
    return marks;
}

std::vector<AnnotationId> MarkSender::removedOf(const StudyUid &study, const SaveWish &wish) const
{
    const auto draft = m_around.marks.drafts().draftOf(study);
    auto removed = draft ? draft->removed : std::vector<AnnotationId>();
    std::erase_if(removed, [&](const AnnotationId &id) { return !contains(wish.removed, id); });
    return removed;
}

SaveWish MarkSender::wishOf(const Next &next) const
{
    if (next.wish)
        return *next.wish;
    SaveWish wish;
    wish.at = m_around.clock.nowMs();
    if (const auto client = m_around.images.archiveOf(next.study))
        wish.archive = client->config().id;
    const dicom::StudyHeader header = m_around.images.study(next.study);
    wish.patient = header.patient.name.display();
    wish.date = header.date;
    wish.description = header.description;
    for (const session::Annotation &mark : m_around.marks.drafts().unsavedIn(*next.session, next.study))
        wish.marks.push_back(mark.id);
    wish.removed = removedOf(next.study);
    return wish;
}

/// The archive is out of reach: the wish stands with the draft from now on.
void MarkSender::putOff(const Next &next, SaveWish wish, const Error &error)
{
    qCInfo(logApp) << "marks wait for their archive:" << errorName(error.code);
    m_around.images.archiveWatch().noteFailure(m_around.images.archiveOf(next.study), error);
    tryAgainLater();
    if (next.wish) // it stands already, and whoever made it knows
        return;
    const auto all = wishes();
    if (const auto before = all.find(next.study); before != all.end()) {
        addOnce(wish.marks, before->second.marks);
        addOnce(wish.removed, before->second.removed);
    }
    m_around.marks.wish(next.study, std::move(wish)).then(this, [this, study = next.study](const Result<void> &kept) {
        toldWaiting(study, kept);
    });
}

void MarkSender::toldWaiting(const StudyUid &study, const Result<void> &kept)
{
    m_unsaved.erase(study);
    review(study); // what is said now takes its place
    const auto all = wishes();
    const auto wish = all.find(study);
    if (wish == all.end()) // carried out meanwhile
        return;
    QString text = tr("%1 does not answer. What you saved waits for it: it is put together and sent when it is back.")
                       .arg(archiveName(wish->second.archive));
    QString lost = m_around.marks.whyNotLasting();
    if (lost.isEmpty() && !kept)
        lost = userMessage(kept.error());
    if (!lost.isEmpty()) {
        text += u' ' + lost;
        m_noted.insert(study);
    }
    tell(study, text, !lost.isEmpty());
    Q_EMIT changed();
}

/// Done, or with nothing of it left.
void MarkSender::endWish(const StudyUid &study)
{
    const auto all = wishes();
    const auto wish = all.find(study);
    if (wish == all.end())
        return;
    if (m_isCarryingOut || (marksOf(study, wish->second).empty() && removedOf(study, wish->second).empty()))
        m_around.marks.endWish(study);
    m_wishFailures = 0;
}

void MarkSender::tryAgainLater()
{
    const auto delayMs = m_settings.backoff.delayMs(++m_wishFailures, -1, QRandomGenerator::global()->generateDouble());
    m_wishesAfter = m_around.clock.nowMs() + delayMs;
    m_wishTimer.start(int(delayMs) + 1);
}

/// Its images are described, and from where they were.
bool MarkSender::canBeCarriedOut(const StudyUid &study, const SaveWish &wish) const
{
    const auto client = m_around.images.archiveOf(study);
    if (!client || client->config().id != wish.archive)
        return false;
    const auto marks = marksOf(study, wish);
    const bool areAllThere = std::all_of(marks.begin(), marks.end(), [&](const session::Annotation &mark) {
        return widgets::placeOfMark(mark, study, m_around.images).has_value();
    });
    const bool isDescribed = !m_around.images.studyAttributes(study).elements().empty();
    return isDescribed && (areAllThere || !m_around.images.isListing());
}

void MarkSender::carryOut()
{
    const auto all = wishes();
    const bool isKnown = !m_around.marks.store() || m_hasLoaded;
    if (all.empty() || m_isLocked || !m_outbox || !m_outbox->isOpen() || !isKnown)
        return;
    if (isSaving()) {
        m_wishTimer.start(wishSoonMs);
        return;
    }
    if (const TimeMs leftMs = m_wishesAfter - m_around.clock.nowMs(); leftMs > 0) {
        m_wishTimer.start(int(leftMs) + 1);
        return;
    }
    for (const auto &[study, wish] : all)
        if (canBeCarriedOut(study, wish))
            m_next.push_back(
                {m_around.marks.drafts().sessionShowing(study), study,
                 [this, uid = study, asked = wish](const MadeObjects &made) { send(uid, made, removedOf(uid, asked)); },
                 true, wish});
    startNext();
}

void MarkSender::tell(const StudyUid &study, const QString &text, bool isFailure)
{
    if (isFailure)
        m_failing.insert(study);
    Q_EMIT told(study, text, isFailure);
}

/// What has become of marks or views in the end: it takes the place of what was told of them. Marks that are not saved
/// stay so whatever becomes of a view. As a failure it stands until the next time.
void MarkSender::tellOf(What what, const StudyUid &study, const QString &text, bool isFailure)
{
    if (what == What::Marks) {
        m_unsaved.erase(study);
        m_noted.erase(study);
    }
    m_viewNoted.erase(study);
    review(study);
    if (isFailure)
        (what == What::Marks ? m_noted : m_viewNoted).insert(study);
    const bool hidesMore = isFailure && m_unsaved.contains(study); // one failure of a study is shown: the last
    tell(study, hidesMore ? text + u' ' + tr("The marks are not saved.") : text, isFailure);
}

/// What was told of the study as a failure goes with its cause.
void MarkSender::review(const StudyUid &study)
{
    if (!m_failing.contains(study))
        return;
    const auto entries = m_outbox ? m_outbox->entries() : std::vector<outbox::Entry>();
    const bool isRefused = std::any_of(entries.begin(), entries.end(), [&](const outbox::Entry &entry) {
        return entry.study == study && entry.state == outbox::State::Refused;
    });
    if (m_unsaved.contains(study) && !m_around.marks.drafts().draftOf(study))
        m_unsaved.erase(study);
    if (isRefused || m_unsaved.contains(study) || m_noted.contains(study) || m_viewNoted.contains(study))
        return;
    m_failing.erase(study);
    Q_EMIT settled(study);
}

QString MarkSender::failure() const
{
    return m_failure ? tr("What was saved cannot be sent now: the outbox on this computer cannot be read.") + u' ' +
                           userMessage(*m_failure)
                     : QString();
}

outbox::Outbox::Progress MarkSender::progress() const
{
    return m_outbox ? m_outbox->progress() : outbox::Outbox::Progress();
}

int MarkSender::undecided() const
{
    const auto all = m_outbox ? m_outbox->entries() : std::vector<outbox::Entry>();
    return int(std::count_if(all.begin(), all.end(), [](const outbox::Entry &entry) {
        return entry.state == outbox::State::Refused || entry.trouble.why == outbox::Why::ReferenceRefused;
    }));
}

void MarkSender::retry(const outbox::EntryId &id)
{
    if (m_outbox)
        m_outbox->retryNow(id);
}

QString MarkSender::alarm() const
{
    const QString text = failure();
    return text.isEmpty() ? m_around.marks.whyNotTaken() : text;
}

QString MarkSender::archiveName(const ArchiveId &id) const
{
    const Archive *const archive = m_around.archives.find(id);
    return archive ? archive->config.name : id.text();
}

QStringList MarkSender::awaited() const
{
    QStringList names;
    const auto add = [&](const ArchiveId &id) {
        if (const QString name = archiveName(id); !names.contains(name))
            names << name;
    };
    for (const outbox::Entry &entry : m_outbox ? m_outbox->entries() : std::vector<outbox::Entry>())
        if (entry.state == outbox::State::Waiting &&
            (entry.trouble.why == outbox::Why::Line || entry.trouble.why == outbox::Why::Busy))
            add(entry.archive);
    for (const auto &[study, wish] : wishes())
        add(wish.archive);
    return names;
}

QString MarkSender::nameOf(const StudyUid &study) const
{
    const dicom::StudyHeader header = m_around.images.study(study);
    const SavedMarks *const known = saved(study);
    const QString patient = header.uid.isEmpty() && known ? known->patient : header.patient.name.display();
    const QString date = header.uid.isEmpty() && known ? known->date : header.date;
    QStringList parts{patient, render2d::dateTimeText(date, {})};
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

} // namespace consilium::app
