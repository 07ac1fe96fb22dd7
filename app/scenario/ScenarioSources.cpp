#include "app/scenario/ScenarioSources.h"

#include "base/Pending.h"
#include "viewer/segments/StudySegments.h"
#include "viewer/session/scenario/Scenario.h"

#include <QDate>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace consilium::app
{

using namespace Qt::StringLiterals;
using session::scenario::Command;

struct ScenarioSources::Opening {
    Pending<Result<dicomweb::StudyPage>> search;
    std::shared_ptr<dicomweb::DicomWebClient> archive;
    std::vector<dicom::StudyHeader> toOpen; ///< the first of them is being opened
    bool hasSearched = false, hasAsked = false;
};

namespace
{

// Of several the newest; what has no date is old.
void keepNewest(std::vector<dicom::StudyHeader> &studies)
{
    std::stable_sort(studies.begin(), studies.end(),
                     [](const auto &a, const auto &b) { return a.date + a.time > b.date + b.time; });
    if (studies.size() > 1)
        studies.resize(1);
}

bool matches(const dicom::StudyHeader &study, const Command &command)
{
    return (!command.has(u"study"_s) || study.uid.text() == command.option(u"study"_s)) &&
           (!command.has(u"patient"_s) || study.patient.id == command.option(u"patient"_s)) &&
           (!command.has(u"accession"_s) || study.accession == command.option(u"accession"_s));
}

// What `open` asks for, out of what there is.
std::vector<dicom::StudyHeader> choose(std::vector<dicom::StudyHeader> studies, const Command &command)
{
    std::erase_if(studies, [&](const auto &study) { return !matches(study, command); });
    if (command.argument(0) == u"first"_s && studies.size() > 1)
        studies.resize(1);
    else if (command.argument(0) != u"all"_s)
        keepNewest(studies);
    return studies;
}

StepResult notFound()
{
    return StepResult::failed(ErrorCode::NotFound, u"the source has no such study"_s);
}

bool isDay(const QString &text)
{
    return text.size() == 8 && QDate::fromString(text, u"yyyyMMdd"_s).isValid();
}

/// What `worklist search` asks an archive for. InvalidArgument for what cannot be asked as it was meant: left out, it
/// would find too much.
Result<dicomweb::StudyQuery> queryOf(const Command &command)
{
    dicomweb::StudyQuery query;
    query.patientName = command.option(u"name"_s);
    query.patientId = command.option(u"patient"_s);
    query.accession = command.option(u"accession"_s);
    if (!query.patientName.isEmpty() && !command.option(u"text"_s).isEmpty())
        return fail(ErrorCode::InvalidArgument, u"text and name are one field of the list"_s);
    if (const QString modality = command.option(u"modality"_s); !modality.isEmpty())
        query.modalities = {modality};
    const QString date = command.option(u"date"_s);
    if (date.isEmpty())
        return query;
    query.dateFrom = date.section(u'-', 0, 0);
    query.dateTo = date.contains(u'-') ? date.section(u'-', 1) : date;
    const auto isReadable = [](const QString &day) { return day.isEmpty() || isDay(day); };
    if (!isReadable(query.dateFrom) || !isReadable(query.dateTo) || date == u"-"_s)
        return fail(ErrorCode::InvalidArgument, u"not a day, nor two: %1"_s.arg(date));
    if (!query.dateFrom.isEmpty() && !query.dateTo.isEmpty() && query.dateFrom > query.dateTo)
        return fail(ErrorCode::InvalidArgument, u"the last day lies before the first: %1"_s.arg(date));
    return query;
}

/// All is known of an open study, and no view shows anything of it by itself: outlines whose images are elsewhere, or
/// what cannot be read. Nobody need wait for an image of it.
bool holdsNothingToShow(const PixelBridge &images, const StudyUid &study)
{
    const auto dataSets = images.dataSets(study);
    const auto missing = images.segments()->missing(study);
    return std::all_of(dataSets.begin(), dataSets.end(),
                       [&](const auto &d) {
                           return images.progress(d->id).settled && d->slices.empty() &&
                                  images.documents(d->id).empty();
                       }) &&
           std::none_of(missing.begin(), missing.end(), [](const auto &m) { return m.isLoading(); });
}

} // namespace

ScenarioSources::ScenarioSources(ScenarioHost &host, QObject *parent) : QObject(parent), m_host(host)
{
    connect(&host.images(), &PixelBridge::openFailed, this,
            [this](const StudyUid &, const Error &error) { m_failure = error; });
    // Nobody sits before a scenario and waits for an archive.
    connect(&host.images(), &PixelBridge::openWaits, this, [this](const StudyUid &study, const Error &error) {
        m_host.images().closeStudy(study);
        m_failure = error;
    });
    connect(&host.images(), &PixelBridge::studyOpened, this, [this](const StudyUid &study) {
        m_opened = study;
        m_listed.push_back(study);
    });
    connect(&host.images(), &PixelBridge::studyFound, this, [this](const StudyUid &study) { m_opened = study; });
    connect(&host.images(), &PixelBridge::folderFinished, this,
            [this](const QString &, int, int) { m_folderFinished = true; });
}

ScenarioSources::~ScenarioSources() = default;

Step ScenarioSources::source(const Command &command, const QString &folderOfFile)
{
    const QString name = command.argument(0);
    Source source;
    if (command.has(u"folder"_s)) {
        source.folder = QDir(folderOfFile).absoluteFilePath(command.option(u"folder"_s));
    } else {
        dicomweb::ArchiveConfig config;
        config.id = ArchiveId(u"scenario-"_s + name);
        config.name = name;
        config.baseUrl = command.option(u"url"_s);
        config.caFile = command.option(u"ca"_s);
        config.patienceMs = command.timeoutMs(0);
        if (command.has(u"token"_s))
            config.credentials = {http::Credentials::Kind::Bearer, {}, command.option(u"token"_s)};
        else if (command.has(u"user"_s))
            config.credentials = {http::Credentials::Kind::Basic, command.option(u"user"_s),
                                  command.option(u"password"_s)};
        auto archive = m_host.useArchive(config);
        if (!archive)
            return settled(StepResult::failed(archive.error()));
        source.archive = std::move(*archive);
    }
    m_sources[name] = std::move(source);
    m_last = name;
    return settled(StepResult::done());
}

Result<ScenarioSources::Source> ScenarioSources::chosen(const Command &command) const
{
    const auto found = m_sources.find(command.option(u"source"_s, m_last));
    if (found == m_sources.end())
        return fail(ErrorCode::InvalidArgument, u"no such source; a source line must come before"_s);
    return found->second;
}

Step ScenarioSources::open(const Command &command)
{
    const auto source = chosen(command);
    if (!source)
        return settled(StepResult::failed(source.error()));
    m_failure.reset();
    m_folderFinished = false;
    return source->archive ? openFromArchive(command, *source) : openFromFolder(command, *source);
}

Step ScenarioSources::openFromArchive(const Command &command, const Source &source)
{
    dicomweb::StudyQuery query;
    query.studyUid = command.option(u"study"_s);
    query.patientId = command.option(u"patient"_s);
    query.accession = command.option(u"accession"_s);
    auto opening = std::make_shared<Opening>();
    opening->archive = source.archive;
    opening->search = source.archive->searchStudies(query);
    return [this, command, opening] {
        if (!opening->search.isFinished())
            return StepResult::waiting();
        if (!opening->hasSearched) {
            opening->hasSearched = true;
            if (opening->search.resultCount() == 0)
                return StepResult::failed(ErrorCode::Cancelled, u"the question was cancelled"_s);
            const auto page = opening->search.result();
            if (!page)
                return StepResult::failed(page.error());
            for (const Attributes &study : page->studies)
                opening->toOpen.push_back(dicom::describeStudy(study));
            opening->toOpen = choose(std::move(opening->toOpen), command);
            if (opening->toOpen.empty())
                return notFound();
        }
        return awaitShown(*opening);
    };
}

StepResult ScenarioSources::awaitShown(Opening &opening)
{
    if (m_failure)
        return StepResult::failed(*m_failure);
    const dicom::StudyHeader &study = opening.toOpen.front();
    if (!opening.hasAsked) {
        opening.hasAsked = true;
        m_opened = {};
        m_host.openStudy(opening.archive, study);
        if (m_failure)
            return StepResult::failed(*m_failure);
    }
    const session::ViewState &first = m_host.dispatcher().state().view(session::Layout::viewAt(0));
    const bool isShown = first.study == study.uid && !first.dataSet.isEmpty();
    if (!isShown && (m_opened != study.uid || !holdsNothingToShow(m_host.images(), study.uid)))
        return StepResult::waiting(u"v1 shows the study"_s, u"it does not yet"_s);
    opening.toOpen.erase(opening.toOpen.begin());
    opening.hasAsked = false;
    return opening.toOpen.empty() ? StepResult::done() : StepResult::waiting();
}

StepResult ScenarioSources::show(const StudyUid &study)
{
    const auto dataSets = m_host.images().dataSets(study);
    if (dataSets.empty()) {
        const segments::StudySegments *const outlines = m_host.images().segments();
        if (holdsNothingToShow(m_host.images(), study))
            return outlines->of(study).empty() && outlines->missing(study).empty() ? notFound() : StepResult::done();
        return StepResult::waiting(u"the outlines are read"_s, u"they are on their way"_s);
    }
    if (m_host.dispatcher().state().view(session::Layout::viewAt(0)).study == study)
        return StepResult::done();
    session::ShowSeries action;
    action.view = session::Layout::viewAt(0);
    action.study = study;
    action.dataSet = dataSets.front()->id;
    session::Envelope envelope; // received, not submitted: opening is no step of the reader's
    envelope.actor = m_host.dispatcher().localActor();
    envelope.at = QDateTime::currentMSecsSinceEpoch();
    envelope.action = action;
    const auto shown = m_host.dispatcher().receive(envelope, session::Origin::Local);
    return shown ? StepResult::done() : StepResult::failed(shown.error());
}

Step ScenarioSources::openFromFolder(const Command &command, const Source &source)
{
    if (!QFileInfo::exists(source.folder))
        return settled(StepResult::failed(ErrorCode::NotFound, u"no such folder or file"_s));
    const auto before = m_host.images().studies();
    m_host.openFolder(source.folder);
    return [this, command, before] {
        if (!m_folderFinished)
            return StepResult::waiting();
        if (m_failure)
            return StepResult::failed(*m_failure);
        std::vector<dicom::StudyHeader> found, open;
        for (const StudyUid &uid : m_host.images().studies()) {
            open.push_back(m_host.images().study(uid));
            if (std::find(before.begin(), before.end(), uid) == before.end())
                found.push_back(open.back());
        }
        // A folder that was open already brings nothing new.
        const auto wanted = choose(found.empty() ? open : found, command);
        // The others of the folder are not what was asked for.
        for (const dicom::StudyHeader &study : found)
            if (std::none_of(wanted.begin(), wanted.end(), [&](const auto &w) { return w.uid == study.uid; }))
                m_host.closeStudy(study.uid);
        if (wanted.empty())
            return notFound();
        return show(wanted.front().uid);
    };
}

Step ScenarioSources::close(const Command &command)
{
    const auto open = m_host.images().studies();
    if (command.argument(0) == u"all"_s) {
        for (const StudyUid &uid : open)
            m_host.closeStudy(uid);
        return settled(StepResult::done());
    }
    const StudyUid uid(command.option(u"study"_s));
    if (std::find(open.begin(), open.end(), uid) == open.end())
        return settled(StepResult::failed(ErrorCode::NotFound, u"no such study is open"_s));
    m_host.closeStudy(uid);
    return settled(StepResult::done());
}

// Which study the row is, the bridge tells: the new one, or the one that it was asked for again.
Step ScenarioSources::openRow(int row)
{
    m_failure.reset();
    m_opened = {};
    const auto before = m_host.images().studies();
    if (!m_host.openWorklistRow(row - 1))
        return settled(StepResult::failed(ErrorCode::NotFound, u"the worklist has no such row"_s));
    StudyUid opened = m_opened; // it was open already
    for (const StudyUid &study : m_host.images().studies())
        if (std::find(before.begin(), before.end(), study) == before.end())
            opened = study;
    return [this, opened] {
        if (m_failure)
            return StepResult::failed(*m_failure);
        const session::ViewState &now = m_host.dispatcher().state().view(session::Layout::viewAt(0));
        const StudyUid &wanted = opened.isEmpty() ? m_opened : opened;
        const bool isShown = !wanted.isEmpty() && now.study == wanted && !now.dataSet.isEmpty();
        const bool isKnown =
            isShown || (!wanted.isEmpty() && m_opened == wanted && holdsNothingToShow(m_host.images(), wanted));
        return isKnown ? StepResult::done() : StepResult::waiting(u"v1 shows the study"_s, u"it does not yet"_s);
    };
}

// Done when what comes of it is on the screen: a study that it opens is shown, or the list is filtered. Of a study that
// is open already nothing new comes.
Step ScenarioSources::link(const Command &command)
{
    m_failure.reset();
    m_listed.clear();
    const auto before = m_host.images().studies();
    if (const auto opened = m_host.openLink(command.argument(0)); !opened)
        return settled(StepResult::failed(opened.error()));
    return [this, before] {
        if (m_host.isLookingFor() || !m_host.isWorklistIdle())
            return StepResult::waiting(u"the link is answered"_s, u"it is looked for"_s);
        if (m_failure)
            return StepResult::failed(*m_failure);
        auto opened = m_host.images().studies();
        std::erase_if(opened, [&](const StudyUid &study) {
            return std::find(before.begin(), before.end(), study) != before.end();
        });
        const session::ViewState &now = m_host.dispatcher().state().view(session::Layout::viewAt(0));
        bool isShown = opened.empty(), isKnown = true;
        for (const StudyUid &study : opened) {
            const bool isEmpty = std::find(m_listed.begin(), m_listed.end(), study) != m_listed.end() &&
                                 holdsNothingToShow(m_host.images(), study);
            isShown = isShown || isEmpty || (now.study == study && !now.dataSet.isEmpty());
            isKnown = isKnown && (isEmpty || !m_host.images().dataSets(study).empty());
        }
        return isShown && isKnown ? StepResult::done()
                                  : StepResult::waiting(u"v1 shows the study"_s, u"it does not yet"_s);
    };
}

// The list of which archive is asked; empty: of all. One that was named must have a list.
Result<ArchiveId> ScenarioSources::archiveFor(const Command &command) const
{
    const auto source = m_sources.find(command.option(u"source"_s, m_last));
    const bool hasList = source != m_sources.end() && source->second.archive;
    if (hasList)
        return source->second.archive->config().id;
    if (!command.has(u"source"_s))
        return ArchiveId();
    return source == m_sources.end()
               ? fail(ErrorCode::InvalidArgument, u"no such source; a source line must come before"_s)
               : fail(ErrorCode::InvalidArgument, u"a folder has no list of studies"_s);
}

Step ScenarioSources::worklist(const Command &command)
{
    const QString what = command.argument(0);
    if (what == u"show"_s) {
        m_host.showWorklist();
        return settled(StepResult::done());
    }
    if (what == u"open"_s)
        return openRow(session::scenario::parseCount(command.option(u"row"_s)).value_or(0));
    const auto query = queryOf(command);
    if (!query)
        return settled(StepResult::failed(query.error()));
    const auto archive = archiveFor(command);
    if (!archive)
        return settled(StepResult::failed(archive.error()));
    m_host.searchWorklist(*archive, *query, command.option(u"text"_s));
    return [this] {
        if (!m_host.isWorklistIdle())
            return StepResult::waiting();
        const std::optional<Error> failure = m_host.worklistFailure();
        return failure ? StepResult::failed(*failure) : StepResult::done();
    };
}

} // namespace consilium::app
