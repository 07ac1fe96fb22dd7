#pragma once

class QWidget;

namespace consilium::widgets
{

/// Arrows, Home, End, page keys, Enter and the space bar act inside `widget` while it has the keyboard, although the
/// window has commands on these keys.
void keepNavigationKeys(QWidget &widget);

} // namespace consilium::widgets
