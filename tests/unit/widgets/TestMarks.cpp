#include "tests/support/TestMain.h"
#include "tests/unit/widgets/FakeImages.h"
#include "viewer/dicom/Suv.h"
#include "viewer/widgets/LayoutGrid.h"
#include "viewer/widgets/MarkPanel.h"
#include "viewer/widgets/MarkTextEntry.h"
#include "viewer/widgets/OwnClipboard.h"
#include "viewer/widgets/ToolBar.h"
#include "viewer/widgets/ToolButton.h"
#include "viewer/widgets/theme/Theme.h"
#include "viewer/widgets/theme/Tokens.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <functional>
#include <memory>
#include <vector>

using namespace consilium;
using namespace consilium::widgets;
using namespace Qt::StringLiterals;
using test::Bench;

namespace
{

/// A view with a stack, and a hand. 64 x 64 pixels of 2 mm, fitted.
struct Room {
    Bench bench;
    DataSetId id = bench.images.addSeries(u"1.2"_s, {});
    LayoutGrid grid{bench.dispatcher, bench.images, bench.bindings};
    ViewportWidget *viewport = nullptr;
    QStringList notices;

    Room()
    {
        grid.resize(800, 600);
        grid.show();
        bench.show(u"v1"_s, u"1.2"_s, id);
        viewport = grid.activeViewport();
        QObject::connect(&grid, &LayoutGrid::noticed, &grid, [this](const QString &told) { notices << told; });
    }
    [[nodiscard]] bool isReady() const
    {
        return QTest::qWaitFor([this] { return viewport->isDrawn(); });
    }
    /// A place of the patient on the first image, in the view's coordinates.
    [[nodiscard]] QPoint at(double x, double y) const
    {
        const auto &geometry = viewport->instance()->geometry;
        const auto screen = viewport->transform()->toScreen(*geometry.toImage({x, y, geometry.position->z}));
        return viewport->imageArea().topLeft() + QPoint(qRound(screen.x), qRound(screen.y));
    }
    void send(QEvent::Type type, QPoint to, Qt::MouseButton button, Qt::MouseButtons held) const
    {
        QMouseEvent event(type, QPointF(to), QPointF(viewport->mapToGlobal(to)), button, held, Qt::NoModifier);
        QApplication::sendEvent(viewport, &event);
    }
    void hover(QPoint to) const { send(QEvent::MouseMove, to, Qt::NoButton, Qt::NoButton); }
    void drag(QPoint from, QPoint to) const
    {
        send(QEvent::MouseButtonPress, from, Qt::LeftButton, Qt::LeftButton);
        for (int i = 1; i <= 5; ++i)
            send(QEvent::MouseMove, from + (to - from) * i / 5, Qt::NoButton, Qt::LeftButton);
        send(QEvent::MouseButtonRelease, to, Qt::LeftButton, Qt::NoButton);
    }
    void click(QPoint where) const
    {
        hover(where);
        send(QEvent::MouseButtonPress, where, Qt::LeftButton, Qt::LeftButton);
        send(QEvent::MouseButtonRelease, where, Qt::LeftButton, Qt::NoButton);
    }
    void doubleClick(QPoint where) const
    {
        click(where);
        send(QEvent::MouseButtonDblClick, where, Qt::LeftButton, Qt::LeftButton);
        send(QEvent::MouseButtonRelease, where, Qt::LeftButton, Qt::NoButton);
    }
    void choose(const QString &tool)
    {
        bench.bindings.setTool(Qt::LeftButton, tool);
        grid.checkDrafts();
    }
    [[nodiscard]] std::size_t count() const { return bench.dispatcher.state().annotations().size(); }
    [[nodiscard]] const session::Annotation *mark(const AnnotationId &mark) const
    {
        return bench.dispatcher.state().annotations().find(mark);
    }
    void add(const QString &name, session::AnnotationKind kind, std::vector<PatientPoint> handles,
             const QString &author = {}, int slice = 0)
    {
        session::Annotation mark;
        mark.id = AnnotationId(name);
        mark.kind = kind;
        mark.author = author.isEmpty() ? bench.dispatcher.localActor() : ActorId(author);
        mark.dataSet = id;
        mark.sop = bench.images.key(id, slice).sop;
        mark.frameOfReference = FrameOfReferenceUid(u"1.2.3.9"_s);
        for (PatientPoint &handle : handles)
            handle.z = slice * 3.0;
        mark.patientHandles = std::move(handles);
        QVERIFY(bench.dispatcher.submitAs(mark.author, session::AddAnnotation{mark}, session::Origin::Local));
    }
};

QStringList idsOf(const MarkPanel &panel)
{
    QStringList ids;
    for (int i = 0; i < panel.model().rowCount(); ++i)
        ids << panel.model().index(i).data(MarkModel::IdRole).toString();
    return ids;
}

} // namespace

