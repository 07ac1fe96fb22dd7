#include "app/windows/StudyHanging.h"

#include "app/settings/OwnProtocols.h"
#include "app/settings/ProfileSettings.h"
#include "app/windows/PriorFetch.h"
#include "app/windows/ReadingSession.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

constexpr std::size_t mostRemembered = 50; ///< steps back after which the stage is still known

/// Nobody has zoomed since `given`, whatever was moved.
bool isZoomedAs(const session::ViewState &view, const std::optional<session::ZoomPan> &given)
{
    if (!given || !view.zoomPan)
        return given.has_value() == view.zoomPan.has_value();
    return view.zoomPan->unit == given->unit && view.zoomPan->across == given->across;
}

} // namespace

StudyHanging::StudyHanging(ReadingSession &session, pixels::StudyImages &images)
    : QObject(&session), m_session(session), m_images(images)
{
    m_lookSoon.setSingleShot(true);
    m_lookSoon.setInterval(lookMs);
    connect(&m_lookSoon, &QTimer::timeout, this, &StudyHanging::hangAwaited);
    connect(&images, &pixels::StudyImages::studyChanged, this, &StudyHanging::look);
    connect(&images, &pixels::StudyImages::dataSetChanged, this, &StudyHanging::look);
    connect(&images, &pixels::StudyImages::progressChanged, this, &StudyHanging::look);
    connect(&session.dispatcher(), &session::ActionDispatcher::applied, this,
            [this](const session::Envelope &envelope, const session::ChangeSet &changes) {
                if (m_isApplying)
                    return;
                // Marks that are restored from the archive are nobody's hand.
                const bool isRestored = envelope.actor != m_session.dispatcher().localActor();
                if (!isRestored && !m_session.isShowingFirst())
                    keepShown();
                noteApplied(changes);
            });
}

void StudyHanging::use(const ProfileSettings &settings, std::function<std::optional<hanging::Screen>()> screen)
{
    m_settings = &settings;
    m_screen = std::move(screen);
    look();
    areasChanged();
}

void StudyHanging::usePriors(TimelineDesk &desk, PriorPatience patience)
{
    if (m_priors)
        return;
    m_priors = new PriorFetch(
        m_session, m_images, desk, [this](const StudyUid &current) { return studiesFor(current); }, patience, this);
    connect(m_priors, &PriorFetch::came, this, &StudyHanging::look);
    connect(m_priors, &PriorFetch::failed, this, &StudyHanging::told);
}

const session::Layout &StudyHanging::layout() const
{
    return m_session.dispatcher().state().layout();
}

void StudyHanging::keepShown()
{
    m_awaited.clear();
    m_isArranged = true;
}

void StudyHanging::opened(const StudyUid &study)
{
    std::erase_if(m_awaited, [&study](const Awaited &a) { return a.study == study; });
    m_awaited.push_back({study, 0, 0});
    look();
}

void StudyHanging::look()
{
    const bool isDue = !m_awaited.empty() || (m_priors && m_priors->isHere());
    if (isDue && !m_lookSoon.isActive())
        m_lookSoon.start();
}

/// Rises with each stack and each image that is described.
std::size_t StudyHanging::extentOf(const StudyUid &study) const
{
    std::size_t extent = 0;
    for (const auto &dataSet : m_images.dataSets(study))
        extent += 1 + dataSet->slices.size();
    return extent;
}

void StudyHanging::hangAwaited()
{
    if (!m_settings || !m_screen || !m_screen())
        return; // it looks again once the page is seen
    hangPriors();
    for (std::size_t i = 0; i < m_awaited.size(); ++i) {
        Awaited &awaited = m_awaited[i];
        const std::size_t extent = extentOf(awaited.study);
        if (extent != awaited.known) {
            awaited.known = extent;
            m_lookSoon.start();
            continue;
        }
        if (extent == awaited.judged || !isSettled(awaited.study))
            continue;
        awaited.judged = extent;
        const StudyUid study = awaited.study;
        if (!m_session.holds(study) || hangOpened(study)) {
            std::erase_if(m_awaited, [&study](const Awaited &a) { return a.study == study; });
            return look();
        }
    }
}

