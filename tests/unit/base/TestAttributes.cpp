#include "base/Attributes.h"
#include "tests/support/TestMain.h"

#include <cmath>
#include <random>

using namespace consilium;

class TestAttributes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tagsAsText()
    {
        QCOMPARE(tags::PixelData.text(), QStringLiteral("7FE00010"));
        QCOMPARE(tags::TransferSyntaxUid.text(), QStringLiteral("00020010"));
        QVERIFY(Tag::fromText(u"7fe00010") == tags::PixelData);
        for (const QStringView bad : {u"", u"7FE0001", u"7FE000100", u"7FE0001G", u"+FE00010", u"-0000001"})
            QVERIFY2(!Tag::fromText(bad), qPrintable(bad.toString()));
    }

    void tagsAreInDicomOrder()
    {
        QVERIFY(tags::PatientName < tags::PatientId);
        QVERIFY(tags::PatientId < tags::StudyInstanceUid);
    }

    void numbersHaveNoDefault_data()
    {
        QTest::addColumn<QStringList>("values");
        QTest::addColumn<bool>("isNumber");
        QTest::addColumn<bool>("isInteger");
        QTest::newRow("plain") << QStringList{QStringLiteral("42")} << true << true;
        QTest::newRow("blanks") << QStringList{QStringLiteral(" 42 ")} << true << true;
        QTest::newRow("fraction") << QStringList{QStringLiteral("0.5")} << true << false;
        QTest::newRow("exponent") << QStringList{QStringLiteral("1e3")} << true << true;
        QTest::newRow("too large for an integer") << QStringList{QStringLiteral("3000000000")} << true << false;
        QTest::newRow("empty") << QStringList{QString()} << false << false;
        QTest::newRow("no value") << QStringList{} << false << false;
        QTest::newRow("nan") << QStringList{QStringLiteral("nan")} << false << false;
        QTest::newRow("inf") << QStringList{QStringLiteral("inf")} << false << false;
        QTest::newRow("comma") << QStringList{QStringLiteral("0,5")} << false << false;
        QTest::newRow("word") << QStringList{QStringLiteral("12mm")} << false << false;
    }

    void numbersHaveNoDefault()
    {
        QFETCH(const QStringList, values);
        QFETCH(const bool, isNumber);
        QFETCH(const bool, isInteger);
        Attributes attributes;
        attributes.setText(tags::Rows, "DS", values);
        QCOMPARE(attributes.number(tags::Rows).has_value(), isNumber);
        QCOMPARE(attributes.integer(tags::Rows).has_value(), isInteger);
        QVERIFY(!attributes.number(tags::Columns));
    }

    /// The quick way to read a number gives the same one, to the last bit.
    void numbersAreThoseOfEverybodyElse()
    {
        std::mt19937 random(7); // NOLINT(bugprone-random-generator-seed): the same numbers in every run
        const auto digits = [&random](int most) {
            QString text;
            for (int i = int(random() % unsigned(most + 1)); i > 0; --i)
                text += QChar(u'0' + char16_t(random() % 10));
            return text;
        };
        QStringList texts{QStringLiteral("-0"),
                          QStringLiteral("0"),
                          QStringLiteral("007"),
                          QStringLiteral("+5"),
                          QStringLiteral(".5"),
                          QStringLiteral("5."),
                          QStringLiteral("-.5"),
                          QStringLiteral("1.2.3"),
                          QStringLiteral("-"),
                          QStringLiteral("."),
                          QStringLiteral("1e-3"),
                          QStringLiteral("--1"),
                          QStringLiteral("1 2"),
                          QStringLiteral("0x10"),
                          QStringLiteral("1,000"),
                          QStringLiteral("1-"),
                          QStringLiteral("9007199254740993"),
                          QStringLiteral("999999999999999"),
                          QStringLiteral("0.000000000000001"),
                          QStringLiteral("0.1234567890123456789"),
                          QStringLiteral("\u0661"),
                          QStringLiteral("1\u0661")};
        for (int i = 0; i < 20'000; ++i)
            texts << QStringLiteral("%1%2%3%4")
                         .arg(random() % 2 ? QStringLiteral("-") : QString(), digits(9),
                              random() % 4 ? QStringLiteral(".") : QString(), digits(9));
        for (const QString &text : texts) {
            bool ok = false;
            const double expected = text.toDouble(&ok);
            const auto read = finiteNumber(u' ' + text + u' ');
            QVERIFY2(read.has_value() == ok, qPrintable(text));
            QVERIFY2(!ok || (*read == expected && std::signbit(*read) == std::signbit(expected)), qPrintable(text));
        }
    }

    void rangesOfTags()
    {
        Attributes attributes;
        attributes.setText({0x6002, 0x0010}, "US", {QStringLiteral("4")});
        QVERIFY(attributes.containsAny({0x6000, 0x0000}, {0x601E, 0xFFFF}));
        QVERIFY(attributes.containsAny({0x6002, 0x0010}, {0x6002, 0x0010}));
        QVERIFY(!attributes.containsAny({0x6000, 0x0000}, {0x6002, 0x000F}));
        QVERIFY(!attributes.containsAny({0x6002, 0x0011}, {0x601E, 0xFFFF}));
        QVERIFY(!Attributes().containsAny({0x0000, 0x0000}, {0xFFFF, 0xFFFF}));
    }

    void listsAreWholeOrNothing()
    {
        Attributes attributes;
        attributes.setText(tags::PixelSpacing, "DS", {QStringLiteral("0.5"), QStringLiteral("0.25 ")});
        const auto spacing = attributes.numbers(tags::PixelSpacing, 2);
        QVERIFY(spacing.has_value());
        QCOMPARE((*spacing)[0], 0.5);
        QCOMPARE((*spacing)[1], 0.25);
        QVERIFY(!attributes.numbers(tags::PixelSpacing, 3));
        attributes.setText(tags::PixelSpacing, "DS", {QStringLiteral("0.5"), QStringLiteral("?")});
        QVERIFY(!attributes.numbers(tags::PixelSpacing));
        QVERIFY(!attributes.numbers(tags::ImagePositionPatient));
    }

    void lettersAreCounted()
    {
        Attributes attributes;
        attributes.setText(tags::PatientName, "PN", {QStringLiteral("WANG^XIAODONG"), QString()});
        QVERIFY(!attributes.letters().latin1 && !attributes.letters().wide);
        attributes.setTextsJudged();
        attributes.setText(tags::Modality, "CS", {QStringLiteral("CT")});
        QVERIFY(attributes.areTextsJudged()); // nothing new to be judged
        Attribute sequence;
        sequence.items.resize(2);
        sequence.items.back().setText(tags::StudyDescription, "LO", {QString(), QStringLiteral("Schädel")});
        Attributes below = attributes;
        below.set(tags::VoiLutSequence, sequence);
        QVERIFY(below.letters().latin1 && !below.letters().wide && !below.areTextsJudged());
        for (const qsizetype place : {0, 1, 2, 3, 4, 8}) {
            Attributes wide = attributes;
            QString text = QStringLiteral("12345678é");
            text.insert(place, QChar(0x738B));
            wide.setText(tags::StudyDescription, "LO", {text});
            QVERIFY2(wide.letters().wide && !wide.letters().latin1 && !wide.areTextsJudged(), qPrintable(text));
        }
    }

    void sequences()
    {
        Attributes inner;
        inner.setText(tags::LutExplanation, "LO", {QStringLiteral("x")});
        Attribute sequence;
        sequence.vr = {'S', 'Q'};
        sequence.items = {inner, Attributes()};
        Attributes outer;
        outer.set(tags::VoiLutSequence, sequence);
        QCOMPARE(outer.items(tags::VoiLutSequence).size(), std::size_t(2));
        QVERIFY(outer.item(tags::VoiLutSequence));
        QCOMPARE(outer.item(tags::VoiLutSequence)->text(tags::LutExplanation), QStringLiteral("x"));
        QVERIFY(!outer.item(tags::ModalityLutSequence));
        outer.remove(tags::VoiLutSequence);
        QVERIFY(!outer.contains(tags::VoiLutSequence));
        QVERIFY(outer.items(tags::VoiLutSequence).empty());
    }
};

CONSILIUM_TEST(TestAttributes)
#include "TestAttributes.moc"
