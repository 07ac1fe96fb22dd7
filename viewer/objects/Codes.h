#pragma once
#include "viewer/documents/Code.h"

#include <vector>

namespace consilium::dicom
{
enum class SuvKind;
}

namespace consilium::objects
{

using documents::Code;

/// Coded concepts by their meaning: PS3.16 annex D (DCM) and the context groups that are named, SNOMED CT (SCT), UCUM.
/// What no code system at hand has stands in a scheme of the program's own, 99CONSILIUM.
namespace codes
{
inline const QString ownScheme = QStringLiteral("99CONSILIUM");

/// What is measured. CID 7470 (lengths), CID 7471 (areas), CID 218.
inline const Code length{QStringLiteral("410668003"), QStringLiteral("SCT"), QStringLiteral("Length")};
inline const Code pathLength{QStringLiteral("121211"), QStringLiteral("DCM"), QStringLiteral("Path length")};
inline const Code perimeter{QStringLiteral("131191004"), QStringLiteral("SCT"), QStringLiteral("Perimeter")};
inline const Code longAxis{QStringLiteral("103339001"), QStringLiteral("SCT"), QStringLiteral("Long axis")};
inline const Code shortAxis{QStringLiteral("103340004"), QStringLiteral("SCT"), QStringLiteral("Short axis")};
inline const Code diameter{QStringLiteral("81827009"), QStringLiteral("SCT"), QStringLiteral("Diameter")};
inline const Code radius{QStringLiteral("131190003"), QStringLiteral("SCT"), QStringLiteral("Radius")};
inline const Code angle{QStringLiteral("1483009"), QStringLiteral("SCT"), QStringLiteral("Angle")};
inline const Code area{QStringLiteral("131184002"), QStringLiteral("SCT"), QStringLiteral("Area of defined region")};
inline const Code time{QStringLiteral("110858"), QStringLiteral("DCM"), QStringLiteral("Time")};
inline const Code ratio{QStringLiteral("RATIO"), ownScheme, QStringLiteral("Ratio of two lengths")};
inline const Code velocity{QStringLiteral("VELOCITY"), ownScheme, QStringLiteral("Velocity")};
inline const Code pixelCount{QStringLiteral("PIXELCOUNT"), ownScheme, QStringLiteral("Number of pixels")};
/// What a pixel means, for statistics: with a derivation.
inline const Code attenuation{QStringLiteral("112031"), QStringLiteral("DCM"),
                              QStringLiteral("Attenuation Coefficient")};
inline const Code mrSignal{QStringLiteral("110852"), QStringLiteral("DCM"), QStringLiteral("MR signal intensity")};
inline const Code suvBodyWeight{QStringLiteral("126401"), QStringLiteral("DCM"), QStringLiteral("SUVbw")};
/// Of the two formulas that are computed here; 126402, SUVlbm, is a third one (James with 120).
inline const Code suvLeanJames{QStringLiteral("126406"), QStringLiteral("DCM"), QStringLiteral("SUVlbm(James128)")};
inline const Code suvLeanJanma{QStringLiteral("126405"), QStringLiteral("DCM"), QStringLiteral("SUVlbm(Janma)")};
inline const Code suvSurface{QStringLiteral("126403"), QStringLiteral("DCM"), QStringLiteral("SUVbsa")};
inline const Code pixelValue{QStringLiteral("PIXELVALUE"), ownScheme, QStringLiteral("Modality value")};

/// How a number was made of many. CID 7464.
inline const Code mean{QStringLiteral("373098007"), QStringLiteral("SCT"), QStringLiteral("Mean")};
inline const Code standardDeviation{QStringLiteral("386136009"), QStringLiteral("SCT"),
                                    QStringLiteral("Standard Deviation")};
inline const Code minimum{QStringLiteral("255605001"), QStringLiteral("SCT"), QStringLiteral("Minimum")};
inline const Code maximum{QStringLiteral("56851009"), QStringLiteral("SCT"), QStringLiteral("Maximum")};
inline const Code median{QStringLiteral("373099004"), QStringLiteral("SCT"), QStringLiteral("Median")};

/// Units. PS3.16 CID 82.
inline const Code millimetre{QStringLiteral("mm"), QStringLiteral("UCUM"), QStringLiteral("mm")};
inline const Code squareMillimetre{QStringLiteral("mm2"), QStringLiteral("UCUM"), QStringLiteral("mm2")};
inline const Code degree{QStringLiteral("deg"), QStringLiteral("UCUM"), QStringLiteral("deg")};
inline const Code pixels{QStringLiteral("{pixels}"), QStringLiteral("UCUM"), QStringLiteral("pixels")};
inline const Code squarePixels{QStringLiteral("{square pixels}"), QStringLiteral("UCUM"),
                               QStringLiteral("square pixels")};
inline const Code hounsfield{QStringLiteral("[hnsf'U]"), QStringLiteral("UCUM"), QStringLiteral("Hounsfield unit")};
inline const Code becquerelPerMl{QStringLiteral("Bq/ml"), QStringLiteral("UCUM"),
                                 QStringLiteral("Becquerels/milliliter")};
inline const Code suvBodyWeightUnit{QStringLiteral("g/ml{SUVbw}"), QStringLiteral("UCUM"),
                                    QStringLiteral("Standardized Uptake Value body weight")};
inline const Code suvLeanJamesUnit{QStringLiteral("g/ml{SUVlbm(James128)}"), QStringLiteral("UCUM"),
                                   QStringLiteral("Standardized Uptake Value lean body mass (James 128 multiplier)")};
inline const Code suvLeanJanmaUnit{QStringLiteral("g/ml{SUVlbm(Janma)}"), QStringLiteral("UCUM"),
                                   QStringLiteral("Standardized Uptake Value lean body mass (Janma)")};
inline const Code suvSurfaceUnit{QStringLiteral("cm2/ml{SUVbsa}"), QStringLiteral("UCUM"),
                                 QStringLiteral("Standardized Uptake Value body surface area")};
inline const Code centimetrePerSecond{QStringLiteral("cm/s"), QStringLiteral("UCUM"), QStringLiteral("cm/s")};
inline const Code second{QStringLiteral("s"), QStringLiteral("UCUM"), QStringLiteral("s")};
inline const Code noUnit{QStringLiteral("1"), QStringLiteral("UCUM"), QStringLiteral("no units")};

/// Titles of key images. CID 7010.
inline const Code ofInterest{QStringLiteral("113000"), QStringLiteral("DCM"), QStringLiteral("Of Interest")};
inline const Code rejectedForQuality{QStringLiteral("113001"), QStringLiteral("DCM"),
                                     QStringLiteral("Rejected for Quality Reasons")};
inline const Code forReferringProvider{QStringLiteral("113002"), QStringLiteral("DCM"),
                                       QStringLiteral("For Referring Provider")};
inline const Code forSurgery{QStringLiteral("113003"), QStringLiteral("DCM"), QStringLiteral("For Surgery")};
inline const Code forTeaching{QStringLiteral("113004"), QStringLiteral("DCM"), QStringLiteral("For Teaching")};
inline const Code forConference{QStringLiteral("113005"), QStringLiteral("DCM"), QStringLiteral("For Conference")};
inline const Code forTherapy{QStringLiteral("113006"), QStringLiteral("DCM"), QStringLiteral("For Therapy")};
inline const Code forPatient{QStringLiteral("113007"), QStringLiteral("DCM"), QStringLiteral("For Patient")};
inline const Code forPeerReview{QStringLiteral("113008"), QStringLiteral("DCM"), QStringLiteral("For Peer Review")};
inline const Code forResearch{QStringLiteral("113009"), QStringLiteral("DCM"), QStringLiteral("For Research")};
inline const Code qualityIssue{QStringLiteral("113010"), QStringLiteral("DCM"), QStringLiteral("Quality Issue")};
inline const Code forReportAttachment{QStringLiteral("113020"), QStringLiteral("DCM"),
                                      QStringLiteral("For Report Attachment")};
} // namespace codes

/// By value and scheme, whatever the meaning says; codes of SNOMED CT also by the older ones of SNOMED RT that the
/// standard replaced (PS3.16 annex O), as older programs write them.
[[nodiscard]] bool isSameConcept(const Code &a, const Code &b);
/// What an uptake is called, CID 7180, and its unit, CID 85.
struct SuvCodes {
    Code name, unit;
};
[[nodiscard]] SuvCodes suvCodes(dicom::SuvKind kind);
/// The titles of key images, in the order of their codes.
[[nodiscard]] const std::vector<Code> &keyImageTitles();

} // namespace consilium::objects
