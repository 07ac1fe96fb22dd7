#pragma once
#include <QString>

namespace consilium::widgets
{

/// A text that came from a file or an archive, for a tool tip: shown as it is, never read as markup, whatever it holds.
[[nodiscard]] inline QString plainToolTip(const QString &text)
{
    return text.isEmpty()
               ? QString()
               : QStringLiteral("<p style=\"white-space:pre-wrap\">") + text.toHtmlEscaped() + QStringLiteral("</p>");
}

} // namespace consilium::widgets
