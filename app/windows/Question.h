#pragma once
#include <QMessageBox>

namespace consilium::app
{

/// A question over the window of `asker`, in the program's own look; it goes when it is closed. Buttons, and what they
/// do, are the caller's; open() shows it. Its text is plain: names are not read as HTML.
[[nodiscard]] QMessageBox *makeQuestion(QWidget &asker, const QString &title, const QString &text);

} // namespace consilium::app
