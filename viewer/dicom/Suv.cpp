#include "viewer/dicom/Suv.h"

#include <QCoreApplication>
#include <QDate>

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;

namespace consilium::dicom
{

namespace
{

// The collector of texts takes the context from here.
class Text
{
    Q_DECLARE_TR_FUNCTIONS(Suv)
};

constexpr Tag acquisitionDateTime{0x0008, 0x002A}, seriesTime{0x0008, 0x0031}, timezoneOffset{0x0008, 0x0201},
    patientSize{0x0010, 0x1020}, patientWeight{0x0010, 0x1030}, startTime{0x0018, 0x1072}, totalDose{0x0018, 0x1074},
    halfLife{0x0018, 0x1075}, startDateTime{0x0018, 0x1078}, frameDuration{0x0018, 0x1242},
    decayCorrectionDateTime{0x0018, 0x9701}, correctedImage{0x0028, 0x0051}, radiopharmaceutical{0x0054, 0x0016},
    units{0x0054, 0x1001}, suvType{0x0054, 0x1006}, decayCorrection{0x0054, 0x1102}, frameReference{0x0054, 0x1300};

constexpr double secondsOfDay = 86400.0;

/// TM as seconds of the day: HHMMSS.FFFFFF, shorter ones too, or with colons as ACR-NEMA had it. PS3.5 6.2.
std::optional<double> secondsOf(QString time)
{
    time = time.trimmed();
    time.remove(u':');
    const auto part = [&time](qsizetype at) -> std::optional<int> {
        if (time.size() <= at)
            return 0;
        bool isNumber = false;
        const int value = QStringView(time).mid(at, 2).toInt(&isNumber);
        return isNumber && time.size() >= at + 2 ? std::optional(value) : std::nullopt;
    };
    const auto hours = part(0), minutes = part(2), seconds = part(4);
    if (time.size() < 2 || !hours || !minutes || !seconds || *hours < 0 || *hours > 23 || *minutes < 0 ||
        *minutes > 59 || *seconds < 0 || *seconds > 60)
        return std::nullopt;
    const auto fraction = time.size() > 6 ? finiteNumber(u'0' + time.mid(6)) : std::optional(0.0);
    if (!fraction || (time.size() > 6 && time[6] != u'.'))
        return std::nullopt;
    return *hours * 3600.0 + *minutes * 60.0 + *seconds + *fraction;
}

/// DA and TM as seconds since some day long ago.
std::optional<double> momentOf(const QString &date, const QString &time)
{
    QString digits = date.trimmed();
    digits.remove(u'.');
    const QDate day = QDate::fromString(digits, u"yyyyMMdd"_s);
    const auto seconds = secondsOf(time);
    if (!day.isValid() || !seconds)
        return std::nullopt;
    return double(day.toJulianDay()) * secondsOfDay + *seconds;
}

/// "+0100" as seconds.
std::optional<double> offsetOf(const QString &text)
{
    bool isNumber = false;
    const int value = text.mid(1).toInt(&isNumber);
    if (text.size() != 5 || !isNumber || (text[0] != u'+' && text[0] != u'-'))
        return std::nullopt;
    const double seconds = (value / 100) * 3600.0 + (value % 100) * 60.0;
    return text[0] == u'-' ? -seconds : seconds;
}

/// DT, in the time zone of the data set's other times. PS3.5 6.2, PS3.3 C.12.1.1.8.
std::optional<double> momentOf(const Attributes &header, const QString &dateTime)
{
    QString text = dateTime.trimmed();
    std::optional<double> zone;
    if (const qsizetype sign = text.lastIndexOf(u'+') >= 0 ? text.lastIndexOf(u'+') : text.lastIndexOf(u'-');
        sign > 0) {
        zone = offsetOf(text.mid(sign));
        if (!zone)
            return std::nullopt;
        text.truncate(sign);
    }
    constexpr qsizetype dateDigits = 8, hourDigits = 10; // a date alone is no moment
    if (text.size() < hourDigits)
        return std::nullopt;
    auto moment = momentOf(text.left(dateDigits), text.mid(dateDigits));
    const auto own = offsetOf(header.text(timezoneOffset));
    if (moment && zone && own)
        *moment += *own - *zone;
    return moment;
}

/// An element of a maker's own, by the name of its block. PS3.5 7.8.1.
std::optional<Tag> privateTag(const Attributes &header, std::uint16_t group, QLatin1StringView creator,
                              std::uint16_t element)
{
    for (std::uint16_t block = 0x10; block <= 0xFF; ++block) {
        if (header.text({group, block}) == creator)
            return Tag{group, std::uint16_t(block << 8 | element)};
    }
    return std::nullopt;
}

/// Its text, also where its VR got lost on the way.
QString privateText(const Attributes &header, std::optional<Tag> tag)
{
    const Attribute *const found = tag ? header.find(*tag) : nullptr;
    if (!found)
        return {};
    if (!found->values.isEmpty())
        return found->values.front().trimmed();
    QByteArray bytes = found->bytes;
    while (bytes.endsWith('\0'))
        bytes.chop(1);
    return QString::fromLatin1(bytes).trimmed();
}

std::optional<double> positive(std::optional<double> value)
{
    return value && *value > 0.0 && std::isfinite(*value) ? value : std::nullopt;
}

SuvFactor refused(SuvRefusal refusal)
{
    return {0.0, refusal};
}

/// When the image was taken, and the moment of its mean count rate counted from there, s.
struct Frame {
    std::optional<double> taken;
    std::optional<double> reference, duration; ///< Frame Reference Time and Actual Frame Duration, s
};

Frame frameOf(const Attributes &header)
{
    Frame frame;
    const QString date = header.text(tags::AcquisitionDate);
    frame.taken = momentOf(date.isEmpty() ? header.text(tags::SeriesDate) : date, header.text(tags::AcquisitionTime));
    if (!frame.taken)
        frame.taken = momentOf(header, header.text(acquisitionDateTime));
    constexpr double perSecond = 1000.0;
    if (const auto value = header.number(frameReference))
        frame.reference = *value / perSecond;
    if (const auto value = positive(header.number(frameDuration)))
        frame.duration = *value / perSecond;
    return frame;
}

/// The moment to which START corrects.
std::optional<double> scanStart(const Attributes &header, double halfLifeSeconds)
{
    if (const auto said = momentOf(header, header.text(decayCorrectionDateTime)))
        return said;
    const Frame frame = frameOf(header);
    const auto series = momentOf(header.text(tags::SeriesDate), header.text(seriesTime));
    if (!frame.taken)
        return std::nullopt;
    if (series && *series <= *frame.taken)
        return series;
    // The series was made after its images were taken: its time says nothing.
    const auto own = momentOf(header, privateText(header, privateTag(header, 0x0009, "GEMS_PETD_01"_L1, 0x0D)));
    if (own)
        return *own <= *frame.taken ? own : std::nullopt;
    if (!frame.reference || !frame.duration || !(*frame.reference > 0.0))
        return std::nullopt;
    // The activity falls while the frame is counted: its mean rate is that of a moment before the middle.
    const double lambda = std::numbers::ln2 / halfLifeSeconds, counted = lambda * *frame.duration;
    const double mean = std::log(counted / -std::expm1(-counted)) / lambda;
    return *frame.taken - *frame.reference + mean;
}

/// Seconds from the injection to `scan`; refusals NoInjectionTime and TimesContradict.
SuvRefusal elapsed(const Attributes &header, const Attributes &drug, double scan, double halfLifeSeconds,
                   double &seconds)
{
    // So long that a thousandth of the dose is left: another day's time, not a scan.
    constexpr double mostHalfLives = 10.0;
    const QString whole = drug.text(startDateTime);
    if (const auto injected = momentOf(header, whole)) {
        seconds = scan - *injected;
    } else if (const auto clock = secondsOf(drug.text(startTime))) {
        seconds = std::fmod(scan, secondsOfDay) - *clock;
        if (seconds < 0.0)
            seconds += secondsOfDay; // midnight lay between
    } else {
        return SuvRefusal::NoInjectionTime;
    }
    const bool isPossible = seconds >= 0.0 && seconds <= mostHalfLives * halfLifeSeconds;
    return isPossible ? SuvRefusal::None : SuvRefusal::TimesContradict;
}

/// What is left of the dose at the moment that the values were corrected to, Bq.
SuvRefusal doseOf(const Attributes &header, double &dose)
{
    // Nobody is given so little; as MBq in place of Bq it is a usual dose.
    constexpr double leastDose = 1e5;
    const Attributes *const drug = header.item(radiopharmaceutical);
    const auto given = drug ? positive(drug->number(totalDose)) : std::nullopt;
    if (!given)
        return SuvRefusal::NoDose;
    if (*given < leastDose)
        return SuvRefusal::DoseImplausible;
    dose = *given;
    if (header.text(decayCorrection) == "ADMIN"_L1)
        return SuvRefusal::None;
    const auto life = positive(drug->number(halfLife));
    if (!life)
        return SuvRefusal::NoHalfLife;
    const auto scan = scanStart(header, *life);
    if (!scan)
        return SuvRefusal::NoScanTime;
    double seconds = 0.0;
    if (const SuvRefusal refusal = elapsed(header, *drug, *scan, *life, seconds); refusal != SuvRefusal::None)
        return refusal;
    dose = *given * std::exp2(-seconds / *life);
    return SuvRefusal::None;
}

/// Du Bois, m2, of kg and cm.
double bodySurface(double weight, double height)
{
    return 0.007184 * std::pow(weight, 0.425) * std::pow(height, 0.725);
}

double leanJames(double weight, double height, bool isMale)
{
    const double ratio = weight / height;
    return isMale ? 1.10 * weight - 128.0 * ratio * ratio : 1.07 * weight - 148.0 * ratio * ratio;
}

/// Clin Pharmacokinet 2005; 44: 1051.
double leanJanmahasatian(double weight, double height, bool isMale)
{
    const double metres = height / 100.0, index = weight / (metres * metres);
    return isMale ? 9270.0 * weight / (6680.0 + 216.0 * index) : 9270.0 * weight / (8780.0 + 244.0 * index);
}

/// What the uptake is related to: g, or cm2 of the body's surface.
SuvRefusal bodyOf(const Attributes &header, SuvKind kind, double &body)
{
    constexpr double gramsOfKg = 1000.0, mostKg = 500.0, leastCm = 20.0, mostCm = 272.0, cm2OfM2 = 10000.0,
                     cmOfM = 100.0;
    const auto weight = positive(header.number(patientWeight));
    if (!weight)
        return SuvRefusal::NoWeight;
    if (*weight > mostKg)
        return SuvRefusal::BodyImplausible;
    body = *weight * gramsOfKg;
    if (kind == SuvKind::BodyWeight)
        return SuvRefusal::None;
    const auto metres = positive(header.number(patientSize));
    if (!metres)
        return SuvRefusal::NoHeight;
    const double height = *metres * cmOfM;
    if (height < leastCm || height > mostCm)
        return SuvRefusal::BodyImplausible;
    if (kind == SuvKind::BodySurface) {
        body = bodySurface(*weight, height) * cm2OfM2;
        return SuvRefusal::None;
    }
    const QString sex = header.text(tags::PatientSex);
    if (sex != "M"_L1 && sex != "F"_L1)
        return SuvRefusal::NoSex;
    const double lean = kind == SuvKind::LeanJames ? leanJames(*weight, height, sex == "M"_L1)
                                                   : leanJanmahasatian(*weight, height, sex == "M"_L1);
    body = lean * gramsOfKg;
    return lean > 0.0 && lean <= *weight ? SuvRefusal::None : SuvRefusal::BodyImplausible;
}

/// Of values that are SUV by body weight already.
SuvFactor fromBodyWeight(const Attributes &header, SuvKind kind, double factor)
{
    if (kind == SuvKind::BodyWeight)
        return {factor, SuvRefusal::None};
    double weight = 0.0, body = 0.0;
    for (const auto &[of, to] : {std::pair(SuvKind::BodyWeight, &weight), std::pair(kind, &body)}) {
        if (const SuvRefusal refusal = bodyOf(header, of, *to); refusal != SuvRefusal::None)
            return refused(refusal);
    }
    return {factor * body / weight, SuvRefusal::None};
}

SuvFactor fromActivity(const Attributes &header, SuvKind kind, double becquerels)
{
    double body = 0.0, dose = 0.0;
    if (const SuvRefusal refusal = bodyOf(header, kind, body); refusal != SuvRefusal::None)
        return refused(refusal);
    if (const SuvRefusal refusal = doseOf(header, dose); refusal != SuvRefusal::None)
        return refused(refusal);
    const double factor = becquerels * body / dose;
    return std::isfinite(factor) ? SuvFactor{factor, SuvRefusal::None} : refused(SuvRefusal::DoseImplausible);
}

/// Counts of a Philips scanner: a factor to SUV by body weight, else one to Bq/ml.
SuvFactor fromCounts(const Attributes &header, SuvKind kind)
{
    const auto factorAt = [&header](std::uint16_t element) {
        return positive(
            finiteNumber(privateText(header, privateTag(header, 0x7053, "Philips PET Private Group"_L1, element))));
    };
    if (const auto factor = factorAt(0x00))
        return fromBodyWeight(header, kind, *factor);
    if (const auto factor = factorAt(0x09))
        return fromActivity(header, kind, *factor);
    return refused(SuvRefusal::NoFactor);
}

/// PS3.3 C.8.9.1.1.3: without a type, GML is by body weight.
SuvFactor fromUptake(const Attributes &header, SuvKind kind)
{
    const QString type = header.text(suvType);
    if (type.isEmpty() || type == "BW"_L1)
        return fromBodyWeight(header, kind, 1.0);
    const bool isSame = (type == "LBMJAMES128"_L1 && kind == SuvKind::LeanJames) ||
                        (type == "LBMJANMA"_L1 && kind == SuvKind::LeanJanmahasatian);
    return isSame ? SuvFactor{1.0, SuvRefusal::None} : refused(SuvRefusal::OtherKind);
}

} // namespace

QString suvName(SuvKind kind)
{
    switch (kind) {
    case SuvKind::BodyWeight:
        return u"SUVbw"_s;
    case SuvKind::LeanJames:
        return u"SUVlbm (James)"_s;
    case SuvKind::LeanJanmahasatian:
        return u"SUVlbm (Janmahasatian)"_s;
    case SuvKind::BodySurface:
        break;
    }
    return u"SUVbsa"_s;
}

QString suvUnit(SuvKind kind)
{
    return kind == SuvKind::BodySurface ? u"cm²/ml"_s : u"g/ml"_s;
}

QString suvRefusalText(SuvRefusal refusal)
{
    switch (refusal) {
    case SuvRefusal::None:
        break;
    case SuvRefusal::NotPet:
        return Text::tr("it is no PET image");
    case SuvRefusal::Enhanced:
        return Text::tr("of enhanced PET objects it is not computed");
    case SuvRefusal::NotAttenuationCorrected:
        return Text::tr("the values are not corrected for attenuation");
    case SuvRefusal::NotDecayCorrected:
        return Text::tr("the values are not corrected for decay");
    case SuvRefusal::UnknownUnits:
        return Text::tr("the unit of the values leads to no activity");
    case SuvRefusal::NoFactor:
        return Text::tr("the values are counts and the maker's factor is missing");
    case SuvRefusal::OtherKind:
        return Text::tr("the values are SUV of another kind already");
    case SuvRefusal::NoWeight:
        return Text::tr("the patient's weight is missing");
    case SuvRefusal::NoHeight:
        return Text::tr("the patient's height is missing");
    case SuvRefusal::NoSex:
        return Text::tr("the patient's sex is missing");
    case SuvRefusal::BodyImplausible:
        return Text::tr("weight or height cannot be right");
    case SuvRefusal::NoDose:
        return Text::tr("the injected dose is missing");
    case SuvRefusal::DoseImplausible:
        return Text::tr("the injected dose cannot be right");
    case SuvRefusal::NoHalfLife:
        return Text::tr("the half-life is missing");
    case SuvRefusal::NoInjectionTime:
        return Text::tr("the time of the injection is missing");
    case SuvRefusal::NoScanTime:
        return Text::tr("the time to which decay was corrected is not known");
    case SuvRefusal::TimesContradict:
        return Text::tr("the times of injection and scan contradict each other");
    }
    return {};
}

SuvFactor suvFactor(const Attributes &header, SuvKind kind)
{
    if (header.text(tags::Modality) != "PT"_L1)
        return refused(SuvRefusal::NotPet);
    if (header.text(tags::SopClassUid) == "1.2.840.10008.5.1.4.1.1.130"_L1)
        return refused(SuvRefusal::Enhanced);
    const QStringList corrections = header.texts(correctedImage);
    const auto isCorrected = [&corrections](QLatin1StringView what) {
        return std::any_of(corrections.begin(), corrections.end(),
                           [what](const QString &one) { return one.trimmed() == what; });
    };
    if (!isCorrected("ATTN"_L1))
        return refused(SuvRefusal::NotAttenuationCorrected);
    const QString decay = header.text(decayCorrection);
    if (!isCorrected("DECY"_L1) || (decay != "START"_L1 && decay != "ADMIN"_L1))
        return refused(SuvRefusal::NotDecayCorrected);
    const QString unit = header.text(units);
    if (unit == "BQML"_L1)
        return fromActivity(header, kind, 1.0);
    if (unit == "CNTS"_L1)
        return fromCounts(header, kind);
    if (unit == "GML"_L1)
        return fromUptake(header, kind);
    if (unit == "CM2ML"_L1) // PS3.3 C.8.9.1.1.3: by body surface
        return kind == SuvKind::BodySurface ? SuvFactor{1.0, SuvRefusal::None} : refused(SuvRefusal::OtherKind);
    return refused(SuvRefusal::UnknownUnits);
}

SuvFactors suvFactors(const Attributes &header)
{
    SuvFactors factors;
    for (const SuvKind kind : suvKinds)
        factors.byKind[std::size_t(kind)] = suvFactor(header, kind);
    return factors;
}

} // namespace consilium::dicom
