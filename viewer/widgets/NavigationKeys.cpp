#include "viewer/widgets/NavigationKeys.h"

#include <QAbstractItemView>
#include <QKeyEvent>
#include <QWidget>

namespace consilium::widgets
{

namespace
{

bool isNavigation(const QKeyEvent &event)
{
    if ((event.modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier)
        return false;
    switch (event.key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        return true;
    default:
        return false;
    }
}

class CopyKey final : public QObject
{
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy)) {
            event->accept();
            return true;
        }
        return QObject::eventFilter(watched, event);
    }
};

class NavigationKeys final : public QObject
{
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::ShortcutOverride && isNavigation(*static_cast<QKeyEvent *>(event))) {
            event->accept(); // then it comes as a key press
            return true;
        }
        return QObject::eventFilter(watched, event);
    }
};

} // namespace

void keepNavigationKeys(QWidget &widget)
{
    widget.installEventFilter(new NavigationKeys(&widget));
    if (qobject_cast<QAbstractItemView *>(&widget))
        keepCopyKey(widget);
}

void keepCopyKey(QWidget &widget)
{
    widget.installEventFilter(new CopyKey(&widget));
}

} // namespace consilium::widgets
