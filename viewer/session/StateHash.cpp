#include "viewer/session/StateHash.h"

#include "viewer/session/StateFields.h"

#include <xxhash.h>

#include <bit>
#include <cstring>

namespace consilium::session
{

namespace
{

/// Bytes of a canonical encoding; keeps its first kilobyte off the heap, since it runs with every action.
class Canon
{
public:
    void byte(std::uint8_t b)
    {
        if (m_used == m_inline.size())
            m_rest.push_back(b);
        else
            m_inline[m_used++] = b;
    }
    void u32(std::uint32_t v)
    {
        for (int shift = 0; shift < 32; shift += 8)
            byte(static_cast<std::uint8_t>(v >> shift));
    }
    void u64(std::uint64_t v)
    {
        u32(static_cast<std::uint32_t>(v));
        u32(static_cast<std::uint32_t>(v >> 32));
    }
    void text(const QString &text)
    {
        // UIDs and most ids are ASCII: no temporary for them.
        const auto ascii = [](QChar c) { return c.unicode() < 0x80; };
        if (std::all_of(text.cbegin(), text.cend(), ascii)) {
            u32(static_cast<std::uint32_t>(text.size()));
            for (const QChar c : text)
                byte(static_cast<std::uint8_t>(c.unicode()));
            return;
        }
        const QByteArray utf8 = text.toUtf8();
        u32(static_cast<std::uint32_t>(utf8.size()));
        for (const char c : utf8)
            byte(static_cast<std::uint8_t>(c));
    }
    [[nodiscard]] std::uint64_t hash() const
    {
        if (m_rest.empty())
            return XXH3_64bits(m_inline.data(), m_used);
        std::vector<std::uint8_t> all(m_inline.begin(), m_inline.end());
        all.insert(all.end(), m_rest.begin(), m_rest.end());
        return XXH3_64bits(all.data(), all.size());
    }

private:
    std::array<std::uint8_t, 1024> m_inline;
    std::size_t m_used = 0;
    std::vector<std::uint8_t> m_rest;
};

template<class T>
void put(Canon &canon, const T &value);

template<class E>
int enumNumber(E value)
{
    for (const auto &entry : EnumNames<E>::entries) {
        if (entry.value == value)
            return entry.number;
    }
    return 0;
}

void putDouble(Canon &canon, double v)
{
    canon.u64(std::bit_cast<std::uint64_t>(v == 0.0 ? 0.0 : v));
}

void putValue(Canon &canon, bool v)
{
    canon.byte(v ? 1 : 0);
}
void putValue(Canon &canon, int v)
{
    canon.u32(static_cast<std::uint32_t>(v));
}
void putValue(Canon &canon, double v)
{
    putDouble(canon, v);
}
void putValue(Canon &canon, const QString &v)
{
    canon.text(v);
}
void putValue(Canon &canon, const QByteArray &v)
{
    canon.u32(static_cast<std::uint32_t>(v.size()));
    for (const char c : v)
        canon.byte(static_cast<std::uint8_t>(c));
}
template<class Tag>
void putValue(Canon &canon, const Id<Tag> &v)
{
    canon.text(v.text());
}
template<class E>
requires std::is_enum_v<E>
void putValue(Canon &canon, E v)
{
    canon.u32(static_cast<std::uint32_t>(enumNumber(v)));
}
void putValue(Canon &canon, const PatientPoint &p)
{
    putDouble(canon, p.x);
    putDouble(canon, p.y);
    putDouble(canon, p.z);
}
void putValue(Canon &canon, const PatientVector &p)
{
    putDouble(canon, p.x);
    putDouble(canon, p.y);
    putDouble(canon, p.z);
}
void putValue(Canon &canon, const ImagePoint &p)
{
    putDouble(canon, p.column);
    putDouble(canon, p.row);
}
void putValue(Canon &, std::monostate) {}

template<class T>
requires requires
{
    FieldList<T>::fields();
}
void putValue(Canon &canon, const T &value)
{
    static const T defaults{};
    std::apply(
        [&](const auto &...f) {
            const auto one = [&](const auto &fieldOf) {
                if (value.*fieldOf.member == defaults.*fieldOf.member)
                    return;
                canon.u32(static_cast<std::uint32_t>(fieldOf.id));
                put(canon, value.*fieldOf.member);
            };
            (one(f), ...);
        },
        FieldList<T>::fields());
    canon.u32(0); // no field has this id: the end
}

template<class T>
void putValue(Canon &canon, const std::optional<T> &value)
{
    canon.byte(value ? 1 : 0);
    if (value)
        put(canon, *value);
}
template<class T>
void putValue(Canon &canon, const std::vector<T> &values)
{
    canon.u32(static_cast<std::uint32_t>(values.size()));
    for (const T &value : values)
        put(canon, value);
}
template<class... T>
void putValue(Canon &canon, const std::variant<T...> &value)
{
    canon.byte(static_cast<std::uint8_t>(value.index()));
    std::visit([&](const auto &v) { put(canon, v); }, value);
}

template<class T>
void put(Canon &canon, const T &value)
{
    putValue(canon, value);
}

} // namespace

std::uint64_t elementHash(const Layout &layout)
{
    Canon canon;
    canon.byte('L');
    put(canon, layout);
    return canon.hash();
}

std::uint64_t elementHash(const ViewId &id, const ViewState &view)
{
    Canon canon;
    canon.byte('V');
    put(canon, id);
    put(canon, view);
    return canon.hash();
}

std::uint64_t elementHash(const PresentationKey &key, const Presentation &presentation)
{
    Canon canon;
    canon.byte('P');
    put(canon, key);
    put(canon, presentation);
    return canon.hash();
}

std::uint64_t elementHash(const SegmentationKey &key, const SegmentationDisplay &display)
{
    Canon canon;
    canon.byte('G');
    put(canon, key);
    put(canon, display);
    return canon.hash();
}

std::uint64_t elementHash(const Annotation &annotation)
{
    Canon canon;
    canon.byte('A');
    put(canon, annotation);
    return canon.hash();
}

std::uint64_t elementHash(const StudyUid &study, const Arrangement &arrangement)
{
    Canon canon;
    canon.byte('R');
    put(canon, study);
    put(canon, arrangement);
    return canon.hash();
}

std::uint64_t elementHash(const SpaceCursor &cursor)
{
    Canon canon;
    canon.byte('C');
    put(canon, cursor);
    return canon.hash();
}

std::uint64_t elementHash(const FramePair &frames, const RigidTransform &transform)
{
    Canon canon;
    canon.byte('F');
    put(canon, frames.from);
    put(canon, frames.to);
    put(canon, transform);
    return canon.hash();
}

std::uint64_t elementHash(const LayerKey &hidden)
{
    Canon canon;
    canon.byte('L');
    put(canon, hidden);
    return canon.hash();
}

std::uint64_t textHash(const QString &text)
{
    Canon canon;
    canon.text(text);
    return canon.hash();
}

std::uint64_t combinedHash(std::uint64_t layout, std::uint64_t views, std::uint64_t presentations,
                           std::uint64_t annotations, std::uint64_t segmentations, std::uint64_t arrangements,
                           std::uint64_t cursor, std::uint64_t alignments, std::uint64_t layers)
{
    Canon canon;
    canon.byte('S');
    for (const std::uint64_t part : {layout, views, presentations, annotations})
        canon.u64(part);
    // States without what came later keep the hash that they have always had.
    if (segmentations != 0)
        canon.u64(segmentations);
    if (arrangements != 0) {
        canon.byte('G');
        canon.u64(arrangements);
    }
    if (cursor != 0) {
        canon.byte('C');
        canon.u64(cursor);
    }
    if (alignments != 0) {
        canon.byte('F');
        canon.u64(alignments);
    }
    if (layers != 0) {
        canon.byte('L');
        canon.u64(layers);
    }
    return canon.hash();
}

} // namespace consilium::session
