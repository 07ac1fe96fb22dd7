#include "app/usecases/FusedFigures.h"
#include "app/usecases/MarkSaving.h"
#include "tests/support/TestMain.h"
#include "tests/unit/app/HeldImages.h"
#include "tests/unit/objects/ObjectsFixture.h"
#include "viewer/render2d/MarkContent.h"

#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace consilium;
using namespace consilium::test;
using objects::ShapeType;
using Kind = session::AnnotationKind;
namespace codes = objects::codes;

namespace
{

constexpr double suvFactor = 0.5;

/// 40 axial slices 1 mm apart, 64 x 64 pixels of 1 mm from -100, -100, 0 downwards, moved by `by`.
dicom::DataSetPtr seriesOf(const QString &id, const QString &modality, PatientVector by = {})
{
    const auto stack = stackIn(id, u"1.2.9"_s);
    stack->header.modality = modality;
    stack->header.description = u"AC WB"_s;
    for (auto &slice : stack->slices) {
        auto changed = std::make_shared<dicom::Instance>(*slice);
        changed->sopClass =
            SopClassUid(modality == u"PT" ? u"1.2.840.10008.5.1.4.1.1.128"_s : u"1.2.840.10008.5.1.4.1.1.2"_s);
        const PatientPoint at = *changed->geometry.position;
        changed->geometry.position = PatientPoint{at.x + by.x, at.y + by.y, at.z + by.z};
        if (modality == u"PT") {
            changed->grey.intercept = 0.0;
            changed->grey.unit = ValueUnit::BecquerelPerMl;
            changed->grey.unitText = u"Bq/ml"_s;
            auto factors = std::make_shared<dicom::SuvFactors>();
            factors->byKind.fill({suvFactor, dicom::SuvRefusal::None});
            changed->suv = factors;
        }
        slice = changed;
    }
    return stack;
}

/// Stored values that say where they are: 100 x row + column, and one more a slice.
void putPet(HeldImages &images, const dicom::DataSetPtr &pet)
{
    images.put(pet);
    for (std::size_t i = 0; i < pet->slices.size(); ++i)
        images.held[pet->slices[i]->sop.text()] =
            makeFrame(*pet->slices[i], [i](int row, int column) { return 100 * row + column + int(i); });
}

app::DescribedMark drawnOn(const dicom::InstancePtr &image, Kind kind, const std::vector<ImagePoint> &handles)
{
    app::DescribedMark described;
    described.mark.id = AnnotationId(u"local/1"_s);
    described.mark.kind = kind;
    described.mark.sop = image->sop;
    described.mark.frameOfReference = image->geometry.frameOfReference;
    for (const ImagePoint &handle : handles)
        described.mark.patientHandles.push_back(*image->geometry.toPatient(handle));
    described.image = image;
    described.handles = handles;
    const auto space = render2d::spaceOf(described.mark, image->geometry, handles, std::nullopt);
    described.scale = space.scale;
    described.region = render2d::regionOf(kind, space, handles);
    return described;
}

/// With all frames that it needs.
std::optional<objects::Measurement> measured(const app::DescribedMark &mark, const app::FusedSeries &over)
{
    HeldImages images;
    putPet(images, over.series);
    auto voxels = app::fusedVoxels(mark, over);
    if (!voxels)
        return std::nullopt;
    for (imaging::FusionPart &part : voxels->parts)
        part.frame = images.frame(pixels::keyOf(*part.instance));
    return app::fusedMeasurement(mark, over, *voxels);
}

double valueOf(const objects::Measurement &measurement, const objects::Code &derivation)
{
    for (const objects::Measured &one : measurement.values)
        if (one.derivation == derivation)
            return one.value.value_or(NAN);
    return NAN;
}

bool isNear(double a, double b)
{
    return std::abs(a - b) < 1e-3;
}

/// A CT with a rectangle on its eighth slice, and a PET in the same places over it, being saved.
struct Saving {
    HeldImages images;
    dicom::DataSetPtr ct = seriesOf(u"1.1"_s, u"CT"_s), pet = seriesOf(u"7.1"_s, u"PT"_s);
    session::Annotation region;
    app::SavedMarks before;
    QByteArray report; ///< the one saved last, as a file; empty: it cannot be had

