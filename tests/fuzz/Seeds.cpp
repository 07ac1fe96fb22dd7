// Writes the inputs that the fuzzers begin with: OUT/FuzzJpeg/0001 ...; out of the encoders for tests, the samples of
// the session's actions, the scenario files, and the DICOM files of all folders that are named (phantoms, real ones:
// another program writes them, for DCMTK brings a CharLS of its own that does not go together with the one here).
// Usage: fuzz-seeds OUT [FOLDER...]
#include "base/store/LocalStore.h"
#include "netclient/dicomweb/DicomJson.h"
#include "netclient/outbox/Entry.h"
#include "tests/fuzz/FuzzInput.h"
#include "tests/unit/pixels/TestEncoders.h"
#include "viewer/dicom/DicomDir.h"
#include "viewer/dicom/DicomFile.h"
#include "viewer/dicom/Documents.h"
#include "viewer/dicom/StudyModel.h"
#include "viewer/documents/EncapsulatedDocument.h"
#include "viewer/objects/KeyObjects.h"
#include "viewer/objects/Measurements.h"
#include "viewer/objects/Part10.h"
#include "viewer/objects/PresentationState.h"
#include "viewer/pixels/DecodeProtocol.h"
#include "viewer/pixels/TransferSyntaxes.h"
#include "viewer/segments/SegmentationReader.h"
#include "viewer/session/Codec.h"
#include "viewer/session/recording/RecordingFile.h"

#include <QBuffer>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QtEndian>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <jpeglib.h>

using namespace Qt::StringLiterals;
using namespace consilium;

