#include "app/windows/TimelineCommands.h"

#include "app/windows/ReadingSession.h"
#include "viewer/widgets/LayoutGrid.h"

#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

// Kinds of objects that are listed as series but hold no images.
bool holdsImages(const dicom::DataSet &dataSet)
{
    static const QStringList others{u"SR"_s,     u"PR"_s,  u"KO"_s,  u"RTSTRUCT"_s,
                                    u"RTPLAN"_s, u"SEG"_s, u"REG"_s, u"DOC"_s};
    return !others.contains(dataSet.header.modality) && !dicom::isDocumentModality(dataSet.header.modality);
}

} // namespace

TimelineCommands::TimelineCommands(ReadingSession &session, pixels::StudyImages &images, TimelineDesk &desk,
                                   widgets::LayoutGrid &grid, QVBoxLayout &side)
    : QObject(&grid), m_session(session), m_images(images), m_desk(desk), m_grid(grid), m_panel(new TimelinePanel)
{
    side.addWidget(m_panel, 2);
    m_panel->hide();
    m_later.setSingleShot(true);
    m_later.setInterval(askDelayMs);
    connect(&m_later, &QTimer::timeout, this, &TimelineCommands::ask);
    connect(m_panel, &TimelinePanel::chosen, this, [this](const TimelineEntry &entry) { open(entry); });
    connect(m_panel, &TimelinePanel::retryRequested, this, &TimelineCommands::ask);
    connect(m_panel, &TimelinePanel::answered, this, [this] {
        if (!m_desk.links().isLasting())
            Q_EMIT noticed(tr("This answer holds until the program ends: there is no encrypted store to keep it in."));
    });
    connect(m_panel, &TimelinePanel::closeRequested, this, [this] { setWish(false); });
    connect(&session, &ReadingSession::tabTextChanged, this, [this] {
        follow();
        followChange();
    });
    connect(&images, &pixels::StudyImages::studyChanged, this, [this](const StudyUid &study) {
        if (study == m_session.firstStudy()) // who it is about may be known better
            m_grid.refreshStandings();
        showAwaited();
    });
    connect(&images, &pixels::StudyImages::dataSetChanged, this, [this] { showAwaited(); });
    connect(&session.dispatcher(), &session::ActionDispatcher::applied, this,
            [this](const session::Envelope &, const session::ChangeSet &changes) {
                if (!changes.layout && changes.views.empty())
                    return;
                follow();
                tellShown();
            });
    connect(&session.dispatcher(), &session::ActionDispatcher::wasReset, this, [this] {
        follow();
        tellShown();
    });
    const auto watch = [this](widgets::ViewportWidget *viewport) {
        connect(viewport, &widgets::ViewportWidget::studyDropped, this,
                [this, viewport](const StudyUid &study) { dropOn(*viewport, study); });
    };
    for (widgets::ViewportWidget *viewport : grid.shownViewports())
        watch(viewport);
    connect(&grid, &widgets::LayoutGrid::viewportAdded, this, watch);
    grid.setStandings([self = QPointer<TimelineCommands>(this)](const StudyUid &study) {
        return self ? self->m_desk.standing(self->m_session.firstStudy(), study) : render2d::PatientStanding();
    });
    follow();
    tellShown();
}

StudyUid TimelineCommands::read() const
{
    return m_session.readStudy();
}

void TimelineCommands::follow()
{
    const StudyUid study = read();
    if (study.isEmpty() || (m_timeline && m_timeline->read() == study))
        return;
    if (m_timeline)
        m_timeline->disconnect(this);
    m_timeline = &m_desk.timelineOf(study);
    m_timeline->refresh(); // in the language of this window
    connect(m_timeline, &PatientTimeline::changed, this, &TimelineCommands::followChange);
    m_panel->setTimeline(m_timeline);
    if (!m_timeline->isAsked())
        m_later.start();
    followChange();
}

void TimelineCommands::pageShown()
{
    if (m_timeline && !m_timeline->isAsked() && !m_later.isActive())
        m_later.start();
}

void TimelineCommands::ask()
{
    if (m_timeline)
        m_desk.begin(StudyUid(m_timeline->read()));
}

/// What a person has said of a patient, or an archive has just answered, holds for what is shown already too.
void TimelineCommands::followChange()
{
    if (m_timeline)
        m_session.followStandings(*m_timeline, m_desk);
    m_grid.refreshStandings();
    showPanel();
}

void TimelineCommands::setWish(std::optional<bool> wish)
{
    m_wish = wish;
    showPanel();
}

bool TimelineCommands::isShown() const
{
    return m_panel && !m_panel->isHidden();
}

// By itself it comes when there is something to see, and then it stays.
void TimelineCommands::showPanel()
{
    if (!m_panel)
        return;
    if (!m_wish && m_timeline && m_timeline->entries().size() > 1)
        m_wish = true;
    m_panel->setVisible(m_wish.value_or(false) && !m_folded);
}

void TimelineCommands::setFolded(bool folded)
{
    m_folded = folded;
    showPanel();
}

