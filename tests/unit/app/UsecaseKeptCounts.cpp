#include "app/usecases/KeptCounts.h"
#include "app/usecases/MarkDraft.h"
#include "app/usecases/MarkDrafts.h"
#include "app/usecases/OutboxStore.h"
#include "tests/support/TestMain.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace consilium;

/// What is lost with a person's store.
class UsecaseKeptCounts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void marksDeletionsAndObjectsAreCounted()
    {
        const QTemporaryDir folder;
        auto store = store::LocalStore::open(folder.filePath(u"store"_s), QByteArray(32, 'k'));
        QVERIFY(store);
        QCOMPARE(app::countKept(*store).value(), app::KeptCounts());
        app::MarkDraft draft;
        draft.study = StudyUid(u"1.2.3"_s);
        draft.at = 1;
        session::Annotation key;
        key.kind = session::AnnotationKind::KeyImage;
        key.author = ActorId(u"local"_s);
        key.dataSet = DataSetId(u"1.2.3.4"_s);
        key.sop = SopInstanceUid(u"1.2.3.4.1"_s);
        key.text = u"113000"_s;
        for (const QString &id : {u"a"_s, u"b"_s}) {
            key.id = AnnotationId(id);
            draft.marks.push_back(key);
        }
        draft.removed = {AnnotationId(u"c"_s)};
        const QString drafts = QString::fromLatin1(app::MarkDrafts::recordKind);
        QVERIFY(store->put(drafts, u"1.2.3"_s, toCbor(draft)));
        QVERIFY(store->put(QString::fromLatin1(app::OutboxStore::entryKind), u"1"_s, "entry"));
        QVERIFY(store->put(QString::fromLatin1(app::OutboxStore::objectKind), u"1"_s, "object"));
        QCOMPARE(app::countKept(*store).value(), (app::KeptCounts{3, 1}));
        // One that this version cannot read: nobody knows how many.
        QVERIFY(store->put(drafts, u"4.5.6"_s, "nonsense"));
        QVERIFY(!app::countKept(*store));
    }
};

CONSILIUM_TEST(UsecaseKeptCounts)
#include "UsecaseKeptCounts.moc"
