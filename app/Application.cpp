#include "app/Application.h"

#include "app/scenario/ScenarioRunner.h"
#include "app/windows/MainWindow.h"
#include "app/windows/ScenarioDoor.h"
#include "app/windows/StartTiming.h"
#include "base/Logging.h"
#include "viewer/tools/WindowPresets.h"
#include "viewer/widgets/theme/Theme.h"

#include <QApplication>
#include <QScreen>
#include <QTemporaryDir>

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
    Private(CommandLine commandLine, Language &chosen)
        : line(std::move(commandLine)), language(chosen), timing(line.timing), settings(profileFolder())
    {
    }
    // A scenario gives the same picture everywhere: it never sees the person's settings.
    QString profileFolder()
    {
        if (!line.profile.isEmpty() || line.scenario.isEmpty())
            return line.profile;
        passing = std::make_unique<QTemporaryDir>();
        return passing->path();
    }

    CommandLine line;
    Language &language;
    StartTiming timing;
    std::unique_ptr<QTemporaryDir> passing;
    SystemClock clock;
    ProfileSettings settings;
    http::HttpClient http;
    identity::CredentialStore secrets;
    ArchiveSet archives{http, secrets, settings};
    PixelBridge images{PixelBridge::Limits{}};
    tools::Bindings bindings = readBindings();
    WorklistSearch search{clock};
    std::map<dicomweb::DicomWebClient *, std::shared_ptr<StudySource>> sources;
    std::vector<std::unique_ptr<ReadingSession>> sessions;
    ReadingSession *shared = nullptr; ///< of a scenario
    QString theme;
    std::unique_ptr<MainWindow> window;
    std::unique_ptr<ScenarioDoor> door;
    std::unique_ptr<ScenarioRunner> runner;
    bool bringNextToFront = false; ///< the first study of what is being opened
    /// Opened before there was a window: an archive's answer can be quicker than the window.
    const ReadingSession *frontAtStart = nullptr;
};

Application::Application(CommandLine line, Language &language, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(std::move(line), language))
{
    d->timing.reached(u"main"_s);
    d->theme = d->line.theme.isEmpty() ? d->settings.theme() : d->line.theme;
    if (d->line.language.isEmpty() && !d->settings.language().isEmpty())
        d->language.install(chooseLanguage({}, d->settings.language(), QLocale::system()));
    connectImages();
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
    if (!d->line.study.isEmpty())
        findStudy(StudyUid(d->line.study));
    connect(&d->archives, &ArchiveSet::changed, this, &Application::updateSources);
    connect(&d->search, &WorklistSearch::finished, this, [this] { d->timing.reached(u"worklistAnswered"_s); });
    updateSources();
    if (!d->line.paths.isEmpty())
        openPaths(d->line.paths);
    buildWindow();
    d->window->show();
    if (!d->line.missingPaths.isEmpty())
        d->window->notify(missingPathsNotice(), true);
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
        if (!archive.client)
            continue;
        auto &source = kept[archive.client.get()];
        const auto known = d->sources.find(archive.client.get());
        source = known != d->sources.end() ? known->second : makeStudySource(archive.client);
        sources.push_back(source);
    }
    d->sources = std::move(kept);
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
                                                            d->search, d->language.current(), d->theme});
    connectWindow();
    if (d->line.size.isValid())
        d->window->resize(d->line.size);
    else if (!d->line.scenario.isEmpty())
        d->window->resize(1920, 1200);
    else if (const QByteArray geometry = d->settings.windowGeometry();
             geometry.isEmpty() || !d->window->restoreGeometry(geometry))
        d->window->setWindowState(Qt::WindowMaximized);
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
    connect(window, &MainWindow::openPathsRequested, this, [this](const QStringList &paths) {
        d->line.missingPaths.clear(); // what is said from now on is about these
        openPaths(paths);
    });
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
    connect(window, &MainWindow::imageDrawn, this, [this] { d->timing.reached(u"firstImage"_s); });
    connect(window, &MainWindow::painted, this, [this] { d->timing.reached(u"windowPainted"_s); });
}

void Application::connectImages()
{
    connect(&d->images, &PixelBridge::studyOpened, this, &Application::takeOpened);
    connect(&d->images, &PixelBridge::openFailed, this, &Application::takeOpenFailed);
    connect(&d->images, &PixelBridge::folderFinished, this,
            [this](const QString &, int images, int refused) { takeFolder(images, refused); });
}

