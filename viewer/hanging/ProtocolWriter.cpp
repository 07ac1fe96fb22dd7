#include "viewer/hanging/ProtocolWriter.h"

#include "viewer/hanging/JsonText.h"

#include <QLocale>

#include <algorithm>
#include <utility>

namespace consilium::hanging
{

using namespace Qt::StringLiterals;
using Kind = JsonValue::Kind;

namespace
{

JsonValue of(const QString &text)
{
    JsonValue value;
    value.kind = Kind::Text;
    value.text = text;
    return value;
}

JsonValue of(double number)
{
    JsonValue value;
    value.kind = Kind::Number;
    value.text = QString::number(number, 'g', QLocale::FloatingPointShortest);
    return value;
}

JsonValue of(bool truth)
{
    JsonValue value;
    value.kind = Kind::Boolean;
    value.truth = truth;
    return value;
}

JsonValue ofKind(Kind kind)
{
    JsonValue value;
    value.kind = kind;
    return value;
}

void put(JsonValue &object, const char *name, JsonValue value)
{
    object.members.push_back({QString::fromLatin1(name), {}});
    object.values.push_back(std::move(value));
}

/// One text in place of a list of one; an empty list is no condition.
void putWords(JsonValue &object, const char *name, const QStringList &words)
{
    if (words.isEmpty())
        return;
    if (words.size() == 1)
        return put(object, name, of(words.front()));
    JsonValue list = ofKind(Kind::Array);
    for (const QString &word : words)
        list.values.push_back(of(word));
    put(object, name, std::move(list));
}

void putRange(JsonValue &object, const char *name, const Range &range)
{
    JsonValue value = ofKind(Kind::Object);
    if (range.least)
        put(value, "min", of(double(*range.least)));
    if (range.most)
        put(value, "max", of(double(*range.most)));
    put(object, name, std::move(value));
}

void putText(JsonValue &object, const char *name, const std::optional<TextCondition> &condition)
{
    if (!condition)
        return;
    JsonValue value = ofKind(Kind::Object);
    putWords(value, "contains", condition->anyOf);
    putWords(value, "without", condition->without);
    if (condition->pattern)
        put(value, "pattern", of(condition->pattern->pattern()));
    put(object, name, std::move(value));
}

void putNames(JsonValue &object, const std::map<QString, QString> &names)
{
    if (const auto all = names.find(QString()); all != names.end())
        return put(object, "name", of(all->second));
    JsonValue value = ofKind(Kind::Object);
    for (const char *language : {"en", "zh_CN", "zh_TW"})
        if (const auto found = names.find(QString::fromLatin1(language)); found != names.end())
            put(value, language, of(found->second));
    put(object, "name", std::move(value));
}

JsonValue imagesOf(const ImageCondition &condition)
{
    JsonValue value = ofKind(Kind::Object);
    putWords(value, "modality", condition.modality);
    putWords(value, "bodyPart", condition.bodyPart);
    putWords(value, "laterality", condition.laterality);
    putWords(value, "view", condition.view);
    putWords(value, "imageType", condition.imageType);
    putText(value, "description", condition.description);
    if (condition.images)
        putRange(value, "images", *condition.images);
    if (condition.plane)
        put(value, "plane",
            of(*condition.plane == Plane::Axial     ? u"axial"_s
               : *condition.plane == Plane::Coronal ? u"coronal"_s
                                                    : u"sagittal"_s));
    return value;
}

/// `fields`: how many are named at least, as each counts as a condition; those that are as usual fill them up.
JsonValue priorOf(const PriorCondition &prior, int fields, bool namesNth)
{
    const PriorCondition usual;
    int missing = fields - ((prior.nth != usual.nth || namesNth) ? 1 : 0) - (prior.sameModality ? 0 : 1) -
                  (prior.sameBodyPart ? 0 : 1) - (prior.before.isEmpty() ? 0 : 1) - (prior.mostDaysOld ? 1 : 0);
    const auto fillsUp = [&missing] { return missing-- > 0; };
    JsonValue value = ofKind(Kind::Object);
    const bool saysModality = !prior.sameModality || fillsUp(), saysBodyPart = !prior.sameBodyPart || fillsUp(),
               saysNth = prior.nth != usual.nth || namesNth || fillsUp();
    if (saysNth)
        put(value, "nth", of(double(prior.nth)));
    if (saysModality)
        put(value, "sameModality", of(prior.sameModality));
    if (saysBodyPart)
        put(value, "sameBodyPart", of(prior.sameBodyPart));
    if (!prior.before.isEmpty())
        put(value, "before", of(prior.before));
    if (prior.mostDaysOld)
        put(value, "mostDaysOld", of(double(*prior.mostDaysOld)));
    return value;
}

JsonValue matchOf(const Match &match)
{
    JsonValue value = ofKind(Kind::Object);
    putWords(value, "modality", match.modality);
    putWords(value, "bodyPart", match.bodyPart);
    putText(value, "studyDescription", match.studyDescription);
    if (!match.series.empty()) {
        JsonValue all = ofKind(Kind::Array);
        for (const Match::Series &series : match.series) {
            JsonValue one = ofKind(Kind::Object);
            put(one, "find", imagesOf(series.condition));
            if (series.count != Range{1, {}})
                putRange(one, "count", series.count);
            all.values.push_back(std::move(one));
        }
        put(value, "series", std::move(all));
    }
    if (match.images)
        putRange(value, "images", *match.images);
    if (match.monitors)
        putRange(value, "monitors", *match.monitors);
    if (!match.hasPrior)
        return value;
    put(value, "hasPrior", of(*match.hasPrior));
    if (match.priorConditions > 0 || match.prior != PriorCondition())
        put(value, "prior", priorOf(match.prior, match.priorConditions, false));
    return value;
}

void putTurn(JsonValue &object, const Cell &cell)
{
    if (cell.edges) {
        JsonValue edges = ofKind(Kind::Object);
        if (!cell.edges->left.isNull())
            put(edges, "left", of(QString(cell.edges->left)));
        if (!cell.edges->top.isNull())
            put(edges, "top", of(QString(cell.edges->top)));
        put(object, "edges", std::move(edges));
    }
    if (cell.turn.rotationDeg != 0.0)
        put(object, "rotate", of(cell.turn.rotationDeg));
    if (cell.turn.flipped)
        put(object, "flip", of(true));
    if (cell.chestWall)
        put(object, "chestWall",
            of(*cell.chestWall == ChestWall::ByLaterality ? u"byLaterality"_s
               : *cell.chestWall == ChestWall::Left       ? u"left"_s
                                                          : u"right"_s));
}

void putWindow(JsonValue &object, const Cell &cell)
{
    if (!cell.windowPreset.isEmpty()) {
        put(object, "window", of(cell.windowPreset));
    } else if (cell.window) {
        JsonValue window = ofKind(Kind::Object);
        put(window, "centre", of(cell.window->centre));
        put(window, "width", of(cell.window->width));
        put(object, "window", std::move(window));
    }
}

/// `canLink`: its stage links by offset; else "linked" has no meaning.
JsonValue cellOf(const Cell &cell, bool canLink)
{
    JsonValue value = ofKind(Kind::Object);
    if (cell.isEmpty)
        put(value, "empty", of(true));
    else
        put(value, "find", imagesOf(cell.find));
    if (cell.nth != 1)
        put(value, "nth", of(double(cell.nth)));
    if (cell.prior)
        put(value, "prior", priorOf(*cell.prior, 0, true));
    if (cell.which != Which::First)
        put(value, "image",
            of(cell.which == Which::Middle ? u"middle"_s
               : cell.which == Which::Last ? u"last"_s
                                           : u"key"_s));
    putWindow(value, cell);
    if (cell.zoom != Zoom::Fit)
        put(value, "zoom", of(cell.zoom == Zoom::SameScale ? u"sameScale"_s : u"trueSize"_s));
    putTurn(value, cell);
    if (cell.isLinked && canLink)
        put(value, "linked", of(true));
    return value;
}

JsonValue stageOf(const Stage &stage)
{
    JsonValue value = ofKind(Kind::Object);
    if (!stage.names.empty())
        putNames(value, stage.names);
    JsonValue monitors = ofKind(Kind::Array);
    for (const MonitorCells &monitor : stage.monitors) {
        JsonValue one = ofKind(Kind::Object);
        put(one, "rows", of(double(monitor.rows)));
        put(one, "columns", of(double(monitor.columns)));
        JsonValue cells = ofKind(Kind::Array);
        for (const Cell &cell : monitor.cells)
            cells.values.push_back(cellOf(cell, stage.link == session::LinkKind::Offset));
        put(one, "cells", std::move(cells));
        monitors.values.push_back(std::move(one));
    }
    put(value, "monitors", std::move(monitors));
    if (stage.link != session::LinkKind::None)
        put(value, "link", of(stage.link == session::LinkKind::Position ? u"position"_s : u"offset"_s));
    if (stage.lines)
        put(value, "referenceLines",
            of(*stage.lines == Lines::Off       ? u"off"_s
               : *stage.lines == Lines::Current ? u"current"_s
                                                : u"withEnds"_s));
    return value;
}

/// RFC 8259, 7.
QString quoted(const QString &text)
{
    QString out(u'"');
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            out += u'\\';
        if (c.unicode() < 0x20)
            out += u"\\u%1"_s.arg(int(c.unicode()), 4, 16, QChar(u'0'));
        else
            out += c;
    }
    return out + u'"';
}

QString onOneLine(const JsonValue &value)
{
    QStringList parts;
    switch (value.kind) {
    case Kind::Null:
        return u"null"_s;
    case Kind::Boolean:
        return value.truth ? u"true"_s : u"false"_s;
    case Kind::Number:
        return value.text;
    case Kind::Text:
        return quoted(value.text);
    case Kind::Array:
        for (const JsonValue &one : value.values)
            parts << onOneLine(one);
        return u'[' + parts.join(u", "_s) + u']';
    case Kind::Object:
        for (std::size_t i = 0; i < value.members.size(); ++i)
            parts << quoted(value.members[i].name) + u": "_s + onOneLine(value.values[i]);
        return u'{' + parts.join(u", "_s) + u'}';
    }
    return {};
}

/// What is short stands on one line: a cell is read as a whole.
void print(QString &out, const JsonValue &value, int indent, int used)
{
    constexpr int step = 4, mostColumns = 120;
    const QString line = onOneLine(value);
    const bool isNested = value.kind == Kind::Array || value.kind == Kind::Object;
    if (!isNested || value.values.empty() || (indent > 0 && used + line.size() + 1 <= mostColumns)) {
        out += line;
        return;
    }
    const bool isObject = value.kind == Kind::Object;
    out += isObject ? u"{\n"_s : u"[\n"_s;
    for (std::size_t i = 0; i < value.values.size(); ++i) {
        const QString name = isObject ? quoted(value.members[i].name) + u": "_s : QString();
        out += QString(indent + step, u' ') + name;
        print(out, value.values[i], indent + step, indent + step + int(name.size()));
        out += i + 1 < value.values.size() ? u",\n"_s : u"\n"_s;
    }
    out += QString(indent, u' ') + (isObject ? u'}' : u']');
}

} // namespace

QByteArray writeProtocol(const Protocol &protocol)
{
    JsonValue root = ofKind(Kind::Object);
    put(root, "schema", of(double(schemaVersion)));
    put(root, "id", of(protocol.id));
    putNames(root, protocol.names);
    if (protocol.whenOpened)
        put(root, "whenOpened", of(true));
    put(root, "match", matchOf(protocol.match));
    JsonValue stages = ofKind(Kind::Array);
    for (const Stage &stage : protocol.stages)
        stages.values.push_back(stageOf(stage));
    put(root, "stages", std::move(stages));
    QString text;
    print(text, root, 0, 0);
    return (text + u'\n').toUtf8();
}

} // namespace consilium::hanging
