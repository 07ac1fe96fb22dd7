#include "tests/fuzz/FuzzDicomReader.h"

#include "viewer/dicom/DicomFile.h"
#include "viewer/dicom/Pinyin.h"
#include "viewer/dicom/StudyModel.h"

#include <algorithm>

namespace consilium::fuzz
{

void readDicomInput(const QByteArray &bytes)
{
    using namespace consilium::dicom;
    const Result<Attributes> header = readHeader(bytes);
    if (!header)
        return;
    const Result<InstancePtr> image = describeInstance(*header);
    static_cast<void>(describeFrames(*header));
    const StudyHeader study = describeStudy(*header);
    const Pinyin pinyin = Pinyin::of(study.patient.name.display());
    static_cast<void>(pinyin.matches(Pinyin::fold(study.patient.name.alphabetic)));
    const SeriesHeader series = describeSeries(*header);
    if (!image)
        return;
    for (int frame = 0; frame < std::min(3, (*image)->pixels.frames); ++frame)
        static_cast<void>(readFrame(bytes, frame));
    const auto second = std::make_shared<Instance>(**image); // the same once more under a name of its own
    second->sop = SopInstanceUid((*image)->sop.text() + QStringLiteral(".1"));
    const auto stacks = assemble(series, {*image, second}, 2);
    for (const DataSetPtr &stack : stacks) {
        for (const DataIssue &issue : stack->issues)
            static_cast<void>(issueHeadline(issue));
    }
}

} // namespace consilium::fuzz

/// libFuzzer's entry; the mutation test of the unit tests links it without using it.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    consilium::fuzz::readDicomInput(QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)));
    return 0;
}
