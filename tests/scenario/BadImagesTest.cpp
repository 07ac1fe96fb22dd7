#include "tests/scenario/Workplace.h"
#include "tests/support/TestMain.h"
#include "tests/unit/app_bridge/FakeArchive.h"

#include <QFile>
#include <QTemporaryDir>

#include <vector>

using namespace Qt::StringLiterals;
using namespace consilium;
using consilium::test::FakeArchive;
using consilium::test::FaultReply;
using consilium::test::MinimalDicom;
using consilium::test::reply;
using consilium::test::Workplace;

namespace
{

constexpr auto relatedType = R"(multipart/related; type="application/octet-stream"; boundary=b)";
constexpr auto nativePart = "Content-Type: application/octet-stream; transfer-syntax=1.2.840.10008.1.2.1\r\n";

QByteArray multipart(const QByteArray &partHeader, const QByteArray &pixels)
{
    return "--b\r\n" + partHeader + "\r\n" + pixels + "\r\n--b--";
}

/// How the pixels of one image come, and what its view says then.
struct Case {
    FaultReply answer;
    QString chinese, english; ///< empty: it is shown
};

/// One image each, in the order of their numbers.
std::vector<Case> cases(const std::vector<MinimalDicom> &images)
{
    const auto pixelsOf = [&](std::size_t index) { return images[index].frameBytes(0); };
    const auto page = [](int status) { return reply(status, "text/html", "<html>Error</html>"); };
    const QString lost = u"The connection was lost."_s, odd = u"The archive's answer cannot be understood."_s;
    std::vector<Case> all;
    // Labelled as it should be.
    all.push_back({reply(200, relatedType, multipart(nativePart, pixelsOf(0))), {}, {}});
    // Cut short in the middle of the part, whatever was said about its length.
    all.push_back({reply(200, relatedType, multipart(nativePart, pixelsOf(1)).left(120)), u"连接已中断。"_s, lost});
    // Under another boundary than the one announced: the parts are found all the same.
    all.push_back({reply(200, "multipart/related; boundary=XYZ", multipart(nativePart, pixelsOf(2))), {}, {}});
    // The part names another image.
    all.push_back({reply(200, relatedType,
                         multipart("Content-Type: application/octet-stream\r\nContent-Location: /dicom-web/studies/" +
                                       images[3].study.toLatin1() + "/instances/1.2.3/frames/1\r\n",
                                   pixelsOf(3))),
                   u"无法理解归档的应答。"_s, odd});
    // Two parts where one was asked for.
    all.push_back(
        {reply(200, relatedType, "--b\r\n\r\none\r\n--b\r\n\r\ntwo\r\n--b--"), u"无法理解归档的应答。"_s, odd});
    // Called JPEG 2000, and is none.
    all.push_back({reply(200, relatedType,
                         multipart("Content-Type: image/jp2; transfer-syntax=1.2.840.10008.1.2.4.90\r\n", pixelsOf(5))),
                   u"图像数据已损坏。"_s, u"The image data are damaged."_s});
    all.push_back({page(200), u"无法理解归档的应答。"_s, odd});
    all.push_back(
        {page(401), u"归档要求登录，但尚未设置登录方式。"_s, u"The archive wants a sign-in, and none is set."_s});
    all.push_back({page(403), u"归档不允许此操作。"_s, u"The archive does not permit this."_s});
    all.push_back({page(404), u"归档无法提供此图像。"_s, u"The archive could not give this image."_s}); // it lists it
    all.push_back({page(406), u"归档无法以可读取的形式提供所请求的内容。"_s,
                   u"The archive does not offer this in a form that can be read."_s});
    // Asked again four times first; where the archive says when to come back, that is waited for.
    all.push_back({page(429), u"归档负载过高。"_s, u"The archive is overloaded."_s});
    all.push_back(
        {page(500), u"归档报告内部错误（HTTP 500）。"_s, u"The archive reports an internal error (HTTP 500)."_s});
    return all;
}

} // namespace

