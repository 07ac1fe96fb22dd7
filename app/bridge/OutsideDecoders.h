#pragma once
#include "viewer/pixels/FrameDecoder.h"
#include "viewer/pixels/VideoReader.h"

namespace consilium::app
{

/// Decoders that work in the installed helper program, consilium-decoder: beside this program, in ../bin or in
/// ../libexec/consilium. Where it is missing, compressed frames fail with DecoderFailed.
[[nodiscard]] pixels::DecoderFactory outsideDecoders();
/// What videos are decoded with: consilium-video, found likewise, and the program ffmpeg of this computer. A name is
/// empty where the program is not there.
[[nodiscard]] pixels::VideoReader::Options outsideVideo();

} // namespace consilium::app
