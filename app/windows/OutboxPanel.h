#pragma once
#include "app/usecases/MarkSender.h"

#include <QFrame>
#include <QTimer>

#include <vector>

class QLabel;
class QVBoxLayout;

namespace consilium::app
{

class OutboxRow;

/// The list of what is on its way: of each object what it is, its study, where it goes, how far it is, and in plain
/// words why not further; with what can be done about it.
class OutboxPanel : public QFrame
{
    Q_OBJECT
public:
    OutboxPanel(MarkSender &sender, QWidget *parent);
    void showBelow(const QWidget &anchor);
    /// Lines of the list as they are read, one an object.
    [[nodiscard]] QStringList lines() const;

private:
    void refresh();
    [[nodiscard]] static QString textOf(const SaveWish &wish, const QString &archive);
    void askForFile(const MarkSender::Item &item);
    MarkSender &m_sender;
    QLabel *m_empty;
    QVBoxLayout *m_rows;
    std::vector<OutboxRow *> m_shown; ///< children
    QTimer m_later;                   ///< many changes are one
};

} // namespace consilium::app
