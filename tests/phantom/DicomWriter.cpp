#include "tests/phantom/DicomWriter.h"

#include "tests/phantom/HtJpeg2000.h"
#include "tests/phantom/Jpeg2000.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dcpxitem.h>
#include <dcmtk/dcmdata/dcrledrg.h>
#include <dcmtk/dcmdata/dcrleerg.h>
#include <dcmtk/dcmdata/dctk.h>
#include <dcmtk/dcmjpeg/djdecode.h>
#include <dcmtk/dcmjpeg/djencode.h>
#include <dcmtk/dcmjpeg/djrplol.h>
#include <dcmtk/dcmjpls/djdecode.h>
#include <dcmtk/dcmjpls/djencode.h>
#include <dcmtk/dcmjpls/djrparam.h>

#include <QFile>

#include <algorithm>
#include <array>
#include <exception>
#include <mutex>

using namespace Qt::StringLiterals;

namespace consilium::phantom
{

namespace
{

/// How a transfer syntax is written. Those of a name with a number are 1.2.840.10008.1.2.4 and that number; those that
/// may be lossy are written lossless here.
struct Syntax {
    const char *name;
    E_TransferSyntax id;
    const char *htUid = nullptr; ///< HTJ2K, which DCMTK does not know: written as JPEG 2000, then renamed
};
constexpr std::array syntaxes{
    Syntax{"explicit", EXS_LittleEndianExplicit},
    Syntax{"implicit", EXS_LittleEndianImplicit},
    Syntax{"bigendian", EXS_BigEndianExplicit},
    Syntax{"deflated", EXS_DeflatedLittleEndianExplicit},
    Syntax{"rle", EXS_RLELossless},
    Syntax{"jpegls", EXS_JPEGLSLossless},
    Syntax{"jpeg2000", EXS_JPEG2000LosslessOnly},
    Syntax{"jpeg", EXS_JPEGProcess14SV1},
    Syntax{"htj2k", EXS_JPEG2000LosslessOnly, "1.2.840.10008.1.2.4.201"},
    Syntax{"jpeg-57", EXS_JPEGProcess14},
    Syntax{"jpegls-81", EXS_JPEGLSLossy},
    Syntax{"jpeg2000-91", EXS_JPEG2000},
    Syntax{"htj2k-202", EXS_JPEG2000LosslessOnly, "1.2.840.10008.1.2.4.202"},
    Syntax{"htj2k-203", EXS_JPEG2000LosslessOnly, "1.2.840.10008.1.2.4.203"},
};

const Syntax *syntaxOf(const QString &name)
{
    const auto *const it = std::find_if(syntaxes.begin(), syntaxes.end(),
                                        [&](const Syntax &s) { return name == QLatin1StringView(s.name); });
    return it == syntaxes.end() ? nullptr : it;
}

bool isJpeg2000(E_TransferSyntax id)
{
    return id == EXS_JPEG2000LosslessOnly || id == EXS_JPEG2000;
}

/// DCMTK's JPEG-LS falls in a program that the decoders' CharLS is linked to as well: functions of one name. There
/// these files come from consilium-phantom, as a program of its own.
void registerCodecs()
{
    static std::once_flag once;
    std::call_once(once, [] {
        OFLog::configure(OFLogger::ERROR_LOG_LEVEL);
        dcmEnableUnknownVRConversion.set(OFTrue); // files whose VRs some gateway lost get them back
        DcmRLEEncoderRegistration::registerCodecs();
        DcmRLEDecoderRegistration::registerCodecs();
        DJEncoderRegistration::registerCodecs(ECC_lossyYCbCr, EUC_never);
        DJDecoderRegistration::registerCodecs();
        DJLSEncoderRegistration::registerCodecs();
        DJLSDecoderRegistration::registerCodecs();
    });
}

Result<void> check(const OFCondition &condition, const char *doing)
{
    if (condition.good())
        return {};
    return fail(ErrorCode::Internal, u"%1: %2"_s.arg(QLatin1StringView(doing), QString::fromLatin1(condition.text())));
}

/// A number as DS: at most 16 characters. PS3.5 6.2.
QByteArray decimal(double value)
{
    for (int digits = 15; digits > 5; --digits) {
        const QByteArray text = QByteArray::number(std::abs(value) < 1e-9 ? 0.0 : value, 'g', digits);
        if (text.size() <= 16)
            return text;
    }
    return QByteArray::number(value, 'g', 6);
}

QByteArray decimals(std::initializer_list<double> values)
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

void put(DcmItem &item, const DcmTagKey &tag, const QString &value)
{
    put(item, tag, value.toUtf8());
}

void putPatientAndStudy(DcmItem &d, const SeriesContent &s)
{
    put(d, DCM_SpecificCharacterSet, QByteArray("ISO_IR 192"));
    put(d, DCM_PatientName, s.patientName);
    put(d, DCM_PatientID, s.patientId);
    put(d, DCM_PatientBirthDate, s.birthDate);
    put(d, DCM_PatientSex, s.sex);
    put(d, DCM_StudyInstanceUID, s.studyUid);
    put(d, DCM_StudyDate, QByteArray("20240102"));
    put(d, DCM_StudyTime, QByteArray("030405"));
    put(d, DCM_StudyID, QByteArray("1"));
    put(d, DCM_StudyDescription, s.studyDescription);
    put(d, DCM_AccessionNumber, s.accession);
    if (!s.priority.isEmpty())
        put(d, DCM_RequestedProcedurePriority, s.priority);
    put(d, DCM_ReferringPhysicianName, QByteArray());
}

void putSeries(DcmItem &d, const SeriesContent &s)
{
    put(d, DCM_Modality, QByteArray("CT"));
    put(d, DCM_SeriesInstanceUID, s.seriesUid);
    put(d, DCM_SeriesNumber, QByteArray::number(s.seriesNumber));
    put(d, DCM_SeriesDescription, s.seriesDescription);
    put(d, DCM_SeriesDate, QByteArray("20240102"));
    put(d, DCM_SeriesTime, QByteArray("030405"));
    put(d, DCM_PatientPosition, QByteArray("HFS"));
    put(d, DCM_BodyPartExamined, s.bodyPart);
    put(d, DCM_FrameOfReferenceUID, s.frameOfReferenceUid);
    put(d, DCM_PositionReferenceIndicator, QByteArray());
    put(d, DCM_Manufacturer, QByteArray("Consilium"));
    put(d, DCM_ManufacturerModelName, QByteArray("Phantom"));
    put(d, DCM_SoftwareVersions, QByteArray(CONSILIUM_VERSION));
    put(d, DCM_DeviceSerialNumber, QByteArray("0"));
}

void putImage(DcmItem &d, const SeriesContent &s, const SlicePlan &slice, const QString &sopUid)
{
    put(d, DCM_SOPClassUID, QByteArray(UID_CTImageStorage));
    put(d, DCM_SOPInstanceUID, sopUid);
    put(d, DCM_ImageType, s.imageType);
    put(d, DCM_InstanceNumber, QByteArray::number(slice.instanceNumber));
    put(d, DCM_AcquisitionNumber, QByteArray::number(slice.acquisitionNumber));
    put(d, DCM_AcquisitionDate, QByteArray("20240102"));
    put(d, DCM_AcquisitionTime, QByteArray("030405"));
    put(d, DCM_ContentDate, QByteArray("20240102"));
    put(d, DCM_ContentTime, QByteArray("030405"));
    if (slice.temporalPosition > 0) {
        put(d, DCM_TemporalPositionIdentifier, QByteArray::number(slice.temporalPosition));
        put(d, DCM_NumberOfTemporalPositions, QByteArray("3"));
    }
    const PatientVector &r = slice.alongRow, &c = slice.alongColumn;
    put(d, DCM_ImagePositionPatient, decimals({slice.position.x, slice.position.y, slice.position.z}));
    put(d, DCM_ImageOrientationPatient, decimals({r.x, r.y, r.z, c.x, c.y, c.z}));
    put(d, DCM_PixelSpacing, decimals({slice.betweenRowsMm, slice.betweenColumnsMm}));
    put(d, DCM_SliceThickness, decimal(s.sliceThicknessMm));
    put(d, DCM_SliceLocation, decimal(slice.position.z));
    put(d, DCM_KVP, QByteArray("120"));
    put(d, DCM_GantryDetectorTilt, decimal(s.gantryTiltDeg));
    put(d, DCM_RescaleIntercept, decimal(s.intercept));
    put(d, DCM_RescaleSlope, decimal(s.slope));
    put(d, DCM_RescaleType, s.rescaleType);
    put(d, DCM_WindowCenter, decimal(s.windowCentre));
    put(d, DCM_WindowWidth, decimal(s.windowWidth));
    put(d, DCM_PhotometricInterpretation, QByteArray(s.monochrome1 ? "MONOCHROME1" : "MONOCHROME2"));
    d.putAndInsertUint16(DCM_SamplesPerPixel, 1);
    d.putAndInsertUint16(DCM_Rows, Uint16(s.rows));
    d.putAndInsertUint16(DCM_Columns, Uint16(s.columns));
    d.putAndInsertUint16(DCM_BitsAllocated, 16);
    d.putAndInsertUint16(DCM_BitsStored, Uint16(s.bitsStored));
    d.putAndInsertUint16(DCM_HighBit, Uint16(s.bitsStored - 1));
    d.putAndInsertUint16(DCM_PixelRepresentation, s.isSigned ? 1 : 0);
}

/// One codestream as encapsulated pixel data: an empty offset table and one fragment.
Result<void> putCodestream(DcmDataset &d, const QByteArray &codestream, E_TransferSyntax id)
{
    auto *const sequence = new DcmPixelSequence(DcmTag(DCM_PixelData, EVR_OB));
    auto *const table = new DcmPixelItem(DcmTag(DCM_Item, EVR_OB));
    sequence->insert(table);
    auto *const fragment = new DcmPixelItem(DcmTag(DCM_Item, EVR_OB));
    sequence->insert(fragment);
    QByteArray even = codestream;
    if (even.size() % 2)
        even.append('\0');
    fragment->putUint8Array(reinterpret_cast<const Uint8 *>(even.constData()), static_cast<unsigned long>(even.size()));
    auto *const pixels = new DcmPixelData(DCM_PixelData);
    pixels->putOriginalRepresentation(id, nullptr, sequence);
    return check(d.insert(pixels, OFTrue), "insert pixel data");
}

Result<void> saveAs(DcmFileFormat &file, const QString &path, E_TransferSyntax id)
{
    const OFCondition saved = file.saveFile(QFile::encodeName(path).constData(), id, EET_ExplicitLength, EGL_recalcGL,
                                            EPD_noChange, 0, 0, EWM_fileformat);
    if (saved.good())
        return {};
    return fail(ErrorCode::FileUnreadable, u"cannot be written: %1"_s.arg(QString::fromLatin1(saved.text())));
}

/// What was written as JPEG 2000 is HTJ2K.
Result<void> rename(const QString &path, const char *uid)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite))
        return fail(ErrorCode::FileUnreadable, path);
    const auto renamed = asHtJpeg2000(file.readAll(), uid);
    if (!renamed)
        return fail(renamed.error());
    if (!file.seek(0) || file.write(*renamed) != renamed->size())
        return fail(ErrorCode::DiskFull, path);
    return {};
}

