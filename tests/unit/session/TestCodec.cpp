#include "tests/support/TestMain.h"
#include "tests/unit/session/RandomActions.h"
#include "viewer/session/Codec.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>
#include <QJsonArray>
#include <QJsonDocument>

using namespace consilium;
using namespace consilium::session;

namespace
{

Envelope envelopeWith(const Action &action)
{
    Envelope envelope;
    envelope.id = 7;
    envelope.actor = ActorId(QStringLiteral("reader"));
    envelope.seq = 9;
    envelope.at = 1790000000123;
    envelope.gesture = 3;
    envelope.action = action;
    return envelope;
}

ViewerState randomState(std::uint64_t seed, int actions)
{
    test::RandomActions random(seed);
    ViewerState state;
    for (int i = 0; i < actions; ++i) {
        const Result<ViewerState> next = reduce(state, random.next(state, ActorId(QStringLiteral("reader"))));
        if (next)
            state = *next;
    }
    return state;
}

QJsonObject viaText(const QJsonObject &object)
{
    return *jsonObjectFrom(QJsonDocument(object).toJson(), maxStateBytes);
}

template<class... A>
QStringList namesOf(std::type_identity<std::variant<A...>>)
{
    return {QString::fromLatin1(A::name)...};
}

} // namespace

class TestCodec : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyActionBothWays()
    {
        QStringList seen;
        for (const Action &action : sampleActions()) {
            seen.append(nameOf(action));
            const Result<Action> cbor = actionFromCbor(toCbor(action));
            QVERIFY2(cbor, cbor ? "" : qPrintable(cbor.error().detail));
            QVERIFY(*cbor == action);
            const Result<Action> json = actionFromJson(viaText(toJson(action)));
            QVERIFY2(json, json ? "" : qPrintable(json.error().detail));
            QVERIFY(*json == action);
            const Envelope envelope = envelopeWith(action);
            QVERIFY(*envelopeFromCbor(toCbor(envelope)) == envelope);
            QVERIFY(*envelopeFromJson(viaText(toJson(envelope))) == envelope);
        }
        for (const QString &name : namesOf(std::type_identity<ActionVariant>{}))
            QVERIFY2(seen.contains(name), qPrintable(name));
    }

    /// A sample that leaves a field at its default would not notice that the field is not written.
    void samplesCoverEveryField()
    {
        QMap<QString, QSet<QString>> written;
        for (const Action &action : sampleActions()) {
            const QJsonObject object = toJson(action);
            for (const QString &field : object.constBegin()->toObject().keys())
                written[object.keys().front()].insert(field);
        }
        const auto check = [&]<class A>(std::type_identity<A>) {
            std::apply(
                [&](const auto &...f) {
                    for (const char *const name : {f.name...})
                        QVERIFY2(written[QString::fromLatin1(A::name)].contains(QString::fromLatin1(name)), name);
                },
                A::fields());
        };
        const auto all = [&]<class... A>(std::type_identity<std::variant<A...>>) {
            (check(std::type_identity<A>{}), ...);
        };
        all(std::type_identity<ActionVariant>{});
        QVERIFY(written[QStringLiteral("AddAnnotation")].size() == 1);
    }

    void randomEnvelopes()
    {
        test::RandomActions random(11);
        const ViewerState state = randomState(3, 300);
        for (int i = 0; i < 2000; ++i) {
            const Envelope envelope = envelopeWith(random.next(state, ActorId(QStringLiteral("a"))));
            QVERIFY(*envelopeFromCbor(toCbor(envelope)) == envelope);
            QVERIFY(*envelopeFromJson(viaText(toJson(envelope))) == envelope);
        }
    }

    void states()
    {
        for (std::uint64_t seed = 1; seed < 20; ++seed) {
            const ViewerState state = randomState(seed, 200);
            const Result<ViewerState> cbor = stateFromCbor(toCbor(state));
            const Result<ViewerState> json = stateFromJson(viaText(toJson(state)));
            QVERIFY2(cbor, cbor ? "" : qPrintable(cbor.error().detail));
            QVERIFY2(json, json ? "" : qPrintable(json.error().detail));
            QVERIFY(*cbor == state && *json == state);
            QCOMPARE(cbor->hash(), state.hash());
            QCOMPARE(json->hash(), state.hash());
        }
        QVERIFY(*stateFromCbor(toCbor(ViewerState())) == ViewerState());
    }

    /// The bytes on the wire, put together by hand from RFC 8949 and the ids of the field lists.
    void marksByThemselves()
    {
        std::vector<Annotation> marks;
        for (const AddAnnotation &sample : AddAnnotation::samples())
            marks.push_back(sample.annotation);
        QVERIFY(marks.size() >= 3);
        std::reverse(marks.begin(), marks.end()); // in the order in which they are given
        const auto read = annotationsFromCbor(toCbor(marks));
        QVERIFY(read && *read == marks);
        QVERIFY(annotationsFromCbor(toCbor(std::vector<Annotation>()))->empty());

        auto twice = marks;
        twice.push_back(marks.front());
        QCOMPARE(annotationsFromCbor(toCbor(twice)).error().code, ErrorCode::ProtocolViolation);
        auto wrong = marks;
        wrong.back().patientHandles.push_back({1e9, 0, 0}); // neither the number of handles nor a place in a patient
        QCOMPARE(annotationsFromCbor(toCbor(wrong)).error().code, ErrorCode::InvalidArgument);
        QCborMap newer = QCborValue::fromCbor(toCbor(marks)).toMap();
        newer[1] = 2;
        newer[2] = QStringLiteral("in another form");
        QCOMPARE(annotationsFromCbor(newer.toCborValue().toCbor()).error().code, ErrorCode::Unsupported);
        newer.remove(QCborValue(1));
        QCOMPARE(annotationsFromCbor(newer.toCborValue().toCbor()).error().code, ErrorCode::ProtocolViolation);
        const QByteArray whole = toCbor(marks);
        for (qsizetype size = 0; size < whole.size(); ++size)
            QVERIFY(!annotationsFromCbor(whole.left(size)));
    }

    void wireBytes()
    {
        Envelope envelope = envelopeWith(SetWindow{ViewId(QStringLiteral("v1")), DataSetId(QStringLiteral("1.2")),
                                                   Window{40, 400, VoiFunction::Sigmoid}});
        envelope.at = 1000;
        const QByteArray expected = QByteArray::fromHex("a7"               // map of 7
                                                        "0107"             // id 7
                                                        "0266726561646572" // actor "reader"
                                                        "0309"             // seq 9
                                                        "041903e8"         // at 1000
                                                        "0503"             // gesture 3
                                                        "0601"             // schema 1
                                                        "07a105"           // action: { 5 SetWindow:
                                                        "a3"
                                                        "01627631"   // view "v1"
                                                        "0263312e32" // data set "1.2"
                                                        "03a3"       // window
                                                        "01fb4044000000000000"
                                                        "02fb4079000000000000"
                                                        "0303"); // sigmoid
        QCOMPARE(toCbor(envelope).toHex(), expected.toHex());
    }

    void jsonIsForPeople()
    {
        const QJsonObject object =
            toJson(Action(SetZoomPan{ViewId(QStringLiteral("v2")), ZoomPan{SpanUnit::ImagePixels, 256, 0, -4}}));
        const QByteArray expected =
            R"({"SetZoomPan":{"view":"v2","zoomPan":{"across":256,"offsetAlongColumn":-4,"unit":"px"}}})";
        QCOMPARE(object, QJsonDocument::fromJson(expected).object());
    }

    /// What a newer program wrote passes through an older one.
    void unknownFieldsAreKept()
    {
        const Envelope envelope =
            envelopeWith(SetWindow{ViewId(QStringLiteral("v1")), DataSetId(QStringLiteral("1.2")), Window{40, 400}});
        QCborMap newer = QCborValue::fromCbor(toCbor(envelope)).toMap();
        newer[20] = QStringLiteral("signature");
        QCborMap action = newer[7].toMap(), fields = action[5].toMap(), window = fields[3].toMap();
        window[9] = QCborArray{1, 2.5};
        fields[3] = window;
        fields[8] = true;
        action[5] = fields;
        newer[7] = action;

        const Result<Envelope> read = envelopeFromCbor(QCborValue(newer).toCbor());
        QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
        QVERIFY(read->action == envelope.action);
        QVERIFY(sameMap(QCborValue::fromCbor(toCbor(*read)).toMap(), newer));
        // Through text and back as well.
        const QJsonObject text = viaText(toJson(*read));
        QCOMPARE(text.value(QStringLiteral("#20")).toString(), QStringLiteral("signature"));
        const Result<Envelope> again = envelopeFromJson(text);
        QVERIFY(again);
        QVERIFY(sameMap(QCborValue::fromCbor(toCbor(*again)).toMap(), newer));

        QJsonObject state = toJson(randomState(4, 100));
        state.insert(QStringLiteral("later"), 1);
        QVERIFY(stateFromJson(state));
    }

    void newerProgramsAreSaidToBeNewer()
    {
        QJsonObject envelope = toJson(envelopeWith(SetActiveView{ViewId(QStringLiteral("v1"))}));
        envelope[QStringLiteral("schema")] = 2;
        QVERIFY(envelopeFromJson(envelope).error().code == ErrorCode::Unsupported);
        envelope[QStringLiteral("schema")] = 1;
        envelope[QStringLiteral("action")] = QJsonObject{{QStringLiteral("SetPhase"), QJsonObject()}};
        QVERIFY(envelopeFromJson(envelope).error().code == ErrorCode::Unsupported);
        QJsonObject state = toJson(ViewerState());
        state[QStringLiteral("schema")] = 99;
        QVERIFY(stateFromJson(state).error().code == ErrorCode::Unsupported);
    }

    void wrongJson_data()
    {
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char *name, const char *text) { QTest::newRow(name) << QByteArray(text); };
        row("empty", "{}");
        row("no action", R"({"schema":1,"actor":"a"})");
        row("no schema", R"({"actor":"a","action":{"SetActiveView":{"view":"v1"}}})");
        row("no actor", R"({"schema":1,"action":{"SetActiveView":{"view":"v1"}}})");
        row("schema 0", R"({"schema":0,"actor":"a","action":{"SetActiveView":{"view":"v1"}}})");
        row("schema as text", R"({"schema":"1","actor":"a","action":{"SetActiveView":{"view":"v1"}}})");
        row("two actions",
            R"({"schema":1,"actor":"a","action":{"SetActiveView":{"view":"v1"},"RemoveAnnotation":{}}})");
        row("action as a list", R"({"schema":1,"actor":"a","action":[]})");
        row("fields as a list", R"({"schema":1,"actor":"a","action":{"SetActiveView":[1]}})");
        row("number for text", R"({"schema":1,"actor":"a","action":{"SetActiveView":{"view":1}}})");
        row("text for number", R"({"schema":1,"actor":"a","action":{"SetLayout":{"rows":"2"}}})");
        row("fraction for count", R"({"schema":1,"actor":"a","action":{"SetLayout":{"rows":2.5}}})");
        row("count too large", R"({"schema":1,"actor":"a","action":{"SetLayout":{"rows":4294967298}}})");
        row("negative id", R"({"schema":1,"id":-1,"actor":"a","action":{"SetLayout":{}}})");
        row("unknown enumerator", R"({"schema":1,"actor":"a","action":{"SetZoomPan":{"zoomPan":{"unit":"inch"}}}})");
        row("unknown kind of plane", R"({"schema":1,"actor":"a","action":{"ShowPlane":{"plane":{"index":3}}}})");
        row("two kinds of plane",
            R"({"schema":1,"actor":"a","action":{"ShowPlane":{"plane":{"image":{},"spatial":{}}}}})");
        row("short point", R"({"schema":1,"actor":"a","action":{"MoveHandle":{"to":{"patient":[1,2]}}}})");
        row("null point", R"({"schema":1,"actor":"a","action":{"MoveHandle":{"to":null}}})");
        row("huge number", R"({"schema":1,"actor":"a","action":{"MoveHandle":{"to":{"patient":[1,2,1e999]}}}})");
    }

    void wrongJson()
    {
        QFETCH(const QByteArray, text);
        const Result<QJsonObject> object = jsonObjectFrom(text, maxEnvelopeBytes);
        const Result<Envelope> envelope = object ? envelopeFromJson(*object) : fail(object.error());
        QVERIFY(!envelope);
        QVERIFY(!envelope.error().detail.isEmpty());
    }

    /// As large as a state may hold them, they fit into an envelope, in text too; what is no base64 is no table.
    void theLargestTablesFit()
    {
        GreyTables tables;
        tables.voi = ValueTable{-32768, 16, QByteArray(2 * 65536, '\xA5'), 1.0 / 64, -1e6, QString(64, QChar(0x9AA8))};
        tables.presentation = ValueTable{0, 16, QByteArray(2 * 4096, '\x5A'), 1, 0, QString(64, QChar(0x9AA8))};
        const Action action =
            SetGreyTables{ViewId(QStringLiteral("v64")), DataSetId(QString(256, QLatin1Char('1'))), tables};
        QVERIFY(reduce(ViewerState(), action));
        const Envelope envelope = envelopeWith(action);
        QVERIFY(toCbor(envelope).size() <= maxEnvelopeBytes);
        QVERIFY(*envelopeFromCbor(toCbor(envelope)) == envelope);
        const auto text =
            jsonObjectFrom(QJsonDocument(toJson(envelope)).toJson(QJsonDocument::Compact), maxEnvelopeBytes);
        QVERIFY(text);
        QVERIFY(*envelopeFromJson(*text) == envelope);
        const auto withEntries = [](const QString &entries) {
            const QJsonObject voi{{QStringLiteral("entries"), entries}};
            return actionFromJson(
                QJsonObject{{QStringLiteral("SetGreyTables"),
                             QJsonObject{{QStringLiteral("tables"), QJsonObject{{QStringLiteral("voi"), voi}}}}}});
        };
        QVERIFY(withEntries(QStringLiteral("AAD/Dw==")));
        QVERIFY(!withEntries(QStringLiteral("AAD/D?==")));
        // {120: {3: {1: {3: "x"}}}}: text where bytes are due.
        QVERIFY(actionFromCbor(QByteArray::fromHex("a11878a103a101a10342ff0f")));
        QVERIFY(!actionFromCbor(QByteArray::fromHex("a11878a103a101a1036178")));
    }

    void wrongCbor()
    {
        const QByteArray good = toCbor(envelopeWith(sampleActions().front()));
        QVERIFY(envelopeFromCbor(good));
        for (qsizetype length = 0; length < good.size(); ++length)
            QVERIFY(!envelopeFromCbor(good.left(length)));
        QVERIFY(!envelopeFromCbor(good + '\0'));
        QVERIFY(!envelopeFromCbor(QByteArray(100000, '\x81')));                  // 100,000 lists in one another
        QVERIFY(!envelopeFromCbor(QByteArray::fromHex("9bffffffffffffffff")));   // a list of 2^64 - 1
        QVERIFY(!envelopeFromCbor(QByteArray::fromHex("5b7fffffffffffffff00"))); // bytes without end
        QVERIFY(!envelopeFromCbor(QByteArray(maxEnvelopeBytes + 1, '\0')));
        // A field twice: two readers might see different things.
        QByteArray twice = QByteArray::fromHex("a1"
                                               "02"
                                               "a2"
                                               "01627631"
                                               "01627632");
        QVERIFY(actionFromCbor(QByteArray::fromHex("a1"
                                                   "02"
                                                   "a1"
                                                   "01627631")));
        QVERIFY(!actionFromCbor(twice));
        // not a number, as half, single and double
        for (const char *const nan : {"f97e00", "fa7fc00000", "fb7ff8000000000000", "f97c00"})
            QVERIFY(!actionFromCbor(QByteArray::fromHex(QByteArray("a105a10"
                                                                   "3a101") +
                                                        nan)));
        QVERIFY(actionFromCbor(QByteArray::fromHex("a105a103a101f93c00")));
    }

    void statesThatCannotBe()
    {
        const ViewerState state = randomState(6, 400);
        const QJsonObject good = toJson(state);
        const auto with = [&](const char *key, const QJsonValue &value) {
            QJsonObject object = good;
            object.insert(QString::fromLatin1(key), value);
            return stateFromJson(object);
        };
        QVERIFY(stateFromJson(good));
        const QJsonArray views = good.value(QStringLiteral("views")).toArray();
        const QJsonArray marks = good.value(QStringLiteral("annotations")).toArray();
        const QJsonArray presentations = good.value(QStringLiteral("presentations")).toArray();
        QVERIFY(!views.isEmpty() && !marks.isEmpty() && !presentations.isEmpty());
        const auto doubled = [](QJsonArray list) {
            list.append(list.first());
            return list;
        };
        QVERIFY(!with("views", doubled(views)));
        QVERIFY(!with("annotations", doubled(marks)));
        QVERIFY(!with("presentations", doubled(presentations)));
        const QJsonObject alignment{{QStringLiteral("from"), QStringLiteral("1.2")},
                                    {QStringLiteral("to"), QStringLiteral("1.3")},
                                    {QStringLiteral("transform"), QJsonObject()}};
        QJsonObject reversed = alignment;
        reversed.insert(QStringLiteral("from"), QStringLiteral("1.4"));
        QVERIFY(with("alignments", QJsonArray{alignment}));
        QVERIFY(!with("alignments", doubled(QJsonArray{alignment})));
        QVERIFY(!with("alignments", QJsonArray{reversed}));
        const QJsonObject layer{{QStringLiteral("object"), QStringLiteral("1.2")},
                                {QStringLiteral("layer"), QStringLiteral("CAD")}};
        QVERIFY(with("hiddenLayers", QJsonArray{layer}));
        QVERIFY(!with("hiddenLayers", doubled(QJsonArray{layer})));
        QVERIFY(!with("hiddenLayers", QJsonArray{QJsonObject{{QStringLiteral("object"), QStringLiteral("1.2")}}}));
        QVERIFY(!with("layout", QJsonObject{{QStringLiteral("rows"), 9}}));
        QVERIFY(!with("layout", QJsonObject{{QStringLiteral("active"), QStringLiteral("v2")}}));
        QVERIFY(!with("views", QJsonArray{QJsonObject{{QStringLiteral("view"), QStringLiteral("v99")}}}));
        QVERIFY(!with("annotations", QJsonArray{QJsonObject{{QStringLiteral("id"), QStringLiteral("x")}}}));
    }

    /// Ten thousand damaged messages: an answer each time, and what is accepted is again what it says.
    void damagedMessages()
    {
        test::RandomActions random(99);
        const ViewerState state = randomState(2, 300);
        const QByteArray stateBytes = toCbor(state);
        int accepted = 0;
        for (int i = 0; i < 10000; ++i) {
            const bool isState = i % 50 == 0;
            QByteArray bytes =
                isState ? stateBytes : toCbor(envelopeWith(random.next(state, ActorId(QStringLiteral("a")))));
            for (int changes = 1 + random.below(4); changes > 0; --changes)
                bytes[random.below(static_cast<int>(bytes.size()))] = static_cast<char>(random.below(256));
            if (isState) {
                const Result<ViewerState> read = stateFromCbor(bytes);
                if (read)
                    QCOMPARE(stateFromCbor(toCbor(*read))->hash(), read->hash());
                continue;
            }
            const Result<Envelope> read = envelopeFromCbor(bytes);
            if (!read)
                continue;
            ++accepted;
            const Result<Envelope> again = envelopeFromCbor(toCbor(*read));
            QVERIFY2(again && *again == *read, bytes.toHex() + " became " + toCbor(*read).toHex());
            const Result<ViewerState> next = reduce(state, read->action);
            QVERIFY(next || !next.error().detail.isEmpty());
        }
        QVERIFY(accepted > 100);
    }

private:
    static bool sameMap(const QCborMap &a, const QCborMap &b)
    {
        // The order of keys means nothing.
        return a.toJsonObject() == b.toJsonObject();
    }
};

CONSILIUM_TEST(TestCodec)
#include "TestCodec.moc"
