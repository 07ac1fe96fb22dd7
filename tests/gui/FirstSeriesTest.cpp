#include "app/windows/ReadingPage.h"
#include "app/windows/ReadingSession.h"
#include "tests/support/TestMain.h"
#include "tests/unit/app_bridge/BridgeFixture.h"
#include "tests/unit/session/SetClock.h"
#include "viewer/session/Action.h"
#include "viewer/session/actions/SetLayout.h"
#include "viewer/session/actions/ShowSeries.h"
#include "viewer/tools/WindowPresets.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace consilium;

namespace
{

/// Series of one image each, in the order in which they stand.
class ListedImages final : public pixels::StudyImages
{
public:
    const StudyUid uid{u"1.2"_s};
    std::vector<dicom::DataSetPtr> listed;

    void putFirst(const QString &series, const QString &file)
    {
        auto image = std::make_shared<dicom::Instance>();
        image->study = uid;
        image->series = SeriesUid(series);
        image->sop = SopInstanceUid(series + u".1"_s);
        image->localFile = file;
        image->pixels.rows = image->pixels.columns = 2;
        image->geometry.rows = image->geometry.columns = 2;
        auto dataSet = std::make_shared<dicom::DataSet>();
        dataSet->id = DataSetId(series);
        dataSet->header.uid = image->series;
        dataSet->slices = {image};
        listed.insert(listed.begin(), dataSet);
        Q_EMIT studyChanged(uid);
    }
    std::vector<StudyUid> studies() const override { return {uid}; }
    dicom::StudyHeader study(const StudyUid &) const override { return {}; }
    std::vector<dicom::DataSetPtr> dataSets(const StudyUid &) const override { return listed; }
    dicom::DataSetPtr dataSet(const DataSetId &id) const override
    {
        const auto found = std::find_if(listed.begin(), listed.end(), [&](const auto &d) { return d->id == id; });
        return found == listed.end() ? nullptr : *found;
    }
    Progress progress(const DataSetId &) const override { return {}; }
    pixels::FramePtr frame(const pixels::FrameKey &) const override { return nullptr; }
    const Error *failure(const pixels::FrameKey &) const override { return nullptr; }
    const Error *failure(const DataSetId &) const override { return nullptr; }
    void want(const void *, const DataSetId &, int, int) override {}
    void retry(const DataSetId &) override {}
};

} // namespace

/// What a tab begins with while the files of its study are still being found.
class FirstSeriesTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    // A folder that holds one series of the study.
    [[nodiscard]] QString folderOf(int number) const
    {
        const QString path = m_folder.filePath(QString::number(number));
        QDir().mkpath(path);
        for (test::MinimalDicom image : test::FakeArchive::series(2)) {
            image.seriesNumber = number;
            image.series = image.study + u".%1"_s.arg(100 - number);
            image.sop = image.series + u".%1"_s.arg(image.instanceNumber);
            QFile file(path + u'/' + image.sop);
            if (!file.open(QIODevice::WriteOnly) || file.write(image.part10()) < 0)
                qFatal("a test file cannot be written");
        }
        return path;
    }

