#include "app/bridge/PixelBridge.h"
#include "tests/support/TestMain.h"
#include "viewer/dicom/DicomFile.h"
#include "viewer/segments/StudySegments.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

#include <algorithm>
#include <deque>
#include <map>
#include <set>

using namespace consilium;
using namespace Qt::StringLiterals;

namespace
{

/// "shown", "damaged", or the name of an error with its detail.
struct Outcome {
    QString name, detail;
};

/// What becomes of a file by itself, as tests/unit/pixels/every_file.txt has it: see EveryFileTest.
std::map<QString, Outcome> outcomesAlone()
{
    std::map<QString, Outcome> all;
    QFile file(QStringLiteral(CONSILIUM_SOURCE_DIR "/tests/unit/pixels/every_file.txt"));
    if (!file.open(QIODevice::ReadOnly))
        return all;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        const QStringList parts = line.split(u" | "_s);
        if (parts.size() >= 2 && !line.startsWith(u'#'))
            all[parts[0].trimmed()] = {parts[1].trimmed(), parts.value(2).trimmed()};
    }
    return all;
}

/// What a header says of whose file it is.
struct Identity {
    QString sop, study, series, patient; ///< patient: ID and name; empty: none is named
};

Identity identityOf(const QString &path)
{
    const auto header = dicom::readHeader(path);
    if (!header)
        return {};
    const QString patient = header->text(tags::PatientId) + u'\n' + header->text(tags::PatientName);
    return {header->text(tags::SopInstanceUid), header->text(tags::StudyInstanceUid),
            header->text(tags::SeriesInstanceUid), patient == u"\n"_s ? QString() : patient};
}

/// A folder as the program opens it, with all that it shows loaded.
class Opened
{
public:
    explicit Opened(const QString &folder)
    {
        QObject::connect(&m_bridge, &app::PixelBridge::fileRefused, &m_context,
                         [this](const QString &path, const Error &error) { refused[path] = error; });
        QObject::connect(&m_bridge, &app::PixelBridge::folderFinished, &m_context, [this] { m_isRead = true; });
        m_bridge.openFolder(folder);
        if (!QTest::qWaitFor([this] { return m_isRead && !m_bridge.isListing(); }, longestMs))
            return;
        for (const StudyUid &study : m_bridge.studies())
            for (const auto &dataSet : m_bridge.dataSets(study))
                want(*dataSet);
        isThere = QTest::qWaitFor([this] { return isLoaded(); }, longestMs);
        collect();
    }

    bool isThere = false;
    std::map<QString, Error> refused;
    std::map<QString, std::vector<dicom::InstancePtr>> images; ///< by path, in the order of their frames
    std::set<QString> documents;                               ///< paths
    std::set<QString> outlines;                                ///< SOP Instance UIDs
    std::set<SeriesUid> missingOutlines;                       ///< told as what cannot be drawn, with a reason

    /// What became of the frames of a file that EveryFileTest looks at.
    [[nodiscard]] Outcome outcomeOf(const std::vector<dicom::InstancePtr> &frames) const
    {
        for (const std::size_t i : std::set<std::size_t>{0, frames.size() / 2, frames.size() - 1}) {
            const pixels::FrameKey key = pixels::keyOf(*frames[i]);
            if (const Error *error = m_bridge.failure(key))
                return {errorName(error->code), error->detail};
            const auto frame = m_bridge.frame(key);
            if (!frame)
                return {u"neither a frame nor a reason"_s, {}};
            if (frame->damaged)
                return {u"damaged"_s, {}};
        }
        return {u"shown"_s, {}};
    }

private:
    static constexpr int longestMs = 50'000;

    void want(const dicom::DataSet &dataSet)
    {
        if (dataSet.slices.empty())
            return;
        m_wanted.push_back(dataSet.id);
        m_viewers.push_back(0);
        m_bridge.want(&m_viewers.back(), dataSet.id, 0, 1);
    }
    [[nodiscard]] bool isLoaded() const
    {
        if (!std::all_of(m_wanted.begin(), m_wanted.end(),
                         [this](const auto &id) { return m_bridge.progress(id).ended; }))
            return false;
        for (const StudyUid &study : m_bridge.studies())
            for (const auto &missing : m_bridge.segments()->missing(study))
                if (missing.isLoading())
                    return false;
        return true;
    }
    void collect()
    {
        for (const StudyUid &study : m_bridge.studies()) {
            for (const auto &dataSet : m_bridge.dataSets(study)) {
                for (const auto &slice : dataSet->slices)
                    images[slice->localFile].push_back(slice);
                for (const auto &document : m_bridge.documents(dataSet->id))
                    documents.insert(document->localFile);
            }
            for (const auto &outline : m_bridge.segments()->of(study))
                outlines.insert(outline->sop.text());
            for (const auto &missing : m_bridge.segments()->missing(study))
                missingOutlines.insert(missing.series.uid);
        }
        for (auto &[path, frames] : images)
            std::sort(frames.begin(), frames.end(), [](const auto &a, const auto &b) { return a->frame < b->frame; });
    }

