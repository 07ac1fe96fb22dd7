#include "app/windows/KeptCommands.h"

#include "app/outside/KeyImageGuide.h"
#include "app/usecases/ApplyState.h"
#include "viewer/objects/StudyObjects.h"
#include "viewer/widgets/ViewportWidget.h"

#include <QMenu>

#include <algorithm>
#include <optional>
#include <set>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

struct Found {
    dicom::DataSetPtr stack;
    dicom::InstancePtr image;
};

/// The first image of the state that is there.
std::optional<Found> firstImageOf(const objects::PresentationState &state, const std::vector<dicom::DataSetPtr> &stacks)
{
    for (const objects::ImageReference &reference : state.images)
        for (const dicom::DataSetPtr &stack : stacks)
            if (const int index = stack->indexOf(reference.sop, std::max(reference.frame, 1) - 1); index >= 0)
                return Found{stack, stack->slices[std::size_t(index)]};
    return std::nullopt;
}

} // namespace

KeptCommands::KeptCommands(ReadingSession &session, pixels::StudyImages &images, widgets::LayoutGrid &grid)
    : QObject(&grid), m_session(session), m_images(images), m_grid(grid)
{
}

bool KeptCommands::run(const QString &command, QWidget &anchor)
{
    constexpr QLatin1StringView one("presentation-state-"), layer("graphic-layer-");
    if (command == "presentation-states"_L1)
        showMenu(anchor);
    else if (command == "next-key-image"_L1 || command == "previous-key-image"_L1)
        step(command == "next-key-image"_L1 ? 1 : -1);
    else if (command == "key-images-only"_L1)
        showKeyImages();
    else if (command.startsWith(one) && command.mid(one.size()).toInt() > 0)
        applyAt(std::size_t(command.mid(one.size()).toInt()) - 1);
    else if (command == "graphic-layers"_L1)
        showLayers(anchor);
    else if (command.startsWith(layer) && command.mid(layer.size()).toInt() > 0)
        toggleLayerAt(std::size_t(command.mid(layer.size()).toInt()) - 1);
    else
        return false;
    return true;
}

