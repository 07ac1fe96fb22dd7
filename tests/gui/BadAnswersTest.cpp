#include "app/Application.h"
#include "app/windows/MainWindow.h"
#include "app/worklist/ArchiveStrip.h"
#include "app/worklist/EmptyState.h"
#include "tests/support/TestMain.h"
#include "tests/unit/app_bridge/FakeArchive.h"

#include <QLabel>
#include <QTemporaryDir>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;
using namespace consilium;
using http::Credentials;
using test::FakeArchive;
using test::FaultReply;
using test::FaultRequest;
using test::FaultServer;
using test::reply;

namespace
{

constexpr auto json = "application/dicom+json";

/// An archive of one study that answers as it should.
FakeArchive sound()
{
    return FakeArchive(FakeArchive::series(3), [](const FakeArchive::Question &question) -> std::optional<FaultReply> {
        if (!question.target.split('?').front().endsWith("/studies"))
            return std::nullopt;
        const auto images = FakeArchive::series(1);
        return reply(200, json, FakeArchive(images).json({&images.front()}));
    });
}

/// The whole program as a person has it who speaks this language.
struct Desk {
    QTemporaryDir profile;
    app::Language language;
    std::unique_ptr<app::Application> program;

    explicit Desk(const QString &tongue)
    {
        app::CommandLine line;
        line.profile = profile.path();
        line.language = tongue;
        line.size = {1920, 1200};
        language.install(tongue);
        program = std::make_unique<app::Application>(std::move(line), language);
        program->start();
    }
    [[nodiscard]] ArchiveId add(const QString &name, const QString &url, const Credentials &who = {},
                                int patienceMs = 4000) const
    {
        dicomweb::ArchiveConfig config;
        config.id = ArchiveId(name);
        config.name = name;
        config.baseUrl = url;
        config.credentials = who;
        config.patienceMs = patienceMs;
        const auto client = program->archives().addForThisRun(config);
        return client ? (*client)->config().id : ArchiveId();
    }
    [[nodiscard]] app::WorklistPage &list() const { return program->window().worklist(); }
    [[nodiscard]] bool isIdle() const { return !program->worklistSearch().isRunning(); }
    /// What the row of archives says about one.
    [[nodiscard]] QStringList strip() const
    {
        QStringList texts;
        const auto labels = list().findChild<app::ArchiveStrip *>()->findChildren<QLabel *>();
        for (const QLabel *label : labels)
            if (label->isVisible())
                texts << label->text();
        return texts;
    }
    void ask(const ArchiveId &only = {}) const
    {
        app::WorklistFilter filter;
        filter.archive = only;
        list().setFilter(filter);
        list().search();
    }
};

} // namespace

