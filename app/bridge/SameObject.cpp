#include "app/bridge/SameObject.h"

#include "viewer/dicom/DicomFile.h"
#include "viewer/dicom/Overlays.h"
#include "viewer/dicom/Shutter.h"
#include "viewer/dicom/StackIssues.h"
#include "viewer/pixels/TransferSyntaxes.h"
#include "viewer/segments/SameSegmentation.h"
#include "viewer/segments/SegmentationReader.h"

#include <QFile>
#include <QSet>
#include <QtEndian>

#include <algorithm>
#include <optional>
#include <tuple>

namespace consilium::app
{

namespace
{

constexpr qint64 blockBytes = 1 << 20; ///< compared at once
constexpr qint64 mostMeta = 1 << 16;   ///< bytes of preamble and file meta information

/// Of a Part 10 file: where its data set begins, and in which transfer syntax it is written.
struct DataSetPlace {
    qint64 begin = 0;
    QByteArray syntax;
};

/// PS3.10 7.1; nullopt for what does not begin so. The group length is often wrong: the group itself says where it
/// ends.
std::optional<DataSetPlace> dataSetIn(QFile &file)
{
    const QByteArray head = file.read(mostMeta);
    if (head.mid(128, 4) != "DICM")
        return std::nullopt;
    const auto word = [&](qsizetype at) { return qFromLittleEndian<quint16>(head.constData() + at); };
    DataSetPlace place{132, {}};
    while (place.begin + 12 <= head.size() && word(place.begin) == 0x0002) {
        const bool isLong = QByteArrayList{"OB", "OW", "SQ", "UN", "UT"}.contains(head.mid(place.begin + 4, 2));
        const qint64 length = isLong ? qint64(qFromLittleEndian<quint32>(head.constData() + place.begin + 8))
                                     : qint64(word(place.begin + 6));
        const qint64 value = place.begin + (isLong ? 12 : 8);
        if (length > head.size() - value)
            return std::nullopt;
        if (word(place.begin + 2) == tags::TransferSyntaxUid.element)
            place.syntax = head.mid(value, length);
        place.begin = value + length;
    }
    return place;
}

/// The same bytes from the data set on, in the same transfer syntax; of files that are not written so, all bytes.
bool areSameBytes(const QString &a, const QString &b, const CancelToken &stop)
{
    QFile first(a), second(b);
    if (!first.open(QIODevice::ReadOnly) || !second.open(QIODevice::ReadOnly))
        return false;
    const auto one = dataSetIn(first), other = dataSetIn(second);
    if (one.has_value() != other.has_value() || (one && one->syntax != other->syntax))
        return false;
    const qint64 begin = one ? one->begin : 0, otherBegin = other ? other->begin : 0;
    if (first.size() - begin != second.size() - otherBegin || !first.seek(begin) || !second.seek(otherBegin))
        return false;
    while (!first.atEnd()) {
        const QByteArray bytes = first.read(blockBytes);
        if (stop.isCancelled() || bytes.isEmpty() || bytes != second.read(blockBytes))
            return false;
    }
    return second.atEnd();
}

auto whatItIs(const dicom::Instance &i)
{
    return std::tuple(i.frame, i.study.text(), i.series.text(), i.sopClass.text(), i.instanceNumber,
                      i.acquisitionNumber, i.temporalPosition, i.echoNumber, i.triggerTimeMs, i.frameTimeMs,
                      i.imageType, i.laterality, i.viewPosition, i.dimensions, i.segment, i.segmentLabel, i.acquisition,
                      i.sliceThicknessMm, i.gantryTiltDeg);
}

auto whereItLies(const dicom::FrameGeometry &g)
{
    return std::tuple(g.rows, g.columns, g.frameOfReference.text(), g.rowLetters, g.columnLetters,
                      g.aspectRowsToColumns);
}

/// What the bytes of a frame are to be read by. Native ones are compared in one order of their bytes, so that what
/// stands around them (explicit or implicit, deflated, big endian) makes no difference.
QString codeOf(const dicom::PixelDescription &p)
{
    const pixels::Coding coding = pixels::codingOf(p.transferSyntax);
    const bool isNative = coding == pixels::Coding::LittleEndian || coding == pixels::Coding::BigEndian;
    return isNative ? QString() : p.transferSyntax.text();
}

QByteArray inOneOrder(QByteArray bytes, const dicom::PixelDescription &p)
{
    const qsizetype size = p.bitsAllocated / 8;
    if (pixels::codingOf(p.transferSyntax) != pixels::Coding::BigEndian || size < 2)
        return bytes;
    for (qsizetype at = 0; at + size <= bytes.size(); at += size)
        std::reverse(bytes.begin() + at, bytes.begin() + at + size);
    return bytes;
}

/// All that turns the bytes into what is seen.
auto howItLooks(const dicom::Instance &i)
{
    const dicom::PixelDescription &p = i.pixels;
    return std::tuple(p.rows, p.columns, p.samplesPerPixel, p.bitsAllocated, p.bitsStored, p.highBit, p.isSigned,
                      p.isFloat, p.planar, p.frames, p.photometricName, p.paddingValue, p.paddingLimit, codeOf(p),
                      i.grey.slope, i.grey.intercept, i.grey.lowIsWhite, i.grey.voiFunction, i.grey.unit,
                      i.grey.unitText, p.overlayBits, p.lossy);
}

auto valuesOf(const dicom::LookupTable &t)
{
    return std::tie(t.firstMapped, t.bits, t.entries, t.explanation);
}
auto valuesOf(const dicom::FileWindow &w)
{
    return std::tie(w.centre, w.width);
}
auto valuesOf(const dicom::ColourPalette &p)
{
    return std::tie(p.firstMapped, p.rgb);
}
auto valuesOf(const QByteArray &profile)
{
    return std::tie(profile);
}
auto valuesOf(const dicom::OverlayPlane &o)
{
    return std::tie(o.group, o.rows, o.columns, o.top, o.left, o.frames, o.firstFrame, o.isEveryFrame, o.label,
                    o.description, o.bits, o.bitInPixels);
}
auto valuesOf(const dicom::UltrasoundRegion &r)
{
    return std::tie(r.left, r.top, r.right, r.bottom, r.isPriority, r.spacing);
}
auto valuesOf(const dicom::Shutter::Vertex &v)
{
    return std::tie(v.row, v.column);
}

template<class T>
bool areAlike(const std::vector<T> &a, const std::vector<T> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const T &x, const T &y) { return valuesOf(x) == valuesOf(y); });
}

