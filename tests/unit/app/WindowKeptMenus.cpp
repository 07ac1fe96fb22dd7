#include "app/windows/KeptCommands.h"
#include "app/windows/ReadingSession.h"
#include "tests/support/TestMain.h"
#include "tests/unit/app/HeldImages.h"
#include "viewer/objects/StudyObjects.h"
#include "viewer/tools/WindowPresets.h"
#include "viewer/widgets/LayoutGrid.h"

#include <QMenu>

using namespace Qt::StringLiterals;
using namespace consilium;
using namespace consilium::test;

namespace
{

/// The states of a study, as the test says.
class States : public objects::StudyObjects
{
public:
    std::vector<objects::PresentationStatePtr> all;
    const objects::MarkOrigin *origin(const AnnotationId &) const override { return nullptr; }
    std::vector<objects::PresentationStatePtr> states(const StudyUid &) const override { return all; }
    std::vector<objects::ObjectTrouble> troubles(const StudyUid &) const override { return {}; }
};

/// Of the stack's first image, with one layer on which a line is drawn.
objects::PresentationStatePtr stateOf(const QString &sop, const QString &layer, const SopInstanceUid &image)
{
    auto state = std::make_shared<objects::PresentationState>();
    state->header.sop = SopInstanceUid(sop);
    state->label = u"OTHER"_s;
    state->description = u"State "_s + layer;
    objects::ImageReference reference;
    reference.sop = image;
    state->images = {reference};
    objects::GraphicLayer drawn;
    drawn.name = layer;
    state->layers = {drawn};
    objects::Annotation line;
    line.layer = layer;
    line.graphics.resize(1);
    line.graphics.front().points = {{1, 1}, {2, 2}};
    state->annotations = {line};
    return state;
}

struct Reading {
    SystemClock clock;
    States states;
    HeldImages images;
    app::ReadingSession session{clock, images};
    tools::Bindings bindings = *tools::Bindings::fromJson(tools::builtInBindings());
    widgets::LayoutGrid grid{session.dispatcher(), images, bindings};
    app::KeptCommands commands{session, images, grid};
    QStringList told;

    Reading()
    {
        const auto stack = stackIn(u"1.1"_s, u"1.9"_s);
        images.kept = &states;
        images.put(stack);
        states.all = {stateOf(u"5.1"_s, u"FIRST"_s, stack->slices.front()->sop)};
        QObject::connect(&commands, &app::KeptCommands::noticed, &commands,
                         [this](const QString &text) { told << text; });
        session::ShowSeries show;
        show.view = ViewId(u"v1"_s);
        show.study = StudyUid(u"1.2.3"_s);
        show.dataSet = stack->id;
        (void)session.dispatcher().submit(show);
        grid.resize(800, 400);
        grid.show();
    }
    /// The only entry of the menu is clicked after a newer state has come.
    void clickLate(const QString &command)
    {
        QVERIFY(commands.run(command, grid));
        auto *menu = grid.findChild<QMenu *>(command);
        QVERIFY(menu);
        QCOMPARE(menu->actions().size(), 1);
        states.all.insert(states.all.begin(), stateOf(u"5.2"_s, u"SECOND"_s, states.all.front()->images.front().sop));
        menu->actions().front()->trigger();
    }
};

} // namespace

/// What the menus of kept objects name is what they do.
class WindowKeptMenus : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aLayerIsTheOneThatTheMenuNamed()
    {
        Reading reading;
        reading.clickLate(u"graphic-layers"_s);
        const auto hidden = reading.session.dispatcher().state().hiddenLayers();
        QVERIFY(hidden.contains(session::LayerKey{SopInstanceUid(u"5.1"_s), u"FIRST"_s}));
        QVERIFY(!hidden.contains(session::LayerKey{SopInstanceUid(u"5.2"_s), u"SECOND"_s}));
        QVERIFY(!reading.told.isEmpty());
        QVERIFY2(reading.told.last().contains(u"FIRST"_s), qPrintable(reading.told.last()));
    }
    void aStateIsTheOneThatTheMenuNamed()
    {
        Reading reading;
        reading.clickLate(u"presentation-states"_s);
        QVERIFY(!reading.told.isEmpty());
        QVERIFY2(reading.told.last().contains(u"State FIRST"_s), qPrintable(reading.told.last()));
    }
};

CONSILIUM_TEST(WindowKeptMenus)
#include "WindowKeptMenus.moc"
