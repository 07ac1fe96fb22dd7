#include "netclient/outbox/Entry.h"
#include "netclient/outbox/ObjectFacts.h"

#include <cstdlib>

using namespace consilium;

// What an archive sends back under the UID of an object of ours, and what a damaged store holds. An object is like
// itself whatever it is; an entry that was read is written and read back as the same.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const Result<outbox::ObjectFacts> facts = outbox::factsOf(bytes);
    if (facts && outbox::compared(*facts, *facts) != outbox::Likeness::Same)
        std::abort();
    const Result<outbox::Entry> entry = outbox::decodeEntry(bytes);
    if (!entry)
        return 0;
    const QByteArray written = outbox::encodeEntry(*entry);
    const Result<outbox::Entry> again = outbox::decodeEntry(written);
    if (!again || outbox::encodeEntry(*again) != written)
        std::abort();
    return 0;
}
