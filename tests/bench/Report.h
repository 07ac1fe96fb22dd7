#pragma once
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace consilium::bench
{

/// One measured value. Smaller is better; it holds when it is not above the goal.
struct Figure {
    QString group, name;
    double value = 0.0;
    QString unit;
    std::optional<double> bound; ///< what the bare library or line took in the same run
    std::optional<double> goal;
};

/// Prints figures as they come: a JSON object a line, or columns for people.
class Report
{
public:
    explicit Report(bool json) : m_json(json) {}
    void add(const Figure &figure);
    /// What could not be measured, and why. Counts as not held.
    void cannot(const QString &group, const QString &name, const QString &why);
    [[nodiscard]] int missed() const { return m_missed; }

private:
    bool m_json;
    int m_missed = 0;
};

/// Of an even number the middle between the two in the middle; 0 for none.
[[nodiscard]] double median(std::vector<double> values);
/// The median of what pairs measured one right after the other have to each other, as many of the one as of the other:
/// what the machine does meanwhile changes from pair to pair more than within one, and a median of each side alone
/// would take them from different ones.
[[nodiscard]] double medianRatio(std::vector<double> values, const std::vector<double> &bounds);
/// The value below which `share` (0 to 1) of the values lie; 0 for none.
[[nodiscard]] double percentile(std::vector<double> values, double share);

} // namespace consilium::bench
