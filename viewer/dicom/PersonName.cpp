#include "viewer/dicom/StudyModel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace consilium::dicom
{

namespace
{

bool isCjk(QChar c)
{
    if (c.unicode() < 0x80)
        return false;
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
bool isControl(QChar c)
{
    const char16_t u = c.unicode();
    return u < 0x20 || (u >= 0x7F && u < 0xA0) || (u >= 0x200E && u <= 0x200F) || (u >= 0x202A && u <= 0x202E) ||
           (u >= 0x2066 && u <= 0x2069);
}

/// The components as they are to be read: without the empty ones and without blanks that say nothing.
QStringList componentsOf(QStringView group)
{
    QString text = group.toString();
    text.removeIf(isControl);
    QStringList parts;
    for (const QStringView component : QStringView(text).split(u'^'))
        if (const QString part = component.toString().simplified(); !part.isEmpty())
            parts.append(part);
    return parts;
}

/// One component group for display: "WANG^XIAODONG" -> "WANG XIAODONG", "王^小东" -> "王小东".
QString displayGroup(QStringView group)
{
    if (group.isEmpty())
        return {};
    const bool isClean = std::none_of(group.begin(), group.end(), [](QChar c) { return isControl(c) || c.isSpace(); });
    if (!isClean) {
        const QStringList parts = componentsOf(group);
        const bool cjk = std::all_of(parts.cbegin(), parts.cend(), [](const QString &part) {
            return std::all_of(part.cbegin(), part.cend(), isCjk);
        });
        return parts.join(cjk ? QString() : u" "_s);
    }
    const bool cjk = std::all_of(group.begin(), group.end(), [](QChar c) { return c == u'^' || isCjk(c); });
    QString name;
    name.reserve(group.size());
    bool isBetween = false; // the blank is written when another component comes
    for (const QChar c : group) {
        if (c == u'^') {
            isBetween = !cjk && !name.isEmpty();
            continue;
        }
        if (isBetween)
            name += u' ';
        isBetween = false;
        name += c;
    }
    return name;
}

} // namespace

PersonName PersonName::parse(const QString &value)
{
    PersonName name;
    QStringView rest = value;
    for (QString *const group : {&name.alphabetic, &name.ideographic, &name.phonetic}) {
        const qsizetype end = rest.indexOf(u'=');
        *group = displayGroup(end < 0 ? rest : rest.left(end));
        if (end < 0)
            break;
        rest = rest.mid(end + 1);
    }
    return name;
}

QString PersonName::display() const
{
    if (ideographic.isEmpty() || ideographic == alphabetic)
        return alphabetic.isEmpty() ? phonetic : alphabetic;
    return alphabetic.isEmpty() ? ideographic : ideographic + u"  "_s + alphabetic;
}

} // namespace consilium::dicom
