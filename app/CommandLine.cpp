#include "app/CommandLine.h"

#include "app/settings/ProfileSettings.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

class Text
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

struct Options {
    QCommandLineOption archive{u"archive"_s, Text::tr("Connects to the archive at this DICOMweb address."), u"URL"_s};
    QCommandLineOption study{QStringList{u"study"_s, u"study-uid"_s},
                             Text::tr("Opens this study of the first archive that has it."), u"UID"_s};
    QCommandLineOption accession{u"accession"_s, Text::tr("Opens the study of this accession number."), u"NUMBER"_s};
    QCommandLineOption another{u"another"_s,
                               Text::tr("Starts a program of its own. Without it one that runs already opens what is "
                                        "asked for and passes over --language, --theme and --size.")};
    QCommandLineOption scenario{u"scenario"_s, Text::tr("Runs a scenario file."), u"FILE"_s};
    QCommandLineOption headless{u"headless"_s, Text::tr("Runs the scenario without showing the window and ends.")};
    QCommandLineOption keep{u"keep"_s, Text::tr("Leaves the window open after the scenario.")};
    QCommandLineOption out{u"out"_s, Text::tr("Folder into which the scenario writes."), u"DIR"_s};
    QCommandLineOption timeout{u"timeout"_s, Text::tr("Longest time of the scenario in seconds."), u"SECONDS"_s};
    QCommandLineOption log{u"log"_s, Text::tr("Writes the scenario's actions to this file."), u"FILE"_s};
    QCommandLineOption var{u"var"_s, Text::tr("Sets a variable of the scenario."), u"NAME=VALUE"_s};
    QCommandLineOption language{u"language"_s, Text::tr("Language of the window: zh_CN, zh_TW or en."), u"LANGUAGE"_s};
    QCommandLineOption theme{u"theme"_s, Text::tr("Colours of the window: dark or light."), u"THEME"_s};
    QCommandLineOption size{u"size"_s, Text::tr("Size of the window in pixels."), u"WxH"_s};
    QCommandLineOption profile{u"profile"_s, Text::tr("Folder in which the settings are kept."), u"DIR"_s};
    QCommandLineOption timing{u"timing"_s, Text::tr("Prints the milestones of the start as JSON.")};
    QCommandLineOption help{QStringList{u"h"_s, u"help"_s}, Text::tr("Shows this text.")};
    QCommandLineOption version{QStringList{u"v"_s, u"version"_s}, Text::tr("Shows the version.")};

    [[nodiscard]] QList<QCommandLineOption> all() const
    {
        return {archive, study, accession, another, scenario, headless, keep,   out,  timeout,
                log,     var,   language,  theme,   size,     profile,  timing, help, version};
    }
};

Result<QSize> parseSize(const QString &text)
{
    static const QRegularExpression form(u"^([0-9]{3,5})[xX]([0-9]{3,5})$"_s);
    const auto match = form.match(text);
    const QSize size(match.captured(1).toInt(), match.captured(2).toInt());
    if (!match.hasMatch() || size.width() < smallestWindow.width() || size.height() < smallestWindow.height() ||
        size.width() > 16384 || size.height() > 16384)
        return fail(ErrorCode::InvalidArgument,
                    Text::tr("“%1” is not a window size. Write it as 1920x1200, from %2x%3 to 16384x16384.")
                        .arg(text)
                        .arg(smallestWindow.width())
                        .arg(smallestWindow.height()));
    return size;
}

Result<void> checkArchives(const QStringList &urls)
{
    for (const QString &text : urls) {
        const auto cleaned = cleanArchiveUrl(text); // as the settings and the run itself check it
        if (cleaned)
            continue;
        // What stands before an @ or behind a ? may be a secret: it is not repeated.
        if (text.contains(u'@'))
            return fail(ErrorCode::InvalidArgument,
                        Text::tr("An archive's address must not contain a password. Enter it in the settings."));
        static const QRegularExpression query(u"[?#].*$"_s);
        const QString shown = QString(text).replace(query, u"?…"_s);
        return fail(ErrorCode::InvalidArgument,
                    Text::tr("“%1” is not the address of an archive. %2").arg(shown, cleaned.error().detail));
    }
    return {};
}

