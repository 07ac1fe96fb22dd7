#include "app/windows/ReadingSession.h"
#include "app/windows/TimelineCommands.h"
#include "app/windows/TimelinePanel.h"
#include "tests/support/TestMain.h"
#include "tests/unit/app/KnownStudies.h"
#include "tests/unit/session/SetClock.h"
#include "viewer/widgets/LayoutGrid.h"

#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace consilium;
using namespace consilium::app;
using Kind = render2d::PatientStanding::Kind;

namespace
{

const StudyUid now(u"1.2.1"_s), before(u"1.2.2"_s), elsewhere(u"1.2.3"_s);

dicom::StudyHeader study(const StudyUid &uid, const QString &id, const QString &date)
{
    dicom::StudyHeader header;
    header.uid = uid;
    header.patient.id = id;
    header.patient.name = dicom::PersonName::parse(u"LI^SI"_s);
    header.patient.sex = u"F"_s;
    header.patient.birthDate = u"19700101"_s;
    header.date = date;
    header.modalities = u"CT"_s;
    return header;
}

Attributes rowOf(const dicom::StudyHeader &header)
{
    Attributes row;
    row.setText(tags::StudyInstanceUid, "UI", {header.uid.text()});
    row.setText(tags::PatientId, "LO", {header.patient.id});
    row.setText(tags::PatientName, "PN", {u"LI^SI"_s});
    row.setText(tags::PatientSex, "CS", {header.patient.sex});
    row.setText(tags::PatientBirthDate, "DA", {header.patient.birthDate});
    row.setText(tags::StudyDate, "DA", {header.date});
    row.setText(tags::ModalitiesInStudy, "CS", {header.modalities});
    return row;
}

/// A reading tab with its timeline: one prior study for sure, one that perhaps is.
struct Tab {
    test::SetClock clock;
    test::KnownStudies images;
    tools::Bindings bindings;
    struct Opened {
        StudyUid study;
        QString doubt;
        Priority urgency = Priority::Background;
    };
    std::vector<Opened> opened;
    bool mayOpen = true;
    TimelineDesk desk{
        clock,
        images,
        {[] {
             const auto answer = [](const dicomweb::StudyQuery &, const CancelToken &) {
                 dicomweb::StudyPage page;
                 page.studies = {rowOf(study(now, u"T-1"_s, u"20240601"_s)),
                                 rowOf(study(before, u"T-1"_s, u"20230601"_s)),
                                 rowOf(study(elsewhere, u"B-9"_s, u"20220601"_s))};
                 return readyAnswer<Result<dicomweb::StudyPage>>(page);
             };
             return std::vector<TimelineArchive>{{ArchiveId(u"one"_s), u"Hospital One"_s, answer, {}}};
         },
         [this](const void *, const StudyUid &, const TimelineEntry &entry, const QString &doubt, Priority urgency) {
             opened.push_back({entry.study.uid, doubt, urgency});
             images.headers[entry.study.uid] = entry.study;
             return mayOpen;
         }}};
    ReadingSession session{clock, images};
    QWidget window;
    QVBoxLayout *side = new QVBoxLayout;
    widgets::LayoutGrid *grid = nullptr;
    TimelineCommands *commands = nullptr;
    QStringList said;

    Tab()
    {
        images.headers[now] = study(now, u"T-1"_s, u"20240601"_s);
        desk.noteHome(now, ArchiveId(u"one"_s));
        session.addStudy(now, false);
        auto *row = new QHBoxLayout(&window);
        grid = new widgets::LayoutGrid(session.dispatcher(), images, bindings);
        row->addWidget(grid, 1);
        row->addLayout(side);
        commands = new TimelineCommands(session, images, desk, *grid, *side);
        QObject::connect(commands, &TimelineCommands::noticed, commands, [this](const QString &text) { said << text; });
        window.resize(1200, 700);
        window.show();
        images.addSeries(now, u"1.2.1.1"_s, u"CT"_s, u"Lung"_s);
    }
    ~Tab() { delete grid; }
    [[nodiscard]] TimelinePanel &panel() const { return commands->panel(); }
    [[nodiscard]] StudyUid shownIn(const char *view) const
    {
        return session.dispatcher().state().view(ViewId(QString::fromLatin1(view))).study;
    }
    [[nodiscard]] QString seriesIn(const char *view) const
    {
        return session.dispatcher().state().view(ViewId(QString::fromLatin1(view))).dataSet.text();
    }
    [[nodiscard]] Kind standingIn(const char *view) const
    {
        return grid->viewport(ViewId(QString::fromLatin1(view)))->shownInput().standing.kind;
    }
    [[nodiscard]] QPushButton *button(const QString &name) const { return panel().findChild<QPushButton *>(name); }
};

} // namespace

