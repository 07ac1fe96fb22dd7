#include "app/worklist/QuickFilter.h"

#include <QStringList>

#include <algorithm>

namespace consilium::app
{

using namespace Qt::StringLiterals;

QuickKey QuickKey::of(const dicom::StudyHeader &study)
{
    const dicom::PersonName &name = study.patient.name;
    const auto folded = [](const QStringList &lines) {
        return lines.join(u'\n').normalized(QString::NormalizationForm_KC).toCaseFolded();
    };
    const QStringList names{name.alphabetic, name.ideographic, name.phonetic};
    const QString &chinese = name.ideographic.isEmpty() ? name.alphabetic : name.ideographic;
    return {folded(names + QStringList{study.patient.id, study.accession, study.description}),
            dicom::Pinyin::of(chinese), dicom::Pinyin::of(name.ideographic.isEmpty() ? QString() : name.alphabetic),
            folded(names)};
}

namespace
{

// Within one of the lines that a study is found by; empty: no wild cards.
QRegularExpression patternOf(const QString &word)
{
    if (!word.contains(u'*') && !word.contains(u'?'))
        return {};
    QString pattern;
    for (const QChar c : word)
        pattern += c == u'*' ? u"[^\\n]*?"_s : c == u'?' ? u"[^\\n]"_s : QRegularExpression::escape(QString(c));
    return QRegularExpression(pattern);
}

} // namespace

QuickFilter::QuickFilter(const QString &text)
{
    const QString plain = QString(text).replace(u'^', u' ').normalized(QString::NormalizationForm_KC).simplified();
    for (const QString &word : plain.split(u' ', Qt::SkipEmptyParts)) {
        if (std::all_of(word.begin(), word.end(), [](QChar c) { return c == u'*'; }))
            continue; // anything
        m_words.push_back({word.toCaseFolded(), dicom::Pinyin::fold(word), patternOf(word.toCaseFolded())});
    }
    m_together = m_words.size() > 1 ? dicom::Pinyin::fold(QString(plain).remove(u' ')) : QByteArray();
}

bool QuickFilter::matches(const QuickKey &key, bool onlyNames) const
{
    if (!m_together.isEmpty() && (key.ideographic.matches(m_together) || key.alphabetic.matches(m_together)))
        return true;
    return std::all_of(m_words.begin(), m_words.end(), [&](const Word &word) {
        return word.stands(onlyNames ? key.names : key.folded) || key.ideographic.matches(word.latin) ||
               key.alphabetic.matches(word.latin);
    });
}

} // namespace consilium::app
