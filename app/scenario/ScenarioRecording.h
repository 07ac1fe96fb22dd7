#pragma once
#include "app/scenario/ScenarioHost.h"
#include "app/scenario/ScenarioStep.h"
#include "viewer/session/scenario/Scenario.h"

#include <QString>

#include <memory>

namespace consilium::app
{

/// `record`, `play` and `seek` lines: what the program's state goes through is written down, and a recording is played
/// into it. No time is waited for: playing to a moment is done at once.
class ScenarioRecording
{
public:
    explicit ScenarioRecording(ScenarioHost &host);
    ~ScenarioRecording();
    ScenarioRecording(const ScenarioRecording &) = delete;
    ScenarioRecording &operator=(const ScenarioRecording &) = delete;

    /// `folder`: for relative names.
    [[nodiscard]] Step step(const session::scenario::Command &command, const QString &folder);
    /// Ends a recording that is under way; does nothing without one. Error: DiskFull, FileUnreadable (not written).
    [[nodiscard]] Result<void> finish();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace consilium::app
