#pragma once
#include <QString>

#include <vector>

namespace consilium::app
{

/// What is kept of the table's columns: which are shown, in what order, and the widths that were set by hand.
class WorklistColumns
{
public:
    struct Shown {
        int column;    ///< WorklistModel::Column
        int width = 0; ///< pixels; 0: as there is room
        bool operator==(const Shown &) const = default;
    };
    static constexpr int LeastWidth = 48, MostWidth = 1200;

    WorklistColumns(); ///< as they are at first
    /// "patient,patient-id:120,when": as the settings keep it. Unknown and repeated names are left out; without any,
    /// and without the patient, they are as at first.
    [[nodiscard]] static WorklistColumns fromText(const QString &text);
    [[nodiscard]] QString toText() const; ///< empty when they are as at first

    [[nodiscard]] const std::vector<Shown> &shown() const { return m_shown; }
    [[nodiscard]] bool isShown(int column) const;
    /// The patient's stays. A column that is shown again takes the place that it has at first.
    void setShown(int column, bool shown);
    void setWidth(int column, int width);
    void move(int column, int place);
    /// What each gets of `available` pixels, in the order of shown(); 0: no room for it, which is so only for what
    /// nobody has chosen.
    [[nodiscard]] std::vector<int> widthsFor(int available) const;

    bool operator==(const WorklistColumns &other) const { return m_shown == other.m_shown; }

private:
    std::vector<Shown> m_shown;
};

} // namespace consilium::app
