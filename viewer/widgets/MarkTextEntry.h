#pragma once
#include <QFrame>

#include <functional>
#include <optional>

class QLabel;
class QLineEdit;

namespace consilium::widgets
{

/// A small field in which the text of a mark is typed. Enter and a click elsewhere take what was typed; Escape leaves
/// everything as it was, and so does a text that is as it was given. No pop-up: these disturb the input methods that
/// Chinese is written with.
class MarkTextEntry : public QFrame
{
    Q_OBJECT
public:
    /// `window`: the top-level widget, over which it lies.
    MarkTextEntry(const QString &text, QWidget *window);
    /// Something else than words. `read`: what is taken for what was typed; nullopt: it cannot be that. Enter keeps the
    /// field open then and says so; a click elsewhere takes nothing.
    using Read = std::function<std::optional<QString>(const QString &)>;
    void askFor(const QString &caption, Read read);
    /// With its upper left corner at `at`, in the window's coordinates, kept inside of it.
    void showAt(const QPoint &at);
    /// Closes it; nothing is taken.
    void leave();
    /// Closes it as a click elsewhere does.
    void keep() { take(false); }

Q_SIGNALS:
    void taken(const QString &text); ///< trimmed
    void left();                     ///< it is closed, in whatever way, and had the keyboard
    void closed();                   ///< in whatever way, before taken()

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void take(bool isMeant);

    QString m_given;
    QLineEdit *m_field;
    QLabel *m_caption, *m_hint;
    Read m_read;
    bool m_isDone = false;
};

} // namespace consilium::widgets
