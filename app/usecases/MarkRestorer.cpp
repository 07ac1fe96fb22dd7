#include "app/usecases/MarkRestorer.h"

#include "app/usecases/MarkParts.h"
#include "base/Logging.h"

#include <algorithm>
#include <cmath>
#include <set>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

/// Marks that a session has or had, for comparison with those of objects.
class Known
{
public:
    void add(const session::Annotation &mark)
    {
        m_identities.insert(identityOf(mark.id));
        if (isNameless(mark.kind))
            m_nameless.push_back(mark);
    }
    void addIdentity(const AnnotationId &id) { m_identities.insert(identityOf(id)); }

    [[nodiscard]] bool holds(const session::Annotation &mark) const
    {
        return m_identities.contains(identityOf(mark.id)) ||
               (isNameless(mark.kind) &&
                std::any_of(m_nameless.begin(), m_nameless.end(),
                            [&](const session::Annotation &other) { return isSame(mark, other); }));
    }

private:
    /// Key images have no UID in the objects that hold them; arrows and texts have none in those of other programs.
    [[nodiscard]] static bool isNameless(session::AnnotationKind kind)
    {
        using Kind = session::AnnotationKind;
        return kind == Kind::Arrow || kind == Kind::Text || kind == Kind::KeyImage;
    }

    [[nodiscard]] static bool isSame(const session::Annotation &a, const session::Annotation &b)
    {
        constexpr double near = 0.01; // mm, pixels: places are 32-bit numbers in objects
        const auto inPatient = [=](PatientPoint p, PatientPoint q) { return (p - q).length() < near; };
        const auto inImage = [=](ImagePoint p, ImagePoint q) {
            return std::hypot(p.column - q.column, p.row - q.row) < near;
        };
        // One reason an image for each person: another one is a change of theirs, not one more.
        const bool isSameText =
            a.text == b.text || (a.kind == session::AnnotationKind::KeyImage && a.author == b.author);
        return a.kind == b.kind && a.sop == b.sop && a.frame == b.frame && isSameText &&
               std::equal(a.patientHandles.begin(), a.patientHandles.end(), b.patientHandles.begin(),
                          b.patientHandles.end(), inPatient) &&
               std::equal(a.imageHandles.begin(), a.imageHandles.end(), b.imageHandles.begin(), b.imageHandles.end(),
                          inImage);
    }

    std::set<QString> m_identities;
    std::vector<session::Annotation> m_nameless;
};

} // namespace

MarkRestorer::MarkRestorer(KeptObjects &objects, MarkKeeper &marks, QObject *parent)
    : QObject(parent), m_objects(objects), m_marks(marks)
{
    m_later.setSingleShot(true);
    m_later.setInterval(0);
    connect(&m_later, &QTimer::timeout, this, &MarkRestorer::look);
    connect(&objects, &objects::StudyObjects::changed, this, &MarkRestorer::later);
    connect(&marks, &MarkKeeper::leftOverChanged, this, &MarkRestorer::later);
}

void MarkRestorer::later()
{
    if (!m_later.isActive())
        m_later.start();
}

void MarkRestorer::follow(session::ActionDispatcher &dispatcher, std::function<std::vector<StudyUid>()> studies)
{
    m_followed.insert_or_assign(&dispatcher, std::move(studies));
    connect(&dispatcher, &QObject::destroyed, this, [this, gone = &dispatcher] {
        m_followed.erase(gone);
        m_seen.erase(gone);
    });
    later();
}

void MarkRestorer::look()
{
    if (!m_marks.isReady() || (m_isKnown && !m_isKnown()))
        return;
    for (const auto &[dispatcher, studies] : m_followed) {
        for (const StudyUid &study : studies())
            restore(study, *dispatcher);
        m_marks.bringUpToDate(*dispatcher, actor);
    }
}

int MarkRestorer::restore(const StudyUid &study, session::ActionDispatcher &dispatcher)
{
    const std::vector<RestoredMark> &all = m_objects.marks(study);
    // Asked at every stroke of a drag: as a rule all of them are there.
    const session::AnnotationSet &there = dispatcher.state().annotations();
    if (std::all_of(all.begin(), all.end(), [&](const RestoredMark &one) { return there.find(one.mark.id); }))
        return 0;
    Known known, offered; // what is only offered holds its kept version back until that is discarded
    Known gone;           // taken away in another session, where it may come back
    there.forEach([&](const session::Annotation &mark) { known.add(mark); });
    if (const auto draft = m_marks.drafts().draftOf(study)) {
        for (const session::Annotation &mark : draft->marks)
            if (!m_marks.drafts().isInSession(mark.id)) // else of this session, or told as it is in the other one
                offered.add(mark);
        for (const AnnotationId &removed : draft->removed) {
            const MarkDrafts &drafts = m_marks.drafts();
            Known &where = drafts.wasIn(dispatcher, removed) ? known : drafts.wasInSession(removed) ? gone : offered;
            where.addIdentity(removed);
            if (const auto kept = m_marks.drafts().kept(study, removed)) // a key image has no identity of its own
                where.add(*kept);
        }
    }
    std::vector<session::Annotation> wanted, kept;
    // What was there once and is not any more was taken away here, saved meanwhile or not.
    std::set<AnnotationId> &seen = m_seen[&dispatcher];
    for (const RestoredMark &restored : all) {
        session::Annotation mark = restored.mark;
        if (m_isOwn && m_isOwn(restored.origin))
            mark.author = dispatcher.localActor();
        const bool isKnown = known.holds(mark);
        if (!isKnown && (offered.holds(mark) || gone.holds(mark)))
            continue;
        if (!seen.insert(mark.id).second || isKnown)
            continue;
        // Open in another tab too: as it stands there, saved or not.
        const auto copy = m_marks.drafts().copyOf(mark);
        wanted.push_back(copy ? *copy : mark);
        kept.push_back(copy ? m_marks.drafts().keptFor(study, mark) : mark);
    }
    m_marks.noteKept(study, kept); // before: none of them is a draft for a moment
    int count = 0;
    for (const session::Annotation &mark : wanted) {
        session::Envelope envelope;
        envelope.actor = actor;
        envelope.action = session::AddAnnotation{mark};
        if (const auto done = dispatcher.receive(envelope, session::Origin::Local))
            ++count;
        else
            qCWarning(logApp) << "a kept mark was refused:" << errorName(done.error().code) << done.error().detail;
    }
    return count;
}

} // namespace consilium::app
