#include "app/windows/AlignCommands.h"
#include "app/windows/ReadingSession.h"
#include "tests/support/TestMain.h"
#include "tests/unit/app/HeldImages.h"
#include "viewer/tools/WindowPresets.h"
#include "viewer/widgets/LayoutGrid.h"

#include <QMessageBox>

using namespace consilium;
using namespace consilium::test;

namespace
{

/// Two views of one patient whose series have different frames of reference.
struct Aligning {
    SystemClock clock;
    HeldImages images;
    app::ReadingSession session{clock, images};
    tools::Bindings bindings = *tools::Bindings::fromJson(tools::builtInBindings());
    widgets::LayoutGrid grid{session.dispatcher(), images, bindings};
    app::AlignCommands commands{session, images, grid};
    QStringList told;

    Aligning()
    {
        images.put(stackIn(u"1.1"_s, u"1.9"_s));
        images.put(stackIn(u"2.1"_s, u"2.9"_s));
        images.put(stackIn(u"3.1"_s, u"3.9"_s));
        images.put(stackIn(u"4.1"_s, u"1.9"_s));
        QObject::connect(&commands, &app::AlignCommands::noticed, &commands,
                         [this](const QString &text) { told << text; });
        submit(session::SetLayout{1, 2, std::nullopt});
        show(u"v1"_s, u"1.1"_s);
        show(u"v2"_s, u"2.1"_s);
        grid.resize(800, 400);
        grid.show();
    }
    void submit(const session::Action &action) { QVERIFY(session.dispatcher().submit(action)); }
    void show(const QString &view, const QString &series)
    {
        session::ShowSeries show;
        show.view = ViewId(view);
        show.study = StudyUid(u"1.2.3"_s);
        show.dataSet = DataSetId(series);
        submit(show);
    }
    [[nodiscard]] bool isAsking() const { return grid.findChild<QMessageBox *>(u"align-question"_s) != nullptr; }
    void ask()
    {
        commands.offer();
        QVERIFY(isAsking());
    }
};

} // namespace

class WindowAligning : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theQuestionGoesWhenItIsAboutOtherViews()
    {
        Aligning aligning;
        aligning.ask();
        const session::ImageRef slice{SopInstanceUid(u"2.1.7"_s), 0};
        aligning.submit(session::ShowPlane{ViewId(u"v2"_s), slice});
        QTest::qWait(20);
        QVERIFY(aligning.isAsking()); // the same series, scrolled
        aligning.show(u"v2"_s, u"3.1"_s);
        QTRY_VERIFY(!aligning.isAsking());
        aligning.ask();
        aligning.submit(session::SetActiveView{ViewId(u"v2"_s)});
        QTRY_VERIFY(!aligning.isAsking());
        aligning.ask();
        aligning.submit(session::SetLayout{2, 2, std::nullopt});
        QTRY_VERIFY(!aligning.isAsking());
        QVERIFY(aligning.session.dispatcher().state().alignments().empty());
    }

    void theQuestionGoesWithTheSeries()
    {
        Aligning aligning;
        aligning.ask();
        aligning.images.change(DataSetId(u"2.1"_s), nullptr);
        QTRY_VERIFY(!aligning.isAsking());
    }

    void whyThereIsNothingToAlign()
    {
        Aligning aligning;
        aligning.submit(
            session::alignmentOf(FrameOfReferenceUid(u"1.9"_s), FrameOfReferenceUid(u"2.9"_s), RigidTransform()));
        QVERIFY(aligning.commands.run(u"align-views"_s));
        QVERIFY2(aligning.told.back().contains(u"View 2 is aligned with the active view already"_s),
                 qPrintable(aligning.told.back()));
        aligning.show(u"v2"_s, u"4.1"_s);
        QVERIFY(aligning.commands.run(u"align-views"_s));
        QVERIFY(aligning.told.back().contains(u"No other view shows a series"_s));
        aligning.submit(session::SetLayout{2, 2, std::nullopt});
        aligning.submit(session::SetActiveView{ViewId(u"v3"_s)});
        QVERIFY(aligning.commands.run(u"align-views"_s));
        QVERIFY(aligning.told.back().contains(u"shows no image"_s));
        QVERIFY(!aligning.commands.isRunning());
    }

    void goesOnWithTheSameSeriesArrangedAnew()
    {
        Aligning aligning;
        QVERIFY(aligning.commands.run(u"align-views"_s));
        QVERIFY(aligning.commands.isRunning());
        QTest::qWait(50);
        aligning.images.change(DataSetId(u"2.1"_s), stackIn(u"2.1"_s, u"2.9"_s, 36));
        QTest::qWait(100);
        QVERIFY(aligning.commands.isRunning());
        QVERIFY(aligning.told.isEmpty());
        aligning.images.change(DataSetId(u"2.1"_s), nullptr);
        QTRY_VERIFY(!aligning.commands.isRunning());
        QCOMPARE(aligning.told.size(), 1);
        QVERIFY2(aligning.told.back().contains(u"arranged anew or closed"_s), qPrintable(aligning.told.back()));
        QVERIFY(aligning.session.dispatcher().state().alignments().empty());
    }
};

CONSILIUM_TEST(WindowAligning)
#include "WindowAligning.moc"
