#pragma once
#include "base/Geometry.h"
#include "viewer/session/ActionTraits.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>

#include <cmath>
#include <limits>
#include <optional>
#include <variant>
#include <vector>

/// Structs with a field list to and from a tree of values. The tree has numeric keys (CBOR) or names (JSON); that is
/// all in which the two differ. Included by codecs only.
namespace consilium::session::codec
{

enum class Keys { Ids, Names };

/// Deepest nesting that is read.
inline constexpr int maxDepth = 32;

/// How the alternatives of a variant are written. Numbers are never reused; std::monostate is written as null.
template<class T>
struct Alternative;
template<>
struct Alternative<PatientPoint> {
    static constexpr int id = 1;
    static constexpr const char *name = "patient";
};
template<>
struct Alternative<ImagePoint> {
    static constexpr int id = 2;
    static constexpr const char *name = "pixel";
};

[[nodiscard]] inline QCborValue key(Keys keys, int id, const char *name)
{
    return keys == Keys::Ids ? QCborValue(id) : QCborValue(QLatin1String(name));
}

/// Writes a tree. `unknown` (see Reader::unknown()) is put back where it was found.
class Writer
{
public:
    explicit Writer(Keys keys, const QCborArray &unknown = {}) : m_keys(keys), m_unknown(unknown) {}

    [[nodiscard]] QCborValue value(bool v) { return QCborValue(v); }
    [[nodiscard]] QCborValue value(int v) { return QCborValue(v); }
    [[nodiscard]] QCborValue value(std::int64_t v) { return QCborValue(qint64(v)); }
    [[nodiscard]] QCborValue value(std::uint64_t v) { return QCborValue(static_cast<qint64>(v)); }
    [[nodiscard]] QCborValue value(double v) { return QCborValue(v); }
    [[nodiscard]] QCborValue value(const QString &v) { return QCborValue(v); }
    /// In text as base64 (RFC 4648).
    [[nodiscard]] QCborValue value(const QByteArray &v)
    {
        return m_keys == Keys::Ids ? QCborValue(v) : QCborValue(QString::fromLatin1(v.toBase64()));
    }
    template<class Tag>
    [[nodiscard]] QCborValue value(const Id<Tag> &v)
    {
        return QCborValue(v.text());
    }
    [[nodiscard]] QCborValue value(const PatientPoint &p) { return QCborArray{p.x, p.y, p.z}; }
    [[nodiscard]] QCborValue value(const PatientVector &p) { return QCborArray{p.x, p.y, p.z}; }
    [[nodiscard]] QCborValue value(const ImagePoint &p) { return QCborArray{p.column, p.row}; }
    template<class E>
    requires std::is_enum_v<E>
    [[nodiscard]] QCborValue value(E v)
    {
        for (const auto &entry : EnumNames<E>::entries) {
            if (entry.value == v)
                return key(m_keys, entry.number, entry.name);
        }
        return {};
    }
    template<class T>
    [[nodiscard]] QCborValue value(const std::optional<T> &v)
    {
        return v ? value(*v) : QCborValue(nullptr);
    }
    template<class T>
    [[nodiscard]] QCborValue value(const std::vector<T> &list)
    {
        QCborArray array;
        for (const T &v : list)
            array.append(below(QCborValue(array.size()), v));
        return array;
    }
    template<class... T>
    [[nodiscard]] QCborValue value(const std::variant<T...> &v)
    {
        return std::visit(
            [this]<class V>(const V &one) -> QCborValue {
                if constexpr (std::is_same_v<V, std::monostate>) {
                    return QCborValue(nullptr);
                } else {
                    QCborMap map;
                    map.insert(key(m_keys, Alternative<V>::id, Alternative<V>::name),
                               below(QCborValue(Alternative<V>::id), one));
                    return map;
                }
            },
            v);
    }
    template<class T>
    requires HasFieldList<T>
    [[nodiscard]] QCborValue value(const T &v)
    {
        static const T defaults{};
        QCborMap map;
        const auto put = [&](const auto &f) {
            if (!(v.*f.member == defaults.*f.member) || holdsUnknown(QCborValue(f.id)))
                map.insert(key(m_keys, f.id, f.name), below(QCborValue(f.id), v.*f.member));
        };
        std::apply([&](const auto &...f) { (put(f), ...); }, FieldList<T>::fields());
        addUnknown(map);
        return map;
    }
    /// For a structure that is put together by hand: what was unknown at the present place.
    void addUnknown(QCborMap &map) const;
    template<class T>
    [[nodiscard]] QCborValue below(const QCborValue &step, const T &v)
    {
        if (m_unknown.isEmpty())
            return value(v);
        m_path.append(step);
        QCborValue result = value(v);
        m_path.removeLast();
        return result;
    }

private:
    /// Something unknown lies in the field, so that it must be written even when it is at its default.
    [[nodiscard]] bool holdsUnknown(const QCborValue &step) const;