Result<std::map<QString, QString>> parseVariables(const QStringList &texts)
{
    std::map<QString, QString> variables;
    for (const QString &text : texts) {
        const qsizetype equals = text.indexOf(u'=');
        if (equals < 1)
            return fail(ErrorCode::InvalidArgument,
                        Text::tr("“%1” is not a variable. Write it as NAME=VALUE.").arg(text));
        variables[text.left(equals)] = text.mid(equals + 1);
    }
    return variables;
}

Result<void> checkChoices(const CommandLine &line)
{
    if (!line.language.isEmpty() && !QStringList{u"zh_CN"_s, u"zh_TW"_s, u"en"_s}.contains(line.language))
        return fail(ErrorCode::InvalidArgument,
                    Text::tr("There is no language “%1”. Choose zh_CN, zh_TW or en.").arg(line.language));
    if (!line.theme.isEmpty() && line.theme != "dark"_L1 && line.theme != "light"_L1)
        return fail(ErrorCode::InvalidArgument,
                    Text::tr("There is no theme “%1”. Choose dark or light.").arg(line.theme));
    return {};
}

Result<void> checkScenarioFile(const QString &path)
{
    const QFileInfo file(path);
    if (path.isEmpty() || (file.isFile() && file.isReadable()))
        return {};
    if (!file.exists())
        return fail(ErrorCode::InvalidArgument, Text::tr("The scenario file “%1” does not exist.").arg(path));
    if (!file.isFile())
        return fail(ErrorCode::InvalidArgument, Text::tr("“%1” is not a file that can hold a scenario.").arg(path));
    return fail(ErrorCode::InvalidArgument, Text::tr("The scenario file “%1” cannot be read.").arg(path));
}

// A person with a window is shown what there is and told what is missing; a scenario must have all that it was
// promised.
Result<void> checkPaths(CommandLine &line)
{
    QStringList there;
    for (const QString &path : std::as_const(line.paths))
        (QFileInfo::exists(path) ? there : line.missingPaths) << path;
    if (!line.missingPaths.isEmpty() && (there.isEmpty() || !line.scenario.isEmpty()))
        return fail(ErrorCode::InvalidArgument,
                    Text::tr("There is no file or folder “%1”.").arg(line.missingPaths.constFirst()));
    line.paths = there;
    return {};
}

