#include "viewer/dicom/Describe.h"
#include "viewer/dicom/ElementValues.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace consilium::dicom
{

std::shared_ptr<const LookupTable> describeTable(const Attributes &item, bool signedInput)
{
    const Attribute *const descriptor = item.find(tags::LutDescriptor);
    const Attribute *const data = item.find(tags::LutData);
    if (!descriptor || !data)
        return nullptr;
    const std::vector<std::uint16_t> d = words(*descriptor);
    if (d.size() != 3)
        return nullptr;
    auto table = std::make_shared<LookupTable>();
    const std::size_t count = d[0] == 0 ? 65536u : d[0];
    const bool writtenSigned = descriptor->vr == Vr{'S', 'S'} || descriptor->values.value(1).startsWith(u'-');
    table->firstMapped = writtenSigned || signedInput ? static_cast<std::int16_t>(d[1]) : int(d[1]);
    table->bits = d[2];
    table->explanation = item.text(tags::LutExplanation);
    if (table->bits < 8 || table->bits > 16)
        return nullptr;
    if (table->bits == 8 && data->bytes.size() >= qsizetype(count) && data->bytes.size() < qsizetype(2 * count)) {
        for (std::size_t i = 0; i < count; ++i) // two entries a word, the first in its low byte
            table->entries.push_back(static_cast<std::uint8_t>(data->bytes[qsizetype(i)]));
        return table;
    }
    table->entries = words(*data);
    if (table->entries.size() < count)
        return nullptr;
    table->entries.resize(count);
    const int largest = (1 << table->bits) - 1;
    const bool fits =
        std::all_of(table->entries.begin(), table->entries.end(), [largest](int e) { return e <= largest; });
    return fits ? table : nullptr;
}

namespace
{

constexpr Tag pixelIntensityRelationship{0x0028, 0x1040}, petUnits{0x0054, 0x1001};

/// XA and XRF images that are not linear to the X-ray dose carry a modality LUT that leads there and is not for
/// display: PS3.3 C.8.7.1.1.2.
bool isForMeasurementOnly(const Attributes &header)
{
    const QString sopClass = header.text(tags::SopClassUid);
    const QString relation = header.text(pixelIntensityRelationship);
    return (sopClass == "1.2.840.10008.5.1.4.1.1.12.1"_L1 || sopClass == "1.2.840.10008.5.1.4.1.1.12.2"_L1) &&
           (relation == "LOG"_L1 || relation == "DISP"_L1);
}

void setUnit(const Attributes &header, GreyScale &grey, QString type)
{
    const QString modality = header.text(tags::Modality);
    if (type.isEmpty() && modality == "CT"_L1)
        type = u"HU"_s; // PS3.3 C.8.2.1: a Rescale Type is written where it is not HU
    if (modality == "PT"_L1 && header.text(petUnits) == "BQML"_L1) {
        grey.unit = ValueUnit::BecquerelPerMl;
        grey.unitText = u"Bq/ml"_s;
    } else if (type == "HU"_L1) {
        grey.unit = ValueUnit::Hounsfield;
        grey.unitText = type;
    } else if (type == "OD"_L1) {
        grey.unit = ValueUnit::OpticalDensity;
        grey.unitText = u"OD"_s;
    } else if (!type.isEmpty()) {
        grey.unit = ValueUnit::Unspecified;
        grey.unitText = type == "US"_L1 ? QString() : type; // "US": unspecified
    }
}

/// Dose = stored value x Dose Grid Scaling. PS3.3 C.8.8.3.4.1.
bool readDose(const Attributes &header, GreyScale &grey)
{
    constexpr Tag doseUnits{0x3004, 0x0002}, doseGridScaling{0x3004, 0x000E};
    if (header.text(tags::SopClassUid) != "1.2.840.10008.5.1.4.1.1.481.2"_L1)
        return false;
    const std::optional<double> scaling = header.number(doseGridScaling);
    if (!scaling || !(*scaling > 0.0))
        return false;
    grey.slope = *scaling;
    grey.unit = ValueUnit::Unspecified;
    grey.unitText = header.text(doseUnits) == "GY"_L1 ? u"Gy"_s : QString();
    return true;
}

Result<void> readModality(const Attributes &header, const PixelDescription &pixels, GreyScale &grey, Issues &issues)
{
    if (isForMeasurementOnly(header))
        return {};
    if (readDose(header, grey))
        return {};
    const Attributes *const item = header.item(tags::ModalityLutSequence);
    const bool hasSlope = !header.text(tags::RescaleSlope).isEmpty(),
               hasIntercept = !header.text(tags::RescaleIntercept).isEmpty();
    if (item) {
        // Where both stand against the standard, the table is the one that was made for this image.
        if (hasSlope || hasIntercept)
            issues.push_back({DataIssue::Kind::OtherRepaired, u"Modality LUT beside Rescale Slope: the LUT is used"_s});
        grey.modalityLut = describeTable(*item, pixels.isSigned);
        if (!grey.modalityLut)
            return fail(ErrorCode::UnsupportedImage, u"the Modality LUT is incomplete or was not delivered"_s);
        setUnit(header, grey, item->text(tags::ModalityLutType));
        return {};
    }
    if (!hasSlope && !hasIntercept)
        return {};
    // No quantity lies there, and what is computed with it in single precision would be black, white or no number.
    constexpr double mostScale = 1e18, leastSlope = 1e-18;
    const std::optional<double> slope = header.number(tags::RescaleSlope),
                                intercept = header.number(tags::RescaleIntercept);
    const bool isUsable = slope && intercept && std::abs(*slope) >= leastSlope && std::abs(*slope) <= mostScale &&
                          std::abs(*intercept) <= mostScale;
    if (!isUsable) {
        issues.push_back({DataIssue::Kind::OtherRepaired,
                          u"Rescale Slope %1, Intercept %2 cannot be used: stored values are shown"_s.arg(
                              header.text(tags::RescaleSlope).left(20), header.text(tags::RescaleIntercept).left(20))});
        return {};
    }
    grey.slope = *slope;
    grey.intercept = *intercept;
    setUnit(header, grey, header.text(tags::RescaleType));
    return {};
}

VoiFunctionKind readFunction(const Attributes &header, Issues &issues)
{
    const QString name = header.text(tags::VoiLutFunction);
    if (name.isEmpty() || name == "LINEAR"_L1)
        return VoiFunctionKind::Linear;
    if (name == "LINEAR_EXACT"_L1)
        return VoiFunctionKind::LinearExact;
    if (name == "SIGMOID"_L1)
        return VoiFunctionKind::Sigmoid;
    issues.push_back({DataIssue::Kind::InvalidWindow, u"(0028,1056) %1: taken as LINEAR"_s.arg(name.left(16))});
    return VoiFunctionKind::Linear;
}

void readWindows(const Attributes &header, GreyScale &grey, Issues &issues)
{
    const QStringList centres = header.texts(tags::WindowCenter), widths = header.texts(tags::WindowWidth);
    const QStringList names = header.texts(tags::WindowCenterWidthExplanation);
    QStringList dropped;
    for (qsizetype i = 0; i < std::max(centres.size(), widths.size()); ++i) {
        const std::optional<double> centre = finiteNumber(centres.value(i)), width = finiteNumber(widths.value(i));
        const bool isLinear = grey.voiFunction == VoiFunctionKind::Linear; // PS3.3 C.11.2.1.2.1 and .3.2
        const bool wideEnough = width && (isLinear ? *width >= 1.0 : *width > 0.0);
        if (centre && wideEnough)
            grey.windows.push_back({*centre, *width, names.value(i).trimmed()});
        else
            dropped.append(u"%1/%2"_s.arg(centres.value(i).left(16), widths.value(i).left(16)));
    }
    if (!dropped.isEmpty())
        issues.push_back({DataIssue::Kind::InvalidWindow, dropped.mid(0, 4).join(u", "_s)});
}

/// True when modality values can be negative.
bool hasNegativeValues(const GreyScale &grey, const PixelDescription &pixels)
{
    if (grey.modalityLut)
        return false;
    const double low = pixels.isSigned ? -std::ldexp(1.0, pixels.bitsStored - 1) : 0.0;
    const double high = std::ldexp(1.0, pixels.isSigned ? pixels.bitsStored - 1 : pixels.bitsStored) - 1.0;
    return grey.slope * low + grey.intercept < 0.0 || grey.slope * high + grey.intercept < 0.0;
}

} // namespace

Result<GreyScale> describeGreyScale(const Attributes &header, const PixelDescription &pixels, Issues &issues)
{
    GreyScale grey;
    if (pixels.photometric != Photometric::Monochrome1 && pixels.photometric != Photometric::Monochrome2)
        return grey;
    if (auto done = readModality(header, pixels, grey, issues); !done)
        return fail(done.error());
    grey.voiFunction = readFunction(header, issues);
    readWindows(header, grey, issues);
    for (const Attributes &item : header.items(tags::VoiLutSequence)) {
        if (auto lut = describeTable(item, hasNegativeValues(grey, pixels)))
            grey.voiLuts.push_back(std::move(lut));
        else
            issues.push_back({DataIssue::Kind::InvalidWindow,
                              u"an item of the VOI LUT Sequence is incomplete or was not delivered"_s});
    }
    // PS3.3 C.11.6: an image's Presentation LUT Shape INVERSE restates MONOCHROME1, it does not undo it.
    const bool monochrome1 = pixels.photometric == Photometric::Monochrome1;
    const QString shape = header.text(tags::PresentationLutShape);
    const bool inverse = shape == "INVERSE"_L1;
    grey.lowIsWhite = monochrome1 || inverse;
    if ((inverse && !monochrome1) || (shape == "IDENTITY"_L1 && monochrome1)) {
        issues.push_back({DataIssue::Kind::OtherRepaired,
                          u"Presentation LUT Shape %1 contradicts %2: low values are shown white"_s.arg(
                              shape, pixels.photometricName)});
    }
    return grey;
}

} // namespace consilium::dicom
