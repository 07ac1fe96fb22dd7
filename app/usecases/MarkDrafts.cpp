#include "app/usecases/MarkDrafts.h"

#include "app/usecases/MarkParts.h"
#include "base/Logging.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

const QString kind = QString::fromLatin1(MarkDrafts::recordKind);

bool isKeptAs(const std::map<AnnotationId, session::Annotation> &kept, const session::Annotation &mark)
{
    const auto it = kept.find(mark.id);
    return it != kept.end() && it->second == mark;
}

/// By which copies of one mark know each other, in several sessions and in what was saved. An image is a person's key
/// image once.
QString identityIn(const session::Annotation &mark)
{
    return mark.kind == session::AnnotationKind::KeyImage
               ? u"%1/%2/%3"_s.arg(mark.sop.text(), QString::number(mark.frame), mark.author.text())
               : identityOf(mark.id);
}

/// What one version says, as the copy that it becomes.
session::Annotation asCopy(session::Annotation version, const session::Annotation &copy)
{
    version.id = copy.id;
    version.author = copy.author;
    return version;
}

} // namespace

MarkDrafts::MarkDrafts(const Clock &clock, store::StoreThread *store, QObject *parent)
    : QObject(parent), m_clock(clock), m_store(store), m_isLoaded(!store)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(writeAfterMs);
    m_retry.setSingleShot(true);
    m_retry.setInterval(tryAgainMs);
    connect(&m_timer, &QTimer::timeout, this, &MarkDrafts::writeDirty);
    connect(&m_retry, &QTimer::timeout, this, &MarkDrafts::writeDirty);
    load();
}

MarkDrafts::~MarkDrafts()
{
    if (!m_store)
        return;
    for (auto &[study, entry] : m_studies) {
        if (!entry.isDirty)
            continue;
        // What the store has of this study is not known yet, and must not be written over: beside it.
        (void)write(study, m_isLoaded ? keyOf(study) : keyOf(study) + u"\n%1"_s.arg(m_clock.nowMs()));
    }
}

void MarkDrafts::useStore(store::StoreThread &store)
{
    Q_ASSERT(!m_store);
    m_store = &store;
    m_isLoaded = false;
    for (auto &[study, entry] : m_studies)
        entry.isDirty = true;
    load();
}

bool MarkDrafts::isWritten() const
{
    return m_isLoaded && std::none_of(m_studies.begin(), m_studies.end(),
                                      [](const auto &one) { return one.second.isDirty || one.second.isWriting; });
}

void MarkDrafts::follow(session::ActionDispatcher &dispatcher, StudyOf studyOf)
{
    if (const auto found = m_followed.find(&dispatcher); found != m_followed.end()) {
        found->second.studyOf = std::move(studyOf);
        return;
    }
    Followed &followed = m_followed[&dispatcher];
    followed.dispatcher = &dispatcher;
    followed.studyOf = std::move(studyOf);
    connect(&dispatcher, &session::ActionDispatcher::applied, this,
            [this, &followed](const session::Envelope &, const session::ChangeSet &changes) {
                if (!changes.annotations.empty())
                    take(followed, changes.annotations);
            });
    connect(&dispatcher, &session::ActionDispatcher::wasReset, this, [this, &followed] { takeAll(followed); });
    connect(&dispatcher, &QObject::destroyed, this, [this, gone = &dispatcher] { unfollow(*gone); });
    takeAll(followed);
}

void MarkDrafts::unfollow(const session::ActionDispatcher &dispatcher)
{
    auto found = m_followed.extract(&dispatcher);
    if (found.empty())
        return;
    disconnect(&dispatcher, nullptr, this, nullptr);
    const Followed &followed = found.mapped();
    followed.marks.forEach([&](const session::Annotation &mark) { hold(followed, mark); });
    for (auto &[study, entry] : m_studies) {
        const bool isUsed = std::any_of(m_followed.begin(), m_followed.end(), [&study = study](const auto &other) {
            const auto &places = other.second.places;
            return std::any_of(places.begin(), places.end(), [&](const auto &place) { return place.second == study; });
        });
        if (!isUsed)
            // Who opens the study again gets them from where they are kept; what is gone is known again by them.
            std::erase_if(entry.kept,
                          [&removed = entry.removed](const auto &one) { return !removed.contains(one.first); });
    }
}

