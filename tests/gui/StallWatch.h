#pragma once
#include <QApplication>
#include <QByteArray>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <map>

namespace consilium::test
{

/// An application in which a test fails when one event holds the event loop for more than 100 ms (ARCHITECTURE.md):
/// meanwhile a person's window answers nothing. What the thread waits for counts as well as what it computes; what it
/// or a thread that it waits for stands in the queue for a processor does not, and 100 ms are those of this processor
/// at its best: a busy machine fails nothing. Loops within an event (a menu, a drag, a native dialog) are watched event
/// by event. What a machine does once (a disk that is late, a neighbour's burst) it does not do again in the same
/// place: a test that stood still is run once more, and fails when it stands still then.
class WatchedApplication final : public QApplication
{
public:
    WatchedApplication(int &argc, char **argv);
    ~WatchedApplication() override;
    bool notify(QObject *receiver, QEvent *event) override;
    /// The tests ("function" or "function:row") that stood still since this was asked last, each once.
    [[nodiscard]] QStringList takeStalled();
    /// From now on a test that stands still fails, rather than being noted for takeStalled().
    void setIsSecondRun(bool isSecond);

private:
    void begin();
    void check();
    [[nodiscard]] std::int64_t aliveNs() const;
    double slowness();
    [[nodiscard]] std::int64_t othersQueuedNs() const;

    int m_schedule = -1; ///< file descriptor of this thread's schedstat
    int m_depth = 0;     ///< of events within one another
    std::int64_t m_since = 0;
    std::int64_t m_bestUnitNs = 0;               ///< the fixed piece of work of slowness(), at its quickest
    std::int64_t m_paced = 0;                    ///< when slowness() was asked last
    std::map<QByteArray, std::int64_t> m_queued; ///< queuedOfThreads() then
    QString m_what;                              ///< the outermost event
    QStringList m_stalled;                       ///< see takeStalled()
    bool m_isSecondRun = false;
};

/// While it lives an event may take long: for what a person knows to take a moment. `why` says what.
class MayStall
{
public:
    explicit MayStall(const char *why);
    ~MayStall();
    Q_DISABLE_COPY_MOVE(MayStall)
};

} // namespace consilium::test
