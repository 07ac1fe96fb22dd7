#include "app/worklist/StudyText.h"

#include <QCoreApplication>
#include <QDate>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

class Text
{
    Q_DECLARE_TR_FUNCTIONS(StudyText)
};

QString sexText(const QString &sex)
{
    if (sex == "M"_L1)
        return Text::tr("M", "sex: male");
    if (sex == "F"_L1)
        return Text::tr("F", "sex: female");
    return sex == "O"_L1 ? Text::tr("other", "sex") : QString();
}

// Age String (PS3.5 6.2): nnnD, nnnW, nnnM or nnnY.
QString writtenAge(const QString &age)
{
    static const QRegularExpression form(u"^([0-9]{1,3})([DWMY])$"_s);
    const auto match = form.match(age);
    if (!match.hasMatch())
        return {};
    const int count = match.captured(1).toInt();
    switch (match.captured(2).at(0).unicode()) {
    case 'D':
        return Text::tr("%1 d", "age in days").arg(count);
    case 'W':
        return Text::tr("%1 wk", "age in weeks").arg(count);
    case 'M':
        return Text::tr("%1 mo", "age in months").arg(count);
    default:
        return QString::number(count);
    }
}

QString ageOn(const QString &birthDate, const QString &studyDate)
{
    const QDate born = dayOf(birthDate), day = dayOf(studyDate);
    if (!born.isValid() || !day.isValid() || day < born)
        return {};
    int months = (day.year() - born.year()) * 12 + day.month() - born.month();
    if (day.day() < born.day())
        --months;
    return months < 24 ? Text::tr("%1 mo", "age in months").arg(months) : QString::number(months / 12);
}

} // namespace

QString sexAndAge(const dicom::PatientIdentity &patient, const QString &studyDate)
{
    const QString written = writtenAge(patient.age);
    const QString age = written.isEmpty() ? ageOn(patient.birthDate, studyDate) : written;
    return orDash(QStringList{sexText(patient.sex), age}.join(u' ').trimmed());
}

QString dateAndTime(const QString &date, const QString &time)
{
    if (date.isEmpty())
        return orDash({});
    const QDate day = dayOf(date);
    if (!day.isValid())
        return date;
    const QTime clock = QTime::fromString(QString(time).remove(u':').left(4), u"hhmm"_s);
    const QString text = day.toString(u"yyyy-MM-dd"_s);
    return clock.isValid() ? text + u' ' + clock.toString(u"HH:mm"_s) : text;
}

QStringList modalityList(const QString &modalities)
{
    static const QRegularExpression separator(u"[^A-Z0-9_]+"_s);
    QStringList all = modalities.split(separator, Qt::SkipEmptyParts);
    all.removeDuplicates();
    return all;
}

QStringList byWeight(QStringList modalities)
{
    // What is not named here stands between the images and the rest.
    static const QStringList first{u"PT"_s, u"NM"_s, u"MR"_s, u"CT"_s, u"XA"_s,
                                   u"RF"_s, u"MG"_s, u"US"_s, u"DX"_s, u"CR"_s};
    static const QStringList last{u"OT"_s,  u"SC"_s,  u"RTPLAN"_s, u"RTSTRUCT"_s, u"RTDOSE"_s, u"SEG"_s,
                                  u"REG"_s, u"DOC"_s, u"SR"_s,     u"KO"_s,       u"PR"_s};
    const auto weight = [](const QString &modality) {
        if (const auto place = first.indexOf(modality); place >= 0)
            return place;
        return first.size() + 1 + last.indexOf(modality); // -1: before all of these
    };
    std::stable_sort(modalities.begin(), modalities.end(),
                     [&](const QString &a, const QString &b) { return weight(a) < weight(b); });
    return modalities;
}

QString shortName(const dicom::PersonName &name)
{
    return name.ideographic.isEmpty() ? name.alphabetic : name.ideographic;
}

QString orDash(const QString &text)
{
    return text.isEmpty() ? u"—"_s : text;
}

} // namespace consilium::app
