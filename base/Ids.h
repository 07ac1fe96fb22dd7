#pragma once
#include <QHashFunctions>
#include <QMetaType>
#include <QString>

#include <utility>

namespace consilium
{

/// A string that names one kind of thing and does not convert into the name of another kind.
template<class Tag>
class Id
{
public:
    Id() = default;
    explicit Id(QString text) : m_text(std::move(text)) {}

    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] bool isEmpty() const { return m_text.isEmpty(); }

    friend bool operator==(const Id &a, const Id &b) { return a.m_text == b.m_text; }
    friend auto operator<=>(const Id &a, const Id &b) { return a.m_text.compare(b.m_text) <=> 0; }
    friend size_t qHash(const Id &id, size_t seed = 0) { return ::qHash(id.m_text, seed); }

private:
    QString m_text;
};

using StudyUid = Id<struct StudyUidTag>;                       ///< (0020,000D)
using SeriesUid = Id<struct SeriesUidTag>;                     ///< (0020,000E)
using SopInstanceUid = Id<struct SopInstanceUidTag>;           ///< (0008,0018)
using SopClassUid = Id<struct SopClassUidTag>;                 ///< (0008,0016)
using TransferSyntaxUid = Id<struct TransferSyntaxUidTag>;     ///< (0002,0010)
using FrameOfReferenceUid = Id<struct FrameOfReferenceUidTag>; ///< (0020,0052)
/// What a viewport shows: a series, or one part of a series that had to be split. "<series uid>" or "<series
/// uid>#<part>".
using DataSetId = Id<struct DataSetIdTag>;
using ViewId = Id<struct ViewIdTag>;             ///< a cell of the logical layout: "v1", "v2" ...
using AnnotationId = Id<struct AnnotationIdTag>; ///< unique over all endpoints
using ActorId = Id<struct ActorIdTag>;           ///< a participant; "local" when alone
using ArchiveId = Id<struct ArchiveIdTag>;       ///< a configured source of studies

} // namespace consilium

template<class Tag>
struct std::hash<consilium::Id<Tag>> {
    size_t operator()(const consilium::Id<Tag> &id) const noexcept { return qHash(id.text(), 0); }
};
