#include "app/settings/ArchiveSettings.h"

#include "app/settings/ArchiveFields.h"
#include "app/settings/CertificateFile.h"
#include "app/settings/ConnectionTest.h"
#include "app/settings/ConnectionTestView.h"
#include "app/settings/SecretOrigin.h"
#include "app/windows/AskForPaths.h"
#include "app/windows/Question.h"
#include "app/windows/TopLine.h"
#include "viewer/widgets/PlainToolTip.h"
#include "viewer/widgets/theme/Icons.h"
#include "viewer/widgets/theme/Theme.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

constexpr int idRole = Qt::UserRole;

bool hasToken(const dicomweb::ArchiveConfig &config)
{
    return config.credentials.kind == http::Credentials::Kind::Bearer;
}

} // namespace

ArchiveSettings::ArchiveSettings(ArchiveSet &archives, const ProfileSettings &settings, const Clock &clock,
                                 const QKeySequence &testKey, QWidget *parent)
    : QWidget(parent), m_archives(archives), m_settings(settings), m_clock(clock)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(buildList(), 2);
    row->addWidget(buildForm(), 5);
    connect(&m_archives, &ArchiveSet::changed, this, &ArchiveSettings::followArchives);
    // Queued: the keychain may answer while save() has not returned.
    connect(
        &m_archives, &ArchiveSet::secretKept, this, [this](const ArchiveId &id) { endSaving(id, true); },
        Qt::QueuedConnection);
    connect(
        &m_archives, &ArchiveSet::secretNotKept, this, [this](const ArchiveId &id) { endSaving(id, false); },
        Qt::QueuedConnection);
    m_testShortcut = new QShortcut(this);
    m_testShortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(m_testShortcut, &QShortcut::activated, this, &ArchiveSettings::startTest);
    setTestKey(testKey);
    fillList();
    if (m_list->count() > 0)
        m_list->setCurrentRow(0);
    showSelected();
}

ArchiveSettings::~ArchiveSettings() = default;

QWidget *ArchiveSettings::buildList()
{
    auto *side = new QWidget;
    side->setMinimumWidth(180);
    side->setMaximumWidth(340);
    side->setProperty("surface", u"panel"_s);
    side->setProperty("edge", u"right"_s);
    side->setAttribute(Qt::WA_StyledBackground);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    auto *head = new QHBoxLayout;
    auto *title = new QLabel(tr("Archives"));
    title->setProperty("role", u"section"_s);
    auto *add = new QPushButton(widgets::icon(u"plus"_s), tr("Add"));
    add->setObjectName(u"addArchive"_s);
    add->setFixedHeight(34);
    connect(add, &QPushButton::clicked, this, &ArchiveSettings::addArchive);
    head->addWidget(title, 1);
    head->addWidget(add);
    column->addLayout(head);
    m_list = new QListWidget;
    m_list->setObjectName(u"archiveList"_s);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setProperty("surface", u"panel"_s);
    m_list->setUniformItemSizes(true);
    m_list->setIconSize({20, 20});
    column->addWidget(m_list, 1);
    connect(m_list, &QListWidget::currentRowChanged, this, &ArchiveSettings::chooseInList);
    return side;
}

