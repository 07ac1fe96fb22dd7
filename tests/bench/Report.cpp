#include "tests/bench/Report.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <functional>
#include <utility>

using namespace Qt::StringLiterals;

namespace consilium::bench
{

namespace
{

double rounded(double value)
{
    return std::round(value * 1000.0) / 1000.0;
}

void print(const QByteArray &line)
{
    std::fwrite(line.constData(), 1, size_t(line.size()), stdout);
    std::fputc('\n', stdout);
    std::fflush(stdout);
}

QString number(const std::optional<double> &value)
{
    return value ? QString::number(*value, 'f', std::abs(*value) < 10.0 ? 3 : 1) : u"-"_s;
}

} // namespace

void Report::add(const Figure &figure)
{
    const bool holds = !figure.goal || figure.value <= *figure.goal;
    m_missed += holds ? 0 : 1;
    const std::optional<double> ratio =
        figure.bound && *figure.bound > 0.0 ? std::optional(figure.value / *figure.bound) : std::nullopt;
    if (!m_json) {
        print(u"%1 %2 %3 %4  bound %5  ratio %6  goal %7  %8"_s.arg(figure.group, -8)
                  .arg(figure.name, -34)
                  .arg(number(figure.value), 10)
                  .arg(figure.unit, -3)
                  .arg(number(figure.bound), 9)
                  .arg(number(ratio), 7)
                  .arg(number(figure.goal), 9)
                  .arg(figure.goal ? (holds ? u"holds: true"_s : u"holds: false"_s) : QString())
                  .toUtf8());
        return;
    }
    QJsonObject line{{u"group"_s, figure.group},
                     {u"name"_s, figure.name},
                     {u"value"_s, rounded(figure.value)},
                     {u"unit"_s, figure.unit}};
    if (figure.bound)
        line.insert(u"bound"_s, rounded(*figure.bound));
    if (ratio)
        line.insert(u"ratio"_s, rounded(*ratio));
    if (figure.goal) {
        line.insert(u"goal"_s, rounded(*figure.goal));
        line.insert(u"holds"_s, holds);
    }
    print(QJsonDocument(line).toJson(QJsonDocument::Compact));
}

void Report::cannot(const QString &group, const QString &name, const QString &why)
{
    ++m_missed;
    if (m_json)
        print(
            QJsonDocument(QJsonObject{{u"group"_s, group}, {u"name"_s, name}, {u"holds"_s, false}, {u"problem"_s, why}})
                .toJson(QJsonDocument::Compact));
    else
        print(u"%1 %2 holds: false  not measured: %3"_s.arg(group, -8).arg(name, -34).arg(why).toUtf8());
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    const std::size_t count = values.size();
    return count == 0 ? 0.0 : (values[(count - 1) / 2] + values[count / 2]) / 2.0;
}

double medianRatio(std::vector<double> values, const std::vector<double> &bounds)
{
    std::transform(values.begin(), values.end(), bounds.begin(), values.begin(), std::divides<>());
    return median(std::move(values));
}

double percentile(std::vector<double> values, double share)
{
    if (values.empty())
        return 0.0;
    std::sort(values.begin(), values.end());
    const auto at = size_t(std::ceil(share * double(values.size())));
    return values[std::clamp<size_t>(at, 1, values.size()) - 1];
}

} // namespace consilium::bench
