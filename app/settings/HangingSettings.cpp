#include "app/settings/HangingSettings.h"

#include "app/settings/HangingDraft.h"
#include "app/settings/HangingFields.h"
#include "app/settings/HangingWords.h"
#include "app/settings/ProfileSettings.h"
#include "app/settings/ProtocolForm.h"
#include "app/windows/AskForPaths.h"
#include "app/windows/Question.h"
#include "app/windows/TopLine.h"
#include "viewer/hanging/ProtocolReader.h"
#include "viewer/hanging/ProtocolWriter.h"
#include "viewer/widgets/PlainToolTip.h"
#include "viewer/widgets/theme/Icons.h"

#include <QFile>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

constexpr int fitsSoonMs = 120; ///< a person who types is not held up by looking through large studies
constexpr qint64 mostBytes = 1 << 20;

QLabel *makeNote(const QString &name)
{
    auto *note = new QLabel;
    note->setObjectName(name);
    note->setProperty("role", u"caption"_s);
    note->setTextFormat(Qt::PlainText); // names of a file
    note->setWordWrap(true);
    note->hide();
    return note;
}

QString sentencesOn(const std::vector<hanging::Problem> &problems)
{
    QStringList sentences;
    for (const hanging::Problem &problem : problems)
        sentences << problem.text();
    return firstOf(sentences);
}

} // namespace

HangingSettings::HangingSettings(ProfileSettings &settings, OpenStudies studies, QWidget *parent)
    : QWidget(parent), m_own(settings), m_studies(std::move(studies))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(buildList());
    row->addWidget(buildPane(), 1);
    m_fitsSoon.setSingleShot(true);
    m_fitsSoon.setInterval(fitsSoonMs);
    connect(&m_fitsSoon, &QTimer::timeout, this, &HangingSettings::showFits);
    read();
    fill({});
}

HangingSettings::~HangingSettings() = default;

