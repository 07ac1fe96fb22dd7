#pragma once
#include "viewer/pixels/FrameDecoder.h"

namespace consilium::app
{

/// Decoders that work in the installed helper program, consilium-decoder: beside this program, in ../bin or in
/// ../libexec/consilium. Where it is missing, compressed frames fail with DecoderFailed.
[[nodiscard]] pixels::DecoderFactory outsideDecoders();

} // namespace consilium::app
