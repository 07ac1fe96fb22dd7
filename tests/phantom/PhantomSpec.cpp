#include "tests/phantom/PhantomSpec.h"

#include <QCryptographicHash>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <random>

using namespace Qt::StringLiterals;

namespace consilium::phantom
{

namespace
{

constexpr double pi = 3.14159265358979323846;
constexpr std::array<const char *, 4> kinds{"position", "head", "marker", "chest"};
constexpr std::array<const char *, 11> variants{"axial",    "coronal", "sagittal",  "oblique", "tilted",      "uneven",
                                                "shuffled", "missing", "duplicate", "phases",  "acquisitions"};

template<class Names>
int indexIn(const Names &names, const QString &text)
{
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (text == QLatin1StringView(names[i]))
            return static_cast<int>(i);
    }
    return -1;
}

template<class Names>
QStringList listOf(const Names &names)
{
    QStringList list;
    for (const char *const name : names)
        list.append(QString::fromLatin1(name));
    return list;
}

PatientVector turned(PatientVector v, double aboutX, double aboutY, double aboutZ)
{
    const auto rotate = [](double &a, double &b, double degrees) {
        const double c = std::cos(degrees * pi / 180.0), s = std::sin(degrees * pi / 180.0);
        const double first = c * a - s * b;
        b = s * a + c * b;
        a = first;
    };
    rotate(v.y, v.z, aboutX);
    rotate(v.z, v.x, aboutY);
    rotate(v.x, v.y, aboutZ);
    return v;
}

/// Directions of a row and a column, and the way from one slice to the next (unit), from the head, front or right on.
struct Frame {
    PatientVector row, column, way;
};

Frame frameOf(const PhantomSpec &spec)
{
    const Frame axial{{1, 0, 0}, {0, 1, 0}, {0, 0, -1}};
    switch (spec.variant) {
    case Variant::Coronal:
        return {{1, 0, 0}, {0, 0, -1}, {0, 1, 0}};
    case Variant::Sagittal:
        return {{0, 1, 0}, {0, 0, -1}, {1, 0, 0}};
    case Variant::Oblique:
        return {turned(axial.row, 25, 15, 10), turned(axial.column, 25, 15, 10), turned(axial.way, 25, 15, 10)};
    case Variant::Tilted:
        return {axial.row, turned(axial.column, spec.tiltDeg, 0, 0), axial.way};
    default:
        return axial;
    }
}

/// Places along the way, in units of the slice spacing.
std::vector<double> placesOf(const PhantomSpec &spec)
{
    std::vector<double> places;
    double at = 0.0;
    for (int i = 0; i < spec.slices; ++i) {
        places.push_back(at);
        constexpr std::array uneven{0.8, 1.0, 1.3};
        at += spec.variant == Variant::Uneven ? uneven[std::size_t(i) % 3] : 1.0;
    }
    const double middle = (places.front() + places.back()) / 2.0;
    for (double &place : places)
        place -= middle;
    return places;
}

void applyVariant(const PhantomSpec &spec, std::vector<SlicePlan> &slices)
{
    const auto middle = slices.begin() + spec.slices / 2;
    if (spec.variant == Variant::Duplicate) {
        SlicePlan again = *middle;
        again.noiseSalt += 100'000;
        slices.insert(middle, again);
    } else if (spec.variant == Variant::Missing) {
        slices.erase(middle, middle + 2);
        slices.erase(slices.begin() + spec.slices / 3);
    } else if (spec.variant == Variant::Phases) {
        std::vector<SlicePlan> all;
        for (const SlicePlan &slice : slices) {
            for (int phase = 1; phase <= 3; ++phase) {
                all.push_back(slice);
                all.back().temporalPosition = phase;
                all.back().noiseSalt += 100'000 * phase;
            }
        }
        slices = std::move(all);
    } else if (spec.variant == Variant::Acquisitions) {
        const int half = spec.slices / 2;
        const PatientVector step = slices[1].position - slices[0].position;
        for (int i = half; i < spec.slices; ++i) { // the second half lies over the first, shifted by half a step
            slices[std::size_t(i)].acquisitionNumber = 2;
            slices[std::size_t(i)].position = slices[std::size_t(i - half)].position + step * 0.5;
        }
    }
    std::vector<int> numbers(slices.size());
    std::iota(numbers.begin(), numbers.end(), 1);
    if (spec.variant == Variant::Shuffled) {
        std::mt19937 random(spec.seed);
        for (std::size_t i = numbers.size() - 1; i > 0; --i) // std::shuffle differs between libraries
            std::swap(numbers[i], numbers[random() % (i + 1)]);
    }
    for (std::size_t i = 0; i < slices.size(); ++i)
        slices[i].instanceNumber = numbers[i];
    std::sort(slices.begin(), slices.end(),
              [](const SlicePlan &a, const SlicePlan &b) { return a.instanceNumber < b.instanceNumber; });
}

} // namespace