QWidget *HangingSettings::buildList()
{
    constexpr int widthPx = 300;
    auto *side = new QWidget;
    side->setFixedWidth(widthPx);
    side->setProperty("surface", u"panel"_s);
    side->setProperty("edge", u"right"_s);
    side->setAttribute(Qt::WA_StyledBackground);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    auto *title = new QLabel(tr("Hanging protocols"));
    title->setProperty("role", u"section"_s);
    column->addWidget(title);
    auto *how = new QLabel(tr("The first one from the top that is ticked and fits is used. A study that is opened is "
                              "hung by itself only where this one says so."));
    how->setProperty("role", u"caption"_s);
    how->setWordWrap(true);
    column->addWidget(how);
    m_list = new QListWidget;
    m_list->setObjectName(u"protocolList"_s);
    m_list->setAccessibleName(tr("Hanging protocols"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setProperty("surface", u"panel"_s);
    m_list->setUniformItemSizes(true);
    m_list->setIconSize({16, 16});
    column->addWidget(m_list, 1);
    buildListButtons(*column);
    m_listNote = makeNote(u"protocolListNote"_s);
    column->addWidget(m_listNote);
    connect(m_list, &QListWidget::currentRowChanged, this, &HangingSettings::rowChosen);
    connect(m_list, &QListWidget::itemChanged, this, [this](const QListWidgetItem *item) { itemChanged(*item); });
    return side;
}

void HangingSettings::buildListButtons(QLayout &column)
{
    auto *buttons = new QWidget;
    auto *grid = new QGridLayout(buttons);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(8);
    m_up = makeFormButton(tr("Up"), u"protocolUp"_s);
    m_down = makeFormButton(tr("Down"), u"protocolDown"_s);
    m_copy = makeFormButton(tr("Copy"), u"copyProtocol"_s);
    m_new = makeFormButton(tr("New"), u"newProtocol"_s);
    auto *importing = makeFormButton(tr("Import …"), u"importProtocol"_s);
    m_export = makeFormButton(tr("Export …"), u"exportProtocol"_s);
    m_usualOrder = makeFormButton(tr("Order as at first"), u"usualProtocolOrder"_s);
    m_up->setAccessibleName(tr("Try it earlier"));
    m_down->setAccessibleName(tr("Try it later"));
    m_usualOrder->setToolTip(tr("The most conditions first; of equals your own first."));
    int place = 0;
    for (QPushButton *button : {m_up, m_down, m_copy, m_new, importing, m_export}) {
        grid->addWidget(button, place / 2, place % 2);
        ++place;
    }
    grid->addWidget(m_usualOrder, place / 2, 0, 1, 2);
    column.addWidget(buttons);
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
    connect(m_copy, &QPushButton::clicked, this, [this] { leave([this] { copy(); }); });
    connect(m_new, &QPushButton::clicked, this, [this] { leave([this] { addNew(); }); });
    connect(importing, &QPushButton::clicked, this, [this] {
        leave([this] {
            askForPaths(
                *this,
                {PathQuestion::Kind::File, tr("Import a hanging protocol"), tr("Hanging protocols (*.json)"), {}},
                [this](const QStringList &paths) { importFrom(paths.first()); });
        });
    });
    // What is written is what is saved, and not less than what is seen.
    connect(m_export, &QPushButton::clicked, this, [this] {
        leave([this] {
            askForPaths(*this,
                        {PathQuestion::Kind::NewFile, tr("Export the hanging protocol"),
                         tr("Hanging protocols (*.json)"), QFileInfo(m_saved.file).completeBaseName() + u".json"_s},
                        [this](const QStringList &paths) { exportTo(paths.first()); });
        });
    });
    connect(m_usualOrder, &QPushButton::clicked, this, [this] {
        leave([this] {
            m_own.setOrder({});
            const QString id = selectedId();
            read();
            fill(id);
        });
    });
}

QWidget *HangingSettings::buildPane()
{
    auto *pane = new QWidget;
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 16, 0, 0);
    column->setSpacing(8);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(24, 0, 24, 0);
    m_title = new QLabel;
    m_title->setProperty("role", u"title"_s);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_remove = makeFormButton(tr("Delete"), u"removeProtocol"_s);
    m_remove->setProperty("kind", u"danger"_s);
    m_discard = makeFormButton(tr("Discard"), u"discardProtocol"_s);
    m_save = makeFormButton(tr("Save"), u"saveProtocol"_s);
    m_save->setProperty("kind", u"primary"_s);
    head->addWidget(m_title, 1);
    for (QPushButton *button : {m_remove, m_discard, m_save}) {
        keepClearOfNotes(*button);
        head->addWidget(button);
    }
    column->addLayout(head);
    auto *notes = new QVBoxLayout;
    notes->setContentsMargins(24, 0, 24, 0);
    notes->addWidget(m_note = makeNote(u"protocolNote"_s));
    notes->addWidget(m_fits = makeNote(u"protocolFits"_s));
    column->addLayout(notes);
    m_form = new ProtocolForm([this] { edited(); }, [this](const std::vector<hanging::Stage> &stages,
                                                           std::size_t stage) { return sketchTexts(stages, stage); });
    m_form->setProperty("scrolled", true);
    m_scroll = new QScrollArea;
    m_scroll->setObjectName(u"protocolForm"_s);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(m_form);
    column->addWidget(m_scroll, 1);
    connect(m_remove, &QPushButton::clicked, this, &HangingSettings::askToRemove);
    connect(m_discard, &QPushButton::clicked, this, &HangingSettings::discard);
    connect(m_save, &QPushButton::clicked, this, &HangingSettings::save);
    return pane;
}

void HangingSettings::read()
{
    hanging::Shelf shelf = m_own.all();
    m_entries.clear();
    for (hanging::Protocol &protocol : shelf.protocols) {
        const QByteArray content = protocol.isOwn ? shelf.contents[protocol.file] : QByteArray();
        m_entries.push_back({std::move(protocol), {}, {}, content});
    }
    for (const hanging::Problem &problem : shelf.problems) {
        const auto known = std::find_if(m_entries.begin(), m_entries.end(), [&problem](const Entry &entry) {
            return !entry.protocol && entry.file == problem.file;
        });
        if (known != m_entries.end())
            known->problems.push_back(problem);
        else
            m_entries.push_back({std::nullopt, problem.file, {problem}, {}});
    }
}

void HangingSettings::fill(const QString &wantedId, const QString &wantedFile)
{
    int row = 0;
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        for (int i = 0; i < int(m_entries.size()); ++i) {
            const Entry &entry = m_entries[std::size_t(i)];
            auto *item = new QListWidgetItem(m_list);
            item->setSizeHint({0, 32});
            if (entry.protocol) {
                item->setText(entry.protocol->displayName());
                item->setIcon(widgets::icon(entry.protocol->isOwn ? u"user"_s : u"lock"_s));
                item->setCheckState(m_own.isOff(entry.protocol->id) ? Qt::Unchecked : Qt::Checked);
                if (entry.protocol->id == wantedId)
                    row = i;
            } else {
                item->setText(entry.file);
                item->setIcon(widgets::icon(u"damaged"_s));
                if (!wantedFile.isEmpty() && entry.file == wantedFile)
                    row = i;
            }
        }
        m_list->setCurrentRow(row);
    }
    showRow(row);
}

