#include "app/worklist/StudyText.h"

#include <QCoreApplication>
#include <QDate>
#include <QRegularExpression>

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
    const QDate born = QDate::fromString(birthDate, u"yyyyMMdd"_s);
    const QDate day = QDate::fromString(studyDate, u"yyyyMMdd"_s);
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
    const QDate day = QDate::fromString(date, u"yyyyMMdd"_s);
    if (!day.isValid())
        return date;
    const QTime clock = QTime::fromString(time.left(4), u"hhmm"_s);
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

QString shortName(const dicom::PersonName &name)
{
    return name.ideographic.isEmpty() ? name.alphabetic : name.ideographic;
}

QString orDash(const QString &text)
{
    return text.isEmpty() ? u"—"_s : text;
}

} // namespace consilium::app
