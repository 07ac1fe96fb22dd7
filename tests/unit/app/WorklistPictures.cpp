#include "app/worklist/PictureNote.h"
#include "app/worklist/StudyPictures.h"
#include "app/worklist/WorklistPage.h"
#include "app/worklist/WorklistView.h"
#include "tests/support/TestMain.h"
#include "tests/unit/app/FakeSource.h"

#include <QBuffer>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollBar>

using namespace Qt::StringLiterals;
using namespace consilium;
using app::StudyPictures;
using test::FakeSource;
using State = StudyPictures::State;
using Who = StudyPictures::Who;
using Rows = std::vector<Attributes>;

namespace
{

QByteArray png(const QSize &size, QRgb colour)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(colour);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

Attributes seriesRow(const QString &uid, const QString &modality, int number, int images)
{
    Attributes row;
    row.setText(tags::SeriesInstanceUid, "UI", {uid});
    row.setText(tags::Modality, "CS", {modality});
    row.setText(tags::SeriesNumber, "IS", {QString::number(number)});
    row.setText(tags::NumberOfSeriesRelatedInstances, "IS", {QString::number(images)});
    return row;
}

Attributes instanceRow(const QString &uid, int number)
{
    Attributes row;
    row.setText(tags::SopInstanceUid, "UI", {uid});
    row.setText(tags::InstanceNumber, "IS", {QString::number(number)});
    return row;
}

// Two archives whose instances are called after their series and number, and whose pictures are red.
struct Desk {
    std::shared_ptr<FakeSource> a = std::make_shared<FakeSource>(u"A"_s), b = std::make_shared<FakeSource>(u"B"_s);
    QSet<QString> away;
    StudyPictures::Limits limits;
    std::unique_ptr<StudyPictures> pictures;

    explicit Desk(StudyPictures::Limits wished = {}) : limits(wished)
    {
        for (const auto &source : {a, b}) {
            source->onSeries = [](const QString &) { return Rows{seriesRow(u"s1"_s, u"CT"_s, 1, 9)}; };
            source->onInstances = [](const QString &question) -> std::optional<Result<Rows>> {
                const QStringList words = question.split(u' ');
                const int number = words.value(2).toInt();
                if (words[0] == u"one"_s)
                    return Rows{instanceRow(words[1] + u'.' + words[2], number)};
                return Rows{instanceRow(words[1] + u".3"_s, 3), instanceRow(words[1] + u".1"_s, 1),
                            instanceRow(words[1] + u".2"_s, 2)};
            };
            source->onPicture = [](const QString &) { return png({512, 512}, 0xFFFF0000); };
        }
        build();
    }
    void build()
    {
        pictures = std::make_unique<StudyPictures>(
            [this](const ArchiveId &archive) -> std::shared_ptr<app::StudySource> {
                if (away.contains(archive.text()))
                    return nullptr;
                return archive.text() == u"A"_s ? a : b;
            },
            limits);
    }
    static StudyPictures::Subject study(const QString &uid, const QString &archive = u"A"_s)
    {
        return {ArchiveId(archive), StudyUid(uid), {}, {}, 9};
    }
    static StudyPictures::Subject series(const QString &uid, int images, const QString &modality = u"CT"_s)
    {
        return {ArchiveId(u"A"_s), StudyUid(u"1"_s), SeriesUid(uid), modality, images};
    }
};

} // namespace

