#include "app/worklist/FilterBar.h"

#include "app/worklist/WrapLayout.h"
#include "viewer/widgets/theme/Icons.h"

#include <QAction>
#include <QButtonGroup>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

// What radiographers call DR is written as one of three in DICOM.
const QStringList &digitalRadiography()
{
    static const QStringList values{u"DX"_s, u"CR"_s, u"DR"_s};
    return values;
}

QStringList valuesOf(const QString &chip)
{
    return chip == "DR"_L1 ? digitalRadiography() : QStringList{chip};
}

const QStringList &shownModalities()
{
    static const QStringList values{u"CT"_s, u"MR"_s, u"DR"_s, u"US"_s, u"MG"_s};
    return values;
}

const QStringList &furtherModalities()
{
    static const QStringList values{u"XA"_s, u"RF"_s, u"PT"_s, u"NM"_s, u"ES"_s, u"XC"_s, u"OT"_s, u"SC"_s};
    return values;
}

/// For those who do not see what stands beside it.
void nameWhole(QAbstractButton &chip, const QString &name)
{
    chip.setToolTip(name);
    chip.setAccessibleName(name);
}

} // namespace

FilterBar::FilterBar(QWidget *parent) : QWidget(parent)
{
    auto *row = new WrapLayout(this);
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(4);
    m_pause.setSingleShot(true);
    m_pause.setInterval(PauseMs);
    connect(&m_pause, &QTimer::timeout, this, &FilterBar::filterChanged);
    buildSearch();
    buildPlaces();
    buildPeriods();
    auto *divider = new QWidget;
    divider->setFixedSize(1, 20);
    divider->setProperty("edge", u"left"_s);
    divider->setProperty("surface", u"window"_s);
    row->addSeparator(divider, 8);
    buildModalities();
    buildChoices();
}

void FilterBar::buildSearch()
{
    m_search = new QLineEdit;
    m_search->setObjectName(u"worklistSearch"_s);
    m_search->setPlaceholderText(tr("Name, ID or accession"));
    m_search->setAccessibleName(tr("Search"));
    m_search->setToolTip(tr("Search: / goes here, Esc empties it"));
    m_search->addAction(widgets::icon(u"search"_s), QLineEdit::LeadingPosition);
    m_search->setFixedSize(240, 34); // what it asks for, whole
    m_search->installEventFilter(this);
    auto *key = new QLabel(u"/"_s);
    key->setProperty("role", u"key"_s);
    key->setFixedHeight(20);
    auto *inField = new QHBoxLayout(m_search);
    inField->setContentsMargins(0, 0, 8, 0);
    inField->addStretch(1);
    inField->addWidget(key);
    m_search->setTextMargins(0, 0, 28, 0);
    connect(m_search, &QLineEdit::textChanged, this, [this] {
        m_further = {}; // the person takes over what a scenario had set
        m_onlyNames = false;
        m_only.clear();
        showOutside();
        m_pause.start();
        Q_EMIT localFilterChanged();
    });
    connect(m_search, &QLineEdit::returnPressed, this, &FilterBar::changedAtOnce);
    layout()->addWidget(m_search);
    m_outside = addChip(*layout(), {}, {});
    m_outside->setObjectName(u"outsideChip"_s);
    m_outside->setToolTip(tr("These studies were asked for from outside. A click shows all again."));
    connect(m_outside, &QPushButton::clicked, this, [this] {
        setFilter({});
        changedAtOnce();
    });
    showOutside();
}

void FilterBar::showOutside()
{
    m_outside->setText(tr("Asked for: %n studies", nullptr, int(m_only.size())) + u"  ✕"_s);
    m_outside->setChecked(true);
    m_outside->setVisible(!m_only.isEmpty());
}

void FilterBar::buildPlaces()
{
    m_saved = addChip(*layout(), tr("Saved"), {});
    m_saved->setToolTip(tr("Saved searches"));
    m_saved->setAccessibleName(tr("Saved searches"));
    m_saved->setObjectName(u"savedSearches"_s);
    m_saved->setCheckable(false);
    m_saved->setMenu(new QMenu(m_saved));
    connect(m_saved->menu(), &QMenu::aboutToShow, this, &FilterBar::fillSavedMenu);
    m_archive = new ChoiceChip(tr("Archive"), tr("All archives"));
    m_archive->setObjectName(u"archiveChip"_s);
    m_archive->setProperty("tight", u"true"_s);
    connect(m_archive, &ChoiceChip::chosen, this, [this] {
        setArchives(m_archives);
        changedAtOnce();
    });
    layout()->addWidget(m_archive);
    setArchives({});
}

