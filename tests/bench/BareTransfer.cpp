#include "tests/bench/BareTransfer.h"

#include <QElapsedTimer>

#include <curl/curl.h>

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;

namespace consilium::bench
{

namespace
{

constexpr int kConnections = 4;

size_t append(char *data, size_t size, size_t count, void *into)
{
    static_cast<QByteArray *>(into)->append(data, qsizetype(size * count));
    return size * count;
}

// One connection: takes the next frame until there is none.
void work(const QString &url, const BenchStudy &study, std::atomic<size_t> &next, std::vector<QByteArray> &bodies,
          std::atomic<bool> &failed)
{
    CURL *curl = curl_easy_init();
    curl_slist *headers =
        curl_slist_append(nullptr, "Accept: multipart/related; type=\"application/octet-stream\"; transfer-syntax=*");
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, append);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    for (size_t i = next++; i < study.images.size() && !failed; i = next++) {
        const QByteArray target = u"%1/studies/%2/series/%3/instances/%4/frames/1"_s
                                      .arg(url, study.study.text(), study.series.text(), study.images[i].text())
                                      .toLatin1();
        bodies[i].reserve(530'000);
        curl_easy_setopt(curl, CURLOPT_URL, target.constData());
        curl_easy_setopt(curl, CURLOPT_WRITEDATA, &bodies[i]);
        long status = 0;
        if (curl_easy_perform(curl) != CURLE_OK ||
            curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status) != CURLE_OK || status != 200)
            failed = true;
    }
    curl_slist_free_all(headers);
    curl_easy_cleanup(curl);
}

// The bytes between the part's header and the closing boundary.
QByteArray content(const QByteArray &body)
{
    const qsizetype begin = body.indexOf("\r\n\r\n") + 4, end = body.lastIndexOf("\r\n--");
    return begin >= 4 && end > begin ? body.mid(begin, end - begin) : QByteArray();
}

} // namespace

Result<Transfer> transferFrames(const QString &url, const BenchStudy &study)
{
    Transfer transfer;
    std::vector<QByteArray> bodies(study.images.size());
    std::atomic<size_t> next{0};
    std::atomic<bool> failed{false};
    QElapsedTimer clock;
    clock.start();
    std::vector<std::thread> connections;
    for (int i = 0; i < kConnections; ++i)
        connections.emplace_back([&] { work(url, study, next, bodies, failed); });
    for (std::thread &connection : connections)
        connection.join();
    transfer.seconds = double(clock.nsecsElapsed()) / 1e9;
    if (failed)
        return fail(ErrorCode::ConnectionLost, u"the bare transfer failed"_s);
    for (QByteArray &body : bodies)
        transfer.frames.push_back(content(std::exchange(body, {})));
    return transfer;
}

} // namespace consilium::bench
