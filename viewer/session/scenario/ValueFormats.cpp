#include "viewer/session/scenario/Scenario.h"

#include <QRegularExpression>

#include <cmath>

namespace consilium::session::scenario
{

std::optional<double> parseNumber(const QString &text)
{
    // toDouble() would take "nan", "inf" and surrounding blanks.
    static const QRegularExpression pattern(QStringLiteral("^[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?$"));
    if (!pattern.match(text).hasMatch())
        return std::nullopt;
    bool ok = false;
    const double value = text.toDouble(&ok);
    return ok && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

std::optional<int> parseCount(const QString &text)
{
    bool ok = false;
    const int value = text.toInt(&ok);
    return ok && value >= 1 && text == QString::number(value) ? std::optional(value) : std::nullopt;
}

std::optional<bool> parseYesNo(const QString &text)
{
    if (text == QStringLiteral("yes"))
        return true;
    if (text == QStringLiteral("no"))
        return false;
    return std::nullopt;
}

std::optional<int> parseDurationMs(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("^([0-9.]+)(ms|s|min)$"));
    const QRegularExpressionMatch match = pattern.match(text);
    const std::optional<double> number = match.hasMatch() ? parseNumber(match.captured(1)) : std::nullopt;
    if (!number)
        return std::nullopt;
    const QString unit = match.captured(2);
    const double ms = *number * (unit == QStringLiteral("ms") ? 1.0 : unit == QStringLiteral("s") ? 1000.0 : 60000.0);
    return ms <= 24.0 * 3600.0 * 1000.0 ? std::optional(static_cast<int>(std::lround(ms))) : std::nullopt;
}

std::optional<std::vector<double>> parseNumbers(const QString &text, int count)
{
    std::vector<double> numbers;
    const QStringList parts = text.split(QLatin1Char(','));
    for (const QString &part : parts) {
        const std::optional<double> number = parseNumber(part);
        if (!number)
            return std::nullopt;
        numbers.push_back(*number);
    }
    return count < 0 || static_cast<int>(numbers.size()) == count ? std::optional(numbers) : std::nullopt;
}

std::optional<std::pair<double, double>> parsePlace(const QString &text, double width, double height)
{
    const QStringList parts = text.split(QLatin1Char(','));
    if (parts.size() != 2)
        return std::nullopt;
    const auto one = [](const QString &part, double whole) -> std::optional<double> {
        if (!part.endsWith(QLatin1Char('%')))
            return parseNumber(part);
        const std::optional<double> percent = parseNumber(part.chopped(1));
        return percent ? std::optional(*percent / 100.0 * whole) : std::nullopt;
    };
    const std::optional<double> x = one(parts.at(0), width), y = one(parts.at(1), height);
    return x && y ? std::optional(std::pair(*x, *y)) : std::nullopt;
}

std::optional<std::pair<int, int>> parseSize(const QString &text)
{
    const QStringList parts = text.split(QLatin1Char('x'));
    if (parts.size() != 2)
        return std::nullopt;
    const std::optional<int> width = parseCount(parts.at(0)), height = parseCount(parts.at(1));
    if (!width || !height || *width > 16384 || *height > 16384)
        return std::nullopt;
    return std::pair(*width, *height);
}

} // namespace consilium::session::scenario