// Of a file that is none it is said what is wrong with it; the other protocols go on.
void HangingSettings::showRow(int row)
{
    m_row = row;
    m_shown.clear();
    const Entry *entry = selected();
    m_form->setVisible(entry && entry->protocol);
    m_saved = entry && entry->protocol ? *entry->protocol : hanging::Protocol();
    m_content = entry ? entry->content : QByteArray();
    if (entry && entry->protocol)
        m_form->set(m_saved, m_saved);
    m_title->setText(!entry ? QString() : entry->protocol ? m_saved.displayName() : entry->file);
    m_title->setToolTip(widgets::plainToolTip(m_title->text()));
    if (entry && !entry->protocol)
        tellBelow(*m_note,
                  tr("This file is left out; the others go on. Mend it in an editor of texts, or delete it.") + u'\n' +
                      sentencesOn(entry->problems),
                  u"crit"_s);
    else if (entry && !m_saved.isOwn)
        tellBelow(*m_note, tr("It comes with the program. Copy it to change it."), u"t2"_s);
    else
        tellBelow(*m_note, {}, u"t2"_s);
    showState();
    showFits();
}

void HangingSettings::rowChosen(int row)
{
    if (row == m_row || row < 0)
        return;
    if (!isDirty()) {
        showRow(row);
        return;
    }
    const Entry &wanted = m_entries[std::size_t(row)];
    const QString id = wanted.protocol ? wanted.protocol->id : QString(), file = wanted.file;
    // Later: the list marks what was clicked after it has told of it.
    QMetaObject::invokeMethod(
        this,
        [this, id, file] {
            {
                const QSignalBlocker quiet(m_list);
                m_list->setCurrentRow(m_row); // until it is clear that what was changed may go
            }
            leave([this, id, file] { choose(id, file); }); // saving may have moved it
        },
        Qt::QueuedConnection);
}

void HangingSettings::choose(const QString &id, const QString &file)
{
    for (int i = 0; i < int(m_entries.size()); ++i) {
        const Entry &entry = m_entries[std::size_t(i)];
        if (entry.protocol ? entry.protocol->id == id : !file.isEmpty() && entry.file == file)
            m_list->setCurrentRow(i);
    }
}

const HangingSettings::Entry *HangingSettings::selected() const
{
    return m_row >= 0 && m_row < int(m_entries.size()) ? &m_entries[std::size_t(m_row)] : nullptr;
}

QString HangingSettings::selectedId() const
{
    const Entry *entry = selected();
    return entry && entry->protocol ? entry->protocol->id : QString();
}

void HangingSettings::select(const QString &id)
{
    choose(id, {});
}

void HangingSettings::itemChanged(const QListWidgetItem &item)
{
    const int row = m_list->row(&item);
    if (row < 0 || row >= int(m_entries.size()) || !m_entries[std::size_t(row)].protocol)
        return;
    m_own.setOff(m_entries[std::size_t(row)].protocol->id, item.checkState() != Qt::Checked);
    m_fitsSoon.start();
}

bool HangingSettings::isDirty() const
{
    return m_saved.isOwn && m_form->protocol() != m_saved;
}