namespace
{

constexpr qint64 largestFile = 200'000;

class Seeds
{
public:
    explicit Seeds(const QString &folder) : m_folder(folder) {}
    void add(const QString &target, const QByteArray &bytes)
    {
        const QDir folder(m_folder + u'/' + target);
        folder.mkpath(u"."_s);
        QFile file(folder.filePath(u"%1"_s.arg(++m_counts[target], 4, 10, QChar(u'0'))));
        m_ok = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && m_ok;
    }
    /// A few of a series are enough: its images are alike, and reading them all would take the fuzzers' time.
    [[nodiscard]] bool wants(const QString &series)
    {
        constexpr int mostOfSeries = 4;
        return series.isEmpty() || ++m_ofSeries[series] <= mostOfSeries;
    }
    [[nodiscard]] bool isOk() const { return m_ok; }
    [[nodiscard]] const QMap<QString, int> &counts() const { return m_counts; }

private:
    QString m_folder;
    QMap<QString, int> m_counts, m_ofSeries;
    bool m_ok = true;
};

QString targetOf(pixels::Coding coding)
{
    switch (coding) {
    case pixels::Coding::LittleEndian:
    case pixels::Coding::BigEndian:
        return u"FuzzNative"_s;
    case pixels::Coding::Rle:
        return u"FuzzRle"_s;
    case pixels::Coding::Jpeg:
        return u"FuzzJpeg"_s;
    case pixels::Coding::JpegLs:
        return u"FuzzJpegLs"_s;
    case pixels::Coding::Jpeg2000:
        return u"FuzzJpeg2000"_s;
    case pixels::Coding::HtJpeg2000:
        return u"FuzzHtJpeg2000"_s;
    case pixels::Coding::Video: // ffmpeg reads it, in a process with next to no rights
    case pixels::Coding::None:
        break;
    }
    return {};
}

QByteArray multipartOf(const QByteArray &body)
{
    return "\x07"
           "edge\n--edge\r\nContent-Type: application/octet-stream; transfer-syntax=1.2.840.10008.1.2.4.90\r\n\r\n" +
           body + "\r\n--edge\r\nContent-Length: 3\r\n\r\nabc\r\n--edge--\r\n";
}

void addFrame(Seeds &seeds, const dicom::PixelDescription &description, pixels::Coding coding, std::uint8_t choice,
              const QByteArray &encoded)
{
    const QString target = targetOf(coding);
    if (target.isEmpty() || encoded.isEmpty() || encoded.size() > largestFile ||
        description.rows > fuzz::mostFrameRows || description.columns > fuzz::mostFrameColumns)
        return;
    seeds.add(target, fuzz::bytesOf({description, choice, encoded}));
}

/// The text of a clinical document without the DICOM around it, which mutations seldom leave whole.
void addClinicalText(Seeds &seeds, const QByteArray &bytes)
{
    const auto object = dicom::readObject(bytes);
    const auto document = object ? documents::readEncapsulated(*object) : fail(object.error());
    if (document && (*document)->bytes.startsWith('<'))
        seeds.add(u"FuzzDocuments"_s, (*document)->bytes);
}

/// DICOMDIRs as PS3.10 has them, of the names that FuzzDicomDir has files and links for.
void addDirectories(Seeds &seeds)
{
    const auto number = [](quint32 value, int bytes) {
        QByteArray text(4, '\0');
        qToLittleEndian(value, text.data());
        return text.left(bytes);
    };
    const auto element = [&](quint32 group, quint32 tag, const char *vr, QByteArray value) {
        if (value.size() % 2 != 0)
            value += qstrcmp(vr, "UI") == 0 ? '\0' : ' ';
        const bool isLong = qstrcmp(vr, "SQ") == 0;
        return number(group, 2) + number(tag, 2) + vr +
               (isLong ? QByteArray(2, '\0') + number(quint32(value.size()), 4) : number(quint32(value.size()), 2)) +
               value;
    };
    const QByteArray meta = element(2, 2, "UI", "1.2.840.10008.1.3.10") + element(2, 0x10, "UI", "1.2.840.10008.1.2.1");
    QByteArray records;
    for (const char *name :
         {"", "IMAGES\\A", "IMAGES.B", "OUT", "UP\\outside", "ROUND", "..\\outside", "/etc/passwd"}) {
        const QByteArray body = element(4, 0x1400, "UL", number(0, 4)) + element(4, 0x1410, "US", number(0xFFFF, 2)) +
                                element(4, 0x1430, "CS", *name == '\0' ? "PATIENT" : "IMAGE") +
                                (*name == '\0' ? QByteArray() : element(4, 0x1500, "CS", name));
        const QByteArray record = number(0xFFFE, 2) + number(0xE000, 2) + number(quint32(body.size()), 4) + body;
        records += record;
        for (const QByteArray &all : {record, records})
            seeds.add(u"FuzzDicomDir"_s, QByteArray(128, '\0') + "DICM" +
                                             element(2, 0, "UL", number(quint32(meta.size()), 4)) + meta +
                                             element(4, 0x1130, "CS", "TEST") + element(4, 0x1220, "SQ", all));
    }
}

/// A DICOM file for everything that begins with one.
void addFile(Seeds &seeds, const QString &path)
{
    QFile file(path);
    if (file.size() > largestFile || !file.open(QIODevice::ReadOnly))
        return;
    const QByteArray bytes = file.readAll();
    const auto header = dicom::readHeader(bytes);
    if (header && !seeds.wants(header->text(tags::SeriesInstanceUid) + header->text(tags::TransferSyntaxUid)))
        return;
    seeds.add(u"FuzzDicomReader"_s, bytes);
    seeds.add(u"FuzzOutbox"_s, bytes);
    if (!header) {
        seeds.add(u"FuzzImage"_s, bytes);
        return;
    }
    if (objects::isMeasurementReport(*header) || objects::isPresentationState(*header) ||
        objects::isKeyObjects(*header))
        seeds.add(u"FuzzObjects"_s, bytes);
    if (dicom::documentKind(SopClassUid(header->text(tags::SopClassUid)))) {
        seeds.add(u"FuzzDocuments"_s, bytes);
        addClinicalText(seeds, bytes);
    } else if (segments::isSegmentation(*header)) {
        seeds.add(u"FuzzSegments"_s, bytes);
    } else if (dicom::isDirectory(*header)) {
        seeds.add(u"FuzzDicomDir"_s, bytes);
    } else {
        seeds.add(u"FuzzImage"_s, bytes);
    }
    seeds.add(u"FuzzDicomJson"_s, dicomweb::toDicomJson({*header}));
    seeds.add(u"FuzzMultipart"_s, multipartOf(bytes.left(2000)));
    const auto image = dicom::describeInstance(*header);
    const auto frame = image ? dicom::readFrame(bytes, 0) : Result<QByteArray>(fail(ErrorCode::NoPixels));
    if (!frame)
        return;
    const dicom::PixelDescription &description = (*image)->pixels;
    const pixels::Coding coding = pixels::codingOf(description.transferSyntax);
    addFrame(seeds, description, coding, coding == pixels::Coding::BigEndian ? 1 : 0, *frame);
}

/// One of each kind that is kept, with every sort of part.
void addObjects(Seeds &seeds)
{
    Attributes image;
    image.setText(tags::StudyInstanceUid, "UI", {u"1.2.3"_s});
    image.setText(tags::PatientId, "LO", {u"SEED"_s});
    const objects::ObjectHeader header = objects::newHeader(image, QDateTime(QDate(2026, 1, 2), QTime(3, 4)));
    const objects::ImageReference on{SopClassUid(u"1.2.840.10008.5.1.4.1.1.2.1"_s), SopInstanceUid(u"1.2.3.4"_s), 2,
                                     StudyUid(u"1.2.3"_s), SeriesUid(u"1.2.3.5"_s)};
    objects::Shape line, region;
    line.image = on;
    line.points = {{1.0, 2.0}, {3.0, 4.0}};
    region.type = objects::ShapeType::Polygon;
    region.places = {{1.0, 2.0, 3.0}, {4.0, 5.0, 6.0}, {7.0, 8.0, 1.0}};
    region.frameOfReference = FrameOfReferenceUid(u"1.2.3.6"_s);
    objects::Measurement mark;
    mark.trackingUid = u"2.25.7"_s;
    mark.kind = u"LENGTH"_s;
    mark.text = u"text"_s;
    mark.image = on;
    mark.shapes = {region, line};
    mark.values = {{objects::codes::length, 1.5, objects::codes::millimetre, objects::codes::mean, {}, {1}}};
    objects::MeasurementReport report;
    report.header = header;
    report.author = u"SEED"_s;
    report.measurements = {mark};
    objects::KeyObjects keys;
    keys.header = header;
    keys.reason = u"reason"_s;
    keys.images = {on};
    objects::PresentationState state;
    state.header = header;
    state.label = u"SEED"_s;
    state.images = {on};
    state.areas = {{{on}, 1, 1, 64, 64, objects::DisplayedArea::Size::ScaleToFit, {}, {}, std::array{1, 1}, {}}};
    state.layers = {{u"SEED"_s, 1, {}, 65535, {}}};
    objects::Graphic drawn;
    drawn.points = line.points;
    objects::TextNote note;
    note.text = u"note"_s;
    note.displayAnchor = objects::DisplayPoint{0.5, 0.5};
    state.annotations = {{u"SEED"_s, {on}, {drawn}, {note}}};
    objects::PresentationState colour = state;
    colour.isColour = true;
    for (const auto &object : {attributesOf(report), attributesOf(keys), attributesOf(state), attributesOf(colour)})
        if (const auto bytes = object ? objects::part10Of(*object) : fail(object.error()))
            seeds.add(u"FuzzObjects"_s, *bytes);
}

QByteArray jpegOf(const dicom::PixelDescription &description, const QByteArray &samples, bool progressive)
{
    jpeg_compress_struct c{};
    jpeg_error_mgr errors{};
    c.err = jpeg_std_error(&errors);
    jpeg_create_compress(&c);
    unsigned char *out = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&c, &out, &size);
    c.image_width = JDIMENSION(description.columns);
    c.image_height = JDIMENSION(description.rows);
    c.input_components = description.samplesPerPixel;
    c.in_color_space = description.samplesPerPixel == 3 ? JCS_RGB : JCS_GRAYSCALE;
    jpeg_set_defaults(&c);
    if (progressive)
        jpeg_simple_progression(&c);
    c.restart_interval = 3;
    jpeg_start_compress(&c, TRUE);
    while (c.next_scanline < c.image_height) {
        QByteArray row = samples.mid(qsizetype(c.next_scanline) * description.columns * description.samplesPerPixel,
                                     qsizetype(description.columns) * description.samplesPerPixel);
        auto *line = reinterpret_cast<JSAMPROW>(row.data());
        jpeg_write_scanlines(&c, &line, 1);
    }
    jpeg_finish_compress(&c);
    const QByteArray bytes(reinterpret_cast<const char *>(out), qsizetype(size));
    jpeg_destroy_compress(&c);
    std::free(out);
    return bytes;
}

