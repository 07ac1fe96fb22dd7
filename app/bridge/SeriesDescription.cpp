#include "app/bridge/SeriesDescription.h"

#include "app/bridge/PatientMatch.h"
#include "viewer/objects/ObjectHeader.h"

#include <QSet>

#include <algorithm>
#include <tuple>

namespace consilium::app
{

using namespace Qt::StringLiterals;

namespace
{

void refuse(DescribedSeries &result, const Error &error)
{
    ++result.refused;
    if (!result.refusal)
        result.refusal = error;
}

// Its frames; none when it is no image or was refused; the counts say which.
std::vector<dicom::InstancePtr> describeOne(const SeriesRequest &request, const Attributes &header,
                                            dicom::PatientIdentity &patient, DescribedSeries &result)
{
    if (header.elements().empty()) { // it names nobody else: the archive gave nothing that can be read
        refuse(result, {ErrorCode::ProtocolViolation, u"the archive's description of an image cannot be read"_s});
        return {};
    }
    if (const auto belongs = belongsTo(header, request.study.uid, request.series.uid, patient); !belongs) {
        const bool isOthers = !isUnknown(patient) && !samePatient(dicom::describeStudy(header).patient, patient);
        const bool isOfStudy = header.text(tags::StudyInstanceUid) == request.study.uid.text();
        ++(isOthers ? result.ofOthers : isOfStudy ? result.ofOtherSeries : result.ofOtherStudies);
        refuse(result, belongs.error());
        return {};
    }
    const bool isFirstNamed = isUnknown(patient);
    if (isFirstNamed || !result.study) {
        result.study = dicom::describeStudy(header);
        result.studyAttributes = objects::studyAttributesOf(header);
    }
    if (isFirstNamed)
        patient = result.study->patient;
    const auto known = request.known.constFind(SopInstanceUid(header.text(tags::SopInstanceUid)));
    if (known != request.known.cend())
        return *known;
    result.request.completeWith(dicom::describeRequest(header));
    auto described =
        request.luts.isEmpty() ? dicom::describeFrames(header) : dicom::describeFrames(withLuts(header, request.luts));
    if (described)
        return *described;
    if (described.error().code == ErrorCode::NoPixels) {
        ++result.skipped;
        if (auto document = dicom::describeDocument(header))
            result.documents.push_back(*document);
    } else if (described.error().code == ErrorCode::UnsupportedImage && namesEmptyLuts(header, request.luts)) {
        refuse(result, {ErrorCode::ServerError, u"a table of the image did not come"_s}); // it may another time
    } else {
        refuse(result, described.error());
    }
    return {};
}

// What does not belong to the series is not shown, and that it came is said: the archive mixes up its objects.
void tellOfForeign(std::vector<dicom::DataSetPtr> &dataSets, int foreign, bool isOfOtherStudy)
{
    if (foreign == 0)
        return;
    for (dicom::DataSetPtr &dataSet : dataSets) {
        auto told = std::make_shared<dicom::DataSet>(*dataSet);
        told->issues.push_back({dicom::DataIssue::Kind::ForeignObjects,
                                QStringLiteral("%1 objects refused").arg(foreign), -1, -1, foreign,
                                isOfOtherStudy ? 1.0 : 0.0});
        dataSet = std::move(told);
    }
}

} // namespace

void sortDocuments(std::vector<dicom::DocumentPtr> &documents)
{
    const auto key = [](const dicom::DocumentPtr &d) {
        return std::tuple(unsigned(d->instanceNumber), d->date, d->time, d->sop.text());
    };
    std::sort(documents.begin(), documents.end(), [&](const auto &a, const auto &b) { return key(a) < key(b); });
    const auto end =
        std::unique(documents.begin(), documents.end(), [](const auto &a, const auto &b) { return a->sop == b->sop; });
    documents.erase(end, documents.end());
}

bool isImageModality(const QString &modality)
{
    static const QSet<QString> without = {
        QStringLiteral("SR"),   QStringLiteral("PR"),  QStringLiteral("KO"),       QStringLiteral("DOC"),
        QStringLiteral("AU"),   QStringLiteral("ECG"), QStringLiteral("HD"),       QStringLiteral("EPS"),
        QStringLiteral("REG"),  QStringLiteral("FID"), QStringLiteral("RTSTRUCT"), QStringLiteral("RTPLAN"),
        QStringLiteral("PLAN"), QStringLiteral("RWV"), QStringLiteral("RTRECORD")};
    return !without.contains(modality);
}

DescribedSeries assembleSeries(const dicom::SeriesHeader &series, std::vector<dicom::InstancePtr> instances,
                               int announced, bool isFinal)
{
    DescribedSeries result;
    result.header = series;
    result.isFinal = isFinal;
    if (instances.empty())
        return result;
    QSet<SopInstanceUid> objects;
    for (const auto &instance : instances)
        objects.insert(instance->sop);
    const bool isComplete = isFinal && int(objects.size()) >= announced;
    // The number is kept from it: with one image refused it would wait for that one and judge nothing.
    result.dataSets = dicom::assemble(series, std::move(instances), isFinal ? -1 : announced);
    if (isFinal) {
        for (dicom::DataSetPtr &dataSet : result.dataSets) {
            auto judged = std::make_shared<dicom::DataSet>(*dataSet);
            judged->isComplete = isComplete;
            dataSet = std::move(judged);
        }
        return result;
    }
    for (dicom::DataSetPtr &dataSet : result.dataSets) {
        auto partial = std::make_shared<dicom::DataSet>(*dataSet);
        partial->issues.clear();
        partial->isComplete = false;
        partial->id = DataSetId(series.uid.text());
        partial->part.clear();
        dataSet = std::move(partial);
    }
    // A part of a series may look as if it had to be split: what can be shown meanwhile stands under the series' own
    // name.
    result.dataSets.resize(1);
    return result;
}

DescribedSeries describeSeries(const SeriesRequest &request, const std::vector<Attributes> &headers)
{
    DescribedSeries counted;
    dicom::PatientIdentity patient = request.study.patient;
    std::vector<dicom::InstancePtr> instances;
    instances.reserve(headers.size());
    QSet<SopInstanceUid> seen;
    int repeated = 0; // the same object listed twice is one image
    for (const Attributes &header : headers) {
        if (request.isWithoutLacking && lacksLuts(header, request.luts))
            continue;
        const auto frames = describeOne(request, header, patient, counted);
        if (frames.empty())
            continue;
        if (seen.contains(frames.front()->sop)) {
            ++repeated;
            continue;
        }
        seen.insert(frames.front()->sop);
        instances.insert(instances.end(), frames.begin(), frames.end());
    }
    dicom::SeriesHeader series = request.series;
    for (const Attributes &header : headers) {
        if (!series.modality.isEmpty())
            break;
        if (header.text(tags::SeriesInstanceUid) == series.uid.text())
            series.modality = dicom::describeSeries(header).modality;
    }
    // Refused images are missed: a series that lacks them is never complete.
    const int announced = std::max(series.instanceCount, int(headers.size()) - repeated) - counted.skipped;
    DescribedSeries result = assembleSeries(series, std::move(instances), announced, request.isFinal);
    result.documents = std::move(counted.documents);
    sortDocuments(result.documents);
    result.request = counted.request;
    result.skipped = counted.skipped;
    result.refused = counted.refused;
    result.ofOthers = counted.ofOthers; // told of all series of the study: see StudyTable
    result.ofOtherStudies = counted.ofOtherStudies;
    result.ofOtherSeries = counted.ofOtherSeries;
    if (request.isFinal) {
        tellOfForeign(result.dataSets, counted.ofOtherStudies, true);
        tellOfForeign(result.dataSets, counted.ofOtherSeries, false);
    }
    result.refusal = counted.refusal;
    result.study = counted.study;
    result.studyAttributes = counted.studyAttributes;
    return result;
}

} // namespace consilium::app