/// Drawing, choosing, nudging, writing on and listing marks, by mouse and keys.
class TestMarks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aDragIsOneMarkAndOneStep();
    void whatIsHalfDrawnIsSeenAndIsNoState();
    void keysEndAndTakeBackADraft();
    void aDoubleClickEndsAMarkAndNotTheView();
    void theRightButtonDrawsToo();
    void whateverTakesTheImageAwayDropsADraft();
    void aClickSelectsAndArrowsNudge();
    void theWindowToolKeepsWorkingOverMarks();
    void theCursorSaysWhatAPressTakes();
    void whatIsHiddenIsDrawnAllTheSame();
    void textIsTypedWhereItWasClicked();
    void textIsEditedWithEnter();
    void aCopyIsThisProgramsAndOfThisStudy();
    void theSelectedMarkIsMeantFirst();
    void thePanelListsTheStudysMarks();
    void theListRelatesUptakesAsTheViewDoes();
    void theListSignsWhatIncompleteDataSays();
    void thePanelChangesRowsAndNothingElse();
    void thePanelIsWorkedByKeys();
    void aFamilyOfToolsSharesAButton();
    void whatIsKeptOfMarksIsWhatIsThere();
};

void TestMarks::aDragIsOneMarkAndOneStep()
{
    Room room;
    QVERIFY(room.isReady());
    room.choose(u"length"_s);
    room.drag(room.at(-20, 0), room.at(20, 0));
    QCOMPARE(room.count(), 1u);
    QTRY_COMPARE(room.viewport->marks().size(), std::size_t(1)); // with the next picture
    const QString label = room.viewport->marks().front().label;
    const double mm = label.section(u' ', 0, 0).toDouble();
    QVERIFY2(std::abs(mm - 40.0) < 1.0 && label.contains(u"mm"_s), qPrintable(label));
    QVERIFY(room.grid.selectedMark().isEmpty()); // the arrows go on scrolling
    QVERIFY(room.bench.dispatcher.undo(room.bench.dispatcher.localActor()));
    QCOMPARE(room.count(), 0u);
    QTRY_VERIFY(room.viewport->marks().empty());
}

void TestMarks::whatIsHalfDrawnIsSeenAndIsNoState()
{
    Room room;
    QVERIFY(room.isReady());
    room.choose(u"cobb"_s);
    const auto before = room.bench.dispatcher.state().hash();
    room.click(room.at(-30, -20));
    room.hover(room.at(10, -20));
    QCOMPARE(room.viewport->marks().size(), std::size_t(1));
    QVERIFY(room.viewport->marks().front().label.isEmpty()); // nothing can be said yet
    room.click(room.at(20, -20));
    room.click(room.at(-30, 20));
    QCOMPARE(room.bench.dispatcher.state().hash(), before);
    room.hover(room.at(20, 35));
    QVERIFY(!room.viewport->marks().front().label.isEmpty()); // the last place is where the pointer is
    QTest::keyClick(room.viewport, Qt::Key_Escape);
    QVERIFY(room.viewport->marks().empty());
    QCOMPARE(room.bench.dispatcher.state().hash(), before);
}

void TestMarks::keysEndAndTakeBackADraft()
{
    Room room;
    QVERIFY(room.isReady());
    room.choose(u"polyline"_s);
    for (const QPoint place : {room.at(-30, 0), room.at(0, 0), room.at(0, 30), room.at(40, 40)})
        room.click(place);
    // Backspace resets the view elsewhere: here it comes as a key, not as that command.
    QKeyEvent asked(QEvent::ShortcutOverride, Qt::Key_Backspace, Qt::NoModifier);
    asked.ignore();
    QApplication::sendEvent(room.viewport, &asked);
    QVERIFY(asked.isAccepted());
    room.click(room.at(-40, -40));
    QTest::keyClick(room.viewport, Qt::Key_Z, Qt::ControlModifier); // of what is drawn: nothing was done before
    QTest::keyClick(room.viewport, Qt::Key_Backspace);
    QTest::keyClick(room.viewport, Qt::Key_Return);
    QCOMPARE(room.count(), 1u);
    room.bench.dispatcher.state().annotations().forEach(
        [](const session::Annotation &mark) { QCOMPARE(mark.patientHandles.size(), std::size_t(3)); });
    QKeyEvent later(QEvent::ShortcutOverride, Qt::Key_Backspace, Qt::NoModifier);
    later.ignore();
    QApplication::sendEvent(room.viewport, &later);
    QVERIFY(!later.isAccepted()); // nothing is being drawn
}

void TestMarks::aDoubleClickEndsAMarkAndNotTheView()
{
    Room room;
    QVERIFY(room.bench.dispatcher.submit(session::SetLayout{1, 2, {}}));
    QVERIFY(room.isReady());
    room.choose(u"polyline"_s);
    room.click(room.at(-30, 0));
    room.doubleClick(room.at(20, 10));
    QCOMPARE(room.count(), 1u);
    QVERIFY(room.grid.maximised().isEmpty());
    // One that is made of a fixed number of places has ended before the second click.
    room.choose(u"angle"_s);
    room.click(room.at(-30, 20));
    room.click(room.at(0, 20));
    room.doubleClick(room.at(20, 40));
    QCOMPARE(room.count(), 2u);
    QVERIFY(room.grid.maximised().isEmpty());
    // A double click that begins nothing is the view's, and leaves nothing behind.
    room.doubleClick(room.at(-20, -40));
    QCOMPARE(room.count(), 2u);
    QVERIFY(!room.grid.maximised().isEmpty());
    QCOMPARE(room.viewport->marks().size(), std::size_t(2));
}

