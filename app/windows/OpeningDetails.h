#pragma once
#include "app/windows/OpeningReport.h"

#include <QDialog>

class QLabel;
class QTreeWidget;
class QVBoxLayout;

namespace consilium::app
{

/// The lists behind the notice about what was opened: files left out, each with its reason, and studies that have no
/// tab yet, which a double click or Enter opens.
class OpeningDetails : public QDialog
{
    Q_OBJECT
public:
    OpeningDetails(const OpeningReport &report, QWidget *window);

Q_SIGNALS:
    void openRequested(const consilium::StudyUid &study);

private:
    void addFiles(QVBoxLayout *column, const OpeningReport &report);
    void addStudies(QVBoxLayout *column, const OpeningReport &report);
    QTreeWidget *addList(QVBoxLayout *column, QLabel *heading, const QStringList &columns);
};

} // namespace consilium::app
