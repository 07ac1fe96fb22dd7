#include "netclient/outbox/Verdict.h"

namespace consilium::outbox
{

namespace
{

// PS3.7 annex C, PS3.4 table B.2-1.
constexpr int processingFailure = 0x0110, duplicateInstance = 0x0111, notAuthorized = 0x0124, resourceLimit = 0x0213;

bool isOutOfResources(int reason)
{
    return (reason & 0xFF00) == 0xA700 || reason == resourceLimit;
}

Verdict verdict(Next next, Why why, const Error &error = {})
{
    Verdict result{next, {why, error, 0}};
    result.askedAfterMs = error.retryAfterMs;
    result.trouble.error.retryAfterMs = -1; // it says when from now: only the moment it makes is kept
    return result;
}

Verdict held(Verdict result)
{
    result.holdsArchive = true;
    return result;
}

Verdict inVain(Verdict result)
{
    result.isFruitless = true;
    return result;
}

// What has nothing to do with what was asked.
std::optional<Verdict> onLine(const Error &error)
{
    switch (error.code) {
    case ErrorCode::SignInRequired:
    case ErrorCode::KeychainLocked:
        return held(verdict(Next::Await, Why::SignIn, error));
    case ErrorCode::Forbidden:
        return verdict(Next::Await, Why::Forbidden, error);
    case ErrorCode::HostUnreachable:
    case ErrorCode::TlsUntrusted:
    case ErrorCode::InvalidArgument: // the address
        return held(verdict(Next::Again, Why::Line, error));
    case ErrorCode::TooManyRequests:
        return held(verdict(Next::Again, Why::Busy, error));
    default:
        return std::nullopt;
    }
}

bool isRefusal(int status)
{
    return status >= 400 && status < 500;
}

} // namespace

Verdict verdictOnSending(const Error &error)
{
    if (const auto known = onLine(error))
        return *known;
    switch (error.httpStatus) {
    case 404:
    case 405:
    case 410:
    case 501:
        return held(verdict(Next::Again, Why::NoStore, error));
    case 413:
        return verdict(Next::Decide, Why::TooLarge, error);
    case 406:
    case 415:
        return verdict(Next::Decide, Why::WrongKind, error);
    case 507:
        return held(verdict(Next::Again, Why::ArchiveFull, error));
    case 503:
        return held(verdict(Next::Again, Why::Busy, error));
    default:
        break;
    }
    if (error.code == ErrorCode::DicomMalformed)
        return verdict(Next::Decide, Why::Damaged, error);
    if (isRefusal(error.httpStatus) && error.code != ErrorCode::Timeout) // a 408 is one
        return verdict(Next::Decide, Why::BadRequest, error);
    return inVain(verdict(Next::Again, Why::Line, error));
}

Verdict verdictOnAsking(const Error &error)
{
    if (const auto known = onLine(error))
        return *known;
    if (isUnknownQuestion(error))
        return verdict(Next::Decide, Why::CannotAsk, error);
    return verdict(Next::Again, Why::Line, error);
}

Verdict verdictOnAnswer(const dicomweb::StoreAnswer &answer)
{
    using Said = dicomweb::StoreAnswer::Said;
    const Error error{ErrorCode::ServerError, QStringLiteral("HTTP %1 to STOW-RS").arg(answer.httpStatus),
                      answer.httpStatus};
    if (answer.said == Said::Failed) {
        const auto because = [&](Next next, Why why) {
            Verdict result = verdict(next, why, error);
            result.trouble.reason = answer.reason;
            return result;
        };
        if (isOutOfResources(answer.reason))
            return held(because(Next::Again, Why::ArchiveFull));
        if (answer.reason == notAuthorized)
            return because(Next::Await, Why::Forbidden);
        if (answer.reason == duplicateInstance)
            return inVain(because(Next::Again, Why::NotKept));
        if (answer.reason == processingFailure)
            return inVain(because(Next::Again, Why::ByArchive));
        return because(Next::Decide, Why::ByArchive);
    }
    if (answer.httpStatus == 400)
        return verdict(Next::Decide, Why::BadRequest, error);
    if (answer.httpStatus == 409)
        return verdict(Next::Decide, Why::ByArchive, error);
    if (!answer.isReadable)
        return inVain(verdict(Next::Again, Why::Line,
                              {ErrorCode::ProtocolViolation, QStringLiteral("no DICOM JSON in answer to STOW-RS")}));
    return inVain(verdict(Next::Again, Why::NotKept, error));
}

bool mayHaveArrived(const Error &error)
{
    return error.code != ErrorCode::HostUnreachable && error.code != ErrorCode::TlsUntrusted &&
           error.code != ErrorCode::SignInRequired && error.code != ErrorCode::KeychainLocked &&
           error.code != ErrorCode::InvalidArgument && error.code != ErrorCode::DicomMalformed;
}

bool isUnknownQuestion(const Error &error)
{
    switch (error.httpStatus) {
    case 400:
    case 404:
    case 405:
    case 406:
    case 410:
    case 415:
    case 501:
        return true;
    default:
        return error.code == ErrorCode::Unsupported;
    }
}

} // namespace consilium::outbox
