#pragma once
#include "app/scenario/ScenarioHost.h"
#include "app/scenario/ScenarioStep.h"
#include "viewer/session/scenario/Scenario.h"

#include <QObject>

#include <map>
#include <memory>

namespace consilium::app
{

/// `source`, `open`, `close` and `worklist` lines.
class ScenarioSources : public QObject
{
    Q_OBJECT
public:
    explicit ScenarioSources(ScenarioHost &host, QObject *parent);
    ~ScenarioSources() override;

    [[nodiscard]] Step source(const session::scenario::Command &command, const QString &folderOfFile);
    [[nodiscard]] Step open(const session::scenario::Command &command);
    [[nodiscard]] Step close(const session::scenario::Command &command);
    [[nodiscard]] Step link(const session::scenario::Command &command);
    [[nodiscard]] Step worklist(const session::scenario::Command &command);

private:
    struct Source {
        std::shared_ptr<dicomweb::DicomWebClient> archive; ///< null: a folder
        QString folder;
    };
    struct Opening;

    [[nodiscard]] Result<Source> chosen(const session::scenario::Command &command) const;
    [[nodiscard]] Result<ArchiveId> archiveFor(const session::scenario::Command &command) const;
    [[nodiscard]] Step openFromArchive(const session::scenario::Command &command, const Source &source);
    [[nodiscard]] Step openFromFolder(const session::scenario::Command &command, const Source &source);
    [[nodiscard]] Step openRow(int row);
    [[nodiscard]] StepResult awaitShown(Opening &opening);
    [[nodiscard]] StepResult show(const StudyUid &study);

    ScenarioHost &m_host;
    std::map<QString, Source> m_sources;
    QString m_last;
    StudyUid m_opened;              ///< the last one that the bridge opened or was asked for again
    std::vector<StudyUid> m_listed; ///< whose series the bridge has listed since the last link
    std::optional<Error> m_failure; ///< of the opening under way
    bool m_folderFinished = false;
};

} // namespace consilium::app
