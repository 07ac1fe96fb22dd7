#include "viewer/dicom/Overlays.h"
#include "tests/support/Needs.h"
#include "tests/support/TestMain.h"
#include "tests/unit/dicom/HeaderFixture.h"
#include "viewer/dicom/DicomFile.h"
#include "viewer/dicom/Shutter.h"

#include <QCryptographicHash>
#include <QProcess>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace consilium;
using namespace consilium::dicom;
using namespace consilium::test;

namespace
{

Attributes withOverlay(int rows, int columns, const QByteArray &bits, int group = 0x6000)
{
    Attributes h = ctHeader();
    const auto tag = [group](int element) { return Tag{std::uint16_t(group), std::uint16_t(element)}; };
    setTexts(h, tag(0x0010), "US", QString::number(rows));
    setTexts(h, tag(0x0011), "US", QString::number(columns));
    setTexts(h, tag(0x0050), "SS", u"1\\1"_s);
    setTexts(h, tag(0x0100), "US", u"1"_s);
    setTexts(h, tag(0x0102), "US", u"0"_s);
    Attribute data;
    data.vr = {'O', 'W'};
    data.bytes = bits;
    h.set(tag(0x3000), data);
    return h;
}

InstancePtr described(const Attributes &header)
{
    return describeInstance(header).value_or(nullptr);
}

std::shared_ptr<const Shutter> shutterOf(const QMap<int, QString> &elements, std::vector<DataIssue> *issues = nullptr)
{
    Attributes h = ctHeader(); // 512 rows, 256 columns, pixels 0.5 mm high and 0.75 mm wide
    for (auto it = elements.begin(); it != elements.end(); ++it)
        setTexts(h, {0x0018, std::uint16_t(it.key())}, it.key() == 0x1600 ? "CS" : "IS", it.value());
    const InstancePtr image = described(h);
    if (issues)
        *issues = image->issues;
    return image->shutter;
}

} // namespace

class OverlaysTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void realFilesAsPydicomSeesThem_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("planes");
        QTest::addColumn<int>("missing");
        QTest::newRow("out of bounds") << u"/cr-dx-mg/OutOfBoundsOverlay.dcm"_s << 2 << 0;
        QTest::newRow("whole image") << u"/transfer-syntaxes/examples_overlay.dcm"_s << 1 << 0;
        QTest::newRow("two in the pixels' high bits") << u"/sr-pr-seg-rt-pdf/overlay.dcm"_s << 2 << 0;
    }

    void realFilesAsPydicomSeesThem()
    {
        QFETCH(QString, file);
        QFETCH(int, planes);
        QFETCH(int, missing);
        REQUIRE_REAL_DATA(data)
        const auto header = readHeader(data + file);
        QVERIFY(header.has_value());
        const InstancePtr image = described(*header);
        QVERIFY(image && image->overlays);
        // Those within the pixels are compared where they are decoded (DeepPixelsTest).
        QCOMPARE(int(std::count_if(image->overlays->begin(), image->overlays->end(),
                                   [](const OverlayPlane &plane) { return plane.bitInPixels < 0; })),
                 planes);
        QCOMPARE(int(std::count_if(image->issues.begin(), image->issues.end(),
                                   [](const DataIssue &i) { return i.kind == DataIssue::Kind::OverlayMissing; })),
                 missing);
        QProcess python;
        python.start(u"/usr/bin/python3"_s,
                     {QStringLiteral(CONSILIUM_SOURCE_DIR "/tests/unit/dicom/overlays_opinion.py"), data + file});
        NEEDS(python.waitForFinished(60'000) && python.exitCode() == 0, "no python3 with pydicom and numpy");
        const QStringList lines = QString::fromUtf8(python.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(int(lines.size()), planes);
        std::vector<OverlayPlane> own; // those in the pixels are seen when these are decoded
        std::copy_if(image->overlays->begin(), image->overlays->end(), std::back_inserter(own),
                     [](const OverlayPlane &plane) { return plane.bitInPixels < 0; });
        for (int i = 0; i < planes; ++i) {
            const OverlayPlane &plane = own[std::size_t(i)];
            QByteArray bytes;
            for (int row = 0; row < plane.rows; ++row)
                for (int column = 0; column < plane.columns; ++column)
                    bytes += char(plane.isSet(0, row, column));
            const QString ours =
                u"0x%1 %2 %3 %4 %5 %6"_s.arg(QString::number(plane.group, 16))
                    .arg(plane.rows)
                    .arg(plane.columns)
                    .arg(plane.top + 1)
                    .arg(plane.left + 1)
                    .arg(QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha1).toHex()));
            QCOMPARE(ours, lines[i]);
        }
    }

    void bitsAndFrames()
    {
        // 3 x 3, two frames: the second begins in the middle of a byte.
        Attributes h = withOverlay(3, 3, QByteArray("\x11\x03\x02\x00", 4));
        setTexts(h, {0x6000, 0x0015}, "IS", u"2"_s);
        setTexts(h, {0x6000, 0x0051}, "US", u"3"_s);
        setTexts(h, {0x6000, 0x0050}, "SS", u"-4\\700"_s);
        setTexts(h, tags::NumberOfFrames, "IS", u"5"_s);
        const auto frames = describeFrames(h).value_or(std::vector<InstancePtr>());
        QCOMPARE(frames.size(), std::size_t(5));
        QVERIFY(frames[0]->overlays && frames[0]->overlays == frames[4]->overlays); // shared, not copied
        const OverlayPlane &plane = frames[0]->overlays->front();
        QCOMPARE(plane.top, -5);
        QCOMPARE(plane.left, 699);
        // Bits by hand: 0x11 = bits 0 and 4; 0x03 = bits 8 and 9; 0x02 = bit 17.
        const QSet<int> set{0, 4, 8, 9, 17};
        for (int bit = 0; bit < 18; ++bit)
            QCOMPARE(plane.isSet(bit / 9, bit % 9 / 3, bit % 3), set.contains(bit));
        const int over[] = {-1, -1, 0, 1, -1};
        for (int i = 0; i < 5; ++i)
            QCOMPARE(plane.frameOver(i), over[i]);
        // One without a word about frames lies over all.
        Attributes single = withOverlay(3, 3, QByteArray("\x01\x00", 2));
        setTexts(single, tags::NumberOfFrames, "IS", u"5"_s);
        QCOMPARE(described(single)->overlays->front().frameOver(4), 0);
    }

    void whatCannotBeIsSaid_data()
    {
        QTest::addColumn<Tag>("tag");
        QTest::addColumn<QString>("value");
        QTest::newRow("no rows") << Tag{0x6000, 0x0010} << u"0"_s;
        QTest::newRow("columns not a number") << Tag{0x6000, 0x0011} << u"x"_s;
        QTest::newRow("more bits than there are") << Tag{0x6000, 0x0010} << u"60000"_s;
        QTest::newRow("negative frames") << Tag{0x6000, 0x0015} << u"-1"_s;
        QTest::newRow("half an origin") << Tag{0x6000, 0x0050} << u"1"_s;
    }

    void whatCannotBeIsSaid()
    {
        QFETCH(Tag, tag);
        QFETCH(QString, value);
        Attributes h = withOverlay(4, 4, QByteArray("\xFF\xFF", 2));
        QVERIFY(described(h)->overlays && described(h)->issues.empty());
        setTexts(h, tag, "IS", value);
        const InstancePtr image = described(h);
        QVERIFY(image && !image->overlays);
        QVERIFY(hasIssue(image->issues, DataIssue::Kind::OverlayMissing));
    }

    void leftOut()
    {
        Attributes h = withOverlay(4, 4, {});
        QVERIFY(!described(h)->overlays && hasIssue(described(h)->issues, DataIssue::Kind::OverlayMissing));
        // Cut short: the whole frames stay.
        Attributes two = withOverlay(4, 4, QByteArray("\xFF\xFF\xFF", 3));
        setTexts(two, {0x6000, 0x0015}, "IS", u"2"_s);
        QCOMPARE(described(two)->overlays->front().frames, 1);
        QVERIFY(!described(ctHeader())->overlays);
    }

    void shutterShapes()
    {
        const auto rectangle = shutterOf(
            {{0x1600, u"RECTANGULAR"_s}, {0x1602, u"11"_s}, {0x1604, u"200"_s}, {0x1606, u"5"_s}, {0x1608, u"300"_s}});
        QVERIFY(rectangle);
        const auto circle = shutterOf({{0x1600, u"CIRCULAR"_s}, {0x1610, u"250\\120"_s}, {0x1612, u"80"_s}});
        QVERIFY(circle);
        const auto polygon =
            shutterOf({{0x1600, u"POLYGONAL"_s}, {0x1620, u"11\\21\\11\\221\\411\\121"_s}, {0x1622, u"65535"_s}});
        QVERIFY(polygon);
        QCOMPARE(rectangle->grey, 0);
        QCOMPARE(polygon->grey, 255);
        const auto all = shutterOf({{0x1600, u"RECTANGULAR\\CIRCULAR\\POLYGONAL"_s},
                                    {0x1602, u"11"_s},
                                    {0x1604, u"200"_s},
                                    {0x1606, u"5"_s},
                                    {0x1608, u"300"_s},
                                    {0x1610, u"250\\120"_s},
                                    {0x1612, u"80"_s},
                                    {0x1620, u"11\\21\\11\\221\\411\\121"_s}});
        QVERIFY(all);
        int hidden = 0;
        for (int row = 0; row < 512; ++row) {
            for (int column = 0; column < 256; ++column) {
                const int r = row + 1, c = column + 1; // as the file counts
                const bool inRectangle = c >= 11 && c <= 200 && r >= 5 && r <= 300;
                // Half a mm high for three quarters wide: the radius is in columns.
                const double up = (r - 250) * (0.5 / 0.75), across = c - 120;
                const bool inCircle = up * up + across * across <= 80.0 * 80.0 + 1e-9;
                // A triangle with its base at row 11 and its tip at row 411, column 121.
                const double share = (411.0 - r) / 400.0;
                const bool inTriangle = r >= 11 && r <= 411 && std::abs(c - 121) <= 100.0 * share + 1e-9;
                QCOMPARE(rectangle->hides(row, column), !inRectangle);
                QCOMPARE(circle->hides(row, column), !inCircle);
                const bool isEdgeRow = r == 411; // its tip is a point
                if (!isEdgeRow)
                    QCOMPARE(polygon->hides(row, column), !inTriangle);
                if (!isEdgeRow)
                    QCOMPARE(all->hides(row, column), !(inRectangle && inCircle && inTriangle));
                hidden += all->hides(row, column);
            }
        }
        QVERIFY(hidden > 100'000 && hidden < 512 * 256);
    }

    void shutterThatHidesNothing()
    {
        QVERIFY(!shutterOf({}));
        QVERIFY(!shutterOf(
            {{0x1600, u"RECTANGULAR"_s}, {0x1602, u"0"_s}, {0x1604, u"256"_s}, {0x1606, u"0"_s}, {0x1608, u"512"_s}}));
        std::vector<DataIssue> issues;
        // What is not whole hides nothing, and that is said.
        for (const QString &shape : {u"RECTANGULAR"_s, u"CIRCULAR"_s, u"POLYGONAL"_s, u"STARRY"_s}) {
            QVERIFY(!shutterOf({{0x1600, shape}, {0x1602, u"10"_s}, {0x1620, u"1\\2\\3\\4"_s}, {0x1612, u"-3"_s}},
                               &issues));
            QVERIFY(hasIssue(issues, DataIssue::Kind::OtherRepaired));
        }
    }
};

CONSILIUM_TEST(OverlaysTest)
#include "OverlaysTest.moc"
