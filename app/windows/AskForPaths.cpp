#include "app/windows/AskForPaths.h"

#include <QApplication>
#include <QFileDialog>
#include <QFileSystemModel>
#include <QHeaderView>
#include <QSettings>
#include <QSplitter>
#include <QStyledItemDelegate>
#include <QTreeView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

constexpr auto lastFolder = "lastFolder"; ///< of a window, which goes with its person
constexpr int widthPx = 960, heightPx = 600, sidePx = 200;
constexpr int sizeColumn = 1, typeColumn = 2, dateColumn = 3; // of QFileSystemModel

// Qt's dialog remembers its folders among the settings of all Qt programs of this user of the computer. In a file below
// something that is no folder it finds none and writes none; a registry takes them, and they go again.
void forgetPlaces()
{
#ifdef Q_OS_UNIX
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, u"/dev/null"_s);
#endif
    QSettings kept(QSettings::UserScope, u"QtProject"_s);
    for (const QString &what : {u"history"_s, u"lastVisited"_s, u"shortcuts"_s})
        kept.remove(u"FileDialog/"_s + what);
}

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
    forgetPlaces(); // what others have left is not for this one
    auto *dialog = new QFileDialog(&asker, question.title);
    dialog->setOption(QFileDialog::DontUseNativeDialog);
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
    QObject::connect(dialog, &QObject::destroyed, qApp, [] { forgetPlaces(); }); // it writes when it goes
    dialog->open();
}

} // namespace consilium::app
