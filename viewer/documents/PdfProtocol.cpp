#include "viewer/documents/PdfProtocol.h"

namespace consilium::documents
{

std::uint64_t pdfPictureOffset(std::uint64_t documentBytes)
{
    constexpr std::uint64_t page = 4096;
    return (documentBytes + page - 1) / page * page;
}

} // namespace consilium::documents
