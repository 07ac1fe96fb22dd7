#pragma once
class QByteArray;
class QWidget;

namespace consilium::app
{

/// Puts a window where it was (QWidget::saveGeometry()), or maximises it where nothing sensible is known. A monitor may
/// have gone since: the window then comes whole onto one that is there (Qt only sees to it that some of it is seen).
void restoreWindowPlace(QWidget &window, const QByteArray &saved);

} // namespace consilium::app