/// Native frames of wide words, floats and overlay planes in unused bits.
void addWide(Seeds &seeds)
{
    QRandomGenerator random(8);
    for (const int bits : {32, 64, -32}) {
        auto d = test::greyDescription(19, 13, 16, 16, true);
        d.isFloat = bits > 0;
        d.bitsAllocated = d.bitsStored = std::abs(bits);
        d.highBit = d.bitsStored - 1;
        QByteArray samples(qsizetype(19) * 13 * d.bitsAllocated / 8, '\0');
        std::generate(samples.begin(), samples.end(), [&] { return char(random.generate()); });
        addFrame(seeds, d, pixels::Coding::LittleEndian, 0, samples);
        addFrame(seeds, d, pixels::Coding::BigEndian, 1, samples);
    }
    auto d = test::greyDescription(19, 13, 16, 12, false);
    d.overlayBits = {12, 15};
    QByteArray words(qsizetype(19) * 13 * 2, '\0');
    std::generate(words.begin(), words.end(), [&] { return char(random.generate()); });
    addFrame(seeds, d, pixels::Coding::LittleEndian, 0, words);
}

/// What the phantoms do not have: colour, 8 bits, tiles, interleaves, palettes.
void addEncoded(Seeds &seeds)
{
    QRandomGenerator random(7);
    auto palette = test::greyDescription(20, 11, 8, 8, false);
    palette.photometric = dicom::Photometric::PaletteColor;
    auto padded = test::greyDescription(33, 17, 16, 12, true);
    padded.paddingValue = -2048;
    padded.paddingLimit = -2000;
    for (const auto &d :
         {test::colourDescription(33, 17), test::colourDescription(16, 16, dicom::Photometric::YbrFull),
          test::colourDescription(32, 16, dicom::Photometric::YbrFull422), test::greyDescription(20, 11, 8, 8, false),
          test::greyDescription(33, 17, 16, 16, false), palette, padded}) {
        const auto pixels = test::somePixels(d, random);
        const QByteArray native = test::encodeNative(d, pixels);
        addFrame(seeds, d, pixels::Coding::LittleEndian, 0, native);
        addFrame(seeds, d, pixels::Coding::Rle, 0, test::encodeRle(d, pixels, random));
        for (int interleave = 0; interleave < 3; ++interleave)
            addFrame(seeds, d, pixels::Coding::JpegLs, 0,
                     test::encodeJpegLs(d, pixels, d.samplesPerPixel == 3 ? interleave : 0, interleave));
        const bool isColour = d.samplesPerPixel == 3;
        addFrame(seeds, d, pixels::Coding::Jpeg2000, 0, test::encodeJpeg2000(d, pixels, {.jp2 = true, .tileSize = 16}));
        addFrame(seeds, d, pixels::Coding::Jpeg2000, 0, test::encodeJpeg2000(d, pixels, {.mixComponents = isColour}));
        if (d.bitsAllocated == 8) {
            addFrame(seeds, d, pixels::Coding::Jpeg, 0, jpegOf(d, native, false));
            addFrame(seeds, d, pixels::Coding::Jpeg, 0, jpegOf(d, native, true));
        }
    }
}