void FilterBar::buildPeriods()
{
    m_periods = new QButtonGroup(this);
    m_periods->setExclusive(true);
    const std::vector<std::pair<QString, QString>> periods{
        {u"today"_s, tr("Today")},   {u"yesterday"_s, tr("Yesterday")}, {u"3"_s, tr("3 days")},
        {u"7"_s, tr("7 days")},      {u"30"_s, tr("30 days")},          {u"all"_s, tr("All")},
        {u"custom"_s, tr("Other…")},
    };
    for (const auto &[value, text] : periods)
        m_periods->addButton(addChip(*layout(), text, value));
    for (QAbstractButton *chip : m_periods->buttons()) {
        if (chip->property("value") == u"all"_s)
            nameWhole(*chip, tr("All dates"));
        else if (chip->property("value") == u"custom"_s)
            nameWhole(*chip, tr("Other days"));
    }
    connect(m_periods, &QButtonGroup::buttonClicked, this, [this] {
        showCustomDays();
        changedAtOnce();
    });

    m_customDays = new QWidget;
    auto *days = new QHBoxLayout(m_customDays);
    days->setContentsMargins(0, 0, 0, 0);
    days->setSpacing(layout()->spacing());
    const auto makeEdit = [this](const QString &name) {
        auto *edit = new QDateEdit(QDate::currentDate());
        edit->setDisplayFormat(u"yyyy-MM-dd"_s);
        edit->setCalendarPopup(true);
        edit->setAccessibleName(name);
        connect(edit, &QDateEdit::dateChanged, this, [this] { m_pause.start(); });
        return edit;
    };
    m_from = makeEdit(tr("First day"));
    m_to = makeEdit(tr("Last day"));
    days->addWidget(m_from);
    days->addWidget(new QLabel(u"–"_s));
    days->addWidget(m_to);
    layout()->addWidget(m_customDays);
    m_customDays->hide();
}

void FilterBar::buildModalities()
{
    auto *together = new QWidget; // goes to another row as a whole
    auto *row = new QHBoxLayout(together);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(layout()->spacing());
    layout()->addWidget(together);
    for (const QString &modality : shownModalities()) {
        QPushButton *chip = addChip(*row, modality, modality);
        connect(chip, &QPushButton::clicked, this, [this, modality](bool on) { setModality(valuesOf(modality), on); });
        m_modalityChips.push_back(chip);
    }
    m_more = addChip(*row, tr("More"), {});
    auto *menu = new QMenu(m_more);
    for (const QString &modality : furtherModalities()) {
        QAction *action = menu->addAction(modality);
        action->setCheckable(true);
        connect(action, &QAction::triggered, this, [this, modality](bool on) { setModality({modality}, on); });
    }
    m_more->setMenu(menu);
}

void FilterBar::buildChoices()
{
    m_bodyPart = new ChoiceChip(tr("Body part"), tr("Every body part"));
    m_bodyPart->setObjectName(u"bodyPartChip"_s);
    // Defined terms of Body Part Examined, PS3.16 annex L.
    m_bodyPart->setChoices({{u"HEAD"_s, tr("Head")},
                            {u"NECK"_s, tr("Neck")},
                            {u"CHEST"_s, tr("Chest")},
                            {u"HEART"_s, tr("Heart")},
                            {u"BREAST"_s, tr("Breast")},
                            {u"ABDOMEN"_s, tr("Abdomen")},
                            {u"PELVIS"_s, tr("Pelvis")},
                            {u"CSPINE"_s, tr("Cervical spine")},
                            {u"TSPINE"_s, tr("Thoracic spine")},
                            {u"LSPINE"_s, tr("Lumbar spine")},
                            {u"SHOULDER"_s, tr("Shoulder")},
                            {u"HAND"_s, tr("Hand")},
                            {u"HIP"_s, tr("Hip")},
                            {u"KNEE"_s, tr("Knee")},
                            {u"FOOT"_s, tr("Foot")},
                            {u"WHOLEBODY"_s, tr("Whole body")}});
    connect(m_bodyPart, &ChoiceChip::chosen, this, &FilterBar::changedAtOnce);
    m_institution = new ChoiceChip(tr("Institution"), tr("Every institution"));
    m_institution->setObjectName(u"institutionChip"_s);
    QSizePolicy itsPlace = m_institution->sizePolicy();
    itsPlace.setRetainSizeWhenHidden(true);
    m_institution->setSizePolicy(itsPlace);
    connect(m_institution, &ChoiceChip::chosen, this, &FilterBar::localFilterChanged);
    m_readState = new ChoiceChip(tr("Read?"), tr("Read or not"));
    m_readState->setObjectName(u"readStateChip"_s);
    m_readState->setChoices(
        {{u"unread"_s, tr("Unread")}, {u"claimed"_s, tr("Being read by me")}, {u"read"_s, tr("Read by me")}});
    m_readState->hide();
    connect(m_readState, &ChoiceChip::chosen, this, &FilterBar::localFilterChanged);
    for (ChoiceChip *chip : {m_bodyPart, m_readState, m_institution}) {
        chip->setProperty("tight", u"true"_s);
        layout()->addWidget(chip);
    }
    setInstitutions({});
}

void FilterBar::setInstitutions(const QStringList &institutions)
{
    ChoiceChip::Choices choices;
    for (const QString &institution : institutions)
        choices.emplace_back(institution, institution);
    m_institution->setChoices(choices);
    m_institution->setVisible(!choices.empty() || !m_institution->value().isEmpty());
}

void FilterBar::offerReadStates()
{
    m_readState->setToolTip(tr("Provisional: what you have said on this machine. Nobody elsewhere sees it."));
    m_readState->show();
}

