#include "tests/support/TestMain.h"
#include "tests/unit/dicom/HeaderFixture.h"

using namespace Qt::StringLiterals;
using namespace consilium;
using namespace consilium::dicom;
using namespace consilium::test;
using Kind = DataIssue::Kind;

/// Rows 8 and 9 of the table of clinical truth, as far as they are the description's business.
class GreyScaleTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void rescale_data();
    void rescale();
    void windows_data();
    void windows();
    void polarity_data();
    void polarity();
    void padding_data();
    void padding();
    void bits_data();
    void bits();
    void sizes();
    void kinds_data();
    void kinds();
    void partialRangeOfColours_data();
    void partialRangeOfColours();
    void lossy_data();
    void lossy();
};

void GreyScaleTest::rescale_data()
{
    QTest::addColumn<QString>("slope");
    QTest::addColumn<QString>("intercept");
    QTest::addColumn<QString>("type");
    QTest::addColumn<double>("m");
    QTest::addColumn<double>("b");
    QTest::addColumn<ValueUnit>("unit");
    QTest::addColumn<bool>("repaired");
    QTest::newRow("CT") << u"1"_s << u"-1024"_s << QString() << 1.0 << -1024.0 << ValueUnit::Hounsfield << false;
    QTest::newRow("negative slope") << u"-0.5"_s << u"10"_s << u"HU"_s << -0.5 << 10.0 << ValueUnit::Hounsfield
                                    << false;
    QTest::newRow("unspecified") << u"2"_s << u"0"_s << u"US"_s << 2.0 << 0.0 << ValueUnit::Unspecified << false;
    QTest::newRow("density") << u"0.001"_s << u"0"_s << u"OD"_s << 0.001 << 0.0 << ValueUnit::OpticalDensity << false;
    QTest::newRow("none") << QString() << QString() << QString() << 1.0 << 0.0 << ValueUnit::None << false;
    QTest::newRow("slope of zero") << u"0"_s << u"-1024"_s << QString() << 1.0 << 0.0 << ValueUnit::None << true;
    QTest::newRow("slope without intercept")
        << u"2"_s << QString() << QString() << 1.0 << 0.0 << ValueUnit::None << true;
    QTest::newRow("slope beyond every quantity")
        << u"1E300"_s << u"0"_s << QString() << 1.0 << 0.0 << ValueUnit::None << true;
    QTest::newRow("slope that leaves nothing")
        << u"1E-300"_s << u"0"_s << QString() << 1.0 << 0.0 << ValueUnit::None << true;
    QTest::newRow("intercept beyond every quantity")
        << u"1"_s << u"-1E300"_s << QString() << 1.0 << 0.0 << ValueUnit::None << true;
    QTest::newRow("large slope") << u"1.5E6"_s << u"0"_s << u"HU"_s << 1.5e6 << 0.0 << ValueUnit::Hounsfield << false;
    QTest::newRow("not a number") << u"nan"_s << u"0"_s << QString() << 1.0 << 0.0 << ValueUnit::None << true;
}

void GreyScaleTest::rescale()
{
    QFETCH(QString, slope);
    QFETCH(QString, intercept);
    QFETCH(QString, type);
    Attributes h = ctHeader();
    h.remove(tags::RescaleSlope);
    h.remove(tags::RescaleIntercept);
    if (!slope.isEmpty())
        setTexts(h, tags::RescaleSlope, "DS", slope);
    if (!intercept.isEmpty())
        setTexts(h, tags::RescaleIntercept, "DS", intercept);
    if (!type.isEmpty())
        setTexts(h, tags::RescaleType, "LO", type);
    const auto image = describeInstance(h);
    QVERIFY(image.has_value());
    QTEST((*image)->grey.slope, "m");
    QTEST((*image)->grey.intercept, "b");
    QTEST((*image)->grey.unit, "unit");
    QTEST(hasIssue((*image)->issues, Kind::OtherRepaired), "repaired");
}

