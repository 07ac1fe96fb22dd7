#include "app/settings/AppearanceSettings.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace consilium::app
{

AppearanceSettings::AppearanceSettings(const QString &language, const QString &theme, QWidget *parent) : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 24, 16);
    column->setSpacing(16);
    auto *title = new QLabel(tr("Language and appearance"));
    title->setProperty("role", u"title"_s);
    column->addWidget(title);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(12);
    grid->setColumnMinimumWidth(0, 120);
    // Each language is written in itself, so that everybody finds the own one.
    addChoice(grid, 0, tr("Language"),
              {{u"zh_CN"_s, u"简体中文"_s}, {u"zh_TW"_s, u"繁體中文"_s}, {u"en"_s, u"English"_s}}, language,
              &AppearanceSettings::languageChosen);
    addChoice(grid, 1, tr("Colours"), {{u"dark"_s, tr("Dark")}, {u"light"_s, tr("Light")}}, theme,
              &AppearanceSettings::themeChosen);
    column->addLayout(grid);
    auto *note = new QLabel(tr("Images are always shown on black."));
    note->setProperty("role", u"caption"_s);
    note->setProperty("tone", u"t3"_s);
    column->addWidget(note);
    column->addStretch(1);
}

void AppearanceSettings::addChoice(QGridLayout *grid, int line, const QString &name, const Choices &choices,
                                   const QString &current, void (AppearanceSettings::*chosen)(const QString &))
{
    auto *label = new QLabel(name);
    label->setProperty("tone", u"t2"_s);
    grid->addWidget(label, line, 0);
    auto *group = new QButtonGroup(this);
    auto *row = new QHBoxLayout;
    for (const auto &[value, text] : choices) {
        auto *chip = new QPushButton(text);
        chip->setProperty("kind", u"segment"_s);
        chip->setCheckable(true);
        chip->setChecked(value == current);
        chip->setFixedHeight(28);
        group->addButton(chip);
        row->addWidget(chip);
        connect(chip, &QPushButton::clicked, this, [this, value = value, chosen] { Q_EMIT(this->*chosen)(value); });
    }
    row->addStretch(1);
    grid->addLayout(row, line, 1);
}

} // namespace consilium::app
