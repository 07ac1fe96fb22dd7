#pragma once
#include "viewer/tools/MarkCommands.h"

#include <QString>

#include <optional>

namespace consilium::widgets
{

/// Puts text about a patient on the clipboard, marked as this program's, so that it can be taken back, and so that
/// clipboard managers keep it in no history.
void copyText(const QString &text);
/// Takes back what this program put on the clipboard, or selected (X11's primary selection): copyText(), and what was
/// copied or selected in its fields and documents. Nothing happens where somebody else has put something there since.
void takeBackCopies();

/// Puts a mark on the clipboard: for this program the mark itself, for others the text that stands at it.
void copyMark(const tools::CopiedMark &mark, const QString &text);
/// The mark that was copied last; nullopt when anything else has been put on the clipboard since, or it was taken back.
[[nodiscard]] std::optional<tools::CopiedMark> markToPaste();

} // namespace consilium::widgets
