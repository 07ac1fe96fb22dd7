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

OpeningDetails::OpeningDetails(const OpeningReport &report, const pixels::StudyImages &images, QWidget *window)
    : QDialog(window)
{
    setObjectName(u"openingDetails"_s);
    setWindowTitle(u"Consilium"_s); // names nobody
    resize(std::min(900, window->width() - 80), std::min(560, window->height() - 80));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    if (!report.unopened().empty())
        addStudies(column, report, images);
    if (!report.refused().empty())
        addFiles(column, report);
    auto *close = new QPushButton(tr("Close"));
    close->setFixedHeight(34);
    close->setAutoDefault(false); // Enter is the list's
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    column->addWidget(close, 0, Qt::AlignRight);
}

QTreeWidget *OpeningDetails::addList(QVBoxLayout *column, const QString &heading, const QStringList &columns)
{
    auto *title = new QLabel(heading);
    title->setProperty("role", u"section"_s);
    column->addWidget(title);
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
    QTreeWidget *list =
        addList(column, tr("%n files were left out", nullptr, report.refusedCount()), {tr("File"), tr("Reason")});
    list->setObjectName(u"refusedFiles"_s);
    list->setColumnWidth(0, width() * 55 / 100);
    for (const auto &refused : report.refused()) {
        const QString path = QDir::toNativeSeparators(refused.path);
        auto *item = new QTreeWidgetItem(list, {path, OpeningReport::reason(refused.error)});
        item->setToolTip(0, path);
        item->setToolTip(1, refused.error.detail); // technical
    }
    if (const int rest = report.refusedCount() - int(report.refused().size()); rest > 0)
        new QTreeWidgetItem(list, {tr("and %n more", nullptr, rest)});
}

void OpeningDetails::addStudies(QVBoxLayout *column, const OpeningReport &report, const pixels::StudyImages &images)
{
    QTreeWidget *list =
        addList(column, tr("%n more studies: a double click opens one", nullptr, int(report.unopened().size())),
                {tr("Patient"), tr("Time"), tr("Exam")});
    list->setObjectName(u"unopenedStudies"_s);
    list->setColumnWidth(0, width() * 35 / 100);
    list->setColumnWidth(1, width() * 20 / 100);
    for (const StudyUid &uid : report.unopened()) {
        const dicom::StudyHeader study = images.study(uid);
        auto *item = new QTreeWidgetItem(list, {orDash(study.patient.name.display()),
                                                dateAndTime(study.date, study.time), orDash(study.description)});
        item->setData(0, studyRole, uid.text());
    }
    connect(list, &QTreeWidget::itemActivated, this, [this, list](QTreeWidgetItem *item) {
        const StudyUid study(item->data(0, studyRole).toString());
        delete item; // it has its tab now
        list->setCurrentItem(nullptr);
        Q_EMIT openRequested(study);
    });
}

} // namespace consilium::app
