#include "netclient/http/HttpClient.h"
#include "tests/net/Await.h"
#include "tests/support/FaultServer.h"
#include "tests/support/TestMain.h"

#include <QSemaphore>

#include <chrono>
#include <thread>

using namespace consilium;
using namespace consilium::test;

/// What waits, for what, and on which thread.
class TestHttpQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cancelInTheQueue();
    void fourConnectionsAtMost();
    void urgentFirst();
    void urgencyMayChangeInTheQueue();
    void backgroundLeavesRoom();
    void destructionCancels();
    void slowWorkHoldsNothingUp();
    void destructionWaitsForWork();
};

namespace
{

http::HttpRequest get(const QString &url)
{
    http::HttpRequest request;
    request.url = url;
    return request;
}

FaultReply text(const QByteArray &body)
{
    return reply(200, "text/plain", body);
}

} // namespace

void TestHttpQueue::cancelInTheQueue()
{
    QSemaphore gate;
    FaultServer server([&](const FaultRequest &) {
        gate.acquire();
        return text("ok");
    });
    http::HttpClient client;
    std::vector<QFuture<Result<http::HttpResponse>>> first;
    for (int i = 0; i < 4; ++i)
        first.push_back(client.send(get(server.url())));
    CancelToken token;
    const auto queued = client.send(get(server.url(QStringLiteral("/queued"))), Priority::Interactive, token);
    token.cancel();
    COMPARE_ERROR(await(queued), ErrorCode::Cancelled);
    gate.release(4);
    for (const auto &future : first)
        VERIFY_VALUE(await(future));
    for (const FaultRequest &request : server.requests())
        QVERIFY(request.target != "/queued");
}

void TestHttpQueue::fourConnectionsAtMost()
{
    FaultServer server([](const FaultRequest &r) { return text(r.target); });
    http::HttpClient client;
    std::vector<QFuture<Result<http::HttpResponse>>> futures;
    for (int i = 0; i < 200; ++i)
        futures.push_back(client.send(get(server.url(QStringLiteral("/%1").arg(i)))));
    for (int i = 0; i < 200; ++i) {
        const auto result = await(futures[static_cast<std::size_t>(i)]);
        VERIFY_VALUE(result);
        QCOMPARE(result->body, "/" + QByteArray::number(i));
    }
    QVERIFY(server.mostOpenConnections() <= 4);
    QVERIFY(server.connections() <= 8); // kept alive, not opened anew
}

void TestHttpQueue::urgentFirst()
{
    QSemaphore gate;
    FaultServer server([&](const FaultRequest &r) {
        if (r.target == "/hold")
            gate.acquire();
        return text("ok");
    });
    http::HttpClient client;
    std::vector<QFuture<Result<http::HttpResponse>>> futures;
    for (int i = 0; i < 4; ++i)
        futures.push_back(client.send(get(server.url(QStringLiteral("/hold")))));
    QTRY_COMPARE(server.requests().size(), 4);
    const std::pair<const char *, Priority> asked[] = {{"/b1", Priority::Background},  {"/p1", Priority::Prefetch},
                                                       {"/i1", Priority::Interactive}, {"/v1", Priority::Visible},
                                                       {"/p2", Priority::Prefetch},    {"/v2", Priority::Visible}};
    for (const auto &[path, priority] : asked)
        futures.push_back(client.send(get(server.url(QString::fromLatin1(path))), priority));
    QTest::qWait(60); // all of them are in the queue
    gate.release(1);  // one connection works them off
    QTRY_COMPARE(server.requests().size(), 10);
    gate.release(3);
    for (const auto &future : futures)
        VERIFY_VALUE(await(future));
    QByteArrayList order;
    for (const FaultRequest &request : server.requests().mid(4))
        order.push_back(request.target);
    QCOMPARE(order.join(' '), QByteArray("/v1 /v2 /i1 /p1 /p2 /b1"));
}

