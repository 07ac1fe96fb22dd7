#include "viewer/documents/ClinicalText.h"
#include "tests/support/TestMain.h"
#include "tests/unit/documents/DocumentsFixture.h"
#include "viewer/documents/DocumentContent.h"

using namespace Qt::StringLiterals;
using namespace consilium;
using namespace consilium::documents;

class ClinicalTextTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void titlesParagraphsAndListsInOrder()
    {
        REQUIRE_DOCUMENTS(phantoms)
        const auto content = readDocument(test::bytesOf(phantoms.path(u"documents/summary.dcm"_s)));
        QVERIFY(content && content->clinical);
        QStringList texts;
        for (const Paragraph &paragraph : *content->clinical)
            texts << paragraph.text;
        QCOMPARE(texts, (QStringList{u"出院小结"_s, u"诊断"_s, u"肺结节待查"_s, u"One"_s, u"Two"_s}));
        QCOMPARE(content->clinical->front().style, Paragraph::Style::Heading);
    }
    void whatIsNoClinicalDocumentIsRefused()
    {
        QVERIFY(!clinicalText("<html><title>x</title></html>"));
        QVERIFY(!clinicalText("<ClinicalDocument><title>cut"));
        QVERIFY(!clinicalText(QByteArray()));
        const auto empty = clinicalText("<ClinicalDocument><component><section/></component></ClinicalDocument>");
        QVERIFY(!empty);
        QCOMPARE(empty.error().detail, u"document without text"_s);
        const auto encoded =
            clinicalText("<ClinicalDocument><title>Letter</title><component><nonXMLBody><text mediaType="
                         "\"application/pdf\" representation=\"B64\">JVBERi0xLjQK</text></nonXMLBody></component>"
                         "</ClinicalDocument>");
        QVERIFY(!encoded);
        QCOMPARE(encoded.error().detail, u"document with an encoded body"_s);
    }
    /// What is not shown is never hidden.
    void aVeryLongDocumentSaysWhereItIsCut()
    {
        const auto document = [](int paragraphs) {
            return "<ClinicalDocument><component><section><text>" +
                   QByteArray("<paragraph>word</paragraph>").repeated(paragraphs) +
                   "</text></section></component></ClinicalDocument>";
        };
        const auto whole = clinicalText(document(50'000)), cut = clinicalText(document(50'001));
        QVERIFY(whole && cut);
        QCOMPARE(whole->size(), std::size_t(50'000));
        QCOMPARE(whole->back().text, u"word"_s);
        QCOMPARE(cut->size(), std::size_t(50'001));
        QCOMPARE(cut->back().style, Paragraph::Style::Entry);
        QVERIFY(cut->back().text != u"word"_s && !cut->back().text.isEmpty());
    }
    /// Nested entities and elements end soon, files are never read.
    void hostileDocumentsEndSoon()
    {
        QByteArray bomb = "<?xml version=\"1.0\"?><!DOCTYPE ClinicalDocument [<!ENTITY a \"aaaaaaaaaa\">";
        for (char c = 'b'; c <= 'j'; ++c)
            bomb += QByteArray("<!ENTITY ") + c + " \"" + QByteArray("&").append(char(c - 1)).append(';').repeated(10) +
                    "\">";
        bomb += "]><ClinicalDocument><title>&j;</title></ClinicalDocument>";
        QVERIFY(!clinicalText(bomb));
        QVERIFY(!clinicalText("<ClinicalDocument>" + QByteArray("<a>").repeated(5'000)));
        const auto file =
            clinicalText("<!DOCTYPE ClinicalDocument [<!ENTITY f SYSTEM "
                         "\"file:///etc/passwd\">]><ClinicalDocument><title>&f;</title></ClinicalDocument>");
        QVERIFY(!file || file->empty() || !file->front().text.contains(u"root"_s));
    }
};

CONSILIUM_TEST(ClinicalTextTest)
#include "ClinicalTextTest.moc"
