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
#include <QTime>

#include <functional>
#include <memory>
#include <vector>

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
    /// Looks for studies that somebody outside asks for: opens them, or shows the list of those there are. One request
    /// after the other: what comes meanwhile waits, and what does not fit is refused and said.
    void openRequest(const StudyRequest &request);
    [[nodiscard]] bool isLookingFor() const; ///< a request of that kind is not answered yet
    /// What another start of the program hands over: opens it, in front.
    void takeHandedOver(const HandedOver &message);
    [[nodiscard]] bool hasRoomFor(const HandedOver &message) const; ///< else as much waits already as is kept
    void sayTurnedAway(const HandedOver &message);                  ///< for want of room
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
    /// What is kept until it is unlocked, without a word of whom it is about.
    struct Waiting {
        enum class What { Study, Files };
        What what = What::Study;
        QTime at; ///< when it came
    };
    [[nodiscard]] std::vector<Waiting> waitingRequests() const;
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
    void connectRequests();
    void sayRequests();
    void note(const QString &text, const StudyUid &study = {});
    void endRequests();
    void takeFinding(const StudyRequest &request, RequestFinding finding);
    void showChoice(const StudyRequest &request, const RequestOutcome &outcome);
    void openMoreStudies();
    void showOpeningDetails();
    void tellWhatIsLeft();
    void watchSettings();
    void tell(const QString &text);
    void showStudy(const StudyUid &study, bool toFront);
    void takeOpened(const StudyUid &study);
    void giveTab(const StudyUid &study);
    void openHeld();
    void takeFound(const StudyUid &study);
    void takeOpenFailed(const StudyUid &study, const Error &error);
    void takeFolder(int images, int refused);
    void closeSession(ReadingSession *session);
    [[nodiscard]] bool isUsed(const StudyUid &study) const; ///< by a tab: read, or looked at beside what is read
    void runScenario();
    void whenUnlocked(Waiting::What what, std::function<void()> open);

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace consilium::app
