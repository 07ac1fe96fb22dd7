#pragma once
#include <QMetaType>
#include <QString>

namespace consilium
{

/// What went wrong, in terms a reader of images can act on. One code has one sentence (userMessage()).
enum class ErrorCode {
    Cancelled,         ///< Somebody asked for it to stop; never shown as a failure.
    InvalidArgument,   ///< A value that came from outside is out of range.
    NotFound,          ///< The file, study, series or image does not exist (HTTP 404/410).
    NoService,         ///< A server answers, but at this path there is no DICOMweb service (HTTP 404/410 to a search).
    FileUnreadable,    ///< Missing rights or an I/O error.
    NotDicom,          ///< Bytes that are not DICOM.
    DicomTruncated,    ///< DICOM that ends too early.
    DicomMalformed,    ///< DICOM whose values contradict each other (absurd sizes, negative lengths).
    NoPixels,          ///< A DICOM object without an image.
    UnsupportedSyntax, ///< A transfer syntax that cannot be decoded; detail names it.
    UnsupportedImage,  ///< An image kind that is not shown; detail says why.
    PixelsDamaged,     ///< The frame's bytes are cut short or undecodable.
    DecoderFailed,     ///< The decode helper crashed on it, ran out of its time, or cannot be started.
    OutOfMemory,       ///< The memory budget does not allow it.
    DiskFull,          ///< No space left.
    HostUnreachable,   ///< Name not found, connection refused, no route.
    Timeout,           ///< Connected, but no answer in time.
    TlsUntrusted,      ///< The server's certificate is not trusted.
    ConnectionLost,    ///< The line broke in the middle.
    SignInRequired,    ///< HTTP 401; `Error::given` tells what it was sent.
    KeychainLocked,    ///< The keychain has not given the password or token yet: it waits for the person.
    Forbidden,         ///< HTTP 403.
    NotAcceptable,     ///< HTTP 406 or 415: the archive cannot deliver what was asked for.
    TooManyRequests,   ///< HTTP 429, or 503 with Retry-After.
    ServerError,       ///< HTTP 5xx and any other status that is not one of the above.
    ProtocolViolation, ///< HTML instead of JSON, broken multipart, wrong lengths.
    PermissionDenied,  ///< The actor may not do this (session permission).
    Conflict,          ///< Somebody else has changed it since.
    Unsupported,       ///< Asked for something this program does not do.
    Internal           ///< A defect of this program.
};

/// An error as a value. `detail` is technical, English, and free of patient data; it may go to the log.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    QString detail;
    int httpStatus = 0;    ///< 0 when the error has nothing to do with HTTP
    int retryAfterMs = -1; ///< -1: the server did not say
    /// What went along with a question that was answered by SignInRequired.
    enum class Given { Unknown, Nothing, Password, Token };
    Given given = Given::Unknown;

    bool operator==(const Error &) const = default;
};

/// The error as one sentence in the user's language; with the consequence left to the caller.
[[nodiscard]] QString userMessage(const Error &error);
/// Ends the detail of UnsupportedSyntax where a video cannot be decoded because the program ffmpeg is not installed.
inline constexpr QLatin1StringView noVideoProgram("; no ffmpeg");
/// The same question may be answered another time: the cause lies in the line, the server's state or the rights, not in
/// the data themselves.
[[nodiscard]] bool isPassing(const Error &error);
/// Stable name for logs, scenario files and tests ("NotFound").
[[nodiscard]] QString errorName(ErrorCode code);

} // namespace consilium

Q_DECLARE_METATYPE(consilium::Error)
