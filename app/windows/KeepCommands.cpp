#include "app/windows/KeepCommands.h"

#include "app/usecases/MarkSender.h"
#include "app/windows/AskForPaths.h"
#include "app/windows/Question.h"
#include "app/windows/ReadingSession.h"
#include "viewer/objects/Codes.h"
#include "viewer/widgets/LayoutGrid.h"
#include "viewer/widgets/MarkWords.h"

#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace consilium::app
{

using session::Annotation;
using session::AnnotationKind;

KeepCommands::KeepCommands(ReadingSession &session, widgets::LayoutGrid &grid)
    : QObject(&grid), m_session(session), m_grid(grid)
{
}

void KeepCommands::use(MarkSender *sender)
{
    m_sender = sender;
    if (!sender)
        return;
    sender->areas().follow(m_session.dispatcher(), [grid = QPointer<widgets::LayoutGrid>(&m_grid)](const ViewId &view) {
        const widgets::ViewportWidget *const viewport = grid ? grid->viewport(view) : nullptr;
        return viewport ? ImageArea{double(viewport->imageArea().width()), double(viewport->imageArea().height()),
                                    viewport->devicePixelRatioF()}
                        : ImageArea();
    });
}

StudyUid KeepCommands::shownStudy() const
{
    const session::ViewerState &state = m_session.dispatcher().state();
    return state.view(state.layout().active).study;
}

std::vector<StudyUid> KeepCommands::unsavedStudies() const
{
    std::vector<StudyUid> all;
    for (const auto *studies : {&m_session.studies(), &m_session.priors()})
        for (const StudyUid &study : *studies)
            if (m_sender && m_sender->whyNotSave(m_session.dispatcher(), study).isEmpty())
                all.push_back(study);
    return all;
}

QString KeepCommands::whyNot(const QString &command) const
{
    if (command == u"save-marks" || command.startsWith(u"save-marks-as-files")) {
        if (!m_sender)
            return tr("Nothing can be saved here.");
        return unsavedStudies().empty() ? m_sender->whyNotSave(m_session.dispatcher(), shownStudy()) : QString();
    }
    const bool isView = command == u"save-view";
    if (command == u"save-views")
        return whyNotSaveViews();
    if (!isView && !command.startsWith(u"key-image"))
        return {};
    const widgets::ViewportWidget *const viewport = m_grid.activeViewport();
    if (!viewport || !viewport->instance())
        return tr("No image is shown here.");
    if (isView)
        return m_sender ? m_sender->whyNotSaveView(shownStudy()) : tr("Nothing can be saved here.");
    if (command == u"key-image-off" && !keyMarkOf(*viewport))
        return tr("This image is no key image.");
    return {};
}

std::vector<MarkSender::SeenView> KeepCommands::seenViews() const
{
    std::vector<MarkSender::SeenView> all;
    for (const widgets::ViewportWidget *const viewport : m_grid.shownViewports())
        if (const auto image = viewport->instance())
            all.push_back({m_session.dispatcher().state().view(viewport->view()).study,
                           viewport->view(),
                           {image->sop, image->frame}});
    return all;
}

/// Where one of them can be saved the others are told of then.
QString KeepCommands::whyNotSaveViews() const
{
    const auto views = seenViews();
    if (views.empty())
        return tr("No image is shown here.");
    QString first = m_sender ? QString() : tr("Nothing can be saved here.");
    for (const MarkSender::SeenView &one : views) {
        const QString why = m_sender ? m_sender->whyNotSaveView(one.study) : first;
        if (why.isEmpty())
            return {};
        if (first.isEmpty())
            first = why;
    }
    return first;
}

bool KeepCommands::run(const QString &command)
{
    if (command.startsWith(u"save-marks"))
        return runSaving(command);
    if (command != u"save-view" && command != u"save-views" && !command.startsWith(u"key-image"))
        return false;
    if (const QString why = whyNot(command); !why.isEmpty()) {
        Q_EMIT noticed(why);
        return true;
    }
    widgets::ViewportWidget *const viewport = m_grid.activeViewport();
    if (command == u"save-view")
        m_sender->saveView(m_session.dispatcher(), shownStudy(), viewport->view(),
                           {viewport->instance()->sop, viewport->instance()->frame});
    else if (command == u"save-views")
        m_sender->saveViews(m_session.dispatcher(), seenViews());
    else if (command == u"key-image")
        toggle();
    else if (command == u"key-image-reason")
        askForReason();
    else if (command == u"key-image-off")
        unmark();
    else if (command == u"key-images-shown")
        mark(m_grid.shownViewports(), m_reason.isEmpty() ? objects::codes::ofInterest.value : m_reason);
    else if (command.startsWith(u"key-image:") && !widgets::keyImageReason(command.mid(10)).isEmpty())
        mark({viewport}, command.mid(10));
    else
        return false;
    return true;
}

const Annotation *KeepCommands::keyMarkOf(const widgets::ViewportWidget &viewport) const
{
    const auto image = viewport.instance();
    const Annotation *found = nullptr;
    const auto &dispatcher = m_session.dispatcher();
    dispatcher.state().annotations().forEach([&](const Annotation &mark) {
        if (image && mark.kind == AnnotationKind::KeyImage && mark.author == dispatcher.localActor() &&
            mark.sop == image->sop && mark.frame == image->frame)
            found = &mark;
    });
    return found;
}

void KeepCommands::toggle()
{
    const widgets::ViewportWidget *const viewport = m_grid.activeViewport();
    if (keyMarkOf(*viewport))
        unmark();
    else if (m_reason.isEmpty())
        askForReason();
    else
        mark({m_grid.activeViewport()}, m_reason);
}

void KeepCommands::unmark()
{
    const Annotation *const key = keyMarkOf(*m_grid.activeViewport());
    if (key && m_session.dispatcher().submit(session::RemoveAnnotation{key->id}))
        Q_EMIT noticed(tr("This image is no key image any more."));
}

void KeepCommands::mark(const std::vector<widgets::ViewportWidget *> &viewports, const QString &code)
{
    m_reason = code;
    auto &dispatcher = m_session.dispatcher();
    const session::GestureId step = dispatcher.beginGesture();
    int marked = 0;
    for (const widgets::ViewportWidget *const viewport : viewports) {
        const auto image = viewport->instance();
        if (!image)
            continue;
        const Annotation *const known = keyMarkOf(*viewport);
        if (known && known->text == code)
            continue;
        Result<void> done;
        if (known) {
            done = dispatcher.submit(session::SetMarkText{known->id, code}, session::Origin::Local, step);
        } else {
            Annotation key;
            key.id = AnnotationId(QUuid::createUuid().toString(QUuid::WithoutBraces));
            key.kind = AnnotationKind::KeyImage;
            key.author = dispatcher.localActor();
            key.dataSet = dispatcher.state().view(viewport->view()).dataSet;
            key.sop = image->sop;
            key.frame = image->frame;
            key.text = code;
            done = dispatcher.submit(session::AddAnnotation{key}, session::Origin::Local, step);
        }
        marked += done ? 1 : 0; // a refusal is told by the dispatcher itself
    }
    if (marked > 0)
        Q_EMIT noticed(tr("%n key image(s): %1.", nullptr, marked).arg(widgets::keyImageReason(code)));
}

void KeepCommands::askForReason()
{
    widgets::ViewportWidget *const viewport = m_grid.activeViewport();
    auto *menu = new QMenu(viewport);
    menu->setObjectName(u"keyImageReasons"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const Annotation *const known = keyMarkOf(*viewport);
    const QString chosen = known ? known->text : m_reason.isEmpty() ? objects::codes::ofInterest.value : m_reason;
    for (const objects::Code &title : objects::keyImageTitles()) {
        QAction *const action = menu->addAction(widgets::keyImageReason(title.value));
        action->setCheckable(true);
        action->setChecked(known && title.value == known->text);
        connect(action, &QAction::triggered, this,
                [this, code = title.value] { mark({m_grid.activeViewport()}, code); });
        if (title.value == chosen)
            menu->setActiveAction(action);
    }
    if (known) {
        menu->addSeparator();
        connect(menu->addAction(tr("No key image")), &QAction::triggered, this, &KeepCommands::unmark);
    }
    QAction *const active = menu->activeAction();
    menu->popup(viewport->mapToGlobal(viewport->rect().center()));
    menu->setActiveAction(active); // Enter takes it
}

bool KeepCommands::runSaving(const QString &command)
{
    if (const QString why = whyNot(command); !why.isEmpty()) {
        Q_EMIT noticed(why);
        return true;
    }
    constexpr int folderAt = 20; // behind "save-marks-as-files:"
    const std::vector<StudyUid> studies = unsavedStudies();
    for (const StudyUid &study : studies) {
        if (command.startsWith(u"save-marks-as-files:"))
            m_sender->saveAsFiles(m_session.dispatcher(), study, command.mid(folderAt));
        else if (command == u"save-marks-as-files")
            askForFolder(study);
        else if (m_sender->isWithoutArchive(study))
            askForFiles(study);
        else
            m_sender->save(m_session.dispatcher(), study);
    }
    return true;
}

void KeepCommands::askForFiles(const StudyUid &study)
{
    const QString lost = m_sender->whyNotLasting();
    auto *question = makeQuestion(
        m_grid, tr("Save marks"),
        lost.isEmpty() ? tr("This study comes from files: there is no archive to send its marks to. They stay on "
                            "this computer as unsaved marks. They can also be written as DICOM files to a folder.")
                       : tr("This study comes from files: there is no archive to send its marks to. They can be "
                            "written as DICOM files to a folder.") +
                             u' ' + lost);
    question->setObjectName(u"saveAsFilesQuestion"_s);
    QPushButton *const files = question->addButton(tr("Save as files…"), QMessageBox::AcceptRole);
    question->addButton(tr("Leave them"), QMessageBox::RejectRole);
    connect(files, &QPushButton::clicked, this, [this, study] { askForFolder(study); });
    question->open();
}

void KeepCommands::askForFolder(const StudyUid &study)
{
    askForPaths(m_grid, {PathQuestion::Kind::Folder, tr("Save marks as files in a folder"), {}, {}},
                [commands = QPointer<KeepCommands>(this), study](const QStringList &paths) {
                    if (commands && commands->m_sender && !paths.isEmpty())
                        commands->m_sender->saveAsFiles(commands->m_session.dispatcher(), study, paths.front());
                });
}

} // namespace consilium::app
