#include "app/people/PeopleDesk.h"

#include "app/settings/ProfileSettings.h"
#include "base/Logging.h"
#include "base/Pending.h"
#include "netclient/identity/CredentialStore.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

const QString lockCommand = u"lock"_s, switchCommand = u"switch-person"_s;

} // namespace

PeopleDesk::PeopleDesk(PeopleStore &store, HashCost cost, QObject *parent)
    : QObject(parent), m_store(store), m_cost(cost), m_current(QLatin1String(PeopleStore::First))
{
}

std::vector<Person> PeopleDesk::people() const
{
    auto all = m_store.all();
    if (all.empty()) {
        all.emplace_back();
        all.back().id = QLatin1String(PeopleStore::First);
        all.back().name = tr("Person 1");
    }
    return all;
}

Person PeopleDesk::current() const
{
    const auto all = people();
    const auto it = std::find_if(all.begin(), all.end(), [&](const Person &p) { return p.id == m_current; });
    return it != all.end() ? *it : Person();
}

void PeopleDesk::setCurrent(const QString &id)
{
    m_current = id;
    m_lockWaits = false;
    Q_EMIT changed();
}

bool PeopleDesk::isCommand(const QString &command)
{
    return command == lockCommand || command == switchCommand;
}

bool PeopleDesk::isSwitch(const QString &command)
{
    return command == switchCommand;
}

Result<void> PeopleDesk::run(const QString &command)
{
    if (command == lockCommand) {
        m_lockWaits = m_isChanging; // whether there will be a password is known in a moment
        return m_isChanging ? Result<void>() : lock();
    }
    if (people().size() < 2)
        return fail(ErrorCode::InvalidArgument,
                    tr("There is nobody else yet. Add people in the settings, under “People”."));
    Q_EMIT switchRequested();
    return {};
}

Result<void> PeopleDesk::lock()
{
    if (!current().password)
        return fail(ErrorCode::InvalidArgument,
                    tr("Nothing is locked without a password. Set one in the settings, under “People”."));
    Q_EMIT lockRequested();
    return {};
}

// A password was set, taken away or refused; locking may have waited for that.
void PeopleDesk::endChange()
{
    m_isChanging = false;
    if (!std::exchange(m_lockWaits, false))
        return;
    if (const auto locked = lock(); !locked)
        Q_EMIT notLocked(locked.error());
}

// Whoever was alone here has no entry until something is to be kept in it.
Result<void> PeopleDesk::materialise()
{
    if (!m_store.all().empty())
        return {};
    return m_store.addFirst(current().name);
}

Result<void> PeopleDesk::told(Result<void> done)
{
    if (done)
        Q_EMIT changed();
    return done;
}

Result<void> PeopleDesk::add(const QString &name)
{
    if (const auto made = materialise(); !made)
        return made;
    const auto added = m_store.add(name);
    return told(added ? Result<void>() : fail(added.error()));
}

// Nobody takes a colleague's place here away who is protected by a password.
Result<void> PeopleDesk::mayChange(const QString &id, const QString &password)
{
    m_store.load(); // another window of the program may have changed it
    const Person *person = m_store.find(id);
    if (id == m_current || !person || !person->password)
        return {};
    const QString name = person->name;
    if (password.isEmpty())
        return fail(ErrorCode::InvalidArgument, tr("Only with the password of %1: enter it.").arg(name));
    if (m_store.waitMs(id) > 0)
        return fail(ErrorCode::InvalidArgument, tr("Too many wrong passwords. Wait a minute."));
    const bool isRight = isPassword(*person->password, password);
    m_store.noteGuess(id, isRight);
    if (!isRight)
        return fail(ErrorCode::InvalidArgument, tr("That is not the password of %1.").arg(name));
    return {};
}

void PeopleDesk::removeSecrets(const QString &id, const std::vector<dicomweb::ArchiveConfig> &archives)
{
    identity::CredentialStore secrets(PeopleStore::secretsOf(id));
    for (const auto &archive : archives)
        if (archive.credentials.kind != http::Credentials::Kind::None)
            secrets.remove(archive.id).then(this, [](const Result<void> &done) {
                if (!done)
                    qCInfo(logApp) << "a secret could not be removed:" << errorName(done.error().code);
            });
}

// Copies of the store that lie elsewhere cannot be read by anybody then.
void PeopleDesk::removeKey(const QString &id)
{
    identity::CredentialStore(PeopleStore::secretsOf(id)).removeKey(storeKey).then(this, [](const Result<void> &done) {
        if (!done && done.error().code != ErrorCode::NotFound)
            qCInfo(logApp) << "the key of a store could not be removed:" << errorName(done.error().code);
    });
}

