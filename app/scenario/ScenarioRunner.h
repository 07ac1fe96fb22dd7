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
        QString outputFolder;                 ///< --out: where captures and dumps go; empty: the current folder
        std::map<QString, QString> variables; ///< --var; stronger than `let` and the environment
        QString envelopeLog;                  ///< --log; empty: none
        int timeoutMs = 600'000;              ///< --timeout, for the whole scenario
    };
    ScenarioRunner(ScenarioHost &host, Options options, QObject *parent = nullptr);
    ~ScenarioRunner() override;

    /// The options of the file's `program` lines at its beginning, for the start of the program ("ratio" must be known
    /// before the application object exists). Empty when the file cannot be read or has errors: start() says so.
    [[nodiscard]] static std::map<QString, QString> startup(const Options &options);

    /// Parses the file and begins with the next turn of the event loop. finished() is always sent, once.
    void start();

Q_SIGNALS:
    void finished(int exitCode);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace consilium::app
