#include "app/people/Workplace.h"

#include "app/Application.h"
#include "app/people/SignInWindow.h"
#include "app/windows/MainWindow.h"
#include "app/windows/Question.h"
#include "base/Pending.h"
#include "viewer/widgets/OwnClipboard.h"
#include "viewer/widgets/theme/Theme.h"

#include <QApplication>
#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QPushButton>
#include <QStandardPaths>
#include <QTimer>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

constexpr std::size_t mostHandedOver = 12; ///< that wait for a sign-in

// Links followed, where there is something already.
QString placeOf(const QString &folder)
{
    const QString real = QFileInfo(folder).canonicalFilePath();
    return real.isEmpty() ? QDir::cleanPath(QFileInfo(folder).absoluteFilePath()) : real;
}

// Somebody else reads it: of what kind and when, not of whom. The day where it is another one: a desk may be locked for
// a weekend.
QString droppedText(const std::vector<RequestDesk::Waiting> &dropped, const QDate &today)
{
    QStringList each;
    for (const RequestDesk::Waiting &one : dropped) {
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(one.cameAtMs);
        each << (one.what == RequestDesk::Waiting::What::Study ? Workplace::tr("a study at %1")
                                                               : Workplace::tr("files at %1"))
                    .arg(at.toString(at.date() == today ? u"HH:mm"_s : u"yyyy-MM-dd HH:mm"_s));
    }
    return Workplace::tr("%n requests to this desk had no answer yet and were dropped: %1. They were meant for the "
                         "person before.",
                         nullptr, int(dropped.size()))
        .arg(each.join(u", "_s));
}

} // namespace

Result<void> Workplace::checkProfile(const QString &folder, const QString &base)
{
    if (folder.isEmpty())
        return {};
    const QString place = placeOf(folder), people = placeOf(QDir(base).filePath(u"people"_s));
    if (place != placeOf(base) && place != people && !place.startsWith(people + u'/'))
        return {};
    return fail(ErrorCode::InvalidArgument,
                tr("These are settings of people of this computer: start the program without --profile and sign in."));
}

QString Workplace::secretsOfFolder(const QString &folder)
{
    const QByteArray digest = QCryptographicHash::hash(placeOf(folder).toUtf8(), QCryptographicHash::Sha256).toHex();
    return u"folder-"_s + QString::fromLatin1(digest.left(32));
}

Workplace::Workplace(CommandLine line, Language &language, Place place, QObject *parent)
    : QObject(parent),
      m_line(std::move(line)),
      m_language(language),
      m_clock(place.clock ? *place.clock : m_machine),
      m_base(place.base.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) : place.base),
      m_store(m_base, m_clock),
      m_desk(m_store, place.cost),
      m_idle(m_clock)
{
    connect(&m_desk, &PeopleDesk::lockRequested, this, [this] { lock(m_desk.currentId()); });
    connect(&m_desk, &PeopleDesk::switchRequested, this, [this] { lock(someoneElse()); });
    connect(&m_desk, &PeopleDesk::changed, this, &Workplace::watch);
    connect(&m_idle, &IdleWatch::expired, this, [this] { lock(m_desk.currentId()); });
}

Workplace::~Workplace() = default;

void Workplace::start()
{
    if (m_line.scenario.isEmpty()) // a scenario is alone with itself
        listenForOthers();
    if (!m_line.profile.isEmpty() || !m_line.scenario.isEmpty()) {
        const QString secrets = m_line.profile.isEmpty() ? QString() : secretsOfFolder(m_line.profile);
        m_application = std::make_unique<Application>(m_line, m_language, Seat{{}, secrets, nullptr, &m_clock});
        m_application->start();
        return;
    }
    m_store.load();
    m_repaired = m_store.repaired();
    if (m_store.mustAsk()) {
        ask({});
        return;
    }
    enter(m_store.all().empty() ? QString::fromLatin1(PeopleStore::First) : m_store.all().front().id);
    if (!m_repaired.isEmpty())
        m_application->window().notify(notes().join(u' '), true);
}

// Not only when somebody has signed in: a second start meanwhile would be a second program on the same settings.
void Workplace::listenForOthers()
{
    connect(&m_others, &HandOver::received, this, &Workplace::takeHandedOver);
    connect(&m_others, &HandOver::turnedAway, this, [this](const HandedOver &message) {
        if (m_application)
            m_application->requests().sayTurnedAway(message);
    });
    m_others.acceptOnlyWhere([this](const HandedOver &message) { return hasRoomFor(message); });
    m_others.listen(HandOver::addressFor(m_line.profile));
}

