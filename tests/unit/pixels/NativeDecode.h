#pragma once
#include "viewer/codecs/Decoder.h"

namespace consilium::test
{

inline const TransferSyntaxUid littleEndian(QStringLiteral("1.2.840.10008.1.2.1")),
    bigEndian(QStringLiteral("1.2.840.10008.1.2.2"));

/// Frame 3 of an object, decoded in this process.
inline Result<pixels::FramePtr> decode(const dicom::PixelDescription &description, const QByteArray &bytes,
                                       const TransferSyntaxUid &syntax = littleEndian)
{
    return pixels::decodeFrame({SopInstanceUid(QStringLiteral("1.2")), 3}, description, syntax, bytes);
}

} // namespace consilium::test
