#include "app/settings/MouseSettings.h"

#include "app/settings/ProfileSettings.h"
#include "base/Logging.h"
#include "viewer/tools/MouseProfiles.h"
#include "viewer/tools/Tool.h"
#include "viewer/widgets/ToolBar.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

QByteArray profileJson(const ProfileSettings &settings, const QString &name)
{
    if (name == "own"_L1 && !settings.ownMouse().isEmpty())
        return settings.ownMouse();
    for (const tools::MouseProfile &profile : tools::mouseProfiles()) {
        if (profile.name == name)
            return profile.json;
    }
    return tools::mouseProfiles().front().json;
}

QLabel *caption(const QString &text)
{
    auto *label = new QLabel(text);
    label->setProperty("role", u"caption"_s);
    return label;
}

} // namespace

void applyInputSettings(const ProfileSettings &settings, tools::Bindings &bindings)
{
    if (const auto done = bindings.setMouse(profileJson(settings, settings.mouseProfile())); !done)
        qCWarning(logApp) << "the mouse profile of the settings cannot be read:" << done.error().detail;
    if (!settings.radialTools().isEmpty()) {
        if (const auto done = bindings.setRadialTools(settings.radialTools()); !done)
            qCWarning(logApp) << "the radial menu of the settings cannot be read:" << done.error().detail;
    }
    if (settings.keyChoices().isEmpty())
        return;
    if (const auto done = bindings.setKeyChoices(settings.keyChoices()); !done)
        qCWarning(logApp) << "the keys of the settings cannot be read:" << done.error().detail;
}

MouseSettings::MouseSettings(tools::Bindings &bindings, ProfileSettings &settings, QWidget *parent)
    : QWidget(parent), m_bindings(bindings), m_settings(settings)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 24, 16);
    column->setSpacing(16);
    auto *title = new QLabel(tr("Mouse"));
    title->setProperty("role", u"title"_s);
    column->addWidget(title);
    auto *profiles = new QGridLayout;
    profiles->setHorizontalSpacing(8);
    buildProfiles(profiles);
    column->addLayout(profiles);
    m_about = caption({});
    m_about->setWordWrap(true);
    column->addWidget(m_about);
    column->addWidget(buildTable());
    column->addWidget(buildRadial());
    auto *foot = new QHBoxLayout;
    m_reset = new QPushButton(tr("My own as at first"));
    m_reset->setObjectName(u"resetMouse"_s);
    m_reset->setFixedHeight(34);
    foot->addWidget(m_reset);
    foot->addStretch(1);
    column->addLayout(foot);
    column->addStretch(1);
    connect(m_reset, &QPushButton::clicked, this, [this] {
        m_settings.setOwnMouse({});
        choose(u"own"_s);
    });
    show();
}

void MouseSettings::buildProfiles(QGridLayout *grid)
{
    m_profiles = new QButtonGroup(this);
    int place = 0;
    for (const tools::MouseProfile &profile : tools::mouseProfiles()) {
        auto *chip = new QPushButton(profile.displayName());
        chip->setObjectName(u"mouse-"_s + profile.name);
        chip->setProperty("kind", u"segment"_s);
        chip->setCheckable(true);
        chip->setFixedHeight(28);
        m_profiles->addButton(chip, place);
        grid->addWidget(chip, 0, place++);
        connect(chip, &QPushButton::clicked, this, [this, name = profile.name] { choose(name); });
    }
    grid->setColumnStretch(place, 1);
}

QWidget *MouseSettings::buildTable()
{
    auto *card = new QWidget;
    card->setProperty("surface", u"card"_s);
    card->setAttribute(Qt::WA_StyledBackground);
    auto *grid = new QGridLayout(card);
    grid->setContentsMargins(14, 12, 14, 12);
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(8);
    const std::pair<Qt::MouseButton, QString> rows[] = {
        {Qt::LeftButton, tr("Left button")},       {Qt::MiddleButton, tr("Middle button")},
        {Qt::RightButton, tr("Right button")},     {Qt::BackButton, tr("Back button")},
        {Qt::ForwardButton, tr("Forward button")}, {Qt::NoButton, tr("Wheel")}};
    const std::pair<Qt::KeyboardModifiers, QString> columns[] = {{Qt::NoModifier, tr("Alone")},
                                                                 {Qt::ShiftModifier, u"Shift"_s},
                                                                 {Qt::ControlModifier, u"Ctrl"_s},
                                                                 {Qt::AltModifier, u"Alt"_s}};
    int column = 1;
    for (const auto &[modifiers, name] : columns)
        grid->addWidget(caption(name), 0, column++);
    int row = 1;
    for (const auto &[button, name] : rows) {
        grid->addWidget(caption(name), row, 0);
        column = 1;
        for (const auto &[modifiers, modifierName] : columns) {
            auto *box = new QComboBox;
            box->setFixedHeight(32);
            box->setMinimumWidth(120);
            box->setAccessibleName(name + u' ' + modifierName);
            box->addItem(u"—"_s, QString());
            for (const QString &tool : tools::toolNames()) {
                const auto made = tools::makeTool(tool);
                if (button != Qt::NoButton || (made && made->usesWheel()))
                    box->addItem(widgets::ToolBar::toolLabel(tool), tool);
            }
            m_cells.push_back({button, modifiers, box});
            const Cell cell = m_cells.back();
            connect(box, &QComboBox::activated, this, [this, cell] { change(cell); });
            grid->addWidget(box, row, column++);
        }
        ++row;
    }
    grid->setColumnStretch(5, 1);
    return card;
}

