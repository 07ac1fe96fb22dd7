#include "viewer/widgets/RepairLogPanel.h"

#include "viewer/objects/StudyObjects.h"
#include "viewer/render2d/Overlay.h"
#include "viewer/segments/Flaws.h"
#include "viewer/segments/StudySegments.h"
#include "viewer/widgets/BandRow.h"
#include "viewer/widgets/NavigationKeys.h"
#include "viewer/widgets/OwnClipboard.h"
#include "viewer/widgets/ShownImage.h"
#include "viewer/widgets/theme/Icons.h"
#include "viewer/widgets/theme/Tokens.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <set>

namespace consilium::widgets
{
using namespace Qt::StringLiterals;

namespace
{

constexpr int sopRole = Qt::UserRole, frameRole = Qt::UserRole + 1, dataSetRole = Qt::UserRole + 2;
constexpr int mostImages = 500; ///< listed one by one below a repair
enum Column { GradeColumn, FoundColumn, DoneColumn, SeriesColumn, ImagesColumn, ColumnCount };

bool concerns(const dicom::Repair &repair, const dicom::Instance &image)
{
    return std::any_of(repair.images.begin(), repair.images.end(), [&image](const dicom::Repair::Image &one) {
        return one.sop == image.sop && one.frame == image.frame;
    });
}

void append(const std::vector<dicom::Repair> &some, std::vector<dicom::Repair> &all)
{
    all.insert(all.end(), some.begin(), some.end());
}

/// Tells repairs of a study apart, and stays when images are added to them.
QString nameOf(const dicom::Repair &repair)
{
    return u"%1\n%2\n%3"_s.arg(repair.dataSet.text()).arg(int(repair.issue.kind)).arg(repair.issue.detail);
}

QString imageOf(const QTreeWidgetItem &item)
{
    return u"%1\n%2"_s.arg(item.data(0, sopRole).toString()).arg(item.data(0, frameRole).toInt());
}

} // namespace

RepairLogPanel::RepairLogPanel(session::ActionDispatcher &dispatcher, pixels::StudyImages &images, QWidget *parent)
    : QWidget(parent),
      m_dispatcher(dispatcher),
      m_images(images),
      m_title(new QLabel),
      m_count(new QLabel),
      m_none(new QLabel),
      m_scopes(new QButtonGroup(this)),
      m_copy(new QPushButton),
      m_close(new QPushButton),
      m_list(new QTreeWidget)
{
    setObjectName(u"repairLog"_s);
    build();
    retranslate();
    m_later.setSingleShot(true);
    m_later.setInterval(50);
    connect(&m_later, &QTimer::timeout, this, &RepairLogPanel::refill);
    const auto later = [this] {
        if (isVisible() && !m_later.isActive())
            m_later.start();
    };
    connect(&dispatcher, &session::ActionDispatcher::applied, this,
            [later](const session::Envelope &, const session::ChangeSet &changes) {
                if (changes.layout || !changes.views.empty())
                    later();
            });
    connect(&dispatcher, &session::ActionDispatcher::wasReset, this, later);
    connect(&images, &pixels::StudyImages::dataSetChanged, this, later);
    connect(&images, &pixels::StudyImages::studyChanged, this, later);
    if (segments::StudySegments *known = images.segments())
        connect(known, &segments::StudySegments::changed, this, later);
    if (objects::StudyObjects *known = images.objects())
        connect(known, &objects::StudyObjects::changed, this, later);
}

void RepairLogPanel::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(6);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    m_title->setProperty("role", u"strong"_s);
    m_count->setProperty("role", u"caption"_s);
    head->addWidget(m_title);
    head->addWidget(m_count);
    head->addSpacing(12);
    for (int scope = 0; scope < 3; ++scope) {
        auto *chip = new QPushButton;
        chip->setProperty("kind", u"segment"_s);
        chip->setCheckable(true);
        chip->setFixedHeight(28);
        m_scopes->addButton(chip, scope);
        head->addWidget(chip);
    }
    head->addStretch(1);
    m_copy->setObjectName(u"copyRepairs"_s);
    for (QPushButton *button : {m_copy, m_close}) {
        button->setFixedHeight(30);
        head->addWidget(button);
    }
    column->addLayout(head);
    m_list->setObjectName(u"repairList"_s);
    m_list->setColumnCount(ColumnCount);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAllColumnsShowFocus(true);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(FoundColumn, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(DoneColumn, QHeaderView::Stretch);
    keepNavigationKeys(*m_list);
    column->addWidget(m_list, 1);
    m_none->setProperty("role", u"caption"_s);
    m_none->setAlignment(Qt::AlignCenter);
    column->addWidget(m_none, 1);
    connect(m_scopes, &QButtonGroup::idClicked, this, [this](int id) { setScope(Scope(id)); });
    connect(m_copy, &QPushButton::clicked, this, &RepairLogPanel::copyAsText);
    connect(m_close, &QPushButton::clicked, this, &RepairLogPanel::closeRequested);
    connect(m_list, &QTreeWidget::itemClicked, this, &RepairLogPanel::showImage);
    connect(m_list, &QTreeWidget::itemActivated, this, &RepairLogPanel::showImage);
}

void RepairLogPanel::retranslate()
{
    m_title->setText(tr("Repair log"));
    const QString scopes[] = {tr("This image"), tr("This series"), tr("The whole study")};
    for (int i = 0; i < 3; ++i)
        m_scopes->button(i)->setText(scopes[i]);
    m_copy->setText(tr("Copy as text"));
    m_copy->setToolTip(tr("Without the patient's data and without names of files"));
    m_close->setText(tr("Close"));
    m_list->setHeaderLabels(
        {tr("Grade"), tr("What was found"), tr("What was done or follows"), tr("Series"), tr("Images")});
    m_none->setText(tr("Nothing had to be repaired here."));
    m_list->setAccessibleName(m_title->text());
}

void RepairLogPanel::setScope(Scope scope)
{
    m_scope = scope;
    refill();
}

std::vector<dicom::Repair> RepairLogPanel::repairsOf(const dicom::DataSetPtr &stack, const pixels::StudyImages &images)
{
    if (!stack)
        return {};
    std::vector<dicom::Repair> repairs = dicom::repairsOf(*stack);
    const segments::StudySegments *const known = stack->slices.empty() ? nullptr : images.segments();
    if (!known)
        return repairs;
    for (const auto &object : known->of(stack->slices.front()->study)) {
        if (segments::concerns(*object, *stack))
            append(segments::repairsOf(*object, {stack}), repairs);
    }
    return repairs;
}

std::vector<dicom::Repair> RepairLogPanel::objectTroubles(const StudyUid &study, const pixels::StudyImages &images)
{
    std::vector<dicom::Repair> repairs;
    const objects::StudyObjects *const known = images.objects();
    if (!known)
        return repairs;
    for (const objects::ObjectTrouble &trouble : known->troubles(study)) {
        dicom::Repair repair;
        repair.issue.kind = dicom::DataIssue::Kind::ObjectLeftOut;
        repair.issue.detail =
            trouble.count > 1 ? u"%1, %2 times"_s.arg(trouble.detail).arg(trouble.count) : trouble.detail;
        repair.subject = trouble.name.isEmpty() ? trouble.reason : trouble.reason + u" ("_s + trouble.name + u')';
        repairs.push_back(std::move(repair));
    }
    return repairs;
}

std::vector<dicom::Repair> RepairLogPanel::wanted() const
{
    const auto &state = m_dispatcher.state();
    const ShownImage active = resolveImage(state.layout().active, state, m_images);
    std::vector<dicom::Repair> repairs;
    if (m_scope == Scope::Study) {
        const StudyUid &study = active.overlay.view.study;
        std::vector<dicom::DataSetPtr> stacks = m_images.dataSets(study);
        for (const auto &dataSet : stacks)
            append(dicom::repairsOf(*dataSet), repairs);
        if (active.overlay.dataSet) // where outlines lie on several, on the one that is looked at
            stacks.insert(stacks.begin(), active.overlay.dataSet);
        if (const segments::StudySegments *const known = m_images.segments())
            for (const auto &object : known->of(study))
                append(segments::repairsOf(*object, stacks), repairs);
        append(objectTroubles(study, m_images), repairs);
    } else {
        repairs = repairsOf(active.overlay.dataSet, m_images);
    }
    if (m_scope == Scope::Image)
        std::erase_if(repairs, [&](const dicom::Repair &repair) {
            return !active.instance || !concerns(repair, *active.instance);
        });
    return repairs;
}

void RepairLogPanel::refill()
{
    auto repairs = wanted();
    m_scopes->button(int(m_scope))->setChecked(true);
    // A list that is made anew closes under the hand of who reads it.
    if (repairs != m_repairs || m_list->topLevelItemCount() != int(repairs.size()))
        list(std::move(repairs));
    m_count->setText(m_repairs.empty() ? QString() : tr("%n entries", nullptr, int(m_repairs.size())));
    m_list->setVisible(!m_repairs.empty());
    m_none->setVisible(m_repairs.empty());
    m_copy->setEnabled(!m_repairs.empty());
}

/// What was open stays open, and where the reader stood he stands, as far as it is still there.
void RepairLogPanel::list(std::vector<dicom::Repair> repairs)
{
    std::set<QString> opened;
    QString currentRow, currentImage;
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        if (m_list->topLevelItem(i)->isExpanded())
            opened.insert(nameOf(m_repairs[std::size_t(i)]));
    }
    if (QTreeWidgetItem *current = m_list->currentItem()) {
        QTreeWidgetItem *row = current->parent() ? current->parent() : current;
        currentRow = nameOf(m_repairs[std::size_t(m_list->indexOfTopLevelItem(row))]);
        currentImage = current->parent() ? imageOf(*current) : QString();
    }
    m_list->clear();
    m_repairs = std::move(repairs);
    for (const dicom::Repair &repair : m_repairs) {
        addRow(repair);
        QTreeWidgetItem *row = m_list->topLevelItem(m_list->topLevelItemCount() - 1);
        row->setExpanded(opened.contains(nameOf(repair)));
        if (currentRow.isEmpty() || nameOf(repair) != currentRow)
            continue;
        m_list->setCurrentItem(row);
        for (int i = 0; i < row->childCount() && !currentImage.isEmpty(); ++i) {
            if (imageOf(*row->child(i)) == currentImage)
                m_list->setCurrentItem(row->child(i));
        }
    }
}

