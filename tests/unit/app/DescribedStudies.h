#pragma once
#include "viewer/hanging/Match.h"
#include "viewer/pixels/StudyImages.h"

#include <map>
#include <vector>

namespace consilium::test
{

/// Studies that are described and of which nothing is decoded.
class DescribedStudies final : public pixels::StudyImages
{
public:
    std::map<StudyUid, hanging::Study> all;
    bool isSettled = true;

    std::vector<StudyUid> studies() const override
    {
        std::vector<StudyUid> open;
        for (const auto &[uid, study] : all)
            open.push_back(uid);
        return open;
    }
    dicom::StudyHeader study(const StudyUid &uid) const override
    {
        const auto found = all.find(uid);
        return found == all.end() ? dicom::StudyHeader() : found->second.header;
    }
    std::vector<dicom::DataSetPtr> dataSets(const StudyUid &uid) const override
    {
        const auto found = all.find(uid);
        return found == all.end() ? std::vector<dicom::DataSetPtr>() : found->second.dataSets;
    }
    dicom::DataSetPtr dataSet(const DataSetId &id) const override
    {
        for (const auto &[uid, study] : all)
            for (const auto &stack : study.dataSets)
                if (stack->id == id)
                    return stack;
        return nullptr;
    }
    Progress progress(const DataSetId &) const override
    {
        Progress progress;
        progress.settled = isSettled;
        return progress;
    }
    pixels::FramePtr frame(const pixels::FrameKey &) const override { return nullptr; }
    const Error *failure(const pixels::FrameKey &) const override { return nullptr; }
    const Error *failure(const DataSetId &) const override { return nullptr; }
    void want(const void *, const DataSetId &, int, int) override {}
    void retry(const DataSetId &) override {}
};

} // namespace consilium::test
