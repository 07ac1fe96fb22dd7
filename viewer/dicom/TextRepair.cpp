#include "viewer/dicom/TextRepair.h"

#include "viewer/dicom/CharacterSets.h"
#include "viewer/dicom/DicomFile.h"
#include "viewer/dicom/VrSet.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace consilium::dicom
{

namespace
{

constexpr int deepest = 6, mostItems = 4096;
constexpr quint16 functionalGroups = 0x5200; ///< hold no text for people, and thousands of items

bool isHigh(char byte)
{
    return (byte & 0x80) != 0;
}

bool isTextVr(Vr vr)
{
    static constexpr VrSet text("PNLOSHSTLTUCUT");
    return text.contains(vr);
}

bool isAsciiLetter(QChar c)
{
    return c.unicode() < 0x80 && c.isLetter();
}

/// What bytes are when they are read as UTF-8.
struct AsUtf8 {
    std::optional<QString> text; ///< nullopt: they are none
    int wide = 0;                ///< characters of three bytes and more
    int han = 0;                 ///< of these Chinese ones
    bool isWestern = false;      ///< all are letters of Latin 1, next to ASCII letters: "Müller"
};

AsUtf8 asUtf8(const QByteArray &bytes)
{
    AsUtf8 result;
    std::optional<QString> text = decodedAs("utf-8", bytes);
    if (!text)
        return result;
    bool isWestern = true, touches = false;
    for (qsizetype i = 0; i < text->size(); ++i) {
        const QChar c = text->at(i);
        if (c.unicode() < 0x80)
            continue;
        const bool isPair = c.isHighSurrogate();
        const auto category = isPair ? QChar::Letter_Other : c.category();
        if (category == QChar::Other_NotAssigned || category == QChar::Other_PrivateUse ||
            category == QChar::Other_Control)
            return result;
        result.wide += c.unicode() >= 0x800 && !c.isLowSurrogate() ? 1 : 0;
        result.han += isPair || c.script() == QChar::Script_Han ? 1 : 0;
        isWestern = isWestern && c.unicode() >= 0xC0 && c.unicode() <= 0xFF && c.isLetter();
        touches = touches || (i > 0 && isAsciiLetter(text->at(i - 1))) ||
                  (i + 1 < text->size() && isAsciiLetter(text->at(i + 1)));
    }
    result.isWestern = isWestern && touches;
    result.text = std::move(text);
    return result;
}

/// Bytes of a file that holds GBK elsewhere. A second byte that is ASCII counts beside other Chinese only: "Ödem" is
/// none.
std::optional<QString> likelyGbk(const QByteArray &bytes)
{
    bool wasHighPair = false;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        if (!isHigh(bytes[i])) {
            wasHighPair = false;
            continue;
        }
        if (i + 1 >= bytes.size())
            return std::nullopt;
        const bool isHighPair = isHigh(bytes[i + 1]);
        const bool goesOn = i + 3 < bytes.size() && isHigh(bytes[i + 2]) && isHigh(bytes[i + 3]);
        if (!isHighPair && !wasHighPair && !goesOn)
            return std::nullopt;
        wasHighPair = isHighPair;
        ++i;
    }
    return decodedAs("gb18030", bytes);
}

/// One text of the file that ASCII does not hold.
struct Doubted {
    bool isLatin = false; ///< read byte by byte: it may be Chinese, too
    AsUtf8 utf8;
    std::optional<QString> surelyGbk; ///< by itself
    std::optional<QString> likelyGbk; ///< where others are
    [[nodiscard]] bool isSurelyUtf8() const
    {
        return utf8.text && (isLatin ? utf8.wide > 1 || (utf8.wide == 1 && !surelyGbk) : utf8.han > 1);
    }
};

std::optional<Doubted> doubt(const CharacterSets &declared, const QString &text, bool isPersonName)
{
    const auto isAscii = [](QChar c) { return c.unicode() < 0x80; };
    if (std::all_of(text.cbegin(), text.cend(), isAscii))
        return std::nullopt;
    const std::optional<QByteArray> bytes = declared.bytesOf(text);
    if (!bytes || std::none_of(bytes->cbegin(), bytes->cend(), isHigh))
        return std::nullopt;
    Doubted result;
    result.isLatin = declared.isReadByteByByte();
    result.utf8 = asUtf8(*bytes);
    if (result.isLatin) {
        result.surelyGbk = repairedChinese(QString::fromLatin1(*bytes), isPersonName);
        result.likelyGbk = likelyGbk(*bytes);
    }
    return result;
}

/// What the texts of a file prove.
struct Evidence {
    bool isUtf8 = false, isGbk = false, isWesternUtf8 = false;
    void add(const Doubted &text)
    {
        isUtf8 = isUtf8 || text.isSurelyUtf8();
        isGbk = isGbk || (text.surelyGbk && !text.isSurelyUtf8());
        isWesternUtf8 = isWesternUtf8 || (text.isLatin && text.utf8.isWestern && !text.surelyGbk);
    }
    [[nodiscard]] bool isAny() const { return isUtf8 || isGbk || isWesternUtf8; }
};

class Judge
{
public:
    explicit Judge(const Attributes &header)
    {
        look(header, CharacterSets(header.texts(tags::SpecificCharacterSet)), 0);
    }

    [[nodiscard]] bool findsAnything() const { return m_evidence.isAny(); }
    [[nodiscard]] Attributes repair(const Attributes &header)
    {
        return repaired(header, CharacterSets(header.texts(tags::SpecificCharacterSet)), 0);
    }
    [[nodiscard]] QStringList what() const
    {
        QStringList all;
        if (m_utf8)
            all << u"charset: UTF-8 text declared or delivered as another character set"_s;
        if (m_gbk)
            all << u"charset: GBK text declared or delivered as another character set"_s;
        return all;
    }

private:
    static bool holdsText(Tag tag, const Attribute &attribute)
    {
        return isTextVr(attribute.vr) && !(tag == tags::PatientId) && tag.group % 2 == 0;
    }
    bool mayEnter(Tag tag, const Attribute &attribute, int depth)
    {
        if (attribute.items.empty() || tag.group == functionalGroups || depth >= deepest)
            return false;
        m_items += int(attribute.items.size());
        return m_items <= mostItems;
    }
    static CharacterSets setOf(const Attributes &item, const CharacterSets &outer)
    {
        return item.contains(tags::SpecificCharacterSet) ? CharacterSets(item.texts(tags::SpecificCharacterSet))
                                                         : outer;
    }

    void look(const Attributes &header, const CharacterSets &declared, int depth)
    {
        for (const auto &[tag, attribute] : header.elements()) {
            if (holdsText(tag, attribute))
                for (const QString &value : attribute.values)
                    if (const auto text = doubt(declared, value, attribute.vr == Vr{'P', 'N'}))
                        m_evidence.add(*text);
            if (mayEnter(tag, attribute, depth))
                for (const Attributes &item : attribute.items)
                    look(item, setOf(item, declared), depth + 1);
        }
        if (depth == 0)
            m_items = 0;
    }
    Attributes repaired(const Attributes &header, const CharacterSets &declared, int depth)
    {
        Attributes result = header;
        for (const auto &[tag, attribute] : header.elements()) {
            Attribute better = attribute;
            bool isChanged = false;
            for (QString &value : better.values) {
                if (!holdsText(tag, attribute))
                    break;
                const auto text = doubt(declared, value, attribute.vr == Vr{'P', 'N'});
                const std::optional<QString> right = text ? rightOf(*text) : std::nullopt;
                isChanged = isChanged || (right && *right != value);
                value = right.value_or(value);
            }
            if (mayEnter(tag, attribute, depth)) {
                isChanged = true;
                for (Attributes &item : better.items)
                    item = repaired(item, setOf(item, declared), depth + 1);
            }
            if (isChanged)
                result.set(tag, std::move(better));
        }
        return result;
    }
    std::optional<QString> utf8(const Doubted &text)
    {
        m_utf8 = m_utf8 || text.utf8.text;
        return text.utf8.text;
    }
    std::optional<QString> gbk(const std::optional<QString> &text)
    {
        m_gbk = m_gbk || text;
        return text;
    }
    /// By what it is itself, else by what the others are, where these agree.
    std::optional<QString> rightOf(const Doubted &text)
    {
        if (text.isSurelyUtf8())
            return utf8(text);
        if (text.surelyGbk)
            return gbk(text.surelyGbk);
        if (m_evidence.isGbk)
            return m_evidence.isUtf8 ? std::nullopt : gbk(text.likelyGbk);
        const bool isUtf8 = m_evidence.isUtf8 || (m_evidence.isWesternUtf8 && text.isLatin);
        return isUtf8 ? utf8(text) : std::nullopt;
    }

    Evidence m_evidence;
    int m_items = 0;
    bool m_utf8 = false, m_gbk = false;
};

bool declaresSetBelow(const Attributes &header)
{
    const auto &all = header.elements();
    return std::any_of(all.begin(), all.end(), [](const auto &element) {
        const std::vector<Attributes> &items = element.second.items;
        return std::any_of(items.begin(), items.end(), [](const Attributes &item) {
            return item.contains(tags::SpecificCharacterSet) || declaresSetBelow(item);
        });
    });
}

/// Asked of every header, and answered for most by what their texts are made of: ASCII is the same in every set, and
/// letters that no byte holds were not read byte by byte.
bool mayBeWrong(const Attributes &header)
{
    const Attributes::Letters letters = header.letters();
    if (letters.latin1 || !letters.wide)
        return letters.latin1;
    return !CharacterSets(header.texts(tags::SpecificCharacterSet)).isReadByteByByte() || declaresSetBelow(header);
}

} // namespace

std::optional<Attributes> repairedTexts(const Attributes &header)
{
    if (header.areTextsJudged() || !mayBeWrong(header))
        return std::nullopt;
    Judge judge(header);
    if (!judge.findsAnything())
        return std::nullopt;
    Attributes result = judge.repair(header);
    if (judge.what().isEmpty())
        return std::nullopt;
    QStringList repairs = header.texts(readRepairs);
    // One line of its kind is enough, and this one says more.
    repairs.removeIf([](const QString &what) { return what.startsWith("charset"_L1); });
    result.setText(readRepairs, "LO", repairs + judge.what());
    return result;
}

} // namespace consilium::dicom
