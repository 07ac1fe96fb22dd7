#pragma once
#include "base/Clock.h"

#include <QObject>
#include <QTimer>

namespace consilium::app
{

/// Tells when nobody has touched mouse, keyboard or screen for some minutes. Time that the computer slept counts.
class IdleWatch : public QObject
{
    Q_OBJECT
public:
    explicit IdleWatch(const Clock &clock, QObject *parent = nullptr);

    /// Begins anew. 0: watches no longer. Watches what comes to any window of the program.
    void start(int minutes);
    void stop() { start(0); }
    [[nodiscard]] bool isWatching() const { return m_limitMs > 0; }
    /// As its timer does every few seconds. True: the time was over, which has been told.
    bool check();

Q_SIGNALS:
    void expired(); ///< once; then it has stopped

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] bool takeInput(QEvent *event); ///< true: it goes no further

    const Clock &m_clock;
    QTimer m_timer;
    TimeMs m_limitMs = 0, m_last = 0;
    bool m_swallowsKey = false; ///< the press that belongs to what has ended the time
};

} // namespace consilium::app
