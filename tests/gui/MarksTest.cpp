#include "app/windows/DraftNote.h"
#include "tests/gui/LookDesk.h"
#include "tests/support/TestMain.h"
#include "viewer/widgets/LayoutGrid.h"
#include "viewer/widgets/MarkPanel.h"
#include "viewer/widgets/MarkTextEntry.h"
#include "viewer/widgets/SeriesModel.h"
#include "viewer/widgets/ToolButton.h"

#include <QDir>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QStackedWidget>

using namespace consilium;
using namespace consilium::test;

namespace
{

/// The program with a study open, and a hand on the first image.
struct MarkDesk : LookDesk {
    explicit MarkDesk(const QString &language) : LookDesk(language, u"dark"_s, QSize(1366, 768)) {}
    [[nodiscard]] bool open() const
    {
        program->openPaths({folder.path()});
        return QTest::qWaitFor([this] { return window().readingPage() && viewport() && viewport()->isDrawn(); },
                               20'000);
    }
    [[nodiscard]] widgets::ViewportWidget *viewport() const { return window().readingPage()->grid().activeViewport(); }
    [[nodiscard]] const session::AnnotationSet &marks() const
    {
        return window().readingPage()->session().dispatcher().state().annotations();
    }
    /// Of the image, 0 to 1 from its upper left corner.
    [[nodiscard]] QPoint at(double across, double down) const
    {
        const auto &geometry = viewport()->instance()->geometry;
        const auto screen =
            viewport()->transform()->toScreen({across * (geometry.columns - 1), down * (geometry.rows - 1)});
        return viewport()->imageArea().topLeft() + QPoint(qRound(screen.x), qRound(screen.y));
    }
    void drag(QPoint from, QPoint to) const
    {
        QTest::mousePress(viewport(), Qt::LeftButton, {}, from);
        for (int i = 1; i <= 4; ++i) {
            const QPoint place = from + (to - from) * i / 4;
            QMouseEvent move(QEvent::MouseMove, QPointF(place), QPointF(viewport()->mapToGlobal(place)), Qt::NoButton,
                             Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(viewport(), &move);
        }
        QTest::mouseRelease(viewport(), Qt::LeftButton, {}, to);
    }
    [[nodiscard]] QString label(session::AnnotationKind kind) const
    {
        for (const auto &shape : viewport()->marks()) {
            if (shape.kind == kind)
                return shape.label;
        }
        return {};
    }
};

void languages()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("en") << u"en"_s;
    QTest::newRow("zh_CN") << u"zh_CN"_s;
}

} // namespace

/// Measuring as a reader does it: the tool from the bar, the mouse on the image, the value beside the mark.
class MarksTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aLengthAndAnEllipseAreDrawnAndRead()
    {
        MarkDesk desk(u"en"_s);
        QVERIFY(desk.open());
        auto &bar = desk.window().readingPage()->toolBar();
        const auto press = [&bar](const QString &tool) {
            auto *button = bar.findChild<widgets::ToolButton *>(u"tool-"_s + tool);
            QVERIFY(button);
            QTest::mouseClick(button, Qt::LeftButton, {}, button->rect().center());
            QVERIFY(button->isBoundLeft());
        };
        press(u"length"_s);
        desk.drag(desk.at(0.2, 0.2), desk.at(0.7, 0.2));
        QCOMPARE(desk.marks().size(), std::size_t(1));
        const QString length = desk.label(session::AnnotationKind::Length);
        QVERIFY2(length.contains(QRegularExpression(u"\\d.*(mm|px)"_s)), qPrintable(length));
        press(u"ellipse"_s);
        desk.drag(desk.at(0.3, 0.4), desk.at(0.7, 0.8));
        QCOMPARE(desk.marks().size(), std::size_t(2));
        const QString region = desk.label(session::AnnotationKind::Ellipse);
        QVERIFY2(region.contains(QRegularExpression(u"\\d"_s)), qPrintable(region));
        // Two steps back, two forward.
        for (const std::size_t left : {1u, 0u}) {
            QVERIFY(desk.window().runCommand(u"undo"_s));
            QCOMPARE(desk.marks().size(), left);
        }
        QVERIFY(desk.window().runCommand(u"redo"_s));
        QCOMPARE(desk.label(session::AnnotationKind::Length), length);
    }