    Saving()
    {
        images.put(ct);
        images.put(ct, [](int row, int column) { return row + column; });
        putPet(images, pet);
        region = drawnOn(ct->slices[7], Kind::Rectangle, {{10, 20}, {30, 40}}).mark;
        region.dataSet = ct->id;
        before.study = StudyUid(u"1.2.3"_s);
    }
    [[nodiscard]] app::MarkSaving::Task task(std::vector<session::Annotation> marks, bool isFused) const
    {
        app::MarkSaving::Task task;
        task.study = before.study;
        task.marks = std::move(marks);
        session::ViewState view;
        view.study = task.study;
        view.dataSet = ct->id;
        view.plane = session::ImageRef{ct->slices[7]->sop, 0};
        if (isFused) {
            view.fusion.emplace();
            view.fusion->study = task.study;
            view.fusion->dataSet = pet->id;
            view.fusion->scale = session::FusionScale::SuvBodyWeight;
        }
        task.state = session::ViewerState().withView(session::Layout::viewAt(0), view);
        task.before = before;
        task.author = u"LI^NA"_s;
        task.language = u"en"_s;
        task.made = QDateTime(QDate(2026, 11, 28), QTime(12, 0));
        Attributes header = imageHeader();
        header.setText(tags::StudyInstanceUid, "UI", {task.study.text()});
        task.header = header;
        task.fetchSaved = [file = report](const app::SavedObject &) {
            return readyAnswer(file.isEmpty() ? Result<QByteArray>(fail(ErrorCode::HostUnreachable))
                                              : Result<QByteArray>(file));
        };
        return task;
    }
    /// nullopt: nothing came of it.
    [[nodiscard]] static std::optional<Result<app::MadeObjects>> made(app::MarkSaving::Task task, HeldImages &images)
    {
        std::optional<Result<app::MadeObjects>> answer;
        app::MarkSaving saving(std::move(task), images);
        QObject::connect(&saving, &app::MarkSaving::finished, &saving,
                         [&answer](const Result<app::MadeObjects> &made) { answer = made; });
        saving.start();
        (void)QTest::qWaitFor([&] { return answer.has_value(); }, 20'000);
        return answer;
    }
    /// nullopt: it failed. What was made is what was saved from then on.
    [[nodiscard]] std::optional<app::MadeObjects> save(const std::vector<session::Annotation> &marks, bool isFused)
    {
        const auto answer = made(task(marks, isFused), images);
        if (!answer || !*answer)
            return std::nullopt;
        before = (*answer)->after;
        if (const auto *const made = reportIn(**answer))
            report = made->part10;
        return **answer;
    }
    [[nodiscard]] static const app::MadeObject *reportIn(const app::MadeObjects &made)
    {
        for (const app::MadeObject &one : made.objects)
            if (one.saved.role == app::measurementsRole)
                return &one;
        return nullptr;
    }
    [[nodiscard]] std::vector<objects::Measurement> kept() const
    {
        const auto object = dicom::readObject(report);
        const auto read = object ? objects::readMeasurements(*object) : fail(object.error());
        return read ? read->measurements : std::vector<objects::Measurement>();
    }
};

} // namespace

/// What marks measure in a series that lies over their images, against arithmetic on pixels that say where they are.
class UsecaseFusedFigures : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// A PET moved by two columns and a half and 0.4 mm: the region lies about the middle of its slice 7, on columns
    /// 8 to 27 and rows 20 to 39 there.
    void parallelItLiesInTheImageThatItIsMeasuredIn()
    {
        const auto ct = seriesOf(u"1.1"_s, u"CT"_s), pet = seriesOf(u"7.1"_s, u"PT"_s, {2.5, 0.0, 0.4});
        const auto mark = drawnOn(ct->slices[7], Kind::Rectangle, {{10, 20}, {30, 40}});
        const auto raw = measured(mark, {pet, session::FusionScale::Modality});
        QVERIFY(raw);
        QCOMPARE(raw->regionOf, app::trackingUidOf(mark.mark.id));
        QVERIFY(raw->trackingUid != raw->regionOf && !raw->trackingUid.isEmpty());
        QCOMPARE(raw->kind, u"RECTANGLE"_s);
        QVERIFY2(raw->label.endsWith(u" + PT AC WB"_s) && !raw->label.startsWith(u"≈"_s), qPrintable(raw->label));
        QCOMPARE(raw->shapes.size(), std::size_t(1));
        const objects::Shape &shape = raw->shapes.front();
        QVERIFY(shape.type == ShapeType::Polygon && !shape.isInPatient());
        QCOMPARE(shape.image.sop, pet->slices[7]->sop);
        QCOMPARE(shape.points.size(), std::size_t(4));
        for (const ImagePoint &point : shape.points) {
            QVERIFY(isNear(point.column, 7.5) || isNear(point.column, 27.5));
            QVERIFY(isNear(point.row, 20.0) || isNear(point.row, 40.0));
        }
        QCOMPARE(raw->values.size(), std::size_t(5));
        QVERIFY(raw->values.front().name == codes::pixelValue && raw->values.front().unit == codes::becquerelPerMl);
        const double mean = 100.0 * 29.5 + 17.5 + 7.0;
        QVERIFY(isNear(valueOf(*raw, codes::mean), mean));
        QVERIFY(isNear(valueOf(*raw, codes::minimum), 2000.0 + 8.0 + 7.0));
        QVERIFY(isNear(valueOf(*raw, codes::maximum), 3900.0 + 27.0 + 7.0));
        // Of 20 rows in steps of 100 and 20 columns in steps of 1: (20^2 - 1) / 12 steps squared each.
        QVERIFY(isNear(valueOf(*raw, codes::standardDeviation), std::sqrt(399.0 / 12.0 * (1e4 + 1.0))));
        QVERIFY(raw->values.back().name == codes::pixelCount && raw->values.back().value == 400.0);

        const auto suv = measured(mark, {pet, session::FusionScale::SuvBodyWeight});
        QVERIFY(suv && suv->trackingUid == raw->trackingUid); // the same thing, said otherwise
        QVERIFY(suv->values.front().name == codes::suvBodyWeight &&
                suv->values.front().unit == codes::suvBodyWeightUnit);
        QVERIFY(isNear(valueOf(*suv, codes::mean), suvFactor * mean));
        // Another mark and another series are other measurements.
        auto other = mark;
        other.mark.id = AnnotationId(u"local/2"_s);
        QVERIFY(app::fusedTrackingUid(other, *pet) != raw->trackingUid);
        QVERIFY(app::fusedTrackingUid(mark, *ct) != raw->trackingUid);
    }

