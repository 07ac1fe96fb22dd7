#include "tests/support/TestMain.h"
#include "tests/unit/widgets/FakeImages.h"
#include "viewer/tools/Commands.h"
#include "viewer/widgets/LayoutGrid.h"
#include "viewer/widgets/StudyInfoPanel.h"
#include "viewer/widgets/ToolBar.h"
#include "viewer/widgets/ToolButton.h"
#include "viewer/widgets/ViewLinks.h"

#include <QApplication>
#include <QHelpEvent>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>

using namespace consilium;
using namespace consilium::widgets;
using namespace Qt::StringLiterals;
using test::Bench;

class TestToolBar : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void leftAndRightClickBindTools();
    void everyButtonIsAToolOrAKnownCommand();
    void stateDrivesButtons();
    void theLitLinkButtonPartsAnyLink();
    void tipsNameUseAndKey();
    void tipsStandAboveTheRow();
    void presetsFollowTheActiveView();
    void panelListsThePatientOfThePixels();

private:
    static ToolButton *button(const QWidget &parent, const QString &name)
    {
        return parent.findChild<ToolButton *>(u"tool-"_s + name);
    }
};

void TestToolBar::leftAndRightClickBindTools()
{
    Bench bench;
    ToolBar bar(bench.dispatcher, bench.bindings);
    bar.show();
    QVERIFY(button(bar, u"window"_s)->isBoundLeft());
    QVERIFY(button(bar, u"zoom"_s)->isBoundRight());
    QSignalSpy changed(&bar, &ToolBar::bindingsChanged);
    QTest::mouseClick(button(bar, u"pan"_s), Qt::LeftButton);
    QCOMPARE(bench.bindings.toolFor(Qt::LeftButton, {}), u"pan"_s);
    QVERIFY(button(bar, u"pan"_s)->isBoundLeft() && !button(bar, u"window"_s)->isBoundLeft());
    QTest::mouseClick(button(bar, u"scroll"_s), Qt::RightButton);
    QCOMPARE(bench.bindings.toolFor(Qt::RightButton, {}), u"scroll"_s);
    QCOMPARE(bench.bindings.toolFor(Qt::LeftButton, {}), u"pan"_s);
    QVERIFY(button(bar, u"scroll"_s)->isBoundRight() && !button(bar, u"zoom"_s)->isBoundRight());
    QCOMPARE(changed.size(), 2);
    bar.chooseTool(u"window"_s, Qt::LeftButton);
    QVERIFY(button(bar, u"window"_s)->isBoundLeft());
}

void TestToolBar::everyButtonIsAToolOrAKnownCommand()
{
    Bench bench;
    ToolBar bar(bench.dispatcher, bench.bindings);
    QStringList known = tools::commandNames();
    known << u"undo"_s << u"redo"_s << u"toggle-overlay"_s << u"toggle-panels"_s << u"full-screen"_s
          << u"layout-picker"_s << u"cine"_s << u"link-scroll"_s << u"reference-lines"_s;
    const auto buttons = bar.findChildren<ToolButton *>();
    QVERIFY(buttons.size() > 15);
    for (ToolButton *candidate : buttons) {
        QVERIFY2(!candidate->accessibleName().isEmpty(), qPrintable(candidate->command()));
        if (tools::toolNames().contains(candidate->command()))
            continue;
        QVERIFY2(known.contains(candidate->command()), qPrintable(candidate->command()));
        QSignalSpy requested(&bar, &ToolBar::commandRequested);
        candidate->setEnabled(true);
        QTest::mouseClick(candidate, Qt::LeftButton);
        QCOMPARE(requested.size(), 1);
        QCOMPARE(requested.first().first().toString(), candidate->command());
    }
}