void TimelineCommands::setWidth(int px)
{
    if (m_panel)
        m_panel->setFixedWidth(px);
}

bool TimelineCommands::run(const QString &command)
{
    const TimelineFilter filter = m_panel->filter();
    if (command == "toggle-timeline"_L1) {
        setWish(!isShown());
        if (isShown() && m_timeline && !m_timeline->isAsked())
            ask();
    } else if (command == "compare-prior"_L1) {
        comparePrior();
    } else if (command == "prior-older"_L1) {
        step(1);
    } else if (command == "prior-newer"_L1) {
        step(-1);
    } else if (command == "timeline-same-modality"_L1) {
        m_panel->setFilter({!filter.sameModality, filter.sameBodyPart});
    } else if (command == "timeline-same-region"_L1) {
        m_panel->setFilter({filter.sameModality, !filter.sameBodyPart});
    } else if (command == "timeline-ask"_L1) {
        setWish(true);
        ask();
    } else if (command == "timeline-confirm"_L1 || command == "timeline-deny"_L1) {
        if (!m_panel->answer(command == "timeline-confirm"_L1))
            Q_EMIT noticed(tr("Choose a study in the timeline of which it is not sure whose it is."));
    } else if (command.startsWith("timeline-open-"_L1)) {
        openRow(command.mid(14).toInt() - 1);
    } else if (command.startsWith("timeline-choose-"_L1)) {
        const QModelIndex row = m_panel->list().model()->index(command.mid(16).toInt() - 1, 0);
        m_panel->list().setCurrentIndex(row);
    } else {
        return false;
    }
    return true;
}

void TimelineCommands::comparePrior()
{
    if (!m_timeline)
        return;
    if (!m_timeline->isAsked())
        ask();
    const TimelineEntry *prior = mostRelevantPrior(m_timeline->entries(), m_timeline->readEntry(), m_panel->filter());
    if (prior)
        return open(TimelineEntry(*prior));
    const bool hasDoubtful = std::any_of(m_timeline->entries().begin(), m_timeline->entries().end(),
                                         [](const auto &entry) { return !entry.isConfirmed(); });
    Q_EMIT noticed(m_timeline->isAsking() ? tr("The archives are still being asked for earlier studies.")
                   : hasDoubtful ? tr("No earlier study is surely this patient's. The timeline shows those that "
                                      "perhaps are.")
                                 : tr("No earlier study of this patient is known."));
}

void TimelineCommands::step(int by)
{
    const StudyUid from = studyBeside();
    if (!m_timeline || from.isEmpty())
        return comparePrior();
    if (const TimelineEntry *next =
            stepFrom(m_timeline->entries(), from, by, m_timeline->readEntry(), m_panel->filter()))
        return open(TimelineEntry(*next));
    Q_EMIT noticed(by > 0 ? tr("There is no older study of this patient.") : tr("There is no newer study beside."));
}

void TimelineCommands::openRow(int row)
{
    const auto &entries = static_cast<const TimelineModel *>(m_panel->list().model())->entries();
    if (row < 0 || row >= int(entries.size()))
        Q_EMIT noticed(tr("There is no such row in the timeline."));
    else
        open(TimelineEntry(entries[std::size_t(row)]));
}

void TimelineCommands::open(const TimelineEntry &entry, const ViewId &view)
{
    if (entry.standing == TimelineEntry::Standing::Read) {
        Q_EMIT noticed(tr("This is the study that is read."));
        return;
    }
    if (!m_desk.open(&m_session.dispatcher(), read(), entry)) {
        Q_EMIT noticed(tr("The study cannot be opened: its archive is not connected any more, or another patient's "
                          "study is open under its UID."));
        return;
    }
    m_session.addBeside(entry, read());
    m_begun.reset();
    m_awaited = Awaited{entry.study.uid, view};
    m_panel->select(entry.study.uid);
    showAwaited();
}

void TimelineCommands::dropOn(widgets::ViewportWidget &viewport, const StudyUid &study)
{
    if (const TimelineEntry *entry = m_timeline ? m_timeline->find(study) : nullptr)
        open(TimelineEntry(*entry), viewport.view());
}

/// The series to compare with: of the modality and the description of the one that is looked at; else of its modality;
/// else the first with images; else anything.
TimelineCommands::Like TimelineCommands::seriesLike(const StudyUid &study) const
{
    const session::ViewerState &state = m_session.dispatcher().state();
    dicom::DataSetPtr current = m_images.dataSet(state.view(state.layout().active).dataSet);
    if (state.view(state.layout().active).study != read())
        for (int i = 0; i < state.layout().cellCount(); ++i)
            if (const auto &view = state.view(session::Layout::viewAt(i)); view.study == read())
                current = m_images.dataSet(view.dataSet);
    const auto rankOf = [&](const dicom::DataSet &one) {
        if (!holdsImages(one))
            return 3;
        if (!current || one.header.modality != current->header.modality)
            return 2;
        const QString mine = one.header.description.simplified(), its = current->header.description.simplified();
        return mine.compare(its, Qt::CaseInsensitive) == 0 ? 0 : 1;
    };
    const auto all = m_images.dataSets(study);
    const auto best =
        std::min_element(all.begin(), all.end(), [&](const auto &a, const auto &b) { return rankOf(*a) < rankOf(*b); });
    return best == all.end() ? Like() : Like{*best, rankOf(**best)};
}

