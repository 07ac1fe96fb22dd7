#include "viewer/tools/LinkedLook.h"
#include "tests/render/ImageFixture.h"
#include "tests/support/TestMain.h"
#include "viewer/imaging/ViewTransform.h"
#include "viewer/tools/SpaceCursor.h"

#include <cmath>
#include <map>

using namespace consilium;
using namespace consilium::test;
using namespace consilium::tools;
using session::SpanUnit;
using session::Window;
using session::ZoomPan;
using State = CursorPlace::State;

namespace
{

constexpr ViewSize size{600.0, 500.0};
const ViewId v1(u"v1"_s), v2(u"v2"_s), v3(u"v3"_s), v4(u"v4"_s);

/// Four views over stacks of known places.
struct Room {
    std::map<DataSetId, std::shared_ptr<dicom::DataSet>> stacks;
    dicom::StudyPairs pairs;
    session::ViewerState state;

    Room() { apply(session::SetLayout{2, 2, {}}); }
    void apply(const session::Action &action)
    {
        const auto next = session::reduce(state, action);
        QVERIFY2(next.has_value(), next ? "" : qPrintable(next.error().detail));
        state = *next;
    }
    void byHand(const session::Action &action)
    {
        for (const auto &one : withLinkedLooks({action}, state, size, lookup()))
            apply(one);
    }
    void toggle(const session::LookLink &look)
    {
        for (const auto &one : linkLooks(look, state, v1, size, lookup()))
            apply(one);
    }
    /// `count` slices, each `step` mm further along the normal; the first pixel of the first one at `position`.
    dicom::DataSet &add(const ViewId &view, ImageSpec spec, int count = 1, double step = 1.0)
    {
        auto stack = std::make_shared<dicom::DataSet>();
        stack->id = DataSetId(u"set-"_s + view.text());
        stack->header.modality = u"CT"_s;
        const PatientVector normal =
            spec.alongRow && spec.alongColumn ? spec.alongRow->cross(*spec.alongColumn) : PatientVector{};
        for (int i = 0; i < count; ++i) {
            spec.sop = u"1.9.%1.%2"_s.arg(view.text().mid(1)).arg(i);
            stack->slices.push_back(makeInstance(spec));
            if (spec.position)
                spec.position = *spec.position + normal * step;
        }
        stacks[stack->id] = stack;
        apply(session::ShowSeries{view, StudyUid(u"1.2.3"_s), stack->id, {}, {}, {}});
        return *stack;
    }
    void change(const ViewId &view, const std::function<void(dicom::Instance &)> &edit)
    {
        for (auto &slice : stacks.at(DataSetId(u"set-"_s + view.text()))->slices) {
            auto copy = std::make_shared<dicom::Instance>(*slice);
            edit(*copy);
            slice = copy;
        }
    }
    [[nodiscard]] StackLookup lookup() const
    {
        return {[this](const session::ViewState &view) -> dicom::DataSetPtr {
                    const auto found = stacks.find(view.dataSet);
                    return found == stacks.end() ? nullptr : found->second;
                },
                pairs};
    }
    [[nodiscard]] const dicom::Instance &image(const ViewId &view, int slice = 0) const
    {
        return *stacks.at(DataSetId(u"set-"_s + view.text()))->slices[std::size_t(slice)];
    }
    [[nodiscard]] std::optional<ZoomPan> zoomPan(const ViewId &view) const { return state.view(view).zoomPan; }
    [[nodiscard]] std::optional<Window> window(const ViewId &view) const
    {
        return state.presentation(view, state.view(view).dataSet).window;
    }
    [[nodiscard]] int shown(const ViewId &view) const
    {
        return sliceIndexOf(*stacks.at(DataSetId(u"set-"_s + view.text())), state.view(view).plane);
    }
    [[nodiscard]] CursorPlace cursor(const ViewId &view, int slice = 0) const
    {
        return cursorIn(state, image(view, slice), stacks.at(DataSetId(u"set-"_s + view.text())).get(), lookup());
    }
    /// Where in the patient the middle of the view looks.
    [[nodiscard]] PatientPoint middleOf(const ViewId &view) const
    {
        const auto &geometry = image(view).geometry;
        const imaging::ViewTransform transform(geometry, state.view(view), size.widthPx, size.heightPx);
        return *geometry.toPatient(transform.toImage({size.widthPx / 2.0, size.heightPx / 2.0}));
    }
    /// Screen pixels a mm.
    [[nodiscard]] double scale(const ViewId &view) const
    {
        return imaging::ViewTransform(image(view).geometry, state.view(view), size.widthPx, size.heightPx).scale();
    }
};

ImageSpec coarse()
{
    ImageSpec spec;
    spec.rows = 40;
    spec.columns = 50;
    spec.betweenRowsMm = 4.0;
    spec.betweenColumnsMm = 3.0;
    spec.position = PatientPoint{-70.0, -85.0, -519.8};
    return spec;
}

ImageSpec coronal()
{
    ImageSpec spec;
    spec.alongColumn = PatientVector{0, 0, -1};
    spec.position = PatientPoint{-100.0, -70.0, -480.0};
    return spec;
}

} // namespace

class LinkedLookTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingIsLinkedUnlessAskedFor()
    {
        Room room;
        room.add(v1, {});
        room.add(v2, coarse());
        room.byHand(session::SetZoomPan{v1, ZoomPan{SpanUnit::Millimetres, 50.0, 1.0, 2.0}});
        room.byHand(session::SetWindow{v1, room.state.view(v1).dataSet, Window{40, 400}});
        QVERIFY(!room.zoomPan(v2));
        QVERIFY(!room.window(v2));
    }

    /// Images of different matrices have one scale, and each keeps its own middle.
    void zoomIsTheSameInMm()
    {
        Room room;
        room.add(v1, {});
        room.add(v2, coarse());
        room.add(v3, coronal());
        room.toggle({false, true, false, true});
        room.apply(session::SetZoomPan{v2, ZoomPan{SpanUnit::Millimetres, 90.0, 5.0, -6.0}});
        room.byHand(session::SetZoomPan{v1, ZoomPan{SpanUnit::Millimetres, 32.5, 10.0, 0.0}});
        QCOMPARE(room.zoomPan(v2), std::optional(ZoomPan{SpanUnit::Millimetres, 32.5, 5.0, -6.0}));
        QVERIFY(std::abs(room.scale(v1) - 500.0 / 32.5) < 1e-9);
        QVERIFY(std::abs(room.scale(v2) - room.scale(v1)) < 1e-9);
        QVERIFY(std::abs(room.scale(v3) - room.scale(v1)) < 1e-9);
        room.byHand(session::SetZoomPan{v1, std::nullopt}); // all of it: all of each
        QVERIFY(!room.zoomPan(v2));
        QVERIFY(!room.zoomPan(v3));
    }

    /// What has no scale is never brought to one in mm.
    void imagesWithoutAScaleGoAlongWithTheirLikeOnly()
    {
        Room room;
        ImageSpec scaleless;
        scaleless.basis = dicom::SpacingBasis::None;
        room.add(v1, {});
        room.add(v2, scaleless);
        room.add(v3, scaleless);
        room.toggle({false, true, true, true});
        room.byHand(session::SetZoomPan{v1, ZoomPan{SpanUnit::Millimetres, 20.0, 3.0, 0.0}});
        QVERIFY(!room.zoomPan(v2));
        room.byHand(session::SetZoomPan{v2, ZoomPan{SpanUnit::ImagePixels, 24.0, 3.0, 0.0}});
        QCOMPARE(room.zoomPan(v3), std::optional(ZoomPan{SpanUnit::ImagePixels, 24.0, 3.0, 0.0}));
        QCOMPARE(room.zoomPan(v1)->across, 20.0);
    }

    /// In one frame of reference the middle of each parallel view looks at the same place, also where rows run the
    /// other way; planes that are not parallel stay.
    void panIsTheSamePlaceInThePatient()
    {
        Room room;
        ImageSpec turned = coarse();
        turned.alongRow = PatientVector{-1, 0, 0};
        turned.alongColumn = PatientVector{0, -1, 0};
        turned.position = PatientPoint{60.0, 65.0, -500.0};
        room.add(v1, {});
        room.add(v2, coarse());
        room.add(v3, turned);
        room.add(v4, coronal());
        room.toggle({false, true, true, true});
        // No pixel of any is a whole number of screen pixels, so none is moved onto these.
        room.byHand(session::SetZoomPan{v1, ZoomPan{SpanUnit::Millimetres, 31.0, 12.0, -7.0}});
        const PatientPoint wanted = room.middleOf(v1);
        // 64 pixels of 1 mm from (-100, -100): the middle is (-68.5, -68.5).
        QVERIFY(std::abs(wanted.x - -56.5) < 1e-9 && std::abs(wanted.y - -75.5) < 1e-9);
        for (const ViewId &view : {v2, v3}) {
            const PatientPoint found = room.middleOf(view);
            QVERIFY2(std::abs(found.x - wanted.x) < 1e-6, qPrintable(QString::number(found.x)));
            QVERIFY2(std::abs(found.y - wanted.y) < 1e-6, qPrintable(QString::number(found.y)));
        }
        QCOMPARE(room.zoomPan(v4)->across, 31.0);
        QCOMPARE(room.zoomPan(v4)->offsetAlongRow, 0.0);
        QCOMPARE(room.zoomPan(v4)->offsetAlongColumn, 0.0);
    }

    /// Of another frame of reference places cannot be compared: the same way from the middle.
    void panOfAnotherFrameOfReferenceIsTheSameWay()
    {
        Room room;
        room.add(v1, {});
        ImageSpec turned = coarse();
        turned.alongRow = PatientVector{-1, 0, 0};
        turned.alongColumn = PatientVector{0, -1, 0};
        room.add(v2, turned);
        room.change(
            v2, [](dicom::Instance &image) { image.geometry.frameOfReference = FrameOfReferenceUid(u"1.2.3.10"_s); });
        room.toggle({false, false, true, true});
        room.byHand(session::SetZoomPan{v1, ZoomPan{SpanUnit::Millimetres, 30.0, 12.0, -7.0}});
        QCOMPARE(room.zoomPan(v2)->offsetAlongRow, -12.0);
        QCOMPARE(room.zoomPan(v2)->offsetAlongColumn, 7.0);
        QVERIFY(std::abs(room.zoomPan(v2)->across - 30.0) > 1.0); // the zoom is not linked
    }

    void windowsGoAlongInOneModalityAndUnit()
    {
        Room room;
        room.add(v1, {});
        room.add(v2, coarse());
        room.add(v3, coarse()).header.modality = u"MR"_s;
        room.add(v4, coarse());
        room.change(v4, [](dicom::Instance &image) {
            image.grey.unit = ValueUnit::None;
            image.grey.unitText.clear();
        });
        room.apply(session::SetWindow{v1, room.state.view(v1).dataSet, Window{-600, 1500}});
        room.toggle({true, false, false, true});
        QCOMPARE(room.window(v2), std::optional(Window{-600, 1500})); // what is there when they are linked
        room.byHand(session::SetWindow{v1, room.state.view(v1).dataSet, Window{40, 400}});
        QCOMPARE(room.window(v2), std::optional(Window{40, 400}));
        QVERIFY(!room.window(v3));
        QVERIFY(!room.window(v4));
        room.byHand(session::SetWindow{v1, room.state.view(v1).dataSet, std::nullopt});
        QVERIFY(!room.window(v2));
        room.byHand(session::SetZoomPan{v1, ZoomPan{SpanUnit::Millimetres, 30.0, 0.0, 0.0}});
        QVERIFY(!room.zoomPan(v2)); // only what is linked
    }

    /// The second VOI LUT of another file is the same one only where both call it so.
    void tablesOfTheFileGoAlongUnderOneName()
    {
        Room room;
        for (const auto &[view, second] :
             {std::pair{v1, u"HARDER"_s}, std::pair{v2, u"HARDER"_s}, std::pair{v3, u"SOFTER"_s}}) {
            room.add(view, coarse());
            room.change(view, [name = second](dicom::Instance &image) {
                for (const QString &one : {u"NORMAL"_s, name}) {
                    auto lut = std::make_shared<dicom::LookupTable>();
                    lut->entries = {0, 1};
                    lut->explanation = one;
                    image.grey.voiLuts.push_back(lut);
                }
            });
        }
        room.toggle({true, false, false, true});
        const auto table = [&room](const ViewId &view) {
            return room.state.presentation(view, room.state.view(view).dataSet).fileTable;
        };
        room.byHand(session::SetWindow{v1, room.state.view(v1).dataSet, std::nullopt, 2});
        QCOMPARE(table(v1), 2);
        QCOMPARE(table(v2), 2);
        QCOMPARE(table(v3), 0);
        room.byHand(session::SetWindow{v1, room.state.view(v1).dataSet, std::nullopt});
        QCOMPARE(table(v2), 0);
    }

    /// A place 1 mm from the second slice of v2, which has steps of 4 mm; in the coronal view it lies in the slice at
    /// its y. Against plain arithmetic on the positions.
    void theCursorIsTheSamePlaceInAllViews()
    {
        Room room;
        room.add(v1, {});
        room.add(v2, coarse(), 8, 4.0);
        room.add(v3, coronal(), 20, 2.0); // normal: (1,0,0) x (0,0,-1) = (0,1,0)
        const PatientPoint place{-60.0, -50.0, -519.8 + 5.0};
        const session::SpaceCursor cursor{v1, StudyUid(u"1.2.3"_s), room.state.view(v1).dataSet,
                                          FrameOfReferenceUid(u"1.2.3.9"_s), place};
        room.apply(session::SetCursor{cursor});
        for (const auto &move : cursorMoves(room.state, cursor, room.lookup()))
            room.apply(move);
        QCOMPARE(room.shown(v2), 1);
        QCOMPARE(room.shown(v3), 10); // y = -70 + 10 x 2
        QCOMPARE(room.shown(v1), 0);
        const CursorPlace axial = room.cursor(v2, 1);
        QCOMPARE(axial.state, State::Here);
        QVERIFY(std::abs(axial.apartMm - 1.0) < 1e-9);
        QVERIFY(std::abs(axial.at.column - (place.x + 70.0) / 3.0) < 1e-9);
        QVERIFY(std::abs(axial.at.row - (place.y + 85.0) / 4.0) < 1e-9);
        QCOMPARE(room.cursor(v2, 5).state, State::Apart);
        QVERIFY(std::abs(room.cursor(v2, 5).apartMm - 15.0) < 1e-9);
        const CursorPlace front = room.cursor(v3, 10);
        QCOMPARE(front.state, State::Here);
        QVERIFY(std::abs(front.at.column - 40.0) < 1e-9);
        QVERIFY(std::abs(front.at.row - (-480.0 - place.z)) < 1e-9);
    }

    /// Never a guess: not of another frame of reference, another patient, or of images without a place; and a view that
    /// the place does not lie over stays.
    void theCursorIsNotKnownElsewhere()
    {
        Room room;
        room.add(v1, {});
        room.add(v2, coarse(), 8, 4.0);
        room.add(v3, coarse(), 8, 4.0);
        ImageSpec nowhere = coarse();
        nowhere.position.reset();
        room.add(v4, nowhere);
        QCOMPARE(room.cursor(v2).state, State::None);
        session::SpaceCursor cursor{v1,
                                    StudyUid(u"1.2.3"_s),
                                    room.state.view(v1).dataSet,
                                    FrameOfReferenceUid(u"1.2.3.9"_s),
                                    {-60.0, -50.0, -505.0}};
        room.change(
            v2, [](dicom::Instance &image) { image.geometry.frameOfReference = FrameOfReferenceUid(u"1.2.3.10"_s); });
        room.change(v3, [](dicom::Instance &image) { image.patient.id = u"TEST-0002"_s; });
        room.apply(session::SetCursor{cursor});
        QCOMPARE(room.cursor(v2).state, State::OtherFrameOfReference);
        QCOMPARE(room.cursor(v3).state, State::OtherPatient);
        QCOMPARE(room.cursor(v4).state, State::NoPlace);
        QVERIFY(cursorMoves(room.state, cursor, room.lookup()).empty());
        // Aligned by computation it is known there, at the place that the transform says, and says so.
        const RigidTransform shift{{}, {7.0, -4.0, 12.0}};
        const FrameOfReferenceUid own(u"1.2.3.9"_s), aligned(u"1.2.3.10"_s);
        room.apply(session::alignmentOf(own, aligned, shift));
        const CursorPlace place = room.cursor(v2);
        QVERIFY(place.isComputed);
        QCOMPARE(place.state, State::Apart);
        QVERIFY(std::abs(place.at.column - (-60.0 + 7.0 + 70.0) / 3.0) < 1e-9);
        QVERIFY(std::abs(place.at.row - (-50.0 - 4.0 + 85.0) / 4.0) < 1e-9);
        QVERIFY(std::abs(place.apartMm - (-505.0 + 12.0 + 519.8)) < 1e-9);
        QCOMPARE(cursorMoves(room.state, cursor, room.lookup()).size(), std::size_t(1));
        QCOMPARE(room.cursor(v3).state, State::OtherPatient);
        room.apply(session::alignmentOf(own, aligned, std::nullopt));
        QCOMPARE(room.cursor(v2).state, State::OtherFrameOfReference);
        // Beside all images of v2, once it is of the same frame of reference.
        room.change(
            v2, [](dicom::Instance &image) { image.geometry.frameOfReference = FrameOfReferenceUid(u"1.2.3.9"_s); });
        QCOMPARE(cursorMoves(room.state, cursor, room.lookup()).size(), std::size_t(1));
        cursor.point.x = 500.0;
        room.apply(session::SetCursor{cursor});
        QCOMPARE(room.cursor(v2).state, State::Outside);
        QVERIFY(cursorMoves(room.state, cursor, room.lookup()).empty());
        // The series it was set in is gone: nobody knows whose patient it was.
        room.stacks.erase(DataSetId(u"set-v1"_s));
        QCOMPARE(room.cursor(v2).state, State::NoPlace);
    }

    /// Of two numbers only where somebody has said that they are one patient's; as long as it is said.
    void theCursorAndThePanFollowWhatIsKnownOfTwoStudies()
    {
        using Verdict = dicom::StudyPairs::Verdict;
        Room room;
        room.add(v1, {});
        ImageSpec aside;
        aside.position = PatientPoint{-120.0, -100.0, -519.8};
        room.add(v2, aside);
        room.change(v2, [](dicom::Instance &image) {
            image.study = StudyUid(u"8.8"_s);
            image.patient.id = u"TEST-0002"_s;
        });
        const auto say = [&room](Verdict verdict) {
            dicom::StudyHeader own, other;
            own.uid = room.image(v1).study;
            own.patient = room.image(v1).patient;
            other.uid = room.image(v2).study;
            other.patient = room.image(v2).patient;
            room.pairs.set(own, other, verdict);
        };
        room.apply(session::SetCursor{session::SpaceCursor{v1,
                                                           StudyUid(u"1.2.3"_s),
                                                           room.state.view(v1).dataSet,
                                                           FrameOfReferenceUid(u"1.2.3.9"_s),
                                                           {-90.0, -80.0, -519.8}}});
        QCOMPARE(room.cursor(v2).state, State::OtherPatient);
        say(Verdict::ByHand);
        QCOMPARE(room.cursor(v2).state, State::Here);
        QVERIFY(std::abs(room.cursor(v2).at.column - 30.0) < 1e-9);
        say(Verdict::Apart);
        QCOMPARE(room.cursor(v2).state, State::OtherPatient);

        room.apply(session::SetLookLink{{false, false, true, false}});
        const ZoomPan shifted{session::SpanUnit::Millimetres, 64.0, 5.0, 0.0};
        room.byHand(session::SetZoomPan{v1, shifted});
        QVERIFY(std::abs(room.zoomPan(v2)->offsetAlongRow - 5.0) < 1e-9); // the same way from the middle
        say(Verdict::ByHand);
        room.byHand(session::SetZoomPan{v1, ZoomPan{session::SpanUnit::Millimetres, 64.0, 6.0, 0.0}});
        QVERIFY(std::abs(room.zoomPan(v2)->offsetAlongRow - 26.0) < 1e-9); // the same place, 20 mm to the side
    }

    /// A drag sets the place under the pointer and takes the others along, unless they are to stay.
    void theToolSetsThePlaceUnderThePointer()
    {
        Room room;
        room.add(v1, {});
        room.add(v2, coarse(), 8, 4.0);
        const auto tool = makeTool(u"cursor-3d"_s);
        QVERIFY(tool != nullptr);
        const auto drag = [&](ScreenPoint at, bool isPress) {
            const auto &image = room.image(v1);
            const imaging::ViewTransform transform(image.geometry, room.state.view(v1), size.widthPx, size.heightPx);
            ToolContext context{room.state,
                                v1,
                                room.stacks.at(DataSetId(u"set-v1"_s)),
                                &image,
                                nullptr,
                                &transform,
                                size.widthPx,
                                size.heightPx,
                                ActorId(u"local"_s)};
            context.stacks = room.lookup();
            const auto actions = isPress ? tool->press(context, {at, {}}) : tool->move(context, {at, {}});
            for (const auto &action : actions)
                room.apply(action);
            return transform.toImage(at);
        };
        const ImagePoint at = drag({310.0, 260.0}, true);
        QVERIFY(room.state.cursor().has_value());
        QVERIFY(std::abs(room.state.cursor()->point.x - (at.column - 100.0)) < 1e-9);
        QVERIFY(std::abs(room.state.cursor()->point.y - (at.row - 100.0)) < 1e-9);
        QCOMPARE(room.state.cursor()->frameOfReference.text(), u"1.2.3.9"_s);
        room.apply(session::ShowPlane{v2, session::ImageRef{room.image(v2, 5).sop, 0}});
        room.toggle({false, false, false, false});
        (void)drag({330.0, 270.0}, false);
        QCOMPARE(room.shown(v2), 5); // it stays
        room.toggle({false, false, false, true});
        (void)drag({335.0, 270.0}, false);
        QCOMPARE(room.shown(v2), 0);
        // Where the image does not say where it lies, none is better than a wrong one.
        room.change(v1, [](dicom::Instance &image) { image.geometry.frameOfReference = {}; });
        (void)drag({320.0, 270.0}, false);
        QVERIFY(!room.state.cursor());
    }
};

CONSILIUM_TEST(LinkedLookTest)
#include "LinkedLookTest.moc"
