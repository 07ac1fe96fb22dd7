#include "app/settings/StagesForm.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QResizeEvent>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

constexpr int mostSide = 8, linesAsTheyAre = -1, mostNameLetters = 400;

hanging::Stage newStage()
{
    hanging::Stage stage;
    stage.monitors.push_back({1, 1, {hanging::Cell()}});
    return stage;
}

ChoiceField *sideField(const QString &name, const Edited &edited)
{
    auto *field = new ChoiceField(name, {}, edited);
    for (int n = 1; n <= mostSide; ++n)
        field->addItem(QString::number(n), n);
    return field;
}

} // namespace

hanging::Stage resized(const hanging::Stage &stage, int rows, const std::vector<int> &columns)
{
    hanging::Stage wanted = stage;
    wanted.monitors.clear();
    for (std::size_t m = 0; m < columns.size(); ++m) {
        hanging::MonitorCells monitor{rows, columns[m], {}};
        for (int row = 0; row < rows; ++row)
            for (int column = 0; column < columns[m]; ++column) {
                hanging::Cell cell;
                cell.isEmpty = true;
                if (m < stage.monitors.size() && row < stage.monitors[m].rows && column < stage.monitors[m].columns) {
                    const hanging::MonitorCells &old = stage.monitors[m];
                    if (const auto at = std::size_t(row * old.columns + column); at < old.cells.size())
                        cell = old.cells[at];
                }
                monitor.cells.push_back(cell);
            }
        wanted.monitors.push_back(std::move(monitor));
    }
    return wanted;
}

int sameCell(const hanging::Stage &before, int index, const hanging::Stage &now)
{
    std::size_t monitor = 0;
    for (; monitor + 1 < before.monitors.size() && index >= int(before.monitors[monitor].cells.size()); ++monitor)
        index -= int(before.monitors[monitor].cells.size());
    const int columns = before.monitors[monitor].columns, row = index / columns, column = index % columns;
    const std::size_t at = std::min(monitor, now.monitors.size() - 1);
    int found = 0;
    for (std::size_t i = 0; i < at; ++i)
        found += now.monitors[i].rows * now.monitors[i].columns;
    const hanging::MonitorCells &wanted = now.monitors[at];
    return found + std::min(row, wanted.rows - 1) * wanted.columns + std::min(column, wanted.columns - 1);
}

StagesForm::StagesForm(Edited edited, Texts texts) : m_edited(std::move(edited)), m_texts(std::move(texts))
{
    m_stages.front() = newStage();
    build();
}

void StagesForm::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(buildHead());
    auto *sketches = new QWidget;
    m_flow = new QGridLayout(sketches);
    m_flow->setContentsMargins(4, 4, 4, 4); // room for the ring of the keyboard
    m_flow->setSpacing(8);
    column->addWidget(sketches);
    column->addWidget(m_layout = buildLayoutFields());
    m_cellTitle = new QLabel;
    m_cellTitle->setProperty("role", u"strong"_s);
    m_cellTitle->setContentsMargins(0, 8, 0, 0);
    column->addWidget(m_cellTitle);
    column->addWidget(m_cellForm = new CellForm([this] { collectCell(); }));
}

QLayout *StagesForm::buildHead()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(makeFormHeading(tr("Stages")), 1);
    m_add = makeFormButton(tr("Add"), u"addStage"_s);
    m_copy = makeFormButton(tr("Copy"), u"copyStage"_s);
    m_remove = makeFormButton(tr("Remove"), u"removeStage"_s);
    m_earlier = makeFormButton(tr("Earlier"), u"stageEarlier"_s);
    m_later = makeFormButton(tr("Later"), u"stageLater"_s);
    m_add->setAccessibleName(tr("Add a stage"));
    m_copy->setAccessibleName(tr("Copy the stage"));
    m_remove->setAccessibleName(tr("Remove the stage"));
    m_earlier->setAccessibleName(tr("Move the stage earlier"));
    m_later->setAccessibleName(tr("Move the stage later"));
    for (QPushButton *button : {m_add, m_copy, m_remove, m_earlier, m_later})
        row->addWidget(button);
    connect(m_add, &QPushButton::clicked, this, &StagesForm::add);
    connect(m_copy, &QPushButton::clicked, this, &StagesForm::copy);
    connect(m_remove, &QPushButton::clicked, this, &StagesForm::remove);
    connect(m_earlier, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_later, &QPushButton::clicked, this, [this] { move(1); });
    return row;
}

