#include "viewer/session/recording/RecordingFile.h"

#include "base/platform/Platform.h"
#include "viewer/session/Codec.h"
#include "viewer/session/FieldCodec.h"

#include <QFileDevice>
#include <QtEndian>

#include <zlib.h>

#include <cmath>

namespace consilium::session
{

namespace
{

// Numbers in files: never change or reuse one.
constexpr char magic[] = "CONSREC";
constexpr int magicBytes = 7;
constexpr char plainFormat = 1, encryptedFormat = 2;
enum Part : int { HeaderPart = 1, EnvelopePart = 2, KeyframePart = 3, PointerPart = 4, EndPart = 5, ResetPart = 6 };
enum PointerKind : int { LeftPointer = 0, PatientPointer = 1, ImagePointer = 2 };
constexpr quint32 maxChunkBytes = 64 * 1024 * 1024;
constexpr double pointerStep = 0.01;    ///< mm or pixel
constexpr qint64 longestMs = 1LL << 40; ///< 34 years: later times are made up, and sums of them stay far from overflow

QByteArray bytesOf(const QCborArray &array)
{
    return QCborValue(array).toCbor();
}

/// A pointer's kind and whole steps.
std::pair<int, std::array<qint64, 3>> stepsOf(const MovePointer &pointer)
{
    const auto steps = [](double v) { return static_cast<qint64>(std::llround(v / pointerStep)); };
    if (!pointer.at)
        return {LeftPointer, {}};
    if (const auto *const p = std::get_if<PatientPoint>(&*pointer.at))
        return {PatientPointer, {steps(p->x), steps(p->y), steps(p->z)}};
    const ImagePoint &p = std::get<ImagePoint>(*pointer.at);
    return {ImagePointer, {steps(p.column), steps(p.row), 0}};
}

int coordinatesOf(int kind)
{
    return kind == PatientPointer ? 3 : kind == ImagePointer ? 2 : 0;
}

tl::unexpected<Error> unreadable(const char *why)
{
    return fail(ErrorCode::FileUnreadable, QString::fromLatin1(why));
}

/// A zlib stream of at most `limit` bytes, whatever it grows to; nullopt when it is longer, broken or cut short.
std::optional<QByteArray> inflated(const char *data, qsizetype size, qsizetype limit)
{
    constexpr qsizetype pieceBytes = 64 * 1024;
    z_stream stream{};
    if (inflateInit(&stream) != Z_OK)
        return std::nullopt;
    // zlib reads only, but its interface is older than const.
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(data));
    stream.avail_in = static_cast<uInt>(size);
    QByteArray plain;
    int status = Z_OK;
    while (status == Z_OK && plain.size() <= limit) {
        const qsizetype had = plain.size();
        plain.resize(had + pieceBytes);
        stream.next_out = reinterpret_cast<Bytef *>(plain.data()) + had;
        stream.avail_out = static_cast<uInt>(pieceBytes);
        status = inflate(&stream, Z_NO_FLUSH);
        plain.chop(static_cast<qsizetype>(stream.avail_out));
    }
    inflateEnd(&stream);
    return status == Z_STREAM_END && plain.size() <= limit ? std::optional(plain) : std::nullopt;
}

/// Takes a recording in, part by part.
class RecordingReader
{
public:
    Result<void> take(const QByteArray &plain)
    {
        if (plain.size() > maxChunkBytes || !codec::isSoundCbor(plain))
            return unreadable("a part of the recording is malformed");
        const QCborArray part = QCborValue::fromCbor(plain).toArray();
        const qint64 kind = part.at(0).toInteger(-1), offset = part.at(1).toInteger(-1);
        if (part.size() < 3 || offset < m_recording.durationMs || offset > longestMs ||
            (kind != HeaderPart) != m_hasHeader)
            return unreadable("the parts of the recording are out of order");
        m_recording.durationMs = offset;
        switch (kind) {
        case HeaderPart:
            return takeHeader(part);
        case EnvelopePart:
            return takeEnvelope(offset, part);
        case KeyframePart:
        case ResetPart:
            m_recording.keyframes.push_back(
                {offset, m_recording.envelopes.size(), kind == ResetPart, part.at(2).toByteArray()});
            return {};
        case PointerPart:
            return takePointers(part);
        case EndPart:
            m_recording.isComplete = true;
            m_recording.finalHash = part.at(2).toString().toULongLong(nullptr, 16);
            return {};
        default:
            return {}; // of a newer program, and not needed to play
        }
    }
    [[nodiscard]] bool isEnded() const { return m_recording.isComplete; }
    [[nodiscard]] bool hasHeader() const { return m_hasHeader; }
    [[nodiscard]] Recording take()
    {
        // Pointers are written in runs behind the actions among which they happened.
        std::stable_sort(m_recording.pointers.begin(), m_recording.pointers.end(),
                         [](const PointerSample &a, const PointerSample &b) { return a.offsetMs < b.offsetMs; });
        return std::move(m_recording);
    }

private:
    Result<void> takeHeader(const QCborArray &part)
    {
        const QCborArray studies = part.at(4).toArray();
        m_recording.header.program = part.at(3).toString();
        m_recording.header.startedAt = part.at(5).toInteger();
        for (const auto &study : studies)
            m_recording.header.studies.emplace_back(study.toString());
        Result<ViewerState> initial = unpackState(part.at(6).toByteArray());
        if (!initial)
            return fail(initial.error());
        m_recording.header.initial = std::move(*initial);
        m_hasHeader = true;
        return {};
    }

