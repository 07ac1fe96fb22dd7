#include "app/windows/MainWindow.h"
#include "app/windows/NoticeBar.h"
#include "tests/net/StowServer.h"
#include "tests/support/TestMain.h"
#include "tests/unit/app/SendingDesk.h"
#include "viewer/tools/WindowPresets.h"

#include <QStackedWidget>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace consilium;
using namespace consilium::test;

namespace
{

/// A study in the tab of a window, marked and saved, and an archive that does not take it.
struct Refused : SendingDesk {
    tools::Bindings bindings = tools::Bindings::fromJson(tools::builtInBindings()).value_or(tools::Bindings());
    app::WorklistSearch search{clock};
    std::unique_ptr<app::ReadingSession> other; ///< a tab without that study
    std::unique_ptr<app::MainWindow> window;

    Refused(const QString &folder, const QString &url) : SendingDesk(folder, url) {}
    ~Refused() { window.reset(); }
    [[nodiscard]] bool begin()
    {
        if (!open())
            return false;
        tab->addStudy(study(), false);
        app::WindowServices services{clock, settings, archives, images, bindings, search, u"en"_s, u"dark"_s};
        services.marks = keeper.get();
        services.sender = sender.get();
        window = std::make_unique<app::MainWindow>(services);
        window->resize(1400, 900);
        window->show();
        window->showSession(*tab, true);
        return draw(mark(u"length"_s, session::AnnotationKind::Length, {{0.0, 0.0}, {3.0, 2.0}})) && save() &&
               QTest::qWaitFor([this] { return sender->progress().refused == 2; }, 20'000); // report and state
    }
    [[nodiscard]] QString shown() const
    {
        const auto &bar = window->noticeBar();
        return bar.isVisible() ? bar.findChild<app::TopText *>()->whole() : QString();
    }
};

const QString refusal = u"the archive did not take it"_s;

} // namespace

/// What has become of one study's marks is said over that study, and as long as it is so.
class SaveNoticesTest : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_place;
    int m_count = 0;
    QString m_folder;
    std::atomic<bool> m_refuses = true;

    void makeRefuse(StowServer &server)
    {
        m_refuses = true;
        server.onStore = [this](const QString &sop, int) -> std::optional<StowServer::Fault> {
            if (!m_refuses)
                return std::nullopt;
            return StowServer::Fault{reply(409, "application/dicom+json", failedSop(sop, 0xA900)), false};
        };
    }

private Q_SLOTS:
    void init() { m_folder = m_place.filePath(QString::number(++m_count)); }

    void aFailureIsSaidOverItsStudyUntilItsCauseIsGone()
    {
        StowServer server;
        makeRefuse(server);
        Refused desk(m_folder, server.url());
        QVERIFY(desk.begin());
        QTRY_VERIFY2(desk.shown().contains(refusal), qPrintable(desk.shown()));
        desk.other = std::make_unique<app::ReadingSession>(desk.clock, desk.images);
        desk.window->showSession(*desk.other, true);
        QTRY_COMPARE(&desk.window->readingPage()->session(), desk.other.get());
        QVERIFY2(!desk.shown().contains(refusal), qPrintable(desk.shown()));
        // Over no patient's images it says whose it is.
        desk.window->showWorklist();
        const QString name = desk.images.study(desk.study()).patient.name.display();
        QTRY_VERIFY2(desk.shown().contains(refusal) && desk.shown().startsWith(name), qPrintable(desk.shown()));
        m_refuses = false;
        for (const auto &item : desk.sender->items())
            desk.sender->retry(item.entry.id);
        QTRY_VERIFY2(!desk.shown().contains(refusal), qPrintable(desk.shown()));
        desk.window->showSession(*desk.tab, true);
        QTRY_COMPARE(&desk.window->readingPage()->session(), desk.tab.get());
        QVERIFY2(!desk.shown().contains(refusal), qPrintable(desk.shown()));
        QTRY_COMPARE_WITH_TIMEOUT(desk.sender->progress().left, 0, 20'000);
    }

    void itGoesWithTheTab()
    {
        StowServer server;
        makeRefuse(server);
        Refused desk(m_folder, server.url());
        QVERIFY(desk.begin());
        QTRY_VERIFY2(desk.shown().contains(refusal), qPrintable(desk.shown()));
        desk.window->closeSession(*desk.tab);
        QTRY_VERIFY(!desk.window->readingPage());
        QVERIFY2(!desk.shown().contains(refusal), qPrintable(desk.shown()));
    }
};

CONSILIUM_TEST(SaveNoticesTest)
#include "SaveNoticesTest.moc"