void Application::findStudy(const StudyUid &study)
{
    auto outstanding = std::make_shared<int>(0);
    for (const Archive &archive : d->archives.all()) {
        if (!archive.client)
            continue;
        ++*outstanding;
        dicomweb::StudyQuery query;
        query.studyUid = study.text();
        query.limit = 1;
        archive.client->searchStudies(query, Priority::Visible)
            .then(this, [this, outstanding, study, client = archive.client](const Result<dicomweb::StudyPage> &page) {
                --*outstanding;
                const bool isOpen =
                    std::any_of(d->sessions.begin(), d->sessions.end(), [&](const auto &s) { return s->holds(study); });
                if (page && !page->studies.empty() && !isOpen)
                    openStudy(client, dicom::describeStudy(page->studies.front()));
                else if (*outstanding == 0 && !isOpen)
                    d->window->notify(page ? tr("No archive has this study.") : userMessage(page.error()), true);
            });
    }
}

void Application::openStudy(std::shared_ptr<dicomweb::DicomWebClient> archive, const dicom::StudyHeader &study)
{
    d->images.openStudy(std::move(archive), study);
    showStudy(study.uid, true);
}

void Application::openPaths(const QStringList &paths)
{
    d->bringNextToFront = true;
    for (const QString &path : paths)
        d->images.openFolder(path);
}

void Application::showStudy(const StudyUid &study, bool toFront)
{
    const auto holder =
        std::find_if(d->sessions.begin(), d->sessions.end(), [&](const auto &s) { return s->holds(study); });
    ReadingSession *session = holder != d->sessions.end() ? holder->get() : nullptr;
    const bool inScenario = !d->line.scenario.isEmpty();
    if (inScenario) {
        session = &sharedSession();
        session->addStudy(study, true);
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
    const bool isHeld =
        std::any_of(d->sessions.begin(), d->sessions.end(), [&](const auto &s) { return s->holds(study); });
    if (isHeld || (d->sessions.size() >= mostTabs && d->line.scenario.isEmpty()))
        return;
    showStudy(study, d->bringNextToFront);
    d->bringNextToFront = false;
}

void Application::takeOpenFailed(const StudyUid &study, const Error &error)
{
    if (error.code == ErrorCode::Cancelled)
        return;
    if (d->window)
        d->window->notify(tr("The study cannot be opened. %1").arg(userMessage(error)), true);
    if (!d->line.scenario.isEmpty() || study.isEmpty() || !d->window)
        return;
    const auto holder =
        std::find_if(d->sessions.begin(), d->sessions.end(), [&](const auto &s) { return s->holds(study); });
    if (holder == d->sessions.end() || !(*holder)->dispatcher().state().views().empty())
        return; // something of it is shown
    d->window->closeSession(**holder);
}

void Application::takeFolder(int images, int refused)
{
    if (!d->window)
        return;
    // There is room for one notice: a path that is missing must not be lost behind the next one.
    const bool missing = !d->line.missingPaths.isEmpty();
    const QString before = missing ? missingPathsNotice() + u' ' : QString();
    if (images == 0)
        d->window->notify(before + tr("There are no DICOM images in what was opened."), true);
    else if (refused > 0)
        d->window->notify(before + tr("%n files were left out: they are no DICOM images.", nullptr, refused), missing);
}

QString Application::missingPathsNotice() const
{
    return tr("There is no file or folder “%1”.").arg(d->line.missingPaths.join(", "_L1));
}

void Application::closeSession(ReadingSession *session)
{
    const auto it =
        std::find_if(d->sessions.begin(), d->sessions.end(), [&](const auto &s) { return s.get() == session; });
    if (it == d->sessions.end() || session == d->shared)
        return;
    for (const StudyUid &study : session->studies())
        d->images.closeStudy(study);
    it->release()->deleteLater(); // after its page, which was told to go first
    d->sessions.erase(it);
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
    const WorklistFilter filter = d->window->worklist().filter();
    ReadingPage *front = d->window->readingPage();
    ReadingSession *inFront = front ? &front->session() : nullptr;
    const bool settingsInFront = d->window->isShowingSettings();
    auto old = std::move(d->window);
    buildWindow();
    d->window->setWindowState(old->windowState()); // the same place: only what is in it is new
    d->window->setGeometry(old->geometry());
    d->window->worklist().setFilter(filter);
    if (inFront)
        d->window->showSession(*inFront, true);
    if (settingsInFront)
        d->window->showAppearance();
    d->window->show();
    old.reset();
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
