#include "viewer/hanging/ProtocolWriter.h"
#include "tests/unit/hanging/HangingFixture.h"
#include "viewer/hanging/Match.h"
#include "viewer/hanging/Precedence.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace consilium;
using namespace consilium::hanging;
using namespace consilium::test;

namespace
{

/// A list of one text and the text alone mean the same (docs/hanging-protocols.md).
QJsonValue likened(const QJsonValue &value)
{
    if (value.isArray()) {
        const QJsonArray all = value.toArray();
        if (all.size() == 1 && all.first().isString())
            return all.first();
        QJsonArray likenedAll;
        for (const QJsonValue &one : all)
            likenedAll.append(likened(one));
        return likenedAll;
    }
    if (!value.isObject())
        return value;
    QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        it.value() = likened(it.value());
    // What is as usual is left out: the first that fits.
    if (object.contains(u"find"_s) && object.value(u"nth"_s) == QJsonValue(1))
        object.remove(u"nth"_s);
    return object;
}

QJsonValue jsonOf(const QByteArray &bytes)
{
    return likened(QJsonDocument::fromJson(bytes).object());
}

/// Everything that a file can say, none of it as usual.
QByteArray everything()
{
    return R"({
    "schema": 1, "id": "all", "name": {"en": "All", "zh_CN": "全部", "zh_TW": "全部"}, "whenOpened": true,
    "match": {
        "modality": ["CT", "MR"], "bodyPart": "HEAD",
        "studyDescription": {"contains": ["a", "b, c"], "without": "x", "pattern": "^head"},
        "series": [{"find": {"plane": "coronal", "images": {"min": 2, "max": 9}}, "count": {"min": 2, "max": 3}},
                   {"find": {"imageType": ["ORIGINAL", "PRIMARY"], "laterality": ["L", "B"]}, "count": {"max": 0}}],
        "images": {"max": 100}, "monitors": {"min": 2},
        "hasPrior": true, "prior": {"nth": 2, "sameModality": false, "sameBodyPart": true, "before": "20240131",
                                    "mostDaysOld": 700}
    },
    "stages": [
        {"name": "One", "link": "offset", "referenceLines": "withEnds", "monitors": [
            {"rows": 1, "columns": 2, "cells": [
                {"find": {"view": "PA"}, "nth": 3, "image": "key", "window": {"centre": -12.5, "width": 80},
                 "zoom": "trueSize", "edges": {"left": "R", "top": "H"}, "linked": true},
                {"find": {}, "prior": {"nth": 1}, "image": "last", "window": "lung", "rotate": 270, "flip": true,
                 "linked": true}]},
            {"rows": 1, "columns": 1, "cells": [{"empty": true}]}]},
        {"monitors": [{"rows": 1, "columns": 1, "cells": [{"find": {}, "zoom": "sameScale", "chestWall": "left"}]}],
         "referenceLines": "off"}
    ]
})";
}

Protocol simple(const QString &id, const QByteArray &match, bool isOwn)
{
    QByteArray json = R"({"schema": 1, "id": "x", "name": "X", "match": MATCH,
                          "stages": [{"monitors": [{"rows": 1, "columns": 1, "cells": [{"find": {}}]}]}]})";
    Protocol protocol = protocolOf(json.replace("MATCH", match));
    protocol.id = id;
    protocol.isOwn = isOwn;
    return protocol;
}

QStringList idsOf(const std::vector<Protocol> &protocols)
{
    QStringList ids;
    for (const Protocol &protocol : protocols)
        ids << protocol.id;
    return ids;
}

} // namespace