Result<void> checkScenarioOptions(const QCommandLineParser &parser, const Options &options, CommandLine &line)
{
    if (line.scenario.isEmpty())
        for (const QCommandLineOption &option :
             {options.headless, options.keep, options.out, options.timeout, options.log, options.var})
            if (parser.isSet(option))
                return fail(ErrorCode::InvalidArgument,
                            Text::tr("--%1 needs --scenario.").arg(option.names().constFirst()));
    if (!parser.isSet(options.timeout))
        return {};
    bool isNumber = false;
    const double seconds = parser.value(options.timeout).toDouble(&isNumber);
    if (!isNumber || !(seconds > 0.0) || seconds > 86'400.0)
        return fail(ErrorCode::InvalidArgument,
                    Text::tr("“%1” is not a time in seconds.").arg(parser.value(options.timeout)));
    line.timeoutMs = int(seconds * 1000.0);
    return {};
}

// Of UID, accession number and link one at most: which of two is meant nobody can tell.
Result<void> readRequest(const QCommandLineParser &parser, const Options &options, CommandLine &line)
{
    QStringList links, paths;
    for (const QString &path : std::as_const(line.paths)) {
        const QUrl url(path); // desktops hand over files as addresses
        if (isStudyLink(path))
            links << path;
        else
            paths << (path.startsWith("file://"_L1) && url.isLocalFile() ? url.toLocalFile() : path);
    }
    line.paths = paths;
    if (links.size() + parser.values(options.study).size() + parser.values(options.accession).size() > 1)
        return fail(ErrorCode::InvalidArgument,
                    Text::tr("Only one study, accession number or link can be opened at once."));
    auto request = !links.isEmpty()                  ? parseStudyLink(links.first())
                   : parser.isSet(options.study)     ? requestForStudy(parser.value(options.study))
                   : parser.isSet(options.accession) ? requestForAccession(parser.value(options.accession))
                                                     : Result<StudyRequest>(StudyRequest());
    if (!request)
        return fail(request.error());
    if (!links.isEmpty() || parser.isSet(options.study) || parser.isSet(options.accession))
        line.request = std::move(*request);
    return {};
}

// Who asks for a study in another language wants to see the study: a second program on the same settings is started
// only by who says so, or asks for what the first one must not be told (an archive).
void readWhoseTask(const QStringList &given, CommandLine &line)
{
    const QStringList forAnyRun{u"study"_s, u"study-uid"_s, u"accession"_s, u"profile"_s};
    const QStringList forALook{u"language"_s, u"theme"_s, u"size"_s};
    line.canBeHandedOver = std::all_of(given.begin(), given.end(), [&](const QString &option) {
        return forAnyRun.contains(option) || forALook.contains(option);
    });
    for (const QString &option : forALook)
        if (given.contains(option))
            line.passedOver << u"--"_s + option;
}

// The parser's own messages are English in a context of Qt's; the two mistakes it knows are said in ours.
QString parserMistake(const QCommandLineParser &parser)
{
    const QStringList unknown = parser.unknownOptionNames();
    if (!unknown.isEmpty())
        return Text::tr("There is no option “%1”. --help lists them all.").arg(unknown.first());
    return Text::tr("An option lacks its value. --help lists them all.");
}

} // namespace

QStringList wrappedWords(const QString &text, int columns)
{
    const auto isWide = [](QChar c) { return c.unicode() >= 0x2E80; }; // Chinese: two columns of a terminal
    const auto mayBreak = [&](QChar before, QChar after) {
        static const QString closing(u"、。，：；！？”』」）》"_s);
        return before.isSpace() || ((isWide(before) || isWide(after)) && !closing.contains(after));
    };
    QStringList lines;
    QString rest = text;
    while (!rest.isEmpty()) {
        qsizetype end = 0, cut = 0;
        for (int width = 0; end < rest.size(); ++end) {
            if (end > 0 && mayBreak(rest[end - 1], rest[end]))
                cut = end;
            width += isWide(rest[end]) ? 2 : 1;
            if (width > columns)
                break;
        }
        if (end == rest.size())
            cut = end;
        else if (cut == 0)
            cut = std::max<qsizetype>(end, 1);
        lines << rest.left(cut).trimmed();
        rest = rest.mid(cut).trimmed();
    }
    return lines;
}

namespace
{

// The parser breaks a text without spaces, as Chinese is, anywhere, in the middle of an option's name too. It lays out
// marks in place of the descriptions, and these are wrapped here.
QString helpText(const Options &options, const QCommandLineParser &real)
{
    constexpr int widthColumns = 79, leastColumns = 24;
    QCommandLineParser parser;
    parser.setApplicationDescription(real.applicationDescription());
    QStringList texts;
    for (QCommandLineOption option : options.all()) {
        texts << option.description();
        option.setDescription(u"@%1@"_s.arg(texts.size() - 1));
        parser.addOption(option);
    }
    parser.addPositionalArgument(u"PATH"_s, Text::tr("DICOM files and folders to open."), u"[PATH...]"_s);
    QStringList lines;
    static const QRegularExpression mark(u"@([0-9]+)@"_s);
    for (const QString &line : parser.helpText().split(u'\n')) {
        const auto match = mark.match(line);
        if (!match.hasMatch()) {
            lines << line;
            continue;
        }
        const int indent = int(match.capturedStart());
        const QStringList parts =
            wrappedWords(texts.value(match.captured(1).toInt()), std::max(leastColumns, widthColumns - indent));
        lines << line.left(indent) + parts.join(u'\n' + QString(indent, u' '));
    }
    return lines.join(u'\n');
}

} // namespace

