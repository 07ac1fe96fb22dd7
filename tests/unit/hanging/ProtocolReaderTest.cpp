#include "tests/unit/hanging/HangingFixture.h"

using namespace Qt::StringLiterals;
using namespace consilium;
using namespace consilium::hanging;
using consilium::test::presetNames;

namespace
{

/// A whole protocol in which one line is another; line 7 holds the cell.
QByteArray withLine(int number, const QByteArray &line)
{
    QList<QByteArray> lines{R"({)",
                            R"( "schema": 1, "id": "t", "name": "T",)",
                            R"( "match": {"modality": "CT"},)",
                            R"( "stages": [{)",
                            R"(  "link": "none", "monitors": [{)",
                            R"(   "rows": 1, "columns": 1, "cells": [)",
                            R"(    {"find": {"modality": "CT"}})",
                            R"(   ]}]}]})"};
    lines[number - 1] = line;
    return lines.join('\n');
}

} // namespace

class ProtocolReaderTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsEverythingThatMayStandThere()
    {
        const Protocol p = test::protocolOf(R"({"schema": 1, "id": "all", "name": {"en": "All", "zh_CN": "全部"},
            "whenOpened": true,
            "match": {"modality": ["ct", "MR"], "bodyPart": "chest", "studyDescription": {"contains": "follow"},
                "images": {"min": 4, "max": 9}, "monitors": {"min": 2}, "hasPrior": true,
                "prior": {"nth": 2, "sameModality": false, "before": "20200131", "mostDaysOld": 700},
                "series": [{"find": {"view": "cranio-caudal", "laterality": "L", "plane": "axial",
                    "imageType": "primary", "description": {"pattern": "^t1", "without": ["flair"]}},
                    "count": {"min": 2}}]},
            "stages": [{"name": "One", "link": "offset", "referenceLines": "withEnds", "monitors": [
                {"rows": 1, "columns": 2, "cells": [{"empty": true},
                    {"find": {}, "nth": 3, "image": "middle", "window": {"centre": 40, "width": 80.5},
                     "zoom": "trueSize", "rotate": 90, "flip": true, "linked": true}]},
                {"rows": 1, "columns": 1, "cells": [{"find": {}, "prior": {}, "window": "brain", "image": "key",
                     "edges": {"left": "R", "top": "H"}}]}]}]})");
        QCOMPARE(p.id, u"all"_s);
        QCOMPARE(p.names.at(u"zh_CN"_s), u"全部"_s);
        QVERIFY(p.whenOpened);
        QCOMPARE(p.match.modality, (QStringList{u"CT"_s, u"MR"_s}));
        QCOMPARE(p.match.bodyPart, QStringList{u"CHEST"_s});
        QCOMPARE(*p.match.images, (Range{4, 9}));
        QVERIFY(p.match.hasPrior.value());
        QCOMPARE(p.match.prior, (PriorCondition{2, false, true, u"20200131"_s, 700}));
        QCOMPARE(p.match.series.front().condition.view, QStringList{u"CC"_s});
        QVERIFY(p.match.series.front().condition.description->holds(u"T1 sag"_s));
        QVERIFY(!p.match.series.front().condition.description->holds(u"T1 FLAIR"_s));
        const Stage &stage = p.stages.front();
        QCOMPARE(stage.columns(), 3);
        QCOMPARE(stage.link, session::LinkKind::Offset);
        QCOMPARE(*stage.lines, Lines::WithEnds);
        QVERIFY(stage.monitors[0].cells[0].isEmpty);
        const Cell &cell = stage.monitors[0].cells[1];
        QCOMPARE(*cell.window, (session::Window{40, 80.5, session::VoiFunction::Linear}));
        QCOMPARE(cell.turn, (session::Orientation{90, true}));
        QVERIFY(cell.isLinked && cell.nth == 3 && cell.which == Which::Middle && cell.zoom == Zoom::TrueSize);
        const Cell &prior = stage.monitors[1].cells[0];
        QVERIFY(prior.prior && prior.windowPreset == u"brain" && prior.which == Which::Key);
        QCOMPARE(*prior.edges, (EdgeWish{u'R', u'H'}));
    }

    void namesLineColumnAndField_data()
    {
        QTest::addColumn<int>("line");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("found");
        using Kind = Problem::Kind;
        const auto row = [](const char *name, int line, const char *text, Kind kind, int column, const char *found) {
            QTest::newRow(name) << line << QByteArray(text) << int(kind) << column << QString::fromUtf8(found);
        };
        row("unknown field", 7, R"(    {"find": {"modalty": "CT"}})", Kind::UnknownField, 15, "modalty");
        row("unknown field above", 3, R"( "match": {}, "priority": 3,)", Kind::UnknownField, 15, "priority");
        row("missing find", 7, R"(    {"nth": 2})", Kind::MissingField, 5, "find");
        row("missing match", 3, "", Kind::MissingField, 1, "match");
        row("text for number", 7, R"(    {"find": {}, "nth": "2"})", Kind::WrongKind, 25, "nth");
        row("half a number", 7, R"(    {"find": {}, "nth": 1.5})", Kind::WrongKind, 25, "nth");
        row("no such choice", 7, R"(    {"find": {}, "zoom": "big"})", Kind::NotOneOf, 26, "big");
        row("no such window", 7, R"(    {"find": {}, "window": "hat"})", Kind::NotOneOf, 28, "hat");
        row("width 0", 7, R"(    {"find": {}, "window": {"centre": 1, "width": 0}})", Kind::OutOfRange, 51, "0");
        row("rows", 6, R"(   "rows": 9, "columns": 1, "cells": [)", Kind::OutOfRange, 12, "9");
        row("cells missing", 6, R"(   "rows": 2, "columns": 2, "cells": [)", Kind::OutOfRange, 38, "cells: 1");
        row("laterality", 7, R"(    {"find": {"laterality": ["L", "left"]}})", Kind::NotOneOf, 35, "left");
        row("45 degrees", 7, R"(    {"find": {}, "rotate": 45})", Kind::OutOfRange, 28, "45");
        row("both turns", 7, R"(    {"find": {}, "flip": true, "edges": {"left": "L"}})", Kind::Contradiction, 26,
            "flip");
        row("one axis twice", 7, R"(    {"find": {}, "edges": {"left": "A", "top": "P"}})", Kind::Contradiction, 48,
            "top");
        row("pattern", 3, R"( "match": {"studyDescription": {"pattern": "*t1"}},)", Kind::BadPattern, 44, "*t1");
        row("prior without hasPrior", 3, R"( "match": {"prior": {}},)", Kind::NeedsOther, 21, "prior");
        row("31 February", 7, R"(    {"find": {}, "prior": {"before": "20260231"}})", Kind::WrongKind, 38, "before");
        row("newer version", 2, R"( "schema": 2, "id": "t", "name": "T",)", Kind::WrongSchema, 12, "2");
        row("range of nothing", 3, R"( "match": {"images": {}},)", Kind::SaysNothing, 22, "images");
        row("text of nothing", 3, R"( "match": {"studyDescription": {}},)", Kind::SaysNothing, 32, "studyDescription");
        row("count of nothing", 3, R"( "match": {"series": [{"find": {}, "count": {}}]},)", Kind::SaysNothing, 45,
            "count");
        row("range turned", 3, R"( "match": {"images": {"min": 4, "max": 2}},)", Kind::OutOfRange, 40, "2");
        row("no stage", 4,
            " \"stages\": []} /" // moc takes two strokes in a raw string for a comment
            "/",
            Kind::UnexpectedText, 16, "“/”");
    }
    void namesLineColumnAndField()
    {
        QFETCH(int, line);
        QFETCH(QByteArray, text);
        QFETCH(int, kind);
        QFETCH(int, column);
        QFETCH(QString, found);
        const auto read = readProtocol(withLine(line, text), presetNames());
        QVERIFY(!read);
        const Problem &first = read.error().front();
        QCOMPARE(int(first.kind), kind);
        QCOMPARE(first.found, found);
        QCOMPARE(first.place,
                 (Place{first.kind == Problem::Kind::MissingField && found == u"match" ? 1 : line, column}));
        QVERIFY2(first.text().contains(QString::number(first.place.line)), qPrintable(first.text()));
        QVERIFY2(first.text().contains(found), qPrintable(first.text()));
    }

    void tellsAllMistakesInTheOrderOfTheText()
    {
        const auto read = readProtocol(withLine(7, R"(    {"find": {"a": 1}, "b": 2, "nth": 0})"), presetNames());
        QVERIFY(!read);
        QStringList found;
        for (const Problem &problem : read.error())
            found << problem.found;
        QCOMPARE(found, (QStringList{u"a"_s, u"b"_s, u"0"_s}));
    }

    void refusesMonitorsThatDoNotGoTogether()
    {
        const QByteArray cell = R"({"empty": true})";
        const auto stage = [&](const QByteArray &monitors) {
            return readProtocol(R"({"schema": 1, "id": "t", "name": "T", "match": {}, "stages": [{"monitors": )" +
                                    monitors + "}]}",
                                presetNames());
        };
        const QByteArray one = R"({"rows": 1, "columns": 1, "cells": [)" + cell + "]}";
        const QByteArray two = R"({"rows": 2, "columns": 1, "cells": [)" + cell + "," + cell + "]}";
        const auto unequal = stage("[" + one + "," + two + "]");
        QVERIFY(!unequal);
        QCOMPARE(unequal.error().front().kind, Problem::Kind::UnequalRows);
        QByteArrayList many(9, one);
        const auto wide = stage("[" + many.join(',') + "]");
        QVERIFY(!wide);
        QCOMPARE(wide.error().front().kind, Problem::Kind::TooManyViews);
        QVERIFY(stage("[" + one + "," + one + "]"));
    }

    /// One bad file leaves the others alone; the person's own comes first and may take the place of a shipped one.
    void keepsTheShelfWithOneBadFile()
    {
        QTemporaryDir folder;
        const auto write = [&](const QString &name, const QByteArray &content) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(content);
        };
        write(u"a.json"_s, withLine(7, R"(    {"fnd": {}})"));
        write(u"b.json"_s, withLine(2, R"( "schema": 1, "id": "default", "name": "Mine",)"));
        write(u"c.json"_s, withLine(2, R"( "schema": 1, "id": "default", "name": "Again",)"));
        write(u"d.txt"_s, "not read");
        const Shelf shelf = readShelf(folder.path(), presetNames());
        for (const auto &[name, content] : shelf.contents) {
            QFile read(folder.filePath(name));
            QVERIFY(read.open(QIODevice::ReadOnly));
            QCOMPARE(content, read.readAll());
        }
        QVERIFY(!shelf.contents.empty());
        const Protocol *own = shelf.find(u"default"_s);
        QVERIFY(own && own->isOwn);
        QCOMPARE(own->displayName(), u"Mine"_s);
        QVERIFY(shelf.find(u"mammography"_s));
        QCOMPARE(shelf.problems.front().file, u"a.json"_s);
        QCOMPARE(shelf.problems.front().found, u"find"_s); // missing, at the brace before the unknown one
        QCOMPARE(shelf.problems.back().file, u"c.json"_s);
        QCOMPARE(shelf.problems.back().kind, Problem::Kind::IdTwice);
        QCOMPARE(std::count_if(shelf.protocols.begin(), shelf.protocols.end(),
                               [](const Protocol &p) { return p.id == u"default"; }),
                 1);
    }
};

CONSILIUM_TEST(ProtocolReaderTest)
#include "ProtocolReaderTest.moc"
