#pragma once
#include <QString>

namespace consilium::widgets
{

/// Puts text about a patient on the clipboard, marked as this program's, so that it can be taken back, and so that
/// clipboard managers keep it in no history.
void copyText(const QString &text);
/// Takes back what this program put on the clipboard, or selected (X11's primary selection): copyText(), and what was
/// copied or selected in its fields and documents. Nothing happens where somebody else has put something there since.
void takeBackCopies();

} // namespace consilium::widgets
