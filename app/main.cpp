#include "app/outside/HandOver.h"
#include "app/outside/StudyRequest.h"
#include "app/people/Workplace.h"
#include "app/scenario/ScenarioRunner.h"
#include "app/settings/Language.h"
#include "app/settings/ProfileSettings.h"

#include <QApplication>
#include <QMessageBox>
#include <QStandardPaths>

#include <cstdio>
#include <optional>

using namespace Qt::StringLiterals;
using consilium::app::earlyValue;

namespace
{

// What must be settled before there is an application object: where to draw, and how many device pixels a logical one
// has. Gives the scenario's own wishes for the program.
std::map<QString, QString> preparePlatform(const QStringList &arguments)
{
    const bool hasDisplay = qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY");
    const bool headless = arguments.contains(u"--headless"_s);
#ifdef Q_OS_LINUX
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM") && (headless || !hasDisplay))
        qputenv("QT_QPA_PLATFORM", "offscreen");
#endif
    consilium::app::ScenarioRunner::Options options;
    options.file = earlyValue(arguments, u"scenario"_s);
    if (options.file.isEmpty())
        return {};
    auto startup = consilium::app::ScenarioRunner::startup(options);
    if (const auto ratio = startup.find(u"ratio"_s); ratio != startup.end())
        qputenv("QT_SCALE_FACTOR", ratio->second.toLatin1());
    return startup;
}

int refuse(const QString &message)
{
    std::fputs(qUtf8Printable(message + u'\n'), stderr);
    // Started from a desktop's menu nobody sees what is written there.
    if (!qEnvironmentVariableIsSet("GIO_LAUNCHED_DESKTOP_FILE"))
        return 2;
    QMessageBox box(QMessageBox::Critical, u"Consilium"_s, message, QMessageBox::Close);
    box.open();
    QApplication::exec();
    return 2;
}

// What a program that runs already can do is its work: two windows of one person would know nothing of each other. The
// exit status where it has taken it, or has no room for it now; none: this one starts.
std::optional<int> handOver(const consilium::app::CommandLine &line)
{
    using consilium::app::HandOver;
    if (!line.canBeHandedOver)
        return std::nullopt;
    const auto sent = HandOver::send(HandOver::addressFor(line.profile), consilium::app::toHandOver(line));
    if (!sent)
        return sent.error().code == consilium::ErrorCode::TooManyRequests ? std::optional(refuse(sent.error().detail))
                                                                          : std::nullopt;
    if (const QString note = consilium::app::passedOverText(line); !note.isEmpty())
        std::fputs(qUtf8Printable(note + u'\n'), stderr);
    return line.refusedLink.isEmpty() ? 0 : 2;
}

} // namespace

int main(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    const auto wishes = preparePlatform(arguments);
    QApplication::setApplicationName(u"consilium"_s);
    QApplication::setApplicationDisplayName(u"Consilium"_s);
    QApplication::setApplicationVersion(QStringLiteral(CONSILIUM_VERSION));
    QApplication::setDesktopFileName(u"consilium"_s);
    QApplication qt(argc, argv);

    // What is wrong with the command line is said in the language of the person who wrote it.
    using consilium::app::chooseLanguage;
    const QString requested = earlyValue(arguments, u"language"_s);
    const QString set = consilium::app::ProfileSettings(earlyValue(arguments, u"profile"_s)).language();
    consilium::app::Language language;
    language.install(chooseLanguage(requested, set, QLocale::system()));

    auto line = consilium::app::parseForWindow(QCoreApplication::arguments());
    if (!line)
        return refuse(line.error().detail);
    if (!line->answer.isEmpty()) {
        std::fputs(qUtf8Printable(line->answer), stdout);
        return 0;
    }
    if (!line->refusedLink.isEmpty())
        if (const auto link = consilium::app::parseStudyLink(line->refusedLink); !link)
            std::fputs(qUtf8Printable(link.error().detail + u'\n'), stderr);
    using consilium::app::Workplace;
    const QString base = QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation);
    if (const auto isNobodys = Workplace::checkProfile(line->profile, base); !isNobodys)
        return refuse(isNobodys.error().detail);
    if (const auto status = handOver(*line))
        return *status;
    // A scenario speaks English unless it says otherwise.
    if (!line->scenario.isEmpty()) {
        const auto wished = wishes.find(u"language"_s);
        language.install(
            chooseLanguage(wished != wishes.end() ? wished->second : requested, u"en"_s, QLocale::system()));
    }
    Workplace workplace(std::move(*line), language, {});
    workplace.start();
    return QApplication::exec();
}
