#include "viewer/dicom/PatientIndex.h"
#include "tests/support/TestMain.h"
#include "viewer/dicom/NameMatch.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace consilium;
using namespace consilium::dicom;

namespace
{

/// "ID/ISSUER/NAME/SEX/BORN@ARCHIVE"; an archive whose name ends with '+' names issuers.
PatientRecord record(const QString &text)
{
    const QStringList parts = text.section(u'@', 0, 0).split(u'/');
    PatientRecord one;
    one.identity.id = parts.value(0);
    one.identity.issuer = parts.value(1);
    one.identity.name = PersonName::parse(parts.value(2));
    one.identity.sex = parts.value(3);
    one.identity.birthDate = parts.value(4);
    one.archive = text.section(u'@', 1);
    one.isOneDomain = !one.archive.isEmpty() && !one.archive.endsWith(u'+');
    return one;
}

bool has(const PatientVerdict &verdict, MatchReason reason)
{
    return std::find(verdict.reasons.begin(), verdict.reasons.end(), reason) != verdict.reasons.end();
}

} // namespace

Q_DECLARE_METATYPE(consilium::dicom::SamePerson)
Q_DECLARE_METATYPE(consilium::dicom::MatchReason)
Q_DECLARE_METATYPE(consilium::dicom::NameAgreement)

