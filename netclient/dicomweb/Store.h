#pragma once
#include "netclient/dicomweb/Session.h"

namespace consilium::dicomweb
{

/// STOW-RS (PS3.18 10.5): objects in requests of bounded size, sent without being joined. What an answer leaves open is
/// looked up by QIDO-RS; what a refused request with several objects left behind is sent once more by itself.
void storeObjects(const std::shared_ptr<Session> &session, std::vector<QByteArray> part10, Priority priority,
                  const CancelToken &cancel, Session::Done<StoreOutcome> done);

/// One object in one request; see DicomWebClient::storeOne().
void storeObject(const std::shared_ptr<Session> &session, const QByteArray &part10,
                 std::function<void(std::int64_t sentBytes)> onSent, Priority priority, const CancelToken &cancel,
                 Session::Done<StoreAnswer> done);

} // namespace consilium::dicomweb