    Result<void> takeEnvelope(qint64 offset, const QCborArray &part)
    {
        Result<Envelope> envelope = envelopeFromCbor(part.at(2).toByteArray());
        if (!envelope)
            return fail(envelope.error());
        m_recording.envelopes.push_back({offset, std::move(*envelope)});
        return {};
    }

    Result<void> takePointers(const QCborArray &part)
    {
        const ActorId actor(part.at(3).toString());
        const ViewId view(part.at(4).toString());
        const qint64 kind = part.at(5).toInteger(-1);
        const QCborArray numbers = part.at(6).toArray();
        if (kind < LeftPointer || kind > ImagePointer)
            return unreadable("a part of the recording is malformed");
        const int coordinates = coordinatesOf(static_cast<int>(kind));
        if (numbers.size() % (coordinates + 1) != 0)
            return unreadable("a part of the recording is malformed");
        double at[3]{};
        std::int64_t offset = part.at(2).toInteger(-1);
        if (offset < 0 || offset > longestMs)
            return unreadable("a part of the recording is malformed");
        for (qsizetype i = 0; i < numbers.size(); i += coordinates + 1) {
            const qint64 passed = numbers.at(i).toInteger(-1);
            if (passed < 0 || passed > 24 * 3600 * 1000)
                return unreadable("a part of the recording is malformed");
            offset += passed;
            for (int c = 0; c < coordinates; ++c)
                at[c] += static_cast<double>(numbers.at(i + 1 + c).toInteger());
            m_recording.pointers.push_back({offset, actor, MovePointer{view, pointAt(static_cast<int>(kind), at)}});
        }
        return {};
    }

    static std::optional<std::variant<PatientPoint, ImagePoint>> pointAt(int kind, const double (&steps)[3])
    {
        if (kind == PatientPointer)
            return PatientPoint{steps[0] * pointerStep, steps[1] * pointerStep, steps[2] * pointerStep};
        if (kind == ImagePointer)
            return ImagePoint{steps[0] * pointerStep, steps[1] * pointerStep};
        return std::nullopt;
    }

    Recording m_recording;
    bool m_hasHeader = false;
};

} // namespace

QByteArray packState(const ViewerState &state)
{
    return qCompress(toCbor(state));
}

Result<ViewerState> unpackState(const QByteArray &packed)
{
    // The first four bytes say how large it is, and need not tell the truth.
    const qsizetype size = packed.size() > 4 ? qsizetype(qFromBigEndian<quint32>(packed.constData())) : -1;
    if (size < 0 || size > maxStateBytes || packed.size() > maxChunkBytes)
        return unreadable("a state of the recording is too large");
    const std::optional<QByteArray> plain = inflated(packed.constData() + 4, packed.size() - 4, size);
    if (!plain || plain->size() != size)
        return unreadable("a state of the recording is not what it says to be");
    return stateFromCbor(*plain);
}

Result<RecordingWriter> RecordingWriter::begin(QIODevice &device, const RecordingHeader &header,
                                               const std::optional<RecordingKey> &key)
{
    const QByteArray salt = ChunkCipher::newSalt();
    Result<ChunkCipher> cipher = ChunkCipher::create(key, salt);
    if (!cipher)
        return fail(cipher.error());
    QByteArray head(magic, magicBytes);
    head += key ? encryptedFormat : plainFormat;
    head += salt;
    if (device.write(head) != head.size()) // and flushed with the chunk behind it
        return fail(ErrorCode::DiskFull, QStringLiteral("the recording cannot be written"));
    RecordingWriter writer(device, std::move(*cipher));
    QCborArray studies;
    for (const StudyUid &study : header.studies)
        studies.append(study.text());
    const Result<void> ok = writer.write(
        bytesOf({int(HeaderPart), 0, 1, header.program, studies, qint64(header.startedAt), packState(header.initial)}));
    return ok ? Result<RecordingWriter>(std::move(writer)) : fail(ok.error());
}

