#include "tests/support/TestMain.h"
#include "tests/unit/widgets/FakeImages.h"
#include "viewer/tools/Tool.h"
#include "viewer/widgets/LayoutGrid.h"
#include "viewer/widgets/RadialMenu.h"
#include "viewer/widgets/ViewportWidget.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace consilium;
using namespace consilium::test;
using namespace consilium::widgets;

namespace
{

struct Opened {
    QWidget window;
    QPointer<RadialMenu> menu;
    QStringList chosen;
    int closed = 0;

    explicit Opened(QPoint at = {400, 300}, RadialMenu::OpenedBy by = RadialMenu::OpenedBy::Key)
    {
        window.resize(800, 600);
        window.show();
        menu = new RadialMenu(tools::Bindings::usualRadialTools(), &window);
        QObject::connect(menu, &RadialMenu::chosen, &window, [this](const QString &tool) { chosen << tool; });
        QObject::connect(menu, &RadialMenu::closed, &window, [this] { ++closed; });
        menu->open(at, by);
    }
    void send(QEvent::Type type, QPointF at, Qt::MouseButton button = Qt::NoButton) const
    {
        QMouseEvent event(type, at, QPointF(menu->mapToGlobal(at.toPoint())), button,
                          type == QEvent::MouseButtonPress ? button : Qt::NoButton, Qt::NoModifier);
        QApplication::sendEvent(menu, &event);
    }
    void release(int key) const
    {
        QKeyEvent event(QEvent::KeyRelease, key, Qt::NoModifier);
        QApplication::sendEvent(menu, &event);
    }
};

} // namespace

