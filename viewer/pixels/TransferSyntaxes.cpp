#include "viewer/pixels/TransferSyntaxes.h"

#include <algorithm>
#include <array>

namespace consilium::pixels
{

namespace
{

struct Syntax {
    const char *uid;
    const char *name;
    Coding coding;
};

// PS3.6 table A-1, type "Transfer Syntax", retired ones included: old archives still deliver them. The processes of
// JPEG with arithmetic coding (ITU-T T.81 table B.1: 3, 5, 7, 9, 11, 13, 15) no library here decodes.
constexpr auto syntaxes = std::to_array<Syntax>({
    {"1.2.840.10008.1.2", "Implicit VR Little Endian", Coding::LittleEndian},
    {"1.2.840.10008.1.2.1", "Explicit VR Little Endian", Coding::LittleEndian},
    {"1.2.840.10008.1.2.1.98", "Encapsulated Uncompressed Explicit VR Little Endian", Coding::LittleEndian},
    {"1.2.840.10008.1.2.1.99", "Deflated Explicit VR Little Endian", Coding::LittleEndian},
    {"1.2.840.10008.1.2.2", "Explicit VR Big Endian", Coding::BigEndian},
    {"1.2.840.10008.1.2.4.50", "JPEG Baseline (Process 1)", Coding::Jpeg},
    {"1.2.840.10008.1.2.4.51", "JPEG Extended (Process 2 and 4)", Coding::Jpeg},
    {"1.2.840.10008.1.2.4.52", "JPEG Extended (Process 3 and 5)", Coding::None},
    {"1.2.840.10008.1.2.4.53", "JPEG Spectral Selection, Non-Hierarchical (Process 6 and 8)", Coding::Jpeg},
    {"1.2.840.10008.1.2.4.54", "JPEG Spectral Selection, Non-Hierarchical (Process 7 and 9)", Coding::None},
    {"1.2.840.10008.1.2.4.55", "JPEG Full Progression, Non-Hierarchical (Process 10 and 12)", Coding::Jpeg},
    {"1.2.840.10008.1.2.4.56", "JPEG Full Progression, Non-Hierarchical (Process 11 and 13)", Coding::None},
    {"1.2.840.10008.1.2.4.57", "JPEG Lossless, Non-Hierarchical (Process 14)", Coding::Jpeg},
    {"1.2.840.10008.1.2.4.58", "JPEG Lossless, Non-Hierarchical (Process 15)", Coding::None},
    {"1.2.840.10008.1.2.4.59", "JPEG Extended, Hierarchical (Process 16 and 18)", Coding::None},
    {"1.2.840.10008.1.2.4.60", "JPEG Extended, Hierarchical (Process 17 and 19)", Coding::None},
    {"1.2.840.10008.1.2.4.61", "JPEG Spectral Selection, Hierarchical (Process 20 and 22)", Coding::None},
    {"1.2.840.10008.1.2.4.62", "JPEG Spectral Selection, Hierarchical (Process 21 and 23)", Coding::None},
    {"1.2.840.10008.1.2.4.63", "JPEG Full Progression, Hierarchical (Process 24 and 26)", Coding::None},
    {"1.2.840.10008.1.2.4.64", "JPEG Full Progression, Hierarchical (Process 25 and 27)", Coding::None},
    {"1.2.840.10008.1.2.4.65", "JPEG Lossless, Hierarchical (Process 28)", Coding::None},
    {"1.2.840.10008.1.2.4.66", "JPEG Lossless, Hierarchical (Process 29)", Coding::None},
    {"1.2.840.10008.1.2.4.70",
     "JPEG Lossless, Non-Hierarchical, First-Order Prediction (Process 14, Selection Value 1)", Coding::Jpeg},
    {"1.2.840.10008.1.2.4.80", "JPEG-LS Lossless", Coding::JpegLs},
    {"1.2.840.10008.1.2.4.81", "JPEG-LS Near-Lossless", Coding::JpegLs},
    {"1.2.840.10008.1.2.4.90", "JPEG 2000 Lossless", Coding::Jpeg2000},
    {"1.2.840.10008.1.2.4.91", "JPEG 2000", Coding::Jpeg2000},
    {"1.2.840.10008.1.2.4.92", "JPEG 2000 Part 2 Multi-component Lossless", Coding::None},
    {"1.2.840.10008.1.2.4.93", "JPEG 2000 Part 2 Multi-component", Coding::None},
    {"1.2.840.10008.1.2.4.94", "JPIP Referenced", Coding::None},
    {"1.2.840.10008.1.2.4.95", "JPIP Referenced Deflate", Coding::None},
    {"1.2.840.10008.1.2.4.100", "MPEG2 Main Profile / Main Level", Coding::Video},
    {"1.2.840.10008.1.2.4.100.1", "Fragmentable MPEG2 Main Profile / Main Level", Coding::Video},
    {"1.2.840.10008.1.2.4.101", "MPEG2 Main Profile / High Level", Coding::Video},
    {"1.2.840.10008.1.2.4.101.1", "Fragmentable MPEG2 Main Profile / High Level", Coding::Video},
    {"1.2.840.10008.1.2.4.102", "MPEG-4 AVC/H.264 High Profile / Level 4.1", Coding::Video},
    {"1.2.840.10008.1.2.4.102.1", "Fragmentable MPEG-4 AVC/H.264 High Profile / Level 4.1", Coding::Video},
    {"1.2.840.10008.1.2.4.103", "MPEG-4 AVC/H.264 BD-compatible High Profile / Level 4.1", Coding::Video},
    {"1.2.840.10008.1.2.4.103.1", "Fragmentable MPEG-4 AVC/H.264 BD-compatible High Profile / Level 4.1",
     Coding::Video},
    {"1.2.840.10008.1.2.4.104", "MPEG-4 AVC/H.264 High Profile / Level 4.2 for 2D Video", Coding::Video},
    {"1.2.840.10008.1.2.4.104.1", "Fragmentable MPEG-4 AVC/H.264 High Profile / Level 4.2 for 2D Video", Coding::Video},
    {"1.2.840.10008.1.2.4.105", "MPEG-4 AVC/H.264 High Profile / Level 4.2 for 3D Video", Coding::Video},
    {"1.2.840.10008.1.2.4.105.1", "Fragmentable MPEG-4 AVC/H.264 High Profile / Level 4.2 for 3D Video", Coding::Video},
    // One eye is coded from the other, which is all that ffmpeg decodes: half of it would be missing without a word.
    {"1.2.840.10008.1.2.4.106", "MPEG-4 AVC/H.264 Stereo High Profile / Level 4.2", Coding::None},
    {"1.2.840.10008.1.2.4.106.1", "Fragmentable MPEG-4 AVC/H.264 Stereo High Profile / Level 4.2", Coding::None},
    {"1.2.840.10008.1.2.4.107", "HEVC/H.265 Main Profile / Level 5.1", Coding::Video},
    {"1.2.840.10008.1.2.4.108", "HEVC/H.265 Main 10 Profile / Level 5.1", Coding::Video},
    {"1.2.840.10008.1.2.4.110", "JPEG XL Lossless", Coding::None},
    {"1.2.840.10008.1.2.4.111", "JPEG XL JPEG Recompression", Coding::None},
    {"1.2.840.10008.1.2.4.112", "JPEG XL", Coding::None},
    {"1.2.840.10008.1.2.4.201", "High-Throughput JPEG 2000 Lossless", Coding::HtJpeg2000},
    {"1.2.840.10008.1.2.4.202", "High-Throughput JPEG 2000 with RPCL Options Lossless", Coding::HtJpeg2000},
    {"1.2.840.10008.1.2.4.203", "High-Throughput JPEG 2000", Coding::HtJpeg2000},
    {"1.2.840.10008.1.2.4.204", "JPIP HTJ2K Referenced", Coding::None},
    {"1.2.840.10008.1.2.4.205", "JPIP HTJ2K Referenced Deflate", Coding::None},
    {"1.2.840.10008.1.2.5", "RLE Lossless", Coding::Rle},
    {"1.2.840.10008.1.2.6.1", "RFC 2557 MIME encapsulation", Coding::None},
    {"1.2.840.10008.1.2.6.2", "XML Encoding", Coding::None},
    {"1.2.840.10008.1.2.7.1", "SMPTE ST 2110-20 Uncompressed Progressive Active Video", Coding::None},
    {"1.2.840.10008.1.2.7.2", "SMPTE ST 2110-20 Uncompressed Interlaced Active Video", Coding::None},
    {"1.2.840.10008.1.2.7.3", "SMPTE ST 2110-30 PCM Digital Audio", Coding::None},
    {"1.2.840.10008.1.2.8.1", "Deflated Image Frame Compression", Coding::None},
    {"1.2.840.10008.1.20", "Papyrus 3 Implicit VR Little Endian", Coding::None},
    {"1.2.840.113619.5.2", "GE Private Implicit VR Big Endian", Coding::None},
});

const Syntax *find(const TransferSyntaxUid &syntax)
{
    const auto *const it = std::find_if(syntaxes.begin(), syntaxes.end(),
                                        [&](const Syntax &s) { return syntax.text() == QLatin1StringView(s.uid); });
    return it != syntaxes.end() ? it : nullptr;
}

} // namespace

Coding codingOf(const TransferSyntaxUid &syntax)
{
    const Syntax *const known = find(syntax);
    return known ? known->coding : Coding::None;
}

bool canDecode(const TransferSyntaxUid &syntax)
{
    return codingOf(syntax) != Coding::None;
}

QString syntaxName(const TransferSyntaxUid &syntax)
{
    const Syntax *const known = find(syntax);
    return known ? QString::fromLatin1(known->name) : syntax.text();
}

} // namespace consilium::pixels
