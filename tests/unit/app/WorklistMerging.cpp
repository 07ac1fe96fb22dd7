#include "app/worklist/OpenedStudies.h"
#include "app/worklist/QuickFilter.h"
#include "app/worklist/SavedSearches.h"
#include "app/worklist/WorklistColumns.h"
#include "app/worklist/WorklistModel.h"
#include "app/worklist/WorklistSearch.h"
#include "tests/support/TestMain.h"
#include "tests/unit/app/FakeSource.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <numeric>

using namespace Qt::StringLiterals;
using namespace consilium;
using test::FakeSource;
using test::studyRow;

namespace
{

class SetClock final : public Clock
{
public:
    TimeMs nowMs() const override { return 1'000'000; }
    std::int64_t steadyNs() const override { return ns; }
    std::int64_t ns = 0;
};

app::WorklistRow row(const QString &uid, const QString &archive, const QString &name = u"TEST^A"_s, int images = 3)
{
    return {dicom::describeStudy(studyRow(uid, name, u"20260102"_s, images)), ArchiveId(archive), archive, {}};
}

app::WorklistRow ofPatient(app::WorklistRow row, const QString &id)
{
    row.study.patient.id = id;
    return row;
}

/// A search with a model behind it, as the page has them.
struct List {
    SetClock clock;
    app::WorklistSearch search{clock};
    app::WorklistModel model;
    std::shared_ptr<FakeSource> a = std::make_shared<FakeSource>(u"A"_s), b = std::make_shared<FakeSource>(u"B"_s);

    List()
    {
        search.setSources({a, b});
        QObject::connect(&search, &app::WorklistSearch::started, &model, &app::WorklistModel::clear);
        QObject::connect(&search, &app::WorklistSearch::textSearchBegan, &model, &app::WorklistModel::forgetText);
        QObject::connect(&search, &app::WorklistSearch::rowsLeft, &model, &app::WorklistModel::keepOnly);
        QObject::connect(&search, &app::WorklistSearch::rowsArrived, &model, &app::WorklistModel::add);
    }
    void start(const QString &text = {})
    {
        app::WorklistFilter filter;
        filter.text = text;
        model.setFilter(text, {});
        search.start(filter, QDate(2026, 1, 2));
    }
    static dicomweb::StudyPage page(std::initializer_list<Attributes> rows, bool more = false)
    {
        return {std::vector<Attributes>(rows), more};
    }
    [[nodiscard]] QStringList shown() const
    {
        QStringList uids;
        for (int i = 0; i < model.rowCount(); ++i)
            uids << model.study(i).shown().study.uid.text();
        uids.sort();
        return uids;
    }
};

} // namespace

