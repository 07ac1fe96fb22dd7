#pragma once
#include "base/Result.h"

#include <QByteArray>
#include <QStringList>

#include <array>
#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace consilium
{

/// A DICOM attribute tag.
struct Tag {
    std::uint16_t group = 0, element = 0;
    bool operator==(const Tag &) const = default;
    [[nodiscard]] constexpr std::strong_ordering operator<=>(const Tag &other) const
    {
        return number() <=> other.number();
    }
    [[nodiscard]] constexpr std::uint32_t number() const { return std::uint32_t(group) << 16 | element; }
    [[nodiscard]] QString text() const; ///< "00080018", as in DICOM JSON
    [[nodiscard]] static std::optional<Tag> fromText(QStringView eightHexDigits);
};

/// Two letters of PS3.5 table 6.2-1, e.g. "PN". Empty: unknown.
using Vr = std::array<char, 2>;

class Attributes;

/// A finite number written as DS, IS or toDouble() has it, blanks around it allowed; nullopt for anything else.
[[nodiscard]] std::optional<double> finiteNumber(QStringView text);

/// One attribute's value. Text-like and numeric VRs keep their values as text (numbers as written, '.' decimal);
/// binary ones as bytes (little endian) or as a URI from which they can be fetched.
struct Attribute {
    Vr vr{};
    QStringList values;            ///< AT as 8 hex digits; PN as "Alphabetic=Ideographic=Phonetic"
    std::vector<Attributes> items; ///< SQ
    QByteArray bytes;              ///< OB OW OF OD OL OV UN, little endian
    QString bulkDataUri;           ///< where the bytes are, when they were left out
};

/// A DICOM data set as a value: what a file's header, a QIDO-RS answer or WADO-RS metadata say. Never holds PixelData's
/// bytes unless somebody put them there. Strings are Unicode already. No DICOM library in sight: files are read by
/// viewer/dicom, JSON by netclient/dicomweb, and both give this.
class Attributes
{
public:
    [[nodiscard]] bool contains(Tag tag) const { return m_elements.contains(tag); }
    /// Any of the tags from the first to the last, these included.
    [[nodiscard]] bool containsAny(Tag first, Tag last) const;
    [[nodiscard]] const Attribute *find(Tag tag) const;
    void set(Tag tag, Attribute attribute);
    void setText(Tag tag, const char (&vr)[3], const QStringList &values);
    void remove(Tag tag) { m_elements.erase(tag); }

    /// First value, trimmed; empty when absent.
    [[nodiscard]] QString text(Tag tag) const;
    [[nodiscard]] QStringList texts(Tag tag) const;
    /// nullopt when absent, empty, not a number, or not finite: a diagnostic value has no default.
    [[nodiscard]] std::optional<int> integer(Tag tag) const;
    [[nodiscard]] std::optional<double> number(Tag tag) const;
    /// All values, or nullopt when any one is not a finite number or the count differs from `count` (-1: any but 0).
    [[nodiscard]] std::optional<std::vector<double>> numbers(Tag tag, int count = -1) const;
    /// First item of a sequence; nullptr when absent or empty.
    [[nodiscard]] const Attributes *item(Tag tag) const;
    [[nodiscard]] const std::vector<Attributes> &items(Tag tag) const;

    [[nodiscard]] const std::map<Tag, Attribute> &elements() const { return m_elements; }

    /// What the texts are made of, those of the items too. What was taken out or replaced still counts.
    struct Letters {
        bool latin1 = false; ///< a text with letters beyond ASCII, and none beyond Latin 1
        bool wide = false;   ///< a text with letters beyond Latin 1
    };
    [[nodiscard]] Letters letters() const { return m_letters; }
    /// Whether the texts were read in the right character set was found out, and put right where they were not: nobody
    /// needs to look again until another text comes.
    [[nodiscard]] bool areTextsJudged() const { return m_areTextsJudged; }
    void setTextsJudged() { m_areTextsJudged = true; }

private:
    std::map<Tag, Attribute> m_elements;
    Letters m_letters;
    bool m_areTextsJudged = false;
};

/// The tags the product names. Keyword as in PS3.6.
namespace tags
{
inline constexpr Tag TransferSyntaxUid{0x0002, 0x0010}, SpecificCharacterSet{0x0008, 0x0005}, ImageType{0x0008, 0x0008},
    SopClassUid{0x0008, 0x0016}, SopInstanceUid{0x0008, 0x0018}, StudyDate{0x0008, 0x0020}, SeriesDate{0x0008, 0x0021},
    AcquisitionDate{0x0008, 0x0022}, StudyTime{0x0008, 0x0030}, AcquisitionTime{0x0008, 0x0032},
    ContentTime{0x0008, 0x0033}, AccessionNumber{0x0008, 0x0050}, Modality{0x0008, 0x0060},
    ModalitiesInStudy{0x0008, 0x0061}, Manufacturer{0x0008, 0x0070}, InstitutionName{0x0008, 0x0080},
    ReferringPhysicianName{0x0008, 0x0090}, StudyDescription{0x0008, 0x1030}, SeriesDescription{0x0008, 0x103E},
    RetrieveUrl{0x0008, 0x1190}, InstanceAvailability{0x0008, 0x0056}, DerivationDescription{0x0008, 0x2111},
    ReferencedSopInstanceUid{0x0008, 0x1155}, ReferencedSopClassUid{0x0008, 0x1150}, FailureReason{0x0008, 0x1197},
    FailedSopSequence{0x0008, 0x1198}, ReferencedSopSequence{0x0008, 0x1199}, PatientName{0x0010, 0x0010},
    PatientId{0x0010, 0x0020}, IssuerOfPatientId{0x0010, 0x0021}, PatientBirthDate{0x0010, 0x0030},
    PatientSex{0x0010, 0x0040}, PatientAge{0x0010, 0x1010}, BodyPartExamined{0x0018, 0x0015},
    SliceThickness{0x0018, 0x0050}, SpacingBetweenSlices{0x0018, 0x0088}, GantryDetectorTilt{0x0018, 0x1120},
    EstimatedRadiographicMagnificationFactor{0x0018, 0x1114}, ImagerPixelSpacing{0x0018, 0x1164},
    NominalScannedPixelSpacing{0x0018, 0x2010}, SequenceOfUltrasoundRegions{0x0018, 0x6011},
    RegionSpatialFormat{0x0018, 0x6012}, RegionDataType{0x0018, 0x6014}, RegionLocationMinX0{0x0018, 0x6018},
    RegionLocationMinY0{0x0018, 0x601A}, RegionLocationMaxX1{0x0018, 0x601C}, RegionLocationMaxY1{0x0018, 0x601E},
    PhysicalUnitsXDirection{0x0018, 0x6024}, PhysicalUnitsYDirection{0x0018, 0x6026}, PhysicalDeltaX{0x0018, 0x602C},
    PhysicalDeltaY{0x0018, 0x602E}, StudyInstanceUid{0x0020, 0x000D}, SeriesInstanceUid{0x0020, 0x000E},
    StudyId{0x0020, 0x0010}, SeriesNumber{0x0020, 0x0011}, AcquisitionNumber{0x0020, 0x0012},
    InstanceNumber{0x0020, 0x0013}, ImagePositionPatient{0x0020, 0x0032}, ImageOrientationPatient{0x0020, 0x0037},
    FrameOfReferenceUid{0x0020, 0x0052}, ImageLaterality{0x0020, 0x0062}, TemporalPositionIdentifier{0x0020, 0x0100},
    SliceLocation{0x0020, 0x1041}, PatientOrientation{0x0020, 0x0020}, NumberOfStudyRelatedSeries{0x0020, 0x1206},
    NumberOfStudyRelatedInstances{0x0020, 0x1208}, NumberOfSeriesRelatedInstances{0x0020, 0x1209},
    SamplesPerPixel{0x0028, 0x0002}, PhotometricInterpretation{0x0028, 0x0004}, PlanarConfiguration{0x0028, 0x0006},
    NumberOfFrames{0x0028, 0x0008}, Rows{0x0028, 0x0010}, Columns{0x0028, 0x0011}, PixelSpacing{0x0028, 0x0030},
    PixelSpacingCalibrationType{0x0028, 0x0A02}, PixelAspectRatio{0x0028, 0x0034}, BitsAllocated{0x0028, 0x0100},
    BitsStored{0x0028, 0x0101}, HighBit{0x0028, 0x0102}, PixelRepresentation{0x0028, 0x0103},
    PixelPaddingValue{0x0028, 0x0120}, PixelPaddingRangeLimit{0x0028, 0x0121}, WindowCenter{0x0028, 0x1050},
    WindowWidth{0x0028, 0x1051}, RescaleIntercept{0x0028, 0x1052}, RescaleSlope{0x0028, 0x1053},
    RescaleType{0x0028, 0x1054}, WindowCenterWidthExplanation{0x0028, 0x1055}, VoiLutFunction{0x0028, 0x1056},
    LossyImageCompression{0x0028, 0x2110}, LossyImageCompressionRatio{0x0028, 0x2112},
    ModalityLutSequence{0x0028, 0x3000}, LutDescriptor{0x0028, 0x3002}, LutExplanation{0x0028, 0x3003},
    ModalityLutType{0x0028, 0x3004}, LutData{0x0028, 0x3006}, VoiLutSequence{0x0028, 0x3010},
    PresentationLutShape{0x2050, 0x0020}, PixelData{0x7FE0, 0x0010};
} // namespace tags

} // namespace consilium
