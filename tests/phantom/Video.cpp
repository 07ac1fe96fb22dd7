#include "tests/phantom/Video.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dcpixseq.h>
#include <dcmtk/dcmdata/dcpxitem.h>
#include <dcmtk/dcmdata/dctk.h>

#include <QCryptographicHash>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtEndian>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace consilium::phantom
{

namespace
{

struct Codec {
    QString name;
    QStringList encoder; ///< options of ffmpeg
    E_TransferSyntax syntax;
    QString pixelFormat = QStringLiteral("yuv420p"); ///< by ffmpeg's name
};

const std::vector<Codec> &codecs()
{
    // B-frames, so that the order of the stream is not that of showing.
    static const std::vector<Codec> all{{u"mpeg2"_s,
                                         {u"mpeg2video"_s, u"-b:v"_s, u"3M"_s, u"-g"_s, u"12"_s, u"-bf"_s, u"2"_s},
                                         EXS_MPEG2MainProfileAtMainLevel},
                                        {u"h264"_s,
                                         {u"libx264"_s, u"-crf"_s, u"16"_s, u"-g"_s, u"25"_s, u"-bf"_s, u"2"_s},
                                         EXS_MPEG4HighProfileLevel4_1},
                                        {u"hevc"_s,
                                         {u"libx265"_s, u"-crf"_s, u"16"_s, u"-x265-params"_s, u"log-level=none"_s},
                                         EXS_HEVCMainProfileLevel5_1},
                                        {u"hevc10"_s,
                                         {u"libx265"_s, u"-crf"_s, u"16"_s, u"-x265-params"_s, u"log-level=none"_s},
                                         EXS_HEVCMain10ProfileLevel5_1,
                                         u"yuv420p10le"_s}};
    return all;
}

QString muxerOf(const VideoSpec &spec)
{
    if (spec.wrapping == "ps"_L1 && spec.codec == "mpeg2"_L1)
        return u"mpeg"_s;
    if (spec.wrapping == "ts"_L1)
        return u"mpegts"_s;
    if (spec.wrapping == "mp4"_L1 && spec.codec != "mpeg2"_L1)
        return u"mp4"_s;
    if (spec.wrapping == "bare"_L1)
        return spec.codec == "mpeg2"_L1 ? u"mpeg2video"_s : spec.codec == "h264"_L1 ? spec.codec : u"hevc"_s;
    return {};
}

QByteArray rawFrame(const VideoSpec &spec, int number)
{
    QByteArray pixels(qsizetype(spec.rows) * spec.columns, '\0');
    const int cell = spec.columns / counterBits;
    for (int row = 0; row < spec.rows; ++row) {
        for (int column = 0; column < spec.columns; ++column) {
            const bool isBit = number >> std::min(column / cell, counterBits - 1) & 1;
            const int below = 60 + number * 7 % 120 + column % 16;
            pixels[qsizetype(row) * spec.columns + column] = char(row < spec.rows / 2 ? (isBit ? 235 : 16) : below);
        }
    }
    return pixels;
}

/// The stream, from frames that are written to the encoder as it asks for them.
Result<QByteArray> encode(const VideoSpec &spec, const Codec &codec)
{
    const QString program = QStandardPaths::findExecutable(u"ffmpeg"_s), muxer = muxerOf(spec);
    if (program.isEmpty())
        return fail(ErrorCode::Unsupported, u"the program ffmpeg is not installed"_s);
    const QTemporaryDir folder;
    const QString out = folder.filePath(u"stream"_s);
    QStringList arguments{u"-nostdin"_s,
                          u"-v"_s,
                          u"error"_s,
                          u"-f"_s,
                          u"rawvideo"_s,
                          u"-pix_fmt"_s,
                          u"gray"_s,
                          u"-s"_s,
                          u"%1x%2"_s.arg(spec.columns).arg(spec.rows),
                          u"-r"_s,
                          QString::number(1000.0 / spec.frameTimeMs),
                          u"-i"_s,
                          u"pipe:0"_s,
                          u"-c:v"_s};
    arguments << codec.encoder << u"-pix_fmt"_s << codec.pixelFormat << u"-threads"_s << u"1"_s << u"-f"_s << muxer
              << out;
    QProcess encoder;
    encoder.start(program, arguments);
    for (int number = 0; number < spec.frames; ++number)
        encoder.write(rawFrame(spec, number));
    encoder.closeWriteChannel();
    constexpr int longestMs = 120'000;
    if (!encoder.waitForFinished(longestMs) || encoder.exitStatus() != QProcess::NormalExit || encoder.exitCode() != 0)
        return fail(ErrorCode::Unsupported,
                    u"ffmpeg: "_s + QString::fromUtf8(encoder.readAllStandardError()).left(200));
    QFile file(out);
    return file.open(QIODevice::ReadOnly) ? Result<QByteArray>(file.readAll())
                                          : fail(ErrorCode::FileUnreadable, u"the stream"_s);
}

void put(DcmItem &item, const DcmTagKey &tag, const QString &value)
{
    item.putAndInsertString(DcmTag(tag), value.toUtf8().constData());
}

QString uidOf(const VideoSpec &spec, const char *what)
{
    const QString text =
        u"%1 %2 %3 %4 %5 %6 %7 %8"_s.arg(QLatin1StringView(what), spec.codec, spec.wrapping, spec.patientId)
            .arg(spec.frames)
            .arg(spec.rows)
            .arg(spec.columns)
            .arg(spec.headerFrames) +
        (spec.fragments > 1 ? u" %1"_s.arg(spec.fragments) : QString());
    const QByteArray hash = QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex();
    return u"2.25.%1"_s.arg(hash.left(15).toULongLong(nullptr, 16));
}

void describe(DcmItem &d, const VideoSpec &spec)
{
    put(d, DCM_SOPClassUID, QString::fromLatin1(UID_VideoEndoscopicImageStorage));
    put(d, DCM_SOPInstanceUID, uidOf(spec, "image"));
    put(d, DCM_StudyInstanceUID, uidOf(spec, "study"));
    put(d, DCM_SeriesInstanceUID, uidOf(spec, "series"));
    put(d, DCM_PatientName, u"TEST^VIDEO"_s);
    put(d, DCM_PatientID, spec.patientId);
    put(d, DCM_PatientBirthDate, u"19700101"_s);
    put(d, DCM_PatientSex, u"O"_s);
    put(d, DCM_StudyDate, u"20240102"_s);
    put(d, DCM_StudyTime, u"030405"_s);
    put(d, DCM_StudyID, u"1"_s);
    put(d, DCM_AccessionNumber, QString());
    put(d, DCM_ReferringPhysicianName, QString());
    put(d, DCM_Modality, u"ES"_s);
    put(d, DCM_Manufacturer, u"Consilium"_s);
    put(d, DCM_SeriesNumber, u"1"_s);
    put(d, DCM_SeriesDescription, u"%1 %2"_s.arg(spec.codec, spec.wrapping));
    put(d, DCM_InstanceNumber, u"1"_s);
    put(d, DCM_ImageType, u"ORIGINAL\\PRIMARY"_s);
    put(d, DCM_PatientOrientation, QString());
    put(d, DCM_CineRate, QString::number(qRound(1000.0 / spec.frameTimeMs)));
    put(d, DCM_FrameTime, QString::number(spec.frameTimeMs));
    put(d, DCM_NumberOfFrames, QString::number(spec.headerFrames > 0 ? spec.headerFrames : spec.frames));
    d.putAndInsertTagKey(DCM_FrameIncrementPointer, DCM_FrameTime);
    put(d, DCM_PhotometricInterpretation, u"YBR_PARTIAL_420"_s);
    d.putAndInsertUint16(DCM_SamplesPerPixel, 3);
    d.putAndInsertUint16(DCM_PlanarConfiguration, 0);
    d.putAndInsertUint16(DCM_Rows, Uint16(spec.rows));
    d.putAndInsertUint16(DCM_Columns, Uint16(spec.columns));
    const bool isDeep = spec.codec == "hevc10"_L1; // PS3.5 8.2.9
    d.putAndInsertUint16(DCM_BitsAllocated, isDeep ? 16 : 8);
    d.putAndInsertUint16(DCM_BitsStored, isDeep ? 10 : 8);
    d.putAndInsertUint16(DCM_HighBit, isDeep ? 9 : 7);
    d.putAndInsertUint16(DCM_PixelRepresentation, 0);
    put(d, DCM_LossyImageCompression, u"01"_s);
}

/// Pixel Data of a stream of even length, in fragments of even lengths (PS3.5 A.4).
DcmPixelSequence *fragmented(const QByteArray &stream, int fragments)
{
    auto *const sequence = new DcmPixelSequence(DcmTag(DCM_PixelData, EVR_OB));
    sequence->insert(new DcmPixelItem(DcmTag(DCM_Item, EVR_OB)));
    qsizetype at = 0;
    for (int i = 1; i <= fragments; ++i) {
        const qsizetype end = i == fragments ? stream.size() : stream.size() * i / fragments / 2 * 2;
        auto *const fragment = new DcmPixelItem(DcmTag(DCM_Item, EVR_OB));
        sequence->insert(fragment);
        fragment->putUint8Array(reinterpret_cast<const Uint8 *>(stream.constData() + at),
                                static_cast<unsigned long>(end - at));
        at = end;
    }
    return sequence;
}

/// Puts the fragmentable kind of a transfer syntax in the place of the other (PS3.6 table A-1: ".1" behind it): DCMTK
/// 3.6.7 does not know those.
Result<void> makeFragmentable(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite))
        return fail(ErrorCode::FileUnreadable, file.errorString());
    QByteArray bytes = file.readAll();
    // (0002,0010) UI, 23 characters and a byte of padding; the new one has 25. (0002,0000) UL stands first.
    const QByteArray tag("\x02\x00\x10\x00UI\x18\x00", 8);
    const qsizetype at = bytes.indexOf(tag), value = at + tag.size();
    if (at < 144 || at > 1000 || bytes.mid(132, 8) != QByteArray("\x02\x00\x00\x00UL\x04\x00", 8))
        return fail(ErrorCode::DicomMalformed, u"no transfer syntax of 23 characters"_s);
    bytes.replace(value, 24, bytes.mid(value, 23) + QByteArray(".1\0", 3));
    bytes[at + 6] = 26;
    qToLittleEndian(qFromLittleEndian<quint32>(bytes.constData() + 140) + 2, bytes.data() + 140);
    return file.seek(0) && file.write(bytes) == bytes.size() ? Result<void>()
                                                             : fail(ErrorCode::FileUnreadable, file.errorString());
}

} // namespace

