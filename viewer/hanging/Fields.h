#pragma once
#include "viewer/hanging/JsonText.h"

#include <QStringList>

#include <initializer_list>
#include <optional>
#include <utility>
#include <vector>

/// Inside of viewer/hanging: fields of an object of a JSON text, checked.
namespace consilium::hanging
{

using Problems = std::vector<Problem>;

/// One object. Whoever asks for a field gets nullopt where it is not there or is wrong; what is wrong is put down in
/// the problems, with its place.
class Fields
{
public:
    /// `known`: all names that may stand in it; another one is a problem. A value that is no object has no fields;
    /// `name`: what it is called then.
    Fields(const JsonValue &value, const QString &name, const QStringList &known, Problems &problems);

    [[nodiscard]] bool has(const char *name) const { return find(name) != nullptr; }
    [[nodiscard]] const JsonValue *find(const char *name) const;
    [[nodiscard]] Place place() const { return m_value.place; }

    [[nodiscard]] std::optional<QString> text(const char *name); ///< not empty
    [[nodiscard]] QStringList texts(const char *name);           ///< of one, or a list of them; each not empty
    /// As texts(), each one of `allowed`.
    [[nodiscard]] QStringList someOf(const char *name, const QStringList &allowed);
    [[nodiscard]] std::optional<int> whole(const char *name, int least, int most);
    [[nodiscard]] std::optional<double> number(const char *name, double least, double most);
    [[nodiscard]] std::optional<bool> truth(const char *name);
    [[nodiscard]] const JsonValue *object(const char *name); ///< null: not there, or none
    [[nodiscard]] const JsonValue *array(const char *name);  ///< not empty

    template<class T>
    std::optional<T> oneOf(const char *name, std::initializer_list<std::pair<const char *, T>> choices)
    {
        const auto written = text(name);
        QStringList allowed;
        for (const auto &[word, meaning] : choices) {
            if (written && *written == QLatin1String(word))
                return meaning;
            allowed << QLatin1String(word);
        }
        if (written)
            report(Problem::Kind::NotOneOf, find(name)->place, *written, allowed.join(QLatin1String(", ")));
        return std::nullopt;
    }

    void require(const char *name); ///< a problem where it is not there
    /// Only one of the two may be there.
    void exclude(const char *one, const char *other);
    /// The first has no meaning without the second.
    void needs(const char *one, const char *other);
    void report(Problem::Kind kind, Place place, const QString &found, const QString &wanted = {});

private:
    [[nodiscard]] const JsonValue *ofKind(const char *name, JsonValue::Kind kind, const char *wanted);

    const JsonValue &m_value;
    Problems &m_problems;
};

} // namespace consilium::hanging