    /// An image across the slices: the region reaches from slice 5 to 14, in row 30 of the PET.
    void acrossSlicesItLiesInThePatient()
    {
        const auto pet = seriesOf(u"7.1"_s, u"PT"_s);
        ImageSpec spec;
        spec.position = PatientPoint{-100, -70, 0};
        spec.alongColumn = PatientVector{0, 0, -1};
        auto image = makeInstance(spec);
        image->geometry.frameOfReference = FrameOfReferenceUid(u"1.2.9"_s);
        const auto mark = drawnOn(image, Kind::Rectangle, {{10, 5}, {20, 15}});
        const auto across = measured(mark, {pet, session::FusionScale::Modality});
        QVERIFY(across);
        const objects::Shape &shape = across->shapes.front();
        QVERIFY(shape.type == ShapeType::Polygon && shape.isInPatient());
        QCOMPARE(shape.frameOfReference, FrameOfReferenceUid(u"1.2.9"_s));
        for (const PatientPoint &place : shape.places) {
            QVERIFY(isNear(place.x, -90.0) || isNear(place.x, -80.0));
            QVERIFY(isNear(place.y, -70.0));
            QVERIFY(isNear(place.z, -5.0) || isNear(place.z, -15.0));
        }
        QCOMPARE(across->image.series, SeriesUid(u"7.1"_s));
        QVERIFY(across->values.back().value == 100.0);
        QVERIFY(isNear(valueOf(*across, codes::mean), 3000.0 + 14.5 + 9.5));
    }

    void aCircleIsAnEllipse()
    {
        const auto ct = seriesOf(u"1.1"_s, u"CT"_s), pet = seriesOf(u"7.1"_s, u"PT"_s);
        const auto mark = drawnOn(ct->slices[7], Kind::PointRoi, {{30, 30}, {36, 30}});
        const auto round = measured(mark, {pet, session::FusionScale::Modality});
        QVERIFY(round && round->shapes.front().type == ShapeType::Ellipse);
        QCOMPARE(round->shapes.front().points.size(), std::size_t(4));
        for (const ImagePoint &end : round->shapes.front().points)
            QVERIFY(isNear(std::hypot(end.column - 30.0, end.row - 30.0), 6.0));
    }

    /// Half way between slices 7 and 8, between voxels: a place in the patient with one number.
    void aProbeIsInterpolated()
    {
        const auto ct = seriesOf(u"1.1"_s, u"CT"_s), pet = seriesOf(u"7.1"_s, u"PT"_s, {0.0, 0.0, 0.5});
        const auto mark = drawnOn(ct->slices[7], Kind::Probe, {{12, 33}});
        const auto probe = measured(mark, {pet, session::FusionScale::Modality});
        QVERIFY(probe);
        QVERIFY(probe->shapes.front().type == ShapeType::Point && probe->shapes.front().isInPatient());
        QCOMPARE(probe->values.size(), std::size_t(1));
        QVERIFY(isNear(*probe->values.front().value, 3300.0 + 12.0 + 7.5));
        QVERIFY(probe->values.front().derivation.isEmpty());
    }

