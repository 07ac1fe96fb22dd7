#include "app/settings/ProfileSettings.h"
#include "app/windows/HangingCommands.h"
#include "app/windows/ReadingSession.h"
#include "app/windows/StudyHanging.h"
#include "tests/unit/app/DescribedStudies.h"
#include "tests/unit/hanging/HangingFixture.h"
#include "viewer/tools/WindowPresets.h"
#include "viewer/widgets/LayoutGrid.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QKeyEvent>
#include <QPushButton>
#include <QSignalSpy>

#include <array>

using namespace consilium;
using namespace consilium::test;
using app::StudyHanging;

namespace
{

/// Its images name it as theirs: of one that names another study no view shows anything.
hanging::Study ownedBy(hanging::Study study)
{
    for (dicom::DataSetPtr &stack : study.dataSets) {
        auto own = std::make_shared<dicom::DataSet>(*stack);
        for (dicom::InstancePtr &slice : own->slices) {
            auto image = std::make_shared<dicom::Instance>(*slice);
            image->study = study.header.uid;
            slice = image;
        }
        stack = own;
    }
    return study;
}

/// A tab whose images are 1000 x 800 pixels.
struct Tab {
    QTemporaryDir folder;
    app::ProfileSettings settings{folder.path()};
    SystemClock clock;
    DescribedStudies images;
    app::ReadingSession session{clock, images};

    Tab()
    {
        session.hanging().use(settings, [] { return std::optional(screen()); });
    }
    void open(const hanging::Study &study)
    {
        images.all[study.header.uid] = ownedBy(study);
        session.addStudy(study.header.uid, false);
    }
    [[nodiscard]] int rows() const { return session.dispatcher().state().layout().rows; }
    [[nodiscard]] QString series(const QString &view) const
    {
        return session.dispatcher().state().view(ViewId(view)).dataSet.text();
    }
    void undo() { QVERIFY(session.dispatcher().undo(session.dispatcher().localActor())); }
};

constexpr int restMs = 4 * StudyHanging::lookMs;

/// A tab whose images are seen: cells wider than high, where a band takes of the side that the zoom counts with.
struct SeenTab : Tab {
    tools::Bindings bindings = *tools::Bindings::fromJson(tools::builtInBindings());
    widgets::LayoutGrid grid{session.dispatcher(), images, bindings};
    app::HangingCommands commands{session.hanging(), grid};

    SeenTab()
    {
        settings.setHangWhenOpened(u"never"_s);
        grid.resize(1600, 800);
        grid.show();
        commands.use(settings);
    }
    [[nodiscard]] widgets::ViewportWidget &view(int index) const
    {
        return *grid.viewport(session::Layout::viewAt(index));
    }
    /// mm of the image a pixel of the screen, as it is drawn.
    [[nodiscard]] double mmPerPx(int index) const { return 1.0 / view(index).transform()->scale(); }
    [[nodiscard]] double heightPx(int index) const { return view(index).imageArea().height(); }
    /// The images of a series are described anew, with this wrong about them; nullopt: with nothing.
    void describe(const QString &series, std::optional<dicom::DataIssue::Kind> issue)
    {
        for (auto &[uid, study] : images.all)
            for (dicom::DataSetPtr &stack : study.dataSets) {
                if (stack->id.text() != series)
                    continue;
                auto anew = std::make_shared<dicom::DataSet>(*stack);
                auto image = std::make_shared<dicom::Instance>(*anew->slices.front());
                image->issues.clear();
                if (issue) {
                    image->issues.emplace_back();
                    image->issues.back().kind = *issue;
                }
                anew->slices.front() = image;
                stack = anew;
            }
        Q_EMIT images.dataSetChanged(DataSetId(series));
    }
    /// Upper and lower edge of the image, counted from those of its area; negative: it is cut.
    [[nodiscard]] double leastMarginPx(int index) const
    {
        const auto transform = view(index).transform();
        const auto &geometry = view(index).instance()->geometry;
        const double a = transform->toScreen({-0.5, -0.5}).y,
                     b = transform->toScreen({geometry.columns - 0.5, geometry.rows - 0.5}).y;
        return std::min(std::min(a, b), heightPx(index) - std::max(a, b));
    }
};

/// Three stages of one view: a window by name, none, one by numbers.
QByteArray protocolOfWindows()
{
    const QByteArray stage = R"({"monitors": [{"rows": 1, "columns": 1, "cells": [{"find": {} WINDOW}]}]})";
    QByteArray all = R"({"schema": 1, "id": "windows", "name": "W", "match": {"modality": "CT"},
                         "stages": [FIRST, SECOND, THIRD]})";
    all.replace("FIRST", QByteArray(stage).replace("WINDOW", R"(, "window": "lung")"));
    all.replace("SECOND", QByteArray(stage).replace("WINDOW", ""));
    all.replace("THIRD", QByteArray(stage).replace("WINDOW", R"(, "window": {"centre": 40, "width": 80})"));
    return all;
}

