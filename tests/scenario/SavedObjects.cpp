#include "tests/scenario/SavedObjects.h"

#include "netclient/dicomweb/DicomWebClient.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>
#include <QUuid>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace consilium::test
{

QJsonArray savedObjects(const QString &url, const QString &patient, const QTemporaryDir &folder)
{
    const auto nothing = [](const char *why) {
        qWarning("%s", why);
        return QJsonArray();
    };
    http::HttpClient http;
    dicomweb::DicomWebClient client(http, {{}, {}, url, {}, {}});
    dicomweb::StudyQuery query;
    query.patientId = patient;
    const auto wait = [](const auto &answer) {
        return QTest::qWaitFor([&] { return answer.isFinished(); }, 60'000) && answer.resultCount() > 0 &&
               answer.result().has_value();
    };
    const auto studies = client.searchStudies(query);
    if (!wait(studies) || studies.result()->studies.size() != 1)
        return nothing("the search for studies");
    const StudyUid study(studies.result()->studies.front().text(tags::StudyInstanceUid));
    const auto series = client.searchSeries(study);
    if (!wait(series))
        return nothing("the search for series");
    std::multimap<int, QString> paths;
    const auto allSeries = series.result();
    for (const Attributes &one : *allSeries) {
        const SeriesUid uid(one.text(tags::SeriesInstanceUid));
        const QStringList written{u"SR"_s, u"PR"_s, u"KO"_s};
        if (!written.contains(one.text(tags::Modality)))
            continue;
        const auto instances = client.searchInstances(study, uid);
        if (!wait(instances))
            return nothing("the search for instances");
        const auto found = instances.result();
        for (const Attributes &instance : *found) {
            const SopInstanceUid sop(instance.text(tags::SopInstanceUid));
            const auto object = client.fetchInstance(study, uid, sop);
            QFile written(folder.filePath(sop.text()));
            if (!wait(object) || !written.open(QIODevice::WriteOnly) ||
                written.write(*object.result()) != object.result()->size())
                return nothing("an object cannot be fetched");
            paths.emplace(instance.integer(tags::InstanceNumber).value_or(0), written.fileName());
        }
    }
    QByteArray lines;
    for (const auto &[number, path] : paths) {
        QProcess verifier;
        verifier.setProcessChannelMode(QProcess::MergedChannels);
        verifier.start(u"dciodvfy"_s, {path});
        if (!verifier.waitForFinished(60'000))
            return nothing("dciodvfy does not end");
        const QByteArray verdict = verifier.readAll();
        if (verdict.contains("Error"))
            qWarning("%s", verdict.constData());
        if (verdict.contains("Error"))
            return nothing("not valid");
        lines += path.toUtf8() + '\n';
    }
    QProcess python;
    python.start(u"/usr/bin/python3"_s, {QStringLiteral(CONSILIUM_SOURCE_DIR "/tests/unit/objects/objects.py")});
    python.write(lines);
    python.closeWriteChannel();
    QJsonArray all;
    if (python.waitForFinished(60'000))
        for (const QByteArray &line : python.readAllStandardOutput().split('\n'))
            if (const QJsonObject object = QJsonDocument::fromJson(line).object(); !object.isEmpty())
                all << object;
    return all;
}

QString trackingUid(const QString &id)
{
    QByteArray left = QUuid::createUuidV5(QUuid(u"{6a0f9c1e-0d0c-4f0e-9c55-3f2b1f1f7e11}"_s), id).toRfc4122();
    QString digits;
    while (std::any_of(left.cbegin(), left.cend(), [](char byte) { return byte != 0; })) {
        int rest = 0;
        for (char &byte : left) {
            const int number = rest * 256 + uchar(byte);
            byte = char(number / 10);
            rest = number % 10;
        }
        digits.prepend(QString::number(rest));
    }
    return u"2.25."_s + digits;
}

} // namespace consilium::test
