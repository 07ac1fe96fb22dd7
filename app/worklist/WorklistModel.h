#pragma once
#include "app/worklist/WorklistSearch.h"

#include <QAbstractTableModel>

#include <vector>

namespace consilium::app
{

/// The studies found, in the order chosen by the header. Rows arrive in pages and are sorted in.
class WorklistModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Patient, SexAge, Accession, Modality, Description, When, Source, Images, ColumnCount };

    explicit WorklistModel(QObject *parent = nullptr);

    void clear();
    void add(const std::vector<WorklistRow> &rows);
    [[nodiscard]] const WorklistRow &row(int index) const { return m_rows.at(std::size_t(index)); }
    [[nodiscard]] const std::vector<WorklistRow> &rows() const { return m_rows; }
    [[nodiscard]] int indexOf(const ArchiveId &archive, const StudyUid &study) const; ///< -1 when absent

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    [[nodiscard]] bool comesBefore(const WorklistRow &a, const WorklistRow &b) const;
    void sortRows();

    std::vector<WorklistRow> m_rows;
    int m_column = When;
    Qt::SortOrder m_order = Qt::DescendingOrder;
};

} // namespace consilium::app
