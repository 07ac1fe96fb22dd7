#pragma once
#include "base/Ids.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <vector>

class QMessageBox;
class QWidget;

namespace consilium::app
{

class MarkKeeper;
class MarkSender;
class ReadingSession;

/// What would be lost: it is in memory only.
struct Unkept {
    int marks = 0;   ///< new, changed or deleted, and not saved
    int objects = 0; ///< saved, and not in their archive yet
    [[nodiscard]] bool isEmpty() const { return marks == 0 && objects == 0; }
    bool operator==(const Unkept &) const = default;
};

/// Where this computer keeps no marks (no keychain, a store that takes nothing): asks before a tab is closed, the
/// program ends or somebody else takes the place, whether to save and send them first, to go back (what Enter and Esc
/// do), or to let them go. Where they are kept nobody is asked.
class LeaveQuestion : public QObject
{
    Q_OBJECT
public:
    enum class Leaving { Tab, Program, Person };
    /// Its parent is `window`. Null: nobody keeps or saves marks here, and nothing is asked.
    LeaveQuestion(QWidget &window, MarkKeeper *marks, MarkSender *sender);

    /// True: somebody is asked, and `goOn` called, in a later turn of the event loop, where nothing is against it any
    /// more. `sessions`: those that can be saved; of Tab the one.
    [[nodiscard]] bool asks(Leaving what, const std::vector<ReadingSession *> &sessions, std::function<void()> goOn);
    /// asks() about this tab would open a question.
    [[nodiscard]] bool wouldAsk(const ReadingSession &tab) const;
    /// Of everything, less what somebody has already let go.
    [[nodiscard]] Unkept unasked() const;
    void forget(); ///< nobody left after all: what was let go is asked about again

private:
    [[nodiscard]] bool isLossy() const;
    [[nodiscard]] Unkept unkept() const;
    [[nodiscard]] int marksOf(const ReadingSession &session) const;
    [[nodiscard]] Unkept unkeptNow() const; ///< of what is asked about
    [[nodiscard]] bool canSave() const;
    [[nodiscard]] bool isAnyFromFiles() const;
    [[nodiscard]] QString textFor(const Unkept &lost) const;
    void ask();
    void save();
    void look();
    void leave();
    void finish();
    [[nodiscard]] QMessageBox *open(const QString &text, const QString &save);

    QWidget &m_window;
    MarkKeeper *m_marks;
    MarkSender *m_sender;
    Leaving m_what = Leaving::Tab;
    std::vector<QPointer<ReadingSession>> m_sessions;
    std::function<void()> m_goOn;
    QPointer<QMessageBox> m_question;
    QTimer m_waiting; ///< for what is being saved and sent
    Unkept m_letGo;
    const ReadingSession *m_tabLetGo = nullptr;
};

} // namespace consilium::app
