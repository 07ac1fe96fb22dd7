#include "app/bridge/LutFetch.h"

#include "base/Logging.h"

#include <QSet>

#include <algorithm>
#include <chrono>
#include <mutex>
#include <optional>

namespace consilium::app
{

namespace
{

constexpr Tag sequences[] = {tags::ModalityLutSequence, tags::VoiLutSequence};

// Palette Color Look-up Tables, plain and segmented: PS3.3 C.7.6.3.
constexpr Tag paletteTables[] = {{0x0028, 0x1201}, {0x0028, 0x1202}, {0x0028, 0x1203},
                                 {0x0028, 0x1221}, {0x0028, 0x1222}, {0x0028, 0x1223}};

constexpr Tag iccProfile{0x0028, 0x2000};
constexpr int firstOverlayGroup = 0x6000, lastOverlayGroup = 0x601E; // PS3.3 C.9.2

Tag overlayData(int group)
{
    return {std::uint16_t(group), 0x3000};
}

/// Where the table is that was left out; empty when it is there.
QString uriOf(const Attribute *data)
{
    return data && data->bytes.isEmpty() && data->values.isEmpty() ? data->bulkDataUri : QString();
}

QStringList urisOf(const Attributes &header)
{
    QStringList uris;
    for (const Tag sequence : sequences)
        for (const Attributes &item : header.items(sequence))
            uris << uriOf(item.find(tags::LutData));
    for (const Tag table : paletteTables)
        uris << uriOf(header.find(table));
    if (header.integer(tags::SamplesPerPixel) == 3)
        uris << uriOf(header.find(iccProfile));
    for (int group = firstOverlayGroup; group <= lastOverlayGroup; group += 2)
        uris << uriOf(header.find(overlayData(group)));
    uris.removeAll(QString());
    return uris;
}

/// The element with its bytes where they came and are not too many.
std::optional<Attribute> filledFrom(const LutBytes &luts, const Attribute *data, int most)
{
    const QByteArray bytes = luts.value(uriOf(data));
    if (bytes.isEmpty() || bytes.size() > most)
        return std::nullopt;
    Attribute filled = *data;
    filled.bytes = bytes;
    return filled;
}

std::int64_t steadyMs()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

struct Gathering {
    std::mutex mutex;
    FetchedLuts fetched;
    qsizetype outstanding = 0;
    std::int64_t bytes = 0; ///< of all tables
    std::int64_t lastCameMs = steadyMs();
};

/// The archive's own patience with one question; shortened a little, as two clocks are read.
std::int64_t silenceMs(const dicomweb::DicomWebClient &archive)
{
    constexpr int usualMs = 30'000;
    const int patienceMs = archive.config().patienceMs;
    return std::int64_t(patienceMs > 0 ? patienceMs : usualMs) * 9 / 10;
}

// Under the lock. Those that are cancelled for the silence fail behind the one that was waited for.
void noteLost(Gathering &gathering, const QString &uri, const Error &error, std::int64_t longestMs,
              const CancelToken &cancel)
{
    FetchedLuts &fetched = gathering.fetched;
    const bool isAway = error.code == ErrorCode::HostUnreachable || error.code == ErrorCode::TooManyRequests;
    const bool isSilent = error.code == ErrorCode::Timeout && steadyMs() - gathering.lastCameMs >= longestMs;
    if (isAway || isSilent) {
        fetched.silent = fetched.silent.value_or(error);
        cancel.cancel();
    }
    if (error.code == ErrorCode::Cancelled && fetched.silent)
        fetched.lost.insert(uri, *fetched.silent);
    else if (mayComeLater(error))
        fetched.lost.insert(uri, error);
}

} // namespace

bool mayComeLater(const Error &error)
{
    return isPassing(error) && error.code != ErrorCode::NotFound && error.code != ErrorCode::ProtocolViolation;
}

QStringList missingLuts(const std::vector<Attributes> &headers, const LutBytes &known)
{
    QSet<QString> distinct;
    QStringList missing;
    for (const Attributes &header : headers) {
        for (const QString &uri : urisOf(header)) {
            if (distinct.contains(uri))
                continue;
            if (distinct.size() == maximumLuts)
                return missing;
            distinct.insert(uri);
            if (!known.contains(uri))
                missing << uri;
        }
    }
    return missing;
}

bool lacksLuts(const Attributes &header, const LutBytes &known)
{
    const QStringList uris = urisOf(header);
    return std::any_of(uris.begin(), uris.end(), [&](const QString &uri) { return !known.contains(uri); });
}

bool namesEmptyLuts(const Attributes &header, const LutBytes &luts)
{
    const auto isEmpty = [&](const Attribute *data) {
        const auto found = luts.constFind(uriOf(data));
        return found != luts.cend() && found->isEmpty();
    };
    const auto items = header.items(tags::ModalityLutSequence);
    return std::any_of(items.begin(), items.end(),
                       [&](const Attributes &item) { return isEmpty(item.find(tags::LutData)); }) ||
           std::any_of(std::begin(paletteTables), std::end(paletteTables),
                       [&](const Tag table) { return isEmpty(header.find(table)); });
}

Attributes withLuts(const Attributes &header, const LutBytes &luts)
{
    Attributes whole = header;
    for (const Tag sequence : sequences) {
        const Attribute *found = header.find(sequence);
        if (!found)
            continue;
        Attribute filled = *found;
        for (Attributes &item : filled.items) {
            if (auto data = filledFrom(luts, item.find(tags::LutData), maximumLutBytes))
                item.set(tags::LutData, std::move(*data));
        }
        whole.set(sequence, std::move(filled));
    }
    for (const Tag table : paletteTables)
        if (auto data = filledFrom(luts, header.find(table), maximumLutBytes))
            whole.set(table, std::move(*data));
    if (auto data = filledFrom(luts, header.find(iccProfile), maximumProfileBytes))
        whole.set(iccProfile, std::move(*data));
    for (int group = firstOverlayGroup; group <= lastOverlayGroup; group += 2)
        if (auto data = filledFrom(luts, header.find(overlayData(group)), maximumOverlayBytes))
            whole.set(overlayData(group), std::move(*data));
    return whole;
}

void fetchLuts(dicomweb::DicomWebClient &archive, const QStringList &uris, Priority priority, const CancelToken &cancel,
               const std::function<void(const FetchedLuts &)> &done)
{
    if (uris.isEmpty())
        return done({});
    auto gathering = std::make_shared<Gathering>();
    gathering->outstanding = uris.size();
    const std::int64_t longestMs = silenceMs(archive);
    for (const QString &uri : uris) {
        archive.fetchBulkData(uri, priority, cancel)
            .then(QtFuture::Launch::Sync, [gathering, uri, done, cancel, longestMs](const Result<QByteArray> &got) {
                if (!got)
                    qCWarning(logApp) << "a look-up table did not come:" << errorName(got.error().code);
                bool isLast = false;
                {
                    const std::lock_guard lock(gathering->mutex);
                    if (got)
                        gathering->lastCameMs = steadyMs();
                    else
                        noteLost(*gathering, uri, got.error(), longestMs, cancel);
                    const bool isUsable = got && got->size() <= maximumOverlayBytes &&
                                          gathering->bytes + got->size() <= maximumLutBytesTogether;
                    gathering->bytes += isUsable ? got->size() : 0;
                    gathering->fetched.luts.insert(uri, isUsable ? *got : QByteArray());
                    isLast = --gathering->outstanding == 0;
                }
                if (isLast)
                    done(gathering->fetched);
            });
    }
}

} // namespace consilium::app
