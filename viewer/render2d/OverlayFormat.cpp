#include "viewer/render2d/OverlayFormat.h"

#include <QCoreApplication>
#include <QDate>

#include <cmath>

namespace consilium::render2d
{

using namespace Qt::StringLiterals;

namespace
{

// The collector of texts takes the context from here.
class Text
{
    Q_DECLARE_TR_FUNCTIONS(Overlay)
};

constexpr QChar minusSign(0x2212);

std::optional<QDate> parseDate(const QString &date)
{
    QString digits = date.trimmed();
    digits.remove(u'.'); // ACR-NEMA wrote 2026.11.23
    digits.remove(u'-');
    const QDate parsed = QDate::fromString(digits, u"yyyyMMdd"_s);
    return parsed.isValid() && digits.size() == 8 ? std::optional(parsed) : std::nullopt;
}

QString timeText(const QString &time)
{
    QString digits = time.trimmed();
    digits.remove(u':');
    if (digits.size() < 4)
        return {};
    bool hoursOk = false, minutesOk = false;
    const int hours = QStringView(digits).left(2).toInt(&hoursOk);
    const int minutes = QStringView(digits).mid(2, 2).toInt(&minutesOk);
    if (!hoursOk || !minutesOk || hours < 0 || hours > 23 || minutes < 0 || minutes > 59)
        return {};
    return digits.left(2) + u':' + digits.mid(2, 2);
}

QString ageWithUnit(int count, QChar unit)
{
    switch (unit.unicode()) {
    case u'Y':
        return Text::tr("%1 y").arg(count);
    case u'M':
        return Text::tr("%1 mo").arg(count);
    case u'W':
        return Text::tr("%1 wk").arg(count);
    case u'D':
        return Text::tr("%1 d").arg(count);
    default:
        return {};
    }
}

/// PS3.5 6.2: AS is nnnD, nnnW, nnnM or nnnY.
QString writtenAge(const QString &age)
{
    const QString text = age.trimmed().toUpper();
    if (text.size() < 2)
        return {};
    bool ok = false;
    const int count = QStringView(text).chopped(1).toInt(&ok);
    return ok && count >= 0 ? ageWithUnit(count, text.back()) : QString();
}

/// Completed years; months below two years, days below one month, as on a ward.
QString ageAt(const QDate &birth, const QDate &then)
{
    if (then < birth)
        return {};
    int months = (then.year() - birth.year()) * 12 + then.month() - birth.month();
    if (then.day() < birth.day())
        --months;
    if (months >= 24)
        return ageWithUnit(months / 12, u'Y');
    return months >= 1 ? ageWithUnit(months, u'M') : ageWithUnit(int(birth.daysTo(then)), u'D');
}

QString sexText(const QString &sex)
{
    if (sex == u"M")
        return Text::tr("M");
    if (sex == u"F")
        return Text::tr("F");
    return sex == u"O" ? Text::tr("other sex") : QString();
}

QString axisText(double mm, QChar positive, QChar negative)
{
    const QString number = numberText(mm, 1);
    return number.startsWith(minusSign) ? negative + u' ' + number.mid(1) : positive + u' ' + number;
}

} // namespace

QString numberText(double value, int decimals)
{
    QString text = QString::number(value, 'f', decimals);
    if (!text.startsWith(u'-'))
        return text;
    const bool zero = text.toDouble() == 0.0;
    text.remove(0, 1);
    return zero ? text : minusSign + text;
}

QString numberText(double value)
{
    const double size = std::abs(value);
    if (size == std::floor(size) && size < 1e9)
        return numberText(value, 0);
    if (size >= 100.0)
        return numberText(value, 0);
    if (size >= 10.0)
        return numberText(value, 1);
    if (size >= 0.1)
        return numberText(value, 2);
    return numberText(value, std::min(9, 1 - int(std::floor(std::log10(size)))));
}

QString dateTimeText(const QString &date, const QString &time)
{
    const auto day = parseDate(date);
    if (!day)
        return date.trimmed();
    const QString clock = timeText(time);
    const QString text = day->toString(u"yyyy-MM-dd"_s);
    return clock.isEmpty() ? text : text + u' ' + clock;
}

QString sexAgeText(const dicom::PatientIdentity &patient, const QString &studyDate)
{
    QString age = writtenAge(patient.age);
    if (age.isEmpty()) {
        const auto birth = parseDate(patient.birthDate), then = parseDate(studyDate);
        if (birth && then)
            age = ageAt(*birth, *then);
    }
    const QString sex = sexText(patient.sex);
    return sex.isEmpty() || age.isEmpty() ? sex + age : sex + u' ' + age;
}

QString slicePositionText(const dicom::FrameGeometry &geometry)
{
    const auto normal = geometry.normal();
    if (!normal || !geometry.position)
        return {};
    const auto centre = geometry.toPatient({(geometry.columns - 1) / 2.0, (geometry.rows - 1) / 2.0});
    const PatientPoint p = centre.value_or(*geometry.position);
    const double x = std::abs(normal->x), y = std::abs(normal->y), z = std::abs(normal->z);
    QString text;
    if (z >= x && z >= y)
        text = axisText(p.z, u'S', u'I');
    else
        text = y >= x ? axisText(p.y, u'P', u'A') : axisText(p.x, u'L', u'R');
    return text + u" mm"_s;
}

QString patientPointText(PatientPoint point)
{
    return axisText(point.x, u'L', u'R') + u"  "_s + axisText(point.y, u'P', u'A') + u"  "_s +
           axisText(point.z, u'S', u'I') + u" mm"_s;
}

QString slabModeText(session::SlabMode mode)
{
    switch (mode) {
    case session::SlabMode::Maximum:
        return Text::tr("MIP");
    case session::SlabMode::Minimum:
        return Text::tr("MinIP");
    case session::SlabMode::Mean:
        break;
    }
    return Text::tr("Mean");
}

QString slabRefusalText(imaging::SlabRefusal refusal)
{
    using Refusal = imaging::SlabRefusal;
    switch (refusal) {
    case Refusal::None:
        return {};
    case Refusal::NotGrey:
        return Text::tr("images in colour have no slab");
    case Refusal::NoPlace:
        return Text::tr("the images do not say where they lie, or there is only one");
    case Refusal::NotParallel:
        return Text::tr("the neighbouring slices are not parallel");
    case Refusal::OtherFrame:
        return Text::tr("the neighbouring slices belong to other frames of reference");
    case Refusal::Uneven:
        return Text::tr("the steps between the slices are uneven here");
    case Refusal::Tilted:
        return Text::tr("the slices are shifted against one another (tilted gantry)");
    case Refusal::Mixed:
        return Text::tr("the neighbouring slices differ in size, spacing or unit");
    case Refusal::TooDeep:
        return Text::tr("images with values of 32 bits have no slab");
    case Refusal::TooThick:
        break;
    }
    return Text::tr("more slices than there is memory for");
}

QString enhancementText(const session::Enhancement &enhancement)
{
    switch (enhancement.kind) {
    case session::EnhancementKind::Sharpen:
        return Text::tr("Sharpened %1").arg(enhancement.level);
    case session::EnhancementKind::Smooth:
        return Text::tr("Smoothed %1").arg(enhancement.level);
    case session::EnhancementKind::Edge:
        return Text::tr("Edges %1").arg(enhancement.level);
    case session::EnhancementKind::LocalContrast:
        break;
    }
    return Text::tr("Local contrast %1").arg(enhancement.level);
}

QString colourMapText(session::ColourMap map)
{
    switch (map) {
    case session::ColourMap::Grey:
        break;
    case session::ColourMap::HotIron:
        return Text::tr("Hot Iron");
    case session::ColourMap::Pet:
        return Text::tr("PET");
    case session::ColourMap::HotMetalBlue:
        return Text::tr("Hot Metal Blue");
    case session::ColourMap::Pet20Step:
        return Text::tr("PET 20 Step");
    case session::ColourMap::Rainbow:
        return Text::tr("Rainbow");
    }
    return Text::tr("Grey");
}

QString basisSuffix(dicom::SpacingBasis basis)
{
    switch (basis) {
    case dicom::SpacingBasis::DetectorPlane:
        return u' ' + Text::tr("(detector plane)");
    case dicom::SpacingBasis::Calibrated:
        return u' ' + Text::tr("(calibrated)");
    case dicom::SpacingBasis::MagnificationCorrected:
        return u' ' + Text::tr("(magnification corrected)");
    case dicom::SpacingBasis::AsWritten:
        return u' ' + Text::tr("(as written in the file, plane not known)");
    case dicom::SpacingBasis::ScannedMedium:
        return u' ' + Text::tr("(on the scanned film)");
    case dicom::SpacingBasis::ByHand:
        return u' ' + Text::tr("(calibrated by hand)");
    case dicom::SpacingBasis::None:
    case dicom::SpacingBasis::PatientPlane:
    case dicom::SpacingBasis::UltrasoundRegion:
        break;
    }
    return {};
}

} // namespace consilium::render2d
