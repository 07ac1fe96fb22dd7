#include "tests/unit/hanging/HangingFixture.h"
#include "viewer/hanging/Precedence.h"

using namespace consilium;
using namespace consilium::hanging;
using namespace consilium::test;

namespace
{

Study chest(const QString &uid, const QString &date)
{
    return studyOf(
        uid, date,
        {stackOf(uid + u".l"_s, u"DX"_s, u"CHEST"_s, {}, {imageOf({{}, u"LL"_s, u"A"_s, u"F"_s}, uid + u".1"_s)}),
         stackOf(uid + u".p"_s, u"DX"_s, u"CHEST"_s, {}, {imageOf({{}, u"PA"_s, u"L"_s, u"F"_s}, uid + u".2"_s)})});
}

Study brain()
{
    std::vector<dicom::DataSetPtr> stacks;
    for (const QString &name : {u"loc"_s, u"t2_tse_tra"_s, u"AX T1 SE"_s, u"t2_tirm_tra_dark-fluid"_s,
                                u"ep2d_diff_3scan_ADC"_s, u"ep2d_diff_3scan"_s})
        stacks.push_back(axialStack(name, u"MR"_s, name, 20, u"BRAIN"_s));
    return studyOf(u"1.1"_s, u"20260301"_s, stacks);
}

} // namespace

/// The protocols that come with the program, on studies as detectors write them.
class ShippedTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void allAreRead()
    {
        const Shelf shelf = readShelf({}, presetNames());
        for (const Problem &problem : shelf.problems)
            qWarning("%s: %s", qPrintable(problem.file), qPrintable(problem.text()));
        QVERIFY(shelf.problems.empty());
        QCOMPARE(builtInProtocolNames().size(), 7);
        QCOMPARE(shelf.protocols.size(), std::size_t(7));
        for (const Protocol &protocol : shelf.protocols)
            for (const QString &language : {u"en"_s, u"zh_CN"_s, u"zh_TW"_s})
                QVERIFY2(!protocol.names.at(language).isEmpty(), qPrintable(protocol.id));
    }

    void theBestOneIsChosen_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("id");
        QTest::newRow("mammograms") << 0 << u"mammography"_s;
        QTest::newRow("mammograms with prior") << 1 << u"mammography-prior"_s;
        QTest::newRow("chest") << 2 << u"chest-pair"_s;
        QTest::newRow("chest with prior") << 3 << u"chest-pair-prior"_s;
        QTest::newRow("CT with prior") << 4 << u"ct-prior"_s;
        QTest::newRow("CT alone") << 5 << u"default"_s;
        QTest::newRow("MR brain") << 6 << u"mr-brain"_s;
        QTest::newRow("three mammograms") << 7 << u"default"_s;
    }
    void theBestOneIsChosen()
    {
        QFETCH(int, kind);
        QFETCH(QString, id);
        const auto ct = [](const QString &uid, const QString &date) {
            return studyOf(uid, date, {axialStack(uid + u".1"_s, u"CT"_s, u"Thorax"_s, 20)});
        };
        Study three = mammograms();
        three.dataSets.pop_back();
        const std::vector<Studies> all{{mammograms(), {}},
                                       {mammograms(), {mammograms(u"1.2"_s, u"20240101"_s)}},
                                       {chest(u"1.1"_s, u"20260301"_s), {}},
                                       {chest(u"1.1"_s, u"20260301"_s), {chest(u"1.2"_s, u"20240101"_s)}},
                                       {ct(u"1.1"_s, u"20260301"_s), {ct(u"1.2"_s, u"20240101"_s)}},
                                       {ct(u"1.1"_s, u"20260301"_s), {}},
                                       {brain(), {}},
                                       {three, {}}};
        const Shelf shelf = readShelf({}, presetNames());
        const auto ordered = inPrecedence(shelf.protocols, {});
        const auto fitting = fittingInOrder(ordered, all[std::size_t(kind)], 1);
        QVERIFY(!fitting.empty());
        QCOMPARE(fitting.front()->id, id);
        QCOMPARE(fitting.front()->whenOpened, kind < 4);
    }

    /// Right breasts at the left with their chest wall at the right, left ones beside them: back to back.
    void mammogramsStandBackToBack()
    {
        const Shelf shelf = readShelf({}, presetNames());
        const Hanging hanging =
            hang(*shelf.find(u"mammography"_s), 0, {mammograms(), {}}, screen(1200, 800), presets());
        const QStringList wanted{u"1.1.RCC"_s, u"1.1.LCC"_s, u"1.1.RMLO"_s, u"1.1.LMLO"_s};
        for (int i = 0; i < 4; ++i) {
            const auto show = shown(hanging, u"v%1"_s.arg(i + 1));
            QCOMPARE(show.dataSet.text(), wanted[i]);
            QCOMPARE(show.orientation, session::Orientation());
            QCOMPARE(show.zoomPan->across, shown(hanging, u"v1"_s).zoomPan->across);
            QVERIFY(i % 2 == 0 ? show.zoomPan->offsetAlongRow < 0.0 : show.zoomPan->offsetAlongRow > 0.0);
        }
        QVERIFY(hanging.notes.empty());
    }

    void priorsOfMammogramsHangBelowTheSameView()
    {
        const Shelf shelf = readShelf({}, presetNames());
        const Hanging hanging = hang(*shelf.find(u"mammography-prior"_s), 1,
                                     {mammograms(), {mammograms(u"1.2"_s, u"20240101"_s)}}, screen(), presets());
        QCOMPARE(shown(hanging, u"v3"_s).dataSet, DataSetId(u"1.2.RCC"_s));
        QCOMPARE(shown(hanging, u"v4"_s).dataSet, DataSetId(u"1.2.LCC"_s));
        QVERIFY(hanging.notes.empty());
    }

    /// A chest that was read from behind by the detector stands with the patient's right at the left all the same.
    void chestsStandUprightWithTheRightSideAtTheLeft()
    {
        Studies studies{chest(u"1.1"_s, u"20260301"_s), {}};
        studies.current.dataSets[1] =
            stackOf(u"mirrored"_s, u"DX"_s, u"CHEST"_s, {}, {imageOf({{}, u"PA"_s, u"R"_s, u"F"_s}, u"m"_s)});
        const Shelf shelf = readShelf({}, presetNames());
        const Hanging hanging = hang(*shelf.find(u"chest-pair"_s), 0, studies, screen(), presets());
        QCOMPARE(shown(hanging, u"v1"_s).dataSet, DataSetId(u"mirrored"_s));
        QCOMPARE(shown(hanging, u"v1"_s).orientation, (session::Orientation{0, true}));
        QCOMPARE(shown(hanging, u"v2"_s).dataSet, DataSetId(u"1.1.l"_s));
    }

    void sequencesOfABrainAreFoundByTheirNames()
    {
        const Shelf shelf = readShelf({}, presetNames());
        const Hanging hanging = hang(*shelf.find(u"mr-brain"_s), 0, {brain(), {}}, screen(), presets());
        const QStringList wanted{u"AX T1 SE"_s, u"t2_tse_tra"_s, u"t2_tirm_tra_dark-fluid"_s, u"ep2d_diff_3scan"_s};
        for (int i = 0; i < 4; ++i)
            QCOMPARE(shown(hanging, u"v%1"_s.arg(i + 1)).dataSet.text(), wanted[i]);
    }
};

CONSILIUM_TEST(ShippedTest)
#include "ShippedTest.moc"