bool StudyHanging::hangOpened(const StudyUid &study)
{
    const QString when = m_settings->hangWhenOpened();
    if (when == "never"_L1)
        return false;
    const hanging::Shelf all = shelf();
    const hanging::Studies studies = studiesFor(study);
    const auto fitting = hanging::fittingInOrder(all.protocols, studies, screen().monitors);
    const bool isHung = !fitting.empty() && (when == "always"_L1 || fitting.front()->whenOpened);
    if (isHung)
        apply(*fitting.front(), 0, study, all.problems);
    const auto wish = hanging::priorsWantedFirst(all.protocols, studies, screen().monitors);
    if (wish.protocol && (when == "always"_L1 || wish.protocol->whenOpened))
        fetchPriors(wish, study, false);
    return isHung;
}

// What is hung already stays as it is until they are there.
void StudyHanging::fetchPriors(const hanging::PriorWish &wish, const StudyUid &current, bool isWished)
{
    if (!m_priors || !wish.protocol)
        return;
    m_isArranged = false;
    m_priors->begin(current, wish.protocol->id, wish.conditions, isWished);
}

/// "2024-03-01", and what is not known of others that may be newer.
QString StudyHanging::priorsText() const
{
    QString text = m_priors->dates();
    const auto names = [](const QStringList &all) { return all.join(u", "_s); };
    if (!m_priors->late().isEmpty())
        text = tr("%1; not here yet: %2").arg(text, names(m_priors->late()));
    if (!m_priors->undescribed().isEmpty())
        text = tr("%1; not known whether they fit: %2").arg(text, names(m_priors->undescribed()));
    if (!m_priors->unasked().isEmpty())
        text = tr("%1; not known whether they have a newer one: %2").arg(text, names(m_priors->unasked()));
    return text;
}

// Judged anew: their images may say something else than the archive's list did. Only by the protocol that asked for
// them: what another one would show nobody has asked for.
void StudyHanging::hangPriors()
{
    if (!m_priors || !m_priors->isHere())
        return;
    const StudyUid current = m_priors->current();
    const QString id = m_priors->protocol(), text = priorsText();
    const auto conditions = m_priors->conditions();
    const bool isIncomplete = text != m_priors->dates();
    m_priors->stop();
    if (!m_session.holds(current))
        return;
    const hanging::Shelf all = shelf();
    const hanging::Protocol *asking = all.find(id);
    if (!asking) {
        Q_EMIT told(tr("The earlier study (%1) is there now, but the hanging protocol that asked for it is not used "
                       "any more. Your views stay as they are; the timeline leads to it.")
                        .arg(text));
        return;
    }
    const hanging::Studies studies = studiesFor(current);
    const bool doesFit = std::any_of(conditions.begin(), conditions.end(),
                                     [&](const auto &c) { return hanging::priorFor(c, studies) != nullptr; });
    if (!doesFit) {
        Q_EMIT told(tr("The earlier study (%1) was fetched, but its images do not fit what the hanging protocol “%2” "
                       "asks for. The timeline leads to it.")
                        .arg(text, asking->displayName()));
        return;
    }
    if (!hanging::scoreOf(*asking, studies, screen().monitors)) {
        Q_EMIT told(tr("The earlier study (%1) is there now, but the hanging protocol “%2” that asked for it does not "
                       "fit any more. Your views stay as they are; the timeline leads to it.")
                        .arg(text, asking->displayName()));
        return;
    }
    if (m_isArranged || current != m_session.readStudy()) {
        Q_EMIT told(tr("The earlier study (%1) is there now. Your views stay as they are: the hanging protocol “%2” "
                       "shows it beside.")
                        .arg(text, asking->displayName()));
        return;
    }
    std::erase_if(m_awaited, [&current](const Awaited &a) { return a.study == current; });
    apply(*asking, 0, current, all.problems);
    if (isIncomplete)
        Q_EMIT told(tr("Hung with the earlier study (%1).").arg(text));
}

