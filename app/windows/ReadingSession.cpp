#include "app/windows/ReadingSession.h"

#include "app/usecases/TimelineDesk.h"
#include "app/windows/StudyHanging.h"
#include "app/worklist/StudyText.h"
#include "base/Logging.h"
#include "viewer/segments/StudySegments.h"
#include "viewer/widgets/ViewportWidget.h"

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

// What a study begins with: its first images; where it has none, the first document, once that is known for sure.
dicom::DataSetPtr firstToShow(const pixels::StudyImages &images, const std::vector<dicom::DataSetPtr> &dataSets)
{
    const auto isDocument = [&](const dicom::DataSetPtr &d) { return !images.documents(d->id).empty(); };
    const auto image = std::find_if(dataSets.begin(), dataSets.end(),
                                    [&](const auto &d) { return holdsImages(*d) && !isDocument(d); });
    if (image != dataSets.end())
        return *image;
    const bool isSettled =
        std::all_of(dataSets.begin(), dataSets.end(), [&](const auto &d) { return images.progress(d->id).settled; });
    const auto document = std::find_if(dataSets.begin(), dataSets.end(), isDocument);
    return isSettled && document != dataSets.end() ? *document : nullptr;
}

session::ShowSeries showFirst(const StudyUid &study, const dicom::DataSet &first)
{
    session::ShowSeries show;
    show.view = session::Layout::viewAt(0);
    show.study = study;
    show.dataSet = first.id;
    return show;
}

// Its images were fetched, not read from files.
bool isOfArchive(const dicom::DataSet &dataSet)
{
    return !dataSet.slices.empty() && dataSet.slices.front()->localFile.isEmpty();
}

} // namespace

ReadingSession::ReadingSession(const Clock &clock, pixels::StudyImages &images, QObject *parent)
    : QObject(parent), m_clock(clock), m_images(images), m_dispatcher(clock), m_hanging(nullptr)
{
    m_lookAgain.setInterval(1000);
    connect(&m_lookAgain, &QTimer::timeout, this, &ReadingSession::followEmptyText);
    connect(&m_images, &pixels::StudyImages::studyChanged, this, [this](const StudyUid &study) {
        if (!holds(study))
            return;
        showWaiting();
        tellTabText();
    });
    if (const segments::StudySegments *known = m_images.segments())
        connect(known, &segments::StudySegments::changed, this, [this](const StudyUid &study) {
            if (holds(study))
                showWaiting();
        });
    connect(&m_dispatcher, &session::ActionDispatcher::applied, this,
            [this](const session::Envelope &, const session::ChangeSet &changes) {
                for (const StudyUid &study : changes.arrangements)
                    if (holds(study))
                        arrange(study);
                if (!changes.layout && changes.views.empty())
                    return;
                noteRead(readStudy());
                if (m_studies.size() > 1)
                    followTabText();
            });
    connect(&m_dispatcher, &session::ActionDispatcher::wasReset, this, [this] {
        noteRead(readStudy());
        for (const StudyUid &study : m_studies)
            arrange(study);
        followTabText(); // another study may be in the active view, and no action said so
    });
    connect(&m_images, &pixels::StudyImages::dataSetChanged, this, [this] {
        showWaiting();
        followTabText(); // the images may name the patient first
    });
    m_hanging = new StudyHanging(*this, images); // behind the session's own: what a study begins with is there first
}

void ReadingSession::keepShown()
{
    m_begun.reset();
    m_hanging->keepShown();
}

void ReadingSession::followTabText()
{
    if (tabLabel() != m_lastTabLabel)
        tellTabText();
}

// Whoever tells of it remembers what was told: a text that comes back later is told again.
void ReadingSession::tellTabText()
{
    m_lastTabLabel = tabLabel();
    Q_EMIT tabTextChanged();
}

// How the reader has put the series together is part of the state; what comes of it the images work out.
void ReadingSession::arrange(const StudyUid &study)
{
    std::vector<dicom::OwnStackPlan> plans;
    for (const session::OwnStack &stack : m_dispatcher.state().arrangement(study)) {
        dicom::OwnStackPlan plan{stack.id, {}};
        for (const session::StackMember &member : stack.members)
            plan.members.push_back(
                {member.dataSet, {member.first.sop, member.first.frame}, {member.last.sop, member.last.frame}});
        plans.push_back(std::move(plan));
    }
    m_images.arrange(study, plans);
}

