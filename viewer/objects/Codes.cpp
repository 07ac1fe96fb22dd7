#include "viewer/objects/Codes.h"

#include "viewer/dicom/Suv.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace consilium::objects
{

namespace
{

/// PS3.16 annex O, of what is read here.
QString withoutRetired(const Code &code)
{
    static const QHash<QString, QString> successors = {
        {u"G-D7FE"_s, u"410668003"_s},  {u"G-A22A"_s, u"410668003"_s},  {u"G-A185"_s, u"103339001"_s},
        {u"G-A186"_s, u"103340004"_s},  {u"G-A16A"_s, u"131184002"_s},  {u"G-A166"_s, u"42798000"_s},
        {u"M-02550"_s, u"81827009"_s},  {u"R-00317"_s, u"373098007"_s}, {u"R-10047"_s, u"386136009"_s},
        {u"R-404FB"_s, u"255605001"_s}, {u"G-A437"_s, u"56851009"_s},   {u"G-C0E3"_s, u"363698007"_s},
        {u"G-C036"_s, u"370129005"_s},  {u"G-A160"_s, u"1483009"_s},    {u"G-A197"_s, u"131191004"_s},
        {u"R-00319"_s, u"373099004"_s}, {u"G-A196"_s, u"131190003"_s}};
    if (code.scheme == "SRT"_L1 || code.scheme == "SNM3"_L1)
        return u"SCT|"_s + successors.value(code.value, code.value);
    return code.scheme + u'|' + code.value;
}

} // namespace

bool isSameConcept(const Code &a, const Code &b)
{
    return !a.value.isEmpty() && withoutRetired(a) == withoutRetired(b);
}

SuvCodes suvCodes(dicom::SuvKind kind)
{
    switch (kind) {
    case dicom::SuvKind::LeanJames:
        return {codes::suvLeanJames, codes::suvLeanJamesUnit};
    case dicom::SuvKind::LeanJanmahasatian:
        return {codes::suvLeanJanma, codes::suvLeanJanmaUnit};
    case dicom::SuvKind::BodySurface:
        return {codes::suvSurface, codes::suvSurfaceUnit};
    case dicom::SuvKind::BodyWeight:
        break;
    }
    return {codes::suvBodyWeight, codes::suvBodyWeightUnit};
}

const std::vector<Code> &keyImageTitles()
{
    static const std::vector<Code> all = {codes::ofInterest,  codes::rejectedForQuality, codes::forReferringProvider,
                                          codes::forSurgery,  codes::forTeaching,        codes::forConference,
                                          codes::forTherapy,  codes::forPatient,         codes::forPeerReview,
                                          codes::forResearch, codes::qualityIssue,       codes::forReportAttachment};
    return all;
}

} // namespace consilium::objects
