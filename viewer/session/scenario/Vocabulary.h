#pragma once
#include "viewer/session/scenario/Scenario.h"

namespace consilium::session::scenario
{

/// What the language allows, as data. A new command or subject is one line in Vocabulary.cpp (and one in
/// docs/scenario.md).

/// The command (with its first argument where that is part of the name: "wait until") is known, has the right number of
/// arguments, only options it may have, and all it must have. Values that still hold `${` are taken as they come.
/// Empty when all is well, else the reason.
[[nodiscard]] QString checkCommand(const Command &command);
[[nodiscard]] QString checkExpectation(const Expectation &expectation);
/// "expect", "remember" and "wait until" are read as subject, options, operator, value.
[[nodiscard]] bool takesExpectation(const QString &name, const QString &firstArgument);
[[nodiscard]] std::optional<Operator> operatorFrom(const QString &word);
/// Whether `as NAME` and `fails ERROR` may stand before it.
[[nodiscard]] bool mayHaveActor(const Command &command);
[[nodiscard]] bool mayFail(const Command &command);
[[nodiscard]] bool isErrorName(const QString &name); ///< or "any"
[[nodiscard]] bool isVariableName(const QString &name);

} // namespace consilium::session::scenario
