#include "netclient/dicomweb/Negotiation.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <utility>

namespace consilium::dicomweb
{

namespace
{

constexpr int failuresUntilForgotten = 3;
constexpr std::array<const char *, resourceCount> names{"frames", "instance", "bulkData", "json", "rendered"};

std::size_t indexOf(Resource resource)
{
    return static_cast<std::size_t>(resource);
}

// As stored first; then the default encoding; then forms for archives that know no multipart.
QList<QByteArray> allForms(Resource resource)
{
    switch (resource) {
    case Resource::Frames:
        return {R"(multipart/related; type="application/octet-stream"; transfer-syntax=*)",
                R"(multipart/related; type="application/octet-stream")",
                "multipart/related; type=application/octet-stream",
                "application/octet-stream; transfer-syntax=*",
                "application/octet-stream",
                "*/*"};
    case Resource::Instance:
        return {R"(multipart/related; type="application/dicom"; transfer-syntax=*)",
                R"(multipart/related; type="application/dicom")",
                "multipart/related; type=application/dicom",
                "application/dicom; transfer-syntax=*",
                "application/dicom",
                "*/*"};
    case Resource::BulkData:
        return {R"(multipart/related; type="application/octet-stream")",
                R"(multipart/related; type="application/octet-stream"; transfer-syntax=*)", "application/octet-stream",
                "*/*"};
    case Resource::Json:
        return {"application/dicom+json", "application/json", "*/*"};
    case Resource::Rendered:
        return {"image/jpeg", "image/png", "*/*"};
    }
    return {};
}

const char *nameOf(Negotiation::BirthDates known)
{
    switch (known) {
    case Negotiation::BirthDates::Matched:
        return "matched";
    case Negotiation::BirthDates::Useless:
        return "useless";
    case Negotiation::BirthDates::Unknown:
        break;
    }
    return "unknown";
}

} // namespace

QList<QByteArray> Negotiation::forms(Resource resource) const
{
    QList<QByteArray> forms = allForms(resource);
    const std::lock_guard lock(m_mutex);
    const qsizetype known = forms.indexOf(m_learned[indexOf(resource)].form);
    if (known > 0)
        forms.move(known, 0);
    return forms;
}

bool Negotiation::mayRetry(Resource resource, const QByteArray &form, const Error &error) const
{
    if (error.code == ErrorCode::NotAcceptable)
        return true;
    // Some archives say 400 to a form they do not know; to one that has worked, 400 speaks of the request itself.
    const std::lock_guard lock(m_mutex);
    return error.httpStatus == 400 && m_learned[indexOf(resource)].form != form;
}

void Negotiation::succeeded(Resource resource, const QByteArray &form)
{
    std::unique_lock lock(m_mutex);
    Learned &learned = m_learned[indexOf(resource)];
    if (learned.form == form) {
        learned.failures = 0;
    } else if (learned.form.isEmpty() || learned.failures >= failuresUntilForgotten) {
        learned = {form, 0};
        tell(lock);
    }
}

void Negotiation::failed(Resource resource, const QByteArray &form)
{
    const std::lock_guard lock(m_mutex);
    Learned &learned = m_learned[indexOf(resource)];
    if (learned.form == form)
        ++learned.failures;
}

bool Negotiation::ignoresLimit() const
{
    const std::lock_guard lock(m_mutex);
    return m_ignoresLimit;
}

void Negotiation::setIgnoresLimit()
{
    std::unique_lock lock(m_mutex);
    if (!std::exchange(m_ignoresLimit, true))
        tell(lock);
}

bool Negotiation::needsPlainQueries() const
{
    const std::lock_guard lock(m_mutex);
    return m_needsPlainQueries;
}

void Negotiation::setNeedsPlainQueries()
{
    std::unique_lock lock(m_mutex);
    if (!std::exchange(m_needsPlainQueries, true))
        tell(lock);
}

bool Negotiation::refusesRareFields() const
{
    const std::lock_guard lock(m_mutex);
    return m_refusesRareFields;
}

void Negotiation::setRefusesRareFields()
{
    std::unique_lock lock(m_mutex);
    if (!std::exchange(m_refusesRareFields, true))
        tell(lock);
}

Negotiation::BirthDates Negotiation::birthDates() const
{
    const std::lock_guard lock(m_mutex);
    return m_birthDates;
}

void Negotiation::setBirthDates(BirthDates found)
{
    std::unique_lock lock(m_mutex);
    if (m_birthDates != BirthDates::Useless && std::exchange(m_birthDates, found) != found)
        tell(lock);
}

void Negotiation::onChange(std::function<void()> handler)
{
    const std::lock_guard lock(m_mutex);
    m_onChange = std::move(handler);
}

void Negotiation::tell(std::unique_lock<std::mutex> &lock) const
{
    const auto handler = m_onChange;
    lock.unlock(); // the handler may ask toJson()
    if (handler)
        handler();
}

QByteArray Negotiation::toJson() const
{
    const std::lock_guard lock(m_mutex);
    QJsonObject accept;
    for (std::size_t i = 0; i < resourceCount; ++i) {
        if (!m_learned[i].form.isEmpty())
            accept.insert(QLatin1String(names[i]), QString::fromLatin1(m_learned[i].form));
    }
    const QJsonObject all{{QStringLiteral("accept"), accept},
                          {QStringLiteral("ignoresLimit"), m_ignoresLimit},
                          {QStringLiteral("needsPlainQueries"), m_needsPlainQueries},
                          {QStringLiteral("refusesRareFields"), m_refusesRareFields},
                          {QStringLiteral("birthDates"), QLatin1String(nameOf(m_birthDates))}};
    return QJsonDocument(all).toJson(QJsonDocument::Compact);
}

void Negotiation::fromJson(const QByteArray &json)
{
    const QJsonObject all = QJsonDocument::fromJson(json).object();
    const QJsonObject accept = all.value(QStringLiteral("accept")).toObject();
    const std::lock_guard lock(m_mutex);
    for (std::size_t i = 0; i < resourceCount; ++i) {
        const QByteArray form = accept.value(QLatin1String(names[i])).toString().toLatin1();
        if (allForms(static_cast<Resource>(i)).contains(form)) // nothing but what this program may ask for
            m_learned[i] = {form, 0};
    }
    m_ignoresLimit = all.value(QStringLiteral("ignoresLimit")).toBool(m_ignoresLimit);
    m_needsPlainQueries = all.value(QStringLiteral("needsPlainQueries")).toBool(m_needsPlainQueries);
    m_refusesRareFields = all.value(QStringLiteral("refusesRareFields")).toBool(m_refusesRareFields);
    const QString birthDates = all.value(QStringLiteral("birthDates")).toString();
    for (const BirthDates each : {BirthDates::Matched, BirthDates::Useless}) {
        if (birthDates == QLatin1String(nameOf(each)))
            m_birthDates = each;
    }
}

} // namespace consilium::dicomweb