void ReadingSession::beginWith(int rows, int columns)
{
    if (!m_studies.empty() || m_dispatcher.state().hash() != session::ViewerState().hash())
        return;
    if (const auto state = session::reduce(m_dispatcher.state(), session::SetLayout{rows, columns, std::nullopt}))
        m_dispatcher.reset(*state);
}

void ReadingSession::addStudy(const StudyUid &study, bool isUndoable)
{
    if (!holds(study))
        m_studies.push_back(study);
    std::erase(m_priors, study);
    std::erase_if(m_waiting, [&](const Waiting &w) { return w.study == study; });
    m_waiting.push_back({study, isUndoable, m_clock.steadyNs()});
    if (!m_dispatcher.state().arrangement(study).empty())
        arrange(study);
    showWaiting();
    tellTabText();
    m_hanging->opened(study);
}

void ReadingSession::addPrior(const StudyUid &study)
{
    if (!uses(study))
        m_priors.push_back(study);
}

void ReadingSession::addBeside(const TimelineEntry &entry, const StudyUid &read)
{
    addPrior(entry.study.uid);
    std::erase_if(m_beside, [&](const Beside &b) { return b.study == entry.study.uid && b.read == read; });
    m_beside.push_back({entry.study.uid, read, entry.standing});
}

bool ReadingSession::isBeside(const StudyUid &study) const
{
    return std::any_of(m_beside.begin(), m_beside.end(), [&](const Beside &b) { return b.study == study; });
}

// By index: whoever hears of the doubt may open or close studies.
void ReadingSession::followStandings(const PatientTimeline &timeline, TimelineDesk &desk)
{
    for (std::size_t i = 0; i < m_beside.size(); ++i) {
        Beside &beside = m_beside[i];
        const TimelineEntry *entry = beside.read == timeline.read() ? timeline.find(beside.study) : nullptr;
        if (!entry || !uses(beside.study) || entry->standing == beside.standing ||
            entry->standing == TimelineEntry::Standing::Read)
            continue;
        beside.standing = entry->standing;
        if (!desk.open(&m_dispatcher, StudyUid(timeline.read()), TimelineEntry(*entry)))
            qCWarning(logApp) << "a study beside another one is not open any more";
    }
}

StudyUid ReadingSession::readStudy() const
{
    const session::ViewerState &state = m_dispatcher.state();
    StudyUid active = state.view(state.layout().active).study;
    if (holds(active))
        return active;
    return holds(m_lastRead) ? m_lastRead : firstStudy();
}

void ReadingSession::noteRead(const StudyUid &study)
{
    m_lastRead = study;
}

bool ReadingSession::uses(const StudyUid &study) const
{
    return holds(study) || std::find(m_priors.begin(), m_priors.end(), study) != m_priors.end();
}

bool ReadingSession::holdsOneOf(const std::vector<StudyUid> &studies) const
{
    return studies.empty() ||
           std::any_of(studies.begin(), studies.end(), [this](const StudyUid &study) { return holds(study); });
}

bool ReadingSession::holds(const StudyUid &study) const
{
    return std::find(m_studies.begin(), m_studies.end(), study) != m_studies.end();
}

void ReadingSession::removeStudy(const StudyUid &study)
{
    std::erase(m_studies, study);
    std::erase(m_priors, study);
    std::erase_if(m_beside, [&](const Beside &b) { return b.study == study || b.read == study; });
    std::erase_if(m_waiting, [&](const Waiting &w) { return w.study == study; });
    tellTabText();
}

void ReadingSession::showWaiting()
{
    for (std::size_t i = 0; i < m_waiting.size();) {
        const Waiting waiting = m_waiting[i];
        const auto dataSets = m_images.dataSets(waiting.study);
        auto first = firstToShow(m_images, dataSets);
        if (!first && m_images.holdsOnlyMasks(waiting.study))
            first = *std::find_if(dataSets.begin(), dataSets.end(), [](const auto &d) { return !d->slices.empty(); });
        if (!first) {
            ++i;
            continue;
        }
        m_waiting.erase(m_waiting.begin() + std::ptrdiff_t(i));
        if (waiting.isUndoable) {
            const session::ShowSeries show = showFirst(waiting.study, *first);
            m_isShowingFirst = true;
            const auto done = m_dispatcher.submit(show);
            m_isShowingFirst = false;
            if (!done)
                qCWarning(logApp) << "the first series was refused:" << errorName(done.error().code);
        } else {
            begin(waiting.study, *first, m_clock.steadyNs());
        }
    }
    beginBetter();
    followEmptyText();
}

