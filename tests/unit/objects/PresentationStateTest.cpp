#include "tests/support/TestMain.h"
#include "tests/unit/objects/PresentationFixture.h"
#include "viewer/objects/PresentationParts.h"

#include <QJsonArray>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace consilium;
using namespace consilium::objects;
using dicom::Photometric;
using test::fullState;
using test::imageOf;
using test::readBack;
using test::someTable;
using test::turnedState;

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
        const PresentationState state = fullState();
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
    /// dciodvfy computes the corners of a turned area itself.
    void dciodvfyFindsNothing()
    {
        NEEDS_DCIODVFY;
        test::ObjectFiles files;
        PresentationState state = fullState();
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
        PresentationState state = fullState();
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
    /// PS3.3 A.33.2: no modules of greys, an ICC profile of an input device in their place (C.11.15), the same each
    /// time.
    void colourStatesSayNothingOfGreys()
    {
        const PresentationState state = test::colourState();
        const auto object = attributesOf(state);
        QVERIFY(object);
        QCOMPARE(object->text(tags::SopClassUid), u"1.2.840.10008.5.1.4.1.1.11.2"_s);
        for (const Tag tag : {tags::RescaleSlope, tags::RescaleIntercept, tags::RescaleType, tags::ModalityLutSequence,
                              tags::PresentationLutShape, Tag{0x0028, 0x3110}, Tag{0x2050, 0x0010}})
            QVERIFY2(!object->contains(tag), qPrintable(tag.text()));
        const Attribute *const profile = object->find({0x0028, 0x2000});
        QVERIFY(profile && profile->bytes.size() % 2 == 0);
        QCOMPARE(profile->bytes.mid(12, 12), QByteArray("scnrRGB XYZ "));
        QCOMPARE(profile->bytes.mid(36, 4), QByteArray("acsp"));
        QCOMPARE(profile->bytes.mid(24, 12), QByteArray::fromHex("07d000010001000000000000"));
        QCOMPARE(attributesOf(state)->find({0x0028, 0x2000})->bytes, profile->bytes);
        QVERIFY(!attributesOf(fullState())->contains({0x0028, 0x2000}));

        const auto read = readBack(test::fileOf(state));
        QVERIFY(read);
        QCOMPARE(read->flaws.count, 0);
        QVERIFY(read->isColour && !read->modality && read->voi.empty() && !read->hasUnknownValues);
        QVERIFY(read->images == state.images);
        QVERIFY(read->areas == state.areas);
        QVERIFY(read->layers == state.layers);
        QCOMPARE(read->annotations.size(), std::size_t(1));
        QVERIFY(read->annotations[0] == state.annotations[0]);
        QVERIFY(!readBack(test::fileOf(fullState()))->isColour);
    }
    /// What another program says of greys there is not read: no such thing has a place in it.
    void greysInAColourStateDoNotCount()
    {
        auto object = attributesOf(fullState());
        QVERIFY(object);
        object->setText(tags::SopClassUid, "UI", {u"1.2.840.10008.5.1.4.1.1.11.2"_s});
        const auto read = readPresentationState(*object);
        QVERIFY(read);
        QVERIFY(read->isColour && read->voi.empty() && !read->modality);
        QVERIFY(read->shape == PresentationLutShape::Identity);
    }
    /// The grey of what a shutter hides is also a colour there: 128 of sRGB has an L* of 53.6.
    void aShutterOfAColourStateHasAColour()
    {
        PresentationState state = test::colourState();
        dicom::Shutter shutter;
        shutter.rectangle = dicom::Shutter::Rectangle{10, 400, 20, 300};
        shutter.grey = 128;
        state.shutter = std::make_shared<const dicom::Shutter>(shutter);
        const auto object = attributesOf(state);
        QVERIFY(object);
        const auto colour = object->numbers({0x0018, 0x1624}, 3);
        QVERIFY(colour);
        QVERIFY(std::abs((*colour)[0] - 35117.0) <= 1.0);
        QVERIFY((*colour)[1] == 32896.0 && (*colour)[2] == 32896.0);
        const auto read = readPresentationState(*object);
        QVERIFY(read && read->shutter);
        QCOMPARE(read->shutter->grey, 128);
        NEEDS_DCIODVFY;
        test::ObjectFiles files;
        for (DisplayedArea &area : state.areas)
            area.left = 10;
        VERIFY_DCIODVFY(files.add(test::fileOf(state)), "ColorSoftcopyPresentationState");
    }
    void otherProgramsReadColourStates()
    {
        NEEDS_DCIODVFY;
        NEEDS_PYDICOM;
        test::ObjectFiles files;
        PresentationState state = test::colourState();
        for (DisplayedArea &area : state.areas)
            area.left = 10; // what lies outside of the image it takes for unsigned numbers
        const QString file = files.add(test::fileOf(state));
        VERIFY_DCIODVFY(file, "ColorSoftcopyPresentationState");
        const QJsonObject read = test::pydicomOf(file);
        QCOMPARE(read[u"class"].toString(), u"1.2.840.10008.5.1.4.1.1.11.2"_s);
        QCOMPARE(read[u"shape"].toString(), QString());
        QVERIFY(read[u"voi"].toArray().isEmpty() && read[u"rescale"].toArray().isEmpty());
        QCOMPARE(read[u"profile"].toArray(), (QJsonArray{u"scnr"_s, u"RGB "_s, u"XYZ "_s, u"acsp"_s}));
        QCOMPARE(read[u"images"].toArray(), (QJsonArray{QJsonArray{imageOf(1).sop.text(), QJsonArray{}},
                                                        QJsonArray{imageOf(2).sop.text(), QJsonArray{3, 5}}}));
        QCOMPARE(read[u"annotations"].toArray()[0].toObject()[u"graphics"].toArray().size(), 5);
        QCOMPARE(read[u"layers"].toArray()[0].toArray(), (QJsonArray{u"MARKS"_s, 1, u"标注"_s}));
    }
    void whatItIsFor()
    {
        const PresentationState state = fullState();
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
            PresentationState state = fullState();
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
        QVERIFY(isRefused([](auto &s) { s.isColour = true; })); // it has greys
        QVERIFY(isRefused([](auto &s) { s.modalityLut = someTable(0, 256, 12); }));
        QVERIFY(isRefused([](auto &s) { s.presentationLut = std::make_shared<dicom::LookupTable>(); }));
    }
    /// Written by hand as the standard has it, columns and rows from 1; and as this program writes it again.
    void shuttersAreReadAndWritten()
    {
        auto object = attributesOf(fullState());
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

    /// A window that is none, a shutter, overlays: told, and the rest is there.
    void whatIsLeftOutIsTold()
    {
        auto object = attributesOf(fullState());
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
