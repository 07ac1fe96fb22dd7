#pragma once
#include "app/scenario/ScenarioHost.h"
#include "app/scenario/ScenarioStep.h"
#include "viewer/session/scenario/Scenario.h"

namespace consilium::app
{

/// A key with modifiers as `key` lines name it ("Ctrl+Z", "PageDown"); docs/scenario.md lists the names.
[[nodiscard]] bool isKeyName(const QString &text);
/// `mouse`, `key`, `command` and `tool` lines: events as from a person's hand, delivered to the widgets that would get
/// them.
[[nodiscard]] Step inputStep(ScenarioHost &host, const session::scenario::Command &command);

} // namespace consilium::app
