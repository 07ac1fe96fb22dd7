#include "tests/support/TestMain.h"
#include "tests/unit/objects/SpoiltObjects.h"
#include "viewer/objects/KeyObjects.h"

#include <functional>

using namespace Qt::StringLiterals;
using namespace consilium;
using namespace consilium::objects;
using namespace consilium::test;

/// Presentation states and key images with something in them that cannot be.
class HostileMarksTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void marksOfPresentationStatesThatAreNone()
    {
        const auto spoiltState = [](const std::vector<Step> &path, const std::function<void(Attributes &)> &how) {
            auto object = attributesOf(someState());
            if (object)
                change(*object, path, how);
            return object ? readPresentationState(*object) : fail(object.error());
        };
        const std::vector<Step> toGraphic{{annotations, 0}, {graphics, 0}};
        const auto isKept = [](const Result<PresentationState> &state, Flaw::Kind kind, std::size_t drawn) {
            return state && state->flaws.count == 1 && state->flaws.has(kind) && state->annotations.size() == 1 &&
                   state->annotations[0].graphics.size() == drawn && state->annotations[0].texts.size() == 2;
        };
        for (const QStringList &numbers : {QStringList{u"nan"_s, u"1"_s, u"2"_s, u"3"_s}, QStringList{u"1"_s},
                                           QStringList{u"1"_s, u"2"_s}, QStringList{}})
            QVERIFY(isKept(spoiltState(toGraphic, [&](Attributes &item) { item.setText(graphicData, "FL", numbers); }),
                           Flaw::Kind::Points, 1));
        QVERIFY(isKept(spoiltState(toGraphic, [](Attributes &item) { item.setText(pointCount, "US", {u"7"_s}); }),
                       Flaw::Kind::Points, 1));
        QVERIFY(isKept(spoiltState(toGraphic, [](Attributes &item) { item.setText(graphicType, "CS", {u"BOX"_s}); }),
                       Flaw::Kind::ShapeType, 1));
        QVERIFY(isKept(spoiltState(toGraphic,
                                   [](Attributes &item) {
                                       item.setText(graphicData, "FL", {u"1"_s, u"2"_s, u"3"_s, u"1e9"_s});
                                   }),
                       Flaw::Kind::Outside, 1));
        const auto text = spoiltState({{annotations, 0}, {texts, 0}}, [](Attributes &item) {
            item.remove({0x0070, 0x0014});
        });
        QVERIFY(text && text->flaws.count == 1 && text->flaws.has(Flaw::Kind::Text));
        QCOMPARE(text->annotations[0].texts.size(), std::size_t(1));
        const auto area = spoiltState({{areas, 0}}, [](Attributes &item) { item.setText(topLeft, "SL", {u"1"_s}); });
        QVERIFY(area && area->flaws.count == 1 && area->flaws.has(Flaw::Kind::Area) && area->areas.empty());
        const auto layer = spoiltState({{annotations, 0}}, [](Attributes &item) {
            item.setText({0x0070, 0x0002}, "CS", {u"UNKNOWN"_s});
        });
        QVERIFY(layer && layer->flaws.count == 1 && layer->flaws.has(Flaw::Kind::Layer));
        QCOMPARE(layer->annotations.size(), std::size_t(1));
    }
    /// Marks for an image that cannot be are marks for no image, not for all.
    void namedImagesThatCannotBe()
    {
        auto object = attributesOf(someState());
        QVERIFY(object);
        Attributes reference;
        reference.setText(tags::ReferencedSopClassUid, "UI", {u"1.2.840.10008.5.1.4.1.1.2"_s});
        change(*object, {{annotations, 0}}, [&](Attributes &item) {
            item = withItem(item, {0x0008, 0x1140}, reference);
        });
        const auto state = readPresentationState(*object);
        QVERIFY(state);
        QVERIFY(state->flaws.has(Flaw::Kind::NoImage));
        QVERIFY(state->annotations.empty());
    }
    void veryManyGraphics()
    {
        auto object = attributesOf(someState());
        QVERIFY(object);
        change(*object, {{annotations, 0}}, [](Attributes &item) {
            Attribute items = *item.find(graphics);
            items.items.resize(150'000, items.items.front());
            item.set(graphics, std::move(items));
        });
        const auto state = readPresentationState(*object);
        QVERIFY(state);
        QVERIFY(state->flaws.count == 1 && state->flaws.has(Flaw::Kind::Cut));
        QCOMPARE(state->annotations.at(0).graphics.size(), std::size_t(100'000));
    }
    void keyImagesThatAreNone()
    {
        KeyObjects keys;
        keys.header = test::objectHeader();
        keys.images = {imageOf(1), imageOf(2, 3)};
        auto object = attributesOf(keys);
        QVERIFY(object);
        change(*object, {{content, 0}, {tags::ReferencedSopSequence, 0}},
               [](Attributes &item) { item.remove(tags::ReferencedSopInstanceUid); });
        change(*object, {{content, 1}, {tags::ReferencedSopSequence, 0}}, [](Attributes &item) {
            item.setText(frames, "IS", {u"0"_s, u"3"_s});
        });
        const auto read = readKeyObjects(*object);
        QVERIFY(read);
        QVERIFY(read->flaws.has(Flaw::Kind::NoImage) && read->flaws.has(Flaw::Kind::NoFrame));
        QCOMPARE(read->images.size(), std::size_t(1));
        QVERIFY(read->images[0] == imageOf(2, 3));
    }
};

CONSILIUM_TEST(HostileMarksTest)
#include "HostileMarksTest.moc"