QWidget *ArchiveSettings::buildForm()
{
    m_form = new QWidget;
    auto *column = new QVBoxLayout(m_form);
    column->setContentsMargins(24, 16, 24, 16);
    column->setSpacing(12);
    column->addLayout(buildHead());
    column->addLayout(buildFields());
    m_note = new QLabel;
    m_note->setProperty("role", u"caption"_s);
    m_note->setWordWrap(true);
    column->addWidget(m_note);
    column->addSpacing(8);

    auto *testHead = new QHBoxLayout;
    auto *testTitle = new QLabel(tr("Connection test"));
    testTitle->setProperty("role", u"section"_s);
    m_testButton = new QPushButton(widgets::icon(u"retry"_s), {});
    m_testButton->setObjectName(u"testArchive"_s);
    m_testButton->setFixedHeight(34);
    connect(m_testButton, &QPushButton::clicked, this, &ArchiveSettings::startTest);
    testHead->addWidget(testTitle, 1);
    testHead->addWidget(m_testButton);
    column->addLayout(testHead);
    m_testView = new ConnectionTestView;
    connect(m_testView, &ConnectionTestView::addressChosen, this, [this](const QString &url) {
        m_url->setText(url);
        forgetSaved();
        startTest();
    });
    column->addWidget(m_testView);
    column->addStretch(1);
    column->addLayout(buildFoot());
    m_form->setProperty("scrolled", true);
    auto *scroll = new QScrollArea;
    scroll->setObjectName(u"archiveForm"_s);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setMinimumWidth(m_form->minimumSizeHint().width());
    scroll->setWidget(m_form);
    return scroll;
}

QLayout *ArchiveSettings::buildHead()
{
    auto *head = new QHBoxLayout;
    m_title = new QLabel;
    m_title->setProperty("role", u"title"_s);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // a long name leaves the buttons in view
    auto *save = new QPushButton(tr("Save"));
    save->setObjectName(u"saveArchive"_s);
    save->setProperty("kind", u"primary"_s);
    save->setFixedHeight(34);
    keepClearOfNotes(*save);
    head->addWidget(m_title, 1);
    head->addWidget(save);
    connect(save, &QPushButton::clicked, this, &ArchiveSettings::save);
    return head;
}

// Far from "Save": a click that misses it deletes nothing.
QLayout *ArchiveSettings::buildFoot()
{
    auto *foot = new QHBoxLayout;
    m_remove = new QPushButton(tr("Delete this archive …"));
    m_remove->setObjectName(u"removeArchive"_s);
    m_remove->setProperty("kind", u"danger"_s);
    m_remove->setFixedHeight(34);
    foot->addWidget(m_remove);
    foot->addStretch(1);
    connect(m_remove, &QPushButton::clicked, this, &ArchiveSettings::askToRemove);
    return foot;
}

QLayout *ArchiveSettings::buildFields()
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(10);
    grid->setColumnMinimumWidth(0, 120);
    grid->setColumnStretch(1, 100); // as far as the fields go
    grid->setColumnStretch(2, 1);   // what is left is empty
    int line = 0;
    const auto addField = [&](const QString &name, QWidget *field) {
        auto *label = new QLabel(name);
        label->setProperty("tone", u"t2"_s);
        label->setBuddy(field);
        grid->addWidget(label, line, 0);
        grid->addWidget(field, line++, 1);
        return label;
    };
    addField(tr("Name"), m_name = makeField(tr("Name")));
    m_name->setObjectName(u"archiveName"_s);
    addField(tr("Address"), m_url = makeField(tr("Address")));
    m_url->setObjectName(u"archiveUrl"_s);
    m_url->setPlaceholderText(u"https://archive.example/dicom-web"_s);
    grid->addWidget(m_urlNote = makeFieldNote(), line++, 1);
    m_signIn = new QComboBox;
    m_signIn->setFixedHeight(34);
    m_signIn->setMinimumWidth(narrowestField);
    m_signIn->setMaximumWidth(widestField);
    m_signIn->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_signIn->addItem(tr("None"), int(http::Credentials::Kind::None));
    m_signIn->addItem(tr("User name and password"), int(http::Credentials::Kind::Basic));
    m_signIn->addItem(tr("Token (Bearer)"), int(http::Credentials::Kind::Bearer));
    addField(tr("Sign-in"), m_signIn);
    m_userLabel = addField(tr("User name"), m_user = makeField(tr("User name")));
    m_secretLabel = addField(tr("Password"), m_secret = makeField(tr("Password")));
    m_secret->setEchoMode(QLineEdit::Password);
    m_secret->setObjectName(u"archiveSecret"_s);
    grid->addWidget(m_noPassword = makeNoPassword(), line++, 1, Qt::AlignLeft);
    grid->addWidget(m_secretNote = makeFieldNote(), line++, 1);
    m_secretNote->setObjectName(u"archiveSecretNote"_s);
    m_secretNote->setTextFormat(Qt::PlainText);
    addField(tr("Certificate authority"), m_caFile = makeField(tr("Certificate authority")));
    m_caFile->setPlaceholderText(tr("The system's (a PEM file adds one)"));
    QAction *browse = m_caFile->addAction(widgets::icon(u"folder"_s), QLineEdit::TrailingPosition);
    browse->setText(tr("Choose a file"));
    m_caFile->setObjectName(u"archiveCaFile"_s);
    grid->addWidget(m_caNote = makeFieldNote(), line++, 1);
    m_caNote->setObjectName(u"archiveCaNote"_s);
    connect(browse, &QAction::triggered, this, &ArchiveSettings::chooseCaFile);
    watchFields();
    return grid;
}