void GreyScaleTest::windows_data()
{
    QTest::addColumn<QString>("function");
    QTest::addColumn<QString>("centres");
    QTest::addColumn<QString>("widths");
    QTest::addColumn<int>("valid");
    QTest::addColumn<bool>("issue");
    QTest::newRow("one") << QString() << u"40"_s << u"400"_s << 1 << false;
    QTest::newRow("two") << QString() << u"40\\-600"_s << u"400\\1500"_s << 2 << false;
    QTest::newRow("width 1") << u"LINEAR"_s << u"40"_s << u"1"_s << 1 << false;
    QTest::newRow("width below 1") << u"LINEAR"_s << u"40"_s << u"0.5"_s << 0 << true;
    QTest::newRow("exact, width below 1") << u"LINEAR_EXACT"_s << u"0.4"_s << u"0.5"_s << 1 << false;
    QTest::newRow("sigmoid") << u"SIGMOID"_s << u"0.4"_s << u"0.5"_s << 1 << false;
    QTest::newRow("width 0") << u"LINEAR_EXACT"_s << u"40"_s << u"0"_s << 0 << true;
    QTest::newRow("negative") << QString() << u"40"_s << u"-400"_s << 0 << true;
    QTest::newRow("not a number") << QString() << u"nan"_s << u"400"_s << 0 << true;
    QTest::newRow("infinite") << QString() << u"40"_s << u"inf"_s << 0 << true;
    QTest::newRow("counts differ") << QString() << u"40\\50"_s << u"400"_s << 1 << true;
    QTest::newRow("second invalid") << QString() << u"40\\50"_s << u"400\\0"_s << 1 << true;
    QTest::newRow("none") << QString() << QString() << QString() << 0 << false;
    QTest::newRow("unknown function") << u"CUBIC"_s << u"40"_s << u"400"_s << 1 << true;
}

void GreyScaleTest::windows()
{
    QFETCH(QString, function);
    QFETCH(QString, centres);
    QFETCH(QString, widths);
    Attributes h = ctHeader();
    if (!function.isEmpty())
        setTexts(h, tags::VoiLutFunction, "CS", function);
    if (!centres.isEmpty()) {
        setTexts(h, tags::WindowCenter, "DS", centres);
        setTexts(h, tags::WindowWidth, "DS", widths);
    }
    const auto image = describeInstance(h);
    QVERIFY(image.has_value());
    QTEST(int((*image)->grey.windows.size()), "valid");
    QTEST(hasIssue((*image)->issues, Kind::InvalidWindow), "issue");
    if (!(*image)->grey.windows.empty())
        QCOMPARE((*image)->grey.windows[0].centre, centres.split(u'\\')[0].toDouble());
    QCOMPARE((*image)->grey.voiFunction, function == u"SIGMOID"_s        ? VoiFunctionKind::Sigmoid
                                         : function == u"LINEAR_EXACT"_s ? VoiFunctionKind::LinearExact
                                                                         : VoiFunctionKind::Linear);
}

void GreyScaleTest::polarity_data()
{
    QTest::addColumn<QString>("photometric");
    QTest::addColumn<QString>("shape");
    QTest::addColumn<bool>("lowIsWhite");
    QTest::addColumn<bool>("issue");
    QTest::newRow("2, none") << u"MONOCHROME2"_s << QString() << false << false;
    QTest::newRow("2, identity") << u"MONOCHROME2"_s << u"IDENTITY"_s << false << false;
    QTest::newRow("1, none") << u"MONOCHROME1"_s << QString() << true << false;
    QTest::newRow("1, inverse: once, not twice") << u"MONOCHROME1"_s << u"INVERSE"_s << true << false;
    QTest::newRow("1, identity") << u"MONOCHROME1"_s << u"IDENTITY"_s << true << true;
    QTest::newRow("2, inverse") << u"MONOCHROME2"_s << u"INVERSE"_s << true << true;
}

void GreyScaleTest::polarity()
{
    QFETCH(QString, photometric);
    QFETCH(QString, shape);
    Attributes h = ctHeader();
    setTexts(h, tags::PhotometricInterpretation, "CS", photometric);
    if (!shape.isEmpty())
        setTexts(h, tags::PresentationLutShape, "CS", shape);
    const auto image = describeInstance(h);
    QVERIFY(image.has_value());
    QTEST((*image)->grey.lowIsWhite, "lowIsWhite");
    QTEST(hasIssue((*image)->issues, Kind::OtherRepaired), "issue");
}