Result<void> save(DcmFileFormat &file, const QString &path, const Syntax &syntax)
{
    auto saved = saveAs(file, path, syntax.id);
    return saved && syntax.htUid ? rename(path, syntax.htUid) : saved;
}

/// Brings uncompressed pixel data into the syntax, ready to be saved.
Result<void> changeSyntax(DcmDataset &d, E_TransferSyntax syntax)
{
    // Process 14 may predict otherwise than from the left alone, as its first-order kin must: here from all three.
    if (syntax == EXS_JPEGProcess14SV1 || syntax == EXS_JPEGProcess14) {
        const DJ_RPLossless predictor(syntax == EXS_JPEGProcess14 ? 4 : 1, 0);
        return check(d.chooseRepresentation(syntax, &predictor), "encode");
    }
    if (syntax == EXS_JPEGLSLossy) {
        const DJLSRepresentationParameter lossless(0, OFTrue);
        return check(d.chooseRepresentation(syntax, &lossless), "encode");
    }
    return check(d.chooseRepresentation(syntax, nullptr), "encode");
}

std::vector<std::int32_t> samplesOf(const Uint16 *words, std::size_t count, int bitsStored, bool isSigned)
{
    std::vector<std::int32_t> samples(count);
    const int shift = 16 - bitsStored;
    std::transform(words, words + count, samples.begin(), [=](Uint16 w) {
        const auto raised = static_cast<std::uint16_t>(w << shift);
        return isSigned ? static_cast<std::int16_t>(raised) >> shift : raised >> shift;
    });
    return samples;
}

