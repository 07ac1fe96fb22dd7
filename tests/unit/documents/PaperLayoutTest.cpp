#include "viewer/documents/PaperLayout.h"
#include "tests/support/TestMain.h"
#include "tests/unit/documents/DocumentsFixture.h"
#include "viewer/documents/DocumentContent.h"

#include <cmath>

using namespace Qt::StringLiterals;
using namespace consilium;
using namespace consilium::documents;

/// Where the curves lie on the paper, against arithmetic of the test's own.
class PaperLayoutTest : public QObject
{
    Q_OBJECT

    static std::shared_ptr<const Recording> phantom()
    {
        const auto content = readDocument(test::bytesOf(test::DocumentPhantoms::shared().path(u"documents/ecg.dcm"_s)));
        return content ? content->recording : nullptr;
    }

private Q_SLOTS:
    void aSecondAndAMillivoltAreAsWideAsThePaperSays_data()
    {
        QTest::addColumn<double>("speed");
        QTest::addColumn<double>("gain");
        for (const double speed : {12.5, 25.0, 50.0})
            for (const double gain : {5.0, 10.0, 20.0})
                QTest::addRow("%g mm/s, %g mm/mV", speed, gain) << speed << gain;
    }
    void aSecondAndAMillivoltAreAsWideAsThePaperSays()
    {
        QFETCH(double, speed);
        QFETCH(double, gain);
        const auto recording = phantom();
        QVERIFY(recording);
        const WaveformGroup &group = recording->groups.front();
        const Paper paper = layOut(group, {PaperForm::TwelveByOne, speed, gain});
        QCOMPARE(paper.strips.size(), std::size_t(12));
        for (const Strip &strip : paper.strips) {
            const double millivolt = 1000.0; // in the channel's unit, microvolts
            const PaperPoint origin = placeOf(paper, strip, strip.fromS, 0.0),
                             later = placeOf(paper, strip, strip.fromS + 1.0, 0.0),
                             higher = placeOf(paper, strip, strip.fromS, millivolt);
            QVERIFY(std::abs(later.xMm - origin.xMm - speed) < 1e-9);
            QVERIFY(std::abs(origin.yMm - higher.yMm - gain) < 1e-9);
            QVERIFY(origin.yMm > strip.topMm && origin.yMm < strip.bottomMm);
        }
        QVERIFY(std::abs(paper.widthMm - (10.0 * speed + 0.2 * speed + 5.0 + 10.0)) < 1e-9);
    }
    void threeByFourHasEachLeadWhereItIsPrinted()
    {
        const auto recording = phantom();
        QVERIFY(recording);
        const WaveformGroup &group = recording->groups.front();
        const Paper paper = layOut(group, {});
        QCOMPARE(paper.strips.size(), std::size_t(13));
        const Lead printed[3][4] = {{Lead::I, Lead::AVR, Lead::V1, Lead::V4},
                                    {Lead::II, Lead::AVL, Lead::V2, Lead::V5},
                                    {Lead::III, Lead::AVF, Lead::V3, Lead::V6}};
        for (int row = 0; row < 3; ++row) {
            for (int column = 0; column < 4; ++column) {
                const Strip &strip = paper.strips[std::size_t(row * 4 + column)];
                QCOMPARE(group.channels[std::size_t(strip.channel)].lead, std::optional(printed[row][column]));
                QCOMPARE(strip.fromS, 2.5 * column); // one time runs from left to right
                QCOMPARE(strip.toS, 2.5 * column + 2.5);
                QVERIFY(std::abs(strip.xMm - (5.0 + 10.0 + 62.5 * column)) < 1e-9);
            }
        }
        const Strip &rhythm = paper.strips.back();
        QCOMPARE(group.channels[std::size_t(rhythm.channel)].lead, std::optional(Lead::II));
        QCOMPARE(rhythm.toS - rhythm.fromS, 10.0);
        QCOMPARE(paper.pulses.size(), std::size_t(4));
    }
    void whatIsReadUnderAPlaceIsTheSampleThere()
    {
        const auto recording = phantom();
        QVERIFY(recording);
        const WaveformGroup &group = recording->groups.front();
        const Paper paper = layOut(group, {PaperForm::SixByTwo, 50.0, 10.0});
        const Strip &strip = paper.strips[3]; // V2, from 5 s on
        QCOMPARE(group.channels[std::size_t(strip.channel)].lead, std::optional(Lead::V2));
        const PaperPoint place = placeOf(paper, strip, 6.004, 0.0);
        QCOMPARE(stripAt(paper, place), &strip);
        const auto reading = readingAt(group, paper, strip, place.xMm);
        QVERIFY(reading);
        QCOMPARE(reading->sample, std::size_t(3002)); // 6.004 s at 500 Hz
        QVERIFY(std::abs(reading->timeS - 6.004) < 1e-9);
        QCOMPARE(reading->value, *group.channels[std::size_t(strip.channel)].value(3002));
        QVERIFY(!stripAt(paper, {0.5, 0.5}));
    }
    /// The highest peak stands on the paper, however tall it is drawn.
    void noPeakIsCutOff()
    {
        const auto recording = phantom();
        QVERIFY(recording);
        const WaveformGroup &group = recording->groups.front();
        for (const double gain : {5.0, 10.0, 20.0}) {
            const Paper paper = layOut(group, {PaperForm::TwelveByOne, 25.0, gain});
            const Strip &first = paper.strips.front();
            double highest = 0.0; // of lead I, microvolts
            for (std::size_t i = 0; i < group.sampleCount(); ++i)
                highest = std::max(highest, *group.channels[0].value(i));
            QVERIFY(highest > 1900.0);
            const double y = placeOf(paper, first, 0.0, highest).yMm;
            QVERIFY2(y >= 0.0 && y < first.zeroMm, qPrintable(QString::number(y)));
            QVERIFY(std::abs(first.zeroMm - y - highest / 1000.0 * gain) < 1e-9);
        }
    }
    /// A long recording goes on below, nothing is left out.
    void longRecordingsFillPages()
    {
        const auto recording = phantom();
        QVERIFY(recording);
        WaveformGroup group = recording->groups.front();
        for (Channel &channel : group.channels) {
            const auto once = channel.samples;
            channel.samples.insert(channel.samples.end(), once.begin(), once.begin() + 2500);
        }
        const Paper paper = layOut(group, {PaperForm::TwelveByOne, 25.0, 10.0});
        QCOMPARE(paper.strips.size(), std::size_t(24));
        QCOMPARE(paper.strips.back().fromS, 10.0);
        QCOMPARE(paper.strips.back().toS, 15.0);
        QVERIFY(paper.strips[12].topMm > paper.strips[11].bottomMm);
    }
    /// A group that lacks a lead is never printed as if it had twelve.
    void elevenLeadsAreStacked()
    {
        const auto recording = phantom();
        QVERIFY(recording);
        WaveformGroup group = recording->groups.front();
        group.channels.erase(group.channels.begin() + 4);
        QCOMPARE(formsFor(group).size(), std::size_t(1));
        const Paper paper = layOut(group, {PaperForm::ThreeByFour, 25.0, 10.0});
        QCOMPARE(paper.options.form, PaperForm::Stacked);
        QCOMPARE(paper.strips.size(), std::size_t(11));
    }
    /// Another unit has a scale of its own, which is said.
    void pressureIsNoVoltage()
    {
        const auto recording = phantom();
        QVERIFY(recording);
        WaveformGroup group = recording->groups.front();
        group.channels.resize(1);
        group.channels[0].unit = {u"mm[Hg]"_s, u"UCUM"_s, u"mmHg"_s};
        const Paper paper = layOut(group, {});
        const Strip &strip = paper.strips.front();
        QVERIFY(!strip.isVoltage && paper.pulses.empty());
        QVERIFY(strip.high > strip.low);
        QVERIFY(std::abs(placeOf(paper, strip, 0.0, strip.low).yMm - (strip.bottomMm - 3.0)) < 1e-9);
        QVERIFY(std::abs(placeOf(paper, strip, 0.0, strip.high).yMm - (strip.topMm + 3.0)) < 1e-9);
    }
};

CONSILIUM_TEST(PaperLayoutTest)
#include "PaperLayoutTest.moc"
