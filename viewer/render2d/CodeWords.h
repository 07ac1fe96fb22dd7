#pragma once
#include <QString>

/// What files say in English codes and code meanings, in words of the user's language. What is not known stays as it is
/// written, and in English everything does: only what is shown is translated, never what is kept or sent.
namespace consilium::render2d
{

/// Body Part Examined (0018,0015), PS3.16 annex L: "CHEST" ...
[[nodiscard]] QString bodyPartText(const QString &written);
/// Code Meaning (0008,0104) of a measurement, a derivation, a property of a segment or the title of a document, or RT
/// ROI Interpreted Type (3006,00A4): "Length", "Standard Deviation", "Organ", "Of Interest" ... Letters' case aside.
[[nodiscard]] QString conceptText(const QString &meaning);

} // namespace consilium::render2d
