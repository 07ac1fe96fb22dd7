#include "tests/support/TestMain.h"
#include "tests/unit/objects/SpoiltObjects.h"
#include "viewer/documents/Report.h"
#include "viewer/objects/KeyObjects.h"
#include "viewer/objects/Uid.h"

#include <QElapsedTimer>

#include <functional>

using namespace Qt::StringLiterals;
using namespace consilium;
using namespace consilium::objects;
using namespace consilium::test;

namespace
{

/// The report, read after the change: the second mark is there, whatever was done to the first.
std::optional<MeasurementReport> spoilt(const std::vector<Step> &path, const std::function<void(Attributes &)> &how)
{
    auto object = attributesOf(someReport());
    if (!object)
        return std::nullopt;
    change(*object, path, how);
    auto read = readMeasurements(*object);
    if (!read || read->measurements.empty() || !(read->measurements.back() == someReport().measurements.back()))
        return std::nullopt;
    return std::move(*read);
}

} // namespace

class HostileObjectsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void coordinatesThatAreNone()
    {
        const auto path = below(toGroup, {{content, -1}, {content, -1}});
        const auto withData = [&](const QStringList &numbers) {
            return spoilt(path, [&](Attributes &item) { item.setText(graphicData, "FL", numbers); });
        };
        struct Case {
            QStringList numbers;
            Flaw::Kind kind;
        };
        for (const Case &one :
             {Case{{u"nan"_s, u"1"_s, u"2"_s, u"3"_s}, Flaw::Kind::Points},
              Case{{u"inf"_s, u"1"_s, u"2"_s, u"3"_s}, Flaw::Kind::Points},
              Case{{u"1"_s, u"2"_s, u"3"_s}, Flaw::Kind::Points}, Case{{u"1"_s, u"2"_s}, Flaw::Kind::Points},
              Case{{}, Flaw::Kind::Points}, Case{{u"1"_s, u"2"_s, u"1e30"_s, u"3"_s}, Flaw::Kind::Outside},
              Case{{u"1"_s, u"2"_s, u"-200000"_s, u"3"_s}, Flaw::Kind::Outside}}) {
            const auto read = withData(one.numbers);
            QVERIFY(read);
            QCOMPARE(read->flaws.count, 1);
            QVERIFY2(read->flaws.has(one.kind), qPrintable(one.numbers.join(u' ')));
            QCOMPARE(read->flaws.all[0].part, 0);
            QCOMPARE(read->measurements.size(), std::size_t(2)); // the number itself is kept
            QVERIFY(read->measurements[0].shapes.empty());
            QCOMPARE(read->measurements[0].values.at(0).value.value_or(0.0), 5.0);
        }
    }
    void shapesThatAreNone()
    {
        const auto path = below(toGroup, {{content, -1}, {content, -1}});
        for (const auto &[type, kind] :
             {std::pair{u"SPLINE"_s, Flaw::Kind::ShapeType}, std::pair{QString(), Flaw::Kind::ShapeType},
              std::pair{u"ELLIPSE"_s, Flaw::Kind::Points},       // of two points
              std::pair{u"POLYGON"_s, Flaw::Kind::ShapeType}}) { // not in an image
            const auto read = spoilt(path, [&](Attributes &item) { item.setText(graphicType, "CS", {type}); });
            QVERIFY(read);
            QVERIFY2(read->flaws.count == 1 && read->flaws.has(kind), qPrintable(type));
        }
    }
    /// Of a tiled image as a whole: its columns are not those of a frame.
    void coordinatesOfTheWholeSlide()
    {
        const auto path = below(toGroup, {{content, -1}, {content, -1}});
        struct Row {
            QString sopClass, origin;
            int flaws;
        };
        const QString ct = u"1.2.840.10008.5.1.4.1.1.2"_s, slide = u"1.2.840.10008.5.1.4.1.1.77.1.6"_s;
        for (const Row &row : {Row{slide, u"VOLUME"_s, 1}, Row{slide, u"FRAME"_s, 0}, Row{ct, u"VOLUME"_s, 0}}) {
            MeasurementReport report = someReport();
            report.measurements[0].shapes[0].image.sopClass = SopClassUid(row.sopClass);
            auto object = attributesOf(report);
            QVERIFY(object);
            change(*object, path, [&](Attributes &item) { item.setText({0x0048, 0x0301}, "CS", {row.origin}); });
            const auto read = readMeasurements(*object);
            QVERIFY(read);
            QCOMPARE(read->flaws.count, row.flaws);
            QCOMPARE(read->measurements[0].shapes.size(), std::size_t(1 - row.flaws));
        }
    }
    void placesWithoutFrameOfReference()
    {
        MeasurementReport report = someReport();
        Shape &place = report.measurements[0].shapes[0];
        place.points.clear();
        place.type = ShapeType::Point;
        place.places = {{1.0, 2.0, 3.0}};
        place.frameOfReference = FrameOfReferenceUid(u"1.2.3"_s);
        auto object = attributesOf(report);
        QVERIFY(object);
        change(*object, below(toGroup, {{content, -1}, {content, -1}}), [](Attributes &item) {
            item.remove({0x3006, 0x0024});
        });
        const auto read = readMeasurements(*object);
        QVERIFY(read);
        QVERIFY(read->flaws.count == 1 && read->flaws.has(Flaw::Kind::OtherFrame));
        QCOMPARE(read->measurements.size(), std::size_t(2));
        QVERIFY(read->measurements[0].shapes.empty());
    }
    void imagesAndFramesThatAreNone()
    {
        const auto path = below(toGroup, {{content, -1}, {content, -1}});
        const auto without = spoilt(path, [](Attributes &item) { item.remove(content); });
        QVERIFY(without && without->flaws.count == 1 && without->flaws.has(Flaw::Kind::NoImage));
        const auto toReference = below(path, {{content, 0}, {tags::ReferencedSopSequence, 0}});
        const auto unnamed = spoilt(toReference, [](Attributes &item) { item.remove(tags::ReferencedSopInstanceUid); });
        QVERIFY(unnamed && unnamed->flaws.has(Flaw::Kind::NoImage));
        for (const QStringList &numbers : {QStringList{u"0"_s}, QStringList{u"-3"_s}}) {
            const auto read = spoilt(toReference, [&](Attributes &item) { item.setText(frames, "IS", numbers); });
            QVERIFY(read && read->flaws.count == 1 && read->flaws.has(Flaw::Kind::NoFrame));
            QVERIFY(read->measurements[0].shapes.empty());
        }
        const auto several = spoilt(toReference, [](Attributes &item) {
            item.setText(frames, "IS", {u"2"_s, u"4"_s});
        });
        QVERIFY(several && several->flaws.count == 1 && several->flaws.has(Flaw::Kind::SeveralImages));
        QCOMPARE(several->measurements[0].shapes.at(0).image.frame, 2);
        const auto unlisted = spoilt(
            toReference, [](Attributes &item) { item.setText(tags::ReferencedSopInstanceUid, "UI", {u"1.2.3.4"_s}); });
        QVERIFY(unlisted && unlisted->flaws.count == 1 && unlisted->flaws.has(Flaw::Kind::NotListed));
        QCOMPARE(unlisted->measurements[0].shapes.at(0).image.sop.text(), u"1.2.3.4"_s); // kept
        QVERIFY(unlisted->measurements[0].shapes[0].image.series.isEmpty());
    }
    void numbersThatAreNone()
    {
        const auto path = below(toGroup, {{content, -1}});
        for (const QString &number : {u"nan"_s, u"abc"_s, u"1e999"_s}) {
            const auto read = spoilt(below(path, {{measuredValues, 0}}),
                                     [&](Attributes &item) { item.setText(numericValue, "DS", {number}); });
            QVERIFY(read);
            QVERIFY2(read->flaws.count == 1 && read->flaws.has(Flaw::Kind::Number), qPrintable(number));
            QVERIFY(read->measurements[0].values.empty());
            QCOMPARE(read->measurements[0].shapes.size(), std::size_t(1)); // its line is kept
        }
    }
    /// A line that stands elsewhere in the tree, as Comprehensive SR may have it.
    void referencesWithinTheTree()
    {
        const auto path = below(toGroup, {{content, -1}});
        const auto referTo = [&](const QStringList &target) {
            return spoilt(path, [&](Attributes &number) {
                number.remove(content);
                Attributes item;
                item.setText(relationship, "CS", {u"INFERRED FROM"_s});
                item.setText(referencedItem, "UL", target);
                number = withItem(number, content, item);
            });
        };
        // 1: root; its fifth item the measurements; there the second group; its fourth item the number; its line.
        auto object = attributesOf(someReport());
        QVERIFY(object);
        const auto place = [](const Attributes &item) { return QString::number(item.items(content).size()); };
        const Attributes &all = object->items(content).back();
        const Attributes &second = all.items(content).at(1);
        const QStringList number{u"1"_s, place(*object), u"2"_s, place(second)};
        const auto good = referTo(number + QStringList{u"1"_s});
        QVERIFY(good);
        QCOMPARE(good->flaws.count, 0);
        QCOMPARE(good->measurements[0].shapes.size(), std::size_t(1));
        QVERIFY(good->measurements[0].shapes[0].image.sop == imageOf(2).sop);
        const QStringList itself{u"1"_s, place(*object), u"1"_s, place(second), u"1"_s};
        for (const QStringList &target : {itself, QStringList{u"1"_s, u"99"_s}, QStringList{u"2"_s},
                                          QStringList{u"0"_s}, number + QStringList{u"-1"_s}, QStringList{}}) {
            const auto read = referTo(target);
            QVERIFY2(read, qPrintable(target.join(u'.')));
            QVERIFY2(read->flaws.has(Flaw::Kind::Reference), qPrintable(target.join(u'.')));
            QVERIFY(read->measurements[0].shapes.empty());
        }
        // What is no shape is no source, and no flaw.
        const auto toRoot = referTo({u"1"_s});
        QVERIFY(toRoot && toRoot->measurements[0].shapes.empty());
    }
    void aGroupThatSaysNothing()
    {
        const auto read = spoilt(toGroup, [](Attributes &group) { group.remove(content); });
        QVERIFY(read);
        QVERIFY(read->flaws.count == 1 && read->flaws.has(Flaw::Kind::Empty));
        QCOMPARE(read->measurements.size(), std::size_t(1));
    }
    /// Without a UID of its own a mark gets one that is the same at the next reading.
    void aMarkWithoutTrackingUid()
    {
        auto object = attributesOf(someReport());
        QVERIFY(object);
        change(*object, below(toGroup, {{content, 1}}), [](Attributes &item) { item.remove({0x0040, 0xA124}); });
        const auto first = readMeasurements(*object), second = readMeasurements(*object);
        QVERIFY(first && second);
        QVERIFY(isUid(first->measurements[0].trackingUid));
        QCOMPARE(first->measurements[0].trackingUid, second->measurements[0].trackingUid);
        const auto other = // another object
            spoilt(below(toGroup, {{content, 1}}), [](Attributes &item) {
                item.remove({0x0040, 0xA124});
            });
        QVERIFY(other && other->measurements[0].trackingUid != first->measurements[0].trackingUid);
    }
    void deepNestingEnds()
    {
        auto object = attributesOf(someReport());
        QVERIFY(object);
        Attributes nested;
        nested.setText({0x0040, 0xA040}, "CS", {u"CONTAINER"_s});
        for (int i = 0; i < 500; ++i) {
            Attributes outer;
            outer.setText({0x0040, 0xA040}, "CS", {u"CONTAINER"_s});
            nested = withItem(outer, content, nested);
        }
        const auto read = readMeasurements(withItem(*object, content, nested));
        QVERIFY(read);
        QVERIFY(read->flaws.has(Flaw::Kind::Cut));
        QCOMPARE(read->measurements.size(), std::size_t(2));
    }
    /// 100,000 and more items: in bounded time, flaws counted and the first of them told.
    void veryManyItems()
    {
        auto object = attributesOf(someReport());
        QVERIFY(object);
        const auto [number, line] = [&] { // copies: the object changes below
            const Attributes &last = object->items(content).back().items(content).front().items(content).back();
            return std::pair(last, last.items(content).back());
        }();
        Attributes bad = line;
        bad.setText(graphicData, "FL", {u"nan"_s});
        change(*object, toGroup, [&number = number, &bad](Attributes &item) {
            Attribute items = *item.find(content);
            items.items.reserve(120'000);
            for (int i = 0; i < 60'000; ++i)
                items.items.push_back(i % 2 == 0 ? number : bad);
            item.set(content, std::move(items));
        });
        QElapsedTimer timer;
        timer.start();
        const auto read = readMeasurements(*object);
        QVERIFY(read);
        QVERIFY2(timer.elapsed() < 60'000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(read->flaws.count > int(mostFlaws));
        QCOMPARE(read->flaws.all.size(), mostFlaws);
        QVERIFY(!read->measurements.empty());
        QCOMPARE(read->measurements[0].shapes.size(), std::size_t(1)); // the same line 30,000 times is one
        QVERIFY(read->measurements[0].values.size() > 10'000);
    }
    /// Every prefix of a file, and single bytes changed: a value or an error, never more.
    void damagedFiles()
    {
        const QByteArray report = test::fileOf(someReport()), state = test::fileOf(someState());
        for (const QByteArray &whole : {report, state}) {
            QVERIFY(!whole.isEmpty());
            int read = 0;
            for (qsizetype i = 140; i < whole.size(); i += 7) {
                QByteArray changed = whole;
                changed[i] = char(changed[i] ^ 0x55);
                for (const QByteArray &bytes : {whole.left(i), changed}) {
                    const auto object = dicom::readObject(bytes);
                    if (!object)
                        continue;
                    read += readMeasurements(*object) ? 1 : 0;
                    read += readPresentationState(*object) ? 1 : 0;
                    static_cast<void>(readKeyObjects(*object));
                }
            }
            QVERIFY(read > 20);
        }
    }
    void withoutIdentityItIsRefused()
    {
        auto report = attributesOf(someReport());
        auto state = attributesOf(someState());
        QVERIFY(report && state);
        report->remove(tags::SeriesInstanceUid);
        state->remove(tags::SopInstanceUid);
        QCOMPARE(readMeasurements(*report).error().code, ErrorCode::DicomMalformed);
        QCOMPARE(readPresentationState(*state).error().code, ErrorCode::DicomMalformed);
    }
};

CONSILIUM_TEST(HostileObjectsTest)
#include "HostileObjectsTest.moc"
