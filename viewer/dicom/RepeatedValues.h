#pragma once
#include "base/Attributes.h"
#include "viewer/dicom/CharacterSets.h"

#include <QByteArrayView>
#include <QStringList>

#include <array>
#include <vector>

namespace consilium::dicom
{

/// Texts and numbers that come again in file after file of a series: who reads many files makes strings of them once,
/// and all that is described from them shares these. Of what was read last; small. One thread at a time.
class RepeatedValues
{
public:
    RepeatedValues();

    /// What setValue() made of such bytes (little endian) before; null: it has to be done. Valid until the next keep().
    [[nodiscard]] const QStringList *find(Vr vr, QByteArrayView bytes, const CharacterSets &set) const;
    void keep(Vr vr, QByteArrayView bytes, const CharacterSets &set, const QStringList &values);

    /// CharacterSets(terms), which most files of a folder have in common.
    [[nodiscard]] const CharacterSets &setOf(const QStringList &terms);

private:
    static constexpr qsizetype longest = 112; ///< bytes of a value that is kept: six decimals and their separators
    struct Entry {
        std::array<char, std::size_t(longest)> bytes{};
        qsizetype length = 0; ///< 0: nothing is kept here
        Vr vr{};
        bool dependsOnSet = false;
        QStringList terms; ///< of that character set
        QStringList values;
    };
    [[nodiscard]] static std::size_t placeOf(Vr vr, QByteArrayView bytes);

    std::vector<Entry> m_entries; ///< two for each place
    std::size_t m_next = 0;       ///< which of the two gives way
    CharacterSets m_set;
};

} // namespace consilium::dicom
