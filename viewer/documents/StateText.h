#pragma once
#include "viewer/documents/ReportText.h"

#include <vector>

namespace consilium::documents
{

/// What a presentation state (PS3.3 A.33) says of itself, to be read: label, description, who made it and when, how
/// many images, drawings and texts it holds. How images look by it is not shown here.
[[nodiscard]] std::vector<Paragraph> stateText(const Attributes &object);

} // namespace consilium::documents
