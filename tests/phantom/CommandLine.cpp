#include "tests/phantom/CommandLine.h"

#include <cstdio>

using namespace Qt::StringLiterals;

namespace consilium::phantom
{

CommandLine::CommandLine(const QStringList &arguments, const QStringList &withValue, const QStringList &flags)
{
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments[i];
        if (!argument.startsWith("--"_L1)) {
            m_positional.append(argument);
            continue;
        }
        const qsizetype equals = argument.indexOf(u'=');
        const QString name = argument.mid(2, equals < 0 ? -1 : equals - 2);
        if (flags.contains(name) && equals < 0) {
            m_values.insert(name, QString());
        } else if (!withValue.contains(name)) {
            complain(u"unknown option %1"_s.arg(argument));
        } else if (equals >= 0) {
            m_values.insert(name, argument.mid(equals + 1));
        } else if (i + 1 < arguments.size()) {
            m_values.insert(name, arguments[++i]);
        } else {
            complain(u"--%1 needs a value"_s.arg(name));
        }
    }
}

int CommandLine::integer(const QString &name, int otherwise, int least, int most)
{
    if (!has(name))
        return otherwise;
    bool ok = false;
    const int value = text(name).toInt(&ok);
    if (!ok || value < least || value > most) {
        complain(
            u"--%1 must be a whole number from %2 to %3, not \"%4\""_s.arg(name).arg(least).arg(most).arg(text(name)));
        return otherwise;
    }
    return value;
}

double CommandLine::number(const QString &name, double otherwise, double least, double most)
{
    if (!has(name))
        return otherwise;
    bool ok = false;
    const double value = text(name).toDouble(&ok);
    if (!ok || !(value >= least && value <= most)) {
        complain(u"--%1 must be a number from %2 to %3, not \"%4\""_s.arg(name).arg(least).arg(most).arg(text(name)));
        return otherwise;
    }
    return value;
}

void CommandLine::require(const QString &name)
{
    if (text(name).isEmpty())
        complain(u"--%1 is missing"_s.arg(name));
}

void CommandLine::complain(const QString &what)
{
    if (m_complaint.isEmpty())
        m_complaint = what;
}

void printLine(const QString &text)
{
    std::fputs((text + u'\n').toUtf8().constData(), stdout);
    std::fflush(stdout);
}

void printError(const QString &text)
{
    std::fputs((text + u'\n').toUtf8().constData(), stderr);
}

int wrongUse(const QString &complaint)
{
    printError(u"consilium-phantom: %1"_s.arg(complaint));
    printError(u"Try \"consilium-phantom --help\"."_s);
    return 2;
}

int failed(const Error &error)
{
    printError(u"consilium-phantom: %1 (%2)"_s.arg(error.detail.isEmpty() ? userMessage(error) : error.detail,
                                                   errorName(error.code)));
    return error.code == ErrorCode::InvalidArgument ? 2 : 1;
}

} // namespace consilium::phantom
