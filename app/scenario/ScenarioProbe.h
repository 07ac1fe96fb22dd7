#pragma once
#include "app/scenario/ScenarioHost.h"
#include "viewer/session/scenario/Scenario.h"

#include <QJsonValue>

namespace consilium::app
{

/// "probe.stored", "probe.value" ... under `pixel=`, `patient=` or `at=` of the view's image. Null where there is no
/// such pixel.
[[nodiscard]] Result<QJsonValue> probeValue(ScenarioHost &host, const QString &subject,
                                            const session::scenario::Options &options);

} // namespace consilium::app