hanging::Shelf StudyHanging::shelf() const
{
    return OwnProtocols::used(m_settings);
}

std::optional<hanging::Studies> StudyHanging::studies() const
{
    const StudyUid current = m_session.readStudy();
    return current.isEmpty() ? std::nullopt : std::optional(studiesFor(current));
}

bool StudyHanging::isSettled(const StudyUid &study) const
{
    const auto dataSets = m_images.dataSets(study);
    return !dataSets.empty() && std::all_of(dataSets.begin(), dataSets.end(),
                                            [this](const auto &d) { return m_images.progress(d->id).settled; });
}

hanging::Study StudyHanging::studyOf(const StudyUid &uid) const
{
    hanging::Study study{m_images.study(uid), m_images.dataSets(uid), isSettled(uid), {}};
    study.header.uid = uid;
    for (const auto &dataSet : study.dataSets)
        for (const auto &document : m_images.documents(dataSet->id))
            for (std::size_t i = 0; i < document->keyImages.size(); ++i)
                study.keyImages.push_back(
                    {document->keyImages[i], i < document->keyFrames.size() ? document->keyFrames[i] : 0});
    return study;
}

// Priors: what else is open in this tab. A study of which it is in doubt whose it is, is none.
hanging::Studies StudyHanging::studiesFor(const StudyUid &current) const
{
    hanging::Studies studies{studyOf(current), {}};
    std::vector<StudyUid> others = m_session.studies();
    others.insert(others.end(), m_session.priors().begin(), m_session.priors().end());
    for (const StudyUid &other : others)
        if (other != current && m_images.identityDoubt(&m_session.dispatcher(), other).isEmpty()) {
            studies.priors.push_back(studyOf(other));
            studies.priors.back().toCurrent = m_images.pairs().between(current, other);
        }
    return studies;
}

hanging::Screen StudyHanging::screen() const
{
    const auto known = m_screen ? m_screen() : std::nullopt;
    return known ? *known : hanging::Screen{};
}

std::vector<StudyHanging::Choice> StudyHanging::choices() const
{
    const StudyUid current = m_session.readStudy();
    if (current.isEmpty())
        return {};
    const hanging::Shelf all = shelf();
    std::vector<Choice> choices;
    for (const auto *protocol : hanging::fittingInOrder(all.protocols, studiesFor(current), screen().monitors))
        choices.push_back({protocol->id, protocol->displayName(), m_hung && m_hung->protocol == protocol->id});
    return choices;
}

bool StudyHanging::runCommand(const QString &command)
{
    if (command == "next-stage"_L1 || command == "previous-stage"_L1) {
        m_isArranged = true; // the stage stays where the reader has gone
        step(command == "next-stage"_L1 ? 1 : -1);
        return true;
    }
    if (command != "hang"_L1 && !command.startsWith("hang:"_L1))
        return false;
    keepShown();
    const StudyUid current = m_session.readStudy();
    if (current.isEmpty()) {
        Q_EMIT told(tr("There is no study to hang."));
        return true;
    }
    const hanging::Shelf all = shelf();
    const auto fitting = hanging::fittingInOrder(all.protocols, studiesFor(current), screen().monitors);
    const QString id = command.mid(5);
    const auto chosen = std::find_if(fitting.begin(), fitting.end(),
                                     [&id](const hanging::Protocol *p) { return id.isEmpty() || p->id == id; });
    if (chosen == fitting.end())
        Q_EMIT told(tr("No hanging protocol fits this study."));
    else
        apply(**chosen, 0, current, all.problems, true);
    fetchPriors(id.isEmpty() ? hanging::priorsWantedFirst(all.protocols, studiesFor(current), screen().monitors)
                : chosen != fitting.end() ? hanging::priorsWanted(**chosen, studiesFor(current))
                                          : hanging::PriorWish(),
                current, true);
    return true;
}

