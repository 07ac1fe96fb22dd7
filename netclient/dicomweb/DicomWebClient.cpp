#include "netclient/dicomweb/DicomWebClient.h"

#include "netclient/dicomweb/Part10.h"
#include "netclient/dicomweb/Retrieve.h"
#include "netclient/dicomweb/Search.h"
#include "netclient/dicomweb/Session.h"
#include "netclient/dicomweb/Store.h"

#include <QUrl>

#include <algorithm>
#include <optional>
#include <span>

namespace consilium::dicomweb
{

namespace
{

constexpr std::int64_t maximumSeriesMetadata = 256LL * 1024 * 1024, maximumObject = MultipartParser::longestPart,
                       maximumBulkData = 1'000'000'000, maximumSeries = 64'000'000'000, frameSlack = 1'000'000;

// A future and the callback that fulfils it.
template<class T>
std::pair<Pending<Result<T>>, Session::Done<T>> promised()
{
    const auto promise = std::make_shared<PendingPromise<Result<T>>>();
    promise->start();
    return {promise->future(), [promise](Result<T> result) { promise->finish(std::move(result)); }};
}

QString segment(const QString &uid)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(uid));
}

QString seriesPath(const StudyUid &study, const SeriesUid &series)
{
    return QStringLiteral("/studies/%1/series/%2").arg(segment(study.text()), segment(series.text()));
}

QString instancePath(const StudyUid &study, const SeriesUid &series, const SopInstanceUid &sop)
{
    return seriesPath(study, series) + QStringLiteral("/instances/") + segment(sop.text());
}

Fetch fetchOf(Fetch::Kind kind, Resource resource, const QString &url, Priority priority, const CancelToken &cancel)
{
    Fetch fetch;
    fetch.kind = kind;
    fetch.resource = resource;
    fetch.url = url;
    fetch.priority = priority;
    fetch.cancel = cancel;
    return fetch;
}

// One answer, read by `interpret`, into a future.
template<class T, class F>
Pending<Result<T>> fetchOne(const std::shared_ptr<Session> &session, const Fetch &fetch, F interpret)
{
    auto [future, done] = promised<T>();
    session->fetch(fetch, [session, resource = fetch.resource, done = std::move(done),
                           interpret = std::move(interpret)](Result<Answer> answer) {
        if (!answer) {
            done(fail(answer.error()));
            return;
        }
        const QByteArray form = answer->form;
        Result<T> result = interpret(std::move(*answer));
        if (result)
            session->understood(resource, form);
        done(std::move(result));
    });
    return future;
}

// Data sets that say they belong elsewhere are never shown under the name that was asked for.
bool belongs(const Attributes &dataSet, Tag tag, const QString &uid)
{
    const QString own = dataSet.text(tag);
    return own.isEmpty() || own == uid;
}

template<class T, class F>
Pending<Result<T>> fetchMetadata(const std::shared_ptr<Session> &session, const QString &url, Priority priority,
                                 const CancelToken &cancel, std::int64_t maximumBytes, F interpret,
                                 std::optional<std::span<const Tag>> needed = {})
{
    auto [future, done] = promised<T>();
    Fetch fetch = fetchOf(Fetch::Kind::Json, Resource::Json, url, priority, cancel);
    fetch.maximumBytes = maximumBytes;
    fetch.needed = needed;
    fetch.onDataSets = [url](std::vector<Attributes> &all) {
        for (Attributes &dataSet : all)
            resolveBulkDataUris(dataSet, url);
    };
    session->fetchJson(std::move(fetch),
                       [done = std::move(done), interpret = std::move(interpret)](Result<Session::DataSets> result) {
                           done(result ? interpret(std::move(result->all)) : Result<T>(fail(result.error())));
                       });
    return future;
}

