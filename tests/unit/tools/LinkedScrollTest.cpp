#include "viewer/tools/LinkedScroll.h"
#include "tests/render/ImageFixture.h"
#include "tests/support/TestMain.h"

#include <map>
#include <random>

using namespace consilium;
using namespace consilium::test;
using namespace consilium::tools;
using session::LinkKind;

namespace
{

/// Views over stacks of known places.
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
    void applyAll(const std::vector<session::Action> &actions)
    {
        for (const auto &action : actions)
            apply(action);
    }
    /// Slices at z = first, first + step ..., the normal tilted by `degrees` about x.
    dicom::DataSet &add(const QString &view, double first, double step, int count, double degrees = 0.0)
    {
        auto stack = std::make_shared<dicom::DataSet>();
        stack->id = DataSetId(u"set-"_s + view);
        const double a = degrees * 3.14159265358979323846 / 180.0;
        for (int i = 0; i < count; ++i) {
            ImageSpec spec;
            spec.sop = u"1.9.%1.%2"_s.arg(view.mid(1)).arg(i);
            spec.alongColumn = PatientVector{0, std::cos(a), std::sin(a)};
            // The middle of the picture (31.5, 31.5) lies on the axis, whatever the tilt.
            spec.position = PatientPoint{-31.5, -31.5 * std::cos(a), first + i * step - 31.5 * std::sin(a)};
            stack->slices.push_back(makeInstance(spec));
        }
        stacks[stack->id] = stack;
        apply(session::ShowSeries{ViewId(view), StudyUid(u"1.2.3"_s), stack->id, {}, {}, {}});
        return *stack;
    }
    [[nodiscard]] StackLookup lookup() const
    {
        return {[this](const session::ViewState &view) -> dicom::DataSetPtr {
                    const auto found = stacks.find(view.dataSet);
                    return found == stacks.end() ? nullptr : found->second;
                },
                pairs};
    }
    [[nodiscard]] const dicom::Instance &image(const QString &view, int slice) const
    {
        return *stacks.at(DataSetId(u"set-"_s + view))->slices[std::size_t(slice)];
    }
    [[nodiscard]] session::ShowPlane move(const QString &view, int slice) const
    {
        return {ViewId(view), session::ImageRef{image(view, slice).sop, 0}};
    }
    [[nodiscard]] int shown(const QString &view) const
    {
        return sliceIndexOf(*stacks.at(DataSetId(u"set-"_s + view)), state.view(ViewId(view)).plane);
    }
    void scroll(const QString &view, int slice) { applyAll(withLinkedViews({move(view, slice)}, state, lookup())); }
    [[nodiscard]] LinkHindrance toggle(LinkKind kind, const QString &leader)
    {
        const auto change = toggleLink(kind, state, ViewId(leader), &image(leader, shown(leader)), lookup());
        applyAll(change.actions);
        return change.refusal;
    }
    [[nodiscard]] LinkedView linked(const QString &leader, int slice, const QString &view) const
    {
        return linkedView(state, state.layout().link, ViewId(leader), image(leader, slice), ViewId(view), lookup());
    }
    void change(const QString &view, const std::function<void(dicom::Instance &)> &edit)
    {
        for (auto &slice : stacks.at(DataSetId(u"set-"_s + view))->slices) {
            auto copy = std::make_shared<dicom::Instance>(*slice);
            edit(*copy);
            slice = copy;
        }
    }
};

} // namespace

