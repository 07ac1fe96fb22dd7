#pragma once
#include <QPushButton>

#include <utility>
#include <vector>

namespace consilium::app
{

/// A chip with a menu of which one entry, or none, is chosen; the chip shows which.
class ChoiceChip : public QPushButton
{
    Q_OBJECT
public:
    using Choices = std::vector<std::pair<QString, QString>>; ///< value, text

    /// `title` alone while nothing is chosen; `none`: the menu's entry for that.
    ChoiceChip(const QString &title, const QString &none, QWidget *parent = nullptr);

    void setIdleText(const QString &text); ///< what it shows while nothing is chosen, in place of its title
    void setChoices(const Choices &choices);
    [[nodiscard]] qsizetype choiceCount() const { return qsizetype(m_choices.size()); }
    [[nodiscard]] const QString &value() const { return m_value; }
    void setValue(const QString &value); ///< shows it, also when it is none of the choices; sends nothing

Q_SIGNALS:
    void chosen(const QString &value);

private:
    void fillMenu();
    void showValue();
    [[nodiscard]] QString textOf(const QString &value) const;

    QString m_title, m_none, m_idle, m_value;
    Choices m_choices;
};

} // namespace consilium::app
