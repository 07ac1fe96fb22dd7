#include "tests/render/ReferencePicture.h"
#include "tests/support/TestMain.h"
#include "viewer/codecs/Decoder.h"
#include "viewer/dicom/DicomFile.h"
#include "viewer/render2d/Overlay.h"
#include "viewer/render2d/Sample.h"
#include "viewer/render2d/SliceRenderer.h"

#include <QFile>

using namespace consilium;
using namespace consilium::test;

/// A real, uncompressed MR image: what is drawn is computed from the last bytes of its file, past every reader.
class RealImageTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyPixelOfAnUncompressedFile_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("EPI 256 x 256") << u"/mr-brain-brainix/Epi/IM-0001-0005.dcm"_s;
        QTest::newRow("FLAIR 288 x 288") << u"/mr-brain-brainix/Flair/IM-0001-0005.dcm"_s;
    }
    void everyPixelOfAnUncompressedFile()
    {
        QFETCH(QString, file);
        REQUIRE_REAL_DATA(folder);
        QFile bytes(folder + file);
        QVERIFY(bytes.open(QIODevice::ReadOnly));
        const auto header = dicom::readHeader(bytes.fileName());
        QVERIFY2(header.has_value(), header ? "" : qPrintable(header.error().detail));
        const auto instance = dicom::describeInstance(*header);
        QVERIFY(instance);
        const auto encoded = dicom::readFrame(bytes.fileName(), 0);
        QVERIFY(encoded);
        const auto frame = pixels::decodeFrame({(*instance)->sop, 0}, (*instance)->pixels,
                                               (*instance)->pixels.transferSyntax, *encoded);
        QVERIFY(frame);

        const int rows = (*instance)->geometry.rows, columns = (*instance)->geometry.columns;
        const QByteArray tail = bytes.readAll().right(qsizetype(rows) * columns * 2);
        const auto raw = makeFrame(**instance, [&](int row, int column) {
            const auto at = (qsizetype(row) * columns + column) * 2;
            return int(std::uint8_t(tail[at])) | int(std::uint8_t(tail[at + 1])) << 8;
        });

        render2d::SliceRenderer::Input input;
        input.instance = instance->get();
        input.frame = *frame;
        input.presentation.window = session::Window{400.0, 900.0};
        render2d::SliceRenderer renderer;
        for (const double ratio : {1.0, 1.25, 2.0}) {
            for (const QSize size : {QSize(columns, rows), QSize(500, 430)}) {
                input.logicalSize = size;
                input.devicePixelRatio = ratio;
                const QImage &image = renderer.render(input);
                const Reference reference{**instance,
                                          *raw,
                                          input.view,
                                          session::Window{400.0, 900.0},
                                          false,
                                          double(size.width()),
                                          double(size.height()),
                                          ratio};
                int compared = 0;
                for (int y = 0; y < image.height(); ++y) {
                    for (int x = 0; x < image.width(); ++x) {
                        const auto expected = reference.pixel(x, y, false);
                        if (!expected)
                            continue;
                        ++compared;
                        QVERIFY2(std::abs(qGray(image.pixel(x, y)) - *expected) <= 1.0,
                                 qPrintable(u"%1 %2"_s.arg(x).arg(y)));
                    }
                }
                QVERIFY(compared > image.width() * image.height() * 9 / 10);
            }
        }
        for (const auto &[row, column] :
             {std::pair(10, 20), std::pair(rows / 2, columns / 2), std::pair(rows - 1, columns - 1)}) {
            const auto sample = render2d::sampleAt(**instance, frame->get(), {double(column), double(row)});
            QVERIFY(sample && sample->stored);
            QCOMPARE(*sample->stored, int(raw->u16()[row * columns + column]));
        }
    }
};

CONSILIUM_TEST(RealImageTest)
#include "RealImageTest.moc"
