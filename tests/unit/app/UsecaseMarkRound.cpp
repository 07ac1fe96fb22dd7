#include "app/usecases/MarkParts.h"
#include "app/usecases/MarkRestorer.h"
#include "tests/net/StowServer.h"
#include "tests/support/TestMain.h"
#include "tests/unit/app/SendingDesk.h"
#include "tests/unit/app/SentObjects.h"

using namespace Qt::StringLiterals;
using namespace consilium;
using namespace consilium::test;
using session::Annotation;
using session::AnnotationKind;

namespace
{

/// The images of a desk, and beside them what its archive has been sent, as it was listed when it was last asked.
class WithObjects : public pixels::StudyImages
{
public:
    WithObjects(app::PixelBridge &images, const StowServer *server) : m_images(images), m_server(server)
    {
        connect(&images, &StudyImages::studyChanged, this, &StudyImages::studyChanged);
        connect(&images, &StudyImages::dataSetChanged, this, &StudyImages::dataSetChanged);
        connect(&images, &StudyImages::progressChanged, this, &StudyImages::progressChanged);
        auto documents = std::make_shared<dicom::DataSet>();
        documents->id = DataSetId(u"1.2.3.objects"_s);
        m_objects = documents;
    }
    /// Asks the archive what it has.
    void list()
    {
        m_listed.clear();
        for (const QString &sop : m_server ? m_server->order() : QStringList())
            if (const auto object = dicom::readObject(m_server->object(sop)))
                if (const auto document = dicom::describeDocument(*object))
                    m_listed.push_back(*document);
        Q_EMIT dataSetChanged(m_objects->id);
    }
    [[nodiscard]] Pending<Result<QByteArray>> fetch(const dicom::DocumentPtr &document) const
    {
        const QByteArray bytes = m_server ? m_server->object(document->sop.text()) : QByteArray();
        return readyAnswer(bytes.isEmpty() ? fail(ErrorCode::NotFound) : Result<QByteArray>(bytes));
    }

    std::vector<StudyUid> studies() const override { return m_images.studies(); }
    dicom::StudyHeader study(const StudyUid &uid) const override { return m_images.study(uid); }
    std::vector<dicom::DataSetPtr> dataSets(const StudyUid &uid) const override
    {
        auto all = m_images.dataSets(uid);
        all.push_back(m_objects);
        return all;
    }
    dicom::DataSetPtr dataSet(const DataSetId &id) const override
    {
        return id == m_objects->id ? m_objects : m_images.dataSet(id);
    }
    Progress progress(const DataSetId &id) const override
    {
        Progress all;
        all.settled = true;
        return id == m_objects->id ? all : m_images.progress(id);
    }
    std::vector<dicom::DocumentPtr> documents(const DataSetId &id) const override
    {
        return id == m_objects->id ? m_listed : m_images.documents(id);
    }
    pixels::FramePtr frame(const pixels::FrameKey &key) const override { return m_images.frame(key); }
    const Error *failure(const pixels::FrameKey &key) const override { return m_images.failure(key); }
    const Error *failure(const DataSetId &id) const override { return m_images.failure(id); }
    void want(const void *, const DataSetId &, int, int) override {}
    void retry(const DataSetId &) override {}

private:
    app::PixelBridge &m_images;
    const StowServer *m_server;
    dicom::DataSetPtr m_objects;
    std::vector<dicom::DocumentPtr> m_listed;
};

/// One run of the program of a person: what is saved, sent and restored, connected as the program does.
struct Run {
    SendingDesk desk;
    WithObjects images;
    std::unique_ptr<app::KeptObjects> objects;
    std::unique_ptr<app::MarkRestorer> restorer;