private Q_SLOTS:
    /// Row 13: two patients in one tab, as scenarios have it: its text names the one whose image is in the active view.
    void theTabNamesWhomItShows()
    {
        QTemporaryDir folder;
        QStringList studies;
        for (const QString &name : {u"ALPHA"_s, u"BRAVO"_s}) {
            test::MinimalDicom image;
            image.patientName = u"TEST^"_s + name;
            image.patientId = name;
            image.study += name == u"ALPHA"_s ? u".7"_s : u".8"_s;
            image.series = image.study + u".1"_s;
            image.sop = image.series + u".1"_s;
            studies << image.study;
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(image.part10()) > 0);
        }
        test::SetClock clock;
        app::PixelBridge images({10'000'000, 1});
        app::ReadingSession session(clock, images);
        QSignalSpy finished(&images, &app::PixelBridge::folderFinished);
        connect(&images, &app::PixelBridge::studyOpened, &session, [&](const StudyUid &study) {
            if (!session.holds(study))
                session.addStudy(study, false);
        });
        QString tab; // what the window has been told to write
        connect(&session, &app::ReadingSession::tabTextChanged, this, [&] { tab = session.tabText(); });
        images.openFolder(folder.path());
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20'000);
        QCOMPARE(session.studies().size(), size_t(2));
        const auto show = [&](int index) {
            session::ShowSeries action;
            action.view = session::Layout::viewAt(0);
            action.study = StudyUid(studies[index]);
            action.dataSet = DataSetId(studies[index] + u".1"_s);
            return action;
        };
        const auto names = [&](const QString &one, const QString &other) {
            return tab == session.tabText() && tab.contains(one, Qt::CaseInsensitive) &&
                   !tab.contains(other, Qt::CaseInsensitive);
        };
        for (int round = 0; round < 2; ++round) {
            QVERIFY(session.dispatcher().submit(show(0)));
            QVERIFY2(names(u"ALPHA"_s, u"BRAVO"_s), qPrintable(tab));
            QVERIFY(session.dispatcher().submit(show(1)));
            QVERIFY2(names(u"BRAVO"_s, u"ALPHA"_s), qPrintable(tab));
        }
        const auto begun = session::reduce(session.dispatcher().state(), show(0)); // where a session begins
        QVERIFY(begun);
        session.dispatcher().reset(*begun);
        QVERIFY2(names(u"ALPHA"_s, u"BRAVO"_s), qPrintable(tab));
    }
    void anEarlierSeriesTakesTheFirstOnesPlace_data()
    {
        QTest::addColumn<int>("found"); // after series 6
        QTest::addColumn<qint64>("waitMs");
        QTest::addColumn<bool>("isTouched");
        QTest::addColumn<int>("shown");
        constexpr qint64 late = app::ReadingSession::betterMs + 100, soon = app::ReadingSession::betterMs - 100;
        QTest::newRow("an earlier one, soon") << 2 << soon << false << 2;
        QTest::newRow("a later one") << 9 << soon << false << 6;
        QTest::newRow("an earlier one, late") << 2 << late << false << 6;
        QTest::newRow("the reader has done something") << 2 << soon << true << 6;
    }
    void anEarlierSeriesTakesTheFirstOnesPlace()
    {
        QFETCH(int, found);
        QFETCH(qint64, waitMs);
        QFETCH(bool, isTouched);
        QFETCH(int, shown);
        test::SetClock clock;
        app::PixelBridge images({10'000'000, 1});
        app::ReadingSession session(clock, images);
        QSignalSpy finished(&images, &app::PixelBridge::folderFinished);
        connect(&images, &app::PixelBridge::studyOpened, &session, [&](const StudyUid &study) {
            if (!session.holds(study))
                session.addStudy(study, false);
        });
        const auto number = [&] {
            const auto &state = session.dispatcher().state();
            const auto dataSet = images.dataSet(state.view(session::Layout::viewAt(0)).dataSet);
            return dataSet ? dataSet->header.number : -1;
        };
        images.openFolder(folderOf(6));
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20'000);
        QCOMPARE(number(), 6);
        if (isTouched)
            QVERIFY(session.dispatcher().submit(session::SetLayout{1, 2, std::nullopt}));
        clock.now += waitMs;
        images.openFolder(folderOf(found));
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 2, 20'000);
        QCOMPARE(int(images.dataSets(session.studies().front()).size()), 2);
        QCOMPARE(number(), shown);
        QVERIFY(!session.dispatcher().canUndo(session.dispatcher().localActor()) || isTouched);

        // It is settled now: the first one of all comes too late.
        clock.now += late();
        images.openFolder(folderOf(1));
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 3, 20'000);
        QCOMPARE(number(), shown);
    }
    /// A picture is not taken from under somebody's eyes: not one of an archive, which lists all at once, nor one that
    /// a hand was put to, even where that changed nothing.
    void aPictureThatSomebodyLooksAtStays_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("touch");
        QTest::addColumn<QString>("shown");
        QTest::addColumn<bool>("isTouchedBefore"); // while there is no picture
        QTest::newRow("of a folder") << u"a"_s << QString() << u"1.2.1"_s << false;
        QTest::newRow("of an archive") << QString() << QString() << u"1.2.6"_s << false;
        QTest::newRow("a key that does nothing") << u"a"_s << u"key"_s << u"1.2.6"_s << false;
        QTest::newRow("a button") << u"a"_s << u"button"_s << u"1.2.6"_s << false;
        QTest::newRow("beside the images") << u"a"_s << u"strip"_s << u"1.2.1"_s << false;
        QTest::newRow("only before there was one") << u"a"_s << QString() << u"1.2.1"_s << true;
        QTest::newRow("a button, before there was one too") << u"a"_s << u"button"_s << u"1.2.6"_s << true;
    }
    void aPictureThatSomebodyLooksAtStays()
    {
        QFETCH(QString, file);
        QFETCH(QString, touch);
        QFETCH(QString, shown);
        QFETCH(bool, isTouchedBefore);
        test::SetClock clock;
        ListedImages images;
        tools::Bindings bindings = tools::Bindings::fromJson(tools::builtInBindings()).value_or(tools::Bindings());
        app::ReadingSession session(clock, images);
        session.addStudy(images.uid, false);
        app::ReadingPage page(session, images, bindings);
        page.resize(900, 700);
        page.show();
        if (isTouchedBefore)
            QTest::mouseClick(page.grid().shownViewports().front(), Qt::MiddleButton);
        images.putFirst(u"1.2.6"_s, file);
        const auto inFront = [&] {
            return session.dispatcher().state().view(session::Layout::viewAt(0)).dataSet.text();
        };
        QCOMPARE(inFront(), u"1.2.6"_s);
        const auto before = session.dispatcher().state();
        if (touch == u"key"_s)
            QTest::keyClick(page.grid().shownViewports().front(), Qt::Key_Shift);
        else if (touch == u"button"_s)
            QTest::mouseClick(page.grid().shownViewports().front(), Qt::MiddleButton);
        else if (touch == u"strip"_s)
            QTest::keyClick(&page.strip(), Qt::Key_Shift);
        QVERIFY(session.dispatcher().state() == before);
        images.putFirst(u"1.2.1"_s, file);
        QCOMPARE(inFront(), shown);
    }

private:
    [[nodiscard]] static qint64 late() { return app::ReadingSession::betterMs + 1; }
};

CONSILIUM_TEST(FirstSeriesTest)
#include "FirstSeriesTest.moc"
