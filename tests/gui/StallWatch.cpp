#include "tests/gui/StallWatch.h"

#include "tests/support/ProcessorQueue.h"

#include <QAbstractEventDispatcher>
#include <QEvent>
#include <QMetaEnum>
#include <QTest>
#include <QThread>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace consilium::test
{

namespace
{

constexpr std::int64_t mostNs = 100'000'000;
int allowed = 0; ///< MayStalls that live

std::int64_t steadyNs()
{
    return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

/// Processor time (ns) of a fixed piece of work: what differs from the best ever seen is the machine, not the program.
std::int64_t unitNs()
{
    const auto ranNs = [] {
        timespec now{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
        return now.tv_sec * 1'000'000'000 + now.tv_nsec;
    };
    static std::array<std::uint32_t, 32'768> places{}; // 128 KiB: within the processor's own caches
    const auto begin = ranNs();
    std::uint32_t at = 1;
    for (int i = 0; i < 100'000; ++i) {
        at = at * 1'664'525 + 1'013'904'223;
        std::uint32_t &place = places[at >> 17];
        place = place ^ at;
        at += place & 1;
    }
    return std::max<std::int64_t>(ranNs() - begin, 1);
}

} // namespace

WatchedApplication::WatchedApplication(int &argc, char **argv)
    : QApplication(argc, argv), m_schedule(::open("/proc/thread-self/schedstat", O_RDONLY | O_CLOEXEC))
{
    auto *dispatcher = QAbstractEventDispatcher::instance();
    connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, this, [this] {
        if (m_depth > 0)
            check();
    });
    connect(dispatcher, &QAbstractEventDispatcher::awake, this, [this] {
        constexpr std::int64_t paceNs = 500'000'000;
        if (steadyNs() - m_paced > paceNs) {
            slowness();
            m_queued = queuedOfThreads();
        }
        begin();
    });
    slowness();
}

WatchedApplication::~WatchedApplication()
{
    if (m_schedule >= 0)
        ::close(m_schedule);
}

/// Time in which this thread ran or waited for something else than a processor.
std::int64_t WatchedApplication::aliveNs() const
{
    char text[96] = {};
    long long ran = 0, queued = 0; // schedstat: ns on a processor, ns in its queue, times
    if (m_schedule < 0 || ::pread(m_schedule, text, sizeof text - 1, 0) <= 0 ||
        std::sscanf(text, "%lld %lld", &ran, &queued) != 2)
        queued = 0;
    return steadyNs() - queued;
}

/// How many times slower than at its best this processor computes now, at least 1: a machine that is shared gives less
/// than a whole one at times, and tells nobody.
double WatchedApplication::slowness()
{
    std::array<std::int64_t, 5> took{};
    std::generate(took.begin(), took.end(), unitNs);
    std::sort(took.begin(), took.end());
    m_bestUnitNs = m_bestUnitNs > 0 ? std::min(m_bestUnitNs, took.front()) : took.front();
    m_paced = steadyNs();
    return static_cast<double>(took[took.size() / 2]) / static_cast<double>(m_bestUnitNs);
}

/// The longest that one other thread has been kept from running since queues were looked at last: Qt lets threads of a
/// pool paint parts of a picture, and waits for them.
std::int64_t WatchedApplication::othersQueuedNs() const
{
    std::int64_t longest = 0;
    for (const auto &[thread, now] : queuedOfThreads()) {
        const auto before = m_queued.find(thread);
        longest = std::max(longest, now - (before == m_queued.end() ? 0 : before->second));
    }
    return longest;
}

void WatchedApplication::begin()
{
    m_since = aliveNs();
}

void WatchedApplication::check()
{
    const std::int64_t took = aliveNs() - m_since;
    if (took <= mostNs || allowed > 0 || !QTest::currentTestFunction())
        return;
    const double slower = std::max(slowness(), 1.0);
    if (static_cast<double>(took - othersQueuedNs()) <= static_cast<double>(mostNs) * slower)
        return;
    const QString text = u"the event loop stood still for %1 ms (on a processor %2 times slower than at its best): %3"_s
                             .arg(took / 1'000'000)
                             .arg(slower, 0, 'f', 2)
                             .arg(m_what);
    if (m_isSecondRun) {
        QTest::qFail(qPrintable(text), __FILE__, __LINE__);
        return;
    }
    qWarning("%s", qPrintable(text));
    QString test = QString::fromUtf8(QTest::currentTestFunction());
    if (const char *row = QTest::currentDataTag(); row && *row)
        test += u':' + QString::fromUtf8(row);
    if (!m_stalled.contains(test))
        m_stalled.append(test);
}

QStringList WatchedApplication::takeStalled()
{
    return std::exchange(m_stalled, {});
}

void WatchedApplication::setIsSecondRun(bool isSecond)
{
    m_isSecondRun = isSecond;
}

bool WatchedApplication::notify(QObject *receiver, QEvent *event)
{
    // Events of other threads (the sockets of a test's server) come here on those threads: what is kept is not theirs.
    if (QThread::currentThread() != thread())
        return QApplication::notify(receiver, event);
    if (m_depth == 0) {
        const char *type = QMetaEnum::fromType<QEvent::Type>().valueToKey(event->type());
        m_what = u"%1 to %2 %3"_s.arg(QLatin1StringView(type ? type : "an event"),
                                      QLatin1StringView(receiver->metaObject()->className()), receiver->objectName());
        begin();
    }
    ++m_depth;
    const bool isDone = QApplication::notify(receiver, event);
    if (--m_depth == 0)
        check();
    return isDone;
}

MayStall::MayStall(const char *)
{
    ++allowed;
}

MayStall::~MayStall()
{
    --allowed;
}

} // namespace consilium::test
