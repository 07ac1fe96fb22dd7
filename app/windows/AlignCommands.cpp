#include "app/windows/AlignCommands.h"

#include "app/windows/Question.h"
#include "viewer/dicom/FrameRelations.h"
#include "viewer/render2d/OverlayFormat.h"
#include "viewer/tools/LinkedScroll.h"
#include "viewer/tools/ShownStack.h"
#include "viewer/widgets/ViewLinks.h"

#include <QProgressDialog>
#include <QPushButton>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

using registration::Refusal;
using registration::StackRefusal;

constexpr int mostTries = 3; ///< of a pair whose series are arranged anew meanwhile

QString numberOf(const ViewId &view)
{
    return view.text().mid(1);
}

const FrameOfReferenceUid &frameOf(const dicom::DataSet &stack)
{
    return stack.slices.front()->geometry.frameOfReference;
}

QString stackText(StackRefusal refusal)
{
    switch (refusal) {
    case StackRefusal::NotGrey:
        return AlignCommands::tr("its images are in colour");
    case StackRefusal::NoPlace:
        return AlignCommands::tr("its images do not say where they lie in the patient");
    case StackRefusal::TooFew:
        return AlignCommands::tr("it has too few slices");
    case StackRefusal::Gaps:
        return AlignCommands::tr("slices are missing or lie far apart");
    case StackRefusal::NotOneStack:
    case StackRefusal::None:
        break;
    }
    return AlignCommands::tr("its images are no stack of parallel slices");
}

QString refusalText(const registration::Outcome &found)
{
    switch (found.refusal) {
    case Refusal::TooSmall:
        return AlignCommands::tr("too little of the body is shown");
    case Refusal::TooLittleOverlap:
        return AlignCommands::tr("the two show too little of the same part of the body");
    case Refusal::NotRepeatable:
        return AlignCommands::tr("the computations there and back differ by %1 mm")
            .arg(render2d::numberText(found.registration.disagreementMm, 1));
    case Refusal::OutOfRange:
        return AlignCommands::tr("one would be turned by more than %1° to the other")
            .arg(render2d::numberText(registration::mostTurnDeg, 0));
    case Refusal::NotConverged:
    case Refusal::Cancelled:
    case Refusal::None:
        break;
    }
    return AlignCommands::tr("no position fits clearly better than others");
}

QString failureText(const SeriesAlignment::End &end)
{
    using Failure = SeriesAlignment::Failure;
    switch (end.failure) {
    case Failure::NotDescribed:
        return AlignCommands::tr("the series is still being loaded");
    case Failure::Unreadable:
        return AlignCommands::tr("an image of it cannot be read");
    case Failure::NotAStack:
        return stackText(end.stack);
    case Failure::Rearranged:
        return AlignCommands::tr("the series was arranged anew or closed meanwhile");
    case Failure::NotAligned:
    case Failure::Cancelled:
    case Failure::None:
        break;
    }
    return refusalText(end.found);
}

} // namespace

AlignCommands::AlignCommands(ReadingSession &session, pixels::StudyImages &images, widgets::LayoutGrid &grid)
    : QObject(&grid), m_session(session), m_images(images), m_grid(grid)
{
    const auto check = [this] { checkQuestion(); };
    connect(&session.dispatcher(), &session::ActionDispatcher::applied, this, check);
    connect(&session.dispatcher(), &session::ActionDispatcher::wasReset, this, check);
    connect(&images, &pixels::StudyImages::studyChanged, this, check);
    connect(&images, &pixels::StudyImages::dataSetChanged, this, check);
    connect(&images, &pixels::StudyImages::pairsChanged, this, check);
}

AlignCommands::~AlignCommands()
{
    delete m_task; // its end would call what is half gone
}

bool AlignCommands::run(const QString &command)
{
    if (command == "align-views"_L1)
        begin(false);
    else if (command == "align-off"_L1)
        takeBack();
    else
        return false;
    return true;
}

void AlignCommands::closeQuestion()
{
    if (m_question)
        m_question->close();
}

AlignCommands::Offered AlignCommands::offeredNow() const
{
    const auto &state = m_session.dispatcher().state();
    Offered offered{state.layout().active, {}};
    for (int i = 0; i < state.layout().cellCount(); ++i) {
        const auto stack = tools::shownStack(state.view(session::Layout::viewAt(i)), m_images);
        offered.shown.push_back(stack ? stack->id : DataSetId());
    }
    return offered;
}

void AlignCommands::checkQuestion()
{
    if (m_question &&
        (offeredNow() != m_offered || widgets::alignableViews(m_session.dispatcher().state(), m_images).empty()))
        closeQuestion();
}

