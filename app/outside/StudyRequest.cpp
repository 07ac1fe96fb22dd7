#include "app/outside/StudyRequest.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QTimeZone>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

class Text
{
    Q_DECLARE_TR_FUNCTIONS(consilium::app::StudyRequest)
};

constexpr qsizetype longestLink = 4096, longestNumber = 64;
constexpr int mostStudies = 12;

tl::unexpected<Error> refuse(const QString &sentence)
{
    return fail(ErrorCode::InvalidArgument, sentence);
}

bool isUid(const QString &text)
{
    static const QRegularExpression form(u"^[0-9]+(\\.[0-9]+)*$"_s);
    return text.size() <= 64 && form.match(text).hasMatch();
}

// Wild cards would find everybody; control characters and backslashes mean several values.
bool isNumber(const QString &text)
{
    return !text.isEmpty() && text.size() <= longestNumber && text.isValidUtf16() &&
           std::none_of(text.begin(), text.end(), [](QChar c) {
               return c == u'*' || c == u'?' || c == u'\\' || c.category() == QChar::Other_Control ||
                      c.category() == QChar::Other_Format;
           });
}

QStringList numbersOf(const QString &list)
{
    QStringList numbers;
    for (const QString &part : list.split(u',', Qt::SkipEmptyParts))
        if (const QString number = part.trimmed(); !number.isEmpty() && !numbers.contains(number))
            numbers << number;
    return numbers;
}

bool areNumbers(const QString &list)
{
    const QStringList numbers = numbersOf(list);
    return !numbers.isEmpty() && std::all_of(numbers.begin(), numbers.end(), isNumber);
}

using Parameters = std::map<QString, QString>;

// Each once: which of two contradicting numbers counts would be a guess.
Result<Parameters> parametersOf(const QUrlQuery &query)
{
    Parameters parameters;
    for (const auto &[name, value] : query.queryItems(QUrl::FullyDecoded)) {
        const QString text = value.trimmed();
        const auto [it, isNew] = parameters.try_emplace(name.toLower(), text);
        if (!isNew && it->second != text)
            return refuse(Text::tr("The link says the same thing twice, and differently."));
    }
    return parameters;
}

QString valueOf(const Parameters &parameters, const char *name)
{
    const auto it = parameters.find(QString::fromLatin1(name).toLower());
    return it != parameters.end() ? it->second : QString();
}

// XML dateTime or date, as the profile says, or the digits of a DICOM DT. An end that names only a day means all of it.
std::optional<QDateTime> parseTime(const QString &text, bool isUpper)
{
    static const QRegularExpression digits(u"^([0-9]{8})([0-9]{2})?([0-9]{2})?([0-9]{2})?$"_s);
    static const QRegularExpression day(u"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"_s);
    const QTime whole = isUpper ? QTime(23, 59, 59, 999) : QTime(0, 0);
    if (const auto match = digits.match(text); match.hasMatch()) {
        const QDate date = QDate::fromString(match.captured(1), u"yyyyMMdd"_s);
        const auto part = [&](int i, int otherwise) {
            return match.captured(i).isEmpty() ? otherwise : match.captured(i).toInt();
        };
        const QTime time(part(2, whole.hour()), part(3, whole.minute()), part(4, whole.second()), whole.msec());
        return date.isValid() && time.isValid() ? std::optional(QDateTime(date, time)) : std::nullopt;
    }
    if (day.match(text).hasMatch()) {
        const QDate date = QDate::fromString(text, Qt::ISODate);
        return date.isValid() ? std::optional(QDateTime(date, whole)) : std::nullopt;
    }
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    return time.isValid() && text.contains(u'T') ? std::optional(time.toLocalTime()) : std::nullopt;
}

Result<void> readTimes(const Parameters &parameters, StudyRequest &request)
{
    for (const bool isUpper : {false, true}) {
        const QString text = valueOf(parameters, isUpper ? "upperDateTime" : "lowerDateTime");
        if (text.isEmpty())
            continue;
        const auto time = parseTime(text, isUpper);
        if (!time)
            return refuse(Text::tr("The link has a time that cannot be read."));
        (isUpper ? request.to : request.from) = *time;
    }
    if (request.from.isValid() && request.to.isValid() && request.to < request.from)
        return refuse(Text::tr("The link asks for a time that ends before it begins."));
    return {};
}

