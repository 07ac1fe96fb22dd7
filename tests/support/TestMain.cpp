#include "tests/support/TestMain.h"

#include <QFileInfo>

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

int main(int argc, char **argv)
{
    // Nobody's keychain and bus but those that a test makes (Keyring): with a display a bus would be started by itself.
    if (!qEnvironmentVariableIsSet("CONSILIUM_TEST_KEYRING"))
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
    TestApplication application(argc, argv);
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
            const auto test = make();
            if (!only.isEmpty() && only != test->metaObject()->className())
                continue;
            failed += QTest::qExec(test.get(), argc, argv);
        }
    }
    return failed == 0 ? 0 : 1;
}
