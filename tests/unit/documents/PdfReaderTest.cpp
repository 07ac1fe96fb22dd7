#include "viewer/documents/PdfReader.h"
#include "tests/support/TestMain.h"
#include "tests/unit/documents/DocumentsFixture.h"
#include "viewer/documents/DocumentContent.h"

#include <QElapsedTimer>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace consilium;
using namespace consilium::documents;

/// Pages drawn by the helper itself; hostile bytes.
class PdfReaderTest : public QObject
{
    Q_OBJECT

    static QString helper()
    {
        return qEnvironmentVariable("CONSILIUM_BIN", QStringLiteral(CONSILIUM_BUILD_DIR "/bin")) + u"/consilium-pdf"_s;
    }
    static int greyAt(const PdfPage &page, double xPt, double yFromBottomPt)
    {
        const int x = int(xPt / page.widthPt * page.width),
                  y = int((1.0 - yFromBottomPt / page.heightPt) * page.height);
        return static_cast<unsigned char>(page.pixels[(qsizetype(y) * page.width + x) * 4]);
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!QFile::exists(helper()))
            QSKIP("built without consilium-pdf");
    }
    void drawsThePageThatWasAskedFor()
    {
        REQUIRE_DOCUMENTS(phantoms)
        const auto content = readDocument(test::bytesOf(phantoms.path(u"documents/letter.dcm"_s)));
        QVERIFY(content && content->pdf);
        QCOMPARE(content->pdf->header.title, u"转诊信 Referral letter"_s);
        PdfReader reader({helper()});
        QSignalSpy opened(&reader, &PdfReader::opened), rendered(&reader, &PdfReader::rendered);
        reader.open(content->pdf->bytes);
        QTRY_COMPARE_WITH_TIMEOUT(opened.count(), 1, 30'000);
        QCOMPARE(opened.front().at(0).toInt(), 3);
        for (int page = 0; page < 3; ++page) {
            reader.render(page, 1.5);
            QTRY_COMPARE_WITH_TIMEOUT(rendered.count(), page + 1, 30'000);
            const auto drawn = rendered.back().at(0).value<PdfPage>();
            QCOMPARE(drawn.page, page);
            QCOMPARE(drawn.width, 918); // 612 points
            QCOMPARE(drawn.height, 1188);
            for (int square = 0; square < 3; ++square) // page n has its square at 100 n
                QCOMPARE(greyAt(drawn, 100.0 * (square + 1) + 50.0, 550.0), square == page ? 0 : 255);
        }
    }
    void aPageFarTooLargeIsDrawnSmaller()
    {
        REQUIRE_DOCUMENTS(phantoms)
        const auto content = readDocument(test::bytesOf(phantoms.path(u"documents/letter.dcm"_s)));
        QVERIFY(content && content->pdf);
        PdfReader reader({helper()});
        QSignalSpy rendered(&reader, &PdfReader::rendered);
        reader.open(content->pdf->bytes);
        reader.render(0, 1e9);
        QTRY_COMPARE_WITH_TIMEOUT(rendered.count(), 1, 60'000);
        const auto drawn = rendered.back().at(0).value<PdfPage>();
        QVERIFY(drawn.width <= 16'000 && drawn.height <= 16'000);
        QVERIFY(qsizetype(drawn.width) * drawn.height * 4 <= (96 << 20));
    }
    void brokenDocumentsFailWithAReason()
    {
        REQUIRE_DOCUMENTS(phantoms)
        const auto content = readDocument(test::bytesOf(phantoms.path(u"documents/letter.dcm"_s)));
        QVERIFY(content && content->pdf);
        const QByteArray whole = content->pdf->bytes;
        for (const QByteArray &bytes :
             {QByteArray("%PDF-1.4\nnothing"), whole.left(200), QByteArray("%PDF") + QByteArray(100'000, '\xff')}) {
            PdfReader reader({helper()});
            QSignalSpy opened(&reader, &PdfReader::opened), failed(&reader, &PdfReader::failed);
            reader.open(bytes);
            QTRY_VERIFY_WITH_TIMEOUT(opened.count() + failed.count() == 1, 30'000);
            QCOMPARE(failed.count(), 1);
            QCOMPARE(failed.front().at(0).value<Error>().code, ErrorCode::UnsupportedImage);
        }
    }
    /// Whatever the bytes are, the reader lives and gets an answer.
    void mutatedDocumentsNeverHarm()
    {
        REQUIRE_DOCUMENTS(phantoms)
        const auto content = readDocument(test::bytesOf(phantoms.path(u"documents/letter.dcm"_s)));
        QVERIFY(content && content->pdf);
        quint32 seed = 12345;
        const auto next = [&seed] { return seed = seed * 1664525U + 1013904223U; };
        for (int round = 0; round < 12; ++round) {
            QByteArray bytes = content->pdf->bytes;
            for (int i = 0; i < 20; ++i)
                bytes[qsizetype(next() % quint32(bytes.size()))] = char(next() >> 24);
            PdfReader reader({helper()});
            QSignalSpy opened(&reader, &PdfReader::opened), failed(&reader, &PdfReader::failed),
                rendered(&reader, &PdfReader::rendered), pageFailed(&reader, &PdfReader::pageFailed);
            reader.open(bytes);
            reader.render(0, 0.5);
            QTRY_VERIFY_WITH_TIMEOUT(opened.count() + failed.count() == 1, 30'000);
            QTRY_VERIFY_WITH_TIMEOUT(rendered.count() + pageFailed.count() == 1, 30'000);
        }
    }
    void aHelperThatIsMissingOrHangsIsSaid()
    {
        PdfReader none({u"/nowhere/consilium-pdf"_s});
        QSignalSpy failed(&none, &PdfReader::failed);
        none.open("%PDF-1.4");
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, 10'000);
        QCOMPARE(failed.front().at(0).value<Error>().code, ErrorCode::DecoderFailed);
        QTemporaryDir folder; // a program that never answers
        QFile slow(folder.filePath(u"slow"_s));
        QVERIFY(slow.open(QIODevice::WriteOnly) && slow.write("#!/bin/sh\nexec sleep 60\n") > 0);
        slow.close();
        QVERIFY(slow.setPermissions(QFile::ReadOwner | QFile::ExeOwner));
        PdfReader hanging({slow.fileName(), 300});
        QSignalSpy late(&hanging, &PdfReader::failed);
        QElapsedTimer clock;
        clock.start();
        hanging.open("%PDF-1.4");
        QTRY_COMPARE_WITH_TIMEOUT(late.count(), 1, 10'000);
        QCOMPARE(late.front().at(0).value<Error>().code, ErrorCode::DecoderFailed);
        QVERIFY(clock.elapsed() < 5'000);
    }
};

CONSILIUM_TEST(PdfReaderTest)
#include "PdfReaderTest.moc"