void ArchiveSettings::watchFields()
{
    connect(m_signIn, &QComboBox::currentIndexChanged, this, &ArchiveSettings::showSignInFields);
    connect(m_signIn, &QComboBox::currentIndexChanged, this, &ArchiveSettings::forgetTest);
    connect(m_signIn, &QComboBox::currentIndexChanged, this, [this] { m_agreedOrigin.clear(); }); // of another secret
    for (const QLineEdit *field : {m_name, m_url, m_user, m_secret, m_caFile})
        connect(field, &QLineEdit::textChanged, this, &ArchiveSettings::forgetTest);
    for (const QLineEdit *field : {m_name, m_url, m_user, m_secret, m_caFile})
        connect(field, &QLineEdit::textEdited, this, &ArchiveSettings::forgetSaved);
    connect(m_secret, &QLineEdit::textChanged, this, [this](const QString &typed) {
        if (!typed.isEmpty())
            m_noPassword->setChecked(false);
    });
    connect(m_noPassword, &QPushButton::toggled, this, [this](bool isEmpty) {
        if (isEmpty)
            m_secret->clear();
        forgetTest();
        tellOfSecret();
    });
    connect(m_noPassword, &QPushButton::clicked, this, &ArchiveSettings::forgetSaved);
    // What was said of a field held for what stood there.
    connect(m_url, &QLineEdit::textChanged, this, [this] { tell(m_urlNote, {}, {}); });
    connect(m_caFile, &QLineEdit::textChanged, this, [this] { tell(m_caNote, {}, {}); });
    for (const QLineEdit *field : {m_url, m_secret})
        connect(field, &QLineEdit::textChanged, this, &ArchiveSettings::tellOfSecret);
}

// What was saved is not what stands there now.
void ArchiveSettings::forgetSaved()
{
    m_close = nullptr;
    if (m_saves == 0 && m_unkept.isEmpty())
        tell(m_note, {}, {});
}

void ArchiveSettings::setTestKey(const QKeySequence &key)
{
    m_testShortcut->setKey(key);
    m_testButton->setText((tr("Test") + u"   "_s + key.toString(QKeySequence::NativeText)).trimmed());
}

void ArchiveSettings::chooseCaFile()
{
    askForPaths(*this, {PathQuestion::Kind::File, tr("Certificate authority"), tr("PEM files (*.pem *.crt)"), {}},
                [this](const QStringList &file) { m_caFile->setText(file.first()); });
}

void ArchiveSettings::fillList()
{
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const Archive &archive : m_archives.all()) {
        if (archive.lastsForThisRun)
            continue;
        auto *item = new QListWidgetItem(widgets::icon(archive.lacksSecret ? u"lock"_s : u"server"_s),
                                         archive.config.name + u'\n' + archive.config.baseUrl);
        item->setData(idRole, archive.config.id.text());
        item->setSizeHint({0, 56});
        item->setToolTip(widgets::plainToolTip(item->text())); // a long name is shortened in the list
        m_list->addItem(item);
        if (archive.config.id == m_edited)
            m_list->setCurrentItem(item);
    }
}

