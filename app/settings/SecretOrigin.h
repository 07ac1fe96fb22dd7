#pragma once
#include "netclient/dicomweb/DicomWebClient.h"

#include <QString>

namespace consilium::app
{

/// Scheme, host and port of an address ("https://pacs.example:443", RFC 6454 4): what a secret is given to. Two paths
/// of one server have the same. Empty for what is no web address.
[[nodiscard]] QString originOf(const QString &url);
/// Whether what stands in the address leads to this computer itself: nothing of it goes over a network.
[[nodiscard]] bool isLoopbackAddress(const QString &url);
/// Its password or token would go over a network as everybody on the way can read it: by http to another computer.
[[nodiscard]] bool sendsUnprotected(const dicomweb::ArchiveConfig &config);

} // namespace consilium::app
