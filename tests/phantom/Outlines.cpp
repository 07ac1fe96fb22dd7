#include "tests/phantom/Outlines.h"

#include "tests/phantom/PhantomSpec.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dctk.h>

#include <QDir>
#include <QFile>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

using namespace Qt::StringLiterals;

namespace consilium::phantom
{

namespace
{

struct Source {
    QString sopClass, sop;
    PatientPoint position;
};

/// The series that is outlined.
struct Series {
    DcmDataset header; ///< of one image
    std::vector<Source> images;
    QString seriesUid, frameUid;
    int rows = 0, columns = 0;
    double rowMm = 0.0, columnMm = 0.0, thicknessMm = 0.0;
};

/// A grid of masks in the plane of an image.
struct Grid {
    int rows = 0, columns = 0;
    double rowMm = 0.0, columnMm = 0.0;
    double left = 0.0, top = 0.0; ///< centre of the first pixel, from that of the image, mm
};

struct Described {
    int number;
    const char *label, *category, *categoryCode, *type, *typeCode;
    std::array<int, 3> lab, rgb;
};
constexpr std::array described{
    Described{1,
              "球 sphere",
              "Morphologically Altered Structure",
              "49755003",
              "Mass",
              "4147007",
              {43803, 50115, 45746},
              {230, 60, 50}},
    Described{
        2, "壳 shell", "Anatomical Structure", "123037004", "Liver", "10200004", {48316, 17603, 43690}, {60, 200, 90}},
    Described{
        3, "盒 box", "Anatomical Structure", "123037004", "Bone", "272673000", {36000, 37000, 15000}, {70, 110, 240}},
};

QByteArray decimal(double value)
{
    for (int digits = 12; digits > 5; --digits) {
        const QByteArray text = QByteArray::number(std::abs(value) < 1e-9 ? 0.0 : value, 'g', digits);
        if (text.size() <= 16)
            return text;
    }
    return QByteArray::number(value, 'g', 6);
}

QByteArray decimals(const std::vector<double> &values)
{
    QByteArrayList texts;
    for (const double value : values)
        texts.append(decimal(value));
    return texts.join('\\');
}

void put(DcmItem &item, const DcmTagKey &tag, const QByteArray &value)
{
    item.putAndInsertString(DcmTag(tag), value.constData());
}

DcmItem &added(DcmItem &item, const DcmTagKey &sequence)
{
    DcmItem *made = nullptr;
    item.findOrCreateSequenceItem(sequence, made, -2);
    return *made;
}

void putCode(DcmItem &item, const DcmTagKey &sequence, const char *value, const char *scheme, const char *meaning)
{
    DcmItem &code = added(item, sequence);
    put(code, DCM_CodeValue, value);
    put(code, DCM_CodingSchemeDesignator, scheme);
    put(code, DCM_CodeMeaning, meaning);
}

QString textOf(DcmItem &item, const DcmTagKey &tag)
{
    OFString value;
    item.findAndGetOFStringArray(tag, value);
    return QString::fromUtf8(value.c_str());
}

std::vector<double> numbersOf(DcmItem &item, const DcmTagKey &tag)
{
    std::vector<double> all;
    for (const QString &text : textOf(item, tag).split(u'\\'))
        all.push_back(text.toDouble());
    return all;
}

Result<void> readSeries(const QString &folder, Series &series)
{
    for (const QString &name : QDir(folder).entryList(QDir::Files, QDir::Name)) {
        DcmFileFormat file;
        if (file.loadFile(QFile::encodeName(QDir(folder).filePath(name)).constData(), EXS_Unknown, EGL_noChange, 4096)
                .bad())
            continue;
        DcmDataset &d = *file.getDataset();
        const auto direction = numbersOf(d, DCM_ImageOrientationPatient), at = numbersOf(d, DCM_ImagePositionPatient);
        if (direction != std::vector<double>{1, 0, 0, 0, 1, 0} || at.size() != 3)
            return fail(ErrorCode::InvalidArgument, u"%1 is not axial"_s.arg(name));
        series.images.push_back(
            {textOf(d, DCM_SOPClassUID), textOf(d, DCM_SOPInstanceUID), PatientPoint{at[0], at[1], at[2]}});
        if (series.images.size() > 1)
            continue;
        series.header = d;
        series.seriesUid = textOf(d, DCM_SeriesInstanceUID);
        series.frameUid = textOf(d, DCM_FrameOfReferenceUID);
        Uint16 rows = 0, columns = 0;
        d.findAndGetUint16(DCM_Rows, rows);
        d.findAndGetUint16(DCM_Columns, columns);
        series.rows = rows;
        series.columns = columns;
        const auto spacing = numbersOf(d, DCM_PixelSpacing);
        if (spacing.size() != 2)
            return fail(ErrorCode::InvalidArgument, u"%1 has no spacing"_s.arg(name));
        series.rowMm = spacing[0];
        series.columnMm = spacing[1];
        series.thicknessMm = textOf(d, DCM_SliceThickness).toDouble();
    }
    if (series.images.empty())
        return fail(ErrorCode::NotFound, u"no images in %1"_s.arg(folder));
    return {};
}

/// What every object of the study has.
void putCommon(DcmDataset &d, Series &series, const QString &sopClass, const QString &name, const char *modality,
               int number)
{
    for (const DcmTagKey &tag : {DCM_PatientName, DCM_PatientID, DCM_PatientBirthDate, DCM_PatientSex,
                                 DCM_StudyInstanceUID, DCM_StudyDate, DCM_StudyTime, DCM_StudyID, DCM_StudyDescription,
                                 DCM_AccessionNumber, DCM_ReferringPhysicianName, DCM_FrameOfReferenceUID})
        put(d, tag, textOf(series.header, tag).toUtf8());
    put(d, DCM_SpecificCharacterSet, "ISO_IR 192");
    put(d, DCM_PositionReferenceIndicator, "");
    put(d, DCM_SOPClassUID, sopClass.toLatin1());
    put(d, DCM_SOPInstanceUID, uidFor(u"outline|%1|%2"_s.arg(series.seriesUid, name)).toLatin1());
    put(d, DCM_SeriesInstanceUID, uidFor(u"outlines|%1|%2"_s.arg(series.seriesUid, name)).toLatin1());
    put(d, DCM_Modality, modality);
    put(d, DCM_SeriesNumber, QByteArray::number(number));
    put(d, DCM_SeriesDescription, name.toUtf8());
    put(d, DCM_SeriesDate, "20240102");
    put(d, DCM_SeriesTime, "030405");
    put(d, DCM_InstanceNumber, "1");
    put(d, DCM_Manufacturer, "Consilium");
    put(d, DCM_ManufacturerModelName, "Phantom");
    put(d, DCM_SoftwareVersions, CONSILIUM_VERSION);
    put(d, DCM_DeviceSerialNumber, "0");
}

PatientPoint centreOf(const Source &image, const Grid &grid, int row, int column)
{
    return {image.position.x + grid.left + column * grid.columnMm, image.position.y + grid.top + row * grid.rowMm,
            image.position.z};
}

/// 0 or 1; of a fractional one the share of 4 x 4 places within the pixel, of 255.
int valueAt(int segment, const Source &image, const Grid &grid, int row, int column, bool isFractional)
{
    const PatientPoint centre = centreOf(image, grid, row, column);
    if (!isFractional)
        return OutlineTruth::contains(segment, centre) ? 1 : 0;
    int inside = 0;
    for (int i = 0; i < 16; ++i) {
        const double dx = ((i % 4) - 1.5) / 4.0 * grid.columnMm, dy = ((i / 4) - 1.5) / 4.0 * grid.rowMm;
        inside += OutlineTruth::contains(segment, {centre.x + dx, centre.y + dy, centre.z}) ? 1 : 0;
    }
    return (inside * 255 + 8) / 16;
}

void putSegments(DcmDataset &d)
{
    for (const Described &s : described) {
        DcmItem &item = added(d, DCM_SegmentSequence);
        item.putAndInsertUint16(DCM_SegmentNumber, Uint16(s.number));
        put(item, DCM_SegmentLabel, s.label);
        put(item, DCM_SegmentAlgorithmType, "AUTOMATIC");
        put(item, DCM_SegmentAlgorithmName, "phantom");
        putCode(item, DCM_SegmentedPropertyCategoryCodeSequence, s.categoryCode, "SCT", s.category);
        putCode(item, DCM_SegmentedPropertyTypeCodeSequence, s.typeCode, "SCT", s.type);
        const std::array<Uint16, 3> lab{Uint16(s.lab[0]), Uint16(s.lab[1]), Uint16(s.lab[2])};
        item.putAndInsertUint16Array(DCM_RecommendedDisplayCIELabValue, lab.data(), 3);
    }
}

void putDimensions(DcmDataset &d, const QString &name)
{
    const QByteArray uid = uidFor(u"dimensions|"_s + name).toLatin1();
    put(added(d, DCM_DimensionOrganizationSequence), DCM_DimensionOrganizationUID, uid);
    const std::array<std::pair<DcmTagKey, DcmTagKey>, 2> pointers{
        std::pair(DCM_ReferencedSegmentNumber, DCM_SegmentIdentificationSequence),
        std::pair(DCM_ImagePositionPatient, DCM_PlanePositionSequence)};
    for (const auto &[pointer, group] : pointers) {
        DcmItem &index = added(d, DCM_DimensionIndexSequence);
        put(index, DCM_DimensionOrganizationUID, uid);
        index.putAndInsertTagKey(DCM_DimensionIndexPointer, pointer);
        index.putAndInsertTagKey(DCM_FunctionalGroupPointer, group);
    }
}

void putFrame(DcmDataset &d, const Source &image, const Grid &grid, int segment, int place, bool isOwnGrid)
{
    DcmItem &groups = added(d, DCM_PerFrameFunctionalGroupsSequence);
    DcmItem &content = added(groups, DCM_FrameContentSequence);
    const std::array<Uint32, 2> values{Uint32(segment), Uint32(place)};
    auto *const index = new DcmUnsignedLong(DCM_DimensionIndexValues);
    index->putUint32Array(values.data(), values.size());
    content.insert(index);
    const PatientPoint first = centreOf(image, grid, 0, 0);
    put(added(groups, DCM_PlanePositionSequence), DCM_ImagePositionPatient, decimals({first.x, first.y, first.z}));
    added(groups, DCM_SegmentIdentificationSequence).putAndInsertUint16(DCM_ReferencedSegmentNumber, Uint16(segment));
    if (!isOwnGrid)
        return; // placed by geometry alone
    DcmItem &derived = added(groups, DCM_DerivationImageSequence);
    putCode(derived, DCM_DerivationCodeSequence, "113076", "DCM", "Segmentation");
    DcmItem &source = added(derived, DCM_SourceImageSequence);
    put(source, DCM_ReferencedSOPClassUID, image.sopClass.toLatin1());
    put(source, DCM_ReferencedSOPInstanceUID, image.sop.toLatin1());
    putCode(source, DCM_PurposeOfReferenceCodeSequence, "121322", "DCM", "Source image for image processing operation");
}

void putShared(DcmDataset &d, const Series &series, const Grid &grid)
{
    DcmItem &shared = added(d, DCM_SharedFunctionalGroupsSequence);
    put(added(shared, DCM_PlaneOrientationSequence), DCM_ImageOrientationPatient, "1\\0\\0\\0\\1\\0");
    DcmItem &measures = added(shared, DCM_PixelMeasuresSequence);
    put(measures, DCM_PixelSpacing, decimals({grid.rowMm, grid.columnMm}));
    put(measures, DCM_SliceThickness, decimal(series.thicknessMm));
}

void putReferences(DcmDataset &d, const Series &series)
{
    DcmItem &referenced = added(d, DCM_ReferencedSeriesSequence);
    put(referenced, DCM_SeriesInstanceUID, series.seriesUid.toLatin1());
    for (const Source &image : series.images) {
        DcmItem &one = added(referenced, DCM_ReferencedInstanceSequence);
        put(one, DCM_ReferencedSOPClassUID, image.sopClass.toLatin1());
        put(one, DCM_ReferencedSOPInstanceUID, image.sop.toLatin1());
    }
}

void putMaskDescription(DcmDataset &d, const Grid &grid, int frames, bool isFractional)
{
    put(d, DCM_ImageType, "DERIVED\\PRIMARY");
    put(d, DCM_ContentDate, "20240102");
    put(d, DCM_ContentTime, "030405");
    put(d, DCM_ContentLabel, "PHANTOM");
    put(d, DCM_ContentDescription, "known truth");
    put(d, DCM_ContentCreatorName, "");
    put(d, DCM_PhotometricInterpretation, "MONOCHROME2");
    put(d, DCM_LossyImageCompression, "00");
    put(d, DCM_SegmentationType, isFractional ? "FRACTIONAL" : "BINARY");
    if (isFractional) {
        put(d, DCM_SegmentationFractionalType, "OCCUPANCY");
        d.putAndInsertUint16(DCM_MaximumFractionalValue, 255);
    }
    put(d, DCM_NumberOfFrames, QByteArray::number(frames));
    d.putAndInsertUint16(DCM_SamplesPerPixel, 1);
    d.putAndInsertUint16(DCM_Rows, Uint16(grid.rows));
    d.putAndInsertUint16(DCM_Columns, Uint16(grid.columns));
    d.putAndInsertUint16(DCM_BitsAllocated, isFractional ? 8 : 1);
    d.putAndInsertUint16(DCM_BitsStored, isFractional ? 8 : 1);
    d.putAndInsertUint16(DCM_HighBit, isFractional ? 7 : 0);
    d.putAndInsertUint16(DCM_PixelRepresentation, 0);
}

Result<void> save(DcmFileFormat &file, const QString &path)
{
    const OFCondition saved = file.saveFile(QFile::encodeName(path).constData(), EXS_LittleEndianExplicit,
                                            EET_ExplicitLength, EGL_recalcGL, EPD_noChange, 0, 0, EWM_fileformat);
    if (saved.good())
        return {};
    return fail(ErrorCode::FileUnreadable, u"cannot be written: %1"_s.arg(QString::fromLatin1(saved.text())));
}

Result<void> writeMasks(Series &series, const Grid &grid, const QString &path, const QString &name, int number,
                        bool isFractional, bool isOwnGrid)
{
    DcmFileFormat file;
    DcmDataset &d = *file.getDataset();
    putCommon(d, series, QStringLiteral(UID_SegmentationStorage), name, "SEG", number);
    putSegments(d);
    putDimensions(d, name);
    putShared(d, series, grid);
    if (isOwnGrid)
        putReferences(d, series);
    std::vector<Uint8> values;
    int frames = 0;
    for (const Described &segment : described) {
        for (std::size_t i = 0; i < series.images.size(); ++i) {
            std::vector<Uint8> frame;
            for (int row = 0; row < grid.rows; ++row)
                for (int column = 0; column < grid.columns; ++column)
                    frame.push_back(Uint8(valueAt(segment.number, series.images[i], grid, row, column, isFractional)));
            if (std::all_of(frame.begin(), frame.end(), [](Uint8 v) { return v == 0; }))
                continue;
            putFrame(d, series.images[i], grid, segment.number, int(i) + 1, isOwnGrid);
            values.insert(values.end(), frame.begin(), frame.end());
            ++frames;
        }
    }
    putMaskDescription(d, grid, frames, isFractional);
    std::vector<Uint8> bytes;
    if (isFractional) {
        bytes = std::move(values);
    } else { // one bit behind the other, frames not padded. PS3.5 8.2
        bytes.assign((values.size() + 7) / 8, 0);
        for (std::size_t i = 0; i < values.size(); ++i)
            bytes[i / 8] = Uint8(bytes[i / 8] | values[i] << (i % 8));
    }
    if (bytes.size() % 2)
        bytes.push_back(0);
    d.putAndInsertUint8Array(DCM_PixelData, bytes.data(), static_cast<unsigned long>(bytes.size()));
    return save(file, path);
}

using Polygon = std::vector<std::pair<double, double>>;

Polygon circle(PatientPoint centre, double radius)
{
    Polygon points;
    for (int i = 0; i < OutlineTruth::corners; ++i) {
        const double angle = 2.0 * 3.14159265358979323846 * i / OutlineTruth::corners;
        points.emplace_back(centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle));
    }
    return points;
}

/// Of a ball at this height; 0: it does not reach it.
double radiusAt(PatientPoint centre, double radius, double z)
{
    const double h = z - centre.z;
    return std::abs(h) < radius ? std::sqrt(radius * radius - h * h) : 0.0;
}

/// Out by the outer circle, along a channel to the inner one, round it and back.
Polygon keyhole(const Polygon &outer, const Polygon &inner)
{
    Polygon all = outer;
    all.push_back(outer.front());
    all.push_back(inner.front());
    all.insert(all.end(), inner.rbegin(), inner.rend());
    all.push_back(outer.front());
    return all;
}

std::vector<Polygon> contoursAt(int region, double z)
{
    using T = OutlineTruth;
    const double sphere = radiusAt(T::sphere, T::sphereMm, z), outer = radiusAt(T::shell, T::outerMm, z),
                 inner = radiusAt(T::shell, T::innerMm, z);
    if (region == 1 && sphere > 0.5)
        return {circle(T::sphere, sphere)};
    if (region == 2 && outer > 0.5)
        return inner > 0.5 ? std::vector<Polygon>{circle(T::shell, outer), circle(T::shell, inner)}
                           : std::vector<Polygon>{circle(T::shell, outer)};
    if (region == 3 && z >= T::boxLow.z && z <= T::boxHigh.z)
        return {{{T::boxLow.x, T::boxLow.y},
                 {T::boxHigh.x, T::boxLow.y},
                 {T::boxHigh.x, T::boxHigh.y},
                 {T::boxLow.x, T::boxHigh.y}}};
    if (region == 4 && outer > 0.5)
        return {inner > 0.5 ? keyhole(circle(T::shell, outer), circle(T::shell, inner)) : circle(T::shell, outer)};
    return {};
}

void putContour(DcmItem &region, const Source &image, const Polygon &polygon, const char *type)
{
    DcmItem &contour = added(region, DCM_ContourSequence);
    DcmItem &source = added(contour, DCM_ContourImageSequence);
    put(source, DCM_ReferencedSOPClassUID, image.sopClass.toLatin1());
    put(source, DCM_ReferencedSOPInstanceUID, image.sop.toLatin1());
    put(contour, DCM_ContourGeometricType, type);
    put(contour, DCM_NumberOfContourPoints, QByteArray::number(qsizetype(polygon.size())));
    std::vector<double> numbers;
    for (const auto &[x, y] : polygon)
        numbers.insert(numbers.end(), {std::round(x * 1e4) / 1e4, std::round(y * 1e4) / 1e4, image.position.z});
    put(contour, DCM_ContourData, decimals(numbers));
}

void putStructureReferences(DcmDataset &d, const Series &series)
{
    DcmItem &frame = added(d, DCM_ReferencedFrameOfReferenceSequence);
    put(frame, DCM_FrameOfReferenceUID, series.frameUid.toLatin1());
    DcmItem &study = added(frame, DCM_RTReferencedStudySequence);
    put(study, DCM_ReferencedSOPClassUID, "1.2.840.10008.3.1.2.3.1");
    put(study, DCM_ReferencedSOPInstanceUID, textOf(d, DCM_StudyInstanceUID).toLatin1());
    DcmItem &referenced = added(study, DCM_RTReferencedSeriesSequence);
    put(referenced, DCM_SeriesInstanceUID, series.seriesUid.toLatin1());
    for (const Source &image : series.images) {
        DcmItem &one = added(referenced, DCM_ContourImageSequence);
        put(one, DCM_ReferencedSOPClassUID, image.sopClass.toLatin1());
        put(one, DCM_ReferencedSOPInstanceUID, image.sop.toLatin1());
    }
}

DcmDataset datasetOf(Series &series)
{
    DcmDataset d;
    putCommon(d, series, QStringLiteral(UID_RTStructureSetStorage), u"outlines of known truth"_s, "RTSTRUCT", 94);
    put(d, DCM_OperatorsName, "");
    put(d, DCM_StructureSetLabel, "PHANTOM");
    put(d, DCM_StructureSetName, "known truth");
    put(d, DCM_StructureSetDate, "20240102");
    put(d, DCM_StructureSetTime, "030405");
    put(d, DCM_ApprovalStatus, "UNAPPROVED");
    putStructureReferences(d, series);
    return d;
}

Result<void> writeStructures(Series &series, const QString &path)
{
    DcmFileFormat file;
    *file.getDataset() = datasetOf(series);
    DcmDataset &d = *file.getDataset();
    constexpr std::array<const char *, 5> names{"球 sphere", "壳 shell", "盒 box", "keyhole", "isocentre"};
    for (int region = 1; region <= 5; ++region) {
        DcmItem &roi = added(d, DCM_StructureSetROISequence);
        put(roi, DCM_ROINumber, QByteArray::number(region));
        put(roi, DCM_ReferencedFrameOfReferenceUID, series.frameUid.toLatin1());
        put(roi, DCM_ROIName, names[std::size_t(region - 1)]);
        put(roi, DCM_ROIGenerationAlgorithm, "AUTOMATIC");
        DcmItem &drawn = added(d, DCM_ROIContourSequence);
        const Described &like = described[std::size_t((region - 1) % 3)];
        put(drawn, DCM_ROIDisplayColor, decimals({double(like.rgb[0]), double(like.rgb[1]), double(like.rgb[2])}));
        put(drawn, DCM_ReferencedROINumber, QByteArray::number(region));
        for (const Source &image : series.images)
            for (const Polygon &polygon : contoursAt(region, image.position.z))
                putContour(drawn, image, polygon, "CLOSED_PLANAR");
        if (region == 5) {
            const auto nearest =
                std::min_element(series.images.begin(), series.images.end(), [](const Source &a, const Source &b) {
                    return std::abs(a.position.z - OutlineTruth::point.z) <
                           std::abs(b.position.z - OutlineTruth::point.z);
                });
            putContour(drawn, *nearest, {{OutlineTruth::point.x, OutlineTruth::point.y}}, "POINT");
        }
        DcmItem &seen = added(d, DCM_RTROIObservationsSequence);
        put(seen, DCM_ObservationNumber, QByteArray::number(region));
        put(seen, DCM_ReferencedROINumber, QByteArray::number(region));
        put(seen, DCM_RTROIInterpretedType, region == 5 ? "ISOCENTER" : "ORGAN");
        put(seen, DCM_ROIInterpreter, "");
    }
    return save(file, path);
}

} // namespace