class WorklistMerging : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void oneRowAStudyWithItsPlaces()
    {
        app::WorklistModel model;
        model.add({row(u"1"_s, u"A"_s), row(u"2"_s, u"A"_s)});
        model.add({row(u"1"_s, u"B"_s)});
        QCOMPARE(model.rowCount(), 2);
        const int merged = model.indexOf(ArchiveId(u"B"_s), StudyUid(u"1"_s));
        QCOMPARE(model.index(merged, app::WorklistModel::Source).data().toString(), u"A, B"_s);
        QVERIFY(!model.study(merged).otherPatient);
        QCOMPARE(model.index(1 - merged, app::WorklistModel::Source).data().toString(), u"A"_s);
    }

    void anotherPatientUnderTheSameNumberIsNotMixed()
    {
        app::StudyMerge merge;
        merge.add({row(u"1"_s, u"A"_s), ofPatient(row(u"1"_s, u"B"_s), u"OTHER"_s), row(u"1"_s, u"C"_s)});
        QCOMPARE(merge.studies().size(), size_t(2));
        for (const auto &study : merge.studies())
            QVERIFY(study.otherPatient);
        QCOMPARE(merge.studies()[0].sources(), u"A, C"_s);
        QCOMPARE(merge.studies()[1].sources(), u"B"_s);

        // An archive that now says another patient: what it said before is gone.
        const auto outcome = merge.add({ofPatient(row(u"1"_s, u"C"_s), u"OTHER"_s)});
        QVERIFY(outcome.regrouped);
        QCOMPARE(merge.studies().size(), size_t(2));
        QCOMPARE(merge.studies()[0].sources(), u"A"_s);
        QCOMPARE(merge.studies()[1].sources(), u"B, C"_s);
    }

    void theNearestCompletePlaceIsOpened()
    {
        List list;
        list.start();
        list.clock.ns = 10'000'000;
        list.a->answer(List::page({studyRow(u"1"_s, u"TEST^A"_s, u"20260102"_s, 3),
                                   studyRow(u"2"_s, u"TEST^B"_s, u"20260101"_s, 9),
                                   studyRow(u"3"_s, u"TEST^C"_s, u"20251231"_s, 5)}));
        list.clock.ns = 300'000'000;
        list.b->answer(List::page(
            {studyRow(u"1"_s, u"TEST^A"_s, u"20260102"_s, 3), studyRow(u"2"_s, u"TEST^B"_s, u"20260101"_s, 12)}));
        QCOMPARE(list.model.rowCount(), 3);
        QCOMPARE(list.search.nearest(list.model.study(0)).archive.text(), u"A"_s); // answers faster
        QCOMPARE(list.search.nearest(list.model.study(1)).archive.text(), u"B"_s); // has more images
        list.search.refresh();
        list.a->answer(fail(ErrorCode::Timeout));
        list.b->answer(List::page({studyRow(u"1"_s, u"TEST^A"_s)}));
        QCOMPARE(list.search.nearest(list.model.study(0)).archive.text(), u"B"_s); // the other does not answer
    }

    void theListIsFilteredByPinyinThatNoArchiveKnows()
    {
        List list;
        list.start();
        list.a->answer(List::page({studyRow(u"1"_s, u"Zhang^San=张^三"_s), studyRow(u"2"_s, u"=单^雄信"_s)}));
        list.b->answer(List::page({studyRow(u"3"_s, u"王^五"_s)}));
        QCOMPARE(list.shown(), (QStringList{u"1"_s, u"2"_s, u"3"_s}));
        list.start(u"zs"_s);
        QCOMPARE(list.shown(), QStringList{u"1"_s}); // before an archive has answered
        QCOMPARE(list.a->questions.size(), size_t(1));
        QCOMPARE(list.a->questions.front().query.patientName, u"*zs*"_s);
        list.a->answer(List::page({}));
        list.b->answer(List::page({studyRow(u"4"_s, u"AZS^X"_s)})); // what an archive finds is shown whatever it is
        QCOMPARE(list.shown(), (QStringList{u"1"_s, u"4"_s}));
        list.start(u"shan"_s);
        QCOMPARE(list.shown(), QStringList{u"2"_s});
        list.a->answer(List::page({studyRow(u"1"_s, u"Zhang^San=张^三"_s)})); // found for reasons of its own
        list.b->answer(List::page({}));
        QCOMPARE(list.shown(), (QStringList{u"1"_s, u"2"_s}));
        list.start();
        QCOMPARE(list.shown(), (QStringList{u"1"_s, u"2"_s, u"3"_s})); // the list as it was
    }

    void aTextAsTheFirstSearchAsksForTheListToo()
    {
        List list;
        list.start(u"zs"_s);
        QCOMPARE(list.a->questions.size(), size_t(2));
        list.a->answer(List::page({studyRow(u"1"_s, u"张^三"_s), studyRow(u"2"_s, u"王^五"_s)}));
        list.a->answer(List::page({}));
        QCOMPARE(list.shown(), QStringList{u"1"_s});
    }

    void wordsAreLookedForEverywhere_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("found");
        QTest::newRow("characters") << u"张三"_s << true;
        QTest::newRow("full-width letters") << u"ｚｈａｎｇ"_s << true;
        QTest::newRow("parts of words") << u"hang an"_s << true;
        QTest::newRow("name and number") << u"zs A26"_s << true;
        QTest::newRow("id") << u"t1.2"_s << true;
        QTest::newRow("description") << u"胸部 san"_s << true;
        QTest::newRow("caret") << u"ZHANG^SAN"_s << true;
        QTest::newRow("syllables apart") << u"zhang san"_s << true;
        QTest::newRow("wild card, pinyin") << u"zhang*"_s << true;
        QTest::newRow("wild card between initials") << u"z*s"_s << true;
        QTest::newRow("wild card before") << u"*san"_s << true;
        QTest::newRow("wild card in characters") << u"张*三"_s << true;
        QTest::newRow("one character") << u"A2?11"_s << true;
        QTest::newRow("full-width wild card") << u"ｚｈ＊"_s << true;
        QTest::newRow("anything") << u"*"_s << true;
        QTest::newRow("wild card, another") << u"li*"_s << false;
        QTest::newRow("one character is one") << u"A2?1?11"_s << false;
        QTest::newRow("brackets are brackets") << u"[A]*"_s << false;
        QTest::newRow("one word is wrong") << u"zhang xu"_s << false;
        QTest::newRow("another number") << u"A27"_s << false;
    }
    void wordsAreLookedForEverywhere()
    {
        QFETCH(QString, text);
        QFETCH(bool, found);
        dicom::StudyHeader study = row(u"1.2"_s, u"A"_s, u"ZHANG^SAN=张^三"_s).study;
        study.accession = u"A2611230017"_s;
        study.description = u"胸部平扫"_s;
        QCOMPARE(app::QuickFilter(text).matches(app::QuickKey::of(study)), found);
    }

    void aRefreshAddsAndTakesAwayAndKeepsTheSelection()
    {
        List list;
        list.start();
        list.a->answer(List::page({studyRow(u"1"_s, u"TEST^A"_s), studyRow(u"2"_s, u"TEST^B"_s)}));
        list.b->answer(List::page({studyRow(u"1"_s, u"TEST^A"_s)}));
        const int chosen = list.model.indexOf(ArchiveId(u"A"_s), StudyUid(u"1"_s));
        const QPersistentModelIndex kept(list.model.index(chosen, 0));
        list.search.refresh();
        QVERIFY(list.search.isRefreshing());
        QCOMPARE(list.model.rowCount(), 2); // what is there stays meanwhile
        list.a->answer(
            List::page({studyRow(u"0"_s, u"TEST^NEW"_s, u"20260301"_s), studyRow(u"1"_s, u"TEST^A"_s, {}, 7)}));
        list.b->answer(List::page({}));
        QCOMPARE(list.shown(), (QStringList{u"0"_s, u"1"_s}));
        QCOMPARE(list.model.newCount(), 1);
        QCOMPARE(list.model.firstNew(), 0);
        QVERIFY(kept.isValid());
        QCOMPARE(list.model.study(kept.row()).shown().study.uid.text(), u"1"_s);
        QCOMPARE(list.model.study(kept.row()).shown().study.instanceCount, 7); // images that came meanwhile
        QCOMPARE(list.model.study(kept.row()).sources(), u"A"_s);
        list.model.markSeen(0);
        QCOMPARE(list.model.newCount(), 0);
        QCOMPARE(list.search.rows().size(), size_t(2)); // what a later page begins with
    }

    void whatAnArchiveThatIsBackBringsIsNotNew()
    {
        List list;
        list.start();
        list.a->answer(List::page({studyRow(u"1"_s, u"TEST^A"_s)}));
        list.b->answer(fail(ErrorCode::HostUnreachable));
        list.search.refresh();
        list.a->answer(List::page({studyRow(u"1"_s, u"TEST^A"_s)}));
        list.b->answer(List::page({studyRow(u"2"_s, u"TEST^B"_s)}));
        QCOMPARE(list.model.rowCount(), 2);
        QCOMPARE(list.model.newCount(), 0);
        QCOMPARE(list.search.sources()[1].status, app::SourceState::Status::Answered);
    }

    void aRefreshCoversThePagesThatAreThere()
    {
        List list;
        list.start();
        list.a->answer(List::page({studyRow(u"1"_s, u"TEST^A"_s)}, true));
        list.b->answer(List::page({}));
        list.search.loadMore();
        list.a->answer(List::page({studyRow(u"2"_s, u"TEST^B"_s)}, true));
        list.search.refresh();
        QCOMPARE(list.a->questions.front().query.offset, 0);
        QCOMPARE(list.a->questions.front().query.limit, 2 * app::WorklistSearch::PageSize);
        list.a->answer(List::page({studyRow(u"2"_s, u"TEST^B"_s)}, true)); // there is more: nobody knows what is gone
        list.b->answer(List::page({}));
        QCOMPARE(list.shown(), (QStringList{u"1"_s, u"2"_s}));
        QVERIFY(list.search.hasMore());
    }

    void institutionsComeFromWhatWasLoaded()
    {
        app::WorklistModel model;
        auto first = row(u"1"_s, u"A"_s), second = row(u"2"_s, u"A"_s);
        first.study.institution = u"示例县人民医院"_s;
        second.study.institution = u"示例镇卫生院"_s;
        model.add({first, second, row(u"3"_s, u"A"_s)});
        QCOMPARE(model.institutions().size(), qsizetype(2));
        model.setFilter({}, u"示例镇卫生院"_s);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.row(0).study.uid.text(), u"2"_s);
        model.setFilter({}, {});
        QCOMPARE(model.rowCount(), 3);
    }

    void columnsComeBackAsTheyWereChosen()
    {
        app::WorklistColumns columns;
        QVERIFY(columns.toText().isEmpty());
        QVERIFY(columns.isShown(app::WorklistModel::PatientId));
        columns.setShown(app::WorklistModel::Institution, true);
        columns.setShown(app::WorklistModel::SexAge, false);
        columns.setShown(app::WorklistModel::Patient, false); // stays
        columns.setWidth(app::WorklistModel::Accession, 222);
        columns.move(app::WorklistModel::When, 0);
        QCOMPARE(columns.shown().front().column, int(app::WorklistModel::When));
        QVERIFY(columns.isShown(app::WorklistModel::Patient));
        const auto again = app::WorklistColumns::fromText(columns.toText());
        QVERIFY(again == columns);
        QCOMPARE(app::WorklistColumns::fromText(u"patient,nonsense,patient,when:99999"_s).toText(),
                 u"patient,when:%1"_s.arg(app::WorklistColumns::MostWidth));
        QVERIFY(app::WorklistColumns::fromText(u"when"_s) == app::WorklistColumns()); // never without the patient
    }

    void columnsFillTheTableAndGiveWayInANarrowOne()
    {
        const app::WorklistColumns columns;
        for (const int available : {700, 800, 870, 958, 1140, 1512, 3000}) {
            const auto widths = columns.widthsFor(available);
            const int sum = std::accumulate(widths.begin(), widths.end(), 0);
            QVERIFY2(sum == available || available == 700, qPrintable(QString::number(sum)));
            const auto widthOf = [&](int column) {
                const auto &shown = columns.shown();
                const auto at = std::find_if(shown.begin(), shown.end(), [&](auto &s) { return s.column == column; });
                return widths[std::size_t(at - shown.begin())];
            };
            // Patients of one name differ by it: a window of 1280 leaves 870.
            QCOMPARE(widthOf(app::WorklistModel::PatientId) >= 96, available >= 800);
            QCOMPARE(widthOf(app::WorklistModel::Source) > 0, available > 900);
            // A window of 1366 leaves 958: room for numbers of a dozen digits.
            QVERIFY(available < 958 || widthOf(app::WorklistModel::PatientId) >= 112);
            QVERIFY(available < 958 || widthOf(app::WorklistModel::Accession) >= 112);
            QVERIFY(available < 958 || widthOf(app::WorklistModel::Source) >= 104);
            QVERIFY(widthOf(app::WorklistModel::When) >= 150);                    // a number is never cut
            QCOMPARE(widthOf(app::WorklistModel::Preview) > 0, available > 1100); // the picture goes first
            QVERIFY(widthOf(app::WorklistModel::Patient) >= 150);
        }
    }

    void savedSearchesHoldNothingThatWasTyped()
    {
        app::WorklistFilter filter;
        filter.text = u"SECRETNAME"_s;
        filter.further.patientId = u"SECRETID"_s;
        filter.further.bodyPart = u"CHEST"_s;
        filter.period = u"custom"_s;
        filter.from = QDate(2026, 1, 2);
        filter.modalities = QStringList{u"CT"_s};
        filter.archive = ArchiveId(u"a1"_s);
        filter.institution = u"示例医院"_s;
        std::vector<app::SavedSearch> searches;
        app::put(searches, app::SavedSearch::of(u"  胸部 CT  "_s, filter));
        app::put(searches, app::SavedSearch::of(u"胸部 CT"_s, filter)); // the same name: replaced
        const QByteArray json = app::toJson(searches);
        QVERIFY(!json.contains("SECRET"));
        const auto again = app::savedSearchesFrom(json);
        QCOMPARE(again.size(), size_t(1));
        QVERIFY(again[0] == searches[0]);
        const auto used = again[0].filter();
        QVERIFY(used.text.isEmpty());
        QCOMPARE(used.from, filter.from);
        QCOMPARE(used.further.bodyPart, u"CHEST"_s);
        QCOMPARE(used.institution, filter.institution);
        QVERIFY(app::savedSearchesFrom("{not json").empty());
    }

    void whatWasOpenedTodayIsKeptWithoutItsNumber()
    {
        QTemporaryDir folder;
        QDate today(2026, 3, 1);
        const StudyUid uid(u"1.2.840.99.12345"_s);
        {
            app::ProfileSettings settings(folder.path());
            app::OpenedStudies opened(settings, [&] { return today; });
            QVERIFY(!opened.contains(uid));
            opened.add(uid);
            QVERIFY(opened.contains(uid));
            QVERIFY(!opened.contains(StudyUid(u"1.2"_s)));
        }
        app::ProfileSettings settings(folder.path());
        app::OpenedStudies again(settings, [&] { return today; });
        QVERIFY(again.contains(uid)); // after a restart too
        QFile file(settings.fileName());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("12345"));
        today = today.addDays(1);
        QVERIFY(again.beginDay());
        QVERIFY(!again.contains(uid));
    }

    void unreadCountsWhatIsShown()
    {
        app::WorklistModel model;
        QSet<QString> opened{u"1"_s};
        model.setOpenedTest([&](const StudyUid &uid) { return opened.contains(uid.text()); });
        model.add({row(u"1"_s, u"A"_s), row(u"2"_s, u"A"_s), row(u"3"_s, u"A"_s)});
        QCOMPARE(model.unreadCount(), 2);
        opened.insert(u"3"_s);
        model.openedChanged();
        QCOMPARE(model.unreadCount(), 1);
    }
};

CONSILIUM_TEST(WorklistMerging)
#include "WorklistMerging.moc"
