#include "tests/render/ImageFixture.h"
#include "tests/support/TestMain.h"
#include "viewer/render2d/Overlay.h"
#include "viewer/render2d/SliceRenderer.h"

using namespace consilium;
using namespace consilium::test;

namespace
{

/// PS3.3 C.7.6.2.1.1: +x left, +y posterior, +z head; the screen says S and I.
QString letterOf(PatientVector direction)
{
    const double x = std::abs(direction.x), y = std::abs(direction.y);
    if (x > 0.5)
        return direction.x > 0 ? u"L"_s : u"R"_s;
    if (y > 0.5)
        return direction.y > 0 ? u"P"_s : u"A"_s;
    return direction.z > 0 ? u"S"_s : u"I"_s;
}

std::vector<PatientVector> axes()
{
    return {{1, 0, 0}, {-1, 0, 0}, {0, 1, 0}, {0, -1, 0}, {0, 0, 1}, {0, 0, -1}};
}

/// Centre of the bright pixels, from the middle of the picture.
ScreenVector brightCentre(const QImage &image)
{
    double x = 0.0, y = 0.0, sum = 0.0;
    for (int row = 0; row < image.height(); ++row) {
        for (int column = 0; column < image.width(); ++column) {
            const double w = qGray(image.pixel(column, row));
            x += w * (column + 0.5);
            y += w * (row + 0.5);
            sum += w;
        }
    }
    return {x / sum - image.width() / 2.0, y / sum - image.height() / 2.0};
}

} // namespace

/// Row 2 of the clinical rules: a marker voxel on a known side of the patient appears on the side that bears its
/// letter.
class LettersTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theMarkerIsOnTheSideThatBearsItsLetter()
    {
        int checked = 0;
        for (const auto &alongRow : axes()) {
            for (const auto &alongColumn : axes()) {
                if (alongRow.dot(alongColumn) != 0.0)
                    continue;
                for (const bool flipped : {false, true}) {
                    for (const double rotation : {0.0, 90.0, 180.0, 270.0, 15.0, 100.0, 195.0, 340.0})
                        checked += checkOne(alongRow, alongColumn, {rotation, flipped});
                    if (QTest::currentTestFailed())
                        return;
                }
            }
        }
        QCOMPARE(checked, 24 * 2 * 8 * 4);
    }

    void withoutOrientationNoLetters()
    {
        ImageSpec spec;
        spec.alongRow = spec.alongColumn = std::nullopt;
        const auto instance = makeInstance(spec);
        const imaging::ViewTransform transform(instance->geometry, {}, 100, 100);
        render2d::OverlayInput input;
        input.instance = instance.get();
        const auto letters = render2d::overlayText(input, &transform).letters;
        QVERIFY(letters.left.isEmpty() && letters.right.isEmpty() && letters.top.isEmpty() && letters.bottom.isEmpty());
    }

private:
    int checkOne(PatientVector alongRow, PatientVector alongColumn, session::Orientation orientation)
    {
        ImageSpec spec;
        spec.rows = spec.columns = 40;
        spec.alongRow = alongRow;
        spec.alongColumn = alongColumn;
        const auto instance = makeInstance(spec);
        render2d::OverlayInput overlay;
        overlay.instance = instance.get();
        overlay.view.orientation = orientation;
        const imaging::ViewTransform transform(instance->geometry, overlay.view, 80, 80);
        const auto letters = render2d::overlayText(overlay, &transform).letters;
        const int places[4][2] = {{20, 2}, {20, 37}, {2, 20}, {37, 20}}; // row, column
        const PatientVector sides[4] = {-alongRow, alongRow, -alongColumn, alongColumn};
        int checked = 0;
        for (int i = 0; i < 4; ++i) {
            render2d::SliceRenderer renderer;
            render2d::SliceRenderer::Input input;
            input.instance = instance.get();
            input.frame = makeFrame(*instance, [&](int row, int column) {
                return std::abs(row - places[i][0]) <= 1 && std::abs(column - places[i][1]) <= 1 ? 2000 : 0;
            });
            input.view = overlay.view;
            input.presentation.window = session::Window{0.0, 1000.0};
            input.logicalSize = {80, 80};
            const ScreenVector at = brightCentre(renderer.render(input));
            const bool horizontal = std::abs(at.dx) > std::abs(at.dy);
            const QString shown =
                horizontal ? (at.dx < 0 ? letters.left : letters.right) : (at.dy < 0 ? letters.top : letters.bottom);
            if (shown != letterOf(sides[i])) {
                QTest::qFail(qPrintable(u"side %1 bears %2, the marker is %3"_s.arg(i).arg(shown, letterOf(sides[i]))),
                             __FILE__, __LINE__);
                return checked;
            }
            ++checked;
        }
        return checked;
    }
};

CONSILIUM_TEST(LettersTest)
#include "LettersTest.moc"
