#include "app/worklist/WorklistModel.h"

#include "app/worklist/StudyText.h"
#include "base/ReachReasons.h"
#include "viewer/dicom/PatientMatch.h"
#include "viewer/render2d/CodeWords.h"
#include "viewer/widgets/PlainToolTip.h"
#include "viewer/widgets/theme/Typography.h"

#include <QCollator>

#include <algorithm>
#include <numeric>
#include <tuple>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

QString sortText(const MergedStudy &merged, int column)
{
    const auto &study = merged.shown().study;
    switch (column) {
    case WorklistModel::Patient:
        return study.patient.name.alphabetic.isEmpty() ? study.patient.name.ideographic : study.patient.name.alphabetic;
    case WorklistModel::PatientId:
        return study.patient.id;
    case WorklistModel::SexAge:
        return study.patient.sex + study.patient.birthDate;
    case WorklistModel::Accession:
        return study.accession;
    case WorklistModel::Modality:
        return study.modalities;
    case WorklistModel::Description:
        return study.description;
    case WorklistModel::BodyPart:
        return merged.bodyPart();
    case WorklistModel::Institution:
        return study.institution;
    case WorklistModel::Referring:
        return study.referringPhysician;
    default:
        return merged.sources();
    }
}

bool isSilent(const Error &error)
{
    return error.code == ErrorCode::HostUnreachable || error.code == ErrorCode::Timeout ||
           error.code == ErrorCode::ConnectionLost;
}

const QCollator &collator()
{
    static const QCollator made = [] {
        QCollator c;
        c.setNumericMode(true);
        c.setCaseSensitivity(Qt::CaseInsensitive);
        return c;
    }();
    return made;
}

QString readName(ReadState state)
{
    return state == ReadState::Claimed ? u"claimed"_s : state == ReadState::Read ? u"read"_s : u"unread"_s;
}

// Sorts places of `keys` into `order`; equal ones stay as they are.
template<class Key>
void sortByKeys(std::vector<int> &order, const std::vector<Key> &keys, Qt::SortOrder direction)
{
    const auto key = [&](int i) -> const Key & { return keys[std::size_t(i)]; };
    std::stable_sort(order.begin(), order.end(),
                     [&](int a, int b) { return direction == Qt::AscendingOrder ? key(a) < key(b) : key(b) < key(a); });
}

} // namespace

WorklistModel::WorklistModel(QObject *parent) : QAbstractTableModel(parent) {}

void WorklistModel::clear()
{
    beginResetModel();
    m_merge.clear();
    m_facts.clear();
    m_order.clear();
    m_shown.clear();
    endResetModel();
}

void WorklistModel::add(const std::vector<WorklistRow> &rows)
{
    if (rows.empty())
        return;
    relayOut([&] {
        const StudyMerge::Outcome outcome = m_merge.add(rows);
        if (outcome.regrouped)
            m_facts.clear();
        for (const int changed : outcome.changed)
            if (std::size_t(changed) < m_facts.size())
                m_facts[std::size_t(changed)].key = QuickKey::of(m_merge.study(changed).shown().study);
        learn(m_facts.size());
        m_textAnswered = true;
        sortStudies();
    });
}

void WorklistModel::forgetText()
{
    relayOut([this] {
        m_merge.forgetText();
        if (m_merge.remove([](const WorklistRow &row) { return !row.isListed; })) {
            learn(0);
            sortStudies();
        }
    });
}

void WorklistModel::keepOnly(const ArchiveId &archive, const QSet<QString> &studies)
{
    const auto isGone = [&](const WorklistRow &row) {
        return row.archive == archive && row.isListed && !studies.contains(row.study.uid.text());
    };
    const bool any = std::any_of(m_merge.studies().begin(), m_merge.studies().end(), [&](const MergedStudy &study) {
        return std::any_of(study.places.begin(), study.places.end(), isGone);
    });
    if (!any)
        return;
    relayOut([&] {
        m_merge.remove(isGone);
        learn(0);
        sortStudies();
    });
}

void WorklistModel::setFilter(const QString &text, const QString &institution, bool onlyNames)
{
    const QString plain = text.trimmed();
    if (plain == m_text && institution == m_institution && onlyNames == m_onlyNames)
        return;
    relayOut([&] {
        if (plain != m_text || onlyNames != m_onlyNames)
            m_textAnswered = false; // what answered the text before says nothing about this one
        m_text = plain;
        m_institution = institution;
        m_onlyNames = onlyNames;
        m_filter = QuickFilter(plain);
    });
}

void WorklistModel::setOnly(const QStringList &studies)
{
    if (studies != m_only)
        relayOut([&] { m_only = studies; });
}

void WorklistModel::setOpenedTest(std::function<bool(const StudyUid &)> isOpened)
{
    m_isOpened = std::move(isOpened);
    openedChanged();
}

