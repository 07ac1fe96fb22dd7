#include "viewer/session/scenario/Scenario.h"

#include "viewer/session/scenario/Vocabulary.h"

#include <QRegularExpression>
#include <QSet>

namespace consilium::session::scenario
{

namespace
{

/// A word of a line: an argument, or an option when it has a key.
struct Word {
    QString key; ///< empty: an argument
    QString value;
    bool isQuoted = false; ///< then never an operator or a prefix
};

struct Words {
    std::vector<Word> words;
    QString text; ///< the line without its comment
    QString error;
};

/// Takes a line apart. Variables are left as they are.
class LineReader
{
public:
    explicit LineReader(const QString &line) : m_line(line) {}

    Words read()
    {
        Words result;
        while (skipBlanks()) {
            Word word;
            static const QRegularExpression key(QStringLiteral("^([a-z][a-z-]*)=(?!=)"));
            const QRegularExpressionMatch match = key.match(m_line.mid(m_at));
            if (match.hasMatch()) {
                word.key = match.captured(1);
                m_at += match.capturedLength();
            }
            word.isQuoted = m_at < m_line.size() && m_line.at(m_at) == QLatin1Char('"');
            if (word.isQuoted ? !readQuoted(word.value) : !readPlain(word.value)) {
                result.error = m_error;
                break;
            }
            result.words.push_back(std::move(word));
        }
        result.text = m_line.left(m_at).trimmed();
        return result;
    }

private:
    /// False at the end of the line or at a comment.
    bool skipBlanks()
    {
        while (m_at < m_line.size() && m_line.at(m_at).isSpace())
            ++m_at;
        return m_at < m_line.size() && m_line.at(m_at) != QLatin1Char('#');
    }

    bool readPlain(QString &value)
    {
        for (; m_at < m_line.size() && !m_line.at(m_at).isSpace(); ++m_at) {
            if (m_line.at(m_at) == QLatin1Char('"')) {
                m_error = QStringLiteral("a quote in the middle of a word");
                return false;
            }
            value += m_line.at(m_at);
        }
        return true;
    }

    bool readQuoted(QString &value)
    {
        for (++m_at; m_at < m_line.size(); ++m_at) {
            const QChar c = m_line.at(m_at);
            if (c == QLatin1Char('"'))
                return endQuoted();
            if (c != QLatin1Char('\\')) {
                value += c;
                continue;
            }
            if (++m_at == m_line.size())
                break;
            const QChar escaped = m_line.at(m_at);
            // A backslash before anything else is one: regular expressions and paths are written as they are.
            if (escaped != QLatin1Char('"') && escaped != QLatin1Char('\\') && escaped != QLatin1Char('n'))
                value += QLatin1Char('\\');
            value += escaped == QLatin1Char('n') ? QLatin1Char('\n') : escaped;
        }
        m_error = QStringLiteral("a quote is not closed");
        return false;
    }

    bool endQuoted()
    {
        ++m_at;
        if (m_at < m_line.size() && !m_line.at(m_at).isSpace()) {
            m_error = QStringLiteral("a blank must follow a closing quote");
            return false;
        }
        return true;
    }