// One that was answered goes a little later.
bool HangingSettings::isAsking() const
{
    return m_question && m_question->isVisible();
}

void HangingSettings::leave(std::function<void()> goOn)
{
    if (!isDirty()) {
        goOn();
        return;
    }
    if (isAsking())
        return;
    m_question = makeQuestion(*this, tr("Hanging protocols"),
                              tr("What you have changed in “%1” is not saved.").arg(m_saved.displayName()));
    const auto *keep = m_question->addButton(tr("Save"), QMessageBox::AcceptRole);
    const auto *drop = m_question->addButton(tr("Discard"), QMessageBox::DestructiveRole);
    m_question->addButton(tr("Cancel"), QMessageBox::RejectRole);
    connect(m_question, &QMessageBox::buttonClicked, this,
            [this, keep, drop, goOn = std::move(goOn)](const QAbstractButton *button) {
                if (button == keep) {
                    saveThen(goOn);
                } else if (button == drop) {
                    discard();
                    goOn();
                }
            });
    m_question->open();
}

bool HangingSettings::asksBeforeClosing(std::function<void()> close)
{
    if (!isDirty())
        return false;
    leave(std::move(close));
    return true;
}

std::optional<HangingDraft> HangingSettings::draft() const
{
    return isDirty() ? std::optional(HangingDraft{m_form->protocol(), m_content}) : std::nullopt;
}

void HangingSettings::setDraft(const HangingDraft &draft)
{
    select(draft.protocol.id);
    if (selectedId() != draft.protocol.id || !m_saved.isOwn || m_saved.file != draft.protocol.file) {
        tellBelow(
            *m_listNote,
            tr("What was changed in “%1” and not saved is lost: its file %2 is no longer there, or cannot be read.")
                .arg(draft.protocol.displayName(), draft.protocol.file),
            u"crit"_s);
        return;
    }
    m_content = draft.content; // what the changes began with, not what may have come since
    m_form->set(draft.protocol, m_saved);
    edited();
}

void HangingSettings::takeFocus()
{
    m_list->setFocus(Qt::OtherFocusReason);
}

// Files may have come, gone or been mended meanwhile. What is being changed here stays.
void HangingSettings::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (isDirty()) {
        showFits();
        return;
    }
    const Entry *entry = selected();
    const QString id = selectedId(), file = entry ? entry->file : QString();
    read();
    fill(id, file);
}

void HangingSettings::edited()
{
    m_shown.clear();
    const auto now = checkedDraft(m_form->protocol());
    if (!now)
        tellBelow(*m_note, now.error(), u"crit"_s);
    else if (isDirty())
        tellBelow(*m_note, tr("Not saved yet."), u"t2"_s);
    else
        tellBelow(*m_note, {}, u"t2"_s);
    showState();
    m_fitsSoon.start();
}

void HangingSettings::showState()
{
    const Entry *entry = selected();
    const bool isProtocol = entry && entry->protocol, isOwn = isProtocol && m_saved.isOwn;
    int last = -1;
    for (const Entry &one : m_entries)
        last += one.protocol ? 1 : 0;
    // A button that can do nothing any more must not hand the keyboard on to the next one.
    const QWidget *had = window()->focusWidget();
    m_up->setEnabled(isProtocol && m_row > 0);
    m_down->setEnabled(isProtocol && m_row < last);
    m_copy->setEnabled(isProtocol);
    m_export->setEnabled(isProtocol);
    m_usualOrder->setEnabled(!m_own.order().isEmpty());
    m_remove->setVisible(entry && (!isProtocol || isOwn));
    m_save->setVisible(isOwn);
    m_discard->setVisible(isOwn);
    m_save->setEnabled(isDirty());
    m_discard->setEnabled(isDirty());
    for (const QPushButton *button : {m_up, m_down, m_usualOrder, m_remove, m_save, m_discard})
        if (had == button && !(button->isEnabled() && button->isVisible()))
            m_list->setFocus(Qt::OtherFocusReason);
}

bool HangingSettings::save()
{
    return saveThen({});
}