void AlignCommands::offer()
{
    closeQuestion();
    const auto views = widgets::alignableViews(m_session.dispatcher().state(), m_images);
    if (views.empty() || m_task)
        return;
    QStringList numbers;
    std::transform(views.begin(), views.end(), std::back_inserter(numbers), numberOf);
    m_question = makeQuestion(
        m_grid, tr("Align views"),
        tr("View %1 has another frame of reference than the active view: its places cannot be compared. The images can "
           "be aligned by computation (rigid, mutual information); this takes some seconds. Both views are then marked "
           "as aligned by computation.")
            .arg(numbers.join(tr(", "))));
    m_question->setObjectName(u"align-question"_s);
    m_offered = offeredNow();
    QPushButton *const align = m_question->addButton(tr("Align and scroll together"), QMessageBox::AcceptRole);
    align->setObjectName(u"align-accept"_s);
    m_question->addButton(tr("Not now"), QMessageBox::RejectRole);
    connect(align, &QPushButton::clicked, this, [this] { begin(true); });
    // Whoever goes on reading instead has answered: nothing waits for this window.
    m_question->setWindowModality(Qt::NonModal);
    m_question->setAttribute(Qt::WA_ShowWithoutActivating);
    m_question->show();
}

QString AlignCommands::whyNothing() const
{
    const auto &state = m_session.dispatcher().state();
    const auto stackOf = [&](const ViewId &view) { return tools::shownStack(state.view(view), m_images); };
    const auto own = stackOf(state.layout().active);
    if (!own || own->slices.empty())
        return tr("The active view shows no image that others could be aligned with.");
    QStringList aligned;
    for (int i = 0; i < state.layout().cellCount(); ++i) {
        const ViewId view = session::Layout::viewAt(i);
        const auto other = stackOf(view);
        const auto relation = other && !other->slices.empty()
                                  ? session::relationBetween(state.alignments(), frameOf(*own), frameOf(*other))
                                  : std::nullopt;
        const bool isAligned = view != state.layout().active && relation && relation->isComputed;
        if (isAligned && dicom::isSamePatient(*own->slices.front(), *other->slices.front(), m_images.pairs()))
            aligned << numberOf(view);
    }
    return aligned.isEmpty()
               ? tr("No other view shows a series of this patient in another frame of reference.")
               : tr("View %1 is aligned with the active view already. Take the alignment back to compute it anew.")
                     .arg(aligned.join(tr(", ")));
}

void AlignCommands::begin(bool thenLink)
{
    if (m_task) {
        Q_EMIT noticed(tr("Views are being aligned already."));
        return;
    }
    closeQuestion();
    const auto &state = m_session.dispatcher().state();
    const ViewId first = state.layout().active;
    const auto firstStack = tools::shownStack(state.view(first), m_images);
    std::set<FrameOfReferenceUid> frames;
    m_waiting.clear();
    for (const ViewId &second : widgets::alignableViews(state, m_images)) {
        const auto stack = tools::shownStack(state.view(second), m_images);
        if (firstStack && stack && !stack->slices.empty() && frames.insert(frameOf(*stack)).second)
            m_waiting.push_back({first, second, firstStack, stack});
    }
    if (m_waiting.empty()) {
        Q_EMIT noticed(whyNothing());
        return;
    }
    m_told.clear();
    m_thenLink = thenLink;
    m_hasAligned = false;
    m_gesture = m_session.dispatcher().beginGesture();
    next();
}

void AlignCommands::next()
{
    if (m_waiting.empty()) {
        if (m_thenLink && m_hasAligned)
            link();
        if (!m_told.isEmpty())
            Q_EMIT noticed(m_told.join(u' '));
        return;
    }
    const Pair pair = m_waiting.front();
    m_waiting.erase(m_waiting.begin());
    m_task = new SeriesAlignment(m_images, pair.firstStack, pair.secondStack, this);
    m_progress =
        new QProgressDialog(tr("Aligning view %1 with view %2").arg(numberOf(pair.second), numberOf(pair.first)),
                            tr("Stop"), 0, 100, &m_grid);
    m_progress->setObjectName(u"align-progress"_s);
    m_progress->setWindowTitle(tr("Align views"));
    m_progress->setWindowModality(Qt::NonModal);
    m_progress->setAttribute(Qt::WA_ShowWithoutActivating);
    m_progress->setAutoReset(false);
    m_progress->setMinimumDuration(500);
    connect(m_progress, &QProgressDialog::canceled, m_task, &SeriesAlignment::cancel);
    connect(m_task, &SeriesAlignment::progressed, m_progress,
            [bar = m_progress.data()](double share) { bar->setValue(int(share * 99.0)); });
    connect(m_task, &SeriesAlignment::ended, this,
            [this, pair](const SeriesAlignment::End &end) { finish(pair, end); });
    m_task->start();
}

bool AlignCommands::isStillShown(const Pair &pair) const
{
    const auto &state = m_session.dispatcher().state();
    const auto shows = [&](const ViewId &view, const dicom::DataSetPtr &stack) {
        const auto now = tools::shownStack(state.view(view), m_images);
        return now && !now->slices.empty() && frameOf(*now) == frameOf(*stack);
    };
    return shows(pair.first, pair.firstStack) && shows(pair.second, pair.secondStack);
}

