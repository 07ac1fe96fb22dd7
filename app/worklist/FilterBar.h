#pragma once
#include "app/worklist/ChoiceChip.h"
#include "app/worklist/SavedSearches.h"
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

/// Search field and chips: searches with a name, archive, dates, modalities, body part, institution. What is typed is
/// told at once and asked for after a short pause; chips act at once. What comes and goes by itself moves no row: the
/// archives stand in the first one, where there is room, and the institutions, which come with the first answer, last,
/// where their place is kept.
class FilterBar : public QWidget
{
    Q_OBJECT
public:
    static constexpr int PauseMs = 300;

    explicit FilterBar(QWidget *parent = nullptr);

    [[nodiscard]] WorklistFilter filter() const;
    void setFilter(const WorklistFilter &filter); ///< shows it; sends nothing
    void focusSearch();
    void setInstitutions(const QStringList &institutions); ///< those there are to choose from
    void setArchives(const ChoiceChip::Choices &archives); ///< offered, with their number, where there are several
    void setSavedSearches(const std::vector<SavedSearch> &searches);
    void offerReadStates(); ///< from now on there is something to choose from

Q_SIGNALS:
    void filterChanged();      ///< the archives are to be asked
    void localFilterChanged(); ///< text, institution or read state: what is there is to be looked through
    void saveRequested();
    void savedChosen(const consilium::app::SavedSearch &search);
    void renameRequested(const QString &name);
    void removeRequested(const QString &name);
    void leftDownwards(); ///< the Down key in the search field: to the table

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildSearch();
    void buildPlaces();
    void buildPeriods();
    void buildModalities();
    void buildChoices();
    void fillSavedMenu();
    void showOutside();
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
    ChoiceChip *m_bodyPart = nullptr, *m_institution = nullptr, *m_archive = nullptr, *m_readState = nullptr;
    QPushButton *m_saved = nullptr, *m_outside = nullptr;
    QStringList m_only;
    ChoiceChip::Choices m_archives;
    std::vector<SavedSearch> m_searches;
    dicomweb::StudyQuery m_further; ///< what a scenario set and no control shows
    bool m_onlyNames = false;       ///< so too
    QTimer m_pause;
};

} // namespace consilium::app
