#include "app/Application.h"

#include "app/bridge/ArchiveWatch.h"
#include "app/outside/RequestNotices.h"
#include "app/outside/RequestQueue.h"
#include "app/people/PeopleDesk.h"
#include "app/scenario/ScenarioRunner.h"
#include "app/settings/MonitorSettings.h"
#include "app/settings/MouseSettings.h"
#include "app/windows/MainWindow.h"
#include "app/windows/OpeningDetails.h"
#include "app/windows/OpeningReport.h"
#include "app/windows/ReadingBar.h"
#include "app/windows/ScenarioDoor.h"
#include "app/windows/StartTiming.h"
#include "app/windows/WindowLook.h"
#include "base/Logging.h"
#include "viewer/tools/WindowPresets.h"
#include "viewer/widgets/theme/Theme.h"

#include <QApplication>
#include <QFileInfo>
#include <QScreen>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

// So many studies of a folder get a tab of their own; more would only hide one another.
constexpr std::size_t mostTabs = 12;

tools::Bindings readBindings()
{
    auto bindings = tools::Bindings::fromJson(tools::builtInBindings());
    if (!bindings)
        qCWarning(logApp) << "the bindings that come with the program cannot be read:" << bindings.error().detail;
    return bindings ? std::move(*bindings) : tools::Bindings();
}

QString noRoomText(const StudyRequest &request)
{
    return Application::tr("Not opened: %1. As many requests wait as there is room for: try again in a moment.")
        .arg(nameOf(request));
}

// What was open for a moment (commands, a menu, what was left out) would hide what comes to the front.
void closePopups(QWidget &window)
{
    for (int most = 8; most > 0 && QApplication::activePopupWidget(); --most) // menus stand behind one another
        QApplication::activePopupWidget()->close();
    for (auto *details : window.findChildren<OpeningDetails *>())
        details->close();
}

} // namespace

struct Application::Private {
    Private(CommandLine commandLine, Language &chosen, Seat place)
        : line(std::move(commandLine)),
          language(chosen),
          seat(std::move(place)),
          timing(line.timing),
          settings(profileFolder())
    {
    }
    // A scenario gives the same picture everywhere: it never sees the person's settings.
    QString profileFolder()
    {
        if (!seat.settingsFolder.isEmpty())
            return seat.settingsFolder;
        if (!line.profile.isEmpty() || line.scenario.isEmpty())
            return line.profile;
        passing = std::make_unique<QTemporaryDir>();
        return passing->path();
    }

    CommandLine line;
    Language &language;
    Seat seat;
    StartTiming timing;
    std::unique_ptr<QTemporaryDir> passing;
    SystemClock clock;
    ProfileSettings settings;
    http::HttpClient http;
    identity::CredentialStore secrets{seat.secretsOf};
    ArchiveSet archives{http, secrets, settings};
    PixelBridge images{PixelBridge::Limits{}};
    tools::Bindings bindings = readBindings();
    WorklistSearch search{clock};
    QHash<StudyUid, QString> openedFrom; ///< names of archives
    std::map<dicomweb::DicomWebClient *, std::shared_ptr<StudySource>> sources;
    std::vector<std::unique_ptr<ReadingSession>> sessions;
    ReadingSession *shared = nullptr; ///< of a scenario
    QString theme;
    std::unique_ptr<MainWindow> window;
    std::unique_ptr<ScenarioDoor> door;
    std::unique_ptr<ScenarioRunner> runner;
    OpeningReport opening;
    RequestQueue requests{archives};
    RequestNotices notices;
    QString saidOfRequests; ///< by the window's notice
    int choices = 0;        ///< that requests have left to the reader since the last pause
    bool isAnyMissed = false;
    QStringList untold; ///< failures from before there was a window
    bool isLocked = false;
    struct AfterLock {
        Waiting about;
        std::function<void()> open;
    };
    std::vector<AfterLock> afterLock; ///< what was to be opened meanwhile
    bool bringNextToFront = false;    ///< the first study of what is being opened
    /// Opened before there was a window: an archive's answer can be quicker than the window.
    const ReadingSession *frontAtStart = nullptr;
};

