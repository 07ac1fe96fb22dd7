#pragma once
#include "app/scenario/ScenarioHost.h"

#include <QWidget>

using namespace Qt::StringLiterals;

namespace consilium::test
{

/// A program of which nothing is there but its state.
class BareHost : public app::ScenarioHost
{
public:
    session::ActionDispatcher &dispatcher() override { return m_dispatcher; }
    app::PixelBridge &images() override { return m_images; }
    widgets::ViewportWidget *viewport(const ViewId &) override { return nullptr; }
    QWidget &window() override { return m_window; }
    Result<std::shared_ptr<dicomweb::DicomWebClient>> useArchive(const dicomweb::ArchiveConfig &) override
    {
        return fail(ErrorCode::InvalidArgument, u"there is none"_s);
    }
    void openStudy(std::shared_ptr<dicomweb::DicomWebClient>, const dicom::StudyHeader &) override {}
    void openFolder(const QString &) override {}
    void closeStudy(const StudyUid &) override {}
    Result<void> openLink(const QString &) override { return fail(ErrorCode::InvalidArgument, u"there is none"_s); }
    bool isLookingFor() const override { return false; }
    void searchWorklist(const ArchiveId &, const dicomweb::StudyQuery &, const QString &) override {}
    void showWorklist() override {}
    bool isWorklistIdle() const override { return true; }
    int worklistCount() const override { return 0; }
    QString worklistCell(int, const QString &) const override { return {}; }
    QString worklistMessage() const override { return {}; }
    bool openWorklistRow(int) override { return false; }
    bool runCommand(const QString &, const ViewId &) override { return false; }
    bool setTool(Qt::MouseButton, const QString &) override { return false; }
    QString lastNotice() const override { return {}; }
    Result<void> setProgram(const QString &, const QString &) override
    {
        return fail(ErrorCode::InvalidArgument, u"there is none"_s);
    }
    QString program(const QString &) const override { return {}; }

private:
    SystemClock m_clock;
    session::ActionDispatcher m_dispatcher{m_clock};
    app::PixelBridge m_images{app::PixelBridge::Limits{64'000'000, 1}};
    QWidget m_window;
};

} // namespace consilium::test
