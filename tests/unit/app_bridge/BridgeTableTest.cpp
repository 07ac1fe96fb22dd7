#include "app/bridge/StudyTable.h"
#include "tests/support/TestMain.h"

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
};

CONSILIUM_TEST(BridgeTableTest)
#include "BridgeTableTest.moc"
