#include "app/settings/SecretOrigin.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace consilium::app
{

QString originOf(const QString &url)
{
    const QUrl parsed(url.trimmed(), QUrl::StrictMode);
    const QString scheme = parsed.scheme(); // in small letters, as the host
    if (!parsed.isValid() || (scheme != "http"_L1 && scheme != "https"_L1) || parsed.host().isEmpty())
        return {};
    const QString host = parsed.host().contains(u':') ? u'[' + parsed.host() + u']' : parsed.host();
    return u"%1://%2:%3"_s.arg(scheme, host).arg(parsed.port(scheme == "https"_L1 ? 443 : 80));
}

bool isLoopbackAddress(const QString &url)
{
    const QString host = QUrl(url.trimmed()).host();
    if (host == "localhost"_L1 || host == "::1"_L1)
        return true;
    // 127.0.0.0/8 in full: "127.example.org" is anybody.
    const QStringList numbers = host.split(u'.');
    return numbers.size() == 4 && numbers.front() == "127"_L1 &&
           std::all_of(numbers.begin(), numbers.end(), [](const QString &number) {
               bool isNumber = false;
               return number.size() <= 3 && number.toUInt(&isNumber) <= 255 && isNumber;
           });
}

bool sendsUnprotected(const dicomweb::ArchiveConfig &config)
{
    return config.credentials.kind != http::Credentials::Kind::None && !originOf(config.baseUrl).isEmpty() &&
           QUrl(config.baseUrl.trimmed()).scheme() == "http"_L1 && !isLoopbackAddress(config.baseUrl);
}

} // namespace consilium::app
