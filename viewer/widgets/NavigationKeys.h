#pragma once

class QWidget;

namespace consilium::widgets
{

/// Arrows, Home, End, page keys, Enter and the space bar act inside `widget` while it has the keyboard, although the
/// window has commands on these keys. In a list of Qt's also the key that copies.
void keepNavigationKeys(QWidget &widget);
/// The key that copies does so inside `widget` while it has the keyboard: in text that can be selected.
void keepCopyKey(QWidget &widget);

} // namespace consilium::widgets
