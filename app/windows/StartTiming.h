#pragma once
#include <QSet>
#include <QString>

namespace consilium::app
{

/// The milestones of the start, each once, as milliseconds since the process began: one JSON object a line on standard
/// output,
/// `{"milestone":"firstImage","ms":412}`. Does nothing unless it was asked for.
class StartTiming
{
public:
    explicit StartTiming(bool enabled) : m_enabled(enabled) {}
    /// "main", "windowShown", "worklistAnswered", "studyAsked", "studyOpened", "firstImage" (maybe at a lower
    /// resolution), "firstWholeImage"
    void reached(const QString &milestone);

private:
    bool m_enabled;
    QSet<QString> m_done;
};

} // namespace consilium::app