void GreyScaleTest::padding_data()
{
    QTest::addColumn<int>("representation");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("limit");
    QTest::addColumn<int>("padding"); // 99999: none
    QTest::addColumn<int>("range");
    QTest::addColumn<bool>("issue");
    QTest::newRow("unsigned") << 0 << u"0"_s << QString() << 0 << 99999 << false;
    QTest::newRow("signed") << 1 << u"-2000"_s << QString() << -2000 << 99999 << false;
    QTest::newRow("signed written as US") << 1 << u"63536"_s << QString() << -2000 << 99999 << false;
    QTest::newRow("unsigned written as SS") << 0 << u"-1"_s << QString() << 65535 << 99999 << false;
    QTest::newRow("range") << 0 << u"0"_s << u"10"_s << 0 << 10 << false;
    QTest::newRow("limit alone") << 0 << QString() << u"10"_s << 99999 << 99999 << true;
    QTest::newRow("text") << 0 << u"x"_s << QString() << 99999 << 99999 << true;
    QTest::newRow("beyond 16 bits") << 0 << u"70000"_s << QString() << 99999 << 99999 << true;
}

void GreyScaleTest::padding()
{
    QFETCH(QString, value);
    QFETCH(QString, limit);
    QFETCH(int, representation);
    Attributes h = ctHeader();
    setTexts(h, tags::PixelRepresentation, "US", QString::number(representation));
    if (!value.isEmpty())
        setTexts(h, tags::PixelPaddingValue, "US", value);
    if (!limit.isEmpty())
        setTexts(h, tags::PixelPaddingRangeLimit, "US", limit);
    const auto image = describeInstance(h);
    QVERIFY(image.has_value());
    QTEST((*image)->pixels.paddingValue.value_or(99999), "padding");
    QTEST((*image)->pixels.paddingLimit.value_or(99999), "range");
    QTEST(hasIssue((*image)->issues, Kind::InvalidPadding), "issue");
}

void GreyScaleTest::bits_data()
{
    QTest::addColumn<QString>("allocated");
    QTest::addColumn<QString>("stored");
    QTest::addColumn<QString>("high");
    QTest::addColumn<ErrorCode>("error"); // Cancelled: none
    QTest::newRow("12 in 16") << u"16"_s << u"12"_s << u"11"_s << ErrorCode::Cancelled;
    QTest::newRow("12 in 16, high") << u"16"_s << u"12"_s << u"15"_s << ErrorCode::Cancelled;
    QTest::newRow("8") << u"8"_s << u"8"_s << u"7"_s << ErrorCode::Cancelled;
    QTest::newRow("1") << u"1"_s << u"1"_s << u"0"_s << ErrorCode::Cancelled;
    QTest::newRow("stored beyond allocated") << u"16"_s << u"17"_s << u"16"_s << ErrorCode::DicomMalformed;
    QTest::newRow("high below stored") << u"16"_s << u"12"_s << u"10"_s << ErrorCode::DicomMalformed;
    QTest::newRow("high beyond allocated") << u"16"_s << u"12"_s << u"16"_s << ErrorCode::DicomMalformed;
    QTest::newRow("none stored") << u"16"_s << u"0"_s << u"11"_s << ErrorCode::DicomMalformed;
    QTest::newRow("none allocated") << u"0"_s << u"0"_s << u"0"_s << ErrorCode::DicomMalformed;
    QTest::newRow("negative") << u"-16"_s << u"12"_s << u"11"_s << ErrorCode::DicomMalformed;
    QTest::newRow("32") << u"32"_s << u"32"_s << u"31"_s << ErrorCode::Cancelled;
    QTest::newRow("64 that are no floats") << u"64"_s << u"64"_s << u"63"_s << ErrorCode::UnsupportedImage;
    QTest::newRow("12 allocated") << u"12"_s << u"12"_s << u"11"_s << ErrorCode::UnsupportedImage;
}

void GreyScaleTest::bits()
{
    QFETCH(QString, allocated);
    QFETCH(QString, stored);
    QFETCH(QString, high);
    Attributes h = ctHeader();
    setTexts(h, tags::BitsAllocated, "US", allocated);
    setTexts(h, tags::BitsStored, "US", stored);
    setTexts(h, tags::HighBit, "US", high);
    const auto image = describeInstance(h);
    QTEST(image ? ErrorCode::Cancelled : image.error().code, "error");
    if (image)
        QCOMPARE((*image)->pixels.bytesPerFrame(), (512 * 256 * allocated.toLongLong() + 7) / 8);
    else
        QVERIFY(!image.error().detail.isEmpty());
}

