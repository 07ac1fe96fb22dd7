#pragma once
#include "base/Error.h"

#include <QString>

#include <functional>

namespace consilium::app
{

/// What became of a line, each time it is looked at.
struct StepResult {
    enum class State { Done, Waiting, Failed };
    State state = State::Done;
    Error error;             ///< Failed
    QString expected, found; ///< for the message, when a value was not what it should be; also while Waiting

    [[nodiscard]] static StepResult done() { return {}; }
    [[nodiscard]] static StepResult waiting(QString expected = {}, QString found = {})
    {
        return {State::Waiting, {}, std::move(expected), std::move(found)};
    }
    [[nodiscard]] static StepResult failed(Error error, QString expected = {}, QString found = {})
    {
        return {State::Failed, std::move(error), std::move(expected), std::move(found)};
    }
    [[nodiscard]] static StepResult failed(ErrorCode code, QString detail)
    {
        return failed(Error{code, std::move(detail), 0, -1});
    }
};

/// A line under way: asked again and again until it is not Waiting. Never blocks.
using Step = std::function<StepResult()>;

/// A line that is done at once.
[[nodiscard]] inline Step settled(StepResult result)
{
    return [result = std::move(result)] { return result; };
}

} // namespace consilium::app