void addAnswers(Seeds &seeds)
{
    const auto d = test::greyDescription(9, 7, 16, 12, true);
    for (const pixels::SampleType type : {pixels::SampleType::S16, pixels::SampleType::U16, pixels::SampleType::Rgb8}) {
        pixels::DecodeAnswer answer;
        answer.rows = 7;
        answer.columns = 9;
        answer.type = int(type);
        answer.bytes = 9 * 7 * (type == pixels::SampleType::Rgb8 ? 3 : 2);
        answer.minimum = answer.shownMinimum = -2048;
        answer.maximum = answer.shownMaximum = 2047;
        const QByteArray bytes(reinterpret_cast<const char *>(&answer), sizeof answer);
        seeds.add(u"FuzzDecodeProtocol"_s, fuzz::bytesOf({d, 0, bytes + "\x01\xf8\x02\x07"}));
    }
}

QByteArray textOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// The plain chunks of a recording as FuzzSession takes them.
QByteArray chunksOf(const session::ViewerState &state, const std::vector<session::Envelope> &envelopes)
{
    using namespace session;
    QByteArray file;
    QBuffer device(&file);
    device.open(QIODevice::WriteOnly);
    auto writer = RecordingWriter::begin(device, {u"fuzz"_s, {StudyUid(u"1.2.3"_s)}, 1, ViewerState()}, std::nullopt);
    bool ok = writer.has_value();
    for (const Envelope &envelope : envelopes)
        ok = ok && writer->envelope({5, envelope});
    MovePointer pointer = MovePointer::samples().front();
    ok = ok && writer->keyframe(6, state, false) && writer->pointers(7, {{7, ActorId(u"a"_s), pointer}}) &&
         writer->end(8, state.hash());
    constexpr qsizetype head = 8;
    const auto cipher = ChunkCipher::create(std::nullopt, file.mid(head, ChunkCipher::saltBytes));
    QByteArray chunks;
    std::uint64_t number = 0;
    for (qsizetype at = head + ChunkCipher::saltBytes; ok && at + 4 <= file.size();) {
        const auto length = qsizetype(qFromLittleEndian<quint32>(file.constData() + at));
        const auto plain = cipher->open(number++, file.mid(at + 4, length));
        if (!plain)
            break;
        QByteArray size(2, '\0');
        qToLittleEndian(quint16(plain->size()), size.data());
        chunks += size + *plain;
        at += 4 + length;
    }
    return chunks;
}

