#include "app/Application.h"

#include "app/bridge/ArchiveWatch.h"
#include "app/bridge/DocumentFetch.h"
#include "app/outside/KeyImageGuide.h"
#include "app/people/PeopleDesk.h"
#include "app/scenario/ScenarioRunner.h"
#include "app/settings/MonitorSettings.h"
#include "app/settings/MouseSettings.h"
#include "app/usecases/KeptObjects.h"
#include "app/usecases/MarkKeeper.h"
#include "app/usecases/MarkRestorer.h"
#include "app/usecases/MarkSender.h"
#include "app/usecases/TimelineDesk.h"
#include "app/windows/MainWindow.h"
#include "app/windows/NoticeBar.h"
#include "app/windows/OpeningDetails.h"
#include "app/windows/OpeningReport.h"
#include "app/windows/ReadingBar.h"
#include "app/windows/ScenarioDoor.h"
#include "app/windows/StartTiming.h"
#include "app/windows/StudyFlow.h"
#include "app/windows/TurnByTurn.h"
#include "app/windows/WindowLook.h"
#include "app/windows/WindowSpread.h"
#include "base/Logging.h"
#include "viewer/tools/WindowPresets.h"
#include "viewer/widgets/OwnClipboard.h"
#include "viewer/widgets/theme/Theme.h"

#include <QApplication>
#include <QDir>
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

} // namespace

struct Application::Private {
    Private(CommandLine commandLine, Language &chosen, Seat place)
        : line(std::move(commandLine)),
          language(chosen),
          seat(std::move(place)),
          clock(seat.clock ? *seat.clock : machine),
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
    // Scenarios and measurements leave nothing behind, and ask no keychain.
    MarkKeeper::Place markPlace()
    {
        const QString folder = seat.settingsFolder.isEmpty() ? line.profile : seat.settingsFolder;
        if (folder.isEmpty() || !line.scenario.isEmpty() || line.timing)
            return {};
        return {QDir(folder).filePath(u"store"_s), [this] { return secrets.obtainKey(PeopleDesk::storeKey); }};
    }
    ReadingSession &addSession()
    {
        sessions.push_back(std::make_unique<ReadingSession>(clock, images));
        spread.begin(*sessions.back());
        marks.follow(sessions.back()->dispatcher());
        ReadingSession &session = *sessions.back();
        restorer.follow(session.dispatcher(), [&session] {
            std::vector<StudyUid> all = session.studies();
            all.insert(all.end(), session.priors().begin(), session.priors().end());
            return all;
        });
        QObject::connect(&session, &ReadingSession::tabTextChanged, &restorer, &MarkRestorer::later);
        return *sessions.back();
    }
    [[nodiscard]] std::vector<dicom::StudyHeader> openStudies() const
    {
        std::vector<dicom::StudyHeader> all;
        for (const auto &session : sessions)
            for (const StudyUid &study : session->studies())
                all.push_back(images.study(study));
        return all;
    }

    [[nodiscard]] std::vector<TimelineArchive> timelineArchives() const
    {
        std::vector<TimelineArchive> all;
        for (const Archive &archive : archives.all())
            all.push_back(archive.client ? makeTimelineArchive(archive.client)
                                         : makeClosedArchive(archive.config.id, archive.config.name,
                                                             archive.lacksSecret ? ErrorCode::SignInRequired
                                                                                 : ErrorCode::KeychainLocked));
        return all;
    }
    bool openBeside(const void *reader, const StudyUid &read, const TimelineEntry &entry, const QString &doubt,
                    Priority urgency)
    {
        const Archive *archive = archives.find(entry.archive);
        return archive && archive->client &&
               images.openBeside(reader, read, archive->client, entry.study, doubt,
                                 entry.standing == TimelineEntry::Standing::ByHand, urgency);
    }

    [[nodiscard]] bool isOpen(const StudyUid &study) const
    {
        const auto open = images.studies();
        return std::find(open.begin(), open.end(), study) != open.end();
    }

