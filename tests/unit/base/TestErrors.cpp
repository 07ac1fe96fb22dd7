#include "base/Error.h"
#include "base/ReachReasons.h"
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

    /// An answer that is understood, and is somebody else's.
    void whatWasNotAskedForIsNamed()
    {
        const QString general = userMessage({ErrorCode::ProtocolViolation, {}});
        const QString patient =
            userMessage({ErrorCode::ProtocolViolation, QStringLiteral("an object of another patient came")});
        const QString study =
            userMessage({ErrorCode::ProtocolViolation, QStringLiteral("an object of another study came")});
        QVERIFY2(patient.contains(QStringLiteral("another patient")), qPrintable(patient));
        QVERIFY2(study.contains(QStringLiteral("another study")), qPrintable(study));
        QVERIFY(general != patient && general != study);
        QCOMPARE(userMessage({ErrorCode::Conflict, QStringLiteral("its images belong to another patient")}), patient);
    }

    void whatAProxySaysIsTold()
    {
        using namespace reachReason;
        for (const QLatin1StringView reason : {proxyAway, proxySignIn, proxyRefuses, proxyNoWay})
            QVERIFY(isOfProxy({ErrorCode::HostUnreachable, QStringLiteral("HTTP 407") + reason}));
        for (const QLatin1StringView reason : {nameUnknown, noRoute, noAnswer, portClosed})
            QVERIFY(!isOfProxy({ErrorCode::HostUnreachable, QStringLiteral("no proxy") + reason}));
        QVERIFY(!isOfProxy({ErrorCode::HostUnreachable, {}}));
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
