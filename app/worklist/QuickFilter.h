#pragma once
#include "viewer/dicom/Pinyin.h"
#include "viewer/dicom/StudyModel.h"

#include <QRegularExpression>
#include <QString>

#include <vector>

namespace consilium::app
{

/// What a study is found by in the list that is there, prepared once a study.
struct QuickKey {
    QString folded; ///< names, patient ID, accession number, description in small letters, one a line
    dicom::Pinyin ideographic, alphabetic;
    QString names; ///< of the first the names alone

    [[nodiscard]] static QuickKey of(const dicom::StudyHeader &study);
};

/// A text as typed: every word must stand in a name, patient ID, accession number or description, or be the pinyin of a
/// name. The wild cards of DICOM mean what they mean to an archive: '?' one character, '*' any.
class QuickFilter
{
public:
    explicit QuickFilter(const QString &text = {});
    [[nodiscard]] bool isEmpty() const { return m_words.empty(); }
    /// `onlyNames`: every word must stand in a name.
    [[nodiscard]] bool matches(const QuickKey &key, bool onlyNames = false) const;

private:
    struct Word {
        QString folded;
        QByteArray latin;
        QRegularExpression pattern = {}; ///< where there are wild cards; else empty

        [[nodiscard]] bool stands(const QString &text) const
        {
            return pattern.pattern().isEmpty() ? text.contains(folded) : pattern.match(text).hasMatch();
        }
    };
    std::vector<Word> m_words;
    QByteArray m_together; ///< "zhang san" as one
};

} // namespace consilium::app
