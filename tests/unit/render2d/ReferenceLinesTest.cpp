#include "viewer/render2d/ReferenceLines.h"
#include "tests/render/ImageFixture.h"
#include "tests/support/TestMain.h"
#include "viewer/render2d/OverlayColours.h"

#include <QImage>
#include <QPainter>

using namespace consilium;
using namespace consilium::render2d;

namespace
{

constexpr int side = 100;                 ///< of the image, pixels
constexpr QPoint corner(10, 5);           ///< of the area in the picture
constexpr QSize room(2 * side, 2 * side); ///< of the area: two pixels a pixel of the image when it is fitted
const QSize whole(room.width() + 30, room.height() + 20);

/// The lines over black, in an area at `corner`, of an image that fits the area.
QImage painted(const std::vector<ReferenceLine> &lines, int quarterTurns = 0, double ratio = 1.0)
{
    dicom::FrameGeometry geometry;
    geometry.rows = geometry.columns = side;
    session::ViewState view;
    view.orientation.rotationDeg = 90.0 * quarterTurns;
    const imaging::ViewTransform transform(geometry, view, room.width(), room.height());
    QImage image((QSizeF(whole) * ratio).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::black);
    QPainter painter(&image);
    paintReferenceLines(painter, QRectF(corner, room), lines, transform);
    painter.end();
    image.setDevicePixelRatio(1.0);
    return image;
}

/// A line across the whole image along its column `column`.
ReferenceLine upright(double column, ReferenceLine::Kind kind = ReferenceLine::Kind::Current, int slice = 7)
{
    return {kind, {{column, -0.5}, {column, side - 0.5}}, slice};
}

/// It has the colour of the lines, more or less: their edges are smooth.
bool isInk(QRgb pixel)
{
    const QColor wanted = referenceColour;
    return qGray(pixel) > qGray(wanted.rgb()) / 2;
}

/// Rows of the area in which column `x` of the picture is ink.
int inkIn(const QImage &image, int x)
{
    int count = 0;
    for (int y = corner.y(); y < corner.y() + room.height(); ++y)
        count += isInk(image.pixel(x, y));
    return count;
}

} // namespace

class ReferenceLinesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // The centre of column c of the image lies 2 c + 1 from the area's left edge.
    void theLineLiesWhereTheImageIsCut()
    {
        for (const int column : {0, 20, 73, 99}) {
            const QImage image = painted({upright(column)});
            const int x = corner.x() + 2 * column + 1;
            // A line of 1.6 px about x covers half a pixel or more on both sides of it.
            QVERIFY2(inkIn(image, x - 1) == room.height() && inkIn(image, x) == room.height(),
                     qPrintable(QString::number(column)));
            for (int other = 0; other < image.width(); ++other)
                if (std::abs(other - x) > 3)
                    QCOMPARE(inkIn(image, other), 0);
        }
    }

    void itTurnsWithTheImage()
    {
        // A quarter turn: the left column comes to the top.
        const QImage image = painted({upright(20)}, 1);
        const int y = corner.y() + 2 * 20 + 1;
        int count = 0;
        for (int x = corner.x(); x < corner.x() + room.width(); ++x)
            count += isInk(image.pixel(x, y));
        QCOMPARE(count, room.width());
        QCOMPARE(inkIn(image, corner.x() + 41), 2); // where it was: only the crossing
    }

    void endsAreDashedAndNumbered()
    {
        const QImage image = painted({upright(20, ReferenceLine::Kind::First, 1)});
        const int x = corner.x() + 41;
        const int ink = std::max(inkIn(image, x), inkIn(image, x - 1));
        // Dashes of 5 and gaps of 4 pen widths.
        QVERIFY2(ink > room.height() * 4 / 10 && ink < room.height() * 7 / 10, qPrintable(QString::number(ink)));
        const auto inkRight = [&](const QImage &picture) {
            int count = 0;
            for (int right = x + 3; right < x + 30; ++right)
                count += inkIn(picture, right);
            return count;
        };
        QVERIFY(inkRight(image) > 5); // the number of the slice
        QCOMPARE(inkRight(painted({upright(20)})), 0);
        QVERIFY(painted({upright(20, ReferenceLine::Kind::Last, 1)}) != // another number, another picture
                painted({upright(20, ReferenceLine::Kind::Last, 24)}));
    }

    void nothingOutsideTheArea()
    {
        const ReferenceLine far{ReferenceLine::Kind::Last, {{-300.0, 50.0}, {400.0, 50.0}}, 24};
        const QImage image = painted({far, upright(-40), upright(150)});
        const QRect area(corner, room);
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                if (!area.contains(x, y))
                    QCOMPARE(image.pixel(x, y), qRgb(0, 0, 0));
        QVERIFY(painted({}) == painted({upright(-40)}));
    }

    /// Of another frame of reference there is no line, until it is aligned: then it lies where the transform says.
    void alignedFramesOfReferenceCutOneAnother()
    {
        test::ImageSpec axial, coronal;
        coronal.alongColumn = PatientVector{0, 0, -1};
        coronal.position = PatientPoint{-93.0, -70.0, -380.0};
        const auto shown = test::makeInstance(axial);
        const auto cutting = test::makeInstance(coronal);
        const FrameOfReferenceUid own = shown->geometry.frameOfReference, other(QStringLiteral("9.9"));
        cutting->geometry.frameOfReference = other;
        dicom::DataSet stack;
        stack.slices = {cutting};
        QVERIFY(referenceLines(stack, 0, *shown, false).empty());
        // The coronal picture, z = -380 to -443, is at -500 to -563 then, and its y = -70 at -65: row 35.
        const session::AlignmentMap aligned{{{own, other}, RigidTransform{{}, {0.0, -5.0, 120.0}}}};
        const auto lines = referenceLines(stack, 0, *shown, false, aligned);
        QCOMPARE(lines.size(), std::size_t(1));
        QVERIFY(lines[0].isComputed);
        QVERIFY(std::abs(lines[0].inImage.from.row - 35.0) < 1e-9 && std::abs(lines[0].inImage.to.row - 35.0) < 1e-9);
        // Along the row it begins where the coronal picture does: half a pixel before column 7.
        QVERIFY(std::abs(std::min(lines[0].inImage.from.column, lines[0].inImage.to.column) - 6.5) < 1e-9);
        cutting->patient.id = QStringLiteral("TEST-0002");
        QVERIFY(referenceLines(stack, 0, *shown, false, aligned).empty());
        // Of another study, whose patient somebody has confirmed to be this one.
        cutting->study = StudyUid(QStringLiteral("8.8"));
        dicom::StudyHeader one, two;
        one.uid = shown->study;
        one.patient = shown->patient;
        two.uid = cutting->study;
        two.patient = cutting->patient;
        dicom::StudyPairs pairs;
        pairs.set(one, two, dicom::StudyPairs::Verdict::ByHand);
        QCOMPARE(referenceLines(stack, 0, *shown, false, aligned, pairs).size(), std::size_t(1));
        pairs.set(one, two, dicom::StudyPairs::Verdict::Apart);
        QVERIFY(referenceLines(stack, 0, *shown, false, aligned, pairs).empty());
    }

    void theSamePlaceOnAFineScreen()
    {
        const QImage image = painted({upright(20)}, 0, 2.0);
        const int x = 2 * (corner.x() + 41), y = 2 * (corner.y() + 100);
        QVERIFY(isInk(image.pixel(x, y)) && isInk(image.pixel(x - 1, y)));
        QVERIFY(!isInk(image.pixel(x + 6, y)) && !isInk(image.pixel(x - 6, y)));
    }
};

CONSILIUM_TEST(ReferenceLinesTest)
#include "ReferenceLinesTest.moc"
