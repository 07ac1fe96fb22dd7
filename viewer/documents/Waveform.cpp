#include "viewer/documents/Waveform.h"

#include <QHash>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace consilium::documents
{

namespace
{

constexpr Tag waveformSequence{0x5400, 0x0100}, bitsAllocated{0x5400, 0x1004}, interpretation{0x5400, 0x1006},
    paddingValue{0x5400, 0x100A}, waveformData{0x5400, 0x1010}, channelCount{0x003A, 0x0005},
    sampleCountTag{0x003A, 0x0010}, samplingFrequency{0x003A, 0x001A}, groupLabel{0x003A, 0x0020},
    channelDefinitions{0x003A, 0x0200}, channelLabel{0x003A, 0x0203}, channelSource{0x003A, 0x0208},
    channelSensitivity{0x003A, 0x0210}, sensitivityUnits{0x003A, 0x0211}, sensitivityCorrection{0x003A, 0x0212},
    channelBaseline{0x003A, 0x0213}, timeSkew{0x003A, 0x0214}, sampleSkew{0x003A, 0x0215}, filterLow{0x003A, 0x0220},
    filterHigh{0x003A, 0x0221}, notchFrequency{0x003A, 0x0222}, groupOffset{0x0018, 0x1068},
    annotations{0x0040, 0xB020}, unformattedText{0x0070, 0x0006}, conceptName{0x0040, 0xA043},
    conceptCode{0x0040, 0xA168}, numericValue{0x0040, 0xA30A}, measurementUnits{0x0040, 0x08EA};
constexpr int mostChannels = 512;
constexpr std::int64_t mostSamples = 100'000'000; ///< over all channels of an object
constexpr std::size_t mostNotes = 2'000;
constexpr double slowestHz = 0.1, fastestHz = 1e6;
/// Of a step or a baseline, in any unit: beyond it values and their places on paper would be no numbers.
constexpr double mostWorth = 1e100;
/// Rows of paper, of 10 s of one channel: a day of three channels.
constexpr double rowS = 10.0, mostRows = 30'000.0;

/// How one sample lies in the bytes. PS3.3 C.10.9.1.5.
struct SampleForm {
    int bytes = 2;
    bool isSigned = true;
};

std::optional<SampleForm> sampleForm(const QString &name)
{
    static const QHash<QString, SampleForm> forms = {
        {u"SB"_s, {1, true}}, {u"UB"_s, {1, false}}, {u"SS"_s, {2, true}}, {u"US"_s, {2, false}}, {u"SL"_s, {4, true}}};
    const auto found = forms.constFind(name);
    return found == forms.cend() ? std::nullopt : std::optional(*found);
}

std::int32_t sampleAt(const unsigned char *p, SampleForm form)
{
    std::uint32_t raw = 0;
    for (int i = 0; i < form.bytes; ++i)
        raw |= std::uint32_t(p[i]) << (8 * i);
    const std::uint32_t sign = std::uint32_t(1) << (8 * form.bytes - 1);
    if (form.isSigned && form.bytes < 4 && (raw & sign))
        raw |= ~((sign << 1) - 1);
    return std::int32_t(raw);
}

/// SCP-ECG and MDC name leads by the same numbers (PS3.16 CID 3001): "5.6.3-9-61" and "2:61" are lead III.
std::optional<Lead> leadOfCode(const Code &source)
{
    static const QHash<QString, Lead> byNumber = {{u"1"_s, Lead::I},    {u"2"_s, Lead::II},   {u"61"_s, Lead::III},
                                                  {u"62"_s, Lead::AVR}, {u"63"_s, Lead::AVL}, {u"64"_s, Lead::AVF},
                                                  {u"3"_s, Lead::V1},   {u"4"_s, Lead::V2},   {u"5"_s, Lead::V3},
                                                  {u"6"_s, Lead::V4},   {u"7"_s, Lead::V5},   {u"8"_s, Lead::V6}};
    QString number;
    if (source.scheme == "SCPECG"_L1 && source.value.startsWith("5.6.3-9-"_L1))
        number = source.value.mid(8);
    else if (source.scheme == "MDC"_L1 && source.value.startsWith("2:"_L1))
        number = source.value.mid(2);
    const auto found = byNumber.constFind(number);
    return found == byNumber.cend() ? std::nullopt : std::optional(*found);
}

std::optional<Lead> leadOfLabel(QString label)
{
    label = label.trimmed().toUpper();
    if (label.startsWith("LEAD "_L1))
        label = label.mid(5).trimmed();
    label = label.section(u' ', 0, 0);
    if (label.startsWith("MDC_ECG_LEAD_"_L1))
        label = label.mid(13);
    for (int i = 0; i < 12; ++i)
        if (leadName(Lead(i)).toUpper() == label)
            return Lead(i);
    return std::nullopt;
}

Channel describeChannel(const Attributes &definition, double frequencyHz)
{
    Channel channel;
    channel.source = codeIn(definition, channelSource);
    channel.label = dicom::readableText(definition, channelLabel);
    channel.lead = leadOfCode(channel.source);
    if (!channel.lead)
        channel.lead = leadOfLabel(channel.label.isEmpty() ? channel.source.meaning : channel.label);
    if (channel.label.isEmpty())
        channel.label = channel.lead ? leadName(*channel.lead) : channel.source.text();
    const auto sensitivity = definition.number(channelSensitivity).value_or(0.0);
    channel.unit = codeIn(definition, sensitivityUnits);
    const double correction =
        definition.text(sensitivityCorrection).isEmpty() ? 1.0 : definition.number(sensitivityCorrection).value_or(0.0);
    const double baseline = definition.number(channelBaseline).value_or(0.0);
    const bool isBaselineBad = (definition.contains(channelBaseline) && !definition.text(channelBaseline).isEmpty() &&
                                !definition.number(channelBaseline)) ||
                               std::abs(baseline) > mostWorth;
    // A step that is worth nothing would turn every curve into a flat line, which is a finding.
    const double worth = std::abs(sensitivity * correction);
    const bool hasStep = worth >= 1.0 / mostWorth && worth <= mostWorth;
    channel.isCalibrated = hasStep && !channel.unit.isEmpty() && !isBaselineBad;
    channel.sensitivity = hasStep ? sensitivity : 1.0;
    channel.correction = hasStep ? correction : 1.0;
    channel.baseline = isBaselineBad ? 0.0 : baseline;
    channel.skewS = definition.number(timeSkew).value_or(definition.number(sampleSkew).value_or(0.0) / frequencyHz);
    channel.lowHz = definition.number(filterLow);
    channel.highHz = definition.number(filterHigh);
    channel.notchHz = definition.number(notchFrequency);
    return channel;
}

Result<SampleForm> formOf(const Attributes &item)
{
    const QString name = item.text(interpretation);
    const auto form = sampleForm(name);
    if (!form)
        return fail(ErrorCode::UnsupportedImage, u"waveform of kind %1"_s.arg(name.isEmpty() ? u"?"_s : name.left(4)));
    if (item.integer(bitsAllocated).value_or(0) != form->bytes * 8)
        return fail(ErrorCode::DicomMalformed,
                    u"waveform samples of kind %1 with %2 bits"_s.arg(name, item.text(bitsAllocated)));
    return *form;
}

/// Sample by sample over the channels: PS3.3 C.10.9.1.7.
void demultiplex(const QByteArray &bytes, SampleForm form, std::int64_t samples, WaveformGroup &group)
{
    const auto *p = reinterpret_cast<const unsigned char *>(bytes.constData());
    for (Channel &channel : group.channels)
        channel.samples.resize(std::size_t(samples));
    for (std::int64_t i = 0; i < samples; ++i) {
        for (Channel &channel : group.channels) {
            channel.samples[std::size_t(i)] = sampleAt(p, form);
            p += form.bytes;
        }
    }
}

std::optional<std::int32_t> paddingOf(const Attributes &item, SampleForm form)
{
    const Attribute *attribute = item.find(paddingValue);
    if (attribute && attribute->bytes.size() >= form.bytes)
        return sampleAt(reinterpret_cast<const unsigned char *>(attribute->bytes.constData()), form);
    return std::nullopt;
}

Result<WaveformGroup> readGroup(const Attributes &item, std::int64_t &left)
{
    const auto form = formOf(item);
    if (!form)
        return fail(form.error());
    const int channels = item.integer(channelCount).value_or(0);
    const auto samples = std::int64_t(std::clamp(item.number(sampleCountTag).value_or(0.0), 0.0, 1e15));
    const auto frequency = item.number(samplingFrequency);
    const auto &definitions = item.items(channelDefinitions);
    if (channels < 1 || channels > mostChannels || samples < 1)
        return fail(ErrorCode::DicomMalformed, u"a waveform of %1 channels, %2 samples"_s.arg(channels).arg(samples));
    if (!frequency || !(*frequency >= slowestHz && *frequency <= fastestHz))
        return fail(ErrorCode::DicomMalformed,
                    u"a waveform of %1 samples a second"_s.arg(item.text(samplingFrequency).left(20)));
    if (int(definitions.size()) != channels)
        return fail(ErrorCode::DicomMalformed,
                    u"%1 channels and %2 definitions"_s.arg(channels).arg(definitions.size()));
    if (samples > left / channels)
        return fail(ErrorCode::OutOfMemory, u"more than %1 samples"_s.arg(mostSamples));
    if (std::ceil(double(samples) / *frequency / rowS) * channels > mostRows)
        return fail(ErrorCode::UnsupportedImage, u"waveform that is too long"_s);
    left -= samples * channels;
    const Attribute *data = item.find(waveformData);
    if (!data || data->bytes.size() < samples * channels * form->bytes)
        return fail(ErrorCode::DicomTruncated, u"fewer samples than announced"_s);
    WaveformGroup group;
    group.label = dicom::readableText(item, groupLabel);
    group.frequencyHz = *frequency;
    group.offsetS = item.number(groupOffset).value_or(0.0) / 1000.0;
    for (const Attributes &definition : definitions)
        group.channels.push_back(describeChannel(definition, *frequency));
    demultiplex(data->bytes, *form, samples, group);
    const auto padding = paddingOf(item, *form);
    for (Channel &channel : group.channels)
        channel.padding = padding;
    return group;
}

std::vector<WaveformNote> readNotes(const Attributes &object)
{
    std::vector<WaveformNote> notes;
    for (const Attributes &item : object.items(annotations)) {
        if (notes.size() >= mostNotes)
            break;
        WaveformNote note{codeIn(item, conceptName).text(), dicom::readableText(item, unformattedText)};
        if (note.text.isEmpty())
            note.text = codeIn(item, conceptCode).text();
        if (const QString number = item.text(numericValue); !number.isEmpty())
            note.text = (number + u' ' + unitText(codeIn(item, measurementUnits))).trimmed();
        if (!note.text.isEmpty())
            notes.push_back(note);
    }
    return notes;
}

} // namespace

QString leadName(Lead lead)
{
    static const QString names[] = {u"I"_s,  u"II"_s, u"III"_s, u"aVR"_s, u"aVL"_s, u"aVF"_s,
                                    u"V1"_s, u"V2"_s, u"V3"_s,  u"V4"_s,  u"V5"_s,  u"V6"_s};
    return names[int(lead)];
}

std::optional<double> Channel::value(std::size_t index) const
{
    if (index >= samples.size() || (padding && samples[index] == *padding))
        return std::nullopt;
    return double(samples[index]) * sensitivity * correction + baseline;
}

std::optional<double> Channel::toMillivolts() const
{
    static const QHash<QString, double> factors = {{u"uV"_s, 1e-3}, {u"mV"_s, 1.0}, {u"V"_s, 1e3}, {u"nV"_s, 1e-6}};
    const auto found = factors.constFind(unit.value);
    if (!isCalibrated || unit.scheme != "UCUM"_L1 || found == factors.cend())
        return std::nullopt;
    return *found;
}

const Channel *WaveformGroup::find(Lead lead) const
{
    const Channel *only = nullptr;
    for (const Channel &channel : channels) {
        if (channel.lead != lead)
            continue;
        if (only)
            return nullptr;
        only = &channel;
    }
    return only;
}

bool WaveformGroup::hasAllLeads() const
{
    for (int i = 0; i < 12; ++i) {
        const Channel *channel = find(Lead(i));
        if (!channel || !channel->toMillivolts())
            return false;
    }
    return true;
}

Result<std::shared_ptr<const Recording>> readRecording(const Attributes &object)
{
    const auto header = dicom::describeDocument(object);
    if (!header)
        return fail(header.error());
    const auto &items = object.items(waveformSequence);
    if (items.empty())
        return fail(ErrorCode::NoPixels, u"waveform"_s);
    auto recording = std::make_shared<Recording>();
    recording->header = **header;
    std::int64_t left = mostSamples;
    for (const Attributes &item : items) {
        auto group = readGroup(item, left);
        if (!group)
            return fail(group.error());
        recording->groups.push_back(std::move(*group));
    }
    recording->notes = readNotes(object);
    return std::shared_ptr<const Recording>(recording);
}

} // namespace consilium::documents
