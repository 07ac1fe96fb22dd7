#include "app/worklist/WorklistFilter.h"

#include "app/worklist/StudyText.h"

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

QString dicomDate(const QDate &date)
{
    return date.isValid() ? date.toString(u"yyyyMMdd"_s) : QString();
}

bool hasDigit(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
}

bool hasLetter(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetter() || c.isSurrogate(); });
}

// Of "**" one means the same, and some archives do not know that.
QString withoutDoubles(QString pattern)
{
    while (pattern.contains("**"_L1))
        pattern.replace("**"_L1, "*"_L1);
    return pattern;
}

// "wang xiao" finds WANG^XIAODONG: whatever stands between the words.
QString nameToMatch(const QString &text)
{
    return withoutDoubles(u'*' + text.simplified().replace(u' ', u'*').replace(u'^', u'*') + u'*');
}

} // namespace

std::pair<QDate, QDate> WorklistFilter::days(const QDate &today) const
{
    if (period == "today"_L1)
        return {today, today};
    if (period == "yesterday"_L1)
        return {today.addDays(-1), today.addDays(-1)};
    if (period == "custom"_L1)
        return {from, to};
    bool isNumber = false;
    const int count = period.toInt(&isNumber);
    if (isNumber && count > 0)
        return {today.addDays(1 - count), today};
    return {};
}

bool WorklistFilter::operator==(const WorklistFilter &other) const
{
    const auto all = [](const WorklistFilter &f) {
        const dicomweb::StudyQuery &q = f.further;
        return std::tie(f.text, f.period, f.from, f.to, f.modalities, f.archive, f.institution, f.only, f.onlyNames,
                        q.patientName, q.patientId, q.accession, q.studyUid, q.description, q.bodyPart, q.fuzzy,
                        q.patientBirthDate, f.readState);
    };
    return all(*this) == all(other);
}

bool WorklistFilter::isRestricted() const
{
    return !institution.isEmpty() || !readState.isEmpty() || !only.isEmpty() || !text.trimmed().isEmpty() ||
           period != "all"_L1 || !modalities.isEmpty() || !further.studyUid.isEmpty() ||
           !further.description.isEmpty() || !further.bodyPart.isEmpty() || !further.patientName.isEmpty() ||
           !further.patientId.isEmpty() || !further.accession.isEmpty();
}

std::vector<dicomweb::StudyQuery> queries(const WorklistFilter &filter, const QDate &today, int pageSize)
{
    dicomweb::StudyQuery base = filter.further;
    const auto [from, to] = filter.days(today);
    base.dateFrom = dicomDate(from);
    base.dateTo = dicomDate(to);
    base.modalities = filter.modalities;
    base.limit = pageSize;
    base.offset = 0;

    // Wild cards of an input method are those of DICOM.
    const QString text = QString(filter.text).replace(u'＊', u'*').replace(u'？', u'?').trimmed();
    if (QString(text).remove(u'*').trimmed().isEmpty())
        return {base};
    std::vector<dicomweb::StudyQuery> all;
    if (filter.onlyNames || hasLetter(text) || !hasDigit(text)) {
        all.push_back(base);
        all.back().patientName = nameToMatch(text);
    }
    if (!filter.onlyNames && hasDigit(text)) {
        all.push_back(base);
        all.back().patientId = withoutDoubles(text + u'*');
        all.push_back(base);
        all.back().accession = withoutDoubles(text + u'*');
    }
    return all;
}

bool isSoughtInList(const WorklistFilter &filter)
{
    const QString text = filter.text.normalized(QString::NormalizationForm_KC);
    return !filter.institution.isEmpty() || std::any_of(text.begin(), text.end(), [](QChar c) {
        return c.isLetter() && c.script() == QChar::Script_Latin;
    });
}

bool mayAnswer(const WorklistFilter &filter, const QDate &today, const dicom::StudyHeader &study,
               const QString &bodyPart)
{
    const dicomweb::StudyQuery &further = filter.further;
    if (!further.patientName.isEmpty() || !further.patientId.isEmpty() || !further.accession.isEmpty() ||
        !further.description.isEmpty())
        return false; // wildcards are the archive's
    const auto [from, to] = filter.days(today);
    const QDate date = dayOf(study.date);
    if ((from.isValid() && !(date >= from)) || (to.isValid() && !(date.isValid() && date <= to)))
        return false;
    const QStringList modalities = modalityList(study.modalities);
    const auto isWanted = [&](const QString &modality) { return modalities.contains(modality); };
    return (filter.modalities.isEmpty() || std::any_of(filter.modalities.begin(), filter.modalities.end(), isWanted)) &&
           (further.studyUid.isEmpty() || further.studyUid == study.uid.text()) &&
           (further.bodyPart.isEmpty() || further.bodyPart == bodyPart);
}

WorklistFilter filterFor(const dicomweb::StudyQuery &query, const QString &text)
{
    WorklistFilter filter;
    filter.text = text;
    filter.further = query;
    filter.further.patientName.clear();
    filter.further.patientId.clear();
    filter.further.accession.clear();
    // One text field: the first that is set goes into it, others stay as they are.
    const auto intoText = [&](const QString &value, QString &kept) {
        if (value.isEmpty())
            return;
        if (filter.text.isEmpty())
            filter.text = QString(value).remove(u'*').replace(u'^', u' ').trimmed();
        else
            kept = value;
    };
    filter.onlyNames = filter.text.isEmpty() && !query.patientName.isEmpty();
    if (filter.onlyNames)
        filter.text = QString(query.patientName).replace(u'^', u' ').trimmed(); // wild cards mean what they do there
    else
        filter.further.patientName = query.patientName;
    // A text without a digit is looked for among names only: such a number stays apart.
    const auto numberIntoText = [&](const QString &value, QString &kept) {
        if (hasDigit(value))
            intoText(value, kept);
        else
            kept = value;
    };
    numberIntoText(query.patientId, filter.further.patientId);
    numberIntoText(query.accession, filter.further.accession);
    filter.modalities = query.modalities;
    if (!query.dateFrom.isEmpty() || !query.dateTo.isEmpty()) {
        filter.period = u"custom"_s;
        filter.from = QDate::fromString(query.dateFrom, u"yyyyMMdd"_s);
        filter.to = QDate::fromString(query.dateTo, u"yyyyMMdd"_s);
    }
    return filter;
}

} // namespace consilium::app