    CommandLine line;
    Language &language;
    Seat seat;
    SystemClock machine;
    const Clock &clock;
    StartTiming timing;
    std::unique_ptr<QTemporaryDir> passing;
    ProfileSettings settings;
    http::HttpClient http;
    identity::CredentialStore secrets{seat.secretsOf};
    ArchiveSet archives{http, secrets, settings};
    PixelBridge images{PixelBridge::Limits{}};
    MarkKeeper marks{clock, images, markPlace()};
    KeptObjects objects{images, [this](const dicom::DocumentPtr &document, const CancelToken &cancel) {
                            return fetchDocumentBytes(images.archiveOf(document->study), document, cancel,
                                                      Priority::Background);
                        }};
    MarkRestorer restorer{objects, marks};
    MarkSender sender{{clock, images, archives, marks,
                       [this] { return seat.people ? seat.people->current().name : QString(); },
                       [this] { return language.current(); }}};
    ReadStates readStates{clock};
    StudyFlow flow{{settings, readStates, &marks, images, archives}};
    WindowSpread spread{settings};
    TimelineDesk timelines{
        clock,
        images,
        {[this] { return timelineArchives(); }, [this](const auto &...asked) { return this->openBeside(asked...); }}};
    tools::Bindings bindings = readBindings();
    WorklistSearch search{clock};
    struct Asked {
        QString archive; ///< its name
        QString as;      ///< what the reader knows the study by: for the screen only
    };
    QHash<StudyUid, Asked> asked; ///< of archives
    QString askedNow;             ///< while a study begins to be opened: Asked::as
    std::map<dicomweb::DicomWebClient *, std::shared_ptr<StudySource>> sources;
    std::vector<std::unique_ptr<ReadingSession>> sessions;
    ReadingSession *shared = nullptr; ///< of a scenario
    QString theme;
    std::unique_ptr<MainWindow> window;
    std::unique_ptr<ScenarioDoor> door;
    std::unique_ptr<ScenarioRunner> runner;
    OpeningReport opening;
    TurnByTurn tabs; ///< of what is being opened: those that are still to be made
    RequestDesk requests{{clock, archives, [this] { return openStudies(); }}};
    QStringList untold;            ///< failures from before there was a window
    bool bringNextToFront = false; ///< the first study of what is being opened
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
    connect(&d->marks, &MarkKeeper::told, this, &Application::tell);
    d->images.setObjects(&d->objects);
    d->restorer.setOwn([this](const objects::MarkOrigin &origin) { return d->sender.isOwn(origin); },
                       [this] { return d->sender.isSavedKnown(); });
    connect(&d->sender, &MarkSender::savedKnown, &d->restorer, &MarkRestorer::later);
    d->objects.setLocal({[this](const StudyUid &study) { return d->sender.localObjects(study); },
                         [this](const SopInstanceUid &object) { return d->sender.fetchLocal(object); },
                         [this](const SopInstanceUid &object) { return d->sender.isWaiting(object); }});
    connect(&d->sender, &MarkSender::localChanged, &d->objects, &KeptObjects::localChanged);
    connect(&d->sender, &MarkSender::gaveUp, &d->objects, &KeptObjects::forget);
    connect(&d->sender, &MarkSender::savedStudy, this, [this](const StudyUid &study) {
        for (const auto &[origin, marks] : d->sender.savedOrigins(study))
            d->objects.noteSaved(origin, marks);
    });
    connect(&d->marks, &MarkKeeper::storeCame, this, [this] { d->timelines.links().useStore(*d->marks.store()); });
    connect(&d->timelines, &TimelineDesk::told, this, &Application::tell);
}

Application::~Application()
{
    widgets::takeBackCopies(); // nobody after this person, and no program after this one, pastes them
    d->runner.reset();
    d->archives.saveLearned();
    d->requests.setWindow(nullptr);
    d->window.reset();
    d->sessions.clear();
}

void Application::start()
{
    // The network begins before there is a window: its answers wait for the event loop.
    addArchives();
    if (d->line.request)
        d->requests.open(*d->line.request);
    connect(&d->archives, &ArchiveSet::changed, this, &Application::updateSources);
    connect(&d->search, &WorklistSearch::finished, this, [this] { d->timing.reached(u"worklistAnswered"_s); });
    updateSources();
    if (!d->line.paths.isEmpty())
        openPaths(d->line.paths, d->line.missingPaths);
    buildWindow();
    for (const auto &session : d->sessions)
        if (!session->studies().empty())
            d->window->showSession(*session, session.get() == d->frontAtStart);
    d->frontAtStart = nullptr;
    d->window->show();
    if (d->line.scenario.isEmpty() && !d->line.size.isValid())
        d->spread.restore();
    tellAtStart();
    if (!d->line.scenario.isEmpty())
        runScenario();
}