class TestRadialMenu : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theDirectionChooses()
    {
        const Opened opened;
        const auto &tools = tools::Bindings::usualRadialTools();
        QCOMPARE(opened.menu->centre(), QPointF(400, 300));
        QCOMPARE(opened.menu->placeAt({400, 200}), 0); // up
        QCOMPARE(opened.menu->placeAt({500, 200}), 1);
        QCOMPARE(opened.menu->placeAt({500, 300}), 2);
        QCOMPARE(opened.menu->placeAt({400, 590}), 4); // as far as one likes
        QCOMPARE(opened.menu->placeAt({300, 200}), 7);
        QCOMPARE(opened.menu->placeAt({400, 300}), -1);
        QCOMPARE(opened.menu->placeAt({400, 300 - RadialMenu::middlePx + 1}), -1);
        for (int place = 0; place < int(tools.size()); ++place)
            QCOMPARE(opened.menu->placeAt(opened.menu->middleOf(place)), place);
    }
    /// Fingers and pens: no place is narrower or lower than 24 px (WCAG 2.2, 2.5.8).
    void everyPlaceIsLargeEnough()
    {
        const Opened opened;
        for (int place = 0; place < RadialMenu::places; ++place) {
            const QPointF middle = opened.menu->middleOf(place);
            for (const QPointF &corner : {QPointF(-12, -12), QPointF(12, -12), QPointF(-12, 12), QPointF(12, 12)})
                QCOMPARE(opened.menu->placeAt(middle + corner), place);
        }
    }
    void atTheBordersItLiesInTheWindow()
    {
        for (const QPoint &at : {QPoint(0, 0), QPoint(799, 0), QPoint(799, 599), QPoint(0, 599)}) {
            const Opened opened(at);
            const QPointF c = opened.menu->centre();
            QVERIFY(c.x() >= RadialMenu::ringPx && c.x() <= 800 - RadialMenu::ringPx);
            QVERIFY(c.y() >= RadialMenu::ringPx && c.y() <= 600 - RadialMenu::ringPx);
        }
    }
    void lettingTheKeyGoChooses()
    {
        Opened opened;
        opened.send(QEvent::MouseMove, {500, 300});
        QCOMPARE(opened.menu->chosenPlace(), 2);
        opened.release(Qt::Key_Apostrophe);
        QCOMPARE(opened.chosen, QStringList{tools::Bindings::usualRadialTools()[2]});
        QCOMPARE(opened.closed, 1);
        QTRY_VERIFY(!opened.menu);
    }
    void afterATapItStaysForAClick()
    {
        Opened opened;
        opened.release(Qt::Key_Apostrophe);
        QCOMPARE(opened.closed, 0);
        opened.send(QEvent::MouseButtonPress, {400, 200}, Qt::LeftButton);
        opened.send(QEvent::MouseButtonRelease, {400, 200}, Qt::LeftButton);
        QCOMPARE(opened.chosen, QStringList{tools::Bindings::usualRadialTools()[0]});
    }
    void heldWithoutADirectionItGoes()
    {
        Opened opened;
        QTest::qWait(400);
        opened.release(Qt::Key_Apostrophe);
        QVERIFY(opened.chosen.isEmpty());
        QCOMPARE(opened.closed, 1);
    }
    void theRightButtonChoosesWhereItIsLetGo()
    {
        Opened opened({400, 300}, RadialMenu::OpenedBy::RightButton);
        opened.send(QEvent::MouseMove, {300, 300});
        opened.send(QEvent::MouseButtonRelease, {300, 300}, Qt::RightButton);
        QCOMPARE(opened.chosen, QStringList{tools::Bindings::usualRadialTools()[6]});
    }
    void keysChooseAndEscapeCancels()
    {
        Opened byNumber;
        QTest::keyClick(byNumber.menu, Qt::Key_3);
        QCOMPARE(byNumber.chosen, QStringList{tools::Bindings::usualRadialTools()[2]});
        Opened byArrows;
        QTest::keyClick(byArrows.menu, Qt::Key_Right);
        QTest::keyClick(byArrows.menu, Qt::Key_Right);
        QTest::keyClick(byArrows.menu, Qt::Key_Return);
        QCOMPARE(byArrows.chosen, QStringList{tools::Bindings::usualRadialTools()[1]});
        Opened left;
        left.send(QEvent::MouseMove, {500, 300});
        QTest::keyClick(left.menu, Qt::Key_Escape);
        QVERIFY(left.chosen.isEmpty());
        QCOMPARE(left.closed, 1);
        Opened middle;
        middle.release(Qt::Key_Apostrophe);
        middle.send(QEvent::MouseButtonRelease, {400, 300}, Qt::LeftButton);
        QVERIFY(middle.chosen.isEmpty());
        QCOMPARE(middle.closed, 1);
    }
    /// The right button held still asks for it; a drag and a click do what they did before.
    void aHeldRightButtonAsksForIt()
    {
        Bench bench;
        const DataSetId id = bench.images.addSeries(u"1.2"_s, {});
        LayoutGrid grid{bench.dispatcher, bench.images, bench.bindings};
        grid.resize(800, 600);
        grid.show();
        bench.show(u"v1"_s, u"1.2"_s, id);
        ViewportWidget *const viewport = grid.activeViewport();
        QTRY_VERIFY(viewport->isDrawn());
        QSignalSpy radial(&grid, &LayoutGrid::radialMenuRequested), menu(&grid, &LayoutGrid::menuRequested);
        const auto send = [viewport](QEvent::Type type, QPoint at, Qt::MouseButton button, Qt::MouseButtons held) {
            QMouseEvent event(type, QPointF(at), QPointF(viewport->mapToGlobal(at)), button, held, Qt::NoModifier);
            QApplication::sendEvent(viewport, &event);
        };
        const QPoint at = viewport->imageArea().center();
        send(QEvent::MouseButtonPress, at, Qt::RightButton, Qt::RightButton);
        QTRY_COMPARE(radial.count(), 1);
        send(QEvent::MouseButtonRelease, at, Qt::RightButton, Qt::NoButton);
        QCOMPARE(menu.count(), 0);
        send(QEvent::MouseButtonPress, at, Qt::RightButton, Qt::RightButton);
        send(QEvent::MouseMove, at + QPoint(0, 30), Qt::NoButton, Qt::RightButton);
        QTest::qWait(700);
        send(QEvent::MouseButtonRelease, at + QPoint(0, 30), Qt::RightButton, Qt::NoButton);
        QCOMPARE(radial.count(), 1);
        QCOMPARE(menu.count(), 0);
        send(QEvent::MouseButtonPress, at, Qt::RightButton, Qt::RightButton);
        send(QEvent::MouseButtonRelease, at, Qt::RightButton, Qt::NoButton);
        QCOMPARE(menu.count(), 1);
        QTest::qWait(700);
        QCOMPARE(radial.count(), 1);
    }
    void itHoldsEightDifferentTools()
    {
        tools::Bindings bindings;
        const QStringList usual = bindings.radialTools();
        QCOMPARE(usual.size(), qsizetype(8));
        QStringList other = usual;
        other[0] = u"cobb"_s;
        QVERIFY(bindings.setRadialTools(other));
        QCOMPARE(bindings.radialTools(), other);
        for (const QStringList &wrong : {usual.mid(1), usual + QStringList{u"cobb"_s}, QStringList(8, u"window"_s),
                                         usual.mid(1) + QStringList{u"no such tool"_s}})
            QVERIFY(!bindings.setRadialTools(wrong));
        QCOMPARE(bindings.radialTools(), other);
    }
};

CONSILIUM_TEST(TestRadialMenu)
#include "TestRadialMenu.moc"