/// Row 13: which studies of several archives are taken for one person's, which are offered, which are never.
class PatientIndexTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whoIsOnePerson_data()
    {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::addColumn<SamePerson>("same");
        const QString li = u"7/HOSP A/LI^SI=李^四/M/19700101@one+"_s;
        const auto row = [](const char *name, const QString &a, const QString &b, SamePerson same) {
            QTest::newRow(name) << a << b << same;
        };
        row("ID and issuer", li, u"7/HOSP A/LI^SI=李^四/M/19700101@two+"_s, SamePerson::Same);
        row("ID and issuer, name left out", li, u"7/HOSP A///19700101@two+"_s, SamePerson::Same);
        row("ID and issuer, nothing to compare", li, u"7/HOSP A//M/@two+"_s, SamePerson::Perhaps);
        row("ID and issuer, other sex", li, u"7/HOSP A/LI^SI=李^四/F/19700101@two+"_s, SamePerson::Contradicted);
        row("ID and issuer, other birth date", li, u"7/HOSP A/LI^SI=李^四/M/19700102@two+"_s, SamePerson::Contradicted);
        row("ID and issuer, other name", li, u"7/HOSP A/WANG^WU=王^五/M/19700101@two+"_s, SamePerson::Contradicted);
        row("ID and issuer, all is another", li, u"7/HOSP A/WANG^WU=王^五/F/19820101@two+"_s, SamePerson::Contradicted);
        row("other issuer", li, u"7/HOSP B/LI^SI=李^四/M/19700101@two+"_s, SamePerson::Perhaps);
        row("other issuer, other birth date", li, u"7/HOSP B/LI^SI=李^四/M/19700102@two+"_s, SamePerson::Other);
        row("one archive without issuers", u"7//LI^SI/M/19700101@one"_s, u"7//LI^SI/M/19700101@one"_s,
            SamePerson::Same);
        row("one archive without issuers, sex not said", u"7//LI^SI//19700101@one"_s, u"7//LI^SI/M/19700101@one"_s,
            SamePerson::Same);
        row("one archive without issuers, other sex", u"7//LI^SI/F/19700101@one"_s, u"7//LI^SI/M/19700101@one"_s,
            SamePerson::Contradicted);
        row("one archive, only images name the issuer", li.chopped(1), u"7//LI^SI=李^四/M/19700101@one"_s,
            SamePerson::Same);
        row("the same without a birth date", u"7/HOSP A/LI^SI/M/@one"_s, u"7//LI^SI/M/@one"_s, SamePerson::Perhaps);
        row("an archive that names issuers, not this one's", u"7//LI^SI/M/19700101@one+"_s,
            u"7//LI^SI/M/19700101@one+"_s, SamePerson::Perhaps);
        row("two archives without issuers", u"7//LI^SI/M/19700101@one"_s, u"7//LI^SI/M/19700101@two"_s,
            SamePerson::Perhaps);
        row("two archives, one number, two people", u"7//LI^SI/M/19700101@one"_s, u"7//WANG^WU/F/19820101@two"_s,
            SamePerson::Other);
        row("two archives, one number, other sex only", u"7//LI^SI/M/19700101@one"_s, u"7//LI^SI/F/19700101@two"_s,
            SamePerson::Contradicted);
        row("two numbers, all agrees", u"7//LI^SI/M/19700101@one"_s, u"8//LI^SI/M/19700101@two"_s, SamePerson::Perhaps);
        row("two numbers, no sex", u"7//LI^SI/M/19700101@one"_s, u"8//LI^SI//19700101@two"_s, SamePerson::Perhaps);
        row("two numbers, no birth date", u"7//LI^SI/M/19700101@one"_s, u"8//LI^SI/M/@two"_s, SamePerson::Other);
        row("two numbers, other sex", u"7//LI^SI/M/19700101@one"_s, u"8//LI^SI/F/19700101@two"_s, SamePerson::Other);
        row("no number", u"//LI^SI/M/19700101"_s, u"8//LI^SI/M/19700101@two"_s, SamePerson::Perhaps);
        row("other characters, same sound", u"7//WANG^LI=王^力/M/19700101@one"_s, u"8//WANG^LI=王^丽/M/19700101@two"_s,
            SamePerson::Other);
        row("Chinese and Latin", u"7//=王^力/M/19700101@one"_s, u"8//WANG^LI/M/19700101@two"_s, SamePerson::Perhaps);
        row("nothing at all", u"////"_s, u"////"_s, SamePerson::Other);
    }
    void whoIsOnePerson()
    {
        QFETCH(QString, a);
        QFETCH(QString, b);
        QFETCH(SamePerson, same);
        const PatientVerdict there = comparePatients(record(a), record(b)),
                             back = comparePatients(record(b), record(a));
        QCOMPARE(int(there.same), int(same));
        QVERIFY(there == back);
        QCOMPARE(verdictText(there).isEmpty(), same == SamePerson::Other);
    }
    /// What a person reads before they answer: what is wrong comes first.
    void saysWhy_data()
    {
        QTest::addColumn<QString>("b");
        QTest::addColumn<MatchReason>("first");
        QTest::addColumn<MatchReason>("further");
        QTest::newRow("sex") << u"7/HOSP A/LI^SI/F/19700101"_s << MatchReason::SexContradicts << MatchReason::SameId;
        QTest::newRow("birth date") << u"7/HOSP A/LI^SI/M/19700102"_s << MatchReason::BirthDateContradicts
                                    << MatchReason::NameAgrees;
        QTest::newRow("issuer") << u"7/HOSP B/LI^SI/M/19700101"_s << MatchReason::OtherIssuer
                                << MatchReason::BirthDateAgrees;
        QTest::newRow("number") << u"8/HOSP A/LI^SI/M/19700101"_s << MatchReason::OtherId << MatchReason::SexAgrees;
        QTest::newRow("no number") << u"//LI^SI/M/19700101"_s << MatchReason::NoId << MatchReason::NameAgrees;
        QTest::newRow("no issuer") << u"7//LI^SI/M/19700101"_s << MatchReason::IssuerUnknown << MatchReason::SameId;
        QTest::newRow("scripts") << u"8//=李^四/M/19700101"_s << MatchReason::OtherId << MatchReason::NameSoundsAlike;
    }
    void saysWhy()
    {
        QFETCH(QString, b);
        QFETCH(MatchReason, first);
        QFETCH(MatchReason, further);
        const PatientVerdict verdict = comparePatients(record(u"7/HOSP A/LI^SI/M/19700101"_s), record(b));
        QVERIFY(!verdict.reasons.empty());
        QCOMPARE(int(verdict.reasons.front()), int(first));
        QVERIFY(has(verdict, further));
    }
    void namesOfAllGroups_data()
    {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::addColumn<NameAgreement>("agreement");
        using Is = NameAgreement;
        QTest::newRow("case, spaces, punctuation") << u"O'Neil^Mary Ann"_s << u"ONEIL^MARY-ANN"_s << Is::Agrees;
        QTest::newRow("width") << u"ＬＩ^ＳＩ"_s << u"li^si"_s << Is::Agrees;
        QTest::newRow("Chinese in the first group") << u"李^四"_s << u"LI^SI=李^四"_s << Is::Agrees;
        QTest::newRow("a group contradicts") << u"WANG^LI=王^力"_s << u"WANG^LI=王^丽"_s << Is::Contradicts;
        QTest::newRow("sounds alike") << u"李^四"_s << u"LI^SI"_s << Is::SoundsAlike;
        QTest::newRow("kana, two ways") << u"==やまだ^たろう"_s << u"==ﾔﾏﾀﾞ^ﾀﾛｳ"_s << Is::Agrees;
        QTest::newRow("other kana") << u"==やまだ^たろう"_s << u"==すずき^たろう"_s << Is::Contradicts;
        QTest::newRow("no name") << QString() << u"LI^SI"_s << Is::Unknown;
    }
    void namesOfAllGroups()
    {
        QFETCH(QString, a);
        QFETCH(QString, b);
        QFETCH(NameAgreement, agreement);
        QCOMPARE(int(compareNames(PersonName::parse(a), PersonName::parse(b))), int(agreement));
        QCOMPARE(int(compareNames(PersonName::parse(b), PersonName::parse(a))), int(agreement));
    }
    /// What was said of a pair holds for just that pair, in either order, and not once one of them is described
    /// otherwise.
    void aPairIsNamedByWhatIsKnownOfBoth()
    {
        const PatientRecord one = record(u"7//LI^SI/M/19700101@one"_s), other = record(u"8//LI^SI/M/19700101@two"_s);
        const QString key = pairKey(one, other);
        QCOMPARE(key.size(), 64);
        QCOMPARE(pairKey(other, one), key);
        PatientRecord later = one;
        later.identity.issuer = u"HOSP A"_s; // images say more than lists
        later.identity.age = u"055Y"_s;
        later.identity.name = PersonName::parse(u"Li^Si"_s);
        QCOMPARE(pairKey(later, other), key);
        for (const QString &changed :
             {u"9//LI^SI/M/19700101@one"_s, u"7//LI^SAN/M/19700101@one"_s, u"7//LI^SI/F/19700101@one"_s,
              u"7//LI^SI/M/19700102@one"_s, u"7//LI^SI/M/19700101@three"_s, u"7//LI^SI=李^四/M/19700101@one"_s})
            QVERIFY2(pairKey(record(changed), other) != key, qPrintable(changed));
        // No two records run into one another.
        QVERIFY(pairKey(record(u"78//LI^SI/M/19700101@one"_s), record(u"//LI^SI/M/19700101@two"_s)) !=
                pairKey(record(u"7//LI^SI/M/19700101@one"_s), record(u"8//LI^SI/M/19700101@two"_s)));
    }
};

CONSILIUM_TEST(PatientIndexTest)
#include "PatientIndexTest.moc"
