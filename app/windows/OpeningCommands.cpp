#include "app/windows/OpeningCommands.h"

#include "app/windows/AskForPaths.h"
#include "app/windows/MainWindow.h"
#include "app/windows/WindowSpread.h"

using namespace Qt::StringLiterals;

namespace consilium::app
{

bool runOpeningCommand(MainWindow &window, const QString &command)
{
    if (window.spread() && window.spread()->run(command))
        return true;
    const auto open = [asker = &window](const QStringList &paths) { Q_EMIT asker->openPathsRequested(paths); };
    if (command == "open-folder"_L1)
        askForPaths(window, {PathQuestion::Kind::Folder, MainWindow::tr("Open a folder with DICOM files"), {}, {}},
                    open);
    else if (command == "open-files"_L1)
        askForPaths(window, {PathQuestion::Kind::Files, MainWindow::tr("Open DICOM files"), {}, {}}, open);
    else if (command == "open-next-studies"_L1)
        Q_EMIT window.openMoreRequested();
    else if (command == "stop-reading"_L1)
        Q_EMIT window.stopReadingRequested();
    else if (command == "opening-details"_L1)
        Q_EMIT window.noticeDetailsRequested();
    else
        return false;
    return true;
}

} // namespace consilium::app
