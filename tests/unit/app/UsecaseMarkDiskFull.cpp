#include "netclient/outbox/Words.h"
#include "tests/net/StowServer.h"
#include "tests/support/Needs.h"
#include "tests/support/TestMain.h"
#include "tests/unit/app/SendingDesk.h"
#include "tests/unit/store/StoreFixture.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace consilium;
using namespace consilium::test;
using session::AnnotationKind;

namespace
{

/// A person at a study, and what the keeper of their unsaved marks has told.
struct Reader : SendingDesk {
    QStringList keeperTold;

    Reader(const QString &folder, const QString &url) : SendingDesk(folder, url)
    {
        QObject::connect(keeper.get(), &app::MarkKeeper::told, keeper.get(),
                         [this](const QString &text) { keeperTold << text; });
    }
    [[nodiscard]] bool draw(const QString &id)
    {
        return SendingDesk::draw(mark(id, AnnotationKind::Length, {{0.0, 0.0}, {3.0, 2.0}}));
    }
    [[nodiscard]] bool isOnDisk() const
    {
        return QTest::qWaitFor([this] { return keeper->drafts().isLasting() && keeper->drafts().isWritten(); }, 20'000);
    }
    /// Ids of the unsaved marks that the store itself holds; nullopt: it cannot be read.
    [[nodiscard]] std::optional<std::set<QString>> inStore() const
    {
        const auto listing = keeper->store()->list(QString::fromLatin1(app::MarkDrafts::recordKind));
        if (!QTest::qWaitFor([&] { return listing.isFinished(); }, 20'000) || !listing.result() ||
            listing.result()->damaged > 0)
            return std::nullopt;
        std::set<QString> all;
        for (const store::Record &record : listing.result()->records)
            if (const auto draft = app::markDraftFromCbor(record.value))
                for (const session::Annotation &one : draft->marks)
                    all.insert(one.id.text());
        return all;
    }
    [[nodiscard]] int timesTold(const QString &text) const
    {
        return int(std::count_if(keeperTold.begin(), keeperTold.end(),
                                 [&](const QString &one) { return one.contains(text); }));
    }
};

constexpr int noRoom = 16; // bytes: nothing can be written to the store

} // namespace

/// The disk of this computer is full while somebody marks and saves: it is said, nothing is lost, and it goes on by
/// itself when there is room again.
class UsecaseMarkDiskFull : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_place;
    int m_count = 0;
    QString m_folder;

private Q_SLOTS:
    void init() { m_folder = m_place.filePath(QString::number(++m_count)); }

