#include "app/people/SignInPage.h"

#include "viewer/widgets/IconLabel.h"
#include "viewer/widgets/theme/Icons.h"
#include "viewer/widgets/theme/Theme.h"

#include <QButtonGroup>
#include <QDeadlineTimer>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

constexpr int idRole = Qt::UserRole, columnWidth = 400, cardHeight = 48, mostCards = 6;

qint64 steadyMs()
{
    return QDeadlineTimer::current().deadline();
}

} // namespace

SignInPage::SignInPage(Shown shown, QWidget *parent) : QWidget(parent), m_shown(std::move(shown))
{
    setProperty("surface", u"window"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto *column = new QVBoxLayout;
    column->setSpacing(16);
    column->addStretch(2);
    column->addWidget(buildHead());
    column->addWidget(buildList());
    column->addWidget(buildForm());
    column->addStretch(3);
    column->addWidget(buildLanguages());
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(24, 24, 24, 24);
    row->addStretch(1);
    row->addLayout(column);
    row->addStretch(1);
    m_countDown.setInterval(250);
    connect(&m_countDown, &QTimer::timeout, this, &SignInPage::countDown);
    const auto &people = m_shown.people;
    const auto at = std::find_if(people.begin(), people.end(), [&](const Person &p) { return p.id == m_shown.chosen; });
    m_list->setCurrentRow(at == people.end() ? 0 : int(at - people.begin()));
    showChosen();
    if (!m_shown.notes.isEmpty())
        say(m_shown.notes.join(u'\n'), u"warn"_s);
}

QWidget *SignInPage::buildHead()
{
    auto *head = new QWidget;
    head->setFixedWidth(columnWidth);
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto *name = new QHBoxLayout;
    auto *logo = new widgets::IconLabel(24);
    logo->setIcon(u"logo"_s, widgets::tokens(palette()).ac);
    auto *title = new QLabel(u"Consilium"_s);
    title->setProperty("role", u"strong"_s);
    name->addWidget(logo);
    name->addSpacing(4);
    name->addWidget(title, 1);
    column->addLayout(name);
    column->addSpacing(8);
    const auto &people = m_shown.people;
    const auto behind =
        std::find_if(people.begin(), people.end(), [&](const Person &p) { return p.id == m_shown.lockedBy; });
    auto *question = new QLabel(behind != people.end() && behind->password ? tr("Locked") : tr("Who is reading?"));
    question->setProperty("role", u"title"_s);
    column->addWidget(question);
    m_caption = new QLabel;
    m_caption->setProperty("role", u"caption"_s);
    m_caption->setTextFormat(Qt::PlainText);
    m_caption->setWordWrap(true);
    m_caption->setVisible(behind != people.end());
    if (behind != people.end())
        m_caption->setText(people.size() > 1
                               ? tr("What %1 has opened stays open until somebody else signs in.").arg(behind->name)
                               : tr("What %1 has opened stays open.").arg(behind->name));
    column->addWidget(m_caption);
    return head;
}

QWidget *SignInPage::buildList()
{
    m_list = new QListWidget;
    m_list->setObjectName(u"signInPeople"_s);
    m_list->setAccessibleName(tr("People"));
    m_list->setProperty("surface", u"panel"_s);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setIconSize({20, 20});
    m_list->setFixedWidth(columnWidth);
    for (const Person &person : m_shown.people) {
        auto *item = new QListWidgetItem(widgets::icon(person.isDamaged  ? u"damaged"_s
                                                       : person.password ? u"lock"_s
                                                                         : u"user"_s),
                                         person.name);
        item->setData(idRole, person.id);
        item->setSizeHint({0, cardHeight});
        m_list->addItem(item);
    }
    m_list->setFixedHeight(std::clamp(int(m_shown.people.size()), 1, mostCards) * cardHeight);
    connect(m_list, &QListWidget::currentRowChanged, this, &SignInPage::showChosen);
    connect(m_list, &QListWidget::itemPressed, this, &SignInPage::takeFocus); // also on the one that is chosen already
    connect(m_list, &QListWidget::itemActivated, this, [this] {
        if (person() && person()->password && m_password->text().isEmpty())
            m_password->setFocus(Qt::OtherFocusReason);
        else
            submit();
    });
    return m_list;
}

QWidget *SignInPage::buildForm()
{
    auto *form = new QWidget;
    form->setFixedWidth(columnWidth);
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    m_password = new QLineEdit;
    m_password->setObjectName(u"signInPassword"_s);
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setMaxLength(longestPassword);
    m_password->setFixedHeight(34);
    m_password->setPlaceholderText(tr("Password or PIN"));
    m_password->setAccessibleName(tr("Password or PIN"));
    m_password->setContextMenuPolicy(Qt::NoContextMenu);
    m_enter = new QPushButton(tr("Sign in"));
    m_enter->setObjectName(u"signInEnter"_s);
    m_enter->setProperty("kind", u"primary"_s);
    m_enter->setFixedHeight(34);
    row->addWidget(m_password, 1);
    row->addWidget(m_enter);
    column->addLayout(row);
    m_note = new QLabel;
    m_note->setObjectName(u"signInNote"_s);
    m_note->setProperty("role", u"caption"_s);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_note->setMinimumHeight(60); // what is said moves nothing
    m_note->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    column->addWidget(m_note);
    connect(m_password, &QLineEdit::returnPressed, this, &SignInPage::submit);
    connect(m_enter, &QPushButton::clicked, this, &SignInPage::submit);
    return form;
}

QWidget *SignInPage::buildLanguages()
{
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->addStretch(1);
    auto *group = new QButtonGroup(this);
    const std::initializer_list<std::pair<QString, QString>> languages{
        {u"zh_CN"_s, u"简体中文"_s}, {u"zh_TW"_s, u"繁體中文"_s}, {u"en"_s, u"English"_s}};
    for (const auto &[value, text] : languages) {
        auto *chip = new QPushButton(text);
        chip->setObjectName(u"language-"_s + value);
        chip->setProperty("kind", u"segment"_s);
        chip->setCheckable(true);
        chip->setChecked(value == m_shown.language);
        chip->setFixedHeight(28);
        group->addButton(chip);
        line->addWidget(chip);
        connect(chip, &QPushButton::clicked, this, [this, value = value] { Q_EMIT languageChosen(value); });
    }
    line->addStretch(1);
    return row;
}

const Person *SignInPage::person() const
{
    const int row = m_list->currentRow();
    return row >= 0 && row < int(m_shown.people.size()) ? &m_shown.people[std::size_t(row)] : nullptr;
}

QString SignInPage::chosen() const
{
    return person() ? person()->id : QString();
}

void SignInPage::showChosen()
{
    m_password->clear();
    say({}, {});
    if (const Person *shown = person(); shown && shown->isDamaged)
        say(tr("The entry of this person cannot be read: %1. Nothing of it was changed. Somebody else can make it anew "
               "in the settings, under “People”.")
                .arg(shown->file),
            u"crit"_s);
    refresh();
}

void SignInPage::refresh()
{
    const Person *shown = person();
    const bool mustWait = shown && shown->id == m_waiting && steadyMs() < m_waitUntilMs;
    const bool isOpen = shown && !shown->isDamaged && !m_isBusy && !mustWait;
    m_list->setEnabled(!m_isBusy);
    m_password->setVisible(shown && shown->password);
    m_password->setEnabled(isOpen);
    m_enter->setEnabled(isOpen);
}

void SignInPage::submit()
{
    const Person *shown = person();
    if (!shown || !m_enter->isEnabled())
        return;
    if (shown->password && m_password->text().isEmpty()) {
        m_password->setFocus(Qt::OtherFocusReason);
        return;
    }
    const QString typed = m_password->text();
    m_password->clear();
    Q_EMIT signInRequested(shown->id, shown->password ? typed : QString());
}

void SignInPage::setBusy(bool busy)
{
    m_isBusy = busy;
    if (busy) {
        say(tr("One moment…"), u"t2"_s);
        setFocus(Qt::OtherFocusReason); // what is disabled would hand the keyboard on to the languages
    }
    refresh();
}

void SignInPage::showWrong(qint64 waitMs)
{
    m_isBusy = false;
    m_waiting = chosen();
    m_waitUntilMs = steadyMs() + waitMs;
    say(tr("This is not the password."), u"crit"_s);
    refresh();
    if (waitMs > 0) {
        m_countDown.start();
        countDown();
    }
    takeFocus();
}

void SignInPage::countDown()
{
    const qint64 left = m_waitUntilMs - steadyMs();
    if (left <= 0)
        m_countDown.stop();
    if (chosen() != m_waiting)
        return;
    refresh();
    if (left <= 0) {
        say({}, {});
        takeFocus();
        return;
    }
    say(tr("This is not the password. The next try is possible in %n seconds.", nullptr, int((left + 999) / 1000)),
        u"crit"_s);
}

void SignInPage::say(const QString &text, const QString &tone)
{
    m_note->setText(text);
    m_note->setProperty("tone", tone);
    widgets::repolish(m_note);
}

void SignInPage::takeFocus()
{
    if (m_password->isVisibleTo(this) && m_password->isEnabled())
        m_password->setFocus(Qt::OtherFocusReason);
    else
        m_list->setFocus(Qt::OtherFocusReason);
}

} // namespace consilium::app