// A list below a path; entries that name another parent are left out.
Pending<Result<std::vector<Attributes>>> list(const std::shared_ptr<Session> &session, ListQuery query, Tag parent,
                                              const QString &parentUid, Priority priority, const CancelToken &cancel)
{
    auto [future, done] = promised<std::vector<Attributes>>();
    searchAll(session, std::move(query), priority, cancel,
              [done = std::move(done), parent, parentUid](Result<Listed> listed) {
                  if (!listed) {
                      done(fail(listed.error()));
                  } else if (listed->mayHaveMore) {
                      done(fail(ErrorCode::Unsupported,
                                QStringLiteral("a list of which only %1 entries came").arg(listed->all.size())));
                  } else {
                      std::erase_if(listed->all,
                                    [&](const Attributes &one) { return !belongs(one, parent, parentUid); });
                      done(std::move(listed->all));
                  }
              });
    return future;
}

std::vector<std::pair<QString, QString>> includeFields(std::initializer_list<Tag> fields)
{
    std::vector<std::pair<QString, QString>> parameters;
    for (const Tag tag : fields)
        parameters.emplace_back(QStringLiteral("includefield"), tag.text());
    return parameters;
}

QString withoutTrailingSlash(QString url)
{
    while (url.endsWith(QLatin1Char('/')))
        url.chop(1);
    return url;
}

} // namespace

DicomWebClient::DicomWebClient(http::HttpClient &http, ArchiveConfig config)
{
    config.baseUrl = withoutTrailingSlash(config.baseUrl.trimmed());
    d = std::make_shared<Session>(http, std::move(config));
}

DicomWebClient::~DicomWebClient() = default;

const ArchiveConfig &DicomWebClient::config() const
{
    return d->config();
}

Pending<Result<StudyPage>> DicomWebClient::searchStudies(const StudyQuery &query, Priority priority,
                                                         const CancelToken &cancel)
{
    auto [future, done] = promised<StudyPage>();
    dicomweb::searchStudies(d, query, priority, cancel, std::move(done));
    return future;
}

Pending<Result<std::vector<Attributes>>> DicomWebClient::searchSeries(const StudyUid &study, Priority priority,
                                                                      const CancelToken &cancel)
{
    ListQuery query{QStringLiteral("/studies/%1/series").arg(segment(study.text())),
                    includeFields({tags::SeriesDescription, tags::NumberOfSeriesRelatedInstances,
                                   tags::BodyPartExamined, tags::SeriesDate, tags::Modality}),
                    tags::SeriesInstanceUid};
    return list(d, std::move(query), tags::StudyInstanceUid, study.text(), priority, cancel);
}

Pending<Result<std::vector<Attributes>>> DicomWebClient::searchInstances(const StudyUid &study, const SeriesUid &series,
                                                                         Priority priority, const CancelToken &cancel)
{
    ListQuery query{seriesPath(study, series) + QStringLiteral("/instances"),
                    includeFields({tags::InstanceNumber, tags::ImagePositionPatient, tags::ImageOrientationPatient,
                                   tags::NumberOfFrames, tags::Rows, tags::Columns}),
                    tags::SopInstanceUid};
    return list(d, std::move(query), tags::SeriesInstanceUid, series.text(), priority, cancel);
}

Pending<Result<std::vector<Attributes>>>
DicomWebClient::searchSomeInstances(const StudyUid &study, const SeriesUid &series, int instanceNumber, int limit,
                                    Priority priority, const CancelToken &cancel)
{
    auto [future, done] = promised<std::vector<Attributes>>();
    QString path = seriesPath(study, series) + QStringLiteral("/instances?limit=%1").arg(limit);
    if (instanceNumber >= 0)
        path += QStringLiteral("&InstanceNumber=%1").arg(instanceNumber);
    // One question: what matters is that it is short, not that it is complete.
    d->fetchJson(fetchOf(Fetch::Kind::Json, Resource::Json, d->url(path), priority, cancel),
                 [done = std::move(done), series, limit](Result<Session::DataSets> result) {
                     if (!result) {
                         done(fail(result.error()));
                         return;
                     }
                     std::erase_if(result->all, [&](const Attributes &one) {
                         return !belongs(one, tags::SeriesInstanceUid, series.text());
                     });
                     if (std::ssize(result->all) > limit)
                         result->all.resize(static_cast<std::size_t>(std::max(limit, 0)));
                     done(std::move(result->all));
                 });
    return future;
}