void TestToolBar::stateDrivesButtons()
{
    Bench bench;
    const auto id = bench.images.addSeries(u"1.2"_s, {});
    ToolBar bar(bench.dispatcher, bench.bindings);
    QVERIFY(!button(bar, u"undo"_s)->isEnabled());
    QVERIFY(button(bar, u"layout-1x1"_s)->isChecked());
    bench.show(u"v1"_s, u"1.2"_s, id);
    QVERIFY(button(bar, u"undo"_s)->isEnabled() && !button(bar, u"redo"_s)->isEnabled());
    QVERIFY(bench.dispatcher.submit(session::SetLayout{2, 2, {}}));
    QVERIFY(button(bar, u"layout-2x2"_s)->isChecked() && !button(bar, u"layout-1x1"_s)->isChecked());
    QVERIFY(bench.dispatcher.submit(session::SetInverted{ViewId(u"v1"_s), id, true}));
    QVERIFY(button(bar, u"invert"_s)->isChecked());
    QTest::mouseClick(button(bar, u"invert"_s),
                      Qt::LeftButton); // nobody listens: the mark follows the state, not the click
    QVERIFY(button(bar, u"invert"_s)->isChecked());
    QVERIFY(bench.dispatcher.undo(bench.dispatcher.localActor()));
    QVERIFY(!button(bar, u"invert"_s)->isChecked());
    QVERIFY(button(bar, u"redo"_s)->isEnabled());
}

void TestToolBar::theLitLinkButtonPartsAnyLink()
{
    using session::LinkKind;
    Bench bench;
    const DataSetId a = bench.images.addSeries(u"1.2"_s, {}), b = bench.images.addSeries(u"1.2"_s, {});
    ToolBar bar(bench.dispatcher, bench.bindings);
    bar.show();
    // What the window does with these two commands.
    connect(&bar, &ToolBar::commandRequested, &bar, [&bench](const QString &command) {
        (void)toggleViewLink(command == u"link-offset"_s ? LinkKind::Offset : LinkKind::Position, bench.dispatcher,
                             bench.images);
    });
    QVERIFY(bench.dispatcher.submit(session::SetLayout{1, 2, {}}));
    bench.show(u"v1"_s, u"1.2"_s, a);
    bench.show(u"v2"_s, u"1.2"_s, b);
    const auto kind = [&bench] { return bench.dispatcher.state().layout().link.kind; };
    for (const LinkKind linked : {LinkKind::Position, LinkKind::Offset}) {
        (void)toggleViewLink(linked, bench.dispatcher, bench.images);
        QVERIFY(kind() == linked);
        QVERIFY(button(bar, u"link-scroll"_s)->isChecked());
        QTest::mouseClick(button(bar, u"link-scroll"_s), Qt::LeftButton);
        QVERIFY(kind() == LinkKind::None);
        QVERIFY(!button(bar, u"link-scroll"_s)->isChecked());
    }
    QTest::mouseClick(button(bar, u"link-scroll"_s), Qt::LeftButton); // unlit: by position
    QVERIFY(kind() == LinkKind::Position);
}

void TestToolBar::tipsNameUseAndKey()
{
    Bench bench;
    ToolBar bar(bench.dispatcher, bench.bindings);
    const QString tip = button(bar, u"zoom"_s)->toolTip();
    QVERIFY2(tip.contains(u"Zoom"_s) && tip.contains(u"right drag"_s) && tip.endsWith(u"Z"_s), qPrintable(tip));
    QVERIFY(button(bar, u"flip-horizontal"_s)->toolTip().endsWith(u"H"_s));
    bar.chooseTool(u"pan"_s, Qt::RightButton);
    QVERIFY(!button(bar, u"zoom"_s)->toolTip().contains(u"right drag"_s));
    QVERIFY(button(bar, u"pan"_s)->toolTip().contains(u"right drag"_s));
}

