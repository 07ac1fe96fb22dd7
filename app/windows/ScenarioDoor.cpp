#include "app/windows/ScenarioDoor.h"

#include "app/usecases/MarkSender.h"
#include "app/windows/AppTabs.h"
#include "app/windows/MainWindow.h"
#include "app/worklist/WorklistSearch.h"
#include "viewer/tools/Tool.h"

using namespace Qt::StringLiterals;

namespace consilium::app
{

session::ActionDispatcher &ScenarioDoor::dispatcher()
{
    return m_application.sharedSession().dispatcher();
}

PixelBridge &ScenarioDoor::images()
{
    return m_application.images();
}

ReadingPage *ScenarioDoor::page() const
{
    return m_application.window().makePage(m_application.sharedSession());
}

widgets::ViewportWidget *ScenarioDoor::viewport(const ViewId &view)
{
    ReadingPage *shown = page();
    return shown ? shown->grid().viewport(view) : nullptr;
}

QWidget &ScenarioDoor::window()
{
    return m_application.window();
}

Result<std::shared_ptr<dicomweb::DicomWebClient>> ScenarioDoor::useArchive(const dicomweb::ArchiveConfig &config)
{
    return m_application.archives().addForThisRun(config);
}

void ScenarioDoor::openStudy(std::shared_ptr<dicomweb::DicomWebClient> archive, const dicom::StudyHeader &study)
{
    m_application.openStudy(std::move(archive), study);
}

void ScenarioDoor::openFolder(const QString &path)
{
    m_application.openPaths({path});
}

void ScenarioDoor::closeStudy(const StudyUid &study)
{
    m_application.sharedSession().removeStudy(study);
    m_application.images().closeStudy(study);
}

Result<void> ScenarioDoor::openLink(const QString &link)
{
    const auto request = parseStudyLink(link);
    if (!request)
        return fail(request.error());
    m_application.requests().open(*request);
    return {};
}

bool ScenarioDoor::isLookingFor() const
{
    return m_application.requests().isLookingFor();
}

void ScenarioDoor::searchWorklist(const ArchiveId &archive, const dicomweb::StudyQuery &query, const QString &text)
{
    WorklistFilter filter = filterFor(query, text);
    filter.archive = archive;
    MainWindow &window = m_application.window();
    window.showWorklist();
    window.worklist().setFilter(filter);
    window.worklist().search();
}

void ScenarioDoor::showWorklist()
{
    m_application.window().showWorklist();
}

bool ScenarioDoor::isWorklistIdle() const
{
    return !m_application.worklistSearch().isRunning();
}

bool ScenarioDoor::isWorklistComplete() const
{
    const WorklistPage &list = m_application.window().worklist();
    return !list.isVisible() || list.isPanelIdle();
}

bool ScenarioDoor::isStripComplete() const
{
    const ReadingPage *shown = page();
    return !shown || !shown->strip().isVisible() || shown->strip().isIdle();
}

int ScenarioDoor::worklistCount() const
{
    return m_application.window().worklist().model().rowCount();
}

QString ScenarioDoor::worklistCell(int row, const QString &column) const
{
    const WorklistModel &model = m_application.window().worklist().model();
    if (row < 0 || row >= model.rowCount())
        return {};
    const dicom::StudyHeader &study = model.row(row).study;
    if (column == "patient-id"_L1)
        return study.patient.id;
    if (column == "patient-name"_L1)
        return study.patient.name.display();
    if (column == "accession"_L1)
        return study.accession;
    if (column == "date"_L1)
        return study.date;
    if (column == "modality"_L1)
        return study.modalities;
    if (column == "read-state"_L1)
        return WorklistModel::readText(model.readState(row));
    if (column == "urgency"_L1)
        return WorklistModel::urgencyText(model.study(row).urgency());
    return column == "description"_L1 ? study.description : QString();
}

QString ScenarioDoor::worklistMessage() const
{
    return m_application.window().worklist().message();
}

std::optional<Error> ScenarioDoor::worklistFailure() const
{
    const ArchiveId only = m_application.window().worklist().filter().archive;
    std::optional<Error> failure;
    for (const SourceState &state : m_application.worklistSearch().sources()) {
        if (!only.isEmpty() && state.id != only)
            continue;
        if (state.status != SourceState::Status::Failed)
            return std::nullopt;
        if (!failure)
            failure = state.error;
    }
    return failure;
}

bool ScenarioDoor::openWorklistRow(int row)
{
    return m_application.window().worklist().openRow(row);
}

bool ScenarioDoor::runCommand(const QString &command, const ViewId &view)
{
    if (m_application.isLocked())
        return false;
    if (ReadingPage *shown = page(); shown && shown->runCommand(command, view))
        return true;
    return m_application.window().runCommand(command);
}

bool ScenarioDoor::setTool(Qt::MouseButton button, const QString &tool)
{
    if (!tools::toolNames().contains(tool))
        return false;
    m_application.bindings().setTool(button, tool);
    if (ReadingPage *shown = page())
        shown->refreshTools();
    return true;
}

QString ScenarioDoor::lastNotice() const
{
    return m_application.window().lastNotice();
}

Result<void> ScenarioDoor::setProgram(const QString &option, const QString &value)
{
    if (option == "language"_L1 && QStringList{u"zh_CN"_s, u"zh_TW"_s, u"en"_s}.contains(value)) {
        m_application.setLanguage(value);
        return {};
    }
    if (option == "theme"_L1 && (value == "dark"_L1 || value == "light"_L1)) {
        m_application.setTheme(value);
        return {};
    }
    if (option == "size"_L1) {
        const QStringList sides = value.split(u'x');
        const QSize size(sides.value(0).toInt(), sides.value(1).toInt());
        if (sides.size() == 2 && size.width() > 0 && size.height() > 0) {
            m_application.window().resize(size);
            return {};
        }
    }
    // The ratio is settled before there is an application object; here it can only be confirmed.
    if (option == "ratio"_L1 && value.toDouble() == m_application.window().devicePixelRatioF())
        return {};
    return fail(ErrorCode::InvalidArgument, u"program %1=%2"_s.arg(option, value));
}

QString ScenarioDoor::program(const QString &option) const
{
    const MainWindow &window = m_application.window();
    if (option == "language"_L1)
        return m_application.language();
    if (option == "theme"_L1)
        return m_application.theme();
    if (option == "size"_L1)
        return u"%1x%2"_s.arg(window.width()).arg(window.height());
    if (option == "tab"_L1) {
        const auto *tabs = window.findChild<AppTabs *>();
        return tabs ? tabs->tabText(tabs->currentIndex()) : QString();
    }
    if (option == "outbox"_L1) {
        const MarkSender &sender = m_application.sender();
        return sender.isSaving() ? u"saving"_s : QString::number(sender.progress().left + int(sender.wishes().size()));
    }
    return option == "ratio"_L1 ? QString::number(window.devicePixelRatioF()) : QString();
}

} // namespace consilium::app