bool HangingSettings::saveThen(const std::function<void()> &goOn)
{
    const auto now = checkedDraft(m_form->protocol());
    if (!now) {
        tellBelow(*m_note, now.error(), u"crit"_s);
        return false;
    }
    if (m_own.contentOf(m_saved.file) != m_content) {
        askToOverwrite(*now, goOn);
        return false;
    }
    return write(*now, goOn);
}

bool HangingSettings::write(const hanging::Protocol &now, const std::function<void()> &goOn)
{
    const auto written = m_own.save(now);
    if (!written) {
        tellBelow(*m_note, written.error().detail, u"crit"_s);
        return false;
    }
    read();
    fill(now.id);
    tellBelow(*m_note, tr("Saved."), u"ok"_s);
    if (goOn)
        goOn();
    return true;
}

void HangingSettings::askToOverwrite(const hanging::Protocol &now, const std::function<void()> &goOn)
{
    tellBelow(*m_note, tr("Meanwhile the file was changed by another program. Discard shows what it says now."),
              u"warn"_s);
    m_question = makeQuestion(*this, tr("Hanging protocols"),
                              tr("Meanwhile the file %1 was changed by another program. Put what is shown here in its "
                                 "place? What was changed there is lost then.")
                                  .arg(m_saved.file));
    const auto *replace = m_question->addButton(tr("Replace"), QMessageBox::DestructiveRole);
    QPushButton *cancel = m_question->addButton(tr("Cancel"), QMessageBox::RejectRole);
    m_question->setDefaultButton(cancel);
    m_question->setEscapeButton(cancel);
    connect(m_question, &QMessageBox::buttonClicked, this, [this, replace, now, goOn](const QAbstractButton *button) {
        if (button == replace)
            write(now, goOn);
    });
    m_question->open();
}

// The file may say something else by now.
void HangingSettings::discard()
{
    const QString id = selectedId(), file = m_saved.file;
    read();
    fill(id, file);
}

bool HangingSettings::keepNew(hanging::Protocol protocol, bool isOn, const QString &before)
{
    protocol.isOwn = true;
    protocol.file.clear();
    const auto written = m_own.save(protocol);
    if (!written) {
        tellBelow(*m_listNote, written.error().detail, u"crit"_s);
        return false;
    }
    m_own.setOff(protocol.id, !isOn);
    QStringList order = m_own.order();
    if (const qsizetype at = before.isEmpty() ? -1 : order.indexOf(before); at >= 0) {
        order.insert(at, protocol.id);
        m_own.setOrder(order);
    }
    tellBelow(*m_listNote, {}, u"t2"_s);
    read();
    fill(protocol.id);
    return true;
}

// It stands where its original stands, and is tried instead of it where that is tried.
void HangingSettings::copy()
{
    if (selectedId().isEmpty())
        return;
    hanging::Protocol copy = m_saved;
    copy.id = m_own.freeId(m_saved.id);
    copy.names = {{QString(), tr("%1 (copy)").arg(m_saved.displayName())}};
    if (keepNew(copy, !m_own.isOff(m_saved.id), m_saved.id))
        m_form->takeFocus();
}

// It fits everything until it has conditions: so it is off.
void HangingSettings::addNew()
{
    hanging::Protocol fresh;
    fresh.id = m_own.freeId(u"own"_s);
    fresh.names = {{QString(), tr("New protocol")}};
    hanging::Stage stage;
    stage.monitors.push_back({1, 1, {hanging::Cell()}});
    fresh.stages.push_back(stage);
    if (!keepNew(fresh, false))
        return;
    tellBelow(*m_note, tr("It is off until you tick it in the list: without conditions it fits every study."), u"t2"_s);
    m_form->takeFocus();
}

void HangingSettings::askToRemove()
{
    const Entry *entry = selected();
    if (isAsking() || !entry || (entry->protocol && !m_saved.isOwn))
        return;
    const QString file = entry->protocol ? m_saved.file : entry->file;
    m_question =
        makeQuestion(*this, tr("Hanging protocols"),
                     tr("Delete the hanging protocol “%1”? Its file %2 goes from this computer. This cannot be "
                        "undone.")
                         .arg(m_title->text(), file));
    const auto *drop = m_question->addButton(tr("Delete"), QMessageBox::DestructiveRole);
    QPushButton *cancel = m_question->addButton(tr("Cancel"), QMessageBox::RejectRole);
    m_question->setDefaultButton(cancel);
    m_question->setEscapeButton(cancel);
    connect(m_question, &QMessageBox::buttonClicked, this, [this, drop, file](const QAbstractButton *button) {
        if (button == drop)
            remove(file);
    });
    m_question->open();
}