void ArchiveSettings::addArchive()
{
    leaveForm([this] {
        m_edited = {};
        markInList({});
        showConfig({});
        m_name->setFocus(Qt::OtherFocusReason);
    });
}

void ArchiveSettings::markInList(const ArchiveId &id)
{
    const QSignalBlocker quiet(m_list);
    m_list->setCurrentRow(-1);
    for (int i = 0; i < m_list->count(); ++i)
        if (!id.isEmpty() && m_list->item(i)->data(idRole).toString() == id.text())
            m_list->setCurrentRow(i);
}

void ArchiveSettings::chooseInList()
{
    const QListWidgetItem *item = m_list->currentItem();
    const ArchiveId chosen(item ? item->data(idRole).toString() : QString());
    if (isUntouched())
        return showSelected();
    // Later: the list marks what was clicked after it has told of it.
    QMetaObject::invokeMethod(
        this,
        [this, chosen] {
            markInList(m_edited); // until it is clear that what was typed may go
            leaveForm([this, chosen] {
                markInList(chosen);
                showSelected();
            });
        },
        Qt::QueuedConnection);
}

bool ArchiveSettings::asksBeforeClosing(std::function<void()> close)
{
    // The keychain may lose what it has not taken yet when the program ends. Whoever closes again does not wait for it.
    const bool waits = m_saves > 0 && !m_close;
    if (isUntouched() && !waits)
        return false;
    leaveForm([this, close = std::move(close)] {
        if (m_saves == 0)
            close();
        else
            m_close = close;
    });
    return true;
}

void ArchiveSettings::hideEvent(QHideEvent *event)
{
    m_close = nullptr;
    QWidget::hideEvent(event);
}

std::optional<ArchiveSettings::Draft> ArchiveSettings::draft() const
{
    if (isUntouched())
        return std::nullopt;
    return Draft{m_edited, m_shown, fields(), isPasswordEmpty()};
}

void ArchiveSettings::setDraft(const Draft &draft)
{
    markInList(draft.edited);
    m_edited = draft.edited;
    showConfig(draft.shown);
    fillFields(draft.typed);
    m_noPassword->setChecked(draft.isPasswordEmpty);
    showSignInFields();
}

void ArchiveSettings::leaveForm(std::function<void()> goOn)
{
    if (isUntouched()) {
        goOn();
        return;
    }
    if (m_question)
        return;
    m_question =
        makeQuestion(*this, tr("Archives"), tr("What you have changed in “%1” is not saved.").arg(m_title->text()));
    const auto *keep = m_question->addButton(tr("Save"), QMessageBox::AcceptRole);
    const auto *drop = m_question->addButton(tr("Discard"), QMessageBox::DestructiveRole);
    m_question->addButton(tr("Cancel"), QMessageBox::RejectRole);
    connect(m_question, &QMessageBox::buttonClicked, this,
            [this, keep, drop, goOn = std::move(goOn)](const QAbstractButton *button) {
                if (button == drop)
                    showConfig(dicomweb::ArchiveConfig(m_shown));
                if (button == drop || (button == keep && save()))
                    goOn();
            });
    m_question->open();
}

void ArchiveSettings::takeFocus()
{
    if (m_list->count() > 0)
        m_list->setFocus(Qt::OtherFocusReason);
    else
        m_name->setFocus(Qt::OtherFocusReason);
}

void ArchiveSettings::editArchive(const ArchiveId &id)
{
    leaveForm([this, id] { showArchive(id); });
}