    Keys m_keys;
    QCborArray m_unknown, m_path;
};

/// Reads a tree. The first thing that is wrong is kept in error(); what was not known is collected with its path.
class Reader
{
public:
    Reader(Keys keys, bool keepUnknown) : m_keys(keys), m_keepUnknown(keepUnknown) {}
    [[nodiscard]] const QString &error() const { return m_error; }
    [[nodiscard]] bool failed() const { return !m_error.isEmpty(); }
    /// [[path, key, value]...]; a path is made of field ids, indexes and ids of alternatives, whichever keys are read.
    [[nodiscard]] const QCborArray &unknown() const { return m_unknown; }
    /// For paths: what is read next lies below this key.
    void enter(const QCborValue &key) { m_path.append(key); }
    void leave() { m_path.removeLast(); }
    void keepUnknown(const QCborValue &key, const QCborValue &value);
    void fail(const QString &why);

    void read(const QCborValue &from, bool &to);
    void read(const QCborValue &from, int &to);
    void read(const QCborValue &from, std::int64_t &to);
    void read(const QCborValue &from, std::uint64_t &to);
    void read(const QCborValue &from, double &to);
    void read(const QCborValue &from, QString &to);
    void read(const QCborValue &from, QByteArray &to);
    void read(const QCborValue &from, PatientPoint &to);
    void read(const QCborValue &from, PatientVector &to);
    void read(const QCborValue &from, ImagePoint &to);
    template<class Tag>
    void read(const QCborValue &from, Id<Tag> &to)
    {
        QString text;
        read(from, text);
        to = Id<Tag>(text);
    }
    template<class E>
    requires std::is_enum_v<E>
    void read(const QCborValue &from, E &to)
    {
        for (const auto &entry : EnumNames<E>::entries) {
            if (from == key(m_keys, entry.number, entry.name)) {
                to = entry.value;
                return;
            }
        }
        fail(QStringLiteral("unknown enumerator"));
    }
    template<class T>
    void read(const QCborValue &from, std::optional<T> &to)
    {
        if (from.isNull()) {
            to.reset();
            return;
        }
        T value{};
        read(from, value);
        to = std::move(value);
    }
    template<class T>
    void read(const QCborValue &from, std::vector<T> &to)
    {
        if (!from.isArray())
            return fail(QStringLiteral("not a list"));
        const QCborArray array = from.toArray();
        to.clear();
        for (qsizetype i = 0; i < array.size() && !failed(); ++i) {
            T value{};
            enter(QCborValue(i));
            read(array.at(i), value);
            leave();
            to.push_back(std::move(value));
        }
    }
    template<class... T>
    void read(const QCborValue &from, std::variant<T...> &to)
    {
        if (from.isNull()) {
            if constexpr ((std::is_same_v<T, std::monostate> || ...))
                to = std::monostate{};
            else
                fail(QStringLiteral("one of several kinds expected"));
            return;
        }
        const QCborMap map = from.toMap();
        if (!from.isMap() || map.size() != 1)
            return fail(QStringLiteral("one of several kinds expected"));
        bool found = false;
        const auto attempt = [&]<class V>(std::type_identity<V>) {
            if constexpr (!std::is_same_v<V, std::monostate>) {
                const QCborValue k = key(m_keys, Alternative<V>::id, Alternative<V>::name);
                if (found || map.constBegin().key() != k)
                    return;
                found = true;
                V value{};
                enter(QCborValue(Alternative<V>::id));
                read(map.constBegin().value(), value);
                leave();
                to = std::move(value);
            }
        };
        (attempt(std::type_identity<T>{}), ...);
        if (!found)
            fail(QStringLiteral("unknown kind"));
    }
    template<class T>
    requires HasFieldList<T>
    void read(const QCborValue &from, T &to)
    {
        if (!from.isMap())
            return fail(QStringLiteral("not a structure"));
        const QCborMap map = from.toMap();
        std::uint64_t seen = 0;
        for (auto it = map.constBegin(); it != map.constEnd() && !failed(); ++it)
            readField(it.key(), it.value(), to, seen);
    }

private:
    template<class T>
    void readField(const QCborValue &name, const QCborValue &value, T &to, std::uint64_t &seen)
    {
        bool known = false;
        std::uint64_t bit = 1;
        const auto attempt = [&](const auto &f) {
            if (!known && name == key(m_keys, f.id, f.name)) {
                known = true;
                // Two values for one field would let two readers see different things.
                if (seen & bit)
                    return fail(QStringLiteral("field given twice"));
                seen |= bit;
                enter(QCborValue(f.id));
                read(value, to.*f.member);
                leave();
            }
            bit <<= 1;
        };
        std::apply([&](const auto &...f) { (attempt(f), ...); }, FieldList<T>::fields());
        if (!known)
            keepUnknown(name, value);
    }
    [[nodiscard]] bool readNumbers(const QCborValue &from, double *to, int count);

    Keys m_keys;
    bool m_keepUnknown;
    QString m_error;
    QCborArray m_path, m_unknown;
};

/// Well formed, nested at most maxDepth deep, nothing behind it; checked before anything is allocated.
[[nodiscard]] bool isSoundCbor(const QByteArray &bytes);

} // namespace consilium::session::codec