// Without anything hung the next stage is the first one of the best protocol.
void StudyHanging::step(int by)
{
    const StudyUid current = m_session.readStudy();
    if (!m_hung || current != m_hung->current) {
        (void)runCommand(u"hang"_s);
        return;
    }
    const hanging::Shelf all = OwnProtocols::readAll(m_settings); // what hangs goes on when it is switched off
    const hanging::Protocol *protocol = all.find(m_hung->protocol);
    if (!protocol) {
        Q_EMIT told(tr("The hanging protocol is no longer there."));
        return;
    }
    const auto stages = std::ptrdiff_t(protocol->stages.size());
    const std::ptrdiff_t wanted = std::ptrdiff_t(m_hung->stage) + by;
    if (wanted < 0)
        Q_EMIT told(tr("This is the first stage of “%1”.").arg(protocol->displayName()));
    else if (wanted >= stages)
        Q_EMIT told(tr("This is the last stage of “%1”.").arg(protocol->displayName()));
    else
        apply(*protocol, std::size_t(wanted), current, all.problems);
}

void StudyHanging::apply(const hanging::Protocol &protocol, std::size_t stage, const StudyUid &current,
                         const std::vector<hanging::Problem> &problems, bool isBegunAnew)
{
    const hanging::Hanging hanging = hanging::hang(protocol, stage, studiesFor(current), screen(), protocolWindows());
    auto &dispatcher = m_session.dispatcher();
    const session::GestureId gesture = dispatcher.beginGesture();
    if (m_trail.size() >= mostRemembered)
        m_trail.erase(m_trail.begin());
    m_trail.push_back({dispatcher.state().hash(), m_hung});
    std::vector<session::Action> actions = hanging.actions;
    std::vector<LentWindow> windows = lendWindows(actions);
    if (isBegunAnew)
        takeInversionBack(actions);
    m_isApplying = true;
    bool isWhole = true;
    for (const session::Action &action : actions)
        isWhole = isWhole && dispatcher.submit(action, session::Origin::Local, gesture).has_value();
    m_isApplying = false;
    if (!isWhole) { // the dispatcher has told why; half a stage is none
        m_trail.pop_back();
        return;
    }
    m_hung = Hung{current,       protocol.id,  stage,         hanging.notes,
                  hanging.lines, hanging.fits, hanging.zooms, std::move(windows)};
    m_hung->rows = dispatcher.state().layout().rows;
    m_hung->columns = dispatcher.state().layout().columns;
    for (const hanging::MonitorCells &monitor : protocol.stages[stage].monitors)
        m_hung->monitorColumns.push_back(monitor.columns);
    m_session.noteRead(current);
    Q_EMIT hung();
    fitAnew(gesture); // the views stand now, with the bands that are known already
    tellOf(protocol, problems);
}

// An inverted image beside others that are not is easily misread. Grey tables of a presentation state go with how it
// says to invert.
void StudyHanging::takeInversionBack(std::vector<session::Action> &actions) const
{
    std::vector<session::Action> more;
    for (const session::Action &action : actions) {
        const auto *show = std::get_if<session::ShowSeries>(&action);
        if (!show || show->dataSet.isEmpty())
            continue;
        const session::Presentation look = m_session.dispatcher().state().presentation(show->view, show->dataSet);
        if (look.inverted && !look.tables)
            more.emplace_back(session::SetInverted{show->view, show->dataSet, false});
    }
    actions.insert(actions.end(), more.begin(), more.end());
}