/// Row 6: views scroll together by their place in the patient, or say why not.
class LinkedScrollTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// Against plain arithmetic on the z of the slices, in random stacks that run up or down.
    void theNearestPlaneIsShown()
    {
        std::mt19937 random(5);
        std::uniform_real_distribution<double> some(-1.0, 1.0);
        int moved = 0;
        for (int round = 0; round < 60; ++round) {
            Room room;
            const double first = 50 * some(random), step = (round % 2 ? 1 : -1) * (1.0 + 3.0 * std::abs(some(random)));
            const double otherFirst = 50 * some(random),
                         otherStep = (round % 3 ? -1 : 1) * (0.7 + 2.0 * std::abs(some(random)));
            room.add(u"v1"_s, first, step, 40);
            room.add(u"v2"_s, otherFirst, otherStep, 60);
            room.apply(session::SetScrollLink{{LinkKind::Position, {}}});
            for (const int slice : {1, 7, 20, 39}) {
                room.scroll(u"v1"_s, slice);
                const double z = first + slice * step;
                int nearest = 0;
                for (int i = 1; i < 60; ++i) {
                    if (std::abs(otherFirst + i * otherStep - z) <
                        std::abs(otherFirst + nearest * otherStep - z) - 1e-9)
                        nearest = i;
                }
                QCOMPARE(room.shown(u"v1"_s), slice);
                QCOMPARE(room.shown(u"v2"_s), nearest);
                moved += nearest > 0 ? 1 : 0;
                const auto linked = linkedView(room.state, room.state.layout().link, ViewId(u"v1"_s),
                                               room.image(u"v1"_s, slice), ViewId(u"v2"_s), room.lookup());
                const double apart = std::abs(otherFirst + nearest * otherStep - z);
                QVERIFY(std::abs(linked.apartMm - apart) < 1e-9);
                QCOMPARE(linked.isApart, apart > std::abs(otherStep) / 2 + 0.01);
            }
        }
        QVERIFY(moved > 50);
    }

    void otherFramesOfReferenceAreRefused()
    {
        Room room;
        room.add(u"v1"_s, 0, 1, 20);
        room.add(u"v2"_s, 0, 1, 20);
        room.change(u"v2"_s, [](dicom::Instance &i) { i.geometry.frameOfReference = FrameOfReferenceUid(u"9.9"_s); });
        QVERIFY(room.toggle(LinkKind::Position, u"v1"_s) == LinkHindrance::OtherFrameOfReference);
        QVERIFY(room.state.layout().link.kind == LinkKind::None);
        // Also where the link is on already: the view stays where it is.
        room.apply(session::SetScrollLink{{LinkKind::Position, {}}});
        room.scroll(u"v1"_s, 9);
        QCOMPARE(room.shown(u"v2"_s), 0);
    }

    /// Frames of reference that were aligned go along by the transform, either way, and say so; planes that are tilted
    /// to one another by it too, up to a limit.
    void alignedFramesOfReferenceGoAlong()
    {
        Room room;
        room.add(u"v1"_s, -40, 2, 41);
        room.add(u"v2"_s, 100, 3, 30);
        const FrameOfReferenceUid own = room.image(u"v1"_s, 0).geometry.frameOfReference, other(u"9.9"_s);
        room.change(u"v2"_s, [&](dicom::Instance &i) { i.geometry.frameOfReference = other; });
        const double pi = 3.14159265358979323846;
        const auto aligned = [&](double turnDeg, double alongZ) {
            return session::alignmentOf(own, other,
                                        RigidTransform{{std::sin(turnDeg / 2.0 * pi / 180.0), 0, 0}, {0, 0, alongZ}});
        };
        room.apply(aligned(0.0, 120.0));
        QVERIFY(room.toggle(LinkKind::Position, u"v1"_s) == LinkHindrance::None);
        // z = -40 becomes 80: before the first slice, at 100 mm.
        QCOMPARE(room.shown(u"v2"_s), 0);
        LinkedView linked = room.linked(u"v1"_s, 0, u"v2"_s);
        QVERIFY(linked.isComputed && linked.isApart);
        QVERIFY(std::abs(linked.apartMm - 20.0) < 1e-9 && std::abs(linked.tiltDeg) < 1e-6);
        room.scroll(u"v1"_s, 25); // z = 10 becomes 130: slice 10
        QCOMPARE(room.shown(u"v2"_s), 10);
        room.scroll(u"v2"_s, 4); // z = 112 is -8 there: slice 16
        QCOMPARE(room.shown(u"v1"_s), 16);
        // Turned by 10 degrees about x the middle of the image, on the axis, goes to z cos 10, and y to -z sin 10.
        room.apply(aligned(10.0, 120.0));
        room.scroll(u"v1"_s, 30); // z = 20
        const double z = 20.0 * std::cos(10.0 * pi / 180.0) + 120.0;
        QCOMPARE(room.shown(u"v2"_s), int(std::lround((z - 100.0) / 3.0)));
        linked = room.linked(u"v1"_s, 30, u"v2"_s);
        QVERIFY(std::abs(linked.tiltDeg - 10.0) < 1e-6);
        room.apply(aligned(25.0, 120.0));
        QVERIFY(room.linked(u"v1"_s, 30, u"v2"_s).hindrance == LinkHindrance::NotParallel);
        // Another patient stays another patient, whatever was aligned.
        room.apply(aligned(0.0, 120.0));
        room.change(u"v2"_s, [](dicom::Instance &i) { i.patient.id = u"TEST-0002"_s; });
        QVERIFY(room.linked(u"v1"_s, 30, u"v2"_s).hindrance == LinkHindrance::OtherPatient);
        // Taken back, nothing is known.
        room.change(u"v2"_s, [](dicom::Instance &i) { i.patient.id = u"TEST-0001"_s; });
        room.apply(session::alignmentOf(own, other, std::nullopt));
        QVERIFY(room.linked(u"v1"_s, 30, u"v2"_s).hindrance == LinkHindrance::OtherFrameOfReference);
    }

    void anotherPatientIsRefused()
    {
        Room room;
        room.add(u"v1"_s, 0, 1, 20);
        room.add(u"v2"_s, 0, 1, 20);
        room.change(u"v2"_s, [](dicom::Instance &i) {
            i.study = StudyUid(u"8.8"_s);
            i.patient.id = u"TEST-0002"_s;
        });
        QVERIFY(room.toggle(LinkKind::Position, u"v1"_s) == LinkHindrance::OtherPatient);
        room.apply(session::SetScrollLink{{LinkKind::Position, {}}});
        room.scroll(u"v1"_s, 9);
        QCOMPARE(room.shown(u"v2"_s), 0);
    }

    /// Whom a person has confirmed goes along under another number too, as long as that stands.
    void whomAPersonHasConfirmedGoesAlong()
    {
        using Verdict = dicom::StudyPairs::Verdict;
        Room room;
        room.add(u"v1"_s, 0, 1, 20);
        room.add(u"v2"_s, 0, 1, 20);
        room.change(u"v2"_s, [](dicom::Instance &i) {
            i.study = StudyUid(u"8.8"_s);
            i.patient.id = u"TEST-0002"_s;
        });
        const dicom::Instance &first = room.image(u"v1"_s, 0), &second = room.image(u"v2"_s, 0);
        dicom::StudyHeader own, other;
        own.uid = first.study;
        own.patient = first.patient;
        other.uid = second.study;
        other.patient = second.patient;
        room.apply(session::SetScrollLink{{LinkKind::Position, {}}});
        room.pairs.set(own, other, Verdict::ByHand);
        room.scroll(u"v1"_s, 9);
        QCOMPARE(room.shown(u"v2"_s), 9);
        room.pairs.set(own, other, Verdict::Apart);
        QVERIFY(room.linked(u"v1"_s, 3, u"v2"_s).hindrance == LinkHindrance::OtherPatient);
        room.scroll(u"v1"_s, 4);
        QCOMPARE(room.shown(u"v2"_s), 9);
    }

    /// One number, and records that cannot be of one person: two patients. What one of them leaves out contradicts
    /// nothing.
    void contradictingRecordsOfOneNumberAreTwoPatients()
    {
        Room room;
        room.add(u"v1"_s, 0, 1, 20);
        room.add(u"v2"_s, 0, 1, 20);
        room.change(u"v1"_s, [](dicom::Instance &i) {
            i.patient = {};
            i.patient.id = u"TEST-0001"_s;
            i.patient.birthDate = u"19700101"_s;
            i.patient.sex = u"F"_s;
        });
        room.change(u"v2"_s, [](dicom::Instance &i) {
            i.study = StudyUid(u"8.8"_s);
            i.patient = {};
            i.patient.id = u"TEST-0001"_s;
        });
        room.apply(session::SetScrollLink{{LinkKind::Position, {}}});
        QVERIFY(room.linked(u"v1"_s, 9, u"v2"_s).hindrance == LinkHindrance::None);
        room.change(u"v2"_s, [](dicom::Instance &i) { i.patient.birthDate = u"19700102"_s; });
        QVERIFY(room.linked(u"v1"_s, 9, u"v2"_s).hindrance == LinkHindrance::OtherPatient);
        room.change(u"v2"_s, [](dicom::Instance &i) { i.patient.birthDate = u"19700101"_s; });
        QVERIFY(room.linked(u"v1"_s, 9, u"v2"_s).hindrance == LinkHindrance::None);
        room.change(u"v2"_s, [](dicom::Instance &i) { i.patient.sex = u"M"_s; });
        QVERIFY(room.linked(u"v1"_s, 9, u"v2"_s).hindrance == LinkHindrance::OtherPatient);
    }

    /// Images that name nobody: those of one study belong together, those of two studies do not.
    void whoIsUnknownIsNobodyElse()
    {
        Room room;
        room.add(u"v1"_s, 0, 1, 20);
        room.add(u"v2"_s, 0, 1, 20);
        for (const QString &view : {u"v1"_s, u"v2"_s})
            room.change(view, [](dicom::Instance &i) { i.patient = {}; });
        room.apply(session::SetScrollLink{{LinkKind::Position, {}}});
        QVERIFY(room.linked(u"v1"_s, 9, u"v2"_s).hindrance == LinkHindrance::None);
        room.change(u"v2"_s, [](dicom::Instance &i) { i.study = StudyUid(u"8.8"_s); });
        QVERIFY(room.linked(u"v1"_s, 9, u"v2"_s).hindrance == LinkHindrance::OtherPatient);
        // Without numbers the names tell them apart.
        room.change(u"v1"_s, [](dicom::Instance &i) { i.patient.name.alphabetic = u"TEST^ALPHA"_s; });
        room.change(u"v2"_s, [](dicom::Instance &i) { i.patient.name.alphabetic = u"TEST^BETA"_s; });
        QVERIFY(room.linked(u"v1"_s, 9, u"v2"_s).hindrance == LinkHindrance::OtherPatient);
        room.change(u"v2"_s, [](dicom::Instance &i) { i.patient.name.alphabetic = u"TEST^ALPHA"_s; });
        QVERIFY(room.linked(u"v1"_s, 9, u"v2"_s).hindrance == LinkHindrance::None);
    }

    void anOffsetLinkTellsOfAnotherPatient()
    {
        Room room;
        room.add(u"v1"_s, 0, 1, 20);
        room.add(u"v2"_s, 0, 1, 20);
        QVERIFY(room.toggle(LinkKind::Offset, u"v1"_s) == LinkHindrance::None);
        QVERIFY(!room.linked(u"v1"_s, 3, u"v2"_s).isOtherPatient);
        room.change(u"v2"_s, [](dicom::Instance &i) { i.patient.id = u"TEST-0002"_s; });
        QVERIFY(room.linked(u"v1"_s, 3, u"v2"_s).isOtherPatient);
        QCOMPARE(room.linked(u"v1"_s, 3, u"v2"_s).slice, 3);
    }

    /// Slices 0 to 9 mm and 49 to 58 mm: what lies between is in none of them, though neither end is passed.
    void withinAGapTheDistanceIsSaid()
    {
        Room room;
        room.add(u"v1"_s, 0, 1, 60);
        room.add(u"v2"_s, 0, 1, 20);
        auto &slices = room.stacks.at(DataSetId(u"set-v2"_s))->slices;
        for (std::size_t i = 10; i < slices.size(); ++i) {
            auto copy = std::make_shared<dicom::Instance>(*slices[i]);
            copy->geometry.position->z += 39.0;
            slices[i] = copy;
        }
        room.apply(session::SetScrollLink{{LinkKind::Position, {}}});
        QVERIFY(!room.linked(u"v1"_s, 9, u"v2"_s).isApart);
        const auto within = room.linked(u"v1"_s, 28, u"v2"_s);
        QCOMPARE(within.slice, 9);
        QVERIFY(std::abs(within.apartMm - 19.0) < 1e-9);
        QVERIFY(within.isApart);
        QVERIFY(!room.linked(u"v1"_s, 50, u"v2"_s).isApart);
        // A thickness counts, where it is given: slices of 1 mm ten apart leave out nine tenths.
        room.add(u"v3"_s, 0, 10, 6);
        QVERIFY(!room.linked(u"v1"_s, 14, u"v3"_s).isApart);
        room.change(u"v3"_s, [](dicom::Instance &i) { i.sliceThicknessMm = 1.0; });
        QVERIFY(room.linked(u"v1"_s, 14, u"v3"_s).isApart);
        QVERIFY(!room.linked(u"v1"_s, 10, u"v3"_s).isApart);
    }

    /// A view may look at a plane in the patient instead of at an image by name: it stands at the image in that plane.
    void aViewOfAPlaneStandsWhereItsImageLies()
    {
        Room room;
        room.add(u"v1"_s, 0, 1, 20);
        room.add(u"v2"_s, 100, 1, 20);
        room.change(u"v2"_s, [](dicom::Instance &i) { i.geometry.frameOfReference = FrameOfReferenceUid(u"9.9"_s); });
        const auto planeAt = [](double z, const QString &frame) {
            return session::SpatialPlane{FrameOfReferenceUid(frame), {0, 0, z}, {0, 0, 1}};
        };
        room.apply(room.move(u"v1"_s, 5));
        room.apply(session::ShowPlane{ViewId(u"v2"_s), planeAt(112, u"9.9"_s)});
        QCOMPARE(room.shown(u"v2"_s), 12);
        QVERIFY(room.toggle(LinkKind::Offset, u"v1"_s) == LinkHindrance::None);
        const auto &anchors = room.state.layout().link.anchors;
        QCOMPARE(anchors.size(), std::size_t(2));
        QCOMPARE(anchors[1].point.z, 112.0);
        QCOMPARE(room.linked(u"v1"_s, 5, u"v2"_s).slice, 12);
        room.scroll(u"v1"_s, 8);
        QCOMPARE(room.shown(u"v2"_s), 15);
        // It also leads.
        room.applyAll(withLinkedViews({session::ShowPlane{ViewId(u"v1"_s), planeAt(3, u"1.2.3.9"_s)}}, room.state,
                                      room.lookup()));
        QCOMPARE(room.shown(u"v1"_s), 3);
        QCOMPARE(room.shown(u"v2"_s), 10);
        // A plane in which no image lies is no place to link from.
        room.apply(session::SetScrollLink{});
        room.apply(session::ShowPlane{ViewId(u"v2"_s), planeAt(500, u"9.9"_s)});
        QVERIFY(room.toggle(LinkKind::Offset, u"v1"_s) != LinkHindrance::None);
    }

    /// What is told is why the stack does not go along, not what its odd last image lacks.
    void theFirstHindranceIsTold()
    {
        Room room;
        room.add(u"v1"_s, 0, 1, 20);
        room.add(u"v2"_s, 0, 1, 20);
        room.change(u"v2"_s, [](dicom::Instance &i) {
            i.geometry.frameOfReference = FrameOfReferenceUid(u"9.9"_s);
            if (i.sop == SopInstanceUid(u"1.9.2.19"_s))
                i.geometry.position.reset();
        });
        QVERIFY(room.toggle(LinkKind::Position, u"v1"_s) == LinkHindrance::OtherFrameOfReference);
    }

    void onlyParallelPlanesGoAlong()
    {
        Room room;
        room.add(u"v1"_s, 0, 1, 20);
        room.add(u"v2"_s, 0, 1, 20, 1.9);
        room.add(u"v3"_s, 0, 1, 20, 2.1);
        room.add(u"v4"_s, 0, 1, 20, 179.0); // the same planes, seen from the other side
        QVERIFY(room.toggle(LinkKind::Position, u"v1"_s) == LinkHindrance::None);
        room.scroll(u"v1"_s, 9);
        QCOMPARE(room.shown(u"v2"_s), 9);
        QCOMPARE(room.shown(u"v3"_s), 0);
        QCOMPARE(room.shown(u"v4"_s), 9);
        const auto others =
            linkedViews(room.state, room.state.layout().link, ViewId(u"v1"_s), room.image(u"v1"_s, 9), room.lookup());
        QVERIFY(others[1].hindrance == LinkHindrance::NotParallel);
    }

    void withoutAPlaceNothingIsGuessed()
    {
        Room room;
        room.add(u"v1"_s, 0, 1, 20);
        room.add(u"v2"_s, 0, 1, 20);
        room.change(u"v2"_s, [](dicom::Instance &i) { i.geometry.position.reset(); });
        QVERIFY(room.toggle(LinkKind::Position, u"v1"_s) == LinkHindrance::NoPlace);
        QVERIFY(room.toggle(LinkKind::Offset, u"v1"_s) != LinkHindrance::None);
        room.change(u"v2"_s, [](dicom::Instance &i) {
            i.geometry.position = PatientPoint{0, 0, 0};
            i.geometry.frameOfReference = FrameOfReferenceUid();
        });
        room.change(u"v1"_s, [](dicom::Instance &i) { i.geometry.frameOfReference = FrameOfReferenceUid(); });
        QVERIFY(room.toggle(LinkKind::Position, u"v1"_s) == LinkHindrance::NoPlace); // two unknowns are not one
    }

    /// From slices 5 (z = 5) and 12 (z = 136) on: three mm further here are three mm further there, whichever way the
    /// other stack is sorted.
    void anOffsetLinkKeepsTheWay()
    {
        Room room;
        room.add(u"v1"_s, 0, 1, 20);
        room.add(u"v2"_s, 160, -2, 30);
        room.change(u"v2"_s, [](dicom::Instance &i) { i.geometry.frameOfReference = FrameOfReferenceUid(u"9.9"_s); });
        room.apply(room.move(u"v1"_s, 5));
        room.apply(room.move(u"v2"_s, 12));
        QVERIFY(room.toggle(LinkKind::Offset, u"v1"_s) == LinkHindrance::None);
        QCOMPARE(room.shown(u"v2"_s), 12); // linking moves nothing
        room.scroll(u"v1"_s, 9);           // z + 4 mm: 140 mm is slice 10
        QCOMPARE(room.shown(u"v2"_s), 10);
        room.scroll(u"v2"_s, 14); // 132 mm, 4 mm below its anchor
        QCOMPARE(room.shown(u"v1"_s), 1);
        room.scroll(u"v1"_s, 5);
        QCOMPARE(room.shown(u"v2"_s), 12); // no drift
        // Another series in the view was never said to belong there.
        room.apply(session::ShowSeries{ViewId(u"v2"_s), StudyUid(u"1.2.3"_s), DataSetId(u"set-v1"_s), {}, {}, {}});
        const auto linked = linkedView(room.state, room.state.layout().link, ViewId(u"v1"_s), room.image(u"v1"_s, 5),
                                       ViewId(u"v2"_s), room.lookup());
        QVERIFY(linked.hindrance == LinkHindrance::NotAnchored);
    }

    void linkingBringsTheOthersAndPartsAgain()
    {
        Room room;
        room.add(u"v1"_s, 0, 1, 20);
        room.add(u"v2"_s, 0, 1, 20);
        room.apply(room.move(u"v1"_s, 7));
        QVERIFY(room.toggle(LinkKind::Position, u"v1"_s) == LinkHindrance::None);
        QCOMPARE(room.shown(u"v2"_s), 7);
        QVERIFY(room.toggle(LinkKind::Position, u"v1"_s) == LinkHindrance::None);
        QVERIFY(room.state.layout().link.kind == LinkKind::None);
        room.scroll(u"v1"_s, 12);
        QCOMPARE(room.shown(u"v2"_s), 7);
    }
};

CONSILIUM_TEST(LinkedScrollTest)
#include "LinkedScrollTest.moc"
