#pragma once
#include "base/Ids.h"

#include <QObject>

#include <set>

namespace consilium::app
{

class MainWindow;
class MarkKeeper;
class MarkSender;

/// What has become of marks, in the window's message: over the study that it is about and no other patient's, with the
/// study's name where no study is in front; gone when its cause is, or with the study's tab. What is wrong with the
/// outbox as a whole is said by its sign (OutboxButton).
class StudyNotices : public QObject
{
    Q_OBJECT
public:
    /// A child of the window. Null: nobody saves, or keeps, marks here.
    StudyNotices(MainWindow &window, MarkSender *sender, MarkKeeper *marks);

private:
    void show(const StudyUid &study, const QString &text, bool isFailure);
    void forgetClosed();
    [[nodiscard]] bool isInFront(const StudyUid &study) const;
    MainWindow &m_window;
    MarkSender *m_sender;
    std::set<StudyUid> m_open; ///< studies with a tab of which something was said
};

} // namespace consilium::app
