#pragma once
#include <QString>

class QLabel;
class QLineEdit;
class QPushButton;

namespace consilium::app
{

/// Widths of the fields of an archive's form, in logical pixels.
inline constexpr int narrowestField = 220, widestField = 520;

[[nodiscard]] QLineEdit *makeField(const QString &name);
/// What is wrong with the field above it.
[[nodiscard]] QLabel *makeFieldNote();
/// Says what the field of the password cannot: empty, that one stands for the password that is kept.
[[nodiscard]] QPushButton *makeNoPassword();

} // namespace consilium::app
