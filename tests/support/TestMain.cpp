#include "tests/support/TestMain.h"

#include <QFileInfo>

#include <algorithm>
#include <csignal>
#include <cstring>
#include <iterator>
#include <string>
#include <vector>

#include <unistd.h>

#ifdef CONSILIUM_STALL_WATCH
#include "tests/gui/StallWatch.h"
using TestApplication = consilium::test::WatchedApplication;
#elif defined(QT_WIDGETS_LIB)
#include <QApplication>
using TestApplication = QApplication;
#elif defined(QT_GUI_LIB)
#include <QGuiApplication>
using TestApplication = QGuiApplication;
#else
#include <QCoreApplication>
using TestApplication = QCoreApplication;
#endif

namespace consilium::test
{

std::vector<Factory> &factories()
{
    static std::vector<Factory> all;
    return all;
}

std::vector<Pass> &passes()
{
    static std::vector<Pass> all;
    return all;
}

QString realData()
{
    const QString folder = QStringLiteral(CONSILIUM_SOURCE_DIR "/../shared/data");
    return QFileInfo(folder + QStringLiteral("/INDEX.md")).exists() ? folder : QString();
}

} // namespace consilium::test

namespace
{

/// Says where it happened, and dies of it. Qt Test's own handler takes memory: after a heap that was destroyed it is
/// called by itself, and prints until the disk is full.
[[maybe_unused]] void onCrash(int signal)
{
    const auto say = [](const char *text) {
        [[maybe_unused]] const auto written = write(STDERR_FILENO, text, std::strlen(text));
    };
    const char *const function = QTest::currentTestFunction();
    say("crashed in ");
    say(function ? function : "no test function");
    say("\n");
    raise(signal); // its handler is the usual one again
}

int run(QObject &test, const std::vector<std::string> &arguments)
{
    std::vector<std::string> own = arguments;
    std::vector<char *> all;
    std::transform(own.begin(), own.end(), std::back_inserter(all), [](std::string &text) { return text.data(); });
    return QTest::qExec(&test, int(all.size()), all.data());
}

/// Runs a class's tests; those that held the event loop too long once more (StallWatch.h). How many failed.
int runWatched(TestApplication &application, const consilium::test::Factory &make,
               const std::vector<std::string> &arguments)
{
    const auto test = make();
    int failed = run(*test, arguments);
#ifdef CONSILIUM_STALL_WATCH
    const QStringList stalled = application.takeStalled();
    if (stalled.isEmpty())
        return failed;
    std::vector<std::string> again{arguments.front()};
    // What stood still before or after the tests themselves is seen again by running them all.
    if (!stalled.contains(QStringLiteral("initTestCase")) && !stalled.contains(QStringLiteral("cleanupTestCase")))
        for (const QString &name : stalled)
            again.push_back(name.toStdString());
    again.push_back(arguments.back());
    application.setIsSecondRun(true);
    failed += run(*make(), again);
    application.setIsSecondRun(false);
#else
    Q_UNUSED(application);
#endif
    return failed;
}

} // namespace

int main(int argc, char **argv)
{
    // Nobody's keychain and bus but those that a test makes (Keyring): with a display a bus would be started by itself.
    if (!qEnvironmentVariableIsSet("CONSILIUM_TEST_KEYRING"))
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
    TestApplication application(argc, argv);
    std::vector<std::string> arguments(argv, argv + argc);
    arguments.push_back("-nocrashhandler");
#ifndef CONSILIUM_SANITIZED // a sanitizer's report says more
    struct sigaction action = {};
    action.sa_handler = onCrash;
    action.sa_flags = int(SA_RESETHAND);
    for (const int signal : {SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGILL})
        sigaction(signal, &action, nullptr);
#endif
    const QByteArray only = qgetenv("CONSILIUM_TEST_CLASS"); // one class of the binary; empty: all
    auto passes = consilium::test::passes();
    if (passes.empty())
        passes.push_back({"", [] {}});
    int failed = 0;
    for (const auto &pass : passes) {
        if (*pass.name)
            qInfo("### %s", pass.name);
        pass.prepare();
        for (const auto &make : consilium::test::factories()) {
            if (only.isEmpty() || only == make()->metaObject()->className())
                failed += runWatched(application, make, arguments);
        }
    }
    return failed == 0 ? 0 : 1;
}
