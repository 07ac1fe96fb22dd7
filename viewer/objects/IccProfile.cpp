#include "viewer/objects/IccProfile.h"

#include <lcms2.h>

#include <algorithm>
#include <array>
#include <memory>

namespace consilium::objects
{

namespace
{

struct Close {
    void operator()(void *profile) const { cmsCloseProfile(profile); }
};

QByteArray made()
{
    const std::unique_ptr<void, Close> profile(cmsCreate_sRGBProfile());
    if (!profile)
        return {};
    cmsSetDeviceClass(profile.get(), cmsSigInputClass);
    cmsUInt32Number size = 0;
    if (!cmsSaveProfileToMem(profile.get(), nullptr, &size))
        return {};
    QByteArray bytes(qsizetype(size), '\0');
    if (!cmsSaveProfileToMem(profile.get(), bytes.data(), &size))
        return {};
    // When it was made, ICC.1:2010 7.2.8: else a state that says the same would be another object each time.
    constexpr qsizetype dateAt = 24;
    constexpr std::array<char, 12> date{0x07, char(0xD0), 0,
                                        1,    0,          1}; // 2000-01-01 00:00:00, words, the high byte first
    if (bytes.size() < dateAt + qsizetype(date.size()))
        return {};
    std::copy(date.begin(), date.end(), bytes.begin() + dateAt);
    if (bytes.size() % 2 != 0)
        bytes.append('\0');
    return bytes;
}

} // namespace

QByteArray srgbProfile()
{
    static const QByteArray profile = made();
    return profile;
}

} // namespace consilium::objects
