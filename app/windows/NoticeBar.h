#pragma once
#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace consilium::widgets
{
class IconLabel;
}

namespace consilium::app
{

/// A row between the app bar and the page with one message: it takes room of its own and covers no image. A mere notice
/// goes by itself; a failure stays until it is closed, and a notice that comes meanwhile stands below it. There may be
/// more to it, behind a button.
class NoticeBar : public QWidget
{
    Q_OBJECT
public:
    explicit NoticeBar(QWidget *parent = nullptr);
    void show(const QString &text, bool isFailure, bool hasDetails = false);
    /// What was said with show(text, true) is not true any more; nothing happens where it does not stand here.
    void withdraw(const QString &text);
    [[nodiscard]] QString lastText() const { return m_last; }

Q_SIGNALS:
    void detailsRequested();
    void closed(const QString &shown); ///< by the reader

private:
    void leave();
    void paintAs(const QString &text, bool isFailure);
    widgets::IconLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_details;
    QTimer m_leave;
    QString m_last;
    QString m_failure; ///< that nobody has closed
};

} // namespace consilium::app
