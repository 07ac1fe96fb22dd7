#include "app/settings/OwnProtocols.h"
#include "app/settings/ProfileSettings.h"
#include "app/windows/AheadChoices.h"
#include "tests/unit/hanging/HangingFixture.h"

using namespace consilium;
using namespace consilium::test;

namespace
{

constexpr auto lungFirst = R"({
    "schema": 1, "id": "lung-first", "name": {"en": "Lung first"}, "whenOpened": true,
    "match": {"modality": "CT", "bodyPart": "CHEST"},
    "stages": [{"monitors": [{"rows": 1, "columns": 2, "cells": [
        {"find": {"description": {"contains": ["lung"]}}},
        {"find": {"description": {"contains": ["soft"]}}}
    ]}]}]
})";

/// As they are known before the study is opened: of each series one image.
hanging::Study chest()
{
    return studyOf(u"1.1"_s, u"20260301"_s,
                   {axialStack(u"1.1.1"_s, u"CT"_s, u"Scout"_s, 1),
                    axialStack(u"1.1.2"_s, u"CT"_s, u"Soft tissue"_s, 1),
                    axialStack(u"1.1.3"_s, u"CT"_s, u"Lung 1 mm"_s, 1)});
}

dicom::StudyHeader headerOf(const QString &uid, const QString &date, const QString &modality = u"CT"_s)
{
    dicom::StudyHeader header;
    header.uid = StudyUid(uid);
    header.date = date;
    header.modalities = modality;
    header.patient.id = u"T-1"_s;
    header.patient.name = dicom::PersonName::parse(u"TEST^ONE"_s);
    header.patient.birthDate = u"19700101"_s;
    return header;
}

QString priorAmong(const std::vector<dicom::StudyHeader> &studies)
{
    const auto prior = app::priorToCompare(ArchiveId(u"a"_s), headerOf(u"1.9"_s, u"20260301"_s), studies);
    return prior ? prior->uid.text() : QString();
}

} // namespace

/// What is fetched of a study before anybody opens it.
class WindowAheadChoices : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatTheProtocolHangsFirst()
    {
        const QTemporaryDir folder;
        app::ProfileSettings settings(folder.path());
        const hanging::Study study = chest();
        QCOMPARE(app::firstHung(study.header, study.dataSets, settings, 1), SeriesUid()); // no protocol hangs it
        QVERIFY(app::OwnProtocols(settings).save(protocolOf(lungFirst)));
        QCOMPARE(app::firstHung(study.header, study.dataSets, settings, 1), SeriesUid(u"1.1.3"_s));
        settings.setHangWhenOpened(u"never"_s);
        QCOMPARE(app::firstHung(study.header, study.dataSets, settings, 1), SeriesUid());
        QCOMPARE(app::firstHung(study.header, {}, settings, 1), SeriesUid());
    }

    void theStudyItIsComparedWith()
    {
        const auto older = headerOf(u"1.1"_s, u"20240101"_s), old = headerOf(u"1.2"_s, u"20250101"_s),
                   otherModality = headerOf(u"1.3"_s, u"20260101"_s, u"MR"_s),
                   later = headerOf(u"1.4"_s, u"20260401"_s);
        QCOMPARE(priorAmong({older, old, otherModality, later}), u"1.2"_s);
        QCOMPARE(priorAmong({otherModality}), u"1.3"_s);
        QCOMPARE(priorAmong({later}), QString());
        auto contradicting = old, otherIssuer = old, perhaps = old;
        contradicting.patient.birthDate = u"19800202"_s;
        QCOMPARE(priorAmong({contradicting}), QString());
        perhaps.patient.id = u"B-9"_s; // a person has to say it
        QCOMPARE(priorAmong({perhaps}), QString());
        otherIssuer.patient.issuer = u"ELSEWHERE"_s; // whose ID the read one has nobody says then
        otherIssuer.patient.birthDate.clear();
        QCOMPARE(priorAmong({otherIssuer}), QString());
        QCOMPARE(priorAmong({headerOf(u"1.9"_s, u"20260301"_s)}), QString()); // itself
    }
};

CONSILIUM_TEST(WindowAheadChoices)
#include "WindowAheadChoices.moc"