    /// Of a part of the region its figures say so; beyond the edges of the image it cannot lie in it. Nothing is said
    /// where there is no voxel, of other kinds of marks, and of uptakes that are none.
    void whatIsOfAPartOrNotAtAll()
    {
        const auto ct = seriesOf(u"1.1"_s, u"CT"_s), beside = seriesOf(u"7.1"_s, u"PT"_s, {15.0, 0.0, 0.0});
        const auto mark = drawnOn(ct->slices[7], Kind::Rectangle, {{10, 20}, {30, 40}});
        const auto part = measured(mark, {beside, session::FusionScale::Modality});
        QVERIFY(part && part->label.startsWith(u"≈ "_s) && part->shapes.front().isInPatient());
        QVERIFY(part->values.back().value == 15.0 * 20.0);
        QVERIFY(!measured(mark, {seriesOf(u"7.2"_s, u"PT"_s, {50.0, 0.0, 0.0}), session::FusionScale::Modality}));
        const auto length = drawnOn(ct->slices[7], Kind::Length, {{10, 20}, {30, 40}});
        QVERIFY(!app::fusedVoxels(length, {beside, session::FusionScale::Modality}));
        QVERIFY(!app::fusedVoxels(mark, {seriesOf(u"8.1"_s, u"CT"_s), session::FusionScale::SuvBodyWeight}));
    }

    /// From the views to the report; what nobody has touched since stays in later ones, whatever the views show.
    void whatWasSavedStays()
    {
        Saving desk;
        const auto first = desk.save({desk.region}, true);
        QVERIFY(first && Saving::reportIn(*first));
        const auto kept = desk.kept();
        QCOMPARE(kept.size(), std::size_t(2));
        QCOMPARE(kept[1].regionOf, kept[0].trackingUid);
        QVERIFY(kept[0].regionOf.isEmpty());
        QVERIFY(isNear(valueOf(kept[1], codes::mean), suvFactor * (2950.0 + 19.5 + 7.0)));
        QVERIFY2(first->notes.isEmpty(), qPrintable(first->notes.join(u' ')));
        QCOMPARE(desk.before.fusedOf(desk.region.id), (std::vector<QString>{kept[1].trackingUid}));
        // No view lays it over now: nothing new is to be said.
        const auto same = desk.save({desk.region}, false);
        QVERIFY(same && !Saving::reportIn(*same));
        // With another mark it is carried over, as it was.
        session::Annotation length = drawnOn(desk.ct->slices[7], Kind::Length, {{1, 2}, {11, 2}}).mark;
        length.id = AnnotationId(u"local/2"_s);
        length.dataSet = desk.ct->id;
        const auto second = desk.save({desk.region, length}, false);
        QVERIFY(second && Saving::reportIn(*second));
        const auto both = desk.kept();
        QCOMPARE(both.size(), std::size_t(3));
        QVERIFY(both[2] == kept[1]);
        // So it is with another text and its label elsewhere: it lies where it lay.
        session::Annotation renamed = desk.region;
        renamed.text = u"liver"_s;
        renamed.labelInPatient = renamed.patientHandles.front();
        const auto third = desk.save({renamed, length}, false);
        QVERIFY(third && Saving::reportIn(*third));
        QVERIFY2(third->notes.isEmpty(), qPrintable(third->notes.join(u' ')));
        const auto renewed = desk.kept();
        QCOMPARE(renewed.size(), std::size_t(3));
        QCOMPARE(renewed[0].text, renamed.text);
        QVERIFY(renewed[2] == kept[1]);
        // One that was moved says nothing of the series any more, where no view lays it over.
        session::Annotation moved = desk.region;
        for (PatientPoint &place : moved.patientHandles)
            place.x += 1.0;
        const auto last = desk.save({moved, length}, false);
        QVERIFY(last);
        QVERIFY2(last->notes.join(u' ').contains(u"of a fused series"_s), qPrintable(last->notes.join(u' ')));
        QCOMPARE(desk.kept().size(), std::size_t(2));
        QVERIFY(desk.before.fusedOf(desk.region.id).empty());
    }