Result<void> putNative(DcmDataset &d, const std::vector<std::int32_t> &stored)
{
    std::vector<Uint16> words(stored.size());
    std::transform(stored.begin(), stored.end(), words.begin(), [](std::int32_t v) { return static_cast<Uint16>(v); });
    return check(d.putAndInsertUint16Array(DCM_PixelData, words.data(), static_cast<unsigned long>(words.size())),
                 "pixel data");
}

struct PixelSize {
    Uint16 rows = 0, columns = 0, allocated = 0, stored = 0, representation = 0, samples = 0;
};

PixelSize sizeOf(DcmDataset &d)
{
    PixelSize s;
    d.findAndGetUint16(DCM_Rows, s.rows);
    d.findAndGetUint16(DCM_Columns, s.columns);
    d.findAndGetUint16(DCM_BitsAllocated, s.allocated);
    d.findAndGetUint16(DCM_BitsStored, s.stored);
    d.findAndGetUint16(DCM_PixelRepresentation, s.representation);
    d.findAndGetUint16(DCM_SamplesPerPixel, s.samples);
    return s;
}

/// Replaces a JPEG 2000 frame by the decoded pixels.
Result<void> decodeInPlace(DcmDataset &d, E_TransferSyntax from, const PixelSize &size)
{
    DcmElement *element = nullptr;
    DcmPixelSequence *sequence = nullptr;
    DcmPixelItem *fragment = nullptr;
    Uint8 *bytes = nullptr;
    if (d.findAndGetElement(DCM_PixelData, element).bad())
        return fail(ErrorCode::NoPixels);
    auto *const pixels = static_cast<DcmPixelData *>(element);
    if (pixels->getEncapsulatedRepresentation(from, nullptr, sequence).bad() || !sequence)
        return fail(ErrorCode::PixelsDamaged, u"no fragments"_s);
    QByteArray codestream;
    for (unsigned long i = 1; i < sequence->card(); ++i) {
        if (sequence->getItem(fragment, i).bad() || fragment->getUint8Array(bytes).bad())
            return fail(ErrorCode::PixelsDamaged, u"a fragment cannot be read"_s);
        codestream.append(reinterpret_cast<const char *>(bytes), qsizetype(fragment->getLength()));
    }
    const auto samples = decodeJpeg2000(codestream, size.rows, size.columns);
    if (!samples)
        return fail(samples.error());
    delete d.remove(DCM_PixelData);
    return putNative(d, *samples);
}

