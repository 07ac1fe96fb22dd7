#pragma once
#include "base/Result.h"

#include <QString>
#include <QStringList>

namespace consilium::phantom
{

/// A video whose frames say their own number: `counterBits` cells of equal width across the upper half, the lowest bit
/// left, white for 1 and black for 0; below them a grey that differs from frame to frame.
struct VideoSpec {
    QString codec = QStringLiteral("h264");     ///< one of videoCodecs()
    QString wrapping = QStringLiteral("bare");  ///< one of videoWrappings()
    int frames = 50, rows = 240, columns = 320; ///< even sizes, columns a multiple of counterBits
    int headerFrames = -1;                      ///< what Number of Frames says; -1: the truth
    double frameTimeMs = 40.0;
    QString patientId = QStringLiteral("TEST-VIDEO");
    int fragments = 1; ///< more than one: in the fragmentable kind of its transfer syntax (mpeg2 and h264 have one)
};
inline constexpr int counterBits = 10;

[[nodiscard]] QStringList videoCodecs();    ///< mpeg2, h264, hevc (Main), hevc10 (Main 10, 10 bits)
[[nodiscard]] QStringList videoWrappings(); ///< bare, ps (MPEG-2 only), ts, mp4 (not MPEG-2)
/// Writes it as Video Endoscopic Image, encoded by the program ffmpeg. Errors: InvalidArgument, Unsupported (no ffmpeg,
/// or one without this encoder), FileUnreadable (cannot be written).
[[nodiscard]] Result<void> writeVideo(const QString &path, const VideoSpec &spec);

} // namespace consilium::phantom
