#pragma once
#include "app/usecases/MarkSender.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace consilium::app
{

/// One object of the outbox in its list. Giving up is asked once more, in the same place.
class OutboxRow : public QWidget
{
    Q_OBJECT
public:
    explicit OutboxRow(const MarkSender::Item &item, QWidget *parent = nullptr);
    void setItem(const MarkSender::Item &item);
    [[nodiscard]] const MarkSender::Item &item() const { return m_item; }
    [[nodiscard]] QString line() const;

Q_SIGNALS:
    void retryRequested();
    void giveUpRequested();
    void fileRequested();

private:
    void refresh();
    MarkSender::Item m_item;
    QLabel *m_what, *m_where, *m_state;
    QProgressBar *m_progress;
    QPushButton *m_retry, *m_giveUp, *m_file, *m_keep;
    bool m_isAsking = false;
};

} // namespace consilium::app