Application::Application(CommandLine line, Language &language, Seat seat, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(std::move(line), language, std::move(seat)))
{
    d->timing.reached(u"main"_s);
    applyInputSettings(d->settings, d->bindings);
    d->theme = d->line.theme.isEmpty() ? d->settings.theme() : d->line.theme;
    if (d->line.language.isEmpty() && !d->settings.language().isEmpty())
        d->language.install(chooseLanguage({}, d->settings.language(), QLocale::system()));
    useMonitorMeasures(d->settings, this);
    connectImages();
    connectRequests();
    watchSettings();
}

Application::~Application()
{
    d->runner.reset();
    d->archives.saveLearned();
    d->window.reset();
    d->sessions.clear();
}

void Application::start()
{
    // The network begins before there is a window: its answers wait for the event loop.
    addArchives();
    if (d->line.request)
        openRequest(*d->line.request);
    connect(&d->archives, &ArchiveSet::changed, this, &Application::updateSources);
    connect(&d->search, &WorklistSearch::finished, this, [this] { d->timing.reached(u"worklistAnswered"_s); });
    updateSources();
    if (!d->line.paths.isEmpty())
        openPaths(d->line.paths, d->line.missingPaths);
    buildWindow();
    d->window->show();
    if (!d->settings.writable())
        d->untold << tr("The settings cannot be written to the disk: what is changed lasts until the program ends.");
    if (!d->line.missingPaths.isEmpty())
        d->untold << OpeningReport::missingText(d->line.missingPaths);
    if (const auto link = parseStudyLink(d->line.refusedLink); !d->line.refusedLink.isEmpty() && !link)
        d->untold << link.error().detail;
    if (const QString asked = d->notices.text(); !asked.isEmpty())
        d->untold.prepend(asked);
    if (!d->untold.isEmpty())
        tell(std::exchange(d->untold, {}).join(u' '));
    if (!d->line.scenario.isEmpty())
        runScenario();
}

void Application::addArchives()
{
    for (const QString &url : d->line.archives) {
        dicomweb::ArchiveConfig config;
        config.baseUrl = url;
        if (const auto added = d->archives.addForThisRun(config); !added)
            qCWarning(logApp) << "an archive of the command line was refused:" << errorName(added.error().code);
    }
    d->archives.load();
}

void Application::updateSources()
{
    std::vector<std::shared_ptr<StudySource>> sources;
    decltype(d->sources) kept;
    for (const Archive &archive : d->archives.all()) {
        if (!archive.client) {
            if (!archive.lacksSecret) // the keychain waits for the person, who shall see why the list is not there
                sources.push_back(makeLockedSource(archive.config.id, archive.config.name));
            continue;
        }
        auto &source = kept[archive.client.get()];
        const auto known = d->sources.find(archive.client.get());
        source = known != d->sources.end() ? known->second : makeStudySource(archive.client);
        sources.push_back(source);
    }
    d->sources = std::move(kept);
    d->images.retrySignIn(); // a password or token may be new
    d->search.setSources(std::move(sources));
    if (d->window) {
        d->window->worklist().search();
        return;
    }
    WorklistFilter filter;
    filter.period = d->settings.worklistPeriod();
    if (d->line.scenario.isEmpty())
        d->search.start(filter, QDate::currentDate());
}

void Application::buildWindow()
{
    widgets::applyTheme(*qApp, d->theme == "light"_L1 ? widgets::Scheme::Light : widgets::Scheme::Dark,
                        QLocale(d->language.current()));
    d->window = std::make_unique<MainWindow>(WindowServices{d->clock, d->settings, d->archives, d->images, d->bindings,
                                                            d->search, d->language.current(), d->theme, d->seat.people,
                                                            &d->images.archiveWatch()});
    d->window->setLocked(d->isLocked);
    connectWindow();
    if (d->line.size.isValid())
        d->window->resize(d->line.size);
    else if (!d->line.scenario.isEmpty())
        d->window->resize(1920, 1200);
    else
        d->window->restorePlace();
    for (const auto &session : d->sessions)
        if (!session->studies().empty())
            d->window->showSession(*session, session.get() == d->frontAtStart);
    d->frontAtStart = nullptr;
}