    const QString m_line;
    qsizetype m_at = 0;
    QString m_error;
};

/// Puts variables in. False with a reason for an unknown name or an open brace.
bool substitute(QString &text, const Variables &variables, QString *error)
{
    QString result;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QStringView rest = QStringView(text).mid(at);
        if (rest.startsWith(QStringLiteral("$$"))) {
            result += QLatin1Char('$');
            ++at;
        } else if (rest.startsWith(QStringLiteral("${"))) {
            const qsizetype end = text.indexOf(QLatin1Char('}'), at);
            const QString name = end < 0 ? QString() : text.mid(at + 2, end - at - 2);
            if (!isVariableName(name)) {
                *error = QStringLiteral("${ without a name and }");
                return false;
            }
            const auto it = variables.find(name);
            if (it == variables.end()) {
                *error = QStringLiteral("unknown variable ${%1}").arg(name);
                return false;
            }
            result += it->second;
            at = end;
        } else {
            result += text.at(at);
        }
    }
    text = result;
    return true;
}

/// The values of a command in which variables may stand.
template<class Visit>
bool forEachValue(Command &command, const Visit &visit)
{
    bool ok = visit(command.actor) && visit(command.fails);
    for (QString &argument : command.arguments)
        ok = ok && visit(argument);
    for (auto &[key, value] : command.options)
        ok = ok && visit(value);
    if (command.expectation) {
        for (auto &[key, value] : command.expectation->options)
            ok = ok && visit(value);
        ok = ok && visit(command.expectation->value);
    }
    return ok;
}

QString checkAll(const Command &command)
{
    if (const QString wrong = checkCommand(command); !wrong.isEmpty())
        return wrong;
    if (!command.actor.isEmpty() && !mayHaveActor(command))
        return QStringLiteral("\"as\" stands before actions, undo and redo only");
    if (!command.fails.isEmpty() && !mayFail(command))
        return QStringLiteral("\"fails\" cannot stand before %1").arg(command.name);
    if (!command.fails.isEmpty() && !isErrorName(command.fails))
        return QStringLiteral("unknown error \"%1\"").arg(command.fails);
    return command.expectation ? checkExpectation(*command.expectation) : QString();
}

/// Takes `fails ERROR` and `as NAME` off the front.
QString takePrefixes(std::vector<Word> &words, Command &command)
{
    for (const auto &[word, target] :
         {std::pair(QStringLiteral("fails"), &command.fails), {QStringLiteral("as"), &command.actor}}) {
        if (words.empty() || words.front().isQuoted || !words.front().key.isEmpty() || words.front().value != word)
            continue;
        if (words.size() < 3 || !words[1].key.isEmpty())
            return QStringLiteral("\"%1\" needs a name and a command").arg(word);
        *target = words[1].value;
        words.erase(words.begin(), words.begin() + 2);
    }
    return {};
}

/// SUBJECT [options] [OPERATOR [VALUE]] [tolerance=]; what is left over (timeout) goes to the command.
QString readExpectation(const std::vector<Word> &words, Command &command)
{
    Expectation expectation;
    std::optional<Operator> op;
    bool hasValue = false;
    for (const Word &word : words) {
        if (word.key == QStringLiteral("timeout")) {
            command.options[word.key] = word.value;
        } else if (word.key == QStringLiteral("tolerance")) {
            expectation.tolerance = parseNumber(word.value);
            if (expectation.tolerance.value_or(-1) < 0)
                return QStringLiteral("tolerance= must be a number from 0");
        } else if (!word.key.isEmpty()) {
            if (op)
                return QStringLiteral("options stand before the operator; quote a value with \"=\"");
            if (!expectation.options.emplace(word.key, word.value).second)
                return QStringLiteral("%1= given twice").arg(word.key);
        } else if (expectation.subject.isEmpty()) {
            expectation.subject = word.value;
        } else if (!op) {
            op = word.isQuoted ? std::nullopt : operatorFrom(word.value);
            if (!op)
                return QStringLiteral("\"%1\" is not an operator").arg(word.value);
        } else if (hasValue) {
            return QStringLiteral("one value only; quote it when it has blanks");
        } else {
            expectation.value = word.value;
            hasValue = true;
        }
    }
    const bool isRemember = command.name == QStringLiteral("remember");
    const bool isUnary = op == Operator::Absent || op == Operator::Present;
    if (expectation.subject.isEmpty())
        return QStringLiteral("%1 needs a subject").arg(command.name);
    if (op.has_value() == isRemember)
        return isRemember ? QStringLiteral("remember takes a subject without an operator")
                          : QStringLiteral("an operator is missing");
    if (op && hasValue == isUnary)
        return isUnary ? QStringLiteral("%1 takes no value").arg(operatorText(*op))
                       : QStringLiteral("a value is missing");
    expectation.op = op.value_or(Operator::Present);
    command.expectation = std::move(expectation);
    return {};
}

/// A command from its words. A reason when they do not make one.
QString readCommand(std::vector<Word> words, Command &command)
{
    if (const QString wrong = takePrefixes(words, command); !wrong.isEmpty())
        return wrong;
    if (words.empty() || !words.front().key.isEmpty())
        return QStringLiteral("a line begins with a command");
    command.name = words.front().value;
    words.erase(words.begin());
    const QString first = words.empty() ? QString() : words.front().value;
    if (takesExpectation(command.name, first)) {
        // "wait until", "remember NAME": what comes before the subject
        if (command.name != QStringLiteral("expect") && !words.empty()) {
            command.arguments.append(first);
            words.erase(words.begin());
        }
        if (const QString wrong = readExpectation(words, command); !wrong.isEmpty())
            return wrong;
        return checkAll(command);
    }
    for (const Word &word : words) {
        if (word.key.isEmpty())
            command.arguments.append(word.value);
        else if (!command.options.emplace(word.key, word.value).second)
            return QStringLiteral("%1= given twice").arg(word.key);
    }
    return checkAll(command);
}

/// What the parser knows while it goes through the lines.
struct Progress {
    Variables variables;
    QSet<QString> fixed;
    bool isStarting = true; ///< only let and program so far
};

QString follow(const Command &command, Progress &progress, Scenario &scenario)
{
    QString error;
    const std::optional<Command> expanded = expand(command, progress.variables, &error);
    if (!expanded)
        return error;
    const bool isLet = command.name == QStringLiteral("let");
    const bool isProgram = command.name == QStringLiteral("program");
    const QString variable = command.argument(0);
    if (isLet && !progress.fixed.contains(variable))
        progress.variables[variable] = expanded->argument(1);
    // The value will be known when the line has run; until then any value will do.
    if (command.name == QStringLiteral("remember") && !progress.fixed.contains(variable))
        progress.variables[variable] = QStringLiteral("${%1}").arg(variable);
    if (isProgram && progress.isStarting) {
        for (const auto &[key, value] : expanded->options)
            scenario.startup[key] = value;
    } else if (isProgram && command.has(QStringLiteral("ratio"))) {
        return QStringLiteral("ratio= can stand only before all other commands");
    }
    progress.isStarting = progress.isStarting && (isLet || isProgram);
    return {};
}

} // namespace

