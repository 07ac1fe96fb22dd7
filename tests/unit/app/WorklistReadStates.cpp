#include "app/worklist/FilterBar.h"
#include "app/worklist/WorklistColumns.h"
#include "app/worklist/WorklistModel.h"
#include "tests/support/TestMain.h"

#include <map>

using namespace Qt::StringLiterals;
using namespace consilium;
using app::ReadState;
using app::WorklistModel;

namespace
{

app::WorklistRow row(const QString &uid, const QString &date, const QString &patient = {})
{
    app::WorklistRow made;
    made.study.uid = StudyUid(uid);
    made.study.date = date;
    made.study.patient.id = patient.isEmpty() ? u"T"_s + uid : patient;
    made.archive = ArchiveId(u"A"_s);
    return made;
}

struct List {
    std::map<StudyUid, ReadState> said;
    WorklistModel model;

    List()
    {
        model.setReadTest([this](const StudyUid &study) {
            const auto found = said.find(study);
            return found == said.end() ? ReadState::Unread : found->second;
        });
        auto urgent = row(u"1"_s, u"20260101"_s);
        urgent.urgency = app::Urgency::Stat;
        model.add({urgent, row(u"2"_s, u"20260102"_s), row(u"3"_s, u"20260103"_s), row(u"4"_s, u"20260104"_s)});
    }
    void say(const QString &study, ReadState state)
    {
        said[StudyUid(study)] = state;
        model.readChanged();
    }
    [[nodiscard]] QStringList shown() const
    {
        QStringList all;
        for (int i = 0; i < model.rowCount(); ++i)
            all << model.row(i).study.uid.text();
        return all;
    }
};

} // namespace

class WorklistReadStates : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachRowSaysItAndThatItIsProvisional()
    {
        List list;
        list.say(u"3"_s, ReadState::Claimed);
        list.say(u"2"_s, ReadState::Read);
        const auto text = [&](int row, int role) {
            return list.model.index(row, WorklistModel::Reading).data(role).toString();
        };
        QCOMPARE(list.shown(), (QStringList{u"1"_s, u"4"_s, u"3"_s, u"2"_s})); // the urgent one first, as before
        QCOMPARE(text(0, Qt::DisplayRole), u"Unread"_s);
        QCOMPARE(text(2, Qt::DisplayRole), u"Being read by me (provisional)"_s);
        QCOMPARE(text(3, Qt::DisplayRole), u"Read by me (provisional)"_s);
        for (int i = 0; i < 4; ++i)
            QVERIFY2(text(i, Qt::ToolTipRole).contains(u"only on this machine"_s),
                     qPrintable(text(i, Qt::ToolTipRole)));
        QCOMPARE(list.model.readCount(ReadState::Claimed), 1);
        QCOMPARE(list.model.readCount(ReadState::Read), 1);
        // Also for those who do not see the icon, in the patient's cell.
        const auto spoken = [&](int row) {
            return list.model.index(row, WorklistModel::Patient).data(Qt::AccessibleTextRole).toString();
        };
        QVERIFY(spoken(2).startsWith(u"Being read by me"_s));
        QVERIFY(!spoken(1).contains(u"read by me"_s));
    }

    void theFilterLeavesThoseOfOneState()
    {
        List list;
        list.say(u"3"_s, ReadState::Claimed);
        list.model.setReadFilter(u"unread"_s);
        QCOMPARE(list.shown(), (QStringList{u"1"_s, u"4"_s, u"2"_s}));
        list.say(u"4"_s, ReadState::Read); // it leaves the list as soon as it is said
        QCOMPARE(list.shown(), (QStringList{u"1"_s, u"2"_s}));
        list.model.setReadFilter(u"claimed"_s);
        QCOMPARE(list.shown(), (QStringList{u"3"_s}));
        list.model.setReadFilter(u"read"_s);
        QCOMPARE(list.shown(), (QStringList{u"4"_s}));
        list.model.setReadFilter({});
        QCOMPARE(list.model.rowCount(), 4);
    }

    // Nothing moves under the pointer because something was said; sorted by it, the urgent ones still come first.
    void sortedByItTheUrgentOnesStayOnTop()
    {
        List list;
        list.say(u"1"_s, ReadState::Read);
        list.say(u"3"_s, ReadState::Claimed);
        list.model.sort(WorklistModel::Reading, Qt::AscendingOrder);
        QCOMPARE(list.shown().front(), u"1"_s);
        QCOMPARE(list.shown().back(), u"3"_s);
        const QStringList before = list.shown();
        list.say(u"3"_s, ReadState::Unread);
        QCOMPARE(list.shown(), before);
        list.model.setUrgentFirst(false);
        QCOMPARE(list.shown().back(), u"1"_s);
    }

    // Under one Study Instance UID there may be another patient's study.
    void aRowIsFoundByStudyAndPatient()
    {
        List list;
        app::WorklistRow elsewhere = row(u"3"_s, u"20200101"_s, u"SOMEBODY-ELSE"_s);
        elsewhere.archive = ArchiveId(u"B"_s);
        list.model.add({elsewhere});
        dicom::PatientIdentity first, other, third;
        first.id = u"T3"_s;
        other.id = u"SOMEBODY-ELSE"_s;
        third.id = u"A-THIRD"_s;
        const int one = list.model.rowOf(StudyUid(u"3"_s), first), two = list.model.rowOf(StudyUid(u"3"_s), other);
        QVERIFY2(one >= 0 && two >= 0 && one != two,
                 qPrintable(u"%1 %2 of %3"_s.arg(one).arg(two).arg(list.shown().join(u' '))));
        QCOMPARE(list.model.row(two).study.patient.id, u"SOMEBODY-ELSE"_s);
        QCOMPARE(list.model.rowOf(StudyUid(u"3"_s), third), -1); // nothing is guessed
        QCOMPARE(list.model.rowOf(StudyUid(u"9"_s), first), -1);
        QCOMPARE(list.model.rowOf(StudyUid(u"2"_s), {}), list.model.indexOf(ArchiveId(u"A"_s), StudyUid(u"2"_s)));
    }

    void itsColumnIsOneThatIsChosen()
    {
        app::WorklistColumns columns;
        QVERIFY(!columns.isShown(WorklistModel::Reading));
        columns.setShown(WorklistModel::Reading, true);
        QVERIFY(app::WorklistColumns::fromText(columns.toText()).isShown(WorklistModel::Reading));
    }

    void theFilterBarOffersItWhereThereIsSomethingToChoose()
    {
        app::FilterBar bar;
        auto *chip = bar.findChild<app::ChoiceChip *>(u"readStateChip"_s);
        QVERIFY(chip && chip->isHidden());
        bar.offerReadStates();
        QVERIFY(!chip->isHidden());
        app::WorklistFilter filter;
        filter.readState = u"unread"_s;
        QVERIFY(filter.isRestricted());
        QVERIFY(!(filter == app::WorklistFilter()));
        bar.setFilter(filter);
        QCOMPARE(chip->value(), u"unread"_s);
        QVERIFY(bar.filter() == filter);
    }
};

CONSILIUM_TEST(WorklistReadStates)
#include "WorklistReadStates.moc"