    QObject m_context;
    app::PixelBridge m_bridge{{4'000'000'000, 0}};
    std::vector<DataSetId> m_wanted;
    std::deque<char> m_viewers; ///< their addresses name the views
    bool m_isRead = false;
};

/// The files of a folder, with what each should become.
class Folder
{
public:
    Folder(const QString &data, const QString &name, const std::map<QString, Outcome> &alone)
        : m_data(data), m_alone(alone)
    {
        for (QDirIterator files(data + u'/' + name, QDir::Files, QDirIterator::Subdirectories); files.hasNext();) {
            const QString path = files.next();
            m_identities[path] = identityOf(path);
        }
    }

    [[nodiscard]] std::size_t size() const { return m_identities.size(); }
    /// A line for each file of which something else became.
    [[nodiscard]] QStringList problems(const Opened &opened) const
    {
        QStringList wrong;
        for (const auto &[path, identity] : m_identities)
            if (const QString problem = problemOf(path, identity, opened); !problem.isEmpty())
                wrong << QDir(m_data).relativeFilePath(path) + u" | "_s + problem;
        return wrong;
    }

private:
    [[nodiscard]] Outcome alone(const QString &path) const
    {
        const auto entry = m_alone.find(QDir(m_data).relativeFilePath(path));
        return entry != m_alone.end() ? entry->second : Outcome{u"shown"_s, {}};
    }
    [[nodiscard]] static bool isSame(const Outcome &is, const Outcome &want)
    {
        return is.name == want.name && (want.detail.isEmpty() || is.detail == want.detail);
    }
    /// Any other file of the folder that `is` is true of.
    template<class F>
    [[nodiscard]] bool hasOther(const QString &path, F is) const
    {
        return std::any_of(m_identities.begin(), m_identities.end(),
                           [&](const auto &entry) { return entry.first != path && is(entry.first, entry.second); });
    }
    [[nodiscard]] bool isRefusedRightly(const QString &path, const Identity &identity, const Error &error) const
    {
        if (isSame({errorName(error.code), error.detail}, alone(path)))
            return true;
        if (error.code == ErrorCode::DicomMalformed) // by itself it can be shown, but nobody can say where
            return (error.detail.contains(u"no Study Instance UID"_s) && identity.study.isEmpty()) ||
                   (error.detail.contains(u"no Series Instance UID"_s) && identity.series.isEmpty());
        if (error.code != ErrorCode::Conflict || identity.study.isEmpty())
            return false;
        return hasOther(path, [&](const QString &, const Identity &other) {
            return other.study == identity.study && (other.sop == identity.sop || other.patient != identity.patient);
        });
    }
    /// Without a word: what is no image nor anything else that is read, and the copy of what is shown.
    [[nodiscard]] bool isPassedOverRightly(const QString &path, const Identity &identity, const Opened &opened) const
    {
        const Outcome want = alone(path);
        if (want.name == u"NoPixels"_s || want.name == u"NotDicom"_s)
            return true;
        return !identity.sop.isEmpty() && hasOther(path, [&](const QString &otherPath, const Identity &other) {
            return other.sop == identity.sop && other.study == identity.study && isSame(alone(otherPath), want) &&
                   (opened.images.contains(otherPath) || opened.documents.contains(otherPath) ||
                    opened.outlines.contains(identity.sop));
        });
    }
    /// Empty: none.
    [[nodiscard]] QString problemOf(const QString &path, const Identity &identity, const Opened &opened) const
    {
        const Outcome want = alone(path);
        if (const auto error = opened.refused.find(path); error != opened.refused.end())
            return isRefusedRightly(path, identity, error->second)
                       ? QString()
                       : u"refused: %1 | %2"_s.arg(errorName(error->second.code), error->second.detail);
        if (const auto image = opened.images.find(path); image != opened.images.end()) {
            const Outcome is = opened.outcomeOf(image->second);
            return isSame(is, want) ? QString() : u"image: %1 | %2"_s.arg(is.name, is.detail);
        }
        if (opened.documents.contains(path))
            return want.name == u"NoPixels"_s ? QString() : u"a document"_s;
        const bool isOutlines =
            opened.outlines.contains(identity.sop) || opened.missingOutlines.contains(SeriesUid(identity.series));
        if (isOutlines && (want.name == u"shown"_s || want.name == u"NoPixels"_s))
            return {};
        return isPassedOverRightly(path, identity, opened) ? QString() : u"nothing is said of it"_s;
    }

    QString m_data;
    const std::map<QString, Outcome> &m_alone;
    std::map<QString, Identity> m_identities; ///< by path
};

} // namespace

/// Each folder of real files through the program's own way of opening: every file shows an image, a document or
/// outlines, or is refused for the reason that stands in every_file.txt or that its neighbours give.
class EveryFolderTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyFileIsShownOrRefusedWithItsReason_data()
    {
        QTest::addColumn<QString>("folder");
        REQUIRE_REAL_DATA(data)
        for (const QString &folder : QDir(data).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name))
            QTest::newRow(qPrintable(folder)) << folder;
    }
    void everyFileIsShownOrRefusedWithItsReason()
    {
        REQUIRE_REAL_DATA(data)
        QFETCH(QString, folder);
        const auto alone = outcomesAlone();
        QVERIFY(!alone.empty());
        const Folder files(data, folder, alone);
        QVERIFY(files.size() > 0);
        const Opened opened(data + u'/' + folder);
        QVERIFY(opened.isThere);
        const QStringList wrong = files.problems(opened);
        for (const QString &line : wrong)
            qWarning("%s", qPrintable(line)); // one by one: a long message is cut
        QCOMPARE(wrong.size(), qsizetype(0));
    }
};

CONSILIUM_TEST(EveryFolderTest)
#include "EveryFolderTest.moc"