void WorklistModel::openedChanged()
{
    for (std::size_t i = 0; i < m_facts.size(); ++i)
        m_facts[i].opened = m_isOpened && m_isOpened(m_merge.studies()[i].places.front().study.uid);
    if (!m_shown.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void WorklistModel::setReadTest(std::function<ReadState(const StudyUid &)> readState)
{
    m_readState = std::move(readState);
    readChanged();
}

// Rows keep their places, but for those that the filter lets in or out: nothing is sorted under the pointer.
void WorklistModel::readChanged()
{
    for (std::size_t i = 0; i < m_facts.size(); ++i)
        m_facts[i].read = m_readState ? m_readState(m_merge.studies()[i].places.front().study.uid) : ReadState::Unread;
    if (!m_readFilter.isEmpty())
        relayOut([] {});
    if (!m_shown.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void WorklistModel::setReadFilter(const QString &state)
{
    if (state != m_readFilter)
        relayOut([&] { m_readFilter = state; });
}

int WorklistModel::rowOf(const StudyUid &study, const dicom::PatientIdentity &patient) const
{
    int first = -1;
    for (const int found : m_merge.withUid(study)) {
        const auto it = std::find(m_shown.begin(), m_shown.end(), found);
        if (it == m_shown.end())
            continue;
        const MergedStudy &merged = m_merge.studies()[std::size_t(found)];
        const int row = int(it - m_shown.begin());
        if (dicom::samePatient(merged.shown().study.patient, patient))
            return row;
        if (!merged.otherPatient)
            first = row;
    }
    return first;
}

int WorklistModel::readCount(ReadState state) const
{
    return int(
        std::count_if(m_shown.begin(), m_shown.end(), [&](int i) { return m_facts[std::size_t(i)].read == state; }));
}

void WorklistModel::markSeen(int row)
{
    MergedStudy &seen = m_merge.study(m_shown.at(std::size_t(row)));
    if (!seen.isNew)
        return;
    seen.isNew = false;
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void WorklistModel::setOutOfDate(const std::vector<SourceState> &archives)
{
    QHash<ArchiveId, Away> away;
    for (const SourceState &archive : archives)
        if (archive.isOutOfDate())
            away.insert(archive.id, isOfProxy(archive.error)  ? Away::Proxy
                                    : isSilent(archive.error) ? Away::Silent
                                                              : Away::NoList);
    if (away == m_outOfDate)
        return;
    m_outOfDate = std::move(away);
    if (!m_shown.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

bool WorklistModel::isOutOfDate(int row) const
{
    if (m_outOfDate.isEmpty())
        return false;
    const auto &places = study(row).places;
    return std::all_of(places.begin(), places.end(),
                       [this](const WorklistRow &place) { return m_outOfDate.contains(place.archive); });
}

// Of several that have the study what is true of all of them.
WorklistModel::Away WorklistModel::away(const MergedStudy &merged) const
{
    const Away first = m_outOfDate.value(merged.places.front().archive, Away::NoList);
    const bool isSame = std::all_of(merged.places.begin(), merged.places.end(), [&](const WorklistRow &place) {
        return m_outOfDate.value(place.archive, Away::NoList) == first;
    });
    return isSame ? first : Away::NoList;
}

bool WorklistModel::hasRowsOf(const ArchiveId &archive) const
{
    const auto &studies = m_merge.studies();
    return std::any_of(studies.begin(), studies.end(), [&](const MergedStudy &study) { return study.isAt(archive); });
}

const MergedStudy &WorklistModel::study(int row) const
{
    return m_merge.studies()[std::size_t(m_shown.at(std::size_t(row)))];
}

int WorklistModel::indexOf(const ArchiveId &archive, const StudyUid &study) const
{
    for (const int found : m_merge.withUid(study)) {
        if (!m_merge.studies()[std::size_t(found)].isAt(archive))
            continue;
        const auto it = std::find(m_shown.begin(), m_shown.end(), found);
        return it != m_shown.end() ? int(it - m_shown.begin()) : -1;
    }
    return -1;
}

int WorklistModel::unreadCount() const
{
    return int(
        std::count_if(m_shown.begin(), m_shown.end(), [this](int i) { return !m_facts[std::size_t(i)].opened; }));
}

int WorklistModel::urgentCount(bool onlyUnread) const
{
    return int(std::count_if(m_shown.begin(), m_shown.end(), [&](int i) {
        return m_merge.studies()[std::size_t(i)].urgency() != Urgency::None &&
               !(onlyUnread && m_facts[std::size_t(i)].opened);
    }));
}

void WorklistModel::setUrgentFirst(bool on)
{
    if (on == m_urgentFirst)
        return;
    m_urgentFirst = on;
    relayOut([this] { sortStudies(); });
}

int WorklistModel::newCount() const
{
    return int(std::count_if(m_shown.begin(), m_shown.end(),
                             [this](int i) { return m_merge.studies()[std::size_t(i)].isNew; }));
}

int WorklistModel::firstNew() const
{
    const auto it =
        std::find_if(m_shown.begin(), m_shown.end(), [this](int i) { return m_merge.studies()[std::size_t(i)].isNew; });
    return it != m_shown.end() ? int(it - m_shown.begin()) : -1;
}

QStringList WorklistModel::institutions() const
{
    QSet<QString> all;
    for (const MergedStudy &merged : m_merge.studies())
        if (!merged.shown().study.institution.isEmpty())
            all.insert(merged.shown().study.institution);
    QStringList sorted(all.begin(), all.end());
    std::sort(sorted.begin(), sorted.end(),
              [](const QString &a, const QString &b) { return collator().compare(a, b) < 0; });
    return sorted;
}

int WorklistModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int WorklistModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString WorklistModel::text(const MergedStudy &merged, int column) const
{
    const auto &study = merged.shown().study;
    switch (column) {
    case Patient:
        return orDash(study.patient.name.display());
    case PatientId:
        return orDash(study.patient.id);
    case SexAge:
        return sexAndAge(study.patient, study.date);
    case Accession:
        return orDash(study.accession);
    case Modality:
        return orDash(byWeight(modalityList(study.modalities)).join(u' '));
    case Description:
        return orDash(study.description);
    case BodyPart:
        return orDash(render2d::bodyPartText(merged.bodyPart()));
    case When:
        return dateAndTime(study.date, study.time);
    case Institution:
        return orDash(study.institution);
    case Referring:
        return orDash(study.referringPhysician);
    case Source:
        return merged.sources();
    case Reading:
        return {}; // is not the study's: data()
    case Images:
        return study.instanceCount < 0 ? orDash({}) : widgets::grouped(study.instanceCount);
    default:
        return {};
    }
}

QString WorklistModel::awayText(Away away)
{
    return away == Away::Silent  ? tr("%1 · not answering")
           : away == Away::Proxy ? tr("%1 · proxy fault")
                                 : tr("%1 · no list");
}

QString WorklistModel::awayTip(Away away)
{
    return away == Away::Silent ? tr("%1 does not answer: the study is shown as it was last listed.")
           : away == Away::Proxy
               ? tr("The proxy of this network keeps %1 from being asked: the study is shown as it was "
                    "last listed.")
               : tr("%1 gives no list: the study is shown as it was last listed.");
}

QVariant WorklistModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const MergedStudy &merged = study(index.row());
    const bool isAway = isOutOfDate(index.row());
    if (role == Qt::DisplayRole && index.column() == Source && isAway)
        return awayText(away(merged)).arg(merged.sources());
    if (index.column() == Reading && m_readState && role != Qt::ToolTipRole)
        return role == Qt::DisplayRole || role == Qt::AccessibleTextRole ? readText(readState(index.row()))
                                                                         : QVariant();
    if (role == Qt::ToolTipRole && index.column() == Reading && m_readState)
        return tr("Provisional: only on this machine. Other readers do not see what you claim or mark as read, and "
                  "what they do is not seen here.");
    if (role == Qt::DisplayRole)
        return text(merged, index.column());
    if (role == Qt::ToolTipRole && index.column() == Patient && merged.otherPatient)
        return tr("Another patient's study has the same number. They are not mixed.");
    if (role == Qt::ToolTipRole && index.column() == Source && isAway)
        return awayTip(away(merged)).arg(merged.sources());
    if (role == Qt::ToolTipRole && index.column() == Patient && merged.shown().isNameRepaired)
        return tr("The name was repaired: it was written in another character set than declared. Check it.");
    if (role == Qt::ToolTipRole && index.column() == Patient && merged.urgency() != Urgency::None)
        return merged.urgency() == Urgency::Stat ? tr("Urgent: to be read at once (STAT)")
                                                 : tr("Urgent: to be read before others (HIGH)");
    if (role == Qt::ToolTipRole)
        return widgets::plainToolTip(text(merged, index.column())); // may be longer than its column
    if (role != Qt::AccessibleTextRole)
        return {};
    const QString shown = text(merged, index.column());
    if (index.column() != Patient)
        return shown;
    const QString mark = merged.shown().isNameRepaired ? tr("Repaired") + u' ' : QString();
    const ReadState read = readState(index.row());
    const QString said = read == ReadState::Unread ? QString() : readText(read) + u' ';
    const QString urgency =
        said + mark + (merged.urgency() == Urgency::None ? QString() : urgencyText(merged.urgency()) + u' ');
    return merged.isNew ? tr("New") + u' ' + urgency + shown : urgency + shown;
}

QString WorklistModel::urgencyText(Urgency urgency)
{
    return urgency == Urgency::Stat ? tr("STAT") : urgency == Urgency::High ? tr("High") : QString();
}

QString WorklistModel::readText(ReadState state)
{
    return state == ReadState::Claimed ? tr("Being read by me (provisional)")
           : state == ReadState::Read  ? tr("Read by me (provisional)")
                                       : tr("Unread");
}

QVariant WorklistModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Patient:
        return tr("Patient");
    case PatientId:
        return tr("Patient ID");
    case SexAge:
        return tr("Sex, age");
    case Accession:
        return tr("Accession");
    case Modality:
        return tr("Type", "modality");
    case Description:
        return tr("Study");
    case BodyPart:
        return tr("Body part");
    case When:
        return tr("Study time");
    case Institution:
        return tr("Institution");
    case Referring:
        return tr("Referring physician");
    case Source:
        return tr("Source");
    case Images:
        return tr("Images");
    case Reading:
        return tr("Read state");
    case Preview:
        return tr("Preview");
    default:
        return {};
    }
}

void WorklistModel::sort(int column, Qt::SortOrder order)
{
    m_column = column == Preview ? int(When) : column; // pictures have no order
    m_sortOrder = order;
    relayOut([this] { sortStudies(); });
}

void WorklistModel::learn(std::size_t from)
{
    const auto &studies = m_merge.studies();
    m_facts.resize(studies.size());
    for (std::size_t i = from; i < studies.size(); ++i) {
        const dicom::StudyHeader &study = studies[i].shown().study;
        m_facts[i] = {QuickKey::of(study), m_isOpened && m_isOpened(study.uid),
                      m_readState ? m_readState(study.uid) : ReadState::Unread};
    }
}

void WorklistModel::sortStudies()
{
    const auto &studies = m_merge.studies();
    m_order.resize(studies.size());
    std::iota(m_order.begin(), m_order.end(), 0);
    if (m_column == Images) {
        std::vector<int> counts;
        for (const MergedStudy &merged : studies)
            counts.push_back(merged.shown().study.instanceCount);
        sortByKeys(m_order, counts, m_sortOrder);
    } else if (m_column == When) {
        std::vector<std::pair<QString, QString>> times;
        for (const MergedStudy &merged : studies)
            times.emplace_back(QString(merged.shown().study.date).remove(u'.'),
                               QString(merged.shown().study.time).remove(u':')); // as ACR-NEMA wrote them, too
        sortByKeys(m_order, times, m_sortOrder);
    } else if (m_column == Reading) {
        std::vector<int> states;
        for (const Facts &facts : m_facts)
            states.push_back(int(facts.read));
        sortByKeys(m_order, states, m_sortOrder);
    } else {
        std::vector<QCollatorSortKey> keys;
        for (const MergedStudy &merged : studies)
            keys.push_back(collator().sortKey(sortText(merged, m_column)));
        sortByKeys(m_order, keys, m_sortOrder);
    }
    if (m_urgentFirst)
        std::stable_sort(m_order.begin(), m_order.end(), [&](int a, int b) {
            return studies[std::size_t(a)].urgency() > studies[std::size_t(b)].urgency();
        });
}

bool WorklistModel::isWanted(int study) const
{
    const MergedStudy &merged = m_merge.studies()[std::size_t(study)];
    if (!m_only.isEmpty() && !m_only.contains(merged.places.front().study.uid.text()))
        return false;
    if (!m_institution.isEmpty() && merged.shown().study.institution != m_institution)
        return false;
    if (!m_readFilter.isEmpty() && m_readFilter != readName(m_facts[std::size_t(study)].read))
        return false;
    if (m_text.isEmpty())
        return merged.isListed();
    const QuickKey &key = m_facts[std::size_t(study)].key;
    if (m_onlyNames) // an archive may leave aside what it was asked for
        return m_filter.matches(key, true);
    return (m_textAnswered && merged.answersText()) || m_filter.matches(key);
}

void WorklistModel::choose()
{
    m_shown.clear();
    std::copy_if(m_order.begin(), m_order.end(), std::back_inserter(m_shown), [this](int i) { return isWanted(i); });
}

void WorklistModel::relayOut(const std::function<void()> &change)
{
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<std::pair<ArchiveId, StudyUid>> named; // numbers may change: what they stand for does not
    for (const QModelIndex &old : before) {
        const WorklistRow &place = study(old.row()).places.front();
        named.emplace_back(place.archive, place.study.uid);
    }
    change();
    choose();
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i) {
        const auto &[archive, uid] = named[std::size_t(i)];
        const int row = indexOf(archive, uid);
        after.push_back(row >= 0 ? index(row, before[i].column()) : QModelIndex());
    }
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

} // namespace consilium::app
