#include "viewer/dicom/Describe.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace consilium::dicom
{

namespace
{

constexpr double exactTolerance = 1e-3;  ///< rounding in the file: brought to unit length without a word
constexpr double repairTolerance = 0.05; ///< beyond: not an orientation at all
constexpr double maximumPositionMm = 100'000.0;

/// Why what the file says of it cannot be used; empty where it can, or says nothing.
QString readOrientation(const Attributes &header, FrameGeometry &g, Issues &issues)
{
    if (header.texts(tags::ImageOrientationPatient).isEmpty())
        return {};
    const auto v = header.numbers(tags::ImageOrientationPatient, 6);
    if (!v)
        return u"Image Orientation (Patient) is not six numbers"_s;
    const PatientVector row{(*v)[0], (*v)[1], (*v)[2]}, column{(*v)[3], (*v)[4], (*v)[5]};
    const double error =
        std::max({std::abs(row.length() - 1.0), std::abs(column.length() - 1.0), std::abs(row.dot(column))});
    if (!(error <= repairTolerance))
        return u"Image Orientation (Patient) is not two perpendicular unit vectors"_s;
    const PatientVector unitRow = row.normalised();
    g.alongRow = unitRow;
    g.alongColumn = (column - unitRow * column.dot(unitRow)).normalised();
    if (error > exactTolerance) {
        issues.push_back({DataIssue::Kind::OtherRepaired,
                          u"Image Orientation (Patient) was off by %1 and made perpendicular"_s.arg(error, 0, 'f', 4)});
    }
    return {};
}

void readPosition(const Attributes &header, FrameGeometry &g, Issues &issues)
{
    if (header.texts(tags::ImagePositionPatient).isEmpty())
        return;
    const auto v = header.numbers(tags::ImagePositionPatient, 3);
    const bool usable =
        v && std::all_of(v->begin(), v->end(), [](double c) { return std::abs(c) <= maximumPositionMm; });
    if (usable)
        g.position = PatientPoint{(*v)[0], (*v)[1], (*v)[2]};
    else
        issues.push_back({DataIssue::Kind::NoPosition, u"Image Position (Patient) is not three lengths in mm"_s});
}

/// Letters of Patient Orientation (0020,0020) when all are of the biped set. PS3.3 C.7.6.1.1.1.
QString checkedLetters(const QString &text)
{
    const bool valid = !text.isEmpty() && text.size() <= 3 &&
                       std::all_of(text.cbegin(), text.cend(), [](QChar c) { return u"LRAPHF"_s.contains(c); });
    return valid ? text : QString();
}

/// Opposite letters lie on one axis. Each text names an axis once at most, and rows run along another one than columns.
bool contradict(const QString &row, const QString &column)
{
    const auto axisOf = [](QChar letter) { return u"LR"_s.contains(letter) ? 0 : u"AP"_s.contains(letter) ? 1 : 2; };
    const auto repeats = [&](const QString &text) {
        int seen = 0;
        for (const QChar letter : text) {
            if (seen & 1 << axisOf(letter))
                return true;
            seen |= 1 << axisOf(letter);
        }
        return false;
    };
    return repeats(row) || repeats(column) || axisOf(row[0]) == axisOf(column[0]);
}

/// Of an image whose orientation is not known as vectors. Why they cannot be used; empty where they can, or are
/// missing.
QString readLetters(const Attributes &header, FrameGeometry &g)
{
    const QStringList letters = header.texts(tags::PatientOrientation);
    if (letters.size() != 2)
        return {};
    g.rowLetters = checkedLetters(letters[0].trimmed());
    g.columnLetters = checkedLetters(letters[1].trimmed());
    if (!g.hasSides() || !contradict(g.rowLetters, g.columnLetters))
        return {};
    g.rowLetters.clear();
    g.columnLetters.clear();
    return u"(0020,0020) contradicts itself"_s;
}

/// That the sides are not known is said where no letters are drawn, and nowhere else.
void readSides(const Attributes &header, FrameGeometry &g, Issues &issues)
{
    QString unusable = readOrientation(header, g, issues);
    if (!g.isOriented()) {
        const QString letters = readLetters(header, g);
        unusable = unusable.isEmpty() ? letters : unusable;
    }
    if (g.hasSides()) {
        if (!unusable.isEmpty())
            issues.push_back({DataIssue::Kind::OtherRepaired, unusable + u"; (0020,0020) was used"_s});
        return;
    }
    const ImagingKind kind = imagingKind(header);
    const bool isExpected = kind == ImagingKind::CrossSection || kind == ImagingKind::Projection;
    if (unusable.isEmpty() && isExpected)
        unusable = u"(0020,0037) and (0020,0020) are missing"_s;
    if (!unusable.isEmpty())
        issues.push_back({DataIssue::Kind::NoOrientation, unusable});
}

} // namespace

FrameGeometry describeGeometry(const Attributes &header, Issues &issues)
{
    FrameGeometry g;
    g.rows = header.integer(tags::Rows).value_or(0);
    g.columns = header.integer(tags::Columns).value_or(0);
    g.frameOfReference = FrameOfReferenceUid(header.text(tags::FrameOfReferenceUid));
    readSides(header, g, issues);
    readPosition(header, g, issues);
    const bool isUnplaced = !g.isOriented() && g.hasSides() && imagingKind(header) == ImagingKind::CrossSection;
    if (isUnplaced && std::none_of(issues.begin(), issues.end(),
                                   [](const DataIssue &i) { return i.kind == DataIssue::Kind::NoPosition; }))
        issues.push_back({DataIssue::Kind::NoPosition, u"(0020,0037) cannot be used: not sorted by place"_s});

    g.spacing = describeSpacing(header, issues);
    g.regions = describeRegions(header);
    if (g.spacing.isKnown()) {
        g.aspectRowsToColumns = g.spacing.betweenRowsMm / g.spacing.betweenColumnsMm;
    } else if (const auto ratio = header.numbers(tags::PixelAspectRatio, 2)) {
        const double aspect = (*ratio)[1] > 0.0 ? (*ratio)[0] / (*ratio)[1] : 0.0;
        if (aspect > 0.01 && aspect < 100.0)
            g.aspectRowsToColumns = aspect;
        else
            issues.push_back({DataIssue::Kind::InvalidSpacing, u"Pixel Aspect Ratio (0028,0034) is not positive"_s});
    }
    return g;
}

} // namespace consilium::dicom
