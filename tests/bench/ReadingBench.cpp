#include "app/usecases/ReadObject.h"
#include "base/Clock.h"
#include "tests/bench/Suite.h"
#include "viewer/imaging/RoiStatistics.h"
#include "viewer/objects/Part10.h"
#include "viewer/render2d/MarkHit.h"
#include "viewer/render2d/MarkLayer.h"
#include "viewer/render2d/Overlay.h"
#include "viewer/session/ActionDispatcher.h"

#include <QElapsedTimer>
#include <QImage>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <memory>
#include <numbers>

using namespace Qt::StringLiterals;

namespace consilium::bench
{

namespace
{

constexpr int side = 1024, marks = 500;
constexpr double widthPx = 1200.0, heightPx = 900.0;
using Kind = session::AnnotationKind;

/// A CT image of noise with nothing read from a file.
render2d::OverlayInput makeImage()
{
    auto image = std::make_shared<dicom::Instance>();
    image->sop = SopInstanceUid(u"1.2.3.4"_s);
    image->pixels.rows = image->pixels.columns = image->geometry.rows = image->geometry.columns = side;
    image->geometry.spacing = {0.5, 0.5, dicom::SpacingBasis::PatientPlane};
    image->grey.intercept = -1024.0;
    image->grey.unitText = u"HU"_s;
    auto frame = std::make_shared<pixels::DecodedFrame>();
    frame->rows = frame->columns = side;
    frame->type = pixels::SampleType::U16;
    frame->bytes.resize(std::size_t(side) * side * 2);
    auto *const samples = reinterpret_cast<std::uint16_t *>(frame->bytes.data());
    std::uint32_t state = 1;
    for (std::size_t i = 0; i < std::size_t(side) * side; ++i) {
        state = state * 1664525U + 1013904223U;
        samples[i] = std::uint16_t(state >> 20U); // 12 bits
    }
    auto stack = std::make_shared<dicom::DataSet>();
    stack->id = DataSetId(u"1.2.3"_s);
    stack->slices = {image};
    render2d::OverlayInput input;
    input.dataSet = stack;
    input.instance = image.get();
    input.frame = frame;
    input.view.dataSet = stack->id;
    return input;
}

/// Lengths, ellipses, angles and polygons all over the image.
session::AnnotationSet makeMarks(const render2d::OverlayInput &input)
{
    session::AnnotationSet set;
    for (int i = 0; i < marks; ++i) {
        session::Annotation mark;
        mark.id = AnnotationId(u"mark-%1"_s.arg(i));
        mark.dataSet = input.dataSet->id;
        mark.sop = input.instance->sop;
        const double column = 20.0 + (i % 25) * 39.0, row = 20.0 + (i / 25) * 48.0;
        const auto at = [&](double right, double down) { mark.imageHandles.push_back({column + right, row + down}); };
        constexpr std::array kinds{Kind::Length, Kind::Ellipse, Kind::Angle, Kind::Polygon};
        mark.kind = kinds[std::size_t(i) % kinds.size()];
        at(0, 0);
        at(30, 10);
        if (mark.kind != Kind::Length)
            at(5, 25);
        set = set.with(mark);
    }
    return set;
}

double medianMs(int times, const std::function<void()> &run)
{
    std::vector<double> all;
    for (int i = 0; i < times; ++i) {
        QElapsedTimer clock;
        clock.start();
        run();
        all.push_back(double(clock.nsecsElapsed()) / 1e6);
    }
    return percentile(all, 0.5);
}

void benchRegions(Suite &suite, const render2d::OverlayInput &input)
{
    imaging::PolygonRegion curve;
    constexpr int corners = 5000;
    constexpr double radius = 511.5;
    for (int i = 0; i < corners; ++i) {
        const double angle = 2.0 * std::numbers::pi * i / corners;
        curve.corners.push_back({radius * (1.0 + std::cos(angle)), radius * (1.0 + std::sin(angle))});
    }
    const std::pair<QString, imaging::Region> regions[] = {
        {u"roi-1e6-pixels-rectangle"_s, imaging::rectangleRegion({-0.5, -0.5}, {side - 0.5, side - 0.5})},
        {u"roi-freehand-5000-points"_s, curve}};
    for (const auto &[name, region] : regions) {
        std::int64_t seen = 0;
        const double ms = medianMs(suite.rounds * 4, [&, &shape = region] {
            seen += imaging::statisticsOf(shape, *input.instance, input.frame.get(), 64).count;
        });
        constexpr std::int64_t least = 800'000;
        if (seen < least)
            suite.report.cannot(u"reading"_s, name, u"the region holds no pixels"_s);
        else
            suite.report.add({u"reading"_s, name, ms, u"ms"_s, {}, 5.0});
    }
}

/// A viewport as far as marks go: laid out, painted over its image, and one of them found under the pointer.
class MarkedView
{
public:
    explicit MarkedView(const render2d::OverlayInput &input) : m_input(input) { m_under.fill(qRgb(60, 60, 60)); }
    /// Milliseconds; -1: no mark was found.
    double show(const session::AnnotationSet &set, const session::ViewState &view)
    {
        QImage image = m_under.copy();
        QElapsedTimer clock;
        clock.start();
        const imaging::ViewTransform transform(m_input.instance->geometry, view, widthPx, heightPx);
        const auto shapes = render2d::markShapes(m_input, set, transform, &m_values);
        QPainter painter(&image);
        render2d::paintOverlay(painter, QRectF(0, 0, widthPx, heightPx), {}, shapes, m_under, &m_layer);
        painter.end();
        const bool isFound = render2d::markAt(shapes, shapes.back().handles.front(), 6.0).has_value();
        return isFound ? double(clock.nsecsElapsed()) / 1e6 : -1.0;
    }

private:
    const render2d::OverlayInput &m_input;
    render2d::MarkCache m_values;
    render2d::MarkLayer m_layer;
    QImage m_under{int(widthPx), int(heightPx), QImage::Format_RGB32};
};

/// With what a view keeps of its marks: after the view has moved, so that all of them are drawn anew; after nothing of
/// them has changed (a window, a pointer); while one of them is dragged.
void benchMarks(Suite &suite, const render2d::OverlayInput &input)
{
    const session::AnnotationSet set = makeMarks(input);
    const auto viewAt = [](int step) {
        session::ViewState view;
        view.zoomPan = session::ZoomPan{session::SpanUnit::Millimetres, 512.0, step % 7 * 2.0, step % 5 * 2.0};
        return view;
    };
    const auto dragged = [&set](int step) {
        session::Annotation mark = *set.find(AnnotationId(u"mark-%1"_s.arg(marks / 2)));
        mark.imageHandles.back().column += step % 20;
        mark.imageHandles.back().row += step % 13;
        return set.with(mark);
    };
    const std::pair<QString, std::function<double(MarkedView &, int)>> acts[] = {
        {u"marks-500-draw-and-hit"_s, [&](MarkedView &view, int step) { return view.show(set, viewAt(step)); }},
        {u"marks-500-unchanged"_s, [&](MarkedView &view, int) { return view.show(set, viewAt(0)); }},
        {u"marks-500-one-dragged"_s, [&](MarkedView &view, int step) { return view.show(dragged(step), viewAt(0)); }}};
    for (const auto &[name, act] : acts) {
        MarkedView view(input);
        (void)act(view, 0); // the first one computes the values
        std::vector<double> all;
        for (int i = 1; i < suite.rounds * 20; ++i)
            all.push_back(act(view, i));
        if (std::any_of(all.begin(), all.end(), [](double ms) { return ms < 0.0; })) {
            suite.report.cannot(u"reading"_s, name, u"no mark was found"_s);
            continue;
        }
        suite.report.add({u"reading"_s, name + u"-p50"_s, percentile(all, 0.5), u"ms"_s, {}, {}});
        suite.report.add({u"reading"_s, name + u"-p95"_s, percentile(all, 0.95), u"ms"_s, {}, 8.0});
    }
}

constexpr int restored = 200, stackImages = 400;

/// Images of one stack of a study, and a report of lengths and ellipses on them, as another program has written it.
struct Kept {
    dicom::DataSetPtr stack;
    app::ReadEntry entry;
    QByteArray part10;
};

objects::Measurement measurementOn(const dicom::Instance &image, int number)
{
    objects::Measurement measurement;
    measurement.trackingUid = u"1.2.826.0.1.3680043.8.498.5.%1"_s.arg(number + 1);
    objects::Shape shape;
    shape.image = {image.sopClass, image.sop, 0, image.study, image.series};
    shape.type = number % 2 == 0 ? objects::ShapeType::Polyline : objects::ShapeType::Ellipse;
    shape.points = {{10, 10}, {60, 40}};
    if (shape.type == objects::ShapeType::Ellipse)
        shape.points = {{10, 40}, {60, 40}, {35, 20}, {35, 60}};
    measurement.shapes = {shape};
    objects::Measured length;
    length.name = objects::codes::length;
    length.value = 12.5;
    length.unit = objects::codes::millimetre;
    length.from = {0};
    measurement.values = {length};
    return measurement;
}

Kept makeKept()
{
    Attributes header;
    header.setText(tags::StudyInstanceUid, "UI", {u"1.2.826.0.1.3680043.8.498.1"_s});
    header.setText(tags::PatientId, "LO", {u"TEST-BENCH"_s});
    header.setText(tags::PatientName, "PN", {u"TEST^BENCH"_s});
    auto stack = std::make_shared<dicom::DataSet>();
    stack->id = DataSetId(u"1.2.826.0.1.3680043.8.498.2"_s);
    for (int i = 0; i < stackImages; ++i) {
        auto image = std::make_shared<dicom::Instance>();
        image->study = StudyUid(u"1.2.826.0.1.3680043.8.498.1"_s);
        image->series = SeriesUid(stack->id.text());
        image->sop = SopInstanceUid(u"1.2.826.0.1.3680043.8.498.2.%1"_s.arg(i + 1));
        image->sopClass = SopClassUid(u"1.2.840.10008.5.1.4.1.1.2"_s);
        image->patient = dicom::describeStudy(header).patient;
        image->geometry.rows = image->geometry.columns = 512;
        image->geometry.spacing = {0.5, 0.5, dicom::SpacingBasis::PatientPlane};
        image->geometry.position = PatientPoint{0.0, 0.0, double(i)};
        image->geometry.alongRow = PatientVector{1.0, 0.0, 0.0};
        image->geometry.alongColumn = PatientVector{0.0, 1.0, 0.0};
        stack->slices.push_back(image);
    }
    objects::MeasurementReport report;
    report.header = objects::newHeader(header, QDateTime(QDate(2026, 1, 1), QTime(8, 0)));
    report.author = u"TEST^READER"_s;
    for (int i = 0; i < restored; ++i)
        report.measurements.push_back(measurementOn(*stack->slices[std::size_t(i)], i));
    Kept kept;
    kept.stack = stack;
    if (const auto object = objects::attributesOf(report)) {
        kept.part10 = objects::part10Of(*object).value_or(QByteArray());
        if (const auto document = dicom::describeDocument(*object))
            kept.entry.document = *document;
    }
    return kept;
}

/// From the bytes of a report to its marks in a session.
void benchRestoring(Suite &suite)
{
    Kept kept = makeKept();
    if (kept.part10.isEmpty() || !kept.entry.document)
        return suite.report.cannot(u"reading"_s, u"restore-200-marks"_s, u"the report cannot be written"_s);
    const SystemClock clock;
    std::size_t seen = 0;
    const double ms = medianMs(suite.rounds * 4, [&] {
        const auto read = app::readKeptObject(kept.part10);
        if (!read)
            return;
        kept.entry.object = *read;
        const app::RestoredStudy study = app::restoredStudy({kept.entry}, app::StudyPlaces({kept.stack}));
        session::ActionDispatcher dispatcher(clock);
        for (const app::RestoredMark &one : study.marks) {
            session::Envelope envelope;
            envelope.actor = ActorId(u"kept-objects"_s);
            envelope.action = session::AddAnnotation{one.mark};
            (void)dispatcher.receive(envelope, session::Origin::Local);
        }
        seen = dispatcher.state().annotations().size();
    });
    if (seen != restored)
        return suite.report.cannot(u"reading"_s, u"restore-200-marks"_s, u"%1 marks came"_s.arg(seen));
    suite.report.add({u"reading"_s, u"restore-200-marks"_s, ms, u"ms"_s, {}, 100.0});
}

} // namespace

void benchReading(Suite &suite)
{
    benchRestoring(suite);
    const render2d::OverlayInput input = makeImage();
    benchRegions(suite, input);
    benchMarks(suite, input);
    benchCompare(suite);
}

} // namespace consilium::bench