void Application::connectWindow()
{
    MainWindow *window = d->window.get();
    connect(window, &MainWindow::openStudyRequested, this,
            [this](const ArchiveId &id, const dicom::StudyHeader &study) {
                if (const Archive *archive = d->archives.find(id); archive && archive->client)
                    openStudy(archive->client, study);
            });
    connect(window, &MainWindow::openPathsRequested, this, [this](const QStringList &paths) { openPaths(paths); });
    connect(window, &MainWindow::stopReadingRequested, this, [this] { d->images.stopFolders(); });
    connect(window, &MainWindow::openMoreRequested, this, &Application::openMoreStudies);
    connect(window, &MainWindow::noticeDetailsRequested, this, &Application::showOpeningDetails);
    connect(window, &MainWindow::sessionClosed, this, &Application::closeSession);
    // The control that was clicked is part of the window that goes: first let the click end.
    connect(
        window, &MainWindow::languageChosen, this,
        [this](const QString &language) {
            d->settings.setLanguage(language);
            setLanguage(language);
        },
        Qt::QueuedConnection);
    connect(
        window, &MainWindow::themeChosen, this,
        [this](const QString &theme) {
            d->settings.setTheme(theme);
            setTheme(theme);
        },
        Qt::QueuedConnection);
    connect(window, &MainWindow::imageDrawn, this, [this] {
        d->timing.reached(u"firstImage"_s);
        d->timing.reached(u"firstWholeImage"_s);
    });
    connect(window, &MainWindow::previewDrawn, this, [this] { d->timing.reached(u"firstImage"_s); });
    connect(window, &MainWindow::painted, this, [this] { d->timing.reached(u"windowPainted"_s); });
}

void Application::connectImages()
{
    connect(&d->images, &PixelBridge::studyOpened, this, &Application::takeOpened);
    connect(&d->images, &PixelBridge::studyFound, this, &Application::takeFound);
    connect(&d->images, &PixelBridge::openFailed, this, &Application::takeOpenFailed);
    connect(&d->images, &PixelBridge::folderFinished, this,
            [this](const QString &, int images, int refused) { takeFolder(images, refused); });
    connect(&d->images, &PixelBridge::folderProgress, this, [this](int read, int total) {
        if (d->window)
            d->window->readingBar().setProgress(read, total);
        openHeld();
    });
    connect(&d->images, &PixelBridge::folderStopped, this, [this] { d->opening.stop(); });
    connect(&d->images, &PixelBridge::fileRefused, this,
            [this](const QString &path, const Error &error) { d->opening.refuse(path, error); });
}

void Application::watchSettings()
{
    // One thing that a person does may change several settings: it is told once, and after what the act itself says.
    auto *later = new QTimer(this);
    later->setSingleShot(true);
    connect(later, &QTimer::timeout, this, [this] {
        tell(tr("The settings cannot be written to the disk: what is changed lasts until the program ends."));
    });
    d->settings.onLoss([later] { later->start(0); });
}

void Application::tell(const QString &text)
{
    if (d->window)
        d->window->notify(text, true);
    else
        d->untold << text;
}

bool Application::hasRoomFor(const HandedOver &message) const
{
    if (d->isLocked)
        return message == HandedOver() || d->afterLock.size() < mostTabs;
    return message.link.isEmpty() || d->requests.hasRoom();
}

// Whoever is locked out sees nothing of it, and the sender knows.
void Application::sayTurnedAway(const HandedOver &message)
{
    if (const auto request = parseStudyLink(message.link); request && !d->isLocked)
        note(noRoomText(*request));
}