// A window belongs to a series in a view: without this it would stay there for every stage that shows the series in
// that view again. One that the reader has changed since is the reader's.
std::vector<StudyHanging::LentWindow> StudyHanging::lendWindows(std::vector<session::Action> &actions) const
{
    const session::ViewerState &state = m_session.dispatcher().state();
    const auto isOf = [](const auto &a, const auto &b) { return a.view == b.view && a.dataSet == b.dataSet; };
    std::vector<LentWindow> old;
    for (const LentWindow &lent : m_hung ? m_hung->windows : std::vector<LentWindow>())
        if (state.presentation(lent.view, lent.dataSet).window == lent.set)
            old.push_back(lent);
    std::vector<LentWindow> lent;
    for (const session::Action &action : actions) {
        const auto *set = std::get_if<session::SetWindow>(&action);
        if (!set)
            continue;
        const auto earlier = std::find_if(old.begin(), old.end(), [&](const LentWindow &l) { return isOf(l, *set); });
        const session::Presentation now = state.presentation(set->view, set->dataSet);
        const bool isEarlier = earlier != old.end();
        lent.push_back({set->view, set->dataSet, set->window, isEarlier ? earlier->before : now.window,
                        isEarlier ? earlier->tableBefore : now.fileTable});
    }
    for (const LentWindow &one : old)
        if (std::none_of(lent.begin(), lent.end(), [&](const LentWindow &l) { return isOf(l, one); }))
            actions.emplace_back(session::SetWindow{one.view, one.dataSet, one.before, one.tableBefore});
    return lent;
}

void StudyHanging::areasChanged()
{
    if (std::exchange(m_isFitDue, true))
        return;
    // Not at once: a view tells of its area while it takes in an action. Before the next picture all the same.
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_isFitDue = false;
            fitAnew(0);
        },
        Qt::QueuedConnection);
}

void StudyHanging::fitAnew(session::GestureId gesture)
{
    const auto screen = m_hung && m_screen ? m_screen() : std::nullopt;
    if (!screen || screen->areas.empty())
        return;
    const session::ViewerState &state = m_session.dispatcher().state();
    std::vector<hanging::ViewFit> fits;
    std::vector<std::size_t> indices; // of these in m_hung
    for (std::size_t i = 0; i < m_hung->fits.size(); ++i) {
        const hanging::ViewFit &fit = m_hung->fits[i];
        const bool isSeen = std::any_of(screen->areas.begin(), screen->areas.end(),
                                        [&fit](const hanging::ViewArea &area) { return area.view == fit.view; });
        const session::ViewState &view = state.view(fit.view);
        if (!isSeen || view.dataSet != fit.dataSet || !isZoomedAs(view, m_hung->zooms[i]))
            continue;
        fits.push_back(fit);
        indices.push_back(i);
    }
    const auto zooms = hanging::zoomsOf(fits, screen->areas);
    noteTrueSize(fits, screen->areas);
    for (std::size_t k = 0; k < zooms.size(); ++k) {
        const session::ViewState view = m_session.dispatcher().state().view(fits[k].view);
        std::optional<session::ZoomPan> &given = m_hung->zooms[indices[k]];
        std::optional<session::ZoomPan> wanted = zooms[k];
        const bool isMoved = view.zoomPan != given || view.orientation != fits[k].turn;
        if (wanted && view.zoomPan && isMoved) {
            wanted->offsetAlongRow = view.zoomPan->offsetAlongRow;
            wanted->offsetAlongColumn = view.zoomPan->offsetAlongColumn;
        }
        if (wanted == view.zoomPan || setZoom({fits[k].view, wanted}, gesture))
            given = zooms[k];
    }
}

