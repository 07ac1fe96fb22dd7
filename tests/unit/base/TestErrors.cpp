#include "base/Error.h"
#include "base/Result.h"
#include "tests/support/TestMain.h"

#include <QSet>

using namespace consilium;

class TestErrors : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyCodeHasItsOwnNameAndSentence()
    {
        QSet<QString> names, sentences;
        const int last = static_cast<int>(ErrorCode::Internal);
        for (int code = 0; code <= last; ++code) {
            const QString name = errorName(static_cast<ErrorCode>(code));
            const QString sentence = userMessage({static_cast<ErrorCode>(code), QStringLiteral("detail")});
            QVERIFY(!name.isEmpty());
            QVERIFY2(sentence.endsWith(QLatin1Char('.')), qPrintable(sentence));
            QVERIFY(!sentence.contains(QStringLiteral("detail")));
            names.insert(name);
            sentences.insert(sentence);
        }
        QCOMPARE(names.size(), last + 1);
        QCOMPARE(sentences.size(), last + 1);
        QCOMPARE(errorName(ErrorCode::NotFound), QStringLiteral("NotFound"));
        QCOMPARE(errorName(ErrorCode::ProtocolViolation), QStringLiteral("ProtocolViolation"));
    }

    void resultsCarryOneOrTheOther()
    {
        const auto half = [](int n) -> Result<int> {
            if (n % 2)
                return fail(ErrorCode::InvalidArgument, QStringLiteral("odd"));
            return n / 2;
        };
        QCOMPARE(*half(8), 4);
        QVERIFY(!half(3));
        QVERIFY(half(3).error() == (Error{ErrorCode::InvalidArgument, QStringLiteral("odd")}));
    }
};

CONSILIUM_TEST(TestErrors)
#include "TestErrors.moc"