void Application::takeHandedOver(const HandedOver &message)
{
    if (d->isLocked) { // who unlocks sees it
        const bool isLink = !message.link.isEmpty() || !message.refusedLink.isEmpty();
        if (message != HandedOver())
            whenUnlocked(isLink ? Waiting::What::Study : Waiting::What::Files,
                         [this, message] { takeHandedOver(message); });
        Q_EMIT attentionWanted();
        return;
    }
    closePopups(*d->window);
    d->window->setWindowState(d->window->windowState() & ~Qt::WindowMinimized);
    d->window->show();
    d->window->raise();
    d->window->activateWindow();
    QStringList there, missing;
    for (const QString &path : message.paths)
        (QFileInfo::exists(path) ? there : missing) << path;
    if (!there.isEmpty())
        openPaths(there, missing);
    else if (!missing.isEmpty())
        tell(OpeningReport::missingText(missing));
    if (const auto link = parseStudyLink(message.refusedLink); !message.refusedLink.isEmpty() && !link) {
        d->window->showWorklist(); // else who followed it takes what is in front for what it names
        note(link.error().detail);
    }
    if (message.link.isEmpty())
        return;
    if (const auto request = parseStudyLink(message.link))
        openRequest(*request);
}

void Application::openRequest(const StudyRequest &request)
{
    if (d->isLocked) {
        whenUnlocked(Waiting::What::Study, [this, request] { openRequest(request); });
        return;
    }
    if (!d->requests.isRunning())
        d->notices.begin(d->clock.nowMs());
    if (d->requests.add(request))
        sayRequests();
    else
        note(noRoomText(request));
}

bool Application::isLookingFor() const
{
    return d->requests.isRunning();
}

void Application::connectRequests()
{
    connect(&d->requests, &RequestQueue::began, this, &Application::sayRequests);
    connect(&d->requests, &RequestQueue::answered, this, &Application::takeFinding);
    connect(&d->requests, &RequestQueue::emptied, this, &Application::endRequests);
}

// What others have said in the same row stays there while there is nothing to say.
void Application::sayRequests()
{
    if (!d->window)
        return;
    QStringList lines;
    if (const QString told = d->notices.text(); !told.isEmpty())
        lines << told;
    if (const StudyRequest *current = d->requests.current()) {
        const QString looking = tr("Looking for: %1…").arg(nameOf(*current));
        const int waiting = d->requests.waiting();
        lines << (waiting > 0 ? looking + u' ' + tr("%n more wait.", nullptr, waiting) : looking);
    }
    if (lines.isEmpty() && d->window->lastNotice() != d->saidOfRequests)
        return;
    d->saidOfRequests = lines.join(u'\n');
    d->window->notify(d->saidOfRequests, d->notices.isFailure());
}

void Application::note(const QString &text, const StudyUid &study)
{
    const TimeMs now = d->clock.nowMs();
    if (!d->requests.isRunning())
        d->notices.begin(now);
    d->notices.add(text, true, now, study);
    sayRequests();
}

// A study that was opened between two that were not would be taken for theirs.
void Application::endRequests()
{
    if (std::exchange(d->isAnyMissed, false) && d->window)
        d->window->showWorklist();
    if (std::exchange(d->choices, 0) > 1)
        note(tr("The list shows what was asked for last: follow the other links once more."));
}

void Application::takeFinding(const StudyRequest &request, RequestFinding finding)
{
    std::vector<dicom::StudyHeader> open;
    for (const auto &session : d->sessions)
        for (const StudyUid &study : session->studies())
            open.push_back(d->images.study(study));
    if (isAnsweredByOpen(request, finding, open)) {
        for (const StudyUid &study : request.studies)
            showStudy(study, true);
        sayRequests();
        return;
    }
    finding.ofAnotherPatient = finding.ofAnotherPatient ||
                               std::any_of(open.begin(), open.end(),
                                           [&](const auto &study) { return answersForAnotherPatient(request, study); });
    finding.ofAnotherAccession =
        finding.ofAnotherAccession || std::any_of(open.begin(), open.end(), [&](const auto &study) {
            return answersUnderAnotherAccession(request, study);
        });
    const RequestOutcome outcome = decide(request, finding);
    d->notices.add(outcome.notice, outcome.isFailure, d->clock.nowMs());
    sayRequests();
    if (outcome.kind == RequestOutcome::Kind::Choose)
        showChoice(request, outcome);
    if (outcome.kind != RequestOutcome::Kind::Open) {
        d->isAnyMissed = true;
        if (d->window) // whose study is in front now is not who was asked for
            d->window->showWorklist();
        return;
    }
    if (d->window)
        closePopups(*d->window);
    for (auto study = outcome.studies.rbegin(); study != outcome.studies.rend(); ++study) { // the newest in front
        const WorklistRow &place = d->search.nearest(*study);
        if (const Archive *archive = d->archives.find(place.archive); archive && archive->client)
            openStudy(archive->client, place.study);
    }
}