QWidget *StagesForm::buildLayoutFields()
{
    const Edited edited = [this] { collectStage(); }, resize = [this] { resizeGrid(); };
    auto *part = new QWidget;
    auto *grid = makeFormGrid();
    grid->setContentsMargins(0, 0, 0, 0);
    part->setLayout(grid);
    m_name = new QLineEdit;
    m_name->setObjectName(u"stageName"_s);
    m_name->setFixedHeight(34);
    m_name->setMaxLength(mostNameLetters);
    connect(m_name, &QLineEdit::textEdited, this, [this] {
        hanging::setDisplayText(stage().names, m_name->text().trimmed());
        collectStage();
    });
    m_link = new ChoiceField(tr("Scroll together"),
                             {{tr("no"), int(session::LinkKind::None)},
                              {tr("by position"), int(session::LinkKind::Position)},
                              {tr("chosen views, by offset"), int(session::LinkKind::Offset)}},
                             edited);
    m_lines = new ChoiceField(tr("Reference lines"),
                              {{tr("as they are"), linesAsTheyAre},
                               {tr("off"), int(hanging::Lines::Off)},
                               {tr("of the current image"), int(hanging::Lines::Current)},
                               {tr("with both ends"), int(hanging::Lines::WithEnds)}},
                              edited);
    m_link->setObjectName(u"stageLink"_s);
    m_rows = sideField(tr("Rows"), resize);
    m_rows->setObjectName(u"stageRows"_s);
    m_monitors = sideField(tr("Monitors"), resize);
    m_monitors->setObjectName(u"stageMonitors"_s);
    addFormField(*grid, 0, 0, tr("Name of the stage"), m_name);
    addFormField(*grid, 0, 1, tr("Scroll together"), m_link);
    addFormField(*grid, 1, 0, tr("Rows"), m_rows);
    addFormField(*grid, 1, 1, tr("Reference lines"), m_lines);
    addFormField(*grid, 2, 0, tr("Monitors"), m_monitors);
    auto *columns = new QWidget;
    auto *row = new QHBoxLayout(columns);
    row->setContentsMargins(0, 0, 0, 0);
    for (int i = 1; i <= mostSide; ++i) {
        m_columns.push_back(sideField(tr("Columns of monitor %1").arg(i), resize));
        m_columns.back()->setObjectName(u"stageColumns%1"_s.arg(i));
        row->addWidget(m_columns.back());
    }
    row->addStretch(1);
    addFormField(*grid, 3, 0, tr("Columns of each"), columns)->setBuddy(m_columns.front());
    grid->addWidget(columns, 3, 1, 1, 3);
    return part;
}

void StagesForm::set(const std::vector<hanging::Stage> &stages, bool keepsPlace)
{
    m_stages = stages;
    m_uncut.reset();
    if (!keepsPlace || m_stage >= int(m_stages.size()))
        m_stage = m_cell = 0;
    if (!cell(m_cell))
        m_cell = 0;
    makeSketches();
    showChosen();
}

void StagesForm::setReadOnly(bool readOnly)
{
    m_isReadOnly = readOnly;
    m_layout->setEnabled(!readOnly);
    m_cellForm->setEnabled(!readOnly);
    showParts();
}

void StagesForm::refreshSketches()
{
    for (std::size_t i = 0; i < m_stages.size() && i < m_sketches.size(); ++i) {
        const QString name = hanging::displayText(m_stages[i].names);
        const QString title = name.isEmpty() ? tr("Stage %1").arg(i + 1) : u"%1 · %2"_s.arg(i + 1).arg(name);
        m_sketches[i]->setStage(title, m_stages[i], m_texts(m_stages, i));
    }
}

void StagesForm::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeSketches();
}

void StagesForm::placeSketches()
{
    const int step = StageSketch::widthPx + m_flow->spacing();
    const int perRow = std::max(1, (width() - 8 + m_flow->spacing()) / step);
    if (perRow == m_perRow && m_flow->count() == int(m_sketches.size()))
        return;
    m_perRow = perRow;
    while (QLayoutItem *item = m_flow->takeAt(0))
        delete item;
    for (int i = 0; i < m_flow->columnCount(); ++i)
        m_flow->setColumnStretch(i, 0);
    for (int i = 0; i < int(m_sketches.size()); ++i)
        m_flow->addWidget(m_sketches[std::size_t(i)], i / perRow, i % perRow);
    m_flow->setColumnStretch(perRow, 1);
}

void StagesForm::makeSketches()
{
    while (m_sketches.size() > m_stages.size()) {
        delete m_sketches.back();
        m_sketches.pop_back();
    }
    while (m_sketches.size() < m_stages.size()) {
        const auto index = int(m_sketches.size());
        auto *sketch = new StageSketch;
        sketch->setObjectName(u"stage%1"_s.arg(index + 1));
        connect(sketch, &StageSketch::cellChosen, this, [this, index](int cell) { choose(index, cell); });
        m_sketches.push_back(sketch);
        m_flow->addWidget(sketch, index / std::max(m_perRow, 1), index % std::max(m_perRow, 1));
        setTabOrder(index == 0 ? static_cast<QWidget *>(m_later) : m_sketches[std::size_t(index) - 1], sketch);
    }
    m_perRow = 0;
    placeSketches();
    refreshSketches();
}

