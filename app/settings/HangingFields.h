#pragma once
#include "viewer/hanging/Protocol.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>

#include <functional>
#include <initializer_list>
#include <optional>
#include <utility>

class QGridLayout;
class QLabel;
class QPushButton;

/// Fields that the forms of the editor of hanging protocols are made of.
namespace consilium::app
{

/// What is called for each change by the reader; never for one by the program.
using Edited = std::function<void()>;

/// A list of words: see splitWords().
class WordsField final : public QLineEdit
{
public:
    /// `example`: a placeholder in values of DICOM ("CT, MR").
    WordsField(const QString &name, const QString &example, const Edited &edited);
    void setWords(const QStringList &words);
    [[nodiscard]] QStringList words() const;
};

/// A whole number from 0 on, or nothing.
class NumberField final : public QLineEdit
{
public:
    /// Of as many digits as `most` has; what is too large is for the reader of protocols to say.
    NumberField(const QString &name, int most, const Edited &edited);
    void setNumber(std::optional<int> number);
    [[nodiscard]] std::optional<int> number() const;
};

/// "from ... to ...": two numbers side by side.
class RangeFields final : public QWidget
{
public:
    RangeFields(const QString &name, const Edited &edited);
    void setObjectNames(const QString &name); ///< of its fields: with "Least", "Most" behind
    void setRange(const std::optional<hanging::Range> &range);
    [[nodiscard]] std::optional<hanging::Range> range() const; ///< nullopt: no bound
private:
    NumberField *m_least, *m_most;
};

/// One of some values.
class ChoiceField final : public QComboBox
{
public:
    /// Each with its data, an int.
    ChoiceField(const QString &name, std::initializer_list<std::pair<QString, int>> choices, const Edited &edited);
    void setChoice(int data);
    [[nodiscard]] int choice() const { return currentData().toInt(); }

protected:
    void wheelEvent(QWheelEvent *event) override;
};

/// Yes or no.
class TruthField final : public QCheckBox
{
public:
    TruthField(const QString &text, const Edited &edited);
};

/// What a description must say: three fields that stand in a grid of their form.
class TextConditionFields
{
public:
    /// Fills two rows of the grid from `row` on; `what`: "Series description".
    TextConditionFields(QGridLayout &grid, int row, const QString &what, const Edited &edited);
    void set(const std::optional<hanging::TextCondition> &condition);
    [[nodiscard]] std::optional<hanging::TextCondition> get() const;

private:
    WordsField *m_contains, *m_without;
    QLineEdit *m_pattern;
};

/// Four columns: name, field, name, field.
[[nodiscard]] QGridLayout *makeFormGrid();
/// The `pair`th (0 or 1) name and field of the row.
QLabel *addFormField(QGridLayout &grid, int row, int pair, const QString &name, QWidget *field);
[[nodiscard]] QLabel *makeFormHeading(const QString &text);
[[nodiscard]] QPushButton *makeFormButton(const QString &text, const QString &objectName);
/// A sentence below what it is about; empty: it is hidden. `tone`: "t2", "ok", "warn", "crit".
void tellBelow(QLabel &label, const QString &text, const QString &tone);

} // namespace consilium::app