void ArchiveSettings::showArchive(const ArchiveId &id)
{
    const Archive *archive = m_archives.find(id);
    if (!archive)
        return;
    markInList(id);
    if (!archive->lastsForThisRun)
        showSelected();
    if (archive->lastsForThisRun) { // from the command line: saved, it is one of the list
        m_list->setCurrentRow(-1);
        m_edited = id;
        showConfig(archive->config);
    }
    if (archive->config.credentials.kind == http::Credentials::Kind::None)
        m_signIn->setFocus(Qt::OtherFocusReason);
    else if (archive->lacksSecret)
        m_secret->setFocus(Qt::OtherFocusReason);
}

void ArchiveSettings::showSelected()
{
    const QListWidgetItem *item = m_list->currentItem();
    const Archive *archive = item ? m_archives.find(ArchiveId(item->data(idRole).toString())) : nullptr;
    m_edited = archive ? archive->config.id : ArchiveId();
    showConfig(archive ? archive->config : dicomweb::ArchiveConfig());
    if (archive && archive->lacksSecret)
        tell(m_note,
             hasToken(archive->config)
                 ? tr("The keychain of this computer does not have the token. Please enter it again.")
                 : tr("The keychain of this computer does not have the password. Please enter it again."),
             u"warn"_s);
}

void ArchiveSettings::showConfig(const dicomweb::ArchiveConfig &config)
{
    forgetTest();
    m_agreedOrigin.clear();
    m_shown = config;
    m_title->setText(config.id.isEmpty() ? tr("New archive") : config.name);
    m_remove->setVisible(!config.id.isEmpty());
    fillFields(config);
    m_unkept.clear();
    tell(m_urlNote, {}, {});
    tell(m_caNote, {}, {});
    tell(m_note, {}, {});
    showSignInFields();
}

void ArchiveSettings::fillFields(const dicomweb::ArchiveConfig &config)
{
    m_name->setText(config.name);
    m_url->setText(config.baseUrl);
    m_signIn->setCurrentIndex(m_signIn->findData(int(config.credentials.kind)));
    m_user->setText(config.credentials.user);
    const Archive *archive = m_archives.find(m_edited);
    const http::Credentials &kept = m_shown.credentials;
    m_shownAsEmpty = kept.kind == http::Credentials::Kind::Basic && kept.secret.isEmpty() && archive &&
                     archive->client; // without one it is not known yet
    m_noPassword->setChecked(m_shownAsEmpty);
    // What is kept never stands in the field: it is not for every address that somebody types, and its length is
    // nobody's business.
    m_secret->setText(config.credentials.secret == m_shown.credentials.secret ? QString() : config.credentials.secret);
    m_caFile->setText(config.caFile);
    tellOfSecret();
}

void ArchiveSettings::showSignInFields()
{
    const auto kind = http::Credentials::Kind(m_signIn->currentData().toInt());
    const bool basic = kind == http::Credentials::Kind::Basic, bearer = kind == http::Credentials::Kind::Bearer;
    m_user->setVisible(basic);
    m_userLabel->setVisible(basic);
    m_secret->setVisible(basic || bearer);
    m_secretLabel->setVisible(basic || bearer);
    m_noPassword->setVisible(basic);
    m_secretLabel->setText(bearer ? tr("Token") : tr("Password"));
    tellOfSecret();
}

QString ArchiveSettings::keptSecret() const
{
    const auto kind = http::Credentials::Kind(m_signIn->currentData().toInt());
    const bool isSame = kind != http::Credentials::Kind::None && kind == m_shown.credentials.kind &&
                        originOf(m_url->text()) == originOf(m_shown.baseUrl);
    return isSame ? m_shown.credentials.secret : QString();
}

bool ArchiveSettings::isPasswordEmpty() const
{
    const auto kind = http::Credentials::Kind(m_signIn->currentData().toInt());
    return kind == http::Credentials::Kind::Basic && m_noPassword->isChecked();
}

QString ArchiveSettings::secret() const
{
    if (isPasswordEmpty())
        return {};
    return m_secret->text().isEmpty() ? keptSecret() : m_secret->text();
}