void TestMarks::theRightButtonDrawsToo()
{
    Room room;
    QVERIFY(room.isReady());
    room.bench.bindings.setTool(Qt::RightButton, u"polyline"_s);
    QSignalSpy menu(room.viewport, &ViewportWidget::menuRequested);
    QTest::mouseClick(room.viewport, Qt::RightButton, {}, room.at(-30, 0));
    QCOMPARE(menu.size(), 1); // a click alone is for the menu, and begins nothing
    QVERIFY(room.viewport->marks().empty());
    room.send(QEvent::MouseButtonPress, room.at(-30, 0), Qt::RightButton, Qt::RightButton);
    for (const QPoint to : {room.at(-20, 0), room.at(0, 0)})
        room.send(QEvent::MouseMove, to, Qt::NoButton, Qt::RightButton);
    room.send(QEvent::MouseButtonRelease, room.at(0, 0), Qt::RightButton, Qt::NoButton);
    QTest::mouseClick(room.viewport, Qt::RightButton, {}, room.at(20, 20)); // its third place, and no menu
    QCOMPARE(menu.size(), 1);
    QTest::keyClick(room.viewport, Qt::Key_Return);
    QCOMPARE(room.count(), 1u);
    room.bench.dispatcher.state().annotations().forEach(
        [](const session::Annotation &mark) { QCOMPARE(mark.patientHandles.size(), std::size_t(3)); });
}