// One of the program may have the same id, and comes back: then it stays off, and where it is in the order.
void HangingSettings::remove(const QString &file)
{
    const QString id = selectedId();
    if (const auto removed = m_own.remove(file); !removed) {
        tellBelow(*m_note, removed.error().detail, u"crit"_s);
        return;
    }
    read();
    const bool isGone = std::none_of(m_entries.begin(), m_entries.end(),
                                     [&id](const Entry &entry) { return entry.protocol && entry.protocol->id == id; });
    if (isGone && !id.isEmpty()) {
        m_own.setOff(id, false);
        QStringList order = m_own.order();
        if (order.removeAll(id) > 0)
            m_own.setOrder(order);
    }
    fill(id);
    m_list->setFocus(Qt::OtherFocusReason);
}

// The order is kept as a whole, so that it stays when protocols come and go.
void HangingSettings::move(int by)
{
    leave([this, by] {
        QStringList ids;
        for (const Entry &entry : m_entries)
            if (entry.protocol)
                ids << entry.protocol->id;
        const QString id = selectedId();
        const int to = m_row + by;
        if (id.isEmpty() || to < 0 || to >= int(ids.size()))
            return;
        ids.move(m_row, to);
        m_own.setOrder(ids);
        read();
        fill(id);
    });
}

void HangingSettings::importFrom(const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        tellBelow(*m_listNote, tr("%1: The file cannot be read.").arg(name), u"crit"_s);
        return;
    }
    auto protocol = hanging::readProtocol(file.read(mostBytes + 1), protocolWindowNames());
    if (!protocol) {
        tellBelow(*m_listNote, tr("%1 was not imported.").arg(name) + u'\n' + sentencesOn(protocol.error()), u"crit"_s);
        return;
    }
    // Of one of the program's it takes the place, as a file of one's own does; an own one is never replaced.
    const hanging::Shelf shelf = m_own.all();
    const hanging::Protocol *other = shelf.find(protocol->id);
    if (other && other->isOwn)
        protocol->id = m_own.freeId(protocol->id);
    QStringList said{tr("%1 was imported.").arg(name)};
    if (other && !other->isOwn)
        said << tr("It takes the place of “%1”, which comes with the program.").arg(other->displayName());
    else if (other)
        said << tr("It stands beside “%1”, which has the same id and stays as it is.").arg(other->displayName());
    const bool fitsAll = hanging::conditionsOf(*protocol) == 0, isOn = !fitsAll && !m_own.isOff(protocol->id);
    if (fitsAll)
        said << tr("It is off until you tick it in the list: without conditions it fits every study.");
    else if (!isOn)
        said << tr("It is off until you tick it in the list, as the one was before it.");
    if (keepNew(*protocol, isOn))
        tellBelow(*m_listNote, said.join(u'\n'), u"ok"_s);
}

bool HangingSettings::exportTo(const QString &path)
{
    const auto written = writeWhole(path, hanging::writeProtocol(m_saved));
    tellBelow(*m_listNote, written ? tr("The protocol was written.") : written.error().detail,
              written ? u"ok"_s : u"crit"_s);
    return written.has_value();
}

std::vector<QStringList> HangingSettings::sketchTexts(const std::vector<hanging::Stage> &stages,
                                                      std::size_t stage) const
{
    std::vector<QStringList> texts;
    const hanging::Stage &drawn = stages[stage];
    for (std::size_t m = 0; m < drawn.monitors.size(); ++m) {
        const auto &cells = drawn.monitors[m].cells;
        for (int i = 0; i < int(cells.size()); ++i) {
            QStringList lines{cellText(cells[std::size_t(i)])};
            const std::size_t place = gridPlace(drawn, m, i);
            if (stage < m_shown.size() && place < m_shown[stage].size() && !m_shown[stage][place].isEmpty())
                lines << m_shown[stage][place];
            texts.push_back(lines);
        }
    }
    return texts;
}