void MarkDrafts::hold(const Followed &followed, const session::Annotation &mark)
{
    const auto place = followed.places.find(mark.id);
    if (place == followed.places.end() || followed.outdated.contains(mark.id) ||
        currentElsewhere(&followed, identityIn(mark)))
        return;
    Study &entry = m_studies[place->second];
    if (isKeptAs(entry.kept, mark))
        return;
    entry.held.insert_or_assign(mark.id, mark);
    entry.heldAt = entry.at;
}

/// The mark that is kept under this id is the one of that identity.
bool MarkDrafts::isOf(const Study &entry, const AnnotationId &id, const QString &identity)
{
    const auto kept = entry.kept.find(id);
    return kept != entry.kept.end() && identityIn(kept->second) == identity;
}

bool MarkDrafts::isInSession(const AnnotationId &id) const
{
    return std::any_of(m_followed.begin(), m_followed.end(),
                       [&](const auto &one) { return one.second.marks.find(id) != nullptr; });
}

bool MarkDrafts::isEmpty() const
{
    return std::all_of(m_studies.begin(), m_studies.end(),
                       [this](const auto &one) { return contentOf(one.first).isEmpty(); });
}

bool MarkDrafts::wasInSession(const AnnotationId &id) const
{
    return std::any_of(m_followed.begin(), m_followed.end(),
                       [&](const auto &one) { return one.second.places.contains(id); });
}

bool MarkDrafts::wasIn(const session::ActionDispatcher &dispatcher, const AnnotationId &mark) const
{
    const auto followed = m_followed.find(&dispatcher);
    return followed != m_followed.end() && followed->second.places.contains(mark);
}

void MarkDrafts::take(Followed &followed, const std::vector<AnnotationId> &ids)
{
    followed.marks = followed.dispatcher->state().annotations();
    for (const AnnotationId &id : ids)
        note(followed, id, followed.marks.find(id));
}

void MarkDrafts::takeAll(Followed &followed)
{
    const session::AnnotationSet before = std::exchange(followed.marks, followed.dispatcher->state().annotations());
    const session::AnnotationSet now = followed.marks;
    // Everything was exchanged, which is nobody's wish that a mark be gone.
    before.forEach([&](const session::Annotation &mark) {
        if (!now.find(mark.id))
            hold(followed, mark);
    });
    now.forEach([&](const session::Annotation &mark) {
        const session::Annotation *const old = before.find(mark.id);
        if (!old || !(*old == mark))
            note(followed, mark.id, &mark);
    });
}

StudyUid MarkDrafts::placeOf(const Followed &followed, const session::Annotation &mark) const
{
    // One that is put back stays where it was, though its images may not be listed yet.
    const auto holder = std::find_if(m_studies.begin(), m_studies.end(),
                                     [&](const auto &study) { return study.second.held.contains(mark.id); });
    if (holder != m_studies.end() && !holder->first.isEmpty())
        return holder->first;
    const DataSetId &dataSet = mark.dataSet;
    if (const StudyUid study = followed.studyOf ? followed.studyOf(dataSet) : StudyUid(); !study.isEmpty())
        return study;
    const auto &views = followed.dispatcher->state().views();
    const auto shown =
        std::find_if(views.begin(), views.end(), [&](const auto &view) { return view.second.dataSet == dataSet; });
    return shown == views.end() ? StudyUid() : shown->second.study;
}

void MarkDrafts::note(Followed &followed, const AnnotationId &id, const session::Annotation *mark)
{
    const auto known = followed.places.find(id);
    if (known == followed.places.end() && !mark)
        return;
    StudyUid place = known == followed.places.end() ? StudyUid() : known->second;
    if (mark && place.isEmpty()) {
        place = placeOf(followed, *mark);
        if (known != followed.places.end() && !place.isEmpty())
            touch(known->second); // it is known at last, and leaves the draft of those of which it is not
        followed.places.insert_or_assign(id, place);
    }
    Study &entry = m_studies[place];
    const bool isOnlyRead = known == followed.places.end() && mark && isKeptAs(entry.kept, *mark);
    noteVersion(followed, id, mark, isOnlyRead);
    entry.held.erase(id);
    if (const auto identity = followed.identities.find(id);
        mark && !isOnlyRead && identity != followed.identities.end()) {
        std::erase_if(entry.held, [&](const auto &held) { return identityIn(held.second) == identity->second; });
        if (!m_isBringingUpToDate)
            std::erase_if(entry.removed, [&](const AnnotationId &gone) { return isOf(entry, gone, identity->second); });
    }
    if (mark)
        entry.removed.erase(id);
    else
        noteRemoved(followed, id, entry);
    touch(place);
}

