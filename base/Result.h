#pragma once
#include "base/Error.h"

#include <tl/expected.hpp>

#include <utility>

namespace consilium
{

/// A value or an Error: the one spelling for everything that a file, a server or a person can make fail.
template<class T>
using Result = tl::expected<T, Error>;

/// `return fail(ErrorCode::NotDicom, u"..."_s);`
[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, QString detail = {})
{
    return tl::unexpected<Error>(Error{code, std::move(detail)});
}
[[nodiscard]] inline tl::unexpected<Error> fail(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

} // namespace consilium
