#include "netclient/identity/CredentialStore.h"
#include "tests/net/Await.h"
#include "tests/support/Keyring.h"
#include "tests/support/Needs.h"
#include "tests/support/TestMain.h"

using namespace consilium;
using namespace consilium::test;
using identity::CredentialStore;

/// The keychain needs a session bus with a secret service.
class TestCredentials : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void inAKeyring();
    void withoutAKeychainThereIsNoKey();
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
    // A key is made once, and is its owner's alone.
    const QString drafts = QStringLiteral("drafts");
    if (codeOf(spinUntil(store.readKey(drafts))) != ErrorCode::NotFound)
        return 21;
    const auto key = spinUntil(store.obtainKey(drafts));
    if (!key || key->size() != CredentialStore::keyBytes || *key == QByteArray(CredentialStore::keyBytes, '\0'))
        return 22;
    if (spinUntil(CredentialStore().obtainKey(drafts)) != key || spinUntil(store.readKey(drafts)) != key)
        return 23;
    const auto another = spinUntil(store.obtainKey(QStringLiteral("other"))),
               others = spinUntil(other.obtainKey(drafts));
    if (!another || !others || *another == *key || *others == *key)
        return 24;
    if (codeOf(spinUntil(store.writeKey(drafts, "short"))) != ErrorCode::InvalidArgument ||
        spinUntil(store.readKey(drafts)) != key)
        return 25;
    if (!spinUntil(store.removeKey(drafts)) || codeOf(spinUntil(store.readKey(drafts))) != ErrorCode::NotFound ||
        !spinUntil(other.readKey(drafts)))
        return 26;
    if (!spinUntil(store.remove(here)) || codeOf(spinUntil(store.read(here))) != ErrorCode::NotFound)
        return 15;
    return 0;
}

} // namespace

void TestCredentials::inAKeyring()
{
    if (Keyring::isInside())
        std::exit(exerciseKeyring());
    const Keyring keyring(QStringLiteral("inAKeyring"));
    NEEDS(keyring.isThere(), "no dbus-run-session and gnome-keyring-daemon, or they do not start");
    QVERIFY2(keyring.exitCode() == 0, "exit " + QByteArray::number(keyring.exitCode()) + ": " + keyring.error());
    // What was stored lies nowhere in plain text; two letters alone stand in what is encrypted, too, now and then.
    QCOMPARE(keyring.filesWith(QStringLiteral("ss:w\\|token")), QByteArray());
}

// Then nothing is encrypted, and nothing lies in a file either.
void TestCredentials::withoutAKeychainThereIsNoKey()
{
    QVERIFY(!Keyring::isInside());
    CredentialStore store;
    COMPARE_ERROR(spinUntil(store.readKey(QStringLiteral("drafts"))), ErrorCode::Unsupported);
    COMPARE_ERROR(spinUntil(store.obtainKey(QStringLiteral("drafts"))), ErrorCode::Unsupported);
}

CONSILIUM_TEST(TestCredentials)
#include "TestCredentials.moc"
