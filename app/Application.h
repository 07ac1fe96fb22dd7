#pragma once
#include "app/CommandLine.h"
#include "app/bridge/PixelBridge.h"
#include "app/outside/RequestFinder.h"
#include "app/settings/ArchiveSet.h"
#include "app/settings/Language.h"
#include "app/windows/ReadingSession.h"
#include "app/worklist/WorklistSearch.h"
#include "viewer/tools/Bindings.h"

#include <QObject>

#include <functional>
#include <memory>

namespace consilium::app
{

class MainWindow;
class PeopleDesk;

/// Whose program it is.
struct Seat {
    QString settingsFolder;       ///< empty: as the command line says
    QString secretsOf;            ///< owner of the keychain's entries
    PeopleDesk *people = nullptr; ///< null: there are no people (a scenario, a settings folder of the command line)
};

/// Builds the object graph and owns it. There are no singletons: what needs something is given it here. What people,
/// scenarios and the command line ask for comes together in its public functions.
class Application : public QObject
{
    Q_OBJECT
public:
    /// `language` has been installed already.
    Application(CommandLine line, Language &language, Seat seat = {}, QObject *parent = nullptr);
    ~Application() override;

    /// Starts what the command line asks for; returns at once.
    void start();

    [[nodiscard]] MainWindow &window() const;
    [[nodiscard]] PixelBridge &images() const;
    [[nodiscard]] ArchiveSet &archives() const;
    [[nodiscard]] tools::Bindings &bindings() const;
    [[nodiscard]] WorklistSearch &worklistSearch() const;
    /// The one session of a scenario.
    [[nodiscard]] ReadingSession &sharedSession();

    /// Opens a study in a tab of its own, or brings the tab to the front that has it.
    void openStudy(std::shared_ptr<dicomweb::DicomWebClient> archive, const dicom::StudyHeader &study);
    /// Looks for studies that somebody outside asks for: opens them, or shows the list of those there are.
    void openRequest(const StudyRequest &request);
    [[nodiscard]] bool isLookingFor() const; ///< a request of that kind is not answered yet
    /// What another start of the program hands over: opens it, in front.
    void takeHandedOver(const HandedOver &message);
    [[nodiscard]] bool hasRoomForMore() const; ///< else what waits until it is unlocked is enough
    /// `missing` were named beside them and are not there.
    void openPaths(const QStringList &paths, const QStringList &missing = {});

    [[nodiscard]] const QString &language() const;
    [[nodiscard]] const QString &theme() const;
    /// Both build the window anew on the same sessions.
    void setLanguage(const QString &language);
    void setTheme(const QString &theme);

    /// While it is locked no command acts; what is to be opened meanwhile waits until it is not.
    void setLocked(bool locked);
    [[nodiscard]] bool isLocked() const;
    [[nodiscard]] int waitingRequests() const; ///< kept until it is unlocked
    /// Where the window is, in the settings.
    void rememberPlace();

Q_SIGNALS:
    void attentionWanted(); ///< somebody wants something shown while it is locked

private:
    void addArchives();
    void updateSources();
    void buildWindow();
    void rebuildWindow();
    void connectWindow();
    void connectImages();
    void takeFinding(RequestFinding finding);
    void showChoice(const StudyRequest &request, const RequestOutcome &outcome);
    void openMoreStudies();
    void showOpeningDetails();
    void tellOpening();
    void tellWhatIsLeft();
    void watchSettings();
    void tell(const QString &text);
    void showStudy(const StudyUid &study, bool toFront);
    void takeOpened(const StudyUid &study);
    void takeFound(const StudyUid &study);
    void takeOpenFailed(const StudyUid &study, const Error &error);
    void takeFolder(int images, int refused);
    void closeSession(ReadingSession *session);
    [[nodiscard]] bool isUsed(const StudyUid &study) const; ///< by a tab: read, or looked at beside what is read
    void runScenario();
    void whenUnlocked(std::function<void()> open);

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace consilium::app
