#pragma once
#include "viewer/session/scenario/Scenario.h"

namespace consilium::test
{

/// A scenario that stands in the folder /scenarios.
inline session::scenario::Scenario parsed(const QString &text)
{
    return session::scenario::parse(text, {{QStringLiteral("HERE"), QStringLiteral("/scenarios")}},
                                    {QStringLiteral("HERE")});
}

/// The command of a single line; one without a name, and a warning, where there is none or a mistake.
inline session::scenario::Command only(const QString &line)
{
    const session::scenario::Scenario scenario = parsed(line);
    if (!scenario.errors.empty() || scenario.commands.size() != 1) {
        qWarning("%s: %s", qPrintable(line),
                 scenario.errors.empty() ? "not one command" : qPrintable(scenario.errors.front().message));
        return {};
    }
    return scenario.commands.front();
}

} // namespace consilium::test
