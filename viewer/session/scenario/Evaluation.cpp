#include "viewer/session/scenario/Evaluation.h"

#include "viewer/session/StateFields.h"

#include <QJsonArray>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace consilium::session::scenario
{

namespace
{

bool isAbsent(const QJsonValue &value)
{
    return value.isNull() || value.isUndefined() || (value.isString() && value.toString().isEmpty()) ||
           (value.isArray() && value.toArray().isEmpty());
}

/// The numbers in a value: one, or a list of them. Text is text, however it looks ("007" is not 7).
std::optional<std::vector<double>> numbersOf(const QJsonValue &value)
{
    if (value.isDouble())
        return std::vector{value.toDouble()};
    if (!value.isArray())
        return std::nullopt;
    std::vector<double> numbers;
    for (const QJsonValue one : value.toArray()) {
        if (!one.isDouble())
            return std::nullopt;
        numbers.push_back(one.toDouble());
    }
    return numbers;
}

bool equals(const Expectation &expectation, const QJsonValue &found)
{
    const QString text = valueText(found);
    std::optional<std::vector<double>> numbers = numbersOf(found);
    if (!numbers && expectation.tolerance)
        numbers = parseNumbers(text, -1);
    if (!numbers)
        return text == expectation.value;
    const auto wanted = parseNumbers(expectation.value, static_cast<int>(numbers->size()));
    if (!wanted)
        return false;
    const double tolerance = expectation.tolerance.value_or(0.0);
    return std::equal(numbers->begin(), numbers->end(), wanted->begin(),
                      [tolerance](double a, double b) { return std::abs(a - b) <= tolerance; });
}

bool isOrdered(const Expectation &expectation, const QJsonValue &found)
{
    const std::optional<double> a = parseNumber(valueText(found)), b = parseNumber(expectation.value);
    if (!a || !b)
        return false;
    switch (expectation.op) {
    case Operator::Less:
        return *a < *b;
    case Operator::LessOrEqual:
        return *a <= *b;
    case Operator::Greater:
        return *a > *b;
    default:
        return *a >= *b;
    }
}

bool containsValue(const QString &wanted, const QJsonValue &found)
{
    if (!found.isArray())
        return valueText(found).contains(wanted);
    const QJsonArray list = found.toArray();
    return std::any_of(list.begin(), list.end(), [&](const QJsonValue &v) { return valueText(v) == wanted; });
}

template<class E>
QString enumName(E value)
{
    for (const auto &entry : EnumNames<E>::entries) {
        if (entry.value == value)
            return QString::fromLatin1(entry.name);
    }
    return {};
}

QJsonValue textOrNothing(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue planeSubject(const QString &name, const PlaneRef &plane)
{
    if (const auto *const image = std::get_if<ImageRef>(&plane)) {
        if (name == QStringLiteral("sop"))
            return image->sop.text();
        return name == QStringLiteral("frame") ? QJsonValue(image->frame + 1) : QJsonValue();
    }
    if (const auto *const spatial = std::get_if<SpatialPlane>(&plane)) {
        if (name == QStringLiteral("point"))
            return QJsonArray{spatial->point.x, spatial->point.y, spatial->point.z};
        if (name == QStringLiteral("normal"))
            return QJsonArray{spatial->normal.x, spatial->normal.y, spatial->normal.z};
        if (name == QStringLiteral("reference"))
            return spatial->frameOfReference.text();
    }
    return {};
}

std::optional<QJsonValue> zoomPanSubject(const QString &name, const std::optional<ZoomPan> &zoomPan)
{
    const bool isUnit = name == QStringLiteral("unit");
    if (isUnit)
        return zoomPan ? QJsonValue(enumName(zoomPan->unit)) : QJsonValue();
    const double ZoomPan::*const member = name == QStringLiteral("across")         ? &ZoomPan::across
                                          : name == QStringLiteral("along-row")    ? &ZoomPan::offsetAlongRow
                                          : name == QStringLiteral("along-column") ? &ZoomPan::offsetAlongColumn
                                                                                   : nullptr;
    if (!member)
        return std::nullopt;
    return zoomPan ? QJsonValue((*zoomPan).*member) : QJsonValue();
}

/// "edges=9,4,49,60 circle=30,30,22 grey=0"
QString shutterText(const DisplayShutter &shutter)
{
    const auto number = [](double v) { return QString::number(v, 'g', 10); };
    QStringList parts;
    if (const auto &r = shutter.rectangle)
        parts << QStringLiteral("edges=%1,%2,%3,%4").arg(r->left).arg(r->top).arg(r->right).arg(r->bottom);
    if (const auto &c = shutter.circle)
        parts << QStringLiteral("circle=%1,%2,%3")
                     .arg(number(c->centre.column), number(c->centre.row), number(c->radius));
    QStringList vertices;
    for (const ImagePoint &vertex : shutter.polygon)
        vertices << number(vertex.column) + QLatin1Char(',') + number(vertex.row);
    if (!vertices.isEmpty())
        parts << QStringLiteral("vertices=") + vertices.join(QLatin1Char(';'));
    parts << QStringLiteral("grey=%1").arg(shutter.grey);
    if (!shutter.images.empty())
        parts << QStringLiteral("images=%1").arg(shutter.images.size());
    return parts.join(QLatin1Char(' '));
}

/// "voi=4096x12 first=-1024 factor=1 offset=0 output=256x8": entries and their bits.
QString tablesText(const GreyTables &tables)
{
    const auto number = [](double v) { return QString::number(v, 'g', 10); };
    const auto size = [](const ValueTable &table) {
        return QStringLiteral("%1x%2").arg(table.count()).arg(table.bits);
    };
    QStringList parts;
    if (const auto &voi = tables.voi)
        parts << QStringLiteral("voi=%1 first=%2 factor=%3 offset=%4")
                     .arg(size(*voi))
                     .arg(voi->first)
                     .arg(number(voi->factor), number(voi->offset));
    if (const auto &output = tables.presentation)
        parts << QStringLiteral("output=") + size(*output);
    if (tables.voi && tables.voi->isOfStored)
        parts << QStringLiteral("of=stored");
    if (!tables.images.empty())
        parts << QStringLiteral("images=%1").arg(tables.images.size());
    if (!tables.windows.empty())
        parts << QStringLiteral("windows=%1").arg(tables.windows.size());
    return parts.join(QLatin1Char(' '));
}

std::optional<QJsonValue> presentationSubject(const QString &name, const Presentation &presentation)
{
    const std::optional<Window> &window = presentation.window;
    if (name == QStringLiteral("centre"))
        return window ? QJsonValue(window->centre) : QJsonValue();
    if (name == QStringLiteral("width"))
        return window ? QJsonValue(window->width) : QJsonValue();
    if (name == QStringLiteral("function"))
        return window ? QJsonValue(enumName(window->function)) : QJsonValue();
    if (name == QStringLiteral("inverted"))
        return QJsonValue(presentation.inverted);
    const auto &enhancement = presentation.enhancement;
    if (name == QStringLiteral("enhancement"))
        return enhancement ? QJsonValue(enumName(enhancement->kind)) : QJsonValue();
    if (name == QStringLiteral("level"))
        return enhancement ? QJsonValue(enhancement->level) : QJsonValue();
    if (name == QStringLiteral("colour-map"))
        return QJsonValue(enumName(presentation.colourMap));
    if (name == QStringLiteral("suv"))
        return QJsonValue(enumName(presentation.suv));
    if (name == QStringLiteral("shutter"))
        return presentation.shutter ? QJsonValue(shutterText(*presentation.shutter)) : QJsonValue();
    if (name == QStringLiteral("grey-tables"))
        return presentation.tables ? QJsonValue(tablesText(*presentation.tables)) : QJsonValue();
    if (name == QStringLiteral("file-table"))
        return presentation.fileTable > 0 ? QJsonValue(presentation.fileTable) : QJsonValue();
    return std::nullopt;
}

/// Window and threshold in the scale of the fusion; none: as the file says.
std::optional<QJsonValue> fusionSubject(const QString &name, const std::optional<Fusion> &fusion)
{
    if (name != QStringLiteral("fusion") && !name.startsWith(QStringLiteral("fusion-")))
        return std::nullopt;
    if (!fusion)
        return QJsonValue();
    if (name == QStringLiteral("fusion"))
        return QJsonValue(fusion->dataSet.text());
    if (name == QStringLiteral("fusion-opacity"))
        return QJsonValue(fusion->opacity);
    if (name == QStringLiteral("fusion-map"))
        return QJsonValue(enumName(fusion->colourMap));
    if (name == QStringLiteral("fusion-scale"))
        return QJsonValue(enumName(fusion->scale));
    if (name == QStringLiteral("fusion-threshold"))
        return fusion->threshold ? QJsonValue(*fusion->threshold) : QJsonValue();
    if (!fusion->window)
        return QJsonValue();
    return QJsonValue(name == QStringLiteral("fusion-centre") ? fusion->window->centre : fusion->window->width);
}

/// Names of what is linked.
QJsonArray lookNames(const LookLink &look)
{
    QJsonArray names;
    using Entry = std::pair<const char *, bool>;
    for (const auto &[name, isOn] : {Entry{"window", look.window}, Entry{"zoom", look.zoom}, Entry{"pan", look.pan},
                                     Entry{"cursor", look.cursor}}) {
        if (isOn)
            names.append(QString::fromLatin1(name));
    }
    return names;
}

std::optional<QJsonValue> viewSubject(const QString &name, const Options &options, const ViewerState &state)
{
    const auto wanted = options.find(QStringLiteral("view"));
    const ViewId id(wanted == options.end() ? QStringLiteral("v1") : wanted->second);
    const ViewState &view = state.view(id);
    if (name == QStringLiteral("study"))
        return textOrNothing(view.study.text());
    if (name == QStringLiteral("series"))
        return textOrNothing(view.dataSet.text());
    if (name == QStringLiteral("segmentations")) {
        QJsonArray shown;
        for (const auto &[key, display] : state.segmentations()) {
            if (key.view == id && display.shown)
                shown.append(key.object.text());
        }
        return QJsonValue(shown);
    }
    for (const char *const plane : {"sop", "frame", "point", "normal", "reference"}) {
        if (name == QLatin1String(plane))
            return planeSubject(name, view.plane);
    }
    if (name == QStringLiteral("rotation"))
        return QJsonValue(view.orientation.rotationDeg);
    if (name == QStringLiteral("flipped"))
        return QJsonValue(view.orientation.flipped);
    if (name == QStringLiteral("slab"))
        return view.slab ? QJsonValue(enumName(view.slab->mode)) : QJsonValue();
    if (name == QStringLiteral("thickness"))
        return view.slab ? QJsonValue(view.slab->thicknessMm) : QJsonValue();
    if (auto value = zoomPanSubject(name, view.zoomPan))
        return value;
    if (auto value = fusionSubject(name, view.fusion))
        return value;
    return presentationSubject(name, state.presentation(id, view.dataSet));
}

std::optional<QJsonValue> annotationSubject(const QString &name, const Options &options, const ViewerState &state)
{
    const auto wanted = options.find(QStringLiteral("annotation"));
    const Annotation *const mark =
        wanted == options.end() ? nullptr : state.annotations().find(AnnotationId(wanted->second));
    if (name == QStringLiteral("kind"))
        return mark ? QJsonValue(enumName(mark->kind)) : QJsonValue();
    if (name == QStringLiteral("author"))
        return mark ? QJsonValue(mark->author.text()) : QJsonValue();
    if (name == QStringLiteral("text"))
        return mark ? textOrNothing(mark->text) : QJsonValue();
    QJsonArray places;
    const auto addInPatient = [&places](const PatientPoint &p) {
        for (const double v : {p.x, p.y, p.z})
            places.append(v);
    };
    const auto addInImage = [&places](const ImagePoint &p) {
        places.append(p.column);
        places.append(p.row);
    };
    if (name == QStringLiteral("label")) {
        if (mark && mark->labelInPatient)
            addInPatient(*mark->labelInPatient);
        else if (mark && mark->labelInImage)
            addInImage(*mark->labelInImage);
        return places;
    }
    if (name != QStringLiteral("handles"))
        return std::nullopt;
    if (mark) {
        std::for_each(mark->patientHandles.begin(), mark->patientHandles.end(), addInPatient);
        std::for_each(mark->imageHandles.begin(), mark->imageHandles.end(), addInImage);
    }
    return places;
}

/// "OBJECT/LAYER", a line each.
QJsonValue hiddenLayers(const ViewerState &state)
{
    QStringList lines;
    for (const LayerKey &key : state.hiddenLayers())
        lines << key.object.text() + QLatin1Char('/') + key.layer;
    return lines.isEmpty() ? QJsonValue() : QJsonValue(lines.join(QLatin1Char('\n')));
}

std::optional<QJsonValue> annotationsSubject(const QString &subject, const ViewerState &state)
{
    if (subject == QStringLiteral("annotations.count"))
        return QJsonValue(static_cast<qint64>(state.annotations().size()));
    QStringList ids;
    state.annotations().forEach([&ids](const Annotation &mark) { ids.append(mark.id.text()); });
    ids.sort();
    return QJsonArray::fromStringList(ids);
}

} // namespace

QString valueText(const QJsonValue &value)
{
    if (isAbsent(value))
        return QStringLiteral("none");
    if (value.isBool())
        return value.toBool() ? QStringLiteral("yes") : QStringLiteral("no");
    if (value.isDouble())
        return QString::number(value.toDouble() == 0.0 ? 0.0 : value.toDouble(), 'g', QLocale::FloatingPointShortest);
    if (!value.isArray())
        return value.toString();
    QStringList texts;
    for (const QJsonValue one : value.toArray())
        texts.append(valueText(one));
    return texts.join(QLatin1Char(','));
}

bool holds(const Expectation &expectation, const QJsonValue &found)
{
    const bool absent = isAbsent(found);
    const bool wantsNone = expectation.value == QStringLiteral("none");
    switch (expectation.op) {
    case Operator::Absent:
        return absent;
    case Operator::Present:
        return !absent;
    case Operator::Equal:
        return absent ? wantsNone : equals(expectation, found);
    case Operator::NotEqual:
        return absent ? false : !equals(expectation, found);
    case Operator::Contains:
        return !absent && containsValue(expectation.value, found);
    case Operator::Matches:
        return !absent && QRegularExpression(expectation.value).match(valueText(found)).hasMatch();
    case Operator::Less:
    case Operator::LessOrEqual:
    case Operator::Greater:
    case Operator::GreaterOrEqual:
        return !absent && isOrdered(expectation, found);
    }
    return false;
}

std::optional<QJsonValue> stateSubject(const QString &subject, const Options &options, const ViewerState &state)
{
    const QString kind = subject.section(QLatin1Char('.'), 0, 0), name = subject.section(QLatin1Char('.'), 1);
    if (subject == QStringLiteral("hash"))
        return QJsonValue(QStringLiteral("%1").arg(state.hash(), 16, 16, QLatin1Char('0')));
    if (subject == QStringLiteral("layout.rows"))
        return QJsonValue(state.layout().rows);
    if (subject == QStringLiteral("layout.columns"))
        return QJsonValue(state.layout().columns);
    if (subject == QStringLiteral("layout.active"))
        return QJsonValue(state.layout().active.text());
    if (subject == QStringLiteral("layout.link"))
        return QJsonValue(enumName(state.layout().link.kind));
    if (subject == QStringLiteral("layout.look"))
        return lookNames(state.layout().look);
    if (subject == QStringLiteral("layout.cursor")) {
        const auto &cursor = state.cursor();
        return cursor ? QJsonValue(QJsonArray{cursor->point.x, cursor->point.y, cursor->point.z}) : QJsonValue();
    }
    if (subject == QStringLiteral("layout.alignments"))
        return QJsonValue(int(state.alignments().size()));
    if (subject == QStringLiteral("layers.hidden"))
        return hiddenLayers(state);
    if (kind == QStringLiteral("view"))
        return viewSubject(name, options, state);
    if (kind == QStringLiteral("annotation"))
        return annotationSubject(name, options, state);
    if (kind == QStringLiteral("annotations"))
        return annotationsSubject(subject, state);
    return std::nullopt;
}

} // namespace consilium::session::scenario
