#pragma once
#include "base/Ids.h"
#include "base/Result.h"

#include <array>
#include <concepts>
#include <cstdint>
#include <optional>
#include <tuple>
#include <vector>

namespace consilium::session
{

class ViewerState;

/// edit: durable, undoable. view: durable, coalesced on the network, one gesture is one undo step.
/// presence: never in the state, never undone.
enum class ActionKind { Edit, View, Presence };

/// A member of a struct as it is written: `id` in CBOR and in hashes, `name` in JSON. An id is never reused.
template<class Owner, class Member>
struct Field {
    int id;
    const char *name;
    Member Owner::*member;
};

template<class Owner, class Member>
[[nodiscard]] constexpr Field<Owner, Member> field(int id, const char *name, Member Owner::*member)
{
    return {id, name, member};
}

/// Where a struct's fields are listed: its own fields(), or a specialisation (StateFields.h).
template<class T>
struct FieldList {
};
template<class T>
requires requires
{
    T::fields();
}
struct FieldList<T> {
    static constexpr auto fields() { return T::fields(); }
};
template<class T>
concept HasFieldList = requires
{
    FieldList<T>::fields();
};

/// How an enumerator is written. Numbers are never reused.
template<class E>
struct EnumEntry {
    E value;
    int number;
    const char *name;
};
/// Specialised for each enumeration that is written (StateFields.h): static constexpr std::array entries.
template<class E>
struct EnumNames;

template<class T>
[[nodiscard]] consteval bool fieldIdsAreUnique()
{
    return std::apply(
        [](const auto &...f) {
            const std::array<int, sizeof...(f)> ids{f.id...};
            for (std::size_t i = 0; i < ids.size(); ++i) {
                for (std::size_t j = i + 1; j < ids.size(); ++j) {
                    if (ids[i] == ids[j])
                        return false;
                }
                if (ids[i] < 1 || ids[i] > 999)
                    return false;
            }
            return true;
        },
        FieldList<T>::fields());
}

/// One field of the state that an action may change; what undo compares between actors.
struct FieldKey {
    static constexpr int markText = 1'000'000; ///< as `part` of a mark
    static constexpr int markLabel = 1'000'001;
    enum class Kind : std::uint8_t {
        Grid,
        ActiveView,
        ScrollLink,
        Series,
        Plane,
        ZoomPan,
        Orientation,
        Window,
        Inverted,
        Mark,
        Slab,
        Enhancement,
        ColourMap,
        Segmentation,
        Segment,
        Arrangement,
        LookLink,
        Cursor,
        Fusion,
        Suv,
        Shutter,
        Alignment,
        GreyTables,
        Layer
    };
    Kind kind = Kind::Grid;
    QString target; ///< view; view and data set; annotation; frames of reference; state and layer
    int part = -1;  ///< handle of a mark (or one of the two below), number of a segment; -1: all of it
    auto operator<=>(const FieldKey &) const = default;
    bool operator==(const FieldKey &) const = default;
    [[nodiscard]] bool overlaps(const FieldKey &o) const
    {
        return kind == o.kind && (part < 0 || o.part < 0 || part == o.part) && target == o.target;
    }
};
using FieldKeys = std::vector<FieldKey>;

/// What every action has. Checked for each member of the variant (Action.h), so an action without samples does not
/// compile.
///   id, name, kind   number on the wire (never reused), name in JSON and scenarios, see ActionKind
///   isUndoable       whether it makes an undo step
///   fields()         all members
///   samples()        valid in some state or not; with every field away from its default in at least one
///   reduce()         pure; InvalidArgument or NotFound
///   invert()         the action that brings back what this is about to change; nullopt when it changes nothing
///   touches()        the fields of the state it is about to change
template<class A>
concept ActionType = std::equality_comparable<A> && requires(const A &action, const ViewerState &state)
{
    {
        A::id
        } -> std::convertible_to<int>;
    {
        A::name
        } -> std::convertible_to<const char *>;
    {
        A::kind
        } -> std::convertible_to<ActionKind>;
    {
        A::isUndoable
        } -> std::convertible_to<bool>;
    {
        A::samples()
        } -> std::same_as<std::vector<A>>;
    {
        action.reduce(state)
        } -> std::same_as<Result<ViewerState>>;
    {
        action.invert(state).has_value()
        } -> std::convertible_to<bool>;
    {
        action.touches(state)
        } -> std::same_as<FieldKeys>;
} && fieldIdsAreUnique<A>();

} // namespace consilium::session
