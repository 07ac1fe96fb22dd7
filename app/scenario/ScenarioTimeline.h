#pragma once
#include "app/scenario/ScenarioHost.h"
#include "viewer/session/scenario/Evaluation.h"

#include <QJsonValue>

#include <optional>

namespace consilium::app
{

/// The patient's timeline and whose images a view shows. nullopt: not one of these subjects.
[[nodiscard]] std::optional<Result<QJsonValue>> timelineSubject(ScenarioHost &host, const QString &subject,
                                                                const session::scenario::Options &options);

} // namespace consilium::app
