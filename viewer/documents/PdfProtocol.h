#pragma once
#include "base/platform/HelperProcess.h"

#include <cstddef>
#include <cstdint>

namespace consilium::documents
{

/// What the workstation and consilium-pdf say to each other. The document lies at the start of the shared block, the
/// picture of a page behind it: blue, green, red and 255, rows from the top without gaps.
inline constexpr std::size_t pdfMostBytes = std::size_t(256) << 20, pdfMostPictureBytes = std::size_t(96) << 20;
inline constexpr std::size_t pdfSharedBytes = pdfMostBytes + pdfMostPictureBytes + 4096;

struct PdfRequest {
    enum Operation : std::uint32_t { Open = 1, Render = 2 };
    std::uint32_t operation = Open;
    std::int32_t page = 0;   ///< from 0
    double pxPerPoint = 1.0; ///< a point is 1/72 inch; less is drawn where the picture would not fit
    std::uint64_t bytes = 0; ///< of the document
};

struct PdfAnswer {
    enum Status : std::uint32_t { Good = 0, Broken = 1, Locked = 2, NoSuchPage = 3 };
    std::uint32_t status = Good;
    std::int32_t pages = 0, width = 0, height = 0;
    double widthPt = 0.0, heightPt = 0.0;
    std::uint64_t offset = 0;          ///< of the picture
    std::uint32_t isFormUncertain = 0; ///< not 0: what was filled into a form may be missing on the page
};

/// Where the picture lies for a document of this size.
[[nodiscard]] std::uint64_t pdfPictureOffset(std::uint64_t documentBytes);

} // namespace consilium::documents
