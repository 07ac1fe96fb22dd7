#pragma once
#include "viewer/tools/Tool.h"

#include <QString>

#include <optional>
#include <vector>

/// Calibration of an image by hand (imaging/Calibration.h), as far as a person's hands and words go.
namespace consilium::tools
{

/// What a person types as a known length: a number, in mm or with "mm" or "cm" behind it, a comma or a point before its
/// decimals. As session::knownLengthMm() wants it; nullopt: it is no length, or not between 0 and 10 m.
[[nodiscard]] std::optional<QString> typedLength(const QString &typed);

/// Why the image shown is not to be calibrated by hand, a sentence, translated; empty: it may be.
[[nodiscard]] QString whyNotCalibrated(const ToolContext &context);

/// Calibrates the image by a whole mark of that kind; one that the same person has drawn on it before goes. With one of
/// somebody else's both stand, and hold only as long as they agree.
[[nodiscard]] std::vector<session::Action> calibrationActions(const ToolContext &context,
                                                              const session::Annotation &calibration);

} // namespace consilium::tools
