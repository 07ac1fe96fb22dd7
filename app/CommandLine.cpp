#include "app/CommandLine.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

struct Options {
    QCommandLineOption archive{u"archive"_s, tr("Connects to the archive at this DICOMweb address."), u"URL"_s};
    QCommandLineOption study{u"study"_s, tr("Opens this study of the first archive that has it."), u"UID"_s};
    QCommandLineOption scenario{u"scenario"_s, tr("Runs a scenario file."), u"FILE"_s};
    QCommandLineOption headless{u"headless"_s, tr("Runs the scenario without showing the window and ends.")};
    QCommandLineOption log{u"log"_s, tr("Writes the scenario's actions to this file."), u"FILE"_s};
    QCommandLineOption var{u"var"_s, tr("Sets a variable of the scenario."), u"NAME=VALUE"_s};
    QCommandLineOption language{u"language"_s, tr("Language of the window: zh_CN, zh_TW or en."), u"LANGUAGE"_s};
    QCommandLineOption theme{u"theme"_s, tr("Colours of the window: dark or light."), u"THEME"_s};
    QCommandLineOption size{u"size"_s, tr("Size of the window in pixels."), u"WxH"_s};
    QCommandLineOption profile{u"profile"_s, tr("Folder in which the settings are kept."), u"DIR"_s};
    QCommandLineOption timing{u"timing"_s, tr("Prints the milestones of the start as JSON.")};
    QCommandLineOption help{QStringList{u"h"_s, u"help"_s}, tr("Shows this text.")};
    QCommandLineOption version{QStringList{u"v"_s, u"version"_s}, tr("Shows the version.")};

    [[nodiscard]] QList<QCommandLineOption> all() const
    {
        return {archive, study, scenario, headless, log, var, language, theme, size, profile, timing, help, version};
    }
};

Result<QSize> parseSize(const QString &text)
{
    static const QRegularExpression form(u"^([0-9]{3,5})[xX]([0-9]{3,5})$"_s);
    const auto match = form.match(text);
    const QSize size(match.captured(1).toInt(), match.captured(2).toInt());
    if (!match.hasMatch() || size.width() < 320 || size.height() < 240 || size.width() > 16384 || size.height() > 16384)
        return fail(ErrorCode::InvalidArgument,
                    tr("“%1” is not a window size. Write it as 1920x1200, from 320x240 to 16384x16384.").arg(text));
    return size;
}

Result<void> checkArchives(const QStringList &urls)
{
    for (const QString &text : urls) {
        const QUrl url(text, QUrl::StrictMode);
        const bool http = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
        if (!url.isValid() || !http || url.host().isEmpty())
            return fail(ErrorCode::InvalidArgument,
                        tr("“%1” is not the address of an archive. It begins with http:// or https://.").arg(text));
        if (!url.userInfo().isEmpty())
            return fail(ErrorCode::InvalidArgument,
                        tr("An archive's address must not contain a password. Enter it in the settings."));
    }
    return {};
}

Result<std::map<QString, QString>> parseVariables(const QStringList &texts)
{
    std::map<QString, QString> variables;
    for (const QString &text : texts) {
        const qsizetype equals = text.indexOf(u'=');
        if (equals < 1)
            return fail(ErrorCode::InvalidArgument, tr("“%1” is not a variable. Write it as NAME=VALUE.").arg(text));
        variables[text.left(equals)] = text.mid(equals + 1);
    }
    return variables;
}

Result<void> checkChoices(const CommandLine &line)
{
    static const QRegularExpression uid(u"^[0-9]+(\\.[0-9]+)*$"_s);
    if (!line.language.isEmpty() && !QStringList{u"zh_CN"_s, u"zh_TW"_s, u"en"_s}.contains(line.language))
        return fail(ErrorCode::InvalidArgument,
                    tr("There is no language “%1”. Choose zh_CN, zh_TW or en.").arg(line.language));
    if (!line.theme.isEmpty() && line.theme != "dark"_L1 && line.theme != "light"_L1)
        return fail(ErrorCode::InvalidArgument, tr("There is no theme “%1”. Choose dark or light.").arg(line.theme));
    if (!line.study.isEmpty() && (line.study.size() > 64 || !uid.match(line.study).hasMatch()))
        return fail(ErrorCode::InvalidArgument, tr("“%1” is not a Study Instance UID.").arg(line.study));
    if (line.headless && line.scenario.isEmpty())
        return fail(ErrorCode::InvalidArgument, tr("--headless needs --scenario."));
    if (!line.logFile.isEmpty() && line.scenario.isEmpty())
        return fail(ErrorCode::InvalidArgument, tr("--log needs --scenario."));
    if (!line.variables.empty() && line.scenario.isEmpty())
        return fail(ErrorCode::InvalidArgument, tr("--var needs --scenario."));
    if (!line.scenario.isEmpty() && !QFileInfo(line.scenario).isFile())
        return fail(ErrorCode::InvalidArgument, tr("The scenario file “%1” does not exist.").arg(line.scenario));
    for (const QString &path : line.paths)
        if (!QFileInfo::exists(path))
            return fail(ErrorCode::InvalidArgument, tr("There is no file or folder “%1”.").arg(path));
    return {};
}

// The parser's own messages are English in a context of Qt's; the two mistakes it knows are said in ours.
QString parserMistake(const QCommandLineParser &parser)
{
    const QStringList unknown = parser.unknownOptionNames();
    if (!unknown.isEmpty())
        return tr("There is no option “%1”. --help lists them all.").arg(unknown.first());
    return tr("An option lacks its value. --help lists them all.");
}

} // namespace

Result<CommandLine> parseCommandLine(const QStringList &arguments)
{
    const Options options;
    QCommandLineParser parser;
    parser.setApplicationDescription(tr("Diagnostic workstation for radiologists."));
    parser.addOptions(options.all());
    parser.addPositionalArgument(u"PATH"_s, tr("DICOM files and folders to open."), u"[PATH...]"_s);
    CommandLine line;
    const bool parsed = parser.parse(arguments);
    if (parser.isSet(options.help)) {
        line.answer = parser.helpText();
        return line;
    }
    if (!parsed)
        return fail(ErrorCode::InvalidArgument, parserMistake(parser));
    if (parser.isSet(options.version)) {
        line.answer = u"Consilium " CONSILIUM_VERSION "\n"_s;
        return line;
    }
    line.archives = parser.values(options.archive);
    line.study = parser.value(options.study);
    line.scenario = parser.value(options.scenario);
    line.headless = parser.isSet(options.headless);
    line.logFile = parser.value(options.log);
    line.language = parser.value(options.language);
    line.theme = parser.value(options.theme);
    line.profile = parser.value(options.profile);
    line.timing = parser.isSet(options.timing);
    line.paths = parser.positionalArguments();
    auto variables = parseVariables(parser.values(options.var));
    if (!variables)
        return fail(variables.error());
    line.variables = std::move(*variables);
    if (parser.isSet(options.size)) {
        const auto size = parseSize(parser.value(options.size));
        if (!size)
            return fail(size.error());
        line.size = *size;
    }
    if (const auto checked = checkArchives(line.archives); !checked)
        return fail(checked.error());
    if (const auto checked = checkChoices(line); !checked)
        return fail(checked.error());
    return line;
}

QString requestedLanguage(const QStringList &arguments)
{
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        if (arguments[i] == "--"_L1)
            break;
        if (arguments[i].startsWith("--language="_L1))
            return arguments[i].mid(11);
        if (arguments[i] == "--language"_L1 && i + 1 < arguments.size())
            return arguments[i + 1];
    }
    return {};
}

} // namespace consilium::app
