#include "app/people/PeopleSettings.h"

#include "app/windows/TopLine.h"
#include "viewer/widgets/theme/Icons.h"
#include "viewer/widgets/theme/Theme.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

constexpr int narrowestField = 220, widestField = 420, labelWidth = 150;

QLineEdit *makeField(const QString &name, bool isSecret)
{
    auto *field = new QLineEdit;
    field->setFixedHeight(34);
    field->setMinimumWidth(narrowestField);
    field->setMaximumWidth(widestField);
    field->setAccessibleName(name);
    if (isSecret) {
        field->setEchoMode(QLineEdit::Password);
        field->setMaxLength(longestPassword);
        field->setContextMenuPolicy(Qt::NoContextMenu);
    } else {
        field->setMaxLength(PeopleStore::LongestName);
    }
    return field;
}

QLabel *makeNote()
{
    auto *note = new QLabel;
    note->setProperty("role", u"caption"_s);
    note->setTextFormat(Qt::PlainText);
    note->setWordWrap(true);
    note->hide();
    return note;
}

QLabel *makeSection(const QString &text)
{
    auto *label = new QLabel(text);
    label->setProperty("role", u"section"_s);
    return label;
}

QGridLayout *makeGrid()
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(10);
    grid->setColumnMinimumWidth(0, labelWidth);
    grid->setColumnStretch(1, 100);
    grid->setColumnStretch(2, 1);
    return grid;
}

QLabel *addField(QGridLayout *grid, int line, const QString &name, QWidget *field)
{
    auto *label = new QLabel(name);
    label->setProperty("tone", u"t2"_s);
    label->setBuddy(field);
    grid->addWidget(label, line, 0);
    grid->addWidget(field, line, 1);
    return label;
}

} // namespace

PeopleSettings::PeopleSettings(PeopleDesk &desk, QWidget *parent) : QWidget(parent), m_desk(desk)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(buildList(), 2);
    row->addWidget(buildForm(), 5);
    connect(&m_desk, &PeopleDesk::changed, this, &PeopleSettings::fill);
    connect(&m_desk, &PeopleDesk::passwordSet, this, [this] { takePasswordSet({}); });
    connect(&m_desk, &PeopleDesk::passwordRefused, this, [this](const Error &error) { takePasswordSet(fail(error)); });
    fill();
    showSelected();
}

