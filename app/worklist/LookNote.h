#pragma once
#include <QString>
#include <QWidget>

class QLabel;
class QPushButton;

namespace consilium::app
{

class WorklistSearch;
struct WorklistFilter;

/// The quiet line above the list where something is sought that no archive can be asked for (pinyin, an institution):
/// how many studies were looked through, with a button that stops it, or that goes on where there are more. Hidden when
/// all that the archives list was looked through, and where there is no list: the page says it in its place.
class LookNote : public QWidget
{
    Q_OBJECT
public:
    explicit LookNote(QWidget *parent = nullptr);
    void showFor(const WorklistSearch &search, const WorklistFilter &filter, bool hasRows);
    /// Whether this is sought for the first time since forget(): what was stopped does not begin again by itself.
    [[nodiscard]] bool isFirst(const WorklistFilter &filter);
    void forget();

    [[nodiscard]] bool isLooking() const { return m_isLooking; }
    /// There is more to be looked through, and nothing goes on by itself.
    [[nodiscard]] bool isUnfinished() const { return m_isUnfinished; }
    [[nodiscard]] QString text() const { return m_isLooking || m_isUnfinished ? m_words : QString(); }

Q_SIGNALS:
    void goOnRequested();
    void stopRequested();

private:
    QLabel *m_text;
    QPushButton *m_button;
    QString m_sought, m_words;
    bool m_isLooking = false, m_isUnfinished = false;
};

} // namespace consilium::app
