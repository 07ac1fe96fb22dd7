#include "app/scenario/ScenarioSubjects.h"

#include "app/scenario/ScenarioImages.h"
#include "app/scenario/ScenarioKept.h"
#include "app/scenario/ScenarioProbe.h"
#include "app/scenario/ScenarioSegments.h"
#include "app/scenario/ScenarioTimeline.h"
#include "viewer/dicom/RepairLog.h"
#include "viewer/render2d/DrawnText.h"
#include "viewer/session/scenario/Evaluation.h"
#include "viewer/widgets/PriorReports.h"
#include "viewer/widgets/RepairLogPanel.h"
#include "viewer/widgets/StudyInfoPanel.h"
#include "viewer/widgets/ViewLinks.h"
#include "viewer/widgets/documents/DocumentPane.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace consilium::app
{

using namespace Qt::StringLiterals;
namespace scenario = session::scenario;
using Answer = std::optional<Result<QJsonValue>>; ///< nullopt: not one of these subjects

namespace
{

QString option(const scenario::Options &options, const QString &key, const QString &otherwise = {})
{
    const auto found = options.find(key);
    return found == options.end() ? otherwise : found->second;
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonValue numberOrNull(int value)
{
    return value < 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(value);
}

QLatin1String kindName(render2d::Band::Kind kind)
{
    switch (kind) {
    case render2d::Band::Kind::Warning:
        return "warning"_L1;
    case render2d::Band::Kind::Fidelity:
        return "fidelity"_L1;
    case render2d::Band::Kind::Error:
        break;
    }
    return "error"_L1;
}

QJsonArray bandNames(const widgets::ViewportWidget &viewport)
{
    QJsonArray names;
    for (const auto &band : viewport.bands())
        names.append(band.id);
    return names;
}

QJsonValue bandValue(const widgets::ViewportWidget &viewport, const QString &field, const QString &name)
{
    const auto bands = viewport.bands();
    const auto band = std::find_if(bands.begin(), bands.end(), [&](const auto &b) { return b.id == name; });
    if (band == bands.end())
        return QJsonValue::Null;
    if (field == u"headline"_s)
        return band->headline;
    if (field == u"consequence"_s)
        return band->consequence;
    if (field == u"kind"_s)
        return QString(kindName(band->kind));
    if (field == u"grade"_s)
        return QString(render2d::gradeName(band->grade));
    if (field == u"progress"_s)
        return band->progress < 0.0 ? QJsonValue(QJsonValue::Null) : QJsonValue(band->progress);
    return band->more;
}

/// Names of the lines with the slices they stand for; or the ends of the current one in the image's pixels.
QJsonValue referenceLines(const widgets::ViewportWidget &viewport, bool ends)
{
    using Kind = render2d::ReferenceLine::Kind;
    QJsonArray names;
    for (const auto &line : viewport.referenceLines()) {
        const auto &[from, to] = line.inImage;
        if (ends && line.kind == Kind::Current)
            return QJsonArray{from.column, from.row, to.column, to.row};
        const QString kind = line.kind == Kind::Current ? u"current"_s
                             : line.kind == Kind::First ? u"first"_s
                                                        : u"last"_s;
        const QString whose = line.view.isEmpty() ? QString() : u'@' + line.view.text();
        names.append(kind + u':' + QString::number(line.slice) + whose);
    }
    return ends ? QJsonValue() : QJsonValue(names);
}

// What restricts a mark, by names.
QJsonArray markFlags(const render2d::MarkShape &mark)
{
    QJsonArray flags;
    if (std::any_of(mark.outsideMm.begin(), mark.outsideMm.end(), [](double mm) { return mm > 0.0; }))
        flags.append(u"OutsideImage"_s);
    if (mark.crossing == dicom::Crossing::BeyondImages)
        flags.append(u"BeyondImages"_s);
    if (mark.crossing == dicom::Crossing::UnevenSpacing)
        flags.append(u"UnevenSpacing"_s);
    if (mark.crossing == dicom::Crossing::MissingSlices)
        flags.append(u"MissingSlices"_s);
    if (mark.provisional)
        flags.append(u"Provisional"_s);
    if (mark.isPrior)
        flags.append(u"PriorStudy"_s);
    return flags;
}

// A figure of a mark by its name; "value" and "unit" are of the most important one.
QJsonValue markFigure(const render2d::MarkShape &mark, const QString &name)
{
    if (!mark.figures || mark.figures->empty())
        return QJsonValue::Null;
    if (name == u"value"_s)
        return mark.figures->front().value;
    if (name == u"unit"_s)
        return textOrNull(mark.figures->front().unit);
    for (const render2d::MarkFigure &figure : *mark.figures) {
        if (name == QLatin1String(render2d::figureName(figure.figure)))
            return figure.value;
    }
    return QJsonValue::Null;
}

// The mark as the view draws it; null where it does not.
QJsonValue markValue(ScenarioHost &host, const widgets::ViewportWidget &viewport, const AnnotationId &id,
                     const QString &field)
{
    const auto transform = viewport.transform();
    if (!transform || !viewport.instance())
        return QJsonValue::Null;
    const session::ViewerState &state = host.dispatcher().state();
    for (const render2d::MarkShape &shape :
         render2d::markShapes(viewport.shownInput(), state.annotations(), *transform)) {
        if (shape.id != id)
            continue;
        if (field == u"flags"_s)
            return markFlags(shape);
        return field == u"label"_s ? textOrNull(shape.label) : markFigure(shape, field);
    }
    return QJsonValue::Null;
}

/// To a thousandth of a pixel: what a double has beyond that says nothing on a screen.
double rounded(double px)
{
    return std::round(px * 1000.0) / 1000.0;
}

/// Why nothing of the series is drawn, or that it is.
QString fusionState(const render2d::ShownFusion &fusion)
{
    if (fusion.refusal != imaging::FusionRefusal::None)
        return render2d::refusalName(fusion.refusal);
    if (fusion.isOverSlab)
        return u"OverSlab"_s;
    if (!fusion.suvRefusal.isEmpty())
        return u"NoSuv"_s;
    if (fusion.isOutside)
        return u"Outside"_s;
    return fusion.isPending ? u"Pending"_s : u"Drawn"_s;
}

QJsonObject viewLabels(const widgets::ViewportWidget &viewport)
{
    const render2d::OverlayText whole = viewport.overlayText();
    const QSizeF size = viewport.imageArea().size();
    const render2d::OverlayText text = render2d::drawnText(QRectF(QPointF(), size), whole);
    const auto linked = viewport.linkedView();
    const tools::CursorPlace cursor = viewport.cursorPlace();
    const bool isPlaced =
        cursor.state == tools::CursorPlace::State::Here || cursor.state == tools::CursorPlace::State::Apart;
    const auto &fusion = viewport.shownInput().fusion;
    return {
        {u"cursor.state"_s, textOrNull(widgets::cursorName(cursor.state))},
        {u"cursor.text"_s, textOrNull(widgets::cursorNote(cursor))},
        {u"cursor.apart"_s, isPlaced ? QJsonValue(cursor.apartMm) : QJsonValue()},
        {u"cursor.at"_s, isPlaced ? QJsonValue(QJsonArray{cursor.at.column, cursor.at.row}) : QJsonValue()},
        {u"fusion.state"_s, fusion ? QJsonValue(fusionState(*fusion)) : QJsonValue()},
        {u"fusion.text"_s, fusion ? textOrNull(render2d::fusionText(*fusion)) : QJsonValue()},
        {u"label.top-left"_s, textOrNull(text.topLeft.join(u'\n'))},
        {u"label.top-right"_s, textOrNull(text.topRight.join(u'\n'))},
        {u"label.bottom-left"_s, textOrNull(text.bottomLeft.join(u'\n'))},
        {u"label.bottom-right"_s, textOrNull(text.bottomRight.join(u'\n'))},
        {u"label.middle"_s, textOrNull(viewport.middleText())},
        {u"label.play"_s, textOrNull(text.play)},
        {u"label.date"_s, textOrNull(text.date)},
        {u"banner"_s, textOrNull(whole.topLeft.join(u'\n'))},
        {u"letter.left"_s, textOrNull(text.letters.left)},
        {u"letter.right"_s, textOrNull(text.letters.right)},
        {u"letter.top"_s, textOrNull(text.letters.top)},
        {u"letter.bottom"_s, textOrNull(text.letters.bottom)},
        {u"scale-bar.text"_s, textOrNull(text.scaleBar)},
        {u"legend.name"_s, textOrNull(text.legend.name)},
        {u"legend.low"_s, textOrNull(text.legend.low)},
        {u"legend.high"_s, textOrNull(text.legend.high)},
        {u"scale-bar.length"_s,
         text.scaleBar.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(rounded(text.scaleBarPx))},
        {u"bands"_s, bandNames(viewport)},
        {u"link.text"_s, textOrNull(text.link)},
        {u"link.state"_s, linked ? QJsonValue(widgets::hindranceName(linked->hindrance)) : QJsonValue()},
        {u"link.apart"_s, linked && linked->slice >= 0 ? QJsonValue(linked->apartMm) : QJsonValue()},
        {u"slice"_s, viewport.sliceIndex() < 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(viewport.sliceIndex() + 1)}};
}

// What a document says, and what lies where on an ECG's paper.
Answer documentSubject(ScenarioHost &host, const QString &subject, const scenario::Options &options)
{
    if (!subject.startsWith(u"document."_s) && !subject.startsWith(u"ecg."_s))
        return std::nullopt;
    const auto viewport = viewportOf(host, ViewId(option(options, u"view"_s, u"v1"_s)));
    if (!viewport)
        return fail(viewport.error());
    if (!*viewport || !(*viewport)->document())
        return QJsonValue(QJsonValue::Null);
    QVariantMap given;
    for (const auto &[key, value] : options)
        given.insert(key, value);
    return QJsonValue::fromVariant((*viewport)->document()->answer(subject, given));
}

// The right panel's lines, as a person reads them.
Answer panelSubject(ScenarioHost &host, const QString &subject, const scenario::Options &)
{
    if (subject == u"panel.priors"_s) {
        const auto *priors = host.window().findChild<widgets::PriorReports *>();
        return priors ? QJsonValue(priors->lines().join(u'\n')) : QJsonValue(QJsonValue::Null);
    }
    if (subject != u"panel.lines"_s)
        return std::nullopt;
    const auto *panel = host.window().findChild<widgets::StudyInfoPanel *>();
    return panel ? QJsonValue(panel->lines().join(u'\n')) : QJsonValue(QJsonValue::Null);
}

Answer viewSubject(ScenarioHost &host, const QString &subject, const scenario::Options &options)
{
    static const QStringList others = {u"band.headline"_s, u"band.consequence"_s, u"band.kind"_s,
                                       u"band.grade"_s,    u"band.progress"_s,    u"band.more"_s,
                                       u"slices"_s,        u"reference-lines"_s,  u"reference-line.image"_s,
                                       u"repairs.count"_s, u"repairs.text"_s};
    const bool isLabel =
        subject.startsWith(u"label."_s) || subject.startsWith(u"letter."_s) || subject.startsWith(u"scale-bar."_s) ||
        subject.startsWith(u"legend."_s) || subject == u"banner"_s || subject == u"bands"_s || subject == u"slice"_s ||
        subject.startsWith(u"link."_s) || subject.startsWith(u"cursor."_s) || subject.startsWith(u"fusion."_s);
    const bool isMark = subject.startsWith(u"mark."_s);
    if (!isLabel && !isMark && !others.contains(subject))
        return std::nullopt;
    const ViewId view(option(options, u"view"_s, u"v1"_s));
    const auto found = viewportOf(host, view);
    if (!found)
        return fail(found.error());
    const widgets::ViewportWidget *const viewport = *found;
    if (!viewport)
        return QJsonValue(QJsonValue::Null);
    if (isLabel)
        return viewLabels(*viewport).value(subject);
    if (subject.startsWith(u"band."_s))
        return bandValue(*viewport, subject.mid(5), option(options, u"name"_s));
    if (subject == u"reference-lines"_s || subject == u"reference-line.image"_s)
        return referenceLines(*viewport, subject == u"reference-line.image"_s);
    if (isMark)
        return markValue(host, *viewport, AnnotationId(option(options, u"annotation"_s)), subject.mid(5));
    const auto dataSet = host.images().dataSet(host.dispatcher().state().view(view).dataSet);
    if (subject.startsWith(u"repairs."_s)) {
        const auto repairs = widgets::RepairLogPanel::repairsOf(dataSet, host.images());
        return subject == u"repairs.count"_s ? QJsonValue(int(repairs.size())) : textOrNull(dicom::repairText(repairs));
    }
    return dataSet ? QJsonValue(int(dataSet->slices.size())) : QJsonValue(QJsonValue::Null);
}

// Null where none is named and the view shows none. Error NotFound: one that was named is not there.
Result<dicom::DataSetPtr> chosenSeries(ScenarioHost &host, const scenario::Options &options)
{
    DataSetId id = host.dispatcher().state().view(ViewId(option(options, u"view"_s, u"v1"_s))).dataSet;
    if (options.contains(u"series"_s)) {
        const auto found = ScenarioImages(host).series(options.at(u"series"_s), StudyUid(option(options, u"study"_s)));
        if (!found)
            return fail(found.error());
        id = found->id;
    }
    return host.images().dataSet(id);
}

QJsonObject seriesFields(ScenarioHost &host, const dicom::DataSet &dataSet)
{
    QJsonArray issues;
    for (const dicom::DataIssue &issue : dataSet.issues)
        issues.append(issueName(issue.kind));
    const auto progress = host.images().progress(dataSet.id);
    return {{u"series.description"_s, textOrNull(dataSet.header.description)},
            {u"series.modality"_s, textOrNull(dataSet.header.modality)},
            {u"series.number"_s, numberOrNull(dataSet.header.number)},
            {u"series.part"_s, textOrNull(dataSet.part)},
            {u"series.slices"_s, int(dataSet.slices.size())},
            {u"series.complete"_s, dataSet.isComplete},
            {u"series.issues"_s, issues},
            {u"progress.expected"_s, numberOrNull(progress.expected)},
            {u"progress.described"_s, progress.described},
            {u"progress.decoded"_s, progress.decoded},
            {u"progress.failed"_s, progress.failed},
            {u"progress.complete"_s, progress.complete},
            {u"progress.ended"_s, progress.ended}};
}

Answer seriesSubject(ScenarioHost &host, const QString &subject, const scenario::Options &options)
{
    if (subject == u"series"_s || subject == u"series.count"_s) {
        const QString named = option(options, u"study"_s);
        const StudyUid study = named.isEmpty() ? ScenarioImages(host).lastStudy() : StudyUid(named);
        QJsonArray ids;
        for (const auto &dataSet : host.images().dataSets(study))
            ids.append(dataSet->id.text());
        return subject == u"series"_s ? QJsonValue(ids) : QJsonValue(int(ids.size()));
    }
    if (!subject.startsWith(u"series."_s) && !subject.startsWith(u"progress."_s))
        return std::nullopt;
    const auto dataSet = chosenSeries(host, options);
    if (!dataSet)
        return fail(dataSet.error());
    return *dataSet ? seriesFields(host, **dataSet).value(subject) : QJsonValue(QJsonValue::Null);
}

QJsonObject studyFields(const dicom::StudyHeader &study)
{
    return {{u"study.patient-id"_s, textOrNull(study.patient.id)},
            {u"study.patient-name"_s, textOrNull(study.patient.name.display())},
            {u"study.accession"_s, textOrNull(study.accession)},
            {u"study.description"_s, textOrNull(study.description)},
            {u"study.date"_s, textOrNull(study.date)}};
}

Answer studySubject(ScenarioHost &host, const QString &subject, const scenario::Options &options)
{
    if (subject == u"studies"_s || subject == u"studies.count"_s) {
        QJsonArray uids;
        for (const StudyUid &uid : host.images().studies())
            uids.append(uid.text());
        return subject == u"studies"_s ? QJsonValue(uids) : QJsonValue(int(uids.size()));
    }
    if (!subject.startsWith(u"study."_s))
        return std::nullopt;
    const QString named = option(options, u"study"_s);
    const StudyUid uid = named.isEmpty() ? ScenarioImages(host).lastStudy() : StudyUid(named);
    return studyFields(host.images().study(uid)).value(subject);
}

Answer programSubject(ScenarioHost &host, const QString &subject, const scenario::Options &options)
{
    if (subject == u"worklist.count"_s)
        return QJsonValue(host.worklistCount());
    if (subject == u"worklist.cell"_s) {
        const int row = scenario::parseCount(option(options, u"row"_s, u"1"_s)).value_or(1);
        return textOrNull(row <= host.worklistCount() ? host.worklistCell(row - 1, option(options, u"column"_s))
                                                      : QString());
    }
    if (subject == u"worklist.message"_s)
        return textOrNull(host.worklistMessage());
    if (subject == u"message"_s)
        return textOrNull(host.lastNotice());
    if (subject == u"memory.cache"_s)
        return QJsonValue(double(host.images().cacheBytes()));
    if (subject.startsWith(u"program."_s))
        return textOrNull(host.program(subject.mid(8)));
    const ActorId actor(option(options, u"actor"_s, host.dispatcher().localActor().text()));
    if (subject == u"can-undo"_s)
        return QJsonValue(host.dispatcher().canUndo(actor));
    if (subject == u"can-redo"_s)
        return QJsonValue(host.dispatcher().canRedo(actor));
    return std::nullopt;
}

} // namespace

Result<widgets::ViewportWidget *> viewportOf(ScenarioHost &host, const ViewId &view)
{
    if (widgets::ViewportWidget *const viewport = host.viewport(view))
        return viewport;
    const session::Layout &layout = host.dispatcher().state().layout();
    for (int i = 0; i < layout.cellCount(); ++i)
        if (session::Layout::viewAt(i) == view)
            return nullptr;
    return fail(ErrorCode::NotFound, u"the layout has no view %1"_s.arg(view.text()));
}

QString issueName(dicom::DataIssue::Kind kind)
{
    using Kind = dicom::DataIssue::Kind;
    switch (kind) {
    case Kind::MissingSlices:
        return u"MissingSlices"_s;
    case Kind::DuplicateSlices:
        return u"DuplicateSlices"_s;
    case Kind::UnevenSpacing:
        return u"UnevenSpacing"_s;
    case Kind::MixedOrientation:
        return u"MixedOrientation"_s;
    case Kind::MixedFrameOfReference:
        return u"MixedFrameOfReference"_s;
    case Kind::NoPosition:
        return u"NoPosition"_s;
    case Kind::NoOrientation:
        return u"NoOrientation"_s;
    case Kind::NoSpacing:
        return u"NoSpacing"_s;
    case Kind::GantryTilt:
        return u"GantryTilt"_s;
    case Kind::InvalidWindow:
        return u"InvalidWindow"_s;
    case Kind::InvalidSpacing:
        return u"InvalidSpacing"_s;
    case Kind::InvalidPadding:
        return u"InvalidPadding"_s;
    case Kind::OverlayMissing:
        return u"OverlayMissing"_s;
    case Kind::SeveralScales:
        return u"SeveralScales"_s;
    case Kind::ProfileUnused:
        return u"ProfileUnused"_s;
    case Kind::FrameCount:
        return u"FrameCount"_s;
    case Kind::MixedPatients:
        return u"MixedPatients"_s;
    case Kind::ForeignObjects:
        return u"ForeignObjects"_s;
    case Kind::AgeContradiction:
        return u"AgeContradiction"_s;
    case Kind::FrameTimes:
        return u"FrameTimes"_s;
    case Kind::OutlinesIncomplete:
        return u"OutlinesIncomplete"_s;
    case Kind::OutlinesDoubtful:
        return u"OutlinesDoubtful"_s;
    case Kind::ArrangedByHand:
        return u"ArrangedByHand"_s;
    case Kind::NotArranged:
        return u"NotArranged"_s;
    case Kind::CharacterSetRepaired:
        return u"CharacterSetRepaired"_s;
    case Kind::ObjectLeftOut: // of objects, never of a series
    case Kind::OtherRepaired:
        break;
    }
    return u"OtherRepaired"_s;
}

Result<QJsonValue> subjectValue(ScenarioHost &host, const scenario::Expectation &expectation)
{
    const QString &subject = expectation.subject;
    const scenario::Options &options = expectation.options;
    if (subject.startsWith(u"probe."_s))
        return probeValue(host, subject, options);
    if (const auto value = scenario::stateSubject(subject, options, host.dispatcher().state()))
        return *value;
    for (const auto &answer : {keptSubject, segmentSubject, timelineSubject, documentSubject, panelSubject, viewSubject,
                               seriesSubject, studySubject, programSubject})
        if (Answer value = answer(host, subject, options))
            return std::move(*value);
    return fail(ErrorCode::Unsupported, u"%1 is not a subject"_s.arg(subject));
}

QJsonValue visibleLabels(ScenarioHost &host)
{
    QJsonArray views;
    const session::Layout &layout = host.dispatcher().state().layout();
    for (int i = 0; i < layout.cellCount(); ++i) {
        const ViewId view = session::Layout::viewAt(i);
        const widgets::ViewportWidget *viewport = host.viewport(view);
        if (!viewport || host.dispatcher().state().view(view).dataSet.isEmpty())
            continue;
        QJsonObject labels = viewLabels(*viewport);
        labels.insert(u"view"_s, view.text());
        QJsonArray bands;
        for (const auto &band : viewport->bands())
            bands.append(QJsonObject{{u"name"_s, band.id},
                                     {u"band.kind"_s, QString(kindName(band.kind))},
                                     {u"band.headline"_s, band.headline},
                                     {u"band.consequence"_s, band.consequence},
                                     {u"band.more"_s, band.more}});
        labels.insert(u"bands"_s, bands);
        views.append(labels);
    }
    return views;
}

QJsonValue openSeries(ScenarioHost &host)
{
    QJsonArray studies;
    for (const StudyUid &uid : host.images().studies()) {
        QJsonObject study = studyFields(host.images().study(uid));
        study.insert(u"study"_s, uid.text());
        QJsonArray all;
        for (const auto &dataSet : host.images().dataSets(uid)) {
            QJsonObject one = seriesFields(host, *dataSet);
            one.insert(u"id"_s, dataSet->id.text());
            QJsonArray sops;
            for (const auto &slice : dataSet->slices)
                sops.append(slice->sop.text());
            one.insert(u"slices"_s, sops);
            all.append(one);
        }
        study.insert(u"series"_s, all);
        studies.append(study);
    }
    return studies;
}

} // namespace consilium::app
