#include "app/usecases/StateLayers.h"
#include "tests/support/TestMain.h"
#include "tests/unit/app/KeptFixture.h"

using namespace Qt::StringLiterals;
using namespace consilium;
using namespace consilium::test;

namespace
{

std::shared_ptr<objects::PresentationState> stateWith(std::vector<objects::GraphicLayer> layers)
{
    auto state = std::make_shared<objects::PresentationState>();
    state->header = objectHeader();
    state->label = u"OTHER"_s;
    state->description = u"Findings"_s;
    state->images = {imageOf(3)};
    for (const objects::GraphicLayer &layer : layers) {
        objects::Annotation annotation;
        annotation.layer = layer.name;
        annotation.graphics.resize(1);
        annotation.graphics.front().points = {{1, 1}, {2, 2}};
        state->annotations.push_back(annotation);
    }
    state->layers = std::move(layers);
    return state;
}

} // namespace

class UsecaseStateLayers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theirOrderAndNames()
    {
        const auto newer = stateWith({{u"FRONT"_s, 5, u" CAD \n findings "_s, {}, {}}, {u"BACK"_s, 2, {}, {}, {}}});
        const auto older = stateWith({{u"BACK"_s, 1, {}, {}, {}}});
        newer->layers.push_back({u"UNUSED"_s, 1, {}, {}, {}}); // there is nothing on it
        const auto layers = app::layersOf({newer, older});
        QCOMPARE(layers.size(), std::size_t(3));
        QVERIFY((layers[0].key == session::LayerKey{newer->header.sop, u"BACK"_s}));
        QCOMPARE(layers[0].name, u"BACK"_s);
        QVERIFY(layers[0].state.startsWith(u"Findings"_s));
        QVERIFY((layers[1].key == session::LayerKey{newer->header.sop, u"FRONT"_s}));
        QCOMPARE(layers[1].name, u"CAD findings"_s);
        QVERIFY((layers[2].key == session::LayerKey{older->header.sop, u"BACK"_s}));
    }
    void thoseOfTheProgramItselfAreNone()
    {
        const auto own = stateWith({{u"ARROWS"_s, 1, {}, {}, {}}});
        own->label = u"CONSILIUM"_s;
        QVERIFY(app::layersOf({own}).empty());
        QVERIFY(app::layersOf({}).empty());
    }
};

CONSILIUM_TEST(UsecaseStateLayers)
#include "UsecaseStateLayers.moc"
