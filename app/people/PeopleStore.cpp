#include "app/people/PeopleStore.h"

#include "base/Logging.h"
#include "base/platform/Platform.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSaveFile>
#include <QUuid>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

constexpr qint64 mostFileBytes = 64 * 1024, longestWaitMs = 60'000;
constexpr int freeGuesses = 2;
const QString entryName = u"person.json"_s, copyName = u"person.json.before"_s;
constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner;

class Text
{
    Q_DECLARE_TR_FUNCTIONS(People)
};

bool isId(const QString &id)
{
    static const QRegularExpression form(u"^(first|[0-9a-f]{32})$"_s);
    return form.match(id).hasMatch();
}

bool isLockTime(int minutes)
{
    return minutes == 0 || minutes == 5 || minutes == 10 || minutes == 15 || minutes == 30;
}

QByteArray serialised(const Person &person)
{
    QJsonObject object{{u"consiliumPerson"_s, 1},
                       {u"name"_s, person.name},
                       {u"added"_s, qint64(person.added)},
                       {u"lockAfterMinutes"_s, person.lockAfterMinutes}};
    if (person.password)
        object.insert(u"password"_s, toJson(*person.password));
    if (person.wrongGuesses > 0) {
        object.insert(u"wrongGuesses"_s, person.wrongGuesses);
        object.insert(u"lastGuess"_s, qint64(person.lastGuess));
    }
    return QJsonDocument(object).toJson();
}

// An entry whose password cannot be read is no entry without a password.
std::optional<Person> parsed(const QByteArray &bytes)
{
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    Person person;
    person.name = object.value(u"name"_s).toString();
    person.added = object.value(u"added"_s).toInteger();
    person.lockAfterMinutes = object.value(u"lockAfterMinutes"_s).toInt(-1);
    person.wrongGuesses = std::clamp(object.value(u"wrongGuesses"_s).toInt(), 0, 1'000'000);
    person.lastGuess = object.value(u"lastGuess"_s).toInteger();
    if (object.value(u"consiliumPerson"_s) != QJsonValue(1) || person.name.isEmpty() ||
        person.name.size() > PeopleStore::LongestName || !isLockTime(person.lockAfterMinutes))
        return std::nullopt;
    if (const auto kept = object.find(u"password"_s); kept != object.end()) {
        const auto hash = passwordHashFromJson(kept->toObject());
        if (!hash)
            return std::nullopt;
        person.password = *hash;
    }
    return person;
}

std::optional<Person> readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > mostFileBytes)
        return std::nullopt;
    return parsed(file.readAll());
}

Result<void> makeFolder(const QString &folder)
{
    if (!QDir().mkpath(folder))
        return fail(ErrorCode::FileUnreadable, u"the folder of a person cannot be made"_s);
    QFile::setPermissions(folder, ownerOnly | QFile::ExeOwner);
    return {};
}

Result<void> writeWhole(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    file.setDirectWriteFallback(false);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(ownerOnly))
        return fail(ErrorCode::FileUnreadable, u"the entry of a person cannot be written"_s);
    // A commit that has to write what is left in the buffer does not tell when it could not.
    if (file.write(bytes) != bytes.size() || !file.flush() || !file.commit())
        return fail(platform::notWritten(file, bytes.size()));
    return {};
}

} // namespace

PeopleStore::PeopleStore(QString base, const Clock &clock, Write write)
    : m_base(std::move(base)), m_clock(clock), m_write(write ? std::move(write) : Write(writeWhole))
{
}

QString PeopleStore::folderOf(const QString &id) const
{
    return QDir(m_base).filePath(u"people/"_s + id);
}

QString PeopleStore::settingsFolder(const QString &id) const
{
    return id == QLatin1String(First) ? m_base : folderOf(id);
}

QString PeopleStore::secretsOf(const QString &id)
{
    return id == QLatin1String(First) ? QString() : id;
}

void PeopleStore::load()
{
    m_repaired.clear();
    std::vector<Person> people;
    const QStringList folders = QDir(m_base).entryList({u"people"_s}, QDir::Dirs).isEmpty()
                                    ? QStringList()
                                    : QDir(QDir(m_base).filePath(u"people"_s))
                                          .entryList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks, QDir::Name);
    for (const QString &id : folders)
        if (isId(id))
            people.push_back(read(id));
    std::sort(people.begin(), people.end(), [](const Person &a, const Person &b) {
        return std::tie(a.isDamaged, a.added, a.id) < std::tie(b.isDamaged, b.added, b.id);
    });
    for (Person &person : people) // guesses that the disk did not take
        if (const Person *known = find(person.id);
            known && known->wrongGuesses > person.wrongGuesses && !person.isDamaged) {
            person.wrongGuesses = known->wrongGuesses;
            person.lastGuess = known->lastGuess;
        }
    m_people = std::move(people);
}

