#pragma once
#include <QByteArray>
#include <QCoreApplication>
#include <QProcess>
#include <QStandardPaths>
#include <QString>
#include <QTemporaryDir>

#include <memory>

namespace consilium::test
{

/// A test function that runs once more inside a session bus with a keyring of its own in a temporary folder, never in
/// the keyring of whoever runs it. Inside, isInside() holds, and the function ends the process with an exit code.
class Keyring
{
public:
    [[nodiscard]] static bool isInside() { return qEnvironmentVariableIsSet("CONSILIUM_TEST_KEYRING"); }

    /// Runs `function` of this binary in there, for at most a minute.
    explicit Keyring(const QString &function)
    {
        for (const char *name : {"dbus-run-session", "gnome-keyring-daemon"})
            if (QStandardPaths::findExecutable(QString::fromLatin1(name)).isEmpty())
                return;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *name : {"HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"})
            environment.insert(QString::fromLatin1(name), m_home.path());
        environment.insert(QStringLiteral("CONSILIUM_TEST_KEYRING"), QStringLiteral("1"));
        QProcess session;
        session.setProcessEnvironment(environment);
        const QString commands = QStringLiteral("printf test | gnome-keyring-daemon --unlock --components=secrets "
                                                ">/dev/null 2>&1 || exit 77; exec \"$0\" ") +
                                 function;
        session.start(QStringLiteral("dbus-run-session"),
                      {QStringLiteral("--"), QStringLiteral("sh"), QStringLiteral("-c"), commands,
                       QCoreApplication::applicationFilePath()});
        m_exitCode = session.waitForFinished(60'000) ? session.exitCode() : -1;
        m_error = session.readAllStandardError();
        m_isThere = m_exitCode != 77 && m_exitCode != 127;
    }
    [[nodiscard]] bool isThere() const { return m_isThere; } ///< false: no keyring can be started here
    [[nodiscard]] int exitCode() const { return m_exitCode; }
    [[nodiscard]] const QByteArray &error() const { return m_error; }
    /// Files of the folder, which was home, settings and keyring, in which the text stands in plain sight.
    [[nodiscard]] QByteArray filesWith(const QString &text) const
    {
        QProcess grep;
        grep.start(QStringLiteral("grep"), {QStringLiteral("-ral"), QStringLiteral("-e"), text, m_home.path()});
        return grep.waitForFinished() ? grep.readAllStandardOutput() : QByteArray("grep does not end");
    }

private:
    QTemporaryDir m_home;
    bool m_isThere = false;
    int m_exitCode = -1;
    QByteArray m_error;
};

} // namespace consilium::test
