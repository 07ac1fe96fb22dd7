#include "tests/support/TestMain.h"
#include "tests/unit/objects/PresentationFixture.h"

#include <tuple>

using namespace Qt::StringLiterals;
using namespace consilium;
using namespace consilium::objects;
using test::fullState;
using test::imageOf;
using test::readBack;
using test::someTable;
using test::turnedState;

/// The look-up tables of a presentation state: written and read again they are the same, and what is none is told.
class PresentationTablesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tablesComeBack()
    {
        PresentationState state = fullState();
        state.modality.reset();
        state.modalityLut = someTable(-1024, 256, 16);
        SoftcopyVoi voi;
        voi.images = {imageOf(2, 3)};
        voi.table = someTable(0, 6000, 16); // more than the reader keeps as numbers
        state.voi = {voi};
        state.presentationLut = someTable(0, 4096, 16);
        const auto read = readBack(test::fileOf(state));
        QVERIFY(read);
        QCOMPARE(read->flaws.count, 0);
        QVERIFY(read->modalityLut && read->presentationLut && read->voi.size() == 1 && read->voi[0].table);
        QVERIFY(read->voi[0].images == voi.images);
        const auto isSame = [](const dicom::LookupTable &a, const dicom::LookupTable &b) {
            return a.firstMapped == b.firstMapped && a.bits == b.bits && a.entries == b.entries &&
                   a.explanation == b.explanation;
        };
        QVERIFY(isSame(*read->modalityLut, *state.modalityLut));
        QVERIFY(isSame(*read->voi[0].table, *voi.table));
        QVERIFY(isSame(*read->presentationLut, *state.presentationLut));
        NEEDS_DCIODVFY;
        test::ObjectFiles files;
        state.areas = turnedState(0, false).areas;
        VERIFY_DCIODVFY(files.add(test::fileOf(state)), "GrayscaleSoftcopyPresentationState");
    }
    /// Of 8 bits two entries are a word, and an odd last one has a byte beside it. Of other bits each is a word.
    void tablesOfEightBits()
    {
        for (const auto &[count, bits, bytes] :
             {std::tuple(1, 8, 2), std::tuple(2, 8, 2), std::tuple(255, 8, 256), std::tuple(3, 12, 6)}) {
            PresentationState state = fullState();
            SoftcopyVoi voi;
            voi.table = someTable(-3, count, bits);
            state.voi = {voi};
            const auto object = attributesOf(state);
            QVERIFY(object);
            const Attributes *const item = object->item({0x0028, 0x3110})->item(tags::VoiLutSequence);
            QVERIFY(item);
            QCOMPARE(int(item->find(tags::LutData)->bytes.size()), bytes);
            const auto read = readBack(test::fileOf(state));
            QVERIFY(read && read->voi.size() == 1 && read->voi.front().table);
            QVERIFY(read->voi.front().table->entries == voi.table->entries);
            QCOMPARE(read->voi.front().table->bits, bits);
            QCOMPARE(read->voi.front().table->firstMapped, -3);
        }
        NEEDS_DCIODVFY;
        PresentationState state = turnedState(0, false);
        SoftcopyVoi voi;
        voi.table = someTable(0, 256, 8);
        state.voi = {voi};
        test::ObjectFiles files;
        VERIFY_DCIODVFY(files.add(test::fileOf(state)), "GrayscaleSoftcopyPresentationState");
    }

    /// Tables that are none are left out and told, whatever is wrong with them.
    void tablesThatAreNone_data()
    {
        QTest::addColumn<QStringList>("descriptor");
        QTest::addColumn<int>("bytes");
        QTest::newRow("fewer entries than said") << QStringList{u"3"_s, u"0"_s, u"12"_s} << 4;
        QTest::newRow("65536 said, none there") << QStringList{u"0"_s, u"0"_s, u"16"_s} << 0;
        QTest::newRow("7 bits") << QStringList{u"2"_s, u"0"_s, u"7"_s} << 4;
        QTest::newRow("17 bits") << QStringList{u"2"_s, u"0"_s, u"17"_s} << 4;
        QTest::newRow("entries of more bits than said") << QStringList{u"2"_s, u"0"_s, u"10"_s} << 4;
        QTest::newRow("two numbers of three") << QStringList{u"2"_s, u"0"_s} << 4;
        QTest::newRow("no numbers") << QStringList{u"a"_s, u"b"_s, u"c"_s} << 4;
    }
    void tablesThatAreNone()
    {
        QFETCH(const QStringList, descriptor);
        QFETCH(const int, bytes);
        const auto tableOf = [](const QStringList &numbers, int count) {
            Attributes item;
            item.setText(tags::LutDescriptor, "US", numbers);
            Attribute data;
            data.vr = {'O', 'W'};
            data.bytes = QByteArray(count, '\x0F');
            item.set(tags::LutData, data);
            Attribute sequence;
            sequence.vr = {'S', 'Q'};
            sequence.items = {item};
            return sequence;
        };
        const auto stateWith = [](Tag tag, const Attribute &table) {
            auto object = attributesOf(fullState());
            if (tag == tags::VoiLutSequence) {
                Attributes item;
                item.set(tag, table);
                Attribute voi;
                voi.vr = {'S', 'Q'};
                voi.items = {item};
                object->set({0x0028, 0x3110}, voi);
            } else {
                object->set(tag, table);
            }
            return readPresentationState(*object);
        };
        constexpr Tag presentationLuts{0x2050, 0x0010};
        const QStringList good{u"2"_s, u"0"_s, u"12"_s}; // entries 0F0FH
        auto read = stateWith(tags::VoiLutSequence, tableOf(good, 4));
        QVERIFY(read && read->voi.size() == 1 && read->voi.front().table && read->flaws.count == 0);
        read = stateWith(tags::VoiLutSequence, tableOf(descriptor, bytes));
        QVERIFY(read && read->voi.empty() && read->flaws.has(Flaw::Kind::Window));
        // Of the steps about it: that what they lead to is not known.
        read = stateWith(tags::ModalityLutSequence, tableOf(good, 4));
        QVERIFY(read && read->modalityLut && !read->hasUnknownValues);
        read = stateWith(tags::ModalityLutSequence, tableOf(descriptor, bytes));
        QVERIFY(read && !read->modalityLut && read->hasUnknownValues && read->flaws.has(Flaw::Kind::Window));
        read = stateWith(presentationLuts, tableOf(good, 4));
        QVERIFY(read && read->presentationLut && !read->hasUnknownOutput);
        read = stateWith(presentationLuts, tableOf(descriptor, bytes));
        QVERIFY(read && !read->presentationLut && read->hasUnknownOutput && read->flaws.has(Flaw::Kind::Window));
    }
};

CONSILIUM_TEST(PresentationTablesTest)
#include "PresentationTablesTest.moc"
