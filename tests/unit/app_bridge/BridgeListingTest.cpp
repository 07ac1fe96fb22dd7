#include "app/bridge/FileWalk.h"
#include "app/bridge/FolderScan.h"
#include "app/bridge/LeftOut.h"
#include "app/bridge/PixelBridge.h"
#include "tests/support/Needs.h"
#include "tests/support/TestMain.h"
#include "tests/unit/app_bridge/FakeArchive.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QScopeGuard>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QThread>
#include <QThreadPool>

#include <algorithm>
#include <atomic>

using namespace consilium;
using namespace Qt::StringLiterals;
using app::FolderLoader;
using test::FakeArchive;

namespace
{

/// A medium that does something with each name before it gives it.
class OddWalk : public app::FileWalk
{
public:
    OddWalk(const QString &folder, std::function<void()> before) : app::FileWalk(folder), m_before(std::move(before)) {}
    bool step(std::vector<QString> &found) override
    {
        m_before();
        return app::FileWalk::step(found);
    }

private:
    std::function<void()> m_before;
};

/// A medium that fails in the middle of one folder's list.
class BrokenWalk : public app::FileWalk
{
public:
    BrokenWalk(const QString &folder, QString broken, int after)
        : app::FileWalk(folder), m_broken(std::move(broken)), m_after(after)
    {
    }

protected:
    std::unique_ptr<platform::FolderNames> namesIn(const QString &folder) const override
    {
        class Names : public platform::FolderNames
        {
        public:
            Names(const QString &folder, int after) : platform::FolderNames(folder), m_left(after) {}
            std::optional<Name> next() override { return m_left-- > 0 ? platform::FolderNames::next() : std::nullopt; }
            End end() const override { return End::Broken; }

        private:
            int m_left;
        };
        return folder == m_broken ? std::make_unique<Names>(folder, m_after) : app::FileWalk::namesIn(folder);
    }

private:
    QString m_broken;
    int m_after;
};

constexpr int shortPatienceMs = 40, longPatienceMs = 60'000;

/// A scan by two threads, and all that it told.
struct Scanned {
    /// `before` each name, `beforeRead` each file.
    Scanned(const QString &folder, int patienceMs, std::function<void()> before, std::function<void()> beforeRead = {})
        : Scanned(folder, oddOptions(patienceMs, std::move(before), std::move(beforeRead)))
    {
    }
    Scanned(const QString &folder, app::FileList::Options options)
        : box(std::make_shared<app::FolderScan::Box>(&receiver, [this](const std::vector<FolderLoader::News> &all) {
              news.insert(news.end(), all.begin(), all.end());
          }))
    {
        pool.setMaxThreadCount(2);
        const auto scan = std::make_shared<app::FolderScan>(folder, box, stop, CancelToken(), std::move(options));
        for (int i = 0; i < 2; ++i)
            startWork(pool, [scan] { scan->work(); });
    }
    ~Scanned()
    {
        stop.cancel();
        box->close();
        waitForWork(pool);
    }
    [[nodiscard]] static app::FileList::Options oddOptions(int patienceMs, std::function<void()> before,
                                                           std::function<void()> beforeRead)
    {
        app::FileList::Options options;
        options.patienceMs = patienceMs;
        options.walkOf = [before = std::move(before)](const QString &path) {
            return std::make_unique<OddWalk>(path, before);
        };
        options.beforeRead = std::move(beforeRead);
        return options;
    }
    [[nodiscard]] bool isFinished() const { return !news.empty() && news.back().isFinished; }
    template<class Is>
    [[nodiscard]] bool hasTold(Is is) const
    {
        return std::any_of(news.begin(), news.end(), is);
    }

    QObject receiver;
    QThreadPool pool;
    CancelToken stop;
    std::vector<FolderLoader::News> news;
    std::shared_ptr<app::FolderScan::Box> box;
};

} // namespace

