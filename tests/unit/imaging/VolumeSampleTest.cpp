#include "viewer/imaging/VolumeSample.h"
#include "tests/render/ImageFixture.h"
#include "tests/support/TestMain.h"
#include "viewer/imaging/ValueImage.h"

#include <algorithm>
#include <cmath>

using namespace consilium;
using namespace consilium::test;
using imaging::VolumeSample;

namespace
{

struct Slice {
    dicom::InstancePtr image;
    pixels::FramePtr frame;
};

/// Each slice has a slope of its own, as PET images have that are scaled one by one; stored values rise over the
/// pixels, and over the slices.
std::vector<Slice> slicesOf(int count, int rows, int columns)
{
    std::vector<Slice> all;
    for (int i = 0; i < count; ++i) {
        ImageSpec spec;
        spec.rows = rows;
        spec.columns = columns;
        spec.slope = 0.5 + i;
        spec.intercept = -3.0;
        spec.sop = QStringLiteral("1.5.%1").arg(i);
        const auto image = makeInstance(spec);
        all.push_back({image, makeFrame(*image, [i, columns](int row, int column) {
                           return (row * columns + column) % 977 + i;
                       })});
    }
    return all;
}

} // namespace

class VolumeSampleTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// Of slices small enough all values count: the ends are the percentiles of the sorted values.
    void theEndsArePercentilesOfAllSlices()
    {
        const auto slices = slicesOf(5, 40, 30);
        std::vector<double> values;
        for (int i = 0; i < 5; ++i)
            for (int pixel = 0; pixel < 40 * 30; ++pixel)
                values.push_back(float((0.5 + i) * (pixel % 977 + i) - 3.0));
        std::sort(values.begin(), values.end());
        const double low = values[std::size_t(0.001 * double(values.size()))],
                     high = values[std::size_t((1.0 - 0.001) * double(values.size()))];
        VolumeSample sample(5);
        for (const Slice &slice : slices)
            sample.add(*slice.image, *slice.frame);
        QCOMPARE(sample.slices(), 5);
        const auto window = sample.window();
        QVERIFY(window && window->function == session::VoiFunction::LinearExact);
        QVERIFY(std::abs(window->centre - window->width / 2.0 - low) < 1e-6);
        QVERIFY(std::abs(window->centre + window->width / 2.0 - high) < 1e-6);
        // Whichever comes first.
        VolumeSample other(5);
        for (auto slice = slices.rbegin(); slice != slices.rend(); ++slice)
            other.add(*slice->image, *slice->frame);
        QVERIFY(other.window() == window);
        // The first slice alone has another window.
        VolumeSample first(5);
        first.add(*slices[0].image, *slices[0].frame);
        QVERIFY(first.window() && first.window()->width < window->width / 4.0);
    }

    /// Of large ones a part counts, from all over the picture: also where the rows have a length that divides evenly.
    void largeSlicesAreSampledEvenly()
    {
        ImageSpec spec;
        spec.rows = 512;
        spec.columns = 512;
        const auto image = makeInstance(spec);
        const auto frame = makeFrame(*image, [](int, int column) { return column; });
        VolumeSample sample(1000);
        sample.add(*image, *frame);
        const auto window = sample.window();
        QVERIFY(window.has_value());
        // Values are the columns, 0 to 511, and the intercept.
        QVERIFY2(std::abs(window->centre - (255.5 + image->grey.intercept)) < 8.0,
                 qPrintable(QString::number(window->centre)));
        QVERIFY2(window->width > 490.0, qPrintable(QString::number(window->width)));
    }

    void whatHasNoValueDoesNotCount()
    {
        ImageSpec spec;
        spec.rows = 10;
        spec.columns = 10;
        auto image = makeInstance(spec);
        auto padded = std::make_shared<dicom::Instance>(*image);
        padded->pixels.paddingValue = 9;
        const auto frame = makeFrame(*padded, [](int row, int) { return row < 5 ? 9 : 100; });
        VolumeSample sample(1);
        sample.add(*padded, *frame);
        QVERIFY(sample.window() && sample.window()->centre == 100.0 + image->grey.intercept &&
                sample.window()->width == 1.0);
        padded->pixels.paddingLimit = 100;
        VolumeSample none(1);
        none.add(*padded, *frame);
        QVERIFY(!none.window());
        // The same as the picture of it has.
        const auto picture = imaging::valuesOf(*image, *frame);
        for (int row = 0; row < 10; ++row)
            QCOMPARE(imaging::valueAt(*image, *frame, row, 3), picture.at(row, 3));
    }

    void aStatedWindowIsOneOfAllSlices()
    {
        std::vector<dicom::InstancePtr> images;
        for (const double width : {400.0, 400.0, 300.0}) {
            ImageSpec spec;
            spec.sop = QStringLiteral("1.6.%1").arg(images.size());
            auto image = std::make_shared<dicom::Instance>(*makeInstance(spec));
            image->grey.windows.clear();
            image->grey.windows.emplace_back();
            image->grey.windows.back().centre = 40.0;
            image->grey.windows.back().width = width;
            images.push_back(image);
        }
        const auto set = makeDataSet(images);
        QVERIFY(!imaging::statedWindow(*set));
        set->slices.pop_back();
        QVERIFY(imaging::statedWindow(*set) && imaging::statedWindow(*set)->width == 400.0);
        auto bare = std::make_shared<dicom::Instance>(*set->slices[0]);
        bare->grey.windows.clear();
        set->slices[0] = bare;
        QVERIFY(!imaging::statedWindow(*set));
    }
};

CONSILIUM_TEST(VolumeSampleTest)
#include "VolumeSampleTest.moc"
