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
    case SampleType::F64:
        break;
    }
    Q_ASSERT_X(false, "DecodedFrame::stored", "not a grey frame of 16 bits");
    return 0;
}

double DecodedFrame::value(int row, int column) const
{
    if (type != SampleType::F64)
        return stored(row, column);
    Q_ASSERT(row >= 0 && row < rows && column >= 0 && column < columns);
    return f64()[std::size_t(row) * std::size_t(columns) + std::size_t(column)];
}

} // namespace consilium::pixels
