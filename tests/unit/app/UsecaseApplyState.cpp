#include "app/usecases/ApplyState.h"
#include "tests/support/TestMain.h"
#include "tests/unit/app/KeptFixture.h"
#include "viewer/imaging/OwnPresentation.h"

#include <QTest>

#include <functional>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;
using namespace consilium;
using namespace consilium::test;
using objects::PresentationLutShape;

namespace
{

objects::PresentationState someState()
{
    objects::PresentationState state;
    state.header = objectHeader();
    state.images = {imageOf(3)};
    state.modality = objects::ModalityStep{1.0, -1024.0, u"HU"_s};
    objects::SoftcopyVoi voi;
    voi.window = dicom::FileWindow{40.0, 400.0, {}};
    state.voi = {voi};
    objects::DisplayedArea area;
    area.right = 100;
    area.bottom = 80;
    state.areas = {area};
    return state;
}

objects::PresentationState stateWithTable(int first, int bits, std::vector<std::uint16_t> entries)
{
    auto table = std::make_shared<dicom::LookupTable>();
    table->firstMapped = first;
    table->bits = bits;
    table->entries = std::move(entries);
    objects::PresentationState state = someState();
    state.voi.front().window.reset();
    state.voi.front().table = std::move(table);
    return state;
}

struct View {
    std::shared_ptr<dicom::Instance> image = std::make_shared<dicom::Instance>(*keptStack()->slices[2]);
    app::StateTarget target;
    View()
    {
        target.view = session::Layout::viewAt(0);
        target.dataSet = DataSetId(u"1"_s);
        target.shown.dataSet = target.dataSet;
        target.image = image.get();
        target.widthPx = 800.0;
        target.heightPx = 600.0;
    }
};

template<class A>
const A *actionIn(const app::StatePlan &plan)
{
    for (const session::Action &action : plan.actions)
        if (const A *found = std::get_if<A>(&action))
            return found;
    return nullptr;
}

} // namespace