/// Both are not there, or both are and hold the same.
template<class Pointer, class Alike>
bool areBoth(const Pointer &a, const Pointer &b, Alike alike)
{
    return a && b ? alike(*a, *b) : !a && !b;
}

bool areSameShutters(const dicom::Shutter &a, const dicom::Shutter &b)
{
    using Shutter = dicom::Shutter;
    return areBoth(a.rectangle, b.rectangle,
                   [](const Shutter::Rectangle &x, const Shutter::Rectangle &y) {
                       return std::tie(x.left, x.right, x.top, x.bottom) == std::tie(y.left, y.right, y.top, y.bottom);
                   }) &&
           areBoth(a.circle, b.circle,
                   [](const Shutter::Circle &x, const Shutter::Circle &y) {
                       return std::tie(x.row, x.column, x.radius, x.rowsToColumns) ==
                              std::tie(y.row, y.column, y.radius, y.rowsToColumns);
                   }) &&
           areAlike(a.polygon, b.polygon) && a.grey == b.grey;
}

/// The look-up tables, palettes, overlays and shutters.
bool haveSameTables(const dicom::Instance &a, const dicom::Instance &b)
{
    const auto values = [](const auto &x, const auto &y) { return valuesOf(x) == valuesOf(y); };
    const auto lists = [](const auto &x, const auto &y) { return areAlike(x, y); };
    return areBoth(a.pixels.palette, b.pixels.palette, values) &&
           areBoth(a.pixels.iccProfile, b.pixels.iccProfile, values) &&
           areBoth(a.grey.modalityLut, b.grey.modalityLut, values) &&
           std::equal(a.grey.voiLuts.begin(), a.grey.voiLuts.end(), b.grey.voiLuts.begin(), b.grey.voiLuts.end(),
                      [&](const auto &x, const auto &y) { return areBoth(x, y, values); }) &&
           areBoth(a.overlays, b.overlays, lists) && areBoth(a.shutter, b.shutter, areSameShutters) &&
           areBoth(a.geometry.regions, b.geometry.regions, lists);
}

