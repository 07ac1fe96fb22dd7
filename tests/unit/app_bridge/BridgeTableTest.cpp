#include "app/bridge/StudyTable.h"
#include "tests/support/TestMain.h"

#include <algorithm>

using namespace consilium;
using namespace Qt::StringLiterals;
using app::DescribedSeries;
using app::StudyTable;

namespace
{

dicom::StudyHeader study(const QString &uid, const QString &patient)
{
    dicom::StudyHeader header;
    header.uid = StudyUid(uid);
    header.patient.id = patient;
    return header;
}

dicom::InstancePtr image(const QString &study, const QString &series, const QString &sop, const QString &patient,
                         int number)
{
    auto instance = std::make_shared<dicom::Instance>();
    instance->study = StudyUid(study);
    instance->series = SeriesUid(series);
    instance->sop = SopInstanceUid(sop);
    instance->patient.id = patient;
    instance->instanceNumber = number;
    instance->pixels.rows = instance->pixels.columns = 2;
    return instance;
}

DescribedSeries described(const QString &uid, std::vector<dicom::InstancePtr> images, int announced,
                          bool isFinal = true)
{
    DescribedSeries series;
    series.header.uid = SeriesUid(uid);
    series.header.instanceCount = announced;
    auto dataSet = std::make_shared<dicom::DataSet>();
    dataSet->id = DataSetId(uid);
    dataSet->header = series.header;
    dataSet->isComplete = isFinal && announced == int(images.size());
    dataSet->slices = std::move(images);
    series.dataSets = {dataSet};
    series.isFinal = isFinal;
    return series;
}

/// Five axial images, 2 mm apart, as one stack.
DescribedSeries axial(const QString &uid, double topMm)
{
    std::vector<dicom::InstancePtr> images;
    for (int i = 0; i < 5; ++i) {
        auto placed = std::make_shared<dicom::Instance>(*image(u"1"_s, uid, uid + u".%1"_s.arg(i + 1), u"A"_s, i + 1));
        placed->geometry.rows = placed->geometry.columns = 2;
        placed->geometry.spacing = {1.0, 1.0, dicom::SpacingBasis::PatientPlane};
        placed->geometry.frameOfReference = FrameOfReferenceUid(u"1.9"_s);
        placed->geometry.alongRow = PatientVector{1, 0, 0};
        placed->geometry.alongColumn = PatientVector{0, 1, 0};
        placed->geometry.position = PatientPoint{0, 0, topMm - 2.0 * i};
        images.push_back(std::move(placed));
    }
    return described(uid, std::move(images), 5);
}

pixels::FrameKey key(const QString &sop)
{
    return {SopInstanceUid(sop), 0};
}

QStringList idsOf(const StudyTable &table)
{
    QStringList ids;
    for (const auto &dataSet : table.dataSets(StudyUid(u"1"_s)))
        ids << dataSet->id.text() + u":%1"_s.arg(dataSet->slices.size());
    return ids;
}

/// Series 1.1 in two parts, the second from its third image on.
std::vector<dicom::OwnStackPlan> halves()
{
    const DataSetId id(u"1.1"_s);
    return {{id, {{id, {}, {SopInstanceUid(u"1.1.2"_s), 0}}}},
            {DataSetId(u"1.1#own_2"_s), {{id, {SopInstanceUid(u"1.1.3"_s), 0}, {}}}}};
}

} // namespace

class BridgeTableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void completeNeedsEverything()
    {
        StudyTable table;
        table.addStudy(study(u"1"_s, u"A"_s), nullptr);
        const DataSetId id(u"1.1"_s);
        const pixels::FrameKey one{SopInstanceUid(u"1.1.1"_s), 0}, two{SopInstanceUid(u"1.1.2"_s), 0};
        const std::vector images = {image(u"1"_s, u"1.1"_s, u"1.1.1"_s, u"A"_s, 1),
                                    image(u"1"_s, u"1.1"_s, u"1.1.2"_s, u"A"_s, 2)};
        table.setSeries(StudyUid(u"1"_s), described(u"1.1"_s, images, 2, false));
        table.markDecoded(one);
        table.markDecoded(two);
        QVERIFY(!table.progress(id).ended);
        QVERIFY2(!table.progress(id).complete, "a partial description is not complete though all of it is decoded");
        table.setSeries(StudyUid(u"1"_s), described(u"1.1"_s, images, 2));
        QVERIFY2(table.progress(id).complete, "what was decoded before counts");
        QCOMPARE(table.progress(id).decoded, 2);
        table.markFailed(two, {ErrorCode::NotFound, {}, 404, -1});
        QVERIFY(!table.progress(id).complete);
        QCOMPARE(table.progress(id).failed, 1);
        QVERIFY2(table.progress(id).ended, "nothing more will come by itself");
        table.clearFailures(id);
        QCOMPARE(table.progress(id).failed, 0);
        table.markDecoded(two);
        QCOMPARE(table.progress(id).decoded, 2);
        QVERIFY(table.progress(id).complete);
        table.markDecoded(two, true);
        table.markDecoded(two, true); // it had left the cache
        QCOMPARE(table.progress(id).damaged, 1);
        table.setSeries(StudyUid(u"1"_s), described(u"1.1"_s, images, 2));
        QCOMPARE(table.progress(id).damaged, 1);
        table.markDecoded(two);
        QCOMPARE(table.progress(id).damaged, 0);
    }
    /// Of a series in parts the whole is counted, and the part named that the missing images belong to where that is
    /// known.
    void whatASplitSeriesLacks()
    {
        const auto gapOf = [](int holes, bool isFirstWhole, int frame = 0, bool hasForeignPart = false) {
            DescribedSeries series = described(u"1.1"_s, {}, 8);
            series.dataSets.clear();
            for (int part = 1; part <= 2; ++part) {
                auto dataSet = std::make_shared<dicom::DataSet>();
                dataSet->id = DataSetId(part == 1 ? u"1.1"_s : u"1.1#2"_s);
                dataSet->header = series.header;
                dataSet->part = u"acquisition %1"_s.arg(part);
                dataSet->isComplete = isFirstWhole && part == 1;
                for (int i = 0; i < 3; ++i) {
                    const QString sop = u"1.1.%1"_s.arg(10 * part + i);
                    auto one = std::make_shared<dicom::Instance>(*image(u"1"_s, u"1.1"_s, sop, u"A"_s, i + 1));
                    one->frame = frame;
                    dataSet->slices.push_back(std::move(one));
                }
                if (part == 2 && holes > 0)
                    dataSet->issues.push_back({dicom::DataIssue::Kind::MissingSlices, {}, 0, 1, holes, 6.0});
                series.dataSets.push_back(std::move(dataSet));
            }
            if (hasForeignPart) {
                auto third = std::make_shared<dicom::DataSet>(*series.dataSets.front());
                third->id = DataSetId(u"1.1#3"_s);
                third->slices = {image(u"1"_s, u"1.1"_s, u"1.1.30"_s, u"B"_s, 1)};
                series.dataSets.push_back(std::move(third));
            }
            StudyTable table;
            table.addStudy(study(u"1"_s, u"A"_s), nullptr);
            table.setSeries(StudyUid(u"1"_s), series);
            return table.progress(DataSetId(u"1.1#2"_s)).series;
        };
        using Gap = pixels::SeriesGap;
        QCOMPARE(gapOf(0, false), (Gap{6, 8, 2, {}}));
        QCOMPARE(gapOf(1, false), (Gap{6, 8, 2, {{2, u"acquisition 2"_s, 1}}, true})); // it looks so
        QCOMPARE(gapOf(3, false), (Gap{6, 8, 2, {}})); // not all of these holes are what is missed
        QCOMPARE(gapOf(0, true), (Gap{6, 8, 2, {{2, u"acquisition 2"_s, 2}}}));
        QCOMPARE(gapOf(0, true, 0, true), (Gap{6, 8, 2, {}})); // the part that was refused whole lacks some as well
        QVERIFY(!gapOf(1, false, 1).isKnown());                // frames: eight objects may have any number of them
        // In one piece it has its own count.
        StudyTable table;
        table.addStudy(study(u"1"_s, u"A"_s), nullptr);
        table.setSeries(StudyUid(u"1"_s), described(u"1.1"_s, {image(u"1"_s, u"1.1"_s, u"1.1.1"_s, u"A"_s, 1)}, 8));
        QVERIFY(!table.progress(DataSetId(u"1.1"_s)).series.isKnown());
        QCOMPARE(table.progress(DataSetId(u"1.1"_s)).expected, 8);
    }
    /// Nothing came of it, or only its ends: what was announced beside them has failed, until it is tried again.
    void whatCannotBeDescribedHasFailed()
    {
        const StudyUid uid(u"1"_s);
        const SeriesUid series(u"1.1"_s);
        const DataSetId id(u"1.1"_s);
        const Error error{ErrorCode::ServerError, {}, 500, -1};
        StudyTable table;
        table.addStudy(study(u"1"_s, u"A"_s), nullptr);
        table.listSeries(uid, {described(u"1.1"_s, {}, 80).header});
        QCOMPARE(table.progress(id).failed, 0);
        table.failSeries(uid, series, error);
        QVERIFY(table.progress(id).ended);
        QCOMPARE(table.progress(id).failed, 80);
        table.clearSeriesFailure(uid, series);
        QVERIFY(!table.progress(id).ended);
        QCOMPARE(table.progress(id).failed, 0);
        table.setSeries(uid, described(u"1.1"_s, {image(u"1"_s, u"1.1"_s, u"1.1.1"_s, u"A"_s, 1)}, 80, false));
        table.failSeries(uid, series, error);
        QVERIFY(!table.progress(id).ended); // the one is on its way
        table.markDecoded(key(u"1.1.1"_s));
        QVERIFY(table.progress(id).ended);
        QCOMPARE(table.progress(id).failed, 79);
    }
    void anArchiveThatDescribesFewerIsNotComplete()
    {
        StudyTable table;
        table.addStudy(study(u"1"_s, u"A"_s), nullptr);
        table.setSeries(StudyUid(u"1"_s), described(u"1.1"_s, {image(u"1"_s, u"1.1"_s, u"1.1.1"_s, u"A"_s, 1)}, 3));
        table.markDecoded({SopInstanceUid(u"1.1.1"_s), 0});
        const auto progress = table.progress(DataSetId(u"1.1"_s));
        QVERIFY(!progress.complete && progress.ended);
        QCOMPARE(progress.expected, 3);
        QCOMPARE(progress.described, 1);
    }
    // Row 13: one SOP Instance UID in two studies of two patients.
    /// The same images with tables that did not come before: what is described now holds, and the colours are decoded
    /// anew where their profile came.
    void whatIsDescribedAnewTakesThePlace()
    {
        StudyTable table;
        table.addStudy(study(u"1"_s, u"A"_s), nullptr);
        table.setSeries(StudyUid(u"1"_s), described(u"1.1"_s,
                                                    {image(u"1"_s, u"1.1"_s, u"1.1.1"_s, u"A"_s, 1),
                                                     image(u"1"_s, u"1.1"_s, u"1.1.2"_s, u"A"_s, 2)},
                                                    2));
        const pixels::FrameKey grey{SopInstanceUid(u"1.1.1"_s), 0}, coloured{SopInstanceUid(u"1.1.2"_s), 0};
        table.markDecoded(grey);
        table.markDecoded(coloured);
        QCOMPARE(table.progress(DataSetId(u"1.1"_s)).decoded, 2);
        const auto first = image(u"1"_s, u"1.1"_s, u"1.1.1"_s, u"A"_s, 1);
        auto second = std::make_shared<dicom::Instance>(*image(u"1"_s, u"1.1"_s, u"1.1.2"_s, u"A"_s, 2));
        second->pixels.iccProfile = std::make_shared<const QByteArray>("profile");
        const auto change = table.setSeries(StudyUid(u"1"_s), described(u"1.1"_s, {first, second}, 2));
        QCOMPARE(table.image(grey)->instance, first);
        QCOMPARE(table.image(coloured)->instance, dicom::InstancePtr(second));
        QCOMPARE(change.gone, std::vector<pixels::FrameKey>{coloured}); // from the cache
        QCOMPARE(table.progress(DataSetId(u"1.1"_s)).decoded, 1);
        QVERIFY(!table.progress(DataSetId(u"1.1"_s)).complete);
    }
    /// Its pixels are read anew, and what became of the other file's says nothing of them.
    void anotherFileOfAnImage()
    {
        StudyTable table;
        table.addStudy(study(u"1"_s, u"A"_s), nullptr);
        const auto from = [](const QString &file, const QString &sop, int number) {
            auto one = std::make_shared<dicom::Instance>(*image(u"1"_s, u"1.1"_s, sop, u"A"_s, number));
            one->localFile = file;
            return dicom::InstancePtr(one);
        };
        const auto stays = from(u"/c"_s, u"1.1.3"_s, 3);
        table.setSeries(StudyUid(u"1"_s),
                        described(u"1.1"_s, {from(u"/a1"_s, u"1.1.1"_s, 1), from(u"/a2"_s, u"1.1.2"_s, 2), stays}, 3));
        const pixels::FrameKey damaged{SopInstanceUid(u"1.1.1"_s), 0}, failed{SopInstanceUid(u"1.1.2"_s), 0},
            whole{SopInstanceUid(u"1.1.3"_s), 0};
        table.markDecoded(damaged, true);
        table.markFailed(failed, {ErrorCode::PixelsDamaged, {}});
        table.markDecoded(whole);
        const auto change = table.setSeries(
            StudyUid(u"1"_s),
            described(u"1.1"_s, {from(u"/b1"_s, u"1.1.1"_s, 1), from(u"/b2"_s, u"1.1.2"_s, 2), stays}, 3));
        QCOMPARE(change.gone, (std::vector<pixels::FrameKey>{damaged, failed}));
        QVERIFY(!table.failure(failed));
        const auto progress = table.progress(DataSetId(u"1.1"_s));
        QCOMPARE(progress.damaged, 0);
        QCOMPARE(progress.failed, 0);
        QCOMPARE(progress.decoded, 1);
        QCOMPARE(table.image(damaged)->instance->localFile, u"/b1"_s);
    }
    void aUidCollisionIsRefused()
    {
        StudyTable table;
        table.addStudy(study(u"1"_s, u"A"_s), nullptr);
        table.addStudy(study(u"2"_s, u"B"_s), nullptr);
        table.setSeries(StudyUid(u"1"_s), described(u"1.1"_s, {image(u"1"_s, u"1.1"_s, u"9"_s, u"A"_s, 1)}, 1));
        const auto change =
            table.setSeries(StudyUid(u"2"_s), described(u"2.1"_s, {image(u"2"_s, u"2.1"_s, u"9"_s, u"B"_s, 1)}, 1));
        QVERIFY(table.dataSet(DataSetId(u"2.1"_s))->slices.empty());
        QVERIFY(table.failure(DataSetId(u"2.1"_s)) != nullptr);
        QCOMPARE(table.image({SopInstanceUid(u"9"_s), 0})->instance->patient.id, u"A"_s);
        QVERIFY(change.gone.empty());
        table.remove(StudyUid(u"1"_s));
        QVERIFY(table.image({SopInstanceUid(u"9"_s), 0}) == nullptr);
    }
    void anImageOfAnotherPatientIsRefused()
    {
        StudyTable table;
        table.addStudy(study(u"1"_s, u"A"_s), nullptr);
        table.setSeries(StudyUid(u"1"_s), described(u"1.1"_s,
                                                    {image(u"1"_s, u"1.1"_s, u"1.1.1"_s, u"A"_s, 1),
                                                     image(u"1"_s, u"1.1"_s, u"1.1.2"_s, u"B"_s, 2)},
                                                    2));
        QCOMPARE(table.dataSet(DataSetId(u"1.1"_s))->slices.size(), size_t(1));
        QVERIFY(table.image({SopInstanceUid(u"1.1.2"_s), 0}) == nullptr);
        table.markDecoded({SopInstanceUid(u"1.1.1"_s), 0});
        QVERIFY(!table.progress(DataSetId(u"1.1"_s)).complete);
    }
    // Shown already when the first image comes that names somebody.
    void imagesOfNobodyGoWhenAPatientIsKnown_data()
    {
        QTest::addColumn<bool>("saysStudy");
        QTest::newRow("by an image") << false;
        QTest::newRow("by the study as its objects say") << true;
    }
    void imagesOfNobodyGoWhenAPatientIsKnown()
    {
        QFETCH(bool, saysStudy);
        StudyTable table;
        const StudyUid uid(u"1"_s);
        const DataSetId before(u"1.1"_s), both(u"1.2"_s), after(u"1.3"_s);
        dicom::StudyHeader unnamed = study(u"1"_s, {});
        unnamed.description = u"nobody's"_s;
        table.addStudy(unnamed, nullptr);
        table.setSeries(uid, described(u"1.1"_s, {image(u"1"_s, u"1.1"_s, u"1.1.1"_s, {}, 1)}, 1));
        const pixels::FrameKey nobodys{SopInstanceUid(u"1.1.1"_s), 0};
        table.markDecoded(nobodys);
        QVERIFY(table.progress(before).complete);
        DescribedSeries mixed =
            described(u"1.2"_s,
                      {image(u"1"_s, u"1.2"_s, u"1.2.1"_s, {}, 1), image(u"1"_s, u"1.2"_s, u"1.2.2"_s, u"A"_s, 2),
                       image(u"1"_s, u"1.2"_s, u"1.2.3"_s, u"B"_s, 3)},
                      3);
        if (saysStudy) {
            mixed.study = study(u"1"_s, u"A"_s);
            mixed.study->description = u"A's"_s;
        }
        const auto change = table.setSeries(uid, mixed);
        QCOMPARE(table.study(uid).description, saysStudy ? u"A's"_s : QString());
        QCOMPARE(table.study(uid).patient.id, u"A"_s);
        QVERIFY(change.listChanged);
        QCOMPARE(change.gone, std::vector{nobodys});
        QVERIFY(std::count(change.dataSets.begin(), change.dataSets.end(), before) > 0);
        QVERIFY(table.image(nobodys) == nullptr);
        QVERIFY(table.dataSet(before)->slices.empty());
        QVERIFY(!table.progress(before).complete);
        QCOMPARE(table.failure(before)->code, ErrorCode::Conflict);
        QCOMPARE(table.dataSet(both)->slices.size(), size_t(1));
        QCOMPARE(table.dataSet(both)->slices.front()->patient.id, u"A"_s);
        QVERIFY(!table.dataSet(both)->isComplete);
        // And what comes later is the patient's, or is refused.
        table.setSeries(uid, described(u"1.3"_s, {image(u"1"_s, u"1.3"_s, u"1.3.1"_s, {}, 1)}, 1));
        QVERIFY(table.dataSet(after)->slices.empty());
        QCOMPARE(table.failure(after)->code, ErrorCode::Conflict);
        table.remove(uid);
        QVERIFY(table.image({SopInstanceUid(u"1.2.2"_s), 0}) == nullptr);
    }
    void aSplitSeriesIsFoundByItsOwnName()
    {
        StudyTable table;
        table.addStudy(study(u"1"_s, u"A"_s), nullptr);
        table.listSeries(StudyUid(u"1"_s), {described(u"1.1"_s, {}, 2).header});
        QVERIFY(table.dataSet(DataSetId(u"1.1"_s)) != nullptr);
        DescribedSeries series = described(u"1.1"_s, {image(u"1"_s, u"1.1"_s, u"1.1.1"_s, u"A"_s, 1)}, 2);
        auto first = std::make_shared<dicom::DataSet>(*series.dataSets[0]), second = std::make_shared<dicom::DataSet>();
        first->id = DataSetId(u"1.1#1"_s);
        second->id = DataSetId(u"1.1#2"_s);
        second->slices = {image(u"1"_s, u"1.1"_s, u"1.1.2"_s, u"A"_s, 2)};
        series.dataSets = {first, second};
        const auto change = table.setSeries(StudyUid(u"1"_s), series);
        QVERIFY(change.listChanged);
        QCOMPARE(table.dataSet(DataSetId(u"1.1"_s))->id, DataSetId(u"1.1#1"_s));
        QCOMPARE(table.dataSets(StudyUid(u"1"_s)).size(), size_t(2));
    }

    void partsMadeByHandCountTheirOwnImages()
    {
        const StudyUid uid(u"1"_s);
        const DataSetId first(u"1.1"_s), second(u"1.1#own_2"_s);
        StudyTable table;
        table.addStudy(study(u"1"_s, u"A"_s), nullptr);
        table.setSeries(uid, axial(u"1.1"_s, 100));
        table.markDecoded(key(u"1.1.1"_s));
        table.markDecoded(key(u"1.1.5"_s));
        QVERIFY(table.arrange(uid, halves()).listChanged);
        QCOMPARE(idsOf(table), (QStringList{u"1.1:2"_s, u"1.1#own_2:3"_s}));
        QCOMPARE(table.progress(first).decoded, 1);
        QCOMPARE(table.progress(second).decoded, 1);
        QCOMPARE(table.markDecoded(key(u"1.1.2"_s)), first);
        QVERIFY(table.progress(first).complete && !table.progress(second).complete);
        QCOMPARE(table.progress(second).expected, 3);
        table.markDecoded(key(u"1.1.3"_s));
        QCOMPARE(table.markFailed(key(u"1.1.4"_s), {ErrorCode::NotFound, {}, 404, -1}), second);
        QVERIFY(table.progress(second).ended && !table.progress(second).complete);
        QCOMPARE(table.seriesOf(second)->second, SeriesUid(u"1.1"_s));

        // Taken back: all of it under one name again, and nothing of what was known is forgotten.
        QVERIFY(table.arrange(uid, {}).listChanged);
        QCOMPARE(idsOf(table), QStringList{u"1.1:5"_s});
        QCOMPARE(table.progress(first).decoded, 4);
        QCOMPARE(table.progress(first).failed, 1);
        QVERIFY(table.dataSet(second) == nullptr);
        QVERIFY(!table.arrange(uid, {}).listChanged);
    }
    void whatComesLaterIsArrangedToo()
    {
        const StudyUid uid(u"1"_s);
        const DataSetId first(u"1.1"_s), other(u"1.2"_s);
        StudyTable table;
        table.addStudy(study(u"1"_s, u"A"_s), nullptr);
        table.arrange(uid, {{first, {{first, {}, {}}, {other, {}, {}}}}});
        table.setSeries(uid, axial(u"1.1"_s, 100));
        QCOMPARE(idsOf(table), QStringList{u"1.1:5"_s}); // half of it is no stack yet
        QVERIFY(table.dataSet(first)->part.isEmpty());
        table.listSeries(uid, {described(u"1.3"_s, {}, 2).header});
        QCOMPARE(idsOf(table), (QStringList{u"1.1:5"_s, u"1.3:0"_s})); // a series that is listed is there
        table.setSeries(uid, axial(u"1.2"_s, 110));
        QCOMPARE(idsOf(table), (QStringList{u"1.1:10"_s, u"1.3:0"_s}));
        QCOMPARE(table.dataSet(other)->id, first); // found where it went
        QCOMPARE(table.markDecoded(key(u"1.2.1"_s)), first);
        QCOMPARE(table.seriesIn(first), (QSet<SeriesUid>{SeriesUid(u"1.1"_s), SeriesUid(u"1.2"_s)}));

        // What is found out later is told of the stack that is shown, once.
        dicom::DataIssue issue;
        issue.kind = dicom::DataIssue::Kind::FrameCount;
        const auto isTold = [&] {
            const auto &issues = table.dataSet(first)->issues;
            return std::find(issues.begin(), issues.end(), issue) != issues.end();
        };
        QVERIFY(!isTold() && table.addIssue(first, issue) && isTold() && !table.addIssue(first, issue));

        table.remove(uid);
        QVERIFY(table.dataSet(first) == nullptr && table.dataSet(other) == nullptr);
        QVERIFY(table.image(key(u"1.2.1"_s)) == nullptr);
    }
};

CONSILIUM_TEST(BridgeTableTest)
#include "BridgeTableTest.moc"
