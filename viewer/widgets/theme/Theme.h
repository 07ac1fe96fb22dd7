#pragma once
#include "viewer/widgets/theme/Tokens.h"

#include <QLocale>

class QApplication;
class QWidget;

namespace consilium::widgets
{

/// Dresses the application: Fusion as base style, palette and style sheet from the token table, fonts by language,
/// focus ring for the keyboard only. May be called again at any time to change the scheme. Images are black in both
/// schemes.
///
/// What windows set as dynamic properties on their own widgets (then repolish()):
/// - `surface`: "window", "bar", "panel", "card"  (any QWidget that shall have that background)
/// - `role`:    "title", "section", "strong", "caption", "captionStrong", "meta", "key"  (QLabel)
/// - `tone`:    "t2", "t3", "ac", "warn", "crit", "ok"  (QLabel; QFrame with surface "card" gets the tinted background)
/// - `kind`:    "primary", "flat", "danger", "chip"  (QPushButton)
/// - `tight`:   "true": a chip with less room beside its text, where many stand in a row
/// - `edge`:    "top", "bottom", "left", "right"  (a 1 px divider on that side of a surface)
void applyTheme(QApplication &application, Scheme scheme, const QLocale &language = QLocale());

/// Makes a change of a dynamic property visible.
void repolish(QWidget *widget);

} // namespace consilium::widgets