Person PeopleStore::read(const QString &id)
{
    const QDir folder(folderOf(id));
    auto person = readFile(folder.filePath(entryName));
    if (!person && (person = readFile(folder.filePath(copyName)))) {
        qCWarning(logApp) << "the entry of a person is damaged; its copy is used";
        m_repaired << person->name;
    }
    if (!person) {
        qCWarning(logApp) << "the entry of a person and its copy cannot be read";
        person.emplace();
        person->isDamaged = true;
        person->name = Text::tr("Damaged entry %1").arg(id.left(8));
    }
    person->id = id;
    person->file = folder.filePath(entryName);
    return *person;
}

// What is damaged is kept aside under a name of its own.
Result<void> PeopleStore::prepare(const QString &id) const
{
    const QDir folder(folderOf(id));
    if (const auto made = makeFolder(QDir(m_base).filePath(u"people"_s)); !made)
        return made;
    if (const auto made = makeFolder(folder.path()); !made)
        return made;
    const QString entry = folder.filePath(entryName), copy = folder.filePath(copyName);
    const QString aside =
        u".damaged-"_s + QDateTime::fromMSecsSinceEpoch(m_clock.nowMs()).toString(u"yyyyMMddhhmmsszzz"_s);
    for (const QString &path : {entry, copy})
        if (QFile::exists(path) && !readFile(path) && !QFile::rename(path, path + aside))
            return fail(ErrorCode::FileUnreadable, u"the damaged entry of a person cannot be kept aside"_s);
    return {};
}

// The entry before stays as the copy.
Result<void> PeopleStore::write(const Person &person) const
{
    if (const auto ready = prepare(person.id); !ready)
        return ready;
    const QDir folder(folderOf(person.id));
    const QString entry = folder.filePath(entryName), copy = folder.filePath(copyName);
    if (QFile before(entry); before.open(QIODevice::ReadOnly))
        if (const auto kept = m_write(copy, before.readAll()); !kept)
            return kept;
    return m_write(entry, serialised(person));
}

// Entry and copy are the same afterwards: both `person`, or after an error both `before`. While the entry can be read
// the copy counts for nothing, so the new one is written there first and the entry is the switch.
Result<void> PeopleStore::writeBoth(const Person &before, const Person &person) const
{
    if (const auto ready = prepare(person.id); !ready)
        return ready;
    const QDir folder(folderOf(person.id));
    const QString entry = folder.filePath(entryName), copy = folder.filePath(copyName);
    if (!QFile::exists(entry)) // the copy is all there is: it must not change before there is an entry again
        if (const auto healed = m_write(entry, serialised(before)); !healed)
            return healed;
    auto done = m_write(copy, serialised(person));
    if (done)
        done = m_write(entry, serialised(person));
    const auto isThere = [&](const QString &path) {
        const auto there = readFile(path);
        return there && there->password == person.password;
    };
    if (done && (!isThere(copy) || !isThere(entry)))
        done = fail(ErrorCode::FileUnreadable, u"the entry of a person reads otherwise than it was written"_s);
    if (done)
        return {};
    if (isThere(entry) && before.password != person.password)
        if (const auto back = m_write(entry, serialised(before)); !back)
            qCWarning(logApp) << "the entry of a person could not be put back:" << errorName(back.error().code);
    if (!m_write(copy, serialised(before)) && readFile(entry) && isThere(copy) && !QFile::remove(copy))
        qCWarning(logApp) << "the copy of a person's entry could not be put back";
    return done;
}

Result<void> PeopleStore::change(const QString &id, const std::function<void(Person &)> &what)
{
    const Person *known = find(id);
    if (!known || known->isDamaged)
        return fail(ErrorCode::NotFound, u"no such person"_s);
    Person person = read(id); // another window of the program may have changed it
    if (person.isDamaged)
        person = *known;
    what(person);
    if (const auto written = write(person); !written)
        return written;
    load();
    return {};
}

const Person *PeopleStore::find(const QString &id) const
{
    const auto it = std::find_if(m_people.begin(), m_people.end(), [&](const Person &p) { return p.id == id; });
    return it == m_people.end() ? nullptr : &*it;
}

bool PeopleStore::mustAsk() const
{
    return m_people.size() > 1 || (m_people.size() == 1 && (m_people[0].password || m_people[0].isDamaged));
}

Result<QString> PeopleStore::checkedName(const QString &name, const QString &except) const
{
    const QString clean = name.simplified();
    const auto say = [](const QString &sentence) { return fail(ErrorCode::InvalidArgument, sentence); };
    if (clean.isEmpty())
        return say(Text::tr("The name is missing."));
    if (clean.size() > LongestName)
        return say(Text::tr("The name has more than %1 characters.").arg(LongestName));
    if (std::any_of(clean.begin(), clean.end(), [](QChar c) { return !c.isPrint() && !c.isSurrogate(); }))
        return say(Text::tr("The name has characters that cannot be seen."));
    for (const Person &person : m_people)
        if (person.id != except && person.name.compare(clean, Qt::CaseInsensitive) == 0)
            return say(Text::tr("There is a person of this name already."));
    return clean;
}