void TestMarks::whateverTakesTheImageAwayDropsADraft()
{
    Room room;
    QVERIFY(room.isReady());
    const auto begin = [&room] {
        room.choose(u"polygon"_s);
        room.click(room.at(-30, 0));
        room.click(room.at(30, 0));
        return room.viewport->marks().size() == 1;
    };
    QVERIFY(begin());
    room.choose(u"window"_s);
    QVERIFY(room.viewport->marks().empty());
    QVERIFY(begin());
    room.grid.hide(); // another tab
    room.grid.show();
    QVERIFY(room.viewport->marks().empty());
    QVERIFY(begin());
    QVERIFY(room.bench.dispatcher.submit(session::SetLayout{1, 2, ViewId(u"v2"_s)})); // another view is worked in
    QVERIFY(room.viewport->marks().empty());
    QVERIFY(room.bench.dispatcher.submit(session::SetLayout{1, 1, ViewId(u"v1"_s)}));
    QVERIFY(begin());
    QVERIFY(room.notices.isEmpty());
    QWheelEvent wheel(QPointF(room.at(0, 0)), room.viewport->mapToGlobal(QPointF(room.at(0, 0))), {}, {0, -120},
                      Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(room.viewport, &wheel);
    QCOMPARE(room.viewport->sliceIndex(), 1);
    QVERIFY(room.viewport->marks().empty());
    QCOMPARE(room.notices.size(), 1); // that is said
    QCOMPARE(room.count(), 0u);
}

void TestMarks::aClickSelectsAndArrowsNudge()
{
    Room room;
    QVERIFY(room.isReady());
    room.add(u"m"_s, session::AnnotationKind::Length, {{-30, 0}, {30, 0}});
    const AnnotationId m(u"m"_s);
    const double px = room.viewport->transform()->scale(); // logical pixels a mm
    const auto x = [&] { return room.mark(m)->patientHandles[0].x; };
    room.click(room.at(0, 0));
    QCOMPARE(room.grid.selectedMark(), m);
    QVERIFY(room.viewport->marks().front().selected);
    QTest::keyClick(room.viewport, Qt::Key_Right);
    QTest::keyClick(room.viewport, Qt::Key_Right);
    QTest::keyClick(room.viewport, Qt::Key_Right, Qt::ShiftModifier);
    QVERIFY(std::abs(x() - (-30 + 12 / px)) < 1e-6);
    QVERIFY(room.bench.dispatcher.undo(room.bench.dispatcher.localActor())); // all of the run
    QCOMPARE(x(), -30.0);
    QTest::keyClick(room.viewport, Qt::Key_Down);
    QVERIFY(std::abs(room.mark(m)->patientHandles[0].y - 1 / px) < 1e-6);
    QCOMPARE(room.viewport->sliceIndex(), 0);
    QTest::keyClick(room.viewport, Qt::Key_Escape);
    QVERIFY(room.grid.selectedMark().isEmpty() && !room.viewport->marks().front().selected);
    QTest::keyClick(room.viewport, Qt::Key_Down); // scrolls again
    QCOMPARE(room.viewport->sliceIndex(), 1);
    room.bench.showSlice(u"v1"_s, room.id, 0);
    room.click(room.at(0, 1));
    QCOMPARE(room.grid.selectedMark(), m);
    room.click(room.at(0, 50)); // beside everything
    QVERIFY(room.grid.selectedMark().isEmpty());
    // Somebody else's is looked at, not moved.
    room.add(u"theirs"_s, session::AnnotationKind::Length, {{-30, 40}, {30, 40}}, u"guest"_s);
    room.click(room.at(0, 40));
    QCOMPARE(room.grid.selectedMark(), AnnotationId(u"theirs"_s));
    QTest::keyClick(room.viewport, Qt::Key_Right);
    QCOMPARE(room.mark(AnnotationId(u"theirs"_s))->patientHandles[0].x, -30.0);
    QTest::keyClick(room.viewport, Qt::Key_Escape);
    QVERIFY(room.grid.selectedMark().isEmpty());
}

void TestMarks::theWindowToolKeepsWorkingOverMarks()
{
    Room room;
    QVERIFY(room.isReady());
    room.add(u"m"_s, session::AnnotationKind::Length, {{-30, 0}, {30, 0}});
    const AnnotationId m(u"m"_s);
    const auto window = [&] { return room.bench.dispatcher.state().presentation(ViewId(u"v1"_s), room.id).window; };
    room.drag(room.at(30, 0), room.at(30, 30)); // its handle, but it is not selected
    QVERIFY(window());
    QCOMPARE(room.mark(m)->patientHandles[1].y, 0.0);
    QVERIFY(room.bench.dispatcher.undo(room.bench.dispatcher.localActor()));
    room.click(room.at(0, 0));
    QCOMPARE(room.grid.selectedMark(), m);
    room.drag(room.at(30, 0), room.at(30, 30));
    QVERIFY(!window());
    QVERIFY(std::abs(room.mark(m)->patientHandles[1].y - 30.0) < 1.0);
    QVERIFY(room.bench.dispatcher.undo(room.bench.dispatcher.localActor())); // one step
    QCOMPARE(room.mark(m)->patientHandles[1].y, 0.0);
    room.drag(room.at(0, 0), room.at(0, 30)); // its line is not enough
    QVERIFY(window());
    QVERIFY(room.bench.dispatcher.undo(room.bench.dispatcher.localActor()));
    // Words are taken hold of where they stand.
    session::Annotation words = *room.mark(m);
    words.id = AnnotationId(u"t"_s);
    words.kind = session::AnnotationKind::Text;
    words.text = u"a long remark"_s;
    words.patientHandles = {{0, -40, 0}};
    QVERIFY(room.bench.dispatcher.submit(session::AddAnnotation{words}));
    room.grid.selectMark(words.id);
    const auto &shapes = room.viewport->marks();
    const auto shape = std::find_if(shapes.begin(), shapes.end(),
                                    [](const render2d::MarkShape &one) { return one.id.text() == u"t"; });
    QVERIFY(shape != shapes.end() && shape->labelRect.width() > 40);
    const QPoint place = room.viewport->imageArea().topLeft() + shape->labelRect.center().toPoint();
    room.drag(place, place + QPoint(30, 0));
    QVERIFY(!window());
    QVERIFY(std::abs(room.mark(words.id)->patientHandles[0].x - 30 / room.viewport->transform()->scale()) < 0.5);
}

void TestMarks::theCursorSaysWhatAPressTakes()
{
    Room room;
    QVERIFY(room.isReady());
    room.add(u"m"_s, session::AnnotationKind::Length, {{-30, 0}, {30, 0}});
    room.hover(room.at(30, 0));
    QCOMPARE(room.viewport->cursor().shape(), Qt::ArrowCursor); // the window tool would not take it
    room.grid.selectMark(AnnotationId(u"m"_s));
    QCOMPARE(room.viewport->cursor().shape(), Qt::SizeAllCursor);
    room.grid.selectMark({});
    room.choose(u"length"_s);
    QCOMPARE(room.viewport->cursor().shape(), Qt::SizeAllCursor);
    room.hover(room.at(0, 0));
    QCOMPARE(room.viewport->cursor().shape(), Qt::OpenHandCursor);
    room.hover(room.at(0, -50));
    QCOMPARE(room.viewport->cursor().shape(), Qt::CrossCursor);
}

void TestMarks::whatIsHiddenIsDrawnAllTheSame()
{
    Room room;
    QVERIFY(room.isReady());
    room.grid.setOverlayVisible(false);
    room.choose(u"polyline"_s);
    room.click(room.at(-30, 0));
    room.click(room.at(0, 10));
    room.hover(room.at(20, 10));
    QCOMPARE(room.viewport->marks().size(), std::size_t(1)); // nobody draws blindly
    QCOMPARE(room.notices.size(), 1);                        // said once
    QTest::keyClick(room.viewport, Qt::Key_Return);
    QCOMPARE(room.count(), 1u);
    QVERIFY(room.viewport->marks().empty());
    room.grid.setOverlayVisible(true);
    QCOMPARE(room.viewport->marks().size(), std::size_t(1));
}

void TestMarks::textIsTypedWhereItWasClicked()
{
    Room room;
    QVERIFY(room.isReady());
    room.choose(u"text"_s);
    const auto entry = [&room] { return room.grid.window()->findChild<MarkTextEntry *>(); };
    const auto gone = [&] { QTRY_VERIFY(!entry()); };
    room.click(room.at(10, 10));
    QVERIFY(entry() && entry()->isVisible());
    auto *field = entry()->findChild<QLineEdit *>();
    QTest::keyClicks(field, u" node "_s);
    QCOMPARE(room.count(), 0u);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(room.count(), 1u);
    room.bench.dispatcher.state().annotations().forEach([](const session::Annotation &mark) {
        QCOMPARE(mark.text, u"node"_s);
        QVERIFY(std::abs(mark.patientHandles[0].x - 10) < 1 && std::abs(mark.patientHandles[0].y - 10) < 1);
    });
    gone();
    room.click(room.at(-40, -40));
    QTest::keyClicks(entry()->findChild<QLineEdit *>(), u"not this"_s);
    QTest::keyClick(entry()->findChild<QLineEdit *>(), Qt::Key_Escape);
    gone();
    room.click(room.at(-40, -40));
    QTest::keyClick(entry()->findChild<QLineEdit *>(), Qt::Key_Return); // nothing was typed
    gone();
    QCOMPARE(room.count(), 1u);
    // A click elsewhere keeps what was typed; another window in front is no click.
    room.click(room.at(-40, 30));
    QTest::keyClicks(entry()->findChild<QLineEdit *>(), u"kept"_s);
    QFocusEvent away(QEvent::FocusOut, Qt::ActiveWindowFocusReason), elsewhere(QEvent::FocusOut, Qt::MouseFocusReason);
    QApplication::sendEvent(entry()->findChild<QLineEdit *>(), &away);
    QVERIFY(entry()->isVisible());
    QCOMPARE(room.count(), 1u);
    QApplication::sendEvent(entry()->findChild<QLineEdit *>(), &elsewhere);
    gone();
    QCOMPARE(room.count(), 2u);
    room.click(room.at(-40, -40));
    QTest::keyClicks(entry()->findChild<QLineEdit *>(), u"nor this"_s);
    room.bench.showSlice(u"v1"_s, room.id, 2);
    gone();
    QCOMPARE(room.count(), 2u);
}

void TestMarks::textIsEditedWithEnter()
{
    Room room;
    QVERIFY(room.isReady());
    room.add(u"m"_s, session::AnnotationKind::Length, {{-30, 0}, {30, 0}});
    const AnnotationId m(u"m"_s);
    room.click(room.at(0, 0));
    QTest::keyClick(room.viewport, Qt::Key_Return);
    auto *entry = room.grid.window()->findChild<MarkTextEntry *>();
    QVERIFY(entry);
    QTest::keyClicks(entry->findChild<QLineEdit *>(), u"liver"_s);
    QTest::keyClick(entry->findChild<QLineEdit *>(), Qt::Key_Return);
    QCOMPARE(room.mark(m)->text, u"liver"_s);
    QVERIFY(room.viewport->marks().front().label.contains(u"liver"_s));
    QVERIFY(room.bench.dispatcher.submit(session::PlaceLabel{m, PatientPoint{0, 40, 0}}));
    QVERIFY(room.viewport->putLabelBeside(m));
    QVERIFY(!room.mark(m)->labelInPatient);
    QVERIFY(!room.viewport->putLabelBeside(AnnotationId(u"nothing"_s)));
}

void TestMarks::aCopyIsThisProgramsAndOfThisStudy()
{
    Room room;
    QVERIFY(room.isReady());
    room.add(u"m"_s, session::AnnotationKind::Length, {{-30, 0}, {30, 0}});
    QVERIFY(!room.viewport->copyOf(AnnotationId(u"nothing"_s)));
    const auto copied = room.viewport->copyOf(AnnotationId(u"m"_s));
    QVERIFY(copied);
    copyMark(*copied, u"60.0 mm"_s);
    QCOMPARE(QApplication::clipboard()->text(), u"60.0 mm"_s); // what other programs get
    QVERIFY(markToPaste() == copied);
    room.bench.showSlice(u"v1"_s, room.id, 2);
    QVERIFY(room.viewport->paste(*markToPaste()).isEmpty());
    QCOMPARE(room.count(), 2u);
    const auto *copy = room.mark(room.grid.selectedMark());
    QVERIFY(copy && copy->sop == room.bench.images.key(room.id, 2).sop);
    QCOMPARE(copy->patientHandles[0].z, 6.0);
    // Another patient's study is open as well.
    test::FakeImages::SeriesSpec other;
    other.patientId = u"TEST-0002"_s;
    const auto theirs = room.bench.images.addSeries(u"9.9"_s, other);
    room.bench.show(u"v1"_s, u"9.9"_s, theirs);
    QVERIFY(room.viewport->paste(*markToPaste()).contains(u"another patient"_s));
    QCOMPARE(room.count(), 2u);
    QApplication::clipboard()->setText(u"something else"_s);
    QVERIFY(!markToPaste());
    copyMark(*copied, u"60.0 mm"_s);
    takeBackCopies(); // the person has left
    QVERIFY(!markToPaste());
    QVERIFY(QApplication::clipboard()->text().isEmpty());
}

void TestMarks::theSelectedMarkIsMeantFirst()
{
    Room room;
    QVERIFY(room.isReady());
    room.add(u"a"_s, session::AnnotationKind::Length, {{-30, -40}, {30, -40}});
    room.add(u"b"_s, session::AnnotationKind::Length, {{-30, 40}, {30, 40}});
    room.hover(room.at(0, 0));                                  // near neither
    QCOMPARE(room.grid.meantMark().mark, AnnotationId(u"b"_s)); // placed last
    room.grid.selectMark(AnnotationId(u"a"_s));
    QCOMPARE(room.grid.meantMark().mark, AnnotationId(u"a"_s));
    room.hover(room.at(0, 40)); // exactly on the other
    QCOMPARE(room.grid.meantMark().mark, AnnotationId(u"b"_s));
    room.hover(room.at(0, 0));
    QVERIFY(room.grid.deleteMark());
    QVERIFY(!room.mark(AnnotationId(u"a"_s)) && room.mark(AnnotationId(u"b"_s)));
    QVERIFY(room.grid.selectedMark().isEmpty());
    // Somebody else's is selected: none of the reader's goes in its place.
    room.add(u"theirs"_s, session::AnnotationKind::Length, {{-30, -10}, {30, -10}}, u"guest"_s);
    room.grid.selectMark(AnnotationId(u"theirs"_s));
    QVERIFY(!room.grid.meantMark().viewport);
    QVERIFY(!room.grid.deleteMark());
    QCOMPARE(room.count(), 2u);
}

void TestMarks::thePanelListsTheStudysMarks()
{
    Room room;
    const auto other = room.bench.images.addSeries(u"9.9"_s, {});
    QVERIFY(room.isReady());
    MarkPanel panel(room.bench.dispatcher, room.bench.images);
    panel.resize(312, 300);
    panel.show();
    QVERIFY(panel.list().isHidden()); // says so in words
    QVERIFY(idsOf(panel).isEmpty());
    room.add(u"late"_s, session::AnnotationKind::Ellipse, {{0, 0}, {20, 0}, {0, 20}}, {}, 3);
    room.add(u"early"_s, session::AnnotationKind::Length, {{-30, 0}, {30, 0}}, u"guest"_s);
    QVERIFY(!panel.list().isHidden());
    QCOMPARE(idsOf(panel), (QStringList{u"early"_s, u"late"_s})); // by slice, whenever they were made
    const auto row = [&panel](int i, int role) { return panel.model().index(i).data(role).toString(); };
    const auto &shapes = room.viewport->marks();
    const auto shape = std::find_if(shapes.begin(), shapes.end(),
                                    [](const render2d::MarkShape &one) { return one.id.text() == u"early"; });
    QVERIFY(shape != shapes.end());
    QCOMPARE(row(0, MarkModel::ValueRole), QString(shape->label).replace(u"\n"_s, u" · "_s));
    QVERIFY(row(0, MarkModel::ImageRole).contains(u"1"_s) && row(1, MarkModel::ImageRole).contains(u"4"_s));
    QCOMPARE(row(0, MarkModel::AuthorRole), u"guest"_s);
    QVERIFY(row(1, MarkModel::AuthorRole) != room.bench.dispatcher.localActor().text());
    QVERIFY(row(1, MarkModel::ValueRole).contains(u"HU"_s)); // its image is not the one shown
    // Another study in the active view: its marks, and none of the others.
    room.bench.show(u"v1"_s, u"9.9"_s, other);
    QVERIFY(idsOf(panel).isEmpty());
    room.bench.show(u"v1"_s, u"1.2"_s, room.id);
    QCOMPARE(idsOf(panel).size(), 2);
}

void TestMarks::theListRelatesUptakesAsTheViewDoes()
{
    Room room;
    room.bench.images.setInstance(room.id, 0, [](dicom::Instance &image) {
        auto factors = std::make_shared<dicom::SuvFactors>();
        factors->byKind.fill({0.001, dicom::SuvRefusal::None});
        image.suv = factors;
    });
    QVERIFY(room.isReady());
    room.add(u"spot"_s, session::AnnotationKind::Probe, {{0, 0}});
    MarkPanel panel(room.bench.dispatcher, room.bench.images);
    panel.resize(312, 300);
    panel.show();
    const auto value = [&panel] { return panel.model().index(0).data(MarkModel::ValueRole).toString(); };
    QVERIFY2(value().contains(u"SUVbw"_s), qPrintable(value()));
    QSignalSpy changed(&panel.model(), &QAbstractItemModel::dataChanged);
    QVERIFY(room.bench.dispatcher.submit(session::SetSuv{ViewId(u"v1"_s), room.id, session::Suv::LeanJames}));
    QCOMPARE(changed.size(), 1);
    QVERIFY2(value().contains(u"SUVlbm (James)"_s) && !value().contains(u"SUVbw"_s), qPrintable(value()));
    // Another series in its place: what was seen stays.
    room.bench.show(u"v1"_s, u"1.2"_s, room.bench.images.addSeries(u"1.2"_s, {}));
    QVERIFY2(value().contains(u"SUVlbm (James)"_s), qPrintable(value()));
}

/// LOOK.md 5: an amber half-moon in the row, and in words.
void TestMarks::theListSignsWhatIncompleteDataSays()
{
    Room room;
    QVERIFY(room.isReady());
    room.add(u"whole"_s, session::AnnotationKind::Length, {{-30, 0}, {30, 0}});
    session::Annotation beyond = *room.mark(AnnotationId(u"whole"_s));
    beyond.id = AnnotationId(u"beyond"_s);
    beyond.patientHandles.back().z = -40.0; // where no image of the stack is
    QVERIFY(room.bench.dispatcher.submit(session::AddAnnotation{beyond}));
    MarkPanel panel(room.bench.dispatcher, room.bench.images);
    panel.resize(312, 300);
    panel.show();
    const auto amber = [&panel](const QString &id) {
        QImage row(312, MarkDelegate::rowPx, QImage::Format_RGB32);
        QStyleOptionViewItem option;
        option.rect = row.rect();
        option.palette = panel.list().palette();
        row.fill(option.palette.color(QPalette::Base));
        QPainter painter(&row);
        panel.list().itemDelegate()->paint(&painter, option, panel.model().indexOf(AnnotationId(id)));
        painter.end();
        const QRgb sign = tokens(option.palette).warn.rgb();
        int pixels = 0;
        for (int y = 0; y < row.height(); ++y)
            for (int x = row.width() - 40; x < row.width(); ++x)
                pixels += row.pixel(x, y) == sign ? 1 : 0;
        return pixels;
    };
    QVERIFY2(amber(u"beyond"_s) > 20, qPrintable(QString::number(amber(u"beyond"_s))));
    QCOMPARE(amber(u"whole"_s), 0);
    const auto said = [&panel](const QString &id, int role) {
        return panel.model().indexOf(AnnotationId(id)).data(role).toString();
    };
    for (const int role : {int(Qt::AccessibleTextRole), int(Qt::ToolTipRole)}) {
        // All images of the series are there: "incomplete" alone would not be true of it.
        QVERIFY(said(u"beyond"_s, role)
                    .contains(u"measured with reservations: the data are incomplete or unevenly spaced, or it reaches "
                              "beyond them"));
        QVERIFY(!said(u"whole"_s, role).contains(u"reservations"));
    }
}

void TestMarks::thePanelChangesRowsAndNothingElse()
{
    Room room;
    QVERIFY(room.isReady());
    MarkPanel panel(room.bench.dispatcher, room.bench.images);
    panel.resize(312, 300);
    panel.show();
    QSignalSpy reset(&panel.model(), &QAbstractItemModel::modelReset);
    QSignalSpy changed(&panel.model(), &QAbstractItemModel::dataChanged);
    for (int i = 0; i < 500; ++i)
        room.add(u"m%1"_s.arg(i, 3, 10, QChar(u'0')), session::AnnotationKind::Length, {{-30, i / 10.0}, {30, 0}}, {},
                 i % 5);
    QCOMPARE(panel.model().rowCount(), 500);
    QCOMPARE(changed.size(), 0);
    QVERIFY(room.bench.dispatcher.submit(session::SetMarkText{AnnotationId(u"m007"_s), u"seen"_s}));
    QCOMPARE(changed.size(), 1);
    const auto index = changed.first().at(0).toModelIndex();
    QCOMPARE(index.data(MarkModel::IdRole).toString(), u"m007"_s);
    QCOMPARE(index.data(MarkModel::RemarkRole).toString(), u"seen"_s);
    QVERIFY(!index.data(MarkModel::ValueRole).toString().contains(u"seen"_s)); // said once
    QVERIFY(room.bench.dispatcher.submit(session::RemoveAnnotation{AnnotationId(u"m008"_s)}));
    QCOMPARE(panel.model().rowCount(), 499);
    QCOMPARE(reset.size(), 0);
}

void TestMarks::thePanelIsWorkedByKeys()
{
    Room room;
    QVERIFY(room.isReady());
    room.add(u"a"_s, session::AnnotationKind::Length, {{-30, 0}, {30, 0}});
    room.add(u"b"_s, session::AnnotationKind::Length, {{-30, 0}, {30, 0}}, {}, 3);
    MarkPanel panel(room.bench.dispatcher, room.bench.images);
    panel.resize(312, 300);
    panel.show();
    QSignalSpy chosen(&panel, &MarkPanel::chosen), removed(&panel, &MarkPanel::removeRequested);
    MarkList &list = panel.list();
    QCOMPARE(list.focusPolicy(), Qt::TabFocus);
    panel.setSelected(AnnotationId(u"a"_s));
    QCOMPARE(chosen.size(), 0); // following is no going
    QTest::keyClick(&list, Qt::Key_Down);
    QTest::keyClick(&list, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().value<AnnotationId>(), AnnotationId(u"b"_s));
    for (const int key : {Qt::Key_Delete, Qt::Key_Down, Qt::Key_Return}) {
        QKeyEvent asked(QEvent::ShortcutOverride, key, Qt::NoModifier);
        asked.ignore();
        QApplication::sendEvent(&list, &asked);
        QVERIFY(asked.isAccepted()); // and not a command of the window
    }
    QKeyEvent copies(QEvent::ShortcutOverride, Qt::Key_C, Qt::ControlModifier);
    copies.ignore();
    QApplication::sendEvent(&list, &copies);
    QVERIFY(copies.isAccepted()); // the row, not the mark that the views have selected
    QTest::keyClick(&list, Qt::Key_Delete);
    QCOMPARE(removed.size(), 1);
    QCOMPARE(removed.first().first().value<AnnotationId>(), AnnotationId(u"b"_s));
    QCOMPARE(room.count(), 2u); // whoever listens does it
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, list.visualRect(panel.model().index(0)).center());
    QCOMPARE(chosen.size(), 2);
    QCOMPARE(chosen.last().first().value<AnnotationId>(), AnnotationId(u"a"_s));
}