    void everyMarkCommandDoesWhatItSays()
    {
        MarkDesk desk(u"en"_s);
        QVERIFY(desk.open());
        auto &page = *desk.window().readingPage();
        QVERIFY(desk.window().runCommand(u"tool-length"_s));
        desk.drag(desk.at(0.2, 0.3), desk.at(0.7, 0.3));
        QVERIFY(desk.window().runCommand(u"next-mark"_s));
        const AnnotationId first = page.grid().selectedMark();
        QVERIFY(!first.isEmpty());
        QVERIFY(desk.window().runCommand(u"copy-mark"_s));
        QVERIFY(desk.window().runCommand(u"next-slice"_s));
        QTRY_VERIFY(desk.viewport()->isDrawn());
        QVERIFY(desk.window().runCommand(u"paste-mark"_s));
        QCOMPARE(desk.marks().size(), std::size_t(2));
        QVERIFY(page.grid().selectedMark() != first);
        QVERIFY(desk.window().runCommand(u"edit-mark-text"_s));
        auto *entry = desk.window().findChild<widgets::MarkTextEntry *>();
        QVERIFY(entry);
        QTest::keyClicks(entry->findChild<QLineEdit *>(), u"follow up"_s);
        QTest::keyClick(entry->findChild<QLineEdit *>(), Qt::Key_Return);
        QCOMPARE(desk.marks().find(page.grid().selectedMark())->text, u"follow up"_s);
        // From the list back to the image of the first one.
        QVERIFY(desk.window().runCommand(u"toggle-marks"_s));
        QVERIFY(page.markPanel() && page.markPanel()->isVisible());
        QCOMPARE(page.markPanel()->model().rowCount(), 2);
        Q_EMIT page.markPanel()->chosen(first);
        QCOMPARE(page.grid().selectedMark(), first);
        QCOMPARE(desk.viewport()->sliceIndex(), 0);
        Q_EMIT page.markPanel()->removeRequested(first);
        QCOMPARE(desk.marks().size(), std::size_t(1));
        QVERIFY(desk.window().runCommand(u"toggle-marks"_s));
        QVERIFY(!page.markPanel()->isVisible());
    }

    void theMenuOfAMarkIsAboutThatMark()
    {
        MarkDesk desk(u"en"_s);
        QVERIFY(desk.open());
        QVERIFY(desk.window().runCommand(u"tool-length"_s));
        desk.drag(desk.at(0.2, 0.3), desk.at(0.7, 0.3));
        QMouseEvent hover(QEvent::MouseMove, QPointF(desk.at(0.45, 0.3)),
                          QPointF(desk.viewport()->mapToGlobal(desk.at(0.45, 0.3))), Qt::NoButton, Qt::NoButton,
                          Qt::NoModifier);
        QApplication::sendEvent(desk.viewport(), &hover);
        QTest::mouseClick(desk.viewport(), Qt::RightButton, {}, desk.at(0.45, 0.3));
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        QStringList named;
        for (const QAction *action : menu->actions()) {
            named << action->data().toString();
            if (const QMenu *const part = action->menu())
                for (const QAction *inside : part->actions())
                    named << inside->data().toString();
        }
        for (const QString &command :
             {u"delete-mark"_s, u"edit-mark-text"_s, u"copy-mark"_s, u"label-beside"_s, u"go-to-mark"_s})
            QVERIFY2(named.contains(command), qPrintable(command));
        menu->close();
        QVERIFY(!desk.window().readingPage()->grid().selectedMark().isEmpty());
    }

    /// What nobody saved is not lost with the tab: it is offered when the study is opened again.
    void aClosedTabsMarksAreOfferedAgain_data() { languages(); }
    void aClosedTabsMarksAreOfferedAgain()
    {
        QFETCH(QString, language);
        MarkDesk desk(language);
        QVERIFY(desk.open());
        auto *offer = desk.window().readingPage()->findChild<app::DraftNote *>();
        QVERIFY(offer && offer->isHidden());
        QVERIFY(desk.window().runCommand(u"tool-length"_s));
        desk.drag(desk.at(0.2, 0.3), desk.at(0.7, 0.3));
        QVERIFY(desk.window().runCommand(u"next-mark"_s));
        const AnnotationId drawn = desk.window().readingPage()->grid().selectedMark();
        const QString length = desk.label(session::AnnotationKind::Length);
        QVERIFY(!drawn.isEmpty() && !length.isEmpty());
        const auto count = desk.window().pages().count();
        QVERIFY(desk.window().runCommand(u"close-tab"_s));
        if (auto *anyway = desk.window().findChild<QPushButton *>(u"leaveAnyway"_s)) // without a keychain
            QTest::mouseClick(anyway, Qt::LeftButton);
        QTRY_COMPARE(desk.window().pages().count(), count - 1);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QVERIFY(desk.open());
        QCOMPARE(desk.marks().size(), std::size_t(0));
        offer = desk.window().readingPage()->findChild<app::DraftNote *>();
        QVERIFY(offer && offer->isVisible());
        QVERIFY2(offer->text().contains(u'1'), qPrintable(offer->text()));
        QVERIFY(offer->width() >= offer->sizeHint().width());
        QCOMPARE(desk.problems(u"marks are offered"_s), QStringList());
        auto *restore = offer->findChild<QPushButton *>(u"draftRestore"_s);
        QTest::mouseClick(restore, Qt::LeftButton, {}, restore->rect().center());
        QVERIFY(offer->isHidden());
        QVERIFY(desk.marks().find(drawn));
        QTRY_COMPARE(desk.label(session::AnnotationKind::Length), length);
    }

