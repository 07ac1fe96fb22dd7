#pragma once
#include "app/windows/TopLine.h"

#include <QTimer>

class QPushButton;

namespace consilium::widgets
{
class IconLabel;
}

namespace consilium::app
{

/// One message over the top line of the page: it moves nothing and covers no image. A mere notice goes by itself; a
/// failure stays until it is closed, and a notice that comes meanwhile stands below it. There may be more to it, behind
/// a button.
class NoticeBar : public TopNote
{
    Q_OBJECT
public:
    explicit NoticeBar(QWidget *parent = nullptr);
    /// Whether what is in front is what a message is about.
    using Place = std::function<bool()>;
    /// An empty text takes away what is said. `place`: it is seen only while that is true; none: everywhere.
    void show(const QString &text, bool isFailure, bool hasDetails = false, Place place = {});
    void lookAgain(); ///< something else is in front
    /// What was said with show(text, true) is not true any more; nothing happens where it does not stand here.
    void withdraw(const QString &text);
    [[nodiscard]] QString lastText() const { return m_last; }

Q_SIGNALS:
    void detailsRequested();
    void closed(const QString &shown); ///< by the reader

private:
    struct Note {
        QString text;
        bool hasDetails = false;
        Place place;
        [[nodiscard]] bool isHere() const;
    };
    void leave();
    void paintAs(const QString &text, bool isFailure);
    widgets::IconLabel *m_icon;
    TopText *m_text;
    QPushButton *m_details;
    QTimer m_leave;
    QString m_last;
    Note m_failure; ///< that nobody has closed
    Note m_notice;  ///< that goes by itself
};

} // namespace consilium::app