Pending<Result<std::vector<Attributes>>> DicomWebClient::findInstance(const StudyUid &study, const SopInstanceUid &sop,
                                                                      Priority priority, const CancelToken &cancel)
{
    ListQuery query{QStringLiteral("/studies/%1/instances").arg(segment(study.text())),
                    {{QStringLiteral("SOPInstanceUID"), sop.text()}},
                    tags::SopInstanceUid};
    query.atMost = 1;
    auto [future, done] = promised<std::vector<Attributes>>();
    searchAll(d, std::move(query), priority, cancel, [done = std::move(done), study, sop](Result<Listed> listed) {
        if (!listed) {
            done(fail(listed.error()));
            return;
        }
        std::erase_if(listed->all, [&](const Attributes &one) {
            return one.text(tags::SopInstanceUid) != sop.text() || !belongs(one, tags::StudyInstanceUid, study.text());
        });
        if (listed->all.empty() && listed->mayHaveMore)
            done(fail(ErrorCode::Unsupported, QStringLiteral("a list without its end")));
        else
            done(std::move(listed->all));
    });
    return future;
}

Pending<Result<std::vector<Attributes>>> DicomWebClient::fetchSeriesMetadata(const StudyUid &study,
                                                                             const SeriesUid &series, Priority priority,
                                                                             const CancelToken &cancel)
{
    const QString url = d->url(seriesPath(study, series) + QStringLiteral("/metadata"));
    constexpr std::span<const Tag> nothing; // an entry that cannot be read spoils no other
    return fetchMetadata<std::vector<Attributes>>(
        d, url, priority, cancel, maximumSeriesMetadata,
        [series](std::vector<Attributes> all) -> Result<std::vector<Attributes>> {
            if (all.empty())
                return fail(ErrorCode::NotFound, QStringLiteral("the series has no images"));
            const auto isOfSeries = [&](const Attributes &one) {
                return !one.elements().empty() && belongs(one, tags::SeriesInstanceUid, series.text());
            };
            if (std::none_of(all.begin(), all.end(), isOfSeries))
                return fail(ErrorCode::ProtocolViolation, QStringLiteral("metadata of another series, or of nothing"));
            return all;
        },
        nothing);
}

Pending<Result<Attributes>> DicomWebClient::fetchInstanceMetadata(const StudyUid &study, const SeriesUid &series,
                                                                  const SopInstanceUid &sop, Priority priority,
                                                                  const CancelToken &cancel)
{
    const QString url = d->url(instancePath(study, series, sop) + QStringLiteral("/metadata"));
    return fetchMetadata<Attributes>(
        d, url, priority, cancel, 0, [sop](std::vector<Attributes> all) -> Result<Attributes> {
            if (all.empty())
                return fail(ErrorCode::NotFound, QStringLiteral("no metadata"));
            if (all.size() > 1 || !belongs(all.front(), tags::SopInstanceUid, sop.text()))
                return fail(ErrorCode::ProtocolViolation, QStringLiteral("metadata of another object"));
            return std::move(all.front());
        });
}

Pending<Result<EncodedFrame>> DicomWebClient::fetchFrame(const StudyUid &study, const SeriesUid &series,
                                                         const SopInstanceUid &sop, int frame, Priority priority,
                                                         const CancelToken &cancel, const FrameHints &hints)
{
    const QString url = d->url(instancePath(study, series, sop) + QStringLiteral("/frames/%1").arg(frame + 1));
    Fetch fetch = fetchOf(Fetch::Kind::Binary, Resource::Frames, url, priority, cancel);
    fetch.urgency = hints.urgency;
    if (hints.expectedBytes > 0 && hints.expectedBytes < maximumObject / 2)
        fetch.maximumBytes = hints.expectedBytes * 2 + frameSlack;
    return fetchOne<EncodedFrame>(d, fetch, [asked = FrameName{study, series, sop, frame}, hints](Answer answer) {
        return frameOf(std::move(answer), asked, hints);
    });
}

