#include "viewer/session/FieldCodec.h"

#include <QCborStreamReader>

#include <algorithm>

namespace consilium::session::codec
{

namespace
{

/// A numeric key that this program has no name for is "#7" in JSON.
QCborValue translatedKey(const QCborValue &name, Keys to)
{
    if (to == Keys::Names && name.isInteger())
        return QLatin1Char('#') + QString::number(name.toInteger());
    if (to == Keys::Ids && name.isString() && name.toString().startsWith(QLatin1Char('#'))) {
        bool isNumber = false;
        const qint64 number = name.toString().mid(1).toLongLong(&isNumber);
        if (isNumber)
            return number;
    }
    return name;
}

} // namespace

void Writer::addUnknown(QCborMap &map) const
{
    for (const QCborValue entry : m_unknown) {
        const QCborArray parts = entry.toArray();
        if (parts.size() != 3 || parts.at(0).toArray() != m_path)
            continue;
        const QCborValue name = translatedKey(parts.at(1), m_keys);
        if (!map.contains(name))
            map.insert(name, parts.at(2));
    }
}

bool Writer::holdsUnknown(const QCborValue &step) const
{
    return std::any_of(m_unknown.begin(), m_unknown.end(), [&](const QCborValue &entry) {
        const QCborArray path = entry.toArray().at(0).toArray();
        if (path.size() <= m_path.size() || path.at(m_path.size()) != step)
            return false;
        return std::equal(m_path.begin(), m_path.end(), path.begin());
    });
}

void Reader::keepUnknown(const QCborValue &name, const QCborValue &value)
{
    if (m_keepUnknown)
        m_unknown.append(QCborArray{m_path, translatedKey(name, Keys::Ids), value});
}

void Reader::fail(const QString &why)
{
    if (m_error.isEmpty())
        m_error = why;
}

void Reader::read(const QCborValue &from, bool &to)
{
    if (!from.isBool())
        return fail(QStringLiteral("not yes or no"));
    to = from.toBool();
}

void Reader::read(const QCborValue &from, std::int64_t &to)
{
    // JSON does not tell 1 from 1.0.
    const double number = from.toDouble();
    if (from.isInteger())
        to = from.toInteger();
    else if (from.isDouble() && number == std::floor(number) && std::abs(number) < 9e15)
        to = static_cast<std::int64_t>(number);
    else
        fail(QStringLiteral("not a whole number"));
}

void Reader::read(const QCborValue &from, int &to)
{
    std::int64_t wide = 0;
    read(from, wide);
    if (wide < std::numeric_limits<int>::min() || wide > std::numeric_limits<int>::max())
        return fail(QStringLiteral("number out of range"));
    to = static_cast<int>(wide);
}

void Reader::read(const QCborValue &from, std::uint64_t &to)
{
    std::int64_t wide = 0;
    read(from, wide);
    if (wide < 0)
        return fail(QStringLiteral("number out of range"));
    to = static_cast<std::uint64_t>(wide);
}

void Reader::read(const QCborValue &from, double &to)
{
    if (!from.isDouble() && !from.isInteger())
        return fail(QStringLiteral("not a number"));
    to = from.toDouble();
    if (!std::isfinite(to))
        fail(QStringLiteral("not a finite number"));
}

void Reader::read(const QCborValue &from, QString &to)
{
    if (!from.isString())
        return fail(QStringLiteral("not text"));
    to = from.toString();
}

void Reader::read(const QCborValue &from, QByteArray &to)
{
    if (m_keys == Keys::Ids) {
        if (!from.isByteArray())
            return fail(QStringLiteral("not bytes"));
        to = from.toByteArray();
        return;
    }
    const auto decoded =
        QByteArray::fromBase64Encoding(from.toString().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (!from.isString() || !decoded)
        return fail(QStringLiteral("not bytes in base64"));
    to = *decoded;
}

bool Reader::readNumbers(const QCborValue &from, double *to, int count)
{
    const QCborArray array = from.toArray();
    if (!from.isArray() || array.size() != count) {
        fail(QStringLiteral("not a point"));
        return false;
    }
    for (int i = 0; i < count; ++i)
        read(array.at(i), to[i]);
    return !failed();
}

void Reader::read(const QCborValue &from, PatientPoint &to)
{
    double v[3]{};
    if (readNumbers(from, v, 3))
        to = {v[0], v[1], v[2]};
}

void Reader::read(const QCborValue &from, PatientVector &to)
{
    double v[3]{};
    if (readNumbers(from, v, 3))
        to = {v[0], v[1], v[2]};
}

void Reader::read(const QCborValue &from, ImagePoint &to)
{
    double v[2]{};
    if (readNumbers(from, v, 2))
        to = {v[0], v[1]};
}

bool isSoundCbor(const QByteArray &bytes)
{
    QCborStreamReader reader(bytes);
    return reader.isValid() && reader.next(maxDepth) && reader.lastError() == QCborError::NoError &&
           reader.currentOffset() == bytes.size();
}

} // namespace consilium::session::codec
