#include "app/windows/AppTabs.h"
#include "tests/gui/LookDesk.h"
#include "tests/gui/Studies.h"
#include "tests/support/TestMain.h"
#include "viewer/widgets/SegmentList.h"
#include "viewer/widgets/ToolButton.h"
#include "viewer/widgets/theme/Tokens.h"

#include <QHash>
#include <QKeyEvent>
#include <QListView>
#include <QMenu>
#include <QWindow>

#include <algorithm>

using namespace consilium;
using Desk = test::LookDesk;

namespace
{

void open(const Desk &desk, const QString &name)
{
    QVERIFY(test::Studies::all().isMade);
    desk.program->openPaths({test::Studies::all().path(name)});
    QTRY_VERIFY_WITH_TIMEOUT(desk.window().readingPage(), 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(desk.window().readingPage()->grid().activeViewport()->isDrawn(), 20'000);
    desk.window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&desk.window()));
}

/// How many pixels of the widget's place in the window, and of the ring round it, have this colour.
int pixelsOf(const Desk &desk, const QWidget &part, const QColor &colour)
{
    constexpr int ringPx = 4, slack = 12;
    QTest::qWait(60);
    const QRect place(part.mapTo(&desk.window(), QPoint(0, 0)), part.size());
    const QImage picture = desk.window()
                               .grab(place.adjusted(-ringPx, -ringPx, ringPx, ringPx) & desk.window().rect())
                               .toImage()
                               .convertToFormat(QImage::Format_RGB32);
    int count = 0;
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x) {
            const QColor found = picture.pixelColor(x, y);
            count += std::abs(found.red() - colour.red()) < slack && std::abs(found.green() - colour.green()) < slack &&
                     std::abs(found.blue() - colour.blue()) < slack;
        }
    return count;
}

QAction *entryOf(const QMenu &menu, const QString &begins)
{
    for (QAction *entry : menu.findChildren<QAction *>())
        if (entry->data().toString().startsWith(begins))
            return entry;
    return nullptr;
}

} // namespace

