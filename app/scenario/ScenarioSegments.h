#pragma once
#include "app/scenario/ScenarioHost.h"
#include "viewer/session/scenario/Scenario.h"

#include <QJsonValue>

#include <optional>

namespace consilium::app
{

/// What is known of segmentations and structure sets, and what of them a view draws (docs/scenario.md, section 7).
/// nullopt: not one of these subjects.
[[nodiscard]] std::optional<Result<QJsonValue>> segmentSubject(ScenarioHost &host, const QString &subject,
                                                               const session::scenario::Options &options);
/// Labels of the segments drawn over a pixel of the image that a view shows.
[[nodiscard]] QJsonValue segmentsAt(const widgets::ViewportWidget &viewport, int column, int row);

} // namespace consilium::app
