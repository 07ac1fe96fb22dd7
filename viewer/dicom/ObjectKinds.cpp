#include "viewer/dicom/Describe.h"

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace consilium::dicom
{

namespace
{

struct ObjectKind {
    const char *sopClass; ///< behind 1.2.840.10008.5.1.4.1.1.; with a dot at the end: all below it
    ErrorCode code;
    const char *name; ///< one of those that userMessage() repeats
};

// PS3.4 table B.5-1. The longer names before those that they begin with.
constexpr ObjectKind kinds[] = {
    {"77.1.6", ErrorCode::UnsupportedImage, "whole-slide image"},
    {"9.4.", ErrorCode::NoPixels, "sound recording"},
    {"9.1.1", ErrorCode::NoPixels, "ECG"},
    {"9.1.2", ErrorCode::NoPixels, "ECG"},
    {"9.1.3", ErrorCode::NoPixels, "ECG"},
    {"9.", ErrorCode::NoPixels, "waveform"},
    {"11.", ErrorCode::NoPixels, "presentation state"},
    {"66.1", ErrorCode::NoPixels, "registration"},
    {"66.3", ErrorCode::NoPixels, "registration"},
    {"66.5", ErrorCode::NoPixels, "surface segmentation"},
    {"66.7", ErrorCode::UnsupportedImage, "label map segmentation"},
    {"66", ErrorCode::NoPixels, "raw data"},
    {"67", ErrorCode::NoPixels, "value mapping"},
    {"88.59", ErrorCode::NoPixels, "key image note"},
    {"88.", ErrorCode::NoPixels, "structured report"},
    {"104.1", ErrorCode::NoPixels, "PDF document"},
    {"104.", ErrorCode::NoPixels, "document"},
    {"481.3", ErrorCode::NoPixels, "radiotherapy structures"},
    {"481.5", ErrorCode::NoPixels, "radiotherapy plan"},
    {"481.8", ErrorCode::NoPixels, "radiotherapy plan"},
};

bool isOf(QStringView sopClass, QLatin1StringView kind)
{
    return kind.endsWith(u'.') ? sopClass.startsWith(kind) : sopClass == kind;
}

} // namespace

std::optional<Error> refusalOf(const Attributes &header)
{
    static constexpr QLatin1StringView root = "1.2.840.10008.5.1.4.1.1."_L1;
    const QString sopClass = header.text(tags::SopClassUid);
    if (!sopClass.startsWith(root))
        return std::nullopt;
    const QStringView own = QStringView(sopClass).mid(root.size());
    const auto *const it = std::find_if(std::begin(kinds), std::end(kinds),
                                        [&](const ObjectKind &k) { return isOf(own, QLatin1StringView(k.sopClass)); });
    if (it == std::end(kinds))
        return std::nullopt;
    return Error{it->code, QString::fromLatin1(it->name)};
}

} // namespace consilium::dicom
