#include "viewer/dicom/Pinyin.h"

#include <QHash>
#include <QMutex>

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace consilium::dicom
{

namespace
{

constexpr int longestTyped = 64, mostWild = 8; // more would have very many ways to fit

struct Several {
    char32_t character;
    const char *readings; ///< the one as a surname first
};

// Characters of names with more than one reading. The transliteration knows one of them, mostly not the surname's.
constexpr Several several[] = {
    {U'单', "shan dan chan"},
    {U'單', "shan dan chan"},
    {U'曾', "zeng ceng"},
    {U'仇', "qiu chou"},
    {U'解', "xie jie"},
    {U'查', "zha cha"},
    {U'区', "ou qu"},
    {U'區', "ou qu"},
    {U'乐', "yue le"},
    {U'樂', "yue le"},
    {U'朴', "piao pu"},
    {U'任', "ren"},
    {U'盖', "ge gai"},
    {U'蓋', "ge gai"},
    {U'华', "hua"},
    {U'華', "hua"},
    {U'尉', "wei yu"},
    {U'缪', "miao mou"},
    {U'繆', "miao mou"},
    {U'乜', "nie mie"},
    {U'万', "wan mo"},
    {U'萬', "wan mo"},
    {U'俟', "qi si"},
    {U'宓', "mi fu"},
    {U'员', "yun yuan"},
    {U'員', "yun yuan"},
    {U'黑', "he hei"},
    {U'折', "she zhe"},
    {U'种', "chong zhong"},
    {U'種', "chong zhong"},
    {U'重', "chong zhong"},
    {U'繁', "po fan"},
    {U'秘', "bi mi"},
    {U'召', "shao zhao"},
    {U'柏', "bai bo"},
    {U'薄', "bo bao"},
    {U'覃', "qin tan"},
    {U'翟', "zhai di"},
    {U'盛', "sheng cheng"},
    {U'长', "zhang chang"},
    {U'長', "zhang chang"},
    {U'强', "qiang jiang"},
    {U'強', "qiang jiang"},
    {U'行', "xing hang"},
    {U'朝', "chao zhao"},
    {U'那', "na nuo"},
    {U'石', "shi dan"},
    {U'车', "che ju"},
    {U'車', "che ju"},
    {U'郇', "xun huan"},
    {U'郗', "xi chi"},
    {U'隗', "wei kui"},
    {U'祭', "zhai ji"},
    {U'晟', "sheng cheng"},
    {U'茜', "qian xi"},
    {U'贾', "jia gu"},
    {U'賈', "jia gu"},
    {U'沈', "shen chen"},
    {U'叶', "ye xie"},
    {U'葉', "ye"},
    {U'俞', "yu shu"},
    {U'会', "hui kuai"},
    {U'會', "hui kuai"},
    {U'藏', "zang cang"},
    {U'褚', "chu zhe"},
    {U'莘', "shen xin"},
    {U'冼', "xian"},
    {U'佴', "nai er"},
    {U'盍', "he ge"},
    {U'参', "can shen"},
    {U'亓', "qi"},
    {U'令', "ling"},
    {U'阿', "a e"},
    {U'佛', "fo fu"},
    {U'都', "du dou"},
    {U'幺', "yao"},
    {U'洗', "xian xi"},
    {U'不', "bu fou"},
    {U'适', "shi kuo"},
    {U'適', "shi"},
    {U'纪', "ji"},
    {U'和', "he huo"},
    {U'乘', "cheng sheng"},
    {U'调', "tiao diao"},
    {U'校', "xiao jiao"},
    {U'睢', "sui"},
    {U'牟', "mu mou"},
    {U'占', "zhan"},
    {U'鲜', "xian"},
    {U'臧', "zang"},
    {U'角', "jiao jue"},
    {U'传', "chuan zhuan"},
};

void addReading(std::vector<QByteArray> &readings, const QByteArray &reading)
{
    if (!reading.isEmpty() && std::find(readings.begin(), readings.end(), reading) == readings.end())
        readings.push_back(reading);
}

// "lǚ" -> "lv": marks are left out, but for the two dots of ü.
QByteArray withoutTones(const QString &syllable)
{
    QByteArray plain;
    for (const QChar c : syllable.toLower().normalized(QString::NormalizationForm_D)) {
        if (c == u'\u0308' && plain.endsWith('u'))
            plain.back() = 'v';
        else if (c >= u'a' && c <= u'z')
            plain.append(char(c.unicode()));
    }
    return plain;
}

bool isWild(QChar c)
{
    return c == u'*' || c == u'?';
}

QByteArray transliterated(char32_t character)
{
    static const std::unique_ptr<icu::Transliterator> hanToLatin = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::Transliterator> made(
            icu::Transliterator::createInstance("Han-Latin", UTRANS_FORWARD, status));
        return U_SUCCESS(status) ? std::move(made) : nullptr;
    }();
    if (!hanToLatin)
        return {};
    icu::UnicodeString text(static_cast<UChar32>(character));
    hanToLatin->transliterate(text);
    return withoutTones(QString::fromUtf16(text.getBuffer(), text.length()));
}

std::vector<QByteArray> readingsOfWord(const QString &word)
{
    std::vector<QByteArray> readings;
    addReading(readings, withoutTones(word));
    addReading(readings, withoutTones(word).replace('v', 'u')); // Müller is typed as Muller too
    return readings;
}

std::vector<QByteArray> makeReadings(char32_t character)
{
    std::vector<QByteArray> readings;
    for (const Several &known : several)
        if (known.character == character)
            for (const QByteArray &reading : QByteArray(known.readings).split(' '))
                addReading(readings, reading);
    const QByteArray usual = transliterated(character);
    addReading(readings, usual);
    if (usual.contains('v')) { // 吕: "lv" on keyboards, "lyu" in passports, "lu" by habit
        addReading(readings, QByteArray(usual).replace('v', 'u'));
        addReading(readings, QByteArray(usual).replace('v', "yu"));
    }
    return readings;
}

} // namespace

