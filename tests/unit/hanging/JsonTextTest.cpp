#include "viewer/hanging/JsonText.h"
#include "tests/unit/hanging/HangingFixture.h"

using namespace Qt::StringLiterals;
using namespace consilium;
using namespace consilium::hanging;

class JsonTextTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsAllKindsWithTheirPlaces()
    {
        const auto read =
            readJson("\xEF\xBB\xBF{\n  \"a\": [1, -2.5e2, true, null],\n  \"b\": \"\\u4e2d\\n\\\"\"\n}\n");
        QVERIFY(read.has_value());
        const JsonValue *a = read->find(u"a"_s), *b = read->find(u"b"_s);
        QVERIFY(a && b && !read->find(u"c"_s));
        QCOMPARE(a->place, (Place{2, 8}));
        QCOMPARE(a->values.size(), std::size_t(4));
        QCOMPARE(a->values[1].number, -250.0);
        QCOMPARE(a->values[1].place, (Place{2, 12}));
        QVERIFY(a->values[2].truth);
        QCOMPARE(a->values[3].kind, JsonValue::Kind::Null);
        QCOMPARE(b->text, u"中\n\""_s);
        QCOMPARE(read->members[1].place, (Place{3, 3}));
    }

    void namesThePlaceOfTheFirstMistake_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("found");
        QTest::addColumn<QString>("wanted");
        const auto row = [](const char *name, const char *json, Problem::Kind kind, int line, int column,
                            const char *found, const char *wanted) {
            QTest::newRow(name) << QByteArray(json) << int(kind) << line << column << QString::fromUtf8(found)
                                << QString::fromUtf8(wanted);
        };
        using Kind = Problem::Kind;
        row("missing comma", "{\n \"a\": 1\n \"b\": 2}", Kind::UnexpectedText, 3, 2, "“\"”", expected::commaOrBrace);
        row("comma too many", "[1,\n]", Kind::UnexpectedText, 2, 1, "“]”", expected::value);
        row("comma at the end", "{\"a\": 1,\n}", Kind::UnexpectedText, 2, 1, "“}”", expected::name);
        row("no colon", "{\"a\" 1}", Kind::UnexpectedText, 1, 6, "“1”", expected::colon);
        row("name without quotes", "{a: 1}", Kind::UnexpectedText, 1, 2, "“a”", expected::name);
        row("word", "[yes]", Kind::UnexpectedText, 1, 2, "“yes”", expected::value);
        row("word that begins like one", "[trueish]", Kind::UnexpectedText, 1, 2, "“trueish”", expected::value);
        row("after the end", "{}\n x", Kind::UnexpectedText, 2, 2, "“x”", expected::end);
        row("cut short", "{\"a\": [1, 2", Kind::EndsEarly, 1, 12, "", expected::commaOrBracket);
        row("empty", "", Kind::EndsEarly, 1, 1, "", expected::value);
        row("open text", "[\"abc", Kind::EndsEarly, 1, 6, "", expected::quote);
        row("text over lines", "[\"abc\ndef\"]", Kind::ControlInText, 1, 6, "", "");
        row("escape", "[\"C:\\dir\"]", Kind::BadEscape, 1, 6, "d", expected::quote);
        row("hex", "[\"\\u12G4\"]", Kind::BadEscape, 1, 4, "u12G4", "");
        row("number", "[01]", Kind::BadNumber, 1, 2, "01", "");
        row("number with a point", "[1.]", Kind::BadNumber, 1, 2, "1.", "");
        row("too large a number", "[1e999]", Kind::BadNumber, 1, 2, "1e999", "");
        row("name twice", "{\"a\": 1,\n \"a\": 2}", Kind::NameTwice, 2, 2, "a", "");
        row("cut letter", "\"\xE4\xB8", Kind::NotUtf8, 0, 0, "", "");
    }
    void namesThePlaceOfTheFirstMistake()
    {
        QFETCH(QByteArray, json);
        QFETCH(int, kind);
        QFETCH(int, line);
        QFETCH(int, column);
        QFETCH(QString, found);
        QFETCH(QString, wanted);
        const auto read = readJson(json);
        QVERIFY(!read);
        QCOMPARE(int(read.error().kind), kind);
        QCOMPARE(read.error().place, (Place{line, column}));
        QCOMPARE(read.error().found, found);
        if (read.error().kind != Problem::Kind::BadEscape)
            QCOMPARE(read.error().expected, wanted);
        QVERIFY(!read.error().text().isEmpty());
    }

    void boundsDepthAndSize()
    {
        QVERIFY(readJson(QByteArray(30, '[') + QByteArray(30, ']')));
        const auto deep = readJson(QByteArray(100'000, '['));
        QVERIFY(!deep);
        QCOMPARE(deep.error().kind, Problem::Kind::TooDeep);
        const auto large = readJson('"' + QByteArray(1 << 20, 'a') + '"');
        QVERIFY(!large);
        QCOMPARE(large.error().kind, Problem::Kind::TooLarge);
    }
};

CONSILIUM_TEST(JsonTextTest)
#include "JsonTextTest.moc"
