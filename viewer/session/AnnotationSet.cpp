#include "viewer/session/AnnotationSet.h"

#include "viewer/session/StateHash.h"

#include <algorithm>

namespace consilium::session
{

/// Entries sorted by id. They are shared between successive sets, so copying a bucket copies pointers.
struct AnnotationSet::Bucket {
    struct Entry {
        Annotation annotation;
        std::uint64_t hash;
    };
    std::vector<std::shared_ptr<const Entry>> entries;

    [[nodiscard]] auto lowerBound(const AnnotationId &id) const
    {
        return std::lower_bound(entries.begin(), entries.end(), id, [](const auto &entry, const AnnotationId &wanted) {
            return entry->annotation.id < wanted;
        });
    }
    [[nodiscard]] const Entry *find(const AnnotationId &id) const
    {
        const auto it = lowerBound(id);
        return it != entries.end() && (*it)->annotation.id == id ? it->get() : nullptr;
    }
};

namespace
{

std::size_t bucketOf(const AnnotationId &id)
{
    return textHash(id.text()) % 64;
}

} // namespace

AnnotationSet::AnnotationSet()
{
    static const auto empty = std::make_shared<const Table>();
    m_table = empty;
}

const Annotation *AnnotationSet::find(const AnnotationId &id) const
{
    const auto &bucket = (*m_table)[bucketOf(id)];
    const Bucket::Entry *const entry = bucket ? bucket->find(id) : nullptr;
    return entry ? &entry->annotation : nullptr;
}

AnnotationSet AnnotationSet::with(Annotation annotation) const
{
    const std::size_t index = bucketOf(annotation.id);
    const auto &old = (*m_table)[index];
    auto bucket = old ? std::make_shared<Bucket>(*old) : std::make_shared<Bucket>();
    const std::uint64_t hash = elementHash(annotation);
    const AnnotationId id = annotation.id;
    auto entry = std::make_shared<const Bucket::Entry>(Bucket::Entry{std::move(annotation), hash});

    AnnotationSet result = *this;
    const auto position = bucket->entries.begin() + (bucket->lowerBound(id) - bucket->entries.cbegin());
    if (position != bucket->entries.end() && (*position)->annotation.id == id) {
        result.m_hash -= (*position)->hash;
        *position = std::move(entry);
    } else {
        bucket->entries.insert(position, std::move(entry));
        ++result.m_size;
    }
    result.m_hash += hash;
    auto table = std::make_shared<Table>(*m_table);
    (*table)[index] = std::move(bucket);
    result.m_table = std::move(table);
    return result;
}

AnnotationSet AnnotationSet::without(const AnnotationId &id) const
{
    const std::size_t index = bucketOf(id);
    const auto &old = (*m_table)[index];
    const Bucket::Entry *const entry = old ? old->find(id) : nullptr;
    if (!entry)
        return *this;
    AnnotationSet result = *this;
    result.m_hash -= entry->hash;
    --result.m_size;
    auto table = std::make_shared<Table>(*m_table);
    if (old->entries.size() == 1) {
        (*table)[index].reset();
    } else {
        auto bucket = std::make_shared<Bucket>(*old);
        bucket->entries.erase(bucket->entries.begin() + (bucket->lowerBound(id) - bucket->entries.cbegin()));
        (*table)[index] = std::move(bucket);
    }
    result.m_table = std::move(table);
    return result;
}

void AnnotationSet::forEach(const std::function<void(const Annotation &)> &visit) const
{
    for (const auto &bucket : *m_table) {
        if (!bucket)
            continue;
        for (const auto &entry : bucket->entries)
            visit(entry->annotation);
    }
}

bool AnnotationSet::operator==(const AnnotationSet &other) const
{
    if (m_table == other.m_table)
        return true;
    if (m_size != other.m_size || m_hash != other.m_hash)
        return false;
    const auto same = [](const auto &a, const auto &b) {
        if (a == b)
            return true;
        return a && b &&
               std::equal(a->entries.begin(), a->entries.end(), b->entries.begin(), b->entries.end(),
                          [](const auto &x, const auto &y) { return x == y || x->annotation == y->annotation; });
    };
    return std::equal(m_table->begin(), m_table->end(), other.m_table->begin(), same);
}

} // namespace consilium::session