void TestMarks::aFamilyOfToolsSharesAButton()
{
    Bench bench;
    ToolBar bar(bench.dispatcher, bench.bindings);
    bar.resize(1400, 44);
    bar.show();
    auto *button = bar.findChild<ToolButton *>(u"tool-ellipse"_s);
    QVERIFY(button && button->hasMenu());
    const QString before = button->toolTip();
    bar.chooseTool(u"freehand"_s, Qt::LeftButton);
    QCOMPARE(button->command(), u"freehand"_s);
    QVERIFY(button->isBoundLeft() && button->toolTip() != before);
    bar.chooseTool(u"window"_s, Qt::LeftButton);
    QCOMPARE(button->command(), u"freehand"_s); // it is kept
    QVERIFY(!button->isBoundLeft());
    QTest::mouseClick(button, Qt::LeftButton, {}, button->rect().center());
    QCOMPARE(bench.bindings.toolFor(Qt::LeftButton, {}), u"freehand"_s);
    // The corner opens the others.
    QTest::mouseClick(button, Qt::LeftButton, {}, button->menuCorner().center());
    auto *menu = bar.findChild<QMenu *>(u"tool-family"_s);
    QVERIFY(menu && menu->isVisible());
    QCOMPARE(menu->actions().size(), 5);
    auto *rectangle = menu->findChild<QAction *>(u"tool-rectangle"_s);
    QVERIFY(rectangle);
    rectangle->trigger();
    menu->close();
    QCOMPARE(bench.bindings.toolFor(Qt::LeftButton, {}), u"rectangle"_s);
    QCOMPARE(button->command(), u"rectangle"_s);
    QSignalSpy asked(button, &ToolButton::menuRequested);
    QTest::keyClick(button, Qt::Key_Down);
    QCOMPARE(asked.size(), 1);
    // All of the row fits into the narrowest window that is promised, beside what an archive says.
    QVERIFY2(bar.toolsEndPx() <= 1366 - 300, qPrintable(QString::number(bar.toolsEndPx())));
}

