#pragma once
#include "app/CommandLine.h"
#include "app/outside/HandOver.h"
#include "app/people/Curtain.h"
#include "app/people/IdleWatch.h"
#include "app/people/PeopleDesk.h"
#include "app/people/PeopleStore.h"

#include <QObject>

#include <functional>
#include <memory>
#include <vector>

namespace consilium::app
{

class Application;
class Language;
class SignInWindow;

/// The computer that people share. Asks who reads, starts the program for them with their own settings and secrets,
/// locks it, and puts it away, with every image of it, when somebody else signs in. Where nobody else is known and
/// there is no password the program starts at once. Whoever starts the program again is served by this one from its
/// first moment on: what they want opened before anybody has signed in waits for who does. A scenario, or a settings
/// folder of the command line, is nobody's: nobody is asked there.
class Workplace : public QObject
{
    Q_OBJECT
public:
    /// `base`: the folder that holds people and the settings of the first; empty: the system's place for settings.
    struct Place {
        QString base;
        const Clock *clock = nullptr; ///< null: the machine's
        HashCost cost;
    };
    /// `language` has been installed already.
    Workplace(CommandLine line, Language &language, Place place, QObject *parent = nullptr);
    ~Workplace() override;

    void start();

    /// Whether a settings folder of the command line is nobody's. Error InvalidArgument with a sentence for the person:
    /// it is the `base`, or a person's in it, whose password it would pass by.
    [[nodiscard]] static Result<void> checkProfile(const QString &folder, const QString &base);
    /// What keeps the keychain's entries of such a folder apart from everybody's.
    [[nodiscard]] static QString secretsOfFolder(const QString &folder);

    /// The program of who is signed in, also while it is locked; null: nobody is.
    [[nodiscard]] Application *application() const { return m_application.get(); }
    /// Null until it was needed for the first time.
    [[nodiscard]] SignInWindow *signIn() const { return m_signIn.get(); }
    [[nodiscard]] PeopleDesk &desk() { return m_desk; }
    [[nodiscard]] IdleWatch &idleWatch() { return m_idle; }
    [[nodiscard]] bool isLocked() const { return m_curtain.isDrawn() && m_application; }

private:
    void listenForOthers();
    void takeHandedOver(const HandedOver &message);
    [[nodiscard]] bool hasRoomFor(const HandedOver &message) const;
    [[nodiscard]] bool isLinkWaiting(const HandedOver &message) const;
    void callForSignIn();
    void ask(const QString &chosen);
    void showPage(const QString &chosen);
    void lock(const QString &chosen);
    void takeSignIn(const QString &id, const QString &password);
    void admit(const QString &id);
    [[nodiscard]] bool asksBeforeLoss(const QString &discard, std::function<void()> goOn);
    void unlock();
    void enter(const QString &id);
    void watch();
    void setPageLanguage(const QString &language);
    void dress();
    [[nodiscard]] CommandLine lineFor() const;
    [[nodiscard]] QStringList notes() const;
    [[nodiscard]] QString someoneElse() const;

    CommandLine m_line;
    Language &m_language;
    SystemClock m_machine;
    const Clock &m_clock;
    QString m_base;
    PeopleStore m_store;
    PeopleDesk m_desk;
    IdleWatch m_idle;
    Curtain m_curtain;
    std::unique_ptr<SignInWindow> m_signIn;
    std::unique_ptr<Application> m_application;
    HandOver m_others;
    struct Arrived {
        HandedOver message;
        TimeMs atMs = 0; ///< since 1970
    };
    std::vector<Arrived> m_handedOver; ///< while nobody has signed in yet
    QStringList m_repaired;
    QString m_languageBehind, m_pageLanguage;
    bool m_isFirst = true;
    bool m_isLooking = false; ///< at a password
};

} // namespace consilium::app
