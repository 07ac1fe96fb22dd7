#include "tests/gui/Desk.h"

#include <QMenu>

using namespace consilium::test;

namespace
{

QStringList commandsOf(const QMenu &menu)
{
    QStringList names;
    for (const QAction *action : menu.actions()) {
        if (action->menu())
            names += commandsOf(*action->menu());
        else if (!action->isSeparator())
            names << action->data().toString();
    }
    return names;
}

} // namespace

/// The menus that the right button and the keyboard open.
class MenusTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theViewportsMenuHasOnlyWhatWorksThere()
    {
        Desk desk;
        app::ReadingSession session(desk.clock, desk.images);
        desk.window->showSession(session, true);
        QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
        auto *viewport = desk.window->readingPage()->grid().activeViewport();
        QTest::mouseClick(viewport, Qt::RightButton, {}, viewport->imageArea().center());
        auto *menu = desk.part<QMenu>(u"commandMenu"_s);
        QVERIFY(menu && menu->isVisible());
        const QStringList empty = commandsOf(*menu);
        QVERIFY(empty.contains(u"layout-2x2"_s));
        for (const QString &needsImage : {u"fit"_s, u"invert"_s, u"cine"_s, u"link-scroll"_s, u"undo"_s})
            QVERIFY2(!empty.contains(needsImage), qPrintable(needsImage));
        for (QAction *action : menu->findChildren<QAction *>())
            if (action->data().toString() == u"layout-2x2"_s)
                action->trigger();
        menu->close();
        QCOMPARE(session.dispatcher().state().layout().cellCount(), 4);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        // By keyboard, with what has become possible.
        desk.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
        desk.window->readingPage()->grid().activeViewport()->setFocus();
        QTest::keyClick(desk.window->windowHandle(), Qt::Key_F10, Qt::ShiftModifier);
        menu = desk.part<QMenu>(u"commandMenu"_s);
        QVERIFY(menu && menu->isVisible());
        QTest::keyClick(menu, Qt::Key_Down);
        QCOMPARE(menu->activeAction(), menu->actions().front());
        const QStringList four = commandsOf(*menu);
        for (const QString &name : {u"maximise"_s, u"link-scroll"_s, u"reference-lines"_s, u"undo"_s})
            QVERIFY2(four.contains(name), qPrintable(name));
        menu->close();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        desk.window.reset();
    }

    void aDragWithTheRightButtonOpensNoMenu()
    {
        Desk desk;
        app::ReadingSession session(desk.clock, desk.images);
        desk.window->showSession(session, true);
        auto *viewport = desk.window->readingPage()->grid().activeViewport();
        const QPoint middle = viewport->imageArea().center();
        QTest::mousePress(viewport, Qt::RightButton, {}, middle);
        QTest::mouseMove(viewport, middle + QPoint(0, 30));
        QMouseEvent move(QEvent::MouseMove, QPointF(middle + QPoint(0, 30)),
                         viewport->mapToGlobal(QPointF(middle + QPoint(0, 30))), Qt::NoButton, Qt::RightButton, {});
        QCoreApplication::sendEvent(viewport, &move);
        QTest::mouseRelease(viewport, Qt::RightButton, {}, middle + QPoint(0, 30));
        QVERIFY(!desk.part<QMenu>(u"commandMenu"_s));
        desk.window.reset();
    }

    void theWorklistsMenuOpensTheStudy()
    {
        Desk desk;
        desk.window->worklist().search();
        desk.answer({studyRow(u"1.1"_s, u"TEST^A"_s), studyRow(u"1.2"_s, u"TEST^B"_s, u"20250101"_s)});
        QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
        auto *view = desk.part<app::WorklistView>();
        view->setFocus();
        view->setCurrentIndex(view->model()->index(1, 0));
        QTest::keyClick(desk.window->windowHandle(), Qt::Key_Menu);
        auto *menu = desk.part<QMenu>(u"commandMenu"_s);
        QVERIFY(menu && menu->isVisible());
        const QStringList names = commandsOf(*menu);
        QVERIFY(names.contains(u"open-study"_s) && names.contains(u"refresh"_s) && !names.contains(u"fit"_s));
        QSignalSpy opened(desk.window.get(), &app::MainWindow::openStudyRequested);
        menu->actions().front()->trigger();
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened[0][1].value<dicom::StudyHeader>().uid.text(), u"1.2"_s);
        menu->close();
        desk.window.reset();
    }
};

CONSILIUM_TEST(MenusTest)
#include "MenusTest.moc"