bool AlignCommands::goesOnWith(const Pair &pair)
{
    const auto &state = m_session.dispatcher().state();
    const auto anew = [&](const ViewId &view, const dicom::DataSetPtr &stack) {
        const auto now = tools::shownStack(state.view(view), m_images);
        const bool isSame =
            now && !now->slices.empty() && now->header.uid == stack->header.uid && frameOf(*now) == frameOf(*stack);
        return isSame ? now : dicom::DataSetPtr();
    };
    const auto first = anew(pair.first, pair.firstStack), second = anew(pair.second, pair.secondStack);
    if (!first || !second || pair.tries >= mostTries)
        return false;
    m_waiting.insert(m_waiting.begin(), {pair.first, pair.second, first, second, pair.tries + 1});
    return true;
}

void AlignCommands::tellFailure(const Pair &pair, const SeriesAlignment::End &end)
{
    using Failure = SeriesAlignment::Failure;
    const ViewId &view = end.isOfSecond ? pair.second : pair.first;
    const bool isOfOne = end.failure != Failure::NotAligned;
    m_told << tr("View %1 cannot be aligned with view %2: %3.")
                  .arg(numberOf(pair.second), numberOf(pair.first),
                       isOfOne ? tr("view %1: %2").arg(numberOf(view), failureText(end)) : failureText(end));
    const bool mayWorkLater = end.failure == Failure::NotDescribed || end.failure == Failure::Rearranged;
    m_told << (mayWorkLater ? tr("Align them once more when the series stand.")
                            : tr("Scroll them to places that belong together, then link them by offset."));
}

void AlignCommands::finish(const Pair &pair, const SeriesAlignment::End &end)
{
    m_task->deleteLater();
    m_task = nullptr;
    if (m_progress) {
        m_progress->disconnect(this);
        m_progress->deleteLater();
        m_progress.clear();
    }
    const auto &found = end.found.registration;
    if (end.failure == SeriesAlignment::Failure::Cancelled) {
        m_waiting.clear();
        m_thenLink = false;
        m_told << (m_told.isEmpty() ? tr("Aligning was stopped; nothing was changed.")
                                    : tr("Aligning was stopped; the other views were not aligned."));
    } else if (end.failure == SeriesAlignment::Failure::Rearranged && goesOnWith(pair)) {
        // nothing to tell: it is computed with what the views show now
    } else if (end.failure != SeriesAlignment::Failure::None) {
        tellFailure(pair, end);
    } else if (!isStillShown(pair)) {
        m_told << tr("The views show other series now: the alignment was not used.");
    } else if (!dicom::isSamePatient(*pair.firstStack->slices.front(), *pair.secondStack->slices.front(),
                                     m_images.pairs())) {
        m_told << tr("The views are not taken for one patient's any more: the alignment was not used.");
    } else {
        const auto action =
            session::alignmentOf(frameOf(*pair.firstStack), frameOf(*pair.secondStack), found.fixedToMoving);
        if (m_session.dispatcher().submit(action, session::Origin::Local, m_gesture)) {
            m_hasAligned = true;
            m_told << tr("View %1 is aligned with view %2 by computation: turned by %3°; there and back differ by at "
                         "most %4 mm. Check it at landmarks.")
                          .arg(numberOf(pair.second), numberOf(pair.first),
                               render2d::numberText(found.fixedToMoving.angleDeg(), 1),
                               render2d::numberText(found.disagreementMm, 1));
        }
    }
    next();
}

void AlignCommands::link()
{
    auto &dispatcher = m_session.dispatcher();
    const auto &state = dispatcher.state();
    if (state.layout().link.kind != session::LinkKind::Position) {
        if (const QString told = widgets::toggleViewLink(session::LinkKind::Position, dispatcher, m_images);
            !told.isEmpty())
            m_told << told;
        return;
    }
    // Linked already: what is aligned now goes to the place of the active view, as when a link begins.
    const ViewId active = state.layout().active;
    const auto moves = tools::withLinkedViews({session::ShowPlane{active, state.view(active).plane}}, state,
                                              tools::stacksOf(m_images));
    for (const session::Action &action : moves) {
        if (!dispatcher.submit(action, session::Origin::Local, m_gesture))
            return;
    }
}

void AlignCommands::takeBack()
{
    auto &dispatcher = m_session.dispatcher();
    std::set<FrameOfReferenceUid> shown;
    for (int i = 0; i < dispatcher.state().layout().cellCount(); ++i) {
        const auto stack = tools::shownStack(dispatcher.state().view(session::Layout::viewAt(i)), m_images);
        if (stack && !stack->slices.empty())
            shown.insert(frameOf(*stack));
    }
    std::vector<session::SetAlignment> actions;
    for (const auto &[frames, transform] : dispatcher.state().alignments()) {
        if (shown.contains(frames.from) || shown.contains(frames.to))
            actions.push_back({frames.from, frames.to, std::nullopt});
    }
    if (actions.empty()) {
        Q_EMIT noticed(tr("No view is aligned by computation."));
        return;
    }
    const session::GestureId gesture = dispatcher.beginGesture();
    for (const session::SetAlignment &action : actions) {
        if (!dispatcher.submit(action, session::Origin::Local, gesture))
            return;
    }
    Q_EMIT noticed(tr("The alignment by computation is taken back."));
}

} // namespace consilium::app
