#pragma once
#include <QStringList>

namespace consilium::widgets
{

/// What only documents do, by name; of those for images they take scrolling, paging, "fit" and layouts.
[[nodiscard]] QStringList documentCommandNames();
/// Also "document-link-N": the N-th reference of a report, from 1.
[[nodiscard]] bool isDocumentCommand(const QString &command);

} // namespace consilium::widgets
