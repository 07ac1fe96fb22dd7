#include "app/settings/KeySettings.h"

#include "app/settings/KeyField.h"
#include "app/settings/ProfileSettings.h"
#include "app/windows/AskForPaths.h"
#include "app/windows/CommandPalette.h"
#include "app/windows/Question.h"

#include <QFile>
#include <QGridLayout>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QPushButton>
#include <QSaveFile>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <map>
#include <utility>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

constexpr int nameRole = Qt::UserRole;
constexpr qint64 largestFile = 1'000'000;
enum Column { CommandColumn, PlaceColumn, KeysColumn, ColumnCount };

QString keysText(const QList<QKeySequence> &keys)
{
    QStringList texts;
    for (const QKeySequence &key : keys)
        texts << key.toString(QKeySequence::NativeText);
    return texts.join(u"   "_s);
}

QPushButton *makeButton(const QString &text, const QString &name)
{
    auto *button = new QPushButton(text);
    button->setObjectName(name);
    button->setFixedHeight(34);
    return button;
}

void tell(QLabel *note, const QString &text, const QString &tone)
{
    note->setText(text);
    note->setProperty("tone", tone);
    note->style()->unpolish(note);
    note->style()->polish(note);
}

} // namespace

KeySettings::KeySettings(CommandSet &commands, tools::Bindings &bindings, ProfileSettings &settings, QWidget *parent)
    : QWidget(parent), m_commands(commands), m_bindings(bindings), m_settings(settings)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 24, 16);
    column->setSpacing(12);
    column->addWidget(buildHead());
    m_list = new QTreeWidget;
    m_list->setObjectName(u"keyList"_s);
    m_list->setColumnCount(ColumnCount);
    m_list->setHeaderLabels({tr("Command"), tr("Where"), tr("Keys")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->header()->setSectionResizeMode(CommandColumn, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(PlaceColumn, QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(KeysColumn, QHeaderView::Interactive);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->resizeSection(KeysColumn, 240);
    column->addWidget(m_list, 1);
    column->addWidget(buildEditor());
    connect(m_list, &QTreeWidget::currentItemChanged, this, &KeySettings::showSelected);
    connect(m_list, &QTreeWidget::itemActivated, this, [this] { m_field->setFocus(Qt::OtherFocusReason); });
    fill();
}

QWidget *KeySettings::buildHead()
{
    auto *head = new QWidget;
    auto *grid = new QGridLayout(head);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(12);
    auto *title = new QLabel(tr("Keyboard"));
    title->setProperty("role", u"title"_s);
    grid->addWidget(title, 0, 0, 1, 4);
    m_search = new QLineEdit;
    m_search->setObjectName(u"keySearch"_s);
    m_search->setFixedHeight(34);
    m_search->setPlaceholderText(tr("Search by command or key"));
    m_search->setClearButtonEnabled(true);
    grid->addWidget(m_search, 1, 0);
    auto *exporting = makeButton(tr("Export …"), u"exportKeys"_s),
         *importing = makeButton(tr("Import …"), u"importKeys"_s);
    m_resetAll = makeButton(tr("All as at first"), u"resetAllKeys"_s);
    grid->addWidget(exporting, 1, 1);
    grid->addWidget(importing, 1, 2);
    grid->addWidget(m_resetAll, 1, 3);
    grid->setColumnStretch(0, 1);
    connect(m_search, &QLineEdit::textChanged, this, &KeySettings::fill);
    connect(exporting, &QPushButton::clicked, this, &KeySettings::exportToFile);
    connect(importing, &QPushButton::clicked, this, &KeySettings::importFromFile);
    connect(m_resetAll, &QPushButton::clicked, this, &KeySettings::resetAll);
    return head;
}

QWidget *KeySettings::buildEditor()
{
    auto *card = new QWidget;
    card->setProperty("surface", u"card"_s);
    card->setAttribute(Qt::WA_StyledBackground);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(14, 12, 14, 12);
    column->setSpacing(8);
    m_title = new QLabel;
    m_title->setProperty("role", u"strong"_s);
    column->addWidget(m_title);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    m_field = new KeyField;
    m_field->setObjectName(u"keyField"_s);
    m_field->setFixedHeight(34);
    m_field->setMinimumWidth(180);
    m_use = makeButton(tr("Use these keys"), u"useKeys"_s);
    m_use->setProperty("kind", u"primary"_s);
    m_add = makeButton(tr("Use as well"), u"addKeys"_s);
    m_none = makeButton(tr("No keys"), u"noKeys"_s);
    m_reset = makeButton(tr("As at first"), u"resetKeys"_s);
    row->addWidget(m_field, 1);
    for (QPushButton *button : {m_use, m_add, m_none, m_reset})
        row->addWidget(button);
    column->addLayout(row);
    m_note = new QLabel;
    m_note->setObjectName(u"keyNote"_s);
    m_note->setProperty("role", u"caption"_s);
    m_note->setWordWrap(true);
    m_note->setMinimumHeight(38);
    m_note->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_note->setTextFormat(Qt::PlainText); // names of a file
    auto *below = new QHBoxLayout;
    m_undo = makeButton(tr("Back to the keys before"), u"undoImport"_s);
    m_undo->hide();
    below->addWidget(m_note, 1);
    below->addWidget(m_undo, 0, Qt::AlignTop);
    column->addLayout(below);
    connect(m_undo, &QPushButton::clicked, this, &KeySettings::undoImport);
    connect(m_field, &KeyField::keysChanged, this, &KeySettings::judge);
    connect(m_use, &QPushButton::clicked, this, [this] { use(false); });
    connect(m_add, &QPushButton::clicked, this, [this] { use(true); });
    connect(m_none, &QPushButton::clicked, this, [this] { setKeys(selected(), {}); });
    connect(m_reset, &QPushButton::clicked, this, [this] {
        const QString command = selected();
        const auto usual = m_bindings.usualKeysOf(command);
        for (const QKeySequence &key : usual)
            takeAway(key, command);
        setKeys(command, usual);
    });
    return card;
}

void KeySettings::takeFocus()
{
    m_search->setFocus(Qt::OtherFocusReason);
}

QString KeySettings::selected() const
{
    const QTreeWidgetItem *item = m_list->currentItem();
    return item ? item->data(CommandColumn, nameRole).toString() : QString();
}

void KeySettings::fill()
{
    const QString was = selected(), wanted = m_search->text().trimmed();
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const auto &command : m_commands.all()) {
        const QString keys = keysText(command.keys);
        if (!wanted.isEmpty() && commandScore(wanted, command) < 0 && !keys.contains(wanted, Qt::CaseInsensitive))
            continue;
        const QString place = command.place == CommandSet::Place::Reading    ? tr("When reading")
                              : command.place == CommandSet::Place::Worklist ? tr("In the worklist")
                                                                             : tr("Everywhere");
        auto *item = new QTreeWidgetItem(m_list, {command.title, place, keys});
        item->setData(CommandColumn, nameRole, command.name);
        item->setSizeHint(CommandColumn, {0, 30});
        if (m_bindings.isChosen(command.name)) {
            QFont strong = m_list->font();
            strong.setBold(true);
            item->setFont(KeysColumn, strong);
            item->setToolTip(KeysColumn, tr("At first: %1").arg(keysText(m_bindings.usualKeysOf(command.name))));
        }
        if (command.name == was)
            m_list->setCurrentItem(item);
    }
    if (!m_list->currentItem() && m_list->topLevelItemCount() > 0)
        m_list->setCurrentItem(m_list->topLevelItem(0));
    showSelected();
}

void KeySettings::showSelected()
{
    const auto *command = m_commands.find(selected());
    m_title->setText(command ? command->title : tr("No command has this name or key."));
    m_field->setEnabled(command);
    m_field->setKeys({});
    judge();
}

void KeySettings::judge()
{
    m_isAskingToResetAll = false;
    m_resetAll->setText(tr("All as at first"));
    const auto *command = m_commands.find(selected());
    const QKeySequence keys = m_field->keys();
    const QString shown = keys.toString(QKeySequence::NativeText);
    QStringList holders;
    if (command && !keys.isEmpty())
        for (const auto *holder : m_commands.holdersOf(keys, command->name))
            holders << tr("“%1”").arg(holder->title);
    bool usable = command && !keys.isEmpty();
    m_use->setText(!holders.isEmpty() ? tr("Take them over") : tr("Use these keys"));
    if (!command || keys.isEmpty()) {
        tell(m_note, command && command->keys.isEmpty() ? tr("This command has no keys.") : QString(), u"t2"_s);
    } else if (const QString why = whyNotFor(keys, *command); !why.isEmpty()) {
        usable = false;
        tell(m_note, why, u"crit"_s);
    } else if (command->keys.contains(keys)) {
        usable = false;
        tell(m_note, tr("The command has these keys already."), u"t2"_s);
    } else if (!holders.isEmpty()) {
        tell(m_note,
             tr("%1 is already in use: it runs %2. If you take it over, it no longer does.")
                 .arg(shown, holders.join(tr(", "))),
             u"warn"_s);
    } else {
        tell(m_note, tr("%1 is free.").arg(shown), u"t2"_s);
    }
    m_use->setEnabled(usable);
    m_add->setEnabled(usable && holders.isEmpty() && !command->keys.isEmpty());
    m_none->setEnabled(command && !command->keys.isEmpty());
    m_reset->setEnabled(command && m_bindings.isChosen(command->name));
    m_resetAll->setEnabled(m_bindings.hasChoices());
}

// The first click asks, the second does it; whatever else is done is a no.
void KeySettings::resetAll()
{
    if (!m_isAskingToResetAll) {
        m_isAskingToResetAll = true;
        m_resetAll->setText(tr("Give up my keys"));
        tell(m_note,
             tr("The keys that you have chosen for %n commands are given up. Click “Give up my keys” to do it.",
                nullptr, int(m_bindings.chosenCommands().size())),
             u"warn"_s);
        return;
    }
    m_bindings.forgetChoices();
    kept();
}

void KeySettings::use(bool beside)
{
    const QString name = selected();
    const auto *command = m_commands.find(name);
    const QKeySequence keys = m_field->keys();
    if (!command || keys.isEmpty() || !whyNotFor(keys, *command).isEmpty())
        return;
    takeAway(keys, name);
    QList<QKeySequence> wanted = beside ? command->keys : QList<QKeySequence>();
    wanted.append(keys);
    setKeys(name, wanted);
}

void KeySettings::takeAway(const QKeySequence &keys, const QString &forCommand)
{
    for (const auto *holder : m_commands.holdersOf(keys, forCommand)) {
        QList<QKeySequence> left = holder->keys;
        left.removeAll(keys);
        m_bindings.chooseKeys(holder->name, left);
    }
}

void KeySettings::setKeys(const QString &command, const QList<QKeySequence> &keys)
{
    m_bindings.chooseKeys(command, keys);
    kept();
}

void KeySettings::kept()
{
    m_settings.setKeyChoices(m_bindings.hasChoices() ? m_bindings.keyChoices() : QByteArray());
    m_commands.refreshKeys();
    // The button that did it may have nothing more to do: the keyboard must not slip on to the next one.
    const QWidget *focus = window()->focusWidget();
    for (const QPushButton *button : {m_use, m_add, m_none, m_reset, m_resetAll, m_undo})
        if (focus == button)
            m_list->setFocus(Qt::OtherFocusReason);
    m_undo->hide(); // it would take back what was done since as well
    m_beforeImport.reset();
    fill();
}

QByteArray KeySettings::exportChoices() const
{
    return m_bindings.keyChoices();
}

QString KeySettings::whyNotFor(const QKeySequence &keys, const CommandSet::Command &command) const
{
    const QString shown = keys.toString(QKeySequence::NativeText);
    if (isReservedKey(keys))
        return tr("%1 is needed to move about in the window and cannot be given to a command.").arg(shown);
    if (command.place != CommandSet::Place::Reading && isListKey(keys))
        return tr("%1 is needed to move about in lists and cannot be given to this command.").arg(shown);
    return {};
}

QString KeySettings::whyNoKeys(const QByteArray &json) const
{
    const QJsonObject file = QJsonDocument::fromJson(json).object();
    if (!file.value(u"keys"_s).isArray())
        return tr("This is not a file of keys. Nothing was changed.");
    const QJsonValue schema = file.value(u"schema"_s);
    if (!schema.isUndefined() && schema != QJsonValue(1))
        return tr("The file is of another version (“schema”: %1); this program reads version 1. Nothing was changed.")
            .arg(schema.toVariant().toString().left(20));
    const auto titleOf = [this](const QString &name) {
        const auto *command = m_commands.find(name);
        return command ? command->title : name.left(60);
    };
    // Two that cannot be used at one place may share a key.
    const auto meet = [this](const QString &first, const QString &second) {
        const auto *one = m_commands.find(first), *other = m_commands.find(second);
        return !one || !other || CommandSet::meet(one->place, other->place);
    };
    std::multimap<QString, QString> holders;
    for (const QJsonValue entry : file.value(u"keys"_s).toArray()) {
        const auto keys =
            QKeySequence::fromString(entry.toObject().value(u"keys"_s).toString(), QKeySequence::PortableText);
        const QString name = entry.toObject().value(u"command"_s).toString();
        const auto [from, to] = holders.equal_range(keys.toString());
        const auto holder =
            std::find_if(from, to, [&](const auto &held) { return held.second != name && meet(held.second, name); });
        if (!keys.isEmpty() && holder != to)
            return tr("The file gives %1 to both “%2” and “%3”. Nothing was changed.")
                .arg(keys.toString(QKeySequence::NativeText), titleOf(holder->second), titleOf(name));
        holders.emplace(keys.toString(), name);
    }
    return {};
}

Result<KeySettings::Import> KeySettings::tryOut(const QByteArray &json)
{
    const auto refused = [](const QString &why) { return fail(ErrorCode::InvalidArgument, why); };
    if (const QString why = whyNoKeys(json); !why.isEmpty())
        return refused(why);
    Import import{m_bindings, 0, {}};
    tools::Bindings &trial = import.bindings;
    if (const auto read = trial.setKeyChoices(json); !read)
        return refused(tr("The file has keys or commands that cannot be read. Nothing was changed."));
    for (const QString &name : trial.chosenCommands()) {
        const auto *command = m_commands.find(name);
        if (!command) {
            trial.chooseKeys(name, {});
            trial.forgetChoice(name);
            ++import.unknown;
            continue;
        }
        for (const QKeySequence &key : trial.keysOf(name))
            if (!whyNotFor(key, *command).isEmpty())
                return refused(tr("The file gives %1 to “%2”, which the window needs itself. Nothing was changed.")
                                   .arg(key.toString(QKeySequence::NativeText), command->title));
    }
    const tools::Bindings before = m_bindings;
    for (const auto &command : m_commands.all())
        import.changes.push_back({command.title, command.keys, {}});
    m_bindings = trial;
    m_commands.refreshKeys();
    const auto twice = m_commands.firstConflict();
    for (std::size_t i = 0; i < import.changes.size(); ++i)
        import.changes[i].after = m_commands.all()[i].keys;
    m_bindings = before;
    m_commands.refreshKeys();
    if (twice)
        return refused(tr("With this file %1 would run both “%2” and “%3”. Nothing was changed.")
                           .arg(twice->keys.toString(QKeySequence::NativeText), twice->first, twice->second));
    std::erase_if(import.changes, [](const Import::Change &change) { return change.before == change.after; });
    return import;
}

Result<int> KeySettings::importChoices(const QByteArray &json)
{
    const auto import = tryOut(json);
    if (!import)
        return fail(import.error());
    use(*import);
    return import->unknown;
}

void KeySettings::use(const Import &import)
{
    tools::Bindings before = std::exchange(m_bindings, import.bindings);
    kept();
    m_beforeImport = std::move(before);
    m_undo->show();
}

void KeySettings::undoImport()
{
    if (!m_beforeImport)
        return;
    const QByteArray mouse = m_bindings.mouseJson(); // it may have been changed since
    m_bindings = *m_beforeImport;
    (void)m_bindings.setMouse(mouse);
    kept();
    tell(m_note, tr("The keys are as they were before the import."), u"ok"_s);
}

void KeySettings::askToImport(const Import &import)
{
    constexpr int mostLines = 12;
    if (m_question)
        return;
    QStringList lines, without;
    for (const Import::Change &change : import.changes) {
        const auto shown = [](const QList<QKeySequence> &keys) { return keys.isEmpty() ? u"—"_s : keysText(keys); };
        if (lines.size() < mostLines)
            lines << u"%1:   %2   →   %3"_s.arg(change.title, shown(change.before), shown(change.after));
        if (change.after.isEmpty() && without.size() < mostLines)
            without << tr("“%1”").arg(change.title);
    }
    if (const int more = int(import.changes.size()) - int(lines.size()); more > 0)
        lines << tr("and %n more", nullptr, more);
    QString text =
        tr("The keys of %n commands change.", nullptr, int(import.changes.size())) + u"\n\n"_s + lines.join(u'\n');
    if (!without.isEmpty())
        text += u"\n\n"_s + tr("Without any key are then: %1.").arg(without.join(tr(", ")));
    m_question = makeQuestion(*this, tr("Import keys"), text);
    const auto *yes = m_question->addButton(tr("Use the file's keys"), QMessageBox::AcceptRole);
    m_question->setEscapeButton(m_question->addButton(tr("Cancel"), QMessageBox::RejectRole));
    connect(m_question, &QMessageBox::buttonClicked, this, [this, yes, import](const QAbstractButton *button) {
        if (button != yes)
            return;
        use(import);
        if (import.unknown > 0)
            tell(
                m_note,
                tr("%n commands of the file are not known to this program and were left out.", nullptr, import.unknown),
                u"warn"_s);
        else
            tell(m_note, tr("The keys of the file are in use."), u"ok"_s);
    });
    m_question->open();
}

void KeySettings::exportToFile()
{
    askForPaths(*this,
                {PathQuestion::Kind::NewFile, tr("Export the keys"), tr("Keys (*.json)"), u"consilium-keys.json"_s},
                [this](const QStringList &paths) { exportTo(paths.first()); });
}

bool KeySettings::exportTo(const QString &path)
{
    QSaveFile file(path);
    const QByteArray json = exportChoices();
    // A commit that has to write what is left in the buffer does not tell when it could not: a disk that is full is
    // noticed by flush().
    bool written = file.open(QIODevice::WriteOnly) && file.write(json) == json.size() && file.flush();
    const QString why = file.errorString(); // commit() may replace it
    written = written && file.commit();
    tell(m_note,
         written ? tr("The keys were written.")
                 : tr("The file cannot be written: %1").arg(why.isEmpty() ? file.errorString() : why),
         written ? u"ok"_s : u"crit"_s);
    return written;
}

void KeySettings::importFromFile()
{
    askForPaths(*this, {PathQuestion::Kind::File, tr("Import keys"), tr("Keys (*.json)"), {}},
                [this](const QStringList &paths) { importFrom(paths.first()); });
}

void KeySettings::importFrom(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestFile) {
        tell(m_note, tr("The file cannot be read."), u"crit"_s);
        return;
    }
    const auto import = tryOut(file.readAll());
    if (!import)
        tell(m_note, import.error().detail, u"crit"_s);
    else if (import->changes.empty())
        tell(m_note, tr("The file changes no keys."), u"t2"_s);
    else
        askToImport(*import);
}

} // namespace consilium::app
