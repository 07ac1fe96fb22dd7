#include "tests/support/TestMain.h"
#include "tests/unit/objects/ObjectsFixture.h"
#include "viewer/objects/PresentationParts.h"

#include <QJsonArray>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace consilium;
using namespace consilium::objects;
using dicom::Photometric;
using test::imageOf;

namespace
{

std::shared_ptr<const dicom::LookupTable> someTable(int first, int count, int bits)
{
    auto table = std::make_shared<dicom::LookupTable>();
    table->firstMapped = first;
    table->bits = bits;
    table->explanation = u"骨 bone"_s;
    for (int i = 0; i < count; ++i)
        table->entries.push_back(std::uint16_t(i * 257 % (1 << bits)));
    return table;
}

Annotation marksOf()
{
    Annotation marks;
    marks.layer = u"MARKS"_s;
    marks.images = {imageOf(1)};
    Graphic line, ellipse, point, circle, corner;
    line.points = {{0.0, 0.0}, {10.5, 20.25}, {30.0, 20.0}};
    ellipse.type = Graphic::Type::Ellipse;
    ellipse.points = {{10.0, 20.0}, {50.0, 20.0}, {30.0, 10.5}, {30.0, 29.5}};
    ellipse.isFilled = true;
    point.type = Graphic::Type::Point;
    point.points = {{511.5, 0.5}};
    circle.type = Graphic::Type::Circle;
    circle.points = {{5.0, 5.0}, {5.0, 9.0}};
    corner.displayPoints = {{0.0, 0.0}, {0.25, 0.5}};
    line.trackingUid = u"2.25.4711"_s; // PS3.3 C.10.5: the mark that it is drawn of
    marks.graphics = {line, ellipse, point, circle, corner};
    TextNote boxed, anchored;
    boxed.text = u"右肺结节\n12 mm"_s;
    boxed.box = TextNote::Box{{40.0, 40.0}, {90.0, 55.0}};
    boxed.justification = TextNote::Justification::Right;
    boxed.anchor = ImagePoint{30.0, 20.0};
    boxed.isAnchorVisible = true;
    boxed.trackingUid = u"2.25.4711"_s;
    anchored.text = u"corner"_s;
    anchored.displayAnchor = DisplayPoint{0.5, 0.125};
    marks.texts = {boxed, anchored};
    return marks;
}

PresentationState someState()
{
    PresentationState state;
    state.header = test::objectHeader();
    state.header.seriesDescription = u"标注"_s;
    state.label = u"MARKS"_s;
    state.description = u"右肺"_s;
    state.creator = u"LI^MING=李^明"_s;
    state.images = {imageOf(1), imageOf(2, 3), imageOf(2, 5)};
    state.modality = ModalityStep{1.0, -1024.0, u"HU"_s};
    SoftcopyVoi window;
    window.window = dicom::FileWindow{40.0, 400.5, u"纵隔"_s};
    window.function = dicom::VoiFunctionKind::LinearExact;
    state.voi = {window};
    state.shape = PresentationLutShape::Inverse;
    DisplayedArea area;
    area.images = {imageOf(1)};
    area.left = -10;
    area.top = 5;
    area.right = 500;
    area.bottom = 300;
    area.aspect = {1, 1};
    DisplayedArea trueSize = area;
    trueSize.images = {imageOf(2, 3), imageOf(2, 5)};
    trueSize.size = DisplayedArea::Size::TrueSize;
    trueSize.aspect.reset();
    trueSize.rowSpacingMm = 0.5;
    trueSize.columnSpacingMm = 0.75;
    state.areas = {area, trueSize};
    state.layers = {{u"MARKS"_s, 1, u"标注"_s, 65535, std::array{50000, 32896, 32896}}, {u"OTHER"_s, 2, {}, {}, {}}};
    state.annotations = {marksOf()};
    return state;
}

Result<PresentationState> readBack(const QByteArray &bytes)
{
    const auto object = dicom::readObject(bytes);
    return object ? readPresentationState(*object) : fail(object.error());
}

/// The displayed area of one image without more, for what dciodvfy computes of it.
PresentationState turnedState(int rotation, bool isFlipped)
{
    PresentationState state = someState();
    state.images = {imageOf(1)};
    state.areas = {{{}, 1, 1, 512, 256, DisplayedArea::Size::ScaleToFit, {}, {}, std::array{1, 1}, {}}};
    state.rotation = rotation;
    state.isFlipped = isFlipped;
    return state;
}

} // namespace

class PresentationStateTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// CLINICAL-TRUTH row 8: MONOCHROME1 and INVERSE count once.
    void whenLowIsWhite()
    {
        using Shape = PresentationLutShape;
        struct Row {
            Photometric photometric;
            std::optional<Shape> shape;
            bool isInverted;
        };
        for (const Row &row :
             {Row{Photometric::Monochrome1, std::nullopt, true}, Row{Photometric::Monochrome2, std::nullopt, false},
              Row{Photometric::Monochrome1, Shape::Inverse, true},
              Row{Photometric::Monochrome1, Shape::Identity, false},
              Row{Photometric::Monochrome2, Shape::Inverse, true},
              Row{Photometric::Monochrome2, Shape::Identity, false}})
            QCOMPARE(isDisplayedInverted(row.photometric, row.shape), row.isInverted);
    }
    /// Upper left and lower right as displayed, of an image of 512 x 256 that is turned clockwise, then flipped.
    void cornersTurnWithTheImage()
    {
        using presentation::Corners;
        using presentation::cornersOf;
        DisplayedArea area;
        area.right = 512;
        area.bottom = 256;
        QVERIFY((cornersOf(area, 0, false) == Corners{1, 1, 512, 256}));
        QVERIFY((cornersOf(area, 90, false) == Corners{1, 256, 512, 1}));
        QVERIFY((cornersOf(area, 180, false) == Corners{512, 256, 1, 1}));
        QVERIFY((cornersOf(area, 270, false) == Corners{512, 1, 1, 256}));
        QVERIFY((cornersOf(area, 0, true) == Corners{512, 1, 1, 256}));
        QVERIFY((cornersOf(area, 90, true) == Corners{1, 1, 512, 256}));
        QVERIFY((cornersOf(area, 180, true) == Corners{1, 256, 512, 1}));
        QVERIFY((cornersOf(area, 270, true) == Corners{512, 256, 1, 1}));
    }
    void readAgainItIsTheSame()
    {
        const PresentationState state = someState();
        const auto read = readBack(test::fileOf(state));
        QVERIFY(read);
        QCOMPARE(read->flaws.count, 0);
        QCOMPARE(read->label, state.label);
        QCOMPARE(read->description, state.description);
        QCOMPARE(read->creator, state.creator);
        QCOMPARE(read->header.sop.text(), state.header.sop.text());
        QCOMPARE(read->header.date, state.header.date);
        QCOMPARE(read->header.time, state.header.time);
        QVERIFY(read->header.patient() == state.header.patient());
        QVERIFY(read->images == state.images);
        QVERIFY(read->modality == state.modality);
        QVERIFY(read->shape == state.shape);
        QVERIFY(read->areas == state.areas);
        QVERIFY(read->layers == state.layers);
        QCOMPARE(read->annotations.size(), std::size_t(1));
        QVERIFY(read->annotations[0].images == state.annotations[0].images);
        QVERIFY(read->annotations[0].graphics == state.annotations[0].graphics);
        QVERIFY(read->annotations[0].texts == state.annotations[0].texts);
        QCOMPARE(read->voi.size(), std::size_t(1));
        QVERIFY(read->voi[0].window);
        QCOMPARE(read->voi[0].window->centre, 40.0);
        QCOMPARE(read->voi[0].window->width, 400.5);
        QCOMPARE(read->voi[0].window->explanation, u"纵隔"_s);
        QVERIFY(read->voi[0].function == dicom::VoiFunctionKind::LinearExact);
    }
    /// Whichever way the image is turned, the area is the same part of it.
    void turnedAndFlippedAreasComeBack()
    {
        for (const int rotation : {0, 90, 180, 270}) {
            for (const bool isFlipped : {false, true}) {
                const PresentationState state = turnedState(rotation, isFlipped);
                const auto read = readBack(test::fileOf(state));
                QVERIFY(read);
                QCOMPARE(read->rotation, rotation);
                QCOMPARE(read->isFlipped, isFlipped);
                QVERIFY(read->areas == state.areas);
            }
        }
    }
    void aMagnificationComesBack()
    {
        PresentationState state = turnedState(0, false);
        state.areas[0].size = DisplayedArea::Size::Magnify;
        state.areas[0].magnification = 2.5;
        const auto read = readBack(test::fileOf(state));
        QVERIFY(read);
        QVERIFY(read->areas == state.areas);
        QCOMPARE(read->flaws.count, 0);
        NEEDS_DCIODVFY;
        test::ObjectFiles files;
        VERIFY_DCIODVFY(files.add(test::fileOf(state)), "GrayscaleSoftcopyPresentationState");
    }
    void tablesComeBack()
    {
        PresentationState state = someState();
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
            PresentationState state = someState();
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
    /// dciodvfy computes the corners of a turned area itself.
    void dciodvfyFindsNothing()
    {
        NEEDS_DCIODVFY;
        test::ObjectFiles files;
        PresentationState state = someState();
        for (DisplayedArea &area : state.areas)
            area.left = 10; // what lies outside of the image it takes for unsigned numbers
        VERIFY_DCIODVFY(files.add(test::fileOf(state)), "GrayscaleSoftcopyPresentationState");
        for (const int rotation : {0, 90, 180, 270})
            for (const bool isFlipped : {false, true})
                VERIFY_DCIODVFY(files.add(test::fileOf(turnedState(rotation, isFlipped))),
                                "GrayscaleSoftcopyPresentationState");
    }
    void pydicomReadsTheSame()
    {
        NEEDS_PYDICOM;
        test::ObjectFiles files;
        PresentationState state = someState();
        state.rotation = 90;
        const QJsonObject read = test::pydicomOf(files.add(test::fileOf(state)));
        QCOMPARE(read[u"name"].toString(), u"WANG^XIAODONG=王^小东"_s);
        QCOMPARE(read[u"label"].toString(), u"MARKS"_s);
        QCOMPARE(read[u"description"].toString(), u"右肺"_s);
        QCOMPARE(read[u"creator"].toString(), u"LI^MING=李^明"_s);
        QCOMPARE(read[u"shape"].toString(), u"INVERSE"_s);
        QCOMPARE(read[u"rotation"].toInt(), 90);
        QCOMPARE(read[u"flip"].toString(), u"N"_s);
        QCOMPARE(read[u"rescale"].toArray(), (QJsonArray{1.0, -1024.0}));
        QCOMPARE(read[u"images"].toArray(), (QJsonArray{QJsonArray{imageOf(1).sop.text(), QJsonArray{}},
                                                        QJsonArray{imageOf(2).sop.text(), QJsonArray{3, 5}}}));
        const QJsonArray areas = read[u"areas"].toArray();
        QCOMPARE(areas.size(), 2);
        QCOMPARE(areas[0].toArray()[0].toArray(), (QJsonArray{-10.0, 300.0, 500.0, 5.0}));
        QCOMPARE(areas[1].toArray()[1].toString(), u"TRUE SIZE"_s);
        QCOMPARE(areas[1].toArray()[2].toArray(), (QJsonArray{0.5, 0.75}));
        QCOMPARE(read[u"layers"].toArray()[0].toArray(), (QJsonArray{u"MARKS"_s, 1, u"标注"_s}));
        QCOMPARE(read[u"voi"].toArray()[0].toArray(),
                 (QJsonArray{QJsonArray{40.0}, QJsonArray{400.5}, u"LINEAR_EXACT"_s, QJsonArray{}}));
        const QJsonObject marks = read[u"annotations"].toArray()[0].toObject();
        const QJsonArray graphics = marks[u"graphics"].toArray();
        QCOMPARE(graphics.size(), 5);
        QCOMPARE(graphics[0].toArray(),
                 (QJsonArray{u"POLYLINE"_s, u"PIXEL"_s, QJsonArray{0.5, 0.5, 11.0, 20.75, 30.5, 20.5}, u"N"_s}));
        QCOMPARE(graphics[1].toArray()[3].toString(), u"Y"_s);
        QCOMPARE(graphics[2].toArray()[2].toArray(), (QJsonArray{512.0, 1.0}));
        QCOMPARE(graphics[4].toArray(),
                 (QJsonArray{u"POLYLINE"_s, u"DISPLAY"_s, QJsonArray{0.0, 0.0, 0.25, 0.5}, u"N"_s}));
        const QJsonArray texts = marks[u"texts"].toArray();
        QCOMPARE(texts.size(), 2);
        QCOMPARE(texts[0].toObject()[u"text"].toString(), u"右肺结节\r\n12 mm"_s);
        QCOMPARE(texts[0].toObject()[u"anchor"].toArray(), (QJsonArray{30.5, 20.5}));
        QCOMPARE(texts[0].toObject()[u"box"].toArray(), (QJsonArray{40.5, 40.5, 90.5, 55.5}));
        QCOMPARE(texts[1].toObject()[u"anchor"].toArray(), (QJsonArray{0.5, 0.125}));
        QCOMPARE(texts[1].toObject()[u"anchor_units"].toString(), u"DISPLAY"_s);
    }
    void whatItIsFor()
    {
        const PresentationState state = someState();
        QVERIFY(isFor({}, state, imageOf(1).sop, 1));
        QVERIFY(isFor({}, state, imageOf(2).sop, 3));
        QVERIFY(!isFor({}, state, imageOf(2).sop, 4));
        QVERIFY(!isFor({}, state, imageOf(3).sop, 1));
        QVERIFY(isFor(state.annotations[0].images, state, imageOf(1).sop, 1));
        QVERIFY(!isFor(state.annotations[0].images, state, imageOf(2).sop, 3));
    }
    void whatCannotBeWrittenIsRefused()
    {
        const auto isRefused = [](const auto &change) {
            PresentationState state = someState();
            change(state);
            const auto object = attributesOf(state);
            return !object && object.error().code == ErrorCode::InvalidArgument && !object.error().detail.isEmpty();
        };
        QVERIFY(!isRefused([](auto &) {}));
        QVERIFY(isRefused([](auto &s) { s.images.clear(); }));
        QVERIFY(isRefused([](auto &s) { s.images[0].study = StudyUid(u"1.2.3"_s); }));
        QVERIFY(isRefused([](auto &s) { s.areas.clear(); }));
        QVERIFY(isRefused([](auto &s) { s.areas[0].left = 501; }));
        QVERIFY(isRefused([](auto &s) { s.areas[1].rowSpacingMm.reset(); }));
        QVERIFY(isRefused([](auto &s) { s.areas[0].size = DisplayedArea::Size::Magnify; }));
        QVERIFY(isRefused([](auto &s) { s.label = u"标注"_s; }));
        QVERIFY(isRefused([](auto &s) { s.description = QString(65, u'a'); }));
        QVERIFY(isRefused([](auto &s) { s.rotation = 45; }));
        QVERIFY(isRefused([](auto &s) { s.annotations[0].layer = u"NONE"_s; }));
        QVERIFY(isRefused([](auto &s) { s.annotations[0].graphics[0].points[0].row = std::nan(""); }));
        QVERIFY(isRefused([](auto &s) { s.annotations[0].graphics[1].points.pop_back(); }));
        QVERIFY(isRefused([](auto &s) { s.annotations[0].texts[1].displayAnchor.reset(); }));
        QVERIFY(isRefused([](auto &s) { s.annotations[0].texts[1].trackingUid = u"no UID"_s; }));
        QVERIFY(isRefused([](auto &s) { s.annotations[0].texts[1].text = QString(1025, u'a'); }));
        QVERIFY(isRefused([](auto &s) { s.voi[0].window->width = 0.0; }));
        QVERIFY(isRefused([](auto &s) { s.modality->slope = 0.0; }));
        QVERIFY(isRefused([](auto &s) { s.modalityLut = someTable(0, 256, 12); }));
        QVERIFY(isRefused([](auto &s) { s.presentationLut = std::make_shared<dicom::LookupTable>(); }));
    }
    /// Written by hand as the standard has it, columns and rows from 1; and as this program writes it again.
    void shuttersAreReadAndWritten()
    {
        auto object = attributesOf(someState());
        QVERIFY(object);
        QVERIFY(!readPresentationState(*object)->shutter);
        object->setText({0x0018, 0x1600}, "CS", {u"RECTANGULAR"_s, u"CIRCULAR"_s, u"POLYGONAL"_s});
        object->setText({0x0018, 0x1602}, "IS", {u"11"_s});
        object->setText({0x0018, 0x1604}, "IS", {u"401"_s});
        object->setText({0x0018, 0x1606}, "IS", {u"21"_s});
        object->setText({0x0018, 0x1608}, "IS", {u"301"_s});
        object->setText({0x0018, 0x1610}, "IS", {u"151"_s, u"201"_s}); // row, column
        object->setText({0x0018, 0x1612}, "IS", {u"140"_s});
        object->setText({0x0018, 0x1620}, "IS", {u"1"_s, u"2"_s, u"1"_s, u"400"_s, u"300"_s, u"200"_s});
        object->setText({0x0018, 0x1622}, "US", {u"32896"_s});
        const auto check = [](const PresentationState &state) {
            const auto &s = state.shutter;
            QVERIFY(s && s->rectangle && s->circle);
            QVERIFY(s->rectangle->left == 10 && s->rectangle->right == 400 && s->rectangle->top == 20 &&
                    s->rectangle->bottom == 300);
            QVERIFY(s->circle->row == 150.0 && s->circle->column == 200.0 && s->circle->radius == 140.0);
            QCOMPARE(s->polygon.size(), std::size_t(3));
            QVERIFY(s->polygon[2].row == 299.0 && s->polygon[2].column == 199.0);
            QCOMPARE(s->grey, 128);
        };
        auto read = readPresentationState(*object);
        QVERIFY(read);
        check(*read);
        QVERIFY(!read->flaws.has(Flaw::Kind::Shutter));
        const auto again = attributesOf(*read);
        QVERIFY(again);
        const auto reread = readPresentationState(*again);
        QVERIFY(reread);
        check(*reread);
        // A bitmap, or a shape that lacks its numbers: told, and nothing of it is used.
        object->setText({0x0018, 0x1600}, "CS", {u"BITMAP"_s});
        read = readPresentationState(*object);
        QVERIFY(read && !read->shutter && read->flaws.has(Flaw::Kind::Shutter));
        object->setText({0x0018, 0x1600}, "CS", {u"RECTANGULAR"_s, u"CIRCULAR"_s});
        object->setText({0x0018, 0x1612}, "IS", {u"0"_s});
        read = readPresentationState(*object);
        QVERIFY(read && !read->shutter && read->flaws.has(Flaw::Kind::Shutter));
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
            auto object = attributesOf(someState());
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

    /// A window that is none, a shutter, overlays: told, and the rest is there.
    void whatIsLeftOutIsTold()
    {
        auto object = attributesOf(someState());
        QVERIFY(object);
        object->setText({0x0018, 0x1600}, "CS", {u"CIRCULAR"_s});
        object->setText({0x6000, 0x0010}, "US", {u"512"_s});
        object->setText({0x0070, 0x0042}, "US", {u"45"_s});
        Attributes window;
        window.setText(tags::WindowCenter, "DS", {u"40"_s});
        window.setText(tags::WindowWidth, "DS", {u"0"_s});
        Attribute windows;
        windows.vr = {'S', 'Q'};
        windows.items = {window};
        object->set({0x0028, 0x3110}, windows);
        object->set({0x0028, 0x6100}, windows); // Mask Subtraction Sequence: that it is there counts
        const auto read = readPresentationState(*object);
        QVERIFY(read);
        for (const Flaw::Kind kind :
             {Flaw::Kind::Shutter, Flaw::Kind::Overlay, Flaw::Kind::Turn, Flaw::Kind::Window, Flaw::Kind::Mask})
            QVERIFY2(read->flaws.has(kind), qPrintable(flawText(kind)));
        QCOMPARE(read->flaws.count, 5);
        QVERIFY(read->voi.empty());
        QCOMPARE(read->rotation, 0);
        QCOMPARE(read->annotations.size(), std::size_t(1));
    }
};

CONSILIUM_TEST(PresentationStateTest)
#include "PresentationStateTest.moc"