bool isNearly(double a, double b)
{
    return std::abs(a - b) < 1e-9 * std::abs(b);
}

} // namespace

class WindowHanging : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hangsWhatIsOpenedWhenAllOfItIsThere()
    {
        Tab tab;
        hanging::Study study = mammograms();
        const auto last = study.dataSets.back();
        study.dataSets.pop_back();
        tab.open(study);
        QTest::qWait(restMs);
        QCOMPARE(tab.rows(), 1); // three mammograms are none of the protocol's
        tab.images.all[study.header.uid].dataSets.push_back(last);
        Q_EMIT tab.images.studyChanged(study.header.uid);
        QTRY_COMPARE(tab.rows(), 2);
        QCOMPARE(tab.series(u"v1"_s), u"1.1.RCC"_s);
        tab.undo(); // one step
        QCOMPARE(tab.rows(), 1);
        QVERIFY(!tab.session.dispatcher().canUndo(tab.session.dispatcher().localActor()));
    }

    void waitsUntilTheStudyIsDescribed()
    {
        Tab tab;
        tab.images.isSettled = false;
        tab.open(mammograms());
        QTest::qWait(restMs);
        QCOMPARE(tab.rows(), 1);
        tab.images.isSettled = true;
        Q_EMIT tab.images.progressChanged({});
        QTRY_COMPARE(tab.rows(), 2);
    }

    void leavesImagesAloneThatSomebodyLooksAt()
    {
        Tab tab;
        tab.open(mammograms());
        tab.session.keepShown();
        QTest::qWait(restMs);
        QCOMPARE(tab.rows(), 1);
        Tab other;
        other.open(mammograms());
        QVERIFY(other.session.dispatcher().submit(session::SetLayout{1, 3, std::nullopt}));
        QTest::qWait(restMs);
        QCOMPARE(other.session.dispatcher().state().layout().columns, 3);
    }

    void followsTheSettings()
    {
        Tab never;
        never.settings.setHangWhenOpened(u"never"_s);
        never.open(mammograms());
        Tab always;
        always.settings.setHangWhenOpened(u"always"_s);
        QSignalSpy told(&always.session.hanging(), &StudyHanging::told);
        always.open(studyOf(u"1.9"_s, u"20260301"_s, {axialStack(u"c"_s, u"CT"_s, u"Thorax"_s, 20)}));
        QTRY_COMPARE(told.size(), 1);
        QTest::qWait(restMs);
        QCOMPARE(never.rows(), 1);
        QCOMPARE(app::ProfileSettings(never.folder.path()).hangWhenOpened(), u"never"_s);
        QCOMPARE(Tab().settings.hangWhenOpened(), u"usual"_s);
    }

    void triesThemInThePersonsOrder()
    {
        Tab tab;
        tab.settings.setProtocolOrder({u"default"_s, u"mammography"_s});
        tab.open(mammograms());
        QTest::qWait(restMs);
        QCOMPARE(tab.rows(), 1); // the one that comes first is not hung by itself
        const StudyHanging &hanging = tab.session.hanging();
        QCOMPARE(hanging.choices().front().id, u"default"_s);
        tab.settings.setProtocolsOff({u"default"_s});
        QCOMPARE(hanging.choices().size(), std::size_t(1));
        QCOMPARE(hanging.choices().front().id, u"mammography"_s);
        tab.settings.setProtocolsOff({});
        tab.settings.setProtocolOrder({});
        QCOMPARE(hanging.choices().front().id, u"mammography"_s);
        QVERIFY(hanging.studies().has_value());
        QCOMPARE(hanging.studies()->current.header.uid, mammograms().header.uid);
        QVERIFY(!Tab().session.hanging().studies());
    }

    void goesThroughStagesAndKnowsTheStageAfterUndo()
    {
        Tab tab;
        tab.settings.setHangWhenOpened(u"never"_s);
        tab.open(mammograms());
        StudyHanging &hanging = tab.session.hanging();
        QSignalSpy told(&hanging, &StudyHanging::told);
        QVERIFY(hanging.runCommand(u"next-stage"_s)); // nothing is hung: the first one
        QCOMPARE(tab.rows(), 2);
        QVERIFY(hanging.runCommand(u"next-stage"_s));
        QCOMPARE(tab.series(u"v1"_s), u"1.1.RCC"_s);
        QVERIFY(hanging.runCommand(u"next-stage"_s));
        QCOMPARE(tab.series(u"v1"_s), u"1.1.RMLO"_s);
        QVERIFY(hanging.runCommand(u"next-stage"_s));
        QVERIFY(told.back().front().toString().contains(u"last stage"_s));
        tab.undo();
        QCOMPARE(tab.series(u"v1"_s), u"1.1.RCC"_s);
        QVERIFY(hanging.runCommand(u"next-stage"_s));
        QCOMPARE(tab.series(u"v1"_s), u"1.1.RMLO"_s);
        QVERIFY(hanging.runCommand(u"previous-stage"_s));
        QVERIFY(hanging.runCommand(u"previous-stage"_s));
        QCOMPARE(tab.rows(), 2);
        QVERIFY(hanging.runCommand(u"previous-stage"_s));
        QVERIFY(told.back().front().toString().contains(u"first stage"_s));
        QVERIFY(!hanging.runCommand(u"rotate-left"_s));
    }

    /// Inverted greys are a reader's, and go with the hanging that is asked for anew; not with its next stage.
    void whoAsksForAProtocolSeesItsGreys()
    {
        Tab tab;
        tab.settings.setHangWhenOpened(u"never"_s);
        tab.open(mammograms());
        StudyHanging &hanging = tab.session.hanging();
        auto &dispatcher = tab.session.dispatcher();
        QVERIFY(hanging.runCommand(u"hang"_s));
        const ViewId view(u"v1"_s);
        const DataSetId shown(tab.series(u"v1"_s));
        QCOMPARE(shown.text(), u"1.1.RCC"_s);
        const auto isInverted = [&] { return dispatcher.state().presentation(view, shown).inverted; };
        QVERIFY(dispatcher.submit(session::SetInverted{view, shown, true}));
        QVERIFY(hanging.runCommand(u"next-stage"_s));
        QCOMPARE(tab.series(u"v1"_s), u"1.1.RCC"_s);
        QVERIFY(isInverted());
        QVERIFY(hanging.runCommand(u"hang"_s));
        QVERIFY(!isInverted());
        tab.undo(); // one step
        QVERIFY(isInverted());
    }

    void whatHangsGoesOnWhenItIsSwitchedOff()
    {
        Tab tab;
        tab.settings.setHangWhenOpened(u"never"_s);
        tab.open(mammograms());
        StudyHanging &hanging = tab.session.hanging();
        QVERIFY(hanging.runCommand(u"hang:mammography"_s));
        QVERIFY(hanging.runCommand(u"next-stage"_s));
        QCOMPARE(tab.series(u"v1"_s), u"1.1.RCC"_s);
        tab.settings.setProtocolsOff({u"mammography"_s});
        QVERIFY(hanging.runCommand(u"next-stage"_s));
        QCOMPARE(tab.series(u"v1"_s), u"1.1.RMLO"_s);
    }

    void takesAPriorOfWhichNobodyDoubtsWhoseItIs()
    {
        Tab tab;
        tab.settings.setHangWhenOpened(u"never"_s);
        tab.open(mammograms());
        const hanging::Study prior = mammograms(u"1.2"_s, u"20240101"_s);
        tab.images.all[prior.header.uid] = prior;
        tab.session.addPrior(prior.header.uid);
        QCOMPARE(tab.session.hanging().choices().front().id, u"mammography-prior"_s);
        tab.images.all[prior.header.uid].header.patient.id = u"TEST-OTHER"_s;
        QCOMPARE(tab.session.hanging().choices().front().id, u"mammography"_s);
    }

    void tellsOfFilesWithMistakes()
    {
        Tab tab;
        tab.settings.setHangWhenOpened(u"never"_s);
        const QString folder = QFileInfo(tab.settings.fileName()).path() + u"/hangingprotocols"_s;
        QVERIFY(QDir().mkpath(folder));
        QFile file(folder + u"/mine.json"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\n \"schema\": 1,\n \"id\" 2}");
        file.close();
        tab.open(mammograms());
        QSignalSpy told(&tab.session.hanging(), &StudyHanging::told);
        QVERIFY(tab.session.hanging().runCommand(u"hang"_s));
        const QString text = told.front().front().toString();
        QVERIFY2(text.contains(u"mine.json"_s) && text.contains(u"Line 3, column 7"_s), qPrintable(text));
        QCOMPARE(tab.rows(), 2); // the others go on
    }

    void emptyViewsSayWhyUntilTheLayoutIsAnother()
    {
        Tab tab;
        tools::Bindings bindings = *tools::Bindings::fromJson(tools::builtInBindings());
        tab.settings.setHangWhenOpened(u"never"_s);
        tab.open(studyOf(u"1.9"_s, u"20260301"_s, {axialStack(u"c"_s, u"CT"_s, u"Thorax"_s, 20)}));
        widgets::LayoutGrid grid(tab.session.dispatcher(), tab.images, bindings);
        app::HangingCommands commands(tab.session.hanging(), grid);
        commands.setEmptyText(u"otherwise"_s);
        QVERIFY(commands.run(u"hang"_s, grid));
        QVERIFY(commands.run(u"next-stage"_s, grid));
        QVERIFY(grid.viewport(ViewId(u"v2"_s))->emptyText().contains(u"fewer images"_s));
        QCOMPARE(grid.viewport(ViewId(u"v1"_s))->emptyText(), u"otherwise"_s);
        QVERIFY(tab.session.dispatcher().submit(session::SetActiveView{ViewId(u"v2"_s)})); // the same layout
        QVERIFY(grid.viewport(ViewId(u"v2"_s))->emptyText().contains(u"fewer images"_s));
        QVERIFY(tab.session.dispatcher().submit(session::SetLayout{1, 3, std::nullopt}));
        QCOMPARE(grid.viewport(ViewId(u"v2"_s))->emptyText(), u"otherwise"_s);
    }

    void keepsOneScaleWhileABandComesAndGoes()
    {
        SeenTab tab;
        tab.open(mammograms());
        tab.describe(u"1.1.RCC"_s, dicom::DataIssue::Kind::MixedPatients);
        QVERIFY(tab.commands.run(u"hang"_s, tab.grid));
        for (int i = 0; i < 4; ++i)
            QVERIFY(tab.view(i).instance());
        QVERIFY(tab.heightPx(0) < tab.heightPx(1)); // the band is there
        const auto areAlike = [&tab] {
            for (int i = 0; i < 4; ++i)
                if (!isNearly(tab.mmPerPx(i), tab.mmPerPx(0)) || tab.leastMarginPx(i) < -0.51)
                    return false;
            return true;
        };
        QVERIFY(areAlike());
        const double withBand = tab.mmPerPx(1);
        QVERIFY(isNearly(withBand, 100.0 / tab.heightPx(0))); // the lowest area has its 100 mm, and no more
        tab.describe(u"1.1.RCC"_s, std::nullopt);
        QTRY_VERIFY(isNearly(tab.mmPerPx(1), 100.0 / std::min(tab.heightPx(1), tab.heightPx(2))));
        QVERIFY(areAlike());
        QVERIFY(tab.mmPerPx(1) < withBand);
        tab.describe(u"1.1.LMLO"_s, dicom::DataIssue::Kind::MixedPatients);
        QTRY_VERIFY(isNearly(tab.mmPerPx(1), 100.0 / tab.heightPx(3)));
        QVERIFY(areAlike());
        tab.grid.resize(1200, 500);
        QTRY_VERIFY(isNearly(tab.mmPerPx(1), 100.0 / tab.heightPx(3)));
        QVERIFY(areAlike());
        // All of that belongs to the one step of the stage.
        tab.undo();
        QCOMPARE(tab.rows(), 1);
        QVERIFY(!tab.session.dispatcher().canUndo(tab.session.dispatcher().localActor()));
    }

    void leavesTheZoomOfAReaderAlone()
    {
        SeenTab tab;
        tab.open(mammograms());
        QVERIFY(tab.commands.run(u"hang"_s, tab.grid));
        auto &dispatcher = tab.session.dispatcher();
        const session::ZoomPan own{session::SpanUnit::Millimetres, 20.0, 1.0, 2.0};
        QVERIFY(dispatcher.submit(session::SetZoomPan{ViewId(u"v1"_s), own}));
        auto moved = *dispatcher.state().view(ViewId(u"v2"_s)).zoomPan;
        moved.offsetAlongColumn += 7.0;
        QVERIFY(dispatcher.submit(session::SetZoomPan{ViewId(u"v2"_s), moved}));
        const double before = tab.mmPerPx(2);
        tab.describe(u"1.1.RMLO"_s, dicom::DataIssue::Kind::MixedPatients);
        QTRY_VERIFY(isNearly(tab.mmPerPx(3), tab.mmPerPx(2)));
        QVERIFY(tab.mmPerPx(2) > before);
        QCOMPARE(*dispatcher.state().view(ViewId(u"v1"_s)).zoomPan, own);
        QVERIFY(
            isNearly(tab.mmPerPx(1), tab.mmPerPx(2))); // only moved: to the scale of the others, where it was moved to
        QCOMPARE(dispatcher.state().view(ViewId(u"v2"_s)).zoomPan->offsetAlongColumn, moved.offsetAlongColumn);
    }

    void trueSizeFollowsTheMonitorOfEachView()
    {
        Tab tab;
        tab.settings.setHangWhenOpened(u"never"_s);
        const QString folder = QFileInfo(tab.settings.fileName()).path() + u"/hangingprotocols"_s;
        QVERIFY(QDir().mkpath(folder));
        QFile file(folder + u"/true.json"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"schema": 1, "id": "true", "name": "T", "match": {"modality": "CT"},
                       "stages": [{"monitors": [{"rows": 1, "columns": 2, "cells": [
                           {"find": {}, "zoom": "trueSize"}, {"find": {}, "zoom": "trueSize"}]}]}]})");
        file.close();
        std::array<hanging::PixelMeasure, 2> measures{{{0.25, false}, {0.2, false}}};
        tab.session.hanging().use(tab.settings, [&measures] {
            auto now = screen();
            const hanging::CellSize size{400.0, 600.0};
            now.areas = {{ViewId(u"v1"_s), size, measures[0]}, {ViewId(u"v2"_s), size, measures[1]}};
            now.measureAt = [&measures](double leftPx, double, const hanging::CellSize &) {
                return measures[leftPx > 0.0 ? 1 : 0];
            };
            return std::optional(now);
        });
        tab.open(studyOf(u"1.9"_s, u"20260301"_s, {axialStack(u"c"_s, u"CT"_s, u"Thorax"_s, 20)}));
        auto &dispatcher = tab.session.dispatcher();
        const auto across = [&dispatcher](const QString &view) {
            const auto zoom = dispatcher.state().view(ViewId(view)).zoomPan;
            return zoom ? zoom->across : 0.0;
        };
        StudyHanging &hanging = tab.session.hanging();
        QVERIFY(hanging.runCommand(u"hang:true"_s));
        QCOMPARE(across(u"v1"_s), 100.0);
        QCOMPARE(across(u"v2"_s), 80.0);
        QSignalSpy told(&hanging, &StudyHanging::told);
        measures = {{{0.2, false}, {std::nullopt, true}}}; // the window is moved: the second view lies on both
        hanging.areasChanged();
        QTRY_COMPARE(across(u"v1"_s), 80.0);
        QCOMPARE(across(u"v2"_s), 0.0); // fitted, and said so, once
        QCOMPARE(told.size(), 1);
        QVERIFY(told.front().front().toString().contains(u"view 2: fitted, not in true size"_s));
        QVERIFY(!told.front().front().toString().contains(u"view 1"_s));
        hanging.areasChanged();
        QTest::qWait(20);
        QCOMPARE(told.size(), 1);
        measures[1] = {0.2, false};
        hanging.areasChanged();
        QTRY_COMPARE(across(u"v2"_s), 80.0);
        QCOMPARE(told.size(), 1);
        tab.undo(); // one step all the same
        QVERIFY(!dispatcher.canUndo(dispatcher.localActor()));
    }

    void givesWindowsBackThatTheNextStageDoesNotName()
    {
        Tab tab;
        tab.settings.setHangWhenOpened(u"never"_s);
        const QString folder = QFileInfo(tab.settings.fileName()).path() + u"/hangingprotocols"_s;
        QVERIFY(QDir().mkpath(folder));
        QFile file(folder + u"/windows.json"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(protocolOfWindows());
        file.close();
        tab.open(studyOf(u"1.9"_s, u"20260301"_s, {axialStack(u"c"_s, u"CT"_s, u"Thorax"_s, 20)}));
        auto &dispatcher = tab.session.dispatcher();
        const ViewId view(u"v1"_s);
        const DataSetId series(u"c"_s);
        const auto window = [&] { return dispatcher.state().presentation(view, series).window; };
        StudyHanging &hanging = tab.session.hanging();
        const auto run = [&hanging](const QString &command) { QVERIFY(hanging.runCommand(command)); };
        run(u"hang:windows"_s);
        QVERIFY(window() && window()->width > 1000.0);
        const auto lung = window();
        run(u"next-stage"_s);
        QVERIFY(!window()); // as the file says
        tab.undo();
        QCOMPARE(window(), lung); // one step took the stage back, the window with it
        run(u"next-stage"_s);
        run(u"next-stage"_s);
        QCOMPARE(window()->width, 80.0);
        run(u"previous-stage"_s);
        QVERIFY(!window());
        // The reader's own stays, before a stage and after.
        const session::Window own{300.0, 77.0, session::VoiFunction::Linear};
        QVERIFY(dispatcher.submit(session::SetWindow{view, series, own}));
        run(u"next-stage"_s);
        run(u"previous-stage"_s);
        QCOMPARE(window(), std::optional(own));
        run(u"next-stage"_s);
        const session::Window other{301.0, 78.0, session::VoiFunction::Linear};
        QVERIFY(dispatcher.submit(session::SetWindow{view, series, other}));
        run(u"previous-stage"_s);
        QCOMPARE(window(), std::optional(other));
    }

    void theSpaceKeyPressesTheButtonThatHasTheKeyboard()
    {
        Tab tab;
        tools::Bindings bindings = *tools::Bindings::fromJson(tools::builtInBindings());
        widgets::LayoutGrid grid(tab.session.dispatcher(), tab.images, bindings);
        const app::HangingCommands commands(tab.session.hanging(), grid);
        QPushButton button;
        QWidget images;
        for (QWidget *widget : {static_cast<QWidget *>(&button), &images}) {
            QKeyEvent event(QEvent::ShortcutOverride, Qt::Key_Space, Qt::NoModifier);
            event.ignore();
            QApplication::sendEvent(widget, &event);
            QCOMPARE(event.isAccepted(), widget == &button);
        }
    }
};

CONSILIUM_TEST(WindowHanging)
#include "WindowHanging.moc"