    /// What is drawn meanwhile is in memory, that is said once, and it is on the disk as soon as there is room.
    void whatIsDrawnMeanwhileIsKeptWhenThereIsRoomAgain()
    {
#ifndef Q_OS_UNIX
        SKIP_WHERE(true, "a full disk is played with a limit of Unix");
#else
        {
            Reader desk(m_folder, nowhere);
            QVERIFY(desk.open());
            QVERIFY(desk.draw(u"before"_s));
            QVERIFY(desk.isOnDisk());
            QVERIFY(desk.keeperTold.isEmpty());
            {
                const LittleRoom full{noRoom};
                QVERIFY(desk.draw(u"meanwhile"_s));
                QTRY_VERIFY_WITH_TIMEOUT(desk.keeper->drafts().failure().has_value(), 20'000);
                QCOMPARE(desk.keeper->drafts().failure()->code, ErrorCode::DiskFull);
                QVERIFY(desk.draw(u"later"_s));
                QTest::qWait(app::MarkDrafts::tryAgainMs + 500); // tried again, and told no second time
                QVERIFY(!desk.keeper->drafts().isLasting());
                QVERIFY(desk.keeper->losesAtEnd());
                QVERIFY(desk.keeper->whyNotLasting().contains(u"The disk is full."_s));
                QCOMPARE(desk.keeperTold, QStringList{desk.keeper->whyNotLasting()});
                for (const QString &id : {u"before"_s, u"meanwhile"_s, u"later"_s})
                    QVERIFY(desk.isDraft(id));
                QCOMPARE(desk.inStore(), std::set<QString>{u"before"_s});
            }
            // Nobody draws any more: it is written by itself.
            QVERIFY(desk.isOnDisk());
            QTRY_COMPARE(desk.timesTold(u"kept on this computer again"_s), 1);
            QVERIFY(desk.keeper->whyNotLasting().isEmpty() && !desk.keeper->losesAtEnd());
            QCOMPARE(desk.inStore(), (std::set<QString>{u"before"_s, u"later"_s, u"meanwhile"_s}));
        }
        Reader again(m_folder, nowhere);
        QVERIFY(again.open());
        for (const QString &id : {u"before"_s, u"meanwhile"_s, u"later"_s})
            QVERIFY(again.isDraft(id));
#endif
    }

    /// The outbox takes nothing: all stays unsaved, is said to, and is saved with the next try.
    void whatCannotBeSavedStaysUnsaved()
    {
#ifndef Q_OS_UNIX
        SKIP_WHERE(true, "a full disk is played with a limit of Unix");
#else
        StowServer server;
        Reader desk(m_folder, server.url());
        QVERIFY(desk.open());
        QVERIFY(desk.drawThree());
        QVERIFY(desk.isOnDisk());
        QVERIFY(desk.isReady());
        {
            const LittleRoom full{noRoom};
            QVERIFY(desk.save());
            QVERIFY2(desk.told.back().contains(u"The marks are not saved"_s), qPrintable(desk.told.join(u'\n')));
            QVERIFY2(desk.told.back().contains(u"The disk is full."_s), qPrintable(desk.told.back()));
            QCOMPARE(desk.sender->progress().left, 0);
            QVERIFY(!desk.sender->saved(desk.study()));
            for (const QString &id : {u"length"_s, u"arrow"_s, u"key"_s})
                QVERIFY(desk.isDraft(id));
            QVERIFY(desk.sender->whyNotSave(desk.tab->dispatcher(), desk.study()).isEmpty()); // there is something to
            QTest::qWait(300);
            QCOMPARE(server.posts(), 0); // not half of it either
        }
        QCOMPARE(desk.inStore(), (std::set<QString>{u"arrow"_s, u"key"_s, u"length"_s}));
        QVERIFY(desk.save());
        QVERIFY2(desk.told.back().contains(u"Saved"_s), qPrintable(desk.told.join(u'\n')));
        QTRY_COMPARE_WITH_TIMEOUT(server.order().size(), 3, 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(desk.sender->progress().left, 0, 20'000);
        for (const QString &id : {u"length"_s, u"arrow"_s, u"key"_s})
            QVERIFY(!desk.isDraft(id));
        QVERIFY(desk.isOnDisk());
        QCOMPARE(desk.inStore(), std::set<QString>());
#endif
    }

    /// A view that is kept afterwards, or is not, takes back nothing of what was said of the marks.
    void thatMarksAreNotSavedOutlivesAKeptView()
    {
#ifndef Q_OS_UNIX
        SKIP_WHERE(true, "a full disk is played with a limit of Unix");
#else
        StowServer server;
        Reader desk(m_folder, server.url());
        QVERIFY(desk.open());
        const ViewId view = session::Layout::viewAt(0);
        const session::ImageRef image{SopInstanceUid(desk.pictures.image(1).sop), 0};
        QVERIFY(desk.tab->dispatcher().submit(session::ShowSeries{view, desk.study(), desk.series(), image, {}, {}}));
        QVERIFY(desk.drawThree());
        QVERIFY(desk.isOnDisk());
        QVERIFY(desk.isReady());
        {
            const LittleRoom full{noRoom};
            QVERIFY(desk.save());
            QVERIFY2(desk.told.back().contains(u"The marks are not saved"_s), qPrintable(desk.told.join(u'\n')));
        }
        const QSignalSpy settled(desk.sender.get(), &app::MarkSender::settled);
        const auto keep = [&](const session::ImageRef &seen) {
            const qsizetype before = desk.told.size();
            desk.sender->saveView(desk.tab->dispatcher(), desk.study(), view, seen);
            return QTest::qWaitFor([&] { return desk.told.size() > before && !desk.sender->isSaving(); }, 20'000);
        };
        QVERIFY(keep({SopInstanceUid(u"1.2.3"_s), 0})); // no such image
        QVERIFY2(desk.told.back().contains(u"The view is not saved."_s) &&
                     desk.told.back().contains(u"The marks are not saved."_s),
                 qPrintable(desk.told.back()));
        QVERIFY(keep(image));
        QVERIFY2(desk.told.back().contains(u"Saved"_s), qPrintable(desk.told.join(u'\n')));
        QCOMPARE(settled.size(), 0);
        QVERIFY(desk.isDraft(u"length"_s));
        QVERIFY(desk.save());
        QCOMPARE(settled.size(), 1);
#endif
    }

    /// Saving says where the marks are: not "on this computer" while they are in memory only. What was told of that is
    /// taken back when they are safe.
    void whatIsOnlyInMemoryIsNotSaidToBeKept()
    {
#ifndef Q_OS_UNIX
        SKIP_WHERE(true, "a full disk is played with a limit of Unix");
#else
        StowServer server;
        Reader desk(m_folder, server.url());
        const QSignalSpy untold(desk.keeper.get(), &app::MarkKeeper::untold);
        QVERIFY(desk.open());
        QVERIFY(desk.draw(u"before"_s));
        QVERIFY(desk.isOnDisk());
        QVERIFY(desk.isReady());
        QVERIFY(desk.sender->alarm().isEmpty());
        {
            const LittleRoom full{noRoom};
            QVERIFY(desk.draw(u"meanwhile"_s));
            QTRY_VERIFY_WITH_TIMEOUT(desk.keeper->drafts().failure().has_value(), 20'000);
            QVERIFY(desk.save());
            const QString said = desk.told.back();
            QVERIFY2(said.contains(u"The marks are not saved."_s) && said.contains(u"in memory only"_s),
                     qPrintable(said));
            QVERIFY2(!said.contains(u"of this computer"_s), qPrintable(said));
            QCOMPARE(said.count(u"The disk is full."_s), 1);
            QVERIFY(desk.sender->alarm().contains(u"in memory only"_s)); // as long as it is so
            QVERIFY(desk.keeper->losesAtEnd());
            QCOMPARE(untold.size(), 0);
        }
        QVERIFY(desk.isOnDisk());
        QTRY_COMPARE(untold.size(), 1);
        QCOMPARE(untold.front().front().toString(), desk.keeperTold.front());
        QVERIFY(desk.sender->alarm().isEmpty());
        QVERIFY(desk.save());
        QVERIFY2(desk.told.back().contains(u"Saved"_s), qPrintable(desk.told.join(u'\n')));
#endif
    }

    /// Saved already, and the disk fills before it is sent: that it is tried cannot be noted, so nothing goes; it waits
    /// with the reason, and goes once there is room.
    void whatIsSavedWaitsForRoomBeforeItIsSent()
    {
#ifndef Q_OS_UNIX
        SKIP_WHERE(true, "a full disk is played with a limit of Unix");
#else
        StowServer server;
        Reader desk(m_folder, server.url());
        QVERIFY(desk.open());
        QVERIFY(desk.drawThree());
        QVERIFY(desk.isReady());
        desk.sender->setLocked(true); // the line is given up meanwhile
        QVERIFY(desk.save());
        QCOMPARE(desk.sender->progress().left, 3);
        QVERIFY(desk.isOnDisk());
        {
            const LittleRoom full{noRoom};
            desk.sender->setLocked(false);
            const auto isWaitingForRoom = [&] {
                const auto items = desk.sender->items();
                return std::any_of(items.begin(), items.end(), [](const app::MarkSender::Item &item) {
                    return item.entry.trouble.why == outbox::Why::Storage && !item.state.isEmpty();
                });
            };
            QTRY_VERIFY_WITH_TIMEOUT(isWaitingForRoom(), 20'000);
            QCOMPARE(desk.sender->progress().left, 3);
            QCOMPARE(server.posts(), 0);
        }
        QTRY_COMPARE_WITH_TIMEOUT(server.order().size(), 3, 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(desk.sender->progress().left, 0, 20'000);
        QCOMPARE(server.posts(), 3); // each once
#endif
    }
};

CONSILIUM_TEST(UsecaseMarkDiskFull)
#include "UsecaseMarkDiskFull.moc"
