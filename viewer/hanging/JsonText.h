#pragma once
#include "viewer/hanging/Problem.h"

#include <QByteArray>
#include <QString>

#include <utility>
#include <vector>

namespace consilium::hanging
{

/// A value of a JSON text (RFC 8259) that knows where it stands: a mistake in it can be shown to who wrote it.
struct JsonValue {
    enum class Kind { Null, Boolean, Number, Text, Array, Object };
    struct Member {
        QString name;
        Place place; ///< of the name
    };
    Kind kind = Kind::Null;
    bool truth = false;
    double number = 0.0;
    QString text;
    std::vector<JsonValue> values; ///< of an array; of an object: one a member
    std::vector<Member> members;   ///< in the order of the text
    Place place;
    [[nodiscard]] const JsonValue *find(const QString &name) const; ///< member of an object; null when there is none
};

/// Reads the whole text. It is UTF-8, with or without a byte order mark; at most 1 MiB, nested at most 32 deep; a name
/// stands once in an object. Else the first thing that is wrong, and where.
[[nodiscard]] tl::expected<JsonValue, Problem> readJson(const QByteArray &bytes);

} // namespace consilium::hanging
