#pragma once
#include <QElapsedTimer>
#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QTimer>

namespace consilium::app
{

/// How long a key stays down, also where the keyboard repeats it: X11 sends a repeat as a release with a press at once
/// after it, and Qt knows that they belong together only where both have come when it looks. A release counts once no
/// press of the same key has come for `settleMs`; until then the key's presses run no command a second time.
class HeldKey : public QObject
{
    Q_OBJECT
public:
    static constexpr int settleMs = 50;

    explicit HeldKey(QObject *parent);
    /// One of these has just gone down; `letGo` says when it is up again, once.
    void watch(const QList<QKeySequence> &keys);

Q_SIGNALS:
    void letGo(qint64 heldMs); ///< from watch() to the release, without the wait after it

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QList<int> m_keys;
    QElapsedTimer m_down;
    QTimer m_settle;
    qint64 m_heldMs = 0;
    bool m_isRepeated = false; ///< the press that is being delivered
};

} // namespace consilium::app