Pending<Result<QByteArray>> DicomWebClient::fetchInstance(const StudyUid &study, const SeriesUid &series,
                                                          const SopInstanceUid &sop, Priority priority,
                                                          const CancelToken &cancel)
{
    const QString url = d->url(instancePath(study, series, sop));
    Fetch fetch = fetchOf(Fetch::Kind::Binary, Resource::Instance, url, priority, cancel);
    fetch.maximumBytes = maximumObject;
    return fetchOne<QByteArray>(d, fetch, [sop](Answer answer) { return instanceOf(std::move(answer), sop); });
}

Pending<Result<void>> DicomWebClient::fetchSeries(const StudyUid &study, const SeriesUid &series,
                                                  std::function<void(QByteArray)> each, Priority priority,
                                                  const CancelToken &cancel)
{
    Fetch fetch = fetchOf(Fetch::Kind::Binary, Resource::Instance, d->url(seriesPath(study, series)), priority, cancel);
    fetch.maximumBytes = maximumSeries;
    fetch.maximumPartBytes = maximumObject;
    fetch.onPart = [each = std::move(each)](Part &&part) -> Result<void> {
        if (part.body.isEmpty())
            return {};
        if (isShort(part))
            return fail(ErrorCode::ProtocolViolation, QStringLiteral("an object shorter than its part says"));
        if (!readFileMeta(part.body))
            return fail(ErrorCode::ProtocolViolation, QStringLiteral("an object that is not a DICOM file"));
        each(std::move(part.body));
        return {};
    };
    return fetchOne<void>(d, fetch, [](const Answer &) { return Result<void>(); });
}

Pending<Result<QByteArray>> DicomWebClient::fetchBulkData(const QString &uri, Priority priority,
                                                          const CancelToken &cancel)
{
    const Result<QString> url = bulkDataUrl(uri, d->config().baseUrl);
    if (!url) {
        auto [future, done] = promised<QByteArray>();
        done(fail(url.error()));
        return future;
    }
    Fetch fetch = fetchOf(Fetch::Kind::Binary, Resource::BulkData, *url, priority, cancel);
    fetch.maximumBytes = maximumBulkData;
    return fetchOne<QByteArray>(d, fetch, [](Answer answer) { return bulkOf(std::move(answer)); });
}

Pending<Result<QByteArray>> DicomWebClient::fetchRendered(const StudyUid &study, const SeriesUid &series,
                                                          const SopInstanceUid &sop, Priority priority,
                                                          const CancelToken &cancel)
{
    const QString url = d->url(instancePath(study, series, sop) + QStringLiteral("/rendered"));
    return fetchOne<QByteArray>(d, fetchOf(Fetch::Kind::Picture, Resource::Rendered, url, priority, cancel),
                                [](Answer answer) { return pictureOf(std::move(answer)); });
}

Pending<Result<StoreOutcome>> DicomWebClient::store(std::vector<QByteArray> part10, Priority priority,
                                                    const CancelToken &cancel)
{
    auto [future, done] = promised<StoreOutcome>();
    storeObjects(d, std::move(part10), priority, cancel, std::move(done));
    return future;
}

Pending<Result<StoreAnswer>> DicomWebClient::storeOne(const QByteArray &part10,
                                                      std::function<void(std::int64_t)> onSent, Priority priority,
                                                      const CancelToken &cancel)
{
    auto [future, done] = promised<StoreAnswer>();
    storeObject(d, part10, std::move(onSent), priority, cancel, std::move(done));
    return future;
}

std::optional<Error> DicomWebClient::waitingFor() const
{
    return d->waitingFor();
}

void DicomWebClient::setCredentials(const http::Credentials &credentials)
{
    d->setCredentials(credentials);
}

QByteArray DicomWebClient::learned() const
{
    return d->negotiation().toJson();
}

void DicomWebClient::learn(const QByteArray &json)
{
    d->negotiation().fromJson(json);
}

void DicomWebClient::onLearned(std::function<void()> handler)
{
    d->negotiation().onChange(std::move(handler));
}

} // namespace consilium::dicomweb
