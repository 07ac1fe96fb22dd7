#include "viewer/dicom/RepeatedValues.h"

#include <algorithm>
#include <cstring>

namespace consilium::dicom
{

namespace
{

constexpr std::size_t places = 512;

/// Text of these bytes is the same in every character set: PS3.5 6.1.2.
bool isPlain(QByteArrayView bytes)
{
    constexpr char escape = '\x1b';
    return std::none_of(bytes.begin(), bytes.end(), [](char c) { return (c & 0x80) != 0 || c == escape; });
}

std::uint64_t eightAt(const char *at, qsizetype count)
{
    std::uint64_t eight = 0;
    if (count >= qsizetype(sizeof eight))
        std::memcpy(&eight, at, sizeof eight);
    else
        for (qsizetype i = 0; i < count; ++i)
            eight = eight << 8 | static_cast<unsigned char>(at[i]);
    return eight;
}

} // namespace

RepeatedValues::RepeatedValues() : m_entries(2 * places) {}

/// By length, begin and end: what differs from file to file of a series does so at the end (UIDs, times, positions).
std::size_t RepeatedValues::placeOf(Vr vr, QByteArrayView bytes)
{
    constexpr std::uint64_t odd = 0x9E3779B97F4A7C15u; // 2^64 by the golden ratio: Knuth, 6.4
    const qsizetype count = bytes.size();
    std::uint64_t mixed = std::uint64_t(count) << 16 | std::uint64_t(static_cast<unsigned char>(vr[0])) << 8 |
                          static_cast<unsigned char>(vr[1]);
    mixed = (mixed ^ eightAt(bytes.data(), count)) * odd;
    mixed = (mixed ^ mixed >> 29 ^ eightAt(bytes.data() + std::max<qsizetype>(0, count - 8), count)) * odd;
    return std::size_t(mixed >> 40) % places * 2;
}

const QStringList *RepeatedValues::find(Vr vr, QByteArrayView bytes, const CharacterSets &set) const
{
    if (bytes.isEmpty() || bytes.size() > longest)
        return nullptr;
    const std::size_t place = placeOf(vr, bytes);
    for (std::size_t i = place; i < place + 2; ++i) {
        const Entry &entry = m_entries[i];
        if (entry.length == bytes.size() && entry.vr == vr &&
            std::memcmp(entry.bytes.data(), bytes.data(), std::size_t(entry.length)) == 0 &&
            (!entry.dependsOnSet || entry.terms == set.terms()))
            return &entry.values;
    }
    return nullptr;
}

void RepeatedValues::keep(Vr vr, QByteArrayView bytes, const CharacterSets &set, const QStringList &values)
{
    // What could not be decoded as declared is said each time.
    const bool dependsOnSet = !isPlain(bytes);
    if (bytes.isEmpty() || bytes.size() > longest || (dependsOnSet && !set.complaint().isEmpty()))
        return;
    m_next ^= 1;
    Entry &entry = m_entries[placeOf(vr, bytes) + m_next];
    std::copy(bytes.begin(), bytes.end(), entry.bytes.begin());
    entry.length = bytes.size();
    entry.vr = vr;
    entry.dependsOnSet = dependsOnSet;
    entry.terms = dependsOnSet ? set.terms() : QStringList();
    entry.values = values;
}

const CharacterSets &RepeatedValues::setOf(const QStringList &terms)
{
    if (m_set.terms() != terms)
        m_set = CharacterSets(terms);
    return m_set;
}

} // namespace consilium::dicom