Result<QByteArray> encode(const Syntax &syntax, const std::vector<std::int32_t> &samples, int rows, int columns,
                          int bitsStored, bool isSigned)
{
    return syntax.htUid ? encodeHtJpeg2000(samples, rows, columns, bitsStored, isSigned)
                        : encodeJpeg2000(samples, rows, columns, bitsStored, isSigned);
}

Result<void> encodeInPlace(DcmDataset &d, const PixelSize &size, const Syntax &syntax)
{
    const Uint16 *words = nullptr;
    unsigned long count = 0;
    const std::size_t wanted = std::size_t(size.rows) * size.columns;
    if (d.findAndGetUint16Array(DCM_PixelData, words, &count).bad() || count < wanted)
        return fail(ErrorCode::PixelsDamaged, u"pixel data are too short"_s);
    const bool isSigned = size.representation == 1;
    const auto codestream =
        encode(syntax, samplesOf(words, wanted, size.stored, isSigned), size.rows, size.columns, size.stored, isSigned);
    if (!codestream)
        return fail(codestream.error());
    delete d.remove(DCM_PixelData);
    return putCodestream(d, *codestream, syntax.id);
}

} // namespace

QStringList syntaxNames()
{
    QStringList names;
    for (const Syntax &s : syntaxes)
        names.append(QString::fromLatin1(s.name));
    return names;
}

