#include "app/usecases/KeptObjects.h"
#include "app/usecases/MarkObjects.h"
#include "app/usecases/MarkRestorer.h"
#include "tests/support/TestMain.h"
#include "tests/unit/app/KeptFixture.h"
#include "tests/unit/session/SetClock.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace consilium;
using namespace consilium::test;

namespace
{

const StudyUid chest(QString::fromLatin1(studyOfImages));

/// A study of images and documents that is described when it is told to be.
class OneStudy : public pixels::StudyImages
{
public:
    std::vector<StudyUid> studies() const override { return isOpen ? std::vector{chest} : std::vector<StudyUid>(); }
    dicom::StudyHeader study(const StudyUid &) const override { return dicom::describeStudy(imageHeader()); }
    std::vector<dicom::DataSetPtr> dataSets(const StudyUid &) const override { return {stack, notes}; }
    dicom::DataSetPtr dataSet(const DataSetId &id) const override { return id == stack->id ? stack : notes; }
    Progress progress(const DataSetId &) const override
    {
        Progress progress;
        progress.settled = isDescribed;
        return progress;
    }
    std::vector<dicom::DocumentPtr> documents(const DataSetId &id) const override
    {
        return id == notes->id ? listed : std::vector<dicom::DocumentPtr>();
    }
    pixels::FramePtr frame(const pixels::FrameKey &) const override { return nullptr; }
    const Error *failure(const pixels::FrameKey &) const override { return nullptr; }
    const Error *failure(const DataSetId &) const override { return nullptr; }
    void want(const void *, const DataSetId &, int, int) override {}
    void retry(const DataSetId &) override {}

    template<class Object>
    void add(const Object &object)
    {
        const QByteArray bytes = fileOf(object);
        const auto header = dicom::readObject(bytes);
        listed.push_back(*dicom::describeDocument(*header));
        files.insert(listed.back()->sop.text(), bytes);
    }
    Pending<Result<QByteArray>> fetch(const dicom::DocumentPtr &document)
    {
        ++asked;
        const bool fails = isAway;
        const QByteArray bytes = files.value(document->sop.text());
        return runPending([=]() -> Result<QByteArray> {
            if (fails)
                return fail(ErrorCode::HostUnreachable);
            return bytes;
        });
    }

    dicom::DataSetPtr stack = keptStack(), notes = [] {
        auto documents = std::make_shared<dicom::DataSet>();
        documents->id = DataSetId(u"1.2.3.notes"_s);
        return documents;
    }();
    std::vector<dicom::DocumentPtr> listed;
    QHash<QString, QByteArray> files;
    bool isOpen = true, isDescribed = false, isAway = false;
    int asked = 0;
};

struct Desk {
    OneStudy images;
    SetClock clock;
    app::KeptObjects objects{
        images, [this](const dicom::DocumentPtr &document, const CancelToken &) { return images.fetch(document); }};
    app::MarkKeeper marks{clock, images, {}};
    app::MarkRestorer restorer{objects, marks};
    session::ActionDispatcher dispatcher{clock};

    void open()
    {
        marks.follow(dispatcher);
        restorer.follow(dispatcher, [] { return std::vector{chest}; });
        images.isDescribed = true;
        Q_EMIT images.studyChanged(chest);
    }
    [[nodiscard]] std::size_t count() const { return dispatcher.state().annotations().size(); }
};

objects::Measurement lengthOn(int image)
{
    return measurementWith({shapeOn(image, objects::ShapeType::Polyline, {{1, 1}, {5, 5}})}, u"LENGTH"_s);
}

} // namespace