// "4711" or, as HL7 writes it, "4711^^^HOSPITAL&1.2.3&ISO".
Result<void> readPatient(const Parameters &parameters, StudyRequest &request)
{
    const QString text = valueOf(parameters, "patientID");
    if (text.isEmpty())
        return {};
    const QStringList parts = text.split(u'^');
    request.patientId = parts[0].trimmed();
    request.issuer = parts.value(3).section(u'&', 0, 0).trimmed();
    if (!isNumber(request.patientId) || (!request.issuer.isEmpty() && !isNumber(request.issuer)))
        return refuse(Text::tr("The link has a patient ID that cannot be one."));
    return {};
}

Result<void> readStudies(const Parameters &parameters, StudyRequest &request)
{
    const QString uids = valueOf(parameters, "studyUID");
    for (const QString &uid : uids.split(u',', Qt::SkipEmptyParts)) {
        if (!isUid(uid.trimmed()))
            return refuse(Text::tr("The link has a study number that cannot be one."));
        const StudyUid study(uid.trimmed());
        if (std::find(request.studies.begin(), request.studies.end(), study) == request.studies.end())
            request.studies.push_back(study);
    }
    if (request.studies.size() > mostStudies)
        return refuse(Text::tr("The link asks for more than %1 studies.").arg(mostStudies));
    request.accession = valueOf(parameters, "accessionNumber");
    if (!request.accession.isEmpty() && !areNumbers(request.accession))
        return refuse(Text::tr("The link has an accession number that cannot be one."));
    if (numbersOf(request.accession).size() > mostStudies)
        return refuse(Text::tr("The link asks for more than %1 studies.").arg(mostStudies));
    return {};
}

