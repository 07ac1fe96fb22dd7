#include "base/Logging.h"
#include "tests/support/TestMain.h"

using namespace consilium;

class TestLogging : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void redaction_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("expected");
        QTest::newRow("plain") << QStringLiteral("http://archive:8042/dicom-web/studies")
                               << QStringLiteral("http://archive:8042/dicom-web/studies");
        QTest::newRow("query") << QStringLiteral("https://archive/dicom-web/studies?PatientID=4711&PatientName=TEST")
                               << QStringLiteral("https://archive/dicom-web/studies");
        QTest::newRow("uids") << QStringLiteral(
                                     "https://a/studies/1.2.840.113/series/1.2.3.4/instances/1.2.3.4.5/frames/1")
                              << QStringLiteral("https://a/studies/*/series/*/instances/*/frames/1");
        QTest::newRow("user") << QStringLiteral("https://reader:secret@archive/x#frag")
                              << QStringLiteral("https://archive/x");
        QTest::newRow("not a url") << QStringLiteral("http://[broken") << QStringLiteral("<url>");
    }

    void redaction()
    {
        QFETCH(const QString, url);
        QFETCH(const QString, expected);
        QCOMPARE(redactUrl(url), expected);
    }
};

CONSILIUM_TEST(TestLogging)
#include "TestLogging.moc"
