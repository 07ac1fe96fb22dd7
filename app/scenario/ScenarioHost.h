#pragma once
#include "app/bridge/PixelBridge.h"
#include "netclient/dicomweb/DicomWebClient.h"
#include "viewer/session/ActionDispatcher.h"
#include "viewer/widgets/ViewportWidget.h"

#include <QString>
#include <Qt>

#include <memory>
#include <optional>

class QWidget;

namespace consilium::app
{

/// What a scenario may do with the running program: the same doors a person goes through. The Application implements
/// it; nothing here blocks, and everything lives on the UI thread.
class ScenarioHost
{
public:
    virtual ~ScenarioHost() = default;

    [[nodiscard]] virtual session::ActionDispatcher &dispatcher() = 0;
    [[nodiscard]] virtual PixelBridge &images() = 0;
    /// The viewport that shows a cell of the layout; null when the layout has no such cell.
    [[nodiscard]] virtual widgets::ViewportWidget *viewport(const ViewId &view) = 0;
    [[nodiscard]] virtual QWidget &window() = 0;

    /// Adds an archive for this run only; the worklist offers it too. Error InvalidArgument for a bad address.
    [[nodiscard]] virtual Result<std::shared_ptr<dicomweb::DicomWebClient>>
    useArchive(const dicomweb::ArchiveConfig &config) = 0;
    /// Opens a study as a double click in the worklist does: the reading page, its first image series in the first
    /// view.
    virtual void openStudy(std::shared_ptr<dicomweb::DicomWebClient> archive, const dicom::StudyHeader &study) = 0;
    /// Opens a folder or a file as "File, open folder" does.
    virtual void openFolder(const QString &path) = 0;
    virtual void closeStudy(const StudyUid &study) = 0;
    /// Does what a link from outside asks for. Error InvalidArgument where it cannot be read.
    [[nodiscard]] virtual Result<void> openLink(const QString &link) = 0;
    [[nodiscard]] virtual bool isLookingFor() const = 0; ///< what a link asks for is not found out yet

    /// Brings the worklist to the front, fills in its search and starts it. `archive` empty: all. `text`: as a reader
    /// types it; the query then has no name.
    virtual void searchWorklist(const ArchiveId &archive, const dicomweb::StudyQuery &query, const QString &text) = 0;
    virtual void showWorklist() = 0;
    [[nodiscard]] virtual bool isWorklistIdle() const = 0; ///< no answer outstanding
    /// Where the list is in front, what stands beside it is complete: the series of the chosen study and their
    /// pictures.
    [[nodiscard]] virtual bool isWorklistComplete() const { return true; }
    /// Where a study is in front, no picture of its series strip is on its way.
    [[nodiscard]] virtual bool isStripComplete() const { return true; }
    [[nodiscard]] virtual int worklistCount() const = 0;
    /// What stands in a row (from 0) under "patient-id", "patient-name", "accession", "date", "modality",
    /// "description".
    [[nodiscard]] virtual QString worklistCell(int row, const QString &column) const = 0;
    [[nodiscard]] virtual QString
    worklistMessage() const = 0; ///< what the list says when it cannot answer; empty: nothing
    /// Why the last search has no answer: the first archive's reason where every one that was asked failed.
    [[nodiscard]] virtual std::optional<Error> worklistFailure() const { return std::nullopt; }
    virtual bool openWorklistRow(int row) = 0; ///< as a double click; false when there is no such row

    /// A named command ("undo", "layout-2x2", "invert" ...) on a view, as its key does. False when unknown.
    virtual bool runCommand(const QString &command, const ViewId &view) = 0;
    /// Puts a tool on a mouse button. False when unknown.
    virtual bool setTool(Qt::MouseButton button, const QString &tool) = 0;
    /// The last notice that the window showed, translated; empty: none.
    [[nodiscard]] virtual QString lastNotice() const = 0;

    /// "language", "theme", "size" ("1920x1200"). InvalidArgument for what it does not know.
    [[nodiscard]] virtual Result<void> setProgram(const QString &option, const QString &value) = 0;
    [[nodiscard]] virtual QString program(const QString &option) const = 0; ///< those, "ratio", and "tab"
};

} // namespace consilium::app