hanging::Cell *StagesForm::cell(int index)
{
    for (hanging::MonitorCells &monitor : stage().monitors) {
        if (index >= 0 && index < int(monitor.cells.size()))
            return &monitor.cells[std::size_t(index)];
        index -= int(monitor.cells.size());
    }
    return nullptr;
}

void StagesForm::choose(int stage, int cell)
{
    m_stage = stage;
    m_cell = cell;
    m_uncut.reset();
    showChosen();
}

void StagesForm::showChosen()
{
    for (int i = 0; i < int(m_sketches.size()); ++i)
        m_sketches[std::size_t(i)]->setChosen(i == m_stage ? m_cell : -1);
    m_name->setText(hanging::displayText(stage().names));
    m_link->setChoice(int(stage().link));
    m_lines->setChoice(stage().lines ? int(*stage().lines) : linesAsTheyAre);
    m_rows->setChoice(stage().rows());
    m_monitors->setChoice(int(stage().monitors.size()));
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const bool isThere = i < stage().monitors.size();
        m_columns[i]->setVisible(isThere);
        m_columns[i]->setChoice(isThere ? stage().monitors[i].columns : 1);
    }
    if (const hanging::Cell *chosen = cell(m_cell))
        m_cellForm->set(*chosen, stage().link == session::LinkKind::Offset);
    m_cellTitle->setText(tr("View %1 of stage %2").arg(m_cell + 1).arg(m_stage + 1));
    showParts();
}

void StagesForm::showParts()
{
    const auto count = int(m_stages.size());
    m_add->setEnabled(!m_isReadOnly);
    m_copy->setEnabled(!m_isReadOnly);
    m_remove->setEnabled(!m_isReadOnly && count > 1);
    m_remove->setToolTip(count > 1 ? QString() : tr("A protocol has one stage at least."));
    m_earlier->setEnabled(!m_isReadOnly && m_stage > 0);
    m_later->setEnabled(!m_isReadOnly && m_stage + 1 < count);
}

void StagesForm::collectStage()
{
    m_uncut.reset();
    // Views keep "linked", which has no meaning without links by offset: the choice may only be passed.
    stage().link = session::LinkKind(m_link->choice());
    m_cellForm->setOfLinkedStage(stage().link == session::LinkKind::Offset);
    stage().lines =
        m_lines->choice() == linesAsTheyAre ? std::nullopt : std::optional(hanging::Lines(m_lines->choice()));
    m_edited();
    refreshSketches();
}

void StagesForm::collectCell()
{
    hanging::Cell *chosen = cell(m_cell);
    if (!chosen)
        return;
    m_uncut.reset();
    *chosen = m_cellForm->get();
    m_edited();
    refreshSketches();
}

void StagesForm::resizeGrid()
{
    std::vector<int> columns;
    for (int i = 0; i < m_monitors->choice(); ++i)
        columns.push_back(m_columns[std::size_t(i)]->choice());
    if (!m_uncut)
        m_uncut = Uncut{stage(), m_cell};
    stage() = resized(m_uncut->stage, m_rows->choice(), columns);
    m_cell = sameCell(m_uncut->stage, m_uncut->cell, stage());
    m_edited();
    refreshSketches();
    showChosen();
}

void StagesForm::add()
{
    m_stages.insert(m_stages.begin() + m_stage + 1, newStage());
    ++m_stage;
    stagesChanged();
}

void StagesForm::copy()
{
    m_stages.insert(m_stages.begin() + m_stage + 1, hanging::Stage(stage()));
    ++m_stage;
    stagesChanged();
}

void StagesForm::remove()
{
    if (m_stages.size() < 2)
        return;
    m_stages.erase(m_stages.begin() + m_stage);
    m_stage = std::min(m_stage, int(m_stages.size()) - 1);
    stagesChanged();
}

void StagesForm::move(int by)
{
    const int to = m_stage + by;
    if (to < 0 || to >= int(m_stages.size()))
        return;
    std::swap(m_stages[std::size_t(m_stage)], m_stages[std::size_t(to)]);
    m_stage = to;
    stagesChanged();
}

// The button that did it may have nothing more to do: the keyboard goes to the stage, not to the next button.
void StagesForm::stagesChanged()
{
    const QWidget *had = window()->focusWidget();
    m_cell = 0;
    m_uncut.reset();
    m_edited();
    makeSketches();
    showChosen();
    for (const QPushButton *button : {m_remove, m_earlier, m_later})
        if (had == button && !button->isEnabled())
            m_sketches[std::size_t(m_stage)]->setFocus(Qt::OtherFocusReason);
}

} // namespace consilium::app
