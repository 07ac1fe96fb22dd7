#include "app/windows/WindowPlace.h"

#include <QByteArray>
#include <QGuiApplication>
#include <QScreen>
#include <QWidget>

#include <algorithm>

namespace consilium::app
{

void restoreWindowPlace(QWidget &window, const QByteArray &saved)
{
    if (saved.isEmpty() || !window.restoreGeometry(saved)) {
        window.setWindowState(Qt::WindowMaximized);
        return;
    }
    if (window.isMaximized() || window.isFullScreen())
        return;
    QRect place = window.geometry();
    const QScreen *at = QGuiApplication::screenAt(place.center());
    const QRect room = (at ? at : QGuiApplication::primaryScreen())->availableGeometry();
    place.setSize(place.size().boundedTo(room.size()).expandedTo(window.minimumSize()));
    place.moveTo(std::clamp(place.x(), room.left(), std::max(room.left(), room.right() + 1 - place.width())),
                 std::clamp(place.y(), room.top(), std::max(room.top(), room.bottom() + 1 - place.height())));
    window.setGeometry(place);
}

} // namespace consilium::app
