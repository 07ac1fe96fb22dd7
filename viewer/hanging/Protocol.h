#pragma once
#include "viewer/session/ViewerState.h"

#include <QRegularExpression>
#include <QString>
#include <QStringList>

#include <map>
#include <optional>
#include <vector>

/// Hanging protocols: which images go where, as data. docs/hanging-protocols.md describes the files.
namespace consilium::hanging
{

inline constexpr int schemaVersion = 1;

/// From `least` to `most`, both included; nullopt: no bound.
struct Range {
    std::optional<int> least, most;
    [[nodiscard]] bool holds(int n) const { return (!least || n >= *least) && (!most || n <= *most); }
    bool operator==(const Range &) const = default;
};

/// What a description must say, letters' case aside. All that is given must hold.
struct TextCondition {
    QStringList anyOf;                         ///< one of them stands in it
    QStringList without;                       ///< none of them stands in it
    std::optional<QRegularExpression> pattern; ///< matches somewhere in it
    [[nodiscard]] bool holds(const QString &text) const;
    bool operator==(const TextCondition &) const = default;
};

enum class Plane { Axial, Coronal, Sagittal };

/// Conditions on a series and one of its images. What is not given holds for all. An image that does not say it (no
/// laterality, no view, no orientation) fails a condition on it: nothing is guessed.
struct ImageCondition {
    QStringList modality;
    QStringList bodyPart;                     ///< Body Part Examined (0018,0015) as written, letters' case aside
    QStringList laterality;                   ///< "L", "R", "B"
    QStringList view;                         ///< normalised, see viewOf(): "CC", "MLO", "PA", "LAT"
    QStringList imageType;                    ///< each is one of the values of Image Type (0008,0008)
    std::optional<TextCondition> description; ///< Series Description
    std::optional<Range> images;              ///< number of images of the stack
    std::optional<Plane> plane;               ///< the stack's images lie in it, within 45 degrees
    bool operator==(const ImageCondition &) const = default;
};

/// Which of the patient's earlier studies.
struct PriorCondition {
    int nth = 1; ///< from the newest, of those that fit; from 1
    bool sameModality = true, sameBodyPart = true;
    QString before;                 ///< YYYYMMDD: of an earlier day; empty: before the current study
    std::optional<int> mostDaysOld; ///< days before the current study
    bool operator==(const PriorCondition &) const = default;
};

/// When a protocol fits a study.
struct Match {
    struct Series {
        ImageCondition condition;
        Range count{1, {}}; ///< of images that fit
        bool operator==(const Series &) const = default;
    };
    QStringList modality; ///< the study holds images of one of them
    QStringList bodyPart;
    std::optional<TextCondition> studyDescription;
    std::vector<Series> series;  ///< each must hold
    std::optional<Range> images; ///< of the whole study
    std::optional<Range> monitors;
    std::optional<bool> hasPrior; ///< by `prior`
    PriorCondition prior;
    int priorConditions = 0; ///< how many fields of `prior` the file names: they count as conditions
    bool operator==(const Match &) const = default;
};

enum class Which { First, Middle, Last, Key };
enum class Zoom { Fit, SameScale, TrueSize };
enum class Side { Left, Right };
/// Which side of the cell the chest wall of a mammogram comes to. ByLaterality: of a right breast to the right, of a
/// left one to the left, so that the two stand back to back (IHE RAD TF-2 4.16.4.2.2.1.1.2).
enum class ChestWall { ByLaterality, Left, Right };

/// Letters of the patient (L R A P H F) that shall stand at edges of the picture; null: any.
struct EdgeWish {
    QChar left, top;
    bool operator==(const EdgeWish &) const = default;
};

/// What comes into one view.
struct Cell {
    ImageCondition find;
    int nth = 1;                         ///< of the images or stacks that fit, from 1
    std::optional<PriorCondition> prior; ///< nullopt: of the current study
    Which which = Which::First;
    QString windowPreset;                  ///< name of a preset; empty: none
    std::optional<session::Window> window; ///< nullopt and no preset: as the file says
    Zoom zoom = Zoom::Fit;
    std::optional<EdgeWish> edges;
    session::Orientation turn; ///< when `edges` and `chestWall` are not given
    std::optional<ChestWall> chestWall;
    bool isLinked = false; ///< of a stage that links by offset
    bool isEmpty = false;  ///< left free on purpose
    bool operator==(const Cell &) const = default;
};

struct MonitorCells {
    int rows = 1, columns = 1;
    std::vector<Cell> cells; ///< in reading order; rows * columns of them
    bool operator==(const MonitorCells &) const = default;
};

enum class Lines { Off, Current, WithEnds };

struct Stage {
    std::map<QString, QString> names;   ///< see Protocol::names
    std::vector<MonitorCells> monitors; ///< from left to right, all of as many rows
    session::LinkKind link = session::LinkKind::None;
    std::optional<Lines> lines; ///< nullopt: as they are
    [[nodiscard]] int rows() const { return monitors.front().rows; }
    [[nodiscard]] int columns() const;
    bool operator==(const Stage &) const = default;
};

struct Protocol {
    QString id;
    /// By language ("en", "zh_CN", "zh_TW"); "" is for all others.
    std::map<QString, QString> names;
    bool isOwn = false; ///< of the person's folder
    QString file;
    bool whenOpened = false; ///< applied by itself when a study is opened, unless the settings say otherwise
    Match match;
    std::vector<Stage> stages; ///< at least one
    bool operator==(const Protocol &) const = default;

    [[nodiscard]] QString displayName() const; ///< in the language of the program
};

/// Of names by language (Protocol::names) the one in the language of the program, else any; empty: there is none.
[[nodiscard]] QString displayText(const std::map<QString, QString> &names);
/// What is shown in the language of the program is `text` from now on; one text for all languages stays one. Empty: no
/// name in that language.
void setDisplayText(std::map<QString, QString> &names, const QString &text);

/// "CC", "MLO", "ML", "LM", "LMO", "PA", "AP", "LAT" ... of a View Position (0018,5101), or of the meaning of a View
/// Code of CID 4014 or 4010; what is none of these: as written, in capitals; empty: empty. Decubitus views (LLD, RLD)
/// are no lateral views.
[[nodiscard]] QString viewOf(const QString &viewPosition);

} // namespace consilium::hanging
