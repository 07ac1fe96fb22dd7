#include "viewer/objects/Uid.h"

#include <QRegularExpression>

#include <array>
#include <cstdint>

using namespace Qt::StringLiterals;

namespace consilium::objects
{

QString uidOf(const QUuid &uuid)
{
    // Long division by ten of the 128 bits, most significant word first.
    const QByteArray bytes = uuid.toRfc4122();
    std::array<std::uint32_t, 4> words{};
    for (std::size_t i = 0; i < 16; ++i)
        words[i / 4] = words[i / 4] << 8 | std::uint8_t(bytes[qsizetype(i)]);
    QString digits;
    while (words != std::array<std::uint32_t, 4>{}) {
        std::uint64_t rest = 0;
        for (std::uint32_t &word : words) {
            const std::uint64_t value = rest << 32 | word;
            word = std::uint32_t(value / 10);
            rest = value % 10;
        }
        digits.prepend(QChar(u'0' + char16_t(rest)));
    }
    return u"2.25."_s + (digits.isEmpty() ? u"0"_s : digits);
}

QString newUid()
{
    return uidOf(QUuid::createUuid());
}

bool isUid(const QString &text)
{
    static const QRegularExpression pattern(u"\\A(0|[1-9][0-9]*)(\\.(0|[1-9][0-9]*))*\\z"_s);
    return text.size() <= 64 && pattern.match(text).hasMatch();
}

} // namespace consilium::objects