std::shared_ptr<const Pinyin::Readings> Pinyin::readingsOf(char32_t character)
{
    static QMutex mutex;
    static QHash<char32_t, std::shared_ptr<const Readings>> known;
    const QMutexLocker lock(&mutex);
    auto &readings = known[character];
    if (!readings)
        readings = std::make_shared<const Readings>(makeReadings(character));
    return readings;
}

Pinyin Pinyin::of(const QString &name)
{
    Pinyin pinyin;
    QString word;
    const auto endWord = [&] {
        if (!word.isEmpty())
            pinyin.m_syllables.push_back(std::make_shared<const Readings>(readingsOfWord(word)));
        word.clear();
    };
    for (const char32_t character : name.toUcs4()) {
        if (QChar::script(character) == QChar::Script_Han) {
            endWord();
            pinyin.m_syllables.push_back(readingsOf(character));
        } else if (QChar::script(character) == QChar::Script_Latin || QChar::isMark(character)) {
            word += QString::fromUcs4(&character, 1);
        } else if (character != U'\'' && character != U'-') {
            endWord();
        }
    }
    endWord();
    return pinyin;
}

QByteArray Pinyin::fold(const QString &typed)
{
    const QString plain = typed.normalized(QString::NormalizationForm_KC); // full-width letters of an input method
    if (plain.size() > longestTyped)
        return {};
    for (const QChar c : plain)
        if (c.script() != QChar::Script_Latin && !c.isMark() && c != u'\'' && c != u'’' && c != u'-' && !isWild(c))
            return {};
    if (std::count_if(plain.begin(), plain.end(), isWild) > mostWild)
        return {};
    QByteArray folded;
    bool hasLetter = false;
    for (qsizetype begin = 0; begin < plain.size();) {
        qsizetype end = begin;
        while (end < plain.size() && !isWild(plain[end]))
            ++end;
        const QByteArray letters = withoutTones(plain.mid(begin, end - begin));
        hasLetter = hasLetter || !letters.isEmpty();
        folded += letters;
        if (end < plain.size() && !(plain[end] == u'*' && folded.endsWith('*'))) // "**" is as good as "*"
            folded += char(plain[end].unicode());
        begin = end + 1;
    }
    return hasLetter ? folded : QByteArray();
}

bool Pinyin::spells(const QString &latin) const
{
    const QString plain = latin.normalized(QString::NormalizationForm_KC);
    for (const QChar c : plain)
        if ((c.isLetterOrNumber() && c.script() != QChar::Script_Latin) || c.isSurrogate())
            return false;
    const QByteArray letters = withoutTones(plain);
    if (letters.isEmpty())
        return false;
    std::vector<bool> ends(std::size_t(letters.size()) + 1); // where the syllables so far may end
    ends.front() = true;
    for (const auto &readings : m_syllables) {
        std::vector<bool> next(ends.size());
        for (std::size_t at = 0; at < ends.size(); ++at)
            for (const QByteArray &reading : *readings)
                if (ends[at] && !reading.isEmpty() && QByteArrayView(letters).sliced(qsizetype(at)).startsWith(reading))
                    next[at + std::size_t(reading.size())] = true;
        ends = std::move(next);
    }
    return ends.back();
}

bool Pinyin::matches(const QByteArray &typed) const
{
    if (typed.isEmpty())
        return false;
    for (std::size_t i = 0; i < m_syllables.size(); ++i)
        if (matchesFrom(i, typed.constBegin(), typed.constEnd()))
            return true;
    return false;
}

bool Pinyin::matchesFrom(std::size_t syllable, const char *typed, const char *end) const
{
    if (typed == end)
        return true;
    if (*typed == '*') {
        for (std::size_t next = syllable; next <= m_syllables.size(); ++next)
            if (matchesFrom(next, typed + 1, end))
                return true;
        return false;
    }
    if (syllable == m_syllables.size())
        return false;
    for (const QByteArray &reading : *m_syllables[syllable]) {
        const char *after = std::mismatch(typed, end, reading.begin(), reading.end(), [](char t, char r) {
                                return t == r || t == '?';
                            }).first;
        for (; after != typed; --after) // the longest first: "xian" is one syllable before it is two
            if (matchesFrom(syllable + 1, after, end))
                return true;
    }
    return false;
}

} // namespace consilium::dicom
