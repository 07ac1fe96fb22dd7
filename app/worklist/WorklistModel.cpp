#include "app/worklist/WorklistModel.h"

#include "app/worklist/StudyText.h"
#include "viewer/widgets/theme/Typography.h"

#include <QCollator>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

QString sortKey(const WorklistRow &row, int column)
{
    const auto &study = row.study;
    switch (column) {
    case WorklistModel::Patient:
        return study.patient.name.alphabetic.isEmpty() ? study.patient.name.ideographic : study.patient.name.alphabetic;
    case WorklistModel::SexAge:
        return study.patient.sex + study.patient.birthDate;
    case WorklistModel::Accession:
        return study.accession;
    case WorklistModel::Modality:
        return study.modalities;
    case WorklistModel::Description:
        return study.description;
    case WorklistModel::Source:
        return row.archiveName;
    default:
        return study.date + study.time;
    }
}

} // namespace

WorklistModel::WorklistModel(QObject *parent) : QAbstractTableModel(parent) {}

void WorklistModel::clear()
{
    beginResetModel();
    m_rows.clear();
    endResetModel();
}

void WorklistModel::add(const std::vector<WorklistRow> &rows)
{
    if (rows.empty())
        return;
    const int first = int(m_rows.size());
    beginInsertRows({}, first, first + int(rows.size()) - 1);
    m_rows.insert(m_rows.end(), rows.begin(), rows.end());
    endInsertRows();
    sortRows();
}

int WorklistModel::indexOf(const ArchiveId &archive, const StudyUid &study) const
{
    const auto it = std::find_if(m_rows.begin(), m_rows.end(), [&](const WorklistRow &row) {
        return row.archive == archive && row.study.uid == study;
    });
    return it != m_rows.end() ? int(it - m_rows.begin()) : -1;
}

int WorklistModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int WorklistModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant WorklistModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    const WorklistRow &row = m_rows.at(std::size_t(index.row()));
    const auto &study = row.study;
    switch (index.column()) {
    case Patient:
        return orDash(study.patient.name.display());
    case SexAge:
        return sexAndAge(study.patient, study.date);
    case Accession:
        return orDash(study.accession);
    case Modality:
        return orDash(modalityList(study.modalities).join(u' '));
    case Description:
        return orDash(study.description);
    case When:
        return dateAndTime(study.date, study.time);
    case Source:
        return row.archiveName;
    case Images:
        return study.instanceCount < 0 ? orDash({}) : widgets::grouped(study.instanceCount);
    default:
        return {};
    }
}

QVariant WorklistModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Patient:
        return tr("Patient");
    case SexAge:
        return tr("Sex, age");
    case Accession:
        return tr("Accession");
    case Modality:
        return tr("Type", "modality");
    case Description:
        return tr("Study");
    case When:
        return tr("Study time");
    case Source:
        return tr("Source");
    case Images:
        return tr("Images");
    default:
        return {};
    }
}

void WorklistModel::sort(int column, Qt::SortOrder order)
{
    m_column = column;
    m_order = order;
    sortRows();
}

bool WorklistModel::comesBefore(const WorklistRow &a, const WorklistRow &b) const
{
    if (m_column == Images)
        return a.study.instanceCount < b.study.instanceCount;
    if (m_column == When)
        return sortKey(a, When) < sortKey(b, When);
    static const QCollator collator = [] {
        QCollator c;
        c.setNumericMode(true);
        c.setCaseSensitivity(Qt::CaseInsensitive);
        return c;
    }();
    return collator.compare(sortKey(a, m_column), sortKey(b, m_column)) < 0;
}

void WorklistModel::sortRows()
{
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<std::size_t> order(m_rows.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::stable_sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) {
        return m_order == Qt::AscendingOrder ? comesBefore(m_rows[a], m_rows[b]) : comesBefore(m_rows[b], m_rows[a]);
    });
    std::vector<WorklistRow> sorted;
    std::vector<int> newRow(m_rows.size());
    sorted.reserve(m_rows.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        newRow[order[i]] = int(i);
        sorted.push_back(std::move(m_rows[order[i]]));
    }
    m_rows = std::move(sorted);
    QModelIndexList after;
    for (const QModelIndex &old : before)
        after.push_back(index(newRow[std::size_t(old.row())], old.column()));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

} // namespace consilium::app