Result<void> RecordingWriter::write(const QByteArray &plain)
{
    const Result<QByteArray> sealed = m_cipher.seal(m_next++, plain);
    if (!sealed)
        return fail(sealed.error());
    QByteArray chunk(4, '\0');
    qToLittleEndian(static_cast<quint32>(sealed->size()), chunk.data());
    chunk += *sealed;
    // What stays in the file's buffer is not written: a crash would take it, and a full disk be noticed too late.
    auto *const file = qobject_cast<QFileDevice *>(m_device);
    if (m_device->write(chunk) != chunk.size() || (file && !file->flush()))
        return fail(file ? platform::notWritten(*file, chunk.size())
                         : Error{ErrorCode::DiskFull, QStringLiteral("the recording cannot be written")});
    return {};
}

Result<void> RecordingWriter::envelope(const TimedEnvelope &envelope)
{
    return write(bytesOf({int(EnvelopePart), qint64(envelope.offsetMs), toCbor(envelope.envelope)}));
}

Result<void> RecordingWriter::keyframe(std::int64_t offsetMs, const ViewerState &state, bool isReset)
{
    return write(bytesOf({int(isReset ? ResetPart : KeyframePart), qint64(offsetMs), packState(state)}));
}

Result<void> RecordingWriter::pointers(std::int64_t offsetMs, const std::vector<PointerSample> &run)
{
    if (run.empty())
        return {};
    const int kind = stepsOf(run.front().pointer).first;
    std::array<qint64, 3> last{};
    std::int64_t lastOffset = run.front().offsetMs;
    QCborArray numbers;
    for (const PointerSample &sample : run) {
        const std::array<qint64, 3> steps = stepsOf(sample.pointer).second;
        numbers.append(qint64(sample.offsetMs - std::exchange(lastOffset, sample.offsetMs)));
        for (int c = 0; c < coordinatesOf(kind); ++c)
            numbers.append(steps[static_cast<std::size_t>(c)] - last[static_cast<std::size_t>(c)]);
        last = steps;
    }
    return write(bytesOf({int(PointerPart), qint64(offsetMs), qint64(run.front().offsetMs), run.front().actor.text(),
                          run.front().pointer.view.text(), kind, numbers}));
}

Result<void> RecordingWriter::end(std::int64_t offsetMs, std::uint64_t finalHash)
{
    return write(bytesOf({int(EndPart), qint64(offsetMs), QString::number(finalHash, 16)}));
}

Result<Recording> readRecording(QIODevice &device, const std::optional<RecordingKey> &key)
{
    const QByteArray head = device.read(magicBytes + 1);
    if (head.size() != magicBytes + 1 || !head.startsWith(QByteArray(magic, magicBytes)))
        return unreadable("this is not a recording");
    const char format = head.back();
    if (format != plainFormat && format != encryptedFormat)
        return fail(ErrorCode::Unsupported, QStringLiteral("a recording of a newer program"));
    if ((format == encryptedFormat) != key.has_value())
        return unreadable(key ? "the recording is not encrypted" : "the recording is encrypted");
    const Result<ChunkCipher> cipher = ChunkCipher::create(key, device.read(ChunkCipher::saltBytes));
    if (!cipher)
        return fail(cipher.error());
    RecordingReader reader;
    for (std::uint64_t number = 0; !reader.isEnded(); ++number) {
        const QByteArray length = device.read(4);
        const quint32 size = length.size() == 4 ? qFromLittleEndian<quint32>(length.constData()) : 0;
        if (size > maxChunkBytes)
            return unreadable("a part of the recording is too large");
        const QByteArray sealed = device.read(size);
        // Ends here without an end: a crash, a full disk. What came before is sound.
        if (length.size() < 4 || sealed.size() < static_cast<qsizetype>(size))
            break;
        const Result<QByteArray> plain = cipher->open(number, sealed);
        if (!plain)
            return fail(plain.error());
        if (const Result<void> ok = reader.take(*plain); !ok)
            return fail(ok.error());
    }
    if (!reader.hasHeader())
        return unreadable("the recording ends before it begins");
    if (reader.isEnded() && !device.read(1).isEmpty())
        return unreadable("something stands behind the end of the recording");
    return reader.take();
}

} // namespace consilium::session