/// Folders whose names come slowly, or not at all.
class BridgeListingTest : public QObject
{
    Q_OBJECT

    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    static void writeSeries(const QTemporaryDir &folder, int count)
    {
        for (const auto &image : FakeArchive::series(count))
            write(folder.filePath(image.sop), image.part10());
    }

private Q_SLOTS:
    void namesAreGivenInTheirOrderOrEarly()
    {
        QTemporaryDir folder;
        for (int i = 0; i < 9; ++i)
            write(folder.filePath(u"%1"_s.arg(i)), "x");
        std::vector<QString> found;
        app::FileWalk walk(folder.path());
        for (int i = 0; i < 9; ++i)
            QVERIFY(walk.step(found));
        QVERIFY(found.empty()); // whatever the order in which they came
        QCOMPARE(walk.pending(), std::size_t(9));
        QVERIFY(walk.step(found));
        QCOMPARE(found.size(), std::size_t(9));
        QVERIFY(std::is_sorted(found.begin(), found.end()));
        QCOMPARE(walk.pending(), std::size_t(0));
        found.clear();
        app::FileWalk slow(folder.path());
        QVERIFY(slow.step(found) && slow.step(found) && found.empty());
        slow.give(found);
        QCOMPARE(found.size(), std::size_t(2));
        while (slow.step(found))
            ;
        QCOMPARE(found.size(), std::size_t(9));
        QVERIFY(std::is_sorted(found.begin(), found.begin() + 2) && std::is_sorted(found.begin() + 2, found.end()));
    }

