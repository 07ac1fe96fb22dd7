#include "app/settings/HangingConditions.h"

#include "app/settings/HangingWords.h"
#include "viewer/widgets/PlainToolTip.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

class Text
{
    Q_DECLARE_TR_FUNCTIONS(HangingConditions)
};

enum PriorChoice { Either, WithPrior, WithoutPrior };
constexpr int anyPlane = -1;

QGridLayout *gridOf(QWidget &form)
{
    auto *grid = makeFormGrid();
    grid->setContentsMargins(0, 0, 0, 0);
    form.setLayout(grid);
    return grid;
}

QStringList upper(QStringList all)
{
    for (QString &one : all)
        one = one.toUpper();
    return all;
}

/// How many fields a file would have to name.
int conditionsIn(const hanging::PriorCondition &prior)
{
    return (prior.nth != 1 ? 1 : 0) + (prior.sameModality ? 0 : 1) + (prior.sameBodyPart ? 0 : 1) +
           (prior.before.isEmpty() ? 0 : 1) + (prior.mostDaysOld ? 1 : 0);
}

} // namespace

ImageConditionForm::ImageConditionForm(const QString &names, const Edited &edited)
    : m_modality(new WordsField(Text::tr("Modality"), u"CT, MR"_s, edited)),
      m_bodyPart(new WordsField(Text::tr("Body part"), u"CHEST"_s, edited)),
      m_laterality(new WordsField(Text::tr("Side"), u"L, R, B"_s, edited)),
      m_view(new WordsField(Text::tr("View"), u"CC, MLO"_s, edited)),
      m_imageType(new WordsField(Text::tr("Image type"), u"ORIGINAL"_s, edited)),
      m_images(new RangeFields(Text::tr("Images"), edited)),
      m_plane(new ChoiceField(Text::tr("Plane"),
                              {{Text::tr("any"), anyPlane},
                               {Text::tr("axial"), int(hanging::Plane::Axial)},
                               {Text::tr("coronal"), int(hanging::Plane::Coronal)},
                               {Text::tr("sagittal"), int(hanging::Plane::Sagittal)}},
                              edited))
{
    m_modality->setObjectName(names + u"-modality"_s);
    m_laterality->setObjectName(names + u"-laterality"_s);
    m_view->setObjectName(names + u"-view"_s);
    m_laterality->setToolTip(Text::tr("L: left, R: right, B: both. An image that does not say its side is not taken."));
    m_view->setToolTip(
        Text::tr("View Position, or the meaning of the View Code: CC, MLO, PA, AP, LAT … An image that does not say "
                 "its view is not taken."));
    m_imageType->setToolTip(Text::tr("All of them are values of Image Type."));
    QGridLayout &grid = *gridOf(*this);
    addFormField(grid, 0, 0, Text::tr("Modality"), m_modality);
    addFormField(grid, 0, 1, Text::tr("Body part"), m_bodyPart);
    addFormField(grid, 1, 0, Text::tr("Side"), m_laterality);
    addFormField(grid, 1, 1, Text::tr("View"), m_view);
    m_description.emplace(grid, 2, Text::tr("Series description"), edited);
    addFormField(grid, 3, 1, Text::tr("Image type"), m_imageType);
    addFormField(grid, 4, 0, Text::tr("Images"), m_images);
    addFormField(grid, 4, 1, Text::tr("Plane"), m_plane);
}

void ImageConditionForm::set(const hanging::ImageCondition &condition)
{
    m_modality->setWords(condition.modality);
    m_bodyPart->setWords(condition.bodyPart);
    m_laterality->setWords(condition.laterality);
    m_view->setWords(condition.view);
    m_imageType->setWords(condition.imageType);
    m_description->set(condition.description);
    m_images->setRange(condition.images);
    m_plane->setChoice(condition.plane ? int(*condition.plane) : anyPlane);
}

hanging::ImageCondition ImageConditionForm::get() const
{
    hanging::ImageCondition condition;
    condition.modality = upper(m_modality->words());
    condition.bodyPart = upper(m_bodyPart->words());
    condition.laterality = upper(m_laterality->words());
    for (const QString &view : m_view->words())
        condition.view << hanging::viewOf(view);
    condition.imageType = upper(m_imageType->words());
    condition.description = m_description->get();
    condition.images = m_images->range();
    if (m_plane->choice() != anyPlane)
        condition.plane = hanging::Plane(m_plane->choice());
    return condition;
}

