#include "viewer/codecs/Decoder.h"
#include "viewer/pixels/HelperDecoder.h"

// Started by the workstation only; it answers on the channel it was given until the workstation goes.
int main()
{
    using namespace consilium;
    return pixels::serveDecoding(
        [](const dicom::PixelDescription &description, const TransferSyntaxUid &syntax, const QByteArray &encoded,
           std::span<std::uint8_t> place) { return pixels::decodeFrame({}, description, syntax, encoded, {}, place); });
}