void GreyScaleTest::sizes()
{
    const auto errorOf = [](const QString &rows, const QString &columns, const QString &frames) {
        Attributes h = ctHeader();
        setTexts(h, tags::Rows, "US", rows);
        setTexts(h, tags::Columns, "US", columns);
        setTexts(h, tags::NumberOfFrames, "IS", frames);
        const auto image = describeInstance(h);
        return image ? ErrorCode::Cancelled : image.error().code;
    };
    QCOMPARE(errorOf(u"1"_s, u"1"_s, u"1"_s), ErrorCode::Cancelled);
    QCOMPARE(errorOf(u"20000"_s, u"20000"_s, u"1"_s), ErrorCode::Cancelled);
    QCOMPARE(errorOf(u"0"_s, u"1"_s, u"1"_s), ErrorCode::DicomMalformed);
    QCOMPARE(errorOf(u"-1"_s, u"1"_s, u"1"_s), ErrorCode::DicomMalformed);
    QCOMPARE(errorOf(u"65535"_s, u"65535"_s, u"1"_s), ErrorCode::DicomMalformed);
    QCOMPARE(errorOf(u"65536"_s, u"1"_s, u"1"_s), ErrorCode::DicomMalformed);
    QCOMPARE(errorOf(u"512"_s, u"512"_s, u"2147483647"_s), ErrorCode::DicomMalformed);
    QCOMPARE(errorOf(u"abc"_s, u"1"_s, u"1"_s), ErrorCode::DicomMalformed);
    Attributes h = ctHeader();
    h.remove(tags::BitsAllocated);
    h.remove(tags::Rows);
    QCOMPARE(describeInstance(h).error().code, ErrorCode::NoPixels); // nothing speaks of an image
    // What speaks of pixels is an image, and one that is missed: by its pixels, or by their bits alone.
    for (const Tag tag : {tags::Rows, tags::Columns}) {
        for (const bool isEmpty : {false, true}) {
            Attributes image = ctHeader();
            if (isEmpty)
                image.setText(tag, "US", {});
            else
                image.remove(tag);
            QCOMPARE(describeInstance(image).error(),
                     (Error{ErrorCode::DicomMalformed, u"Rows or Columns is missing"_s}));
            image.remove(tags::BitsAllocated);
            Attribute pixels;
            pixels.bulkDataUri = u"#offset=1000"_s;
            image.set(tags::PixelData, pixels);
            QCOMPARE(describeInstance(image).error().code, ErrorCode::DicomMalformed);
        }
    }
    QCOMPARE(describeInstance(Attributes()).error().code, ErrorCode::DicomMalformed);
}

void GreyScaleTest::kinds_data()
{
    QTest::addColumn<QString>("photometric");
    QTest::addColumn<QString>("samples");
    QTest::addColumn<QString>("bits");
    QTest::addColumn<ErrorCode>("error");
    QTest::newRow("RGB") << u"RGB"_s << u"3"_s << u"8"_s << ErrorCode::Cancelled;
    QTest::newRow("palette") << u"PALETTE COLOR"_s << u"1"_s << u"8"_s << ErrorCode::UnsupportedImage;
    QTest::newRow("YBR") << u"YBR_FULL_422"_s << u"3"_s << u"8"_s << ErrorCode::Cancelled;
    QTest::newRow("RGB of one sample") << u"RGB"_s << u"1"_s << u"8"_s << ErrorCode::DicomMalformed;
    QTest::newRow("grey of three") << u"MONOCHROME2"_s << u"3"_s << u"8"_s << ErrorCode::DicomMalformed;
    QTest::newRow("missing") << QString() << u"1"_s << u"8"_s << ErrorCode::DicomMalformed;
    QTest::newRow("unknown") << u"FUZZ"_s << u"1"_s << u"8"_s << ErrorCode::UnsupportedImage;
    QTest::newRow("16-bit colour") << u"RGB"_s << u"3"_s << u"16"_s << ErrorCode::Cancelled;
    QTest::newRow("32-bit colour") << u"RGB"_s << u"3"_s << u"32"_s << ErrorCode::UnsupportedImage;
}

