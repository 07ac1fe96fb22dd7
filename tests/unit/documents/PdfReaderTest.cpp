#include "viewer/documents/PdfReader.h"
#include "tests/support/Needs.h"
#include "tests/support/TestMain.h"
#include "tests/unit/documents/DocumentsFixture.h"
#include "viewer/documents/DocumentContent.h"
#include "viewer/documents/PdfProtocol.h"

#include <QDir>
#include <QElapsedTimer>
#include <QSignalSpy>

#include <csignal>
#include <thread>
#include <unistd.h>

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

    /// A page of 200 x 200 points without any content of its own: black squares are the appearance of a remark at
    /// (20..80, 20..80), of a text field at (120..180, 120..180) and of a hidden remark at (120..180, 20..80).
    static QByteArray annotatedPdf()
    {
        const QByteArray square = "0 g 0 0 60 60 re f";
        const QList<QByteArray> objects = {
            "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [5 0 R] >> >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Annots [4 0 R 5 0 R 7 0 R] >>",
            "<< /Type /Annot /Subtype /FreeText /Rect [20 20 80 80] /F 4 /Contents (urgent) /DA (0 g) "
            "/AP << /N 6 0 R >> >>",
            "<< /Type /Annot /Subtype /Widget /FT /Tx /T (result) /V (positive) /Rect [120 120 180 180] /F 4 "
            "/DA (0 g) /AP << /N 6 0 R >> >>",
            "<< /Type /XObject /Subtype /Form /BBox [0 0 60 60] /Length " + QByteArray::number(square.size()) +
                " >>\nstream\n" + square + "\nendstream",
            "<< /Type /Annot /Subtype /FreeText /Rect [120 20 180 80] /F 2 /DA (0 g) /AP << /N 6 0 R >> >>"};
        QByteArray pdf = "%PDF-1.4\n", table = "0000000000 65535 f \n";
        for (qsizetype i = 0; i < objects.size(); ++i) {
            table += QByteArray::number(pdf.size()).rightJustified(10, '0') + " 00000 n \n";
            pdf += QByteArray::number(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
        }
        const QByteArray count = QByteArray::number(objects.size() + 1), at = QByteArray::number(pdf.size());
        return pdf + "xref\n0 " + count + '\n' + table + "trailer\n<< /Size " + count + " /Root 1 0 R >>\nstartxref\n" +
               at + "\n%%EOF\n";
    }
    /// Ends the processes of this name that this one started; how many.
    static int endChildren(const QByteArray &name)
    {
        int ended = 0;
        for (const QString &entry : QDir(u"/proc"_s).entryList(QDir::Dirs)) {
            const QByteArray stat = test::bytesOf(u"/proc/"_s + entry + u"/stat"_s);
            const QList<QByteArray> behind = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
            if (!stat.contains('(' + name + ')') || behind.size() < 2 || behind[1].toLongLong() != ::getpid())
                continue;
            ended += ::kill(entry.toInt(), SIGKILL) == 0 ? 1 : 0;
        }
        return ended;
    }

private Q_SLOTS:
    void initTestCase() { NEEDS(QFile::exists(helper()), "built without consilium-pdf"); }
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
    /// What is written over a page: remarks and stamps, and what was filled into a form.
    void annotationsAndFormFieldsAreDrawn()
    {
        PdfReader reader({helper()});
        QSignalSpy rendered(&reader, &PdfReader::rendered);
        reader.open(annotatedPdf());
        reader.render(0, 2.0);
        QTRY_COMPARE_WITH_TIMEOUT(rendered.count(), 1, 30'000);
        const auto drawn = rendered.front().at(0).value<PdfPage>();
        QCOMPARE(drawn.widthPt, 200.0);
        QCOMPARE(greyAt(drawn, 50.0, 50.0), 0);    // the remark
        QCOMPARE(greyAt(drawn, 150.0, 150.0), 0);  // the field
        QCOMPARE(greyAt(drawn, 50.0, 150.0), 255); // neither
        QCOMPARE(greyAt(drawn, 150.0, 50.0), 255); // a hidden remark
        QVERIFY(!drawn.isFormUncertain);
    }
    /// A form whose drawing is left to who shows it is said.
    void formsThatAreNotDrawnAreSaid_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::newRow("asked of the viewer")
            << QByteArray("[5 0 R] >>") << QByteArray("[5 0 R] /NeedAppearances true >>");
        QTest::newRow("a value without a picture")
            << QByteArray("/Rect [120 120 180 180] /F 4 /DA (0 g) /AP << /N 6 0 R >>")
            << QByteArray("/Rect [120 120 180 180] /F 4 /DA (0 g)");
        QTest::newRow("XFA") << QByteArray("[5 0 R] >>") << QByteArray("[5 0 R] /XFA 6 0 R >>");
    }
    void formsThatAreNotDrawnAreSaid()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QByteArray pdf = annotatedPdf();
        QVERIFY(pdf.contains(from));
        pdf.replace(from, to); // the table of places is then wrong, and found again as any reader does
        PdfReader reader({helper()});
        QSignalSpy rendered(&reader, &PdfReader::rendered);
        reader.open(pdf);
        reader.render(0, 1.0);
        QTRY_COMPARE_WITH_TIMEOUT(rendered.count(), 1, 30'000);
        QVERIFY(rendered.front().at(0).value<PdfPage>().isFormUncertain);
    }
    /// Threads of a pool come and go; the helper that one of them started stays.
    void aHelperOutlivesTheThreadThatStartedIt()
    {
        std::unique_ptr<platform::HelperProcess> process;
        const auto answers = [&process] {
            const PdfRequest request{PdfRequest::Open, 0, 1.0, 0};
            PdfAnswer answer;
            return process && process->send(&request, sizeof request) &&
                   process->receive(&answer, sizeof answer, 20'000) == platform::HelperProcess::Answer::Message;
        };
        bool didAnswer = false;
        std::thread([&] {
            auto started = platform::HelperProcess::start(helper(), pdfSharedBytes);
            process = started ? std::move(*started) : nullptr;
            didAnswer = answers(); // it runs, and has asked to be ended with its parent
        }).join();
        QVERIFY(didAnswer);
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
        QVERIFY(answers());
    }
    void aHelperEndedFromOutsideIsStartedAnew()
    {
        PdfReader reader({helper()});
        QSignalSpy opened(&reader, &PdfReader::opened), rendered(&reader, &PdfReader::rendered);
        reader.open(annotatedPdf());
        QTRY_COMPARE_WITH_TIMEOUT(opened.count(), 1, 30'000);
        QVERIFY(endChildren("consilium-pdf") > 0);
        std::this_thread::sleep_for(std::chrono::milliseconds(300));
        reader.render(0, 1.0);
        QTRY_COMPARE_WITH_TIMEOUT(rendered.count(), 1, 30'000);
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
