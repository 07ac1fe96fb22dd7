#include "netclient/http/HttpClient.h"

#include "base/Logging.h"
#include "base/WorkPool.h"
#include "netclient/http/RequestQueue.h"
#include "netclient/http/Transfer.h"

#include <QThreadPool>

#include <curl/curl.h>

#include <algorithm>
#include <mutex>
#include <thread>

namespace consilium::http
{

namespace
{

// Cancel tokens are flags: while anything is outstanding they are looked at this often.
constexpr int cancelTickMs = 20, idleMs = 60'000;
constexpr std::size_t spareHandles = 8;
constexpr int workerThreads = 2;

void initialiseCurlOnce()
{
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

} // namespace

struct HttpClient::Private {
    Private();
    ~Private();
    void add(std::unique_ptr<Transfer> transfer);
    void aside(std::function<void()> work, std::function<void()> then, Priority priority);
    void stop();

    CURLM *multi = nullptr;
    std::mutex mutex;
    std::vector<std::unique_ptr<Transfer>> inbox; ///< guarded by mutex
    std::vector<std::function<void()>> calls;     ///< guarded by mutex: for the network thread
    bool stopping = false;                        ///< guarded by mutex
    std::thread thread;
    QThreadPool workers;

private:
    void run();
    [[nodiscard]] bool takeInbox();
    void runCalls();
    void call(std::function<void()> then);
    void dropCancelled();
    void start();
    [[nodiscard]] bool collectFinished();
    void endStalled();
    void endAll();
    [[nodiscard]] int waitMs() const;
    [[nodiscard]] std::unique_ptr<Transfer> detach(Transfer *transfer);