/// What a reader's hand does on the window itself: the right button, a key that is held, the keyboard alone.
class HandTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // The menu of a series, opened by the right button on its card, puts two of them together.
    void theMenuOfASeriesPutsTwoTogether()
    {
        Desk desk(u"en"_s, u"dark"_s, QSize(1366, 768), 0);
        open(desk, u"plain"_s);
        auto &window = desk.window();
        auto &page = *window.readingPage();
        const StudyUid study = page.strip().study();
        const auto stacks = [&] {
            QStringList sizes;
            for (const auto &stack : page.images().dataSets(study))
                sizes << QString::number(stack->slices.size());
            return sizes;
        };
        QCOMPARE(stacks(), QStringList{u"24"_s});
        QVERIFY(window.runCommand(u"first-slice"_s));
        QVERIFY(window.runCommand(u"page-down"_s));
        QVERIFY(window.runCommand(u"split-series"_s));
        QCOMPARE(stacks().size(), 2);
        auto *cards = page.strip().findChild<QListView *>(u"series-list"_s);
        QTRY_COMPARE(cards->model()->rowCount(), 2);
        QTest::qWait(60);
        const QPoint card = cards->visualRect(cards->model()->index(0, 0)).center();
        QTest::mouseClick(window.windowHandle(), Qt::RightButton, {}, cards->viewport()->mapTo(&window, card));
        auto *menu = window.findChild<QMenu *>(u"commandMenu"_s);
        QVERIFY(menu && menu->isVisible());
        QAction *join = entryOf(*menu, u"join-series:"_s);
        QVERIFY(join && join->isEnabled());
        QVERIFY2(join->text().contains(u"image"_s), qPrintable(join->text())); // with which one: its number, its images
        join->trigger();
        menu->close();
        QCOMPARE(stacks(), QStringList{u"24"_s});
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QVERIFY(window.runCommand(u"undo"_s)); // one step
        QCOMPARE(stacks().size(), 2);
    }

    void theMenuOfAnImageIsOneColumnOnASmallScreen_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("en") << u"en"_s;
        QTest::newRow("zh_CN") << u"zh_CN"_s;
    }

    /// With a mark under the pointer and something to undo and redo, among several views: as long as it gets on CT.
    void theMenuOfAnImageIsOneColumnOnASmallScreen()
    {
        constexpr int screenPx = 768, desktopBarPx = 40, leastRowPx = 24;
        QFETCH(QString, language);
        Desk desk(language, u"dark"_s, QSize(1366, 768));
        open(desk, u"plain"_s);
        auto &window = desk.window();
        QVERIFY(window.runCommand(u"layout-2x2"_s));
        auto *viewport = window.readingPage()->grid().activeViewport();
        QTRY_VERIFY_WITH_TIMEOUT(viewport->isDrawn(), 20'000);
        QVERIFY(window.runCommand(u"tool-length"_s));
        const QPoint middle = viewport->mapTo(&window, viewport->imageArea().center()), half(60, 0);
        QTest::mousePress(window.windowHandle(), Qt::LeftButton, {}, middle - half);
        QTest::mouseMove(window.windowHandle(), middle);
        QTest::mouseRelease(window.windowHandle(), Qt::LeftButton, {}, middle + half);
        QVERIFY(window.runCommand(u"invert"_s));
        QVERIFY(window.runCommand(u"undo"_s));
        QTest::mouseMove(window.windowHandle(), middle);
        QTest::mouseClick(window.windowHandle(), Qt::RightButton, {}, middle);
        auto *menu = window.findChild<QMenu *>(u"commandMenu"_s);
        QVERIFY(menu && menu->isVisible());
        for (const char *needed : {"window-preset-lung", "reference-lines", "maximise", "reset", "repair-log", "redo"})
            QVERIFY2(entryOf(*menu, QLatin1String(needed)), needed);
        int height = 0;
        for (QAction *entry : menu->actions()) {
            const QRect place = menu->actionGeometry(entry);
            QCOMPARE(place.left(), menu->actionGeometry(menu->actions().front()).left());
            QVERIFY(entry->isSeparator() || place.height() >= leastRowPx);
            height += place.height();
        }
        QVERIFY2(height <= screenPx - desktopBarPx - 12, qPrintable(QString::number(height)));
        menu->close();
    }

    // Held, the key shows the lens until it is let go; a tap switches it.
    void theMagnifierIsHeldOrTapped()
    {
        constexpr int longerThanATapMs = 400;
        Desk desk(u"en"_s, u"dark"_s, QSize(1366, 768));
        open(desk, u"plain"_s);
        auto &grid = desk.window().readingPage()->grid();
        QWindow *window = desk.window().windowHandle();
        grid.activeViewport()->setFocus();
        QCOMPARE(grid.lens(), 0);
        QTest::keyPress(window, Qt::Key_G);
        QCOMPARE(grid.lens(), 3);
        QTest::qWait(longerThanATapMs);
        QKeyEvent repeat(QEvent::KeyRelease, Qt::Key_G, Qt::NoModifier, u"g"_s,
                         true); // as some systems send while held
        QApplication::sendEvent(grid.activeViewport(), &repeat);
        QCOMPARE(grid.lens(), 3);
        QTest::keyRelease(window, Qt::Key_G);
        QTRY_COMPARE_WITH_TIMEOUT(grid.lens(), 0, 300); // no press has followed
        QTest::keyClick(window, Qt::Key_G);
        QCOMPARE(grid.lens(), 3);
        QTest::qWait(longerThanATapMs);
        QTest::keyClick(window, Qt::Key_F); // another key ends nothing
        QCOMPARE(grid.lens(), 3);
        QTest::keyClick(window, Qt::Key_G);
        QCOMPARE(grid.lens(), 0);
    }

    void aKeyThatTheKeyboardRepeatsIsHeld_data()
    {
        QTest::addColumn<bool>("isMarked");
        QTest::newRow("marked as repeats") << true;
        QTest::newRow("releases and presses like any other") << false; // as Qt takes those of X11 apart
    }

    void aKeyThatTheKeyboardRepeatsIsHeld()
    {
        constexpr int beforeRepeatsMs = 400, everyMs = 30, repeats = 15, longerThanTheWaitMs = 150;
        QFETCH(bool, isMarked);
        Desk desk(u"en"_s, u"dark"_s, QSize(1366, 768));
        open(desk, u"plain"_s);
        auto &grid = desk.window().readingPage()->grid();
        QWindow *window = desk.window().windowHandle();
        grid.activeViewport()->setFocus();
        const auto again = [&] {
            if (!isMarked) {
                QTest::keyRelease(window, Qt::Key_G);
                QTest::keyPress(window, Qt::Key_G);
                return;
            }
            for (const auto type : {QEvent::KeyRelease, QEvent::KeyPress}) {
                QKeyEvent event(type, Qt::Key_G, Qt::NoModifier, u"g"_s, true);
                QApplication::sendEvent(grid.activeViewport(), &event);
            }
        };
        const auto hold = [&] {
            QTest::qWait(beforeRepeatsMs);
            for (int i = 0; i < repeats; ++i) {
                again();
                QTest::qWait(everyMs);
            }
        };
        QTest::keyPress(window, Qt::Key_G);
        for (int i = 0; i < 2; ++i) {
            hold();
            QCOMPARE(grid.lens(), 3);
        }
        QTest::keyRelease(window, Qt::Key_G);
        QTRY_COMPARE_WITH_TIMEOUT(grid.lens(), 0, 300);
        QTest::qWait(longerThanTheWaitMs);
        QCOMPARE(grid.lens(), 0); // and stays away

        QTest::keyClick(window, Qt::Key_G); // on by a tap, off by the next press, held or not
        QTest::qWait(longerThanTheWaitMs);
        QCOMPARE(grid.lens(), 3);
        QTest::keyPress(window, Qt::Key_G);
        hold();
        QCOMPARE(grid.lens(), 0);
        QTest::keyRelease(window, Qt::Key_G);
        QTest::qWait(longerThanTheWaitMs);
        QCOMPARE(grid.lens(), 0);
    }

    void theKeyboardIsSeenWhereItIs_data()
    {
        QTest::addColumn<QString>("theme");
        QTest::newRow("dark") << u"dark"_s;
        QTest::newRow("light") << u"light"_s;
    }

    /// Each part of the window to which F6 goes, and the list of segments, show that they have the keyboard: in the
    /// accent's colour; a view, whose accent says that it is the active one, with a white line as well (LOOK, 7).
    void theKeyboardIsSeenWhereItIs()
    {
        constexpr int fewestPx = 60;
        QFETCH(QString, theme);
        Desk desk(u"en"_s, theme, QSize(1366, 768));
        open(desk, u"outlined"_s);
        auto &window = desk.window();
        auto &page = *window.readingPage();
        auto *segments = window.findChild<widgets::SegmentList *>();
        QTRY_VERIFY_WITH_TIMEOUT(segments->isVisible(), 20'000);
        const QColor accent = widgets::tokens(window.palette()).ac;
        auto *viewport = page.grid().activeViewport();
        struct Part {
            const char *name;
            const QWidget *place;
            QColor colour;
        };
        const Part parts[] = {{"panel", window.findChild<QWidget *>(u"study-info"_s), accent},
                              {"tabs", window.findChild<app::AppTabs *>(), accent},
                              {"series", page.strip().findChild<QListView *>(u"series-list"_s), accent},
                              {"images", viewport, QColor(Qt::white)}};
        viewport->setFocus(Qt::MouseFocusReason); // as after a click
        for (const Part &part : parts) {
            QVERIFY2(part.place && part.place->isVisible(), part.name);
            const bool isView = part.place == viewport;
            if (isView)
                window.findChild<app::AppTabs *>()->setFocus(Qt::MouseFocusReason);
            const int without = pixelsOf(desk, *part.place, part.colour);
            if (isView)
                viewport->setFocus(Qt::TabFocusReason);
            else
                QVERIFY(window.runCommand(u"next-region"_s));
            if (page.toolBar().isAncestorOf(QApplication::focusWidget()))
                QVERIFY(window.runCommand(u"next-region"_s)); // it is full of the accent's colour as it is
            const QWidget *focused = QApplication::focusWidget();
            QVERIFY2(focused && (focused == part.place || part.place->isAncestorOf(focused)), part.name);
            const int with = pixelsOf(desk, *part.place, part.colour);
            QVERIFY2(with >= without + fewestPx,
                     qPrintable(u"%1: %2 without, %3 with"_s.arg(QLatin1StringView(part.name)).arg(without).arg(with)));
        }
        const int without = pixelsOf(desk, *segments, accent);
        segments->setFocus(Qt::TabFocusReason);
        QCOMPARE(QApplication::focusWidget(), segments);
        const int with = pixelsOf(desk, *segments, accent);
        QVERIFY2(with >= without + fewestPx, qPrintable(u"segments: %1 without, %2 with"_s.arg(without).arg(with)));
    }

    void theToolBarIsWalkedByTab_data() { theKeyboardIsSeenWhereItIs_data(); }

    /// F6 comes to its first button, the tab key to each next one that can be used; each has a ring in the accent's
    /// colour, lit or not, and the space key presses it.
    void theToolBarIsWalkedByTab()
    {
        constexpr int fewestPx = 60, fewestButtons = 20;
        QFETCH(QString, theme);
        Desk desk(u"en"_s, theme, QSize(1366, 768));
        open(desk, u"plain"_s);
        auto &window = desk.window();
        auto &page = *window.readingPage();
        auto *viewport = page.grid().activeViewport();
        QList<widgets::ToolButton *> buttons = page.toolBar().findChildren<widgets::ToolButton *>();
        buttons.removeIf([](const widgets::ToolButton *button) { return !button->isEnabled(); });
        QVERIFY(buttons.size() >= fewestButtons);
        std::sort(buttons.begin(), buttons.end(), [](const auto *a, const auto *b) { return a->x() < b->x(); });
        const QColor accent = widgets::tokens(window.palette()).ac;
        viewport->setFocus(Qt::MouseFocusReason); // no ring is anywhere
        QHash<const QWidget *, int> without;
        for (const auto *button : buttons)
            without[button] = pixelsOf(desk, *button, accent);
        window.findChild<app::AppTabs *>()->setFocus(Qt::MouseFocusReason);
        QVERIFY(window.runCommand(u"next-region"_s));
        for (const auto *button : buttons) {
            QVERIFY2(QApplication::focusWidget() == button, qPrintable(button->objectName()));
            const int with = pixelsOf(desk, *button, accent);
            QVERIFY2(with >= without[button] + fewestPx,
                     qPrintable(u"%1: %2 without, %3 with"_s.arg(button->objectName()).arg(without[button]).arg(with)));
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        auto *invert = page.toolBar().findChild<widgets::ToolButton *>(u"tool-invert"_s);
        QVERIFY(invert && !invert->isChecked());
        invert->setFocus(Qt::TabFocusReason);
        QTest::keyClick(invert, Qt::Key_Space);
        QVERIFY(invert->isChecked());
    }
};

CONSILIUM_TEST(HandTest)
#include "HandTest.moc"
