#include "app/windows/MarkCommands.h"
#include "app/windows/ReadingSession.h"
#include "tests/support/TestMain.h"
#include "tests/unit/app/HeldImages.h"
#include "viewer/tools/WindowPresets.h"
#include "viewer/widgets/LayoutGrid.h"

#include <QTest>

using namespace consilium;
using namespace consilium::test;

/// Where the list of marks leads.
class WindowMarkList : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// What the reader compares stays side by side: a mark of the study beside is shown there, and one undo takes all
    /// of it back.
    void aMarkOfTheStudyBesideIsShownInItsOwnView()
    {
        SystemClock clock;
        HeldImages images;
        app::ReadingSession session(clock, images);
        tools::Bindings bindings = *tools::Bindings::fromJson(tools::builtInBindings());
        widgets::LayoutGrid grid(session.dispatcher(), images, bindings);
        images.put(stackIn(u"1.1"_s, u"1.9"_s));
        const auto beside = stackIn(u"2.1"_s, u"2.9"_s);
        for (auto &slice : beside->slices) {
            auto copy = std::make_shared<dicom::Instance>(*slice);
            copy->study = StudyUid(u"8.8"_s);
            slice = copy;
        }
        images.put(beside);
        auto &dispatcher = session.dispatcher();
        QVERIFY(dispatcher.submit(session::SetLayout{1, 2, std::nullopt}));
        const auto show = [&dispatcher](const QString &view, const QString &study, const QString &series) {
            session::ShowSeries action;
            action.view = ViewId(view);
            action.study = StudyUid(study);
            action.dataSet = DataSetId(series);
            return dispatcher.submit(action).has_value();
        };
        QVERIFY(show(u"v1"_s, u"1.2.3"_s, u"1.1"_s) && show(u"v2"_s, u"8.8"_s, u"2.1"_s));
        const dicom::Instance &image = *beside->slices[7];
        session::Annotation mark;
        mark.id = AnnotationId(u"m"_s);
        mark.kind = session::AnnotationKind::Length;
        mark.author = dispatcher.localActor();
        mark.dataSet = beside->id;
        mark.sop = image.sop;
        mark.frameOfReference = image.geometry.frameOfReference;
        mark.patientHandles = {*image.geometry.toPatient({10.0, 10.0}), *image.geometry.toPatient({20.0, 10.0})};
        QVERIFY(dispatcher.submit(session::AddAnnotation{mark}));
        const auto state = [&dispatcher] { return dispatcher.state(); };
        QCOMPARE(state().layout().active, ViewId(u"v1"_s));

        QCOMPARE(app::goToMark(mark.id, grid, dispatcher, images), QString());
        const session::PlaneRef wanted = session::ImageRef{image.sop, 0};
        QCOMPARE(state().layout().active, ViewId(u"v2"_s));
        QVERIFY(state().view(ViewId(u"v2"_s)).plane == wanted);
        QCOMPARE(state().view(ViewId(u"v1"_s)).dataSet, DataSetId(u"1.1"_s));
        QVERIFY(dispatcher.undo(dispatcher.localActor()));
        QVERIFY(state().view(ViewId(u"v2"_s)).plane != wanted);
        // Of a study that no view shows there is nowhere to go.
        QVERIFY(show(u"v2"_s, u"1.2.3"_s, u"1.1"_s));
        QVERIFY(!app::goToMark(mark.id, grid, dispatcher, images).isEmpty());
    }
};

CONSILIUM_TEST(WindowMarkList)
#include "WindowMarkList.moc"
