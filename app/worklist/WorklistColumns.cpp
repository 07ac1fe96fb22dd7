#include "app/worklist/WorklistColumns.h"

#include "app/worklist/WorklistModel.h"

#include <algorithm>
#include <array>
#include <numeric>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

// Widths that the contents need, the narrowest in which they can still be read, and which share of what is left each
// column gets.
struct Spec {
    const char *name;
    int least, tight, share;
    bool atFirst;
};
constexpr std::array<Spec, WorklistModel::ColumnCount> specs = {{
    {"patient", 168, 150, 3, true},
    {"patient-id", 120, 112, 1, true},
    {"sex-age", 80, 72, 0, true},
    {"accession", 120, 112, 1, true},
    {"modality", 92, 76, 0, true},
    {"description", 140, 100, 4, true},
    {"body-part", 96, 80, 1, false},
    {"when", 150, 150, 0, true},
    {"institution", 130, 100, 2, false},
    {"referring", 120, 100, 1, false},
    {"source", 112, 104, 1, true},
    {"images", 76, 64, 0, true},
    {"read-state", 190, 120, 0, false},
    {"preview", 76, 76, 0, true},
}};

const Spec &spec(int column)
{
    return specs[std::size_t(column)];
}

// Where it stands in the table at first.
int placeOf(int column)
{
    return column == WorklistModel::Preview ? -1 : column;
}

int tightSum(const std::vector<WorklistColumns::Shown> &shown, const std::vector<int> &widths)
{
    int sum = 0;
    for (std::size_t i = 0; i < shown.size(); ++i)
        sum += widths[i] > 0 ? spec(shown[i].column).tight : 0;
    return sum;
}

// Takes `over` pixels away, from each column by what it can spare.
void narrow(const std::vector<WorklistColumns::Shown> &shown, std::vector<int> &widths, int over)
{
    const int room = std::accumulate(widths.begin(), widths.end(), 0) - tightSum(shown, widths);
    if (over <= 0 || room <= 0)
        return;
    for (std::size_t i = 0; i < shown.size(); ++i) {
        if (widths[i] == 0)
            continue;
        const int spare = widths[i] - spec(shown[i].column).tight;
        widths[i] -= std::min(spare, (over * spare + room - 1) / room);
    }
}

int columnNamed(const QString &name)
{
    const auto it =
        std::find_if(specs.begin(), specs.end(), [&](const Spec &s) { return name == QLatin1StringView(s.name); });
    return it != specs.end() ? int(it - specs.begin()) : -1;
}

} // namespace

WorklistColumns::WorklistColumns()
{
    for (int i = 0; i < int(specs.size()); ++i)
        if (spec(i).atFirst)
            m_shown.push_back({i});
    std::stable_sort(m_shown.begin(), m_shown.end(),
                     [](const Shown &a, const Shown &b) { return placeOf(a.column) < placeOf(b.column); });
}

WorklistColumns WorklistColumns::fromText(const QString &text)
{
    WorklistColumns columns;
    columns.m_shown.clear();
    for (const QString &entry : text.split(u',', Qt::SkipEmptyParts)) {
        const QStringList parts = entry.trimmed().split(u':');
        const int column = columnNamed(parts[0]);
        if (column < 0 || columns.isShown(column))
            continue;
        const int width = parts.value(1).toInt();
        columns.m_shown.push_back({column, width > 0 ? std::clamp(width, LeastWidth, MostWidth) : 0});
    }
    return columns.isShown(WorklistModel::Patient) ? columns : WorklistColumns();
}

QString WorklistColumns::toText() const
{
    if (*this == WorklistColumns())
        return {};
    QStringList entries;
    for (const Shown &shown : m_shown) {
        const QString name = QString::fromLatin1(spec(shown.column).name);
        entries << (shown.width > 0 ? name + u':' + QString::number(shown.width) : name);
    }
    return entries.join(u',');
}

bool WorklistColumns::isShown(int column) const
{
    return std::any_of(m_shown.begin(), m_shown.end(), [&](const Shown &s) { return s.column == column; });
}

void WorklistColumns::setShown(int column, bool shown)
{
    if (column == WorklistModel::Patient || isShown(column) == shown)
        return;
    if (!shown) {
        std::erase_if(m_shown, [&](const Shown &s) { return s.column == column; });
        return;
    }
    const auto before = std::find_if(m_shown.begin(), m_shown.end(),
                                     [&](const Shown &s) { return placeOf(s.column) > placeOf(column); });
    m_shown.insert(before, {column});
}

void WorklistColumns::setWidth(int column, int width)
{
    for (Shown &shown : m_shown)
        if (shown.column == column)
            shown.width = std::clamp(width, LeastWidth, MostWidth);
}

void WorklistColumns::move(int column, int place)
{
    const auto it = std::find_if(m_shown.begin(), m_shown.end(), [&](const Shown &s) { return s.column == column; });
    if (it == m_shown.end() || place < 0 || place >= int(m_shown.size()))
        return;
    const Shown moved = *it;
    m_shown.erase(it);
    m_shown.insert(m_shown.begin() + place, moved);
}

std::vector<int> WorklistColumns::widthsFor(int available) const
{
    std::vector<int> widths;
    int shares = 0;
    for (const Shown &shown : m_shown) {
        widths.push_back(shown.width > 0 ? shown.width : spec(shown.column).least);
        shares += shown.width > 0 ? 0 : spec(shown.column).share;
    }
    const auto sum = [&] { return std::accumulate(widths.begin(), widths.end(), 0); };
    const auto hide = [&](int column) {
        for (std::size_t i = 0; i < m_shown.size(); ++i) {
            if (m_shown[i].column == column) {
                widths[i] = 0;
                shares -= spec(column).share;
            }
        }
    };
    // Patients of one name differ by their IDs: these go last, after all others have been narrowed.
    if (*this == WorklistColumns()) {
        if (sum() > available)
            hide(WorklistModel::Preview);
        for (const int column : {int(WorklistModel::Source), int(WorklistModel::SexAge), int(WorklistModel::PatientId)})
            if (tightSum(m_shown, widths) > available)
                hide(column);
        narrow(m_shown, widths, sum() - available);
    }
    const int spare = available - sum();
    if (spare <= 0)
        return widths;
    int given = 0;
    for (std::size_t i = 0; i < m_shown.size(); ++i) {
        if (shares == 0 || m_shown[i].width > 0 || widths[i] == 0)
            continue;
        const int more = spare * spec(m_shown[i].column).share / shares;
        widths[i] += more;
        given += more;
    }
    widths.back() += spare - given; // the last one ends where the table ends
    return widths;
}

} // namespace consilium::app