void GreyScaleTest::kinds()
{
    QFETCH(QString, bits);
    QFETCH(QString, photometric);
    QFETCH(QString, samples);
    Attributes h = ctHeader();
    setTexts(h, tags::PhotometricInterpretation, "CS", photometric);
    setTexts(h, tags::SamplesPerPixel, "US", samples);
    setTexts(h, tags::BitsAllocated, "US", bits);
    setTexts(h, tags::BitsStored, "US", bits);
    setTexts(h, tags::HighBit, "US", QString::number(bits.toInt() - 1));
    const auto image = describeInstance(h);
    QTEST(image ? ErrorCode::Cancelled : image.error().code, "error");
}

/// Retired, and of one meaning only where nothing was compressed (PS3.3 of 2004, C.7.6.3.1.2): else refused by name.
void GreyScaleTest::partialRangeOfColours_data()
{
    QTest::addColumn<QString>("syntax");
    QTest::addColumn<QString>("bits");
    QTest::addColumn<bool>("isRefused");
    QTest::newRow("native") << u"1.2.840.10008.1.2.1"_s << u"8"_s << false;
    QTest::newRow("deflated") << u"1.2.840.10008.1.2.1.99"_s << u"8"_s << false;
    QTest::newRow("16 bits") << u"1.2.840.10008.1.2.1"_s << u"16"_s << true;
    QTest::newRow("JPEG baseline") << u"1.2.840.10008.1.2.4.50"_s << u"8"_s << true;
    QTest::newRow("JPEG 2000") << u"1.2.840.10008.1.2.4.91"_s << u"8"_s << true;
    QTest::newRow("RLE") << u"1.2.840.10008.1.2.5"_s << u"8"_s << true;
}

void GreyScaleTest::partialRangeOfColours()
{
    QFETCH(QString, syntax);
    QFETCH(QString, bits);
    QFETCH(bool, isRefused);
    Attributes h = ctHeader();
    setTexts(h, tags::TransferSyntaxUid, "UI", syntax);
    setTexts(h, tags::PhotometricInterpretation, "CS", u"YBR_PARTIAL_422"_s);
    setTexts(h, tags::SamplesPerPixel, "US", u"3"_s);
    setTexts(h, tags::BitsAllocated, "US", bits);
    setTexts(h, tags::BitsStored, "US", bits);
    setTexts(h, tags::HighBit, "US", QString::number(bits.toInt() - 1));
    const auto image = describeInstance(h);
    QCOMPARE(!image, isRefused);
    if (!image) {
        QCOMPARE(image.error().code, ErrorCode::UnsupportedImage);
        QCOMPARE(image.error().detail, u"YBR_PARTIAL_422, compressed or not of 8 bits"_s);
    }
}

void GreyScaleTest::lossy_data()
{
    QTest::addColumn<QString>("syntax");
    QTest::addColumn<QString>("declared");
    QTest::addColumn<bool>("lossy");
    QTest::newRow("uncompressed") << u"1.2.840.10008.1.2.1"_s << QString() << false;
    QTest::newRow("uncompressed, once compressed") << u"1.2.840.10008.1.2.1"_s << u"01"_s << true;
    QTest::newRow("JPEG") << u"1.2.840.10008.1.2.4.50"_s << QString() << true;
    QTest::newRow("JPEG lossless") << u"1.2.840.10008.1.2.4.70"_s << QString() << false;
    QTest::newRow("JPEG-LS near") << u"1.2.840.10008.1.2.4.81"_s << QString() << true;
    QTest::newRow("JPEG 2000 lossless") << u"1.2.840.10008.1.2.4.90"_s << QString() << false;
    QTest::newRow("JPEG 2000, no word") << u"1.2.840.10008.1.2.4.91"_s << QString() << true;
    QTest::newRow("JPEG 2000, said lossless") << u"1.2.840.10008.1.2.4.91"_s << u"00"_s << false;
    QTest::newRow("HTJ2K lossless") << u"1.2.840.10008.1.2.4.201"_s << QString() << false;
}

void GreyScaleTest::lossy()
{
    QFETCH(QString, syntax);
    QFETCH(QString, declared);
    Attributes h = ctHeader();
    setTexts(h, tags::TransferSyntaxUid, "UI", syntax);
    if (!declared.isEmpty())
        setTexts(h, tags::LossyImageCompression, "CS", declared);
    QTEST((*describeInstance(h))->pixels.lossy, "lossy");
}

CONSILIUM_TEST(GreyScaleTest)
#include "GreyScaleTest.moc"
