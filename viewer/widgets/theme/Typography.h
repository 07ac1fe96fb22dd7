#pragma once
#include <QFont>
#include <QLocale>

namespace consilium::widgets
{

/// Roles of text; sizes and weights are those of the type table.
enum class TextRole {
    Title,
    Section,
    Body,
    Button,
    Strong,
    Caption,
    CaptionStrong,
    Meta,
    KeyHint,
    Overlay,
    OverlayName
};

/// The font of a role in the language of the application (QLocale()). Logical pixels.
[[nodiscard]] QFont fontFor(TextRole role);
[[nodiscard]] QFont fontFor(TextRole role, const QLocale &language);
/// Families that should be installed and are not, for a warning in the log and in the program's "about" page.
[[nodiscard]] QStringList missingFonts(const QLocale &language);

/// "−512": the minus sign that has a digit's width. Applies to text that is shown, never to text that is parsed again.
[[nodiscard]] QString withMinusSign(QString text);
/// "1 094": thin spaces between thousands.
[[nodiscard]] QString grouped(qint64 number);

} // namespace consilium::widgets