/// Row 14 of the clinical rules, from the line to the sentence: whatever an archive answers, the reader is told what is
/// the matter in words, and everything else goes on.
class BadAnswersTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aListThatDoesNotComeIsExplained_data()
    {
        QTest::addColumn<std::optional<FaultReply>>("answer"); // none: nobody is there
        QTest::addColumn<int>("signIn");                       // Credentials::Kind
        QTest::addColumn<QString>("chinese");
        QTest::addColumn<QString>("english");
        const auto row = [](const char *name, const std::optional<FaultReply> &answer, const QString &chinese,
                            const QString &english, Credentials::Kind kind = Credentials::Kind::None) {
            QTest::newRow(name) << answer << int(kind) << chinese << english;
        };
        const auto status = [](int code, const QList<QByteArray> &more = {}) {
            return reply(code, "text/html", "<html>Error</html>", more);
        };
        row("401", status(401), u"归档要求登录，但尚未设置登录方式。"_s,
            u"The archive wants a sign-in, and none is set."_s);
        row("401 to a password", status(401), u"归档不接受该用户名或密码。"_s,
            u"The archive does not accept the user name or password."_s, Credentials::Kind::Basic);
        row("401 to a token", status(401), u"归档不接受该令牌。"_s, u"The archive does not accept the token."_s,
            Credentials::Kind::Bearer);
        row("403", status(403), u"归档不允许此操作。"_s, u"The archive does not permit this."_s);
        row("404", status(404), u"该地址没有 DICOMweb 服务。"_s, u"The address does not lead to a DICOMweb service."_s);
        row("406", status(406), u"归档无法以可读取的形式提供所请求的内容。"_s,
            u"The archive does not offer this in a form that can be read."_s);
        row("429", status(429, {"Retry-After: 60"}), u"归档负载过高。"_s, u"The archive is overloaded."_s);
        row("500", status(500), u"归档报告内部错误（HTTP 500）。"_s,
            u"The archive reports an internal error (HTTP 500)."_s);
        row("414", status(414), u"归档不接受此请求（HTTP 414）。"_s,
            u"The archive does not accept the question (HTTP 414)."_s);
        const QString chinese = u"无法理解归档的应答。"_s, english = u"The archive's answer cannot be understood."_s;
        row("a page instead of data", reply(200, "text/html", "<html>Sign in</html>"), chinese, english);
        row("a page called data", reply(200, json, "<html>Sign in</html>"), chinese, english);
        row("data cut short", reply(200, json, "[{\"0020000D\": {\"vr\": \"UI\", \"Val"), chinese, english);
        row("no list", reply(200, json, "{\"message\": \"hello\"}"), chinese, english);
        FaultReply silence, halfway = reply(200, json, "[{\"0020000D\": {\"vr\": \"UI\"}}]");
        halfway.bytes.chop(10);
        silence.hang = halfway.hang = true;
        const QString noAnswer = u"归档没有应答。"_s, noAnswerEnglish = u"The archive does not answer."_s;
        row("silence", silence, noAnswer, noAnswerEnglish);
        row("silence in the middle", halfway, noAnswer, noAnswerEnglish);
        row("down", std::nullopt, u"无法连接归档。"_s, u"The archive cannot be reached."_s);
    }
    void aListThatDoesNotComeIsExplained()
    {
        QFETCH(std::optional<FaultReply>, answer);
        QFETCH(int, signIn);
        QFETCH(QString, chinese);
        QFETCH(QString, english);
        const FakeArchive good = sound();
        const FaultServer bad([&](const FaultRequest &) { return answer.value_or(FaultReply()); });
        const QString url = answer ? bad.url(u"/rs"_s) : u"http://127.0.0.1:1/rs"_s;
        const int patienceMs = answer && answer->hang ? 1000 : 4000; // what says nothing is waited for to the end
        for (const QString &tongue : {u"zh_CN"_s, u"en"_s}) {
            const QString sentence = tongue == u"en"_s ? english : chinese;
            const Desk desk(tongue);
            const ArchiveId broken =
                desk.add(u"TEST PACS"_s, url, {Credentials::Kind(signIn), u"user"_s, u"secret"_s}, patienceMs);
            QVERIFY(!broken.isEmpty());
            desk.ask();
            QTRY_VERIFY_WITH_TIMEOUT(desk.isIdle() && !desk.list().message().isEmpty(), 30'000);
            QCOMPARE(desk.list().message(), sentence);

            // Another archive's studies are listed all the same, and open; which one has failed stays in sight.
            QVERIFY(!desk.add(u"TEST 2"_s, good.url()).isEmpty());
            desk.ask();
            QTRY_VERIFY_WITH_TIMEOUT(desk.isIdle(), 30'000);
            QCOMPARE(desk.list().model().rowCount(), 1);
            QCOMPARE(desk.list().message(), QString());
            QCOMPARE(desk.list().archivesFailing(), 1);
            const QStringList strip = desk.strip();
            QVERIFY2(std::any_of(strip.begin(), strip.end(), [&](const QString &s) { return s.startsWith(sentence); }),
                     qPrintable(strip.join(u" | "_s)));
            QVERIFY(desk.list().openRow(0));
            QTRY_VERIFY_WITH_TIMEOUT(desk.program->images().progress(DataSetId(good.image(0).series)).complete, 30'000);
            QVERIFY(desk.program->window().readingPage());

            // Asked alone it says the same again.
            desk.ask(broken);
            QTRY_COMPARE_WITH_TIMEOUT(desk.list().message(), sentence, 30'000);
        }
    }
    /// None of several archives gives a list: each is named with its reason, of many the first ones.
    void severalThatFailAreAllNamed()
    {
        const FaultServer bad([](const FaultRequest &request) {
            const QByteArray path = request.target.split('?').front(); // "/500/studies"
            return reply(path.mid(1, 3).toInt(), "text/html", "<html>Error</html>");
        });
        const auto at = [&](int status) { return bad.url(u"/%1"_s.arg(status)); };
        for (const QString &tongue : {u"zh_CN"_s, u"en"_s}) {
            const bool isEnglish = tongue == u"en"_s;
            const Desk desk(tongue);
            QVERIFY(!desk.add(u"TEST <b>A</b> %2"_s, at(500)).isEmpty());
            QVERIFY(!desk.add(u"TEST B"_s, at(403)).isEmpty());
            desk.ask();
            const auto *empty = desk.list().findChild<app::EmptyState *>();
            QVERIFY(empty);
            const QString two = isEnglish ? u"2 archives give no list of studies."_s : u"2 个归档没有给出检查列表。"_s;
            QTRY_COMPARE_WITH_TIMEOUT(desk.list().message(), two, 30'000);
            const QString first = isEnglish ? u"TEST <b>A</b> %2: The archive reports an internal error (HTTP 500)."_s
                                            : u"TEST <b>A</b> %2：归档报告内部错误（HTTP 500）。"_s;
            const QString second =
                isEnglish ? u"TEST B: The archive does not permit this."_s : u"TEST B：归档不允许此操作。"_s;
            QCOMPARE(empty->consequence(), first + u'\n' + second);
            const auto labels = empty->findChildren<QLabel *>();
            QVERIFY(std::all_of(labels.begin(), labels.end(), // a name is no mark-up
                                [](const QLabel *label) { return label->textFormat() == Qt::PlainText; }));

            for (const QString &name : {u"TEST C"_s, u"TEST D"_s, u"TEST E"_s})
                QVERIFY(!desk.add(name, at(403) + u'/' + name.last(1)).isEmpty());
            desk.ask();
            const QString five = isEnglish ? u"5 archives give no list of studies."_s : u"5 个归档没有给出检查列表。"_s;
            QTRY_COMPARE_WITH_TIMEOUT(desk.list().message(), five, 30'000);
            const QString third =
                isEnglish ? u"TEST C: The archive does not permit this."_s : u"TEST C：归档不允许此操作。"_s;
            const QString rest = isEnglish ? u"and 2 more"_s : u"另有 2 个"_s;
            QCOMPARE(empty->consequence(), QStringList({first, second, third, rest}).join(u'\n'));
        }
    }
};

CONSILIUM_TEST(BadAnswersTest)
#include "BadAnswersTest.moc"
