#include "tests/support/TestMain.h"
#include "tests/unit/widgets/FakeImages.h"
#include "viewer/widgets/MarkPanel.h"

#include <QTest>

using namespace consilium;
using namespace consilium::widgets;
using namespace Qt::StringLiterals;
using test::Bench;
using test::FakeImages;

namespace
{

/// A length on the first image of a series.
session::Annotation lengthOn(const Bench &bench, const DataSetId &series, const QString &name)
{
    session::Annotation mark;
    mark.id = AnnotationId(name);
    mark.kind = session::AnnotationKind::Length;
    mark.author = bench.dispatcher.localActor();
    mark.dataSet = series;
    mark.sop = bench.images.key(series, 0).sop;
    mark.imageHandles = {{10, 10}, {20, 10}};
    return mark;
}

} // namespace

/// The list of marks where several studies are compared.
class TestMarkList : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachRowSaysOfWhichStudyItIs();
    void whoseItIsGoesByWhatIsKnownOfThePair();
};

/// Whichever view is the active one. Of one study alone it would only be said of every row.
void TestMarkList::eachRowSaysOfWhichStudyItIs()
{
    Bench bench;
    FakeImages::SeriesSpec earlier, theirs;
    earlier.date = u"20250301"_s;
    earlier.modality = u"MR"_s;
    theirs.date = u"20240101"_s;
    theirs.patientName = u"TEST^BETA"_s;
    theirs.patientId = u"TEST-0002"_s;
    const DataSetId own = bench.images.addSeries(u"1.2"_s, {}), prior = bench.images.addSeries(u"9.9"_s, earlier),
                    other = bench.images.addSeries(u"7.7"_s, theirs);
    bench.show(u"v1"_s, u"1.2"_s, own);
    QVERIFY(bench.dispatcher.submit(session::AddAnnotation{lengthOn(bench, own, u"now"_s)}));
    QVERIFY(bench.dispatcher.submit(session::AddAnnotation{lengthOn(bench, prior, u"then"_s)}));
    MarkPanel panel(bench.dispatcher, bench.images);
    panel.resize(312, 300);
    panel.show();
    const auto ids = [&panel] {
        QStringList all;
        for (int i = 0; i < panel.model().rowCount(); ++i)
            all << panel.model().index(i).data(MarkModel::IdRole).toString();
        return all;
    };
    const auto said = [&panel](const QString &id, int role) {
        return panel.model().indexOf(AnnotationId(id)).data(role).toString();
    };
    QCOMPARE(ids(), QStringList{u"now"_s});
    QVERIFY(said(u"now"_s, MarkModel::StudyRole).isEmpty());
    QVERIFY(bench.dispatcher.submit(session::SetLayout{1, 2, {}}));
    bench.show(u"v2"_s, u"9.9"_s, prior);
    for (const QString &active : {u"v1"_s, u"v2"_s}) {
        QVERIFY(bench.dispatcher.submit(session::SetActiveView{ViewId(active)}));
        QCOMPARE(ids(), (QStringList{u"now"_s, u"then"_s}));
        QCOMPARE(said(u"now"_s, MarkModel::StudyRole), u"2026-11-23 CT"_s);
        QCOMPARE(said(u"then"_s, MarkModel::StudyRole), u"2025-03-01 MR"_s);
    }
    for (const int role : {int(Qt::AccessibleTextRole), int(Qt::ToolTipRole)})
        QVERIFY2(said(u"then"_s, role).contains(u"2025-03-01 MR"_s), qPrintable(said(u"then"_s, role)));
    // Of two patients the day does not tell whose.
    bench.show(u"v2"_s, u"7.7"_s, other);
    QCOMPARE(ids(), QStringList{u"now"_s});
    QVERIFY2(said(u"now"_s, MarkModel::StudyRole).contains(u"TEST-0001"_s),
             qPrintable(said(u"now"_s, MarkModel::StudyRole)));
    QVERIFY(bench.dispatcher.submit(session::SetLayout{1, 1, ViewId(u"v1"_s)}));
    QVERIFY(said(u"now"_s, MarkModel::StudyRole).isEmpty());
}

/// As for all that compares studies: a person's word, or that of an index, before what the studies say.
void TestMarkList::whoseItIsGoesByWhatIsKnownOfThePair()
{
    Bench bench;
    FakeImages::SeriesSpec earlier, theirs;
    earlier.date = u"20250301"_s;
    theirs.date = u"20240101"_s;
    theirs.patientName = u"TEST^BETA"_s;
    theirs.patientId = u"TEST-0002"_s;
    const DataSetId own = bench.images.addSeries(u"1.2"_s, {}), prior = bench.images.addSeries(u"9.9"_s, earlier),
                    other = bench.images.addSeries(u"7.7"_s, theirs);
    QVERIFY(bench.dispatcher.submit(session::SetLayout{1, 2, ViewId(u"v1"_s)}));
    bench.show(u"v1"_s, u"1.2"_s, own);
    bench.show(u"v2"_s, u"9.9"_s, prior);
    QVERIFY(bench.dispatcher.submit(session::AddAnnotation{lengthOn(bench, own, u"now"_s)}));
    MarkPanel panel(bench.dispatcher, bench.images);
    panel.resize(312, 300);
    panel.show();
    const auto said = [&panel] {
        return panel.model().indexOf(AnnotationId(u"now"_s)).data(MarkModel::StudyRole).toString();
    };
    QStringList drawn; // what the list was told to draw anew
    QObject::connect(&panel.model(), &QAbstractItemModel::modelReset, &panel, [&] { drawn << said(); });
    const auto judge = [&](const QString &study, dicom::StudyPairs::Verdict verdict) {
        dicom::StudyPairs pairs;
        pairs.set(bench.images.study(StudyUid(u"1.2"_s)), bench.images.study(StudyUid(study)), verdict);
        drawn.clear();
        bench.images.setPairs(pairs);
    };
    QVERIFY2(!said().contains(u"TEST-0001"_s), qPrintable(said()));
    judge(u"9.9"_s, dicom::StudyPairs::Verdict::Apart);
    QTRY_VERIFY2(!drawn.isEmpty() && drawn.last().contains(u"TEST-0001"_s), qPrintable(said()));
    bench.show(u"v2"_s, u"7.7"_s, other);
    QVERIFY2(said().contains(u"TEST-0001"_s), qPrintable(said())); // nobody has judged these two
    judge(u"7.7"_s, dicom::StudyPairs::Verdict::ByHand);
    QTRY_VERIFY2(!drawn.isEmpty() && !drawn.last().contains(u"TEST-0001"_s), qPrintable(said()));
}

CONSILIUM_TEST(TestMarkList)
#include "TestMarkList.moc"