/// Protocols as files, and in which order they are tried.
class ProtocolWriterTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theShippedOnesComeBackEqual()
    {
        const QStringList names = builtInProtocolNames();
        QCOMPARE(names.size(), 7);
        for (const QString &name : names) {
            const QByteArray file = builtInProtocol(name);
            const Protocol protocol = protocolOf(file);
            const QByteArray written = writeProtocol(protocol);
            QVERIFY2(protocolOf(written) == protocol, qPrintable(name));
            QVERIFY2(jsonOf(written) == jsonOf(file), written.constData());
            QCOMPARE(writeProtocol(protocolOf(written)), written);
        }
    }

    void everythingThatAFileCanSayComesBack()
    {
        const Protocol protocol = protocolOf(everything());
        const QByteArray written = writeProtocol(protocol);
        QVERIFY2(protocolOf(written) == protocol, written.constData());
        QCOMPARE(protocolOf(written).match.priorConditions, 5);
        QVERIFY2(jsonOf(written) == jsonOf(everything()), written.constData());
        for (const QByteArray &line : written.split('\n'))
            QVERIFY2(QString::fromUtf8(line).size() <= 120, line.constData());
    }

    void linkedIsLeftOutWhereItMeansNothing()
    {
        Protocol protocol = protocolOf(everything());
        QVERIFY(writeProtocol(protocol).contains("linked"));
        protocol.stages.front().link = session::LinkKind::Position;
        QVERIFY(!writeProtocol(protocol).contains("linked"));
    }

    void marksWithinTextsAreKept()
    {
        Protocol protocol = protocolOf(everything());
        protocol.names[u"en"_s] = u"A \"quoted\" \\ name\twith a tab"_s;
        protocol.match.studyDescription->anyOf = {u"\"a, b\""_s, u"\\"_s};
        QVERIFY(protocolOf(writeProtocol(protocol)) == protocol);
    }

    void whatIsNotValidIsNamedByTheReader()
    {
        Protocol protocol = protocolOf(everything());
        protocol.stages.front().monitors.front().cells.front().window->width = 0.0;
        protocol.match.studyDescription->pattern = QRegularExpression(u"("_s);
        const auto read = readProtocol(writeProtocol(protocol), presetNames());
        QVERIFY(!read);
        QCOMPARE(read.error().size(), std::size_t(2));
        QCOMPARE(read.error().front().kind, Problem::Kind::BadPattern);
        QCOMPARE(read.error().back().kind, Problem::Kind::OutOfRange);
    }

    void aNameIsSetInTheLanguageOfTheProgram()
    {
        std::map<QString, QString> one{{QString(), u"Knees"_s}}, some{{u"zh_CN"_s, u"双膝"_s}}, none;
        setDisplayText(one, u"Both knees"_s);
        QCOMPARE(one, (std::map<QString, QString>{{QString(), u"Both knees"_s}}));
        setDisplayText(some, u"双膝"_s); // what is shown in its place is no English name
        QCOMPARE(some.size(), std::size_t(1));
        setDisplayText(some, u"Knees"_s);
        QCOMPARE(some.at(u"zh_CN"_s), u"双膝"_s);
        QCOMPARE(displayText(some), u"Knees"_s);
        setDisplayText(none, u"Knees"_s);
        QCOMPARE(displayText(none), u"Knees"_s);
        setDisplayText(none, {});
        QVERIFY(none.empty());
    }

    void theMostConditionsComeFirstUnlessSomebodyChose()
    {
        const std::vector<Protocol> all{simple(u"any"_s, "{}", false), simple(u"b"_s, R"({"modality": "CT"})", false),
                                        simple(u"mine"_s, R"({"modality": "CT"})", true),
                                        simple(u"two"_s, R"({"modality": "CT", "bodyPart": "CHEST"})", false)};
        QCOMPARE(idsOf(inPrecedence(all, {})), QStringList({u"two"_s, u"mine"_s, u"b"_s, u"any"_s}));
        QCOMPARE(idsOf(inPrecedence(all, {u"any"_s, u"two"_s, u"mine"_s, u"b"_s})),
                 QStringList({u"any"_s, u"two"_s, u"mine"_s, u"b"_s}));
        // One that came later stands before the first that comes behind it otherwise; one that is gone means nothing.
        QCOMPARE(idsOf(inPrecedence(all, {u"two"_s, u"gone"_s, u"b"_s, u"any"_s})),
                 QStringList({u"two"_s, u"mine"_s, u"b"_s, u"any"_s}));
        QCOMPARE(idsOf(inPrecedence(all, {u"any"_s, u"two"_s})), QStringList({u"mine"_s, u"b"_s, u"any"_s, u"two"_s}));
        const Studies ct{studyOf(u"1"_s, u"20260301"_s, {axialStack(u"c"_s, u"CT"_s, u"Thorax"_s, 5)}), {}};
        Shelf shelf;
        shelf.protocols = all;
        shelf.problems.push_back({});
        const Shelf chosen = chosenOf(shelf, {{u"any"_s, u"two"_s, u"mine"_s, u"b"_s}, {u"two"_s, u"gone"_s}});
        QCOMPARE(idsOf(chosen.protocols), QStringList({u"any"_s, u"mine"_s, u"b"_s}));
        QCOMPARE(chosen.problems.size(), std::size_t(1));
        QCOMPARE(fittingInOrder(chosen.protocols, ct, 1).front()->id, u"any"_s);
    }

    void saysWhatDoesNotHold()
    {
        const Protocol protocol = simple(u"p"_s, R"({
            "modality": "CT", "bodyPart": "HEAD", "studyDescription": {"contains": "knee"}, "images": {"min": 100},
            "monitors": {"min": 2}, "hasPrior": true,
            "series": [{"find": {"modality": "CT"}}, {"find": {"plane": "coronal"}}]})",
                                         true);
        const Studies ct{studyOf(u"1"_s, u"20260301"_s, {axialStack(u"c"_s, u"CT"_s, u"Thorax"_s, 5)}), {}};
        const std::vector<Failing> expected{{MatchPart::BodyPart, 0}, {MatchPart::StudyDescription, 0},
                                            {MatchPart::Images, 0},   {MatchPart::Monitors, 0},
                                            {MatchPart::Prior, 0},    {MatchPart::Series, 1}};
        QVERIFY(failingOf(protocol.match, ct, 1) == expected);
        QVERIFY(!scoreOf(protocol, ct, 1));
        const Protocol fitting = simple(u"q"_s, R"({"modality": "CT", "monitors": {"max": 1}})", true);
        QVERIFY(failingOf(fitting.match, ct, 1).empty());
        QCOMPARE(failingOf(fitting.match, ct, 2).size(), std::size_t(1));
        QCOMPARE(conditionsOf(fitting), 2);
    }
};

CONSILIUM_TEST(ProtocolWriterTest)
#include "ProtocolWriterTest.moc"