bool ArchiveSettings::withholdsSecret() const
{
    if (isPasswordEmpty())
        return false;
    const auto kind = http::Credentials::Kind(m_signIn->currentData().toInt());
    return kind != http::Credentials::Kind::None && kind == m_shown.credentials.kind && m_secret->text().isEmpty() &&
           !m_shown.credentials.secret.isEmpty() && originOf(m_url->text()) != originOf(m_shown.baseUrl);
}

// Before anything is sent, not after.
void ArchiveSettings::tellOfSecret()
{
    constexpr int dots = 8; // whatever its length
    m_secret->setPlaceholderText(secret().isEmpty() ? QString() : QString(dots, QChar(0x2022)));
    const dicomweb::ArchiveConfig typed = fields();
    QString text;
    if (withholdsSecret())
        text = (hasToken(typed) ? tr("The saved token is only for %1 and is not sent to another address. Enter the one "
                                     "of this address.")
                                : tr("The saved password is only for %1 and is not sent to another address. Enter the "
                                     "one of this address."))
                   .arg(originOf(m_shown.baseUrl));
    else if (sendsUnprotected(typed))
        text = hasToken(typed) ? tr("The token goes over the network unprotected: https would protect it.")
                               : tr("The password goes over the network unprotected: https would protect it.");
    tell(m_secretNote, text, u"warn"_s);
}

std::optional<dicomweb::ArchiveConfig> ArchiveSettings::read()
{
    const auto url = cleanArchiveUrl(m_url->text());
    tell(m_urlNote, url ? QString() : url.error().detail, u"crit"_s);
    if (!url) {
        m_url->setFocus(Qt::OtherFocusReason);
        return std::nullopt;
    }
    dicomweb::ArchiveConfig config;
    config.id = m_edited;
    config.baseUrl = *url;
    config.name = m_name->text().trimmed().isEmpty() ? QUrl(*url).host() : m_name->text().trimmed();
    config.credentials.kind = http::Credentials::Kind(m_signIn->currentData().toInt());
    if (config.credentials.kind == http::Credentials::Kind::Basic)
        config.credentials.user = m_user->text();
    if (config.credentials.kind != http::Credentials::Kind::None)
        config.credentials.secret = secret();
    config.caFile = m_caFile->text().trimmed();
    const auto authority = checkCertificateFile(config.caFile);
    tell(m_caNote, authority ? QString() : authority.error().detail, u"crit"_s);
    if (!authority) {
        m_caFile->setFocus(Qt::OtherFocusReason);
        return std::nullopt;
    }
    return config;
}

dicomweb::ArchiveConfig ArchiveSettings::fields() const
{
    dicomweb::ArchiveConfig config;
    config.name = m_name->text();
    config.baseUrl = m_url->text();
    config.credentials.kind = http::Credentials::Kind(m_signIn->currentData().toInt());
    config.credentials.user = m_user->text();
    config.credentials.secret = secret();
    config.caFile = m_caFile->text();
    return config;
}

bool ArchiveSettings::isUntouched() const
{
    const auto typed = fields();
    return typed.name == m_shown.name && typed.baseUrl == m_shown.baseUrl &&
           typed.credentials.kind == m_shown.credentials.kind && typed.credentials.user == m_shown.credentials.user &&
           typed.credentials.secret == m_shown.credentials.secret && typed.caFile == m_shown.caFile &&
           isPasswordEmpty() == m_shownAsEmpty;
}

// The keychain answers when it likes: what it says goes into the form as long as nobody typed there.
void ArchiveSettings::followArchives()
{
    fillList();
    const Archive *archive = m_archives.find(m_edited);
    if (!archive)
        return;
    const QString &secret = archive->config.credentials.secret;
    const bool isNowEmpty = archive->client && secret.isEmpty() && !m_shownAsEmpty &&
                            archive->config.credentials.kind == http::Credentials::Kind::Basic &&
                            !archive->lastsForThisRun; // the button says so, and did not know it
    if (isUntouched() && (secret != m_shown.credentials.secret || archive->lacksSecret || isNowEmpty)) {
        showSelected();
    } else if (secret != m_shown.credentials.secret && m_secret->text().isEmpty()) {
        m_shown.credentials.secret = secret;
        tell(m_note, {}, {});
        tellOfSecret();
    }
}

