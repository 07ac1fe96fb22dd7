#pragma once
#include "base/Result.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>

namespace consilium::phantom
{

/// "--name value", "--name=value" and "--flag" options and what is left. Wrong use is collected as one message.
class CommandLine
{
public:
    /// `withValue` and `flags`: allowed names without the dashes.
    CommandLine(const QStringList &arguments, const QStringList &withValue, const QStringList &flags);

    [[nodiscard]] const QStringList &positional() const { return m_positional; }
    [[nodiscard]] bool has(const QString &name) const { return m_values.contains(name); }
    [[nodiscard]] QString text(const QString &name, const QString &otherwise = {}) const
    {
        return m_values.value(name, otherwise);
    }
    [[nodiscard]] int integer(const QString &name, int otherwise, int least, int most);
    [[nodiscard]] double number(const QString &name, double otherwise, double least, double most);
    void require(const QString &name);
    void complain(const QString &what);
    [[nodiscard]] const QString &complaint() const { return m_complaint; }

private:
    QHash<QString, QString> m_values;
    QStringList m_positional;
    QString m_complaint;
};

void printLine(const QString &text);  ///< standard output
void printError(const QString &text); ///< standard error
/// Prints the complaint with a hint and gives exit status 2.
[[nodiscard]] int wrongUse(const QString &complaint);
/// Prints the error and gives exit status 1.
[[nodiscard]] int failed(const Error &error);

} // namespace consilium::phantom
