#pragma once
#include "app/Application.h"
#include "app/scenario/ScenarioHost.h"

namespace consilium::app
{

class ReadingPage;

/// The doors of the program as a scenario uses them. All studies that a scenario opens share one session, so that its
/// actions are one log and one state.
class ScenarioDoor final : public ScenarioHost
{
public:
    explicit ScenarioDoor(Application &application) : m_application(application) {}

    session::ActionDispatcher &dispatcher() override;
    PixelBridge &images() override;
    widgets::ViewportWidget *viewport(const ViewId &view) override;
    QWidget &window() override;
    Result<std::shared_ptr<dicomweb::DicomWebClient>> useArchive(const dicomweb::ArchiveConfig &config) override;
    void openStudy(std::shared_ptr<dicomweb::DicomWebClient> archive, const dicom::StudyHeader &study) override;
    void openFolder(const QString &path) override;
    void closeStudy(const StudyUid &study) override;
    Result<void> openLink(const QString &link) override;
    bool isLookingFor() const override;
    void searchWorklist(const ArchiveId &archive, const dicomweb::StudyQuery &query, const QString &text) override;
    void showWorklist() override;
    bool isWorklistIdle() const override;
    bool isWorklistComplete() const override;
    bool isStripComplete() const override;
    int worklistCount() const override;
    QString worklistCell(int row, const QString &column) const override;
    QString worklistMessage() const override;
    std::optional<Error> worklistFailure() const override;
    bool openWorklistRow(int row) override;
    bool runCommand(const QString &command, const ViewId &view) override;
    bool setTool(Qt::MouseButton button, const QString &tool) override;
    QString lastNotice() const override;
    Result<void> setProgram(const QString &option, const QString &value) override;
    QString program(const QString &option) const override;

private:
    [[nodiscard]] ReadingPage *page() const;

    Application &m_application;
};

} // namespace consilium::app
