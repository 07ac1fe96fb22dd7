#include "netclient/dicomweb/QueryText.h"

#include <QRegularExpression>

#include <algorithm>

namespace consilium::dicomweb
{

namespace
{

// What may stand in a query as it is (RFC 3986 3.4) and means nothing else there.
bool isPlain(QChar c)
{
    const char16_t u = c.unicode();
    const bool alphanumeric = (u >= u'a' && u <= u'z') || (u >= u'A' && u <= u'Z') || (u >= u'0' && u <= u'9');
    return alphanumeric || (u < 128 && QLatin1String("-._~*?,:@/").contains(c));
}

bool allPlain(const QString &text)
{
    return std::all_of(text.cbegin(), text.cend(), isPlain);
}

} // namespace

bool needsEncoding(const StudyQuery &query)
{
    return !allPlain(query.patientName) || !allPlain(query.patientId) || !allPlain(query.accession) ||
           !allPlain(query.description) || !allPlain(query.bodyPart);
}

QString plainPattern(const QString &text)
{
    QString pattern;
    for (const QChar c : text) {
        if (isPlain(c))
            pattern += c;
        else if (!pattern.endsWith(QLatin1Char('*')))
            pattern += QLatin1Char('*');
    }
    return pattern;
}

bool matchesWildcard(const QString &pattern, const QString &value)
{
    QString expression = QRegularExpression::escape(pattern.normalized(QString::NormalizationForm_C));
    expression.replace(QLatin1String("\\*"), QLatin1String(".*")).replace(QLatin1String("\\?"), QLatin1String("."));
    const QRegularExpression regular(QRegularExpression::anchoredPattern(expression),
                                     QRegularExpression::CaseInsensitiveOption |
                                         QRegularExpression::DotMatchesEverythingOption |
                                         QRegularExpression::UseUnicodePropertiesOption);
    const QString normalised = value.normalized(QString::NormalizationForm_C);
    if (regular.match(normalised).hasMatch())
        return true;
    const QStringList groups = normalised.split(QLatin1Char('='));
    return groups.size() > 1 && std::any_of(groups.cbegin(), groups.cend(),
                                            [&](const QString &group) { return regular.match(group).hasMatch(); });
}

bool matchesTexts(const StudyQuery &query, const Attributes &study)
{
    const auto matches = [&](const QString &pattern, Tag tag) {
        return pattern.trimmed().isEmpty() || matchesWildcard(pattern.trimmed(), study.text(tag));
    };
    return matches(query.patientName, tags::PatientName) && matches(query.patientId, tags::PatientId) &&
           matches(query.accession, tags::AccessionNumber) && matches(query.description, tags::StudyDescription);
}

} // namespace consilium::dicomweb