void Application::showChoice(const StudyRequest &request, const RequestOutcome &outcome)
{
    WorklistFilter filter;
    filter.further.patientId = request.patientId;
    if (request.studies.empty())
        filter.further.accession = request.accession;
    if (request.studies.size() == 1)
        filter.further.studyUid = request.studies.front().text();
    for (const MergedStudy &study : outcome.studies)
        filter.only << study.shown().study.uid.text();
    ++d->choices;
    d->window->showWorklist();
    d->window->worklist().setFilter(filter);
    d->window->worklist().search();
    d->window->worklist().focusList();
}

void Application::openStudy(std::shared_ptr<dicomweb::DicomWebClient> archive, const dicom::StudyHeader &study)
{
    if (d->isLocked) {
        whenUnlocked(Waiting::What::Study, [this, archive, study] { openStudy(archive, study); });
        return;
    }
    d->timing.reached(u"studyAsked"_s);
    const bool isFromFiles = d->images.isFromFiles(study.uid);
    const bool wasSaid = d->notices.forget(study.uid); // it is not true any more, or is said again
    if (!d->requests.isRunning())
        d->notices.begin(d->clock.nowMs());
    if (wasSaid)
        sayRequests();
    if (archive)
        d->openedFrom[study.uid] = archive->config().name;
    if (!d->images.openStudy(std::move(archive), study))
        return;
    showStudy(study.uid, true);
    if (d->window)
        d->window->worklist().markOpened(study.uid);
    // What was opened by hand may be a part of it, or outlines alone.
    if (isFromFiles)
        note(tr("This study is open from files, and these are shown. To open it from the archive close its tab first."),
             study.uid);
}

void Application::openPaths(const QStringList &paths, const QStringList &missing)
{
    if (d->isLocked) {
        whenUnlocked(Waiting::What::Files, [this, paths, missing] { openPaths(paths, missing); });
        return;
    }
    d->bringNextToFront = true;
    d->opening.begin(paths, missing, d->clock.nowMs());
    for (const QString &path : paths)
        d->images.openFolder(path);
}

void Application::showStudy(const StudyUid &study, bool toFront)
{
    d->opening.markOpened(study);
    const auto holder =
        std::find_if(d->sessions.begin(), d->sessions.end(), [&](const auto &s) { return s->holds(study); });
    ReadingSession *session = holder != d->sessions.end() ? holder->get() : nullptr;
    const bool inScenario = !d->line.scenario.isEmpty();
    // Opening is no step of the reader's: nothing takes it back.
    if (inScenario) {
        session = &sharedSession();
        session->addStudy(study, false);
    } else if (!session) {
        d->sessions.push_back(std::make_unique<ReadingSession>(d->clock, d->images));
        session = d->sessions.back().get();
        session->addStudy(study, false);
    }
    if (d->window)
        d->window->showSession(*session, toFront);
    else if (toFront)
        d->frontAtStart = session;
}

ReadingSession &Application::sharedSession()
{
    if (!d->shared) {
        d->sessions.push_back(std::make_unique<ReadingSession>(d->clock, d->images));
        d->shared = d->sessions.back().get();
    }
    return *d->shared;
}

