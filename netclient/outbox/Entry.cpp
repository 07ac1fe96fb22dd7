#include "netclient/outbox/Entry.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <optional>

namespace consilium::outbox
{

namespace
{

constexpr int version = 1;

template<class E>
struct Named {
    E value;
    QLatin1String name;
};

constexpr std::array<Named<State>, 7> states{{
    {State::Queued, QLatin1String("queued")},
    {State::Sending, QLatin1String("sending")},
    {State::Verifying, QLatin1String("verifying")},
    {State::Sent, QLatin1String("sent")},
    {State::Waiting, QLatin1String("waiting")},
    {State::Refused, QLatin1String("refused")},
    {State::Withdrawn, QLatin1String("withdrawn")},
}};

constexpr std::array<Named<Why>, 20> reasons{{
    {Why::None, QLatin1String("none")},
    {Why::Line, QLatin1String("line")},
    {Why::SignIn, QLatin1String("signIn")},
    {Why::Forbidden, QLatin1String("forbidden")},
    {Why::ArchiveUnknown, QLatin1String("archiveUnknown")},
    {Why::NoStore, QLatin1String("noStore")},
    {Why::Busy, QLatin1String("busy")},
    {Why::ArchiveFull, QLatin1String("archiveFull")},
    {Why::NotKept, QLatin1String("notKept")},
    {Why::ByArchive, QLatin1String("byArchive")},
    {Why::TooLarge, QLatin1String("tooLarge")},
    {Why::WrongKind, QLatin1String("wrongKind")},
    {Why::BadRequest, QLatin1String("badRequest")},
    {Why::Conflict, QLatin1String("conflict")},
    {Why::NotComparable, QLatin1String("notComparable")},
    {Why::CannotAsk, QLatin1String("cannotAsk")},
    {Why::Damaged, QLatin1String("damaged")},
    {Why::Storage, QLatin1String("storage")},
    {Why::ReferenceMissing, QLatin1String("referenceMissing")},
    {Why::ReferenceRefused, QLatin1String("referenceRefused")},
}};

template<class All, class E>
QString nameIn(const All &all, E value)
{
    const auto it = std::find_if(all.begin(), all.end(), [value](const auto &one) { return one.value == value; });
    return it != all.end() ? QString(it->name) : QString();
}

template<class E, class All>
std::optional<E> valueIn(const All &all, const QString &name)
{
    const auto it = std::find_if(all.begin(), all.end(), [&](const auto &one) { return one.name == name; });
    return it != all.end() ? std::optional<E>(it->value) : std::nullopt;
}

// A double holds every whole number up to 2^53: times in ms and numbers of entries are far below.
QJsonValue number(std::int64_t value)
{
    return QJsonValue(static_cast<qint64>(value));
}

QJsonObject troubleToJson(const Trouble &trouble)
{
    return {{QStringLiteral("why"), whyName(trouble.why)},
            {QStringLiteral("error"), errorName(trouble.error.code)},
            {QStringLiteral("detail"), trouble.error.detail},
            {QStringLiteral("status"), trouble.error.httpStatus},
            {QStringLiteral("given"), static_cast<int>(trouble.error.given)},
            {QStringLiteral("reason"), trouble.reason}};
}

ErrorCode errorCodeOf(const QString &name)
{
    for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code) {
        if (errorName(static_cast<ErrorCode>(code)) == name)
            return static_cast<ErrorCode>(code);
    }
    return ErrorCode::Internal;
}

std::optional<Trouble> troubleFromJson(const QJsonObject &json)
{
    const auto why = valueIn<Why>(reasons, json.value(QStringLiteral("why")).toString());
    if (!why)
        return std::nullopt;
    Trouble trouble;
    trouble.why = *why;
    trouble.reason = json.value(QStringLiteral("reason")).toInt();
    trouble.error.code = errorCodeOf(json.value(QStringLiteral("error")).toString());
    trouble.error.detail = json.value(QStringLiteral("detail")).toString();
    trouble.error.httpStatus = json.value(QStringLiteral("status")).toInt();
    const int given = json.value(QStringLiteral("given")).toInt();
    if (given >= 0 && given <= static_cast<int>(Error::Given::Token))
        trouble.error.given = static_cast<Error::Given>(given);
    return trouble;
}

} // namespace

QString stateName(State state)
{
    return nameIn(states, state);
}

QString whyName(Why why)
{
    return nameIn(reasons, why);
}

QByteArray encodeEntry(const Entry &entry)
{
    QJsonArray after;
    for (const SopInstanceUid &sop : entry.after)
        after.append(sop.text());
    const QJsonObject json{
        {QStringLiteral("version"), version},
        {QStringLiteral("id"), entry.id.text()},
        {QStringLiteral("order"), number(entry.order)},
        {QStringLiteral("archive"), entry.archive.text()},
        {QStringLiteral("study"), entry.study.text()},
        {QStringLiteral("series"), entry.series.text()},
        {QStringLiteral("class"), entry.sopClass.text()},
        {QStringLiteral("sop"), entry.sop.text()},
        {QStringLiteral("bytes"), number(entry.bytes)},
        {QStringLiteral("digest"), QString::fromLatin1(entry.digest.toHex())},
        {QStringLiteral("after"), after},
        {QStringLiteral("queuedAt"), number(entry.queuedAt)},
        {QStringLiteral("tries"), entry.tries},
        {QStringLiteral("failures"), entry.failures},
        {QStringLiteral("fruitless"), entry.fruitless},
        {QStringLiteral("nextTryAt"), number(entry.nextTryAt)},
        {QStringLiteral("trouble"), troubleToJson(entry.trouble)},
        {QStringLiteral("state"), stateName(entry.state)},
    };
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Result<Entry> decodeEntry(const QByteArray &bytes)
{
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    const int written = json.value(QStringLiteral("version")).toInt();
    if (written > version)
        return fail(ErrorCode::Unsupported, QStringLiteral("an outbox entry of a newer program"));
    const auto text = [&](const char *key) { return json.value(QLatin1String(key)).toString(); };
    const auto whole = [&](const char *key) { return json.value(QLatin1String(key)).toInteger(-1); };
    const auto state = valueIn<State>(states, text("state"));
    const auto trouble = troubleFromJson(json.value(QStringLiteral("trouble")).toObject());
    Entry entry{EntryId(text("id")),
                whole("order"),
                ArchiveId(text("archive")),
                StudyUid(text("study")),
                SeriesUid(text("series")),
                SopClassUid(text("class")),
                SopInstanceUid(text("sop")),
                whole("bytes"),
                QByteArray::fromHex(text("digest").toLatin1()),
                {},
                whole("queuedAt"),
                static_cast<int>(whole("tries")),
                static_cast<int>(whole("failures")),
                static_cast<int>(whole("fruitless")),
                whole("nextTryAt"),
                trouble.value_or(Trouble()),
                state.value_or(State::Queued)};
    const QJsonArray after = json.value(QStringLiteral("after")).toArray();
    for (const QJsonValue &sop : after)
        entry.after.emplace_back(sop.toString());
    const bool isNamed = !entry.id.isEmpty() && !entry.archive.isEmpty() && !entry.study.isEmpty() &&
                         !entry.series.isEmpty() && !entry.sop.isEmpty();
    const bool isCounted = entry.order >= 0 && entry.bytes >= 0 && entry.tries >= 0 && entry.failures >= 0 &&
                           entry.fruitless >= 0 && entry.nextTryAt >= 0;
    if (written < 1 || !state || !trouble || !isNamed || !isCounted || entry.digest.size() != 32)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("not an outbox entry"));
    return entry;
}

} // namespace consilium::outbox
