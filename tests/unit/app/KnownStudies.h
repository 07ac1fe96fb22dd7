#pragma once
#include "viewer/pixels/StudyImages.h"

#include <map>
#include <vector>

namespace consilium::test
{

/// Studies of which headers and series are known, without an image.
class KnownStudies final : public pixels::StudyImages
{
public:
    std::map<StudyUid, dicom::StudyHeader> headers;
    std::map<StudyUid, std::vector<dicom::DataSetPtr>> series;

    void addSeries(const StudyUid &study, const QString &id, const QString &modality, const QString &description)
    {
        auto dataSet = std::make_shared<dicom::DataSet>();
        dataSet->id = DataSetId(id);
        dataSet->header.uid = SeriesUid(id);
        dataSet->header.modality = modality;
        dataSet->header.description = description;
        series[study].push_back(std::move(dataSet));
        Q_EMIT studyChanged(study);
    }
    std::vector<StudyUid> studies() const override
    {
        std::vector<StudyUid> all;
        for (const auto &[uid, header] : headers)
            all.push_back(uid);
        return all;
    }
    dicom::StudyHeader study(const StudyUid &uid) const override
    {
        const auto found = headers.find(uid);
        return found == headers.end() ? dicom::StudyHeader() : found->second;
    }
    std::vector<dicom::DataSetPtr> dataSets(const StudyUid &uid) const override
    {
        const auto found = series.find(uid);
        return found == series.end() ? std::vector<dicom::DataSetPtr>() : found->second;
    }
    dicom::DataSetPtr dataSet(const DataSetId &id) const override
    {
        for (const auto &[uid, all] : series)
            for (const auto &one : all)
                if (one->id == id)
                    return one;
        return nullptr;
    }
    Progress progress(const DataSetId &) const override { return {}; }
    pixels::FramePtr frame(const pixels::FrameKey &) const override { return nullptr; }
    const Error *failure(const pixels::FrameKey &) const override { return nullptr; }
    const Error *failure(const DataSetId &) const override { return nullptr; }
    void want(const void *, const DataSetId &, int, int) override {}
    void retry(const DataSetId &) override {}
};

} // namespace consilium::test
