#include "viewer/dicom/RequestForm.h"

#include "viewer/dicom/Documents.h"
#include "viewer/dicom/TextRepair.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace consilium::dicom
{

namespace
{

constexpr Tag requestAttributes{0x0040, 0x0275}, requestedDescription{0x0032, 0x1060}, requestedCode{0x0032, 0x1064},
    procedureCode{0x0008, 0x1032}, reasonForRequest{0x0040, 0x1002}, reasonCode{0x0040, 0x100A},
    reasonForStudy{0x0032, 0x1030}, scheduledDescription{0x0040, 0x0007}, diagnosesDescription{0x0008, 0x1080},
    diagnosesCode{0x0008, 0x1084}, additionalHistory{0x0010, 0x21B0}, allergiesTag{0x0010, 0x2110},
    medicalAlerts{0x0010, 0x2000}, pregnancyStatus{0x0010, 0x21C0}, requestingPhysicianTag{0x0032, 0x1032},
    requestingServiceTag{0x0032, 0x1033}, requestedProcedureIdTag{0x0040, 0x1001}, admissionIdTag{0x0038, 0x0010},
    patientLocation{0x0038, 0x0300}, requestedComments{0x0040, 0x1400}, patientComments{0x0010, 0x4000},
    codeMeaning{0x0008, 0x0104}, codeValue{0x0008, 0x0100};

QString meanings(const Attributes &header, Tag sequence)
{
    QStringList all;
    for (const Attributes &code : header.items(sequence)) {
        const QString meaning = readableText(code, codeMeaning);
        all << (meaning.isEmpty() ? code.text(codeValue) : meaning);
    }
    all.removeAll(QString());
    return all.join(u"; "_s);
}

/// Several texts as one, none of them twice.
QString joined(QStringList texts)
{
    texts.removeAll(QString());
    texts.removeDuplicates();
    return texts.join(u"; "_s);
}

QString person(const Attributes &header, Tag tag)
{
    return PersonName::parse(readableText(header, tag)).display();
}

/// Enumerated values of (0010,21C0), PS3.3 C.7.2.2.
QString pregnancyText(const Attributes &header)
{
    switch (header.integer(pregnancyStatus).value_or(0)) {
    case 1:
        return QCoreApplication::translate("RequestForm", "not pregnant");
    case 2:
        return QCoreApplication::translate("RequestForm", "possibly pregnant");
    case 3:
        return QCoreApplication::translate("RequestForm", "pregnant");
    default:
        return {};
    }
}

} // namespace

void RequestForm::completeWith(const RequestForm &other)
{
    for (const auto member :
         {&RequestForm::requestedProcedure, &RequestForm::reason, &RequestForm::diagnoses, &RequestForm::history,
          &RequestForm::allergies, &RequestForm::alerts, &RequestForm::pregnancy, &RequestForm::requestingPhysician,
          &RequestForm::requestingService, &RequestForm::referringPhysician, &RequestForm::accession,
          &RequestForm::requestedProcedureId, &RequestForm::admissionId, &RequestForm::location,
          &RequestForm::comments})
        if ((this->*member).isEmpty())
            this->*member = other.*member;
}

RequestForm describeRequest(const Attributes &written)
{
    const std::optional<Attributes> repaired = repairedTexts(written);
    const Attributes &header = repaired ? *repaired : written;
    RequestForm form;
    QStringList procedures, reasons, ids, accessions;
    for (const Attributes &request : header.items(requestAttributes)) {
        procedures << readableText(request, requestedDescription) << meanings(request, requestedCode);
        if (joined(procedures).isEmpty())
            procedures << readableText(request, scheduledDescription);
        reasons << readableText(request, reasonForRequest) << meanings(request, reasonCode);
        ids << request.text(requestedProcedureIdTag);
        accessions << request.text(tags::AccessionNumber);
        form.requestingPhysician = person(request, requestingPhysicianTag);
        form.requestingService = readableText(request, requestingServiceTag);
    }
    if (joined(procedures).isEmpty())
        procedures << readableText(header, requestedDescription) << meanings(header, requestedCode);
    if (joined(procedures).isEmpty())
        procedures << meanings(header, procedureCode);
    reasons << readableText(header, reasonForRequest) << meanings(header, reasonCode)
            << readableText(header, reasonForStudy);
    form.requestedProcedure = joined(procedures);
    form.reason = joined(reasons);
    form.diagnoses = joined({readableText(header, diagnosesDescription), meanings(header, diagnosesCode)});
    form.history = readableText(header, additionalHistory);
    form.allergies = readableText(header, allergiesTag);
    form.alerts = readableText(header, medicalAlerts);
    form.pregnancy = pregnancyText(header);
    if (form.requestingPhysician.isEmpty())
        form.requestingPhysician = person(header, requestingPhysicianTag);
    if (form.requestingService.isEmpty())
        form.requestingService = readableText(header, requestingServiceTag);
    form.referringPhysician = person(header, tags::ReferringPhysicianName);
    form.accession = joined(QStringList{header.text(tags::AccessionNumber)} + accessions);
    form.requestedProcedureId = joined(ids + QStringList{header.text(requestedProcedureIdTag)});
    form.admissionId = header.text(admissionIdTag);
    form.location = readableText(header, patientLocation);
    form.comments = joined({readableText(header, requestedComments), readableText(header, patientComments)});
    return form;
}

namespace
{

/// All that describeRequest() looks at.
constexpr Tag sources[] = {requestAttributes,     requestedDescription,
                           requestedCode,         procedureCode,
                           reasonForRequest,      reasonCode,
                           reasonForStudy,        diagnosesCode,
                           diagnosesDescription,  additionalHistory,
                           allergiesTag,          medicalAlerts,
                           pregnancyStatus,       requestingPhysicianTag,
                           requestingServiceTag,  requestedProcedureIdTag,
                           admissionIdTag,        patientLocation,
                           requestedComments,     patientComments,
                           tags::AccessionNumber, tags::ReferringPhysicianName};

bool isSame(const Attribute &a, const Attribute &b)
{
    const auto areSame = [](const Attributes &x, const Attributes &y) {
        const auto &all = x.elements(), &others = y.elements();
        return std::equal(all.begin(), all.end(), others.begin(), others.end(), [](const auto &one, const auto &other) {
            return one.first == other.first && isSame(one.second, other.second);
        });
    };
    return a.vr == b.vr && a.values == b.values && a.bytes == b.bytes && a.bulkDataUri == b.bulkDataUri &&
           std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(), areSame);
}

} // namespace

std::shared_ptr<const RequestForm> RequestReader::read(const Attributes &header)
{
    // Else what is right in these texts depends on all the others.
    if (!header.areTextsJudged())
        return std::make_shared<const RequestForm>(describeRequest(header));
    static const Attribute nothing;
    const auto saidOf = [&header](Tag tag) -> const Attribute & {
        const Attribute *const attribute = header.find(tag);
        return attribute ? *attribute : nothing;
    };
    const bool isKnown =
        m_form && std::equal(std::begin(sources), std::end(sources), m_said.begin(), m_said.end(),
                             [&](Tag tag, const Attribute &said) { return isSame(saidOf(tag), said); });
    if (isKnown)
        return m_form;
    m_said.clear();
    for (const Tag tag : sources)
        m_said.push_back(saidOf(tag));
    m_form = std::make_shared<const RequestForm>(describeRequest(header));
    return m_form;
}

} // namespace consilium::dicom