class UsecaseKeptObjects : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// Nothing is asked for before it is known which images there are; then marks come, once.
    void marksComeWhenTheStudyIsDescribed()
    {
        Desk desk;
        desk.images.add(keptReport({lengthOn(3), lengthOn(4)}));
        desk.marks.follow(desk.dispatcher);
        desk.restorer.follow(desk.dispatcher, [] { return std::vector{chest}; });
        QTest::qWait(200);
        QCOMPARE(desk.images.asked, 0);
        desk.images.isDescribed = true;
        Q_EMIT desk.images.studyChanged(chest);
        QTRY_COMPARE_WITH_TIMEOUT(desk.count(), std::size_t(2), 20'000);
        QVERIFY(desk.objects.isRead(chest));
        const std::uint64_t hash = desk.dispatcher.state().hash();
        desk.restorer.restore(chest, desk.dispatcher);
        QCOMPARE(desk.dispatcher.state().hash(), hash);
        // Nobody's step, and saved.
        QVERIFY(!desk.dispatcher.canUndo(desk.dispatcher.localActor()));
        QVERIFY(desk.marks.drafts().isEmpty());
        QVERIFY(desk.objects.origin(AnnotationId(u"nobody"_s)) == nullptr);
        QCOMPARE(desk.images.asked, 1);
    }

    /// The reader's unsaved mark is the one that counts, under the name that it has here.
    void anUnsavedMarkWins()
    {
        Desk desk;
        session::Annotation own;
        own.id = AnnotationId(u"local/1"_s);
        own.kind = session::AnnotationKind::Length;
        own.author = ActorId(u"local"_s);
        own.dataSet = desk.images.stack->id;
        own.sop = imageOf(3).sop;
        own.patientHandles = {{1, 2, 6}, {3, 4, 6}};
        auto kept = lengthOn(3);
        kept.trackingUid = app::identityOf(own.id);
        desk.images.add(keptReport({kept, lengthOn(4)}));
        desk.marks.follow(desk.dispatcher);
        QVERIFY(desk.dispatcher.submit(session::AddAnnotation{own}));
        desk.open();
        QTRY_COMPARE_WITH_TIMEOUT(desk.count(), std::size_t(2), 20'000);
        QVERIFY(*desk.dispatcher.state().annotations().find(own.id) == own);
        QVERIFY(!desk.dispatcher.state().annotations().find(AnnotationId(kept.trackingUid)));
    }

    void aMarkThatWasDeletedHereStaysAway()
    {
        Desk desk;
        auto report = keptReport({lengthOn(3)});
        report.header.manufacturer = u"Consilium"_s;
        report.author = u"WANG^Xiaodong=王^小东"_s;
        desk.images.add(report);
        desk.restorer.setOwn([own = dicom::PersonName::parse(report.author).display()](
                                 const objects::MarkOrigin &origin) { return origin.author == own; });
        desk.open();
        QTRY_COMPARE_WITH_TIMEOUT(desk.count(), std::size_t(1), 20'000);
        const AnnotationId id(report.measurements.front().trackingUid);
        QCOMPARE(desk.dispatcher.state().annotations().find(id)->author, desk.dispatcher.localActor());
        QVERIFY(desk.dispatcher.submit(session::RemoveAnnotation{id}));
        QCOMPARE(desk.restorer.restore(chest, desk.dispatcher), 0);
        QCOMPARE(desk.count(), std::size_t(0));
        // Undone, it is there again, and as it was kept.
        QVERIFY(desk.dispatcher.undo(desk.dispatcher.localActor()));
        QCOMPARE(desk.count(), std::size_t(1));
        QVERIFY(desk.marks.drafts().isEmpty());
    }

    /// A draft that is only offered holds the kept version back, and gives it free when it is discarded.
    void theKeptVersionComesWhenTheDraftIsDiscarded()
    {
        Desk desk;
        session::Annotation own;
        own.id = AnnotationId(u"local/1"_s);
        own.kind = session::AnnotationKind::Length;
        own.author = ActorId(u"local"_s);
        own.dataSet = desk.images.stack->id;
        own.sop = imageOf(3).sop;
        own.patientHandles = {{1, 2, 6}, {3, 4, 6}};
        auto kept = lengthOn(3);
        kept.trackingUid = app::identityOf(own.id);
        desk.images.add(keptReport({kept, lengthOn(4)}));
        {
            session::ActionDispatcher earlier{desk.clock};
            desk.marks.follow(earlier);
            QVERIFY(earlier.submit(session::AddAnnotation{own}));
        }
        QVERIFY(desk.marks.leftOver(chest));
        desk.open();
        QTRY_COMPARE_WITH_TIMEOUT(desk.count(), std::size_t(1), 20'000);
        QVERIFY(!desk.dispatcher.state().annotations().find(AnnotationId(kept.trackingUid)));
        desk.marks.discard(chest);
        QTRY_COMPARE_WITH_TIMEOUT(desk.count(), std::size_t(2), 20'000);
        QVERIFY(desk.dispatcher.state().annotations().find(AnnotationId(kept.trackingUid)));
    }

    /// Kept where it was, and moved here since: one arrow, not two.
    void anArrowThatWasMovedIsNotThereTwice()
    {
        Desk desk;
        app::DescribedMark drawn;
        drawn.mark.id = AnnotationId(u"local/arrow"_s);
        drawn.mark.kind = session::AnnotationKind::Arrow;
        drawn.mark.author = ActorId(u"local"_s);
        drawn.mark.dataSet = desk.images.stack->id;
        drawn.mark.sop = imageOf(3).sop;
        drawn.mark.patientHandles = {{1, 2, 6}, {3, 4, 6}};
        drawn.image = desk.images.stack->slices[2];
        drawn.handles = {{52, 42}, {56, 44}};
        auto state = app::presentationOf({drawn.image}, {drawn}, {});
        state.header = objectHeader();
        desk.images.add(state);
        desk.marks.follow(desk.dispatcher);
        auto moved = drawn.mark;
        moved.patientHandles[1].x += 7.0;
        QVERIFY(desk.dispatcher.submit(session::AddAnnotation{moved}));
        desk.open();
        QTRY_VERIFY_WITH_TIMEOUT(desk.objects.isRead(chest), 20'000);
        QCOMPARE(desk.objects.marks(chest).size(), std::size_t(1));
        desk.restorer.restore(chest, desk.dispatcher);
        QCOMPARE(desk.count(), std::size_t(1));
        QVERIFY(*desk.dispatcher.state().annotations().find(moved.id) == moved);
    }

    void whatDoesNotComeIsToldAndAskedForAgain()
    {
        Desk desk;
        desk.images.add(keptReport({lengthOn(3)}));
        desk.images.isAway = true;
        desk.open();
        QTRY_COMPARE_WITH_TIMEOUT(desk.objects.troubles(chest).size(), std::size_t(1), 20'000);
        QVERIFY(!desk.objects.troubles(chest).front().reason.isEmpty());
        QCOMPARE(desk.count(), std::size_t(0));
        desk.images.isAway = false;
        Q_EMIT desk.images.dataSetChanged(desk.images.notes->id);
        QTRY_COMPARE_WITH_TIMEOUT(desk.count(), std::size_t(1), 20'000);
        QVERIFY(desk.objects.troubles(chest).empty());
    }

    void whatIsNoObjectAtAllIsToldAndHarmsNothing()
    {
        Desk desk;
        desk.images.add(keptReport({lengthOn(3)}));
        desk.images.add(keptReport({lengthOn(4)}));
        desk.images.files[desk.images.listed.front()->sop.text()] = "this is no DICOM file";
        desk.open();
        QTRY_COMPARE_WITH_TIMEOUT(desk.count(), std::size_t(1), 20'000);
        QCOMPARE(desk.objects.troubles(chest).size(), std::size_t(1));
    }

    void aClosedStudyIsForgotten()
    {
        Desk desk;
        desk.images.add(keptReport({lengthOn(3)}));
        desk.open();
        QTRY_COMPARE_WITH_TIMEOUT(desk.objects.marks(chest).size(), std::size_t(1), 20'000);
        const AnnotationId id = desk.objects.marks(chest).front().mark.id;
        QVERIFY(desk.objects.origin(id));
        desk.images.isOpen = false;
        Q_EMIT desk.images.studyChanged(chest);
        QTRY_VERIFY_WITH_TIMEOUT(!desk.objects.origin(id), 20'000);
        QVERIFY(desk.objects.marks(chest).empty());
    }

    /// Saved and not sent yet: on the images like what the archive has, told as waiting, and there once when it is
    /// sent.
    void whatIsNotInTheArchiveYetIsShown()
    {
        Desk desk;
        const auto report = keptReport({lengthOn(3)});
        const QByteArray bytes = fileOf(report);
        const dicom::DocumentPtr document = *dicom::describeDocument(*dicom::readObject(bytes));
        bool isWaiting = true, isHere = true;
        desk.objects.setLocal({[&](const StudyUid &) { return std::vector{document}; },
                               [&](const SopInstanceUid &) {
                                   return readyAnswer(isHere ? Result<QByteArray>(bytes) : fail(ErrorCode::NotFound));
                               },
                               [&](const SopInstanceUid &) { return isWaiting; }});
        desk.open();
        QTRY_COMPARE_WITH_TIMEOUT(desk.count(), std::size_t(1), 20'000);
        const AnnotationId id(report.measurements.front().trackingUid);
        QVERIFY(desk.objects.origin(id) && desk.objects.origin(id)->isWaiting);
        QCOMPARE(desk.images.asked, 0);
        isWaiting = isHere = false;
        desk.objects.localChanged(chest);
        QVERIFY(!desk.objects.origin(id)->isWaiting);
        desk.images.add(report); // the archive lists it
        Q_EMIT desk.images.dataSetChanged(desk.images.notes->id);
        QTest::qWait(200);
        QCOMPARE(desk.count(), std::size_t(1));
        QVERIFY(desk.objects.troubles(chest).empty());
        // Sent between the archive's list and the look at what is here: the archive has it.
        Desk late;
        late.images.add(report);
        late.images.listed.clear();
        late.objects.setLocal(
            {[&](const StudyUid &) { return std::vector{document}; },
             [&](const SopInstanceUid &) { return readyAnswer(Result<QByteArray>(fail(ErrorCode::NotFound))); },
             [](const SopInstanceUid &) { return false; }});
        late.open();
        QTRY_COMPARE_WITH_TIMEOUT(late.count(), std::size_t(1), 20'000);
        QCOMPARE(late.images.asked, 1);
    }

    void whatIsGivenUpIsShownNoMore()
    {
        Desk desk;
        const auto report = keptReport({lengthOn(3)});
        const QByteArray bytes = fileOf(report);
        const dicom::DocumentPtr document = *dicom::describeDocument(*dicom::readObject(bytes));
        bool isThere = true;
        desk.objects.setLocal(
            {[&](const StudyUid &) { return isThere ? std::vector{document} : std::vector<dicom::DocumentPtr>(); },
             [&](const SopInstanceUid &) { return readyAnswer(Result<QByteArray>(bytes)); },
             [&](const SopInstanceUid &) { return isThere; }});
        desk.open();
        QTRY_COMPARE_WITH_TIMEOUT(desk.objects.marks(chest).size(), std::size_t(1), 20'000);
        isThere = false;
        desk.objects.forget(report.header.sop);
        QTRY_VERIFY_WITH_TIMEOUT(desk.objects.marks(chest).empty(), 20'000);
    }

    /// A study in a second tab: its marks as they stand in the first one, not as they were kept.
    void aSecondTabShowsWhatTheFirstOneDoes()
    {
        Desk desk;
        auto report = keptReport({lengthOn(3)});
        desk.images.add(report);
        desk.restorer.setOwn([](const objects::MarkOrigin &) { return true; });
        desk.open();
        QTRY_COMPARE_WITH_TIMEOUT(desk.count(), std::size_t(1), 20'000);
        const AnnotationId id(report.measurements.front().trackingUid);
        QVERIFY(desk.dispatcher.submit(session::MoveHandle{id, 0, PatientPoint{-20.0, -30.0, 6.0}}));
        const auto moved = *desk.dispatcher.state().annotations().find(id);
        session::ActionDispatcher second(desk.clock);
        desk.marks.follow(second);
        desk.restorer.follow(second, [] { return std::vector{chest}; });
        QTRY_VERIFY_WITH_TIMEOUT(second.state().annotations().find(id), 20'000);
        QVERIFY(*second.state().annotations().find(id) == moved);
        QVERIFY(*desk.dispatcher.state().annotations().find(id) == moved);
        QCOMPARE(desk.marks.drafts().draftOf(chest)->marks, std::vector{moved});
        // And what is changed there is shown in the first.
        QVERIFY(second.submit(session::MoveHandle{id, 0, PatientPoint{-19.0, -30.0, 6.0}}));
        const auto again = *second.state().annotations().find(id);
        QTRY_VERIFY_WITH_TIMEOUT(*desk.dispatcher.state().annotations().find(id) == again, 20'000);
        QCOMPARE(desk.marks.drafts().draftOf(chest)->marks, std::vector{again});
        desk.marks.unfollow(second);
    }

    /// What is saved now is kept from now on, and no number of an earlier object is told beside it.
    void savingIsNoted()
    {
        Desk desk;
        session::Annotation own;
        own.id = AnnotationId(u"local/1"_s);
        own.patientHandles = {{1, 2, 6}};
        objects::MarkOrigin origin;
        origin.study = chest;
        origin.made = u"20261128020000"_s;
        origin.stated.push_back({objects::codes::length, {}, 1.0, objects::codes::millimetre});
        QSignalSpy changed(&desk.objects, &objects::StudyObjects::changed);
        desk.objects.noteSaved(origin, {own});
        QCOMPARE(changed.count(), 1);
        const objects::MarkOrigin *known = desk.objects.origin(own.id);
        QVERIFY(known && known->stated.empty() && known->places == own.patientHandles);
    }
};

CONSILIUM_TEST(UsecaseKeptObjects)
#include "UsecaseKeptObjects.moc"
