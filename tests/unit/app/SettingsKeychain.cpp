#include "app/Application.h"
#include "app/settings/SettingsPage.h"
#include "app/windows/MainWindow.h"
#include "netclient/identity/CredentialStore.h"
#include "tests/support/FaultServer.h"
#include "tests/support/Keyring.h"
#include "tests/support/Needs.h"
#include "tests/support/TestMain.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QMessageBox>
#include <QSignalSpy>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace consilium;
using http::Credentials;
using test::FaultRequest;
using test::FaultServer;

namespace
{

constexpr auto basicHeader = "Basic VEVTVOWMu+eUnzpww6RzczpzZWNyZXQ="; // base64 of "TEST医生:päss:secret" as UTF-8

/// The program as somebody starts it again and again on one folder of settings.
struct Start {
    app::Language language;
    std::unique_ptr<app::Application> program;

    explicit Start(const QString &profile)
    {
        app::CommandLine line;
        line.profile = profile;
        line.language = u"en"_s;
        line.size = {1400, 900};
        language.install(u"en"_s);
        program = std::make_unique<app::Application>(std::move(line), language);
        program->start();
    }
    [[nodiscard]] bool isSettled() const
    {
        const auto &all = program->archives().all();
        return std::all_of(all.begin(), all.end(), [](const auto &a) { return a.client || a.lacksSecret; }) &&
               !program->worklistSearch().isRunning();
    }
};

/// What each request to a place brought along.
QList<QByteArray> sentTo(const FaultServer &server, const QByteArray &place, qsizetype from = 0)
{
    QList<QByteArray> all;
    const auto requests = server.requests();
    for (qsizetype i = from; i < requests.size(); ++i)
        if (requests[i].target.startsWith(place))
            all << requests[i].header("authorization");
    return all;
}

dicomweb::ArchiveConfig archive(const FaultServer &server, const QString &path, Credentials who)
{
    dicomweb::ArchiveConfig config;
    config.name = path;
    config.baseUrl = server.url(path);
    config.credentials = std::move(who);
    return config;
}

bool onlyThese(const QList<QByteArray> &sent, const QByteArray &wanted)
{
    return !sent.empty() && std::all_of(sent.begin(), sent.end(), [&](const auto &s) { return s == wanted; });
}

bool isKept(const ArchiveId &id, bool wanted = true)
{
    identity::CredentialStore secrets;
    auto read = secrets.read(id);
    return QTest::qWaitFor([&] { return read.isFinished(); }, 20'000) && read.result().has_value() == wanted;
}

// The window is closed over a form that is not saved, and "Save" is the answer: it is there until the keychain has it.
bool closesWhenItIsKept(const Start &start, const ArchiveId &id)
{
    auto &window = start.program->window();
    window.showSettings();
    window.findChild<app::SettingsPage *>()->editArchive(id);
    window.findChild<QLineEdit *>(u"archiveName"_s)->setText(u"renamed"_s);
    const QSignalSpy kept(&start.program->archives(), &app::ArchiveSet::secretKept);
    window.runCommand(u"quit"_s);
    const auto *question = window.findChild<QMessageBox *>();
    if (!question)
        return false;
    for (QAbstractButton *button : question->buttons())
        if (button->text() == "Save"_L1)
            QTest::mouseClick(button, Qt::LeftButton);
    const bool waits = window.isVisible() && kept.isEmpty();
    return waits && QTest::qWaitFor([&] { return !window.isVisible(); }, 20'000) && kept.size() == 1;
}

// An exit code that says which step went wrong; 0: all right.
int exercise()
{
    const QTemporaryDir profile;
    const FaultServer server([](const FaultRequest &r) {
        const QByteArray who = r.header("authorization");
        const bool isKnown = r.target.startsWith("/basic") ? who == basicHeader : who == "Bearer abc.def";
        return isKnown ? test::reply(200, "application/dicom+json", "[]") : test::reply(401, "text/plain", "sign in");
    });
    ArchiveId basic, bearer;
    {
        Start first(profile.path());
        basic = first.program->archives().save(
            archive(server, u"/basic"_s, {Credentials::Kind::Basic, u"TEST医生"_s, u"päss:secret"_s}));
        bearer = first.program->archives().save(
            archive(server, u"/bearer"_s, {Credentials::Kind::Bearer, {}, u"abc.def"_s}));
        if (!isKept(basic) || !isKept(bearer))
            return 11;
    }
    QFile settings(app::ProfileSettings(profile.path()).fileName());
    if (!settings.open(QIODevice::ReadOnly))
        return 12;
    const QByteArray text = settings.readAll();
    if (!text.contains("basic") || text.contains("secret") || text.contains("abc.def"))
        return 13;

    // Another day: what the keychain has goes with every question, and there is none without it.
    const qsizetype before = server.requests().size();
    {
        Start second(profile.path());
        if (!QTest::qWaitFor(
                [&] {
                    return second.isSettled() && !sentTo(server, "/basic", before).empty() &&
                           !sentTo(server, "/bearer", before).empty();
                },
                30'000))
            return 21;
        if (!onlyThese(sentTo(server, "/basic", before), basicHeader))
            return 22;
        if (!onlyThese(sentTo(server, "/bearer", before), "Bearer abc.def"))
            return 23;
        if (!QTest::qWaitFor([&] { return second.isSettled(); }, 30'000) ||
            second.program->window().worklist().archivesFailing() != 0)
            return 24;
        if (!closesWhenItIsKept(second, basic))
            return 25;
    }

    // The keychain lost one: that archive is not asked at all, and the window says what it needs.
    identity::CredentialStore secrets;
    auto removed = secrets.remove(bearer);
    if (!QTest::qWaitFor([&] { return removed.isFinished(); }, 20'000) || !isKept(bearer, false))
        return 31;
    const qsizetype then = server.requests().size();
    Start third(profile.path());
    if (!QTest::qWaitFor([&] { return third.isSettled() && !sentTo(server, "/basic", then).empty(); }, 30'000))
        return 32;
    if (!third.program->archives().find(bearer)->lacksSecret ||
        third.program->window().worklist().archivesFailing() != 1)
        return 33;
    return sentTo(server, "/bearer", then).empty() && onlyThese(sentTo(server, "/basic", then), basicHeader) ? 0 : 34;
}

// The keychain gives an empty password after the form was opened.
int exerciseEmptyPassword()
{
    const QTemporaryDir profile;
    const FaultServer server([](const FaultRequest &) { return test::reply(200, "application/dicom+json", "[]"); });
    ArchiveId id;
    {
        Start first(profile.path());
        const QSignalSpy kept(&first.program->archives(), &app::ArchiveSet::secretKept);
        id = first.program->archives().save(archive(server, u"/empty"_s, {Credentials::Kind::Basic, u"reader"_s, {}}));
        if (!QTest::qWaitFor([&] { return kept.size() == 1; }, 20'000))
            return 11;
    }
    Start second(profile.path());
    auto &window = second.program->window();
    window.showSettings();
    window.findChild<app::SettingsPage *>()->editArchive(id);
    auto *isEmpty = window.findChild<QAbstractButton *>(u"archiveNoPassword"_s);
    if (!isEmpty || isEmpty->isChecked()) // it is not known yet
        return 21;
    if (!QTest::qWaitFor([&] { return isEmpty->isChecked(); }, 20'000))
        return 22;

    // Whoever presses the button while the keychain is waited for goes on, and is asked nothing.
    const QSignalSpy kept(&second.program->archives(), &app::ArchiveSet::secretKept);
    window.findChild<QLineEdit *>(u"archiveName"_s)->setText(u"renamed"_s);
    window.runCommand(u"quit"_s);
    const auto *question = window.findChild<QMessageBox *>();
    if (!question)
        return 31;
    for (QAbstractButton *button : question->buttons())
        if (button->text() == "Save"_L1)
            QTest::mouseClick(button, Qt::LeftButton);
    if (!window.isVisible() || !kept.isEmpty())
        return 32;
    isEmpty->click();
    if (!QTest::qWaitFor([&] { return kept.size() == 1; }, 20'000))
        return 33;
    QTest::qWait(100); // what would be asked comes right after
    return window.isVisible() && !window.findChild<QMessageBox *>() ? 0 : 34;
}

} // namespace

/// From the settings and the keychain to what stands in a request.
class SettingsKeychain : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aSavedArchiveIsSignedInTo()
    {
        if (test::Keyring::isInside())
            std::exit(exercise());
        const test::Keyring keyring(u"aSavedArchiveIsSignedInTo"_s);
        NEEDS(keyring.isThere(), "no dbus-run-session and gnome-keyring-daemon, or they do not start");
        QVERIFY2(keyring.exitCode() == 0, "exit " + QByteArray::number(keyring.exitCode()) + ": " + keyring.error());
    }
    void anEmptyPasswordIsShownWhenItComes()
    {
        if (test::Keyring::isInside())
            std::exit(exerciseEmptyPassword());
        const test::Keyring keyring(u"anEmptyPasswordIsShownWhenItComes"_s);
        NEEDS(keyring.isThere(), "no dbus-run-session and gnome-keyring-daemon, or they do not start");
        QVERIFY2(keyring.exitCode() == 0, "exit " + QByteArray::number(keyring.exitCode()) + ": " + keyring.error());
    }
};

CONSILIUM_TEST(SettingsKeychain)
#include "SettingsKeychain.moc"
