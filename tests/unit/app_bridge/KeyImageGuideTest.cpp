#include "app/outside/KeyImageGuide.h"
#include "tests/support/TestMain.h"
#include "tests/unit/widgets/FakeImages.h"

#include <QPointer>

using namespace consilium;
using namespace Qt::StringLiterals;
using app::KeyImageGuide;

namespace
{

const QString studyUid = u"1.2.3"_s;

/// Studies of which some series are notes.
class NotedImages final : public test::FakeImages
{
public:
    std::map<DataSetId, std::vector<dicom::DocumentPtr>> notes;

    std::vector<dicom::DocumentPtr> documents(const DataSetId &id) const override
    {
        const auto known = notes.find(id);
        return known == notes.end() ? std::vector<dicom::DocumentPtr>() : known->second;
    }
    /// A series that is a note of these images, frames from 0.
    DataSetId addNote(const std::vector<std::pair<SopInstanceUid, int>> &images)
    {
        const DataSetId id = addSeries(studyUid, {.description = u"Key images"_s, .modality = u"KO"_s, .slices = 0});
        auto note = std::make_shared<dicom::DocumentHeader>();
        note->study = StudyUid(studyUid);
        note->kind = dicom::DocumentKind::KeyImages;
        for (const auto &[sop, frame] : images) {
            note->keyImages.push_back(sop);
            note->keyFrames.push_back(frame);
        }
        notes[id] = {note};
        return id;
    }
    void settle()
    {
        for (const auto &dataSet : dataSets(StudyUid(studyUid))) {
            Progress progress = FakeImages::progress(dataSet->id);
            progress.settled = true;
            setProgress(dataSet->id, progress);
        }
    }
};

struct Desk {
    SystemClock clock;
    NotedImages images;
    DataSetId first = images.addSeries(studyUid, {.number = 1}), second = images.addSeries(studyUid, {.number = 2});
    app::ReadingSession session{clock, images};
    QPointer<KeyImageGuide> guide;
    QStringList told;

    Desk() { session.addStudy(StudyUid(studyUid), false); }
    void begin()
    {
        guide = new KeyImageGuide(session, images, StudyUid(studyUid), u"study 1.2.3"_s);
        QObject::connect(guide, &KeyImageGuide::told, &session, [this](const QString &text) { told << text; });
        guide->start();
    }
    [[nodiscard]] SopInstanceUid sop(const DataSetId &id, int index) const { return images.key(id, index).sop; }
    [[nodiscard]] const session::ViewState &view(int index) const
    {
        return session.dispatcher().state().view(session::Layout::viewAt(index));
    }
};

} // namespace

/// What becomes of `keyImagesOnly`.
class KeyImageGuideTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theFirstKeyImageIsShownWithItsNote()
    {
        Desk desk;
        QCOMPARE(desk.view(0).dataSet, desk.first);
        desk.begin();
        QVERIFY(desk.told.isEmpty()); // a note may still come
        const DataSetId note = desk.images.addNote({{desk.sop(desk.second, 3), 0}, {desk.sop(desk.first, 1), 0}});
        QCOMPARE(desk.view(0).dataSet, desk.first);
        desk.images.settle();
        QCOMPARE(desk.view(0).dataSet, desk.second);
        QCOMPARE(std::get<session::ImageRef>(desk.view(0).plane), (session::ImageRef{desk.sop(desk.second, 3), 0}));
        QCOMPARE(desk.view(1).dataSet, note);
        QCOMPARE(desk.session.dispatcher().state().layout().cellCount(), 2);
        QCOMPARE(desk.told,
                 QStringList{u"Key images of study 1.2.3: the first of 2 is shown, beside the note that names it."_s});
        QTRY_VERIFY(!desk.guide); // it does nothing from now on
        auto &dispatcher = desk.session.dispatcher();
        QVERIFY(dispatcher.undo(dispatcher.localActor())); // one step
        QCOMPARE(desk.view(0).dataSet, desk.first);
        QCOMPARE(dispatcher.state().layout().cellCount(), 1);
    }

    void aFrameOfAMultiframeImageIsTheOneThatIsNamed()
    {
        Desk desk;
        const SopInstanceUid whole = desk.sop(desk.second, 0);
        for (int i = 0; i < 5; ++i)
            desk.images.setInstance(desk.second, i, [&](dicom::Instance &image) {
                image.sop = whole;
                image.frame = i;
            });
        (void)desk.images.addNote({{whole, 4}});
        desk.images.settle();
        desk.begin();
        QCOMPARE(std::get<session::ImageRef>(desk.view(0).plane), (session::ImageRef{whole, 4}));
    }

    void withoutKeyImagesThatIsSaid()
    {
        Desk desk;
        desk.images.settle();
        desk.begin();
        QCOMPARE(desk.told.size(), 1);
        QVERIFY2(desk.told.front().contains(u"has no key images: all its images are shown"_s),
                 qPrintable(desk.told.front()));
        QCOMPARE(desk.view(0).dataSet, desk.first);
        QCOMPARE(desk.session.dispatcher().state().layout().cellCount(), 1);
    }

    /// A note that could not be read may be one: that there is none is not known then.
    void whatCouldNotBeReadIsNotDenied()
    {
        Desk desk;
        desk.images.failDataSet(desk.second, ErrorCode::DicomMalformed);
        desk.images.settle();
        desk.begin();
        QCOMPARE(desk.told.size(), 1);
        QVERIFY2(desk.told.front().contains(u"whether it has key images is not known"_s),
                 qPrintable(desk.told.front()));
    }

    void keyImagesThatAreNotThereAreSaid()
    {
        Desk desk;
        const SopInstanceUid elsewhere(u"9.9.9"_s);
        (void)desk.images.addNote({{elsewhere, 0}});
        desk.images.settle();
        desk.begin();
        QCOMPARE(desk.told.size(), 1);
        QVERIFY2(desk.told.front().contains(u"None of those that its key image notes name is in the study"_s),
                 qPrintable(desk.told.front()));
        QCOMPARE(desk.view(0).dataSet, desk.first);

        Desk other; // the first that is there, and the others told
        (void)other.images.addNote({{elsewhere, 0}, {other.sop(other.first, 2), 0}});
        other.images.settle();
        other.begin();
        QCOMPARE(std::get<session::ImageRef>(other.view(0).plane), (session::ImageRef{other.sop(other.first, 2), 0}));
        QVERIFY2(other.told.front().contains(u"1 of them"_s), qPrintable(other.told.front()));
    }

    /// What the reader has begun with stays where it is.
    void nobodyIsLedAwayFromWhatHeReads()
    {
        Desk desk;
        desk.begin();
        session::ShowSeries show;
        show.view = session::Layout::viewAt(0);
        show.study = StudyUid(studyUid);
        show.dataSet = desk.second;
        QVERIFY(desk.session.dispatcher().submit(show));
        (void)desk.images.addNote({{desk.sop(desk.first, 2), 0}});
        desk.images.settle();
        QCOMPARE(desk.view(0).dataSet, desk.second);
        QCOMPARE(desk.session.dispatcher().state().layout().cellCount(), 1);
        QVERIFY2(desk.told.value(0).contains(u"listed in the key image note"_s), qPrintable(desk.told.value(0)));
    }

    void aClosedStudyIsNotSpokenOf()
    {
        Desk desk;
        desk.begin();
        desk.session.removeStudy(StudyUid(studyUid));
        desk.images.settle();
        QVERIFY(desk.told.isEmpty());
    }
};

CONSILIUM_TEST(KeyImageGuideTest)
#include "KeyImageGuideTest.moc"
