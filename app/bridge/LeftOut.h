#pragma once
#include "base/Error.h"

/// Why files that can be read are left out: details of ErrorCode::Conflict, from the worst to the harmless one.
namespace consilium::app::leftOut
{

inline constexpr QLatin1StringView ofAnother("another patient under the same Study Instance UID"),
    ofNobody("no patient, where other files of the study name one"),
    ofOneUid("another file has the same SOP Instance UID and other contents"),
    alreadyOpen("its study is open from an archive");
/// The details of ErrorCode::FileUnreadable where a folder cannot be looked into, and where its list broke off.
inline constexpr QLatin1StringView closedFolder("the folder cannot be looked into"),
    brokenFolder("the folder could not be listed to its end");

} // namespace consilium::app::leftOut
