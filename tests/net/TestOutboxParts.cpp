#include "netclient/outbox/Backoff.h"
#include "netclient/outbox/ObjectFacts.h"
#include "netclient/outbox/OutboxList.h"
#include "netclient/outbox/Verdict.h"
#include "netclient/outbox/Words.h"
#include "tests/net/Await.h"
#include "tests/net/MinimalDicom.h"
#include "tests/support/TestMain.h"

#include <QtEndian>

using namespace consilium;
using namespace consilium::test;
using outbox::Entry;
using outbox::EntryId;
using outbox::Likeness;
using outbox::State;
using outbox::Why;

/// The parts of the outbox that know no line: what they say for each value that comes in.
class TestOutboxParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void entriesAsBytes();
    void bytesThatAreNoEntry();
    void backoff();
    void factsOfAnObject();
    void lengthsDoNotMatter();
    void likeness();
    void compressedPixels();
    void cutAndDamagedObjects();
    void turns();
    void holds();
    void everythingHasWords();
};

namespace
{

Entry entryOf(const QString &id, std::int64_t order)
{
    Entry entry;
    entry.id = EntryId(id);
    entry.order = order;
    entry.archive = ArchiveId(QStringLiteral("a"));
    entry.study = StudyUid(QStringLiteral("1.2"));
    entry.series = SeriesUid(QStringLiteral("1.2.3"));
    entry.sopClass = SopClassUid(QStringLiteral("1.2.840.10008.5.1.4.1.1.88.22"));
    entry.sop = SopInstanceUid(QStringLiteral("1.2.3.") + QString::number(order));
    entry.digest = QByteArray(32, '\x5A');
    return entry;
}

void put16(QByteArray &out, quint16 value)
{
    out.append(2, '\0');
    qToLittleEndian(value, out.data() + out.size() - 2);
}

void put32(QByteArray &out, quint32 value)
{
    out.append(4, '\0');
    qToLittleEndian(value, out.data() + out.size() - 4);
}

QByteArray tag(quint16 group, quint16 element)
{
    QByteArray out;
    put16(out, group);
    put16(out, element);
    return out;
}

// An element of explicit VR with a length of four bytes.
QByteArray longElement(quint16 group, quint16 element, const char *vr, quint32 length, const QByteArray &value)
{
    QByteArray out = tag(group, element) + vr;
    put16(out, 0);
    put32(out, length);
    return out + value;
}

QByteArray item(quint32 length, const QByteArray &value)
{
    QByteArray out = tag(0xFFFE, 0xE000);
    put32(out, length);
    return out + value;
}

QByteArray delimiter(quint16 element)
{
    QByteArray out = tag(0xFFFE, element);
    put32(out, 0);
    return out;
}

constexpr quint32 unknown = 0xFFFFFFFF;

// Content Sequence (0040,A730) of one item with one code value, with lengths or without.
QByteArray contentSequence(bool withLengths, const QByteArray &value)
{
    QByteArray inner = tag(0x0008, 0x0100) + "SH";
    put16(inner, quint16(value.size()));
    inner += value;
    if (withLengths) {
        const QByteArray whole = item(quint32(inner.size()), inner);
        return longElement(0x0040, 0xA730, "SQ", quint32(whole.size()), whole);
    }
    return longElement(0x0040, 0xA730, "SQ", unknown, item(unknown, inner + delimiter(0xE00D)) + delimiter(0xE0DD));
}

MinimalDicom report()
{
    MinimalDicom object;
    object.objectClass = "1.2.840.10008.5.1.4.1.1.88.22";
    return object;
}

outbox::ObjectFacts facts(const QByteArray &part10)
{
    const auto result = outbox::factsOf(part10);
    return result ? *result : outbox::ObjectFacts();
}

// The same file with another transfer syntax UID of the same length.
QByteArray withSyntax(QByteArray part10, const QByteArray &syntax)
{
    const qsizetype at = part10.indexOf("1.2.840.10008.1.2.1");
    return part10.replace(at, 19, syntax.leftJustified(19, '\0'));
}

} // namespace

