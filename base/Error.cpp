#include "base/Error.h"

#include "base/ReachReasons.h"
#include "base/TlsReasons.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <utility>

namespace consilium
{

namespace
{

struct Entry {
    ErrorCode code;
    const char *name;
    const char *message;
};

// One sentence each: what is the matter, in words for a person who reads images.
constexpr auto entries = std::to_array<Entry>({
    {ErrorCode::Cancelled, "Cancelled", QT_TRANSLATE_NOOP("Error", "Cancelled.")},
    {ErrorCode::InvalidArgument, "InvalidArgument", QT_TRANSLATE_NOOP("Error", "A value is not allowed.")},
    {ErrorCode::NotFound, "NotFound", QT_TRANSLATE_NOOP("Error", "It no longer exists there.")},
    {ErrorCode::FileUnreadable, "FileUnreadable", QT_TRANSLATE_NOOP("Error", "The file cannot be read.")},
    {ErrorCode::NoService, "NoService", QT_TRANSLATE_NOOP("Error", "The address does not lead to a DICOMweb service.")},
    {ErrorCode::NotDicom, "NotDicom", QT_TRANSLATE_NOOP("Error", "This is not a DICOM file.")},
    {ErrorCode::DicomTruncated, "DicomTruncated", QT_TRANSLATE_NOOP("Error", "The DICOM file ends too early.")},
    {ErrorCode::DicomMalformed, "DicomMalformed", QT_TRANSLATE_NOOP("Error", "The DICOM file contradicts itself.")},
    {ErrorCode::NoPixels, "NoPixels", QT_TRANSLATE_NOOP("Error", "The object contains no image.")},
    {ErrorCode::UnsupportedSyntax, "UnsupportedSyntax",
     QT_TRANSLATE_NOOP("Error", "This kind of image compression is not supported.")},
    {ErrorCode::UnsupportedImage, "UnsupportedImage",
     QT_TRANSLATE_NOOP("Error", "This kind of image is not supported.")},
    {ErrorCode::PixelsDamaged, "PixelsDamaged", QT_TRANSLATE_NOOP("Error", "The image data are damaged.")},
    {ErrorCode::DecoderFailed, "DecoderFailed",
     QT_TRANSLATE_NOOP("Error", "The image could not be decoded: its data stopped the decoder.")},
    {ErrorCode::OutOfMemory, "OutOfMemory", QT_TRANSLATE_NOOP("Error", "There is not enough memory.")},
    {ErrorCode::DiskFull, "DiskFull", QT_TRANSLATE_NOOP("Error", "The disk is full.")},
    {ErrorCode::HostUnreachable, "HostUnreachable", QT_TRANSLATE_NOOP("Error", "The archive cannot be reached.")},
    {ErrorCode::Timeout, "Timeout", QT_TRANSLATE_NOOP("Error", "The archive does not answer.")},
    {ErrorCode::TlsUntrusted, "TlsUntrusted", QT_TRANSLATE_NOOP("Error", "The archive's certificate is not trusted.")},
    {ErrorCode::ConnectionLost, "ConnectionLost", QT_TRANSLATE_NOOP("Error", "The connection was lost.")},
    {ErrorCode::SignInRequired, "SignInRequired",
     QT_TRANSLATE_NOOP("Error", "The archive does not accept the user name or password.")},
    {ErrorCode::KeychainLocked, "KeychainLocked",
     QT_TRANSLATE_NOOP("Error", "The keychain of this computer has not been unlocked yet.")},
    {ErrorCode::Forbidden, "Forbidden", QT_TRANSLATE_NOOP("Error", "The archive does not permit this.")},
    {ErrorCode::NotAcceptable, "NotAcceptable",
     QT_TRANSLATE_NOOP("Error", "The archive does not offer this in a form that can be read.")},
    {ErrorCode::TooManyRequests, "TooManyRequests", QT_TRANSLATE_NOOP("Error", "The archive is overloaded.")},
    {ErrorCode::ServerError, "ServerError", QT_TRANSLATE_NOOP("Error", "The archive reports an internal error.")},
    {ErrorCode::ProtocolViolation, "ProtocolViolation",
     QT_TRANSLATE_NOOP("Error", "The archive's answer cannot be understood.")},
    {ErrorCode::PermissionDenied, "PermissionDenied", QT_TRANSLATE_NOOP("Error", "You are not permitted to do this.")},
    {ErrorCode::Conflict, "Conflict", QT_TRANSLATE_NOOP("Error", "Somebody else has changed it in the meantime.")},
    {ErrorCode::Unsupported, "Unsupported", QT_TRANSLATE_NOOP("Error", "This is not supported.")},
    {ErrorCode::Internal, "Internal", QT_TRANSLATE_NOOP("Error", "An internal error occurred.")},
});

const Entry &entryOf(ErrorCode code)
{
    const auto *const it =
        std::find_if(entries.begin(), entries.end(), [code](const Entry &e) { return e.code == code; });
    return it != entries.end() ? *it : entries.back();
}

/// The names of transfer syntaxes begin like this (PS3.6 table A-1). Nothing else is repeated to the reader: a detail
/// is meant for the log.
bool isSyntaxName(const QString &detail)
{
    static const QRegularExpression name(QStringLiteral(
        "^(JPEG |JPEG-LS |JPIP |RLE |MPEG|Fragmentable MPEG|HEVC|High-Throughput JPEG |Implicit VR |Explicit VR |"
        "Deflated |Encapsulated Uncompressed |SMPTE ST |RFC 2557 |XML Encoding|Papyrus 3 |GE Private )"
        "[A-Za-z0-9 /.,()&-]{0,90}$"));
    return name.match(detail).hasMatch();
}

/// Kinds of objects that are no images shown here, by the names that viewer/dicom gives them. Nothing else is repeated.
constexpr auto objectKinds = std::to_array<const char *>({
    QT_TRANSLATE_NOOP("Error", "whole-slide image"),
    QT_TRANSLATE_NOOP("Error", "sound recording"),
    QT_TRANSLATE_NOOP("Error", "ECG"),
    QT_TRANSLATE_NOOP("Error", "waveform"),
    QT_TRANSLATE_NOOP("Error", "presentation state"),
    QT_TRANSLATE_NOOP("Error", "registration"),
    QT_TRANSLATE_NOOP("Error", "raw data"),
    QT_TRANSLATE_NOOP("Error", "surface segmentation"),
    QT_TRANSLATE_NOOP("Error", "label map segmentation"),
    QT_TRANSLATE_NOOP("Error", "value mapping"),
    QT_TRANSLATE_NOOP("Error", "key image note"),
    QT_TRANSLATE_NOOP("Error", "structured report"),
    QT_TRANSLATE_NOOP("Error", "PDF document"),
    QT_TRANSLATE_NOOP("Error", "waveform of kind MB"),
    QT_TRANSLATE_NOOP("Error", "waveform of kind AB"),
    QT_TRANSLATE_NOOP("Error", "waveform that is too long"),
    QT_TRANSLATE_NOOP("Error", "document"),
    QT_TRANSLATE_NOOP("Error", "document with an encoded body"),
    QT_TRANSLATE_NOOP("Error", "document without text"),
    QT_TRANSLATE_NOOP("Error", "radiotherapy structures"),
    QT_TRANSLATE_NOOP("Error", "radiotherapy plan"),
});

/// What a detail says better than its code.
struct Told {
    const char *detail;
    const char *message;
};
constexpr auto toldByDetail = std::to_array<Told>({
    // Files, by the details that viewer/dicom gives.
    {"empty file", QT_TRANSLATE_NOOP("Error", "The file is empty.")},
    {"zeros where DICOM begins", QT_TRANSLATE_NOOP("Error", "The file is damaged: it has no DICOM content.")},
    {"not a regular file",
     QT_TRANSLATE_NOOP("Error", "This is no file but a pipe, a socket or a device: it is not opened.")},
    {"the folder cannot be looked into",
     QT_TRANSLATE_NOOP("Error", "The folder cannot be looked into: nothing that lies in it is shown.")},
    {"the folder could not be listed to its end",
     QT_TRANSLATE_NOOP("Error", "The folder could not be listed to its end: files that lie in it may be missing.")},
    {"compressed data set is damaged",
     QT_TRANSLATE_NOOP("Error", "The compressed data set of the DICOM file is damaged.")},
    {"no Study Instance UID (0020,000D)",
     QT_TRANSLATE_NOOP("Error", "The file does not say which study it belongs to.")},
    {"no Series Instance UID (0020,000E)",
     QT_TRANSLATE_NOOP("Error", "The file does not say which series it belongs to.")},
    {"Rows or Columns is missing", QT_TRANSLATE_NOOP("Error", "The image does not say how large it is.")},
    {"another file has the same SOP Instance UID and other contents",
     QT_TRANSLATE_NOOP("Error", "Another file has the same SOP Instance UID and other contents.")},
    {"another object has the same SOP Instance UID",
     QT_TRANSLATE_NOOP("Error", "An object of another open study has the same SOP Instance UID.")},
    // Documents, by the details that viewer/documents gives.
    {"damaged PDF document", QT_TRANSLATE_NOOP("Error", "The PDF document is damaged: it cannot be read.")},
    {"PDF document with a password", QT_TRANSLATE_NOOP("Error", "The PDF document is locked with a password.")},
    // Objects that are not those asked for.
    {"an object of another patient came",
     QT_TRANSLATE_NOOP("Error", "The images name another patient than their study: they are not shown.")},
    {"an object of another study came",
     QT_TRANSLATE_NOOP("Error", "The archive sent objects of another study: they are not shown.")},
    {"an object of another series came",
     QT_TRANSLATE_NOOP("Error", "The archive sent objects of another series: they are not shown.")},
    {"another object than the one asked for",
     QT_TRANSLATE_NOOP("Error", "The archive sent another object than the one asked for: it is not shown.")},
    // Listed by the archive and not given, or deleted or moved there since.
    {"the archive did not give this image", QT_TRANSLATE_NOOP("Error", "The archive could not give this image.")},
    {"a table of the image did not come",
     QT_TRANSLATE_NOOP("Error", "The archive did not give a table that the image needs.")},
    {"the archive did not give this series", QT_TRANSLATE_NOOP("Error", "The archive could not give this series.")},
    {"the archive no longer has this image", QT_TRANSLATE_NOOP("Error", "No longer in the archive.")},
    {"the archive no longer has this series", QT_TRANSLATE_NOOP("Error", "The archive no longer has this series.")},
    {"the archive has nothing of this study", QT_TRANSLATE_NOOP("Error", "The archive has nothing of this study.")},
    // The encrypted store on this computer, by the details that base/store gives.
    {"the local store was written by a newer program",
     QT_TRANSLATE_NOOP("Error", "What is kept on this computer was written by a newer version of this program. It was "
                                "left as it is.")},
    {"the local store has another key",
     QT_TRANSLATE_NOOP("Error", "What is kept on this computer does not open with the key in the keychain. It was left "
                                "as it is.")},
    {"the local store is in use by another process",
     QT_TRANSLATE_NOOP("Error", "What is kept on this computer is in use: this program is already running.")},
    {"the local store is damaged", QT_TRANSLATE_NOOP("Error", "What is kept on this computer is damaged.")},
    // Identifiers that name two things, by the details that the opening of studies gives them.
    {"an open study has a series of the same UID",
     QT_TRANSLATE_NOOP("Error", "Another open study has a series of the same Series Instance UID: only one of them can "
                                "be shown. This one comes when the other study is closed.")},
    {"an open study has images of the same UIDs",
     QT_TRANSLATE_NOOP("Error", "Another open study has images of the same SOP Instance UIDs: shown side by side they "
                                "could be mistaken for one another. These come when the other study is closed.")},
    {"its images belong to another patient",
     QT_TRANSLATE_NOOP("Error", "The images name another patient than their study: they are not shown.")},
    {"the archive lists a series of another patient",
     QT_TRANSLATE_NOOP("Error", "The images name another patient than their study: they are not shown.")},
    {"its images name no patient, where others of the study do",
     QT_TRANSLATE_NOOP("Error", "The images name no patient, where others of the study do: they are not shown.")},
    {"a study of the same UID is open from elsewhere",
     QT_TRANSLATE_NOOP("Error", "A study of another patient with the same Study Instance UID is open. Close that one "
                                "first.")},
});

/// What the end of a detail says better than its code.
struct ToldByEnd {
    QLatin1StringView end;
    const char *message;
};
constexpr auto toldByEnd = std::to_array<ToldByEnd>({
    {tlsReason::expired, QT_TRANSLATE_NOOP("Error", "The archive's certificate has expired.")},
    {tlsReason::notYetValid, QT_TRANSLATE_NOOP("Error", "The archive's certificate is not valid yet.")},
    {tlsReason::wrongName, QT_TRANSLATE_NOOP("Error", "The archive's certificate is for another address.")},
    {tlsReason::selfSigned,
     QT_TRANSLATE_NOOP("Error", "The archive has signed its certificate itself: it is not trusted.")},
    {tlsReason::unknownAuthority,
     QT_TRANSLATE_NOOP("Error", "The archive's certificate comes from an authority that this computer does not know.")},
    {tlsReason::notSpoken, QT_TRANSLATE_NOOP("Error", "The server does not speak TLS at this address.")},
    {reachReason::proxyAway,
     QT_TRANSLATE_NOOP("Error", "The proxy of this network does not answer: the archive was not asked.")},
    {reachReason::proxySignIn,
     QT_TRANSLATE_NOOP("Error", "The proxy of this network wants a sign-in: the archive was not asked.")},
    {reachReason::proxyRefuses,
     QT_TRANSLATE_NOOP("Error", "The proxy of this network lets nothing through to the archive.")},
    {reachReason::proxyNoWay, QT_TRANSLATE_NOOP("Error", "The proxy of this network does not reach the archive.")},
    {tlsReason::notAgreed, QT_TRANSLATE_NOOP("Error", "No encrypted connection to the archive could be agreed on.")},
});

/// What the sentence names in brackets, in the user's language; empty: nothing.
QString namedIn(const Error &error)
{
    if (error.code == ErrorCode::ServerError && error.httpStatus > 0) // who is called about it asks for the number
        return QStringLiteral("HTTP %1").arg(error.httpStatus);
    if (error.code == ErrorCode::UnsupportedSyntax && isSyntaxName(error.detail))
        return error.detail;
    if (error.code != ErrorCode::NoPixels && error.code != ErrorCode::UnsupportedImage)
        return {};
    const auto *const kind = std::find_if(objectKinds.begin(), objectKinds.end(),
                                          [&](const char *k) { return error.detail == QLatin1StringView(k); });
    return kind == objectKinds.end() ? QString() : QCoreApplication::translate("Error", *kind);
}

} // namespace

QString userMessage(const Error &error)
{
    if (error.code == ErrorCode::SignInRequired && error.given == Error::Given::Nothing)
        return QCoreApplication::translate("Error", "The archive wants a sign-in, and none is set.");
    if (error.code == ErrorCode::SignInRequired && error.given == Error::Given::Token)
        return QCoreApplication::translate("Error", "The archive does not accept the token.");
    const auto *const told = std::find_if(toldByDetail.begin(), toldByDetail.end(),
                                          [&](const Told &t) { return error.detail == QLatin1StringView(t.detail); });
    if (told != toldByDetail.end())
        return QCoreApplication::translate("Error", told->message);
    const auto *const ending = std::find_if(toldByEnd.begin(), toldByEnd.end(),
                                            [&](const ToldByEnd &t) { return error.detail.endsWith(t.end); });
    if (ending != toldByEnd.end())
        return QCoreApplication::translate("Error", ending->message);
    if (error.code == ErrorCode::UnsupportedSyntax && error.detail.endsWith(noVideoProgram)) {
        const QString named = namedIn({error.code, error.detail.chopped(noVideoProgram.size())});
        return QCoreApplication::translate(
                   "Error", "Videos (%1) cannot be shown: the program ffmpeg is not installed (package \"ffmpeg\").")
            .arg(named.isEmpty() ? QStringLiteral("MPEG") : named);
    }
    const bool isOfTheQuestion =
        error.code == ErrorCode::ServerError && error.httpStatus >= 400 && error.httpStatus < 500;
    QString sentence = isOfTheQuestion
                           ? QCoreApplication::translate("Error", "The archive does not accept the question.")
                           : QCoreApplication::translate("Error", entryOf(error.code).message);
    const QString name = namedIn(error);
    if (name.isEmpty())
        return sentence;
    // Which one, before the full stop.
    const QString stop = sentence.right(1);
    sentence.chop(1);
    return QCoreApplication::translate("Error", "%1 (%2)").arg(sentence, name) + stop;
}

bool isPassing(const Error &error)
{
    switch (error.code) {
    case ErrorCode::NotFound:
    case ErrorCode::NoService:
    case ErrorCode::KeychainLocked:
    case ErrorCode::FileUnreadable:
    case ErrorCode::OutOfMemory:
    case ErrorCode::DiskFull:
    case ErrorCode::HostUnreachable:
    case ErrorCode::Timeout:
    case ErrorCode::TlsUntrusted:
    case ErrorCode::ConnectionLost:
    case ErrorCode::SignInRequired:
    case ErrorCode::Forbidden:
    case ErrorCode::TooManyRequests:
    case ErrorCode::ServerError:
    case ErrorCode::ProtocolViolation:
        return true;
    default:
        return false;
    }
}

bool isOfProxy(const Error &error)
{
    using namespace reachReason;
    const auto reasons = {proxyAway, proxySignIn, proxyRefuses, proxyNoWay};
    return std::any_of(reasons.begin(), reasons.end(),
                       [&](QLatin1StringView reason) { return error.detail.endsWith(reason); });
}

QString errorName(ErrorCode code)
{
    return QString::fromLatin1(entryOf(code).name);
}

} // namespace consilium
