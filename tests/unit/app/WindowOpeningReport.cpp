#include "app/windows/OpeningReport.h"
#include "tests/support/TestMain.h"

#include <QDateTime>

using namespace Qt::StringLiterals;
using namespace consilium;
using app::OpeningReport;

class WindowOpeningReport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysNothingWhenAllWentWell()
    {
        OpeningReport report;
        report.begin({u"/a"_s}, {}, 0);
        report.finish(9, 0);
        QVERIFY(report.notice().isEmpty());
        QVERIFY(!report.hasDetails());
    }

    void namesTheCause()
    {
        OpeningReport report;
        report.begin({u"/a"_s}, {}, 0);
        report.fail({ErrorCode::NoPixels, {}});
        report.finish(0, 0);
        QCOMPARE(report.notice(), u"There are no DICOM images in what was opened."_s);

        report.begin({u"/report.dcm"_s}, {}, 0); // a kind by name says more
        report.fail({ErrorCode::NoPixels, u"PDF document"_s});
        report.finish(0, 0);
        QCOMPARE(report.notice(), u"Nothing could be opened. The object contains no image (PDF document)."_s);

        report.begin({u"/a.dcm"_s}, {}, 0);
        report.refuse(u"/a.dcm"_s, {ErrorCode::DicomTruncated, {}});
        report.fail({ErrorCode::DicomTruncated, {}});
        report.finish(0, 1);
        QCOMPARE(report.notice(), u"Nothing could be opened. "_s + userMessage(Error{ErrorCode::DicomTruncated, {}}));
        QVERIFY(report.isFailure() && report.hasDetails());

        report.begin({u"/b"_s}, {}, 0); // what was refused before is no concern of this
        report.refuse(u"/b/1.dcm"_s, {ErrorCode::Conflict, {}});
        report.refuse(u"/b/2.dcm"_s, {ErrorCode::Conflict, {}});
        report.finish(7, 2);
        QVERIFY(report.notice().contains(u"another patient"_s, Qt::CaseInsensitive));
        // It stays over other studies: it says which opening it speaks of.
        const QString clock = QDateTime::fromMSecsSinceEpoch(0).toString(u"HH:mm"_s);
        QVERIFY2(report.notice().startsWith(u"Opened at %1: "_s.arg(clock)), qPrintable(report.notice()));
        QCOMPARE(report.refused().size(), size_t(2));

        report.begin({u"/c"_s}, {}, 0);
        report.refuse(u"/c/1.dcm"_s, {ErrorCode::DicomMalformed, {}});
        report.refuse(u"/c/2.dcm"_s, {ErrorCode::DicomTruncated, {}});
        report.finish(7, 2);
        QVERIFY(report.notice().contains(u"several reasons"_s));
    }

    void pathsOpenedTogetherAreToldTogether()
    {
        OpeningReport report;
        report.begin({u"/a"_s, u"/b"_s}, {u"/c"_s}, 0);
        report.refuse(u"/a/1.dcm"_s, {ErrorCode::DicomTruncated, {}});
        report.finish(3, 1);
        report.finish(4, 0);
        QVERIFY(report.notice().contains(u"/c"_s));
        QVERIFY(report.notice().contains(userMessage(Error{ErrorCode::DicomTruncated, {}})));
        report.begin({u"/d"_s}, {}, 0);
        report.finish(4, 0);
        QVERIFY(report.notice().isEmpty());
    }

    void studiesWithoutATabAreKept()
    {
        OpeningReport report;
        report.begin({u"/a"_s}, {}, 0);
        report.addUnopened(StudyUid(u"1.2"_s));
        report.addUnopened(StudyUid(u"1.3"_s));
        report.addUnopened(StudyUid(u"1.2"_s));
        report.finish(30, 0);
        QCOMPARE(report.unopened().size(), size_t(2));
        QVERIFY(report.notice().contains(u'2'));
        report.begin({u"/b"_s}, {}, 0);
        QCOMPARE(report.unopened().size(), size_t(2));
        report.addUnopened(StudyUid(u"1.4"_s)); // what is wanted last comes first, and is told by itself
        report.addUnopened(StudyUid(u"1.3"_s));
        report.finish(5, 0);
        QCOMPARE(report.unopened(), (std::vector{StudyUid(u"1.4"_s), StudyUid(u"1.3"_s), StudyUid(u"1.2"_s)}));
        QVERIFY2(report.notice().contains(u"2 studies were found and not opened, for want of a free tab; 3 are"_s),
                 qPrintable(report.notice()));
        report.markOpened(StudyUid(u"1.4"_s));
        QVERIFY(report.notice().contains(u"1 studies were found and not opened, for want of a free tab; 2 are"_s));
        report.markOpened(StudyUid(u"1.2"_s));
        report.markOpened(StudyUid(u"1.3"_s));
        QVERIFY(report.notice().isEmpty());
    }

    void namesAreLimitedTheCountIsNot()
    {
        OpeningReport report;
        report.begin({u"/a"_s}, {}, 0);
        for (int i = 0; i < 5000; ++i)
            report.refuse(u"/a/%1.dcm"_s.arg(i), {ErrorCode::DicomTruncated, {}});
        report.finish(0, 5000);
        QVERIFY(report.refused().size() < 5000);
        QCOMPARE(report.refusedCount(), 5000);
        QVERIFY(report.notice().contains(u"5000"_s) || report.notice().contains(u"5,000"_s));
    }
};

CONSILIUM_TEST(WindowOpeningReport)
#include "WindowOpeningReport.moc"