void TestHttpQueue::urgencyMayChangeInTheQueue()
{
    QSemaphore gate;
    FaultServer server([&](const FaultRequest &r) {
        if (r.target == "/hold")
            gate.acquire();
        return text("ok");
    });
    http::HttpClient client;
    std::vector<QFuture<Result<http::HttpResponse>>> futures;
    for (int i = 0; i < 4; ++i)
        futures.push_back(client.send(get(server.url(QStringLiteral("/hold")))));
    QTRY_COMPARE(server.requests().size(), 4);
    std::vector<std::shared_ptr<std::atomic<Priority>>> urgencies;
    for (int i = 0; i < 4; ++i) {
        http::HttpRequest request = get(server.url(QStringLiteral("/%1").arg(i)));
        urgencies.push_back(std::make_shared<std::atomic<Priority>>(Priority::Prefetch));
        request.urgency = urgencies.back();
        futures.push_back(client.send(request, Priority::Visible)); // the shared one counts
    }
    futures.push_back(client.send(get(server.url(QStringLiteral("/fixed"))), Priority::Interactive));
    QTest::qWait(60); // all of them are in the queue
    *urgencies[2] = Priority::Visible;
    *urgencies[0] = Priority::Background;
    gate.release(1); // one connection works them off
    QTRY_COMPARE(server.requests().size(), 9);
    gate.release(3);
    for (const auto &future : futures)
        VERIFY_VALUE(await(future));
    QByteArrayList order;
    for (const FaultRequest &request : server.requests().mid(4))
        order.push_back(request.target);
    QCOMPARE(order.join(' '), QByteArray("/2 /fixed /1 /3 /0"));
}

void TestHttpQueue::backgroundLeavesRoom()
{
    QSemaphore gate;
    FaultServer server([&](const FaultRequest &r) {
        if (r.target == "/upload")
            gate.acquire();
        return text("ok");
    });
    http::HttpClient client;
    std::vector<QFuture<Result<http::HttpResponse>>> uploads;
    for (int i = 0; i < 6; ++i)
        uploads.push_back(client.send(get(server.url(QStringLiteral("/upload"))), Priority::Background));
    for (int i = 0; i < 10; ++i)
        VERIFY_VALUE(await(client.send(get(server.url(QStringLiteral("/frame"))), Priority::Visible)));
    gate.release(6);
    for (const auto &future : uploads)
        VERIFY_VALUE(await(future));
}

void TestHttpQueue::destructionCancels()
{
    FaultServer server([](const FaultRequest &) { return FaultReply{{}, 0, 0, false, false, true}; });
    std::vector<QFuture<Result<http::HttpResponse>>> futures;
    {
        http::HttpClient client;
        for (int i = 0; i < 10; ++i)
            futures.push_back(client.send(get(server.url())));
    }
    for (const auto &future : futures)
        COMPARE_ERROR(await(future), ErrorCode::Cancelled);
}

void TestHttpQueue::slowWorkHoldsNothingUp()
{
    FaultServer server([](const FaultRequest &) { return text("ok"); });
    http::HttpClient client;
    std::thread::id network, worked, then;
    const http::BodySink sink{{}, [&](const char *, std::size_t) {
                                  network = std::this_thread::get_id();
                                  return Result<void>();
                              }};
    QSemaphore gate, done;
    client.aside(
        [&] {
            gate.acquire();
            worked = std::this_thread::get_id();
        },
        [&] {
            then = std::this_thread::get_id();
            done.release();
        });
    const auto meanwhile = await(client.send(get(server.url()), Priority::Interactive, {}, sink));
    gate.release();
    done.acquire();
    VERIFY_VALUE(meanwhile);
    QVERIFY(worked != network && worked != std::this_thread::get_id());
    QVERIFY(then == network);
}

void TestHttpQueue::destructionWaitsForWork()
{
    std::atomic<int> worked{0}, then{0}, cancelled{0};
    {
        http::HttpClient client;
        for (int i = 0; i < 8; ++i) {
            client.aside(
                [&] {
                    std::this_thread::sleep_for(std::chrono::milliseconds(10));
                    ++worked;
                },
                [&] { // asking for more while the client goes away
                    ++then;
                    client.send(get(QStringLiteral("http://127.0.0.1:1/")))
                        .then(QtFuture::Launch::Sync, [&](const Result<http::HttpResponse> &r) { cancelled += !r; });
                });
        }
    }
    QCOMPARE(worked.load(), 8);
    QCOMPARE(then.load(), 8);
    QCOMPARE(cancelled.load(), 8);
}

CONSILIUM_TEST(TestHttpQueue)
#include "TestHttpQueue.moc"