    /// From the first names on, while none of them is read yet.
    void aFolderThatIsListedSaysHowManyItHasFound()
    {
        QTemporaryDir folder;
        writeSeries(folder, 60);
        Scanned scanned(folder.path(), longPatienceMs, [] { QThread::msleep(10); });
        QTRY_VERIFY_WITH_TIMEOUT(scanned.isFinished(), 60'000);
        QVERIFY(scanned.hasTold([](const FolderLoader::News &news) {
            return news.filesTotal < 0 && news.filesRead == 0 && news.filesFound > 0 && news.filesFound < 60;
        }));
        const FolderLoader::News &last = scanned.news.back();
        QCOMPARE(last.images, 60);
        QCOMPARE(std::tuple(last.filesRead, last.filesTotal, last.filesFound), std::tuple(60, 60, 60));
        QVERIFY(!last.isStopped);
        int found = 0;
        for (const FolderLoader::News &news : scanned.news) {
            QVERIFY(news.filesFound >= found && news.filesFound >= news.filesRead);
            found = news.filesFound;
        }
    }

    void theFirstImagesComeWhileNamesAreStillListed()
    {
        QTemporaryDir folder;
        writeSeries(folder, 120);
        Scanned scanned(folder.path(), shortPatienceMs, [] { QThread::msleep(10); });
        QTRY_VERIFY_WITH_TIMEOUT(scanned.isFinished(), 60'000);
        QVERIFY(scanned.hasTold([](const FolderLoader::News &news) {
            return news.filesTotal < 0 && !news.studies.empty() && !news.series.empty() &&
                   !news.series.front().second.dataSets.empty();
        }));
        QCOMPARE(scanned.news.back().images, 120);
        // What was told before all was there was not taken for all of it.
        for (const FolderLoader::News &news : scanned.news)
            for (const auto &[study, series] : news.series)
                for (const auto &dataSet : series.dataSets)
                    QCOMPARE(dataSet->isComplete, news.isFinished);
    }

    /// A medium that does not answer keeps its thread, not the reader.
    void stopDoesNotWaitForTheNextName()
    {
        QTemporaryDir folder;
        writeSeries(folder, 40);
        QSemaphore names(20);
        Scanned scanned(folder.path(), shortPatienceMs, [&] { names.acquire(); });
        const auto release = qScopeGuard([&] { names.release(1000); });
        QTRY_VERIFY_WITH_TIMEOUT(scanned.hasTold([](const FolderLoader::News &news) { return news.filesFound == 20; }),
                                 20'000);
        QVERIFY(!scanned.isFinished());
        scanned.stop.cancel();
        QTRY_VERIFY_WITH_TIMEOUT(scanned.isFinished(), 20'000);
        QVERIFY(scanned.news.back().isStopped);
        QCOMPARE(scanned.news.back().filesTotal, -1);
        const std::size_t told = scanned.news.size();
        names.release(1000); // the name comes after all, and nobody is told of it
        waitForWork(scanned.pool);
        QCoreApplication::processEvents();
        QCOMPARE(scanned.news.size(), told);
    }

    /// Nor for one that gives names, and then not what is in a file. What the other thread has read is told.
    void stopDoesNotWaitForAFile()
    {
        QTemporaryDir folder;
        writeSeries(folder, 40);
        QSemaphore answer;
        std::atomic<int> reads = 0;
        constexpr int owed = 18; // of the first files that two threads take together
        Scanned scanned(
            folder.path(), longPatienceMs, [] {},
            [&] {
                if (++reads == owed)
                    answer.acquire();
            });
        const auto release = qScopeGuard([&] { answer.release(1000); });
        QTRY_VERIFY_WITH_TIMEOUT(reads >= owed, 20'000);
        QVERIFY(!scanned.isFinished());
        scanned.stop.cancel();
        QTRY_VERIFY_WITH_TIMEOUT(scanned.isFinished(), 20'000);
        const FolderLoader::News last = scanned.news.back();
        QVERIFY(last.isStopped && last.filesRead < 40);
        QCOMPARE(last.images, last.filesRead);
        const std::size_t told = scanned.news.size();
        answer.release(1000);
        waitForWork(scanned.pool);
        QCoreApplication::processEvents();
        QCOMPARE(scanned.news.size(), told);
    }

    /// A few names are read at once where the next ones take their time.
    void fewNamesDoNotWaitForMore()
    {
        QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath(u"below"_s));
        for (int i = 0; i < 3; ++i)
            write(folder.filePath(u"%1"_s.arg(i)), "x");
        for (int i = 0; i < 100; ++i)
            write(folder.filePath(u"below/%1"_s.arg(i)), "x");
        int steps = 0;
        app::FileList::Options options;
        options.patienceMs = longPatienceMs;
        options.walkOf = [&](const QString &path) {
            return std::make_unique<OddWalk>(path, [&] {
                ++steps;
                QThread::msleep(10);
            });
        };
        app::FileList names(folder.path(), options);
        QCOMPARE(names.next([] { return false; }).size(), std::size_t(3));
        QVERIFY2(steps < 30, qPrintable(QString::number(steps)));
        std::size_t rest = 0;
        for (std::vector<QString> more = names.next([] { return false; }); !more.empty();
             more = names.next([] { return false; }))
            rest += more.size();
        QCOMPARE(rest, std::size_t(100));
    }

    /// A dead medium keeps its threads for good; the pool has others for who comes next.
    void whatWasStoppedGivesItsThreadsBack()
    {
        QTemporaryDir folder;
        writeSeries(folder, 3);
        QSemaphore answer;
        QThreadPool pool;
        pool.setMaxThreadCount(2);
        for (int i = 0; i < 2; ++i)
            startWork(pool, [&] { answer.acquire(); });
        const auto release = qScopeGuard([&] {
            answer.release(2);
            waitForWork(pool);
        });
        FolderLoader stopped(folder.path(), pool, nullptr), next(folder.path(), pool, nullptr);
        stopped.start();
        next.start();
        QTest::qWait(100);
        QVERIFY(!next.isFinished());
        stopped.stop();
        stopped.stop();
        QCOMPARE(pool.maxThreadCount(), 4);
        QTRY_VERIFY_WITH_TIMEOUT(next.isFinished() && stopped.isFinished(), 20'000);
    }

    void whoGoesDoesNotWaitForADeadMedium()
    {
        const auto answer = std::make_shared<QSemaphore>();
        const auto isDone = std::make_shared<std::atomic<bool>>(false);
        {
            const app::FolderThreads threads;
            startWork(threads.pool(), [answer, isDone] {
                answer->acquire();
                *isDone = true;
            });
        }
        QVERIFY(!*isDone);
        answer->release();
        QTRY_VERIFY_WITH_TIMEOUT(*isDone, 20'000);
    }

    void foldersThatCannotBeLookedIntoAreNamed()
    {
        QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath(u"gone"_s) && QDir(folder.path()).mkpath(u"empty"_s));
        writeSeries(folder, 3);
        const QString gone = folder.filePath(u"gone"_s);
        int steps = 0;
        Scanned scanned(folder.path(), longPatienceMs, [&] {
            if (++steps == 6) // all five names of the folder are known, none of what lies below
                QDir().rmdir(gone);
        });
        QTRY_VERIFY_WITH_TIMEOUT(scanned.isFinished(), 20'000);
        QVERIFY(!QFileInfo::exists(gone));
        const FolderLoader::News &last = scanned.news.back();
        QCOMPARE(last.images, 3);
        QCOMPARE(last.refused.size(), std::size_t(1));
        QCOMPARE(last.refused.front().path, gone);
        QCOMPARE(last.refused.front().error, (Error{ErrorCode::FileUnreadable, app::leftOut::closedFolder}));
        QVERIFY(userMessage(last.refused.front().error) != userMessage(Error{ErrorCode::FileUnreadable, {}}));
    }

    /// What it had named by then is shown; it is said that there may be more, and nothing is complete.
    void aFolderWhoseListBreaksOffIsNamed_data()
    {
        QTest::addColumn<int>("after");
        QTest::newRow("at once") << 0;
        QTest::newRow("in the middle") << 2;
    }
    void aFolderWhoseListBreaksOffIsNamed()
    {
        QFETCH(int, after);
        QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath(u"scratched"_s));
        const auto images = FakeArchive::series(6);
        for (std::size_t i = 0; i < images.size(); ++i)
            write(folder.filePath((i < 3 ? QString() : u"scratched/"_s) + images[i].sop), images[i].part10());
        const QString scratched = folder.filePath(u"scratched"_s);
        app::FileList::Options options;
        options.walkOf = [=](const QString &path) { return std::make_unique<BrokenWalk>(path, scratched, after); };
        Scanned scanned(folder.path(), std::move(options));
        QTRY_VERIFY_WITH_TIMEOUT(scanned.isFinished(), 20'000);
        const FolderLoader::News &last = scanned.news.back();
        QCOMPARE(last.images, 3 + after);
        QVERIFY(!last.isStopped);
        QCOMPARE(last.refused.size(), std::size_t(1));
        QCOMPARE(last.refused.front().path, scratched);
        QCOMPARE(last.refused.front().error, (Error{ErrorCode::FileUnreadable, app::leftOut::brokenFolder}));
        QVERIFY(userMessage(last.refused.front().error) != userMessage(Error{ErrorCode::FileUnreadable, {}}));
        QCOMPARE(last.series.size(), std::size_t(1));
        QVERIFY(!last.series.front().second.dataSets.front()->isComplete);
    }

    void foldersWithoutTheRightAreNamed()
    {
        QTemporaryDir folder;
        writeSeries(folder, 3);
        const QString closed = folder.filePath(u"closed"_s);
        QVERIFY(QDir().mkpath(closed));
        QVERIFY(QFile::setPermissions(closed, QFile::Permissions()));
        const auto restore = qScopeGuard([&] { QFile::setPermissions(closed, QFile::ReadOwner | QFile::ExeOwner); });
        SKIP_WHERE(QFileInfo(closed).isReadable(), "whoever runs this may read everything");
        app::PixelBridge bridge({10'000'000, 1});
        QSignalSpy finished(&bridge, &app::PixelBridge::folderFinished),
            refused(&bridge, &app::PixelBridge::fileRefused);
        bridge.openFolder(folder.path());
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20'000);
        QCOMPARE(finished.front().at(1).toInt(), 3);
        QCOMPARE(finished.front().at(2).toInt(), 1);
        QCOMPARE(refused.front().at(0).toString(), closed);
        QCOMPARE(refused.front().at(1).value<Error>().detail, QString(app::leftOut::closedFolder));
    }
};

CONSILIUM_TEST(BridgeListingTest)
#include "BridgeListingTest.moc"