Result<QString> PeopleStore::add(const QString &name)
{
    const auto clean = checkedName(name, {});
    if (!clean)
        return fail(clean.error());
    if (m_people.size() >= std::size_t(Most))
        return fail(ErrorCode::InvalidArgument,
                    Text::tr("There are %1 people already; that is as many as fit.").arg(Most));
    Person person;
    person.id = QUuid::createUuid().toString(QUuid::Id128);
    person.name = *clean;
    person.added = m_people.empty() ? m_clock.nowMs() : std::max(m_clock.nowMs(), m_people.back().added + 1);
    if (const auto written = write(person); !written) {
        QDir(folderOf(person.id)).removeRecursively(); // no half person
        return fail(written.error());
    }
    load();
    return person.id;
}

Result<void> PeopleStore::addFirst(const QString &name)
{
    if (find(QLatin1String(First)))
        return rename(QLatin1String(First), name);
    const auto clean = checkedName(name, {});
    if (!clean)
        return fail(clean.error());
    Person person;
    person.id = QLatin1String(First);
    person.name = *clean;
    person.added = m_clock.nowMs();
    if (const auto written = write(person); !written) {
        QDir(folderOf(person.id)).removeRecursively();
        return written;
    }
    load();
    return {};
}

Result<void> PeopleStore::rename(const QString &id, const QString &name)
{
    const auto clean = checkedName(name, id);
    if (!clean)
        return fail(clean.error());
    return change(id, [&](Person &person) { person.name = *clean; });
}

// The copy must not let the password of before in again, nor a new one that was refused.
Result<void> PeopleStore::setPassword(const QString &id, const std::optional<PasswordHash> &password)
{
    const Person *known = find(id);
    if (!known || known->isDamaged)
        return fail(ErrorCode::NotFound, u"no such person"_s);
    Person before = read(id); // another window of the program may have changed it
    if (before.isDamaged)
        before = *known;
    Person person = before;
    person.password = password;
    const auto done = writeBoth(before, person);
    load();
    return done;
}

Result<void> PeopleStore::setLockAfter(const QString &id, int minutes)
{
    if (!isLockTime(minutes))
        return fail(ErrorCode::InvalidArgument, u"%1 minutes"_s.arg(minutes));
    return change(id, [&](Person &person) { person.lockAfterMinutes = minutes; });
}

Result<void> PeopleStore::renew(const QString &id, const QString &name)
{
    const Person *known = find(id);
    if (!known || !known->isDamaged)
        return fail(ErrorCode::NotFound, u"no such person"_s);
    const auto clean = checkedName(name, id);
    if (!clean)
        return fail(clean.error());
    Person person;
    person.id = id;
    person.name = *clean;
    person.added = m_clock.nowMs();
    if (const auto written = write(person); !written)
        return written;
    load();
    return {};
}

Result<void> PeopleStore::remove(const QString &id)
{
    if (!find(id))
        return fail(ErrorCode::NotFound, u"no such person"_s);
    const bool settingsGone = id != QLatin1String(First) || !QFile::exists(QDir(m_base).filePath(u"consilium.ini"_s)) ||
                              QFile::remove(QDir(m_base).filePath(u"consilium.ini"_s));
    const bool storeGone =
        settingsGone && (id != QLatin1String(First) || QDir(QDir(m_base).filePath(u"store"_s)).removeRecursively());
    const bool folderGone = storeGone && QDir(folderOf(id)).removeRecursively();
    load();
    if (!folderGone)
        return fail(ErrorCode::FileUnreadable, u"the folder of a person cannot be deleted"_s);
    return {};
}

qint64 PeopleStore::waitMs(const QString &id)
{
    const auto it = std::find_if(m_people.begin(), m_people.end(), [&](const Person &p) { return p.id == id; });
    if (it == m_people.end() || it->wrongGuesses <= freeGuesses)
        return 0;
    it->lastGuess = std::min(it->lastGuess, m_clock.nowMs()); // a clock that was put back: the whole wait, from now on
    const int doublings = std::min(it->wrongGuesses - freeGuesses - 1, 10);
    const qint64 wait = std::min(longestWaitMs, qint64(1000) << doublings);
    return std::max<qint64>(0, wait - (m_clock.nowMs() - it->lastGuess));
}

void PeopleStore::noteGuess(const QString &id, bool isRight)
{
    const auto it = std::find_if(m_people.begin(), m_people.end(), [&](const Person &p) { return p.id == id; });
    if (it == m_people.end() || (isRight && it->wrongGuesses == 0))
        return;
    it->wrongGuesses = isRight ? 0 : it->wrongGuesses + 1;
    it->lastGuess = m_clock.nowMs();
    const Person now = *it;
    const auto noted = change(id, [&](Person &person) {
        person.wrongGuesses = now.wrongGuesses;
        person.lastGuess = now.lastGuess;
    });
    if (!noted)
        qCWarning(logApp) << "a sign-in could not be noted:" << errorName(noted.error().code);
}

} // namespace consilium::app
