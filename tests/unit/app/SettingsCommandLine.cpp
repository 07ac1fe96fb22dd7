#include "app/CommandLine.h"
#include "tests/support/TestMain.h"

#include <QDir>
#include <QTemporaryFile>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace consilium;

class SettingsCommandLine : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsEverything()
    {
        QTemporaryFile scenario;
        QVERIFY(scenario.open());
        const auto line = app::parseCommandLine({u"consilium"_s,
                                                 u"--archive"_s,
                                                 u"http://127.0.0.1:8042/dicom-web"_s,
                                                 u"--archive=https://a.example/rs"_s,
                                                 u"--study"_s,
                                                 u"1.2.840.1"_s,
                                                 u"--scenario"_s,
                                                 scenario.fileName(),
                                                 u"--headless"_s,
                                                 u"--log"_s,
                                                 u"x.log"_s,
                                                 u"--var"_s,
                                                 u"A=1"_s,
                                                 u"--var"_s,
                                                 u"B=x=y"_s,
                                                 u"--language"_s,
                                                 u"zh_TW"_s,
                                                 u"--theme"_s,
                                                 u"light"_s,
                                                 u"--size"_s,
                                                 u"1280x800"_s,
                                                 u"--profile"_s,
                                                 u"p"_s,
                                                 u"--timing"_s,
                                                 u"--timeout"_s,
                                                 u"2.5"_s,
                                                 u"--out"_s,
                                                 u"o"_s,
                                                 u"--keep"_s,
                                                 u"."_s});
        QVERIFY2(line.has_value(), line ? "" : qPrintable(line.error().detail));
        QCOMPARE(line->archives, (QStringList{u"http://127.0.0.1:8042/dicom-web"_s, u"https://a.example/rs"_s}));
        QVERIFY(line->request && line->request->studies == std::vector{StudyUid(u"1.2.840.1"_s)});
        QVERIFY(!line->canBeHandedOver);
        QVERIFY(line->headless && line->keep && line->timing);
        QCOMPARE(line->logFile, u"x.log"_s);
        QCOMPARE(line->variables.at(u"A"_s), u"1"_s);
        QCOMPARE(line->variables.at(u"B"_s), u"x=y"_s);
        QCOMPARE(line->language, u"zh_TW"_s);
        QCOMPARE(line->theme, u"light"_s);
        QCOMPARE(line->size, QSize(1280, 800));
        QCOMPARE(line->timeoutMs, 2500);
        QCOMPARE(line->outputFolder, u"o"_s);
        QCOMPARE(line->paths, QStringList{u"."_s});
    }

    void nothingIsFine()
    {
        const auto line = app::parseCommandLine({u"consilium"_s});
        QVERIFY(line.has_value());
        QVERIFY(line->archives.isEmpty() && line->paths.isEmpty() && line->answer.isEmpty() && !line->size.isValid());
    }

    void refusesMistakes_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("named"); // what the message must name
        QTest::newRow("unknown option") << QStringList{u"--frobnicate"_s} << u"frobnicate"_s;
        QTest::newRow("no value") << QStringList{u"--study"_s} << u"--help"_s;
        QTest::newRow("not an address") << QStringList{u"--archive"_s, u"127.0.0.1:8042"_s} << u"127.0.0.1:8042"_s;
        QTest::newRow("other scheme") << QStringList{u"--archive"_s, u"ftp://a"_s} << u"ftp://a"_s;
        QTest::newRow("query") << QStringList{u"--archive"_s, u"http://host/dicom-web?x=1"_s}
                               << u"http://host/dicom-web"_s;
        QTest::newRow("no host") << QStringList{u"--archive"_s, u"http:///rs"_s} << u"http:///rs"_s;
        QTest::newRow("size") << QStringList{u"--size"_s, u"big"_s} << u"big"_s;
        QTest::newRow("absurd size") << QStringList{u"--size"_s, u"99999x10"_s} << u"99999x10"_s;
        QTest::newRow("language") << QStringList{u"--language"_s, u"fr"_s} << u"fr"_s;
        QTest::newRow("theme") << QStringList{u"--theme"_s, u"pink"_s} << u"pink"_s;
        QTest::newRow("uid") << QStringList{u"--study"_s, u"../etc"_s} << u"../etc"_s;
        QTest::newRow("accession") << QStringList{u"--accession"_s, u"A*"_s} << u"A*"_s;
        QTest::newRow("two studies") << QStringList{u"--study"_s, u"1.2"_s, u"--accession"_s, u"A"_s} << u"one"_s;
        QTest::newRow("link") << QStringList{u"consilium://settings?x=1"_s} << u"link"_s;
        QTest::newRow("path") << QStringList{u"/nonexistent/folder"_s} << u"/nonexistent/folder"_s;
        QTest::newRow("scenario") << QStringList{u"--scenario"_s, u"/nonexistent.actions"_s}
                                  << u"/nonexistent.actions"_s;
        QTest::newRow("headless alone") << QStringList{u"--headless"_s} << u"--scenario"_s;
        QTest::newRow("variable alone") << QStringList{u"--var"_s, u"A=1"_s} << u"--scenario"_s;
        QTest::newRow("variable") << QStringList{u"--var"_s, u"=1"_s} << u"=1"_s;
    }
    void refusesMistakes()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, named);
        arguments.prepend(u"consilium"_s);
        const auto line = app::parseCommandLine(arguments);
        QVERIFY(!line.has_value());
        QCOMPARE(line.error().code, ErrorCode::InvalidArgument);
        QVERIFY2(line.error().detail.contains(named), qPrintable(line.error().detail));
    }

    void saysWhatIsTrueOfAScenarioFile()
    {
        const auto folder = app::parseCommandLine({u"consilium"_s, u"--scenario"_s, QDir::tempPath()});
        QVERIFY(!folder.has_value());
        QVERIFY(!folder.error().detail.contains(u"exist"_s));
    }

    void opensWhatIsThere()
    {
        const auto line = app::parseCommandLine({u"consilium"_s, u"/nonexistent/one"_s, u"."_s});
        QVERIFY(line.has_value());
        QCOMPARE(line->paths, QStringList{u"."_s});
        QCOMPARE(line->missingPaths, QStringList{u"/nonexistent/one"_s});
        QTemporaryFile scenario;
        QVERIFY(scenario.open());
        QVERIFY(!app::parseCommandLine(
                     {u"consilium"_s, u"--scenario"_s, scenario.fileName(), u"/nonexistent/one"_s, u"."_s})
                     .has_value());
    }

    // Who clicks on a link that cannot be read learns it on the screen, in the window that runs or in a new one.
    void aRefusedLinkIsToldInTheWindow()
    {
        const QString bad = u"consilium://settings?x=1"_s;
        const auto line = app::parseForWindow({u"consilium"_s, bad, QDir::currentPath()});
        QVERIFY(line.has_value());
        QCOMPARE(line->refusedLink, bad);
        QVERIFY(!line->request && line->canBeHandedOver);
        QCOMPARE(line->paths, QStringList{QDir::currentPath()});
        const auto message = app::decodeHandOver(app::encodeHandOver(app::toHandOver(*line)));
        QVERIFY(message.has_value());
        QCOMPARE(message->refusedLink, bad);
        QVERIFY(message->link.isEmpty());
        const auto endless = app::parseForWindow({u"consilium"_s, bad + QString(50'000, u'x')});
        QVERIFY(endless && app::decodeHandOver(app::encodeHandOver(app::toHandOver(*endless))).has_value());
        QVERIFY(!app::parseForWindow({u"consilium"_s, bad, u"--language"_s, u"fr"_s}).has_value());
        QVERIFY(!app::parseForWindow({u"consilium"_s, bad, u"--study"_s, u"1.2"_s}).has_value());
        QVERIFY(!app::parseForWindow({u"consilium"_s, bad, u"--scenario"_s, u"/x"_s}).has_value());
    }

    // As a desktop starts it: a link, or files by their addresses.
    void linksAndAddresses()
    {
        const QString here = QDir::currentPath();
        const auto line = app::parseCommandLine(
            {u"consilium"_s, u"consilium://IHEInvokeImageDisplay?requestType=STUDY&accessionNumber=A1"_s,
             QUrl::fromLocalFile(here).toString()});
        QVERIFY2(line.has_value(), line ? "" : qPrintable(line.error().detail));
        QCOMPARE(line->request->accession, u"A1"_s);
        QCOMPARE(line->paths, QStringList{here});
        QVERIFY(line->canBeHandedOver);
        const app::HandedOver message = app::toHandOver(*line);
        QCOMPARE(message.paths, QStringList{here});
        QCOMPARE(app::parseStudyLink(message.link).value(), *line->request);
        QVERIFY(app::parseCommandLine({u"consilium"_s, u"--study-uid"_s, u"1.2"_s})->canBeHandedOver);
        QVERIFY(!app::parseCommandLine({u"consilium"_s, u"--another"_s})->canBeHandedOver);
        QVERIFY(app::passedOverText(*line).isEmpty());
        // How the window looks is the running program's; what is to be opened is handed over all the same.
        const auto look = app::parseCommandLine({u"consilium"_s, u"--language"_s, u"en"_s, u"--size"_s, u"1400x900"_s,
                                                 u"--theme"_s, u"dark"_s, u"--accession"_s, u"A1"_s});
        QVERIFY(look && look->canBeHandedOver);
        const QString told = app::passedOverText(*look);
        for (const QString &option : {u"--language"_s, u"--size"_s, u"--theme"_s, u"--another"_s})
            QVERIFY2(told.contains(option), qPrintable(told));
        QVERIFY(!told.contains(u"--accession"_s));
        QVERIFY(!app::parseCommandLine({u"consilium"_s, u"--another"_s, u"--size"_s, u"1400x900"_s})->canBeHandedOver);
        QVERIFY(!app::parseCommandLine({u"consilium"_s, u"--archive"_s, u"http://h/rs"_s})->canBeHandedOver);
    }

    void neverRepeatsAPassword()
    {
        const auto line = app::parseCommandLine({u"consilium"_s, u"--archive"_s, u"http://user:geheim@host/rs"_s});
        QVERIFY(!line.has_value());
        QVERIFY(!line.error().detail.contains(u"geheim"_s));
        for (const auto &url :
             {u"ftp://user:geheim@host/rs"_s, u"http://host/rs?token=geheim"_s, u"http://a b@c/#geheim"_s}) {
            const auto refused = app::parseCommandLine({u"consilium"_s, u"--archive"_s, url});
            QVERIFY(!refused.has_value());
            QVERIFY2(!refused.error().detail.contains(u"geheim"_s), qPrintable(refused.error().detail));
        }
    }

    void helpAndVersionAnswer()
    {
        QVERIFY(app::parseCommandLine({u"consilium"_s, u"--help"_s})->answer.contains(u"--archive"_s));
        QVERIFY(app::parseCommandLine({u"consilium"_s, u"--version"_s})->answer.startsWith(u"Consilium "_s));
    }

    /// Words and names of options stay whole in Chinese too, where there are no spaces.
    void helpIsCutBetweenWords()
    {
        const QString text = u"由已在运行的程序打开所请求的内容，--language、--theme 和 --size 不被采用。"_s;
        for (int columns = 24; columns < 80; ++columns) {
            const QStringList lines = app::wrappedWords(text, columns);
            QCOMPARE(lines.join(QString()).remove(u' '), QString(text).remove(u' '));
            for (const QString &line : lines) {
                int width = 0;
                for (const QChar c : line)
                    width += c.unicode() >= 0x2E80 ? 2 : 1;
                QVERIFY2(width <= columns, qPrintable(line));
                QVERIFY2(!line.startsWith(u'，') && !line.startsWith(u'、') && !line.startsWith(u'。'),
                         qPrintable(line));
            }
            for (const QString &word : {u"--language"_s, u"--theme"_s, u"--size"_s})
                QVERIFY2(lines.filter(word).size() == 1, qPrintable(lines.join(u'|')));
        }
        QCOMPARE(app::wrappedWords(u"one two three"_s, 8), (QStringList{u"one two"_s, u"three"_s}));
        QCOMPARE(app::wrappedWords(u"abcdefghij"_s, 4), (QStringList{u"abcd"_s, u"efgh"_s, u"ij"_s}));
        const QStringList help = app::parseCommandLine({u"consilium"_s, u"--help"_s})->answer.split(u'\n');
        QVERIFY(help.filter(u"@"_s).isEmpty());
        QVERIFY(help.filter(u"Longest time of the scenario in seconds."_s).size() == 1);
        for (const QString &line : help)
            QVERIFY2(line.size() <= 79, qPrintable(line));
    }

    void findsAValueEarly()
    {
        QCOMPARE(app::earlyValue({u"c"_s, u"--bad"_s, u"--language"_s, u"en"_s}, u"language"_s), u"en"_s);
        QCOMPARE(app::earlyValue({u"c"_s, u"--language=zh_TW"_s}, u"language"_s), u"zh_TW"_s);
        QCOMPARE(app::earlyValue({u"c"_s, u"--"_s, u"--language=zh_TW"_s}, u"language"_s), QString());
        QCOMPARE(app::earlyValue({u"c"_s, u"--language"_s}, u"language"_s), QString());
    }
};

CONSILIUM_TEST(SettingsCommandLine)
#include "SettingsCommandLine.moc"
