#pragma once
#include "app/scenario/ScenarioHost.h"
#include "viewer/session/scenario/Scenario.h"

#include <QJsonValue>

namespace consilium::app
{

/// What a subject of an expectation (docs/scenario.md, section 7) is now: null when there is no such thing.
/// Errors: NotFound for a series, study or view that does not exist, InvalidArgument for a place that cannot be read.
[[nodiscard]] Result<QJsonValue> subjectValue(ScenarioHost &host, const session::scenario::Expectation &expectation);

/// The viewport of a view of the layout; null while there is none (before anything was opened). Error NotFound: the
/// layout has no such view.
[[nodiscard]] Result<widgets::ViewportWidget *> viewportOf(ScenarioHost &host, const ViewId &view);

/// Everything that the visible views say, keyed as the subjects.
[[nodiscard]] QJsonValue visibleLabels(ScenarioHost &host);
/// Open studies and their data sets.
[[nodiscard]] QJsonValue openSeries(ScenarioHost &host);

[[nodiscard]] QString issueName(dicom::DataIssue::Kind kind); ///< "MissingSlices"

} // namespace consilium::app
