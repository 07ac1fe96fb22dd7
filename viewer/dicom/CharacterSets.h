#pragma once
#include "base/Attributes.h"

#include <QByteArray>
#include <QStringList>

#include <optional>

namespace consilium::dicom
{

/// Turns bytes into Unicode as Specific Character Set (0008,0005) says. PS3.3 C.12.1.1.2, PS3.5 6.1. Single-byte sets,
/// ISO 2022 code extensions (Japanese, Korean, Chinese), UTF-8, GB18030 and GBK.
class CharacterSets
{
public:
    CharacterSets() = default; ///< the default repertoire
    explicit CharacterSets(const QStringList &specificCharacterSet);

    [[nodiscard]] const QStringList &terms() const { return m_terms; } ///< as written
    /// Decodes one element's bytes (all its values, separators included). `personName`: code extensions end at ^ and =
    /// too.
    [[nodiscard]] QString decode(const QByteArray &bytes, bool personName) const;
    /// Why text could not be decoded exactly as declared, empty when all went well: an unknown term, or bytes outside
    /// the set.
    [[nodiscard]] const QString &complaint() const { return m_complaint; }
    /// The bytes of which decode() made this text; nullopt where they cannot be told any more.
    [[nodiscard]] std::optional<QByteArray> bytesOf(const QString &text) const;
    /// The bytes to write for this text; nullopt where the set lacks a letter, is not known or has code extensions.
    [[nodiscard]] std::optional<QByteArray> encode(const QString &text) const;
    /// Latin 1, or nothing that says what bytes above 127 are: what is none of it was taken byte by byte. So does
    /// UTF-8, for text that came through Latin 1 before.
    [[nodiscard]] bool isReadByteByByte() const;

private:
    QString decodeIso2022(const QByteArray &bytes, bool personName) const;
    QString decodeDefault(const QByteArray &bytes) const;

    QStringList m_terms;
    QByteArray m_first;        ///< ICU's name of the first value's set; empty: default repertoire
    bool m_extensions = false; ///< escape sequences may occur
    mutable QString m_complaint;
};

/// Text of a set that ICU knows by this name; nullopt when the bytes are none.
[[nodiscard]] std::optional<QString> decodedAs(const char *icuName, const QByteArray &bytes);
/// Chinese text (GBK) that was declared as Latin 1, or not declared, looks like "ÍõÐ¡¶«". The repaired text when every
/// run of such letters can only be Chinese, else nullopt. `personName` is stricter: a run must not touch ASCII letters
/// ("SÖÖT" stays).
[[nodiscard]] std::optional<QString> repairedChinese(const QString &text, bool personName);

} // namespace consilium::dicom
