#include "app/windows/StartTiming.h"

#include "base/platform/Platform.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace consilium::app
{

void StartTiming::reached(const QString &milestone)
{
    if (!m_enabled || m_done.contains(milestone))
        return;
    m_done.insert(milestone);
    const QJsonObject line{{u"milestone"_s, milestone}, {u"ms"_s, qint64(platform::processAgeMs())}};
    std::puts(QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

} // namespace consilium::app
