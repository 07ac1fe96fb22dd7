#include "tests/support/Needs.h"
#include "tests/support/TestMain.h"
#include "viewer/codecs/Decoder.h"
#include "viewer/dicom/Describe.h"
#include "viewer/dicom/DicomFile.h"
#include "viewer/pixels/PaletteFrames.h"

#include <QFile>
#include <QProcess>

using namespace consilium;

namespace
{

/// Interleaved 8-bit colours of the first frame as pydicom and numpy give them.
QByteArray byPydicom(const QString &path)
{
    static constexpr const char *script = "import sys, pydicom, numpy\n"
                                          "from pydicom.pixel_data_handlers.util import apply_color_lut\n"
                                          "d = pydicom.dcmread(sys.argv[1], force=True)\n"
                                          "a = d.pixel_array\n"
                                          "a = a[0] if int(d.get('NumberOfFrames') or 1) > 1 else a\n"
                                          "c = apply_color_lut(a, d)\n"
                                          "c = (c >> 8) if c.dtype == numpy.uint16 else c\n"
                                          "sys.stdout.buffer.write(c.astype('u1').tobytes())\n";
    QProcess process;
    process.start(QStringLiteral("/usr/bin/python3"), {QStringLiteral("-W"), QStringLiteral("ignore"),
                                                       QStringLiteral("-c"), QString::fromLatin1(script), path});
    process.waitForFinished(60000);
    return process.readAllStandardOutput();
}

Attributes paletteHeader(int count, int first, int bits)
{
    Attributes header;
    for (const Tag tag : {Tag{0x0028, 0x1101}, Tag{0x0028, 0x1102}, Tag{0x0028, 0x1103}})
        header.setText(tag, "US", {QString::number(count), QString::number(first), QString::number(bits)});
    return header;
}

Attribute wordsOf(std::initializer_list<int> values)
{
    Attribute attribute;
    attribute.vr = Vr{'O', 'W'};
    for (const int value : values) {
        attribute.bytes.append(char(value & 255));
        attribute.bytes.append(char(value >> 8));
    }
    return attribute;
}

} // namespace

/// PALETTE COLOR, PS3.3 C.7.6.3.1.5 and C.7.9.2.
class PaletteTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void againstPydicom()
    {
        REQUIRE_REAL_DATA(data)
        int compared = 0;
        for (const char *name : {"/transfer-syntaxes/examples_palette.dcm", "/us/US-PAL-8-10x-echo"}) {
            const QString path = data + QString::fromLatin1(name);
            const auto header = dicom::readHeader(path);
            const auto bytes = dicom::readFrame(path, 0);
            QVERIFY(header && bytes);
            dicom::Issues issues;
            const auto description = dicom::describePixels(*header, issues);
            QVERIFY2(description, description ? "" : qPrintable(description.error().detail));
            const auto frame = pixels::throughPalette(
                *description, pixels::decodeFrame({}, *description, description->transferSyntax, *bytes));
            QVERIFY(frame && (*frame)->type == pixels::SampleType::Rgb8);
            const QByteArray reference = byPydicom(path);
            NEEDS(!reference.isEmpty(), "python3-pydicom is not installed");
            QVERIFY(reference.size() == qsizetype((*frame)->bytes.size()));
            QVERIFY2(std::equal((*frame)->bytes.begin(), (*frame)->bytes.end(),
                                reinterpret_cast<const std::uint8_t *>(reference.constData())),
                     name);
            ++compared;
        }
        QCOMPARE(compared, 2);
    }

    /// A discrete segment of two, a linear one of four up to 60000, the discrete one once more.
    void segments()
    {
        Attributes header = paletteHeader(8, 10, 16);
        for (const Tag tag : {Tag{0x0028, 0x1221}, Tag{0x0028, 0x1222}, Tag{0x0028, 0x1223}})
            header.set(tag, wordsOf({0, 2, 512, 20000, 1, 4, 60000, 2, 1, 0, 0}));
        const auto palette = dicom::describePalette(header);
        QVERIFY2(palette, palette ? "" : qPrintable(palette.error().detail));
        QCOMPARE((*palette)->firstMapped, 10);
        const std::vector<int> expected{512, 20000, 30000, 40000, 50000, 60000, 512, 20000};
        for (std::size_t i = 0; i < expected.size(); ++i)
            QCOMPARE(int((*palette)->rgb[3 * i]), expected[i] >> 8);
    }

    /// The longest there is: 65536 entries of which one linear segment makes all but the first.
    void longestSegment()
    {
        Attributes header = paletteHeader(0, 0, 16);
        for (const Tag tag : {Tag{0x0028, 0x1221}, Tag{0x0028, 0x1222}, Tag{0x0028, 0x1223}})
            header.set(tag, wordsOf({0, 1, 0, 1, 65535, 65535}));
        const auto palette = dicom::describePalette(header);
        QVERIFY2(palette, palette ? "" : qPrintable(palette.error().detail));
        QCOMPARE((*palette)->entries(), 65536);
        for (int i = 0; i < 65536; ++i)
            QCOMPARE(int((*palette)->rgb[3 * std::size_t(i)]), i >> 8);
    }

    void nonsenseIsRefused()
    {
        QVERIFY(!dicom::describePalette(Attributes()));
        Attributes header = paletteHeader(8, 0, 16);
        QVERIFY(!dicom::describePalette(header)); // no data
        for (const Tag tag : {Tag{0x0028, 0x1221}, Tag{0x0028, 0x1222}, Tag{0x0028, 0x1223}})
            header.set(tag, wordsOf({2, 60000, 0, 0})); // refers to itself
        QVERIFY(!dicom::describePalette(header));
        header.setText(Tag{0x0028, 0x1102}, "US", {QStringLiteral("9"), QStringLiteral("0"), QStringLiteral("16")});
        QVERIFY(!dicom::describePalette(header)); // channels of different sizes
    }

    void indicesOutsideTakeTheEnds()
    {
        dicom::PixelDescription description;
        auto palette = std::make_shared<dicom::ColourPalette>();
        palette->firstMapped = 100;
        palette->rgb = {1, 2, 3, 4, 5, 6};
        description.palette = palette;
        auto indices = std::make_shared<pixels::DecodedFrame>();
        indices->rows = 1;
        indices->columns = 3;
        indices->bytes = {0, 0, 101, 0, 255, 0};
        const auto frame = pixels::throughPalette(description, pixels::FramePtr(indices));
        QVERIFY(frame);
        QVERIFY(((*frame)->bytes == std::vector<std::uint8_t>{1, 2, 3, 4, 5, 6, 4, 5, 6}));
    }
};

CONSILIUM_TEST(PaletteTest)
#include "PaletteTest.moc"
