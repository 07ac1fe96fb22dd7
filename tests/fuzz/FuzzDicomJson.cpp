#include "netclient/dicomweb/DicomJson.h"

#include <cstdlib>

using namespace consilium;

// What was read can be written, and what was written reads back as the same text.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const QByteArray json(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const Result<std::vector<Attributes>> parsed = dicomweb::parseDicomJson(json, 1000);
    if (!parsed)
        return 0;
    const QByteArray written = dicomweb::toDicomJson(*parsed);
    const Result<std::vector<Attributes>> again = dicomweb::parseDicomJson(written, 1000);
    if (!again || dicomweb::toDicomJson(*again) != written)
        std::abort();
    return 0;
}
