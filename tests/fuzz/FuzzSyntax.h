#pragma once
#include "base/Ids.h"
#include "viewer/pixels/TransferSyntaxes.h"

namespace consilium::fuzz
{

/// The transfer syntax of an input's frame: two at most make a difference to a decoder.
[[nodiscard]] inline TransferSyntaxUid syntaxFor(pixels::Coding coding, unsigned choice)
{
    const auto of = [&](const char *first, const char *second) {
        return TransferSyntaxUid(QString::fromLatin1(choice % 2 == 0 ? first : second));
    };
    switch (coding) {
    case pixels::Coding::Rle:
        return of("1.2.840.10008.1.2.5", "1.2.840.10008.1.2.5");
    case pixels::Coding::Jpeg:
        return of("1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.70");
    case pixels::Coding::JpegLs:
        return of("1.2.840.10008.1.2.4.80", "1.2.840.10008.1.2.4.81");
    case pixels::Coding::Jpeg2000:
        return of("1.2.840.10008.1.2.4.90", "1.2.840.10008.1.2.4.91");
    case pixels::Coding::HtJpeg2000:
        return of("1.2.840.10008.1.2.4.201", "1.2.840.10008.1.2.4.203");
    case pixels::Coding::LittleEndian:
    case pixels::Coding::BigEndian:
    case pixels::Coding::Video:
    case pixels::Coding::None:
        break;
    }
    return of("1.2.840.10008.1.2.1", "1.2.840.10008.1.2.2");
}

} // namespace consilium::fuzz
