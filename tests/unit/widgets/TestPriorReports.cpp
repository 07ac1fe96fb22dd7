#include "tests/support/TestMain.h"
#include "tests/unit/widgets/FakeImages.h"
#include "viewer/widgets/PriorReports.h"

#include <QSignalSpy>
#include <QTest>

using namespace consilium;
using namespace Qt::StringLiterals;
using test::Bench;

/// The list of a patient's other reports.
class TestPriorReports : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// The list stays that of the study that is read while a prior one is looked at, and says so when it opens another.
    void opensForTheStudyWhoseListItIs()
    {
        Bench bench;
        const DataSetId read = bench.images.addSeries(u"1.2"_s, {}), before = bench.images.addSeries(u"1.3"_s, {});
        pixels::StudyImages::Priors known;
        known.state = pixels::StudyImages::Priors::State::There;
        known.studies.resize(1);
        known.studies[0].header.uid = StudyUid(u"1.3"_s);
        known.studies[0].documents.resize(1);
        known.studies[0].documents[0].uid = SeriesUid(u"1.3.9"_s);
        bench.images.priorStudies[StudyUid(u"1.2"_s)] = known;
        QVERIFY(bench.dispatcher.submit(session::SetLayout{1, 2, {}}));
        bench.show(u"v1"_s, u"1.2"_s, read);
        bench.show(u"v2"_s, u"1.3"_s, before);
        QVERIFY(bench.dispatcher.submit(session::SetActiveView{ViewId(u"v1"_s)}));
        widgets::PriorReports list(bench.dispatcher, bench.images, nullptr);
        QVERIFY(bench.dispatcher.submit(session::SetActiveView{ViewId(u"v2"_s)}));
        QSignalSpy asked(&list, &widgets::PriorReports::openRequested);
        QVERIFY(list.open(0));
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked[0][0].value<StudyUid>(), StudyUid(u"1.2"_s));
        QCOMPARE(asked[0][1].value<StudyUid>(), StudyUid(u"1.3"_s));
        QCOMPARE(asked[0][2].value<SeriesUid>(), SeriesUid(u"1.3.9"_s));
    }
};

CONSILIUM_TEST(TestPriorReports)
#include "TestPriorReports.moc"
