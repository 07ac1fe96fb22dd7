#include "viewer/dicom/NameMatch.h"

#include "viewer/dicom/Pinyin.h"

#include <algorithm>

namespace consilium::dicom
{

namespace
{

bool isAscii(const QString &text)
{
    return std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.unicode() < 0x80; });
}

bool differ(const QString &a, const QString &b)
{
    const QString lettersA = lettersOf(a), lettersB = lettersOf(b);
    return !lettersA.isEmpty() && !lettersB.isEmpty() && isAscii(lettersA) == isAscii(lettersB) && lettersA != lettersB;
}

bool areAll(const QString &letters, QChar::Script script)
{
    const auto ucs4 = letters.toUcs4();
    return !ucs4.isEmpty() && std::all_of(ucs4.begin(), ucs4.end(), [script](char32_t c) {
        const QChar::Script its = QChar::script(c);
        return its == script || its == QChar::Script_Common || its == QChar::Script_Inherited;
    });
}

/// A name by its scripts, whichever group each is written in: many archives write Chinese into the first.
struct Written {
    QString latin, native; ///< letters only; empty: not written so
};

Written writtenOf(const PersonName &name)
{
    Written written;
    for (const QString &group : {name.ideographic, name.alphabetic}) {
        const QString letters = lettersOf(group);
        QString &its = areAll(letters, QChar::Script_Latin) ? written.latin : written.native;
        if (its.isEmpty())
            its = letters;
    }
    return written;
}

/// Katakana and Hiragana are two ways of writing the same sounds.
QString soundsOf(const PersonName &name)
{
    constexpr char16_t firstKatakana = 0x30A1, lastKatakana = 0x30F6, apart = 0x60;
    QString sounds = lettersOf(name.phonetic);
    for (QChar &c : sounds)
        if (c.unicode() >= firstKatakana && c.unicode() <= lastKatakana)
            c = QChar(char16_t(c.unicode() - apart));
    return sounds;
}

/// By the third group, where the others say nothing.
NameAgreement compareSounds(const PersonName &a, const PersonName &b)
{
    const QString one = soundsOf(a), other = soundsOf(b);
    if (one.isEmpty() || other.isEmpty())
        return NameAgreement::Unknown;
    return one == other ? NameAgreement::Agrees : NameAgreement::Contradicts;
}

} // namespace

QString lettersOf(const QString &group)
{
    QString letters;
    for (const QChar c : group.normalized(QString::NormalizationForm_KC).toCaseFolded())
        if (c.isLetterOrNumber() || c.isSurrogate() || c.isMark())
            letters += c;
    return letters;
}

NameAgreement compareNames(const PersonName &a, const PersonName &b)
{
    if (differ(a.alphabetic, b.alphabetic) || differ(a.ideographic, b.ideographic))
        return NameAgreement::Contradicts;
    const Written one = writtenOf(a), other = writtenOf(b);
    if (!one.latin.isEmpty() && !other.latin.isEmpty()) {
        if (differ(one.latin, other.latin))
            return NameAgreement::Contradicts;
        return one.latin == other.latin ? NameAgreement::Agrees : compareSounds(a, b);
    }
    if (!one.native.isEmpty() && !other.native.isEmpty()) {
        if (one.native == other.native)
            return NameAgreement::Agrees;
        const bool isHan = areAll(one.native, QChar::Script_Han) && areAll(other.native, QChar::Script_Han);
        return isHan ? NameAgreement::Contradicts : compareSounds(a, b);
    }
    const QString native = one.native + other.native, latin = one.latin + other.latin; // one of each, or nothing
    if (native.isEmpty() || latin.isEmpty())
        return compareSounds(a, b);
    return Pinyin::of(native).spells(latin) ? NameAgreement::SoundsAlike : NameAgreement::Contradicts;
}

} // namespace consilium::dicom