/// It is to be deleted where it is kept, under whichever id (a key image that was set anew has another one), or will be
/// kept in a moment.
void MarkDrafts::noteRemoved(const Followed &followed, const AnnotationId &id, Study &entry)
{
    if (entry.kept.contains(id)) {
        entry.removed.insert(id);
        return;
    }
    if (entry.saving.contains(id))
        entry.removed.insert(id);
    const auto identity = followed.identities.find(id);
    if (identity == followed.identities.end() || m_isBringingUpToDate)
        return;
    for (const auto &[other, kept] : entry.kept)
        if (identityIn(kept) == identity->second)
            entry.removed.insert(other);
}

/// What is changed last counts, in whichever session; what comes from where it is kept is nobody's change.
void MarkDrafts::noteVersion(Followed &followed, const AnnotationId &id, const session::Annotation *mark,
                             bool isOnlyRead)
{
    auto known = followed.identities.find(id);
    if (known == followed.identities.end() && mark) {
        known = followed.identities.emplace(id, identityIn(*mark)).first;
        followed.byIdentity.emplace(known->second, id);
    }
    followed.outdated.erase(id);
    if (known == followed.identities.end() || m_isBringingUpToDate)
        return;
    for (auto &[dispatcher, other] : m_followed) {
        if (&other == &followed)
            continue;
        const auto [begin, end] = other.byIdentity.equal_range(known->second);
        for (auto it = begin; it != end; ++it) {
            const session::Annotation *const copy = other.marks.find(it->second);
            if (!copy)
                continue;
            const bool isSame = mark && asCopy(*mark, *copy) == *copy;
            if (isOnlyRead && !isSame && !other.outdated.contains(copy->id))
                followed.outdated.insert(id);
            else if (!isOnlyRead && isSame)
                other.outdated.erase(copy->id);
            else if (!isOnlyRead)
                other.outdated.insert(copy->id);
        }
    }
}

/// Of another session than this one, whose copy is no old one.
const session::Annotation *MarkDrafts::currentElsewhere(const Followed *followed, const QString &identity) const
{
    for (const auto &[dispatcher, other] : m_followed) {
        if (&other == followed)
            continue;
        const auto [begin, end] = other.byIdentity.equal_range(identity);
        for (auto it = begin; it != end; ++it)
            if (const session::Annotation *const copy = other.marks.find(it->second);
                copy && !other.outdated.contains(copy->id))
                return copy;
    }
    return nullptr;
}

std::vector<session::Annotation> MarkDrafts::unsavedIn(const session::ActionDispatcher &dispatcher,
                                                       const StudyUid &study) const
{
    std::vector<session::Annotation> all;
    const auto found = m_followed.find(&dispatcher);
    const auto entry = m_studies.find(study);
    if (found == m_followed.end() || entry == m_studies.end())
        return all;
    const Followed &followed = found->second;
    followed.marks.forEach([&](const session::Annotation &mark) {
        const auto place = followed.places.find(mark.id);
        if (place != followed.places.end() && place->second == study && !followed.outdated.contains(mark.id) &&
            !isKeptAs(entry->second.kept, mark))
            all.push_back(mark);
    });
    return all;
}

std::optional<session::Annotation> MarkDrafts::kept(const StudyUid &study, const AnnotationId &id) const
{
    const auto found = m_studies.find(study);
    if (found == m_studies.end())
        return std::nullopt;
    const auto kept = found->second.kept.find(id);
    return kept == found->second.kept.end() ? std::nullopt : std::optional(kept->second);
}

std::optional<session::Annotation> MarkDrafts::copyOf(const session::Annotation &mark) const
{
    const session::Annotation *const current = currentElsewhere(nullptr, identityIn(mark));
    return current ? std::optional(asCopy(*current, mark)) : std::nullopt;
}

