#include "tests/unit/hanging/HangingFixture.h"
#include "viewer/hanging/Precedence.h"

using namespace consilium;
using namespace consilium::hanging;
using namespace consilium::test;

namespace
{

Protocol matching(const QByteArray &match, const QByteArray &id = "t")
{
    return protocolOf(R"({"schema": 1, "name": "T", "id": ")" + id + R"(", "match": )" + match +
                      R"(, "stages": [{"monitors": [{"rows": 1, "columns": 1, "cells": [{"empty": true}]}]}]})");
}

Study ct(const QString &uid, const QString &date, const QString &bodyPart = u"CHEST"_s)
{
    return studyOf(uid, date, {axialStack(uid + u".1"_s, u"CT"_s, u"Thorax 5 mm"_s, 20, bodyPart)});
}

} // namespace

class MatchTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void countsConditionsThatHold_data()
    {
        QTest::addColumn<QByteArray>("match");
        QTest::addColumn<int>("score"); // -1: does not fit
        const auto row = [](const char *match, int score) { QTest::newRow(match) << QByteArray(match) << score; };
        row("{}", 0);
        row(R"({"modality": "CT"})", 1);
        row(R"({"modality": ["MR", "CT"], "bodyPart": "chest"})", 2);
        row(R"({"modality": "MR"})", -1);
        row(R"({"bodyPart": "HEAD"})", -1);
        row(R"({"images": {"min": 20, "max": 20}})", 1);
        row(R"({"images": {"min": 21}})", -1);
        row(R"({"monitors": {"min": 2}})", -1);
        row(R"({"monitors": {"max": 1}})", 1);
        row(R"({"hasPrior": false})", 1);
        row(R"({"hasPrior": true})", -1);
        row(R"({"studyDescription": {"contains": "routine"}})", -1);
        row(R"({"series": [{"find": {"modality": "CT", "description": {"contains": "THORAX"}}}]})", 2);
        row(R"({"series": [{"find": {"plane": "axial"}, "count": {"min": 1, "max": 1}}]})", 2);
        row(R"({"series": [{"find": {"plane": "coronal"}}]})", -1);
        row(R"({"series": [{"find": {"plane": "coronal"}, "count": {"max": 0}}]})", 2);
        row(R"({"series": [{"find": {"laterality": "L"}}]})", -1); // it says nothing of a side
    }
    void countsConditionsThatHold()
    {
        QFETCH(QByteArray, match);
        QFETCH(int, score);
        const Studies studies{ct(u"1.1"_s, u"20260301"_s), {}};
        QCOMPARE(scoreOf(matching(match), studies, 1).value_or(-1), score);
    }

    void theMostSpecificWinsAndTiesAreDecided()
    {
        std::vector<Protocol> all{
            matching(R"({"modality": "CT"})", "b"),    matching("{}", "0"),
            matching(R"({"modality": "CT"})", "a"),    matching(R"({"modality": "CT", "bodyPart": "CHEST"})", "z"),
            matching(R"({"bodyPart": "CHEST"})", "c"), matching(R"({"modality": "MR"})", "m")};
        all[4].isOwn = true;
        const Studies studies{ct(u"1.1"_s, u"20260301"_s), {}};
        const auto order = [&] {
            QStringList ids;
            const auto ordered = inPrecedence(all, {});
            for (const Protocol *protocol : fittingInOrder(ordered, studies, 1))
                ids << protocol->id;
            return ids;
        };
        const QStringList wanted{u"z"_s, u"c"_s, u"a"_s, u"b"_s, u"0"_s};
        QCOMPARE(order(), wanted);
        std::reverse(all.begin(), all.end()); // in whatever order they were read
        QCOMPARE(order(), wanted);
    }

    void choosesThePriorThatFits()
    {
        Studies studies{ct(u"1.1"_s, u"20260301"_s), {}};
        studies.priors = {ct(u"1.2"_s, u"20240101"_s), ct(u"1.3"_s, u"20250101"_s),
                          ct(u"1.4"_s, u"20260201"_s, u"HEAD"_s), ct(u"1.5"_s, u"20260401"_s), ct(u"1.6"_s, {})};
        const auto uid = [&](const PriorCondition &condition) {
            const Study *prior = priorFor(condition, studies);
            return prior ? prior->header.uid.text() : QString();
        };
        QCOMPARE(uid({}), u"1.3"_s); // neither another body part, nor later, nor without a date
        QCOMPARE(uid({2, true, true, {}, {}}), u"1.2"_s);
        QCOMPARE(uid({3, true, true, {}, {}}), QString());
        QCOMPARE(uid({1, true, false, {}, {}}), u"1.4"_s);
        QCOMPARE(uid({1, true, true, u"20250101"_s, {}}), u"1.2"_s);
        QCOMPARE(uid({1, true, true, {}, 424}), u"1.3"_s); // 2025-01-01 to 2026-03-01 are 424 days
        QCOMPARE(uid({1, true, true, {}, 423}), QString());
        studies.current.header.date.clear();
        QCOMPARE(uid({}), QString());
    }

    void neverTakesAnotherPatientsStudyForAPrior()
    {
        Studies studies{ct(u"1.1"_s, u"20260301"_s), {ct(u"1.2"_s, u"20250101"_s)}};
        QVERIFY(priorFor({}, studies));
        Study &prior = studies.priors.front();
        prior.header.patient.id = u"TEST-2"_s;
        QVERIFY(!priorFor({}, studies));
        prior.header.patient = studies.current.header.patient;
        prior.header.patient.birthDate = u"19600101"_s;
        studies.current.header.patient.birthDate = u"19610101"_s;
        QVERIFY(!priorFor({}, studies)); // one ID, two people
        prior.header.patient = studies.current.header.patient = {};
        QVERIFY(!priorFor({}, studies)); // nobody is named
    }

    /// What archives and people have said of the two counts before their numbers.
    void takesForAPriorWhomAPersonHasConfirmed()
    {
        using Verdict = dicom::StudyPairs::Verdict;
        Studies studies{ct(u"1.1"_s, u"20260301"_s), {ct(u"1.2"_s, u"20250101"_s)}};
        Study &prior = studies.priors.front();
        prior.toCurrent = Verdict::Apart; // one number, and nobody has confirmed it
        QVERIFY(!priorFor({}, studies));
        prior.header.patient.id = u"TEST-2"_s;
        prior.toCurrent = Verdict::ByHand;
        QVERIFY(priorFor({}, studies));
        prior.toCurrent = Verdict::Unjudged;
        QVERIFY(!priorFor({}, studies));
    }

    /// As ACR-NEMA wrote days and times (PS3.5 table 6.2-1).
    void aDayOfBeforeDicomIsADay()
    {
        QVERIFY(priorFor({}, {ct(u"1.1"_s, u"20260301"_s), {ct(u"1.2"_s, u"1994.01.30"_s)}}));
        QVERIFY(!priorFor({}, {ct(u"1.1"_s, u"1994.01.30"_s), {ct(u"1.2"_s, u"20260301"_s)}}));
        Studies sameDay{ct(u"1.1"_s, u"1994.01.30"_s), {ct(u"1.2"_s, u"19940130"_s)}};
        sameDay.current.header.time = u"10:30:00"_s;
        sameDay.priors.front().header.time = u"093000"_s;
        QVERIFY(priorFor({}, sameDay));
        sameDay.priors.front().header.time = u"110000"_s;
        QVERIFY(!priorFor({}, sameDay));
    }

    // Of the protocol that would come first if all earlier studies were open.
    void whichEarlierStudiesAreWanted()
    {
        Protocol inCell = matching(R"({"modality": "CT"})", "cell");
        inCell.stages.front().monitors.front().cells.front().prior = PriorCondition{2, true, true, {}, {}};
        const std::vector<Protocol> all{matching(R"({"modality": "MR", "hasPrior": true})", "other"),
                                        matching(R"({"bodyPart": "CHEST", "hasPrior": true})", "first"), inCell,
                                        matching("{}", "rest")};
        Studies studies{ct(u"1.1"_s, u"20260301"_s), {}};
        PriorWish wish = priorsWantedFirst(all, studies, 1);
        QVERIFY(wish.protocol);
        QCOMPARE(wish.protocol->id, u"first"_s); // of another modality: not even with a prior
        QVERIFY(wish.conditions == std::vector<PriorCondition>{PriorCondition()});
        // With one it is used as it is.
        studies.priors = {ct(u"1.2"_s, u"20240101"_s)};
        QVERIFY(!priorsWantedFirst(all, studies, 1).protocol);
        // Of one that fits without, a cell may ask: for the second one, and there is only one.
        const std::vector<Protocol> later{inCell, all[3]};
        wish = priorsWantedFirst(later, studies, 1);
        QVERIFY(wish.protocol);
        QCOMPARE(wish.protocol->id, u"cell"_s);
        QCOMPARE(wish.conditions.size(), std::size_t(1));
        QCOMPARE(wish.conditions.front().nth, 2);
        studies.priors.push_back(ct(u"1.3"_s, u"20230101"_s));
        QVERIFY(priorsWanted(inCell, studies).conditions.empty());
        // One that asks for nothing ends the search: what comes later is not used.
        QVERIFY(!priorsWantedFirst({all[3], all[1]}, Studies{studies.current, {}}, 1).protocol);
    }

    // It is for studies that have none: a prior that came would take the protocol away.
    void aProtocolForStudiesWithoutPriorsWantsNone()
    {
        const std::vector<Protocol> all{matching(R"({"modality": "CT", "hasPrior": false})", "alone"),
                                        matching(R"({"modality": "CT", "hasPrior": true})", "beside")};
        const Studies studies{ct(u"1.1"_s, u"20260301"_s), {}};
        QVERIFY(priorsWanted(all[0], studies).conditions.empty());
        QVERIFY(!priorsWantedFirst({all[0]}, studies, 1).protocol);
        // It comes first, but if every earlier study were open the other one would be used.
        const PriorWish wish = priorsWantedFirst(all, studies, 1);
        QVERIFY(wish.protocol);
        QCOMPARE(wish.protocol->id, u"beside"_s);
    }

    void aMammogramIsOfTheBreast()
    {
        const Studies studies{mammograms(u"1.1"_s, u"20260301"_s), {mammograms(u"1.2"_s, u"20240301"_s)}};
        QVERIFY(priorFor({}, studies));
    }

    void tellsImagesThatDoNotSayIt()
    {
        Study study = mammograms();
        auto bothSides = imageOf({u"B"_s, u"CC"_s, {}, {}}, u"b"_s), noView = imageOf({u"L"_s, {}, {}, {}}, u"n"_s);
        study.dataSets = {stackOf(u"s"_s, u"MG"_s, {}, {}, {bothSides, noView})};
        ImageCondition condition;
        condition.laterality = {u"L"_s};
        condition.view = {u"CC"_s};
        const Candidates found = candidatesFor(condition, study);
        QCOMPARE(found.fitting.size(), std::size_t(0));
        QCOMPARE(found.unknown, 2);
    }

    void framesOfOneObjectAreOneCandidate()
    {
        std::vector<dicom::InstancePtr> images;
        for (const int frame : {0, 1, 2}) {
            auto image = imageOf({u"L"_s, u"CC"_s, {}, {}}, u"tomo"_s);
            image->frame = frame;
            images.push_back(image);
        }
        images.push_back(imageOf({u"L"_s, u"CC"_s, {}, {}}, u"plain"_s));
        ImageCondition condition;
        condition.laterality = {u"L"_s};
        const auto found =
            candidatesFor(condition, studyOf(u"1.1"_s, {}, {stackOf(u"s"_s, u"MG"_s, {}, {}, images)})).fitting;
        QCOMPARE(found.size(), std::size_t(2));
        QCOMPARE(found[0].last, 2);
        QCOMPARE(found[1].first, 3);
    }

    void knowsViewsByCodeAndByMeaning()
    {
        QCOMPARE(viewOf(u"medio-lateral oblique"_s), u"MLO"_s);
        QCOMPARE(viewOf(u"LL"_s), u"LAT"_s);
        QCOMPARE(viewOf(u"postero-anterior"_s), u"PA"_s);
        QCOMPARE(viewOf(u"LLD"_s), u"LLD"_s); // lying on the left side: no lateral view
        QCOMPARE(viewOf({}), QString());
    }
};

CONSILIUM_TEST(MatchTest)
#include "MatchTest.moc"
