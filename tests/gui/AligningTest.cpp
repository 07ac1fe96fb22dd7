#include "app/windows/ReadingPage.h"
#include "app/windows/ReadingSession.h"
#include "tests/gui/LookDesk.h"
#include "tests/support/TestMain.h"
#include "viewer/pixels/StudyImages.h"
#include "viewer/session/Action.h"
#include "viewer/widgets/LayoutGrid.h"
#include "viewer/widgets/SeriesStrip.h"
#include "viewer/widgets/ViewportWidget.h"

#include <QMessageBox>
#include <QPointer>
#include <QProcess>
#include <QProgressBar>
#include <QProgressDialog>
#include <QPushButton>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;
using namespace consilium;

/// A helper that fails leaves only itself: this leaves whoever called it too.
#define STEP(call)                                                                                                     \
    do {                                                                                                               \
        call;                                                                                                          \
        if (QTest::currentTestFailed())                                                                                \
            return;                                                                                                    \
    } while (false)

namespace
{

const ViewId left(u"v1"_s), right(u"v2"_s);

/// Twice the same head of one patient in two frames of reference: 48 slices, and 30 of them moved by 30, -18, 140 mm.
class Heads
{
public:
    Heads()
    {
        const QStringList head{u"generate"_s,   u"--kind"_s,    u"head"_s,      u"--rows"_s,
                               u"96"_s,         u"--columns"_s, u"96"_s,        u"--patient-id"_s,
                               u"TEST-ALIGN"_s, u"--patient"_s, u"TEST^ALIGN"_s};
        isMade = run(head + QStringList{u"--slices"_s, u"48"_s, u"--out"_s, m_folder.filePath(u"first"_s)}) &&
                 run(head + QStringList{u"--slices"_s, u"30"_s, u"--seed"_s, u"2"_s, u"--moved"_s, u"30,-18,140"_s,
                                        u"--out"_s, m_folder.filePath(u"second"_s)});
    }
    [[nodiscard]] QString path() const { return m_folder.path(); }
    static const Heads &all()
    {
        static const Heads made;
        return made;
    }
    bool isMade = false;

private:
    [[nodiscard]] static bool run(const QStringList &arguments)
    {
        QProcess process;
        process.start(qEnvironmentVariable("CONSILIUM_BIN") + u"/consilium-phantom"_s, arguments);
        return process.waitForFinished(120'000) && process.exitCode() == 0;
    }
    QTemporaryDir m_folder;
};

/// A reader with both of them side by side; the left view is active, at its 20th slice.
struct Reader {
    test::LookDesk desk{u"en"_s, u"dark"_s, QSize(1366, 768), 0};

