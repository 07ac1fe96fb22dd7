#pragma once
#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace consilium::app
{

/// A row between the app bar and the page with one message: it takes room of its own and covers no image. A mere notice
/// goes by itself; a failure stays until it is closed.
class NoticeBar : public QWidget
{
    Q_OBJECT
public:
    explicit NoticeBar(QWidget *parent = nullptr);
    void show(const QString &text, bool isFailure);
    [[nodiscard]] QString lastText() const { return m_last; }

private:
    QLabel *m_icon, *m_text;
    QTimer m_leave;
    QString m_last;
};

} // namespace consilium::app
