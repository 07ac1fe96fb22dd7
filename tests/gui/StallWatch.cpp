#include "tests/gui/StallWatch.h"

#include <QAbstractEventDispatcher>
#include <QEvent>
#include <QMetaEnum>
#include <QTest>
#include <QThread>

#include <chrono>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

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

} // namespace

WatchedApplication::WatchedApplication(int &argc, char **argv)
    : QApplication(argc, argv), m_schedule(::open("/proc/thread-self/schedstat", O_RDONLY | O_CLOEXEC))
{
    auto *dispatcher = QAbstractEventDispatcher::instance();
    connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, this, [this] {
        if (m_depth > 0)
            check();
    });
    connect(dispatcher, &QAbstractEventDispatcher::awake, this, &WatchedApplication::begin);
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

void WatchedApplication::begin()
{
    m_since = aliveNs();
}

void WatchedApplication::check()
{
    const std::int64_t took = aliveNs() - m_since;
    if (took <= mostNs || allowed > 0 || !QTest::currentTestFunction())
        return;
    const QString text = u"the event loop stood still for %1 ms: %2"_s.arg(took / 1'000'000).arg(m_what);
    QTest::qFail(qPrintable(text), __FILE__, __LINE__);
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
