#pragma once
#include "app/scenario/ScenarioHost.h"
#include "app/scenario/ScenarioStep.h"
#include "viewer/session/scenario/Scenario.h"

#include <QFile>
#include <QObject>

namespace consilium::app
{

/// `capture` and `dump` lines. `folder`: for relative names.
[[nodiscard]] Step captureStep(ScenarioHost &host, const session::scenario::Command &command, const QString &folder);
[[nodiscard]] Step dumpStep(ScenarioHost &host, const session::scenario::Command &command, const QString &folder);

/// The log of applied actions (docs/scenario.md, section 9).
class ScenarioLog : public QObject
{
    Q_OBJECT
public:
    explicit ScenarioLog(QObject *parent) : QObject(parent) {}
    /// Writes the first line and every action from now on. Error: FileUnreadable, DiskFull.
    [[nodiscard]] Result<void> begin(const QString &file, ScenarioHost &host);
    /// Writes the last line. False when anything could not be written.
    [[nodiscard]] bool end();

private:
    void write(const QJsonObject &line);

    QFile m_file;
    session::ActionDispatcher *m_dispatcher = nullptr;
    bool m_failed = false;
};

} // namespace consilium::app