    void open() const
    {
        QVERIFY(Heads::all().isMade);
        desk.program->openPaths({Heads::all().path()});
        QTRY_VERIFY_WITH_TIMEOUT(desk.window().readingPage(), 20'000);
        const StudyUid study = page().strip().study();
        const auto stackOf = [&](std::size_t slices) {
            for (const auto &stack : page().images().dataSets(study))
                if (stack->slices.size() == slices && page().images().progress(stack->id).settled)
                    return stack;
            return dicom::DataSetPtr();
        };
        QTRY_VERIFY_WITH_TIMEOUT(stackOf(48) && stackOf(30), 60'000);
        QVERIFY(dispatcher().submit(session::SetLayout{1, 2, std::nullopt}));
        STEP(show(left, study, *stackOf(48)));
        STEP(show(right, study, *stackOf(30)));
        const dicom::InstancePtr slice = stackOf(48)->slices[19];
        QVERIFY(dispatcher().submit(session::ShowPlane{left, session::ImageRef{slice->sop, slice->frame}}));
        QVERIFY(dispatcher().submit(session::SetActiveView{left}));
        QTRY_VERIFY_WITH_TIMEOUT(view(left).isDrawn() && view(right).isDrawn(), 20'000);
        QTRY_COMPARE(view(left).sliceIndex(), 19);
    }
    void show(const ViewId &where, const StudyUid &study, const dicom::DataSet &stack) const
    {
        session::ShowSeries show;
        show.view = where;
        show.study = study;
        show.dataSet = stack.id;
        QVERIFY(dispatcher().submit(show));
    }
    [[nodiscard]] app::ReadingPage &page() const { return *desk.window().readingPage(); }
    [[nodiscard]] session::ActionDispatcher &dispatcher() const { return page().session().dispatcher(); }
    [[nodiscard]] const session::ViewerState &state() const { return dispatcher().state(); }
    [[nodiscard]] widgets::ViewportWidget &view(const ViewId &id) const { return *page().grid().viewport(id); }
    void press(Qt::Key key) const
    {
        desk.window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&desk.window()));
        view(left).setFocus(Qt::OtherFocusReason);
        QTest::keyClick(desk.window().windowHandle(), key);
    }
    [[nodiscard]] QMessageBox *question() const
    {
        auto *asked = desk.window().findChild<QMessageBox *>(u"align-question"_s);
        return asked && asked->isVisible() ? asked : nullptr;
    }
    [[nodiscard]] QProgressDialog *progress() const
    {
        return desk.window().findChild<QProgressDialog *>(u"align-progress"_s);
    }
    [[nodiscard]] bool isSaidToBeAligned(const ViewId &id) const
    {
        return view(id).overlayText().link.contains(u"aligned by computation"_s);
    }
    /// K, and the question about it.
    void ask() const
    {
        STEP(press(Qt::Key_K));
        QTRY_VERIFY(question());
        QVERIFY2(question()->text().contains(u"View 2"_s), qPrintable(question()->text()));
        QVERIFY(!question()->isModal()); // whoever goes on reading is not held up
    }
    void accept() const
    {
        auto *button = question()->findChild<QPushButton *>(u"align-accept"_s);
        QVERIFY(button && button->isVisible());
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_VERIFY(!question());
        QVERIFY(progress());
    }
    /// Nothing is aligned, linked or moved.
    void isAsItWas() const
    {
        QVERIFY(state().alignments().empty());
        QCOMPARE(int(state().layout().link.kind), int(session::LinkKind::None));
        QCOMPARE(view(left).sliceIndex(), 19);
        QCOMPARE(view(right).sliceIndex(), 0);
        QVERIFY(!isSaidToBeAligned(left) && !isSaidToBeAligned(right));
    }
};

} // namespace

/// Views of different frames of reference are to scroll together: what the reader is asked, and what comes of each
/// answer.
class AligningTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void acceptedBothAreMarkedAndScrollTogether()
    {
        const Reader reader;
        STEP(reader.open());
        STEP(reader.ask());
        STEP(reader.isAsItWas()); // nothing before somebody has answered
        STEP(reader.accept());
        std::vector<int> shares;
        auto *bar = reader.progress()->findChild<QProgressBar *>();
        QVERIFY(bar);
        QObject::connect(bar, &QProgressBar::valueChanged, &reader.desk.window(),
                         [&shares](int share) { shares.push_back(share); });
        QTRY_COMPARE_WITH_TIMEOUT(reader.state().alignments().size(), std::size_t(1), 240'000);
        QTRY_VERIFY(!reader.progress());
        QVERIFY(shares.size() > 1 && std::is_sorted(shares.begin(), shares.end()));
        const QString notice = reader.desk.window().lastNotice();
        QVERIFY2(notice.contains(u"View 2 is aligned with view 1 by computation"_s), qPrintable(notice));
        QTRY_VERIFY(reader.isSaidToBeAligned(left) && reader.isSaidToBeAligned(right));
        QCOMPARE(int(reader.state().layout().link.kind), int(session::LinkKind::Position));
        // The left view's 20th slice lies at z = 22.5 mm, 162.5 in the other frame; there the 13th is at 160, the 14th
        // at 152, and two slices further on the left are 10 mm.
        QTRY_COMPARE(reader.view(right).sliceIndex(), 12);
        STEP(reader.press(Qt::Key_Down));
        STEP(reader.press(Qt::Key_Down));
        QTRY_COMPARE(reader.view(left).sliceIndex(), 21);
        QTRY_COMPARE(reader.view(right).sliceIndex(), 13);
    }

    void notNowLeavesAllAsItWas()
    {
        const Reader reader;
        STEP(reader.open());
        STEP(reader.ask());
        QAbstractButton *notNow = nullptr;
        for (QAbstractButton *button : reader.question()->buttons())
            if (reader.question()->buttonRole(button) == QMessageBox::RejectRole)
                notNow = button;
        QVERIFY(notNow);
        QCOMPARE(notNow->text().remove(u'&'), u"Not now"_s);
        QTest::mouseClick(notNow, Qt::LeftButton);
        QTRY_VERIFY(!reader.question());
        QTest::qWait(200);
        QVERIFY(!reader.progress());
        STEP(reader.isAsItWas());
        STEP(reader.press(Qt::Key_Down)); // the other one stays where it is
        QTRY_COMPARE(reader.view(left).sliceIndex(), 20);
        QCOMPARE(reader.view(right).sliceIndex(), 0);
        STEP(reader.ask()); // the key asks anew
    }

    void stoppedWhileItComputesNothingIsChanged()
    {
        const Reader reader;
        STEP(reader.open());
        STEP(reader.ask());
        STEP(reader.accept());
        const QPointer<QProgressBar> bar = reader.progress()->findChild<QProgressBar *>();
        constexpr int read = 30; // per cent: both stacks are there, and it computes
        QTRY_VERIFY_WITH_TIMEOUT(!bar || bar->value() >= read, 120'000);
        QVERIFY2(bar, "it was over before it could be stopped");
        auto *stop = reader.progress()->findChild<QPushButton *>();
        QVERIFY(stop);
        QCOMPARE(stop->text().remove(u'&'), u"Stop"_s);
        stop->click(); // it shows itself after half a second only, and may not be there yet
        QTRY_VERIFY(!reader.progress());
        const QString notice = reader.desk.window().lastNotice();
        QVERIFY2(notice.contains(u"Aligning was stopped; nothing was changed."_s), qPrintable(notice));
        STEP(reader.isAsItWas());
        QTest::qWait(1000); // nor does what was computed meanwhile come after all
        STEP(reader.isAsItWas());
        STEP(reader.ask());
    }
};

CONSILIUM_TEST(AligningTest)
#include "AligningTest.moc"
