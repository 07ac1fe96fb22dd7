#include "app/bridge/SameObject.h"

#include "viewer/dicom/DicomFile.h"
#include "viewer/dicom/StackIssues.h"

#include <QFile>
#include <QSet>

#include <algorithm>
#include <tuple>

namespace consilium::app
{

namespace
{

constexpr qint64 blockBytes = 1 << 20; ///< compared at once

auto whatItIs(const dicom::Instance &i)
{
    return std::tuple(i.frame, i.study.text(), i.series.text(), i.sopClass.text(), i.instanceNumber,
                      i.acquisitionNumber, i.temporalPosition, i.echoNumber, i.triggerTimeMs, i.frameTimeMs,
                      i.imageType, i.laterality, i.viewPosition, i.dimensions, i.segment, i.acquisition,
                      i.sliceThicknessMm, i.gantryTiltDeg);
}

auto whereItLies(const dicom::FrameGeometry &g)
{
    return std::tuple(g.rows, g.columns, g.frameOfReference.text(), g.rowLetters, g.columnLetters,
                      g.aspectRowsToColumns);
}

/// All that turns the bytes into what is seen.
auto howItLooks(const dicom::Instance &i)
{
    const dicom::PixelDescription &p = i.pixels;
    return std::tuple(p.rows, p.columns, p.samplesPerPixel, p.bitsAllocated, p.bitsStored, p.highBit, p.isSigned,
                      p.isFloat, p.planar, p.frames, p.photometricName, p.paddingValue, p.paddingLimit,
                      p.transferSyntax.text(), i.grey.slope, i.grey.intercept, i.grey.lowIsWhite, i.grey.voiFunction,
                      i.grey.unit, i.grey.unitText, p.overlayBits, p.lossy);
}

/// Tables and overlays are not compared value by value: where there are some, only equal files are the same.
bool hasTables(const dicom::Instance &i)
{
    return i.pixels.palette || i.pixels.iccProfile || i.grey.modalityLut || !i.grey.voiLuts.empty() || i.overlays ||
           i.shutter || i.geometry.regions;
}

bool areDescribedAlike(const dicom::Instance &a, const dicom::Instance &b)
{
    const dicom::FrameGeometry &g = a.geometry, &h = b.geometry;
    const auto isSameWindow = [](const dicom::FileWindow &v, const dicom::FileWindow &w) {
        return v.centre == w.centre && v.width == w.width;
    };
    return !hasTables(a) && !hasTables(b) && a.patient == b.patient && whatItIs(a) == whatItIs(b) &&
           howItLooks(a) == howItLooks(b) && whereItLies(g) == whereItLies(h) && g.spacing == h.spacing &&
           g.position == h.position && g.alongRow == h.alongRow && g.alongColumn == h.alongColumn &&
           std::equal(a.grey.windows.begin(), a.grey.windows.end(), b.grey.windows.begin(), b.grey.windows.end(),
                      isSameWindow);
}

} // namespace

bool areSameFiles(const QString &a, const QString &b)
{
    QFile first(a), second(b);
    if (!first.open(QIODevice::ReadOnly) || !second.open(QIODevice::ReadOnly) || first.size() != second.size())
        return false;
    while (!first.atEnd()) {
        const QByteArray bytes = first.read(blockBytes);
        if (bytes.isEmpty() || bytes != second.read(blockBytes))
            return false;
    }
    return second.atEnd();
}

bool areSameImages(const std::vector<dicom::InstancePtr> &a, const std::vector<dicom::InstancePtr> &b)
{
    const bool isAlike =
        !a.empty() && std::equal(a.begin(), a.end(), b.begin(), b.end(),
                                 [](const auto &i, const auto &k) { return areDescribedAlike(*i, *k); });
    if (!isAlike)
        return false;
    const auto first = dicom::FrameFile::open(a.front()->localFile),
               second = dicom::FrameFile::open(b.front()->localFile);
    if (!first || !second)
        return false;
    for (int frame = 0; frame < int(a.size()); ++frame) {
        const auto bytes = (*first)->frame(frame), others = (*second)->frame(frame);
        if (!bytes || !others || *bytes != *others)
            return false;
    }
    return true;
}

void tellOfDiffering(std::vector<dicom::DataSetPtr> &dataSets, const DifferingFiles &differing)
{
    if (differing.isEmpty())
        return;
    for (dicom::DataSetPtr &dataSet : dataSets) {
        std::vector<SopInstanceUid> sops;
        QSet<SopInstanceUid> seen;
        int files = 0;
        for (const auto &slice : dataSet->slices) {
            const auto found = differing.constFind(slice->sop);
            if (found == differing.cend() || seen.contains(slice->sop))
                continue;
            seen.insert(slice->sop);
            sops.push_back(slice->sop);
            files += *found;
        }
        if (sops.empty())
            continue;
        auto told = std::make_shared<dicom::DataSet>(*dataSet);
        told->issues.push_back(dicom::differingObjects(files, sops));
        dataSet = std::move(told);
    }
}

} // namespace consilium::app
