#include "app/windows/OpeningDetails.h"

#include "app/worklist/StudyText.h"

#include <QDir>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{
constexpr int studyRole = Qt::UserRole;
}

OpeningDetails::OpeningDetails(const OpeningReport &report, QWidget *window) : QDialog(window)
{
    setObjectName(u"openingDetails"_s);
    setWindowTitle(u"Consilium"_s); // names nobody
    resize(std::min(900, window->width() - 80), std::min(560, window->height() - 80));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    if (!report.unopened().empty())
        addStudies(column, report);
    if (!report.refused().empty())
        addFiles(column, report);
    auto *close = new QPushButton(tr("Close"));
    close->setFixedHeight(34);
    close->setAutoDefault(false); // Enter is the list's
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    column->addWidget(close, 0, Qt::AlignRight);
}

QTreeWidget *OpeningDetails::addList(QVBoxLayout *column, QLabel *heading, const QStringList &columns)
{
    heading->setProperty("role", u"section"_s);
    column->addWidget(heading);
    auto *list = new QTreeWidget;
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    list->setStyleSheet(u"QTreeView::item { min-height: 32px; }"_s);
    list->setFrameShape(QFrame::NoFrame);
    list->setColumnCount(int(columns.size()));
    list->setHeaderLabels(columns);
    list->header()->setStretchLastSection(true);
    list->setTextElideMode(Qt::ElideMiddle);
    column->addWidget(list, 1);
    return list;
}

void OpeningDetails::addFiles(QVBoxLayout *column, const OpeningReport &report)
{
    QTreeWidget *list = addList(column, new QLabel(tr("%n files were left out", nullptr, report.refusedCount())),
                                {tr("File"), tr("Reason")});
    list->setObjectName(u"refusedFiles"_s);
    // The reason is read whole; of a path the end is enough.
    list->header()->setStretchLastSection(false);
    list->header()->setMinimumSectionSize(160);
    list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    for (const auto &refused : report.refused()) {
        const QString path = QDir::toNativeSeparators(refused.path);
        auto *item = new QTreeWidgetItem(list, {path, report.reason(refused)});
        item->setToolTip(0, path);
        item->setToolTip(1, refused.error.detail); // technical
    }
    if (const int rest = report.refusedCount() - int(report.refused().size()); rest > 0)
        new QTreeWidgetItem(list, {tr("and %n more", nullptr, rest)});
}

void OpeningDetails::addStudies(QVBoxLayout *column, const OpeningReport &report)
{
    auto *heading = new QLabel;
    QTreeWidget *list = addList(column, heading, {tr("Patient"), tr("Patient ID"), tr("Time"), tr("Exam")});
    list->setObjectName(u"unopenedStudies"_s);
    list->setColumnWidth(0, width() * 30 / 100);
    list->setColumnWidth(1, width() * 20 / 100);
    list->setColumnWidth(2, width() * 20 / 100);
    for (const dicom::StudyHeader &study : report.unopened()) {
        auto *item = new QTreeWidgetItem(list, {orDash(study.patient.name.display()), orDash(study.patient.id),
                                                dateAndTime(study.date, study.time), orDash(study.description)});
        item->setData(0, studyRole, study.uid.text());
    }
    const auto count = [heading, list] {
        heading->setText(tr("%n more studies: a double click opens one", nullptr, list->topLevelItemCount()));
    };
    count();
    connect(list, &QTreeWidget::itemActivated, this, [this, list, count](QTreeWidgetItem *item) {
        const StudyUid study(item->data(0, studyRole).toString());
        delete item; // it has its tab now
        list->setCurrentItem(nullptr);
        count();
        Q_EMIT openRequested(study);
    });
}

} // namespace consilium::app