class UsecaseApplyState : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// CLINICAL-TRUTH row 8. What is shown by a state: low values are white for INVERSE and for nothing else, whatever
    /// the photometric interpretation says and whatever the reader had set before.
    void inversionFollowsTheStateAlone_data()
    {
        QTest::addColumn<bool>("isMonochrome1");
        QTest::addColumn<bool>("isInverseShape");
        QTest::addColumn<bool>("wasInverted");
        for (int i = 0; i < 8; ++i)
            QTest::addRow("%d%d%d", i & 1, (i >> 1) & 1, i >> 2) << bool(i & 1) << bool(i & 2) << bool(i & 4);
    }
    void inversionFollowsTheStateAlone()
    {
        QFETCH(bool, isMonochrome1);
        QFETCH(bool, isInverseShape);
        QFETCH(bool, wasInverted);
        View view;
        view.image->pixels.photometric =
            isMonochrome1 ? dicom::Photometric::Monochrome1 : dicom::Photometric::Monochrome2;
        view.image->grey.lowIsWhite = isMonochrome1;
        view.target.presentation.inverted = wasInverted;
        objects::PresentationState state = someState();
        state.shape = isInverseShape ? PresentationLutShape::Inverse : PresentationLutShape::Identity;
        const auto plan = app::planState(state, view.target);
        const auto *set = actionIn<session::SetInverted>(plan);
        const bool isInverted = set ? set->inverted : wasInverted;
        // As GreyTable flips: inverted != lowIsWhite.
        QCOMPARE(isInverted != view.image->grey.lowIsWhite, isInverseShape);
        QCOMPARE(set != nullptr, isInverted != wasInverted);
    }

    void windowsAreToldInTheImagesValues()
    {
        View view;
        objects::PresentationState state = someState();
        auto plan = app::planState(state, view.target);
        QVERIFY(plan.refused.isEmpty());
        const auto *set = actionIn<session::SetWindow>(plan);
        QVERIFY(set);
        QVERIFY(set->window == (session::Window{40.0, 400.0, session::VoiFunction::Linear}));
        // Without a modality step the window counts in stored values, whatever the image says (PS3.4 N.2.1.1).
        state.modality.reset();
        state.voi.front().window = dicom::FileWindow{1064.0, 400.0, {}};
        plan = app::planState(state, view.target);
        set = actionIn<session::SetWindow>(plan);
        QVERIFY(set && set->window == (session::Window{40.0, 400.0, session::VoiFunction::Linear}));
        // In another unit the linear function is the exact one, half a step and one narrower: both ends stay.
        view.image->grey.slope = 0.5;
        view.image->grey.intercept = 0.0;
        plan = app::planState(state, view.target);
        set = actionIn<session::SetWindow>(plan);
        QVERIFY(set && set->window == (session::Window{531.75, 199.5, session::VoiFunction::LinearExact}));
        // It is that already.
        view.target.presentation.window = set->window;
        QVERIFY(!actionIn<session::SetWindow>(app::planState(state, view.target)));
    }

    void whatCannotBeSetIsRefusedByName()
    {
        View view;
        objects::PresentationState state = someState();
        state.voi.front().window.reset();
        state.voi.front().table = std::make_shared<dicom::LookupTable>();
        auto plan = app::planState(state, view.target);
        QVERIFY(!actionIn<session::SetWindow>(plan));
        QVERIFY(plan.refused.join(u' ').contains(u"VOI LUT"_s));
        state = someState();
        state.presentationLut = std::make_shared<dicom::LookupTable>();
        plan = app::planState(state, view.target);
        QVERIFY(!actionIn<session::SetInverted>(plan) && plan.refused.join(u' ').contains(u"Presentation LUT"_s));
        state = someState();
        state.modality->slope = -1.0;
        plan = app::planState(state, view.target);
        QVERIFY(!actionIn<session::SetWindow>(plan) && plan.refused.size() == 1);
        state = someState();
        state.flaws.note(objects::Flaw::Kind::Shutter, u"CIRCULAR"_s);
        QCOMPARE(app::planState(state, view.target).refused.size(), 1);
        state = someState();
        view.image->pixels.samplesPerPixel = 3;
        plan = app::planState(state, view.target);
        QVERIFY(!actionIn<session::SetWindow>(plan) && !plan.refused.isEmpty());
    }

    /// A table counts in the state's modality values, and is looked up with the image's.
    void tablesAreToldInTheImagesValues()
    {
        View view; // -1024 + stored HU
        view.target.presentation.window = session::Window{1.0, 2.0};
        auto state = stateWithTable(-100, 12, {0, 4095, 7});
        auto plan = app::planState(state, view.target);
        QVERIFY2(plan.refused.isEmpty(), qPrintable(plan.refused.join(u' ')));
        const auto *set = actionIn<session::SetGreyTables>(plan);
        QVERIFY(set && set->tables && set->tables->voi && !set->tables->presentation);
        QVERIFY(set->tables->voi->entries == QByteArray::fromHex("0000ff0f0700"));
        QVERIFY(set->tables->voi->first == -100 && set->tables->voi->bits == 12);
        QVERIFY(set->tables->voi->factor == 1.0 && set->tables->voi->offset == 0.0);
        QVERIFY(actionIn<session::SetWindow>(plan) && !actionIn<session::SetWindow>(plan)->window);
        // It is that already.
        view.target.presentation.window.reset();
        view.target.presentation.tables = set->tables;
        QVERIFY(!actionIn<session::SetGreyTables>(app::planState(state, view.target)));
        // Without a modality step it counts in stored values; in one of its own, in those.
        state.modality.reset();
        plan = app::planState(state, view.target);
        set = actionIn<session::SetGreyTables>(plan);
        QVERIFY(set && set->tables->voi->factor == 1.0 && set->tables->voi->offset == 1024.0);
        state.modality = objects::ModalityStep{4.0, 10.0, {}};
        view.image->grey.slope = 0.5; // stored = 2 (x + 1024)
        plan = app::planState(state, view.target);
        set = actionIn<session::SetGreyTables>(plan);
        QVERIFY(set && set->tables->voi->factor == 8.0 && set->tables->voi->offset == 8.0 * 1024 + 10.0);
        // A state without tables takes them away.
        plan = app::planState(someState(), view.target);
        set = actionIn<session::SetGreyTables>(plan);
        QVERIFY(set && !set->tables);
    }

    /// PS3.3 C.11.2.1.1: where the values may be negative, the first input is meant so, however it is written.
    void theFirstInputIsSignedAsTheValuesAre()
    {
        View view;
        view.image->pixels.bitsStored = 12;
        auto state = stateWithTable(65436, 12, {0, 4095, 7});
        auto plan = app::planState(state, view.target);
        const auto *set = actionIn<session::SetGreyTables>(plan);
        QVERIFY(set);
        QCOMPARE(set->tables->voi->first, -100); // HU
        state.modality.reset();                  // stored values, from 0
        plan = app::planState(state, view.target);
        set = actionIn<session::SetGreyTables>(plan);
        QCOMPARE(set->tables->voi->first, 65436);
        view.image->pixels.isSigned = true;
        plan = app::planState(state, view.target);
        set = actionIn<session::SetGreyTables>(plan);
        QCOMPARE(set->tables->voi->first, -100);
    }

    /// By the same Modality LUT both have the same values, by another one nothing can be said of them.
    void tablesInOtherValuesAreRefused()
    {
        const auto lut = [](int first, std::vector<std::uint16_t> entries) {
            auto table = std::make_shared<dicom::LookupTable>();
            table->firstMapped = first;
            table->entries = std::move(entries);
            return table;
        };
        View view;
        auto state = stateWithTable(0, 8, {0, 255});
        auto window = someState();
        for (auto *one : {&state, &window}) {
            one->modality.reset();
            one->modalityLut = lut(65534, {5, 6, 7});
            view.image->grey.modalityLut = lut(-2, {5, 6, 7}); // the same 16 bits
            auto plan = app::planState(*one, view.target);
            QVERIFY2(plan.refused.isEmpty(), qPrintable(plan.refused.join(u' ')));
            QVERIFY(actionIn<session::SetGreyTables>(plan) || actionIn<session::SetWindow>(plan));
            view.image->grey.modalityLut = lut(-2, {5, 6, 8});
            plan = app::planState(*one, view.target);
            QVERIFY(!actionIn<session::SetGreyTables>(plan) && !actionIn<session::SetWindow>(plan));
            QCOMPARE(plan.refused.size(), 1);
            view.image->grey.modalityLut.reset();
            plan = app::planState(*one, view.target);
            QVERIFY(!actionIn<session::SetGreyTables>(plan) && !actionIn<session::SetWindow>(plan));
            QCOMPARE(plan.refused.size(), 1);
            // One that could not be read at all: the rest is not taken as if there were none.
            one->modalityLut.reset();
            one->hasUnknownValues = true;
            plan = app::planState(*one, view.target);
            QVERIFY(!actionIn<session::SetGreyTables>(plan) && !actionIn<session::SetWindow>(plan));
            QCOMPARE(plan.refused.size(), 1);
        }
    }

    /// As of PET, whose rescale slope is another in each image: each by its own, and no image that the state does not
    /// name or whose values it does not know.
    void imagesThatDifferAreEachShownByTheirOwn()
    {
        View view;
        auto stack = std::make_shared<dicom::DataSet>(*keptStack());
        view.target.stack = stack.get();
        auto window = someState();
        auto table = stateWithTable(0, 8, {0, 255});
        table.images.clear();
        for (int i = 1; i <= 10; ++i)
            table.images.push_back(imageOf(i));
        const auto change = [&stack](const std::function<void(dicom::GreyScale &)> &how) {
            auto other = std::make_shared<dicom::Instance>(*keptStack()->slices[7]);
            how(other->grey);
            stack->slices[7] = other;
        };
        const auto isToldForSome = [](const app::StatePlan &plan) {
            return plan.refused.size() == 1 &&
                   plan.refused.front().startsWith(u"The state was saved for some of these images"_s);
        };
        const std::vector<std::function<void(dicom::GreyScale &)>> changes{
            [](dicom::GreyScale &grey) { grey.slope = 2.5; }, [](dicom::GreyScale &grey) { grey.intercept = 0.0; },
            [](dicom::GreyScale &grey) { grey.modalityLut = std::make_shared<dicom::LookupTable>(); }};
        for (std::size_t i = 0; i < changes.size(); ++i) {
            change(changes[i]);
            const bool isKnown = i < 2; // the values of the one that differs
            // In the values of the one image that it names: a window like one that is typed.
            window.modality = table.modality = objects::ModalityStep{1.0, -1024.0, u"HU"_s};
            auto plan = app::planState(window, view.target);
            QVERIFY(actionIn<session::SetWindow>(plan) && !actionIn<session::SetGreyTables>(plan));
            QVERIFY2(plan.refused.isEmpty(), qPrintable(plan.refused.join(u' ')));
            plan = app::planState(table, view.target);
            const auto *set = actionIn<session::SetGreyTables>(plan);
            QVERIFY(set && set->tables && set->tables->voi);
            QCOMPARE(set->tables->voi->isOfStored, isKnown);
            QCOMPARE(set->tables->voi->factor, 1.0);
            QCOMPARE(set->tables->voi->offset, isKnown ? -1024.0 : 0.0);
            QCOMPARE(set->tables->images.size(), std::size_t(isKnown ? 10 : 9));
            QCOMPARE(isToldForSome(plan), !isKnown);
            // In stored values: of the window that image alone is known.
            window.modality.reset();
            table.modality.reset();
            plan = app::planState(window, view.target);
            set = actionIn<session::SetGreyTables>(plan);
            QVERIFY(set && set->tables && set->tables->windows.size() == 1 && !set->tables->voi);
            QVERIFY(set->tables->windows.front().images == (session::ImageRefs{{view.image->sop, view.image->frame}}));
            QCOMPARE(set->tables->windows.front().window.centre, 40.0 - 1024.0);
            QVERIFY(isToldForSome(plan));
            plan = app::planState(table, view.target);
            set = actionIn<session::SetGreyTables>(plan);
            QVERIFY(set && set->tables && set->tables->voi);
            QCOMPARE(set->tables->voi->isOfStored, isKnown);
            QCOMPARE(set->tables->voi->offset, isKnown ? 0.0 : 1024.0);
            QCOMPARE(isToldForSome(plan), !isKnown);
        }
        change([](dicom::GreyScale &) {}); // all alike again
        QVERIFY(actionIn<session::SetWindow>(app::planState(window, view.target)));
        QVERIFY(app::planState(table, view.target).refused.isEmpty());
    }

    /// A window in stored values for two images with two rescales, drawn by the arithmetic of each; the reader's own
    /// goes before it.
    void windowsOfSeveralImagesAreTheirOwn()
    {
        View view;
        auto stack = std::make_shared<dicom::DataSet>(*keptStack());
        view.target.stack = stack.get();
        auto other = std::make_shared<dicom::Instance>(*stack->slices[7]);
        other->grey.slope = 0.5;
        other->grey.intercept = 10.0;
        stack->slices[7] = other;
        objects::PresentationState state = someState();
        state.images.push_back(imageOf(8));
        state.modality.reset();
        state.voi.front().window = dicom::FileWindow{1064.0, 401.0, {}};
        view.target.presentation.window = session::Window{1.0, 2.0};
        const auto plan = app::planState(state, view.target);
        const auto *set = actionIn<session::SetGreyTables>(plan);
        QVERIFY(set && set->tables);
        QCOMPARE(set->tables->windows.size(), std::size_t(2));
        const auto *reset = actionIn<session::SetWindow>(plan);
        QVERIFY(reset && !reset->window);
        session::Presentation shown;
        shown.tables = set->tables;
        // x = stored - 1024.
        QVERIFY(imaging::ownPresentation(shown, *view.image).window ==
                (session::Window{40.0, 401.0, session::VoiFunction::Linear}));
        // Of the linear function the ends are 863.5 and 1263.5 in stored values; half of it and 10 more.
        QVERIFY(imaging::ownPresentation(shown, *other).window ==
                (session::Window{541.75, 200.0, session::VoiFunction::LinearExact}));
        for (const auto &[slice, isOut] : {std::pair{2, false}, std::pair{7, false}, std::pair{3, true}}) {
            const auto own = imaging::ownPresentation(shown, *stack->slices[std::size_t(slice)]);
            QCOMPARE(own.window.has_value(), !isOut);
            QVERIFY(!own.tables);
            QCOMPARE(imaging::isLeftOut(shown, *stack->slices[std::size_t(slice)]), isOut);
        }
        shown.window = session::Window{5.0, 6.0};
        QVERIFY(imaging::ownPresentation(shown, *other).window == shown.window);
        QVERIFY(!imaging::isLeftOut(shown, *stack->slices[3])); // the reader's holds there too
    }

    /// Shutter and tables over the images that the state names, and no other of the stack.
    void whatIsForSomeImagesIsSetForThem()
    {
        View view;
        auto stack = std::make_shared<dicom::DataSet>(*keptStack());
        view.target.stack = stack.get();
        auto state = stateWithTable(0, 8, {0, 255});
        state.images.push_back(imageOf(5));
        auto shutter = std::make_shared<dicom::Shutter>();
        shutter->rectangle = dicom::Shutter::Rectangle{1, 90, 2, 70};
        state.shutter = shutter;
        const auto refOf = [&stack](int slice) {
            return session::ImageRef{stack->slices[std::size_t(slice)]->sop, stack->slices[std::size_t(slice)]->frame};
        };
        auto plan = app::planState(state, view.target);
        const auto *shut = actionIn<session::SetShutter>(plan);
        const auto *tables = actionIn<session::SetGreyTables>(plan);
        QVERIFY(shut && shut->shutter && tables && tables->tables);
        QCOMPARE(shut->shutter->images.size(), std::size_t(2));
        QVERIFY(shut->shutter->images == tables->tables->images);
        for (int slice = 0; slice < 10; ++slice)
            QCOMPARE(session::concerns(shut->shutter->images, refOf(slice)), slice == 2 || slice == 4);
        QCOMPARE(plan.refused.size(), 1); // said once
        session::Presentation shown;
        shown.shutter = shut->shutter;
        shown.tables = tables->tables;
        for (int slice = 0; slice < 10; ++slice) {
            const auto own = imaging::ownPresentation(shown, *stack->slices[std::size_t(slice)]);
            const bool isNamed = slice == 2 || slice == 4;
            QCOMPARE(own.shutter.has_value(), isNamed);
            QCOMPARE(own.tables.has_value(), isNamed);
            QCOMPARE(imaging::isLeftOut(shown, *stack->slices[std::size_t(slice)]), !isNamed);
        }
        // The reader's window is for all of them; a table to P-values behind it and the shutter are not.
        const dicom::Instance &unnamed = *stack->slices[3];
        shown.window = session::Window{40.0, 400.0};
        QVERIFY(imaging::isLeftOut(shown, unnamed));
        shown.shutter.reset();
        QVERIFY(!imaging::isLeftOut(shown, unnamed));
        shown.window.reset();
        QVERIFY(imaging::isLeftOut(shown, unnamed));
        shown.fileTable = 1;
        QVERIFY(!imaging::isLeftOut(shown, unnamed));
        shown.tables->presentation = shown.tables->voi;
        QVERIFY(imaging::isLeftOut(shown, unnamed));
        QVERIFY(!imaging::isLeftOut(shown, *stack->slices[2]));
        shown = {};
        // Pixels of an image of another size are others.
        auto small = std::make_shared<dicom::Instance>(*stack->slices[4]);
        small->geometry.rows = small->pixels.rows = 40;
        stack->slices[4] = small;
        plan = app::planState(state, view.target);
        shut = actionIn<session::SetShutter>(plan);
        QVERIFY(shut && shut->shutter->images == session::ImageRefs{refOf(2)});
        // All of the stack are named as well: an image that comes to it, from another series or late, is none of them.
        state = stateWithTable(0, 8, {0, 255});
        state.images.clear();
        for (int i = 1; i <= 10; ++i)
            state.images.push_back(imageOf(i));
        plan = app::planState(state, view.target);
        QVERIFY(plan.refused.isEmpty());
        QCOMPARE(actionIn<session::SetGreyTables>(plan)->tables->images.size(), std::size_t(10));
        shown.tables = actionIn<session::SetGreyTables>(plan)->tables;
        dicom::Instance joined = *stack->slices[0];
        QVERIFY(imaging::ownPresentation(shown, joined).tables);
        joined.sop = SopInstanceUid(u"1.2.3"_s);
        QVERIFY(!imaging::ownPresentation(shown, joined).tables);
    }

    /// The table alone says what is white; with a window or table that is not used it is not used either.
    void tablesOfPValuesAreApplied()
    {
        for (int i = 0; i < 4; ++i) {
            View view;
            view.image->grey.lowIsWhite = (i & 1) != 0;
            view.target.presentation.inverted = (i & 2) != 0;
            auto state = someState();
            state.presentationLut = stateWithTable(3, 10, {1023, 0}).voi.front().table;
            auto plan = app::planState(state, view.target);
            QVERIFY2(plan.refused.isEmpty(), qPrintable(plan.refused.join(u' ')));
            const auto *set = actionIn<session::SetGreyTables>(plan);
            QVERIFY(set && set->tables && set->tables->presentation && !set->tables->voi);
            QCOMPARE(set->tables->presentation->first, 0);
            const auto *turned = actionIn<session::SetInverted>(plan);
            QCOMPARE(turned ? turned->inverted : view.target.presentation.inverted, view.image->grey.lowIsWhite);
            QVERIFY(actionIn<session::SetWindow>(plan));
            state.voi.clear();
            plan = app::planState(state, view.target);
            QVERIFY(!actionIn<session::SetGreyTables>(plan) && !actionIn<session::SetInverted>(plan));
            QCOMPARE(plan.refused.size(), 2);
        }
        View view;
        auto state = someState();
        state.hasUnknownOutput = true; // there is one, of which nothing is known: nor is it known what is white
        state.shape = PresentationLutShape::Inverse;
        const auto plan = app::planState(state, view.target);
        QVERIFY(!actionIn<session::SetInverted>(plan) && plan.refused.join(u' ').contains(u"Presentation LUT"_s));
    }

    void aTableForSomeOfTheImagesIsTold()
    {
        View view;
        const auto stack = keptStack();
        view.target.stack = stack.get();
        auto plan = app::planState(stateWithTable(0, 8, {0, 255}), view.target);
        QVERIFY(actionIn<session::SetGreyTables>(plan));
        QCOMPARE(plan.refused.size(), 1);
        auto all = stateWithTable(0, 8, {0, 255});
        all.images.clear();
        for (int i = 1; i <= 10; ++i)
            all.images.push_back(imageOf(i));
        QVERIFY(app::planState(all, view.target).refused.isEmpty());
    }

    void shuttersAreApplied()
    {
        View view;
        objects::PresentationState state = someState();
        QVERIFY(!actionIn<session::SetShutter>(app::planState(state, view.target)));
        auto shutter = std::make_shared<dicom::Shutter>();
        shutter->rectangle = dicom::Shutter::Rectangle{1, 90, 2, 70};
        shutter->circle = dicom::Shutter::Circle{40.0, 50.0, 30.0, 1.0};
        shutter->polygon = {{0.0, 1.0}, {2.0, 80.0}, {70.0, 3.0}};
        shutter->grey = 17;
        state.shutter = shutter;
        auto plan = app::planState(state, view.target);
        QVERIFY(plan.refused.isEmpty());
        const auto *set = actionIn<session::SetShutter>(plan);
        QVERIFY(set && set->shutter);
        QVERIFY(set->shutter->rectangle == (session::ShutterRectangle{1, 90, 2, 70}));
        QVERIFY(set->shutter->circle->centre.row == 40.0 && set->shutter->circle->centre.column == 50.0);
        QCOMPARE(set->shutter->circle->radius, 30.0);
        QCOMPARE(set->shutter->polygon.size(), std::size_t(3));
        QVERIFY(set->shutter->polygon[1].row == 2.0 && set->shutter->polygon[1].column == 80.0);
        QCOMPARE(set->shutter->grey, 17);
        // What is there already is not done again; a state without one takes away what another has set.
        view.target.presentation.shutter = set->shutter;
        QVERIFY(!actionIn<session::SetShutter>(app::planState(state, view.target)));
        state.shutter.reset();
        plan = app::planState(state, view.target);
        set = actionIn<session::SetShutter>(plan);
        QVERIFY(set && !set->shutter);
        shutter->circle->radius = 1e9;
        state.shutter = shutter;
        plan = app::planState(state, view.target);
        QVERIFY(!actionIn<session::SetShutter>(plan) && plan.refused.size() == 1);
    }

    /// There turned and then mirrored, here mirrored and then turned.
    void turnsAndMirrors()
    {
        for (const auto &[turn, isFlipped, expected] :
             {std::tuple(90, false, 90.0), std::tuple(90, true, 270.0), std::tuple(180, true, 180.0)}) {
            View view;
            objects::PresentationState state = someState();
            state.rotation = turn;
            state.isFlipped = isFlipped;
            const auto plan = app::planState(state, view.target);
            const auto *set = actionIn<session::SetOrientation>(plan);
            QVERIFY(set);
            QCOMPARE(set->orientation.rotationDeg, expected);
            QCOMPARE(set->orientation.flipped, isFlipped);
        }
    }

    void thePartOfTheImageFillsTheView()
    {
        View view;
        objects::PresentationState state = someState();
        QVERIFY(!actionIn<session::SetZoomPan>(app::planState(state, view.target))); // all of it, as it is
        // Columns 21 to 60 (20 mm) and rows 11 to 30 (20 mm) in a view of 800 x 600: the height decides.
        state.areas.front().left = 21;
        state.areas.front().right = 60;
        state.areas.front().top = 11;
        state.areas.front().bottom = 30;
        auto plan = app::planState(state, view.target);
        const auto *set = actionIn<session::SetZoomPan>(plan);
        QVERIFY(set && set->zoomPan);
        QCOMPARE(set->zoomPan->unit, session::SpanUnit::Millimetres);
        QCOMPARE(set->zoomPan->across, 20.0);
        QCOMPARE(set->zoomPan->offsetAlongRow, (39.5 - 49.5) * 0.5);
        QCOMPARE(set->zoomPan->offsetAlongColumn, 19.5 - 39.5);
        // Twice as wide as high: 40 x 20 mm; the width decides, 600 px then show 30 mm. Turned, the height does.
        state.areas.front().right = 100;
        plan = app::planState(state, view.target);
        QCOMPARE(actionIn<session::SetZoomPan>(plan)->zoomPan->across, 30.0);
        state.rotation = 90;
        plan = app::planState(state, view.target);
        QCOMPARE(actionIn<session::SetZoomPan>(plan)->zoomPan->across, 40.0);
        // Two display pixels a column of 0.5 mm.
        state.areas.front().size = objects::DisplayedArea::Size::Magnify;
        state.areas.front().magnification = 2.0;
        plan = app::planState(state, view.target);
        QCOMPARE(actionIn<session::SetZoomPan>(plan)->zoomPan->across, 150.0);
        // True size needs a monitor that was measured: else the part fills the view, and that is said.
        state.areas.front().size = objects::DisplayedArea::Size::TrueSize;
        state.areas.front().rowSpacingMm = 1.0;
        state.areas.front().columnSpacingMm = 0.5;
        plan = app::planState(state, view.target);
        QCOMPARE(plan.refused.size(), 1);
        view.target.screenMmPerPx = 0.2;
        plan = app::planState(state, view.target);
        QVERIFY(plan.refused.isEmpty());
        QCOMPARE(actionIn<session::SetZoomPan>(plan)->zoomPan->across, 120.0);
    }

    void whatNoStateHasIsTakenAway()
    {
        View view;
        view.target.shown.slab = session::Slab{};
        view.target.presentation.enhancement = session::Enhancement{};
        view.target.presentation.colourMap = session::ColourMap::Pet;
        const auto plan = app::planState(someState(), view.target);
        QVERIFY(actionIn<session::SetSlab>(plan) && !actionIn<session::SetSlab>(plan)->slab);
        QVERIFY(actionIn<session::SetEnhancement>(plan) && !actionIn<session::SetEnhancement>(plan)->enhancement);
        QCOMPARE(actionIn<session::SetColourMap>(plan)->colourMap, session::ColourMap::Grey);
    }

    /// A state of colour images says nothing of greys, so nothing of them is changed or missed; its turn is taken.
    void aColourStateTouchesNoGreys()
    {
        View view;
        view.image->pixels.samplesPerPixel = 3;
        view.image->pixels.photometric = dicom::Photometric::Rgb;
        objects::PresentationState state = someState();
        state.isColour = true;
        state.modality.reset();
        state.voi.clear();
        state.rotation = 90;
        const auto plan = app::planState(state, view.target);
        QVERIFY2(plan.refused.isEmpty(), qPrintable(plan.refused.join(u'\n')));
        QVERIFY(actionIn<session::SetOrientation>(plan));
        QVERIFY(!actionIn<session::SetWindow>(plan) && !actionIn<session::SetInverted>(plan) &&
                !actionIn<session::SetGreyTables>(plan));
        // One of grey images still says what of it is not used.
        QCOMPARE(app::planState(someState(), view.target).refused.size(), 1);
    }

    void aWindowForOtherImagesIsNotTaken()
    {
        View view;
        objects::PresentationState state = someState();
        state.images.push_back(imageOf(4));
        state.voi.front().images = {imageOf(4)};
        const auto plan = app::planState(state, view.target);
        QVERIFY(!actionIn<session::SetWindow>(plan));
        QCOMPARE(plan.refused.size(), 1);
    }
};

CONSILIUM_TEST(UsecaseApplyState)
#include "UsecaseApplyState.moc"
