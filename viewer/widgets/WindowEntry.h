#pragma once
#include "viewer/session/ViewerState.h"

#include <QFrame>

class QLabel;
class QLineEdit;

namespace consilium::widgets
{

/// A small field in which centre and width are typed. Enter takes what makes sense; what does not is named below the
/// field, which stays open. Escape, a click elsewhere, or Enter with nothing changed leaves everything as it was. The
/// window keeps its VOI function where the width allows it.
class WindowEntry : public QFrame
{
    Q_OBJECT
public:
    explicit WindowEntry(const std::optional<session::Window> &now, QWidget *parent);
    /// With its lower right corner at `corner` (global), kept on the screen.
    void showAt(const QPoint &corner);

Q_SIGNALS:
    void chosen(const consilium::session::Window &window);

private:
    void check();
    void take();

    std::optional<session::Window> m_now;
    QString m_given; ///< what the field held at first
    QLineEdit *m_field;
    QLabel *m_message;
    bool m_tried = false; ///< Enter was pressed: from now on mistakes are named while typing
};

} // namespace consilium::widgets