class WindowTimeline : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// By itself, once the images had their time.
    void comesWhenThereIsSomethingToSee()
    {
        Tab tab;
        QVERIFY(!tab.commands->isShown());
        QTRY_VERIFY_WITH_TIMEOUT(tab.commands->isShown(), 10'000);
        const QStringList lines = tab.panel().lines();
        QCOMPARE(lines.size(), 3);
        QVERIFY(lines[0].contains(u"2024-06-01"_s) && lines[0].contains(u"this study"_s));
        QVERIFY(lines[1].contains(u"2023-06-01"_s) && lines[1].contains(u"Hospital One"_s));
        QVERIFY(lines[2].contains(u"perhaps the same patient"_s) && lines[2].contains(u"B-9"_s));
        QVERIFY(tab.panel().stateText().isEmpty());
        // Put away by hand it stays away, and folded with the other panels.
        tab.button(u"closeTimeline"_s)->click();
        QVERIFY(!tab.commands->isShown());
        QVERIFY(tab.commands->run(u"toggle-timeline"_s));
        QVERIFY(tab.commands->isShown());
        tab.commands->setFolded(true);
        QVERIFY(!tab.commands->isShown());
        tab.commands->setFolded(false);
        QVERIFY(tab.commands->isShown());
    }

    void onePriorByOneKey()
    {
        Tab tab;
        QVERIFY(tab.commands->run(u"timeline-ask"_s));
        QTRY_COMPARE(tab.panel().lines().size(), 3);
        QVERIFY(tab.commands->run(u"compare-prior"_s));
        QCOMPARE(tab.opened.size(), 1u);
        QCOMPARE(tab.opened[0].study, before);
        QVERIFY(tab.opened[0].doubt.isEmpty());
        QVERIFY(tab.opened[0].urgency == Priority::Visible); // the reader waits for it
        QVERIFY(tab.session.uses(before));
        QCOMPARE(tab.session.dispatcher().state().layout().columns, 1); // its series are not listed yet
        tab.images.series[before].clear();
        tab.images.addSeries(before, u"1.2.2.1"_s, u"CT"_s, u"lung"_s);
        QCOMPARE(tab.session.dispatcher().state().layout().columns, 2);
        QCOMPARE(tab.shownIn("v1"), now);
        QCOMPARE(tab.shownIn("v2"), before);
        QCOMPARE(tab.standingIn("v2"), Kind::First);
        QVERIFY(tab.panel().lines()[1].endsWith(u"shown"_s));
        // The doubtful one is not stepped to.
        QVERIFY(tab.commands->run(u"prior-older"_s));
        QCOMPARE(tab.opened.size(), 1u);
        QVERIFY(tab.said.last().contains(u"no older study"_s));
        // One step back takes all of it.
        QVERIFY(tab.session.dispatcher().undo(tab.session.dispatcher().localActor()));
        QCOMPARE(tab.session.dispatcher().state().layout().columns, 1);
    }

    /// A hanging protocol has fetched it, say: whoever opened it, a person's answer holds for it.
    void whatAnotherOpenedBesideHearsOfItToo()
    {
        Tab tab;
        QVERIFY(tab.commands->run(u"timeline-ask"_s));
        QTRY_COMPARE(tab.panel().lines().size(), 3);
        tab.session.addBeside(*tab.desk.timelineOf(now).find(elsewhere), now);
        QVERIFY(tab.opened.empty());
        TimelineList &list = tab.panel().list();
        list.setCurrentIndex(list.model()->index(2, 0));
        QVERIFY(tab.commands->run(u"timeline-confirm"_s));
        QCOMPARE(tab.opened.size(), 1u);
        QCOMPARE(tab.opened[0].study, elsewhere);
        QVERIFY(tab.opened[0].doubt.isEmpty());
        // Once closed nobody opens it again by an answer.
        tab.session.removeStudy(elsewhere);
        tab.button(u"timelineAgain"_s)->click();
        QCOMPARE(tab.opened.size(), 1u);
    }

    void whatIsPerhapsHersIsFramedUntilAPersonSaysSo()
    {
        Tab tab;
        QVERIFY(tab.commands->run(u"timeline-ask"_s));
        QTRY_COMPARE(tab.panel().lines().size(), 3);
        tab.images.addSeries(elsewhere, u"1.2.3.1"_s, u"CT"_s, u"Lung"_s);
        // By the keyboard: the list, down to the last row, Enter.
        TimelineList &list = tab.panel().list();
        list.setCurrentIndex(list.model()->index(2, 0));
        QTest::keyClick(&list, Qt::Key_Return);
        QCOMPARE(tab.opened.size(), 1u);
        QVERIFY(tab.opened[0].doubt.contains(u"Patient ID"_s));
        QCOMPARE(tab.shownIn("v2"), elsewhere);
        QCOMPARE(tab.standingIn("v2"), Kind::Doubtful);
        QCOMPARE(tab.standingIn("v1"), Kind::First);
        // What may be linked, fused and cut with what is the same question as whose frame is drawn.
        using Pair = dicom::StudyPairs::Verdict;
        const auto pair = [&tab](const StudyUid &a, const StudyUid &b) { return tab.images.pairs().between(a, b); };
        QVERIFY(pair(now, elsewhere) == Pair::Apart);
        const auto *viewport = tab.grid->viewport(ViewId(u"v2"_s));
        QVERIFY(viewport->imageArea().left() > 0); // the frame has room of its own
        QVERIFY(viewport->overlayText().identity.contains(u"LI SI"_s));
        const auto *question = tab.panel().findChild<QLabel *>(u"timelineQuestion"_s);
        QVERIFY(!question->isHidden() && question->text().contains(u"same birth date"_s));
        QVERIFY(!tab.button(u"timelineSame"_s)->isHidden() && !tab.button(u"timelineOther"_s)->isHidden());

        tab.button(u"timelineSame"_s)->click();
        QVERIFY(tab.said.last().contains(u"until the program ends"_s)); // nobody has given it a store
        QCOMPARE(tab.opened.size(), 2u);                                // what shows it hears of it
        QVERIFY(tab.opened[1].doubt.isEmpty());
        QCOMPARE(tab.standingIn("v2"), Kind::ByHand);
        QVERIFY(pair(now, elsewhere) == Pair::ByHand && pair(elsewhere, now) == Pair::ByHand);
        QVERIFY(tab.grid->viewport(ViewId(u"v2"_s))->overlayText().identity.contains(u"confirmed by hand"_s));
        QCOMPARE(tab.grid->viewport(ViewId(u"v2"_s))->imageArea().left(), 0);
        QVERIFY(tab.button(u"timelineSame"_s)->isHidden() && !tab.button(u"timelineAgain"_s)->isHidden());

        tab.button(u"timelineAgain"_s)->click();
        QCOMPARE(tab.standingIn("v2"), Kind::Doubtful);
        QVERIFY(pair(now, elsewhere) == Pair::Apart);
        tab.button(u"timelineOther"_s)->click();
        QCOMPARE(tab.standingIn("v2"), Kind::Other);
        QVERIFY(pair(now, elsewhere) == Pair::Apart);
        QCOMPARE(tab.panel().lines().size(), 2); // it is no study of hers
        QVERIFY(!tab.button(u"timelineDenied"_s)->isHidden());
        tab.button(u"timelineDenied"_s)->click();
        QCOMPARE(tab.panel().lines().size(), 3);
    }

    void aStudyIsDroppedIntoAView()
    {
        Tab tab;
        QVERIFY(tab.commands->run(u"timeline-ask"_s));
        QTRY_COMPARE(tab.panel().lines().size(), 3);
        tab.images.addSeries(before, u"1.2.2.1"_s, u"CT"_s, u"Lung"_s);
        QVERIFY(tab.session.dispatcher().submit(session::SetLayout{2, 2, {}}));
        const std::unique_ptr<QMimeData> data(
            tab.panel().list().model()->mimeData({tab.panel().list().model()->index(1, 0)}));
        QCOMPARE(data->data(widgets::ViewportWidget::studyMimeType()), before.text().toUtf8());
        Q_EMIT tab.grid->viewport(ViewId(u"v3"_s))->studyDropped(before);
        QCOMPARE(tab.shownIn("v3"), before);
        QCOMPARE(tab.session.dispatcher().state().layout().columns, 2);
    }

    /// Of a study that is still being listed, the series to compare with may come second.
    void theSeriesToCompareWithTakesThePlaceOfTheFirstOne()
    {
        Tab tab;
        QVERIFY(tab.commands->run(u"timeline-ask"_s));
        QTRY_COMPARE(tab.panel().lines().size(), 3);
        QVERIFY(tab.commands->run(u"timeline-open-2"_s));
        tab.images.addSeries(before, u"1.2.2.1"_s, u"CT"_s, u"Scout"_s);
        QCOMPARE(tab.seriesIn("v2"), u"1.2.2.1"_s);
        tab.images.addSeries(elsewhere, u"1.2.3.1"_s, u"CT"_s, u"Lung"_s); // another study's list
        QCOMPARE(tab.seriesIn("v2"), u"1.2.2.1"_s);
        tab.images.addSeries(before, u"1.2.2.2"_s, u"SR"_s, u"Lung"_s);
        QCOMPARE(tab.seriesIn("v2"), u"1.2.2.1"_s);
        tab.images.addSeries(before, u"1.2.2.3"_s, u"CT"_s, u"LUNG"_s);
        QCOMPARE(tab.seriesIn("v2"), u"1.2.2.3"_s);
        QVERIFY(tab.session.dispatcher().undo(tab.session.dispatcher().localActor()));
        QCOMPARE(tab.session.dispatcher().state().layout().columns, 1); // one step, all the same
    }

    void aViewThatSomebodyHasTouchedKeepsItsSeries()
    {
        Tab tab;
        QVERIFY(tab.commands->run(u"timeline-ask"_s));
        QTRY_COMPARE(tab.panel().lines().size(), 3);
        QVERIFY(tab.commands->run(u"timeline-open-2"_s));
        tab.images.addSeries(before, u"1.2.2.1"_s, u"CT"_s, u"Scout"_s);
        QVERIFY(tab.session.dispatcher().submit(session::SetOrientation{ViewId(u"v2"_s), {90.0, false}}));
        tab.images.addSeries(before, u"1.2.2.2"_s, u"CT"_s, u"Lung"_s);
        QCOMPARE(tab.seriesIn("v2"), u"1.2.2.1"_s);
    }

    /// What a reader has arranged keeps its place: a free view, else one more.
    void aPriorStudyTakesNobodysPlace()
    {
        Tab tab;
        QVERIFY(tab.commands->run(u"timeline-ask"_s));
        QTRY_COMPARE(tab.panel().lines().size(), 3);
        tab.images.addSeries(before, u"1.2.2.1"_s, u"CT"_s, u"Lung"_s);
        tab.images.addSeries(elsewhere, u"1.2.3.1"_s, u"CT"_s, u"Lung"_s);
        auto &dispatcher = tab.session.dispatcher();
        const auto show = [&](const QString &view) {
            return dispatcher.submit(session::ShowSeries{ViewId(view), now, DataSetId(u"1.2.1.1"_s), {}, {}, {}})
                .has_value();
        };
        QVERIFY(dispatcher.submit(session::SetLayout{2, 2, {}}));
        QVERIFY(show(u"v2"_s) && show(u"v4"_s));
        QVERIFY(tab.commands->run(u"compare-prior"_s));
        QCOMPARE(tab.shownIn("v3"), before); // the free one
        QVERIFY(dispatcher.undo(dispatcher.localActor()));
        QVERIFY(show(u"v3"_s));
        QVERIFY(tab.commands->run(u"compare-prior"_s));
        QCOMPARE(dispatcher.state().layout().rows, 3);
        QCOMPARE(dispatcher.state().layout().columns, 2);
        for (const char *view : {"v1", "v2", "v3", "v4"})
            QCOMPARE(tab.shownIn(view), now);
        QCOMPARE(tab.shownIn("v5"), before);
        QVERIFY(tab.commands->run(u"timeline-open-3"_s)); // in place of the prior study
        QCOMPARE(tab.shownIn("v5"), elsewhere);
        QVERIFY(tab.shownIn("v6").isEmpty());
        // The reader has put something else there: that one stays too.
        QVERIFY(show(u"v5"_s) && show(u"v6"_s));
        QVERIFY(tab.commands->run(u"compare-prior"_s));
        QCOMPARE(tab.shownIn("v5"), now);
        QCOMPARE(tab.shownIn("v7"), before);
        QVERIFY(dispatcher.undo(dispatcher.localActor())); // the view with it
        QCOMPARE(dispatcher.state().layout().rows, 3);
        // Where there is no room for one more, nothing is taken away.
        QVERIFY(dispatcher.submit(session::SetLayout{8, 8, {}}));
        for (int i = 0; i < 64; ++i)
            QVERIFY(show(session::Layout::viewAt(i).text()));
        QVERIFY(tab.commands->run(u"compare-prior"_s));
        QVERIFY(tab.said.last().contains(u"no room"_s));
        for (int i = 0; i < 64; ++i)
            QCOMPARE(dispatcher.state().view(session::Layout::viewAt(i)).study, now);
    }

    /// Of two studies of a tab: the timeline, the tab's name and whoever else asks mean the same one.
    void theOneInTheActiveViewIsRead()
    {
        Tab tab;
        tab.images.headers[before] = study(before, u"T-1"_s, u"20230601"_s);
        tab.session.addStudy(before, true);
        tab.images.addSeries(before, u"1.2.2.1"_s, u"CT"_s, u"Lung"_s);
        auto &dispatcher = tab.session.dispatcher();
        const auto show = [&](const StudyUid &which, const QString &series) {
            return dispatcher.submit(session::ShowSeries{ViewId(u"v1"_s), which, DataSetId(series), {}, {}, {}})
                .has_value();
        };
        QVERIFY(show(now, u"1.2.1.1"_s));
        QCOMPARE(tab.session.readStudy(), now);
        QVERIFY(show(before, u"1.2.2.1"_s));
        QCOMPARE(tab.session.readStudy(), before);
        QVERIFY(tab.commands->run(u"timeline-ask"_s));
        QTRY_COMPARE(tab.panel().lines().size(), 3);
        QVERIFY(tab.panel().lines()[1].contains(u"this study"_s));
        QVERIFY(tab.commands->run(u"timeline-open-2"_s));
        QVERIFY(tab.said.last().contains(u"the study that is read"_s));
        // A prior study, or nothing, in the active view: still the one that was there last.
        tab.session.addPrior(elsewhere);
        QVERIFY(show(elsewhere, u"1.2.3.1"_s));
        QCOMPARE(tab.session.readStudy(), before);
        QVERIFY(show({}, {}));
        QCOMPARE(tab.session.readStudy(), before);
        QCOMPARE(tab.session.firstStudy(), now); // whose patient the tab is about
        tab.session.removeStudy(before);
        QCOMPARE(tab.session.readStudy(), now);
    }

    /// A long list of people of that name: how far it is, then, at the bound, that there may be more.
    void howFarALongListIs()
    {
        test::SetClock clock;
        test::KnownStudies images;
        PatientLinks links(clock);
        images.headers[now] = study(now, QString(), u"20240601"_s); // no ID: by the name alone
        PatientTimeline timeline(images, links, now, ArchiveId(u"one"_s));
        TimelinePanel panel;
        panel.setTimeline(&timeline);
        std::shared_ptr<PendingPromise<Result<dicomweb::StudyPage>>> asked;
        dicomweb::StudyQuery query;
        timeline.ask({{ArchiveId(u"one"_s),
                       u"Hospital One"_s,
                       [&](const dicomweb::StudyQuery &question, const CancelToken &) {
                           query = question;
                           asked = std::make_shared<PendingPromise<Result<dicomweb::StudyPage>>>();
                           asked->start();
                           return asked->future();
                       },
                       {}}});
        for (int pages = 0; asked && pages < 100; ++pages) {
            dicomweb::StudyPage page;
            for (int i = query.offset; i < query.offset + query.limit; ++i) {
                dicom::StudyHeader other = study(StudyUid(u"1.3.%1"_s.arg(i)), u"X"_s, u"20200101"_s);
                other.patient.birthDate = u"19800202"_s;
                page.studies.push_back(rowOf(other));
            }
            page.mayHaveMore = true;
            const int seen = query.offset + query.limit;
            std::exchange(asked, nullptr)->finish(page);
            if (asked)
                QTRY_VERIFY2(panel.stateText().contains(u"Hospital One: %1 "_s.arg(seen)),
                             qPrintable(panel.stateText()));
        }
        QVERIFY(!timeline.isAsking());
        QTRY_COMPARE(panel.stateText(), u"Hospital One may have more studies."_s);
    }

    void whatCannotBeOpenedIsSaid()
    {
        Tab tab;
        QVERIFY(tab.commands->run(u"timeline-ask"_s));
        QTRY_COMPARE(tab.panel().lines().size(), 3);
        tab.mayOpen = false;
        QVERIFY(tab.commands->run(u"timeline-open-2"_s));
        QVERIFY(tab.said.last().contains(u"cannot be opened"_s));
        QVERIFY(!tab.session.uses(before));
        QVERIFY(tab.commands->run(u"timeline-open-9"_s));
        QVERIFY(tab.said.last().contains(u"no such row"_s));
        QVERIFY(tab.commands->run(u"timeline-open-1"_s));
        QVERIFY(tab.said.last().contains(u"the study that is read"_s));
        QVERIFY(!tab.commands->run(u"something-else"_s));
    }
};

CONSILIUM_TEST(WindowTimeline)
#include "WindowTimeline.moc"