PriorForm::PriorForm(const QString &names, const Edited &edited)
    : m_nth(new NumberField(Text::tr("Which one, from the newest"), 100, edited)),
      m_days(new NumberField(Text::tr("At most days old"), 36'600, edited)),
      m_before(new QLineEdit),
      m_sameModality(new TruthField(Text::tr("of the same modality"), edited)),
      m_sameBodyPart(new TruthField(Text::tr("of the same body part"), edited))
{
    m_nth->setObjectName(names + u"-priorNth"_s);
    m_before->setFixedHeight(34);
    m_before->setMaxLength(8);
    m_before->setPlaceholderText(u"20240131"_s);
    m_before->setAccessibleName(Text::tr("Earlier than the day"));
    m_before->setToolTip(Text::tr("YYYYMMDD; empty: earlier than the current study."));
    QObject::connect(m_before, &QLineEdit::textEdited, m_before, [edited] { edited(); });
    QGridLayout &grid = *gridOf(*this);
    addFormField(grid, 0, 0, Text::tr("Which one, from the newest"), m_nth);
    addFormField(grid, 0, 1, Text::tr("At most days old"), m_days);
    addFormField(grid, 1, 0, Text::tr("Earlier than the day"), m_before);
    grid.addWidget(m_sameModality, 2, 0, 1, 2);
    grid.addWidget(m_sameBodyPart, 2, 2, 1, 2);
}

void PriorForm::set(const hanging::PriorCondition &prior)
{
    m_nth->setNumber(prior.nth);
    m_days->setNumber(prior.mostDaysOld);
    m_before->setText(prior.before);
    m_sameModality->setChecked(prior.sameModality);
    m_sameBodyPart->setChecked(prior.sameBodyPart);
}

hanging::PriorCondition PriorForm::get() const
{
    return {m_nth->number().value_or(1), m_sameModality->isChecked(), m_sameBodyPart->isChecked(),
            m_before->text().trimmed(), m_days->number()};
}

MatchForm::MatchForm(Edited edited) : m_edited(std::move(edited))
{
    build();
}

void MatchForm::build()
{
    const Edited edited = [this] { collect(); };
    m_modality = new WordsField(Text::tr("Modality"), u"CT, MR"_s, edited);
    m_modality->setObjectName(u"match-modality"_s);
    m_bodyPart = new WordsField(Text::tr("Body part"), u"CHEST, THORAX"_s, edited);
    m_bodyPart->setObjectName(u"match-bodyPart"_s);
    m_images = new RangeFields(Text::tr("Images of the study"), edited);
    m_monitors = new RangeFields(Text::tr("Monitors"), edited);
    m_hasPrior = new ChoiceField(Text::tr("Prior study"),
                                 {{Text::tr("there or not"), Either},
                                  {Text::tr("there is one"), WithPrior},
                                  {Text::tr("there is none"), WithoutPrior}},
                                 edited);
    m_hasPrior->setObjectName(u"match-hasPrior"_s);
    m_prior = new PriorForm(u"match"_s, edited);
    m_study = new QWidget;
    QGridLayout &grid = *gridOf(*m_study);
    addFormField(grid, 0, 0, Text::tr("Modality"), m_modality);
    addFormField(grid, 0, 1, Text::tr("Body part"), m_bodyPart);
    m_description.emplace(grid, 1, Text::tr("Study description"), edited);
    addFormField(grid, 2, 1, Text::tr("Images of the study"), m_images);
    addFormField(grid, 3, 0, Text::tr("Prior study"), m_hasPrior);
    addFormField(grid, 3, 1, Text::tr("Monitors"), m_monitors);
    grid.addWidget(m_prior, 4, 0, 1, 4);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_study);
    column->addWidget(buildSeries());
}

QWidget *MatchForm::buildSeries()
{
    constexpr int listHeight = 104;
    auto *part = new QWidget;
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(8);
    auto *row = new QHBoxLayout;
    auto *name = new QLabel(Text::tr("Series that must be there"));
    name->setProperty("role", u"strong"_s);
    m_add = makeFormButton(Text::tr("Add"), u"addSeriesCondition"_s);
    m_remove = makeFormButton(Text::tr("Remove"), u"removeSeriesCondition"_s);
    m_add->setAccessibleName(Text::tr("Add a condition on a series"));
    m_remove->setAccessibleName(Text::tr("Remove the condition on a series"));
    row->addWidget(name, 1);
    row->addWidget(m_add);
    row->addWidget(m_remove);
    column->addLayout(row);
    m_list = new QListWidget;
    m_list->setObjectName(u"seriesConditions"_s);
    m_list->setAccessibleName(Text::tr("Series that must be there"));
    m_list->setFixedHeight(listHeight);
    column->addWidget(m_list);
    m_series = new QWidget;
    auto *fields = new QVBoxLayout(m_series);
    fields->setContentsMargins(0, 0, 0, 0);
    const Edited edited = [this] { collectSeries(); };
    fields->addWidget(m_condition = new ImageConditionForm(u"series"_s, edited));
    auto *count = makeFormGrid();
    m_count = new RangeFields(Text::tr("How many fit"), edited);
    m_count->setObjectNames(u"match-count"_s);
    addFormField(*count, 0, 0, Text::tr("How many fit"), m_count);
    fields->addLayout(count);
    column->addWidget(m_series);
    QObject::connect(m_list, &QListWidget::currentRowChanged, this, [this] { showSeries(); });
    QObject::connect(m_add, &QPushButton::clicked, this, [this] { addSeries(); });
    QObject::connect(m_remove, &QPushButton::clicked, this, [this] { removeSeries(); });
    return part;
}

void MatchForm::set(const hanging::Match &match, int priorInFile, bool keepsPlace)
{
    const int row = keepsPlace ? std::max(m_list->currentRow(), 0) : 0;
    m_match = match;
    m_priorInFile = priorInFile;
    m_modality->setWords(match.modality);
    m_bodyPart->setWords(match.bodyPart);
    m_description->set(match.studyDescription);
    m_images->setRange(match.images);
    m_monitors->setRange(match.monitors);
    m_hasPrior->setChoice(!match.hasPrior ? Either : *match.hasPrior ? WithPrior : WithoutPrior);
    m_prior->set(match.prior);
    fillSeries(row);
    showParts();
}

void MatchForm::setReadOnly(bool readOnly)
{
    m_isReadOnly = readOnly;
    m_study->setEnabled(!readOnly);
    m_series->setEnabled(!readOnly);
    m_add->setEnabled(!readOnly);
    showParts();
}

void MatchForm::collect()
{
    m_match.modality = upper(m_modality->words());
    m_match.bodyPart = upper(m_bodyPart->words());
    m_match.studyDescription = m_description->get();
    m_match.images = m_images->range();
    m_match.monitors = m_monitors->range();
    const int prior = m_hasPrior->choice();
    m_match.hasPrior = prior == Either ? std::nullopt : std::optional(prior == WithPrior);
    if (m_match.hasPrior) {
        m_match.prior = m_prior->get();
        m_match.priorConditions = std::max(m_priorInFile, conditionsIn(m_match.prior));
    } else { // the fields keep what they say: the choice may only be passed with the arrow keys
        m_match.prior = {};
        m_match.priorConditions = 0;
    }
    showParts();
    m_edited();
}

void MatchForm::collectSeries()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    hanging::Match::Series &series = m_match.series[std::size_t(row)];
    series.condition = m_condition->get();
    series.count = m_count->range().value_or(hanging::Range{1, {}});
    m_list->item(row)->setText(conditionText(series.condition));
    m_list->item(row)->setToolTip(widgets::plainToolTip(conditionText(series.condition)));
    m_edited();
}

