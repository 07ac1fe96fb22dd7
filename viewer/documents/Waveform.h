#pragma once
#include "viewer/dicom/Documents.h"
#include "viewer/documents/Code.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace consilium::documents
{

/// The twelve leads of an ECG in the order they are printed.
enum class Lead { I, II, III, AVR, AVL, AVF, V1, V2, V3, V4, V5, V6 };
[[nodiscard]] QString leadName(Lead lead);

/// One channel of a multiplex group. PS3.3 C.10.9.1.4.
struct Channel {
    QString label; ///< Channel Label (003A,0203), else the lead's name, else the meaning of its source
    Code source;
    std::optional<Lead> lead;  ///< as its source code or label says
    Code unit;                 ///< of `value`
    bool isCalibrated = false; ///< the file says what a step is worth; else only the shape is known
    double sensitivity = 1.0;  ///< (003A,0210), unit a step; 1 where it or the correction is none, like 0
    double correction = 1.0;   ///< (003A,0212)
    double baseline = 0.0;     ///< (003A,0213), unit
    double skewS = 0.0;        ///< first sample after the start of the group: (003A,0214), or (003A,0215) samples
    std::optional<double> lowHz, highHz, notchHz; ///< filters as recorded; 0: none
    std::vector<std::int32_t> samples;            ///< as stored
    std::optional<std::int32_t> padding;          ///< a sample of this value is none

    /// In `unit`; nullopt where nothing was recorded.
    [[nodiscard]] std::optional<double> value(std::size_t index) const;
    /// What a value has to be multiplied with to be millivolts; nullopt when the unit is no voltage or not known.
    [[nodiscard]] std::optional<double> toMillivolts() const;
};

struct WaveformGroup {
    QString label;
    double frequencyHz = 0.0;
    double offsetS = 0.0; ///< Multiplex Group Time Offset (0018,1068)
    std::vector<Channel> channels;
    [[nodiscard]] std::size_t sampleCount() const { return channels.empty() ? 0 : channels.front().samples.size(); }
    [[nodiscard]] double durationS() const { return double(sampleCount()) / frequencyHz; }
    /// The channel of a lead; nullptr when there is none or more than one.
    [[nodiscard]] const Channel *find(Lead lead) const;
    [[nodiscard]] bool hasAllLeads() const;
};

/// What the recorder wrote beside the curves: "ECG normal", "RR Interval 982 ms". PS3.3 C.10.10.
struct WaveformNote {
    QString label, text;
};

struct Recording {
    dicom::DocumentHeader header;
    std::vector<WaveformGroup> groups;
    std::vector<WaveformNote> notes;
};

/// Errors: NoPixels when it holds no curves, UnsupportedImage (how samples are written, by name; channels that
/// contradict themselves; longer than paper can show), DicomMalformed, DicomTruncated (fewer samples than announced),
/// OutOfMemory.
[[nodiscard]] Result<std::shared_ptr<const Recording>> readRecording(const Attributes &object);

} // namespace consilium::documents