    /// One key, the reason asked for the first time; seen on the image, in the strip and in the list.
    void aKeyImageIsMarkedAndSeen()
    {
        MarkDesk desk(u"en"_s);
        QVERIFY(desk.open());
        const auto counted = [&desk] {
            const auto *cards = desk.window().findChild<QListView *>(u"series-list"_s);
            return static_cast<const widgets::SeriesModel *>(cards->model())->card(0).keyImages;
        };
        QVERIFY(desk.window().runCommand(u"key-image"_s));
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        QCOMPARE(menu->actions().size(), 12); // the titles of CID 7010
        QTest::keyClick(menu, Qt::Key_Return);
        QCOMPARE(desk.marks().size(), std::size_t(1));
        QCOMPARE(desk.viewport()->keyImageText(), u"Of interest"_s);
        QCOMPARE(counted(), 1);
        QCOMPARE(desk.problems(u"a key image"_s), QStringList());
        QVERIFY(desk.window().runCommand(u"key-image"_s));
        QCOMPARE(desk.marks().size(), std::size_t(0));
        QVERIFY(desk.viewport()->keyImageText().isEmpty());
        QCOMPARE(counted(), 0);
        QVERIFY(desk.window().runCommand(u"key-image"_s)); // not asked again
        QVERIFY(!QApplication::activePopupWidget());
        QCOMPARE(desk.viewport()->keyImageText(), u"Of interest"_s);
        QVERIFY(desk.window().runCommand(u"undo"_s));
        QCOMPARE(desk.marks().size(), std::size_t(0));
        QVERIFY(desk.window().runCommand(u"redo"_s));
        QVERIFY(desk.window().runCommand(u"next-slice"_s));
        QTRY_VERIFY(desk.viewport()->isDrawn());
        QVERIFY(desk.viewport()->keyImageText().isEmpty()); // of that image alone
        QVERIFY(desk.window().runCommand(u"key-image-reason"_s));
        menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        menu->actions().at(3)->trigger();
        menu->close();
        QCOMPARE(desk.viewport()->keyImageText(), u"For surgery"_s);
        QCOMPARE(counted(), 2);
        QVERIFY(desk.window().runCommand(u"toggle-marks"_s));
        QCOMPARE(desk.window().readingPage()->markPanel()->model().rowCount(), 2);
        QCOMPARE(desk.problems(u"key images in the list"_s), QStringList());
    }

    /// A study from files has no archive: it is said, and files are offered.
    void savingAStudyFromFilesOffersFiles_data() { languages(); }
    void savingAStudyFromFilesOffersFiles()
    {
        QFETCH(QString, language);
        MarkDesk desk(language);
        QVERIFY(desk.open());
        QVERIFY(!desk.window().runCommand(u"save-marks"_s)); // there is nothing yet, and it says so
        QVERIFY(!desk.window().lastNotice().isEmpty());
        QVERIFY(desk.window().runCommand(u"tool-length"_s));
        desk.drag(desk.at(0.2, 0.3), desk.at(0.7, 0.3));
        QVERIFY(desk.window().runCommand(u"save-marks"_s));
        auto *question = desk.window().findChild<QMessageBox *>(u"saveAsFilesQuestion"_s);
        QVERIFY(question && question->isVisible());
        QCOMPARE(desk.judged(*question, u"no archive to save to"_s), QStringList());
        question->close();
        const QTemporaryDir target;
        QVERIFY(desk.window().runCommand(u"save-marks-as-files:"_s + target.path()));
        QTRY_COMPARE_WITH_TIMEOUT(QDir(target.path()).entryList({u"*.dcm"_s}, QDir::Files).size(), 2, 20'000);
        QTRY_VERIFY(desk.window().lastNotice().contains(u'2'));
        QVERIFY(desk.window().runCommand(u"save-marks"_s)); // they are unsaved marks all the same
    }

    /// Every word is read whole, also where the list of marks takes its part of the panel.
    void theListFitsTheNarrowestWindow_data() { languages(); }
    void theListFitsTheNarrowestWindow()
    {
        QFETCH(QString, language);
        MarkDesk desk(language);
        QVERIFY(desk.open());
        QVERIFY(desk.window().runCommand(u"toggle-marks"_s));
        QCOMPARE(desk.problems(u"marks, none"_s), QStringList());
        QVERIFY(desk.window().runCommand(u"tool-ellipse"_s));
        desk.drag(desk.at(0.3, 0.3), desk.at(0.7, 0.7));
        QCOMPARE(desk.problems(u"marks, one"_s), QStringList());
        QCOMPARE(desk.window().width(), 1366);
    }
};

CONSILIUM_TEST(MarksTest)
#include "MarksTest.moc"
