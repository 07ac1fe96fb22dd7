#pragma once
#include "app/settings/ProfileSettings.h"

#include <QDate>
#include <QSet>

#include <functional>

namespace consilium::app
{

/// Which studies were opened on this workstation today. The settings hold keyed hashes only: no study can be told from
/// them, and those of the day before are forgotten.
class OpenedStudies
{
public:
    static constexpr int Most = 5000;

    OpenedStudies(ProfileSettings &settings, std::function<QDate()> today);
    bool add(const StudyUid &study); ///< false: it was there, or there is no room
    void remove(const StudyUid &study);
    [[nodiscard]] bool contains(const StudyUid &study) const;
    /// A day has begun since the last call: everything is unread again.
    bool beginDay();

private:
    [[nodiscard]] QString markOf(const StudyUid &study) const;

    ProfileSettings &m_settings;
    std::function<QDate()> m_today;
    ProfileSettings::OpenedMarks m_marks;
    QSet<QString> m_known;
};

} // namespace consilium::app