std::optional<Kind> kindFromText(const QString &text)
{
    const int index = indexIn(kinds, text);
    return index < 0 ? std::nullopt : std::optional(static_cast<Kind>(index));
}

std::optional<Variant> variantFromText(const QString &text)
{
    const int index = indexIn(variants, text);
    return index < 0 ? std::nullopt : std::optional(static_cast<Variant>(index));
}

QStringList kindNames()
{
    return listOf(kinds);
}

QStringList variantNames()
{
    return listOf(variants);
}

QString PhantomSpec::movedText() const
{
    return QStringLiteral("%1,%2,%3").arg(moved.x).arg(moved.y).arg(moved.z);
}

QString PhantomSpec::text() const
{
    QStringList parts{QString::fromLatin1(kinds[std::size_t(kind)]),
                      QString::fromLatin1(variants[std::size_t(variant)]),
                      QString::number(int(axis)),
                      QString::number(slices),
                      QString::number(rows),
                      QString::number(columns),
                      QString::number(fieldMm),
                      QString::number(rowSpacingMm),
                      QString::number(sliceSpacingMm),
                      QString::number(tiltDeg),
                      QString::number(noiseHu),
                      QString::number(seed),
                      QString::number(monochrome1),
                      patientName,
                      patientId};
    if (moved != PatientVector()) // equal parameters keep the UIDs that they have always had
        parts << QStringLiteral("moved") << movedText();
    return parts.join(u'|');
}

Result<std::vector<SlicePlan>> planSlices(const PhantomSpec &spec)
{
    const int least = spec.variant == Variant::Missing ? 8 : spec.variant == Variant::Acquisitions ? 4 : 1;
    if (spec.slices < least || spec.slices > 100'000)
        return fail(ErrorCode::InvalidArgument, u"slices must be between %1 and 100000"_s.arg(least));
    if (spec.rows < 8 || spec.rows > 8192 || spec.columns < 8 || spec.columns > 8192)
        return fail(ErrorCode::InvalidArgument, u"rows and columns must be between 8 and 8192"_s);
    const Frame frame = frameOf(spec);
    const double columnSpacing = spec.fieldMm / spec.columns;
    const double rowSpacing = spec.rowSpacingMm > 0.0 ? spec.rowSpacingMm : spec.fieldMm / spec.rows;
    const double sliceSpacing = spec.sliceSpacingMm > 0.0 ? spec.sliceSpacingMm : 240.0 / spec.slices;
    if (!(spec.fieldMm > 0.0 && rowSpacing > 0.0 && std::abs(spec.tiltDeg) < 60.0))
        return fail(ErrorCode::InvalidArgument, u"spacing must be positive and the tilt below 60 degrees"_s);

    const PatientVector corner =
        frame.row * (-columnSpacing * (spec.columns - 1) / 2.0) + frame.column * (-rowSpacing * (spec.rows - 1) / 2.0);
    std::vector<SlicePlan> slices;
    for (const double place : placesOf(spec)) {
        SlicePlan slice;
        slice.position = PatientPoint{} + corner + frame.way * (place * sliceSpacing);
        slice.alongRow = frame.row;
        slice.alongColumn = frame.column;
        slice.betweenRowsMm = rowSpacing;
        slice.betweenColumnsMm = columnSpacing;
        slice.noiseSalt = static_cast<int>(slices.size());
        slices.push_back(slice);
    }
    applyVariant(spec, slices);
    return slices;
}

QString uidFor(const QString &text)
{
    const QByteArray hash = QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).left(16);
    std::array<std::uint8_t, 16> number{};
    std::copy(hash.cbegin(), hash.cend(), reinterpret_cast<char *>(number.data()));
    QString digits;
    bool zero = false;
    while (!zero) { // long division by 10
        int rest = 0;
        zero = true;
        for (std::uint8_t &byte : number) {
            const int value = rest * 256 + byte;
            byte = static_cast<std::uint8_t>(value / 10);
            rest = value % 10;
            zero = zero && byte == 0;
        }
        digits.prepend(QChar(u'0' + rest));
    }
    return u"2.25."_s + digits;
}

} // namespace consilium::phantom