/// Where a prior study of the timeline stands already; else a free cell; else one that is made for it, so that all
/// others keep what they show and the order in which they stand. nullopt: there is no room for one more.
std::optional<TimelineCommands::Place> TimelineCommands::placeBeside() const
{
    const session::ViewerState &state = m_session.dispatcher().state();
    const session::Layout &layout = state.layout();
    const int cells = layout.cellCount();
    ViewId free;
    for (int i = cells - 1; i >= 0; --i) {
        const ViewId view = session::Layout::viewAt(i);
        const StudyUid &study = state.view(view).study;
        if (view == m_beside && study != read() && m_session.isBeside(study))
            return Place{view, std::nullopt};
        if (state.view(view).dataSet.isEmpty())
            free = view;
    }
    if (!free.isEmpty())
        return Place{free, std::nullopt};
    constexpr int most = 8; // SetLayout
    session::SetLayout larger{layout.rows, layout.columns, std::nullopt};
    // Cells are counted in reading order: of several rows only one more below leaves all where they stand.
    if (layout.rows == 1 && layout.columns < most)
        ++larger.columns;
    else if (layout.rows < most)
        ++larger.rows;
    else
        return std::nullopt;
    return Place{session::Layout::viewAt(cells), larger};
}

StudyUid TimelineCommands::studyBeside() const
{
    const session::ViewerState &state = m_session.dispatcher().state();
    for (int i = 0; i < state.layout().cellCount(); ++i) {
        const ViewId view = session::Layout::viewAt(i);
        const StudyUid &study = state.view(view).study;
        if (view == m_beside && study != read() && m_timeline && m_timeline->find(study))
            return study;
    }
    return {};
}

void TimelineCommands::showAwaited()
{
    if (!m_awaited)
        return showBetter();
    const Like like = seriesLike(m_awaited->study);
    if (!like.series)
        return; // its series are still being listed
    const Awaited awaited = *std::exchange(m_awaited, std::nullopt);
    auto &dispatcher = m_session.dispatcher();
    const bool isThere = !awaited.view.isEmpty() && m_grid.viewport(awaited.view); // the layout may be another by now
    const auto place = isThere ? std::optional(Place{awaited.view, std::nullopt}) : placeBeside();
    if (!place) {
        Q_EMIT noticed(tr("There is no room for another view beside those that are shown. Empty one, then open the "
                          "study again."));
        return;
    }
    const session::GestureId gesture = dispatcher.beginGesture();
    const auto submit = [&](const session::Action &action) {
        const auto done = dispatcher.submit(action, session::Origin::Local, gesture);
        if (!done)
            Q_EMIT noticed(userMessage(done.error()));
        return done.has_value();
    };
    if (place->layout && !submit(*place->layout))
        return;
    session::ShowSeries show;
    show.view = place->view;
    show.study = awaited.study;
    show.dataSet = like.series->id;
    m_grid.setMaximised({}); // both are to be seen
    if (!submit(show))
        return;
    m_beside = show.view;
    m_begun = Begun{awaited.study, show, like.rank, gesture, m_session.clock().steadyNs()};
}

/// Of a study that is still being listed the series to compare with may come after another one. It takes that one's
/// place, within the same undo step, as long as nobody has touched the view and hardly anybody has looked at it.
void TimelineCommands::showBetter()
{
    if (!m_begun)
        return;
    auto &dispatcher = m_session.dispatcher();
    const session::ViewState &view = dispatcher.state().view(m_begun->shown.view);
    session::ViewState given;
    given.study = m_begun->study;
    given.dataSet = m_begun->shown.dataSet;
    if (view != given || (m_session.clock().steadyNs() - m_begun->sinceNs) / 1'000'000 > ReadingSession::betterMs)
        return m_begun.reset();
    const Like like = seriesLike(m_begun->study);
    if (!like.series || like.rank >= m_begun->rank)
        return;
    m_begun->rank = like.rank;
    m_begun->shown.dataSet = like.series->id;
    const Begun begun = *m_begun;
    if (const auto done = dispatcher.submit(begun.shown, session::Origin::Local, begun.gesture); !done)
        Q_EMIT noticed(userMessage(done.error()));
}

void TimelineCommands::tellShown()
{
    const session::ViewerState &state = m_session.dispatcher().state();
    std::set<StudyUid> shown;
    for (int i = 0; i < state.layout().cellCount(); ++i)
        if (const StudyUid &study = state.view(session::Layout::viewAt(i)).study; !study.isEmpty())
            shown.insert(study);
    if (m_panel)
        m_panel->setShownStudies(shown);
}

} // namespace consilium::app