/// Below the row begin the views: a tip there would cover the patient's name (LOOK.md, 5).
void TestToolBar::tipsStandAboveTheRow()
{
    Bench bench;
    ToolBar bar(bench.dispatcher, bench.bindings);
    bar.resize(1000, 44);
    bar.move(40, 200);
    bar.show();
    const auto tip = []() -> QWidget * {
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (widget->windowType() == Qt::ToolTip && widget->isVisible())
                return widget;
        }
        return nullptr;
    };
    const auto ask = [](ToolButton &of) {
        QHelpEvent event(QEvent::ToolTip, of.rect().center(), of.mapToGlobal(of.rect().center()));
        QApplication::sendEvent(&of, &event);
    };
    for (ToolButton *of : bar.findChildren<ToolButton *>()) {
        if (!of->isVisible())
            continue;
        QVERIFY(!of->toolTip().isEmpty());
        ask(*of);
        QVERIFY(tip());
        QVERIFY(tip()->geometry().bottom() < of->mapToGlobal(QPoint(0, 0)).y());
    }
    // At the top of the screen there is no room above: beside the button, not below the row.
    bar.move(0, 0);
    auto *first = button(bar, u"scroll"_s);
    ask(*first);
    QVERIFY(tip());
    const QRect shown(first->mapToGlobal(QPoint(0, 0)), first->size());
    const QRect stands(tip()->pos(), tip()->size()); // its geometry() has a frame of the offscreen platform around it
    QVERIFY(!stands.intersects(shown));
    QVERIFY(stands.bottom() <= std::max(shown.bottom(), tip()->height()));
    QToolTip::hideText();
}

void TestToolBar::presetsFollowTheActiveView()
{
    Bench bench;
    const auto id = bench.images.addSeries(u"1.2"_s, {});
    LayoutGrid grid(bench.dispatcher, bench.images, bench.bindings);
    StudyInfoPanel panel(bench.dispatcher, bench.images, bench.bindings);
    connect(&panel, &StudyInfoPanel::commandRequested, &grid,
            [&](const QString &command) { grid.activeViewport()->runCommand(command); });
    auto *lung = panel.findChild<QAbstractButton *>(u"preset-lung"_s);
    QVERIFY(lung && !lung->isEnabled()); // no image, no preset
    bench.show(u"v1"_s, u"1.2"_s, id);
    QVERIFY(lung->isEnabled() && !lung->isChecked());
    lung->click();
    QVERIFY(lung->isChecked());
    const auto window = bench.dispatcher.state().presentation(ViewId(u"v1"_s), id).window;
    QVERIFY(window && window->width == 1500.0 && window->centre == -500.0);
    // Another unit: Hounsfield presets would be nonsense.
    bench.images.setInstance(id, 0, [](dicom::Instance &instance) { instance.grey.unit = ValueUnit::OpticalDensity; });
    QVERIFY(!lung->isEnabled() && !lung->isChecked());
    // The one that is left looks as little chosen as those that cannot be.
    auto *automatic = panel.findChild<QAbstractButton *>(u"preset-auto"_s);
    QVERIFY(automatic && automatic->isEnabled() && !automatic->isChecked());
    const auto ground = [](QWidget &chip) { return chip.grab().toImage().pixelColor(chip.width() / 2, 2); };
    QCOMPARE(ground(*automatic), ground(*lung));
}

void TestToolBar::panelListsThePatientOfThePixels()
{
    Bench bench;
    const auto id = bench.images.addSeries(u"1.2"_s, {});
    StudyInfoPanel panel(bench.dispatcher, bench.images, bench.bindings);
    QVERIFY(panel.lines().isEmpty());
    bench.show(u"v1"_s, u"1.2"_s, id);
    QVERIFY(panel.lines().join(u'\n').contains(u"TEST-0001"_s));
    // The archive's list may say another name than the images: the images' own counts.
    bench.images.setInstance(id, 0, [](dicom::Instance &instance) { instance.patient.id = u"TEST-0009"_s; });
    QVERIFY(panel.lines().join(u'\n').contains(u"TEST-0009"_s));
    QVERIFY(!panel.lines().join(u'\n').contains(u"TEST-0001"_s));
}

CONSILIUM_TEST(TestToolBar)
#include "TestToolBar.moc"
