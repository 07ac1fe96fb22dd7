#include "viewer/tools/Calibrating.h"
#include "tests/support/TestMain.h"
#include "tests/unit/tools/ToolBench.h"
#include "viewer/tools/MarkCommands.h"

using namespace consilium;
using namespace consilium::test;
using session::AnnotationKind;

namespace
{

ImageSpec radiograph()
{
    ImageSpec spec;
    spec.basis = dicom::SpacingBasis::DetectorPlane;
    spec.position.reset();
    spec.alongRow.reset();
    spec.alongColumn.reset();
    return spec;
}

session::Annotation calibration(const ToolBench &bench, const QString &id, const QString &author = u"local"_s)
{
    session::Annotation mark;
    mark.id = AnnotationId(id);
    mark.kind = AnnotationKind::Calibration;
    mark.author = ActorId(author);
    mark.dataSet = bench.dataSet->id;
    mark.sop = bench.dataSet->slices.front()->sop;
    mark.imageHandles = {{10, 10}, {50, 10}};
    mark.text = u"20"_s;
    return mark;
}

} // namespace

class CalibratingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aLengthIsReadAsPeopleTypeIt_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("mm");
        QTest::newRow("plain") << u"25"_s << u"25"_s;
        QTest::newRow("unit") << u" 25 mm "_s << u"25"_s;
        QTest::newRow("tight") << u"25MM"_s << u"25"_s;
        QTest::newRow("cm") << u"2.5 cm"_s << u"25"_s;
        QTest::newRow("comma") << u"2,54 cm"_s << u"25.4"_s;
        QTest::newRow("without a nought") << u".5"_s << u"0.5"_s;
        QTest::newRow("trailing") << u"100.00"_s << u"100"_s;
        QTest::newRow("full width") << u"２５"_s << u"25"_s;
        QTest::newRow("Chinese") << u"25毫米"_s << u"25"_s;
        QTest::newRow("Chinese cm") << u"2.5 厘米"_s << u"25"_s;
        for (const QString &wrong : {u""_s, u"0"_s, u"-5"_s, u"ball"_s, u"2 5"_s, u"25 in"_s, u"mm"_s, u"1e3"_s,
                                     u"10001"_s, u"1001 cm"_s, u"1,000"_s, u"0.001"_s, u"nan"_s})
            QTest::newRow(qPrintable(u"not "_s + wrong)) << wrong << QString();
    }
    void aLengthIsReadAsPeopleTypeIt()
    {
        QFETCH(QString, typed);
        QFETCH(QString, mm);
        QCOMPARE(tools::typedLength(typed).value_or(QString()), mm);
    }
    void theLineIsDrawnAndThenAskedFor()
    {
        ToolBench bench(1, radiograph());
        const auto tool = tools::makeTool(u"calibration"_s);
        bench.drag(*tool, {150, 100}, {243.75, 100});
        QVERIFY(bench.applied.empty());
        QVERIFY(tool->wantsText() && tool->draft() && tool->isDraftWhole());
        QVERIFY(tool->draft()->kind == AnnotationKind::Calibration);
        QCOMPARE(tool->draft()->imageHandles.size(), std::size_t(2));
        bench.withContext([&](const auto &context) { tool->takeBackPoint(context); });
        QVERIFY(!tool->draft() && !tool->wantsText());
    }
    void aSectionIsNotCalibrated()
    {
        ToolBench section(1), film(1, radiograph());
        const auto why = [](const auto &context) { return tools::makeTool(u"calibration"_s)->whyNot(context); };
        QVERIFY(section.withContext(why).contains(u"in the patient"_s));
        QVERIFY(film.withContext(why).isEmpty());
        QVERIFY(section.withContext([](const auto &context) { return tools::makeTool(u"length"_s)->whyNot(context); })
                    .isEmpty());
    }
    void theSamePersonsNewLineReplacesTheOld()
    {
        ToolBench bench(1, radiograph());
        bench.apply({session::AddAnnotation{calibration(bench, u"old"_s)},
                     session::AddAnnotation{calibration(bench, u"others"_s, u"guest"_s)}});
        bench.applied.clear();
        bench.apply(bench.withContext(
            [&](const auto &context) { return tools::calibrationActions(context, calibration(bench, u"new"_s)); }));
        QCOMPARE(bench.applied.size(), std::size_t(2));
        const auto &marks = bench.state.annotations();
        QVERIFY(!marks.find(AnnotationId(u"old"_s)));
        QVERIFY(marks.find(AnnotationId(u"new"_s)) && marks.find(AnnotationId(u"others"_s)));
    }
    void aCopyHoldsForItsOwnImageOnly()
    {
        ToolBench bench(2, radiograph());
        const auto mark = calibration(bench, u"first"_s);
        bench.apply({session::AddAnnotation{mark}});
        const tools::CopiedMark copied{mark, StudyUid(u"1.2.3"_s), u"TEST-0001"_s, {}};
        const auto onto = [&] {
            const auto done = bench.withContext([&](const auto &c) { return tools::pasteActions(c, copied); });
            bench.apply(done.actions);
            return done;
        };
        QVERIFY(onto().hindrance == tools::PasteHindrance::None); // its own image: as before, under a new name
        QCOMPARE(bench.state.annotations().size(), std::size_t(1));
        bench.apply({session::ShowPlane{bench.view, session::ImageRef{bench.dataSet->slices[1]->sop, 0}}});
        QVERIFY(onto().hindrance == tools::PasteHindrance::NotCalibrated);
        QCOMPARE(bench.state.annotations().size(), std::size_t(1));
    }
};

CONSILIUM_TEST(CalibratingTest)
#include "CalibratingTest.moc"
