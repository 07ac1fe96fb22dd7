#pragma once
#include "viewer/pixels/StudyImages.h"
#include "viewer/session/ViewerState.h"

#include <functional>
#include <type_traits>
#include <utility>

/// What a view shows, from its state: one rule for pixels, labels, tools and linked views.
namespace consilium::tools
{

/// Index in the sorted stack of what a view looks at: -1 when the image is not described (yet) or the plane lies in
/// none.
[[nodiscard]] int sliceIndexOf(const dicom::DataSet &dataSet, const session::PlaneRef &plane);

/// The stack that a view shows: the one its state names or, when the series was split since, the part that holds its
/// image. Null when it is not known.
[[nodiscard]] dicom::DataSetPtr shownStack(const session::ViewState &view, const pixels::StudyImages &images);

/// shownStack() of images that the caller knows, and which of their studies are one patient's.
class StackLookup
{
public:
    StackLookup() = default; ///< nobody knows any
    template<typename Find,
             typename = std::enable_if_t<!std::is_same_v<Find, StackLookup> &&
                                         std::is_invocable_r_v<dicom::DataSetPtr, Find, const session::ViewState &>>>
    StackLookup(Find find, dicom::StudyPairs pairs = {}) : m_find(std::move(find)), m_pairs(std::move(pairs))
    {
    }
    [[nodiscard]] explicit operator bool() const { return bool(m_find); }
    [[nodiscard]] dicom::DataSetPtr operator()(const session::ViewState &view) const { return m_find(view); }
    [[nodiscard]] const dicom::StudyPairs &pairs() const { return m_pairs; }

private:
    std::function<dicom::DataSetPtr(const session::ViewState &)> m_find;
    dicom::StudyPairs m_pairs;
};
/// Of all that is open; `images` outlives it.
[[nodiscard]] StackLookup stacksOf(const pixels::StudyImages &images);

} // namespace consilium::tools
