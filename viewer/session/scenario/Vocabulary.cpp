#include "viewer/session/scenario/Vocabulary.h"

#include "base/Error.h"

#include <QRegularExpression>

#include <array>

namespace consilium::session::scenario
{

namespace
{

/// A command. All lists are words with blanks between.
struct CommandEntry {
    const char *name;
    int minimum, maximum;      ///< arguments, not counting one that is part of the name
    const char *options = "";  ///< that it may have
    const char *required = ""; ///< that it must have
    const char *oneOf = "";    ///< options or arguments of which exactly one must be there
    const char *together = ""; ///< options that only come together
    const char *needs = "";    ///< "a>b": option a only beside b
};

constexpr auto commands = std::to_array<CommandEntry>({
    {"SetLayout", 0, 0, "rows columns active", "rows columns"},
    {"SetActiveView", 0, 0, "view", "view"},
    {"ShowSeries", 0, 0, "view series study", "series"},
    {"ShowPlane", 0, 1, "view slice sop frame point normal reference", "", "slice sop point default", "point normal",
     "frame>sop reference>point"},
    {"SetWindow", 0, 1, "view series study centre width function table", "", "centre default table", "centre width",
     "function>centre study>series"},
    {"SetInverted", 0, 0, "view series study inverted", "inverted", "", "", "study>series"},
    {"SetZoomPan", 0, 1, "view across along-row along-column", "", "across fit", "",
     "along-row>across along-column>across"},
    {"SetOrientation", 0, 0, "view rotation flipped"},
    {"AddAnnotation", 0, 0, "view id kind handles pixels text sop frame", "id kind", "handles pixels", "", "frame>sop"},
    {"MoveHandle", 0, 0, "annotation handle to pixel", "annotation handle", "to pixel"},
    {"RemoveAnnotation", 0, 0, "annotation", "annotation"},
    {"SetHandles", 0, 0, "annotation handles pixels", "annotation", "handles pixels"},
    {"SetMarkText", 0, 0, "annotation text", "annotation text"},
    {"PlaceLabel", 0, 1, "annotation to pixel", "annotation", "to pixel beside"},
    {"MovePointer", 0, 1, "view to pixel", "", "to pixel away"},
    {"SetScrollLink", 0, 0, "by anchors", "by"},
    {"SetLookLink", 0, 0, "window zoom pan cursor"},
    {"SetCursor", 0, 1, "view to", "", "to off"},
    {"SetAlignment", 0, 1, "view from shift turn", "from", "shift off", "", "turn>shift"},
    {"SetFusion", 0, 1, "view series study opacity map scale centre width threshold", "", "series off", "centre width",
     "opacity>series map>series scale>series centre>series threshold>series study>series"},
    {"SetSlab", 0, 1, "view mode thickness", "", "mode off", "mode thickness"},
    {"SetEnhancement", 0, 1, "view series study enhancement level", "", "enhancement off", "enhancement level",
     "study>series"},
    {"SetColourMap", 0, 0, "view series study map", "map", "", "", "study>series"},
    {"SetSuv", 0, 0, "view series study suv", "suv", "", "", "study>series"},
    {"SetShutter", 0, 1, "view series study edges circle vertices grey slices", "", "", "", "study>series"},
    {"SetGreyTables", 0, 1, "view series study entries bits first factor offset output output-bits slices", "", "", "",
     "study>series"},
    {"ShowSegmentation", 0, 0, "view object study shown", "shown"},
    {"ShowLayer", 0, 0, "object layer shown", "object layer shown"},
    {"SetSegmentDisplay", 0, 0, "view object study segment visible opacity", "segment"},
    {"ArrangeStudy", 0, 0, "study stacks view", "stacks"},
    {"undo", 0, 0},
    {"redo", 0, 0},
    {"gesture begin", 0, 0},
    {"gesture end", 0, 0},
    {"permit", 2, 2},
    {"let", 2, 2},
    {"remember", 1, 1},
    {"print", 1, 1},
    {"program", 0, 0, "language theme size ratio"},
    {"source", 1, 1, "url folder user password token ca timeout", "", "url folder", "user password",
     "user>url token>url ca>url timeout>url"},
    {"open", 0, 1, "study patient accession source timeout", "", "first all study patient accession"},
    {"close", 0, 1, "study", "", "all study"},
    {"link", 1, 1, "timeout"},
    {"worklist show", 0, 0},
    {"worklist search", 0, 0, "text patient name accession date modality source timeout"},
    {"worklist open", 0, 0, "row timeout", "row"},
    {"mouse press", 0, 0, "view at button modifiers", "at"},
    {"mouse move", 0, 0, "view at button modifiers", "at"},
    {"mouse release", 0, 0, "view at button modifiers", "at"},
    {"mouse double", 0, 0, "view at button modifiers", "at"},
    {"mouse drag", 0, 0, "view at to steps button modifiers", "at to"},
    {"mouse wheel", 0, 0, "view at steps modifiers", "at steps"},
    {"key", 1, 1, "view"},
    {"command", 1, 1, "view"},
    {"tool", 1, 1, "button"},
    {"wait loaded", 0, 0, "view timeout"},
    {"wait drawn", 0, 0, "view timeout"},
    {"wait idle", 0, 0, "timeout"},
    {"wait until", 0, 0, "timeout"},
    {"pause", 1, 1},
    {"expect", 0, 0},
    {"capture window", 1, 1, "timeout"},
    {"capture viewport", 1, 1, "view timeout"},
    {"capture image", 1, 1, "view timeout"},
    {"dump state", 1, 1},
    {"dump labels", 1, 1},
    {"dump series", 1, 1},
    {"record start", 1, 1, "key", "key"},
    {"record stop", 0, 0},
    {"play", 1, 1, "key until", "key"},
    {"seek", 1, 1},
});

struct SubjectEntry {
    const char *names;
    const char *options = "";
    const char *oneOf = "";
    const char *required = "";
};

constexpr auto subjects = std::to_array<SubjectEntry>({
    {"probe.stored probe.value probe.unit probe.patient probe.pixel probe.place probe.grey probe.segments probe.fusion "
     "probe.fusion-unit",
     "view pixel patient at", "pixel patient at"},
    {"label.top-left label.top-right label.bottom-left label.bottom-right label.middle label.play label.date banner "
     "letter.left "
     "letter.right "
     "letter.top "
     "letter.bottom scale-bar.text scale-bar.length bands slice slices legend.name legend.low legend.high",
     "view"},
    {"band.headline band.consequence band.kind band.grade band.progress band.more", "view name", "", "name"},
    {"mark.label mark.flags mark.value mark.unit mark.pixel-value mark.length mark.long-axis mark.short-axis "
     "mark.angle "
     "mark.ratio mark.first-length mark.second-length mark.femur mark.tibia mark.leg mark.mean mark.sd mark.min "
     "mark.max "
     "mark.sum mark.area mark.perimeter mark.count mark.left-out mark.outside mark.time mark.velocity mark.depth "
     "mark.suv mark.suv-mean mark.suv-max mark.fused-value mark.fused-mean mark.fused-sd mark.fused-min "
     "mark.fused-max "
     "mark.fused-count",
     "view annotation", "", "annotation"},
    {"repairs.count repairs.text kept.states kept.layers kept.troubles kept.key-image", "view"},
    {"mark.origin", "annotation", "", "annotation"},
    {"document.title document.kind document.facts document.patient document.text document.page document.pages "
     "document.doubt document.danger document.count document.links document.selected document.scrolled document.zoom "
     "document.failure ecg.layout ecg.speed ecg.gain ecg.px-per-mm ecg.about ecg.reading",
     "view"},
    {"document.grey", "view at", "", "at"},
    {"ecg.value ecg.place", "view channel time", "", "channel time"},
    {"panel.lines panel.priors"},
    {"timeline timeline.count timeline.state timeline.question"},
    {"timeline.row timeline.standing timeline.study", "row", "", "row"},
    {"standing standing.text standing.frame", "view"},
    {"studies studies.count"},
    {"study.patient-id study.patient-name study.accession study.description study.date", "study"},
    {"series series.count", "study"},
    {"series.description series.modality series.number series.part series.slices series.complete series.issues",
     "view series study"},
    {"progress.expected progress.described progress.decoded progress.failed progress.complete progress.ended",
     "view series study"},
    {"worklist.count worklist.message message memory.cache"},
    {"worklist.cell", "row column", "", "row column"},
    {"link.state link.apart link.text reference-lines reference-line.image", "view"},
    {"cursor.state cursor.text cursor.apart cursor.at fusion.state fusion.text", "view"},
    {"layout.rows layout.columns layout.active layout.link layout.look layout.cursor layout.alignments layers.hidden "
     "annotations "
     "annotations.count "
     "hash"},
    {"view.study view.series view.sop view.frame view.point view.normal view.reference view.across view.unit "
     "view.along-row "
     "view.along-column view.rotation view.flipped view.centre view.width view.function view.inverted view.slab "
     "view.thickness view.enhancement view.level view.colour-map view.suv view.shutter view.grey-tables "
     "view.file-table "
     "view.fusion "
     "view.fusion-opacity "
     "view.fusion-map view.fusion-scale view.fusion-centre view.fusion-width view.fusion-threshold",
     "view"},
    {"annotation.kind annotation.author annotation.text annotation.handles annotation.label", "annotation", "",
     "annotation"},
    {"can-undo can-redo", "actor"},
    {"segmentations segmentations.count segmentations.missing", "study"},
    {"segmentation.kind segmentation.name segmentation.segments segmentation.unreadable segmentation.fraction",
     "object study"},
    {"segment.label segment.colour segment.category segment.type segment.largest", "object study segment", "",
     "segment"},
    {"view.segmentations segments.drawn", "view"},
    {"segment.visible segment.opacity", "view object study segment", "", "segment"},
    {"program.language program.theme program.size program.ratio program.tab program.outbox"},
});

/// How an option's value must look; the same wherever the option stands ("to" of a mouse apart).
struct FormatEntry {
    const char *options;
    const char *what; ///< for the message
    bool (*accepts)(const QString &);
};

bool isOneOf(const char *words, const QString &value)
{
    return QString::fromLatin1(words).split(QLatin1Char(' ')).contains(value);
}

bool isView(const QString &text)
{
    static const QRegularExpression view(QStringLiteral("^v([1-9]|[1-5][0-9]|6[0-4])$"));
    return view.match(text).hasMatch();
}

bool isSpan(const QString &text)
{
    return (text.endsWith(QStringLiteral("mm")) || text.endsWith(QStringLiteral("px"))) &&
           parseNumber(text.chopped(2)).value_or(0) > 0;
}

bool arePoints(const QString &text, int count)
{
    const QStringList points = text.split(QLatin1Char(';'));
    return std::all_of(points.begin(), points.end(),
                       [count](const QString &p) { return parseNumbers(p, count).has_value(); });
}

bool areAnchors(const QString &text)
{
    const QStringList anchors = text.split(QLatin1Char(';'));
    return std::all_of(anchors.begin(), anchors.end(), [](const QString &anchor) {
        return isView(anchor.section(QLatin1Char(','), 0, 0)) &&
               parseNumbers(anchor.section(QLatin1Char(','), 1), 3).has_value();
    });
}

bool areModifiers(const QString &text)
{
    const QStringList words = text.split(QLatin1Char('+'));
    return std::all_of(words.begin(), words.end(), [](const QString &w) { return isOneOf("ctrl shift alt", w); });
}

bool isKey(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^[0-9A-Fa-f]{64}$"));
    return form.match(text).hasMatch();
}

bool areStacks(const QString &text)
{
    static const QRegularExpression form(
        QStringLiteral("^none$|^[^@;+]+(@[0-9]*\\.\\.[0-9]*)?([;+][^@;+]+(@[0-9]*\\.\\.[0-9]*)?)*$"));
    return form.match(text).hasMatch();
}

constexpr auto formats = std::to_array<FormatEntry>({
    {"view active from", "a view, v1 to v64", isView},
    {"rows columns handle row frame level bits output-bits table", "a whole number from 1",
     [](const QString &v) { return parseCount(v).has_value(); }},
    {"centre width along-row along-column rotation steps threshold first factor offset", "a number",
     [](const QString &v) { return parseNumber(v).has_value(); }},
    {"tolerance", "a number from 0", [](const QString &v) { return parseNumber(v).value_or(-1) >= 0; }},
    {"inverted flipped shown visible window zoom pan cursor", "yes or no",
     [](const QString &v) { return parseYesNo(v).has_value(); }},
    {"segment", "a number from 0",
     [](const QString &v) {
         bool isNumber = false;
         return v.toInt(&isNumber) >= 0 && isNumber;
     }},
    {"opacity", "a number from 0 to 1",
     [](const QString &v) { return parseNumber(v).value_or(-1) >= 0 && parseNumber(v).value_or(2) <= 1; }},
    {"timeout until", "a duration (500ms, 2s, 1min)", [](const QString &v) { return parseDurationMs(v).has_value(); }},
    {"point normal to patient shift turn", "three numbers x,y,z",
     [](const QString &v) { return parseNumbers(v, 3).has_value(); }},
    {"pixel", "two numbers column,row", [](const QString &v) { return parseNumbers(v, 2).has_value(); }},
    {"edges", "four numbers left,top,right,bottom", [](const QString &v) { return parseNumbers(v, 4).has_value(); }},
    {"entries output", "numbers a,b,c", [](const QString &v) { return parseNumbers(v, -1).has_value(); }},
    {"slices", "whole numbers from 1: a,b,c",
     [](const QString &v) {
         const QStringList all = v.split(QLatin1Char(','));
         return std::all_of(all.begin(), all.end(), [](const QString &one) { return parseCount(one).has_value(); });
     }},
    {"circle", "three numbers column,row,radius", [](const QString &v) { return parseNumbers(v, 3).has_value(); }},
    {"grey", "a number from 0 to 255",
     [](const QString &v) { return parseNumber(v).value_or(-1) >= 0 && parseNumber(v).value_or(256) <= 255; }},
    {"handles", "points x,y,z;x,y,z", [](const QString &v) { return arePoints(v, 3); }},
    {"pixels vertices", "points column,row;column,row", [](const QString &v) { return arePoints(v, 2); }},
    {"by", "position, offset or none", [](const QString &v) { return isOneOf("position offset none", v); }},
    {"anchors", "views with points v1,x,y,z;v2,x,y,z", areAnchors},
    {"at", "a place x,y or x%,y%", [](const QString &v) { return parsePlace(v, 100, 100).has_value(); }},
    {"across", "a length (200mm) or image pixels (256px)", isSpan},
    {"thickness", "a length (10mm)", [](const QString &v) { return v.endsWith(QStringLiteral("mm")) && isSpan(v); }},
    {"scale", "modality, suv, suv-lbm-james, suv-lbm-janmahasatian or suv-bsa",
     [](const QString &v) { return isOneOf("modality suv suv-lbm-james suv-lbm-janmahasatian suv-bsa", v); }},
    {"mode", "mean, mip or minip", [](const QString &v) { return isOneOf("mean mip minip", v); }},
    {"enhancement", "sharpen, smooth, edge or local-contrast",
     [](const QString &v) { return isOneOf("sharpen smooth edge local-contrast", v); }},
    {"suv", "bw, lbm-james, lbm-janmahasatian or bsa",
     [](const QString &v) { return isOneOf("bw lbm-james lbm-janmahasatian bsa", v); }},
    {"map", "grey, hot-iron, pet, hot-metal-blue, pet-20-step or rainbow",
     [](const QString &v) { return isOneOf("grey hot-iron pet hot-metal-blue pet-20-step rainbow", v); }},
    {"stacks", "none, or series@from..to with + and ; between", areStacks},
    {"slice", "a number from 1, first, middle or last",
     [](const QString &v) { return parseCount(v).has_value() || isOneOf("first middle last", v); }},
    {"function", "linear, linear-exact or sigmoid",
     [](const QString &v) { return isOneOf("linear linear-exact sigmoid", v); }},
    {"kind",
     "a kind of mark (probe, arrow, text, length, polyline, angle, cobb, open-angle, bidirectional, ellipse, "
     "rectangle, polygon, freehand, point-roi, ruler, cardiothoracic-ratio, leg-axis, line-pair, key-image or "
     "calibration)",
     [](const QString &v) {
         return isOneOf(
             "probe arrow text length polyline angle cobb open-angle bidirectional ellipse rectangle "
             "polygon freehand point-roi ruler cardiothoracic-ratio leg-axis line-pair key-image calibration",
             v);
     }},
    {"button", "left, middle or right", [](const QString &v) { return isOneOf("left middle right", v); }},
    {"modifiers", "ctrl, shift, alt with + between", areModifiers},
    {"size", "WIDTHxHEIGHT", [](const QString &v) { return parseSize(v).has_value(); }},
    {"language", "en, zh_CN or zh_TW", [](const QString &v) { return isOneOf("en zh_CN zh_TW", v); }},
    {"theme", "dark or light", [](const QString &v) { return isOneOf("dark light", v); }},
    {"ratio", "0.5 to 4",
     [](const QString &v) { return parseNumber(v).value_or(0) >= 0.5 && parseNumber(v).value_or(9) <= 4; }},
    {"key", "64 hexadecimal digits", isKey},
    {"column", "a column of the worklist",
     [](const QString &
            v) { return isOneOf("patient-id patient-name accession date modality description urgency read-state", v); }},
});

bool isVariable(const QString &value)
{
    return value.contains(QStringLiteral("${"));
}

QString checkValue(const QString &command, const QString &key, const QString &value)
{
    if (isVariable(value))
        return {};
    if (command == QStringLiteral("mouse drag") && key == QStringLiteral("to"))
        return parsePlace(value, 100, 100) ? QString() : QStringLiteral("to= must be a place x,y or x%,y%");
    // Elsewhere a place in the patient: here who the patient is.
    if (key == QStringLiteral("patient") &&
        (command == QStringLiteral("open") || command == QStringLiteral("worklist search")))
        return {};
    for (const FormatEntry &entry : formats) {
        if (isOneOf(entry.options, key) && !entry.accepts(value))
            return QStringLiteral("%1= must be %2").arg(key, QString::fromLatin1(entry.what));
    }
    return {};
}

QStringList wordsOf(const char *list)
{
    return QString::fromLatin1(list).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

const CommandEntry *entryOf(const Command &command, QString *fullName)
{
    const QString withArgument = command.name + QLatin1Char(' ') + command.argument(0);
    for (const CommandEntry &entry : commands) {
        const QString name = QString::fromLatin1(entry.name);
        if (name == command.name || name == withArgument) {
            *fullName = name;
            return &entry;
        }
    }
    return nullptr;
}

QString unknownCommand(const Command &command)
{
    QStringList kinds;
    for (const CommandEntry &entry : commands) {
        const QString name = QString::fromLatin1(entry.name);
        if (name.startsWith(command.name + QLatin1Char(' ')))
            kinds.append(name.section(QLatin1Char(' '), 1));
    }
    if (!kinds.isEmpty())
        return QStringLiteral("%1 must be followed by one of: %2").arg(command.name, kinds.join(QStringLiteral(", ")));
    return QStringLiteral("unknown command \"%1\"").arg(command.name);
}

QString checkOptions(const QString &name, const Options &options, const QStringList &allowed,
                     const QStringList &required)
{
    for (const auto &[key, value] : options) {
        if (!allowed.contains(key))
            return QStringLiteral("%1 has no option %2=").arg(name, key);
        if (const QString wrong = checkValue(name, key, value); !wrong.isEmpty())
            return wrong;
    }
    for (const QString &key : required) {
        if (!options.contains(key))
            return QStringLiteral("%1 needs %2=").arg(name, key);
    }
    return {};
}

// A bare word that is the value of one of the alternatives was meant as that.
QString meantOption(const QStringList &alternatives, const QString &word)
{
    for (const FormatEntry &format : formats) {
        for (const QString &key : wordsOf(format.options)) {
            if (alternatives.contains(key) && format.accepts(word))
                return QStringLiteral("; %1=%2 is how it is written").arg(key, word);
        }
    }
    return {};
}

QString checkCombination(const CommandEntry &entry, const QString &name, const Command &command)
{
    const QStringList alternatives = wordsOf(entry.oneOf);
    const auto isThere = [&](const QString &word) { return command.has(word) || command.arguments.contains(word); };
    // An argument of such a command is one of its alternatives.
    if (!alternatives.isEmpty() && name != QStringLiteral("source") && !command.arguments.isEmpty() &&
        (!alternatives.contains(command.arguments.first()) ||
         wordsOf(entry.options).contains(command.arguments.first())))
        return QStringLiteral("%1 does not take \"%2\"").arg(name, command.arguments.first()) +
               meantOption(alternatives, command.arguments.first());
    if (!alternatives.isEmpty() && std::count_if(alternatives.begin(), alternatives.end(), isThere) != 1)
        return QStringLiteral("%1 needs exactly one of: %2").arg(name, alternatives.join(QStringLiteral(", ")));
    const QStringList together = wordsOf(entry.together);
    const auto present =
        std::count_if(together.begin(), together.end(), [&](const QString &k) { return command.has(k); });
    if (present != 0 && present != together.size())
        return QStringLiteral("%1 needs all of: %2").arg(name, together.join(QStringLiteral("=, ")) + QLatin1Char('='));
    for (const QString &pair : wordsOf(entry.needs)) {
        const QString key = pair.section(QLatin1Char('>'), 0, 0), other = pair.section(QLatin1Char('>'), 1);
        if (command.has(key) && !command.has(other))
            return QStringLiteral("%1= has a meaning only beside %2=").arg(key, other);
    }
    return {};
}

/// What is particular to one command.
QString checkArguments(const Command &command)
{
    const QString first = command.argument(0);
    if ((command.name == QStringLiteral("let") || command.name == QStringLiteral("remember")) && !isVariableName(first))
        return QStringLiteral("a variable's name has letters, digits and _ only");
    const bool takesDuration = command.name == QStringLiteral("pause") || command.name == QStringLiteral("seek");
    if (takesDuration && !isVariable(first) && !parseDurationMs(first))
        return QStringLiteral("%1 takes a duration (500ms, 2s, 1min)").arg(command.name);
    if (command.name == QStringLiteral("permit") && !isVariable(command.argument(1)) &&
        !isOneOf("all view presence nothing", command.argument(1)))
        return QStringLiteral("permit takes a name and all, view, presence or nothing");
    if (command.name == QStringLiteral("capture") && command.argument(1) == QStringLiteral("-"))
        return QStringLiteral("a picture cannot go to standard output");
    return {};
}

const SubjectEntry *subjectEntry(const QString &subject)
{
    const auto it = std::find_if(subjects.begin(), subjects.end(),
                                 [&](const SubjectEntry &e) { return isOneOf(e.names, subject); });
    return it == subjects.end() ? nullptr : &*it;
}

constexpr auto operators = std::to_array<std::pair<const char *, Operator>>({{"==", Operator::Equal},
                                                                             {"!=", Operator::NotEqual},
                                                                             {"<", Operator::Less},
                                                                             {"<=", Operator::LessOrEqual},
                                                                             {">", Operator::Greater},
                                                                             {">=", Operator::GreaterOrEqual},
                                                                             {"contains", Operator::Contains},
                                                                             {"matches", Operator::Matches},
                                                                             {"absent", Operator::Absent},
                                                                             {"present", Operator::Present}});

} // namespace

QString checkCommand(const Command &command)
{
    QString name;
    const CommandEntry *const entry = entryOf(command, &name);
    if (!entry)
        return unknownCommand(command);
    const auto count = command.arguments.size() - (name.contains(QLatin1Char(' ')) ? 1 : 0);
    if (count < entry->minimum || count > entry->maximum) {
        const QString allowed = entry->minimum == entry->maximum
                                    ? QString::number(entry->minimum)
                                    : QStringLiteral("%1 to %2").arg(entry->minimum).arg(entry->maximum);
        return QStringLiteral("%1 takes %2 argument(s), not %3").arg(name, allowed).arg(count);
    }
    if (const QString wrong = checkOptions(name, command.options, wordsOf(entry->options), wordsOf(entry->required));
        !wrong.isEmpty())
        return wrong;
    if (const QString wrong = checkCombination(*entry, name, command); !wrong.isEmpty())
        return wrong;
    return checkArguments(command);
}

QString checkExpectation(const Expectation &expectation)
{
    const SubjectEntry *const entry = subjectEntry(expectation.subject);
    if (!entry)
        return QStringLiteral("unknown subject \"%1\"").arg(expectation.subject);
    const QString &name = expectation.subject;
    if (const QString wrong =
            checkOptions(name, expectation.options, wordsOf(entry->options), wordsOf(entry->required));
        !wrong.isEmpty())
        return wrong;
    const QStringList alternatives = wordsOf(entry->oneOf);
    const auto isThere = [&](const QString &key) { return expectation.options.contains(key); };
    if (!alternatives.isEmpty() && std::count_if(alternatives.begin(), alternatives.end(), isThere) != 1)
        return QStringLiteral("%1 needs exactly one of: %2").arg(name, alternatives.join(QStringLiteral(", ")));
    if (expectation.op == Operator::Matches && !isVariable(expectation.value) &&
        !QRegularExpression(expectation.value).isValid())
        return QStringLiteral("not a regular expression");
    const bool isOrder = expectation.op >= Operator::Less && expectation.op <= Operator::GreaterOrEqual;
    if (isOrder && !isVariable(expectation.value) && !parseNumber(expectation.value))
        return QStringLiteral("%1 compares numbers").arg(operatorText(expectation.op));
    if (expectation.tolerance && expectation.op != Operator::Equal && expectation.op != Operator::NotEqual)
        return QStringLiteral("tolerance= goes with == and != only");
    return {};
}

bool takesExpectation(const QString &name, const QString &firstArgument)
{
    return name == QStringLiteral("expect") || name == QStringLiteral("remember") ||
           (name == QStringLiteral("wait") && firstArgument == QStringLiteral("until"));
}

std::optional<Operator> operatorFrom(const QString &word)
{
    for (const auto &[text, op] : operators) {
        if (word == QLatin1String(text))
            return op;
    }
    return std::nullopt;
}

QString operatorText(Operator op)
{
    for (const auto &[text, known] : operators) {
        if (op == known)
            return QString::fromLatin1(text);
    }
    return {};
}

bool mayHaveActor(const Command &command)
{
    return command.isAction() || command.name == QStringLiteral("undo") || command.name == QStringLiteral("redo");
}

bool mayFail(const Command &command)
{
    return mayHaveActor(command) ||
           isOneOf(
               "program remember source open close link worklist mouse key command tool wait capture dump record play "
               "seek",
               command.name);
}

bool isErrorName(const QString &name)
{
    if (name == QStringLiteral("any"))
        return true;
    for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code) {
        if (errorName(static_cast<ErrorCode>(code)) == name)
            return true;
    }
    return false;
}

bool isVariableName(const QString &name)
{
    static const QRegularExpression pattern(QStringLiteral("^[A-Za-z_][A-Za-z0-9_]*$"));
    return pattern.match(name).hasMatch();
}

QStringList commandNames()
{
    QStringList names;
    for (const CommandEntry &entry : commands)
        names.append(QString::fromLatin1(entry.name));
    return names;
}

QStringList subjectNames()
{
    QStringList names;
    for (const SubjectEntry &entry : subjects)
        names += wordsOf(entry.names);
    return names;
}

} // namespace consilium::session::scenario
