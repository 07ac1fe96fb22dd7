#pragma once
#include "app/bridge/PixelBridge.h"
#include "netclient/dicomweb/DicomWebClient.h"
#include "viewer/session/ActionDispatcher.h"
#include "viewer/widgets/ViewportWidget.h"

#include <QStringList>

#include <memory>
#include <vector>

class QWidget;

namespace consilium::app
{

/// What a scenario may do with the running program: the same doors a person goes through. The Application implements it; nothing here
/// blocks, and everything lives on the UI thread.
class ScenarioHost
{
public:
    virtual ~ScenarioHost() = default;

    [[nodiscard]] virtual session::ActionDispatcher &dispatcher() = 0;
    [[nodiscard]] virtual PixelBridge &images() = 0;
    /// The viewport that shows a cell of the layout; null when the layout has no such cell.
    [[nodiscard]] virtual widgets::ViewportWidget *viewport(const ViewId &view) = 0;
    [[nodiscard]] virtual QWidget &window() = 0;

    /// Adds an archive for this run only and makes it the worklist's. Error InvalidArgument for a bad address.
    [[nodiscard]] virtual Result<std::shared_ptr<dicomweb::DicomWebClient>> useArchive(const QString &baseUrl,
                                                                                       const http::Credentials &credentials) = 0;
    /// Opens a study as a double click in the worklist does: the reading page, its first series in the first view.
    virtual void openStudy(std::shared_ptr<dicomweb::DicomWebClient> archive, const dicom::StudyHeader &study) = 0;
    /// Opens a folder or a file as "File, open folder" does.
    virtual void openFolder(const QString &path) = 0;

    /// Fills in the worklist's search and starts it.
    virtual void searchWorklist(const dicomweb::StudyQuery &query) = 0;
    [[nodiscard]] virtual bool isWorklistIdle() const = 0;
    [[nodiscard]] virtual std::vector<dicom::StudyHeader> worklistRows() const = 0; ///< as shown, in that order

    /// "worklist" or "reading". False for an unknown page.
    virtual bool showPage(const QString &page) = 0;
    /// A command of the window ("undo", "layout-2x2", "invert" ...) on the active view, as its key does. False when unknown.
    virtual bool runCommand(const QString &command) = 0;
    /// Messages shown to the person at the moment (status bar, notices), translated.
    [[nodiscard]] virtual QStringList notices() const = 0;
};

} // namespace consilium::app
