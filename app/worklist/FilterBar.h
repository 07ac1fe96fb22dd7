#pragma once
#include "app/worklist/WorklistFilter.h"

#include <QTimer>
#include <QWidget>

#include <vector>

class QButtonGroup;
class QDateEdit;
class QLayout;
class QLineEdit;
class QPushButton;

namespace consilium::app
{

/// Search field, date chips and modality chips. What is typed is searched for after a short pause; chips act at once.
class FilterBar : public QWidget
{
    Q_OBJECT
public:
    static constexpr int PauseMs = 300;

    explicit FilterBar(QWidget *parent = nullptr);

    [[nodiscard]] WorklistFilter filter() const;
    void setFilter(const WorklistFilter &filter); ///< shows it; sends nothing
    void focusSearch();

Q_SIGNALS:
    void filterChanged();
    void leftDownwards(); ///< the Down key in the search field: to the table

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildSearch();
    void buildPeriods();
    void buildModalities();
    QPushButton *addChip(QLayout &row, const QString &text, const QString &value);
    void showCustomDays();
    void changedAtOnce();
    void setModality(const QStringList &values, bool on);
    void reflectModalities();

    QLineEdit *m_search = nullptr;
    QButtonGroup *m_periods = nullptr;
    QWidget *m_customDays = nullptr;
    QDateEdit *m_from = nullptr, *m_to = nullptr;
    QPushButton *m_more = nullptr;
    std::vector<QPushButton *> m_modalityChips;
    QStringList m_modalities;
    dicomweb::StudyQuery m_further; ///< with m_archive: what a scenario set and no control shows
    ArchiveId m_archive;
    QTimer m_pause;
};

} // namespace consilium::app