Result<void> readRest(const Parameters &parameters, StudyRequest &request)
{
    const QString recent = valueOf(parameters, "mostRecentResults");
    if (!recent.isEmpty()) {
        bool isInteger = false;
        request.mostRecent = recent.toInt(&isInteger);
        if (!isInteger || request.mostRecent < 1 || request.mostRecent > 10'000)
            return refuse(Text::tr("The link asks for a number of studies that cannot be."));
    }
    static const QRegularExpression modality(u"^[A-Z0-9_]{2,16}$"_s);
    for (const QString &text : valueOf(parameters, "modalitiesInStudy").split(u',', Qt::SkipEmptyParts)) {
        const QString upper = text.trimmed().toUpper();
        if (!modality.match(upper).hasMatch() || request.modalities.size() >= 20)
            return refuse(Text::tr("The link names a modality that cannot be one."));
        if (!request.modalities.contains(upper))
            request.modalities << upper;
    }
    request.keyImagesOnly = valueOf(parameters, "keyImagesOnly").compare("true"_L1, Qt::CaseInsensitive) == 0;
    return {};
}

Result<StudyRequest::Kind> kindOf(const Parameters &parameters)
{
    const QString type = valueOf(parameters, "requestType").toUpper();
    if (type == "PATIENT"_L1)
        return StudyRequest::Kind::Patient;
    if (type == "STUDY"_L1 || type.isEmpty())
        return StudyRequest::Kind::Study;
    return refuse(Text::tr("The link asks for something that this program does not know."));
}

Result<void> checkWhole(const StudyRequest &request)
{
    if (request.kind == StudyRequest::Kind::Patient && request.patientId.isEmpty())
        return refuse(Text::tr("The link names no patient."));
    if (request.kind == StudyRequest::Kind::Study && request.studies.empty() && request.accession.isEmpty())
        return refuse(Text::tr("The link must name a study by its UID or by its accession number."));
    return {};
}

QDateTime timeOf(const dicom::StudyHeader &study, bool isUpper)
{
    const QString digits = study.date + (study.date.size() == 8 ? study.time.left(6) : QString());
    return parseTime(digits, isUpper).value_or(QDateTime());
}

bool isWithin(const StudyRequest &request, const dicom::StudyHeader &study)
{
    // Without a time of its own a study may lie anywhere in its day.
    const QDateTime first = timeOf(study, false), last = timeOf(study, true);
    return (!request.from.isValid() || !last.isValid() || last >= request.from) &&
           (!request.to.isValid() || !first.isValid() || first <= request.to);
}

bool isOfPatient(const StudyRequest &request, const dicom::StudyHeader &study)
{
    const dicom::PatientIdentity &patient = study.patient;
    return request.patientId.isEmpty() || (patient.id.trimmed() == request.patientId &&
                                           (request.issuer.isEmpty() || patient.issuer.trimmed().isEmpty() ||
                                            patient.issuer.trimmed() == request.issuer));
}

bool hasModality(const StudyRequest &request, const dicom::StudyHeader &study)
{
    static const QRegularExpression separators(u"[\\\\/, ]+"_s);
    const QStringList has = study.modalities.toUpper().split(separators, Qt::SkipEmptyParts);
    return request.modalities.isEmpty() || has.isEmpty() ||
           std::any_of(has.begin(), has.end(), [&](const QString &one) { return request.modalities.contains(one); });
}

// A number may have a comma of its own.
bool isOneOf(const QString &accession, const StudyRequest &request)
{
    return accession == request.accession || numbersOf(request.accession).contains(accession);
}

bool isNamed(const StudyRequest &request, const dicom::StudyHeader &study)
{
    if (request.kind == StudyRequest::Kind::Patient)
        return true;
    if (!request.studies.empty())
        return std::find(request.studies.begin(), request.studies.end(), study.uid) != request.studies.end();
    return isOneOf(study.accession.trimmed(), request);
}

// A link that names several studies by UID may name their numbers in one list as well.
bool hasAccession(const StudyRequest &request, const dicom::StudyHeader &study)
{
    const QString has = study.accession.trimmed();
    return request.studies.empty() || request.accession.isEmpty() || has.isEmpty() || isOneOf(has, request);
}

// Its beginning says who made it, its end tells it from the others.
QString shortened(const StudyUid &study)
{
    constexpr qsizetype side = 12;
    const QString &text = study.text();
    return text.size() <= 2 * side + 1 ? text : text.left(side) + u'…' + text.right(side);
}

// A whole day is named by its day alone.
QString timeText(const QDateTime &time, const QTime &whole)
{
    return time.toString(time.time() == whole ? u"yyyy-MM-dd"_s : u"yyyy-MM-dd HH:mm"_s);
}

// What of a patient's studies is asked for.
QStringList filtersOf(const StudyRequest &request)
{
    QStringList parts;
    if (!request.modalities.isEmpty())
        parts << Text::tr("modality %1").arg(request.modalities.join(u'/'));
    const QString from = timeText(request.from, QTime(0, 0)), to = timeText(request.to, QTime(23, 59, 59, 999));
    if (request.from.isValid() && request.to.isValid())
        parts << Text::tr("from %1 to %2").arg(from, to);
    else if (request.from.isValid())
        parts << Text::tr("since %1").arg(from);
    else if (request.to.isValid())
        parts << Text::tr("until %1").arg(to);
    if (request.mostRecent > 0)
        parts << Text::tr("only the %n most recent", nullptr, request.mostRecent);
    return parts;
}

} // namespace

bool isStudyLink(const QString &text)
{
    return text.startsWith(QLatin1StringView(linkScheme) + u':', Qt::CaseInsensitive);
}

Result<StudyRequest> parseStudyLink(const QString &link)
{
    if (link.size() > longestLink)
        return refuse(Text::tr("The link is too long."));
    const QUrl url(link, QUrl::StrictMode);
    const QString target = (url.host() + url.path()).toLower().remove(u'/');
    if (!url.isValid() || url.scheme() != QLatin1StringView(linkScheme) || !url.userInfo().isEmpty() ||
        url.port() >= 0 || url.hasFragment())
        return refuse(Text::tr("The link cannot be read."));
    if (target != "iheinvokeimagedisplay"_L1 && target != "open"_L1)
        return refuse(Text::tr("The link asks for something that this program does not know."));
    const auto parameters = parametersOf(QUrlQuery(url));
    if (!parameters)
        return fail(parameters.error());
    const auto kind = kindOf(*parameters);
    if (!kind)
        return fail(kind.error());
    StudyRequest request;
    request.kind = *kind;
    const bool isStudy = *kind == StudyRequest::Kind::Study;
    for (const Result<void> &read :
         {readPatient(*parameters, request), readRest(*parameters, request),
          isStudy ? readStudies(*parameters, request) : readTimes(*parameters, request), checkWhole(request)})
        if (!read)
            return fail(read.error());
    if (isStudy) { // of the other kind's parameters
        request.mostRecent = 0;
        request.modalities.clear();
    }
    return request;
}