// A view that stops being in true size says so; that one which comes to it is so, its label says.
void StudyHanging::noteTrueSize(const std::vector<hanging::ViewFit> &fits, const std::vector<hanging::ViewArea> &areas)
{
    using Kind = hanging::Note::Kind;
    const auto isOfMonitor = [](const hanging::Note &note) {
        return note.kind == Kind::AcrossMonitors || note.kind == Kind::MonitorNotMeasured;
    };
    std::vector<hanging::Note> &notes = m_hung->notes;
    QStringList told;
    for (const hanging::ViewFit &fit : fits) {
        const auto area = std::find_if(areas.begin(), areas.end(), [&](const auto &a) { return a.view == fit.view; });
        if (fit.zoom != hanging::Zoom::TrueSize || area == areas.end())
            continue;
        const hanging::Note now{area->measure.isAcross ? Kind::AcrossMonitors : Kind::MonitorNotMeasured, fit.view, {}};
        const bool isKnown = std::find(notes.begin(), notes.end(), now) != notes.end();
        if (isKnown && !area->measure.mmPerPx)
            continue;
        std::erase_if(notes, [&](const hanging::Note &note) { return note.view == fit.view && isOfMonitor(note); });
        if (area->measure.mmPerPx)
            continue;
        notes.push_back(now);
        told << tr("view %1: %2").arg(fit.view.text().mid(1), now.text());
    }
    if (!told.isEmpty())
        Q_EMIT this->told(told.join(u" · "_s));
}

// What the program does to keep a scale is nothing that a reader wants to take back one by one.
bool StudyHanging::setZoom(const session::SetZoomPan &action, session::GestureId gesture)
{
    auto &dispatcher = m_session.dispatcher();
    m_isApplying = true;
    bool isDone = false;
    if (gesture != 0) {
        isDone = dispatcher.submit(action, session::Origin::Local, gesture).has_value();
    } else {
        session::Envelope envelope;
        envelope.actor = dispatcher.localActor();
        envelope.at = m_session.clock().nowMs();
        envelope.action = action;
        isDone = dispatcher.receive(envelope, session::Origin::Local).has_value();
    }
    m_isApplying = false;
    return isDone;
}

void StudyHanging::tellOf(const hanging::Protocol &protocol, const std::vector<hanging::Problem> &problems)
{
    QStringList sentences{
        tr("Hung by “%1”, stage %2 of %3")
            .arg(protocol.displayName(), QString::number(m_hung->stage + 1), QString::number(protocol.stages.size()))};
    int empty = 0;
    for (const hanging::Note &note : m_hung->notes) {
        if (note.isOfEmptyView())
            ++empty;
        else if (note.view.isEmpty())
            sentences << note.text();
        else
            sentences << tr("view %1: %2").arg(note.view.text().mid(1), note.text());
    }
    if (empty > 0)
        sentences << tr("%n view(s) left empty", nullptr, empty);
    if (!problems.empty())
        sentences << tr("file %1: %2").arg(problems.front().file, problems.front().text());
    Q_EMIT told(sentences.join(u" · "_s));
}

QString StudyHanging::whyEmpty(const ViewId &view) const
{
    if (m_hung)
        for (const hanging::Note &note : m_hung->notes)
            if (note.view == view && note.isOfEmptyView())
                return note.text();
    return {};
}

// Another active view, or link, is no other layout.
bool StudyHanging::isInItsGrid() const
{
    const session::Layout &layout = m_session.dispatcher().state().layout();
    return layout.rows == m_hung->rows && layout.columns == m_hung->columns;
}

// A stage that was taken back is not the one that the next is counted from. In another layout the views are others
// than those that the protocol has left empty.
void StudyHanging::noteApplied(const session::ChangeSet &changes)
{
    if (!m_trail.empty() && m_session.dispatcher().state().hash() == m_trail.back().stateHash) {
        m_hung = std::move(m_trail.back().hung);
        m_trail.pop_back();
        Q_EMIT hung();
        areasChanged(); // the window may have had another size then
    } else if (m_hung && changes.layout && !m_hung->notes.empty() && !isInItsGrid()) {
        m_hung->notes.clear();
        Q_EMIT hung();
    }
}

} // namespace consilium::app
