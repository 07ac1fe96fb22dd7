#include "app/bridge/PatientMatch.h"
#include "app/bridge/StudyTable.h"

#include <algorithm>

// Whose a study is, and what is said where objects of others lie in it.

namespace consilium::app
{

using namespace Qt::StringLiterals;

namespace
{

// The first one that is named: by the objects' own header, else by one of them.
dicom::PatientIdentity patientNamedBy(const DescribedSeries &described)
{
    dicom::PatientIdentity patient = described.study ? described.study->patient : dicom::PatientIdentity();
    const auto take = [&](const dicom::PatientIdentity &said) {
        if (isUnknown(patient))
            patient = said;
    };
    for (const auto &dataSet : described.dataSets)
        for (const auto &slice : dataSet->slices)
            take(slice->patient);
    for (const auto &document : described.documents)
        take(document->patient);
    return patient;
}

// Images and documents of nobody are of nobody else.
int personsIn(const std::vector<dicom::PatientIdentity> &named)
{
    const std::vector<int> persons = dicom::personsAmong(named);
    return persons.empty() ? 0 : *std::max_element(persons.begin(), persons.end());
}

// Those of one data set are one patient's (assemble() parts them), and yet some may name him in
// Chinese and others in Latin letters: who fits the one need not fit the other.
void addNamed(const std::vector<dicom::DataSetPtr> &dataSets, const std::vector<dicom::DocumentPtr> &documents,
              std::vector<dicom::PatientIdentity> &named)
{
    const auto add = [&](const dicom::PatientIdentity &patient) {
        const bool isLast = !named.empty() && named.back().name == patient.name &&
                            named.back().birthDate == patient.birthDate && named.back().id == patient.id &&
                            named.back().issuer == patient.issuer && named.back().sex == patient.sex;
        if (!isLast && !isUnknown(patient))
            named.push_back(patient);
    };
    for (const auto &dataSet : dataSets)
        for (const auto &slice : dataSet->slices)
            add(slice->patient);
    for (const auto &document : documents)
        add(document->patient);
}

// True when it says something else now than before.
bool tellOf(dicom::DataSetPtr &dataSet, const std::vector<dicom::DataIssue> &issues)
{
    const auto isOfStudy = [](const dicom::DataIssue &issue) {
        return issue.kind == dicom::DataIssue::Kind::MixedPatients && (issue.value > 0.0 || issue.valueTo > 0.0);
    };
    auto told = std::make_shared<dicom::DataSet>(*dataSet);
    std::erase_if(told->issues, isOfStudy);
    told->issues.insert(told->issues.begin(), issues.begin(), issues.end());
    if (told->issues == dataSet->issues)
        return false;
    dataSet = std::move(told);
    return true;
}

} // namespace

// That a study holds what is another patient's is said beside each of its images, whichever series it came with.
void StudyTable::tellOfPatients(Study &study, SeriesChange &change)
{
    int ofOthers = 0;
    std::vector<dicom::PatientIdentity> named;
    for (const Series &series : study.series) {
        ofOthers = study.archive ? ofOthers + series.ofOthers : std::max(ofOthers, series.ofOthers);
        addNamed(series.dataSets, series.documents, named);
    }
    std::vector<dicom::DataIssue> issues;
    if (const int persons = personsIn(named); persons > 1)
        issues.push_back({dicom::DataIssue::Kind::MixedPatients, u"%1 patients in one study"_s.arg(persons), -1, -1,
                          persons, 0.0, 1.0});
    if (ofOthers > 0)
        issues.push_back({dicom::DataIssue::Kind::MixedPatients, u"%1 objects refused"_s.arg(ofOthers), -1, -1, 0,
                          double(ofOthers)});
    for (Series &series : study.series)
        for (auto &dataSet : series.dataSets)
            if (!series.isRefused && tellOf(dataSet, issues))
                change.dataSets.push_back(dataSet->id);
    for (auto &stack : study.arranged) {
        if (!tellOf(stack, issues))
            continue;
        for (auto &own : m_own)
            if (own->id == stack->id)
                own = stack;
        change.dataSets.push_back(stack->id);
    }
}

// Whose study it is, where that was not known yet.
void StudyTable::settlePatient(Study &study, const DescribedSeries &described, SeriesChange &change)
{
    const bool wasUnknown = isUnknown(study.header.patient);
    const dicom::PatientIdentity named = patientNamedBy(described);
    const bool isNews = wasUnknown && !isUnknown(named);
    if (isNews &&
        std::any_of(study.series.begin(), study.series.end(), [](const Series &s) { return s.holdsAnything(); })) {
        dicom::StudyHeader bare; // what objects of nobody said of the study goes with them
        bare.uid = study.header.uid;
        study.header = std::move(bare);
        study.request = {};
    }
    if (described.study)
        completeHeader(study.header.uid, *described.study);
    if (!isNews)
        return;
    study.header.patient = named;
    change.listChanged = true;
    for (Series &series : study.series)
        if (series.header.uid != described.header.uid)
            dropUnnamed(study, series, change);
}

} // namespace consilium::app