bool Workplace::hasRoomFor(const HandedOver &message) const
{
    return m_application ? m_application->requests().hasRoomFor(message)
                         : m_handedOver.size() < mostHandedOver || isLinkWaiting(message);
}

// One that was clicked twice is answered once.
bool Workplace::isLinkWaiting(const HandedOver &message) const
{
    return !message.link.isEmpty() && std::any_of(m_handedOver.begin(), m_handedOver.end(),
                                                  [&](const Arrived &one) { return one.message == message; });
}

void Workplace::takeHandedOver(const HandedOver &message)
{
    if (m_application) {
        m_application->requests().takeHandedOver(message);
        return;
    }
    if (!isLinkWaiting(message))
        m_handedOver.push_back({message, m_clock.nowMs()});
    callForSignIn();
    if (!m_isLooking)
        m_signIn->page().say(tr("What was asked for opens when you have signed in."), u"t2"_s);
}

void Workplace::callForSignIn()
{
    m_signIn->setWindowState(m_signIn->windowState() & ~Qt::WindowMinimized);
    m_signIn->show();
    m_signIn->raise();
    m_signIn->activateWindow();
}

QStringList Workplace::notes() const
{
    QStringList all;
    for (const QString &name : m_repaired)
        all << tr("The entry of %1 was damaged; the one before it is used. What was changed last may be missing.")
                   .arg(name);
    return all;
}

QString Workplace::someoneElse() const
{
    for (const Person &person : m_store.all())
        if (person.id != m_desk.currentId() && !person.isDamaged)
            return person.id;
    return {};
}

// Before anybody has signed in.
void Workplace::ask(const QString &chosen)
{
    dress();
    showPage(chosen);
    const QByteArray place = ProfileSettings(m_base).windowGeometry();
    if (m_line.size.isValid())
        m_signIn->resize(m_line.size);
    else if (place.isEmpty() || !m_signIn->restoreGeometry(place))
        m_signIn->setWindowState(Qt::WindowMaximized);
    m_signIn->show();
    m_signIn->page().takeFocus();
}

void Workplace::showPage(const QString &chosen)
{
    if (!m_signIn) {
        m_signIn = std::make_unique<SignInWindow>();
        connect(m_signIn.get(), &SignInWindow::signInRequested, this, &Workplace::takeSignIn);
        connect(m_signIn.get(), &SignInWindow::languageChosen, this, &Workplace::setPageLanguage);
        m_signIn->askBeforeClosing([this] {
            return m_signIn->isVisible() && asksBeforeLoss(tr("Discard them and end"), [] {
                       QCoreApplication::exit(0); // quit() would have each window ask again
                   });
        });
    }
    m_signIn->showPage(
        {m_desk.people(), chosen, m_application ? m_desk.currentId() : QString(), m_language.current(), notes()});
}

void Workplace::lock(const QString &chosen)
{
    if (!m_application || m_curtain.isDrawn())
        return;
    m_idle.stop();
    m_application->setLocked(true); // first: from here on nothing acts
    m_languageBehind = m_language.current();
    m_store.load();
    showPage(chosen);
    const MainWindow &window = m_application->window();
    m_signIn->setWindowState(window.windowState() & ~Qt::WindowActive);
    m_signIn->setGeometry(window.geometry());
    m_signIn->show(); // before the other goes: a program without a window ends
    m_curtain.draw(*m_signIn);
    m_signIn->raise();
    m_signIn->activateWindow();
    m_signIn->page().takeFocus();
    widgets::takeBackCopies(); // whoever comes pastes nothing of it; last: another program may be slow to say what it
                               // has
}

void Workplace::takeSignIn(const QString &id, const QString &password)
{
    if (m_isLooking)
        return;
    m_store.load(); // another window of the program may have changed it
    const Person *person = m_store.find(id);
    if (!person || person->isDamaged || (person->password && password.isEmpty())) {
        showPage(id);
        return;
    }
    if (!person->password) {
        admit(id);
        return;
    }
    if (const qint64 wait = m_store.waitMs(id); wait > 0) {
        m_signIn->page().showWrong(wait);
        return;
    }
    m_isLooking = true;
    m_signIn->page().setBusy(true);
    runPending([kept = *person->password, password] {
        return isPassword(kept, password);
    }).then(this, [this, id](bool isRight) {
        m_isLooking = false;
        m_store.noteGuess(id, isRight);
        if (isRight)
            admit(id);
        else
            m_signIn->page().showWrong(m_store.waitMs(id));
    });
}

