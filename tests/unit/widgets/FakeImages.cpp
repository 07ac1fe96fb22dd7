#include "tests/unit/widgets/FakeImages.h"

#include "viewer/tools/WindowPresets.h"

namespace consilium::test
{
using namespace Qt::StringLiterals;

namespace
{

pixels::FramePtr makeFrame(const pixels::FrameKey &key, int rows, int columns,
                           const std::function<std::uint16_t(int, int)> &value)
{
    auto frame = std::make_shared<pixels::DecodedFrame>();
    frame->key = key;
    frame->rows = rows;
    frame->columns = columns;
    frame->type = pixels::SampleType::U16;
    frame->bytes.resize(std::size_t(rows) * std::size_t(columns) * 2);
    auto *out = reinterpret_cast<std::uint16_t *>(frame->bytes.data());
    frame->minimum = 65535;
    for (int r = 0; r < rows; ++r) {
        for (int c = 0; c < columns; ++c) {
            const std::uint16_t v = value(r, c);
            *out++ = v;
            frame->minimum = std::min<int>(frame->minimum, v);
            frame->maximum = std::max<int>(frame->maximum, v);
        }
    }
    return frame;
}

dicom::InstancePtr makeInstance(const StudyUid &study, const SeriesUid &series, const FakeImages::SeriesSpec &spec,
                                int i)
{
    auto instance = std::make_shared<dicom::Instance>();
    instance->study = study;
    instance->series = series;
    instance->sop = SopInstanceUid(series.text() + u".%1"_s.arg(i + 1));
    instance->patient.name.alphabetic = spec.patientName;
    instance->patient.id = spec.patientId;
    instance->instanceNumber = i + 1;
    auto &pixels = instance->pixels;
    pixels.rows = pixels.columns = FakeImages::side;
    auto &geometry = instance->geometry;
    geometry.rows = geometry.columns = FakeImages::side;
    geometry.spacing = {2.0, 2.0, dicom::SpacingBasis::PatientPlane};
    geometry.frameOfReference = FrameOfReferenceUid(u"1.2.3.9"_s);
    geometry.position = PatientPoint{-64.0, -64.0, i * 3.0};
    geometry.alongRow = PatientVector{1, 0, 0};
    geometry.alongColumn = PatientVector{0, 1, 0};
    instance->grey.windows = {{128.0, 256.0, {}}};
    instance->grey.unit = ValueUnit::Hounsfield;
    instance->grey.unitText = u"HU"_s;
    return instance;
}

} // namespace

DataSetId FakeImages::addSeries(const QString &study, const SeriesSpec &spec)
{
    const StudyUid studyUid(study);
    auto &header = m_studies[studyUid];
    header.uid = studyUid;
    header.patient.name.alphabetic = spec.patientName;
    header.patient.id = spec.patientId;
    header.description = u"Chest"_s;
    header.date = spec.date;
    header.time = u"0941"_s;
    const SeriesUid series(study + u".%1"_s.arg(m_order.size() + 1));
    auto dataSet = std::make_shared<dicom::DataSet>();
    dataSet->id = DataSetId(series.text());
    dataSet->header = {series, spec.number, spec.modality, spec.description, {}, spec.slices};
    dataSet->issues = spec.issues;
    dataSet->part = spec.part;
    dataSet->isComplete = true;
    const int grey = firstSeriesGrey + int(m_order.size()) * 5;
    for (int i = 0; i < spec.slices; ++i) {
        dataSet->slices.push_back(makeInstance(studyUid, series, spec, i));
        const pixels::FrameKey frameKey{dataSet->slices.back()->sop, 0};
        m_all[frameKey] = makeFrame(frameKey, side, side, [&](int r, int c) -> std::uint16_t {
            if (r < 8 && c < 8)
                return 255;
            return std::uint16_t(c < side / 2 ? grey : sliceGrey(frameKey.sop));
        });
        if (spec.ready)
            m_ready[frameKey] = m_all[frameKey];
    }
    m_order.push_back(dataSet->id);
    m_grey[dataSet->id] = grey;
    m_progress[dataSet->id] = {spec.slices, spec.slices, spec.ready ? spec.slices : 0, 0, spec.ready};
    m_dataSets[dataSet->id] = dataSet;
    Q_EMIT studyChanged(studyUid);
    return dataSet->id;
}

void FakeImages::setInstance(const DataSetId &id, int index, const std::function<void(dicom::Instance &)> &change)
{
    auto dataSet = std::make_shared<dicom::DataSet>(*m_dataSets[id]);
    auto instance = std::make_shared<dicom::Instance>(*dataSet->slices[std::size_t(index)]);
    change(*instance);
    dataSet->slices[std::size_t(index)] = instance;
    m_dataSets[id] = dataSet;
    Q_EMIT dataSetChanged(id);
}

void FakeImages::setIssues(const DataSetId &id, const std::vector<dicom::DataIssue> &issues)
{
    auto dataSet = std::make_shared<dicom::DataSet>(*m_dataSets[id]);
    dataSet->issues = issues;
    m_dataSets[id] = dataSet;
    Q_EMIT dataSetChanged(id);
}

void FakeImages::setSeriesUid(const DataSetId &id, const SeriesUid &uid)
{
    auto dataSet = std::make_shared<dicom::DataSet>(*m_dataSets[id]);
    dataSet->header.uid = uid;
    m_dataSets[id] = dataSet;
    Q_EMIT dataSetChanged(id);
}

void FakeImages::reverseStack(const DataSetId &id)
{
    auto dataSet = std::make_shared<dicom::DataSet>(*m_dataSets[id]);
    std::reverse(dataSet->slices.begin(), dataSet->slices.end());
    m_dataSets[id] = dataSet;
    Q_EMIT dataSetChanged(id);
}

void FakeImages::setPixels(const DataSetId &id, int index, const std::function<std::uint16_t(int, int)> &value)
{
    const auto frameKey = key(id, index);
    const auto &instance = *m_dataSets[id]->slices[std::size_t(index)];
    m_all[frameKey] = makeFrame(frameKey, instance.pixels.rows, instance.pixels.columns, value);
    makeReady(frameKey);
}

pixels::FrameKey FakeImages::key(const DataSetId &id, int index) const
{
    return {m_dataSets.at(id)->slices[std::size_t(index)]->sop, 0};
}

void FakeImages::makeReady(const pixels::FrameKey &key)
{
    m_failures.erase(key);
    m_ready[key] = m_all[key];
    Q_EMIT frameReady(key);
}

void FakeImages::evict(const pixels::FrameKey &key)
{
    m_ready.erase(key);
}

void FakeImages::failFrame(const pixels::FrameKey &key, ErrorCode code)
{
    m_ready.erase(key);
    m_failures[key] = Error{code, {}};
    Q_EMIT frameFailed(key);
}

void FakeImages::failDataSet(const DataSetId &id, ErrorCode code)
{
    m_dataSetFailures[id] = Error{code, {}};
    Q_EMIT dataSetChanged(id);
    Q_EMIT progressChanged(id);
}

void FakeImages::setProgress(const DataSetId &id, const Progress &progress)
{
    m_progress[id] = progress;
    Q_EMIT progressChanged(id);
}

int FakeImages::seriesGrey(const DataSetId &id) const
{
    return m_grey.at(id);
}

int FakeImages::sliceGrey(const SopInstanceUid &sop)
{
    return firstSliceGrey + sop.text().section(u'.', -1).toInt() * 3; // "….<n>", n from 1
}

std::vector<StudyUid> FakeImages::studies() const
{
    std::vector<StudyUid> all;
    for (const auto &[uid, header] : m_studies)
        all.push_back(uid);
    return all;
}

dicom::StudyHeader FakeImages::study(const StudyUid &uid) const
{
    const auto it = m_studies.find(uid);
    return it == m_studies.end() ? dicom::StudyHeader() : it->second;
}

std::vector<dicom::DataSetPtr> FakeImages::dataSets(const StudyUid &uid) const
{
    std::vector<dicom::DataSetPtr> all;
    for (const auto &id : m_order) {
        if (id.text().startsWith(uid.text() + u'.'))
            all.push_back(m_dataSets.at(id));
    }
    return all;
}

dicom::DataSetPtr FakeImages::dataSet(const DataSetId &id) const
{
    const auto it = m_dataSets.find(id);
    return it == m_dataSets.end() ? nullptr : it->second;
}

FakeImages::Progress FakeImages::progress(const DataSetId &id) const
{
    const auto it = m_progress.find(id);
    return it == m_progress.end() ? Progress() : it->second;
}

pixels::FramePtr FakeImages::frame(const pixels::FrameKey &key) const
{
    const auto it = m_ready.find(key);
    return it == m_ready.end() ? nullptr : it->second;
}

const Error *FakeImages::failure(const pixels::FrameKey &key) const
{
    const auto it = m_failures.find(key);
    return it == m_failures.end() ? nullptr : &it->second;
}

const Error *FakeImages::failure(const DataSetId &id) const
{
    const auto it = m_dataSetFailures.find(id);
    return it == m_dataSetFailures.end() ? nullptr : &it->second;
}

void FakeImages::want(const void *viewer, const DataSetId &id, int index, int direction)
{
    if (id.isEmpty())
        wants.erase(viewer);
    else
        wants[viewer] = {id, index, direction};
}

void FakeImages::retry(const DataSetId &id)
{
    retried.push_back(id);
    m_dataSetFailures.erase(id);
    Q_EMIT progressChanged(id);
}

tools::Bindings Bench::defaultBindings()
{
    const auto bindings = tools::Bindings::fromJson(tools::builtInBindings());
    return bindings ? *bindings : tools::Bindings();
}

void Bench::show(const QString &view, const QString &study, const DataSetId &dataSet)
{
    session::ShowSeries action;
    action.view = ViewId(view);
    action.study = StudyUid(study);
    action.dataSet = dataSet;
    (void)dispatcher.submit(action);
}

void Bench::showSlice(const QString &view, const DataSetId &dataSet, int index)
{
    session::ShowPlane action;
    action.view = ViewId(view);
    action.plane = session::ImageRef{images.key(dataSet, index).sop, 0};
    (void)dispatcher.submit(action);
}

QString Bench::sliceLine(const QStringList &bottomLeft) const
{
    return bottomLeft.isEmpty() ? QString() : bottomLeft.last();
}

} // namespace consilium::test
