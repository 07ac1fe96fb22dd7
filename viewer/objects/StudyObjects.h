#pragma once
#include "base/Geometry.h"
#include "base/Ids.h"
#include "viewer/objects/Codes.h"
#include "viewer/objects/Flaw.h"
#include "viewer/objects/PresentationState.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace consilium::objects
{

/// A number that an object states of a mark. PS3.16 TID 300.
struct StatedValue {
    Code name, derivation;
    double value = 0.0;
    Code unit; ///< UCUM
    /// What the object calls its measurement in a series that lies over the image; empty: of the image itself.
    QString over = {};
    bool operator==(const StatedValue &) const = default;
};

/// Where a mark came from: the object that holds it, who made it and when, what the object says of it.
struct MarkOrigin {
    SopInstanceUid object;
    StudyUid study;
    QString author;  ///< for people, "王小东  WANG XIAODONG"; empty: the object does not say
    QString made;    ///< as written, DT; or empty
    QString program; ///< Manufacturer of the object
    QString remark;  ///< of a key image: why it was chosen, in somebody's words; or empty
    std::vector<StatedValue> stated;
    /// The mark as the object has it: one that was changed since is another one, of which nothing is stated.
    std::vector<PatientPoint> places;
    std::vector<ImagePoint> points;
    QString text;
    bool isWaiting = false; ///< the object was saved on this computer and is not in the archive yet
    /// The layer of a presentation state that it lies on, as the state describes it, else by its name (PS3.3 C.10.7);
    /// empty: it comes from another object, or the layer is one of the program's own.
    QString layer = {};
    std::optional<GraphicLayer> graphicLayer = {}; ///< that layer as the state has it; nullopt where `layer` is empty
    bool operator==(const MarkOrigin &) const = default;
};

/// Something of an object that is not shown, or shown otherwise than it says.
struct ObjectTrouble {
    SopInstanceUid object;
    QString name;   ///< what the object is called, and of when: names that somebody typed, never copied out
    QString reason; ///< one sentence in the user's language
    QString detail; ///< technical, English, no patient data
    int count = 1;  ///< how often
    bool operator==(const ObjectTrouble &) const = default;
};

using PresentationStatePtr = std::shared_ptr<const PresentationState>;

/// What windows may ask about kept objects of opened studies: measurements (SR), presentation states (GSPS) and key
/// image notes (KO), of this and of other programs, wherever they come from. The app implements it. UI thread only;
/// nothing here blocks.
class StudyObjects : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Null: the mark was made here and is kept nowhere, or nobody knows of it.
    [[nodiscard]] virtual const MarkOrigin *origin(const AnnotationId &mark) const = 0;
    /// Presentation states of the study, the newest first.
    [[nodiscard]] virtual std::vector<PresentationStatePtr> states(const StudyUid &study) const = 0;
    [[nodiscard]] virtual std::vector<ObjectTrouble> troubles(const StudyUid &study) const = 0;

Q_SIGNALS:
    void changed(const consilium::StudyUid &study); ///< any of these
};

} // namespace consilium::objects