class WorklistPictures : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theMiddleImageOfTheLargestSeriesStandsForAStudy()
    {
        Desk desk;
        desk.a->onSeries = [](const QString &) {
            return Rows{seriesRow(u"scout"_s, u"CT"_s, 1, 2), seriesRow(u"thin"_s, u"CT"_s, 2, 301),
                        seriesRow(u"report"_s, u"SR"_s, 3, 900), seriesRow(u"masks"_s, u"SEG"_s, 4, 800)};
        };
        const auto subject = Desk::study(u"1"_s);
        QCOMPARE(desk.pictures->state(subject), State::Waiting);
        desk.pictures->want(Who::List, {subject});
        QTRY_COMPARE(desk.pictures->state(subject), State::There); // it may be there at once
        QCOMPARE(desk.a->asked, (QStringList{u"series 1"_s, u"one thin 151"_s, u"picture thin.151"_s}));
        const QImage picture = desk.pictures->picture(subject);
        QCOMPARE(picture.size(), QSize(168, 168)); // 512 x 512, fitted
        QCOMPARE(picture.pixel(80, 80), 0xFFFF0000);
        // It is the picture of that series, too: nothing is asked a second time.
        const auto thin = Desk::series(u"thin"_s, 301);
        QCOMPARE(desk.pictures->state(thin), State::There);
        desk.pictures->want(Who::Panel, {thin});
        desk.pictures->want(Who::List, {subject});
        QTest::qWait(20);
        QCOMPARE(desk.a->asked.size(), 3);
        // It has grown since: the middle is another one.
        auto grown = thin;
        grown.images = 305;
        QCOMPARE(desk.pictures->state(grown), State::Waiting);
    }
    void theSameSeriesServesTheStudy()
    {
        Desk desk;
        desk.pictures->want(Who::Panel, {Desk::series(u"s1"_s, 9)});
        QTRY_COMPARE(desk.pictures->state(Desk::series(u"s1"_s, 9)), State::There);
        desk.a->asked.clear();
        desk.pictures->want(Who::List, {Desk::study(u"1"_s)});
        QTRY_COMPARE(desk.pictures->state(Desk::study(u"1"_s)), State::There);
        QCOMPARE(desk.a->asked, QStringList{u"series 1"_s});
    }
    void aLongSeriesIsNeverListed_data()
    {
        QTest::addColumn<int>("images");
        QTest::addColumn<QStringList>("asked");
        QTest::newRow("long") << 1500 << QStringList{u"one s 750"_s, u"one s -1"_s, u"picture first"_s};
        QTest::newRow("short") << 3 << QStringList{u"one s 2"_s, u"all s"_s, u"picture s.2"_s};
    }
    // An archive that does not know the question for a number answers with the first image.
    void aLongSeriesIsNeverListed()
    {
        QFETCH(int, images);
        QFETCH(QStringList, asked);
        Desk desk;
        const auto usual = desk.a->onInstances;
        desk.a->onInstances = [usual](const QString &question) -> std::optional<Result<Rows>> {
            return question.startsWith(u"one"_s) ? Rows{instanceRow(u"first"_s, 1001)} : *usual(question);
        };
        const auto subject = Desk::series(u"s"_s, images);
        desk.pictures->want(Who::Panel, {subject});
        QTRY_COMPARE(desk.pictures->state(subject), State::There);
        QCOMPARE(desk.a->asked, asked);
    }
    void oneAtATimeAndThePanelsFirst()
    {
        Desk desk;
        desk.a->onPicture = [](const QString &) { return std::nullopt; };
        desk.pictures->want(Who::List, {Desk::study(u"1"_s), Desk::study(u"2"_s), Desk::study(u"3"_s, u"B"_s)});
        QTRY_COMPARE(desk.a->asked.size(), 3);
        QTRY_COMPARE(desk.pictures->state(Desk::study(u"3"_s, u"B"_s)), State::There); // archives side by side
        QTest::qWait(20);
        QCOMPARE(desk.a->asked, (QStringList{u"series 1"_s, u"one s1 5"_s, u"picture s1.5"_s}));
        desk.pictures->want(Who::Panel, {Desk::series(u"p"_s, 1)});
        // The first study is out of sight: what is asked for it is no longer wanted, and the panel has its turn.
        desk.a->onPicture = [](const QString &) { return png({20, 10}, 0xFF00FF00); };
        const CancelToken first = desk.a->lastCancel;
        QVERIFY(!first.isCancelled());
        desk.pictures->want(Who::List, {Desk::study(u"2"_s)});
        QVERIFY(first.isCancelled());
        QTRY_COMPARE(desk.pictures->state(Desk::study(u"2"_s)), State::There);
        QCOMPARE(desk.a->asked.mid(3, 3), (QStringList{u"one p -1"_s, u"picture p"_s + u".-1"_s, u"series 2"_s}));
        QCOMPARE(desk.pictures->state(Desk::study(u"1"_s)), State::Waiting);
        QCOMPARE(desk.pictures->picture(Desk::series(u"p"_s, 1)).size(), QSize(20, 10)); // never made larger
    }
    void nothingIsAskedWhilePaused()
    {
        Desk desk;
        desk.a->onPicture = [](const QString &) { return std::nullopt; };
        desk.pictures->want(Who::List, {Desk::study(u"1"_s)});
        QTRY_COMPARE(desk.a->asked.size(), 3);
        const CancelToken running = desk.a->lastCancel;
        desk.pictures->setPaused(true);
        QVERIFY(running.isCancelled());
        desk.pictures->want(Who::List, {Desk::study(u"1"_s), Desk::study(u"2"_s)});
        QTest::qWait(20);
        QCOMPARE(desk.a->asked.size(), 3);
        desk.a->onPicture = [](const QString &) { return png({8, 8}, 0xFF00FF00); };
        desk.pictures->setPaused(false);
        QTRY_COMPARE(desk.pictures->state(Desk::study(u"2"_s)), State::There);
        QCOMPARE(desk.pictures->state(Desk::study(u"1"_s)), State::There);
    }
    void anArchiveThatIsAwayIsLeftAlone()
    {
        Desk desk;
        desk.away = {u"A"_s};
        desk.pictures->want(Who::List, {Desk::study(u"1"_s)});
        QTest::qWait(20);
        QVERIFY(desk.a->asked.isEmpty());
        desk.away.clear();
        desk.a->onPicture = [](const QString &) { return std::nullopt; };
        desk.pictures->lookAgain();
        QTRY_COMPARE(desk.a->asked.size(), 3);
        desk.away = {u"A"_s};
        desk.pictures->lookAgain();
        QVERIFY(desk.a->lastCancel.isCancelled());
    }
    void anArchiveThatFailsRestsAndOneThatCannotDrawIsNotAskedAgain()
    {
        Desk desk({.restMs = 400});
        desk.a->onSeries = [](const QString &) { return Result<Rows>(fail(ErrorCode::ConnectionLost)); };
        desk.pictures->want(Who::List, {Desk::study(u"1"_s), Desk::study(u"2"_s)});
        QTRY_COMPARE(desk.a->asked.size(), 1);
        QTest::qWait(50);
        QCOMPARE(desk.a->asked.size(), 1);
        QCOMPARE(desk.pictures->state(Desk::study(u"1"_s)), State::Waiting); // it may come
        desk.a->onSeries = [](const QString &) { return Rows{seriesRow(u"s1"_s, u"CT"_s, 1, 1)}; };
        desk.a->onPicture = [](const QString &) { return Result<QByteArray>(fail(ErrorCode::ServerError)); };
        QTRY_COMPARE_WITH_TIMEOUT(desk.pictures->state(Desk::study(u"2"_s)), State::None, 5000);
        QCOMPARE(desk.pictures->state(Desk::study(u"1"_s)), State::None);
        const auto before = desk.a->asked.size();
        desk.pictures->want(Who::List, {Desk::study(u"2"_s), Desk::study(u"1"_s)});
        QTest::qWait(20);
        QCOMPARE(desk.a->asked.size(), before);
        // Neither are bytes that are no picture, nor a study without images.
        desk.a->onPicture = [](const QString &) { return QByteArray("\xFF\xD8\xFF nonsense"); };
        desk.pictures->want(Who::List, {Desk::study(u"3"_s)});
        QTRY_COMPARE(desk.pictures->state(Desk::study(u"3"_s)), State::None);
        desk.a->onSeries = [](const QString &) { return Rows{seriesRow(u"r"_s, u"SR"_s, 1, 1)}; };
        desk.pictures->want(Who::List, {Desk::study(u"4"_s)});
        QTRY_COMPARE(desk.pictures->state(Desk::study(u"4"_s)), State::None);
        QCOMPARE(desk.pictures->state(Desk::series(u"r"_s, 1, u"SR"_s)), State::None);
    }
    void aPictureThatTakesTooLongHoldsUpNothing()
    {
        Desk desk({.longestMs = 60, .restMs = 100});
        desk.a->onPicture = [](const QString &question) -> std::optional<Result<QByteArray>> {
            if (question == u"picture slow.5"_s)
                return std::nullopt;
            return png({8, 8}, 0xFF00FF00);
        };
        desk.pictures->want(Who::Panel, {Desk::series(u"slow"_s, 9), Desk::series(u"next"_s, 9)});
        QTRY_COMPARE_WITH_TIMEOUT(desk.pictures->state(Desk::series(u"next"_s, 9)), State::There, 5000);
        QCOMPARE(desk.pictures->state(Desk::series(u"slow"_s, 9)), State::None);
    }
    void memoryIsBounded()
    {
        Desk desk({.cacheBytes = 1'000'000}); // of 168 x 168 x 4 bytes: eight
        const auto last = Desk::series(u"39"_s, 9);
        for (int i = 0; i < 40; ++i) {
            const auto subject = Desk::series(QString::number(i), 9);
            desk.pictures->want(Who::Panel, {subject});
            QTRY_COMPARE(desk.pictures->state(subject), State::There);
            QVERIFY(desk.pictures->cachedBytes() <= 1'000'000);
        }
        QVERIFY(desk.pictures->cachedBytes() > 800'000);
        QCOMPARE(desk.pictures->state(last), State::There);
        QCOMPARE(desk.pictures->state(Desk::series(u"0"_s, 9)), State::Waiting);
    }
    // Drawing a picture may end an archive: the same one never again, and after two in a row none.
    void aPictureThatEndsTheArchiveIsAskedForOnce()
    {
        Desk desk({.restMs = 20});
        desk.a->onPicture = [](const QString &question) -> std::optional<Result<QByteArray>> {
            if (question == u"picture bad.5"_s)
                return Result<QByteArray>(fail(ErrorCode::ConnectionLost));
            return png({8, 8}, 0xFF00FF00);
        };
        const auto bad = Desk::series(u"bad"_s, 9), good = Desk::series(u"good"_s, 9);
        desk.pictures->want(Who::Panel, {bad, good});
        QTRY_COMPARE_WITH_TIMEOUT(desk.pictures->state(good), State::There, 5000); // the archive is there again
        QCOMPARE(desk.pictures->state(bad), State::None);
        QVERIFY(!desk.pictures->isStopped(ArchiveId(u"A"_s)));
        // Also as the picture of its study, which is another subject.
        desk.a->onSeries = [](const QString &) { return Rows{seriesRow(u"bad"_s, u"CT"_s, 1, 9)}; };
        desk.pictures->want(Who::List, {Desk::study(u"1"_s)});
        QTRY_COMPARE_WITH_TIMEOUT(desk.pictures->state(Desk::study(u"1"_s)), State::None, 5000);
        QCOMPARE(desk.a->asked.count(u"picture bad.5"_s), 1);
    }
    void anArchiveThatEndsTwiceIsAskedForNoMore()
    {
        Desk desk({.restMs = 20});
        desk.a->onPicture = [](const QString &) { return Result<QByteArray>(fail(ErrorCode::ConnectionLost)); };
        const auto asked = [&] { return desk.a->asked.filter(u"picture"_s); };
        desk.pictures->want(Who::Panel, {Desk::series(u"1"_s, 9), Desk::series(u"2"_s, 9), Desk::series(u"3"_s, 9)});
        QTRY_VERIFY_WITH_TIMEOUT(desk.pictures->isStopped(ArchiveId(u"A"_s)), 10'000);
        desk.a->onPicture = [](const QString &) { return png({8, 8}, 0xFF00FF00); };
        QTest::qWait(1200); // longer than it rests, and than the watch takes to see that
        QCOMPARE(asked(), (QStringList{u"picture 1.5"_s, u"picture 2.5"_s}));
        QCOMPARE(desk.pictures->state(Desk::series(u"3"_s, 9)), State::Waiting);
        desk.pictures->askAgain(); // by the reader
        QTRY_COMPARE(desk.pictures->state(Desk::series(u"3"_s, 9)), State::There);
        QVERIFY(!desk.pictures->isStopped(ArchiveId(u"A"_s)));
        QCOMPARE(asked().size(), 3); // not the two
    }
    void anImageThatArchivesEndInIsNotAskedFor()
    {
        Desk desk;
        desk.a->onHeader = [](const QString &question) -> std::optional<Result<Attributes>> {
            Attributes header;
            header.setText(tags::Rows, "US", {question.contains(u"absurd"_s) ? u"65535"_s : u"512"_s});
            header.setText(tags::Columns, "US", {question.contains(u"none"_s) ? u"0"_s : u"512"_s});
            if (question.contains(u"overlay"_s)) // embedded: without Overlay Data
                header.setText({0x6002, 0x0100}, "US", {u"16"_s});
            return header;
        };
        for (const QString &uid : {u"overlay"_s, u"absurd"_s, u"none"_s}) {
            desk.pictures->want(Who::Panel, {Desk::series(uid, 9)});
            QTRY_COMPARE(desk.pictures->state(Desk::series(uid, 9)), State::None);
        }
        QCOMPARE(desk.a->asked.filter(u"picture"_s), QStringList());
        desk.pictures->want(Who::Panel, {Desk::series(u"plain"_s, 9)});
        QTRY_COMPARE(desk.pictures->state(Desk::series(u"plain"_s, 9)), State::There);
    }
    void theListSaysThatNoPicturesAreAskedFor()
    {
        Desk desk({.restMs = 20});
        SystemClock clock;
        app::WorklistSearch search(clock);
        search.setSources({desk.a});
        app::PictureNote note(*desk.pictures, search);
        note.refresh();
        QCOMPARE(note.text(), QString());
        desk.a->onPicture = [](const QString &) { return Result<QByteArray>(fail(ErrorCode::ConnectionLost)); };
        desk.pictures->want(Who::Panel, {Desk::series(u"1"_s, 9), Desk::series(u"2"_s, 9)});
        QTRY_VERIFY_WITH_TIMEOUT(note.text().contains(u"no more previews are asked from A."_s), 10'000);
        note.findChild<QPushButton *>(u"picturesAgain"_s)->click();
        QCOMPARE(note.text(), QString());
    }
    // With another address it is another archive, whatever its name.
    void anotherArchiveUnderTheNameHasItsOwnPictures()
    {
        Desk desk;
        desk.pictures->want(Who::List, {Desk::study(u"1"_s)});
        QTRY_COMPARE(desk.pictures->state(Desk::study(u"1"_s)), State::There);
        const auto other = std::make_shared<FakeSource>(u"A"_s);
        other->onSeries = desk.a->onSeries;
        other->onInstances = desk.a->onInstances;
        other->onPicture = [](const QString &) { return png({512, 512}, 0xFF0000FF); };
        desk.a = other;
        desk.pictures->lookAgain();
        QTRY_COMPARE(desk.pictures->state(Desk::study(u"1"_s)), State::There);
        QCOMPARE(desk.pictures->picture(Desk::study(u"1"_s)).pixel(80, 80), 0xFF0000FF);
    }
    // The page: rows in sight alone, not while they pass by, and not while a study opens.
    void onlyRowsInSightAreAskedFor()
    {
        Desk desk;
        SystemClock clock;
        app::WorklistSearch search(clock);
        search.setSources({desk.a});
        app::WorklistPage page(search, [] { return QDate(2026, 1, 2); });
        page.resize(1800, 700);
        page.show();
        page.search();
        Rows rows;
        for (int i = 0; i < 100; ++i) // the newest on top: 99, 98, 97 ...
            rows.push_back(test::studyRow(QString::number(i), u"TEST^%1"_s.arg(i),
                                          QDate(2020, 1, 1).addDays(i).toString(u"yyyyMMdd"_s)));
        desk.a->answer(dicomweb::StudyPage{rows, false});
        auto *view = page.findChild<app::WorklistView *>();
        const auto [first, last] = view->picturesInSight();
        QCOMPARE(first, 0);
        QVERIFY(last >= 8 && last < 20);
        const auto asked = [&] { return desk.a->asked.filter(QRegularExpression(u"^series [0-9]+$"_s)); };
        QTRY_COMPARE_WITH_TIMEOUT(asked().size(), last + 1, 10'000);
        QTest::qWait(300);
        QStringList expected;
        for (int row = 0; row <= last; ++row)
            expected << u"series %1"_s.arg(99 - row);
        QCOMPARE(asked(), expected);
        // To the end, past all the others.
        desk.a->asked.clear();
        for (int value = 0; value <= view->verticalScrollBar()->maximum(); value += 200)
            view->verticalScrollBar()->setValue(value);
        view->verticalScrollBar()->setValue(view->verticalScrollBar()->maximum());
        QTRY_VERIFY_WITH_TIMEOUT(asked().contains(u"series 0"_s), 10'000);
        QVERIFY2(asked().size() <= last + 2, qPrintable(asked().join(u',')));
        QVERIFY(!asked().contains(u"series 60"_s));
        // A study opens: it has the archive for itself.
        view->verticalScrollBar()->setValue(view->verticalScrollBar()->maximum() / 2);
        QVERIFY(page.openRow(0));
        desk.a->asked.clear();
        QTest::qWait(400);
        QCOMPARE(asked(), QStringList());
        page.hide();
        page.show();
        QTRY_VERIFY_WITH_TIMEOUT(!asked().isEmpty(), 5000);
    }
};

CONSILIUM_TEST(WorklistPictures)
#include "WorklistPictures.moc"
