#include "app/windows/ArrangeCommands.h"
#include "app/windows/ReadingSession.h"
#include "tests/support/TestMain.h"
#include "tests/unit/app/HeldImages.h"

using namespace consilium;
using namespace consilium::test;

namespace
{

template<class A>
const A *actionIn(const std::vector<session::Action> &actions)
{
    for (const session::Action &action : actions)
        if (const A *found = std::get_if<A>(&action))
            return found;
    return nullptr;
}

} // namespace

class WindowArranging : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// A view goes over to the stack that holds its image now: everything that says how it looks goes along, and
    /// nothing else is set.
    void theLookGoesAlong()
    {
        SystemClock clock;
        HeldImages images;
        app::ReadingSession session{clock, images};
        const auto whole = stackIn(u"1.1"_s, u"1.9"_s);
        images.put(whole);
        const ViewId view = session::Layout::viewAt(0);
        const StudyUid study(u"1.2.3"_s);
        session::ShowSeries show;
        show.view = view;
        show.study = study;
        show.dataSet = whole->id;
        show.plane = session::ImageRef{whole->slices[30]->sop, 0};
        QVERIFY(session.dispatcher().submit(show));
        session::Presentation look;
        look.window = session::Window{50.0, 120.0};
        look.inverted = true;
        look.enhancement = session::Enhancement{};
        look.colourMap = session::ColourMap::Pet;
        look.suv = session::Suv::LeanJames;
        look.shutter.emplace().rectangle = session::ShutterRectangle{2, 28, 2, 28};
        session::ValueTable table;
        table.entries = QByteArray::fromHex("ffff0000");
        look.tables.emplace().presentation = table;
        const auto set = [&](const session::Action &action) { QVERIFY(session.dispatcher().submit(action)); };
        set(session::SetWindow{view, whole->id, look.window});
        set(session::SetInverted{view, whole->id, look.inverted});
        set(session::SetEnhancement{view, whole->id, look.enhancement});
        set(session::SetColourMap{view, whole->id, look.colourMap});
        set(session::SetSuv{view, whole->id, look.suv});
        set(session::SetShutter{view, whole->id, look.shutter});
        set(session::SetGreyTables{view, whole->id, look.tables});
        QVERIFY(session.dispatcher().state().presentation(view, whole->id) == look);

        auto first = std::make_shared<dicom::DataSet>(*whole), second = std::make_shared<dicom::DataSet>(*whole);
        first->slices.resize(20);
        second->slices.erase(second->slices.begin(), second->slices.begin() + 20);
        second->id = DataSetId(u"1.1-second"_s);
        images.put(first);
        images.put(second);
        const auto actions = app::followActions(study, session.dispatcher().state(), images);
        const auto *shown = actionIn<session::ShowSeries>(actions);
        QVERIFY(shown && shown->dataSet == second->id);
        const auto *shutter = actionIn<session::SetShutter>(actions);
        QVERIFY(shutter && shutter->dataSet == second->id && shutter->shutter == look.shutter);
        const auto *tables = actionIn<session::SetGreyTables>(actions);
        QVERIFY(tables && tables->dataSet == second->id && tables->tables == look.tables);
        for (const session::Action &action : actions)
            set(action);
        QVERIFY(session.dispatcher().state().presentation(view, second->id) == look);
        // All is there already.
        QVERIFY(app::followActions(study, session.dispatcher().state(), images).empty());
    }
};

CONSILIUM_TEST(WindowArranging)
#include "WindowArranging.moc"