    /// Null: the archive is away.
    Run(const QString &folder, const StowServer *server, FakeArchive::Edit edit = {})
        : desk(folder, server ? server->url() : nowhere, 3, true, std::move(edit)), images(desk.images, server)
    {
        objects = std::make_unique<app::KeptObjects>(
            images, [this](const dicom::DocumentPtr &document, const CancelToken &) { return images.fetch(document); });
        restorer = std::make_unique<app::MarkRestorer>(*objects, *desk.keeper);
        app::MarkSender &sender = *desk.sender;
        objects->setLocal({[&sender](const StudyUid &study) { return sender.localObjects(study); },
                           [&sender](const SopInstanceUid &object) { return sender.fetchLocal(object); },
                           [&sender](const SopInstanceUid &object) { return sender.isWaiting(object); }});
        restorer->setOwn([&sender](const objects::MarkOrigin &origin) { return sender.isOwn(origin); },
                         [&sender] { return sender.isSavedKnown(); });
        QObject::connect(&sender, &app::MarkSender::savedKnown, restorer.get(), &app::MarkRestorer::later);
        QObject::connect(&sender, &app::MarkSender::localChanged, objects.get(), &app::KeptObjects::localChanged);
        QObject::connect(&sender, &app::MarkSender::gaveUp, objects.get(), &app::KeptObjects::forget);
        QObject::connect(&sender, &app::MarkSender::savedStudy, objects.get(), [this, &sender](const StudyUid &study) {
            for (const auto &[origin, marks] : sender.savedOrigins(study))
                objects->noteSaved(origin, marks);
        });
    }
    ~Run()
    {
        desk.images.setObjects(nullptr);
        restorer.reset();
        objects.reset();
    }
    Run(const Run &) = delete;
    Run &operator=(const Run &) = delete;