void KeptCommands::showMenu(QWidget &anchor)
{
    const session::ViewerState &state = m_session.dispatcher().state();
    const objects::StudyObjects *const known = m_images.objects();
    const auto states =
        known ? known->states(state.view(state.layout().active).study) : std::vector<objects::PresentationStatePtr>();
    if (states.empty()) {
        Q_EMIT noticed(tr("The study has no presentation state."));
        return;
    }
    auto *menu = new QMenu(&anchor);
    menu->setObjectName(u"presentation-states"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (std::size_t i = 0; i < states.size(); ++i) {
        QString title = titleOf(*states[i]);
        QAction *action = menu->addAction(title.replace(u'&', u"&&"_s));
        connect(action, &QAction::triggered, this, [this, one = states[i]] { apply(*one); });
    }
    menu->popup(anchor.mapToGlobal(QPoint(0, anchor.height())));
}

void KeptCommands::applyAt(std::size_t index)
{
    const session::ViewerState &state = m_session.dispatcher().state();
    const objects::StudyObjects *const known = m_images.objects();
    if (!known)
        return;
    const auto states = known->states(state.view(state.layout().active).study);
    if (index >= states.size()) {
        Q_EMIT noticed(tr("The study has no such presentation state."));
        return;
    }
    apply(*states[index]);
}

// One step to take back, with the image that it is for where another one is looked at.
void KeptCommands::apply(const objects::PresentationState &state)
{
    auto &dispatcher = m_session.dispatcher();
    widgets::ViewportWidget *const viewport = m_grid.activeViewport();
    if (!viewport)
        return;
    const ViewId view = viewport->view();
    const StudyUid study = dispatcher.state().view(view).study;
    dicom::InstancePtr image = viewport->instance();
    const session::GestureId step = dispatcher.beginGesture();
    if (!image || !objects::isFor({}, state, image->sop, image->frame + 1)) {
        const auto first = firstImageOf(state, m_images.dataSets(study));
        if (!first) {
            Q_EMIT noticed(tr("None of the images of the presentation state is here."));
            return;
        }
        image = first->image;
        const session::ImageRef plane{image->sop, image->frame};
        if (!dispatcher.submit(session::ShowSeries{view, study, first->stack->id, plane, {}, {}},
                               session::Origin::Local, step))
            return; // the dispatcher has told why
    }
    StateTarget target;
    target.view = view;
    target.shown = dispatcher.state().view(view);
    target.dataSet = target.shown.dataSet;
    target.presentation = dispatcher.state().presentation(view, target.dataSet);
    target.image = image.get();
    target.widthPx = viewport->imageArea().width();
    target.heightPx = viewport->imageArea().height();
    target.devicePixelRatio = viewport->devicePixelRatioF();
    target.screenMmPerPx = viewport->shownInput().screenMmPerPx;
    const dicom::DataSetPtr stack = m_images.dataSet(target.dataSet);
    target.stack = stack.get();
    const StatePlan plan = planState(state, target);
    for (const session::Action &action : plan.actions)
        if (!dispatcher.submit(action, session::Origin::Local, step))
            return;
    QStringList said{tr("Shown as saved: %1.").arg(titleOf(state))};
    Q_EMIT noticed((said + plan.refused).join(u' '));
}

std::vector<StateLayer> KeptCommands::layers() const
{
    const session::ViewerState &state = m_session.dispatcher().state();
    const objects::StudyObjects *const known = m_images.objects();
    return known ? layersOf(known->states(state.view(state.layout().active).study)) : std::vector<StateLayer>();
}

void KeptCommands::showLayers(QWidget &anchor)
{
    const std::vector<StateLayer> all = layers();
    if (all.empty()) {
        Q_EMIT noticed(tr("No presentation state of the study has layers with marks."));
        return;
    }
    auto *menu = new QMenu(&anchor);
    menu->setObjectName(u"graphic-layers"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (std::size_t i = 0; i < all.size(); ++i) {
        QString title = all[i].name + u" · "_s + all[i].state;
        QAction *action = menu->addAction(title.replace(u'&', u"&&"_s));
        action->setCheckable(true);
        action->setChecked(!m_session.dispatcher().state().hiddenLayers().contains(all[i].key));
        connect(action, &QAction::triggered, this, [this, layer = all[i]] { toggleLayer(layer); });
    }
    menu->popup(anchor.mapToGlobal(QPoint(0, anchor.height())));
}

void KeptCommands::toggleLayerAt(std::size_t index)
{
    const std::vector<StateLayer> all = layers();
    if (index >= all.size()) {
        Q_EMIT noticed(tr("The presentation states of the study have no such layer."));
        return;
    }
    toggleLayer(all[index]);
}

void KeptCommands::toggleLayer(const StateLayer &layer)
{
    auto &dispatcher = m_session.dispatcher();
    const bool isHidden = dispatcher.state().hiddenLayers().contains(layer.key);
    if (dispatcher.submit(session::ShowLayer{layer.key.object, layer.key.layer, isHidden}))
        Q_EMIT noticed(isHidden ? tr("The layer %1 is shown.").arg(layer.name)
                                : tr("The layer %1 is hidden.").arg(layer.name));
}

// As for a study that was asked for by its key images.
void KeptCommands::showKeyImages()
{
    const session::ViewerState &state = m_session.dispatcher().state();
    const StudyUid study = state.view(state.layout().active).study;
    const QString name = m_images.study(study).description.simplified();
    auto *guide = new KeyImageGuide(m_session, m_images, study, name.isEmpty() ? tr("this study") : name);
    connect(guide, &KeyImageGuide::told, this, &KeptCommands::noticed);
    guide->start();
}

/// In the order of the stacks and their slices, round and round; of the active view's study.
void KeptCommands::step(int direction)
{
    auto &dispatcher = m_session.dispatcher();
    const session::ViewerState &state = dispatcher.state();
    const ViewId view = state.layout().active;
    const StudyUid study = state.view(view).study;
    std::set<std::pair<QString, int>> keys;
    state.annotations().forEach([&](const session::Annotation &mark) {
        if (mark.kind == session::AnnotationKind::KeyImage)
            keys.emplace(mark.sop.text(), mark.frame);
    });
    const widgets::ViewportWidget *const viewport = m_grid.viewport(view);
    const dicom::InstancePtr shown = viewport ? viewport->instance() : nullptr;
    std::vector<Found> all;
    std::ptrdiff_t now = -1, before = -1; // the shown one, or how many key images come before it
    for (const dicom::DataSetPtr &stack : m_images.dataSets(study)) {
        for (const dicom::InstancePtr &image : stack->slices) {
            const bool isShown = shown && image->sop == shown->sop && image->frame == shown->frame;
            if (isShown)
                before = std::ptrdiff_t(all.size());
            if (!keys.contains({image->sop.text(), image->frame}))
                continue;
            now = isShown ? std::ptrdiff_t(all.size()) : now;
            all.push_back({stack, image});
        }
    }
    if (all.empty()) {
        Q_EMIT noticed(tr("The study has no key images."));
        return;
    }
    const auto count = std::ptrdiff_t(all.size());
    std::ptrdiff_t next = direction > 0 ? 0 : count - 1;
    if (now >= 0)
        next = (now + direction + count) % count;
    else if (before >= 0)
        next = (direction > 0 ? before : before - 1 + count) % count;
    const Found &found = all[std::size_t(next)];
    const session::ImageRef plane{found.image->sop, found.image->frame};
    const bool isThere = state.view(view).dataSet == found.stack->id;
    const auto done = isThere ? dispatcher.submit(session::ShowPlane{view, plane})
                              : dispatcher.submit(session::ShowSeries{view, study, found.stack->id, plane, {}, {}});
    if (done)
        Q_EMIT noticed(tr("Key image %1 of %2.").arg(next + 1).arg(count));
}

} // namespace consilium::app
