#pragma once
#include "app/scenario/ScenarioHost.h"
#include "app/scenario/ScenarioStep.h"
#include "viewer/session/scenario/Scenario.h"

namespace consilium::app
{

/// `wait ...`, `pause` and `expect` lines.
[[nodiscard]] Step waitStep(ScenarioHost &host, const session::scenario::Command &command);
[[nodiscard]] Step pauseStep(const session::scenario::Command &command);
[[nodiscard]] Step expectStep(ScenarioHost &host, const session::scenario::Command &command);

/// Every visible view (or the one named) shows the picture of the present state. With `orFailed` one whose image cannot
/// be had counts too.
[[nodiscard]] StepResult drawn(ScenarioHost &host, const QString &view, bool orFailed);

} // namespace consilium::app
