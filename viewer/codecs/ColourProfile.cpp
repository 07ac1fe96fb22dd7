#include "viewer/codecs/Codecs.h"

#include <lcms2.h>

#include <algorithm>
#include <memory>

namespace consilium::pixels
{

namespace
{

template<auto release>
struct Release {
    template<class T>
    void operator()(T *object) const
    {
        release(object);
    }
};
using Profile = std::unique_ptr<void, Release<cmsCloseProfile>>;
using Transform = std::unique_ptr<void, Release<cmsDeleteTransform>>;

void stayQuiet(cmsContext, cmsUInt32Number, const char *) {}

/// Null when the profile cannot be used. The intent is the one that the profile itself names (ICC.1, 7.2.15).
Transform transformOf(const QByteArray &bytes)
{
    cmsSetLogErrorHandler(&stayQuiet);
    const Profile profile(cmsOpenProfileFromMem(bytes.constData(), cmsUInt32Number(bytes.size())));
    const Profile screen(cmsCreate_sRGBProfile());
    if (!profile || !screen || cmsGetColorSpace(profile.get()) != cmsSigRgbData)
        return nullptr;
    const cmsProfileClassSignature kind = cmsGetDeviceClass(profile.get());
    if (kind != cmsSigInputClass && kind != cmsSigDisplayClass && kind != cmsSigOutputClass &&
        kind != cmsSigColorSpaceClass)
        return nullptr;
    const cmsUInt32Number intent = std::min<cmsUInt32Number>(cmsGetHeaderRenderingIntent(profile.get()), 3);
    return Transform(cmsCreateTransform(profile.get(), TYPE_RGB_8, screen.get(), TYPE_RGB_8, intent, 0));
}

} // namespace

bool applyProfile(const QByteArray &profile, std::uint8_t *pixels, std::size_t count)
{
    thread_local QByteArray known;
    thread_local Transform transform;
    if (known != profile) {
        transform = transformOf(profile);
        known = QByteArray(profile.constData(), profile.size()); // its own: the bytes may lie in shared memory
    }
    if (!transform)
        return false;
    constexpr std::size_t atOnce = std::size_t(1) << 20;
    for (std::size_t i = 0; i < count; i += atOnce)
        cmsDoTransform(transform.get(), pixels + 3 * i, pixels + 3 * i, cmsUInt32Number(std::min(atOnce, count - i)));
    return true;
}

} // namespace consilium::pixels