void Workplace::admit(const QString &id)
{
    if (m_application && id == m_desk.currentId())
        unlock();
    else if (!asksBeforeLoss(tr("Discard them and sign in"), [this, id] { enter(id); }))
        enter(id);
}

// Whoever is at the locked screen cannot save what is somebody else's: they can leave it to them.
bool Workplace::asksBeforeLoss(const QString &discard, std::function<void()> goOn)
{
    const Unkept lost = m_application ? m_application->window().leaving().unasked() : Unkept();
    if (lost.isEmpty())
        return false;
    QStringList lines;
    if (lost.marks > 0)
        lines << tr("%n mark(s) of %1 are not saved.", nullptr, lost.marks).arg(m_desk.current().name);
    if (lost.objects > 0)
        lines << tr("%n saved object(s) of %1 are not in the archive yet.", nullptr, lost.objects)
                     .arg(m_desk.current().name);
    lines << tr("This computer does not keep them: they are lost unless %1 signs in and saves them.")
                 .arg(m_desk.current().name);
    QMessageBox *const question = makeQuestion(*m_signIn, tr("Unsaved marks"), lines.join(u'\n'));
    question->setObjectName(u"lossQuestion"_s);
    QPushButton *const back = question->addButton(tr("Go back"), QMessageBox::RejectRole);
    QPushButton *const away = question->addButton(discard, QMessageBox::DestructiveRole);
    away->setObjectName(u"lossAnyway"_s);
    question->setDefaultButton(back);
    question->setEscapeButton(back);
    connect(back, &QPushButton::clicked, this, [this] { showPage(m_desk.currentId()); });
    connect(away, &QPushButton::clicked, this, [this, goOn = std::move(goOn)] { QTimer::singleShot(0, this, goOn); });
    question->open();
    return true;
}

void Workplace::unlock()
{
    if (m_language.current() != m_languageBehind) {
        m_language.install(m_languageBehind);
        dress();
    }
    m_curtain.lift();
    m_signIn->hide();
    m_application->window().activateWindow();
    m_application->setLocked(false);
    watch();
}

void Workplace::enter(const QString &id)
{
    // They are nobody else's business.
    const auto dropped = m_application ? m_application->requests().waiting() : std::vector<RequestDesk::Waiting>();
    if (m_application)
        m_application->rememberPlace();
    m_application.reset(); // with everything that the one before had open
    m_curtain.lift();
    m_desk.setCurrent(id);
    const QString folder = m_store.settingsFolder(id);
    const QString own = ProfileSettings(folder).language();
    m_language.install(chooseLanguage(m_line.language, own.isEmpty() ? m_pageLanguage : own, QLocale::system()));
    m_application = std::make_unique<Application>(lineFor(), m_language,
                                                  Seat{folder, PeopleStore::secretsOf(id), &m_desk, &m_clock});
    m_isFirst = false;
    connect(&m_application->requests(), &RequestDesk::attentionWanted, this, [this] {
        if (isLocked())
            callForSignIn();
    });
    m_application->start();
    if (m_signIn)
        m_signIn->hide();
    watch();
    for (const Arrived &one : std::exchange(m_handedOver, {}))
        m_application->requests().takeHandedOver(one.message, one.atMs);
    if (!dropped.empty()) {
        const QDate today = QDateTime::fromMSecsSinceEpoch(m_clock.nowMs()).date();
        m_application->requests().note(droppedText(dropped, today));
    }
}

// What was to be opened is for whoever signs in first.
CommandLine Workplace::lineFor() const
{
    if (m_isFirst)
        return m_line;
    CommandLine line;
    line.archives = m_line.archives;
    line.language = m_line.language;
    line.theme = m_line.theme;
    line.size = m_line.size;
    return line;
}

void Workplace::watch()
{
    const Person person = m_desk.current();
    m_idle.start(m_application && !m_curtain.isDrawn() && person.password ? person.lockAfterMinutes : 0);
}

void Workplace::setPageLanguage(const QString &language)
{
    m_pageLanguage = language;
    m_language.install(language);
    dress();
    showPage(m_signIn->page().chosen());
}

void Workplace::dress()
{
    const QString theme = m_application            ? m_application->theme()
                          : m_line.theme.isEmpty() ? ProfileSettings(m_base).theme()
                                                   : m_line.theme;
    widgets::applyTheme(*qApp, theme == "light"_L1 ? widgets::Scheme::Light : widgets::Scheme::Dark,
                        QLocale(m_language.current()));
}

} // namespace consilium::app
