#include "tests/net/StowServer.h"
#include "tests/support/TestMain.h"
#include "tests/unit/app/SendingDesk.h"
#include "tests/unit/app/SentObjects.h"

#include <QSignalSpy>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;
using namespace consilium;
using namespace consilium::test;

namespace
{

constexpr app::ImageArea square{400.0, 400.0, 1.0};

/// A desk where the second image of three is looked at.
struct Looking : SendingDesk {
    ViewId view = session::Layout::viewAt(0);
    using SendingDesk::SendingDesk;

    [[nodiscard]] session::ImageRef shown() const { return {SopInstanceUid(pictures.image(1).sop), 0}; }
    template<class Action>
    [[nodiscard]] bool set(Action action) const
    {
        return tab->dispatcher().submit(std::move(action)).has_value();
    }
    [[nodiscard]] bool look()
    {
        if (!open() || !set(session::ShowSeries{view, study(), series(), shown(), {}, {}}))
            return false;
        sender->areas().follow(tab->dispatcher(),
                               [this](const ViewId &asked) { return asked == view ? square : app::ImageArea(); });
        return QTest::qWaitFor([this] { return sender->whyNotSaveView(study()).isEmpty(); }, 20'000);
    }
    /// Until something is said of it.
    [[nodiscard]] bool keep()
    {
        const qsizetype before = told.size();
        sender->saveView(tab->dispatcher(), study(), view, shown());
        return QTest::qWaitFor([&] { return told.size() > before && !sender->isSaving(); }, 20'000);
    }
    [[nodiscard]] int views() const
    {
        const app::SavedMarks *const known = sender->saved(study());
        return known
                   ? int(std::count_if(known->objects.begin(), known->objects.end(),
                                       [](const app::SavedObject &one) { return one.role.startsWith(app::viewRole); }))
                   : 0;
    }
};

} // namespace

/// How a view shows its image, kept without a mark.
class UsecaseSavedView : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_place;
    int m_count = 0;
    QString m_folder;

private Q_SLOTS:
    void init() { m_folder = m_place.filePath(QString::number(++m_count)); }

    /// Window, greys, turn and what is seen are in the object, of the image that is seen and no other; marks are as
    /// they were, saved or not.
    void whatIsSeenIsKept()
    {
        StowServer server;
        Looking desk(m_folder, server.url());
        QVERIFY(desk.look());
        QVERIFY(desk.drawThree());
        QVERIFY(desk.set(session::SetWindow{desk.view, desk.series(), session::Window{50.0, 120.0}}));
        QVERIFY(desk.set(session::SetInverted{desk.view, desk.series(), true}));
        QVERIFY(desk.set(session::SetOrientation{desk.view, {90.0, false}}));
        const session::ZoomPan zoom{session::SpanUnit::ImagePixels, 2.0, 0.0, 0.0}; // of 6 columns
        QVERIFY(desk.set(session::SetZoomPan{desk.view, zoom}));
        QVERIFY(desk.keep());
        QVERIFY(hasArrived(server, 1));
        const auto state = stateOf(server);
        QVERIFY(state);
        QCOMPARE(state->images.size(), std::size_t(1));
        QCOMPARE(state->images.front().sop, desk.shown().sop);
        QCOMPARE(state->voi.size(), std::size_t(1));
        QVERIFY(state->voi.front().window);
        QCOMPARE(state->voi.front().window->centre, 50.0);
        QCOMPARE(state->voi.front().window->width, 120.0);
        QCOMPARE(state->shape, objects::PresentationLutShape::Inverse);
        QCOMPARE(state->rotation, 90);
        QVERIFY(!state->isFlipped && state->annotations.empty() && !state->description.isEmpty());
        QCOMPARE(state->areas.size(), std::size_t(1));
        const auto stack = desk.images.dataSet(desk.series());
        QVERIFY(stack);
        const auto &geometry = stack->slices[std::size_t(stack->indexOf(desk.shown().sop))]->geometry;
        const auto &area = state->areas.front();
        const auto seen = app::seenPart(geometry, desk.tab->dispatcher().state().view(desk.view), square);
        QVERIFY(area.left == seen.left && area.right == seen.right && area.top == seen.top &&
                area.bottom == seen.bottom);
        QVERIFY(area.right - area.left < 5); // not all of it
        // Marks are what they were: unsaved.
        QVERIFY(desk.isDraft(u"length"_s) && desk.isDraft(u"arrow"_s) && desk.isDraft(u"key"_s));
        QCOMPARE(desk.views(), 1);
        QVERIFY(desk.sender->saved(desk.study())->marks.empty());

        // The same once more says nothing new.
        QVERIFY(desk.keep());
        QCOMPARE(desk.told.back(), u"Nothing had to be written anew."_s);
        // Marks are saved beside it; another window is another object, in a series of its own: none takes the place of
        // the other.
        QVERIFY(desk.save());
        QVERIFY(hasArrived(server, 4));
        QCOMPARE(desk.views(), 1);
        QCOMPARE(stateOf(server)->annotations.size(), std::size_t(1));
        QVERIFY(desk.set(session::SetWindow{desk.view, desk.series(), session::Window{-20.0, 300.0}}));
        QVERIFY(desk.keep());
        QVERIFY(hasArrived(server, 5));
        QCOMPARE(desk.views(), 2);
        const auto other = stateOf(server);
        QVERIFY(other && other->voi.front().window);
        QCOMPARE(other->voi.front().window->centre, -20.0);
        QVERIFY(other->header.series != state->header.series);
        QCOMPARE(desk.sender->saved(desk.study())->marks.size(), std::size_t(3));
    }