session::Annotation MarkDrafts::keptFor(const StudyUid &study, const session::Annotation &mark) const
{
    const auto found = m_studies.find(study);
    if (found == m_studies.end())
        return mark;
    if (const auto same = found->second.kept.find(mark.id); same != found->second.kept.end())
        return asCopy(same->second, mark);
    for (const auto &[id, kept] : found->second.kept)
        if (identityIn(kept) == identityIn(mark))
            return asCopy(kept, mark);
    return mark;
}

std::optional<session::Annotation> MarkDrafts::newestOf(const StudyUid &study, const session::Annotation &mark) const
{
    const QString identity = identityIn(mark);
    if (const session::Annotation *const current = currentElsewhere(nullptr, identity))
        return *current;
    const auto found = m_studies.find(study);
    if (found == m_studies.end())
        return std::nullopt;
    for (const auto *versions : {&found->second.held, &found->second.kept}) {
        if (const auto same = versions->find(mark.id); same != versions->end())
            return same->second;
        for (const auto &[id, version] : *versions)
            if (identityIn(version) == identity)
                return version;
    }
    return std::nullopt;
}

int MarkDrafts::bringUpToDate(session::ActionDispatcher &dispatcher, const ActorId &actor)
{
    const auto found = m_followed.find(&dispatcher);
    if (found == m_followed.end() || m_isBringingUpToDate)
        return 0;
    Followed &followed = found->second;
    int count = 0;
    for (const AnnotationId &id : std::set<AnnotationId>(followed.outdated)) {
        const session::Annotation *const copy = followed.marks.find(id);
        const auto place = followed.places.find(id);
        if (!copy || place == followed.places.end())
            continue;
        const Study &entry = m_studies[place->second];
        const bool isTakenAway = std::any_of(entry.removed.begin(), entry.removed.end(), [&](const AnnotationId &gone) {
            return gone == id || isOf(entry, gone, identityIn(*copy));
        });
        if (isTakenAway) // in the other session, and that is not saved
            continue;
        const auto newest = newestOf(place->second, *copy);
        const auto wanted = newest ? std::optional(asCopy(*newest, *copy)) : std::nullopt;
        if (wanted == *copy)
            continue;
        session::Envelope gone, come;
        gone.actor = come.actor = actor;
        gone.action = session::RemoveAnnotation{id};
        m_isBringingUpToDate = true;
        Result<void> done = dispatcher.receive(gone, session::Origin::Local);
        if (done && wanted) {
            come.action = session::AddAnnotation{*wanted};
            done = dispatcher.receive(come, session::Origin::Local);
        }
        m_isBringingUpToDate = false;
        if (!done)
            qCWarning(logApp) << "an old copy of a mark stays:" << errorName(done.error().code);
        ++count;
    }
    return count;
}

MarkDraft MarkDrafts::contentOf(const StudyUid &study) const
{
    MarkDraft draft;
    draft.study = study;
    const auto found = m_studies.find(study);
    if (found == m_studies.end())
        return draft;
    const Study &entry = found->second;
    draft.at = entry.at;
    draft.program = entry.program;
    // A mark that stands in several sessions is one draft.
    std::map<QString, session::Annotation> drawn;
    for (const auto &[dispatcher, session] : m_followed) {
        session.marks.forEach([&, &followed = session](const session::Annotation &mark) {
            const auto place = followed.places.find(mark.id);
            if (place != followed.places.end() && place->second == study && !followed.outdated.contains(mark.id) &&
                !isKeptAs(entry.kept, mark))
                drawn.try_emplace(identityIn(mark), mark);
        });
    }
    std::map<AnnotationId, session::Annotation> marks;
    for (const auto &[id, mark] : entry.held)
        if (drawn.empty() || !drawn.contains(identityIn(mark)))
            marks.emplace(id, mark);
    for (const auto &[identity, mark] : drawn)
        marks.insert_or_assign(mark.id, mark);
    for (auto &[id, mark] : marks)
        draft.marks.push_back(std::move(mark));
    draft.removed.assign(entry.removed.begin(), entry.removed.end());
    draft.wish = entry.wish;
    return draft;
}

