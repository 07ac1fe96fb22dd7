#include "tests/support/TestMain.h"
#include "tests/unit/render2d/ShownSeries.h"

#include <QFile>
#include <QRegularExpression>

using namespace consilium;
using namespace consilium::test;
using namespace consilium::render2d;

namespace
{

dicom::DataIssue issue(dicom::DataIssue::Kind kind, const QString &detail = {})
{
    dicom::DataIssue i;
    i.kind = kind;
    i.detail = detail;
    return i;
}

} // namespace

/// Row 20: a partial, reduced, lossy or damaged view carries a mark, a complete one none.
class BandsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aCompleteSeriesHasNone() { QCOMPARE(bands(Shown().input()).size(), 0u); }

    void whoseAPriorStudyIsStandsOnTop()
    {
        auto input = Shown().input();
        input.identityDoubt = u"The name is another one."_s;
        const auto all = bands(input);
        QCOMPARE(ids(all), QStringList{u"IdentityDoubt"_s});
        QCOMPARE(all[0].kind, Band::Kind::Warning);
        QCOMPARE(all[0].grade, Grade::Danger);
        QVERIFY(all[0].consequence.contains(input.identityDoubt));
    }

    /// Row 13: images of another patient than the tab's say so before anything else.
    void anotherPatientsImagesStandOnTop()
    {
        Shown shown;
        shown.dataSet->issues = {issue(dicom::DataIssue::Kind::MissingSlices)};
        auto input = shown.input();
        input.standing = {PatientStanding::Kind::Other, u"Another patient than TEST ALPHA"_s};
        const auto causes = bandCauses(input);
        QCOMPARE(causes.front().id, u"OtherPatient"_s);
        QCOMPARE(causes.front().grade, Grade::Danger);
        QVERIFY(causes.front().consequence.contains(input.standing.text));
        QCOMPARE(bands(input).front().id, u"OtherPatient"_s);
        for (const auto kind : {PatientStanding::Kind::First, PatientStanding::Kind::ByHand}) {
            input.standing = {kind, u"Same patient: confirmed by hand"_s};
            QVERIFY(!ids(bandCauses(input)).contains(u"OtherPatient"_s));
        }
    }

    void whatAStateLeavesOutSaysSo()
    {
        auto input = Shown().input();
        input.isLeftOutOfState = true;
        const auto all = bands(input);
        QCOMPARE(ids(all), QStringList{u"LeftOutOfState"_s});
        QCOMPARE(all[0].kind, Band::Kind::Warning);
        QCOMPARE(all[0].grade, Grade::Information);
    }

    void loading()
    {
        auto input = Shown().input();
        input.slicesLoaded = 99;
        const auto all = bands(input);
        QCOMPARE(ids(all), QStringList{u"Loading"_s});
        QVERIFY(all[0].kind == Band::Kind::Fidelity);
        QCOMPARE(all[0].headline, u"Partially loaded 36 %"_s);
        QCOMPARE(all[0].consequence, u"99 of 268 images · viewing only, not for signing"_s);
        QCOMPARE(all[0].progress, 99.0 / 268.0);
        input.slicesLoaded = 267;
        QCOMPARE(bands(input)[0].headline, u"Partially loaded 99 %"_s);
    }

    /// All that is known has been loaded, but the archive announced more: not final.
    void incomplete()
    {
        Shown shown;
        shown.dataSet->isComplete = false;
        auto input = shown.input();
        QCOMPARE(ids(bands(input)), QStringList{u"Loading"_s}); // a folder is being read: nothing is missing yet
        QVERIFY(bands(input)[0].grade == Grade::Information);
        input.isLoadEnded = true;
        QCOMPARE(ids(bands(input)), QStringList{u"Incomplete"_s});
    }

    /// Of a series in several parts: how many there are of all of it, and of which part the others are missed.
    void aSplitSeriesSaysWhatItLacks()
    {
        Shown shown;
        shown.dataSet->isComplete = false;
        auto input = shown.input();
        input.isLoadEnded = true;
        bool isByPlaces = false;
        const auto said = [&](std::vector<pixels::SeriesGap::Part> lacking, int partCount = 5) {
            input.seriesGap = {37, 40, partCount, std::move(lacking)};
            input.seriesGap.isByPlaces = isByPlaces;
            const auto all = bands(input);
            return all.size() == 1 && all[0].id == u"Incomplete"_s &&
                           all[0].headline == u"Series incomplete: 37 of 40 images"_s
                       ? all[0].consequence.section(u" · "_s, 0, 0)
                       : QString();
        };
        QCOMPARE(said({{2, u"acquisition 2"_s, 3}}), u"part 2 (acquisition 2) lacks 3"_s);
        QCOMPARE(said({{1, u"30 %1"_s, 1}, {4, {}, 2}}), u"part 1 (30 %1) lacks 1, part 4 lacks 2"_s);
        QVERIFY(said({{2, {}, 1}}).startsWith(u"part 2 lacks 1, of 2 more image"_s));
        QVERIFY(said({{1, {}, 1}, {2, {}, 1}, {3, {}, 1}, {4, {}, 0}})
                    .startsWith(u"part 1 lacks 1, part 2 lacks 1, part 3 lacks 1, 1 other part"_s));
        QCOMPARE(said({}), u"which part lacks them is not known"_s);
        QCOMPARE(said({}, 1), u"the others are missing or cannot be shown"_s); // beside documents
        // What only the places suggest is not asserted.
        isByPlaces = true;
        QCOMPARE(said({{2, u"acquisition 2"_s, 3}}), u"part 2 (acquisition 2) seems to lack 3"_s);
        QCOMPARE(said({{1, u"30 %1"_s, 1}, {4, {}, 2}}), u"part 1 (30 %1) seems to lack 1, part 4 seems to lack 2"_s);
        QCOMPARE(said({}), u"which part lacks them is not known"_s);
        input.seriesGap = {40, 40, 2, {}};
        QCOMPARE(bands(input)[0].headline, u"Series incomplete"_s);
    }

    /// What will never come is not said to be loading.
    void endedButNotWhole()
    {
        auto input = Shown().input();
        input.slicesLoaded = 99;
        input.isLoadEnded = true;
        const auto all = bands(input);
        QCOMPARE(ids(all), QStringList{u"Incomplete"_s});
        QCOMPARE(all[0].headline, u"Series incomplete: 99 of 268 images"_s);
        QVERIFY(all[0].progress < 0.0);
        QVERIFY(all[0].consequence.startsWith(u"the others are missing or cannot be shown"_s));
        input.missingReason = u"The archive does not have it"_s;
        QVERIFY(bands(input)[0].consequence.startsWith(u"the others: The archive does not have it · "_s));
    }

    /// Where not even headers came nothing is on its way.
    void aSeriesThatCannotBeDescribedIsNotLoading()
    {
        Shown shown;
        shown.dataSet->slices.clear();
        auto input = shown.input();
        input.instance = nullptr;
        input.frame.reset();
        input.sliceIndex = -1;
        input.slicesLoaded = 0;
        QCOMPARE(ids(bandCauses(input)), QStringList{u"Loading"_s});
        input.failure = u"The archive reports an internal error."_s;
        QCOMPARE(ids(bandCauses(input)), (QStringList{u"ImageFailed"_s, u"Incomplete"_s}));
        QCOMPARE(bandCauses(input)[1].headline, u"Series incomplete: 0 of 268 images"_s);
    }

    void reducedLossyDamagedFailed()
    {
        Shown shown;
        shown.frame->reduction = 2;
        shown.instance->pixels.lossy = true;
        shown.instance->pixels.lossyRatio = 12.5;
        auto all = bandCauses(shown.input());
        QCOMPARE(ids(all), (QStringList{u"ReducedResolution"_s, u"Lossy"_s}));
        QCOMPARE(all[0].headline, u"Reduced resolution 1:4"_s);
        QCOMPARE(all[1].headline, u"Lossy compression 12.5:1"_s);
        auto shownBands = bands(shown.input());
        QCOMPARE(ids(shownBands), QStringList{u"ReducedResolution"_s});
        QCOMPARE(shownBands[0].more, 1);

        shown.frame->damaged = true;
        QCOMPARE(ids(bands(shown.input())), QStringList{u"PixelsDamaged"_s});
        auto input = shown.input();
        input.failure = u"The archive is not reachable."_s;
        shownBands = bands(input);
        QCOMPARE(ids(shownBands), QStringList{u"ImageFailed"_s});
        QCOMPARE(shownBands[0].consequence, u"The archive is not reachable."_s);
        QCOMPARE(shownBands[0].more, 3);
        QVERIFY(shownBands[0].kind == Band::Kind::Error);
    }

    /// Outlines that lack a part stand before what is wrong with the images, and say where it is known.
    void outlinesThatLackAPart()
    {
        Shown shown;
        shown.dataSet->issues = {issue(dicom::DataIssue::Kind::UnevenSpacing)};
        auto input = shown.input();
        input.outlines.lost = {u"GTV"_s, u"PTV"_s};
        auto all = bandCauses(input);
        QCOMPARE(ids(all), (QStringList{u"OutlinesIncomplete"_s, u"UnevenSpacing"_s}));
        QCOMPARE(all[0].headline, u"Outlines incomplete: GTV, PTV"_s);
        QVERIFY(all[0].kind == Band::Kind::Warning && all[0].grade == Grade::Caution);
        input.outlines.lost = {u"A"_s, u"B"_s, u"C"_s, u"D"_s};
        input.outlines.lostHere = {u"GTV"_s};
        input.outlines.doubtfulHere = {u"PTV"_s};
        all = bandCauses(input);
        QCOMPARE(ids(all), (QStringList{u"OutlinesIncomplete"_s, u"OutlinesIncomplete"_s, u"OutlinesDoubtful"_s,
                                        u"UnevenSpacing"_s}));
        QCOMPARE(all[0].headline, u"Outlines incomplete on this image: GTV"_s);
        QCOMPARE(all[1].headline, u"Outlines incomplete: A, B, C \u2026"_s);
        QCOMPARE(all[2].headline, u"Outlines of this image may be incomplete: PTV"_s);
    }

    /// As video of 10 bits is, and colour of 16; grey keeps its bits, and colour of 8 has no more.
    void colourThatIsDrawnInFewerBits()
    {
        Shown shown;
        auto &pixels = shown.instance->pixels;
        pixels.bitsAllocated = 16;
        pixels.bitsStored = 12;
        QVERIFY(bandCauses(shown.input()).empty());
        pixels.samplesPerPixel = 3;
        pixels.bitsStored = 8;
        QVERIFY(bandCauses(shown.input()).empty());
        pixels.bitsStored = 10;
        pixels.lossy = true; // as every video is: it stands before
        const auto all = bandCauses(shown.input());
        QCOMPARE(ids(all), (QStringList{u"Lossy"_s, u"ReducedDepth"_s}));
        QCOMPARE(all[1].kind, Band::Kind::Fidelity);
        QCOMPARE(all[1].headline, u"Colours in 8 of 10 bits"_s);
        QCOMPARE(all[1].briefs, QStringList{u"8 of 10 bits"_s});
        pixels.lossy = false;
        pixels.bitsStored = 16;
        QCOMPARE(ids(bands(shown.input())), QStringList{u"ReducedDepth"_s});
        QCOMPARE(bands(shown.input())[0].headline, u"Colours in 8 of 16 bits"_s);
    }

    void aLossyRatioThatIsNotKnownIsNotInvented()
    {
        Shown shown;
        shown.instance->pixels.lossy = true;
        QCOMPARE(bands(shown.input())[0].headline, u"Lossy compression, ratio unknown"_s);
        QCOMPARE(bands(shown.input())[0].briefs, QStringList{u"Lossy"_s});
    }

    /// Where no band has room for it the corner says it, and goes on saying it when the other texts are hidden.
    void lossyIsAMarkOfTheCorner()
    {
        Shown shown;
        auto text = overlayText(shown.input(), nullptr);
        const auto whole = text;
        markLossy(text, shown.input());
        QVERIFY(text == whole); // it is not
        shown.instance->pixels.lossy = true;
        shown.instance->pixels.lossyRatio = 12.5;
        markLossy(text, shown.input());
        QCOMPARE(text.processing, QStringList{u"Lossy 12.5:1"_s} + whole.processing);
        QCOMPARE(text.bottomRight, QStringList{u"Lossy 12.5:1"_s} + whole.bottomRight);
        QCOMPARE(essentialOnly(text).bottomRight.first(), u"Lossy 12.5:1"_s);
        const Band band = bands(shown.input()).at(0);
        QCOMPARE(band.briefs, (QStringList{u"Lossy 12.5:1"_s, u"Lossy"_s}));
        for (const QString &brief : band.briefs)
            QVERIFY(brief.size() < band.headline.size());
    }

    /// One band on top for all issues, the gravest named, the others counted; what stack and image both report counts
    /// once.
    void issuesOnTopFidelityBelow()
    {
        using Kind = dicom::DataIssue::Kind;
        Shown shown;
        shown.dataSet->issues = {issue(Kind::CharacterSetRepaired), issue(Kind::UnevenSpacing, u"1.0 / 2.5"_s),
                                 issue(Kind::MissingSlices, u"131-133"_s)};
        shown.instance->issues = {issue(Kind::CharacterSetRepaired), issue(Kind::InvalidWindow)};
        auto input = shown.input();
        input.slicesLoaded = 1;
        const auto all = bands(input);
        QCOMPARE(ids(all), (QStringList{u"MissingSlices"_s, u"Loading"_s}));
        QVERIFY(all[0].kind == Band::Kind::Warning);
        QCOMPARE(all[0].more, 3);
        QCOMPARE(all[0].headline, dicom::issueHeadline(shown.dataSet->issues[2]));
        QVERIFY(!all[0].headline.isEmpty() && !all[0].consequence.isEmpty());
        QCOMPARE(ids(bandCauses(input)), (QStringList{u"MissingSlices"_s, u"UnevenSpacing"_s, u"CharacterSetRepaired"_s,
                                                      u"InvalidWindow"_s, u"Loading"_s}));
        // In three grades, the graver first.
        QVERIFY(all[0].grade == Grade::Caution && all[1].grade == Grade::Information);
        QVERIFY(gradeOf(Kind::MixedPatients) == Grade::Danger && gradeOf(Kind::InvalidWindow) == Grade::Information);
    }

    /// Why there is no slab does not hide what is wrong with the images, nor is it hidden by that; what endangers comes
    /// first.
    void theSlabHidesNoWarning()
    {
        using Kind = dicom::DataIssue::Kind;
        Shown shown;
        shown.dataSet->issues = {issue(Kind::MissingSlices), issue(Kind::UnevenSpacing)};
        auto input = shown.input();
        input.slab.emplace();
        input.slab->plan.refusal = imaging::SlabRefusal::Uneven;
        auto all = bands(input);
        QCOMPARE(ids(all), (QStringList{u"SlabRefused"_s, u"MissingSlices"_s}));
        QCOMPARE(all[0].more, 1);
        QCOMPARE(all[1].more, 0);
        input.slicesLoaded = 3;
        QCOMPARE(ids(bands(input)), (QStringList{u"SlabRefused"_s, u"MissingSlices"_s, u"Loading"_s}));
        shown.dataSet->issues.push_back(issue(Kind::MixedPatients));
        all = bands(input);
        QCOMPARE(ids(all), (QStringList{u"MixedPatients"_s, u"SlabRefused"_s, u"Loading"_s}));
        QCOMPARE(all[0].more, 2);
        QVERIFY(all[0].grade == Grade::Danger);
        shown.dataSet->issues = {issue(Kind::GantryTilt)}; // information: counted, not shown
        QCOMPARE(ids(bands(input)), (QStringList{u"SlabRefused"_s, u"Loading"_s}));
    }

    /// Every kind of issue has an id of its own: a new one without would never be shown.
    void everyIssueIsShown()
    {
        using Kind = dicom::DataIssue::Kind;
        QSet<QString> seen;
        for (int k = int(Kind::MissingSlices); k <= int(Kind::OtherRepaired); ++k) {
            Shown shown;
            shown.dataSet->issues = {issue(Kind(k))};
            const auto all = bands(shown.input());
            QCOMPARE(all.size(), 1u);
            QVERIFY(!seen.contains(all[0].id));
            seen.insert(all[0].id);
        }
        QCOMPARE(seen.size(), int(Kind::OtherRepaired) - int(Kind::MissingSlices) + 1);
    }
    /// docs/scenario.md has every name of a band, with its kind and its grade, and none that is not there.
    /// Who calibrates by hand has mm; with lines that contradict one another there is still no scale.
    void anImageCalibratedByHandHasAScale()
    {
        Shown shown;
        shown.instance->issues = {issue(dicom::DataIssue::Kind::NoSpacing), issue(dicom::DataIssue::Kind::FrameTimes)};
        auto input = shown.input();
        QVERIFY(ids(bandCauses(input)).contains(u"NoSpacing"_s));
        input.calibration = {2, std::nullopt};
        QVERIFY(ids(bandCauses(input)).contains(u"NoSpacing"_s));
        input.calibration = {1, dicom::PixelSpacing{0.5, 0.5, dicom::SpacingBasis::ByHand}};
        QCOMPARE(ids(bandCauses(input)), QStringList{u"FrameTimes"_s});
    }

    void thePageNamesEveryBand()
    {
        const auto read = [](const QString &name) {
            QFile file(QStringLiteral(CONSILIUM_SOURCE_DIR "/") + name);
            return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
        };
        const QString page = read(u"docs/scenario.md"_s).section(u"## 12. Names of bands"_s, 1);
        QStringList rows;
        using Kind = dicom::DataIssue::Kind;
        for (int k = int(Kind::MissingSlices); k <= int(Kind::OtherRepaired); ++k) {
            if (Kind(k) == Kind::OutlinesIncomplete || Kind(k) == Kind::OutlinesDoubtful)
                continue; // of what is shown, not of the stack: below
            Shown shown;
            shown.dataSet->issues = {issue(Kind(k))};
            const Band band = bands(shown.input()).front();
            rows << u"| `%1` | issue | %2 |"_s.arg(band.id, gradeName(band.grade));
        }
        // The others have no list but the code that makes them.
        const QString source = read(u"viewer/render2d/Bands.cpp"_s);
        static const QRegularExpression made(u"Band::Kind::(\\w+),\\s*u\"(\\w+)\"_s"_s);
        for (auto match = made.globalMatch(source); match.hasNext();) {
            const auto band = match.next();
            const QString row = u"| `%1` | %2 |"_s.arg(band.captured(2), band.captured(1).toLower());
            if (!rows.contains(row)) // "Incomplete" is made in two places
                rows << row;
        }
        QVERIFY(rows.size() >= 32);
        for (const QString &row : std::as_const(rows))
            QVERIFY2(page.contains(row), qPrintable(row));
        QCOMPARE(page.count(u"\n| `"_s), rows.size());
    }
};

CONSILIUM_TEST(BandsTest)
#include "BandsTest.moc"
