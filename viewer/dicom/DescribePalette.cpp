#include "viewer/dicom/Describe.h"
#include "viewer/dicom/ElementValues.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace consilium::dicom
{

namespace
{

/// Red, green, blue: descriptor, data, segmented data.
struct Channel {
    Tag descriptor, data, segmented;
};
constexpr std::array<Channel, 3> channels{{{{0x0028, 0x1101}, {0x0028, 0x1201}, {0x0028, 0x1221}},
                                           {{0x0028, 0x1102}, {0x0028, 0x1202}, {0x0028, 0x1222}},
                                           {{0x0028, 0x1103}, {0x0028, 0x1203}, {0x0028, 0x1223}}}};

tl::unexpected<Error> broken(const char *why)
{
    return fail(ErrorCode::UnsupportedImage, u"the colour palette %1"_s.arg(QLatin1StringView(why)));
}

struct Descriptor {
    std::size_t count = 0;
    int firstMapped = 0, bits = 8;
};

std::optional<Descriptor> descriptorOf(const Attributes &header, Tag tag, bool signedPixels)
{
    const Attribute *const attribute = header.find(tag);
    const std::vector<std::uint16_t> d = attribute ? words(*attribute) : std::vector<std::uint16_t>();
    if (d.size() != 3 || (d[2] != 8 && d[2] != 16))
        return std::nullopt;
    const int first = signedPixels ? static_cast<std::int16_t>(d[1]) : int(d[1]);
    return Descriptor{d[0] == 0 ? 65536u : d[0], first, d[2]};
}

/// Entries as they are written: one a word, or two a word where the palette has 8 bits (and in files that say 16 but
/// hold bytes).
std::vector<std::uint16_t> plainEntries(const Attribute &data, const Descriptor &d, bool *areBytes)
{
    *areBytes = !data.bytes.isEmpty() && std::size_t(data.bytes.size()) < 2 * d.count;
    if (!*areBytes)
        return words(data);
    std::vector<std::uint16_t> entries;
    for (const char byte : data.bytes)
        entries.push_back(static_cast<std::uint8_t>(byte));
    return entries;
}

/// PS3.3 C.7.9.2: discrete, linear and indirect segments. Empty when they make no sense.
class Segments
{
public:
    Segments(std::vector<std::uint16_t> words, std::size_t wanted) : m_words(std::move(words)), m_wanted(wanted) {}

    std::vector<std::uint16_t> expanded()
    {
        std::size_t at = 0;
        while (at < m_words.size() && m_out.size() < m_wanted)
            if (!step(at, true))
                return {};
        return m_out.size() >= m_wanted ? std::move(m_out) : std::vector<std::uint16_t>();
    }

private:
    bool step(std::size_t &at, bool mayRefer)
    {
        if (at + 2 > m_words.size())
            return false;
        const int opcode = m_words[at];
        const std::size_t length = m_words[at + 1];
        at += 2;
        if (opcode == 0)
            return discrete(at, length);
        if (opcode == 1)
            return linear(at, length);
        return opcode == 2 && mayRefer && indirect(at, length);
    }
    bool discrete(std::size_t &at, std::size_t length)
    {
        if (at + length > m_words.size())
            return false;
        m_out.insert(m_out.end(), m_words.begin() + std::ptrdiff_t(at), m_words.begin() + std::ptrdiff_t(at + length));
        at += length;
        return true;
    }
    bool linear(std::size_t &at, std::size_t length)
    {
        if (at >= m_words.size() || m_out.empty() || length == 0)
            return false;
        const std::int64_t from = m_out.back(), to = m_words[at++]; // 65535 times 65535 is more than an int holds
        for (std::size_t i = 1; i <= length; ++i)
            m_out.push_back(static_cast<std::uint16_t>(from + (to - from) * std::int64_t(i) / std::int64_t(length)));
        return true;
    }
    bool indirect(std::size_t &at, std::size_t count)
    {
        if (at + 2 > m_words.size())
            return false;
        std::size_t there = (std::size_t(m_words[at + 1]) << 16 | m_words[at]) / 2; // in bytes
        at += 2;
        for (std::size_t i = 0; i < count && m_out.size() < m_wanted; ++i)
            if (!step(there, false))
                return false;
        return true;
    }

    std::vector<std::uint16_t> m_words;
    std::size_t m_wanted;
    std::vector<std::uint16_t> m_out;
};

} // namespace

Result<std::shared_ptr<const ColourPalette>> describePalette(const Attributes &header)
{
    const bool signedPixels = header.integer(tags::PixelRepresentation) == 1;
    const auto d = descriptorOf(header, channels[0].descriptor, signedPixels);
    if (!d)
        return broken("is missing");
    auto palette = std::make_shared<ColourPalette>();
    palette->firstMapped = d->firstMapped;
    palette->rgb.resize(3 * d->count);
    for (std::size_t k = 0; k < channels.size(); ++k) {
        const auto own = descriptorOf(header, channels[k].descriptor, signedPixels);
        if (!own || own->count != d->count || own->firstMapped != d->firstMapped)
            return broken("has channels of different sizes");
        const Attribute *const data = header.find(channels[k].data);
        const Attribute *const segmented = header.find(channels[k].segmented);
        bool areBytes = own->bits == 8;
        std::vector<std::uint16_t> entries;
        if (data)
            entries = plainEntries(*data, *own, &areBytes);
        else if (segmented)
            entries = Segments(words(*segmented), own->count).expanded();
        if (entries.size() < own->count)
            return broken("is cut short");
        // 8-bit entries that were written as words hold their value in the low byte.
        const bool isWide =
            !areBytes && own->bits == 16 && std::any_of(entries.begin(), entries.end(), [](int e) { return e > 255; });
        for (std::size_t i = 0; i < own->count; ++i)
            palette->rgb[3 * i + k] = std::uint8_t(isWide ? entries[i] >> 8 : std::min<int>(entries[i], 255));
    }
    return std::shared_ptr<const ColourPalette>(std::move(palette));
}

} // namespace consilium::dicom