std::vector<DraftSummary> MarkDrafts::leftOver() const
{
    std::vector<DraftSummary> all;
    for (const auto &[study, entry] : m_studies) {
        const auto removed = std::count_if(entry.removed.begin(), entry.removed.end(),
                                           [this](const AnnotationId &id) { return !wasInSession(id); });
        if (!entry.held.empty() || removed > 0)
            all.push_back({study, entry.held.empty() ? entry.at : entry.heldAt, entry.program, int(entry.held.size()),
                           int(removed)});
    }
    std::stable_sort(all.begin(), all.end(), [](const auto &a, const auto &b) { return a.at > b.at; });
    return all;
}

int MarkDrafts::count() const
{
    int all = 0;
    for (const auto &[study, entry] : m_studies) {
        const MarkDraft draft = contentOf(study);
        all += int(draft.marks.size() + draft.removed.size());
    }
    return all;
}

std::optional<MarkDraft> MarkDrafts::draftOf(const StudyUid &study) const
{
    MarkDraft draft = contentOf(study);
    return draft.isEmpty() ? std::nullopt : std::optional(std::move(draft));
}

void MarkDrafts::discard(const StudyUid &study)
{
    const auto found = m_studies.find(study);
    if (found == m_studies.end())
        return;
    found->second.held.clear();
    found->second.wish.reset(); // as far as it is in a session it can be saved anew
    std::erase_if(found->second.removed, [this](const AnnotationId &id) { return !wasInSession(id); });
    touch(study);
}

void MarkDrafts::takeUpRemoved(const session::ActionDispatcher &dispatcher, const StudyUid &study)
{
    const auto followed = m_followed.find(&dispatcher);
    const auto found = m_studies.find(study);
    if (followed == m_followed.end() || found == m_studies.end())
        return;
    for (const AnnotationId &id : found->second.removed)
        followed->second.places.try_emplace(id, study);
    touch(study, false);
}

void MarkDrafts::beginSaving(const StudyUid &study, const std::vector<session::Annotation> &marks)
{
    Study &entry = m_studies[study];
    for (const session::Annotation &mark : marks)
        if (!entry.removed.contains(mark.id)) // a deletion of before is none of this saving's
            entry.saving.insert(mark.id);
}

void MarkDrafts::endSaving(const StudyUid &study)
{
    Study &entry = m_studies[study];
    for (const AnnotationId &id : std::exchange(entry.saving, {}))
        if (!entry.kept.contains(id) && entry.removed.erase(id) > 0)
            touch(study, false);
}

void MarkDrafts::markKept(const StudyUid &study, const std::vector<AnnotationId> &ids)
{
    Study &entry = m_studies[study];
    for (const AnnotationId &id : ids) {
        entry.held.erase(id);
        entry.removed.erase(id);
        entry.kept.erase(id);
        for (const auto &[dispatcher, followed] : m_followed)
            if (const session::Annotation *const mark = followed.marks.find(id))
                entry.kept.insert_or_assign(id, *mark);
    }
    touch(study, false);
}

void MarkDrafts::markGone(const StudyUid &study, const std::vector<AnnotationId> &ids)
{
    if (ids.empty())
        return;
    Study &entry = m_studies[study];
    const auto forget = [&entry](const AnnotationId &id) {
        entry.held.erase(id);
        entry.removed.erase(id);
        entry.kept.erase(id);
    };
    for (const AnnotationId &id : ids) {
        // Also under the ids that copies of it have, in other sessions and in what was saved.
        const auto kept = entry.kept.find(id);
        const QString identity = kept == entry.kept.end() ? identityOf(id) : identityIn(kept->second);
        std::erase_if(entry.kept, [&](const auto &one) { return identityIn(one.second) == identity; });
        for (const auto &[dispatcher, followed] : m_followed) {
            const auto [begin, end] = followed.byIdentity.equal_range(identity);
            for (auto it = begin; it != end; ++it)
                if (!entry.saving.contains(it->second)) // it takes the place of the one that is gone
                    forget(it->second);
        }
        forget(id);
    }
    touch(study, false);
}

