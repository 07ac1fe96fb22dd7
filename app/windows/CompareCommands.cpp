#include "app/windows/CompareCommands.h"

#include "viewer/tools/LinkedLook.h"
#include "viewer/widgets/ViewportWidget.h"

#include <QCoreApplication>
#include <QMenu>
#include <QPointer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

// The collector of texts takes the context from here.
class Text
{
    Q_DECLARE_TR_FUNCTIONS(CompareCommands)
};

void submitAll(const std::vector<session::Action> &actions, session::ActionDispatcher &dispatcher)
{
    const session::GestureId gesture = dispatcher.beginGesture();
    for (const session::Action &action : actions) {
        if (!dispatcher.submit(action, session::Origin::Local, gesture)) // the dispatcher itself tells of it
            return;
    }
}

/// "window, zoom"
QString lookText(const session::LookLink &look)
{
    QStringList parts;
    if (look.window)
        parts << Text::tr("window");
    if (look.zoom)
        parts << Text::tr("zoom");
    if (look.pan)
        parts << Text::tr("pan");
    return parts.isEmpty() ? Text::tr("Window, zoom and pan are each view's own.")
                           : Text::tr("Views go along in: %1.").arg(parts.join(Text::tr(", ")));
}

/// nullopt: the command is none of these.
std::optional<session::LookLink> toggled(const QString &command, session::LookLink look)
{
    if (command == u"link-look") {
        const bool isOn = !(look.window && look.zoom && look.pan);
        look.window = look.zoom = look.pan = isOn;
    } else if (command == u"link-window") {
        look.window = !look.window;
    } else if (command == u"link-zoom") {
        look.zoom = !look.zoom;
    } else if (command == u"link-pan") {
        look.pan = !look.pan;
    } else if (command == u"cursor-3d-follow") {
        look.cursor = !look.cursor;
    } else {
        return std::nullopt;
    }
    return look;
}

QString link(const session::LookLink &wanted, bool isCursor, const widgets::LayoutGrid &grid,
             session::ActionDispatcher &dispatcher, const pixels::StudyImages &images)
{
    const widgets::ViewportWidget *const active = grid.activeViewport();
    const QSizeF size = active ? active->imageArea().size() : QSize();
    const auto &state = dispatcher.state();
    submitAll(
        tools::linkLooks(wanted, state, state.layout().active, {size.width(), size.height()}, tools::stacksOf(images)),
        dispatcher);
    if (isCursor)
        return wanted.cursor ? Text::tr("Views go to the slice of the 3D cursor.")
                             : Text::tr("Views stay at their slice when the 3D cursor is set.");
    return lookText(wanted);
}

QString showMenu(const ViewId &view, session::ActionDispatcher &dispatcher, const pixels::StudyImages &images,
                 QWidget &anchor)
{
    const auto choices = tools::fusionChoices(dispatcher.state(), view, images);
    if (choices.empty())
        return Text::tr("No other series of this patient is open that could be laid over these images.");
    auto *menu = new QMenu(&anchor);
    menu->setObjectName(u"fusion-choices"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto &now = dispatcher.state().view(view).fusion;
    for (const tools::FusionChoice &choice : choices) {
        QString title = fusionChoiceText(choice);
        QAction *action = menu->addAction(title.replace(u'&', u"&&"_s));
        action->setObjectName(u"fuse:"_s + choice.series->id.text());
        action->setEnabled(choice.refusal == imaging::FusionRefusal::None);
        action->setCheckable(true);
        action->setChecked(now && now->dataSet == choice.series->id);
        QObject::connect(action, &QAction::triggered, &dispatcher,
                         [choice, view, &dispatcher] { fuseWith(choice, view, dispatcher); });
    }
    menu->popup(anchor.mapToGlobal(QPoint(0, anchor.height())));
    return {};
}

/// Why a command about fusion can do nothing.
QString whyNotFused(const QString &command, const ViewId &view, const session::ViewerState &state,
                    const pixels::StudyImages &images)
{
    if (command != u"fuse") {
        if (!state.view(view).fusion)
            return Text::tr("No other series lies over these images.");
        const bool isSuv = command.startsWith(u"fusion-suv-") && !tools::isPet(*state.view(view).fusion, images);
        return isSuv ? Text::tr("The series that lies over these images is no PET.") : QString();
    }
    const auto choices = tools::fusionChoices(state, view, images);
    return choices.empty()
               ? Text::tr("No other series of this patient is open that could be laid over these images.")
               : Text::tr("No series can be laid over these images. %1").arg(fusionChoiceText(choices.front()));
}

} // namespace

QString fusionChoiceText(const tools::FusionChoice &choice)
{
    const auto &header = choice.series->header;
    QStringList parts;
    if (header.number >= 0)
        parts << QString::number(header.number);
    parts << (header.modality + u' ' + header.description.simplified()).trimmed() << choice.series->part;
    parts.removeAll(QString());
    const QString name = parts.join(u" · "_s);
    const QString why = render2d::refusalText(choice.refusal);
    return why.isEmpty() ? name : name + u" — "_s + why;
}

void fuseWith(const tools::FusionChoice &choice, const ViewId &view, session::ActionDispatcher &dispatcher)
{
    const auto &now = dispatcher.state().view(view).fusion;
    const bool isThere = now && now->dataSet == choice.series->id;
    const auto wanted = isThere ? std::nullopt : std::optional(tools::usualFusion(choice));
    submitAll({session::SetFusion{view, wanted}}, dispatcher);
}

std::optional<QString> runCompareCommand(const QString &command, const ViewId &view, widgets::LayoutGrid &grid,
                                         session::ActionDispatcher &dispatcher, const pixels::StudyImages &images,
                                         QWidget &anchor)
{
    const session::ViewerState &state = dispatcher.state();
    if (const auto wanted = toggled(command, state.layout().look))
        return link(*wanted, command == u"cursor-3d-follow", grid, dispatcher, images);
    if (command == u"cursor-3d-off") {
        if (!state.cursor())
            return Text::tr("No 3D cursor is set.");
        submitAll({session::SetCursor{std::nullopt}}, dispatcher);
        return QString();
    }
    const ViewId chosen = view.isEmpty() ? state.layout().active : view;
    if (command == u"fuse-menu")
        return showMenu(chosen, dispatcher, images, anchor);
    if (!tools::fusionCommandNames().contains(command))
        return std::nullopt;
    const widgets::ViewportWidget *const viewport = grid.viewport(chosen);
    const auto shown = viewport ? viewport->shownInput().fusion : std::nullopt;
    const auto actions = tools::fusionActions(command, state, chosen, images, shown ? shown->layer.low : 0.0,
                                              shown ? shown->layer.high : 0.0);
    if (actions.empty())
        return whyNotFused(command, chosen, state, images);
    submitAll(actions, dispatcher);
    return QString();
}

} // namespace consilium::app
