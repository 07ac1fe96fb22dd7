#pragma once
#include "app/windows/CommandSet.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QListWidget;

namespace consilium::app
{

/// How well `wanted` fits `title`: its letters in this order, the closer together and the nearer to the beginnings of
/// words the better. < 0: not at all. Case does not matter.
[[nodiscard]] int fuzzyScore(const QString &wanted, const QString &title);

/// The same for a command: by its title, its stable English name, and for a Chinese title by pinyin or its
/// initials ("zyjx" finds 左右镜像). < 0: not at all.
[[nodiscard]] int commandScore(const QString &wanted, const CommandSet::Command &command);

/// A list of all commands that make sense now, narrowed by typing; Enter runs the chosen one, Esc goes away. Those that
/// can do nothing with what is shown come last, grey; the reason of the chosen one stands below.
class CommandPalette : public QFrame
{
    Q_OBJECT
public:
    CommandPalette(const CommandSet &commands, QWidget *window);
    void open();
    [[nodiscard]] QStringList shownCommands() const; ///< also the grey ones

Q_SIGNALS:
    void chosen(const QString &command);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill();
    void choose();

    const CommandSet &m_commands;
    QLineEdit *m_field;
    QListWidget *m_list;
    QLabel *m_reason; ///< why the chosen one can do nothing
};

} // namespace consilium::app