// Saving now would put an empty password over the good one that the keychain may hold.
bool ArchiveSettings::waitsForSecret(const dicomweb::ArchiveConfig &config)
{
    if (withholdsSecret()) {
        tell(m_note,
             hasToken(config) ? tr("Not saved. Enter the token for the new address.")
                              : tr("Not saved. Enter the password for the new address."),
             u"warn"_s);
        m_secret->setFocus(Qt::OtherFocusReason);
        return true;
    }
    const Archive *archive = m_archives.find(m_edited);
    if (!archive || archive->client || config.credentials.kind == http::Credentials::Kind::None ||
        config.credentials.kind != archive->config.credentials.kind || !config.credentials.secret.isEmpty() ||
        isPasswordEmpty())
        return false;
    const QString missing =
        hasToken(config)
            ? tr("Not saved. The keychain of this computer does not have the token. Please enter it again.")
            : tr("Not saved. The keychain of this computer does not have the password. Please enter it again.");
    const QString awaited =
        hasToken(config)
            ? tr("Not saved. The keychain of this computer has not given the token yet. Wait, or enter it.")
            : tr("Not saved. The keychain of this computer has not given the password yet. Wait, or enter it.");
    tell(m_note, archive->lacksSecret ? missing : awaited, u"warn"_s);
    m_secret->setFocus(Qt::OtherFocusReason);
    return true;
}

bool ArchiveSettings::save()
{
    const auto config = read();
    if (!config || waitsForSecret(*config))
        return false;
    m_edited = m_archives.save(*config);
    m_shown = *config;
    m_shown.id = m_edited;
    m_unkept.clear();
    { // as it is kept: the address without its last slash, the host for a name; a test that was made goes on holding
        const QSignalBlocker name(m_name), url(m_url), signIn(m_signIn), user(m_user), secret(m_secret), ca(m_caFile),
            noPassword(m_noPassword);
        fillFields(m_shown);
    }
    fillList();
    m_title->setText(config->name);
    m_remove->show();
    if (config->credentials.kind == http::Credentials::Kind::None || !m_settings.areKept()) {
        tellSaved(*config);
        return true;
    }
    m_saving = m_shown;
    ++m_saves;
    tell(m_note, tr("Saving… The keychain of this computer has not answered yet."), u"t2"_s);
    return true;
}

// Of several that are on their way the last answer counts.
void ArchiveSettings::endSaving(const ArchiveId &id, bool isKept)
{
    m_saves = std::max(0, m_saves - 1);
    const Archive *archive = m_archives.find(id);
    if (!isKept) {
        m_unkept =
            archive && hasToken(archive->config)
                ? tr("The keychain of this computer did not take the token. It lasts until the program ends.")
                : tr("The keychain of this computer did not take the password. It lasts until the program ends.");
        if (archive && id != m_edited) // the form is another one's by now
            m_unkept.prepend(archive->config.name + u": "_s);
        tell(m_note, m_unkept, u"warn"_s);
        m_close = nullptr; // that is to be read first
    } else if (m_saves == 0 && id == m_saving.id && id == m_edited && m_unkept.isEmpty()) {
        tellSaved(m_saving);
    }
    if (m_saves == 0 && m_close)
        std::exchange(m_close, nullptr)();
}

void ArchiveSettings::tellSaved(const dicomweb::ArchiveConfig &config)
{
    if (!m_settings.areKept()) {
        tell(m_note,
             tr("Not saved: the settings cannot be written to the disk. The archive lasts until the program "
                "ends."),
             u"crit"_s);
        return;
    }
    const bool unprotected = sendsUnprotected(config);
    tell(m_note,
         !unprotected       ? tr("Saved.")
         : hasToken(config) ? tr("Saved. The token goes over the network unprotected: https would protect it.")
                            : tr("Saved. The password goes over the network unprotected: https would protect it."),
         unprotected ? u"warn"_s : u"ok"_s);
}

