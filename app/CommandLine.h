#pragma once
#include "app/outside/HandOver.h"
#include "app/outside/StudyRequest.h"
#include "base/Result.h"

#include <QSize>
#include <QString>
#include <QStringList>

#include <map>
#include <optional>

namespace consilium::app
{

/// The window takes no smaller size (MainWindow).
constexpr QSize smallestWindow{960, 600};

/// What the program was told at its start.
struct CommandLine {
    QStringList archives; ///< DICOMweb base URLs, beside the configured ones
    QString scenario;     ///< a scenario file to run
    bool headless = false;
    bool keep = false;                    ///< leave the window open after the scenario's last line
    QString outputFolder;                 ///< --out: where a scenario writes
    int timeoutMs = 600'000;              ///< --timeout: longest time of a scenario
    QString logFile;                      ///< where the scenario's envelopes go
    std::map<QString, QString> variables; ///< --var NAME=VALUE
    QString language;                     ///< zh_CN, zh_TW, en; empty: as set or as the system says
    QString theme;                        ///< dark, light; empty: as set
    QSize size;                           ///< of the window; empty: as the screen allows
    QString profile;                      ///< folder of the settings; empty: the system's place for them
    bool timing = false;                  ///< print the milestones of the start as JSON
    std::optional<StudyRequest> request;  ///< studies to open at once: by option or by link
    QStringList paths;                    ///< files and folders to open
    /// It asks for nothing but to open something: a program that runs already can do it as well.
    bool canBeHandedOver = false;
    QStringList
        passedOver;      ///< options that such a program does not follow: how the window looks is its person's matter
    QString refusedLink; ///< beside them or alone, and not to be read: the window says so
    QStringList missingPaths; ///< given beside them, but not there: the window says so
    QString answer;           ///< --help or --version: print this and end
};

/// The text in lines of at most `columns` of a terminal (Chinese takes two a character), cut at spaces or beside a
/// Chinese character; a word that is longer alone is cut.
[[nodiscard]] QStringList wrappedWords(const QString &text, int columns);

/// Reads the command line; `arguments` begins with the program's name. Errors: InvalidArgument, whose detail is a
/// sentence in the user's language (a translator must be installed before).
[[nodiscard]] Result<CommandLine> parseCommandLine(const QStringList &arguments);

/// The same for a person with a window: a link that cannot be read (somebody has clicked on it) is no reason to end
/// without a word on the screen. It becomes `refusedLink`.
[[nodiscard]] Result<CommandLine> parseForWindow(const QStringList &arguments);

/// What a program that runs already is to be told.
[[nodiscard]] HandedOver toHandOver(const CommandLine &line);

/// What whoever gave options that such a program passes over is told; empty: nothing.
[[nodiscard]] QString passedOverText(const CommandLine &line);

/// The value of an option such as "language" wherever it stands, before anything is checked: messages about the command
/// line are in that language already, and a scenario's pixel ratio must be known before there is an application object.
/// Empty: not given.
[[nodiscard]] QString earlyValue(const QStringList &arguments, const QString &option);

} // namespace consilium::app
