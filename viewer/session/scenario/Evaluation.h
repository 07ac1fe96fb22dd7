#pragma once
#include "base/Ids.h"
#include "viewer/session/ViewerState.h"
#include "viewer/session/scenario/Scenario.h"

#include <QJsonValue>

namespace consilium::session::scenario
{

/// Whether what was found satisfies the expectation. `found`: null or undefined for absent; bool, number, text, or a
/// list of these.
[[nodiscard]] bool holds(const Expectation &expectation, const QJsonValue &found);

/// A value as an expectation compares and a message shows it: true is "yes", a list is joined by ",", null is "none";
/// numbers in the shortest form that gives the same double back.
[[nodiscard]] QString valueText(const QJsonValue &value);

/// Subjects that are answered by the state alone ("layout.rows", "view.rotation", "annotation.handles", "hash").
/// nullopt: not such a subject, the runner must answer.
[[nodiscard]] std::optional<QJsonValue> stateSubject(const QString &subject, const Options &options,
                                                     const ViewerState &state);

} // namespace consilium::session::scenario
