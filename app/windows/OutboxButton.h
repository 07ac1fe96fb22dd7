#pragma once
#include <QPointer>
#include <QToolButton>

namespace consilium::app
{

class MarkSender;
class OutboxPanel;

/// In the window's top row: how many objects are not in their archive yet, for which archive they wait, whether one of
/// them needs a decision, and what is wrong with the outbox as a whole. Hidden when there is none of it. A click opens
/// the list.
class OutboxButton : public QToolButton
{
    Q_OBJECT
public:
    explicit OutboxButton(MarkSender &sender, QWidget *parent = nullptr);
    void showPanel();
    [[nodiscard]] OutboxPanel *panel() const; ///< null: it is not open

private:
    void refresh();
    MarkSender &m_sender;
    QPointer<OutboxPanel> m_panel;
};

} // namespace consilium::app