void ArchiveSettings::askToRemove()
{
    if (m_question)
        return;
    const Archive *archive = m_archives.find(m_edited);
    if (!archive)
        return;
    m_question = makeQuestion(*this, tr("Archives"),
                              tr("Delete the archive “%1”? Its address and its password or token go from this "
                                 "computer. This cannot be undone.")
                                  .arg(archive->config.name));
    const auto *drop = m_question->addButton(tr("Delete"), QMessageBox::DestructiveRole);
    QPushButton *cancel = m_question->addButton(tr("Cancel"), QMessageBox::RejectRole);
    m_question->setDefaultButton(cancel);
    m_question->setEscapeButton(cancel);
    connect(m_question, &QMessageBox::buttonClicked, this, [this, drop, id = m_edited](const QAbstractButton *button) {
        if (button == drop && id == m_edited)
            remove();
    });
    m_question->open();
}

void ArchiveSettings::remove()
{
    const ArchiveId id = m_edited;
    m_edited = {};
    m_archives.remove(id);
    showSelected();
}

// What a test found out holds for what the form said then.
void ArchiveSettings::forgetTest()
{
    m_test.reset();
    m_testView->show(nullptr);
}

void ArchiveSettings::startTest()
{
    auto config = read();
    if (!config || m_question) {
        forgetTest(); // of another authority or address
        return;
    }
    if (withholdsSecret()) {
        tell(m_note,
             hasToken(*config) ? tr("Tested without signing in: the saved token is not for this address.")
                               : tr("Tested without signing in: the saved password is not for this address."),
             u"warn"_s);
        config->credentials = {};
    }
    const QString origin = originOf(config->baseUrl);
    if (!sendsUnprotected(*config) || m_agreedOrigin == origin) {
        runTest(*config);
        return;
    }
    forgetTest();
    m_question = makeQuestion(
        *this, tr("Connection test"),
        (hasToken(*config) ? tr("The token would go to %1 unprotected: everybody on the way can read it. Send it?")
                           : tr("The password would go to %1 unprotected: everybody on the way can read it. Send it?"))
            .arg(origin));
    const auto *send = m_question->addButton(tr("Send"), QMessageBox::DestructiveRole);
    QPushButton *cancel = m_question->addButton(tr("Cancel"), QMessageBox::RejectRole);
    m_question->setDefaultButton(cancel);
    m_question->setEscapeButton(cancel);
    connect(m_question, &QMessageBox::buttonClicked, this,
            [this, send, origin, config = *config](const QAbstractButton *button) {
                if (button != send)
                    return;
                m_agreedOrigin = origin;
                runTest(config);
            });
    m_question->open();
}

void ArchiveSettings::runTest(const dicomweb::ArchiveConfig &config)
{
    m_test = std::make_unique<ConnectionTest>(m_archives.makeClient(config), m_clock, nullptr,
                                              [this](const auto &other) { return m_archives.makeClient(other); });
    connect(m_test.get(), &ConnectionTest::changed, this, [this] { m_testView->show(m_test.get()); });
    connect(m_test.get(), &ConnectionTest::finished, this, [this] {
        if (m_test->error().code == ErrorCode::FileUnreadable) // what only the handshake could find out
            tell(m_caNote, connectionAdvice(m_test->error()).headline, u"crit"_s);
    });
    m_test->start();
}

void ArchiveSettings::tell(QLabel *label, const QString &text, const QString &tone)
{
    label->setText(text);
    label->setProperty("tone", tone);
    label->setVisible(!text.isEmpty());
    widgets::repolish(label);
}

} // namespace consilium::app
