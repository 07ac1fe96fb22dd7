#include "tests/scenario/SavedObjects.h"
#include "tests/scenario/Workplace.h"
#include "tests/support/Needs.h"
#include "tests/support/TestMain.h"

#include <QDirIterator>
#include <QJsonObject>
#include <QStandardPaths>

#include <map>

using namespace Qt::StringLiterals;
using namespace consilium::test;

/// Marks on colour images, in the program, an archive and other programs.
class MarkColoursTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// What is marked on a photograph and on grey images beside it: a state of each kind, the one of the photograph
    /// without anything of greys and with a profile of its colours; a second run reads both.
    void areKept()
    {
        REQUIRE_WORKPLACE(place)
        REQUIRE_ARCHIVE(archive)
        NEEDS(!QStandardPaths::findExecutable(u"dciodvfy"_s).isEmpty(), "no dciodvfy (Debian: dicom3tools)");
        QStringList files;
        for (QDirIterator each(place.phantom(u"colours"_s), QDir::Files); each.hasNext();)
            if (const QString path = each.next(); !path.endsWith(u"/state.dcm"_s)) // another program's
                files << path;
        QVERIFY(archive.storeFiles(files));
        const std::map<QString, QString> variables{{u"URL"_s, archive.url()},
                                                   {u"GREY"_s, trackingUid(u"grey-arrow"_s)},
                                                   {u"ARROW"_s, trackingUid(u"colour-arrow"_s)},
                                                   {u"NOTE"_s, trackingUid(u"colour-note"_s)}};
        for (const QString &name : {u"marks-colours"_s, u"marks-colours-again"_s}) {
            const Workplace::Run run =
                place.run(QStringLiteral(CONSILIUM_SOURCE_DIR "/tests/scenario/") + name + u".actions"_s, variables);
            QVERIFY2(run.exitCode == 0, run.err.constData());
        }
        const QTemporaryDir folder;
        const QJsonArray objects = savedObjects(archive.url(), u"TEST-LINK"_s, folder);
        QList<QJsonObject> grey, colour; // in the order in which they were written
        for (const auto &object : objects) {
            const QString sopClass = object[u"class"_s].toString();
            if (sopClass == u"1.2.840.10008.5.1.4.1.1.11.1"_s)
                grey << object.toObject();
            else if (sopClass == u"1.2.840.10008.5.1.4.1.1.11.2"_s)
                colour << object.toObject();
        }
        QCOMPARE(grey.size(), 1); // it was not changed
        QCOMPARE(colour.size(), 2);
        QCOMPARE(grey[0][u"annotations"_s].toArray().size(), 1);
        QCOMPARE(grey[0][u"annotations"_s][0][u"graphics"_s][0][2].toArray(), (QJsonArray{30.5, 30.5, 40.5, 34.5}));
        QCOMPARE(grey[0][u"shape"_s].toString(), u"IDENTITY"_s);
        QVERIFY(grey[0][u"profile"_s].toArray().isEmpty());
        const QJsonObject last = colour[1];
        QCOMPARE(last[u"images"_s].toArray(),
                 (QJsonArray{QJsonArray{u"1.2.826.0.1.3680043.8.498.77.80"_s, QJsonArray{}}}));
        QCOMPARE(last[u"annotations"_s].toArray().size(), 2);
        QCOMPARE(last[u"annotations"_s][0][u"graphics"_s][0][2].toArray(), (QJsonArray{10.5, 12.5, 22.5, 24.5}));
        QCOMPARE(last[u"annotations"_s][1][u"texts"_s][0][u"text"_s].toString(), u"看这里"_s);
        QCOMPARE(last[u"rotation"_s].toInt(), 90);
        QVERIFY(last[u"shape"_s].toString().isEmpty() && last[u"voi"_s].toArray().isEmpty() &&
                last[u"rescale"_s].toArray().isEmpty());
        QCOMPARE(last[u"profile"_s].toArray(), (QJsonArray{u"scnr"_s, u"RGB "_s, u"XYZ "_s, u"acsp"_s}));
    }
};

CONSILIUM_TEST(MarkColoursTest)
#include "MarkColoursTest.moc"