bool OutlineTruth::contains(int segment, PatientPoint p)
{
    if (segment == 1)
        return (p - sphere).length() < sphereMm;
    if (segment == 2 || segment == 4)
        return (p - shell).length() < outerMm && (p - shell).length() >= innerMm;
    return segment == 3 && p.x >= boxLow.x && p.x < boxHigh.x && p.y >= boxLow.y && p.y < boxHigh.y &&
           p.z >= boxLow.z && p.z <= boxHigh.z;
}

Result<int> writeOutlines(const QString &imageFolder, const QString &folder)
{
    Series series;
    if (const auto read = readSeries(imageFolder, series); !read)
        return fail(read.error());
    if (!QDir().mkpath(folder))
        return fail(ErrorCode::FileUnreadable, u"cannot create %1"_s.arg(folder));
    const QDir out(folder);
    const Grid own{series.rows, series.columns, series.rowMm, series.columnMm, 0.0, 0.0};
    // A part of the field, not on the images' own centres, and no whole number of bytes a row.
    const Grid fine{series.rows + 3,
                    (series.columns | 7) + 6,
                    series.rowMm / 2,
                    series.columnMm / 2,
                    series.rowMm * (series.rows / 4 + 0.3),
                    series.columnMm * (series.columns / 4 + 0.2)};
    for (const Result<void> &done :
         {writeMasks(series, own, out.filePath(u"seg.dcm"_s), u"masks"_s, 91, false, true),
          writeMasks(series, fine, out.filePath(u"seg-fine.dcm"_s), u"masks, finer"_s, 92, false, false),
          writeMasks(series, own, out.filePath(u"seg-fraction.dcm"_s), u"masks, fractional"_s, 93, true, true),
          writeStructures(series, out.filePath(u"rtstruct.dcm"_s))}) {
        if (!done)
            return fail(done.error());
    }
    return int(series.images.size());
}

} // namespace consilium::phantom
