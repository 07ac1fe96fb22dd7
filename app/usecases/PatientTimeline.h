#pragma once
#include "app/usecases/PatientLinks.h"
#include "app/usecases/TimelineEntry.h"
#include "netclient/dicomweb/DicomWebClient.h"
#include "viewer/pixels/StudyImages.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <deque>
#include <functional>
#include <memory>
#include <set>
#include <vector>

namespace consilium::app
{

/// What a timeline asks an archive: behind everything else, and given up by the token. Functions, so that tests answer
/// without one.
struct TimelineArchive {
    ArchiveId id;
    QString name;
    std::function<Pending<Result<dicomweb::StudyPage>>(const dicomweb::StudyQuery &, const CancelToken &)> studies;
    std::function<Pending<Result<std::vector<Attributes>>>(const StudyUid &, const CancelToken &)> series;
};

/// All studies of the patient of one study that is read, over all archives. Each is asked by the Patient ID, and by
/// each group of the name with the birth date, page by page to the end of the list or to `mostLooked` studies; who is
/// who is judged by dicom::comparePatients(), whatever the archive was asked for, and by what a person has said of a
/// pair. UI thread only; nothing here waits.
class PatientTimeline : public QObject
{
    Q_OBJECT
public:
    /// `home`: where the study that is read came from; empty: files. `images` and `links` outlive this.
    PatientTimeline(const pixels::StudyImages &images, PatientLinks &links, StudyUid read, ArchiveId home,
                    QObject *parent = nullptr);
    ~PatientTimeline() override; ///< gives up what is asked

    [[nodiscard]] const StudyUid &read() const { return m_read; }
    /// Asks these archives; one that has answered is not asked again, one that has failed is. Those that are not among
    /// them any more go, with what they gave.
    void ask(const std::vector<TimelineArchive> &archives);
    void stop(); ///< what is asked is given up, until ask()
    /// All is judged and said anew, as after a change of language.
    void refresh() { rebuild(); }
    [[nodiscard]] bool isAsked() const { return !m_places.empty(); }

    /// The newest first, the study that is read among them; denied ones are there too.
    [[nodiscard]] const std::vector<TimelineEntry> &entries() const { return m_entries; }
    [[nodiscard]] const TimelineEntry &readEntry() const { return m_readEntry; }
    [[nodiscard]] const TimelineEntry *find(const StudyUid &study) const; ///< the surest one of this UID; null: none
    [[nodiscard]] bool isAsking() const;
    /// What was answered last is not among the entries yet: changed() follows soon.
    [[nodiscard]] bool isChanging() const { return m_later.isActive(); }
    /// Nothing more will be known of the modalities and body parts of its series: they have been told, or could not be.
    [[nodiscard]] bool areSeriesKnown(const TimelineEntry &entry) const;
    struct Problem {
        QString archive; ///< its name
        Error error;
    };
    [[nodiscard]] std::vector<Problem> problems() const; ///< archives whose studies are not known, or not all
    [[nodiscard]] QStringList cutShort() const;          ///< names of archives that may have more
    /// An archive has still to answer to the Patient ID. Only by that a study is surely the patient's
    /// (TimelineEntry::Standing::Same), whatever else is asked for by the name.
    [[nodiscard]] bool isAskingById() const;
    /// Names of archives of which it is not known what they have under the Patient ID, or not all: they have not
    /// answered to it yet, could not, or have cut their list; all of them where it is an ID that cannot be asked for
    /// (it looks like a wild card). Empty where there is no ID.
    [[nodiscard]] QStringList unknownById() const;
    struct Looking {
        QString archive; ///< its name
        int studies = 0; ///< of this and other patients that it has listed so far
    };
    [[nodiscard]] std::vector<Looking> looking() const; ///< archives with long lists, while they are looked through

    /// A person has said it, of the patient of this entry and the one that is read; all studies of that patient follow.
    void say(const TimelineEntry &entry, PatientLink::Answer answer);
    /// Everything that was said of the pair is asked again.
    void forget(const TimelineEntry &entry);

    static constexpr int mostSeriesAsked = 60; ///< studies whose series are looked up, for their body part
    static constexpr int mostLooked = 5'000;   ///< studies that one question to an archive looks through

Q_SIGNALS:
    void changed();

private:
    enum class ById { NotAsked, Asking, Answered, Failed, Cut };
    struct Place {
        TimelineArchive archive;
        std::vector<dicom::StudyHeader> found;
        std::deque<dicomweb::StudyQuery> toAsk;
        bool isWaiting = false, namesIssuers = false, mayHaveMore = false;
        std::optional<Error> error;
        int looked = 0;      ///< entries that it has listed, of all pages
        QSet<QString> named; ///< studies that the pages of the question in hand have named
        ById byId = ById::NotAsked;
        bool isIdCut = false; ///< something of the pages by the ID could not be read
    };
    struct Seen { ///< of a study's series
        QStringList modalities, bodyParts;
    };
    void begin(Place &place);
    void askNext(const ArchiveId &id);
    void takePage(const ArchiveId &id, const dicomweb::StudyQuery &asked, const Result<dicomweb::StudyPage> &page);
    /// The list that was asked for is at its end; `isWhole`: nothing of it is missing.
    static void endList(Place &place, const dicomweb::StudyQuery &asked, bool isWhole);
    void takeRows(Place &place, const dicomweb::StudyQuery &asked, const std::vector<Attributes> &rows) const;
    void askForSeries();
    void forgetSeriesUnderWay();
    void takeSeries(const StudyUid &study, const Result<std::vector<Attributes>> &series);
    void rebuild();
    void rebuildReadEntry();
    void add(const Place &place, const dicom::StudyHeader &study);
    void judge(TimelineEntry &entry) const;
    void followRead();
    [[nodiscard]] Place *placeOf(const ArchiveId &id);
    [[nodiscard]] bool isOneDomain(const ArchiveId &id) const;
    [[nodiscard]] Seen seenOf(const StudyUid &study, const QString &modalities) const;

    const pixels::StudyImages &m_images;
    PatientLinks &m_links;
    const StudyUid m_read;
    const ArchiveId m_home;
    dicom::PatientIdentity m_asked; ///< whom the archives were asked for
    std::vector<Place> m_places;
    std::vector<TimelineEntry> m_entries;
    TimelineEntry m_readEntry;
    QHash<StudyUid, Seen> m_seen;
    std::set<StudyUid> m_seriesAsked;
    int m_seriesWaiting = 0;
    bool m_isStopped = false;
    QTimer m_later; ///< many changes in a row: one list
    CancelToken m_cancel;
};

/// How an archive is asked for the patient: by ID, and by each group of the name with wild cards between its parts
/// (PS3.4 C.2.2.2.4) together with the birth date. The first page of each.
[[nodiscard]] std::vector<dicomweb::StudyQuery> queriesFor(const dicom::PatientIdentity &patient);

} // namespace consilium::app
