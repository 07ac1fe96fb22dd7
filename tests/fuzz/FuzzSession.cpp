#include "tests/fuzz/FuzzInput.h"
#include "viewer/session/Codec.h"
#include "viewer/session/recording/ChunkCipher.h"
#include "viewer/session/recording/RecordingFile.h"
#include "viewer/session/recording/SessionLog.h"

#include <QBuffer>
#include <QJsonDocument>
#include <QtEndian>

using namespace consilium;
using namespace consilium::session;

namespace
{

// What could be read is written, read again, and is the same.
void afterReading(const Action &action)
{
    const auto fromCbor = actionFromCbor(toCbor(action));
    fuzz::require(fromCbor && *fromCbor == action, "an action comes back from CBOR");
    const auto fromJson = actionFromJson(toJson(action));
    fuzz::require(fromJson && *fromJson == action, "an action comes back from JSON");
    const ViewerState before;
    if (const auto after = reduce(before, action)) {
        static_cast<void>(after->hash());
        static_cast<void>(changesOf(before, *after, action));
        static_cast<void>(fieldsTouched(before, action));
        static_cast<void>(invert(before, action));
    }
}

void afterReading(const Envelope &envelope)
{
    const auto again = envelopeFromCbor(toCbor(envelope));
    fuzz::require(again && again->action == envelope.action && again->id == envelope.id, "an envelope comes back");
    afterReading(envelope.action);
}

void afterReading(const ViewerState &state)
{
    const auto again = stateFromCbor(toCbor(state));
    fuzz::require(again && *again == state && again->hash() == state.hash(), "a state comes back");
    for (const Action &action : sampleActions()) {
        if (const auto next = reduce(state, action))
            static_cast<void>(next->hash());
    }
}

/// The input is the plain chunks of a recording, each with its length of two bytes before it: a fuzzer does not guess
/// checksums.
void readRecordingOf(const QByteArray &input)
{
    const QByteArray salt(ChunkCipher::saltBytes, 's');
    const auto cipher = ChunkCipher::create(std::nullopt, salt);
    QByteArray file = QByteArray("CONSREC\1") + salt;
    std::uint64_t number = 0;
    for (qsizetype at = 0; at + 2 <= input.size();) {
        const qsizetype length = qFromLittleEndian<quint16>(input.constData() + at);
        const auto sealed = cipher->seal(number++, input.mid(at + 2, length));
        fuzz::require(sealed.has_value(), "a chunk can be sealed");
        QByteArray size(4, '\0');
        qToLittleEndian(static_cast<quint32>(sealed->size()), size.data());
        file += size + *sealed;
        at += 2 + length;
    }
    QBuffer device(&file);
    device.open(QIODevice::ReadOnly);
    if (const auto recording = readRecording(device, std::nullopt)) {
        for (const Keyframe &keyframe : recording->keyframes) {
            if (const auto state = unpackState(keyframe.packed))
                static_cast<void>(state->hash());
        }
    }
}

void readJson(char kind, const QByteArray &text)
{
    const auto object = jsonObjectFrom(text, maxStateBytes);
    if (!object)
        return;
    if (kind == 'a') {
        if (const auto action = actionFromJson(*object))
            afterReading(*action);
    } else if (kind == 'e') {
        if (const auto envelope = envelopeFromJson(*object))
            afterReading(*envelope);
    } else if (const auto state = stateFromJson(*object)) {
        afterReading(*state);
    }
}

} // namespace

// The first byte says what the rest is: in CBOR A an action, E an envelope, S a state, M marks; a e s the same in JSON;
// R the chunks of a recording, P a packed state, L a log.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    if (size < 1)
        return 0;
    const char kind = char(data[0]);
    QByteArray rest(reinterpret_cast<const char *>(data + 1), qsizetype(size - 1));
    switch (kind) {
    case 'A':
        if (const auto action = actionFromCbor(rest))
            afterReading(*action);
        break;
    case 'E':
        if (const auto envelope = envelopeFromCbor(rest))
            afterReading(*envelope);
        break;
    case 'S':
        if (const auto state = stateFromCbor(rest))
            afterReading(*state);
        break;
    case 'M':
        if (const auto marks = annotationsFromCbor(rest)) {
            const auto again = annotationsFromCbor(toCbor(*marks));
            fuzz::require(again && *again == *marks, "marks come back");
        }
        break;
    case 'R':
        readRecordingOf(rest);
        break;
    case 'P':
        if (const auto state = unpackState(rest))
            afterReading(*state);
        break;
    case 'L': {
        QBuffer device(&rest);
        device.open(QIODevice::ReadOnly);
        if (const auto log = readSessionLog(device))
            static_cast<void>(log->initial.hash());
        break;
    }
    case 'a':
    case 'e':
    case 's':
        readJson(kind, rest);
        break;
    default:
        break;
    }
    return 0;
}