    /// Where the report before cannot be had now, it stays as it is, and so does the new mark: unsaved.
    void whatCannotBeCarriedOverIsNotLost()
    {
        Saving desk;
        QVERIFY(desk.save({desk.region}, true));
        desk.report.clear();
        session::Annotation length = drawnOn(desk.ct->slices[7], Kind::Length, {{1, 2}, {11, 2}}).mark;
        length.id = AnnotationId(u"local/2"_s);
        length.dataSet = desk.ct->id;
        const auto made = desk.save({desk.region, length}, false);
        QVERIFY(made && !Saving::reportIn(*made));
        QVERIFY2(made->notes.join(u' ').contains(u"figures of a fused series"_s), qPrintable(made->notes.join(u' ')));
        QCOMPARE(desk.before.marks.size(), std::size_t(1));
        QCOMPARE(desk.before.fusedOf(desk.region.id).size(), std::size_t(1));
    }

    /// A slice that is not in memory is waited for.
    void slicesOfTheSeriesAreWaitedFor()
    {
        Saving desk;
        const QString missing = desk.pet->slices[7]->sop.text();
        const pixels::FramePtr frame = desk.images.held[missing];
        desk.images.held.erase(missing);
        std::optional<Result<app::MadeObjects>> answer;
        app::MarkSaving saving(desk.task({desk.region}, true), desk.images);
        QObject::connect(&saving, &app::MarkSaving::finished, &saving,
                         [&answer](const Result<app::MadeObjects> &made) { answer = made; });
        saving.start();
        QVERIFY(desk.images.asked > 0 && !answer);
        desk.images.held[missing] = frame;
        Q_EMIT desk.images.frameReady(frame->key);
        QVERIFY(QTest::qWaitFor([&] { return answer.has_value(); }, 20'000));
        QVERIFY(*answer && Saving::reportIn(**answer));
        desk.report = Saving::reportIn(**answer)->part10;
        QCOMPARE(desk.kept().size(), std::size_t(2));
    }

    /// A frame that does not come is done without, unless the archive is away and the saving may wait for it.
    void aSilentArchiveIsForAnotherTime_data()
    {
        QTest::addColumn<bool>("isFused");
        QTest::addColumn<bool>("isAway");
        QTest::addColumn<bool>("mayWait");
        QTest::newRow("an image") << false << true << true;
        QTest::newRow("a slice of the fused series") << true << true << true;
        QTest::newRow("nothing may wait") << false << true << false;
        QTest::newRow("the archive answers") << false << false << true;
    }
    void aSilentArchiveIsForAnotherTime()
    {
        QFETCH(bool, isFused);
        QFETCH(bool, isAway);
        QFETCH(bool, mayWait);
        Saving desk;
        desk.images.held.erase((isFused ? desk.pet : desk.ct)->slices[7]->sop.text());
        auto task = desk.task({desk.region}, true);
        task.mayWait = mayWait;
        task.trouble = [isAway] { return isAway ? std::optional(Error{ErrorCode::Timeout, {}}) : std::nullopt; };
        task.frameWaitMs = 50;
        const auto made = Saving::made(std::move(task), desk.images);
        QVERIFY(made && desk.images.asked > 0);
        QCOMPARE(made->has_value(), !(isAway && mayWait));
        if (!*made)
            QCOMPARE(made->error().code, ErrorCode::Timeout);
    }

    /// One that the archive cannot give now is waited for with the whole saving, where that may wait; one that it does
    /// not have is done without.
    void aSliceOutOfReachIsForAnotherTime_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<bool>("mayWait");
        QTest::addColumn<bool>("isPutOff");
        QTest::newRow("out of reach") << ErrorCode::HostUnreachable << true << true;
        QTest::newRow("out of reach, at once") << ErrorCode::HostUnreachable << false << false;
        QTest::newRow("not there") << ErrorCode::NotFound << true << false;
    }
    void aSliceOutOfReachIsForAnotherTime()
    {
        QFETCH(ErrorCode, code);
        QFETCH(bool, mayWait);
        QFETCH(bool, isPutOff);
        Saving desk;
        const QString missing = desk.pet->slices[7]->sop.text();
        desk.images.held.erase(missing);
        desk.images.failing[missing] = Error{code, {}};
        auto task = desk.task({desk.region}, true);
        task.mayWait = mayWait;
        const auto made = Saving::made(std::move(task), desk.images);
        QVERIFY(made);
        QCOMPARE(made->has_value(), !isPutOff);
        if (isPutOff)
            QCOMPARE(made->error().code, code);
        else
            QVERIFY2((*made)->notes.join(u' ').contains(u"fused series"_s), qPrintable((*made)->notes.join(u' ')));
    }
};

CONSILIUM_TEST(UsecaseFusedFigures)
#include "UsecaseFusedFigures.moc"