void MatchForm::fillSeries(int row)
{
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        for (const hanging::Match::Series &series : m_match.series) {
            auto *item = new QListWidgetItem(conditionText(series.condition), m_list);
            item->setToolTip(widgets::plainToolTip(item->text()));
            item->setSizeHint({0, 28});
        }
        m_list->setCurrentRow(std::min(row, m_list->count() - 1));
    }
    showSeries();
}

void MatchForm::showSeries()
{
    const int row = m_list->currentRow();
    if (row >= 0) {
        const hanging::Match::Series &series = m_match.series[std::size_t(row)];
        m_condition->set(series.condition);
        m_count->setRange(series.count);
    }
    showParts();
}

void MatchForm::addSeries()
{
    hanging::Match::Series series;
    series.condition.modality = m_match.modality;
    m_match.series.push_back(series);
    fillSeries(int(m_match.series.size()) - 1);
    m_edited();
}

void MatchForm::removeSeries()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    m_match.series.erase(m_match.series.begin() + row);
    fillSeries(row);
    if (m_match.series.empty()) // a button that has nothing more to do must not hand the keyboard on
        m_add->setFocus(Qt::OtherFocusReason);
    m_edited();
}

void MatchForm::showParts()
{
    m_prior->setVisible(m_match.hasPrior.has_value());
    m_list->setVisible(!m_match.series.empty());
    m_series->setVisible(m_list->currentRow() >= 0);
    m_remove->setEnabled(!m_isReadOnly && m_list->currentRow() >= 0);
}

} // namespace consilium::app
