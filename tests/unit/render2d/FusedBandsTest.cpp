#include "tests/support/TestMain.h"
#include "tests/unit/render2d/ShownSeries.h"

using namespace consilium;
using namespace consilium::test;
using namespace consilium::render2d;

/// The bands of the series that lies over the image.
class FusedBandsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// Row 20 for the series that lies over the image: it carries marks of its own, which name it; whole it has none.
    void aFusedSeriesHasItsOwn()
    {
        auto input = Shown().input();
        ShownFusion whole;
        whole.name = u"PT AC WB"_s;
        whole.slices = 2;
        whole.seriesLoaded = whole.seriesTotal = 47;
        whole.isSeriesEnded = true;
        input.fusion = whole;
        QVERIFY(bandCauses(input).empty());
        const auto onlyOne = [&input](const ShownFusion &fusion) {
            input.fusion = fusion;
            const auto all = bandCauses(input);
            return all.size() == 1 ? all.front() : Band();
        };
        ShownFusion fusion = whole;
        fusion.isLossy = true;
        Band band = onlyOne(fusion);
        QCOMPARE(band.id, u"FusionLossy"_s);
        QVERIFY(band.kind == Band::Kind::Fidelity && band.grade == Grade::Caution);
        QCOMPARE(band.headline, u"Fused PT: lossy compression, ratio unknown"_s);
        QCOMPARE(band.briefs, QStringList{u"PT lossy"_s});
        fusion.lossyRatio = 12.5;
        band = onlyOne(fusion);
        QCOMPARE(band.headline, u"Fused PT: lossy compression 12.5:1"_s);
        QCOMPARE(band.briefs, (QStringList{u"PT lossy 12.5:1"_s, u"PT lossy"_s}));

        fusion = whole;
        fusion.damaged = 1;
        band = onlyOne(fusion);
        QCOMPARE(band.id, u"FusionDamaged"_s);
        QVERIFY(band.kind == Band::Kind::Error && band.headline.startsWith(u"Fused PT:"));

        fusion = whole;
        fusion.missing = fusion.lost = 1;
        band = onlyOne(fusion);
        QCOMPARE(band.id, u"FusionIncomplete"_s);
        QCOMPARE(band.headline, u"Fused PT: 1 of 2 slices of this plane are missing"_s);
        QVERIFY(band.consequence.contains(u"not for signing"));

        // Slices elsewhere in the series, and images that were announced only.
        fusion = whole;
        fusion.seriesLoaded = 45;
        band = onlyOne(fusion);
        QCOMPARE(band.id, u"FusionIncomplete"_s);
        QCOMPARE(band.headline, u"Fused PT: series incomplete: 45 of 47 images"_s);
        fusion = whole;
        fusion.isSeriesComplete = false;
        QCOMPARE(onlyOne(fusion).headline, u"Fused PT: series incomplete"_s);
    }

    /// While it is being loaded it says so on every image alike: a band that comes and goes would move them.
    void aFusedSeriesThatIsLoading()
    {
        auto input = Shown().input();
        ShownFusion fusion;
        fusion.name = u"PT AC WB"_s;
        fusion.slices = 2;
        fusion.missing = 2; // on their way
        fusion.isPending = true;
        fusion.seriesLoaded = 12;
        fusion.seriesTotal = 48;
        input.fusion = fusion;
        auto all = bandCauses(input);
        QCOMPARE(ids(all), QStringList{u"FusionLoading"_s});
        QCOMPARE(all[0].headline, u"Fused PT: partially loaded 25 %"_s);
        QCOMPARE(all[0].consequence, u"12 of 48 images · viewing only, not for signing"_s);
        QCOMPARE(all[0].progress, 0.25);
        QVERIFY(all[0].grade == Grade::Information);
        const Band loading = all[0];
        input.fusion->missing = 0;
        input.fusion->isPending = false;
        QVERIFY(bandCauses(input).front() == loading);
        input.fusion->seriesLoaded = 48;
        input.fusion->isSeriesComplete = false;
        all = bandCauses(input);
        QCOMPARE(ids(all), QStringList{u"FusionLoading"_s});
        QCOMPARE(all[0].headline, u"Fused PT: more images may come"_s);
        // One that failed meanwhile is missing, whatever may still come.
        input.fusion->missing = input.fusion->lost = 1;
        QCOMPARE(ids(bandCauses(input)), (QStringList{u"FusionIncomplete"_s, u"FusionLoading"_s}));
    }

    /// After what is wrong with the image itself; nothing where nothing of the series is laid over.
    void theImageItselfComesFirst()
    {
        Shown shown;
        shown.instance->pixels.lossy = true;
        auto input = shown.input();
        ShownFusion fusion;
        fusion.name = u"PT AC WB"_s;
        fusion.isLossy = true;
        fusion.damaged = fusion.lost = fusion.missing = 1;
        input.fusion = fusion;
        QCOMPARE(ids(bandCauses(input)),
                 (QStringList{u"FusionDamaged"_s, u"Lossy"_s, u"FusionIncomplete"_s, u"FusionLossy"_s}));
        QCOMPARE(bands(input).size(), 1u);
        QCOMPARE(bands(input)[0].more, 3);
        auto text = overlayText(input, nullptr);
        const auto before = text;
        markFusedLossy(text, input);
        QCOMPARE(text.processing, QStringList{u"PT lossy"_s} + before.processing);
        QCOMPARE(essentialOnly(text).bottomRight.first(), u"PT lossy"_s);
        input.fusion->refusal = imaging::FusionRefusal::OtherFrame;
        QCOMPARE(ids(bandCauses(input)), QStringList{u"Lossy"_s});
        text = before;
        markFusedLossy(text, input);
        QVERIFY(text == before);
    }
};

CONSILIUM_TEST(FusedBandsTest)
#include "FusedBandsTest.moc"
