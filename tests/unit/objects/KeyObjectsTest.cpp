#include "viewer/objects/KeyObjects.h"
#include "tests/support/TestMain.h"
#include "tests/unit/objects/ObjectsFixture.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace consilium;
using namespace consilium::objects;
using test::imageOf;

namespace
{

KeyObjects someKeys()
{
    KeyObjects keys;
    keys.header = test::objectHeader();
    keys.header.seriesDescription = u"关键图像"_s;
    keys.title = codes::forReferringProvider;
    keys.reason = u"请看这两层\nsecond line"_s;
    keys.author = u"LI^MING=李^明"_s;
    keys.images = {imageOf(5), imageOf(2, 3), imageOf(2, 1), imageOf(1), imageOf(2, 9)};
    return keys;
}

Result<KeyObjects> readBack(const QByteArray &bytes)
{
    const auto object = dicom::readObject(bytes);
    return object ? readKeyObjects(*object) : fail(object.error());
}

} // namespace

class KeyObjectsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readAgainItIsTheSame()
    {
        const KeyObjects keys = someKeys();
        const auto read = readBack(test::fileOf(keys));
        QVERIFY(read);
        QCOMPARE(read->flaws.count, 0);
        QVERIFY(read->title == keys.title);
        QCOMPARE(read->reason, keys.reason);
        QCOMPARE(read->author, keys.author);
        QVERIFY(read->images == keys.images); // in their order
        QCOMPARE(read->header.sop.text(), keys.header.sop.text());
        QVERIFY(read->header.patient() == keys.header.patient());
    }
    void withoutReasonAndAuthor()
    {
        KeyObjects keys = someKeys();
        keys.reason.clear();
        keys.author.clear();
        const auto read = readBack(test::fileOf(keys));
        QVERIFY(read);
        QVERIFY(read->reason.isEmpty() && read->author.isEmpty());
        QCOMPARE(read->images.size(), keys.images.size());
    }
    void everyTitleIsValid()
    {
        NEEDS_DCIODVFY;
        test::ObjectFiles files;
        QVERIFY(keyImageTitles().size() >= 10);
        for (const Code &title : keyImageTitles()) {
            KeyObjects keys = someKeys();
            keys.title = title;
            VERIFY_DCIODVFY(files.add(test::fileOf(keys)), "KeyObjectSelectionDocument");
        }
    }
    /// A note about other objects than images names them as what they are.
    void aNoteAboutObjectsNamesThemAsSuch()
    {
        KeyObjects note = someKeys();
        note.title = codes::rejectedForQuality;
        note.images = {{SopClassUid(u"1.2.840.10008.5.1.4.1.1.88.59"_s), SopInstanceUid(u"2.25.7"_s), 0,
                        note.header.studyUid(), SeriesUid(u"2.25.8"_s)}};
        const QByteArray bytes = test::fileOf(note);
        const auto read = readBack(bytes);
        QVERIFY(read);
        QCOMPARE(read->images, note.images);
        NEEDS_DCIODVFY;
        NEEDS_PYDICOM;
        test::ObjectFiles files;
        const QString path = files.add(bytes);
        VERIFY_DCIODVFY(path, "KeyObjectSelectionDocument");
        const QJsonObject other = test::pydicomOf(path);
        QVERIFY(other[u"images"].toArray().isEmpty());
        QCOMPARE(other[u"objects"].toArray(), (QJsonArray{u"2.25.7"_s}));
    }
    void pydicomReadsTheSame()
    {
        NEEDS_PYDICOM;
        test::ObjectFiles files;
        const QJsonObject read = test::pydicomOf(files.add(test::fileOf(someKeys())));
        QCOMPARE(read[u"title"].toArray(), (QJsonArray{u"113002"_s, u"DCM"_s, u"For Referring Provider"_s}));
        QCOMPARE(read[u"reason"].toString(), u"请看这两层\r\nsecond line"_s);
        QCOMPARE(read[u"images"].toArray(), (QJsonArray{QJsonArray{imageOf(5).sop.text(), QJsonArray{}},
                                                        QJsonArray{imageOf(2).sop.text(), QJsonArray{3, 1}},
                                                        QJsonArray{imageOf(1).sop.text(), QJsonArray{}},
                                                        QJsonArray{imageOf(2).sop.text(), QJsonArray{9}}}));
        QCOMPARE(read[u"evidence"].toArray().size(), 3); // each object once
    }
    void whatCannotBeWrittenIsRefused()
    {
        const auto isRefused = [](const auto &change) {
            KeyObjects keys = someKeys();
            change(keys);
            const auto object = attributesOf(keys);
            return !object && object.error().code == ErrorCode::InvalidArgument;
        };
        QVERIFY(!isRefused([](auto &) {}));
        QVERIFY(isRefused([](auto &k) { k.images.clear(); }));
        QVERIFY(isRefused([](auto &k) { k.title = {}; }));
        QVERIFY(isRefused([](auto &k) { k.images[1].study = StudyUid(u"1.2.3"_s); }));
        QVERIFY(isRefused([](auto &k) { k.images[1].sop = SopInstanceUid(u"x"_s); }));
    }
    void imagesThatAreNotHere()
    {
        const KeyObjects keys = someKeys();
        const Flaws flaws = flawsAgainst(keys, [&](const SopInstanceUid &sop) -> std::optional<KnownImage> {
            if (sop == imageOf(5).sop)
                return std::nullopt;
            return KnownImage{4, 512, 512, keys.header.patient(), {}};
        });
        QCOMPARE(flaws.count, 2);
        QVERIFY((flaws.all[0].kind == Flaw::Kind::MissingImage && flaws.all[0].part == 0));
        QVERIFY((flaws.all[1].kind == Flaw::Kind::NoFrame && flaws.all[1].part == 4)); // the ninth of four
    }
};

CONSILIUM_TEST(KeyObjectsTest)
#include "KeyObjectsTest.moc"