/// Row 14 of the clinical rules, from the line to the screen: an image that does not come as it should is not shown,
/// its view says why in the reader's language, and the others of its series are there.
class BadImagesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatDoesNotComeIsExplained_data()
    {
        QTest::addColumn<QString>("tongue");
        QTest::newRow("zh_CN") << u"zh_CN"_s;
        QTest::newRow("en") << u"en"_s;
    }
    void whatDoesNotComeIsExplained()
    {
        QFETCH(QString, tongue);
        REQUIRE_WORKPLACE(place)
        const auto images = FakeArchive::series(int(cases(FakeArchive::series(20)).size()));
        const auto all = cases(images);
        const FakeArchive listing(FakeArchive::series(1));
        const FakeArchive archive(images, [&](const FakeArchive::Question &q) -> std::optional<FaultReply> {
            if (q.target.split('?').front().endsWith("/studies"))
                return reply(200, "application/dicom+json", listing.json({&listing.image(0)}));
            for (std::size_t i = 0; i < all.size(); ++i)
                if (q.what == "frame" && q.sop == images[i].sop.toLatin1())
                    return all[i].answer;
            return std::nullopt;
        });
        QString text = u"program language=%1\nsource bad url=%2 timeout=4s\nopen first\n"_s.arg(tongue, archive.url());
        text += u"wait until progress.expected == %1\n"_s.arg(all.size());
        for (std::size_t i = 0; i < all.size(); ++i) {
            const QString sentence = tongue == u"en"_s ? all[i].english : all[i].chinese;
            text += u"ShowPlane sop=%1\n"_s.arg(images[i].sop);
            if (sentence.isEmpty()) {
                // A value of the pattern that only this image has.
                const MinimalDicom &image = images[i];
                const int stored = (image.instanceNumber * 7919 + (image.columns + 2) * 31) & 0x0FFF;
                text += u"wait drawn\nexpect probe.stored pixel=2,1 == %1\n"_s.arg(stored);
            } else {
                text += u"wait until band.consequence name=ImageFailed == \"%1\"\n"
                        "expect band.kind name=ImageFailed == error\n"
                        "expect view.sop == %2\nexpect probe.stored pixel=2,1 absent\n"_s.arg(sentence, images[i].sop);
            }
        }
        const auto run = place.runText(u"bad-images.actions"_s, text);
        QVERIFY2(run.exitCode == 0, run.err.mid(run.err.indexOf("bad-images.actions")).constData());
    }
    /// Bytes too many, too few, or a part that contradicts itself: the pixels lie nobody knows where. None is shown as
    /// the image's, and none has a value.
    void whatHasAnotherLengthIsHatchedWhole()
    {
        REQUIRE_WORKPLACE(place)
        const auto images = FakeArchive::series(4);
        const FakeArchive listing(FakeArchive::series(1));
        const FakeArchive archive(images, [&](const FakeArchive::Question &q) -> std::optional<FaultReply> {
            if (q.target.split('?').front().endsWith("/studies"))
                return reply(200, "application/dicom+json", listing.json({&listing.image(0)}));
            const auto is = [&](std::size_t i) { return q.what == "frame" && q.sop == images[i].sop.toLatin1(); };
            const QByteArray part = nativePart;
            if (const QByteArray right = images[1].frameBytes(0); is(1))
                return reply(200, relatedType, multipart(part, right.left(20) + QByteArray(12, 'x') + right.mid(20)));
            if (const QByteArray right = images[2].frameBytes(0); is(2))
                return reply(200, relatedType, multipart(part, right.left(20) + right.mid(32)));
            if (is(3))
                return reply(200, relatedType, multipart(part + "Content-Length: 1048\r\n", images[3].frameBytes(0)));
            return std::nullopt;
        });
        QString text =
            u"source bad url=%1 timeout=4s\nopen first\nwait until progress.expected == 4\n"_s.arg(archive.url());
        for (std::size_t i = 1; i < 3; ++i)
            text += u"ShowPlane sop=%1\nwait until bands contains PixelsDamaged\n"
                    "expect probe.stored pixel=0,0 absent\nexpect probe.value pixel=0,0 absent\n"
                    "expect probe.stored pixel=5,3 absent\nexpect probe.pixel pixel=0,0 == 0,0\n"_s.arg(images[i].sop);
        // The last one has its own length: what its part says of it means nothing.
        for (const MinimalDicom *right : {&images[0], &images[3]})
            text +=
                u"ShowPlane sop=%1\nwait drawn\nexpect band.kind name=PixelsDamaged absent\nexpect probe.stored pixel=0,0 == %2\n"_s
                    .arg(right->sop)
                    .arg((right->instanceNumber * 7919) & 0x0FFF);
        const auto run = place.runText(u"lengths.actions"_s, text);
        QVERIFY2(run.exitCode == 0, run.err.mid(run.err.indexOf("lengths.actions")).constData());
    }
    /// A file that ends in its pixels lacks its end: what is there is right, and what is hatched has no value.
    void whatIsMissingOfAFileHasNoValue()
    {
        REQUIRE_WORKPLACE(place)
        QTemporaryDir folder;
        const MinimalDicom image;
        QFile file(folder.filePath(u"cut.dcm"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(image.part10().chopped(24)); // two of four rows
        file.close();
        const QString text = u"source cut folder=%1\nopen first\nwait until bands contains PixelsDamaged\n"
                             "expect probe.stored pixel=0,1 == %2\nexpect probe.value pixel=0,1 == %2\n"
                             "expect probe.stored pixel=0,2 absent\nexpect probe.value pixel=0,2 absent\n"
                             "expect probe.stored pixel=5,3 absent\n"_s.arg(folder.path())
                                 .arg((image.instanceNumber * 7919 + image.columns * 31) & 0x0FFF);
        const auto run = place.runText(u"cut-file.actions"_s, text);
        QVERIFY2(run.exitCode == 0, run.err.mid(run.err.indexOf("cut-file.actions")).constData());
    }
};

CONSILIUM_TEST(BadImagesTest)
#include "BadImagesTest.moc"
