#include "viewer/dicom/StudyModel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace consilium::dicom
{

namespace
{

bool isCjk(QChar c)
{
    switch (c.script()) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Hangul:
    case QChar::Script_Bopomofo:
        return true;
    default:
        return c.isSurrogate(); // rare Han characters lie outside the basic plane
    }
}

/// Control and direction-override characters could make one name look like another.
QString withoutControls(QString text)
{
    text.removeIf([](QChar c) {
        const char16_t u = c.unicode();
        return u < 0x20 || (u >= 0x7F && u < 0xA0) || (u >= 0x200E && u <= 0x200F) || (u >= 0x202A && u <= 0x202E) ||
               (u >= 0x2066 && u <= 0x2069);
    });
    return text;
}

/// One component group for display: "WANG^XIAODONG" -> "WANG XIAODONG", "王^小东" -> "王小东".
QString displayGroup(const QString &group)
{
    QStringList parts;
    for (const QString &component : withoutControls(group).split(u'^')) {
        if (const QString part = component.simplified(); !part.isEmpty())
            parts.append(part);
    }
    const bool cjk = std::all_of(parts.cbegin(), parts.cend(),
                                 [](const QString &part) { return std::all_of(part.cbegin(), part.cend(), isCjk); });
    return parts.join(cjk ? QString() : u" "_s);
}

} // namespace

PersonName PersonName::parse(const QString &value)
{
    const QStringList groups = value.split(u'=');
    return {displayGroup(groups.value(0)), displayGroup(groups.value(1)), displayGroup(groups.value(2))};
}

QString PersonName::display() const
{
    if (ideographic.isEmpty() || ideographic == alphabetic)
        return alphabetic.isEmpty() ? phonetic : alphabetic;
    return alphabetic.isEmpty() ? ideographic : ideographic + u"  "_s + alphabetic;
}

} // namespace consilium::dicom
