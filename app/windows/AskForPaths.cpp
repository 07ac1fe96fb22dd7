#include "app/windows/AskForPaths.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QFileSystemModel>
#include <QHeaderView>
#include <QSettings>
#include <QSplitter>
#include <QStyledItemDelegate>
#include <QTreeView>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

constexpr auto lastFolder = "lastFolder"; ///< of a window, which goes with its person
constexpr int widthPx = 960, heightPx = 600, sidePx = 200;
constexpr int sizeColumn = 1, typeColumn = 2, dateColumn = 3; // of QFileSystemModel

const QStringList placesOfQt{u"FileDialog/history"_s, u"FileDialog/lastVisited"_s, u"FileDialog/shortcuts"_s,
                             u"Qt/filedialog"_s}; ///< the last one of before Qt 5.5

QSettings settingsOfQt()
{
    return QSettings(QSettings::UserScope, u"QtProject"_s);
}

/// Qt's dialog reads its folders from the settings of all Qt programs of this user of the computer when it is made, and
/// writes them there when it goes. While one of these lives it finds none and writes none. For moments of the thread
/// that draws: all native settings are aside meanwhile.
class PlacesAside
{
public:
    PlacesAside();
    ~PlacesAside();
    Q_DISABLE_COPY_MOVE(PlacesAside)

private:
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
    QString m_folder; ///< of the settings, as it was
#else
    std::map<QString, QVariant> m_kept; ///< what others have left there
#endif
};

#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
// In a file below something that is no folder.
PlacesAside::PlacesAside() : m_folder(QFileInfo(settingsOfQt().fileName()).path())
{
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, u"/dev/null"_s);
}

PlacesAside::~PlacesAside()
{
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder);
}
#else
// A registry has no place that leads nowhere.
PlacesAside::PlacesAside()
{
    QSettings settings = settingsOfQt();
    for (const QString &key : placesOfQt)
        if (settings.contains(key)) {
            m_kept[key] = settings.value(key);
            settings.remove(key);
        }
}

PlacesAside::~PlacesAside()
{
    QSettings settings = settingsOfQt();
    for (const QString &key : placesOfQt)
        settings.remove(key);
    for (const auto &[key, value] : m_kept)
        settings.setValue(key, value);
}
#endif

/// Begins before the dialog and ends after it.
class PlacesAround
{
protected:
    PlacesAround() = default;
    ~PlacesAround() = default;
    Q_DISABLE_COPY_MOVE(PlacesAround)

    std::optional<PlacesAside> m_aside{std::in_place};
};

class PlacelessDialog final : private PlacesAround, public QFileDialog
{
public:
    PlacelessDialog(QWidget &asker, const QString &title) : QFileDialog(&asker, title)
    {
        setOption(DontUseNativeDialog); // only now its lists are there, and read what was kept
        m_aside.reset();
    }
    ~PlacelessDialog() override { m_aside.emplace(); } // until it has written
    Q_DISABLE_COPY_MOVE(PlacelessDialog)
};

// The model says sizes, dates and folders in the language of the system; here they are in the window's.
class DetailDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const auto *files = qobject_cast<const QFileSystemModel *>(index.model());
        if (!files)
            return;
        if (index.column() == dateColumn)
            option->text = QLocale().toString(files->lastModified(index), u"yyyy-MM-dd HH:mm"_s);
        else if (index.column() == sizeColumn && !files->isDir(index))
            option->text = QLocale().formattedDataSize(files->size(index));
        else if (index.column() == typeColumn && files->isDir(index))
            option->text = QFileDialog::tr("Folder");
    }
};

void layOut(QFileDialog &dialog, const QWidget &window)
{
    dialog.resize(QSize(widthPx, heightPx).boundedTo(window.size().expandedTo({480, 360})));
    if (auto *sides = dialog.findChild<QSplitter *>(u"splitter"_s))
        sides->setSizes({sidePx, std::max(sidePx, dialog.width() - sidePx)});
    auto *details = dialog.findChild<QTreeView *>(u"treeView"_s);
    if (!details)
        return;
    details->setItemDelegate(new DetailDelegate(details));
    QHeaderView *header = details->header();
    header->setStretchLastSection(false);
    for (int column = sizeColumn; column <= dateColumn; ++column)
        header->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    header->setSectionResizeMode(0, QHeaderView::Stretch);
}

QFileDialog *makeDialog(QWidget &asker, const PathQuestion &question)
{
    using Kind = PathQuestion::Kind;
    auto *dialog = new PlacelessDialog(asker, question.title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(question.kind == Kind::Folder  ? QFileDialog::Directory
                        : question.kind == Kind::Files ? QFileDialog::ExistingFiles
                        : question.kind == Kind::File  ? QFileDialog::ExistingFile
                                                       : QFileDialog::AnyFile);
    dialog->setOption(QFileDialog::ShowDirsOnly, question.kind == Kind::Folder);
    if (question.kind == Kind::NewFile)
        dialog->setAcceptMode(QFileDialog::AcceptSave);
    if (!question.filter.isEmpty())
        dialog->setNameFilter(question.filter);
    const QString before = asker.window()->property(lastFolder).toString();
    dialog->setDirectory(QDir(before).exists() && !before.isEmpty() ? before : QDir::homePath());
    if (!question.name.isEmpty())
        dialog->selectFile(question.name);
    return dialog;
}

} // namespace

void askForPaths(QWidget &asker, const PathQuestion &question, std::function<void(const QStringList &paths)> chosen)
{
    QFileDialog *dialog = makeDialog(asker, question);
    layOut(*dialog, *asker.window());
    QObject::connect(dialog, &QFileDialog::accepted, &asker, [&asker, dialog, chosen = std::move(chosen)] {
        asker.window()->setProperty(lastFolder, dialog->directory().absolutePath());
        if (const QStringList paths = dialog->selectedFiles(); !paths.isEmpty())
            chosen(paths);
    });
    dialog->open();
}

} // namespace consilium::app