Result<StudyRequest> requestForStudy(const QString &uid)
{
    StudyRequest request;
    if (!isUid(uid))
        return refuse(Text::tr("“%1” is not a Study Instance UID.").arg(uid));
    request.studies.push_back(StudyUid(uid));
    return request;
}

Result<StudyRequest> requestForAccession(const QString &number)
{
    StudyRequest request;
    request.accession = number.trimmed();
    if (!areNumbers(request.accession))
        return refuse(Text::tr("“%1” is not an accession number.").arg(number));
    return request;
}

QStringList accessionsOf(const StudyRequest &request)
{
    return numbersOf(request.accession);
}

bool isFiltered(const StudyRequest &request)
{
    return request.mostRecent > 0 || request.from.isValid() || request.to.isValid() || !request.modalities.isEmpty();
}

QString nameOf(const StudyRequest &request)
{
    QStringList parts, uids;
    for (const StudyUid &study : request.studies)
        uids << shortened(study);
    if (!uids.isEmpty())
        parts << (uids.size() == 1 ? Text::tr("study %1") : Text::tr("studies %1")).arg(uids.join(u", "_s));
    if (const QStringList numbers = accessionsOf(request); !numbers.isEmpty())
        parts << (numbers.size() == 1 ? Text::tr("accession number %1") : Text::tr("accession numbers %1"))
                     .arg(numbers.join(u", "_s));
    if (!request.patientId.isEmpty())
        parts << Text::tr("patient ID %1").arg(request.patientId);
    return (parts << filtersOf(request)).join(u", "_s);
}

QString nameOf(const dicom::StudyHeader &study)
{
    if (const QString name = study.patient.name.display().trimmed(); !name.isEmpty())
        return name;
    const QString id = study.patient.id.trimmed();
    return id.isEmpty() ? Text::tr("study %1").arg(shortened(study.uid)) : Text::tr("patient ID %1").arg(id);
}

QString toLink(const StudyRequest &request)
{
    QUrlQuery query;
    // With percent signs of its own: addQueryItem() takes what is encoded already.
    const auto add = [&](const char *name, const QString &value) {
        if (!value.isEmpty())
            query.addQueryItem(QString::fromLatin1(name), QString::fromLatin1(QUrl::toPercentEncoding(value)));
    };
    add("requestType", request.kind == StudyRequest::Kind::Study ? u"STUDY"_s : u"PATIENT"_s);
    QStringList uids;
    for (const StudyUid &study : request.studies)
        uids << study.text();
    add("studyUID", uids.join(u','));
    add("accessionNumber", request.accession);
    add("patientID", request.issuer.isEmpty() ? request.patientId : request.patientId + u"^^^"_s + request.issuer);
    add("mostRecentResults", request.mostRecent > 0 ? QString::number(request.mostRecent) : QString());
    add("lowerDateTime", request.from.toString(Qt::ISODateWithMs));
    add("upperDateTime", request.to.toString(Qt::ISODateWithMs));
    add("modalitiesInStudy", request.modalities.join(u','));
    add("keyImagesOnly", request.keyImagesOnly ? u"true"_s : QString());
    QUrl url;
    url.setScheme(QString::fromLatin1(linkScheme));
    url.setHost(u"IHEInvokeImageDisplay"_s);
    url.setQuery(query);
    return url.toString(QUrl::FullyEncoded);
}

bool answers(const StudyRequest &request, const dicom::StudyHeader &study)
{
    return isNamed(request, study) && hasAccession(request, study) && isOfPatient(request, study) &&
           hasModality(request, study) && isWithin(request, study);
}

bool answersForAnotherPatient(const StudyRequest &request, const dicom::StudyHeader &study)
{
    return request.kind == StudyRequest::Kind::Study && isNamed(request, study) && !isOfPatient(request, study);
}

bool answersUnderAnotherAccession(const StudyRequest &request, const dicom::StudyHeader &study)
{
    return request.kind == StudyRequest::Kind::Study && isNamed(request, study) && !hasAccession(request, study);
}

} // namespace consilium::app
