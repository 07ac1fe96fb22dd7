#pragma once
#include <QByteArray>
#include <QString>

#include <memory>
#include <vector>

namespace consilium::dicom
{

/// How a name may be typed with Latin letters: 张三 as "zhangsan", "zs", "zhangs" or "zsan", "ZHANG SAN" likewise.
/// Characters with several readings have all of them, so that a surname is found by its own (单 Shan, 曾 Zeng, 仇 Qiu,
/// 解 Xie, 查 Zha) and by the usual one. Tones are left out; ü is v, u or yu. Made once a name; any thread.
class Pinyin
{
public:
    Pinyin() = default;
    /// Han characters are syllables, and so is each word of letters; everything else parts them.
    [[nodiscard]] static Pinyin of(const QString &name);

    /// `typed` (small letters a to z, as fold() gives it) begins at one of the syllables and goes on through the
    /// following ones with at least a letter of each. '?' is any letter, '*' any rest of a syllable and any syllables
    /// after it ("zh*s"). An empty text matches nothing.
    [[nodiscard]] bool matches(const QByteArray &typed) const;
    /// What was typed, as matches() wants it; empty when it holds anything but Latin letters, apostrophes, hyphens and
    /// the wild cards of DICOM (PS3.4 C.2.2.2.4), or no letter at all.
    [[nodiscard]] static QByteArray fold(const QString &typed);

    /// `latin` is the whole name read aloud and written in full, as "Li Si", "LISI" or "Lǐ Sì" are of 李四: every
    /// syllable in its place, by any of its readings. What is written in another order or system (Wade-Giles,
    /// Cantonese), shortened or longer is not. False of an empty name.
    [[nodiscard]] bool spells(const QString &latin) const;

    [[nodiscard]] bool isEmpty() const { return m_syllables.empty(); }

private:
    using Readings = std::vector<QByteArray>;
    [[nodiscard]] bool matchesFrom(std::size_t syllable, const char *typed, const char *end) const;
    static std::shared_ptr<const Readings> readingsOf(char32_t character);

    std::vector<std::shared_ptr<const Readings>> m_syllables; ///< those of a character are shared by all names
};

} // namespace consilium::dicom
