#pragma once
#include "viewer/documents/Report.h"

#include <QCoreApplication>
#include <QString>

#include <functional>
#include <vector>

namespace consilium::documents
{

/// One paragraph of a document as it is read.
struct Paragraph {
    enum class Style {
        Heading, ///< `depth` 0 is the highest
        Body,    ///< running text
        Entry,   ///< "label: value"
        Context, ///< who, how and when: small
        Link     ///< leads to an object
    };
    Style style = Style::Body;
    int depth = 0;
    QString label; ///< the concept's name; may be empty
    QString text;
    int link = -1; ///< of Link: index into referencesIn(), or an entry's first reference
    bool operator==(const Paragraph &) const = default;
};

/// What a link may say of the object it names: "CT · series 3 · image 12"; empty where nothing is known of it, and then
/// it is no link.
using ObjectName = std::function<QString(const ObjectReference &)>;

/// The whole tree in reading order; nothing of it is left out.
[[nodiscard]] std::vector<Paragraph> paragraphsOf(const Report &report, const ObjectName &nameOf);
/// Title, times, flags, verifiers: what stands above the tree, as "label: value".
[[nodiscard]] std::vector<Paragraph> headingOf(const Report &report);

/// Colours as "#rrggbb".
struct TextColours {
    QString text, secondary, caption, accent, warning;
};
/// Rich text for a text view; links are "ref:N". Everything that comes from the file is escaped.
[[nodiscard]] QString richText(const std::vector<Paragraph> &paragraphs, const TextColours &colours, double bodyPx);

/// "2026-11-23 09:41:05" of a DA, TM or DT; as written when it is none.
[[nodiscard]] QString dateTimeText(const QString &value);

} // namespace consilium::documents
