#pragma once
#include <QString>
#include <QStringList>

#include <map>
#include <optional>
#include <vector>

/// The language of docs/scenario.md: text in, commands out. No I/O and no execution: the program runs them
/// (app/scenario).
namespace consilium::session::scenario
{

using Options = std::map<QString, QString>;
using Variables = std::map<QString, QString>; ///< names without "${}"

enum class Operator { Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual, Contains, Matches, Absent, Present };

/// `SUBJECT [options] OPERATOR VALUE [tolerance=]` of `expect` and `wait until`; of `remember` without an operator.
struct Expectation {
    QString subject; ///< one of subjectNames()
    Options options; ///< where to look: view, pixel, series ...
    Operator op = Operator::Present;
    QString value; ///< empty for Absent and Present
    std::optional<double> tolerance;
    [[nodiscard]] QString text() const; ///< "slice view=v2 == 20", for messages
};

/// One line. In what the parser gives, `${NAME}` still stands in every value; expand() puts the values in.
struct Command {
    int line = 0;  ///< from 1
    QString text;  ///< as written, without comment and surrounding blanks
    QString name;  ///< "SetWindow" (an action), "wait" (a command); always one of the language
    QString actor; ///< of `as NAME`; empty: the reader
    QString fails; ///< of `fails ERROR`: an error name or "any"; empty: it must succeed
    QStringList arguments;
    Options options;
    std::optional<Expectation> expectation; ///< of expect, wait until and remember

    [[nodiscard]] bool isAction() const { return !name.isEmpty() && name.front().isUpper(); }
    [[nodiscard]] QString argument(int index) const { return arguments.value(index); }
    [[nodiscard]] QString option(const QString &key, const QString &otherwise = {}) const;
    [[nodiscard]] bool has(const QString &key) const { return options.contains(key); }
    [[nodiscard]] QString view() const;                       ///< option `view`, else "v1"
    [[nodiscard]] int timeoutMs(int otherwise = 30000) const; ///< option `timeout`, checked when the file was parsed
};

/// Why a file is not a scenario. English, for the one who writes it.
struct SyntaxError {
    int line = 0;
    QString message;
};

struct Scenario {
    std::vector<Command> commands;
    std::vector<SyntaxError> errors; ///< when not empty, nothing may be run (exit status 2)
    /// Options of the `program` lines before all other commands, expanded (they decide how the program starts).
    Options startup;
};

/// Parses and checks a whole file: names, counts, options, number formats, and that every variable is known by then.
/// `given`: --var, environment, HERE and OUT, the stronger ones having overwritten the weaker.
/// `fixed`: names among them that `let` does not overwrite (--var, HERE, OUT).
[[nodiscard]] Scenario parse(const QString &text, const Variables &given, const QStringList &fixed);

/// The command with variables replaced and `view` and the like checked again. nullopt and `error` when a value is now
/// not allowed (a number expected ...).
[[nodiscard]] std::optional<Command> expand(const Command &command, const Variables &variables, QString *error);

// Formats of values; nullopt when malformed. Public because the runner reads the same formats.
[[nodiscard]] std::optional<double> parseNumber(const QString &text); ///< finite
[[nodiscard]] std::optional<int> parseCount(const QString &text);     ///< >= 1
[[nodiscard]] std::optional<bool> parseYesNo(const QString &text);
[[nodiscard]] std::optional<int> parseDurationMs(const QString &text); ///< "500ms", "2s", "1min"
[[nodiscard]] std::optional<std::vector<double>> parseNumbers(const QString &text,
                                                              int count); ///< "1,2,3"; count -1: any, at least 1
/// "10,20" logical pixels or "50%,50%" of `width` x `height`.
[[nodiscard]] std::optional<std::pair<double, double>> parsePlace(const QString &text, double width, double height);
[[nodiscard]] std::optional<std::pair<int, int>> parseSize(const QString &text); ///< "1920x1200"

[[nodiscard]] QStringList commandNames();
[[nodiscard]] QStringList subjectNames();
[[nodiscard]] QString operatorText(Operator op);

} // namespace consilium::session::scenario
