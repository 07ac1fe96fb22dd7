#include "app/outside/RequestNotices.h"

#include <QDateTime>
#include <QStringList>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace consilium::app
{

QString RequestNotices::Notice::line() const
{
    return over.isOthers ? u"%1 (%2)"_s.arg(text, QDateTime::fromMSecsSinceEpoch(atMs).toString(u"HH:mm"_s)) : text;
}

void RequestNotices::begin(TimeMs nowMs)
{
    std::erase_if(m_notices, [&](const Notice &notice) { return nowMs - notice.atMs > togetherMs; });
}

void RequestNotices::add(const QString &text, bool isFailure, TimeMs nowMs, const StudyUid &study, Over over)
{
    if (text.isEmpty())
        return;
    remove(text);
    if (m_notices.size() >= Most)
        m_notices.erase(m_notices.begin());
    m_notices.push_back({text, isFailure, nowMs, study, std::move(over)});
}

bool RequestNotices::forget(const StudyUid &study)
{
    return !study.isEmpty() && std::erase_if(m_notices, [&](const Notice &n) { return n.study == study; }) > 0;
}

bool RequestNotices::close(const QString &shown)
{
    // Whole lines: one may be the beginning of another one.
    const QString lines = u'\n' + shown + u'\n';
    return std::erase_if(m_notices, [&](const Notice &n) { return lines.contains(u'\n' + n.line() + u'\n'); }) > 0;
}

void RequestNotices::remove(const QString &text)
{
    std::erase_if(m_notices, [&](const Notice &notice) { return notice.text == text; });
}

std::vector<RequestNotices::Line> RequestNotices::lines() const
{
    std::vector<Line> lines;
    for (const Notice &notice : m_notices)
        lines.push_back({notice.line(), notice.isFailure, notice.over.studies});
    return lines;
}

QString RequestNotices::text() const
{
    QStringList lines;
    for (const Notice &notice : m_notices)
        lines << notice.line();
    return lines.join(u'\n');
}

bool RequestNotices::isFailure() const
{
    return std::any_of(m_notices.begin(), m_notices.end(), [](const Notice &notice) { return notice.isFailure; });
}

} // namespace consilium::app