// A study that nobody asked for by name: it was found in a folder.
void Application::takeOpened(const StudyUid &study)
{
    d->timing.reached(u"studyOpened"_s);
    if (!d->bringNextToFront && d->opening.isReading() && d->line.scenario.isEmpty())
        d->opening.hold(d->images.study(study), d->clock.nowMs());
    else
        giveTab(study); // the first at once
}

void Application::giveTab(const StudyUid &study)
{
    if (isUsed(study))
        return d->opening.noteTab(study);
    if (d->sessions.size() >= mostTabs && d->line.scenario.isEmpty()) {
        d->opening.addUnopened(d->images.study(study)); // told when the folder has been read
        return;
    }
    d->opening.noteTab(study);
    showStudy(study, std::exchange(d->bringNextToFront, false));
}

void Application::openHeld()
{
    for (const StudyUid &study : d->opening.takeHeld(d->clock.nowMs()))
        giveTab(study);
}

// Who names it once more wants to see it: another patient's images would stay in front of him.
void Application::takeFound(const StudyUid &study)
{
    if (!d->images.isFromFiles(study))
        d->opening.noteOpen(d->openedFrom.value(study));
    const bool isRead =
        std::any_of(d->sessions.begin(), d->sessions.end(), [&](const auto &s) { return s->holds(study); });
    if (!isRead)
        return takeOpened(study);
    d->opening.noteTab(study);
    if (std::exchange(d->bringNextToFront, false))
        showStudy(study, true);
}

void Application::takeOpenFailed(const StudyUid &study, const Error &error)
{
    if (error.code == ErrorCode::Cancelled)
        return;
    if (study.isEmpty() && d->opening.isReading()) {
        d->opening.fail(error); // of a folder or file, whose end follows
        return;
    }
    if (study.isEmpty()) { // another one of its UID is open
        note(tr("The study cannot be opened. %1").arg(userMessage(error)));
        return;
    }
    const QString archive = d->openedFrom.take(study);
    const bool isAway = error.code == ErrorCode::HostUnreachable || error.code == ErrorCode::Timeout ||
                        error.code == ErrorCode::ConnectionLost;
    note(isAway && !archive.isEmpty() ? tr("The study cannot be opened: %1 does not answer.").arg(archive)
                                      : tr("The study cannot be opened. %1").arg(userMessage(error)),
         study);
    if (d->window && d->line.scenario.isEmpty())
        d->window->worklist().noteNotOpened(study);
    if (!d->line.scenario.isEmpty() || !d->window)
        return;
    const auto holder =
        std::find_if(d->sessions.begin(), d->sessions.end(), [&](const auto &s) { return s->holds(study); });
    if (holder == d->sessions.end() || !(*holder)->dispatcher().state().views().empty())
        return; // something of it is shown
    const ReadingPage *page = d->window->pageOf(**holder);
    const bool wasInFront = page && page == d->window->readingPage();
    d->window->closeSession(**holder);
    if (wasInFront) // the tab beside it may be another patient's
        d->window->showWorklist();
}

void Application::takeFolder(int images, int refused)
{
    d->opening.finish(images, refused);
    openHeld();
    const QString notice = d->opening.notice();
    if (d->window && !notice.isEmpty())
        d->window->notify(notice, d->opening.isFailure(), d->opening.hasDetails(), d->opening.inTabs());
}

void Application::openMoreStudies()
{
    auto more = d->opening.unopened();
    more.resize(std::min(more.size(), mostTabs));
    for (std::size_t i = 0; i < more.size(); ++i)
        showStudy(more[i].uid, i == 0);
    tellWhatIsLeft();
}

void Application::tellWhatIsLeft()
{
    if (const auto rest = d->opening.unopened().size(); rest > 0)
        d->window->notify(tr("%n more studies are not opened yet.", nullptr, int(rest)), false, true);
    else
        d->window->notify(tr("All studies that were found have their tabs."), false);
}

void Application::showOpeningDetails()
{
    if (!d->opening.hasDetails()) {
        d->window->notify(tr("Nothing was left out."), false);
        return;
    }
    auto *details = new OpeningDetails(d->opening, d->window.get());
    details->setAttribute(Qt::WA_DeleteOnClose);
    connect(details, &OpeningDetails::openRequested, this, [this](const StudyUid &study) {
        showStudy(study, true);
        tellWhatIsLeft();
    });
    details->open();
}