// Where a session begins: nothing takes it back.
void ReadingSession::begin(const StudyUid &study, const dicom::DataSet &first, std::int64_t sinceNs)
{
    m_begun.reset();
    const auto state = session::reduce(m_dispatcher.state(), showFirst(study, first));
    if (!state)
        return;
    m_dispatcher.reset(*state);
    m_begun = {study, first.header.uid, sinceNs, m_dispatcher.lastSeq(), m_dispatcher.state().hash()};
}

// Which series of a folder are found first depends on how fast its files are read. A reader who has done nothing yet
// gets the first one of the study all the same; a picture that somebody may be looking at is not taken away.
void ReadingSession::beginBetter()
{
    if (!m_begun)
        return;
    const bool isTouched =
        m_dispatcher.lastSeq() != m_begun->lastSeq || m_dispatcher.state().hash() != m_begun->stateHash;
    if (isTouched || (m_clock.steadyNs() - m_begun->sinceNs) / 1'000'000 > betterMs || !holds(m_begun->study))
        return m_begun.reset();
    const auto dataSets = m_images.dataSets(m_begun->study);
    const auto first = firstToShow(m_images, dataSets);
    const auto shown = std::find_if(dataSets.begin(), dataSets.end(),
                                    [this](const auto &d) { return d->header.uid == m_begun->series; });
    if (shown != dataSets.end() && isOfArchive(**shown))
        return m_begun.reset();
    const bool isEarlier = first && shown != dataSets.end() && first->header.uid != m_begun->series &&
                           std::find(dataSets.begin(), shown, first) != shown;
    if (isEarlier)
        begin(StudyUid(m_begun->study), *first, m_begun->sinceNs);
}

void ReadingSession::followEmptyText()
{
    if (m_waiting.empty())
        m_lookAgain.stop();
    else if (!m_lookAgain.isActive())
        m_lookAgain.start();
    if (const QString text = emptyText(); text != m_lastEmptyText) {
        m_lastEmptyText = text;
        Q_EMIT emptyTextChanged();
    }
}

QString ReadingSession::openingText(const Waiting &waiting) const
{
    const dicom::StudyHeader study = m_images.study(waiting.study);
    QStringList lines{tr("Opening the study …")};
    QStringList about{modalityList(study.modalities).join(u' '), dateAndTime(study.date, study.time),
                      study.description.trimmed()};
    about.removeAll(QString());
    if (!about.isEmpty())
        lines << about.join(u" · "_s);
    const std::int64_t waitedMs = (m_clock.steadyNs() - waiting.sinceNs) / 1'000'000;
    if (waitedMs >= widgets::longWaitMs)
        lines << tr("Waiting for %1 s").arg(waitedMs / 1000);
    return lines.join(u'\n');
}

QString ReadingSession::emptyText() const
{
    if (m_waiting.empty())
        return {};
    const StudyUid &study = m_waiting.back().study;
    const segments::StudySegments *const known = m_images.segments();
    const auto dataSets = m_images.dataSets(study);
    const bool imagesMayCome =
        std::any_of(dataSets.begin(), dataSets.end(), [](const auto &d) { return holdsImages(*d); });
    const QString opening = openingText(m_waiting.back());
    if (!known || imagesMayCome)
        return opening;
    QStringList lines;
    for (const auto &object : known->of(study)) {
        const QString kind =
            object->kind == segments::Segmentation::Kind::Masks ? tr("Segmentation") : tr("Structure set");
        const QString name = object->name().trimmed();
        lines << (name.isEmpty() ? kind : kind + u" “"_s + name + u"”"_s) + u" · "_s +
                     tr("%n outline(s)", nullptr, int(object->segments.size()));
    }
    for (const auto &missing : known->missing(study)) {
        if (missing.isLoading())
            return opening;
        lines << tr("Outlines that cannot be shown: %1").arg(userMessage(missing.error));
    }
    if (lines.isEmpty())
        return opening;
    const dicom::PatientIdentity patient = m_images.study(study).patient;
    lines.prepend(orDash(patient.name.display().trimmed()) + u" · "_s + orDash(patient.id.trimmed()));
    lines << tr("The images that they are drawn over are not there: open the folder or the archive that holds them.");
    return tr("Of this study there are only outlines") + u'\n' + lines.join(u'\n');
}

QString ReadingSession::tabText() const
{
    return tabLabel().whole();
}

TabLabel ReadingSession::tabLabel() const
{
    if (m_studies.empty())
        return {};
    return labelOf(m_images.study(readStudy())); // of several, and they may be several patients'
}

} // namespace consilium::app