QString Command::option(const QString &key, const QString &otherwise) const
{
    const auto it = options.find(key);
    return it == options.end() ? otherwise : it->second;
}

QString Command::view() const
{
    return option(QStringLiteral("view"), QStringLiteral("v1"));
}

int Command::timeoutMs(int otherwise) const
{
    return parseDurationMs(option(QStringLiteral("timeout"))).value_or(otherwise);
}

QString Expectation::text() const
{
    QString result = subject;
    for (const auto &[key, wanted] : options)
        result += QLatin1Char(' ') + key + QLatin1Char('=') + wanted;
    result += QLatin1Char(' ') + operatorText(op);
    if (op != Operator::Absent && op != Operator::Present)
        result += QLatin1Char(' ') + value;
    if (tolerance)
        result += QStringLiteral(" tolerance=%1").arg(*tolerance);
    return result;
}

Scenario parse(const QString &text, const Variables &given, const QStringList &fixed)
{
    Scenario scenario;
    Progress progress{given, QSet<QString>(fixed.begin(), fixed.end())};
    const QStringList lines = text.split(QLatin1Char('\n'));
    for (int i = 0; i < lines.size(); ++i) {
        Words words = LineReader(lines.at(i)).read();
        if (words.words.empty() && words.error.isEmpty())
            continue;
        Command command;
        command.line = i + 1;
        command.text = words.text;
        QString wrong = words.error.isEmpty() ? readCommand(std::move(words.words), command) : words.error;
        if (wrong.isEmpty())
            wrong = follow(command, progress, scenario);
        if (wrong.isEmpty())
            scenario.commands.push_back(std::move(command));
        else
            scenario.errors.push_back({i + 1, wrong});
    }
    return scenario;
}

std::optional<Command> expand(const Command &command, const Variables &variables, QString *error)
{
    Command result = command;
    QString why;
    if (!forEachValue(result, [&](QString &value) { return substitute(value, variables, &why); })) {
        *error = why;
        return std::nullopt;
    }
    why = checkAll(result);
    if (!why.isEmpty()) {
        *error = why;
        return std::nullopt;
    }
    return result;
}

} // namespace consilium::session::scenario
