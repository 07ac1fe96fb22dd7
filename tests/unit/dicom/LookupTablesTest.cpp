#include "tests/support/TestMain.h"
#include "tests/unit/dicom/HeaderFixture.h"
#include "viewer/dicom/DicomFile.h"

using namespace Qt::StringLiterals;
using namespace consilium;
using namespace consilium::dicom;
using namespace consilium::test;
using Kind = DataIssue::Kind;

namespace
{

Attribute lutSequence(const QString &descriptor, const char (&vr)[3], const QByteArray &data, const QString &type = {})
{
    Attribute sequence;
    sequence.vr = {'S', 'Q'};
    Attributes &item = sequence.items.emplace_back();
    setTexts(item, tags::LutDescriptor, vr, descriptor);
    Attribute bytes;
    bytes.vr = {'O', 'W'};
    bytes.bytes = data;
    item.set(tags::LutData, bytes);
    if (!type.isEmpty())
        setTexts(item, tags::ModalityLutType, "LO", type);
    return sequence;
}

/// `count` 16-bit entries, entry i = 3 i mod 65536, little endian.
QByteArray table(int count)
{
    QByteArray bytes;
    for (int i = 0; i < count; ++i)
        bytes += us(3 * i & 0xFFFF);
    return bytes;
}

} // namespace

/// The look-up tables of a header, for values and for grey levels: what they map, and which are not to be used.
class LookupTablesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void voiLuts();
    void modalityLut();
    void lutsThatContradict_data();
    void lutsThatContradict();
    void xrayForMeasurement();
    void realModalityLut();
};

void LookupTablesTest::voiLuts()
{
    Attributes h = ctHeader();
    // 4 entries from -2 on; the descriptor's VR says that the second value is signed.
    h.set(tags::VoiLutSequence, lutSequence(u"4\\-2\\16"_s, "SS", table(4)));
    auto image = describeInstance(h);
    QCOMPARE((*image)->grey.voiLuts.size(), std::size_t(1));
    QCOMPARE((*image)->grey.voiLuts[0]->firstMapped, -2);
    QCOMPARE((*image)->grey.voiLuts[0]->entries, (std::vector<std::uint16_t>{0, 3, 6, 9}));
    // Written as US although CT values can be negative: 65534 means -2.
    h.set(tags::VoiLutSequence, lutSequence(u"4\\65534\\16"_s, "US", table(4)));
    image = describeInstance(h);
    QCOMPARE((*image)->grey.voiLuts[0]->firstMapped, -2);
    // Values that cannot be negative: 65534 is 65534.
    setTexts(h, tags::RescaleIntercept, "DS", u"0"_s);
    image = describeInstance(h);
    QCOMPARE((*image)->grey.voiLuts[0]->firstMapped, 65534);
    // Zero entries mean 65536.
    h.set(tags::VoiLutSequence, lutSequence(u"0\\0\\16"_s, "US", table(65536)));
    image = describeInstance(h);
    QCOMPARE((*image)->grey.voiLuts[0]->entries.size(), std::size_t(65536));
    QCOMPARE((*image)->grey.voiLuts[0]->entries[65535], std::uint16_t(3 * 65535 & 0xFFFF));
    // Eight bits, two entries a word.
    h.set(tags::VoiLutSequence, lutSequence(u"4\\0\\8"_s, "US", QByteArray("\x01\x02\xfe\xff", 4)));
    image = describeInstance(h);
    QCOMPARE((*image)->grey.voiLuts[0]->entries, (std::vector<std::uint16_t>{1, 2, 254, 255}));
}

void LookupTablesTest::modalityLut()
{
    Attributes h = ctHeader();
    h.remove(tags::RescaleSlope);
    h.remove(tags::RescaleIntercept);
    h.set(tags::ModalityLutSequence, lutSequence(u"4\\1\\16"_s, "US", table(4), u"OD"_s));
    auto image = describeInstance(h);
    QVERIFY(image.has_value() && (*image)->grey.modalityLut);
    QCOMPARE((*image)->grey.modalityLut->firstMapped, 1);
    QCOMPARE((*image)->grey.unit, ValueUnit::OpticalDensity);
    // Signed pixels: the first value mapped is signed whatever its VR.
    setTexts(h, tags::PixelRepresentation, "US", u"1"_s);
    h.set(tags::ModalityLutSequence, lutSequence(u"4\\63488\\16"_s, "US", table(4), u"US"_s));
    image = describeInstance(h);
    QCOMPARE((*image)->grey.modalityLut->firstMapped, -2048);
}

void LookupTablesTest::lutsThatContradict_data()
{
    QTest::addColumn<QString>("descriptor");
    QTest::addColumn<QByteArray>("data");
    QTest::newRow("too few entries") << u"5\\0\\16"_s << table(4);
    QTest::newRow("no data") << u"4\\0\\16"_s << QByteArray();
    QTest::newRow("two numbers") << u"4\\0"_s << table(4);
    QTest::newRow("20 bits") << u"4\\0\\20"_s << table(4);
    QTest::newRow("no bits") << u"4\\0\\0"_s << table(4);
    QTest::newRow("entries beyond their bits") << u"100\\0\\8"_s << table(100);
}

void LookupTablesTest::lutsThatContradict()
{
    QFETCH(QString, descriptor);
    QFETCH(QByteArray, data);
    Attributes h = ctHeader();
    h.set(tags::VoiLutSequence, lutSequence(descriptor, "US", data));
    auto image = describeInstance(h);
    QVERIFY(image.has_value() && (*image)->grey.voiLuts.empty());
    QVERIFY(hasIssue((*image)->issues, Kind::InvalidWindow));
    h.remove(tags::RescaleSlope);
    h.remove(tags::RescaleIntercept);
    h.set(tags::ModalityLutSequence, lutSequence(descriptor, "US", data));
    image = describeInstance(h);
    QCOMPARE(image.error().code, ErrorCode::UnsupportedImage); // every value would be wrong without it
}

/// PS3.3 C.8.7.1.1.2: the modality LUT of a logarithmic XA image leads back to dose and is not for display.
void LookupTablesTest::xrayForMeasurement()
{
    Attributes h = ctHeader();
    setTexts(h, tags::SopClassUid, "UI", u"1.2.840.10008.5.1.4.1.1.12.1"_s);
    setTexts(h, tags::Modality, "CS", u"XA"_s);
    h.remove(tags::RescaleSlope);
    h.remove(tags::RescaleIntercept);
    h.set(tags::ModalityLutSequence, lutSequence(u"4\\0\\16"_s, "US", table(4)));
    setTexts(h, {0x0028, 0x1040}, "CS", u"LOG"_s);
    QVERIFY(!(*describeInstance(h))->grey.modalityLut);
    setTexts(h, {0x0028, 0x1040}, "CS", u"LIN"_s);
    QVERIFY((*describeInstance(h))->grey.modalityLut);
}

void LookupTablesTest::realModalityLut()
{
    REQUIRE_REAL_DATA(data)
    const auto header = readHeader(data + u"/cr-dx-mg/CR-ModalitySequenceLUT.dcm"_s);
    QVERIFY(header.has_value());
    const auto image = describeInstance(*header);
    QVERIFY(image.has_value() && (*image)->grey.modalityLut);
    const Attributes *const item = header->item(tags::ModalityLutSequence);
    const int count = item->texts(tags::LutDescriptor)[0].toInt();
    QCOMPARE(int((*image)->grey.modalityLut->entries.size()), count == 0 ? 65536 : count);
}

CONSILIUM_TEST(LookupTablesTest)
#include "LookupTablesTest.moc"
