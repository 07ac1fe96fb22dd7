#include "base/platform/HelperProcess.h"
#include "tests/support/TestMain.h"

#ifdef Q_OS_LINUX
#include <cerrno>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#endif

using namespace consilium;

namespace
{

#ifdef Q_OS_LINUX
// The exit status of `act` in a process of its own.
int inChild(int (*act)())
{
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(act());
    int status = 0;
    return ::waitpid(child, &status, 0) == child && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

int opensSocket()
{
    errno = 0;
    const bool refused = ::socket(AF_INET, SOCK_STREAM, 0) < 0 && errno == EPERM;
    return refused && ::socket(AF_UNIX, SOCK_STREAM, 0) < 0 && errno == EPERM ? 7 : 0;
}

int startsProgram()
{
    ::execl("/bin/true", "true", nullptr);
    return errno == EPERM ? 7 : 1; // /bin/true ends with 0
}
#endif

} // namespace

/// What reads pixel data and documents from outside has no way out, whatever these make of it.
class TestConfinement : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void noSocketsAndNoPrograms()
    {
#if defined(Q_OS_LINUX) && !defined(CONSILIUM_SANITIZED)
        QCOMPARE(inChild(&opensSocket), 0); // the same process may, unless it is told not to
        QCOMPARE(inChild(&startsProgram), 0);
        QCOMPARE(inChild([] { return confinedCall(&opensSocket); }), 7);
        QCOMPARE(inChild([] { return confinedCall(&startsProgram); }), 7);
#endif
    }

private:
    static int confinedCall(int (*act)())
    {
        platform::confineThisProcess(std::size_t(1) << 40);
        platform::forbidSocketsAndPrograms();
        return act();
    }
};

CONSILIUM_TEST(TestConfinement)
#include "TestConfinement.moc"
