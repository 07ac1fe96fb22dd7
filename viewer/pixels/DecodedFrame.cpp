#include "viewer/pixels/DecodedFrame.h"

#include <QtGlobal>

namespace consilium::pixels
{

int DecodedFrame::stored(int row, int column) const
{
    Q_ASSERT(row >= 0 && row < rows && column >= 0 && column < columns);
    const std::size_t at = std::size_t(row) * std::size_t(columns) + std::size_t(column);
    switch (type) {
    case SampleType::U16:
        return u16()[at];
    case SampleType::S16:
        return s16()[at];
    case SampleType::U8:
        return bytes[at];
    case SampleType::S8:
        return std::int8_t(bytes[at]);
    case SampleType::Rgb8:
        break;
    }
    Q_ASSERT_X(false, "DecodedFrame::stored", "not a grey frame");
    return 0;
}

} // namespace consilium::pixels
