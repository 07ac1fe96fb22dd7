#include "app/settings/HangingFields.h"

#include "app/settings/HangingWords.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpressionValidator>
#include <QStyle>
#include <QWheelEvent>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

constexpr int fieldHeight = 34, narrowestField = 130, numberWidth = 84;

class Text
{
    Q_DECLARE_TR_FUNCTIONS(HangingFields)
};

void makeField(QLineEdit &field, const QString &name, const Edited &edited)
{
    field.setFixedHeight(fieldHeight);
    field.setAccessibleName(name);
    QObject::connect(&field, &QLineEdit::textEdited, &field, [edited] { edited(); });
}

} // namespace

WordsField::WordsField(const QString &name, const QString &example, const Edited &edited)
{
    makeField(*this, name, edited);
    setMinimumWidth(narrowestField);
    setPlaceholderText(example);
    setToolTip(Text::tr("Several are separated by commas: one of them is enough."));
}

void WordsField::setWords(const QStringList &words)
{
    setText(joinWords(words));
    setCursorPosition(0);
}

QStringList WordsField::words() const
{
    return splitWords(text());
}

NumberField::NumberField(const QString &name, int most, const Edited &edited)
{
    makeField(*this, name, edited);
    setFixedWidth(numberWidth);
    // Digits alone: a validator of numbers takes "1,000" as well, which is no number for number().
    const QString digits = u"[0-9]{0,%1}"_s.arg(QString::number(most).size());
    setValidator(new QRegularExpressionValidator(QRegularExpression(digits), this));
}

void NumberField::setNumber(std::optional<int> number)
{
    setText(number ? QString::number(*number) : QString());
}

std::optional<int> NumberField::number() const
{
    bool isNumber = false;
    const int number = text().toInt(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

RangeFields::RangeFields(const QString &name, const Edited &edited)
    : m_least(new NumberField(Text::tr("%1, at least").arg(name), 1'000'000, edited)),
      m_most(new NumberField(Text::tr("%1, at most").arg(name), 1'000'000, edited))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_least);
    auto *to = new QLabel(Text::tr("to"));
    to->setProperty("tone", u"t2"_s);
    row->addWidget(to);
    row->addWidget(m_most);
    row->addStretch(1);
}

void RangeFields::setObjectNames(const QString &name)
{
    m_least->setObjectName(name + u"Least"_s);
    m_most->setObjectName(name + u"Most"_s);
}

void RangeFields::setRange(const std::optional<hanging::Range> &range)
{
    m_least->setNumber(range ? range->least : std::nullopt);
    m_most->setNumber(range ? range->most : std::nullopt);
}

std::optional<hanging::Range> RangeFields::range() const
{
    const hanging::Range range{m_least->number(), m_most->number()};
    return range == hanging::Range() ? std::nullopt : std::optional(range);
}

ChoiceField::ChoiceField(const QString &name, std::initializer_list<std::pair<QString, int>> choices,
                         const Edited &edited)
{
    setFixedHeight(fieldHeight);
    setAccessibleName(name);
    for (const auto &[text, data] : choices)
        addItem(text, data);
    connect(this, &QComboBox::activated, this, [edited] { edited(); });
}

// It scrolls the form, and changes nothing that it passes.
void ChoiceField::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

void ChoiceField::setChoice(int data)
{
    setCurrentIndex(findData(data));
}

TruthField::TruthField(const QString &text, const Edited &edited) : QCheckBox(text)
{
    constexpr int leastTargetPx = 24;
    setMinimumHeight(leastTargetPx);
    connect(this, &QCheckBox::clicked, this, [edited] { edited(); });
}

TextConditionFields::TextConditionFields(QGridLayout &grid, int row, const QString &what, const Edited &edited)
    : m_contains(new WordsField(Text::tr("%1 contains").arg(what), {}, edited)),
      m_without(new WordsField(Text::tr("%1 does not contain").arg(what), {}, edited)),
      m_pattern(new QLineEdit)
{
    makeField(*m_pattern, Text::tr("%1 matches").arg(what), edited);
    m_without->setToolTip(Text::tr("Several are separated by commas: none of them may stand in it."));
    m_pattern->setToolTip(
        Text::tr("A regular expression that matches somewhere in it. The case of letters never counts."));
    addFormField(grid, row, 0, Text::tr("%1 contains").arg(what), m_contains);
    addFormField(grid, row, 1, Text::tr("but not"), m_without);
    addFormField(grid, row + 1, 0, Text::tr("matches pattern"), m_pattern);
}

void TextConditionFields::set(const std::optional<hanging::TextCondition> &condition)
{
    m_contains->setWords(condition ? condition->anyOf : QStringList());
    m_without->setWords(condition ? condition->without : QStringList());
    m_pattern->setText(condition && condition->pattern ? condition->pattern->pattern() : QString());
    m_pattern->setCursorPosition(0);
}

std::optional<hanging::TextCondition> TextConditionFields::get() const
{
    hanging::TextCondition condition{m_contains->words(), m_without->words(), {}};
    if (!m_pattern->text().trimmed().isEmpty()) // as the reader of files makes it
        condition.pattern = QRegularExpression(m_pattern->text(), QRegularExpression::CaseInsensitiveOption |
                                                                      QRegularExpression::UseUnicodePropertiesOption);
    return condition == hanging::TextCondition() ? std::nullopt : std::optional(condition);
}

QGridLayout *makeFormGrid()
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(3, 1);
    return grid;
}

QLabel *addFormField(QGridLayout &grid, int row, int pair, const QString &name, QWidget *field)
{
    auto *label = new QLabel(name);
    label->setProperty("tone", u"t2"_s);
    label->setBuddy(field);
    grid.addWidget(label, row, 2 * pair);
    grid.addWidget(field, row, 2 * pair + 1);
    return label;
}

QLabel *makeFormHeading(const QString &text)
{
    auto *label = new QLabel(text);
    label->setProperty("role", u"section"_s);
    label->setContentsMargins(0, 12, 0, 0);
    return label;
}

QPushButton *makeFormButton(const QString &text, const QString &objectName)
{
    auto *button = new QPushButton(text);
    button->setObjectName(objectName);
    button->setFixedHeight(fieldHeight);
    return button;
}

void tellBelow(QLabel &label, const QString &text, const QString &tone)
{
    label.setText(text);
    label.setProperty("tone", tone);
    label.style()->unpolish(&label);
    label.style()->polish(&label);
    label.setVisible(!text.isEmpty());
}

} // namespace consilium::app