QWidget *PeopleSettings::buildList()
{
    auto *side = new QWidget;
    side->setMinimumWidth(200);
    side->setMaximumWidth(340);
    side->setProperty("surface", u"panel"_s);
    side->setProperty("edge", u"right"_s);
    side->setAttribute(Qt::WA_StyledBackground);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(makeSection(tr("People of this computer")));
    m_list = new QListWidget;
    m_list->setObjectName(u"peopleList"_s);
    m_list->setAccessibleName(tr("People of this computer"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setProperty("surface", u"panel"_s);
    m_list->setIconSize({20, 20});
    column->addWidget(m_list, 1);
    auto *row = new QHBoxLayout;
    m_newName = makeField(tr("Name of somebody new"), false);
    m_newName->setMinimumWidth(80);
    m_newName->setObjectName(u"newPersonName"_s);
    m_newName->setPlaceholderText(tr("Name of somebody new"));
    auto *add = new QPushButton(widgets::icon(u"plus"_s), tr("Add"));
    add->setObjectName(u"addPerson"_s);
    add->setFixedHeight(34);
    row->addWidget(m_newName, 1);
    row->addWidget(add);
    column->addLayout(row);
    m_addNote = makeNote();
    column->addWidget(m_addNote);
    connect(m_list, &QListWidget::currentRowChanged, this, &PeopleSettings::showSelected);
    connect(add, &QPushButton::clicked, this, &PeopleSettings::add);
    connect(m_newName, &QLineEdit::returnPressed, this, &PeopleSettings::add);
    return side;
}

QWidget *PeopleSettings::buildForm()
{
    auto *form = new QWidget;
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(24, 16, 24, 16);
    column->setSpacing(12);
    column->addLayout(buildHead());
    auto *grid = makeGrid();
    addField(grid, 0, tr("Name"), m_name = makeField(tr("Name"), false));
    m_name->setObjectName(u"personName"_s);
    connect(m_name, &QLineEdit::returnPressed, this, &PeopleSettings::save);
    m_theirsLabel =
        addField(grid, 1, tr("Password of this person"), m_theirs = makeField(tr("Password of this person"), true));
    m_theirs->setObjectName(u"theirPassword"_s);
    column->addLayout(grid);
    m_note = makeNote();
    m_note->setObjectName(u"personNote"_s);
    column->addWidget(m_note);
    column->addWidget(m_own = buildOwn());
    column->addStretch(1);
    form->setProperty("scrolled", true);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(form);
    return scroll;
}

QLayout *PeopleSettings::buildHead()
{
    auto *head = new QHBoxLayout;
    m_title = new QLabel;
    m_title->setProperty("role", u"title"_s);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_remove = new QPushButton;
    m_remove->setObjectName(u"removePerson"_s);
    m_remove->setProperty("kind", u"danger"_s);
    m_remove->setFixedHeight(34);
    auto *save = new QPushButton(tr("Save"));
    save->setObjectName(u"savePerson"_s);
    save->setProperty("kind", u"primary"_s);
    save->setFixedHeight(34);
    for (QPushButton *button : {m_remove, save})
        keepClearOfNotes(*button);
    head->addWidget(m_title, 1);
    head->addWidget(m_remove);
    head->addWidget(save);
    connect(m_remove, &QPushButton::clicked, this, &PeopleSettings::remove);
    connect(save, &QPushButton::clicked, this, &PeopleSettings::save);
    return head;
}

// Only of who is signed in: nobody sets the password of somebody else.
QWidget *PeopleSettings::buildOwn()
{
    auto *own = new QWidget;
    auto *column = new QVBoxLayout(own);
    column->setContentsMargins(0, 12, 0, 0);
    column->setSpacing(12);
    column->addWidget(makeSection(tr("Password or PIN")));
    column->addLayout(buildPassword());
    m_passwordNote = makeNote();
    m_passwordNote->setObjectName(u"passwordNote"_s);
    column->addWidget(m_passwordNote);
    column->addSpacing(12);
    column->addWidget(makeSection(tr("Lock the screen by itself")));
    column->addLayout(buildLockTimes());
    m_lockNote = makeNote();
    column->addWidget(m_lockNote);
    return own;
}

QLayout *PeopleSettings::buildPassword()
{
    auto *grid = makeGrid();
    m_oldLabel = addField(grid, 0, tr("Present one"), m_old = makeField(tr("Present one"), true));
    addField(grid, 1, tr("New one"), m_wanted = makeField(tr("New one"), true));
    addField(grid, 2, tr("New one again"), m_again = makeField(tr("New one again"), true));
    m_old->setObjectName(u"oldPassword"_s);
    m_wanted->setObjectName(u"newPassword"_s);
    m_again->setObjectName(u"newPasswordAgain"_s);
    auto *row = new QHBoxLayout;
    m_set = new QPushButton;
    m_set->setObjectName(u"setPassword"_s);
    m_set->setFixedHeight(34);
    m_clear = new QPushButton(tr("Do without a password"));
    m_clear->setObjectName(u"clearPassword"_s);
    m_clear->setProperty("kind", u"flat"_s);
    m_clear->setFixedHeight(34);
    row->addWidget(m_set);
    row->addWidget(m_clear);
    row->addStretch(1);
    grid->addLayout(row, 3, 1);
    connect(m_set, &QPushButton::clicked, this, &PeopleSettings::setPassword);
    connect(m_again, &QLineEdit::returnPressed, this, &PeopleSettings::setPassword);
    connect(m_clear, &QPushButton::clicked, this, &PeopleSettings::clearPassword);
    return grid;
}

QLayout *PeopleSettings::buildLockTimes()
{
    auto *row = new QHBoxLayout;
    m_lockTimes = new QButtonGroup(this);
    for (const int minutes : {0, 5, 10, 15, 30}) {
        auto *chip = new QPushButton(minutes == 0 ? tr("Never") : tr("After %n min", nullptr, minutes));
        chip->setObjectName(u"lockAfter%1"_s.arg(minutes));
        chip->setProperty("kind", u"segment"_s);
        chip->setCheckable(true);
        chip->setFixedHeight(28);
        m_lockTimes->addButton(chip, minutes);
        row->addWidget(chip);
    }
    row->addStretch(1);
    connect(m_lockTimes, &QButtonGroup::idClicked, this,
            [this](int minutes) { answer(m_lockNote, m_desk.setLockAfter(minutes), tr("Saved.")); });
    return row;
}

const Person *PeopleSettings::selected() const
{
    const int row = m_list->currentRow();
    return row >= 0 && row < int(m_people.size()) ? &m_people[std::size_t(row)] : nullptr;
}

void PeopleSettings::fill()
{
    const std::optional<Person> before = selected() ? std::optional(*selected()) : std::nullopt;
    const QString wanted = before ? before->id : m_desk.currentId(), typed = m_name->text();
    m_people = m_desk.people();
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        int row = 0;
        for (int i = 0; i < int(m_people.size()); ++i) {
            const Person &person = m_people[std::size_t(i)];
            const bool isOwn = person.id == m_desk.currentId();
            auto *item = new QListWidgetItem(widgets::icon(person.isDamaged  ? u"damaged"_s
                                                           : person.password ? u"lock"_s
                                                                             : u"user"_s),
                                             isOwn ? tr("%1 (you)").arg(person.name) : person.name);
            item->setSizeHint({0, 36});
            m_list->addItem(item);
            if (person.id == wanted)
                row = i;
        }
        m_list->setCurrentRow(row);
    }
    showSelected();
    // What happens to others takes nothing away that was typed here and not saved.
    const Person *now = selected();
    if (before && now && now->id == before->id && now->name == before->name && !now->isDamaged && !before->isDamaged)
        m_name->setText(typed);
}

void PeopleSettings::showSelected()
{
    const Person *shown = selected();
    if (!shown)
        return;
    const bool isOwn = shown->id == m_desk.currentId();
    m_toRemove.clear();
    m_title->setText(shown->name);
    m_name->setText(shown->isDamaged ? QString() : shown->name);
    m_remove->setText(tr("Delete"));
    m_remove->setVisible(!isOwn);
    m_own->setVisible(isOwn);
    m_theirs->clear();
    m_theirs->setVisible(!isOwn && shown->password);
    m_theirsLabel->setVisible(!isOwn && shown->password);
    if (shown->isDamaged)
        tell(m_note,
             tr("The entry of this person cannot be read: %1. Enter a name and save to make it anew, without a "
                "password; "
                "settings stay, and the damaged file is kept beside it.")
                 .arg(shown->file),
             u"crit"_s);
    else
        tell(m_note, {}, {});
    m_oldLabel->setVisible(bool(shown->password));
    m_old->setVisible(bool(shown->password));
    m_clear->setVisible(bool(shown->password));
    m_set->setText(shown->password ? tr("Change the password") : tr("Set the password"));
    if (QAbstractButton *time = m_lockTimes->button(shown->lockAfterMinutes))
        time->setChecked(true);
    for (QAbstractButton *time : m_lockTimes->buttons())
        time->setEnabled(bool(shown->password));
    if (!shown->password)
        tell(m_lockNote, tr("Needs a password: without one anybody could go on."), u"t2"_s);
    else
        tell(m_lockNote, {}, {});
}

void PeopleSettings::add()
{
    const auto added = m_desk.add(m_newName->text());
    answer(m_addNote, added,
           tr("From now on the program asks who reads. Passwords are set by each person, after signing in."));
    if (added)
        m_newName->clear();
}

void PeopleSettings::save()
{
    if (const Person *shown = selected())
        answer(m_note,
               shown->isDamaged ? m_desk.renew(shown->id, m_name->text())
                                : m_desk.rename(shown->id, m_name->text(), m_theirs->text()),
               tr("Saved."));
}

void PeopleSettings::remove()
{
    const Person *shown = selected();
    if (!shown)
        return;
    if (m_toRemove != shown->id) {
        askToRemove(*shown);
        return;
    }
    answer(m_note, m_desk.remove(shown->id, m_theirs->text()), tr("Deleted."));
}

void PeopleSettings::askToRemove(const Person &person)
{
    m_toRemove = person.id;
    m_remove->setText(tr("Delete for good"));
    const QString what =
        tr("The settings of %1 on this computer are deleted: archives and their passwords, saved searches, "
           "columns, "
           "keys. Images and reports in the archives are not touched.")
            .arg(person.name);
    if (!m_desk.hasStore(person.id)) {
        tell(m_note, what, u"warn"_s);
        return;
    }
    tell(
        m_note,
        what + u'\n' +
            tr("Marks that they have not saved, and objects that have not reached the archive, are deleted for good as "
               "well. How many there are is being looked up …"),
        u"warn"_s);
    m_desk.countStore(person.id,
                      [page = QPointer<PeopleSettings>(this), id = person.id, what](const Result<KeptCounts> &counts) {
                          if (page && page->m_toRemove == id)
                              page->tell(page->m_note, what + u'\n' + lossText(counts), u"warn"_s);
                      });
}

QString PeopleSettings::lossText(const Result<KeptCounts> &counts)
{
    if (!counts)
        return tr("Marks that they have not saved, and objects that have not reached the archive, are deleted for good "
                  "as well. Whether there are any cannot be known: %1")
            .arg(userMessage(counts.error()));
    if (*counts == KeptCounts())
        return tr("They have no unsaved marks, and nothing that has not reached the archive.");
    QStringList lines;
    if (counts->marks > 0)
        lines << tr("%n mark(s) that they have not saved are deleted for good as well.", nullptr, counts->marks);
    if (counts->objects > 0)
        lines << tr("%n saved object(s) that have not reached the archive are deleted for good as well.", nullptr,
                    counts->objects);
    return lines.join(u'\n');
}

void PeopleSettings::setPassword()
{
    if (m_wanted->text().isEmpty()) {
        tell(m_passwordNote, tr("The new password is missing."), u"crit"_s);
        m_wanted->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (m_wanted->text() != m_again->text()) {
        tell(m_passwordNote, tr("The two new passwords are not the same."), u"crit"_s);
        m_again->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_isClearing = false;
    setBusy(true);
    m_desk.changePassword(m_old->text(), m_wanted->text());
}

void PeopleSettings::clearPassword()
{
    m_isClearing = true;
    setBusy(true);
    m_desk.changePassword(m_old->text(), {});
}

void PeopleSettings::takePasswordSet(const Result<void> &done)
{
    setBusy(false);
    if (done)
        for (QLineEdit *field : {m_old, m_wanted, m_again})
            field->clear();
    answer(m_passwordNote, done,
           m_isClearing ? tr("There is no password any more.")
                        : tr("The password is set. Nobody can read it, and nobody can look it up: do not forget it."));
}

// A part that is disabled loses the keyboard to another: it gets it back, unless the person has gone elsewhere.
void PeopleSettings::setBusy(bool busy)
{
    QWidget *const before = window()->focusWidget();
    for (QWidget *part : std::initializer_list<QWidget *>{m_old, m_wanted, m_again, m_set, m_clear})
        part->setEnabled(!busy);
    if (busy) {
        m_focusBefore = before && m_own->isAncestorOf(before) ? before : nullptr;
        m_focusMeanwhile = window()->focusWidget();
        return;
    }
    QWidget *const wanted = m_focusBefore && m_focusBefore->isVisible() ? m_focusBefore.data() : m_set;
    if (m_focusBefore && (!before || before == m_focusMeanwhile))
        wanted->setFocus(Qt::OtherFocusReason);
    m_focusBefore = m_focusMeanwhile = nullptr;
}

void PeopleSettings::tell(QLabel *label, const QString &text, const QString &tone)
{
    label->setText(text);
    label->setProperty("tone", tone);
    label->setVisible(!text.isEmpty());
    widgets::repolish(label);
}

void PeopleSettings::answer(QLabel *label, const Result<void> &done, const QString &text)
{
    if (done)
        tell(label, text, u"ok"_s);
    else
        tell(label, done.error().code == ErrorCode::InvalidArgument ? done.error().detail : userMessage(done.error()),
             u"crit"_s);
}

void PeopleSettings::takeFocus()
{
    m_list->setFocus(Qt::OtherFocusReason);
}

} // namespace consilium::app
