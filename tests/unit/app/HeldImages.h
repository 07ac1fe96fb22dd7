#pragma once
#include "tests/render/ImageFixture.h"
#include "viewer/pixels/StudyImages.h"

#include <map>

/// Series that are described, whose frames come when the test says so.
namespace consilium::test
{

/// `count` axial slices 1 mm apart, of a series and a frame of reference of its own; the patient is the same for all.
inline std::shared_ptr<dicom::DataSet> stackIn(const QString &id, const QString &frameOfReference, int count = 40)
{
    auto stack = makeStack(count);
    stack->id = DataSetId(id);
    stack->header.uid = SeriesUid(id);
    for (std::size_t i = 0; i < stack->slices.size(); ++i) {
        auto slice = std::make_shared<dicom::Instance>(*stack->slices[i]);
        slice->series = stack->header.uid;
        slice->sop = SopInstanceUid(u"%1.%2"_s.arg(id).arg(i));
        slice->geometry.frameOfReference = FrameOfReferenceUid(frameOfReference);
        stack->slices[i] = slice;
    }
    return stack;
}

class HeldImages final : public pixels::StudyImages
{
public:
    std::map<DataSetId, dicom::DataSetPtr> stacks;
    std::map<QString, pixels::FramePtr> held; ///< by SOP Instance UID
    std::map<QString, Error> failing;         ///< likewise: why a frame could not be had
    int asked = 0;                            ///< how often an image was wanted
    objects::StudyObjects *kept = nullptr;    ///< what objects() gives

    void put(const dicom::DataSetPtr &stack) { stacks[stack->id] = stack; }
    void put(const dicom::DataSetPtr &stack, const std::function<int(int, int)> &stored)
    {
        for (const auto &slice : stack->slices)
            held[slice->sop.text()] = makeFrame(*slice, stored);
    }
    /// It is another from now on; null: it is gone.
    void change(const DataSetId &id, const dicom::DataSetPtr &stack)
    {
        if (stack)
            stacks[id] = stack;
        else
            stacks.erase(id);
        Q_EMIT dataSetChanged(id);
        Q_EMIT studyChanged(StudyUid(u"1.2.3"_s));
    }

    std::vector<StudyUid> studies() const override { return {}; }
    dicom::StudyHeader study(const StudyUid &) const override { return {}; }
    std::vector<dicom::DataSetPtr> dataSets(const StudyUid &study) const override
    {
        std::vector<dicom::DataSetPtr> all;
        for (const auto &[id, stack] : stacks)
            if (stack->slices.empty() || stack->slices.front()->study == study)
                all.push_back(stack);
        return all;
    }
    dicom::DataSetPtr dataSet(const DataSetId &id) const override
    {
        const auto found = stacks.find(id);
        return found == stacks.end() ? nullptr : found->second;
    }
    Progress progress(const DataSetId &) const override
    {
        Progress progress;
        progress.settled = true;
        return progress;
    }
    pixels::FramePtr frame(const pixels::FrameKey &key) const override
    {
        const auto found = held.find(key.sop.text());
        return found == held.end() ? nullptr : found->second;
    }
    const Error *failure(const pixels::FrameKey &key) const override
    {
        const auto found = failing.find(key.sop.text());
        return found == failing.end() ? nullptr : &found->second;
    }
    const Error *failure(const DataSetId &) const override { return nullptr; }
    objects::StudyObjects *objects() const override { return kept; }
    void want(const void *, const DataSetId &id, int, int) override { asked += id.isEmpty() ? 0 : 1; }
    void retry(const DataSetId &) override {}
};

} // namespace consilium::test