bool areDescribedAlike(const dicom::Instance &a, const dicom::Instance &b)
{
    const dicom::FrameGeometry &g = a.geometry, &h = b.geometry;
    return a.patient == b.patient && whatItIs(a) == whatItIs(b) && howItLooks(a) == howItLooks(b) &&
           whereItLies(g) == whereItLies(h) && g.spacing == h.spacing && g.position == h.position &&
           g.alongRow == h.alongRow && g.alongColumn == h.alongColumn && areAlike(a.grey.windows, b.grey.windows) &&
           haveSameTables(a, b);
}

/// Where the known file is cut short nothing may be left of a frame; that is the beginning of any.
Result<QByteArray> remainsOf(dicom::FrameFile &file, int frame, bool isCutShort)
{
    auto bytes = file.frame(frame);
    const bool isGone = isCutShort && !bytes && bytes.error().code == ErrorCode::PixelsDamaged;
    return isGone ? Result<QByteArray>(QByteArray()) : std::move(bytes);
}

Likeness likenessOfImages(const ObjectFile &known, const ObjectFile &other, const CancelToken &stop)
{
    using Extent = dicom::FrameFile::Extent;
    const bool isAlike = !known.frames.empty() &&
                         std::equal(known.frames.begin(), known.frames.end(), other.frames.begin(), other.frames.end(),
                                    [](const auto &i, const auto &k) { return areDescribedAlike(*i, *k); });
    if (!isAlike)
        return Likeness::Different;
    const auto first = dicom::FrameFile::open(known.path), second = dicom::FrameFile::open(other.path);
    if (!first || !second)
        return Likeness::Different;
    const bool mayBeBeginning = (*first)->extent() == Extent::EndsBefore && (*second)->extent() == Extent::Whole;
    bool isSame = true;
    for (int frame = 0; frame < int(known.frames.size()); ++frame) {
        auto bytes = remainsOf(**first, frame, mayBeBeginning), others = (*second)->frame(frame);
        if (stop.isCancelled() || !bytes || !others)
            return Likeness::Different;
        const std::size_t at = std::size_t(frame);
        const QByteArray one = inOneOrder(std::move(*bytes), known.frames[at]->pixels),
                         two = inOneOrder(std::move(*others), other.frames[at]->pixels);
        isSame = isSame && one == two;
        if (!isSame && !(mayBeBeginning && two.startsWith(one)))
            return Likeness::Different;
    }
    return isSame ? Likeness::Same : Likeness::KnownCutShort;
}

/// Masks that only the helper decodes cannot be compared here: where their bytes differ they are not the same.
Likeness likenessOfOutlines(const ObjectFile &known, const ObjectFile &other, const CancelToken &stop)
{
    const auto first = segments::readSegmentation(known.path, nullptr, stop);
    if (!first)
        return first.error().code == ErrorCode::UnsupportedSyntax ? Likeness::Different : Likeness::KnownBroken;
    const auto second = segments::readSegmentation(other.path, nullptr, stop);
    return second && segments::holdTheSame(**first, **second) ? Likeness::Same : Likeness::Different;
}

} // namespace

Likeness likenessOf(const ObjectFile &known, const ObjectFile &other, const CancelToken &stop)
{
    if (areSameBytes(known.path, other.path, stop))
        return Likeness::Same;
    if (stop.isCancelled() || known.isOutlines != other.isOutlines)
        return Likeness::Different;
    if (known.isOutlines)
        return likenessOfOutlines(known, other, stop);
    return likenessOfImages(known, other, stop);
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
