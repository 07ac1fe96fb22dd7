#pragma once
#include "app/scenario/ScenarioHost.h"
#include "viewer/session/scenario/Scenario.h"

#include <QJsonValue>

#include <optional>

namespace consilium::app
{

/// What is known of kept objects of the study that a view shows, and where a mark came from (docs/scenario.md).
/// nullopt: not one of these subjects.
[[nodiscard]] std::optional<Result<QJsonValue>> keptSubject(ScenarioHost &host, const QString &subject,
                                                            const session::scenario::Options &options);

} // namespace consilium::app