void addSession(Seeds &seeds)
{
    using namespace session;
    const QString target = u"FuzzSession"_s;
    ViewerState state;
    std::vector<Envelope> envelopes;
    for (const Action &action : sampleActions()) {
        if (auto next = reduce(state, action))
            state = std::move(*next);
        const Envelope envelope{envelopes.size() + 1, ActorId(u"reader"_s), envelopes.size() + 1, 1000, 0, 1, action};
        envelopes.push_back(envelope);
        seeds.add(target, 'A' + toCbor(action));
        seeds.add(target, 'E' + toCbor(envelope));
        seeds.add(target, 'a' + textOf(toJson(action)));
        seeds.add(target, 'e' + textOf(toJson(envelope)));
    }
    seeds.add(target, 'S' + toCbor(state));
    seeds.add(target, 's' + textOf(toJson(state)));
    seeds.add(target, 'P' + packState(state));
    seeds.add(target, 'R' + chunksOf(state, envelopes));
    std::vector<Annotation> marks;
    for (const AddAnnotation &sample : AddAnnotation::samples())
        marks.push_back(sample.annotation);
    seeds.add(target, 'M' + toCbor(marks));
}

/// The file of a store and its log, as a kill leaves them; the key as FuzzStorePages has it.
void addStore(Seeds &seeds)
{
    const QTemporaryDir folder;
    const auto bytesOf = [&](const QString &name) {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    auto store = store::LocalStore::open(folder.path(), QByteArray(32, 'k'));
    for (int i = 0; store && i < 6; ++i) {
        static_cast<void>(store->put(u"k"_s, QString::number(i % 4), QByteArray(i == 2 ? 9000 : 100, 'x')));
        const QByteArray file = bytesOf(u"store.db"_s), log = bytesOf(u"store.db-wal"_s);
        QByteArray size(4, '\0');
        qToLittleEndian(quint32(file.size()), size.data());
        seeds.add(u"FuzzStorePages"_s, size + file + log);
    }
}

void addScenarios(Seeds &seeds)
{
    QDirIterator files(QStringLiteral(CONSILIUM_SOURCE_DIR "/tests/scenario"), {u"*.actions"_s}, QDir::Files);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly))
            seeds.add(u"FuzzScenario"_s, file.readAll());
    }
    for (const session::Action &action : session::sampleActions())
        seeds.add(u"FuzzScenario"_s, QByteArray(session::nameOf(action).latin1()) + " view=v1\n");
}

void addOutboxEntry(Seeds &seeds)
{
    outbox::Entry entry;
    entry.id = outbox::EntryId(u"1"_s);
    entry.archive = ArchiveId(u"a"_s);
    entry.study = StudyUid(u"1.2"_s);
    entry.series = SeriesUid(u"1.2.3"_s);
    entry.sop = SopInstanceUid(u"1.2.3.4"_s);
    entry.after = {SopInstanceUid(u"1.2.3.5"_s)};
    entry.digest = QByteArray(32, 'x');
    seeds.add(u"FuzzOutbox"_s, outbox::encodeEntry(entry));
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 2) {
        std::fprintf(stderr, "usage: fuzz-seeds OUT [FOLDER...]\n");
        return 2;
    }
    Seeds seeds(QString::fromLocal8Bit(argv[1]));
    addEncoded(seeds);
    addOutboxEntry(seeds);
    addWide(seeds);
    addAnswers(seeds);
    addDirectories(seeds);
    addObjects(seeds);
    addSession(seeds);
    addStore(seeds);
    addScenarios(seeds);
    for (int i = 2; i < argc; ++i) {
        QDirIterator files(QString::fromLocal8Bit(argv[i]), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext())
            addFile(seeds, files.next());
    }
    for (const auto &[target, count] : seeds.counts().toStdMap())
        std::printf("%s: %d\n", qPrintable(target), count);
    return seeds.isOk() ? 0 : 1;
}
