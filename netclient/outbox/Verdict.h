#pragma once
#include "netclient/dicomweb/DicomWebClient.h"
#include "netclient/outbox/Entry.h"

namespace consilium::outbox
{

enum class Next {
    Done,   ///< the archive has the object
    Again,  ///< by itself, after a while
    Await,  ///< when somebody has changed what is in the way
    Decide, ///< a person has to say what becomes of it
};

/// What follows from what an archive answered, or did not.
struct Verdict {
    Next next = Next::Again;
    Trouble trouble;
    bool isFruitless = false;  ///< it was sent in vain: not again and again
    bool holdsArchive = false; ///< the archive would say the same of any other object
    int askedAfterMs = -1;     ///< when the archive wants to be asked again; -1: it did not say
};

/// Sending ended with an error.
[[nodiscard]] Verdict verdictOnSending(const Error &error);
/// Asking the archive whether it has an object, or for the object, ended with an error.
[[nodiscard]] Verdict verdictOnAsking(const Error &error);
/// The archive answered so, and does not have the object (PS3.18 table 10.5.3-1 and -2; PS3.4 B.2.3; PS3.7 annex C).
[[nodiscard]] Verdict verdictOnAnswer(const dicomweb::StoreAnswer &answer);

/// The object may have arrived although sending ended with this error.
[[nodiscard]] bool mayHaveArrived(const Error &error);
/// Not a "no", but an archive that does not know such a question.
[[nodiscard]] bool isUnknownQuestion(const Error &error);

} // namespace consilium::outbox