void MarkDrafts::markKeptAs(const StudyUid &study, const std::vector<session::Annotation> &marks)
{
    Study &entry = m_studies[study];
    std::multimap<QString, AnnotationId> known;
    for (const auto &[id, kept] : entry.kept)
        known.emplace(identityIn(kept), id);
    for (const session::Annotation &mark : marks) {
        if (const auto held = entry.held.find(mark.id); held != entry.held.end() && held->second == mark)
            entry.held.erase(held);
        entry.kept.insert_or_assign(mark.id, mark);
        const QString identity = identityIn(mark); // also under the ids that its copies have
        for (const auto &[dispatcher, followed] : m_followed) {
            const auto [begin, end] = followed.byIdentity.equal_range(identity);
            for (auto it = begin; it != end; ++it)
                if (const session::Annotation *const copy = followed.marks.find(it->second))
                    entry.kept.insert_or_assign(copy->id, asCopy(mark, *copy));
        }
        const auto [begin, end] = known.equal_range(identity);
        for (auto it = begin; it != end; ++it)
            if (const auto kept = entry.kept.find(it->second); kept != entry.kept.end())
                kept->second = asCopy(mark, kept->second);
    }
    touch(study, false);
}

Pending<Result<void>> MarkDrafts::takeBack(const StudyUid &study, const std::vector<session::Annotation> &marks,
                                           const std::vector<session::Annotation> &asBefore)
{
    Study &entry = m_studies[study];
    for (const session::Annotation &mark : marks) {
        std::erase_if(entry.kept, [&, identity = identityIn(mark)](const auto &kept) {
            return kept.first == mark.id || identityIn(kept.second) == identity;
        });
        if (!wasInSession(mark.id) && !currentElsewhere(nullptr, identityIn(mark)))
            entry.held.insert_or_assign(mark.id, mark);
    }
    markKeptAs(study, asBefore);
    for (const session::Annotation &mark : asBefore) {
        const bool isThere = isInSession(mark.id) || entry.held.contains(mark.id) ||
                             currentElsewhere(nullptr, identityIn(mark)) != nullptr;
        const bool isAmong = std::any_of(marks.begin(), marks.end(),
                                         [&](const auto &one) { return identityIn(one) == identityIn(mark); });
        if (!isThere && !isAmong)
            entry.removed.insert(mark.id);
    }
    touch(study);
    entry.heldAt = entry.at;
    if (!m_store)
        return readyAnswer(Result<void>());
    // In the order in which they are asked: what comes after this finds it on the disk.
    return write(study, m_isLoaded ? keyOf(study) : keyOf(study) + u"\n%1"_s.arg(m_clock.nowMs()));
}

Pending<Result<void>> MarkDrafts::wish(const StudyUid &study, SaveWish wish)
{
    m_studies[study].wish = std::move(wish);
    touch(study, false);
    if (!m_store)
        return readyAnswer(Result<void>());
    return write(study, m_isLoaded ? keyOf(study) : keyOf(study) + u"\n%1"_s.arg(m_clock.nowMs()));
}

void MarkDrafts::endWish(const StudyUid &study)
{
    const auto found = m_studies.find(study);
    if (found != m_studies.end() && std::exchange(found->second.wish, std::nullopt))
        touch(study, false);
}

std::map<StudyUid, SaveWish> MarkDrafts::wishes() const
{
    std::map<StudyUid, SaveWish> all;
    for (const auto &[study, entry] : m_studies)
        if (entry.wish)
            all.emplace(study, *entry.wish);
    return all;
}

const session::ActionDispatcher *MarkDrafts::sessionShowing(const StudyUid &study) const
{
    for (const auto &[dispatcher, followed] : m_followed) {
        const auto &views = followed.dispatcher->state().views();
        if (std::any_of(views.begin(), views.end(), [&](const auto &view) { return view.second.study == study; }))
            return dispatcher;
    }
    return nullptr;
}

void MarkDrafts::touch(const StudyUid &study, bool isChange)
{
    Study &entry = m_studies[study];
    entry.isDirty = true;
    if (entry.wish && contentOf(study).isEmpty())
        entry.wish.reset();
    if (isChange) {
        entry.at = m_clock.nowMs();
        entry.program = QStringLiteral(CONSILIUM_VERSION);
    }
    // From the first change on: a drag, which never rests, is written all along.
    if (!m_timer.isActive())
        m_timer.start();
    Q_EMIT draftsChanged(study);
}

QString MarkDrafts::keyOf(const StudyUid &study) const
{
    const QString key = study.isEmpty() ? u"-"_s : study.text();
    return m_foreign.contains(key) ? key + u"\nbeside"_s : key;
}

