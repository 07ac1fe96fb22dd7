#pragma once
#include "app/scenario/ScenarioHost.h"

#include <QObject>
#include <QString>

#include <map>
#include <memory>

namespace consilium::app
{

/// Runs one scenario file (docs/scenario.md) in the program, step by step, without a nested event loop.
/// Exit codes: 0 all expectations hold; 1 a line failed (what was expected and what was found stands on stderr);
/// 2 the file cannot be read or is not a scenario.
class ScenarioRunner : public QObject
{
    Q_OBJECT
public:
    struct Options {
        QString file;
        QString outputFolder;                    ///< captures and dumps with relative names; empty: beside the current folder
        std::map<QString, QString> variables;    ///< values of ${NAME}; the environment answers for the others
        QString envelopeLog;                     ///< where the applied envelopes are written; empty: nowhere
    };
    ScenarioRunner(ScenarioHost &host, Options options, QObject *parent = nullptr);
    ~ScenarioRunner() override;

    /// Parses the file and begins with the next turn of the event loop. finished() is always sent, once.
    void start();

Q_SIGNALS:
    void finished(int exitCode);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace consilium::app
