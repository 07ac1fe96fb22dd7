#pragma once
#include "viewer/documents/Waveform.h"

#include <vector>

namespace consilium::documents
{

/// How curves are laid out on paper.
enum class PaperForm {
    ThreeByFour, ///< 3 rows of 4 leads, 2.5 s each, and lead II over the whole width
    SixByTwo,    ///< 6 rows of 2 leads, 5 s each
    TwelveByOne, ///< 12 rows
    Stacked      ///< every channel, one below the other
};

struct PaperOptions {
    PaperForm form = PaperForm::ThreeByFour;
    double mmPerSecond = 25.0;    ///< 12.5, 25 or 50
    double mmPerMillivolt = 10.0; ///< 5, 10 or 20
};

struct PaperPoint {
    double xMm = 0.0, yMm = 0.0; ///< from the top left of all paper; y grows downwards
};

/// One stretch of a channel on the paper. Its samples lie at
/// x = xMm + (t - fromS) * mmPerSecond, y = zeroMm - value * mmPerUnit.
struct Strip {
    int channel = 0;                    ///< index in the group
    double fromS = 0.0, toS = 0.0;      ///< of the group's time
    double xMm = 0.0, zeroMm = 0.0;     ///< where fromS and the value 0 lie
    double mmPerUnit = 0.0;             ///< of the channel's unit
    double topMm = 0.0, bottomMm = 0.0; ///< room of its row
    bool isVoltage = true;              ///< on the scale of the paper; else on its own, and labelled
    double low = 0.0, high = 0.0;       ///< not isVoltage: what the room spans, in the unit
};

/// A calibration pulse: 1 mV for 0.2 s.
struct Pulse {
    double xMm = 0.0, zeroMm = 0.0;
};

/// The whole recording of a group on paper: pages of 10 s below each other.
struct Paper {
    PaperOptions options;
    double widthMm = 0.0, heightMm = 0.0;
    double pulseRoomMm = 0.0; ///< left of the curves
    std::vector<Strip> strips;
    std::vector<Pulse> pulses;
};

inline constexpr double pageS = 10.0, pulseS = 0.2, marginMm = 5.0;

/// Forms that this group can be shown in: those of twelve leads only when each is there once, in volts.
[[nodiscard]] std::vector<PaperForm> formsFor(const WaveformGroup &group);
/// A form that the group cannot be shown in counts as Stacked.
[[nodiscard]] Paper layOut(const WaveformGroup &group, PaperOptions options);
/// Where a value of the channel lies at a time.
[[nodiscard]] PaperPoint placeOf(const Paper &paper, const Strip &strip, double timeS, double value);
/// The strip under a place; nullptr when there is none.
[[nodiscard]] const Strip *stripAt(const Paper &paper, PaperPoint place);
/// The time and the channel's value at a place's time; nullopt outside of the strip or where nothing was recorded.
struct Reading {
    double timeS = 0.0, value = 0.0;
    std::size_t sample = 0;
};
[[nodiscard]] std::optional<Reading> readingAt(const WaveformGroup &group, const Paper &paper, const Strip &strip,
                                               double xMm);

} // namespace consilium::documents