void TestOutboxParts::entriesAsBytes()
{
    Entry entry = entryOf(QStringLiteral("e-1"), 7);
    entry.bytes = 5'000'000'000;
    entry.after = {SopInstanceUid(QStringLiteral("1.2.9")), SopInstanceUid(QStringLiteral("1.2.10"))};
    entry.queuedAt = 1'790'000'000'123;
    entry.tries = 3;
    entry.failures = 4;
    entry.fruitless = 2;
    entry.nextTryAt = 1'790'000'600'456;
    for (int why = 0; why <= int(Why::ReferenceRefused); ++why) {
        for (int state = 0; state <= int(State::Withdrawn); ++state) {
            entry.state = State(state);
            entry.trouble = {Why(why), {ErrorCode(why % 8), QStringLiteral("HTTP 503"), 503}, 0xA700 + why};
            entry.trouble.error.given = Error::Given::Password;
            const auto back = outbox::decodeEntry(outbox::encodeEntry(entry));
            VERIFY_VALUE(back);
            QCOMPARE(*back, entry);
        }
    }
}

void TestOutboxParts::bytesThatAreNoEntry()
{
    const QByteArray good = outbox::encodeEntry(entryOf(QStringLiteral("e-1"), 1));
    VERIFY_VALUE(outbox::decodeEntry(good));
    COMPARE_ERROR(outbox::decodeEntry({}), ErrorCode::InvalidArgument);
    COMPARE_ERROR(outbox::decodeEntry("[]"), ErrorCode::InvalidArgument);
    for (qsizetype size = 0; size < good.size(); ++size)
        COMPARE_ERROR(outbox::decodeEntry(good.left(size)), ErrorCode::InvalidArgument);
    const auto changed = [&](const char *from, const char *to) { return QByteArray(good).replace(from, to); };
    COMPARE_ERROR(outbox::decodeEntry(changed("\"version\":1", "\"version\":2")), ErrorCode::Unsupported);
    COMPARE_ERROR(outbox::decodeEntry(changed("\"queued\"", "\"posted\"")), ErrorCode::InvalidArgument);
    COMPARE_ERROR(outbox::decodeEntry(changed("\"tries\":0", "\"tries\":-1")), ErrorCode::InvalidArgument);
    COMPARE_ERROR(outbox::decodeEntry(changed("\"archive\":\"a\"", "\"archive\":\"\"")), ErrorCode::InvalidArgument);
}

