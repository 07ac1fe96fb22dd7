#include "app/worklist/StudyText.h"
#include "app/worklist/WorklistDelegate.h"
#include "app/worklist/WorklistFilter.h"
#include "app/worklist/WorklistModel.h"
#include "app/worklist/WorklistSearch.h"
#include "tests/support/TestMain.h"
#include "tests/unit/app/FakeSource.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace consilium;
using test::FakeSource;
using test::studyRow;

namespace
{

class StillClock final : public Clock
{
public:
    TimeMs nowMs() const override { return 1'000'000; }
    std::int64_t steadyNs() const override { return ns; }
    std::int64_t ns = 0;
};

dicomweb::StudyPage page(std::initializer_list<Attributes> rows, bool more = false)
{
    return {std::vector<Attributes>(rows), more};
}

} // namespace

class WorklistSearching : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void textBecomesQueries_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("expected"); // name|id|accession of each query
        QTest::newRow("nothing") << u"  "_s << QStringList{u"||"_s};
        QTest::newRow("letters: names") << u"wang xiao"_s << QStringList{u"*wang*xiao*||"_s};
        QTest::newRow("ideographs: names") << u"模体"_s << QStringList{u"*模体*||"_s};
        QTest::newRow("digits: numbers") << u"2611"_s << QStringList{u"|2611*|"_s, u"||2611*"_s};
        QTest::newRow("wild card") << u"zhang*"_s << QStringList{u"*zhang*||"_s};
        QTest::newRow("wild card of an input method") << u"26＊"_s << QStringList{u"|26*|"_s, u"||26*"_s};
        QTest::newRow("one character") << u"A2？"_s << QStringList{u"*A2?*||"_s, u"|A2?*|"_s, u"||A2?*"_s};
        QTest::newRow("anything") << u" * "_s << QStringList{u"||"_s};
        QTest::newRow("mixture: all") << u"A26"_s << QStringList{u"*A26*||"_s, u"|A26*|"_s, u"||A26*"_s};
    }
    void textBecomesQueries()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, expected);
        app::WorklistFilter filter;
        filter.text = text;
        QStringList found;
        for (const auto &query : app::queries(filter, QDate(2026, 11, 23), 200))
            found << query.patientName + u'|' + query.patientId + u'|' + query.accession;
        QCOMPARE(found, expected);
    }

    void periodsBecomeDays()
    {
        const QDate today(2026, 3, 1);
        app::WorklistFilter filter;
        const auto dates = [&](const QString &period) {
            filter.period = period;
            const auto query = app::queries(filter, today, 10).front();
            return query.dateFrom + u'-' + query.dateTo;
        };
        QCOMPARE(dates(u"all"_s), u"-"_s);
        QCOMPARE(dates(u"today"_s), u"20260301-20260301"_s);
        QCOMPARE(dates(u"yesterday"_s), u"20260228-20260228"_s);
        QCOMPARE(dates(u"3"_s), u"20260227-20260301"_s);
        QCOMPARE(dates(u"nonsense"_s), u"-"_s);
        filter.from = QDate(2025, 1, 2);
        QCOMPARE(dates(u"custom"_s), u"20250102-"_s);
    }

    void aScenariosQueryShowsInTheWindow()
    {
        dicomweb::StudyQuery query;
        query.patientId = u"T1"_s;
        query.studyUid = u"1.2"_s;
        query.dateFrom = u"20260101"_s;
        const auto filter = app::filterFor(query);
        QCOMPARE(filter.text, u"T1"_s);
        QCOMPARE(filter.period, u"custom"_s);
        QCOMPARE(app::queries(filter, QDate(2026, 2, 2), 5).front().studyUid, u"1.2"_s);
    }

    void aScenariosNameIsLookedForInNamesAlone()
    {
        dicomweb::StudyQuery query;
        query.patientName = u"TEST^A1"_s;
        auto filter = app::filterFor(query);
        QCOMPARE(filter.text, u"TEST A1"_s);
        const auto asked = app::queries(filter, QDate(2026, 2, 2), 5);
        QCOMPARE(asked.size(), size_t(1)); // not as a number
        QCOMPARE(asked.front().patientName, u"*TEST*A1*"_s);
        QVERIFY(!app::filterFor({}, u"TEST A1"_s).onlyNames);
        QCOMPARE(app::queries(app::filterFor({}, u"TEST A1"_s), QDate(2026, 2, 2), 5).size(), size_t(3));

        query = {};
        query.patientId = u"NOBODY"_s; // no digit: the text would be taken for a name
        filter = app::filterFor(query);
        QVERIFY(filter.text.isEmpty() && filter.isRestricted());
    }

    // An archive may leave aside what it was asked for, and the list has other words in it.
    void ofNamesAloneNothingElseIsShown()
    {
        app::WorklistModel model;
        app::WorklistRow named, described;
        named.study.uid = StudyUid(u"1.1"_s);
        named.study.patient.name.alphabetic = u"PHANTOM^A"_s;
        described.study.uid = StudyUid(u"1.2"_s);
        described.study.patient.name.alphabetic = u"TEST^B"_s;
        described.study.description = u"phantom"_s;
        for (app::WorklistRow *row : {&named, &described}) {
            row->archive = ArchiveId(u"a"_s);
            row->isListed = row->answersText = true;
        }
        model.setFilter(u"phantom"_s, {}, true);
        model.add({named, described});
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.row(0).study.uid, named.study.uid);
        model.setFilter(u"phantom"_s, {});
        QCOMPARE(model.rowCount(), 2);
    }

    void archivesAnswerOneByOne()
    {
        StillClock clock;
        app::WorklistSearch search(clock);
        auto quick = std::make_shared<FakeSource>(u"quick"_s), slow = std::make_shared<FakeSource>(u"slow"_s);
        search.setSources({quick, slow});
        QSignalSpy rows(&search, &app::WorklistSearch::rowsArrived), finished(&search, &app::WorklistSearch::finished);
        search.start({}, QDate(2026, 1, 1));
        clock.ns = 12'000'000;
        quick->answer(page({studyRow(u"1.1"_s, u"TEST^A"_s)}, true));
        QCOMPARE(rows.size(), 1);
        QCOMPARE(finished.size(), 0);
        clock.ns = 2'000'000'000;
        slow->answer(fail(ErrorCode::Timeout));
        QCOMPARE(finished.size(), 1);
        const auto states = search.sources();
        QCOMPARE(states[0].status, app::SourceState::Status::Answered);
        QCOMPARE(states[0].roundTripMs, 12);
        QVERIFY(!states[0].slow);
        QCOMPARE(states[1].status, app::SourceState::Status::Failed);
        QCOMPARE(states[1].error.code, ErrorCode::Timeout);
        QCOMPARE(states[1].since, TimeMs(1'000'000));
        QVERIFY(search.hasMore());

        search.retry(ArchiveId(u"slow"_s)); // only this one is asked again
        QCOMPARE(quick->questions.size(), size_t(0));
        clock.ns += 3'000'000'000;
        slow->answer(page({studyRow(u"2.1"_s, u"TEST^B"_s)}));
        QCOMPARE(search.sources()[1].status, app::SourceState::Status::Answered);
        QVERIFY(search.sources()[1].slow);
    }

    void aNewSearchSupersedesTheOld()
    {
        StillClock clock;
        app::WorklistSearch search(clock);
        auto source = std::make_shared<FakeSource>(u"a"_s);
        search.setSources({source});
        QSignalSpy rows(&search, &app::WorklistSearch::rowsArrived);
        search.start({}, QDate(2026, 1, 1));
        search.start({}, QDate(2026, 1, 1));
        QVERIFY(source->questions.front().cancel.isCancelled());
        source->answer(page({studyRow(u"1.1"_s, u"TEST^OLD"_s)}));
        QCOMPARE(rows.size(), 0);
        source->answer(page({studyRow(u"1.2"_s, u"TEST^NEW"_s)}));
        QCOMPARE(rows.size(), 1);
        QVERIFY(!search.isRunning());
    }

    void aStudyThatTwoQueriesFindIsOneRow()
    {
        StillClock clock;
        app::WorklistSearch search(clock);
        auto source = std::make_shared<FakeSource>(u"a"_s);
        search.setSources({source});
        app::WorklistModel model;
        connect(&search, &app::WorklistSearch::rowsArrived, &model, &app::WorklistModel::add);
        app::WorklistFilter filter;
        filter.text = u"26"_s;
        model.setFilter(filter.text, {});
        search.start(filter, QDate(2026, 1, 1));
        QCOMPARE(source->questions.size(), size_t(3)); // the list, by ID, by accession number
        source->answer(page({studyRow(u"9"_s, u"TEST^OTHER"_s)}));
        source->answer(page({studyRow(u"1.1"_s, u"TEST^A"_s), studyRow({}, u"TEST^NOUID"_s)}));
        source->answer(page({studyRow(u"1.1"_s, u"TEST^A"_s), studyRow(u"1.2"_s, u"TEST^B"_s)}));
        QCOMPARE(model.rowCount(), 2);
    }

    void moreIsAskedFromWhereItEnded()
    {
        StillClock clock;
        app::WorklistSearch search(clock);
        auto source = std::make_shared<FakeSource>(u"a"_s);
        search.setSources({source});
        search.start({}, QDate(2026, 1, 1));
        source->answer(page({studyRow(u"1.1"_s, u"TEST^A"_s)}, true));
        search.loadMore();
        QCOMPARE(source->questions.front().query.offset, app::WorklistSearch::PageSize);
        source->answer(page({studyRow(u"1.2"_s, u"TEST^B"_s)}));
        QVERIFY(!search.hasMore());
    }

    void theModelSortsAndKeepsTheSelection()
    {
        app::WorklistModel model;
        const auto row = [](const QString &uid, const QString &date, int images) {
            return app::WorklistRow{
                dicom::describeStudy(studyRow(uid, u"TEST^"_s + uid, date, images)), ArchiveId(u"a"_s), u"a"_s, {}};
        };
        model.add({row(u"1"_s, u"20260101"_s, 100), row(u"2"_s, u"20260301"_s, 9)});
        QCOMPARE(model.row(0).study.uid.text(), u"2"_s); // newest first
        const QPersistentModelIndex kept(model.index(0, 0));
        model.add({row(u"3"_s, u"20260401"_s, 20)});
        QCOMPARE(model.row(0).study.uid.text(), u"3"_s);
        QCOMPARE(kept.row(), 1);
        model.sort(app::WorklistModel::Images, Qt::AscendingOrder); // as numbers, not as text
        QCOMPARE(model.row(0).study.instanceCount, 9);
        QCOMPARE(model.row(2).study.instanceCount, 100);
        QCOMPARE(model.indexOf(ArchiveId(u"a"_s), StudyUid(u"3"_s)), 1);
        QCOMPARE(model.indexOf(ArchiveId(u"b"_s), StudyUid(u"3"_s)), -1);
    }

    void agesAndDatesReadWell()
    {
        dicom::PatientIdentity patient;
        QCOMPARE(app::sexAndAge(patient, u"20260101"_s), u"—"_s);
        patient.sex = u"M"_s;
        patient.birthDate = u"19740102"_s;
        QCOMPARE(app::sexAndAge(patient, u"20260101"_s), u"M 51"_s); // the day before the birthday
        QCOMPARE(app::sexAndAge(patient, u"20260102"_s), u"M 52"_s);
        patient.birthDate = u"20250615"_s;
        QCOMPARE(app::sexAndAge(patient, u"20260614"_s), u"M 11 mo"_s);
        patient.age = u"012W"_s;
        QCOMPARE(app::sexAndAge(patient, u"20260614"_s), u"M 12 wk"_s);
        QCOMPARE(app::dateAndTime(u"20260102"_s, u"094103.25"_s), u"2026-01-02 09:41"_s);
        QCOMPARE(app::dateAndTime(u"20260102"_s, {}), u"2026-01-02"_s);
        QCOMPARE(app::dateAndTime(u"someday"_s, u"0941"_s), u"someday"_s);
        QCOMPARE(app::dateAndTime({}, {}), u"—"_s);
        QCOMPARE(app::dateAndTime(u"1994.01.30"_s, u"09:41:03"_s), u"1994-01-30 09:41"_s); // ACR-NEMA
        QCOMPARE(app::dateAndTime(u"1994.13.30"_s, {}), u"1994.13.30"_s);
        QCOMPARE(app::modalityList(u"CT\\SR"_s), (QStringList{u"CT"_s, u"SR"_s}));
        QCOMPARE(app::modalityList(u"CT, CT / MR"_s), (QStringList{u"CT"_s, u"MR"_s}));
        QCOMPARE(app::byWeight({u"CT"_s, u"PT"_s}), (QStringList{u"PT"_s, u"CT"_s}));
        QCOMPARE(app::byWeight({u"SR"_s, u"ECG"_s, u"OT"_s, u"MR"_s}),
                 (QStringList{u"MR"_s, u"ECG"_s, u"OT"_s, u"SR"_s}));
    }
    // No modality of a study goes without a sign, however narrow its column is.
    void allModalitiesOfAStudyAreSaid()
    {
        const auto tags = [](const QStringList &modalities, int widthPx) {
            const auto tagPx = [](const QString &text) { return int(text.size()) * 10 + 10; };
            return app::modalityTags(modalities, widthPx, tagPx).join(u'|');
        };
        const QStringList many{u"XA"_s, u"US"_s, u"DX"_s, u"CR"_s};
        QCOMPARE(tags({u"CT"_s}, 10), u"CT"_s);
        QCOMPARE(tags({u"PT"_s, u"CT"_s}, 64), u"PT|CT"_s);
        QCOMPARE(tags({u"PT"_s, u"CT"_s}, 63), u"PT/CT"_s);
        QCOMPARE(tags(many, 119), u"XA/US +2"_s);
        QCOMPARE(tags(many, 120), u"XA/US/DX/CR"_s);
        QCOMPARE(tags(many, 20), u"XA +3"_s);
        app::WorklistModel model;
        dicom::StudyHeader study;
        study.uid = StudyUid(u"1"_s);
        study.modalities = u"CR/CT/PT/SR"_s;
        app::WorklistRow row;
        row.study = study;
        row.archive = ArchiveId(u"A"_s);
        model.add({row});
        const QModelIndex cell = model.index(0, app::WorklistModel::Modality);
        QCOMPARE(cell.data().toString(), u"PT CT CR SR"_s);
        QVERIFY(cell.data(Qt::ToolTipRole).toString().contains(u"PT CT CR SR"_s));
    }
};

CONSILIUM_TEST(WorklistSearching)
#include "WorklistSearching.moc"
