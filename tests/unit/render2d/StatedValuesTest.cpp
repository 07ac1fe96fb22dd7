#include "viewer/render2d/StatedValues.h"
#include "tests/support/TestMain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace consilium;
using namespace consilium::render2d;
namespace codes = objects::codes;

namespace
{

QStringList linesFor(const objects::StatedValue &stated, const std::vector<MarkFigure> &figures)
{
    session::Annotation mark;
    mark.patientHandles = {{1, 2, 3}, {4, 5, 6}};
    objects::MarkOrigin origin;
    origin.places = mark.patientHandles;
    origin.stated = {stated};
    return statedLines(mark, origin, &figures);
}

} // namespace

class StatedValuesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void onlyWhatDiffersIsTold_data()
    {
        QTest::addColumn<objects::StatedValue>("stated");
        QTest::addColumn<std::vector<MarkFigure>>("figures");
        QTest::addColumn<bool>("isTold");
        const objects::Code cm{u"cm"_s, u"UCUM"_s, u"centimeter"_s};
        const auto length = [](double value, const objects::Code &unit) {
            return objects::StatedValue{codes::length, {}, value, unit};
        };
        const std::vector<MarkFigure> measured{{Figure::Length, 12.34567, u"mm"_s}};
        QTest::newRow("rounded to a tenth") << length(12.3, codes::millimetre) << measured << false;
        QTest::newRow("more than rounding") << length(12.4, codes::millimetre) << measured << true;
        QTest::newRow("a whole number") << length(12, codes::millimetre) << measured << false;
        QTest::newRow("another whole number") << length(13, codes::millimetre) << measured << true;
        QTest::newRow("centimetres") << length(1.23, cm) << measured << false;
        QTest::newRow("another unit") << length(12.3, codes::pixels) << measured << true;
        QTest::newRow("not computed here") << length(12.3, codes::millimetre) << std::vector<MarkFigure>() << true;
        const std::vector<MarkFigure> region{{Figure::Mean, 44.9, u"HU"_s}, {Figure::Maximum, 99.0, u"HU"_s}};
        QTest::newRow("the mean") << objects::StatedValue{codes::attenuation, codes::mean, 44.9, codes::hounsfield}
                                  << region << false;
        QTest::newRow("not the maximum") << objects::StatedValue{codes::attenuation, codes::mean, 99.0,
                                                                 codes::hounsfield}
                                         << region << true;
        QTest::newRow("either axis") << objects::StatedValue{codes::longAxis, {}, 7.0, codes::millimetre}
                                     << std::vector<MarkFigure>{{Figure::LongAxis, 4.0, u"mm"_s},
                                                                {Figure::ShortAxis, 7.0, u"mm"_s}}
                                     << false;
        const objects::Code volume{u"118565006"_s, u"SCT"_s, u"Volume"_s}, mm3{u"mm3"_s, u"UCUM"_s, u"mm3"_s};
        QTest::newRow("what is never computed") << objects::StatedValue{volume, {}, 12.0, mm3} << measured << true;
        const std::vector<MarkFigure> activity{{Figure::Mean, 5450.0, u"Bq/ml"_s}};
        QTest::newRow("an activity") << objects::StatedValue{codes::pixelValue, codes::mean, 5450.0,
                                                             codes::becquerelPerMl}
                                     << activity << false;
        QTest::newRow("another activity")
            << objects::StatedValue{codes::pixelValue, codes::mean, 5.3, {u"kBq/ml"_s, u"UCUM"_s, u"kBq/ml"_s}}
            << activity << true;
        const std::vector<MarkFigure> uptake{{Figure::SuvMean, 3.91, u"g/ml"_s}}; // by body weight
        QTest::newRow("an uptake") << objects::StatedValue{codes::suvBodyWeight, codes::mean, 3.91,
                                                           codes::suvBodyWeightUnit}
                                   << uptake << false;
        QTest::newRow("the same number of another kind")
            << objects::StatedValue{codes::suvLeanJames, codes::mean, 3.91, codes::suvLeanJamesUnit} << uptake << true;
        // Older programs say it with the code that SNOMED CT replaced.
        QTest::newRow("a retired code") << objects::StatedValue{{u"G-D7FE"_s, u"SRT"_s, u"Length"_s},
                                                                {},
                                                                12.3,
                                                                codes::millimetre}
                                        << measured << false;
    }
    void onlyWhatDiffersIsTold()
    {
        QFETCH(objects::StatedValue, stated);
        QFETCH(std::vector<MarkFigure>, figures);
        QFETCH(bool, isTold);
        QCOMPARE(linesFor(stated, figures).size(), isTold ? 1 : 0);
    }

    /// An SUV is compared with one of its own kind alone.
    void anUptakeIsOfItsKind()
    {
        session::Annotation mark;
        objects::MarkOrigin origin;
        for (const dicom::SuvKind kind : dicom::suvKinds) {
            const objects::SuvCodes written = objects::suvCodes(kind);
            const std::vector<MarkFigure> figures{{Figure::SuvMaximum, 5.25, dicom::suvUnit(kind)}};
            origin.stated = {{written.name, codes::maximum, 5.25, written.unit}};
            for (const dicom::SuvKind shown : dicom::suvKinds)
                QCOMPARE(statedLines(mark, origin, &figures, shown).isEmpty(), shown == kind);
            origin.stated.front().value = 6.0;
            QCOMPARE(statedLines(mark, origin, &figures, kind).size(), 1);
            QVERIFY(statedLines(mark, origin, &figures, kind).front().endsWith(u"6 "_s + dicom::suvUnit(kind)));
        }
    }

    void theLineNamesWhatTheFileSays()
    {
        const QStringList lines =
            linesFor({codes::attenuation, codes::mean, -99.5, codes::hounsfield}, {{Figure::Mean, 1.0, u"HU"_s}});
        QCOMPARE(lines.size(), 1);
        QVERIFY(lines.front().contains(u"Mean"_s) && lines.front().contains(u"\u221299.5 HU"_s));
    }

    /// One that was moved since is another mark: of it the object states nothing.
    void aChangedMarkHasNoStatedValues()
    {
        session::Annotation mark;
        mark.patientHandles = {{1, 2, 3}, {4, 5, 6}};
        objects::MarkOrigin origin;
        origin.places = mark.patientHandles;
        origin.stated = {{codes::length, {}, 99.0, codes::millimetre}};
        QCOMPARE(statedLines(mark, origin, nullptr).size(), 1);
        mark.patientHandles.back().x += 1e-5; // rounded to what an object holds
        QVERIFY(isAsKept(mark, origin));
        mark.patientHandles.back().x += 0.01;
        QVERIFY(!isAsKept(mark, origin));
        mark.patientHandles.back().x += 1.0;
        QVERIFY(statedLines(mark, origin, nullptr).isEmpty());
        QVERIFY(!isAsKept(mark, origin));
    }

    void endlessListsEnd()
    {
        session::Annotation mark;
        objects::MarkOrigin origin;
        origin.stated.assign(1000, {codes::length, {}, 99.0, codes::millimetre});
        QVERIFY(statedLines(mark, origin, nullptr).size() < 12);
    }

    /// What the file states of a series that lay over the image is said where the view does not say the same of it.
    void ofAFusedSeriesItIsSaidWhereTheViewDoesNot()
    {
        const objects::StatedValue mean{codes::suvBodyWeight, codes::mean, 3.91, codes::suvBodyWeightUnit,
                                        u"ROI + PT AC WB"_s};
        const objects::StatedValue count{codes::pixelCount, {}, 13.0, codes::pixels, u"ROI + PT AC WB"_s};
        const QString kind = dicom::suvName(dicom::SuvKind::BodyWeight);
        QVERIFY(linesFor(mean, {{Figure::FusedMean, 3.91, kind}}).isEmpty());
        QVERIFY(linesFor(count, {{Figure::FusedCount, 13.0, QString()}}).isEmpty());
        QCOMPARE(linesFor(count, {{Figure::Count, 13.0, QString()}}).size(), 1);
        const std::vector<std::vector<MarkFigure>> others{{},                               // none is laid over
                                                          {{Figure::FusedMean, 4.2, kind}}, // it says another
                                                          {{Figure::FusedMean, 3.91, u"Bq/ml"_s}},
                                                          {{Figure::FusedMaximum, 3.91, kind}},
                                                          {{Figure::SuvMean, 3.91, u"g/ml"_s}}}; // of the image itself
        for (const std::vector<MarkFigure> &figures : others) {
            const QStringList lines = linesFor(mean, figures);
            QCOMPARE(lines.size(), 1);
            QVERIFY2(lines.front().contains(u"PT AC WB"_s) && lines.front().endsWith(u"3.91 g/ml"_s),
                     qPrintable(lines.front()));
        }
        objects::StatedValue own = mean;
        own.over.clear();
        QCOMPARE(linesFor(own, {{Figure::FusedMean, 3.91, kind}}).size(), 1);
    }
};

CONSILIUM_TEST(StatedValuesTest)
#include "StatedValuesTest.moc"
