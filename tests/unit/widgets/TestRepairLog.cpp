#include "tests/support/TestMain.h"
#include "tests/unit/widgets/FakeImages.h"
#include "viewer/widgets/RepairLogPanel.h"

#include <QTest>
#include <QTreeWidget>

using namespace consilium;
using namespace consilium::widgets;
using namespace Qt::StringLiterals;
using dicom::DataIssue;
using test::Bench;

namespace
{

void addIssue(Bench &bench, const DataSetId &series, int slice)
{
    bench.images.setInstance(series, slice, [](dicom::Instance &image) {
        image.issues.push_back({DataIssue::Kind::InvalidWindow, u"width 0 is not used"_s});
    });
}

} // namespace

class TestRepairLog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsReadStaysOpen();
};

/// A reader opens an entry, stands on one of its images and scrolls: the list does not close under the hand.
void TestRepairLog::whatIsReadStaysOpen()
{
    Bench bench;
    test::FakeImages::SeriesSpec spec;
    spec.issues = {{DataIssue::Kind::MissingSlices, u"1 missing"_s, 2, 3, 1, 6.0}};
    const DataSetId series = bench.images.addSeries(u"1.2"_s, spec), other = bench.images.addSeries(u"1.2"_s, {});
    for (const int slice : {1, 3})
        addIssue(bench, series, slice);
    bench.show(u"v1"_s, u"1.2"_s, series);
    RepairLogPanel panel(bench.dispatcher, bench.images);
    panel.resize(900, 300);
    panel.show();
    auto *list = panel.findChild<QTreeWidget *>(u"repairList"_s);
    QCOMPARE(list->topLevelItemCount(), 2);
    QCOMPARE(list->topLevelItem(1)->childCount(), 2);
    list->topLevelItem(1)->setExpanded(true);
    list->setCurrentItem(list->topLevelItem(1)->child(1));
    const QString image = list->currentItem()->text(2);
    QVERIFY(image.endsWith(u".4"_s)); // the fourth of the series
    const auto isAsLeft = [&] {
        const QTreeWidgetItem *current = list->currentItem();
        return !list->topLevelItem(0)->isExpanded() && list->topLevelItem(1)->isExpanded() && current &&
               current->parent() == list->topLevelItem(1) && current->text(2) == image;
    };
    for (const int slice : {2, 4, 0}) {
        bench.showSlice(u"v1"_s, series, slice);
        QTest::qWait(120);
        QVERIFY(isAsLeft());
    }
    // More is found: the list is made anew, and what was open is open again.
    addIssue(bench, series, 0);
    QTRY_COMPARE(list->topLevelItem(1)->childCount(), 3);
    QVERIFY(isAsLeft());
    // Another series has its own, and this one's come back.
    bench.show(u"v1"_s, u"1.2"_s, other);
    QTRY_COMPARE(list->topLevelItemCount(), 0);
    QVERIFY(panel.repairs().empty());
    bench.show(u"v1"_s, u"1.2"_s, series);
    QTRY_COMPARE(list->topLevelItemCount(), 2);
}

CONSILIUM_TEST(TestRepairLog)
#include "TestRepairLog.moc"
