#pragma once
#include "viewer/session/Action.h"

#include <QByteArray>
#include <QJsonObject>

#include <vector>

namespace consilium::session
{

// Writing and reading of what a session is made of. CBOR (RFC 8949) with numeric field ids is the wire format, JSON
// with names is for people; the same fields stand in both, those at their default are left out.
//
// Reading trusts nothing: bytes from the network or a file give ProtocolViolation (not what it should be),
// InvalidArgument (a value no action may have), or Unsupported (a newer schema, or an action this program does not
// know). Nesting is limited to 32, sizes as below. Fields that are not known are no error; in an envelope they are kept
// (unknownFields) and written again by toCbor() and toJson().

inline constexpr qsizetype maxEnvelopeBytes = 256 * 1024;
inline constexpr qsizetype maxStateBytes = 32 * 1024 * 1024;

[[nodiscard]] QByteArray toCbor(const Action &action);
[[nodiscard]] QByteArray toCbor(const Envelope &envelope);
[[nodiscard]] QByteArray toCbor(const ViewerState &state);
/// Marks by themselves, in this order; at most maxAnnotations.
[[nodiscard]] QByteArray toCbor(const std::vector<Annotation> &annotations);
[[nodiscard]] Result<Action> actionFromCbor(const QByteArray &bytes);
[[nodiscard]] Result<Envelope> envelopeFromCbor(const QByteArray &bytes);
/// Everything in it has passed the checks of reduce().
[[nodiscard]] Result<ViewerState> stateFromCbor(const QByteArray &bytes);
/// Each has passed the checks of reduce(), and no two have the same id.
[[nodiscard]] Result<std::vector<Annotation>> annotationsFromCbor(const QByteArray &bytes);

/// {"SetWindow": {"view": "v1", ...}}
[[nodiscard]] QJsonObject toJson(const Action &action);
[[nodiscard]] QJsonObject toJson(const Envelope &envelope);
[[nodiscard]] QJsonObject toJson(const ViewerState &state);
[[nodiscard]] Result<Action> actionFromJson(const QJsonObject &object);
[[nodiscard]] Result<Envelope> envelopeFromJson(const QJsonObject &object);
[[nodiscard]] Result<ViewerState> stateFromJson(const QJsonObject &object);

/// One object of JSON text; ProtocolViolation for anything else.
[[nodiscard]] Result<QJsonObject> jsonObjectFrom(const QByteArray &text, qsizetype maxBytes);

} // namespace consilium::session
