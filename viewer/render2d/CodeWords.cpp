#include "viewer/render2d/CodeWords.h"

#include <QCoreApplication>
#include <QHash>

namespace consilium::render2d
{

namespace
{

constexpr const char *bodyParts[] = {
    QT_TRANSLATE_NOOP("BodyPart", "ABDOMEN"),
    QT_TRANSLATE_NOOP("BodyPart", "ABDOMENPELVIS"),
    QT_TRANSLATE_NOOP("BodyPart", "ANKLE"),
    QT_TRANSLATE_NOOP("BodyPart", "ARM"),
    QT_TRANSLATE_NOOP("BodyPart", "BRAIN"),
    QT_TRANSLATE_NOOP("BodyPart", "BREAST"),
    QT_TRANSLATE_NOOP("BodyPart", "CHEST"),
    QT_TRANSLATE_NOOP("BodyPart", "CHESTABDOMEN"),
    QT_TRANSLATE_NOOP("BodyPart", "CHESTABDPELVIS"),
    QT_TRANSLATE_NOOP("BodyPart", "CLAVICLE"),
    QT_TRANSLATE_NOOP("BodyPart", "COLON"),
    QT_TRANSLATE_NOOP("BodyPart", "CSPINE"),
    QT_TRANSLATE_NOOP("BodyPart", "EAR"),
    QT_TRANSLATE_NOOP("BodyPart", "ELBOW"),
    QT_TRANSLATE_NOOP("BodyPart", "EXTREMITY"),
    QT_TRANSLATE_NOOP("BodyPart", "EYE"),
    QT_TRANSLATE_NOOP("BodyPart", "FEMUR"),
    QT_TRANSLATE_NOOP("BodyPart", "FINGER"),
    QT_TRANSLATE_NOOP("BodyPart", "FOOT"),
    QT_TRANSLATE_NOOP("BodyPart", "FOREARM"),
    QT_TRANSLATE_NOOP("BodyPart", "HAND"),
    QT_TRANSLATE_NOOP("BodyPart", "HEAD"),
    QT_TRANSLATE_NOOP("BodyPart", "HEADNECK"),
    QT_TRANSLATE_NOOP("BodyPart", "HEART"),
    QT_TRANSLATE_NOOP("BodyPart", "HIP"),
    QT_TRANSLATE_NOOP("BodyPart", "HUMERUS"),
    QT_TRANSLATE_NOOP("BodyPart", "JAW"),
    QT_TRANSLATE_NOOP("BodyPart", "KIDNEY"),
    QT_TRANSLATE_NOOP("BodyPart", "KNEE"),
    QT_TRANSLATE_NOOP("BodyPart", "LEG"),
    QT_TRANSLATE_NOOP("BodyPart", "LIVER"),
    QT_TRANSLATE_NOOP("BodyPart", "LSPINE"),
    QT_TRANSLATE_NOOP("BodyPart", "LUNG"),
    QT_TRANSLATE_NOOP("BodyPart", "MAXILLA"),
    QT_TRANSLATE_NOOP("BodyPart", "NECK"),
    QT_TRANSLATE_NOOP("BodyPart", "NOSE"),
    QT_TRANSLATE_NOOP("BodyPart", "PANCREAS"),
    QT_TRANSLATE_NOOP("BodyPart", "PELVIS"),
    QT_TRANSLATE_NOOP("BodyPart", "PROSTATE"),
    QT_TRANSLATE_NOOP("BodyPart", "RIB"),
    QT_TRANSLATE_NOOP("BodyPart", "SHOULDER"),
    QT_TRANSLATE_NOOP("BodyPart", "SINUS"),
    QT_TRANSLATE_NOOP("BodyPart", "SKULL"),
    QT_TRANSLATE_NOOP("BodyPart", "SPINE"),
    QT_TRANSLATE_NOOP("BodyPart", "SSPINE"),
    QT_TRANSLATE_NOOP("BodyPart", "STERNUM"),
    QT_TRANSLATE_NOOP("BodyPart", "THIGH"),
    QT_TRANSLATE_NOOP("BodyPart", "TIBIA"),
    QT_TRANSLATE_NOOP("BodyPart", "TOE"),
    QT_TRANSLATE_NOOP("BodyPart", "TSPINE"),
    QT_TRANSLATE_NOOP("BodyPart", "UTERUS"),
    QT_TRANSLATE_NOOP("BodyPart", "WHOLEBODY"),
    QT_TRANSLATE_NOOP("BodyPart", "WRIST"),
};

constexpr const char *concepts[] = {
    QT_TRANSLATE_NOOP("Concept", "Length"),
    QT_TRANSLATE_NOOP("Concept", "Path length"),
    QT_TRANSLATE_NOOP("Concept", "Diameter"),
    QT_TRANSLATE_NOOP("Concept", "Long Axis"),
    QT_TRANSLATE_NOOP("Concept", "Short Axis"),
    QT_TRANSLATE_NOOP("Concept", "Angle"),
    QT_TRANSLATE_NOOP("Concept", "Area"),
    QT_TRANSLATE_NOOP("Concept", "Perimeter"),
    QT_TRANSLATE_NOOP("Concept", "Volume"),
    QT_TRANSLATE_NOOP("Concept", "Ratio"),
    QT_TRANSLATE_NOOP("Concept", "Mean"),
    QT_TRANSLATE_NOOP("Concept", "Standard Deviation"),
    QT_TRANSLATE_NOOP("Concept", "Minimum"),
    QT_TRANSLATE_NOOP("Concept", "Maximum"),
    QT_TRANSLATE_NOOP("Concept", "Median"),
    QT_TRANSLATE_NOOP("Concept", "Attenuation Coefficient"),
    QT_TRANSLATE_NOOP("Concept", "Pixel value"),
    QT_TRANSLATE_NOOP("Concept", "Signal Intensity"),
    QT_TRANSLATE_NOOP("Concept", "Time"),
    QT_TRANSLATE_NOOP("Concept", "Velocity"),
    QT_TRANSLATE_NOOP("Concept", "Width"),
    QT_TRANSLATE_NOOP("Concept", "Height"),
    QT_TRANSLATE_NOOP("Concept", "Depth"),
    QT_TRANSLATE_NOOP("Concept", "Tissue"),
    QT_TRANSLATE_NOOP("Concept", "Organ"),
    QT_TRANSLATE_NOOP("Concept", "Anatomical Structure"),
    QT_TRANSLATE_NOOP("Concept", "Morphologically Altered Structure"),
    QT_TRANSLATE_NOOP("Concept", "Morphologically Abnormal Structure"),
    QT_TRANSLATE_NOOP("Concept", "Lesion"),
    QT_TRANSLATE_NOOP("Concept", "Mass"),
    QT_TRANSLATE_NOOP("Concept", "Nodule"),
    QT_TRANSLATE_NOOP("Concept", "Neoplasm"),
    QT_TRANSLATE_NOOP("Concept", "Neoplasm, Primary"),
    QT_TRANSLATE_NOOP("Concept", "Neoplasm, Secondary"),
    QT_TRANSLATE_NOOP("Concept", "Cyst"),
    QT_TRANSLATE_NOOP("Concept", "Hemorrhage"),
    QT_TRANSLATE_NOOP("Concept", "Edema"),
    QT_TRANSLATE_NOOP("Concept", "Lung"),
    QT_TRANSLATE_NOOP("Concept", "Left Lung"),
    QT_TRANSLATE_NOOP("Concept", "Right Lung"),
    QT_TRANSLATE_NOOP("Concept", "Liver"),
    QT_TRANSLATE_NOOP("Concept", "Kidney"),
    QT_TRANSLATE_NOOP("Concept", "Spleen"),
    QT_TRANSLATE_NOOP("Concept", "Pancreas"),
    QT_TRANSLATE_NOOP("Concept", "Heart"),
    QT_TRANSLATE_NOOP("Concept", "Aorta"),
    QT_TRANSLATE_NOOP("Concept", "Brain"),
    QT_TRANSLATE_NOOP("Concept", "Bone"),
    QT_TRANSLATE_NOOP("Concept", "Artery"),
    QT_TRANSLATE_NOOP("Concept", "Vein"),
    QT_TRANSLATE_NOOP("Concept", "Spinal cord"),
    QT_TRANSLATE_NOOP("Concept", "Urinary bladder"),
    QT_TRANSLATE_NOOP("Concept", "Prostate"),
    QT_TRANSLATE_NOOP("Concept", "Breast"),
    QT_TRANSLATE_NOOP("Concept", "Lymph node"),
    QT_TRANSLATE_NOOP("Concept", "Of Interest"),
    QT_TRANSLATE_NOOP("Concept", "Rejected for Quality Reasons"),
    QT_TRANSLATE_NOOP("Concept", "For Referring Provider"),
    QT_TRANSLATE_NOOP("Concept", "For Surgery"),
    QT_TRANSLATE_NOOP("Concept", "For Teaching"),
    QT_TRANSLATE_NOOP("Concept", "For Conference"),
    QT_TRANSLATE_NOOP("Concept", "For Therapy"),
    QT_TRANSLATE_NOOP("Concept", "For Patient"),
    QT_TRANSLATE_NOOP("Concept", "For Peer Review"),
    QT_TRANSLATE_NOOP("Concept", "For Research"),
    QT_TRANSLATE_NOOP("Concept", "Quality Issue"),
    QT_TRANSLATE_NOOP("Concept", "For Report Attachment"),
    QT_TRANSLATE_NOOP("Concept", "Imaging Measurement Report"),
    QT_TRANSLATE_NOOP("Concept", "Imaging Report"),
    QT_TRANSLATE_NOOP("Concept", "Diagnostic Imaging Report"),
    QT_TRANSLATE_NOOP("Concept", "Radiology Report"),
    QT_TRANSLATE_NOOP("Concept", "X-Ray Radiation Dose Report"),
    QT_TRANSLATE_NOOP("Concept", "Mammography CAD Report"),
    QT_TRANSLATE_NOOP("Concept", "Chest CAD Report"),
    QT_TRANSLATE_NOOP("Concept", "External"),
    QT_TRANSLATE_NOOP("Concept", "Avoidance"),
    QT_TRANSLATE_NOOP("Concept", "Support"),
    QT_TRANSLATE_NOOP("Concept", "Marker"),
    QT_TRANSLATE_NOOP("Concept", "Control"),
    QT_TRANSLATE_NOOP("Concept", "Bolus"),
};

using Words = QHash<QString, const char *>; ///< by what is written, in small letters

template<std::size_t N>
Words wordsOf(const char *const (&known)[N])
{
    Words words;
    for (const char *const word : known)
        words.insert(QString::fromLatin1(word).toLower(), word);
    return words;
}

/// As written where the language has no other word for it.
QString translated(const char *context, const Words &words, const QString &written)
{
    const char *const word = words.value(written.trimmed().toLower());
    const QString text = word ? QCoreApplication::translate(context, word) : QString();
    return text.isEmpty() || text == QString::fromLatin1(word) ? written : text;
}

} // namespace

QString bodyPartText(const QString &written)
{
    static const Words words = wordsOf(bodyParts);
    return translated("BodyPart", words, written);
}

QString conceptText(const QString &meaning)
{
    static const Words words = wordsOf(concepts);
    return translated("Concept", words, meaning);
}

} // namespace consilium::render2d