Result<void> PeopleDesk::rename(const QString &id, const QString &name, const QString &password)
{
    if (m_store.all().empty())
        return told(m_store.addFirst(name));
    if (const auto may = mayChange(id, password); !may)
        return may;
    return told(m_store.rename(id, name));
}

Result<void> PeopleDesk::renew(const QString &id, const QString &name)
{
    const QString renewed = id;
    if (const auto made = m_store.renew(renewed, name); !made)
        return made;
    removeSecrets(renewed, ProfileSettings(m_store.settingsFolder(renewed)).archives());
    return told({});
}

Result<void> PeopleDesk::remove(const QString &id, const QString &password)
{
    if (id == m_current)
        return fail(ErrorCode::InvalidArgument, tr("Nobody can delete themselves while they are signed in."));
    if (const auto may = mayChange(id, password); !may)
        return may;
    const auto archives = ProfileSettings(m_store.settingsFolder(id)).archives();
    if (const auto gone = m_store.remove(id); !gone)
        return gone;
    removeSecrets(id, archives);
    removeKey(id);
    Q_EMIT removed(id);
    return told({});
}

bool PeopleDesk::hasStore(const QString &id) const
{
    return QFileInfo::exists(QDir(m_store.settingsFolder(id)).filePath(u"store"_s));
}

void PeopleDesk::countStore(const QString &id, std::function<void(const Result<KeptCounts> &)> tell)
{
    constexpr int lockWaitMs = 200;
    const QString folder = QDir(m_store.settingsFolder(id)).filePath(u"store"_s);
    const auto count = [folder](const QByteArray &key) -> Result<KeptCounts> {
        if (!QFileInfo::exists(folder)) // deleted meanwhile: to open it would make it anew
            return fail(ErrorCode::NotFound, u"the store is gone"_s);
        const auto store = store::LocalStore::open(folder, key, {lockWaitMs});
        return store ? countKept(*store) : fail(store.error());
    };
    identity::CredentialStore(PeopleStore::secretsOf(id))
        .readKey(storeKey)
        .then(this, [this, count, tell = std::move(tell)](const Result<QByteArray> &key) {
            if (!key)
                return tell(fail(key.error()));
            runPending([count, key = *key] { return count(key); }).then(this, tell);
        });
}

Result<void> PeopleDesk::setLockAfter(int minutes)
{
    if (const auto made = materialise(); !made)
        return made;
    return told(m_store.setLockAfter(m_current, minutes));
}

void PeopleDesk::changePassword(const QString &old, const QString &wanted)
{
    const QString id = m_current;
    if (m_store.waitMs(id) > 0) {
        Q_EMIT passwordRefused({ErrorCode::InvalidArgument, tr("Too many wrong passwords. Wait a minute.")});
        return;
    }
    struct Outcome {
        bool isOldRight = true;
        Result<std::optional<PasswordHash>> made;
    };
    const auto work = [kept = current().password, old, wanted, cost = m_cost] {
        Outcome outcome{!kept || isPassword(*kept, old), std::optional<PasswordHash>()};
        if (!outcome.isOldRight || wanted.isEmpty())
            return outcome;
        if (auto hash = hashPassword(wanted, cost))
            outcome.made = std::optional(std::move(*hash));
        else
            outcome.made = fail(hash.error());
        return outcome;
    };
    m_isChanging = true;
    runPending(work).then(this, [this, id](const Outcome &outcome) {
        if (id != m_current) {
            endChange();
            return;
        }
        if (!outcome.isOldRight || outcome.made)
            m_store.noteGuess(id, outcome.isOldRight);
        if (!outcome.isOldRight)
            Q_EMIT passwordRefused({ErrorCode::InvalidArgument, tr("The present password is not right.")});
        else if (!outcome.made)
            Q_EMIT passwordRefused(outcome.made.error());
        else
            keepPassword(*outcome.made);
        endChange();
    });
}

void PeopleDesk::keepPassword(const std::optional<PasswordHash> &password)
{
    auto done = materialise();
    if (done)
        done = m_store.setPassword(m_current, password);
    if (told(done))
        Q_EMIT passwordSet();
    else
        Q_EMIT passwordRefused({ErrorCode::InvalidArgument,
                                (current().password ? tr("The password was not changed, the one before holds. %1")
                                                    : tr("No password was set. %1"))
                                    .arg(userMessage(done.error()))});
}

} // namespace consilium::app