void Application::closeSession(ReadingSession *session)
{
    const auto it =
        std::find_if(d->sessions.begin(), d->sessions.end(), [&](const auto &s) { return s.get() == session; });
    if (it == d->sessions.end() || session == d->shared)
        return;
    std::vector<StudyUid> studies = session->studies();
    studies.insert(studies.end(), session->priors().begin(), session->priors().end());
    d->images.leave(&session->dispatcher());
    it->release()->deleteLater(); // after its page, which was told to go first
    d->sessions.erase(it);
    for (const StudyUid &study : studies)
        if (!isUsed(study)) // one tab's prior study may be what another one reads
            d->images.closeStudy(study);
}

bool Application::isUsed(const StudyUid &study) const
{
    return std::any_of(d->sessions.begin(), d->sessions.end(), [&](const auto &s) { return s->uses(study); });
}

void Application::setLanguage(const QString &language)
{
    if (language == d->language.current())
        return;
    d->language.install(language);
    rebuildWindow();
}

void Application::setTheme(const QString &theme)
{
    if (theme == d->theme)
        return;
    d->theme = theme;
    rebuildWindow();
}

void Application::rebuildWindow()
{
    if (!d->window)
        return;
    const WindowLook look(*d->window, d->sessions);
    auto old = std::move(d->window);
    // Else all that is in it would be dressed anew, for nothing. Its last picture stays on the screen until the new one
    // is there.
    d->archives.disconnect(old.get());
    if (d->seat.people)
        d->seat.people->disconnect(old.get());
    qDeleteAll(old->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
    buildWindow();
    d->window->setWindowState(old->windowState()); // the same place: only what is in it is new
    d->window->setGeometry(old->geometry());
    look.giveTo(*d->window, d->sessions);
    d->window->show();
    old.reset();
}

void Application::setLocked(bool locked)
{
    d->isLocked = locked;
    d->window->setLocked(locked);
    d->requests.hold(locked);
    if (!locked)
        for (const auto &waiting : std::exchange(d->afterLock, {}))
            waiting.open();
}

bool Application::isLocked() const
{
    return d->isLocked;
}

std::vector<Application::Waiting> Application::waitingRequests() const
{
    std::vector<Waiting> all;
    for (const auto &waiting : d->afterLock)
        all.push_back(waiting.about);
    return all;
}

void Application::whenUnlocked(Waiting::What what, std::function<void()> open)
{
    if (d->afterLock.size() < mostTabs)
        d->afterLock.push_back({{what, QTime::currentTime()}, std::move(open)});
}

void Application::rememberPlace()
{
    d->settings.setWindowGeometry(d->window->saveGeometry());
}

void Application::runScenario()
{
    ScenarioRunner::Options options;
    options.file = d->line.scenario;
    options.outputFolder = d->line.outputFolder;
    options.variables = d->line.variables;
    options.envelopeLog = d->line.logFile;
    options.timeoutMs = d->line.timeoutMs;
    d->door = std::make_unique<ScenarioDoor>(*this);
    d->runner = std::make_unique<ScenarioRunner>(*d->door, options);
    connect(d->runner.get(), &ScenarioRunner::finished, this, [this](int exitCode) {
        if (!d->line.keep || exitCode == 2)
            QCoreApplication::exit(exitCode);
    });
    d->runner->start();
}

MainWindow &Application::window() const
{
    return *d->window;
}

PixelBridge &Application::images() const
{
    return d->images;
}

ArchiveSet &Application::archives() const
{
    return d->archives;
}

tools::Bindings &Application::bindings() const
{
    return d->bindings;
}

WorklistSearch &Application::worklistSearch() const
{
    return d->search;
}

const QString &Application::language() const
{
    return d->language.current();
}

const QString &Application::theme() const
{
    return d->theme;
}

} // namespace consilium::app
