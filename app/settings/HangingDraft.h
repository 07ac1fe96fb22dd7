#pragma once
#include "viewer/hanging/Match.h"

#include <tl/expected.hpp>

#include <QString>
#include <QStringList>

#include <vector>

/// A protocol of the editor that is not saved yet: whether it can be, and what it would show.
namespace consilium::app
{

/// It as it will be read once it is saved; or why it cannot be, a sentence a line, each with the stage and the view
/// that it is about.
[[nodiscard]] tl::expected<hanging::Protocol, QString> checkedDraft(const hanging::Protocol &draft);

/// The first sentences of these, one a line.
[[nodiscard]] QString firstOf(const QStringList &sentences);

/// By the view's place (row by row, across all monitors): which series the stage shows of the studies; empty: none.
[[nodiscard]] std::vector<QString> seriesIn(const hanging::Protocol &protocol, std::size_t stage,
                                            const hanging::Studies &studies, int monitors);
/// The place above of the view `index` of a monitor (in reading order, from 0).
[[nodiscard]] std::size_t gridPlace(const hanging::Stage &stage, std::size_t monitor, int index);

} // namespace consilium::app
