#include "base/Logging.h"

#include <QRegularExpression>
#include <QUrl>

namespace consilium
{

Q_LOGGING_CATEGORY(logApp, "consilium.app", QtInfoMsg)
Q_LOGGING_CATEGORY(logNet, "consilium.net", QtInfoMsg)
Q_LOGGING_CATEGORY(logDicom, "consilium.dicom", QtInfoMsg)
Q_LOGGING_CATEGORY(logPixels, "consilium.pixels", QtInfoMsg)
Q_LOGGING_CATEGORY(logSession, "consilium.session", QtInfoMsg)

QString redactUrl(const QString &url)
{
    static const QRegularExpression uid(QStringLiteral("[0-9]+(\\.[0-9]+){2,}"));
    const QUrl parsed(url);
    if (!parsed.isValid())
        return QStringLiteral("<url>");
    QString path = parsed.path();
    path.replace(uid, QStringLiteral("*"));
    const QString port = parsed.port() < 0 ? QString() : QStringLiteral(":%1").arg(parsed.port());
    return parsed.scheme() + QStringLiteral("://") + parsed.host() + port + path;
}

} // namespace consilium
