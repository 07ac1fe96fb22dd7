#include "viewer/imaging/ResampleKernels.h"

#include <algorithm>
#include <cstring>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "viewer/imaging/ResampleKernels.cpp"
#include <hwy/foreach_target.h>

#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace consilium::imaging::kernels
{
namespace HWY_NAMESPACE
{

namespace hn = hwy::HWY_NAMESPACE;

void lerpAlongRow(const std::uint8_t *row, const std::int32_t *index, const std::int32_t *weight, int count,
                  std::int16_t *out)
{
    const hn::CappedTag<std::int32_t, 16> d32;
    const hn::Rebind<std::int16_t, decltype(d32)> d16;
    const int lanes = int(hn::Lanes(d32));
    const auto byteMask = hn::Set(d32, 0xFF);
    const auto half = hn::Set(d32, 256);
    for (int i = 0; i < count; i += lanes) {
        const auto pair = hn::GatherOffset(d32, reinterpret_cast<const std::int32_t *>(row), hn::LoadU(d32, index + i));
        const auto a = hn::And(pair, byteMask);
        const auto b = hn::And(hn::ShiftRight<8>(pair), byteMask);
        const auto part = hn::Mul(hn::Sub(b, a), hn::LoadU(d32, weight + i));
        const auto value = hn::Add(hn::ShiftLeft<6>(a), hn::ShiftRight<9>(hn::Add(part, half)));
        hn::StoreU(hn::DemoteTo(d16, value), d16, out + i);
    }
}

void lerpBetweenRows(const std::int16_t *upper, const std::int16_t *lower, std::int16_t weight, int count,
                     std::uint8_t *out)
{
    const hn::CappedTag<std::int16_t, 32> d16;
    const hn::Rebind<std::uint8_t, decltype(d16)> d8;
    const int lanes = int(hn::Lanes(d16));
    const auto w = hn::Set(d16, weight);
    const auto half = hn::Set(d16, 32);
    const auto sample = [&](int i) {
        const auto a = hn::LoadU(d16, upper + i);
        const auto b = hn::LoadU(d16, lower + i);
        const auto value = hn::Add(a, hn::MulFixedPoint15(hn::Sub(b, a), w));
        return hn::DemoteTo(d8, hn::ShiftRight<6>(hn::Add(value, half)));
    };
    int i = 0;
    for (; i + lanes <= count; i += lanes)
        hn::StoreU(sample(i), d8, out + i);
    if (i < count) {
        std::uint8_t rest[32];
        hn::StoreU(sample(i), d8, rest);
        std::memcpy(out + i, rest, std::size_t(count - i));
    }
}

void lerpAffine(const std::uint8_t *source, int stride, std::int32_t column, std::int32_t columnStep, std::int32_t row,
                std::int32_t rowStep, int count, std::uint8_t *out)
{
    const hn::CappedTag<std::int32_t, 16> d32;
    const hn::Rebind<std::uint8_t, decltype(d32)> d8;
    const int lanes = int(hn::Lanes(d32));
    const auto *upper = reinterpret_cast<const std::int32_t *>(source);
    const auto *lower = reinterpret_cast<const std::int32_t *>(source + stride);
    const auto byteMask = hn::Set(d32, 0xFF);
    const auto one = hn::Set(d32, 32768);
    const auto fraction = hn::Set(d32, 0x7FFF);
    const auto last = hn::Set(d32, count - 1);
    alignas(64) std::uint8_t result[80];
    for (int i = 0; i < count; i += lanes) {
        // Lanes past the end repeat the last sample: nothing outside the picture is read.
        const auto at = hn::Min(hn::Add(hn::Iota(d32, 0), hn::Set(d32, i)), last);
        const auto c = hn::Add(hn::Set(d32, column), hn::Mul(at, hn::Set(d32, columnStep)));
        const auto r = hn::Add(hn::Set(d32, row), hn::Mul(at, hn::Set(d32, rowStep)));
        const auto offset = hn::Add(hn::Mul(hn::ShiftRight<16>(r), hn::Set(d32, stride)), hn::ShiftRight<16>(c));
        const auto wc = hn::And(hn::ShiftRight<1>(c), fraction);
        const auto wr = hn::And(hn::ShiftRight<1>(r), fraction);
        const auto along = [&](auto pair) { // 8.8 fixed point
            const auto a = hn::And(pair, byteMask);
            const auto b = hn::And(hn::ShiftRight<8>(pair), byteMask);
            const auto sum = hn::Add(hn::Mul(a, one), hn::Mul(hn::Sub(b, a), wc));
            return hn::ShiftRight<7>(hn::Add(sum, hn::Set(d32, 64)));
        };
        const auto top = along(hn::GatherOffset(d32, upper, offset));
        const auto bottom = along(hn::GatherOffset(d32, lower, offset));
        // At most 65280 * 32768 + 2^22, still below 2^31.
        const auto sum = hn::Add(hn::Mul(top, one), hn::Mul(hn::Sub(bottom, top), wr));
        const auto value = hn::ShiftRight<23>(hn::Add(sum, hn::Set(d32, 1 << 22)));
        hn::StoreU(hn::DemoteTo(d8, value), d8, result + i);
    }
    std::memcpy(out, result, std::size_t(count));
}

} // namespace HWY_NAMESPACE
} // namespace consilium::imaging::kernels
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace consilium::imaging::kernels
{

HWY_EXPORT(lerpAlongRow);
HWY_EXPORT(lerpBetweenRows);
HWY_EXPORT(lerpAffine);

void lerpAlongRow(const std::uint8_t *row, const std::int32_t *index, const std::int32_t *weight, int count,
                  std::int16_t *out)
{
    HWY_DYNAMIC_DISPATCH(lerpAlongRow)(row, index, weight, count, out);
}

void lerpBetweenRows(const std::int16_t *upper, const std::int16_t *lower, std::int16_t weight, int count,
                     std::uint8_t *out)
{
    HWY_DYNAMIC_DISPATCH(lerpBetweenRows)(upper, lower, weight, count, out);
}

void lerpAffine(const std::uint8_t *source, int stride, std::int32_t column, std::int32_t columnStep, std::int32_t row,
                std::int32_t rowStep, int count, std::uint8_t *out)
{
    HWY_DYNAMIC_DISPATCH(lerpAffine)(source, stride, column, columnStep, row, rowStep, count, out);
}

} // namespace consilium::imaging::kernels
#endif
