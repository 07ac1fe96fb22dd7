#include "app/bridge/LeftOut.h"
#include "app/windows/OpeningReport.h"
#include "tests/support/TestMain.h"

#include <QDateTime>

using namespace Qt::StringLiterals;
using namespace consilium;
using app::OpeningReport;

class WindowOpeningReport : public QObject
{
    Q_OBJECT

    static dicom::StudyHeader study(const QString &uid, const QString &date, const QString &time = {},
                                    const QString &name = {})
    {
        dicom::StudyHeader header;
        header.uid = StudyUid(uid);
        header.date = date;
        header.time = time;
        header.patient.name.alphabetic = name;
        return header;
    }
    static QStringList uids(const OpeningReport &report)
    {
        QStringList all;
        for (const auto &header : report.unopened())
            all << header.uid.text();
        return all;
    }

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
        QCOMPARE(report.notice(), u"There are no DICOM images in what was opened. (Asked for: “a”.)"_s);

        report.begin({u"/report.dcm"_s}, {}, 0); // a kind by name says more
        report.fail({ErrorCode::NoPixels, u"PDF document"_s});
        report.finish(0, 0);
        QCOMPARE(report.notice(), u"Nothing could be opened. The object contains no image (PDF document). "_s
                                  u"(Asked for: “report.dcm”.)"_s);

        report.begin({u"/a.dcm"_s}, {}, 0);
        report.refuse(u"/a.dcm"_s, {ErrorCode::DicomTruncated, {}});
        report.fail({ErrorCode::DicomTruncated, {}});
        report.finish(0, 1);
        QCOMPARE(report.notice(), u"Nothing could be opened. "_s + userMessage(Error{ErrorCode::DicomTruncated, {}}) +
                                      u" (Asked for: “a.dcm”.)"_s);
        QVERIFY(report.isFailure() && report.hasDetails());

        report.begin({u"/b"_s}, {}, 0); // what was refused before is no concern of this
        report.refuse(u"/b/1.dcm"_s, {ErrorCode::Conflict, {}});
        report.refuse(u"/b/2.dcm"_s, {ErrorCode::Conflict, {}});
        report.finish(7, 2);
        QVERIFY(report.notice().startsWith(u"Another patient"_s));
        // It stays over other studies: it says which opening it speaks of.
        const QString clock = QDateTime::fromMSecsSinceEpoch(0).toString(u"HH:mm"_s);
        QVERIFY2(report.notice().endsWith(u" (Opened at %1.)"_s.arg(clock)), qPrintable(report.notice()));
        QCOMPARE(report.refused().size(), size_t(2));