    /// All views at once: an object of each, one of what two of them show alike.
    void allViewsAreKept()
    {
        StowServer server;
        Looking desk(m_folder, server.url());
        QVERIFY(desk.look());
        desk.sender->areas().follow(desk.tab->dispatcher(), [](const ViewId &) { return square; });
        const ViewId second = session::Layout::viewAt(1), third = session::Layout::viewAt(2);
        const session::ImageRef other{SopInstanceUid(desk.pictures.image(2).sop), 0};
        QVERIFY(desk.set(session::SetLayout{1, 3, {}}));
        QVERIFY(desk.set(session::ShowSeries{second, desk.study(), desk.series(), other, {}, {}}));
        QVERIFY(desk.set(session::ShowSeries{third, desk.study(), desk.series(), desk.shown(), {}, {}}));
        QVERIFY(desk.set(session::SetWindow{second, desk.series(), session::Window{-20.0, 300.0}}));
        const std::vector<app::MarkSender::SeenView> views{{desk.study(), desk.view, desk.shown()},
                                                           {desk.study(), second, other},
                                                           {desk.study(), third, desk.shown()}};
        const auto keepAll = [&] {
            const qsizetype before = desk.told.size();
            desk.sender->saveViews(desk.tab->dispatcher(), views);
            return QTest::qWaitFor([&] { return desk.told.size() > before && !desk.sender->isSaving(); }, 20'000) &&
                   desk.told.size() == before + 1;
        };
        QVERIFY2(keepAll(), qPrintable(desk.told.join(u'\n')));
        QVERIFY(hasArrived(server, 2));
        QCOMPARE(desk.views(), 2);
        std::set<QString> seen;
        for (const QString &sop : server.order()) {
            const auto object = dicom::readObject(server.object(sop));
            const auto state = object ? objects::readPresentationState(*object) : fail(object.error());
            QVERIFY(state);
            QCOMPARE(state->images.size(), std::size_t(1));
            const bool isOther = state->images.front().sop == other.sop;
            QVERIFY(seen.insert(state->images.front().sop.text()).second);
            if (isOther)
                QVERIFY(!state->voi.empty() && state->voi.front().window && state->voi.front().window->width == 300.0);
        }
        QVERIFY(seen.contains(desk.shown().sop.text()) && seen.contains(other.sop.text()));
        QVERIFY(keepAll()); // the same once more says nothing new
        QCOMPARE(desk.told.back(), u"Nothing had to be written anew."_s);
        QCOMPARE(server.order().size(), 2);
    }

    /// A shutter is shown again only where the state is about all images of the stack: it names them.
    void aShutterIsAboutAllImages()
    {
        StowServer server;
        Looking desk(m_folder, server.url());
        QVERIFY(desk.look());
        session::DisplayShutter shutter;
        shutter.rectangle = session::ShutterRectangle{1, 4, 1, 2};
        QVERIFY(desk.set(session::SetShutter{desk.view, desk.series(), shutter}));
        QVERIFY(desk.keep());
        QVERIFY(hasArrived(server, 1));
        const auto state = stateOf(server);
        QVERIFY(state && state->shutter && state->shutter->rectangle);
        QCOMPARE(state->images.size(), std::size_t(3));
    }

    /// What no presentation state can hold is said.
    void whatIsNotKeptIsSaid()
    {
        StowServer server;
        Looking desk(m_folder, server.url());
        QVERIFY(desk.look());
        QVERIFY(desk.set(session::SetColourMap{desk.view, desk.series(), session::ColourMap::HotIron}));
        QVERIFY(desk.keep());
        QVERIFY2(desk.told.back().contains(u"colours are not saved"_s), qPrintable(desk.told.back()));
        QVERIFY(hasArrived(server, 1));
    }

    /// That a view is not saved is said until one is, whatever is drawn meanwhile.
    void whatFailedIsSaidUntilItIsKept()
    {
        StowServer server;
        Looking desk(m_folder, server.url());
        QVERIFY(desk.look());
        const QSignalSpy settled(desk.sender.get(), &app::MarkSender::settled);
        const qsizetype before = desk.told.size();
        desk.sender->saveView(desk.tab->dispatcher(), desk.study(), desk.view, {SopInstanceUid(u"1.2.3"_s), 0});
        QVERIFY(QTest::qWaitFor([&] { return desk.told.size() > before && !desk.sender->isSaving(); }, 20'000));
        QVERIFY2(desk.told.back().contains(u"The view is not saved."_s), qPrintable(desk.told.back()));
        const QSignalSpy drawn(&desk.keeper->drafts(), &app::MarkDrafts::draftsChanged);
        QVERIFY(desk.drawThree());
        QTRY_VERIFY_WITH_TIMEOUT(desk.isDraft(u"key"_s) && !drawn.isEmpty(), 20'000);
        QCOMPARE(settled.size(), 0);
        QVERIFY(desk.keep());
        QVERIFY2(desk.told.back().contains(u"Saved"_s), qPrintable(desk.told.back()));
        QCOMPARE(settled.size(), 1);
    }

    /// A view of a study that has no archive is left out when all are kept: that stays where it can be read.
    void whatIsLeftOutAmongOthersStays()
    {
        StowServer server;
        Looking desk(m_folder, server.url());
        QVERIFY(desk.look());
        const QSignalSpy told(desk.sender.get(), &app::MarkSender::told);
        desk.sender->saveViews(desk.tab->dispatcher(), {{StudyUid(u"1.2.3.99"_s), desk.view, desk.shown()},
                                                        {desk.study(), desk.view, desk.shown()}});
        QVERIFY(QTest::qWaitFor([&] { return told.size() == 2 && !desk.sender->isSaving(); }, 20'000));
        QVERIFY(told.at(0).at(2).toBool());
        QVERIFY(!told.at(1).at(2).toBool());
        QCOMPARE(desk.views(), 1);
    }

    /// One that is still to be sent is listed by name, and can be given up.
    void aViewIsGivenUp()
    {
        StowServer server;
        server.onStore = [](const QString &sop, int) {
            return std::optional(
                StowServer::Fault{reply(409, "application/dicom+json", failedSop(sop, 0xA900)), false});
        };
        Looking desk(m_folder, server.url());
        QVERIFY(desk.look());
        QVERIFY(desk.keep());
        QVERIFY(QTest::qWaitFor([&] { return desk.sender->progress().refused == 1; }, 20'000));
        QCOMPARE(desk.sender->items().front().what, u"Saved view"_s);
        desk.sender->giveUp(desk.sender->items().front().entry.id);
        QVERIFY(QTest::qWaitFor([&] { return desk.sender->items().empty() && !desk.sender->isSaving(); }, 20'000));
        QCOMPARE(desk.views(), 0);
    }
};

CONSILIUM_TEST(UsecaseSavedView)
#include "UsecaseSavedView.moc"