// Which of the open studies it fits, what comes before it there, and which series its views would show.
void HangingSettings::showFits()
{
    const std::vector<OpenStudy> open = m_studies ? m_studies() : std::vector<OpenStudy>();
    markFitting(open);
    m_shown.clear();
    const Entry *entry = selected();
    if (!entry || !entry->protocol) {
        tellBelow(*m_fits, {}, u"t2"_s);
        return;
    }
    const auto now = checkedDraft(m_form->protocol());
    const std::vector<hanging::Protocol> order = now ? orderWith(*now) : std::vector<hanging::Protocol>();
    QStringList lines;
    bool fitsAny = false;
    for (const OpenStudy &study : open) {
        bool fits = false;
        lines << (now ? fitText(*now, order, study, fits) : tr("%1: cannot be tried yet").arg(study.title));
        if (fits && !fitsAny && now)
            for (std::size_t stage = 0; stage < now->stages.size(); ++stage)
                m_shown.push_back(seriesIn(*now, stage, study.studies, study.monitors));
        fitsAny = fitsAny || fits;
    }
    if (open.empty())
        lines << tr("No study is open: open one to see here whether the protocol fits it.");
    tellBelow(*m_fits, lines.join(u'\n'), fitsAny ? u"ok"_s : u"t2"_s);
    m_form->refreshSketches();
}

// The protocols in use as they would be once this one is saved.
std::vector<hanging::Protocol> HangingSettings::orderWith(const hanging::Protocol &now) const
{
    std::vector<hanging::Protocol> all;
    for (const Entry &entry : m_entries)
        if (entry.protocol && (entry.protocol->id == now.id || !m_own.isOff(entry.protocol->id)))
            all.push_back(entry.protocol->id == now.id ? now : *entry.protocol);
    return hanging::inPrecedence(std::move(all), m_own.order());
}

QString HangingSettings::fitText(const hanging::Protocol &now, const std::vector<hanging::Protocol> &order,
                                 const OpenStudy &open, bool &fits) const
{
    const auto failing = hanging::failingOf(now.match, open.studies, open.monitors);
    fits = failing.empty();
    if (!fits)
        return tr("%1: does not fit (%2)").arg(open.title, failingText(failing));
    if (m_own.isOff(now.id))
        return tr("%1: fits, but is off").arg(open.title);
    const auto fitting = hanging::fittingInOrder(order, open.studies, open.monitors);
    if (!fitting.empty() && fitting.front()->id != now.id)
        return tr("%1: fits, but “%2” comes before it").arg(open.title, fitting.front()->displayName());
    if (!m_own.hangsByItself(now))
        return tr("%1: fits, and is the one that is used when you hang it; not by itself when it is opened")
            .arg(open.title);
    return tr("%1: fits, and is the one that is used").arg(open.title);
}

void HangingSettings::markFitting(const std::vector<OpenStudy> &open)
{
    const QSignalBlocker quiet(m_list);
    for (int i = 0; i < m_list->count() && i < int(m_entries.size()); ++i) {
        const Entry &entry = m_entries[std::size_t(i)];
        QListWidgetItem *item = m_list->item(i);
        if (!entry.protocol) {
            item->setToolTip(widgets::plainToolTip(entry.file + u'\n' + sentencesOn(entry.problems)));
            continue;
        }
        const bool fits = std::any_of(open.begin(), open.end(), [&entry](const OpenStudy &study) {
            return hanging::scoreOf(*entry.protocol, study.studies, study.monitors).has_value();
        });
        const QString name = entry.protocol->displayName();
        item->setText(fits ? tr("%1 · fits").arg(name) : name);
        const QString whose =
            entry.protocol->isOwn ? tr("Your own, in %1").arg(entry.protocol->file) : tr("Comes with the program");
        item->setToolTip(widgets::plainToolTip(item->text() + u'\n' + whose));
    }
}

} // namespace consilium::app
