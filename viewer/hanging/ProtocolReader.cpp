#include "viewer/hanging/ProtocolReader.h"

#include "viewer/hanging/Fields.h"

#include <QDate>

#include <algorithm>

namespace consilium::hanging
{

using namespace Qt::StringLiterals;
using Kind = Problem::Kind;

namespace
{

constexpr int mostImages = 1'000'000, mostDays = 36'600, mostSide = 8;

QStringList upper(QStringList all)
{
    for (QString &one : all)
        one = one.trimmed().toUpper();
    return all;
}

Range readRange(const JsonValue &value, const char *name, Problems &problems)
{
    Fields fields(value, QString::fromLatin1(name), {u"min"_s, u"max"_s}, problems);
    Range range{fields.whole("min", 0, mostImages), fields.whole("max", 0, mostImages)};
    if (range.least && range.most && *range.least > *range.most)
        fields.report(Kind::OutOfRange, fields.find("max")->place, QString::number(*range.most),
                      u"%1 – %2"_s.arg(*range.least).arg(mostImages));
    return range;
}

/// A condition; null: it is not there, is no object, or says nothing. One that says nothing would count as a condition.
const JsonValue *conditionOf(Fields &fields, const char *name)
{
    const JsonValue *value = fields.object(name);
    if (!value || !value->members.empty())
        return value;
    fields.report(Kind::SaysNothing, value->place, QString::fromLatin1(name));
    return nullptr;
}

std::optional<Range> rangeOf(Fields &fields, const char *name, Problems &problems)
{
    const JsonValue *value = conditionOf(fields, name);
    return value ? std::optional(readRange(*value, name, problems)) : std::nullopt;
}

std::optional<TextCondition> textOf(Fields &of, const char *name, Problems &problems)
{
    const JsonValue *value = conditionOf(of, name);
    if (!value)
        return std::nullopt;
    Fields fields(*value, QString::fromLatin1(name), {u"contains"_s, u"without"_s, u"pattern"_s}, problems);
    TextCondition condition{fields.texts("contains"), fields.texts("without"), {}};
    if (const auto pattern = fields.text("pattern")) {
        const QRegularExpression expression(*pattern, QRegularExpression::CaseInsensitiveOption |
                                                          QRegularExpression::UseUnicodePropertiesOption);
        if (expression.isValid())
            condition.pattern = expression;
        else
            fields.report(Kind::BadPattern, fields.find("pattern")->place, *pattern, expression.errorString());
    }
    return condition;
}

ImageCondition readImages(const JsonValue &value, const char *name, Problems &problems)
{
    Fields fields(value, QString::fromLatin1(name),
                  {u"modality"_s, u"bodyPart"_s, u"laterality"_s, u"view"_s, u"imageType"_s, u"description"_s,
                   u"images"_s, u"plane"_s},
                  problems);
    ImageCondition condition;
    condition.modality = upper(fields.texts("modality"));
    condition.bodyPart = upper(fields.texts("bodyPart"));
    condition.laterality = fields.someOf("laterality", {u"L"_s, u"R"_s, u"B"_s});
    for (const QString &view : fields.texts("view"))
        condition.view << viewOf(view);
    condition.imageType = upper(fields.texts("imageType"));
    condition.description = textOf(fields, "description", problems);
    condition.images = rangeOf(fields, "images", problems);
    condition.plane = fields.oneOf<Plane>(
        "plane", {{"axial", Plane::Axial}, {"coronal", Plane::Coronal}, {"sagittal", Plane::Sagittal}});
    return condition;
}

PriorCondition readPrior(const JsonValue &value, int *given, Problems &problems)
{
    Fields fields(value, u"prior"_s, {u"nth"_s, u"sameModality"_s, u"sameBodyPart"_s, u"before"_s, u"mostDaysOld"_s},
                  problems);
    PriorCondition prior;
    prior.nth = fields.whole("nth", 1, 100).value_or(1);
    prior.sameModality = fields.truth("sameModality").value_or(true);
    prior.sameBodyPart = fields.truth("sameBodyPart").value_or(true);
    prior.mostDaysOld = fields.whole("mostDaysOld", 0, mostDays);
    if (const auto before = fields.text("before")) {
        if (before->size() == 8 && QDate::fromString(*before, u"yyyyMMdd"_s).isValid())
            prior.before = *before;
        else
            fields.report(Kind::WrongKind, fields.find("before")->place, u"before"_s,
                          QString::fromLatin1(expected::date));
    }
    if (given)
        *given = int(value.members.size());
    return prior;
}

void readMatchSeries(const JsonValue &array, Match &match, Problems &problems)
{
    for (const JsonValue &value : array.values) {
        Fields fields(value, u"series"_s, {u"find"_s, u"count"_s}, problems);
        fields.require("find");
        Match::Series series;
        if (const JsonValue *find = fields.object("find"))
            series.condition = readImages(*find, "find", problems);
        if (const auto count = rangeOf(fields, "count", problems))
            series.count = *count;
        match.series.push_back(std::move(series));
    }
}

Match readMatch(const JsonValue &value, Problems &problems)
{
    Fields fields(value, u"match"_s,
                  {u"modality"_s, u"bodyPart"_s, u"studyDescription"_s, u"series"_s, u"images"_s, u"monitors"_s,
                   u"hasPrior"_s, u"prior"_s},
                  problems);
    Match match;
    match.modality = upper(fields.texts("modality"));
    match.bodyPart = upper(fields.texts("bodyPart"));
    match.studyDescription = textOf(fields, "studyDescription", problems);
    if (const JsonValue *series = fields.array("series"))
        readMatchSeries(*series, match, problems);
    match.images = rangeOf(fields, "images", problems);
    match.monitors = rangeOf(fields, "monitors", problems);
    match.hasPrior = fields.truth("hasPrior");
    fields.needs("prior", "hasPrior");
    if (const JsonValue *prior = fields.object("prior"))
        match.prior = readPrior(*prior, &match.priorConditions, problems);
    return match;
}

void readWindow(Fields &cellFields, Cell &cell, const QStringList &presets, Problems &problems)
{
    const JsonValue *value = cellFields.find("window");
    if (!value)
        return;
    if (value->kind == JsonValue::Kind::Text) {
        const QStringList names = cellFields.someOf("window", presets);
        cell.windowPreset = names.isEmpty() ? QString() : names.front();
        return;
    }
    if (value->kind != JsonValue::Kind::Object) {
        cellFields.report(Kind::WrongKind, value->place, u"window"_s, QString::fromLatin1(expected::textOrObject));
        return;
    }
    Fields fields(*value, u"window"_s, {u"centre"_s, u"width"_s}, problems);
    fields.require("centre");
    fields.require("width");
    const auto centre = fields.number("centre", -1e6, 1e6), width = fields.number("width", 1, 1e6);
    if (centre && width)
        cell.window = session::Window{*centre, *width, session::VoiFunction::Linear};
}

QChar letterOf(Fields &fields, const char *name)
{
    const QStringList letters = fields.someOf(name, {u"L"_s, u"R"_s, u"A"_s, u"P"_s, u"H"_s, u"F"_s});
    if (letters.size() > 1)
        fields.report(Kind::WrongKind, fields.find(name)->place, QString::fromLatin1(name),
                      QString::fromLatin1(expected::text));
    return letters.size() == 1 ? letters.front().front() : QChar();
}

std::optional<EdgeWish> readEdges(Fields &cellFields, Problems &problems)
{
    const JsonValue *value = cellFields.object("edges");
    if (!value)
        return std::nullopt;
    Fields fields(*value, u"edges"_s, {u"left"_s, u"top"_s}, problems);
    EdgeWish wish{letterOf(fields, "left"), letterOf(fields, "top")};
    const auto axis = [](QChar c) { return c.isNull() ? -1 : int(u"LRAPHF"_s.indexOf(c)) / 2; };
    if (!wish.left.isNull() && axis(wish.left) == axis(wish.top))
        fields.report(Kind::Contradiction, fields.find("top")->place, u"top"_s, u"left"_s);
    return wish;
}

Cell readCell(const JsonValue &value, const QStringList &presets, Problems &problems)
{
    Fields fields(value, u"cells"_s,
                  {u"empty"_s, u"find"_s, u"nth"_s, u"study"_s, u"prior"_s, u"image"_s, u"window"_s, u"zoom"_s,
                   u"edges"_s, u"rotate"_s, u"flip"_s, u"chestWall"_s, u"linked"_s},
                  problems);
    Cell cell;
    cell.isEmpty = fields.truth("empty").value_or(false);
    if (!cell.isEmpty)
        fields.require("find");
    else
        fields.exclude("empty", "find");
    if (const JsonValue *find = fields.object("find"))
        cell.find = readImages(*find, "find", problems);
    cell.nth = fields.whole("nth", 1, 1000).value_or(1);
    fields.exclude("study", "prior");
    (void)fields.oneOf<bool>("study", {{"current", true}});
    if (const JsonValue *prior = fields.object("prior"))
        cell.prior = readPrior(*prior, nullptr, problems);
    cell.which =
        fields
            .oneOf<Which>(
                "image",
                {{"first", Which::First}, {"middle", Which::Middle}, {"last", Which::Last}, {"key", Which::Key}})
            .value_or(Which::First);
    readWindow(fields, cell, presets, problems);
    cell.zoom =
        fields.oneOf<Zoom>("zoom", {{"fit", Zoom::Fit}, {"sameScale", Zoom::SameScale}, {"trueSize", Zoom::TrueSize}})
            .value_or(Zoom::Fit);
    cell.edges = readEdges(fields, problems);
    if (const auto degrees = fields.whole("rotate", 0, 270)) {
        if (*degrees % 90 == 0)
            cell.turn.rotationDeg = *degrees;
        else
            fields.report(Kind::OutOfRange, fields.find("rotate")->place, QString::number(*degrees),
                          u"0, 90, 180, 270"_s);
    }
    cell.turn.flipped = fields.truth("flip").value_or(false);
    cell.chestWall = fields.oneOf<ChestWall>(
        "chestWall",
        {{"byLaterality", ChestWall::ByLaterality}, {"left", ChestWall::Left}, {"right", ChestWall::Right}});
    for (const char *other : {"edges", "rotate", "flip"})
        fields.exclude("chestWall", other);
    for (const char *other : {"rotate", "flip"})
        fields.exclude("edges", other);
    cell.isLinked = fields.truth("linked").value_or(false);
    return cell;
}

MonitorCells readMonitor(const JsonValue &value, const QStringList &presets, Problems &problems)
{
    Fields fields(value, u"monitors"_s, {u"rows"_s, u"columns"_s, u"cells"_s}, problems);
    for (const char *name : {"rows", "columns", "cells"})
        fields.require(name);
    MonitorCells monitor;
    const auto rows = fields.whole("rows", 1, mostSide), columns = fields.whole("columns", 1, mostSide);
    monitor.rows = rows.value_or(1);
    monitor.columns = columns.value_or(1);
    const JsonValue *cells = fields.array("cells");
    if (!cells)
        return monitor;
    for (const JsonValue &cell : cells->values)
        monitor.cells.push_back(readCell(cell, presets, problems));
    const int wanted = monitor.rows * monitor.columns;
    if (rows && columns && int(cells->values.size()) != wanted)
        fields.report(Kind::OutOfRange, cells->place, u"cells: %1"_s.arg(cells->values.size()),
                      u"rows × columns = %1"_s.arg(wanted));
    return monitor;
}

std::map<QString, QString> readNames(Fields &of, Problems &problems)
{
    const JsonValue *value = of.find("name");
    if (!value)
        return {};
    if (value->kind == JsonValue::Kind::Text) {
        const auto name = of.text("name");
        return name ? std::map<QString, QString>{{QString(), *name}} : std::map<QString, QString>{};
    }
    if (value->kind != JsonValue::Kind::Object) {
        of.report(Kind::WrongKind, value->place, u"name"_s, QString::fromLatin1(expected::textOrObject));
        return {};
    }
    std::map<QString, QString> names;
    Fields fields(*value, u"name"_s, {u"en"_s, u"zh_CN"_s, u"zh_TW"_s}, problems);
    for (const char *language : {"en", "zh_CN", "zh_TW"})
        if (const auto name = fields.text(language))
            names[QString::fromLatin1(language)] = *name;
    return names;
}

Stage readStage(const JsonValue &value, const QStringList &presets, Problems &problems)
{
    Fields fields(value, u"stages"_s, {u"name"_s, u"monitors"_s, u"link"_s, u"referenceLines"_s}, problems);
    fields.require("monitors");
    Stage stage;
    stage.names = readNames(fields, problems);
    if (const JsonValue *monitors = fields.array("monitors")) {
        for (const JsonValue &monitor : monitors->values)
            stage.monitors.push_back(readMonitor(monitor, presets, problems));
        const auto hasOtherRows = [&stage](const MonitorCells &m) { return m.rows != stage.rows(); };
        if (std::any_of(stage.monitors.begin(), stage.monitors.end(), hasOtherRows))
            fields.report(Kind::UnequalRows, monitors->place, {});
        if (stage.columns() > mostSide)
            fields.report(Kind::TooManyViews, monitors->place, {});
    }
    stage.link = fields
                     .oneOf<session::LinkKind>("link", {{"none", session::LinkKind::None},
                                                        {"position", session::LinkKind::Position},
                                                        {"offset", session::LinkKind::Offset}})
                     .value_or(session::LinkKind::None);
    stage.lines = fields.oneOf<Lines>(
        "referenceLines", {{"off", Lines::Off}, {"current", Lines::Current}, {"withEnds", Lines::WithEnds}});
    return stage;
}

} // namespace

tl::expected<Protocol, std::vector<Problem>> readProtocol(const QByteArray &json, const QStringList &windowPresets)
{
    const auto root = readJson(json);
    if (!root)
        return tl::unexpected(Problems{root.error()});
    Problems problems;
    if (const JsonValue *version = root->find(u"schema"_s);
        version && version->kind == JsonValue::Kind::Number && version->number != schemaVersion)
        // What a newer program writes has fields that this one does not know: one sentence instead of many.
        return tl::unexpected(Problems{{Kind::WrongSchema, version->place, version->text, {}, {}}});
    Fields fields(*root, u"schema"_s, {u"schema"_s, u"id"_s, u"name"_s, u"whenOpened"_s, u"match"_s, u"stages"_s},
                  problems);
    for (const char *name : {"schema", "id", "name", "match", "stages"})
        fields.require(name);
    (void)fields.whole("schema", schemaVersion, schemaVersion);
    Protocol protocol;
    protocol.id = fields.text("id").value_or(QString());
    protocol.names = readNames(fields, problems);
    protocol.whenOpened = fields.truth("whenOpened").value_or(false);
    if (const JsonValue *match = fields.object("match"))
        protocol.match = readMatch(*match, problems);
    if (const JsonValue *stages = fields.array("stages"))
        for (const JsonValue &stage : stages->values)
            protocol.stages.push_back(readStage(stage, windowPresets, problems));
    if (problems.empty())
        return protocol;
    std::stable_sort(problems.begin(), problems.end(), [](const Problem &a, const Problem &b) {
        return std::pair(a.place.line, a.place.column) < std::pair(b.place.line, b.place.column);
    });
    return tl::unexpected(problems);
}

} // namespace consilium::hanging
