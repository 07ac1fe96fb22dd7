#include "app/worklist/QuickFilter.h"

#include <QStringList>

#include <algorithm>

namespace consilium::app
{

using namespace Qt::StringLiterals;

QuickKey QuickKey::of(const dicom::StudyHeader &study)
{
    const dicom::PersonName &name = study.patient.name;
    const QString all = QStringList{name.alphabetic,  name.ideographic, name.phonetic,
                                    study.patient.id, study.accession,  study.description}
                            .join(u'\n');
    const QString &chinese = name.ideographic.isEmpty() ? name.alphabetic : name.ideographic;
    return {all.normalized(QString::NormalizationForm_KC).toCaseFolded(), dicom::Pinyin::of(chinese),
            dicom::Pinyin::of(name.ideographic.isEmpty() ? QString() : name.alphabetic)};
}

QuickFilter::QuickFilter(const QString &text)
{
    const QString plain = QString(text).replace(u'^', u' ').normalized(QString::NormalizationForm_KC).simplified();
    for (const QString &word : plain.split(u' ', Qt::SkipEmptyParts))
        m_words.push_back({word.toCaseFolded(), dicom::Pinyin::fold(word)});
    m_together = m_words.size() > 1 ? dicom::Pinyin::fold(QString(plain).remove(u' ')) : QByteArray();
}

bool QuickFilter::matches(const QuickKey &key) const
{
    if (!m_together.isEmpty() && (key.ideographic.matches(m_together) || key.alphabetic.matches(m_together)))
        return true;
    return std::all_of(m_words.begin(), m_words.end(), [&](const Word &word) {
        return key.folded.contains(word.folded) || key.ideographic.matches(word.latin) ||
               key.alphabetic.matches(word.latin);
    });
}

} // namespace consilium::app
