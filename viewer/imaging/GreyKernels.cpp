#include "viewer/imaging/GreyKernels.h"

#include <algorithm>
#include <cstring>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "viewer/imaging/GreyKernels.cpp"
#include <hwy/foreach_target.h>

#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace consilium::imaging::kernels
{
namespace HWY_NAMESPACE
{

namespace hn = hwy::HWY_NAMESPACE;

template<bool hasPadding, class Sample>
void rampLoop(const Ramp &ramp, const Sample *samples, std::size_t count, std::uint8_t *out)
{
    const hn::CappedTag<std::int32_t, 16> d32;
    const hn::Rebind<Sample, decltype(d32)> dIn;
    const hn::Rebind<float, decltype(d32)> dFloat;
    const hn::Rebind<std::uint8_t, decltype(d32)> d8;
    const std::size_t lanes = hn::Lanes(d32);
    const auto origin = hn::Set(d32, ramp.origin), flip = hn::Set(d32, ramp.flip);
    const auto before = hn::Set(d32, ramp.paddingFirst - 1), after = hn::Set(d32, ramp.paddingLast + 1);
    const auto gain = hn::Set(dFloat, ramp.gain), bias = hn::Set(dFloat, ramp.bias);
    const auto lowest = hn::Zero(dFloat), highest = hn::Set(dFloat, 255.0f);
    const auto step = [&](const Sample *from, std::uint8_t *to) {
        const auto sample = hn::PromoteTo(d32, hn::LoadU(dIn, from));
        const auto scaled = hn::MulAdd(hn::ConvertTo(dFloat, hn::Sub(sample, origin)), gain, bias);
        auto level = hn::Xor(hn::ConvertTo(d32, hn::Min(hn::Max(scaled, lowest), highest)), flip);
        if constexpr (hasPadding) {
            const auto isPadding = hn::And(hn::Gt(sample, before), hn::Lt(sample, after));
            level = hn::IfThenZeroElse(isPadding, level);
        }
        hn::StoreU(hn::DemoteTo(d8, level), d8, to);
    };
    if (count < lanes) {
        Sample few[16] = {};
        std::uint8_t result[16];
        std::memcpy(few, samples, count * sizeof(Sample));
        step(few, result);
        std::memcpy(out, result, count);
        return;
    }
    std::size_t i = 0;
    for (; i + lanes <= count; i += lanes)
        step(samples + i, out + i);
    if (i < count) // the last vector overlaps the one before
        step(samples + count - lanes, out + count - lanes);
}

template<class Sample>
void ramp(const Ramp &ramp, const Sample *samples, std::size_t count, std::uint8_t *out)
{
    if (ramp.paddingFirst <= ramp.paddingLast)
        rampLoop<true>(ramp, samples, count, out);
    else
        rampLoop<false>(ramp, samples, count, out);
}

void rampU16(const Ramp &r, const std::uint16_t *samples, std::size_t count, std::uint8_t *out)
{
    ramp(r, samples, count, out);
}

void rampS16(const Ramp &r, const std::int16_t *samples, std::size_t count, std::uint8_t *out)
{
    ramp(r, samples, count, out);
}

void lookUp(const std::uint8_t *table, const std::uint16_t *samples, std::size_t count, std::uint8_t *out)
{
    const hn::CappedTag<std::int32_t, 16> d32;
    const hn::Rebind<std::uint16_t, decltype(d32)> dIn;
    const hn::Rebind<std::uint8_t, decltype(d32)> d8;
    const std::size_t lanes = hn::Lanes(d32);
    const auto level = hn::Set(d32, 255);
    std::size_t i = 0;
    for (; i + lanes <= count; i += lanes) {
        const auto at = hn::PromoteTo(d32, hn::LoadU(dIn, samples + i));
        const auto found = hn::GatherOffset(d32, reinterpret_cast<const std::int32_t *>(table), at);
        hn::StoreU(hn::DemoteTo(d8, hn::And(found, level)), d8, out + i);
    }
    for (; i < count; ++i)
        out[i] = table[samples[i]];
}

} // namespace HWY_NAMESPACE
} // namespace consilium::imaging::kernels
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace consilium::imaging::kernels
{

HWY_EXPORT(rampU16);
HWY_EXPORT(rampS16);
HWY_EXPORT(lookUp);

void applyRamp(const Ramp &ramp, const std::uint16_t *samples, std::size_t count, std::uint8_t *out)
{
    HWY_DYNAMIC_DISPATCH(rampU16)(ramp, samples, count, out);
}

void applyRamp(const Ramp &ramp, const std::int16_t *samples, std::size_t count, std::uint8_t *out)
{
    HWY_DYNAMIC_DISPATCH(rampS16)(ramp, samples, count, out);
}

void applyTable(const std::uint8_t *table, const std::uint16_t *samples, std::size_t count, std::uint8_t *out)
{
    HWY_DYNAMIC_DISPATCH(lookUp)(table, samples, count, out);
}

} // namespace consilium::imaging::kernels
#endif
