#pragma once
#include "viewer/objects/Codes.h"

/// Names of content items of PS3.16 TID 1500, for writer and reader.
namespace consilium::objects::items
{

inline const Code report{QStringLiteral("126000"), QStringLiteral("DCM"), QStringLiteral("Imaging Measurement Report")};
inline const Code measurements{QStringLiteral("126010"), QStringLiteral("DCM"), QStringLiteral("Imaging Measurements")};
inline const Code group{QStringLiteral("125007"), QStringLiteral("DCM"), QStringLiteral("Measurement Group")};
inline const Code language{QStringLiteral("121049"), QStringLiteral("DCM"),
                           QStringLiteral("Language of Content Item and Descendants")};
inline const Code procedure{QStringLiteral("121058"), QStringLiteral("DCM"), QStringLiteral("Procedure reported")};
inline const Code observerName{QStringLiteral("121008"), QStringLiteral("DCM"), QStringLiteral("Person Observer Name")};
inline const Code trackingIdentifier{QStringLiteral("112039"), QStringLiteral("DCM"),
                                     QStringLiteral("Tracking Identifier")};
inline const Code trackingUid{QStringLiteral("112040"), QStringLiteral("DCM"),
                              QStringLiteral("Tracking Unique Identifier")};
inline const Code method{QStringLiteral("370129005"), QStringLiteral("SCT"), QStringLiteral("Measurement Method")};
inline const Code finding{QStringLiteral("121071"), QStringLiteral("DCM"), QStringLiteral("Finding")};
inline const Code site{QStringLiteral("363698007"), QStringLiteral("SCT"), QStringLiteral("Finding Site")};
inline const Code comment{QStringLiteral("121106"), QStringLiteral("DCM"), QStringLiteral("Comment")};
inline const Code derivation{QStringLiteral("121401"), QStringLiteral("DCM"), QStringLiteral("Derivation")};
inline const Code region{QStringLiteral("111030"), QStringLiteral("DCM"), QStringLiteral("Image Region")};
inline const Code sourceImage{QStringLiteral("121324"), QStringLiteral("DCM"), QStringLiteral("Source Image")};
inline const Code sourceOfMeasurement{QStringLiteral("121112"), QStringLiteral("DCM"),
                                      QStringLiteral("Source of Measurement")};
/// Of the program's own: a TEXT of numbers parted by spaces, "IMAGE column row" (pixels as of Graphic Data, PS3.3
/// C.18.6) or "PATIENT x y z" (mm).
inline const Code labelPlace{QStringLiteral("LABELPLACE"), codes::ownScheme, QStringLiteral("Place of the label")};
/// Of the program's own: a UIDREF, the Tracking Unique Identifier of the group in the same report whose region this one
/// has, with figures of another series.
inline const Code regionOf{QStringLiteral("REGIONOF"), codes::ownScheme,
                           QStringLiteral("Tracking Unique Identifier of the same region")};
inline const Code referencedSegment{QStringLiteral("121191"), QStringLiteral("DCM"),
                                    QStringLiteral("Referenced Segment")};

} // namespace consilium::objects::items
