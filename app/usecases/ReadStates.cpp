#include "app/usecases/ReadStates.h"

#include <QCborMap>
#include <QCborValue>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

// Keys are for ever; a field that an older program must not pass over raises the form.
enum Key { Form = 1, Study, State, At };
constexpr int currentForm = 1;

const QString kind = QString::fromLatin1(ReadStates::recordKind);

} // namespace

ReadStates::ReadStates(const Clock &clock, QObject *parent) : QObject(parent), m_clock(clock)
{
    m_retry.setSingleShot(true);
    m_retry.setInterval(tryAgainMs);
    connect(&m_retry, &QTimer::timeout, this, &ReadStates::write);
}

ReadStates::~ReadStates()
{
    // Also what was said before the store had been read: of the two the later word holds.
    if (m_store && !m_dirty.empty()) {
        m_isLoaded = true;
        m_isWriting = false;
        write();
    }
}

void ReadStates::useStore(store::StoreThread &store)
{
    Q_ASSERT(!m_store);
    m_store = &store;
    m_isLoaded = false;
    for (const auto &[study, said] : m_said)
        m_dirty.insert(study);
    load();
}

ReadState ReadStates::of(const StudyUid &study) const
{
    const auto found = m_said.find(study);
    return found == m_said.end() ? ReadState::Unread : found->second.state;
}

TimeMs ReadStates::saidAt(const StudyUid &study) const
{
    const auto found = m_said.find(study);
    return found == m_said.end() || found->second.state == ReadState::Unread ? 0 : found->second.at;
}

void ReadStates::set(const StudyUid &study, ReadState state)
{
    if (study.isEmpty() || of(study) == state)
        return;
    Said &said = m_said[study];
    said.state = state;
    said.at = m_clock.nowMs();
    m_dirty.insert(study);
    Q_EMIT changed(study);
    write();
}

bool ReadStates::isWritten() const
{
    return m_isLoaded && !m_isWriting && (!m_store || m_dirty.empty());
}

QByteArray ReadStates::toCbor(const StudyUid &study, const Said &said)
{
    return QCborValue(
               QCborMap{{Form, currentForm}, {Study, study.text()}, {State, int(said.state)}, {At, qint64(said.at)}})
        .toCbor();
}

std::optional<std::pair<StudyUid, ReadStates::Said>> ReadStates::fromCbor(const QByteArray &bytes)
{
    QCborParserError error;
    const QCborMap map = QCborValue::fromCbor(bytes, &error).toMap();
    const qint64 form = map.value(Form).toInteger(-1), state = map.value(State).toInteger(-1);
    if (error.error != QCborError::NoError || form < 1 || form > currentForm || !map.value(At).isInteger() ||
        (state != int(ReadState::Claimed) && state != int(ReadState::Read)) || map.value(Study).toString().isEmpty())
        return std::nullopt;
    return std::pair(StudyUid(map.value(Study).toString()), Said{ReadState(state), map.value(At).toInteger(), {}});
}

ReadStates::Loaded ReadStates::read(const store::Listing &listing)
{
    Loaded loaded;
    loaded.damaged = listing.damaged;
    for (const store::Record &record : listing.records) { // the one that was put last comes last
        auto said = fromCbor(record.value);
        if (!said) {
            loaded.foreign.push_back(record.key);
            continue;
        }
        said->second.key = record.key;
        loaded.said.push_back(std::move(*said));
    }
    return loaded;
}

void ReadStates::load()
{
    if (!m_store || m_isLoaded || m_isLoading)
        return;
    m_isLoading = true;
    // Read on the store's thread: there may be thousands.
    m_store
        ->run([](store::LocalStore &store) -> Result<Loaded> {
            const auto listing = store.list(kind);
            return listing ? Result<Loaded>(read(*listing)) : consilium::fail(listing.error());
        })
        .then(this, [this](const Result<Loaded> &loaded) { takeLoaded(loaded); });
}

void ReadStates::takeLoaded(const Result<Loaded> &loaded)
{
    m_isLoading = false;
    if (!loaded)
        return fail(loaded.error());
    m_damaged = loaded->damaged;
    m_foreign = {loaded->foreign.begin(), loaded->foreign.end()};
    for (const auto &[study, said] : loaded->said) {
        Said &known = m_said[study];
        known.key = said.key;
        if (m_dirty.contains(study)) // said in this run: later than what an earlier one left
            continue;
        known.state = said.state;
        known.at = said.at;
    }
    m_isLoaded = true;
    m_failure.reset();
    forgetOldest();
    Q_EMIT this->loaded();
    write();
}

void ReadStates::forgetOldest()
{
    if (m_said.size() <= most)
        return;
    std::vector<std::pair<TimeMs, StudyUid>> byAge;
    for (const auto &[study, said] : m_said)
        if (said.state == ReadState::Read) // who is reading one has not done with it
            byAge.emplace_back(said.at, study);
    std::sort(byAge.begin(), byAge.end());
    byAge.resize(std::min(byAge.size(), m_said.size() - most));
    for (const auto &[at, study] : byAge) {
        m_said[study].state = ReadState::Unread;
        m_dirty.insert(study);
    }
}

// What this version cannot read keeps its place: what is said now stands beside it.
QString ReadStates::keyOf(const StudyUid &study) const
{
    const QString key = study.text();
    return m_foreign.contains(key) ? key + u"\nbeside"_s : key;
}

void ReadStates::write()
{
    if (!m_isLoaded)
        return load();
    if (!m_store || m_isWriting || m_dirty.empty())
        return;
    std::vector<store::Change> changes;
    for (const StudyUid &study : m_dirty) {
        Said &said = m_said[study];
        const bool isGone = said.state == ReadState::Unread;
        if (isGone && said.key.isEmpty())
            continue;
        if (said.key.isEmpty())
            said.key = keyOf(study);
        changes.push_back({kind, said.key, isGone ? std::nullopt : std::optional(toCbor(study, said))});
    }
    const std::set<StudyUid> studies = std::exchange(m_dirty, {});
    if (changes.empty())
        return;
    m_isWriting = true;
    m_store->apply(std::move(changes)).then(this, [this, studies](const Result<std::int64_t> &done) {
        written(studies, done);
    });
}

void ReadStates::written(const std::set<StudyUid> &studies, const Result<std::int64_t> &done)
{
    m_isWriting = false;
    if (!done) {
        m_dirty.insert(studies.begin(), studies.end());
        return fail(done.error());
    }
    m_failure.reset();
    for (const StudyUid &study : studies) {
        const auto found = m_said.find(study);
        if (found != m_said.end() && found->second.state == ReadState::Unread && !m_dirty.contains(study))
            m_said.erase(found);
    }
    write();
}

void ReadStates::fail(const Error &error)
{
    const bool isNews = !m_failure;
    m_failure = error;
    if (isPassing(error) || error.code == ErrorCode::Conflict)
        m_retry.start();
    if (isNews)
        Q_EMIT notKept(error);
}

} // namespace consilium::app