void FilterBar::setArchives(const ChoiceChip::Choices &archives)
{
    m_archives = archives;
    m_archive->setIdleText(tr("%n archives", nullptr, int(archives.size())));
    m_archive->setChoices(archives);
    m_archive->setVisible(archives.size() > 1 || !m_archive->value().isEmpty());
}

void FilterBar::setSavedSearches(const std::vector<SavedSearch> &searches)
{
    m_searches = searches;
}

void FilterBar::fillSavedMenu()
{
    QMenu *menu = m_saved->menu();
    menu->clear();
    const auto shown = [](const SavedSearch &search) { return QString(search.name).replace(u'&', u"&&"_s); };
    for (const SavedSearch &search : m_searches)
        connect(menu->addAction(shown(search)), &QAction::triggered, this,
                [this, search] { Q_EMIT savedChosen(search); });
    if (!m_searches.empty())
        menu->addSeparator();
    connect(menu->addAction(tr("Save this search…")), &QAction::triggered, this, &FilterBar::saveRequested);
    if (m_searches.empty())
        return;
    QMenu *rename = menu->addMenu(tr("Rename"));
    QMenu *remove = menu->addMenu(tr("Remove"));
    for (const SavedSearch &search : m_searches) {
        connect(rename->addAction(shown(search)), &QAction::triggered, this,
                [this, name = search.name] { Q_EMIT renameRequested(name); });
        connect(remove->addAction(shown(search)), &QAction::triggered, this,
                [this, name = search.name] { Q_EMIT removeRequested(name); });
    }
}

QPushButton *FilterBar::addChip(QLayout &row, const QString &text, const QString &value)
{
    auto *chip = new QPushButton(text);
    chip->setProperty("kind", u"chip"_s);
    chip->setProperty("tight", u"true"_s); // all of them stand in one row on a usual screen
    chip->setProperty("value", value);
    chip->setCheckable(true);
    chip->setFixedHeight(28);
    chip->setFocusPolicy(Qt::TabFocus);
    row.addWidget(chip);
    return chip;
}

void FilterBar::showCustomDays()
{
    const QAbstractButton *checked = m_periods->checkedButton();
    m_customDays->setVisible(checked && checked->property("value").toString() == "custom"_L1);
}

void FilterBar::changedAtOnce()
{
    m_pause.stop();
    Q_EMIT filterChanged();
}

void FilterBar::setModality(const QStringList &values, bool on)
{
    for (const QString &value : values) {
        m_modalities.removeAll(value);
        if (on)
            m_modalities << value;
    }
    reflectModalities();
    changedAtOnce();
}

void FilterBar::reflectModalities()
{
    for (QPushButton *chip : m_modalityChips)
        chip->setChecked(m_modalities.contains(valuesOf(chip->property("value").toString()).first()));
    bool further = false;
    for (QAction *action : m_more->menu()->actions()) {
        action->setChecked(m_modalities.contains(action->text()));
        further = further || action->isChecked();
    }
    m_more->setChecked(further);
}

WorklistFilter FilterBar::filter() const
{
    WorklistFilter filter;
    filter.text = m_search->text();
    if (const QAbstractButton *checked = m_periods->checkedButton())
        filter.period = checked->property("value").toString();
    if (filter.period == "custom"_L1) {
        filter.from = m_from->date();
        filter.to = m_to->date();
    }
    filter.modalities = m_modalities;
    filter.further = m_further;
    filter.onlyNames = m_onlyNames;
    filter.only = m_only;
    filter.further.bodyPart = m_bodyPart->value();
    filter.institution = m_institution->value();
    filter.archive = ArchiveId(m_archive->value());
    filter.readState = m_readState->value();
    return filter;
}

void FilterBar::setFilter(const WorklistFilter &filter)
{
    const QSignalBlocker quiet(m_search), quietFrom(m_from), quietTo(m_to);
    m_search->setText(filter.text);
    m_further = filter.further;
    m_onlyNames = filter.onlyNames;
    m_only = filter.only;
    showOutside();
    m_bodyPart->setValue(filter.further.bodyPart);
    m_institution->setValue(filter.institution);
    m_institution->setVisible(m_institution->choiceCount() > 0 || !filter.institution.isEmpty());
    m_archive->setValue(filter.archive.text());
    m_readState->setValue(filter.readState);
    setArchives(m_archives);
    m_modalities = filter.modalities;
    for (QAbstractButton *button : m_periods->buttons())
        if (button->property("value").toString() == filter.period)
            button->setChecked(true);
    if (filter.period == "custom"_L1) {
        // An open end is shown as the widest that the field can say.
        m_from->setDate(filter.from.isValid() ? filter.from : QDate(1900, 1, 1));
        m_to->setDate(filter.to.isValid() ? filter.to : QDate::currentDate());
    }
    reflectModalities();
    showCustomDays();
}

void FilterBar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

bool FilterBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down) {
            Q_EMIT leftDownwards();
            return true;
        }
        if (key == Qt::Key_Escape && !m_search->text().isEmpty()) {
            m_search->clear();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace consilium::app