void RepairLogPanel::addRow(const dicom::Repair &repair)
{
    const render2d::Grade grade = render2d::gradeOf(repair.issue.kind);
    const QColor tone = gradeTone(tokens(palette()), grade);
    QString done = dicom::issueConsequence(repair.issue);
    if (!repair.issue.detail.isEmpty())
        done += u" \u00b7 "_s + tr("Technical: %1").arg(repair.issue.detail);
    const QString found =
        dicom::issueHeadline(repair.issue) + (repair.subject.isEmpty() ? QString() : u" \u00b7 "_s + repair.subject);
    const QString where = repair.images.empty() ? tr("as a whole") : dicom::sliceRanges(repair.images);
    auto *row = new QTreeWidgetItem(m_list, {render2d::gradeWord(grade), found, done, repair.series, where});
    row->setIcon(GradeColumn, icon(gradeIcon(grade)));
    row->setForeground(GradeColumn, tone);
    for (const int column : {FoundColumn, DoneColumn, ImagesColumn})
        row->setToolTip(column, row->text(column));
    addImages(row, repair);
}

void RepairLogPanel::addImages(QTreeWidgetItem *row, const dicom::Repair &repair)
{
    const auto objects = dicom::byObject(repair.images);
    const int count = int(std::min<std::size_t>(objects.size(), mostImages));
    for (int i = 0; i < count; ++i) {
        const auto &object = objects[std::size_t(i)];
        const auto &image = object.front();
        auto *item = new QTreeWidgetItem(row);
        item->setText(FoundColumn, tr("Slice %1").arg(dicom::sliceRanges(object)) +
                                       (image.file.isEmpty() ? QString() : u" · "_s + image.file));
        item->setText(DoneColumn, dicom::objectText(object));
        item->setData(0, sopRole, image.sop.text());
        item->setData(0, frameRole, image.frame);
        item->setData(0, dataSetRole, repair.dataSet.text());
    }
    if (!repair.images.empty()) {
        row->setData(0, sopRole, repair.images.front().sop.text());
        row->setData(0, frameRole, repair.images.front().frame);
        row->setData(0, dataSetRole, repair.dataSet.text());
    }
    const int more = int(objects.size()) - count;
    if (more > 0)
        (new QTreeWidgetItem(row))->setText(FoundColumn, tr("and %n more", nullptr, more));
}

