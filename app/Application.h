#pragma once
#include "app/CommandLine.h"
#include "app/bridge/PixelBridge.h"
#include "app/outside/RequestDesk.h"
#include "app/settings/ArchiveSet.h"
#include "app/settings/Language.h"
#include "app/windows/ReadingSession.h"
#include "app/worklist/WorklistSearch.h"
#include "viewer/tools/Bindings.h"

#include <QObject>

#include <memory>

namespace consilium::app
{

class MainWindow;
class MarkSender;
class PeopleDesk;

/// Whose program it is.
struct Seat {
    QString settingsFolder;       ///< empty: as the command line says
    QString secretsOf;            ///< owner of the keychain's entries
    PeopleDesk *people = nullptr; ///< null: there are no people (a scenario, a settings folder of the command line)
    const Clock *clock = nullptr; ///< null: the machine's
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
    [[nodiscard]] MarkSender &sender() const;    ///< the person's outbox
    [[nodiscard]] RequestDesk &requests() const; ///< links and what another start of the program hands over
    /// The one session of a scenario.
    [[nodiscard]] ReadingSession &sharedSession();

    /// Opens a study in a tab of its own, or brings the tab to the front that has it.
    void openStudy(std::shared_ptr<dicomweb::DicomWebClient> archive, const dicom::StudyHeader &study);
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
    /// Where the window is, in the settings.
    void rememberPlace();

private:
    void addArchives();
    void updateSources();
    void buildWindow();
    void rebuildWindow();
    void connectWindow();
    void connectImages();
    void connectRequests();
    struct Wish {
        QString name; ///< what the reader knows it by
        bool toFront = true, keyImagesOnly = false;
    };
    void openFound(const MergedStudy &study, const Wish &wish);
    void openAs(std::shared_ptr<dicomweb::DicomWebClient> archive, const dicom::StudyHeader &study, const Wish &wish);
    void guideToKeyImages(const StudyUid &study, const QString &askedAs);
    void openMoreStudies();
    void showOpeningDetails();
    void tellWhatIsLeft();
    void watchSettings();
    void tell(const QString &text, bool isFailure = true);
    void tellAtStart();
    void showStudy(const StudyUid &study, bool toFront);
    void takeOpened(const StudyUid &study);
    void giveTab(const StudyUid &study, bool mayComeToFront);
    void openHeld();
    void takeFound(const StudyUid &study);
    void takeOpenFailed(const StudyUid &study, const Error &error);
    void takeFolder(int images, int refused);
    void closeSession(ReadingSession *session);
    [[nodiscard]] bool isUsed(const StudyUid &study) const; ///< by a tab: read, or looked at beside what is read
    void runScenario();

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace consilium::app
