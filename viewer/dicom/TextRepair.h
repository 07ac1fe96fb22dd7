#pragma once
#include "base/Attributes.h"

#include <optional>

namespace consilium::dicom
{

/// Text that was read in another character set than it was written in, put right for display: UTF-8 and Chinese (GBK)
/// read as Latin 1, UTF-8 read as another set, by a writer's wrong Specific Character Set (0008,0005) or by an archive
/// before it answered. All texts of `header` are judged together, those of its items too: what one of them proves holds
/// for those that prove nothing by themselves. nullopt: nothing was found. Else a copy in which the texts are right and
/// readRepairs says so; Patient ID (0010,0020), by which archives are asked, stays as it is.
/// nullopt as well where Attributes::areTextsJudged().
[[nodiscard]] std::optional<Attributes> repairedTexts(const Attributes &header);

} // namespace consilium::dicom
