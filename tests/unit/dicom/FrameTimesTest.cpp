#include "tests/support/TestMain.h"
#include "tests/unit/dicom/HeaderFixture.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace consilium;
using namespace consilium::dicom;
using namespace consilium::test;

namespace
{

constexpr Tag frameTime{0x0018, 0x1063}, frameTimeVector{0x0018, 0x1065}, displayRate{0x0008, 0x2144},
    cineRate{0x0018, 0x0040};

} // namespace

/// How long each frame is shown, of what the header says of it (PS3.3 C.7.6.5), and what is said where that cannot be.
class FrameTimesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void timing_data();
    void timing();
};

void FrameTimesTest::timing_data()
{
    QTest::addColumn<QString>("time");
    QTest::addColumn<QString>("vector");
    QTest::addColumn<QString>("display");
    QTest::addColumn<QString>("cine");
    QTest::addColumn<QList<double>>("expected"); // ms each frame is shown; -1: not known
    QTest::addColumn<QString>("fault");          // what the repair log says; empty: nothing
    QTest::addColumn<double>("rate");            // that is used instead
    const QString none;
    const QList<double> unknown{-1, -1, -1, -1};
    QTest::newRow("nothing") << none << none << none << none << unknown << none << 0.0;
    QTest::newRow("frame time") << u"33.3"_s << none << u"10"_s << u"20"_s << QList<double>{33.3, 33.3, 33.3, 33.3}
                                << none << 0.0;
    // Frame i + 1 comes vector[i + 1] after frame i; the last is shown as long as the one before.
    QTest::newRow("vector") << u"33"_s << u"0\\40\\50\\60"_s << none << none << QList<double>{40, 50, 60, 60} << none
                            << 0.0;
    QTest::newRow("display rate") << none << none << u"25"_s << u"10"_s << QList<double>{40, 40, 40, 40} << none << 0.0;
    QTest::newRow("cine rate") << none << none << none << u"8"_s << QList<double>{125, 125, 125, 125} << none << 0.0;
    QTest::newRow("zero") << u"0"_s << none << none << u"0"_s << unknown << u"Frame Time of 0 ms; Cine Rate of 0"_s
                          << 10.0;
    QTest::newRow("negative") << u"-5"_s << none << none << u"20"_s << QList<double>{50, 50, 50, 50}
                              << u"Frame Time of -5 ms"_s << 20.0;
    QTest::newRow("absurd") << u"1e9"_s << none << none << none << unknown << u"Frame Time of 1e+09 ms"_s << 10.0;
    QTest::newRow("faster than any screen")
        << u"0.2"_s << none << u"20"_s << none << QList<double>{50, 50, 50, 50} << u"Frame Time of 0.2 ms"_s << 20.0;
    QTest::newRow("short vector") << none << u"0\\40"_s << none << none << QList<double>{40, 40, 40, 40}
                                  << u"Frame Time Vector of 2 times for 4 frames"_s << 25.0;
    QTest::newRow("long vector beside a time")
        << u"50"_s << u"0\\40\\40\\40\\40"_s << none << none << QList<double>{50, 50, 50, 50}
        << u"Frame Time Vector of 5 times for 4 frames"_s << 20.0;
    QTest::newRow("vector with a zero and less")
        << none << u"0\\0\\-40\\50"_s << none << none << QList<double>{50, 50, 50, 50}
        << u"Frame Time Vector with 2 times that cannot be"_s << 20.0;
    QTest::newRow("vector of nothing") << none << u"0\\0\\0\\0"_s << none << none << unknown
                                       << u"Frame Time Vector with 3 times that cannot be"_s << 10.0;
    QTest::newRow("vector of words") << none << u"a\\b\\c\\d"_s << none << none << unknown
                                     << u"Frame Time Vector that is no list of numbers"_s << 10.0;
}

void FrameTimesTest::timing()
{
    QFETCH(QString, time);
    QFETCH(QString, vector);
    QFETCH(QString, display);
    QFETCH(QString, cine);
    QFETCH(QList<double>, expected);
    QFETCH(QString, fault);
    QFETCH(double, rate);
    Attributes h = ctHeader();
    setTexts(h, tags::NumberOfFrames, "IS", u"4"_s);
    const auto set = [&h](Tag tag, const QString &value) {
        if (!value.isEmpty())
            setTexts(h, tag, "DS", value);
    };
    set(frameTime, time);
    set(frameTimeVector, vector);
    set(displayRate, display);
    set(cineRate, cine);
    const auto frames = describeFrames(h).value_or(std::vector<InstancePtr>());
    QCOMPARE(frames.size(), std::size_t(4));
    for (std::size_t i = 0; i < 4; ++i)
        QCOMPARE(frames[i]->frameTimeMs.value_or(-1.0), expected[qsizetype(i)]);
    for (const InstancePtr &frame : frames) {
        const auto issue = std::find_if(frame->issues.begin(), frame->issues.end(),
                                        [](const DataIssue &one) { return one.kind == DataIssue::Kind::FrameTimes; });
        QCOMPARE(issue == frame->issues.end(), fault.isEmpty());
        if (fault.isEmpty())
            continue;
        QCOMPARE(issue->detail, fault);
        QCOMPARE(issue->value, rate);
        QVERIFY2(issueHeadline(*issue).contains(u": %1 frames/s"_s.arg(rate)), qPrintable(issueHeadline(*issue)));
    }
    setTexts(h, tags::NumberOfFrames, "IS", u"1"_s);
    QVERIFY(!describeInstance(h).value_or(nullptr)->frameTimeMs); // a single image is no cine
}

CONSILIUM_TEST(FrameTimesTest)
#include "FrameTimesTest.moc"