QStringList videoCodecs()
{
    return {u"mpeg2"_s, u"h264"_s, u"hevc"_s, u"hevc10"_s};
}

QStringList videoWrappings()
{
    return {u"bare"_s, u"ps"_s, u"ts"_s, u"mp4"_s};
}

Result<void> writeVideo(const QString &path, const VideoSpec &spec)
{
    const auto codec =
        std::find_if(codecs().begin(), codecs().end(), [&](const Codec &c) { return c.name == spec.codec; });
    const bool hasFragmentable = spec.codec == "mpeg2"_L1 || spec.codec == "h264"_L1;
    if (codec == codecs().end() || muxerOf(spec).isEmpty() || spec.columns % counterBits != 0 || spec.fragments < 1 ||
        (spec.fragments > 1 && !hasFragmentable))
        return fail(ErrorCode::InvalidArgument, u"%1 in %2"_s.arg(spec.codec, spec.wrapping));
    auto stream = encode(spec, *codec);
    if (!stream)
        return fail(stream.error());
    if (stream->size() % 2)
        stream->append('\0');
    DcmFileFormat file;
    DcmDataset &d = *file.getDataset();
    describe(d, spec);
    auto *const pixels = new DcmPixelData(DCM_PixelData);
    pixels->putOriginalRepresentation(codec->syntax, nullptr, fragmented(*stream, spec.fragments));
    if (d.insert(pixels, OFTrue).bad())
        return fail(ErrorCode::Internal, u"pixel data"_s);
    const OFCondition saved = file.saveFile(QFile::encodeName(path).constData(), codec->syntax, EET_ExplicitLength,
                                            EGL_recalcGL, EPD_noChange, 0, 0, EWM_fileformat);
    if (saved.bad())
        return fail(ErrorCode::FileUnreadable, QString::fromLatin1(saved.text()));
    return spec.fragments > 1 ? makeFragmentable(path) : Result<void>();
}

} // namespace consilium::phantom
