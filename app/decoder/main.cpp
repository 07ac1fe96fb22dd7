#include "viewer/codecs/Decoder.h"
#include "viewer/pixels/HelperDecoder.h"

// Started by the workstation only; it answers on the channel it was given until the workstation goes.
int main()
{
    using namespace consilium;
    return pixels::serveDecoding([](const dicom::PixelDescription &description, const TransferSyntaxUid &syntax,
                                    const QByteArray &encoded, int reduction, std::span<std::uint8_t> place) {
        return reduction > 0 ? pixels::decodePreview({}, description, syntax, encoded, reduction, place)
                             : pixels::decodeFrame({}, description, syntax, encoded, {}, place);
    });
}