// None of it is about a study: it is seen where no study is in front, and does not lie over one that is opened later.
void Application::tellAtStart()
{
    if (!d->settings.writable())
        d->untold << tr("The settings cannot be written to the disk: what is changed lasts until the program ends.");
    if (const auto link = parseStudyLink(d->line.refusedLink); !d->line.refusedLink.isEmpty() && !link)
        d->untold << link.error().detail;
    // A message of its own, for what the desk has said goes with the next request.
    if (const QStringList lines = std::exchange(d->untold, {}); !lines.isEmpty())
        d->window->noticeBar().show(lines.join(u'\n'), true, false,
                                    [window = d->window.get()] { return !window->readingPage(); });
    d->requests.say();
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
    d->timelines.archivesChanged();
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
    d->window = std::make_unique<MainWindow>(WindowServices{
        d->clock, d->settings, d->archives, d->images, d->bindings, d->search, d->language.current(), d->theme,
        d->seat.people, &d->images.archiveWatch(), &d->marks, &d->flow, &d->spread, &d->sender, &d->timelines});
    d->flow.setWindow(*d->window);
    d->spread.setWindow(*d->window);
    d->window->setLocked(isLocked());
    d->requests.setWindow(d->window.get());
    connectWindow();
    if (d->line.size.isValid())
        d->window->resize(d->line.size);
    else if (!d->line.scenario.isEmpty())
        d->window->resize(1920, 1200);
    else
        d->window->restorePlace();
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
    connect(&d->images, &PixelBridge::folderProgress, this, [this](int read, int total, int found) {
        if (d->window)
            d->window->readingBar().setProgress(read, total, found);
        openHeld();
    });
    connect(&d->images, &PixelBridge::folderStopped, this, [this] { d->opening.stop(); });
    connect(&d->images, &PixelBridge::fileRefused, this,
            [this](const QString &path, const Error &error, const QString &instead) {
                d->opening.refuse(path, error, instead);
            });
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

void Application::tell(const QString &text, bool isFailure)
{
    if (d->window)
        d->window->notify(text, isFailure);
    else
        d->untold << text;
}

void Application::connectRequests()
{
    connect(&d->requests, &RequestDesk::openWanted, this,
            [this](const MergedStudy &study, const QString &askedAs, bool toFront, bool keyImagesOnly) {
                openFound(study, {askedAs, toFront, keyImagesOnly});
            });
    connect(&d->requests, &RequestDesk::showWanted, this, &Application::showStudy);
    connect(&d->requests, &RequestDesk::keyImagesWanted, this, &Application::guideToKeyImages);
    connect(&d->requests, &RequestDesk::pathsWanted, this,
            [this](const QStringList &paths, const QStringList &missing) {
                if (paths.isEmpty())
                    tell(OpeningReport::missingText(missing));
                else
                    openPaths(paths, missing);
            });
}

void Application::guideToKeyImages(const StudyUid &study, const QString &askedAs)
{
    const auto holder =
        std::find_if(d->sessions.begin(), d->sessions.end(), [&](const auto &s) { return s->holds(study); });
    if (holder == d->sessions.end())
        return;
    auto *guide = new KeyImageGuide(**holder, d->images, study, askedAs);
    connect(guide, &KeyImageGuide::told, this,
            [this, study](const QString &text) { d->requests.note(text, study, false); });
    guide->start();
}

void Application::openFound(const MergedStudy &study, const Wish &wish)
{
    const WorklistRow &place = d->search.nearest(study);
    if (const Archive *archive = d->archives.find(place.archive); archive && archive->client)
        return openAs(archive->client, place.study, wish);
    // It was found before the desk was locked, and its archive went meanwhile.
    d->requests.note(tr("The study cannot be opened: %1. Its archive is not connected any more.").arg(wish.name));
    if (d->window && wish.toFront)
        d->window->showWorklist();
}

void Application::openStudy(std::shared_ptr<dicomweb::DicomWebClient> archive, const dicom::StudyHeader &study)
{
    openAs(std::move(archive), study, {nameOf(study)});
}

void Application::openAs(std::shared_ptr<dicomweb::DicomWebClient> archive, const dicom::StudyHeader &study,
                         const Wish &wish)
{
    if (isLocked()) {
        d->requests.keep(RequestDesk::Waiting::What::Study,
                         [this, archive, study, wish] { openAs(archive, study, wish); });
        return;
    }
    d->timing.reached(u"studyAsked"_s);
    const bool isFromFiles = d->images.isFromFiles(study.uid);
    d->requests.beginStudy(study.uid);
    const auto askedBefore = d->asked.value(study.uid);
    if (archive)
        d->timelines.noteHome(study.uid, archive->config().id);
    d->asked[study.uid] = {archive ? archive->config().name : askedBefore.archive, wish.name};
    d->askedNow = wish.name;
    const bool isOpen = d->images.openStudy(std::move(archive), study);
    d->askedNow.clear();
    if (!isOpen) { // what is open under its UID is what it was
        d->asked[study.uid] = askedBefore;
        return;
    }
    showStudy(study.uid, wish.toFront);
    if (wish.keyImagesOnly)
        guideToKeyImages(study.uid, wish.name);
    if (d->window)
        d->window->worklist().markOpened(study.uid);
    // What was opened by hand may be a part of it, or outlines alone.
    if (isFromFiles)
        d->requests.note(
            tr("This study is open from files, and these are shown. To open it from the archive close its tab first."),
            study.uid);
}

void Application::openPaths(const QStringList &paths, const QStringList &missing)
{
    if (isLocked()) {
        d->requests.keep(RequestDesk::Waiting::What::Files, [this, paths, missing] { openPaths(paths, missing); });
        return;
    }
    d->tabs.finish(); // what is said of those before is about them
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
        session = &d->addSession();
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
        d->shared = &d->addSession();
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
        giveTab(study, true); // the first at once
}

void Application::giveTab(const StudyUid &study, bool mayComeToFront)
{
    if (isUsed(study))
        return d->opening.noteTab(study);
    if (d->sessions.size() >= mostTabs && d->line.scenario.isEmpty()) {
        d->opening.addUnopened(d->images.study(study)); // told when the folder has been read
        return;
    }
    d->opening.noteTab(study);
    showStudy(study, mayComeToFront && std::exchange(d->bringNextToFront, false));
}

// What was closed meanwhile stays so.
void Application::openHeld()
{
    for (const StudyUid &study : d->opening.takeHeld(d->clock.nowMs()))
        d->tabs.add([this, study] {
            if (d->isOpen(study))
                giveTab(study, false);
        });
}

// Who names it once more wants to see it: another patient's images would stay in front of him.
void Application::takeFound(const StudyUid &study)
{
    if (!d->images.isFromFiles(study))
        d->opening.noteOpen(d->asked.value(study).archive);
    const bool isRead =
        std::any_of(d->sessions.begin(), d->sessions.end(), [&](const auto &s) { return s->holds(study); });
    if (!isRead && isUsed(study)) { // as a prior study of another one: now it is read for itself
        d->opening.noteTab(study);
        return showStudy(study, std::exchange(d->bringNextToFront, false));
    }
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
    if (study.isEmpty() && !d->askedNow.isEmpty()) { // another one of its UID is open
        d->requests.note(tr("The study cannot be opened: %1. %2").arg(d->askedNow, userMessage(error)));
        return;
    }
    if (study.isEmpty()) {
        d->opening.fail(error); // of a folder or file, whose end follows
        return;
    }
    const auto asked = d->asked.take(study);
    dicom::StudyHeader unnamed; // an earlier study of the patient, say: nobody asked for it by name
    unnamed.uid = study;
    const QString name = asked.as.isEmpty() ? nameOf(unnamed) : asked.as;
    d->requests.failStudy(study, tr("The study cannot be opened: %1. %2").arg(name, userMessage(error)));
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
    d->tabs.then([this] { // how many have none is known when the others are made
        const QString notice = d->opening.notice();
        if (d->window && !notice.isEmpty())
            d->window->notify(notice, d->opening.isFailure(), d->opening.hasDetails(), d->opening.inTabs());
    });
}

void Application::openMoreStudies()
{
    d->tabs.finish();
    auto more = d->opening.unopened();
    more.resize(std::min(more.size(), mostTabs));
    for (std::size_t i = 0; i < more.size(); ++i) {
        if (i == 0)
            showStudy(more[i].uid, true);
        else
            d->tabs.add([this, study = more[i].uid] {
                if (d->isOpen(study))
                    showStudy(study, false);
            });
    }
    d->tabs.then([this] { tellWhatIsLeft(); });
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
    for (const StudyUid &study : studies)
        d->timelines.forget(study);
    studies.insert(studies.end(), session->priors().begin(), session->priors().end());
    d->images.leave(&session->dispatcher());
    d->marks.unfollow(session->dispatcher()); // what was not saved is offered when the study is opened again
    it->release()->deleteLater();             // after its page, which was told to go first
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
    const bool isApart = d->spread.isApart();
    d->spread.remember();
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
    if (isApart)
        d->spread.restore();
    old.reset();
}

void Application::setLocked(bool locked)
{
    d->window->setLocked(locked);
    d->requests.setLocked(locked);
    d->sender.setLocked(locked);
}

bool Application::isLocked() const
{
    return d->requests.isLocked();
}

void Application::rememberPlace()
{
    d->settings.setWindowGeometry(d->window->saveGeometry());
    d->spread.remember();
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

MarkSender &Application::sender() const
{
    return d->sender;
}

RequestDesk &Application::requests() const
{
    return d->requests;
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