    /// Until the study is there, and all that is kept of it has been read.
    [[nodiscard]] bool open()
    {
        images.list();
        if (!desk.open() || !QTest::qWaitFor([this] { return objects->isRead(desk.study()); }, 20'000))
            return false;
        restorer->follow(desk.tab->dispatcher(), [this] { return std::vector{desk.study()}; });
        return QTest::qWaitFor([this] { return desk.sender->isSavedKnown(); }, 20'000);
    }
    [[nodiscard]] bool save() { return desk.save(); }
    [[nodiscard]] bool isSent() const
    {
        return QTest::qWaitFor([this] { return desk.sender->progress().left == 0; }, 20'000);
    }
    [[nodiscard]] std::vector<Annotation> marks() const
    {
        std::vector<Annotation> all;
        desk.tab->dispatcher().state().annotations().forEach([&](const Annotation &mark) { all.push_back(mark); });
        return all;
    }
    [[nodiscard]] std::optional<Annotation> of(AnnotationKind kind) const
    {
        std::optional<Annotation> found;
        for (const Annotation &mark : marks())
            if (mark.kind == kind)
                found = mark;
        return found;
    }
    [[nodiscard]] bool remove(AnnotationKind kind) const
    {
        const auto mark = of(kind);
        return mark && desk.tab->dispatcher().submit(session::RemoveAnnotation{mark->id}).has_value();
    }
};

/// Of the image that the mark lies on; none: it is not there.
dicom::FrameGeometry geometryOf(const Run &run, const Annotation &mark)
{
    const auto place = widgets::placeOfMark(mark, run.desk.study(), run.desk.images);
    return place ? place->stack->slices[std::size_t(place->slice)]->geometry : dicom::FrameGeometry();
}

/// The handles lie at these places of the mark's image. They are in the patient, as a tool would have drawn them on an
/// image whose plane is known, and in objects 32-bit numbers (PS3.3 C.18.6, Graphic Data).
bool liesAt(const Run &run, const Annotation &mark, const std::vector<ImagePoint> &places)
{
    constexpr double nearMm = 1e-5;
    const dicom::FrameGeometry geometry = geometryOf(run, mark);
    return mark.imageHandles.empty() &&
           std::equal(mark.patientHandles.begin(), mark.patientHandles.end(), places.begin(), places.end(),
                      [&](PatientPoint handle, ImagePoint place) {
                          const auto wanted = geometry.toPatient(place);
                          return wanted && (handle - *wanted).length() < nearMm;
                      });
}

/// A person has put its label at this place of the mark's image.
bool isLabelAt(const Run &run, const Annotation &mark, ImagePoint place)
{
    const auto wanted = geometryOf(run, mark).toPatient(place);
    return wanted && mark.labelInPatient && (*mark.labelInPatient - *wanted).length() < 1e-5;
}

/// To a place of the mark's image.
bool moveHandle(const Run &run, const Annotation &mark, int handle, ImagePoint to)
{
    const auto place = geometryOf(run, mark).toPatient(to);
    return place && run.desk.tab->dispatcher().submit(session::MoveHandle{mark.id, handle, *place}).has_value();
}

/// They are this person's own, at most one of a kind, and none of them is unsaved.
bool areKept(const Run &run, std::size_t count)
{
    const auto marks = run.marks();
    return marks.size() == count && !run.desk.keeper->drafts().draftOf(run.desk.study()) &&
           std::all_of(marks.begin(), marks.end(), [&](const Annotation &mark) {
               return mark.author == run.desk.tab->dispatcher().localActor() &&
                      std::count_if(marks.begin(), marks.end(),
                                    [&](const Annotation &other) { return other.kind == mark.kind; }) == 1;
           });
}

/// Turns an image's header into one of PET: 70 MBq for a man of 70 kg and 1.75 m, corrected to the injection, Bq/ml.
void makePet(Attributes &header, const MinimalDicom &)
{
    header.setText(tags::Modality, "CS", {u"PT"_s});
    header.setText({0x0028, 0x0051}, "CS", {u"ATTN"_s, u"DECY"_s});
    header.setText({0x0054, 0x1001}, "CS", {u"BQML"_s});
    header.setText({0x0054, 0x1102}, "CS", {u"ADMIN"_s});
    header.setText({0x0010, 0x1030}, "DS", {u"70"_s});
    header.setText({0x0010, 0x1020}, "DS", {u"1.75"_s});
    header.setText(tags::PatientSex, "CS", {u"M"_s});
    Attribute sequence;
    sequence.vr = {'S', 'Q'};
    Attributes &drug = sequence.items.emplace_back();
    drug.setText({0x0018, 0x1074}, "DS", {u"70000000"_s});
    drug.setText({0x0018, 0x1075}, "DS", {u"6586.2"_s});
    header.set({0x0054, 0x0016}, sequence);
}

/// Code Values of the uptakes that this mark's group in the last report states, each once (PS3.16 CID 85: 126401 is
/// SUVbw, 126406 SUVlbm by James).
std::set<QString> uptakesIn(const StowServer &server, const QString &mark)
{
    const std::set<QString> all{u"126401"_s, u"126403"_s, u"126405"_s, u"126406"_s};
    std::set<QString> stated;
    if (const auto report = reportOf(server))
        for (const objects::Measurement &measurement : report->measurements)
            if (measurement.trackingUid == app::identityOf(AnnotationId(mark)))
                for (const objects::Measured &value : measurement.values)
                    if (all.contains(value.name.value))
                        stated.insert(value.name.value);
    return stated;
}

/// What is saved, as programs wrote it that did not keep to what uptakes are related.
bool forgetKinds(store::StoreThread &store)
{
    const QString kind = QString::fromLatin1(app::MarkSender::savedKind);
    auto listed = store.list(kind);
    listed.waitForFinished();
    const Result<store::Listing> listing = listed.result();
    std::vector<store::Change> changes;
    for (const store::Record &record : listing ? listing->records : std::vector<store::Record>()) {
        auto saved = app::savedMarksFromCbor(record.value);
        if (!saved)
            return false;
        for (app::SavedObject &object : saved->objects)
            object.suv.clear();
        changes.push_back({kind, record.key, app::toCbor(*saved)});
    }
    if (changes.empty())
        return false;
    auto done = store.apply(std::move(changes));
    done.waitForFinished();
    return done.result().has_value();
}

} // namespace

/// Saving, sending and restoring together, over several runs of the program.
class UsecaseMarkRound : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_place;
    int m_count = 0;
    QString m_folder;

private Q_SLOTS:
    void init() { m_folder = m_place.filePath(QString::number(++m_count)); }

    void markedMovedAndTakenAway()
    {
        StowServer server;
        {
            Run run(m_folder, &server);
            QVERIFY(run.open());
            QVERIFY(run.marks().empty());
            QVERIFY(run.desk.drawThree());
            QVERIFY(run.desk.tab->dispatcher().submit(
                session::PlaceLabel{AnnotationId(u"length"_s), ImagePoint{2.5, 1.25}}));
            QVERIFY(run.save() && run.isSent());
            QTest::qWait(200); // what was saved is read as well: nothing is doubled by it
            QVERIFY(areKept(run, 3));
        }
        QCOMPARE(server.order().size(), 3);
        {
            Run run(m_folder, &server);
            QVERIFY(run.open());
            QTRY_VERIFY_WITH_TIMEOUT(areKept(run, 3), 20'000);
            QCOMPARE(run.of(AnnotationKind::KeyImage)->text, u"113003"_s);
            const auto length = run.of(AnnotationKind::Length), arrow = run.of(AnnotationKind::Arrow);
            QVERIFY(liesAt(run, *length, {{0.0, 0.0}, {3.0, 2.0}}));
            QVERIFY(isLabelAt(run, *length, {2.5, 1.25}));
            QVERIFY(!arrow->labelInPatient);
            QVERIFY(liesAt(run, *arrow, {{1.0, 1.0}, {4.0, 3.0}}));
            QVERIFY(moveHandle(run, *length, 1, {4.0, 2.0}));
            QVERIFY(moveHandle(run, *arrow, 0, {2.0, 1.0}));
            QVERIFY(run.save() && run.isSent());
            QTest::qWait(200);
            QVERIFY(areKept(run, 3));
        }
        QCOMPARE(server.order().size(), 5); // a report and a state
        {
            Run run(m_folder, &server);
            QVERIFY(run.open());
            QTRY_VERIFY_WITH_TIMEOUT(areKept(run, 3), 20'000);
            QVERIFY(liesAt(run, *run.of(AnnotationKind::Length), {{0.0, 0.0}, {4.0, 2.0}}));
            QVERIFY(isLabelAt(run, *run.of(AnnotationKind::Length), {2.5, 1.25}));
            QVERIFY(liesAt(run, *run.of(AnnotationKind::Arrow), {{2.0, 1.0}, {4.0, 3.0}}));
            QVERIFY(run.remove(AnnotationKind::Length) && run.remove(AnnotationKind::KeyImage));
            QVERIFY(run.save() && run.isSent());
            QTest::qWait(200);
            QVERIFY(areKept(run, 1));
        }
        QCOMPARE(server.order().size(), 7); // a report without measurements, and a note that the key image is none
        Run run(m_folder, &server);
        QVERIFY(run.open());
        QTRY_VERIFY_WITH_TIMEOUT(areKept(run, 1), 20'000);
        QTest::qWait(200);
        QVERIFY(areKept(run, 1));
        QVERIFY(run.of(AnnotationKind::Arrow));
    }

    /// The archive is away and the program ends: the next run has the marks on the images all the same, as ones that
    /// wait, and once they are sent they are there once.
    void whatIsNotSentYetIsOnTheImages()
    {
        {
            Run run(m_folder, nullptr);
            QVERIFY(run.open());
            QVERIFY(run.desk.drawThree());
            QVERIFY(run.save());
            const auto *const origin = run.objects->origin(AnnotationId(u"length"_s));
            QVERIFY(origin && origin->isWaiting);
        }
        {
            Run run(m_folder, nullptr);
            QVERIFY(run.open());
            QTRY_VERIFY_WITH_TIMEOUT(areKept(run, 3), 20'000);
            for (const Annotation &mark : run.marks()) {
                const auto *const origin = run.objects->origin(mark.id);
                QVERIFY(origin && origin->isWaiting);
            }
            // It goes on from there.
            QVERIFY(moveHandle(run, *run.of(AnnotationKind::Length), 1, {4.0, 2.0}));
            QVERIFY(run.remove(AnnotationKind::KeyImage));
            QVERIFY(run.save());
            QTest::qWait(200);
            QVERIFY(areKept(run, 2));
        }
        StowServer server;
        Run run(m_folder, &server);
        QVERIFY(run.open());
        QTRY_VERIFY_WITH_TIMEOUT(areKept(run, 2), 20'000);
        QVERIFY(liesAt(run, *run.of(AnnotationKind::Length), {{0.0, 0.0}, {4.0, 2.0}}));
        QVERIFY(run.isSent());
        const AnnotationId length = run.of(AnnotationKind::Length)->id;
        QTRY_VERIFY_WITH_TIMEOUT(!run.objects->origin(length)->isWaiting, 20'000);
        run.images.list(); // the archive has them now
        QTest::qWait(300);
        QVERIFY(areKept(run, 2));
    }

    /// What was saved on another computer is read and stays somebody else's: nothing says for sure whose it is.
    void whatWasSavedElsewhereIsNotChangedHere()
    {
        StowServer server;
        {
            Run run(m_folder, &server);
            QVERIFY(run.open());
            QVERIFY(run.desk.drawThree());
            QVERIFY(run.save() && run.isSent());
        }
        Run run(m_folder + u"-elsewhere"_s, &server); // the same name
        QVERIFY(run.open());
        QTRY_COMPARE_WITH_TIMEOUT(run.marks().size(), std::size_t(3), 20'000);
        for (const Annotation &mark : run.marks())
            QVERIFY(mark.author != run.desk.tab->dispatcher().localActor());
        QVERIFY(!run.desk.keeper->drafts().draftOf(run.desk.study()));
        // A new mark names no predecessor: what the other computer wrote stays.
        QVERIFY(run.desk.draw(run.desk.mark(u"new"_s, AnnotationKind::Ruler, {{1.0, 0.0}, {1.0, 3.0}})));
        QVERIFY(run.save() && run.isSent());
        QTest::qWait(200);
        QCOMPARE(run.marks().size(), std::size_t(4));
        for (const QString &sop : server.order()) {
            const auto object = dicom::readObject(server.object(sop));
            if (object && objects::isMeasurementReport(*object))
                QVERIFY(objects::readMeasurements(*object)->predecessors.empty());
        }
    }

    /// Measured by lean body mass, uptakes are saved as such, also when another series has taken the place of theirs;
    /// in a run that relates them to body weight they stay so until somebody changes the mark itself.
    void uptakesKeepTheirKind_data()
    {
        QTest::addColumn<bool>("isOfOlderProgram"); // whose record of what is saved does not say the kind
        QTest::newRow("kept beside the marks") << false;
        QTest::newRow("stated by the object alone") << true;
    }
    void uptakesKeepTheirKind()
    {
        QFETCH(const bool, isOfOlderProgram);
        const std::set<QString> lean{u"126406"_s}, bodyWeight{u"126401"_s};
        StowServer server;
        const ViewId view = session::Layout::viewAt(0);
        {
            Run run(m_folder, &server, makePet);
            QVERIFY(run.open());
            auto &session = run.desk.tab->dispatcher();
            session::ShowSeries show;
            show.view = view;
            show.study = run.desk.study();
            show.dataSet = run.desk.series();
            QVERIFY(session.submit(show));
            QVERIFY(session.submit(session::SetSuv{view, run.desk.series(), session::Suv::LeanJames}));
            QVERIFY(run.desk.draw(run.desk.mark(u"box"_s, AnnotationKind::Rectangle, {{1.0, 1.0}, {4.0, 3.0}})));
            QVERIFY(run.desk.draw(run.desk.mark(u"spot"_s, AnnotationKind::Probe, {{2.0, 2.0}})));
            show.dataSet = DataSetId(u"1.2.3.other"_s);
            QVERIFY(session.submit(show));
            QVERIFY(run.save() && run.isSent());
            QCOMPARE(uptakesIn(server, u"box"_s), lean);
            QCOMPARE(uptakesIn(server, u"spot"_s), lean);
            QTest::qWait(200);
            QVERIFY(!isOfOlderProgram || forgetKinds(*run.desk.keeper->store()));
        }
        {
            Run run(m_folder, &server, makePet);
            run.desk.images.setObjects(run.objects.get());
            QVERIFY(run.open());
            QTRY_VERIFY_WITH_TIMEOUT(areKept(run, 2), 20'000);
            QVERIFY(run.desk.draw(run.desk.mark(u"length"_s, AnnotationKind::Length, {{0.0, 0.0}, {3.0, 2.0}})));
            QVERIFY(run.save() && run.isSent());
            QCOMPARE(reportOf(server)->measurements.size(), std::size_t(3)); // a new one
            QCOMPARE(uptakesIn(server, u"box"_s), lean);
            QCOMPARE(uptakesIn(server, u"spot"_s), lean);
        }
        Run run(m_folder, &server, makePet);
        QVERIFY(run.open());
        QTRY_VERIFY_WITH_TIMEOUT(areKept(run, 3), 20'000);
        QVERIFY(moveHandle(run, *run.of(AnnotationKind::Probe), 0, {3.0, 2.0}));
        QVERIFY(run.save() && run.isSent());
        QCOMPARE(uptakesIn(server, u"box"_s), lean);
        QCOMPARE(uptakesIn(server, u"spot"_s), bodyWeight);
    }

    /// A second tab of the study: what is moved in the first one is saved, whatever the copy in the second one says.
    void twoTabsOfOneStudy()
    {
        StowServer server;
        Run run(m_folder, &server);
        QVERIFY(run.open());
        QVERIFY(run.desk.drawThree());
        QVERIFY(run.save() && run.isSent());
        app::ReadingSession second(run.desk.clock, run.desk.images);
        run.desk.keeper->follow(second.dispatcher());
        run.restorer->follow(second.dispatcher(), [&run] { return std::vector{run.desk.study()}; });
        const AnnotationId copy(app::identityOf(AnnotationId(u"length"_s)));
        QTRY_VERIFY_WITH_TIMEOUT(second.dispatcher().state().annotations().find(copy), 20'000);
        QVERIFY(!run.desk.keeper->drafts().draftOf(run.desk.study()));
        QVERIFY(
            run.desk.tab->dispatcher().submit(session::MoveHandle{AnnotationId(u"length"_s), 1, ImagePoint{4.0, 2.0}}));
        QVERIFY(run.save() && run.isSent());
        QVERIFY(!run.desk.keeper->drafts().draftOf(run.desk.study()));
        QTRY_COMPARE_WITH_TIMEOUT(second.dispatcher().state().annotations().find(copy)->imageHandles,
                                  (std::vector<ImagePoint>{{0.0, 0.0}, {4.0, 2.0}}), 20'000);
        QVERIFY(!run.desk.keeper->drafts().draftOf(run.desk.study()));
        QVERIFY(!run.desk.sender->whyNotSave(second.dispatcher(), run.desk.study()).isEmpty()); // nothing is new there
        run.desk.keeper->unfollow(second.dispatcher());
    }
};

CONSILIUM_TEST(UsecaseMarkRound)
#include "UsecaseMarkRound.moc"