/// A view that has drawn its marks many times looks to the pixel as one that has never drawn any.
void TestMarks::whatIsKeptOfMarksIsWhatIsThere()
{
    Room room;
    QVERIFY(room.isReady());
    using Kind = session::AnnotationKind;
    const AnnotationId length(u"length"_s), region(u"region"_s);
    room.add(length.text(), Kind::Length, {{10, 20, 0}, {60, 44, 0}});
    room.add(region.text(), Kind::Ellipse, {{80, 70, 0}, {100, 74, 0}, {78, 82, 0}});
    room.add(u"angle"_s, Kind::Angle, {{20, 100, 0}, {50, 90, 0}, {40, 60, 0}});
    room.add(u"probe"_s, Kind::Probe, {{110, 20, 0}});
    room.add(u"next"_s, Kind::Length, {{30, 30, 0}, {70, 30, 0}}, {}, 1);
    auto &dispatcher = room.bench.dispatcher;
    ViewportWidget &view = *room.viewport;
    const auto setWindow = [&](double centre) {
        QVERIFY(dispatcher.submit(session::SetWindow{ViewId(u"v1"_s), room.id, session::Window{centre, 80}}));
    };
    bool isTextSeen = true;
    const std::vector<std::function<void()>> acts{
        [] {},
        [&] { view.selectMark(length); },
        [&] { setWindow(10); }, // all of it is bright
        [&] {
            QVERIFY(view.nudgeMark(length, {7.0, 3.0}));
        },
        [&] { setWindow(250); },
        [&] { view.selectMark(region); },
        [&] {
            room.hover(room.at(60, 44));
            QEvent leave(QEvent::Leave);
            QApplication::sendEvent(&view, &leave);
        },
        [&] { view.removeMark(region); },
        [&] { view.runCommand(u"rotate-right"_s); },
        [&] { QVERIFY(dispatcher.undo(dispatcher.localActor())); },
        [&] { QVERIFY(dispatcher.undo(dispatcher.localActor())); },
        [&] { room.bench.showSlice(u"v1"_s, room.id, 1); },
        [&] { room.bench.showSlice(u"v1"_s, room.id, 0); },
        [&] { view.runCommand(u"one-to-one"_s); },
        [&] { view.setOverlayVisible(isTextSeen = false); },
        [&] { view.setOverlayVisible(isTextSeen = true); },
        [] { applyTheme(*qApp, Scheme::Light); },
        [] { applyTheme(*qApp, Scheme::Dark); },
    };
    for (std::size_t i = 0; i < acts.size(); ++i) {
        acts[i]();
        QVERIFY(room.isReady());
        ViewportWidget fresh(view.view(), dispatcher, room.bench.images, room.bench.bindings);
        fresh.resize(view.size());
        fresh.selectMark(view.selectedMark());
        fresh.setOverlayVisible(isTextSeen);
        const QImage seen = view.grab(view.imageArea()).toImage(), wanted = fresh.grab(view.imageArea()).toImage();
        QCOMPARE(fresh.imageArea(), view.imageArea());
        QVERIFY2(seen == wanted, qPrintable(u"after act %1"_s.arg(i)));
    }
}

CONSILIUM_TEST(TestMarks)
#include "TestMarks.moc"