        report.begin({u"/c"_s}, {}, 0);
        report.refuse(u"/c/1.dcm"_s, {ErrorCode::DicomMalformed, {}});
        report.refuse(u"/c/2.dcm"_s, {ErrorCode::DicomTruncated, {}});
        report.finish(7, 2);
        QVERIFY(report.notice().contains(u"several reasons"_s));
    }

    void namesBothOfOneUid()
    {
        OpeningReport report;
        report.begin({u"/a"_s}, {}, 0);
        report.refuse(u"/a/2.dcm"_s, {ErrorCode::Conflict, app::leftOut::ofOneUid}, u"/a/1.dcm"_s);
        report.finish(7, 1);
        QVERIFY2(report.notice().startsWith(u"1 files bear the UID of another file"_s), qPrintable(report.notice()));
        QVERIFY(!report.notice().contains(u"patient"_s) && report.isFailure() && report.hasDetails());
        const QString reason = report.reason(report.refused().front());
        QVERIFY2(reason.contains(u"SOP Instance UID"_s) && reason.contains(u"1.dcm"_s), qPrintable(reason));
    }

    // Another study may be in front: what did not open is called as it was asked for, the first of many.
    void namesWhatWasAskedFor()
    {
        OpeningReport report;
        report.begin({u"/media/TEST 1/"_s, u"/b/2.dcm"_s, u"/c"_s, u"/c"_s}, {}, 0);
        report.begin({u"/d"_s}, {}, 0); // while they are read
        for (int i = 0; i < 5; ++i) {
            report.fail({ErrorCode::NoPixels, {}});
            report.finish(0, 0);
        }
        QCOMPARE(report.notice(),
                 u"There are no DICOM images in what was opened. (Asked for: “TEST 1”, “2.dcm”, “c”, ….)"_s);
        report.begin({u"/e"_s}, {}, 0);
        report.finish(0, 0);
        QVERIFY2(report.notice().endsWith(u"(Asked for: “e”.)"_s), qPrintable(report.notice()));
    }

    /// The worst cause and a harmless one share no sentence, and the worst comes first.
    void eachCauseHasItsSentence_data()
    {
        QTest::addColumn<QList<Error>>("errors");
        QTest::addColumn<QString>("begin");
        QTest::addColumn<QString>("contained");
        QTest::addColumn<bool>("isFailure");
        const Error another{ErrorCode::Conflict, app::leftOut::ofAnother},
            nobody{ErrorCode::Conflict, app::leftOut::ofNobody}, open{ErrorCode::Conflict, app::leftOut::alreadyOpen},
            damaged{ErrorCode::DicomTruncated, {}};
        const QString isOpen = u"1 files were not opened: their study is open already, from the archive PACS 1."_s;
        QTest::newRow("open already") << QList{open} << isOpen << isOpen << false;
        QTest::newRow("another patient") << QList{another, another} << u"Another patient is named in 2 files: "_s
                                         << u"left out"_s << true;
        QTest::newRow("no patient") << QList{nobody} << u"No patient is named in 1 files, "_s << u"left out"_s << true;
        QTest::newRow("all") << QList{open, damaged, nobody, another} << u"Another patient is named in 1 files: "_s
                             << isOpen << true;
        QTest::newRow("open and damaged")
            << QList{open, damaged} << u"1 files were left out. The DICOM file ends too early."_s << isOpen << true;
    }
    void eachCauseHasItsSentence()
    {
        QFETCH(const QList<Error>, errors);
        QFETCH(const QString, begin);
        QFETCH(const QString, contained);
        QFETCH(const bool, isFailure);
        OpeningReport report;
        report.begin({u"/a"_s}, {}, 0);
        report.noteOpen(u"PACS 1"_s);
        for (const Error &error : errors)
            report.refuse(u"/a/1.dcm"_s, error);
        report.finish(60, int(errors.size()));
        QVERIFY2(report.notice().startsWith(begin), qPrintable(report.notice()));
        QVERIFY2(report.notice().contains(contained), qPrintable(report.notice()));
        QCOMPARE(report.isFailure(), isFailure);
        QCOMPARE(report.hasDetails(), true);
        QCOMPARE(report.refusedCount(), int(errors.size()));
        const bool hasDanger = errors.contains({ErrorCode::Conflict, app::leftOut::ofAnother});
        if (hasDanger)
            QVERIFY(report.reason(report.refused().front().error).startsWith(u"Another patient"_s));
    }

    /// Beyond so many names the worst are kept.
    void dangerIsListedWhateverCameBefore()
    {
        OpeningReport report;
        report.begin({u"/a"_s}, {}, 0);
        for (int i = 0; i < 3000; ++i)
            report.refuse(u"/a/%1.dcm"_s.arg(i), {ErrorCode::Conflict, app::leftOut::alreadyOpen});
        report.refuse(u"/a/danger.dcm"_s, {ErrorCode::Conflict, app::leftOut::ofAnother});
        report.finish(60, 3001);
        QCOMPARE(report.refused().front().path, u"/a/danger.dcm"_s);
        QVERIFY(report.refused().size() < 3000);
        QVERIFY(report.notice().contains(u"3000 files were not opened"_s));
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
        report.addUnopened(study(u"1.2"_s, u"20240101"_s));
        report.addUnopened(study(u"1.3"_s, u"20230101"_s));
        report.addUnopened(study(u"1.2"_s, u"20240101"_s));
        report.finish(30, 0);
        QCOMPARE(report.unopened().size(), size_t(2));
        QVERIFY(report.notice().contains(u'2'));
        QVERIFY(!report.isFailure() && report.hasDetails()); // they wait, and nothing went wrong
        report.begin({u"/b"_s}, {}, 0);
        QCOMPARE(report.unopened().size(), size_t(2));
        report.addUnopened(study(u"1.4"_s, u"20200101"_s)); // what is wanted last comes first, and is told by itself
        report.addUnopened(study(u"1.3"_s, u"20230101"_s));
        report.finish(5, 0);
        QCOMPARE(uids(report), (QStringList{u"1.3"_s, u"1.4"_s, u"1.2"_s}));
        QVERIFY2(report.notice().contains(u"2 studies were found and not opened, for want of a free tab; 3 are"_s),
                 qPrintable(report.notice()));
        report.markOpened(StudyUid(u"1.4"_s));
        QVERIFY(report.notice().contains(u"1 studies were found and not opened, for want of a free tab; 2 are"_s));
        report.markOpened(StudyUid(u"1.2"_s));
        report.markOpened(StudyUid(u"1.3"_s));
        QVERIFY(report.notice().isEmpty());
    }

    void theNewestStudyWaitsFirst()
    {
        OpeningReport report;
        report.begin({u"/a"_s}, {}, 0);
        report.addUnopened(study(u"1.1"_s, {}));
        report.addUnopened(study(u"1.2"_s, u"20200101"_s, u"0900"_s));
        report.addUnopened(study(u"1.3"_s, u"20240101"_s, {}, u"B"_s));
        report.addUnopened(study(u"1.4"_s, u"20240101"_s, {}, u"A"_s));
        report.addUnopened(study(u"1.5"_s, u"20200101"_s, u"101500"_s));
        QCOMPARE(uids(report), (QStringList{u"1.4"_s, u"1.3"_s, u"1.5"_s, u"1.2"_s, u"1.1"_s}));
    }

    /// Tabs come in order where a folder is read quickly; a slow one does not hold them up.
    void foundStudiesWaitForTheOthersAWhile()
    {
        const auto taken = [](OpeningReport &report, TimeMs nowMs) {
            QStringList all;
            for (const StudyUid &uid : report.takeHeld(nowMs))
                all << uid.text();
            return all;
        };
        OpeningReport report;
        report.begin({u"/a"_s, u"/b"_s}, {}, 0);
        report.hold(study(u"1.2"_s, u"20200101"_s), 100);
        report.hold(study(u"1.3"_s, u"20240101"_s), 1500);
        report.finish(7, 0);
        QCOMPARE(taken(report, 1900), QStringList()); // the second path is still read
        QCOMPARE(taken(report, 2100), (QStringList{u"1.3"_s, u"1.2"_s}));
        report.hold(study(u"1.4"_s, u"20200101"_s), 2200);
        QCOMPARE(taken(report, 2300), QStringList());
        report.finish(7, 0);
        QCOMPARE(taken(report, 2400), QStringList{u"1.4"_s});
        QCOMPARE(taken(report, 2500), QStringList());
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