Result<CommandLine> parseCommandLine(const QStringList &arguments)
{
    const Options options;
    QCommandLineParser parser;
    parser.setApplicationDescription(Text::tr("Diagnostic workstation for radiologists."));
    parser.addOptions(options.all());
    parser.addPositionalArgument(u"PATH"_s, Text::tr("DICOM files and folders to open."), u"[PATH...]"_s);
    CommandLine line;
    const bool parsed = parser.parse(arguments);
    if (parser.isSet(options.help)) {
        line.answer = helpText(options, parser);
        return line;
    }
    if (!parsed)
        return fail(ErrorCode::InvalidArgument, parserMistake(parser));
    if (parser.isSet(options.version)) {
        line.answer = u"Consilium " CONSILIUM_VERSION "\n"_s;
        return line;
    }
    line.archives = parser.values(options.archive);
    line.scenario = parser.value(options.scenario);
    line.headless = parser.isSet(options.headless);
    line.keep = parser.isSet(options.keep);
    line.outputFolder = parser.value(options.out);
    line.logFile = parser.value(options.log);
    line.language = parser.value(options.language);
    line.theme = parser.value(options.theme);
    line.profile = parser.value(options.profile);
    line.timing = parser.isSet(options.timing);
    line.paths = parser.positionalArguments();
    readWhoseTask(parser.optionNames(), line);
    if (const auto read = readRequest(parser, options, line); !read)
        return fail(read.error());
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
    if (const auto checked = checkScenarioOptions(parser, options, line); !checked)
        return fail(checked.error());
    if (const auto checked = checkArchives(line.archives); !checked)
        return fail(checked.error());
    if (const auto checked = checkChoices(line); !checked)
        return fail(checked.error());
    if (const auto checked = checkScenarioFile(line.scenario); !checked)
        return fail(checked.error());
    if (const auto checked = checkPaths(line); !checked)
        return fail(checked.error());
    return line;
}

Result<CommandLine> parseForWindow(const QStringList &arguments)
{
    auto line = parseCommandLine(arguments);
    if (line || !earlyValue(arguments, u"scenario"_s).isEmpty())
        return line;
    QStringList rest;
    QString refused;
    for (const QString &argument : arguments) {
        if (refused.isEmpty() && isStudyLink(argument) && !parseStudyLink(argument))
            refused = argument;
        else
            rest << argument;
    }
    auto without = parseCommandLine(rest);
    if (refused.isEmpty() || !without || without->request) // which of two was meant nobody can tell
        return line;
    without->refusedLink = refused.left(HandedOver::MostOfRefused);
    return without;
}

HandedOver toHandOver(const CommandLine &line)
{
    HandedOver message;
    for (const QString &path : line.paths)
        message.paths << QFileInfo(path).absoluteFilePath();
    if (line.request)
        message.link = toLink(*line.request);
    message.refusedLink = line.refusedLink;
    return message;
}

QString passedOverText(const CommandLine &line)
{
    if (line.passedOver.isEmpty())
        return {};
    return Text::tr("Consilium runs already. Passed over: %1. --another starts a program of its own.")
        .arg(line.passedOver.join(u", "_s));
}

QString earlyValue(const QStringList &arguments, const QString &option)
{
    const QString name = u"--"_s + option;
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        if (arguments[i] == "--"_L1)
            break;
        if (arguments[i].startsWith(name + u'='))
            return arguments[i].mid(name.size() + 1);
        if (arguments[i] == name && i + 1 < arguments.size())
            return arguments[i + 1];
    }
    return {};
}

} // namespace consilium::app