void MarkDrafts::load()
{
    if (!m_store || m_isLoaded || m_isLoading)
        return;
    m_isLoading = true;
    m_store->list(kind).then(this, [this](const Result<store::Listing> &listing) { takeLoaded(listing); });
}

void MarkDrafts::takeLoaded(const Result<store::Listing> &listing)
{
    m_isLoading = false;
    if (!listing)
        return fail(listing.error());
    m_damaged = listing->damaged;
    for (const store::Record &record : listing->records) { // the one that was put last comes last
        const auto draft = markDraftFromCbor(record.value);
        if (!draft) {
            m_foreign.insert(record.key);
            continue;
        }
        Study &entry = m_studies[draft->study];
        entry.keys.insert(record.key);
        for (const session::Annotation &mark : draft->marks)
            if (!isInSession(mark.id))
                entry.held.insert_or_assign(mark.id, mark);
        entry.heldAt = std::max(entry.heldAt, draft->at);
        for (const AnnotationId &id : draft->removed)
            if (!isInSession(id))
                entry.removed.insert(id);
        if (draft->wish && !entry.wish)
            entry.wish = draft->wish;
        if (!entry.isDirty) {
            entry.at = draft->at;
            entry.program = draft->program;
        }
    }
    m_isLoaded = true;
    for (auto &[study, entry] : m_studies)
        entry.isUnkept = entry.isDirty && m_failure;
    tellWhenKept();
    Q_EMIT loaded();
    writeDirty();
}

void MarkDrafts::writeDirty()
{
    if (!m_isLoaded)
        return load();
    for (auto &[study, entry] : m_studies)
        if (entry.isDirty && !entry.isWriting)
            (void)write(study, keyOf(study));
}

Pending<Result<void>> MarkDrafts::write(const StudyUid &study, const QString &key)
{
    Study &entry = m_studies[study];
    entry.isDirty = false;
    if (!m_store)
        return readyAnswer(Result<void>());
    MarkDraft draft = contentOf(study);
    if (draft.isEmpty() && entry.keys.empty()) {
        entry.isUnkept = false;
        tellWhenKept();
        return readyAnswer(Result<void>());
    }
    entry.isWriting = true;
    const std::set<QString> before = std::exchange(entry.keys, {key});
    // To bytes on the store's thread: a study may have thousands of marks.
    auto done = m_store->run([key, before, draft = std::move(draft)](store::LocalStore &store) -> Result<void> {
        std::vector<store::Change> changes;
        for (const QString &old : before)
            if (old != key)
                changes.push_back({kind, old, std::nullopt});
        changes.push_back({kind, key, draft.isEmpty() ? std::nullopt : std::optional<QByteArray>(toCbor(draft))});
        if (const auto applied = store.apply(changes); !applied)
            return consilium::fail(applied.error());
        return {};
    });
    const auto promise = std::make_shared<PendingPromise<Result<void>>>();
    promise->start();
    auto answer = promise->future();
    done.then(this, [this, study, before, promise](const Result<void> &result) {
        if (!result)
            m_studies[study].keys.insert(before.begin(), before.end());
        written(study, result);
        promise->finish(result);
    });
    return answer;
}

void MarkDrafts::written(const StudyUid &study, const Result<void> &done)
{
    Study &entry = m_studies[study];
    entry.isWriting = false;
    if (!done) {
        entry.isDirty = true;
        return fail(done.error());
    }
    entry.isUnkept = false;
    tellWhenKept();
    if (entry.isDirty) // changed while it was written: that has waited long enough
        (void)write(study, keyOf(study));
}

/// Not with the first of several that are written: another one may be too large for the room that there is.
void MarkDrafts::tellWhenKept()
{
    const bool isAnyUnkept =
        std::any_of(m_studies.begin(), m_studies.end(), [](const auto &one) { return one.second.isUnkept; });
    if (m_isLoaded && !isAnyUnkept && std::exchange(m_failure, std::nullopt))
        Q_EMIT keptAgain();
}

void MarkDrafts::fail(const Error &error)
{
    const bool isNews = !m_failure;
    m_failure = error;
    for (auto &[study, entry] : m_studies)
        entry.isUnkept = entry.isUnkept || (entry.isDirty && !entry.isWriting);
    if (isPassing(error) || error.code == ErrorCode::Conflict)
        m_retry.start();
    if (isNews)
        Q_EMIT notKept(error);
}

} // namespace consilium::app
