#include "viewer/dicom/OwnStacks.h"
#include "tests/support/TestMain.h"
#include "viewer/dicom/RepairLog.h"

#include <algorithm>

using namespace consilium;
using namespace consilium::dicom;
using namespace Qt::StringLiterals;

namespace
{

// Axial slices 5 mm apart from `fromMm` on, numbered from `first`.
DataSetPtr stack(const QString &series, int slices, double fromMm, const QString &patient = u"P"_s,
                 const QString &frameOfReference = u"1.2.9"_s, const QString &modality = u"CT"_s)
{
    auto dataSet = std::make_shared<DataSet>();
    dataSet->id = DataSetId(series);
    dataSet->header.uid = SeriesUid(series);
    dataSet->header.modality = modality;
    dataSet->isComplete = true;
    for (int i = 0; i < slices; ++i) {
        auto image = std::make_shared<Instance>();
        image->study = StudyUid(u"1.2"_s);
        image->series = SeriesUid(series);
        image->sop = SopInstanceUid(series + u".%1"_s.arg(i + 1));
        image->patient.id = patient;
        image->instanceNumber = i + 1;
        image->geometry.rows = image->geometry.columns = 4;
        image->geometry.spacing = {1.0, 1.0, SpacingBasis::PatientPlane};
        image->geometry.frameOfReference = FrameOfReferenceUid(frameOfReference);
        image->geometry.alongRow = PatientVector{1, 0, 0};
        image->geometry.alongColumn = PatientVector{0, 1, 0};
        image->geometry.position = PatientPoint{0, 0, fromMm - 5.0 * i}; // from head to feet
        dataSet->slices.push_back(std::move(image));
    }
    return dataSet;
}

OwnStackMember::Frame frame(const DataSetPtr &dataSet, int number)
{
    return {dataSet->slices[std::size_t(number - 1)]->sop, 0};
}

/// The reader's second stack of a data set.
DataSetId ownOf(const DataSetPtr &dataSet)
{
    return DataSetId(dataSet->id.text() + ownMark + u"2"_s);
}

std::vector<DataIssue> issuesOf(const DataSet &dataSet, DataIssue::Kind kind)
{
    std::vector<DataIssue> found = dataSet.issues;
    std::erase_if(found, [kind](const DataIssue &i) { return i.kind != kind; });
    return found;
}

/// Nothing but whose doing it is.
bool isOnlyByHand(const DataSet &dataSet)
{
    return dataSet.issues.size() == 1 && dataSet.issues.front().kind == DataIssue::Kind::ArrangedByHand;
}

QStringList imagesOf(const std::vector<DataSetPtr> &all)
{
    QStringList names;
    for (const DataSetPtr &dataSet : all)
        for (const InstancePtr &image : dataSet->slices)
            names << image->sop.text();
    names.sort();
    return names;
}

} // namespace

class OwnStacksTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aPartOfItsOwn()
    {
        const auto a = stack(u"1.1"_s, 10, 100);
        const auto parts =
            arrangedByHand({a}, {{a->id, {{a->id, {}, frame(a, 4)}}}, {ownOf(a), {{a->id, frame(a, 5), {}}}}});
        QCOMPARE(parts.size(), size_t(2));
        QCOMPARE(parts[0]->id, a->id);
        QCOMPARE(parts[0]->slices.size(), size_t(4));
        QCOMPARE(parts[1]->slices.size(), size_t(6));
        QCOMPARE(parts[1]->slices.front()->sop, frame(a, 5).sop);
        QVERIFY(!parts[0]->part.isEmpty() && parts[0]->part != parts[1]->part); // it says whose doing it is
        QVERIFY(parts[0]->isComplete && isOnlyByHand(*parts[0]) && isOnlyByHand(*parts[1]));
        const auto log = repairsOf(*parts[1]);
        QVERIFY(log.size() == 1 && log.front().issue.detail.contains(a->id.text()));
    }

    // Whatever a plan leaves out is still there, under a label of its own.
    void nothingIsLost()
    {
        const auto a = stack(u"1.1"_s, 10, 100), b = stack(u"1.2"_s, 3, 0);
        const auto parts = arrangedByHand({a, b}, {{a->id, {{a->id, frame(a, 3), frame(a, 5)}}}});
        QCOMPARE(parts.size(), size_t(3));
        QCOMPARE(imagesOf(parts), imagesOf({a, b}));
        QCOMPARE(parts[1]->slices.size(), size_t(7));
        QVERIFY(parts[1]->id != a->id);
        // The gap that the reader has made is one in the rest.
        QVERIFY(std::any_of(parts[1]->issues.begin(), parts[1]->issues.end(), [](const DataIssue &i) {
            return i.kind == DataIssue::Kind::MissingSlices && i.count == 3;
        }));
    }

    void putTogetherInSpace()
    {
        const auto a = stack(u"1.1"_s, 4, 100), b = stack(u"1.2"_s, 4, 120); // b lies above a
        const auto one = arrangedByHand({a, b}, {{a->id, {{a->id, {}, {}}, {b->id, {}, {}}}}});
        QCOMPARE(one.size(), size_t(1));
        QCOMPARE(one[0]->id, a->id);
        QCOMPARE(imagesOf(one), imagesOf({a, b}));
        for (std::size_t i = 1; i < 8; ++i)
            QCOMPARE(one[0]->slices[i - 1]->geometry.position->z - one[0]->slices[i]->geometry.position->z, 5.0);
        QCOMPARE(one[0]->slices.front()->series, SeriesUid(u"1.2"_s));
        QVERIFY(isOnlyByHand(*one[0]));
        QVERIFY(!one[0]->part.isEmpty());
    }

    // Parts of series are put together by what they hold, whatever else their series hold.
    void aPartPutTogether()
    {
        const auto a = stack(u"1.1"_s, 4, 100), b = stack(u"1.2"_s, 4, 120);
        const auto all = arrangedByHand({a, b}, {{a->id, {{a->id, {}, frame(a, 2)}, {b->id, frame(b, 3), {}}}}});
        QCOMPARE(all.size(), size_t(3));
        QCOMPARE(imagesOf(all), imagesOf({a, b}));
        QCOMPARE(imagesOf({all[0]}), (QStringList{u"1.1.1"_s, u"1.1.2"_s, u"1.2.3"_s, u"1.2.4"_s}));
        QCOMPARE(all[0]->slices.front()->sop.text(), u"1.2.3"_s); // 110 mm: above the others
        QVERIFY(all[1]->id != a->id && all[2]->id == b->id);
    }

    // Two phases lie in one another: said, as for stored series.
    void duplicatesAreJudgedAnew()
    {
        const auto a = stack(u"1.1"_s, 4, 100), b = stack(u"1.2"_s, 4, 100);
        const auto one = arrangedByHand({a, b}, {{a->id, {{a->id, {}, {}}, {b->id, {}, {}}}}});
        QCOMPARE(one.size(), size_t(1));
        QVERIFY(!issuesOf(*one[0], DataIssue::Kind::DuplicateSlices).empty());
    }

    void whatMustNotBeOneStaysApart_data()
    {
        QTest::addColumn<DataSetPtr>("other");
        QTest::newRow("patient") << stack(u"1.2"_s, 4, 120, u"Q"_s);
        QTest::newRow("frame of reference") << stack(u"1.2"_s, 4, 120, u"P"_s, u"1.2.8"_s);
        QTest::newRow("no frame of reference") << stack(u"1.2"_s, 4, 120, u"P"_s, {});
        QTest::newRow("modality") << stack(u"1.2"_s, 4, 120, u"P"_s, u"1.2.9"_s, u"PT"_s);
        QTest::newRow("no images") << stack(u"1.2"_s, 0, 120);
        const auto changed = [](auto change) {
            auto dataSet = std::make_shared<DataSet>(*stack(u"1.2"_s, 4, 120));
            auto image = std::make_shared<Instance>(*dataSet->slices[2]);
            change(*image);
            dataSet->slices[2] = image;
            return DataSetPtr(dataSet);
        };
        QTest::newRow("study") << changed([](Instance &i) { i.study = StudyUid(u"9"_s); });
        QTest::newRow("name") << changed([](Instance &i) { i.patient.name.alphabetic = u"OTHER"_s; });
        QTest::newRow("orientation") << changed([](Instance &i) { i.geometry.alongColumn = PatientVector{0, 0, 1}; });
        QTest::newRow("unit") << changed([](Instance &i) { i.grey.unit = ValueUnit::Hounsfield; });
        QTest::newRow("colour") << changed([](Instance &i) { i.pixels.samplesPerPixel = 3; });
        QTest::newRow("segmentation") << changed([](Instance &i) { i.segment = 1; });
        QTest::newRow("issuer") << changed([](Instance &i) { i.patient.issuer = u"ELSEWHERE"_s; });
        QTest::newRow("birth date") << changed([](Instance &i) { i.patient.birthDate = u"19010101"_s; });
        QTest::newRow("place") << changed([](Instance &i) { i.geometry.position.reset(); });
    }
    void whatMustNotBeOneStaysApart()
    {
        QFETCH(DataSetPtr, other);
        const auto a = stack(u"1.1"_s, 4, 100);
        QVERIFY(!whyNotOneStack({a, other}).isEmpty());
        const auto parts = arrangedByHand({a, other}, {{a->id, {{a->id, {}, {}}, {other->id, {}, {}}}}});
        QCOMPARE(parts.size(), size_t(2));
        for (int i = 0; i < 2; ++i) { // as they were, and it says why
            const DataSetPtr &before = i == 0 ? a : other;
            QVERIFY(parts[size_t(i)]->id == before->id && parts[size_t(i)]->slices == before->slices);
            const auto told = issuesOf(*parts[size_t(i)], DataIssue::Kind::NotArranged);
            QCOMPARE(told.size(), other->slices.empty() ? size_t(i == 0 ? 1 : 0) : size_t(1));
            QVERIFY(told.empty() || !told.front().detail.isEmpty());
        }
    }

    void plansThatDoNotFitChangeNothing()
    {
        const auto a = stack(u"1.1"_s, 4, 100), b = stack(u"1.2"_s, 4, 120);
        const OwnStackMember::Frame nowhere{SopInstanceUid(u"9.9"_s), 0};
        const std::vector<std::vector<OwnStackPlan>> all = {
            {{a->id, {{DataSetId(u"9"_s), {}, {}}}}},       // no such data set
            {{a->id, {{a->id, nowhere, {}}}}},              // no such image
            {{a->id, {{a->id, frame(a, 3), frame(a, 2)}}}}, // backwards
            {{b->id, {{a->id, {}, {}}}}},                   // under another's name
            {{a->id, {{a->id, {}, {}}, {a->id, {}, {}}}}}}; // twice the same
        for (const auto &plans : all) {
            const auto parts = arrangedByHand({a, b}, plans);
            QCOMPARE(parts.size(), size_t(2));
            QVERIFY(parts[0]->slices == a->slices && parts[0]->id == a->id);
            QVERIFY(parts[1] == b || plans.front().id == b->id);
        }
        QVERIFY(arrangedByHand({a, b}, all.front()).front() == a); // of what is not there nobody knows whether it comes
        // What is still on its way is no reason to complain.
        const auto coming = std::make_shared<DataSet>(*a);
        coming->isComplete = false;
        QCOMPARE(arrangedByHand({coming, b}, all[1]), (std::vector<DataSetPtr>{coming, b}));
        // Under a name that another data set could have.
        QVERIFY(!issuesOf(*arrangedByHand({a}, {{DataSetId(u"1.9"_s), {{a->id, frame(a, 2), {}}}}}).front(),
                          DataIssue::Kind::NotArranged)
                     .empty());
        // Of two that want the same images the first has them.
        const auto parts =
            arrangedByHand({a}, {{a->id, {{a->id, {}, frame(a, 3)}}}, {ownOf(a), {{a->id, frame(a, 3), {}}}}});
        QCOMPARE(parts.size(), size_t(2));
        QCOMPARE(imagesOf(parts), imagesOf({a}));
        QCOMPARE(parts[0]->slices.size(), size_t(3));
    }
};

CONSILIUM_TEST(OwnStacksTest)
#include "OwnStacksTest.moc"