/// The image that a row is about, in the active view: shown as by hand.
void RepairLogPanel::showImage(const QTreeWidgetItem *item)
{
    const session::ImageRef image{SopInstanceUid(item->data(0, sopRole).toString()), item->data(0, frameRole).toInt()};
    const DataSetId dataSet(item->data(0, dataSetRole).toString());
    if (image.sop.isEmpty())
        return;
    const auto &state = m_dispatcher.state();
    const ViewId view = state.layout().active;
    if (state.view(view).dataSet == dataSet) {
        (void)m_dispatcher.submit(session::ShowPlane{view, image}, session::Origin::Local);
        return;
    }
    (void)m_dispatcher.submit(session::ShowSeries{view, state.view(view).study, dataSet, image, {}, {}},
                              session::Origin::Local);
}

void RepairLogPanel::copyAsText() const
{
    copyText(dicom::repairText(m_repairs));
}

void RepairLogPanel::showEvent(QShowEvent *event)
{
    refill();
    QWidget::showEvent(event);
}

void RepairLogPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        list(wanted()); // the same repairs in other words
        refill();
    }
    QWidget::changeEvent(event);
}

void RepairLogPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens(palette());
    painter.fillRect(rect(), t.bg1);
    painter.fillRect(0, 0, width(), 1, t.line);
}

} // namespace consilium::widgets