Result<void> writeCtImage(const QString &path, const SeriesContent &series, const SlicePlan &slice,
                          const QString &sopUid, const std::vector<std::int32_t> &stored, const QString &name)
{
    registerCodecs();
    const Syntax *const syntax = syntaxOf(name);
    if (!syntax)
        return fail(ErrorCode::InvalidArgument, u"transfer syntax %1"_s.arg(name));
    DcmFileFormat file;
    DcmDataset &d = *file.getDataset();
    putPatientAndStudy(d, series);
    putSeries(d, series);
    putImage(d, series, slice, sopUid);
    Result<void> done;
    if (isJpeg2000(syntax->id)) {
        const auto codestream =
            encode(*syntax, stored, series.rows, series.columns, series.bitsStored, series.isSigned);
        done = codestream ? putCodestream(d, *codestream, syntax->id) : fail(codestream.error());
    } else {
        done = putNative(d, stored);
        if (done)
            done = changeSyntax(d, syntax->id);
    }
    return done ? save(file, path, *syntax) : done;
}

Result<void> transcodeFile(const QString &in, const QString &out, const QString &name)
{
    registerCodecs();
    const Syntax *const syntax = syntaxOf(name);
    if (!syntax)
        return fail(ErrorCode::InvalidArgument, u"transfer syntax %1"_s.arg(name));
    DcmFileFormat file;
    if (file.loadFile(QFile::encodeName(in).constData()).bad() || file.loadAllDataIntoMemory().bad())
        return fail(ErrorCode::NotDicom, in);
    DcmDataset &d = *file.getDataset();
    const E_TransferSyntax from = d.getOriginalXfer();
    const PixelSize size = sizeOf(d);
    if ((isJpeg2000(syntax->id) || isJpeg2000(from)) &&
        (size.samples != 1 || size.allocated != 16 || d.tagExistsWithValue(DCM_NumberOfFrames)))
        return fail(ErrorCode::UnsupportedImage, u"JPEG 2000 only for single 16-bit grey frames"_s);
    Result<void> done;
    if (syntax->id != from || syntax->htUid) {
        done = isJpeg2000(from) ? decodeInPlace(d, from, size)
                                : check(d.chooseRepresentation(EXS_LittleEndianExplicit, nullptr), "decode");
        if (done && isJpeg2000(syntax->id))
            done = encodeInPlace(d, size, *syntax);
        else if (done)
            done = changeSyntax(d, syntax->id);
    }
    if (!done)
        return done;
    d.removeAllButCurrentRepresentations();
    return save(file, out, *syntax);
}

} // namespace consilium::phantom
