#pragma once
#include "base/Error.h"

namespace consilium::app
{

/// The archive was out of reach: it may be back. False for none.
[[nodiscard]] inline bool isOutOfReach(const Error *error)
{
    return error && (error->code == ErrorCode::ConnectionLost || error->code == ErrorCode::HostUnreachable ||
                     error->code == ErrorCode::Timeout || error->code == ErrorCode::TooManyRequests ||
                     (error->httpStatus >= 502 && error->httpStatus <= 504));
}

} // namespace consilium::app
