#pragma once
#include "app/scenario/ScenarioHost.h"
#include "app/scenario/ScenarioStep.h"
#include "viewer/session/scenario/Scenario.h"

namespace consilium::app
{

/// `capture` and `dump` lines. `folder`: for relative names.
[[nodiscard]] Step captureStep(ScenarioHost &host, const session::scenario::Command &command, const QString &folder);
[[nodiscard]] Step dumpStep(ScenarioHost &host, const session::scenario::Command &command, const QString &folder);

} // namespace consilium::app
