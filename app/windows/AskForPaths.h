#pragma once
#include <QStringList>

#include <functional>

class QWidget;

namespace consilium::app
{

struct PathQuestion {
    enum class Kind { Folder, File, Files, NewFile };
    Kind kind = Kind::File;
    QString title;
    QString filter; ///< "Keys (*.json)"; empty: all
    QString name;   ///< proposed, of a new file
};

/// The one way to ask for files and folders. Their names may name patients: nothing of where one was is kept on the
/// disk, by Qt or by the system's own dialog (which is not used), and the next question of this window alone begins in
/// the folder of the one before. What other programs have left among Qt's settings is neither shown nor changed.
/// `chosen` is not called when nothing was chosen or `asker` is gone.
void askForPaths(QWidget &asker, const PathQuestion &question, std::function<void(const QStringList &paths)> chosen);

} // namespace consilium::app