/// Eight choice boxes, clockwise from the top. A tool that is chosen twice changes places with the other one.
QWidget *MouseSettings::buildRadial()
{
    auto *card = new QWidget;
    card->setProperty("surface", u"card"_s);
    card->setAttribute(Qt::WA_StyledBackground);
    auto *grid = new QGridLayout(card);
    grid->setContentsMargins(14, 12, 14, 12);
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(8);
    auto *about = caption(tr("Tools in a circle round the pointer: hold the key (Settings, Keyboard) or the right "
                             "button, move towards a tool, let go."));
    about->setWordWrap(true);
    grid->addWidget(about, 0, 0, 1, 4);
    const QString places[] = {tr("Top"),    tr("Top right"),   tr("Right"), tr("Bottom right"),
                              tr("Bottom"), tr("Bottom left"), tr("Left"),  tr("Top left")};
    for (int place = 0; place < int(std::size(places)); ++place) {
        auto *box = new QComboBox;
        box->setObjectName(u"radial-%1"_s.arg(place));
        box->setFixedHeight(32);
        box->setMinimumWidth(120);
        box->setAccessibleName(places[place]);
        for (const QString &tool : tools::toolNames())
            box->addItem(widgets::ToolBar::toolLabel(tool), tool);
        connect(box, &QComboBox::activated, this, [this, place] { changeRadial(place); });
        m_radial.push_back(box);
        auto *cell = new QVBoxLayout;
        cell->addWidget(caption(places[place]));
        cell->addWidget(box);
        grid->addLayout(cell, 1 + place / 4, place % 4);
    }
    grid->setColumnStretch(4, 1);
    return card;
}

void MouseSettings::changeRadial(int place)
{
    QStringList tools = m_bindings.radialTools();
    const QString wanted = m_radial[std::size_t(place)]->currentData().toString();
    if (const qsizetype other = tools.indexOf(wanted); other >= 0)
        tools[other] = tools[place];
    tools[place] = wanted;
    if (const auto done = m_bindings.setRadialTools(tools); !done)
        qCWarning(logApp) << "a radial menu cannot be:" << done.error().detail;
    else
        m_settings.setRadialTools(tools == tools::Bindings::usualRadialTools() ? QStringList() : tools);
    show();
}

void MouseSettings::choose(const QString &profile)
{
    m_settings.setMouseProfile(profile);
    if (const auto done = m_bindings.setMouse(profileJson(m_settings, profile)); !done)
        qCWarning(logApp) << "a mouse profile cannot be read:" << done.error().detail;
    show();
    Q_EMIT mouseChanged();
}

void MouseSettings::show()
{
    // What the tool bar has put on a button for now is not the profile's: the profile itself is shown.
    tools::Bindings profile;
    (void)profile.setMouse(profileJson(m_settings, m_settings.mouseProfile()));
    const auto &all = tools::mouseProfiles();
    const bool isOwn = m_settings.mouseProfile() != "pacs"_L1 && m_settings.mouseProfile() != "osirix"_L1;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const bool isChosen = isOwn ? i == 0 : all[i].name == m_settings.mouseProfile();
        m_profiles->button(int(i))->setChecked(isChosen);
        if (isChosen)
            m_about->setText(all[i].description());
    }
    for (const Cell &cell : m_cells) {
        QString tool;
        for (const auto &binding : profile.mouse()) {
            if (binding.button == cell.button && binding.modifiers == cell.modifiers)
                tool = binding.tool;
        }
        cell.box->setCurrentIndex(std::max(0, cell.box->findData(tool)));
        cell.box->setEnabled(isOwn);
    }
    for (std::size_t i = 0; i < m_radial.size(); ++i)
        m_radial[i]->setCurrentIndex(m_radial[i]->findData(m_bindings.radialTools()[qsizetype(i)]));
    m_reset->setVisible(isOwn);
    m_reset->setEnabled(!m_settings.ownMouse().isEmpty());
}

void MouseSettings::change(const Cell &cell)
{
    tools::Bindings own;
    (void)own.setMouse(profileJson(m_settings, u"own"_s));
    own.setTool(cell.button, cell.modifiers, cell.box->currentData().toString());
    m_settings.setOwnMouse(own.mouseJson());
    choose(u"own"_s);
}

} // namespace consilium::app
