#include "app/usecases/PatientLinks.h"

#include "base/Logging.h"

#include <QCborMap>
#include <QCborValue>

#include <utility>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

constexpr qint64 version = 1;

} // namespace

QByteArray toCbor(const PatientLink &link)
{
    return QCborMap{
        {u"version"_s, version}, {u"same"_s, link.answer == PatientLink::Answer::Same}, {u"at"_s, qint64(link.at)}}
        .toCborValue()
        .toCbor();
}

Result<PatientLink> patientLinkFromCbor(const QByteArray &bytes)
{
    QCborParserError error;
    const QCborMap map = QCborValue::fromCbor(bytes, &error).toMap();
    if (error.error != QCborError::NoError || !map[u"version"_s].isInteger())
        return fail(ErrorCode::ProtocolViolation, u"not a link of patients"_s);
    if (map[u"version"_s].toInteger() > version)
        return fail(ErrorCode::Unsupported, u"a link of patients of a newer program"_s);
    if (!map[u"same"_s].isBool() || !map[u"at"_s].isInteger())
        return fail(ErrorCode::ProtocolViolation, u"a link of patients without its answer"_s);
    return PatientLink{map[u"same"_s].toBool() ? PatientLink::Answer::Same : PatientLink::Answer::NotSame,
                       TimeMs(map[u"at"_s].toInteger())};
}

PatientLinks::PatientLinks(const Clock &clock, QObject *parent) : QObject(parent), m_clock(clock) {}

void PatientLinks::useStore(store::StoreThread &store)
{
    if (m_store)
        return;
    m_store = &store;
    store.list(QString::fromLatin1(recordKind)).then(this, [this](const Result<store::Listing> &listing) {
        takeLoaded(listing);
    });
}

// What was said while it was read is newer.
void PatientLinks::takeLoaded(const Result<store::Listing> &listing)
{
    if (!listing) {
        m_failure = listing.error();
        Q_EMIT notKept(listing.error());
    }
    const auto saidHere = m_links;
    for (auto said = saidHere.begin(); said != saidHere.end(); ++said)
        write(said.key(), said.value());
    int unreadable = listing ? listing->damaged : 0;
    for (const store::Record &record : listing ? listing->records : std::vector<store::Record>()) {
        const auto link = patientLinkFromCbor(record.value);
        unreadable += link ? 0 : 1;
        if (link && !m_links.contains(record.key))
            m_links.insert(record.key, *link);
    }
    if (unreadable > 0) // they are asked again: nothing is taken for one without an answer
        qCWarning(logApp) << unreadable << "answers about patients cannot be read";
    Q_EMIT changed();
}

std::optional<PatientLink> PatientLinks::link(const dicom::PatientRecord &a, const dicom::PatientRecord &b) const
{
    return m_links.value(dicom::pairKey(a, b));
}

void PatientLinks::say(const dicom::PatientRecord &a, const dicom::PatientRecord &b, PatientLink::Answer answer)
{
    const QString key = dicom::pairKey(a, b);
    const PatientLink link{answer, m_clock.nowMs()};
    m_links.insert(key, link);
    write(key, link);
    Q_EMIT changed();
}

void PatientLinks::forget(const dicom::PatientRecord &a, const dicom::PatientRecord &b)
{
    const QString key = dicom::pairKey(a, b);
    if (!m_links.value(key))
        return;
    m_links.insert(key, std::nullopt);
    write(key, std::nullopt);
    Q_EMIT changed();
}

void PatientLinks::write(const QString &key, const std::optional<PatientLink> &link)
{
    if (!m_store)
        return;
    ++m_writing;
    const auto value = link ? std::optional(toCbor(*link)) : std::nullopt;
    m_store->apply({store::Change{QString::fromLatin1(recordKind), key, value}})
        .then(this, [this](const Result<std::int64_t> &done) {
            --m_writing;
            const bool isNews = !done && !m_failure;
            m_failure = done ? std::nullopt : std::optional(done.error());
            if (isNews)
                Q_EMIT notKept(done.error());
        });
}

} // namespace consilium::app