    // Network thread only.
    RequestQueue m_queue;
    std::vector<std::unique_ptr<Transfer>> m_active;
    std::vector<CURL *> m_spare;
    std::int64_t m_performedMs = 0; ///< what curl knows of the lines is as old as this
};

HttpClient::Private::Private()
{
    initialiseCurlOnce();
    multi = curl_multi_init();
    curl_multi_setopt(multi, CURLMOPT_PIPELINING, static_cast<long>(CURLPIPE_MULTIPLEX));
    curl_multi_setopt(multi, CURLMOPT_MAX_HOST_CONNECTIONS, static_cast<long>(RequestQueue::activePerHost));
    curl_multi_setopt(multi, CURLMOPT_MAXCONNECTS, 32L);
    workers.setMaxThreadCount(workerThreads);
    thread = std::thread([this] { run(); });
}

// What still works here and there may ask for more: that is refused from now on.
void HttpClient::Private::stop()
{
    {
        const std::lock_guard lock(mutex);
        stopping = true;
    }
    curl_multi_wakeup(multi);
    thread.join();
    waitForWork(workers);
}

HttpClient::Private::~Private()
{
    for (CURL *easy : m_spare)
        curl_easy_cleanup(easy);
    curl_multi_cleanup(multi);
}

void HttpClient::Private::add(std::unique_ptr<Transfer> transfer)
{
    std::unique_lock lock(mutex);
    if (stopping) {
        lock.unlock();
        transfer->finish(fail(ErrorCode::Cancelled));
        return;
    }
    inbox.push_back(std::move(transfer));
    lock.unlock();
    curl_multi_wakeup(multi);
}

void HttpClient::Private::aside(std::function<void()> work, std::function<void()> then, Priority priority)
{
    startWork(
        workers,
        [this, work = std::move(work), then = std::move(then)]() mutable {
            work();
            work = {};
            call(std::move(then));
        },
        -static_cast<int>(priority));
}

void HttpClient::Private::call(std::function<void()> then)
{
    std::unique_lock lock(mutex);
    if (stopping) {
        lock.unlock();
        then();
        return;
    }
    calls.push_back(std::move(then));
    lock.unlock();
    curl_multi_wakeup(multi);
}

void HttpClient::Private::runCalls()
{
    std::vector<std::function<void()>> due;
    {
        const std::lock_guard lock(mutex);
        due.swap(calls);
    }
    for (const std::function<void()> &then : due)
        then();
}

void HttpClient::Private::run()
{
    while (takeInbox()) {
        runCalls();
        dropCancelled();
        start();
        int running = 0;
        curl_multi_perform(multi, &running);
        m_performedMs = steadyMs();
        while (collectFinished()) {
        }
        endStalled();
        curl_multi_poll(multi, nullptr, 0, waitMs(), nullptr);
    }
    endAll();
}

// False when the client is being taken down.
bool HttpClient::Private::takeInbox()
{
    std::vector<std::unique_ptr<Transfer>> arrived;
    {
        const std::lock_guard lock(mutex);
        arrived.swap(inbox);
        for (auto &transfer : arrived)
            m_queue.add(std::move(transfer));
        return !stopping;
    }
}

void HttpClient::Private::dropCancelled()
{
    for (const auto &transfer : m_queue.takeCancelled())
        transfer->finish(fail(ErrorCode::Cancelled));
    std::vector<Transfer *> unwanted;
    for (const auto &transfer : m_active) {
        if (transfer->isCancelled())
            unwanted.push_back(transfer.get());
    }
    for (Transfer *transfer : unwanted)
        detach(transfer)->finish(fail(ErrorCode::Cancelled));
}

void HttpClient::Private::start()
{
    const std::int64_t nowMs = steadyMs();
    while (std::unique_ptr<Transfer> transfer = m_queue.next(nowMs)) {
        CURL *easy = m_spare.empty() ? curl_easy_init() : m_spare.back();
        if (!m_spare.empty())
            m_spare.pop_back();
        transfer->prepare(easy, nowMs);
        curl_multi_add_handle(multi, easy);
        m_active.push_back(std::move(transfer));
    }
}

// Ends curl's part in a transfer. In the middle of an answer that closes its connection (HTTP/2: its stream).
std::unique_ptr<Transfer> HttpClient::Private::detach(Transfer *transfer)
{
    const auto it = std::find_if(m_active.begin(), m_active.end(), [&](const auto &t) { return t.get() == transfer; });
    std::unique_ptr<Transfer> owned = std::move(*it);
    m_active.erase(it);
    m_queue.done(*owned);
    CURL *easy = owned->easy();
    curl_multi_remove_handle(multi, easy);
    curl_easy_reset(easy);
    owned->release();
    if (m_spare.size() < spareHandles)
        m_spare.push_back(easy);
    else
        curl_easy_cleanup(easy);
    return owned;
}

// True when connections became free and the next transfers have been started.
bool HttpClient::Private::collectFinished()
{
    int left = 0;
    bool freed = false;
    std::vector<std::unique_ptr<Transfer>> finished;
    while (const CURLMsg *message = curl_multi_info_read(multi, &left)) {
        if (message->msg != CURLMSG_DONE)
            continue;
        Transfer *transfer = nullptr;
        curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &transfer);
        const Transfer::Verdict verdict = transfer->conclude(message->data.result, steadyMs());
        std::unique_ptr<Transfer> owned = detach(transfer); // `message` is invalid from here
        freed = true;
        if (verdict == Transfer::Verdict::Again)
            m_queue.add(std::move(owned));
        else
            finished.push_back(std::move(owned));
    }
    if (freed) { // the line is busy again before anybody looks at what came
        start();
        int running = 0;
        curl_multi_perform(multi, &running);
        m_performedMs = steadyMs();
    }
    for (const auto &transfer : finished)
        transfer->deliver();
    return freed;
}

void HttpClient::Private::endStalled()
{
    std::vector<std::pair<Transfer *, Error>> stalled;
    std::vector<Transfer *> again;
    for (const auto &transfer : m_active) {
        if (std::optional<Error> error = transfer->stalled(m_performedMs))
            stalled.emplace_back(transfer.get(), std::move(*error));
        else if (transfer->mayAskAgain(m_performedMs))
            again.push_back(transfer.get());
    }
    for (Transfer *transfer : again) {
        std::unique_ptr<Transfer> owned = detach(transfer);
        owned->askOnNewLine();
        m_queue.add(std::move(owned));
    }
    for (auto &[transfer, error] : stalled)
        detach(transfer)->finish(fail(std::move(error)));
}

void HttpClient::Private::endAll()
{
    runCalls();
    for (const auto &transfer : m_queue.takeCancelled(true))
        transfer->finish(fail(ErrorCode::Cancelled));
    while (!m_active.empty())
        detach(m_active.back().get())->finish(fail(ErrorCode::Cancelled));
}

int HttpClient::Private::waitMs() const
{
    if (m_active.empty() && m_queue.isEmpty())
        return idleMs;
    const int due = m_queue.nextDueMs(steadyMs());
    return due >= 0 ? std::min(due, cancelTickMs) : cancelTickMs;
}

HttpClient::HttpClient() : d(std::make_unique<Private>()) {}

HttpClient::~HttpClient()
{
    d->stop();
}

void HttpClient::aside(std::function<void()> work, std::function<void()> then, Priority priority)
{
    d->aside(std::move(work), std::move(then), priority);
}

Pending<Result<HttpResponse>> HttpClient::send(HttpRequest request, Priority priority, CancelToken cancel,
                                               BodySink sink)
{
    auto transfer = std::make_unique<Transfer>(std::move(request), priority, std::move(cancel), std::move(sink));
    Pending<Result<HttpResponse>> future = transfer->future();
    if (!transfer->hasWebAddress())
        transfer->finish(fail(ErrorCode::InvalidArgument, QStringLiteral("not an address of the web")));
    else
        d->add(std::move(transfer));
    return future;
}

} // namespace consilium::http
