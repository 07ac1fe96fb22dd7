#pragma once
#include "app/worklist/SavedSearches.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace consilium::app
{

/// Asks for the name of a saved search. What another search is called is taken only when it is said twice: the first
/// time says that the other one is replaced.
class SearchNameDialog : public QDialog
{
    Q_OBJECT
public:
    /// `renamed`: what the search is called now; empty: a new one is saved.
    SearchNameDialog(std::vector<SavedSearch> searches, QString renamed, QWidget *parent);

Q_SIGNALS:
    void named(const QString &name); ///< not empty, of at most longestSearchName letters

private:
    void judge();
    void take();
    void fitNote();

    std::vector<SavedSearch> m_searches;
    QString m_renamed;
    QLineEdit *m_name;
    QLabel *m_note;
    QPushButton *m_save;
    bool m_isAskingToReplace = false;
};

} // namespace consilium::app