void TestOutboxParts::backoff()
{
    const outbox::Backoff backoff{1'000, 60'000, 3'600'000};
    QCOMPARE(backoff.delayMs(1, -1, 0.0), 500);
    QCOMPARE(backoff.delayMs(1, -1, 1.0), 1'000);
    QCOMPARE(backoff.delayMs(4, -1, 1.0), 8'000);
    QCOMPARE(backoff.delayMs(7, -1, 1.0), 60'000);
    QCOMPARE(backoff.delayMs(2'000'000'000, -1, 1.0), 60'000);
    QCOMPARE(backoff.delayMs(2'000'000'000, -1, 0.5), 45'000);
    QCOMPARE(backoff.delayMs(9, 5'000, 0.0), 5'000); // as it was asked for, never sooner
    QCOMPARE(backoff.delayMs(9, 5'000, 1.0), 5'500);
    QCOMPARE(backoff.delayMs(1, 0, 0.0), 200);
    QCOMPARE(backoff.delayMs(1, 86'400'000, 0.0), 3'600'000);
}

void TestOutboxParts::factsOfAnObject()
{
    const MinimalDicom object = report();
    const auto found = outbox::factsOf(object.part10());
    VERIFY_VALUE(found);
    QCOMPARE(found->sop.text(), object.sop);
    QCOMPARE(found->study.text(), object.study);
    QCOMPARE(found->series.text(), object.series);
    QCOMPARE(found->sopClass.text(), QString::fromLatin1(object.objectClass));
    QCOMPARE(found->whole.size(), 32);
    COMPARE_ERROR(outbox::factsOf(withSyntax(object.part10(), "1.2.840.10008.1.2.2")), ErrorCode::UnsupportedSyntax);
    COMPARE_ERROR(outbox::factsOf(QByteArray(500, ' ')), ErrorCode::NotDicom);
}

void TestOutboxParts::lengthsDoNotMatter()
{
    const QByteArray head = report().part10();
    const auto one = facts(head + contentSequence(true, "121206"));
    const auto two = facts(head + contentSequence(false, "121206"));
    QVERIFY(!one.whole.isEmpty());
    QCOMPARE(one.whole, two.whole);
    QCOMPARE(one.content, two.content);
    const auto other = facts(head + contentSequence(false, "121207"));
    QVERIFY(other.content != one.content);
    // An empty sequence, and one whose end is marked.
    const auto empty = facts(head + longElement(0x0040, 0xA730, "SQ", 0, {}));
    const auto emptyOpen = facts(head + longElement(0x0040, 0xA730, "SQ", unknown, delimiter(0xE0DD)));
    QVERIFY(!empty.whole.isEmpty());
    QCOMPARE(empty.whole, emptyOpen.whole);
    QVERIFY(empty.whole != facts(head).whole);
    // In an archive that does not know the attribute (UN, and implicit VR inside: PS3.5 6.2.2).
    QByteArray inner = tag(0x0008, 0x0100);
    put32(inner, 6);
    inner += "121206";
    const QByteArray items = item(quint32(inner.size()), inner);
    const auto hidden = facts(head + longElement(0x0040, 0xA730, "UN", quint32(items.size()), items));
    QCOMPARE(hidden.whole, one.whole);
    // What only begins like an item is bytes as any other.
    const QByteArray bytes = item(6, "\1\2\3\4\5\6");
    const auto noItems = facts(head + longElement(0x0040, 0xA730, "UN", quint32(bytes.size()), bytes));
    QCOMPARE(noItems.whole.size(), 32);
    // Trailing padding.
    const auto padded =
        facts(head + contentSequence(true, "121206") + longElement(0xFFFC, 0xFFFC, "OB", 4, QByteArray(4, '\0')));
    QCOMPARE(padded.whole, one.whole);
}

void TestOutboxParts::likeness()
{
    const MinimalDicom object = report();
    const auto ours = facts(object.part10());
    const auto likenessOf = [&](const MinimalDicom &other) { return compared(ours, facts(other.part10())); };
    QVERIFY(likenessOf(object) == Likeness::Same);
    MinimalDicom corrected = object;
    corrected.patientName = QStringLiteral("OTHER^NAME");
    corrected.birthDate = QStringLiteral("19700101");
    corrected.studyDescription = QStringLiteral("OTHER");
    QVERIFY(likenessOf(corrected) == Likeness::Rewritten);
    MinimalDicom inOtherStudy = object, inOtherSeries = object, ofOtherClass = object, other = object;
    inOtherStudy.study += QStringLiteral("1");
    inOtherSeries.series += QStringLiteral("1");
    ofOtherClass.objectClass = "1.2.840.10008.5.1.4.1.1.88.33";
    other.bodyPart = QStringLiteral("CHEST");
    for (const MinimalDicom &one : {inOtherStudy, inOtherSeries, ofOtherClass, other})
        QVERIFY(likenessOf(one) == Likeness::Other);
    // The meta information is the sender's and the archive's own.
    MinimalDicom renamed = object;
    renamed.metaSop = QStringLiteral("1.2.3");
    QVERIFY(likenessOf(renamed) == Likeness::Same);
}

void TestOutboxParts::compressedPixels()
{
    MinimalDicom image;
    const QByteArray native = image.part10();
    const qsizetype pixelsAt = native.lastIndexOf(tag(0x7FE0, 0x0010));
    const QByteArray head = native.left(pixelsAt);
    const auto encapsulated = [&](const QByteArray &bytes) {
        return head + longElement(0x7FE0, 0x0010, "OB", unknown,
                                  item(0, {}) + item(quint32(bytes.size()), bytes) + delimiter(0xE0DD));
    };
    const QByteArray rle = "1.2.840.10008.1.2.5";
    const auto ours = facts(native), theirs = facts(withSyntax(encapsulated("rle1"), rle));
    QVERIFY(!theirs.whole.isEmpty());
    QVERIFY(compared(ours, theirs) == Likeness::Rewritten);
    // Other pixels under the same transfer syntax are another image.
    QVERIFY(compared(facts(withSyntax(encapsulated("rle2"), rle)), theirs) == Likeness::Other);
    MinimalDicom bright = image;
    bright.pixels = QByteArray(image.pixelBytes().size(), '\x11');
    QVERIFY(compared(ours, facts(bright.part10())) == Likeness::Other);
}

/// Whatever an archive sends: an error or a digest, never a fall, and never the digest of the whole object.
void TestOutboxParts::cutAndDamagedObjects()
{
    const QByteArray whole = report().part10() + contentSequence(false, "121206") + contentSequence(true, "121207");
    const QByteArray digest = facts(whole).whole;
    QCOMPARE(digest.size(), 32);
    for (qsizetype size = 0; size < whole.size(); ++size) {
        const auto cut = outbox::factsOf(whole.left(size));
        QVERIFY(!cut || cut->whole != digest);
    }
    for (qsizetype at = 132; at < whole.size(); ++at) {
        for (const char value : {'\x00', '\xFF', '\x7F'}) {
            QByteArray damaged = whole;
            damaged[at] = value;
            const auto result = outbox::factsOf(damaged);
            QVERIFY(!result || result->whole.size() == 32);
        }
    }
    QByteArray deep;
    for (int i = 0; i < 10'000; ++i)
        deep += longElement(0x0040, 0xA730, "SQ", unknown, item(unknown, {}));
    QVERIFY(!outbox::factsOf(report().part10() + deep));
}

void TestOutboxParts::turns()
{
    outbox::OutboxList list;
    const auto study = [](Entry entry, const char *uid) {
        entry.study = StudyUid(QLatin1String(uid));
        return entry;
    };
    list.add(study(entryOf(QStringLiteral("1"), 1), "1.1"), true);
    list.add(study(entryOf(QStringLiteral("2"), 2), "1.1"), true);
    list.add(study(entryOf(QStringLiteral("3"), 3), "1.2"), true);
    list.add(study(entryOf(QStringLiteral("4"), 4), "1.3"), false); // not yet durable
    list.add(study(entryOf(QStringLiteral("5"), 5), "1.3"), true);
    const auto ready = [&](TimeMs now) {
        QStringList ids;
        for (const EntryId &id : list.turns(now).ready)
            ids.push_back(id.text());
        return ids.join(QLatin1Char(' '));
    };
    QCOMPARE(ready(0), QStringLiteral("1 3"));
    list.find(EntryId(QStringLiteral("1")))->isActive = true;
    QCOMPARE(ready(0), QStringLiteral("3"));
    list.find(EntryId(QStringLiteral("1")))->entry.state = State::Sent;
    QCOMPARE(ready(0), QStringLiteral("2 3"));
    Entry &second = list.find(EntryId(QStringLiteral("2")))->entry;
    second.state = State::Waiting;
    second.nextTryAt = 5'000;
    QCOMPARE(ready(4'999), QStringLiteral("3"));
    QCOMPARE(list.turns(4'999).dueAt.value_or(-1), TimeMs(5'000));
    QCOMPARE(ready(5'000), QStringLiteral("2 3"));
    second.nextTryAt = 0; // for somebody, not for the clock
    QCOMPARE(ready(9'000'000), QStringLiteral("3"));
    list.find(EntryId(QStringLiteral("4")))->isDurable = true;
    QCOMPARE(ready(0), QStringLiteral("3 4"));
    list.find(EntryId(QStringLiteral("4")))->entry.state = State::Refused;
    list.find(EntryId(QStringLiteral("5")))->entry.after = {SopInstanceUid(QStringLiteral("1.2.3.4"))};
    QCOMPARE(ready(0), QStringLiteral("3"));
    QCOMPARE(list.turns(0).stuck, std::vector<EntryId>({EntryId(QStringLiteral("5"))}));
    list.remove(EntryId(QStringLiteral("4")));
    QCOMPARE(ready(0), QStringLiteral("3 5"));
    QCOMPARE(list.nextOrder(), std::int64_t(6));
}

void TestOutboxParts::holds()
{
    outbox::OutboxList list;
    const ArchiveId archive(QStringLiteral("a"));
    Entry elsewhere = entryOf(QStringLiteral("2"), 2);
    elsewhere.archive = ArchiveId(QStringLiteral("b"));
    list.add(entryOf(QStringLiteral("1"), 1), true);
    list.add(elsewhere, true);
    list.hold(archive, 1'000);
    QCOMPARE(list.turns(999).ready, std::vector<EntryId>({elsewhere.id}));
    QCOMPARE(list.turns(999).dueAt.value_or(-1), TimeMs(1'000));
    QCOMPARE(list.turns(1'000).ready.size(), std::size_t(2));
    list.hold(archive, 0);
    QCOMPARE(list.turns(9'000'000).ready.size(), std::size_t(1));
    list.release(archive);
    QCOMPARE(list.turns(0).ready.size(), std::size_t(2));
}

void TestOutboxParts::everythingHasWords()
{
    QSet<QString> states, reasons, whys;
    for (int state = 0; state <= int(State::Withdrawn); ++state) {
        QVERIFY(!outbox::stateName(State(state)).isEmpty());
        states.insert(outbox::stateText(State(state)));
    }
    QCOMPARE(states.size(), int(State::Withdrawn) + 1);
    for (int why = 1; why <= int(Why::ReferenceRefused); ++why) {
        QVERIFY(!outbox::whyName(Why(why)).isEmpty());
        const QString text = outbox::troubleText({Why(why), {ErrorCode::Timeout, {}}, 0});
        QVERIFY2(text.endsWith(QLatin1Char('.')), qPrintable(text));
        whys.insert(text);
    }
    QCOMPARE(whys.size(), int(Why::ReferenceRefused));
    QVERIFY(outbox::troubleText({}).isEmpty());
    for (const int reason : {0xA700, 0xA900, 0xC000, 0xC122, 0x0110, 0x0111, 0x0117, 0x0119, 0x0122, 0x0124, 0x9999}) {
        const QString text = outbox::failureReasonText(reason);
        QVERIFY2(text.contains(QString::number(reason, 16).toUpper()), qPrintable(text));
        reasons.insert(text);
    }
    QCOMPARE(reasons.size(), 11);
    Entry entry = entryOf(QStringLiteral("1"), 1);
    entry.state = State::Waiting;
    entry.trouble = {Why::Busy, {}, 0};
    entry.nextTryAt = 90'500;
    QVERIFY(outbox::describe(entry, 0).endsWith(QStringLiteral("91 s.")));
    QVERIFY(outbox::describe(entry, 90'500).endsWith(QStringLiteral("1 s.")));
    entry.nextTryAt = 7'000'000;
    QVERIFY(outbox::describe(entry, 0).endsWith(QStringLiteral("117 min.")));
    entry.state = State::Sent;
    QCOMPARE(outbox::describe(entry, 0), outbox::stateText(State::Sent));
}

CONSILIUM_TEST(TestOutboxParts)
#include "TestOutboxParts.moc"
