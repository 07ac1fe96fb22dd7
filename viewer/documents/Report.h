#pragma once
#include "viewer/dicom/Documents.h"
#include "viewer/documents/Code.h"

#include <memory>
#include <vector>

namespace consilium::documents
{

/// An object that a content item names. PS3.3 C.18.3 to C.18.5.
struct ObjectReference {
    SopClassUid sopClass;
    SopInstanceUid sop;
    std::vector<int> frames;   ///< from 1, as written; empty: the whole object
    std::vector<int> segments; ///< from 1
    bool operator==(const ObjectReference &) const = default;
};

/// One node of the content tree. PS3.3 C.17.3.
struct ContentItem {
    enum class Type {
        Container,
        Text,
        Number,
        Coded,
        PersonName,
        Date,
        Time,
        DateTime,
        UidReference,
        Composite,
        Image,
        Waveform,
        SpatialCoordinates,
        SpatialCoordinates3D,
        TemporalCoordinates,
        Table,
        ByReference, ///< names another node of this tree (0040,DB73)
        Unknown
    };
    Type type = Type::Unknown;
    QString typeName;     ///< Value Type as written
    QString relationship; ///< to its parent, as written ("HAS OBS CONTEXT")
    Code name;            ///< Concept Name
    QString text;         ///< of Text, PersonName, Date, Time, DateTime, UidReference: as written but for names
    Code code;            ///< of Coded
    QString number;       ///< of Number, as written; empty where there is none
    Code unit;            ///< of Number
    Code qualifier;       ///< of Number: why it is not one
    std::vector<ObjectReference> references;
    QString graphicType;         ///< of coordinates, as written
    std::vector<double> graphic; ///< numbers of coordinates: columns and rows, mm, or offsets
    std::vector<int> target;     ///< of ByReference: path from the root, each from 1
    QString observed;            ///< Observation DateTime (0040,A032)
    std::vector<ContentItem> items;
    QString written; ///< of PersonName: the name as written, "Alphabetic=Ideographic=Phonetic"
    QString exact;   ///< of Number: Floating Point Value (0040,A161) as written; empty where there is none
    FrameOfReferenceUid frameOfReference; ///< of SpatialCoordinates3D (3006,0024)
    QString pixelOrigin;                  ///< of SpatialCoordinates (0048,0301): "FRAME", "VOLUME", or empty
};

struct Verification {
    QString observer, organisation, dateTime;
};

/// A structured report or Key Object Selection, read whole.
struct Report {
    dicom::DocumentHeader header;
    QString completionDescription;
    std::vector<Verification> verifiers;
    std::vector<QString> authors; ///< Author Observer Sequence (0040,A078)
    int predecessors = 0;         ///< earlier versions that it names
    ContentItem root;
    int items = 0;           ///< nodes of the tree without its root
    bool isCut = false;      ///< more nodes than are read: the rest is missing
    bool isRepaired = false; ///< text in another character set than declared was put right
};

/// Nodes that are read at most.
inline constexpr int mostContentItems = 100'000;

/// Errors: NoPixels when it is no report, DicomMalformed (no content, no root container).
[[nodiscard]] Result<std::shared_ptr<const Report>> readReport(const Attributes &object);
/// Every object that the tree names, in reading order.
[[nodiscard]] std::vector<ObjectReference> referencesIn(const Report &report);

} // namespace consilium::documents
