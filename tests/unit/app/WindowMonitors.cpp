#include "app/settings/ProfileSettings.h"
#include "app/windows/MonitorArrangement.h"
#include "tests/support/TestMain.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace consilium;
using app::Monitor;

namespace
{

Monitor monitor(const QString &key, const QRect &place, double ratio = 1.0)
{
    return {key, place, place.adjusted(0, 0, 0, -40), ratio};
}

const Monitor office = monitor(u"office"_s, {0, 0, 1920, 1080});
const Monitor left = monitor(u"left"_s, {1920, 0, 1500, 2000}, 2.0),
              right = monitor(u"right"_s, {3420, 0, 1500, 2000}, 2.0);

} // namespace

/// Which monitors are there, and what lies where on them.
class WindowMonitors : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anArrangementIsItsMonitorsInAnyOrder()
    {
        const QString three = app::arrangementOf({office, left, right});
        QCOMPARE(app::arrangementOf({right, office, left}), three);
        QVERIFY(!three.contains(u"office"_s)); // a hash: what a monitor says of itself may hold anything
        QVERIFY(app::arrangementOf({office, left}) != three);
        Monitor other = right;
        other.key = u"another"_s;
        QVERIFY(app::arrangementOf({office, left, other}) != three);
        other = right;
        other.place.translate(0, 10);
        QVERIFY(app::arrangementOf({office, left, other}) != three);
        other = right;
        other.ratio = 1.5;
        QVERIFY(app::arrangementOf({office, left, other}) != three);
        other = right;
        other.room = other.place; // the desktop's bar is elsewhere: the same monitors
        QCOMPARE(app::arrangementOf({office, left, other}), three);
    }

    void imagesGoOverAllOthersInAsManyWindowsAsItTakes()
    {
        using Groups = std::vector<std::vector<std::size_t>>;
        QCOMPARE(app::groupsForImages({office, left, right}, 0), (Groups{{1, 2}}));
        QCOMPARE(app::roomOf({office, left, right}, {1, 2}), left.room.united(right.room));
        QCOMPARE(app::groupsForImages({right, office, left}, 1), (Groups{{2, 0}}));
        QCOMPARE(app::groupsForImages({office, left}, 0), (Groups{{1}}));
        QCOMPARE(app::groupsForImages({office}, 0), Groups());
        QCOMPARE(app::groupsForImages({}, 0), Groups());
        QVERIFY(app::roomOf({office}, {}).isEmpty());
        // Of another height, another scale or with a gap they are no pair: an image across the edge would not fit
        // together. Each has a window of its own, first the one with most pixels.
        Monitor low = right;
        low.place.setHeight(1000);
        low.room = low.place;
        QCOMPARE(app::groupsForImages({office, left, low}, 0), (Groups{{1}, {2}}));
        Monitor coarse = right;
        coarse.ratio = 1.0;
        QCOMPARE(app::groupsForImages({office, left, coarse}, 0), (Groups{{1}, {2}}));
        QCOMPARE(app::groupsForImages({coarse, left, office}, 2), (Groups{{1}, {0}}));
        Monitor apart = right;
        apart.place.translate(100, 0);
        apart.room = apart.place.adjusted(0, 0, 0, -50); // the other one is the larger
        QCOMPARE(app::groupsForImages({office, left, apart}, 0), (Groups{{1}, {2}}));
        // One that stands below the pair, between their left edges, does not part them.
        const Monitor below = monitor(u"below"_s, {2500, 2000, 1920, 1080});
        QCOMPARE(app::groupsForImages({office, left, below, right}, 0), (Groups{{1, 3}, {2}}));
        // Nor does one beside them.
        const Monitor third = monitor(u"third"_s, {4920, 0, 1000, 1000});
        QCOMPARE(app::groupsForImages({office, third, left, right}, 0), (Groups{{2, 3}, {1}}));
    }

    void aMonitorThatShowsWhatAnotherShowsIsNamed()
    {
        using Groups = std::vector<std::vector<std::size_t>>;
        using All = std::vector<std::size_t>;
        QCOMPARE(app::unusedForImages({office, left, right}, 0), All());
        QCOMPARE(app::unusedForImages({office}, 0), All());
        Monitor coarse = right;
        coarse.ratio = 1.0; // it has a window of its own
        QCOMPARE(app::unusedForImages({office, left, coarse}, 0), All());
        const Monitor mirror = monitor(u"mirror"_s, {1920, 0, 1280, 1024});
        QCOMPARE(app::unusedForImages({office, left, mirror}, 0), All{2});
        QCOMPARE(app::groupsForImages({office, left, mirror}, 0), (Groups{{1}}));
        const Monitor projector = monitor(u"projector"_s, {0, 0, 1024, 768}); // what the list's monitor shows
        QCOMPARE(app::unusedForImages({projector, left, office}, 2), All{0});
        // A scale that does not divide makes neighbours overlap by a pixel: they are two all the same.
        Monitor rounded = left;
        rounded.place.translate(-1, 0);
        QCOMPARE(app::unusedForImages({office, rounded}, 0), All());

        const QStringList names{u"Office"_s, u"Left"_s, u"Right"_s};
        QVERIFY(app::unusedText({}, names).isEmpty());
        const QString text = app::unusedText({2}, names);
        QVERIFY(text.contains(u"“Right”"_s) && text.contains(u"another one shows"_s));
    }

    void panelsAndGridAreRememberedOfEachArrangement()
    {
        using Grid = app::ProfileSettings::Grid;
        QTemporaryDir folder;
        const QString three = app::arrangementOf({office, left, right}), two = app::arrangementOf({office, left}),
                      one = app::arrangementOf({office});
        {
            app::ProfileSettings settings(folder.path());
            QVERIFY(!settings.panelsFolded(three));
            QVERIFY(!settings.usualGrid(three));
            settings.setPanelsFolded(true, three);
            settings.setPanelsFolded(false, two);
            settings.setUsualGrid(three, Grid{1, 4});
            settings.setUsualGrid(two, Grid{2, 2});
            settings.setUsualGrid(two, std::nullopt);
        }
        app::ProfileSettings again(folder.path());
        QVERIFY(again.panelsFolded(three));
        QVERIFY(!again.panelsFolded(two));
        QVERIFY(!again.panelsFolded(one)); // as it was said last
        again.setPanelsFolded(true, two);
        QVERIFY(again.panelsFolded(one));
        QVERIFY((again.usualGrid(three) == Grid{1, 4}));
        QVERIFY(!again.usualGrid(two));
        QVERIFY(!again.usualGrid(one));
        for (const Grid &grid : {Grid{0, 4}, Grid{1, 9}, Grid{-1, 2}, Grid{1, 1}}) { // nothing that a layout takes
            again.setUsualGrid(one, grid);
            QVERIFY(!again.usualGrid(one));
        }
    }

    void whatIsRememberedIsOfOneArrangement()
    {
        QTemporaryDir folder;
        const QString three = app::arrangementOf({office, left, right}), two = app::arrangementOf({office, left});
        {
            app::ProfileSettings settings(folder.path());
            QVERIFY(!settings.monitorLayout(three));
            settings.setMonitorLayout(three, {true,
                                              QByteArray("\x00\x01,=", 4),
                                              QByteArray("list"),
                                              {QByteArray("\x00,further", 9), QByteArray("another")}});
            settings.setMonitorLayout(two, {false, QByteArray("one"), {}});
        }
        const app::ProfileSettings again(folder.path());
        const auto known = again.monitorLayout(three);
        QVERIFY(known && known->isApart);
        QCOMPARE(known->images, QByteArray("\x00\x01,=", 4));
        QCOMPARE(known->worklist, QByteArray("list"));
        QCOMPARE(known->further, (QList<QByteArray>{QByteArray("\x00,further", 9), QByteArray("another")}));
        QVERIFY(again.monitorLayout(two)->further.isEmpty());
        QVERIFY(again.monitorLayout(two) && !again.monitorLayout(two)->isApart);
        QVERIFY(!again.monitorLayout(app::arrangementOf({office})));
    }
};

CONSILIUM_TEST(WindowMonitors)
#include "WindowMonitors.moc"
