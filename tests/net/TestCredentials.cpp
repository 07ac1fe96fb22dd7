#include "netclient/identity/CredentialStore.h"
#include "tests/net/Await.h"
#include "tests/support/Needs.h"
#include "tests/support/TestMain.h"

#include <QDir>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace consilium;
using namespace consilium::test;
using identity::CredentialStore;

/// The keychain needs a session bus with a secret service: this test runs itself once more inside one, with a keyring
/// of its own in a temporary folder, never in the keyring of whoever runs it.
class TestCredentials : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void inAKeyring();
};

namespace
{

// The store answers through the event loop.
template<class T>
T spinUntil(QFuture<T> future)
{
    const bool finished = QTest::qWaitFor([&] { return future.isFinished(); }, 20'000);
    return finished ? future.result() : T(fail(ErrorCode::Timeout));
}

// An exit code that says which step went wrong; 0: all right.
int exerciseKeyring()
{
    CredentialStore store;
    const ArchiveId here(QStringLiteral("hospital 1")), there(QStringLiteral("hospital 2"));
    const http::Credentials basic{http::Credentials::Kind::Basic, QStringLiteral("医生"), QStringLiteral("päss:wörd")};
    const http::Credentials bearer{http::Credentials::Kind::Bearer, {}, QStringLiteral("token")};
    if (codeOf(spinUntil(store.read(here))) != ErrorCode::NotFound)
        return 11;
    if (!spinUntil(store.write(here, basic)) || !spinUntil(store.write(there, bearer)))
        return 12;
    const auto first = spinUntil(store.read(here)), second = spinUntil(store.read(there));
    if (!first || first->kind != basic.kind || first->user != basic.user || first->secret != basic.secret)
        return 13;
    if (!second || second->kind != bearer.kind || second->secret != bearer.secret)
        return 14;
    // Somebody else at this computer: neither finds nor touches what belongs to the first.
    CredentialStore other(QStringLiteral("0123456789abcdef0123456789abcdef"));
    if (codeOf(spinUntil(other.read(here))) != ErrorCode::NotFound || !spinUntil(other.write(here, bearer)))
        return 16;
    const auto theirs = spinUntil(other.read(here)), still = spinUntil(store.read(here));
    if (!theirs || theirs->secret != bearer.secret || !still || still->secret != basic.secret)
        return 17;
    if (!spinUntil(other.remove(here)) || !spinUntil(store.read(here)))
        return 18;
    if (!spinUntil(store.remove(here)) || codeOf(spinUntil(store.read(here))) != ErrorCode::NotFound)
        return 15;
    return 0;
}

} // namespace

void TestCredentials::inAKeyring()
{
    if (qEnvironmentVariableIsSet("CONSILIUM_TEST_KEYRING"))
        std::exit(exerciseKeyring());
    NEEDS(!QStandardPaths::findExecutable(QStringLiteral("dbus-run-session")).isEmpty() &&
              !QStandardPaths::findExecutable(QStringLiteral("gnome-keyring-daemon")).isEmpty(),
          "no dbus-run-session and gnome-keyring-daemon");
    QTemporaryDir home;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"})
        environment.insert(QString::fromLatin1(name), home.path());
    environment.insert(QStringLiteral("CONSILIUM_TEST_KEYRING"), QStringLiteral("1"));
    QProcess session;
    session.setProcessEnvironment(environment);
    const QString commands = QStringLiteral("printf test | gnome-keyring-daemon --unlock --components=secrets "
                                            ">/dev/null 2>&1 || exit 77; exec \"$0\" inAKeyring");
    session.start(QStringLiteral("dbus-run-session"), {QStringLiteral("--"), QStringLiteral("sh"), QStringLiteral("-c"),
                                                       commands, QCoreApplication::applicationFilePath()});
    QVERIFY(session.waitForStarted());
    QVERIFY(session.waitForFinished(60'000));
    NEEDS(session.exitCode() != 77 && session.exitCode() != 127, "a keyring cannot be started here");
    QVERIFY2(session.exitCode() == 0,
             "exit " + QByteArray::number(session.exitCode()) + ": " + session.readAllStandardError());
    // What was stored lies nowhere in plain text.
    QProcess grep;
    grep.start(QStringLiteral("grep"), {QStringLiteral("-ral"), QStringLiteral("rd\\|token"), home.path()});
    QVERIFY(grep.waitForFinished());
    QCOMPARE(grep.readAllStandardOutput(), QByteArray());
}

CONSILIUM_TEST(TestCredentials)
#include "TestCredentials.moc"
