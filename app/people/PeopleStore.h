#pragma once
#include "app/people/PasswordHash.h"
#include "base/Clock.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace consilium::app
{

/// Somebody who reads at this computer, and the place of their own here.
struct Person {
    QString id; ///< "first", or 32 hexadecimal digits
    QString name;
    TimeMs added = 0;
    std::optional<PasswordHash> password;
    int lockAfterMinutes = 0; ///< 0: never by itself
    int wrongGuesses = 0;     ///< since the last right one
    TimeMs lastGuess = 0;
    /// Neither the entry nor its copy can be read. Nobody signs in here, and nothing of it is lost: see `file`.
    bool isDamaged = false;
    QString file;
};

/// The people of this computer: a folder for each with an entry (person.json, and a copy of the one before), and their
/// settings. Whoever was here alone before there was a list is "first" and keeps the settings where they are. Entries
/// are for this account's eyes only (0600) and written as a whole or not at all. A damaged entry is read from its copy;
/// where that is damaged too the person is shown as damaged, and both files are kept beside a new one. UI thread only.
class PeopleStore
{
public:
    static constexpr auto First = "first";
    static constexpr int Most = 32, LongestName = 40;

    /// Writes a file of this account's alone as a whole or not at all: on an error the one before is untouched.
    using Write = std::function<Result<void>(const QString &path, const QByteArray &bytes)>;

    /// `base`: the system's folder for settings. Without a `write` files are written to the disk; tests let it fail.
    PeopleStore(QString base, const Clock &clock, Write write = {});

    /// Reads everything anew. Empty: there is no list, and whoever starts the program is "first".
    void load();
    /// In the order in which they were added.
    [[nodiscard]] const std::vector<Person> &all() const { return m_people; }
    [[nodiscard]] const Person *find(const QString &id) const;
    /// Somebody whose entry was read from its copy when it was loaded last: what was changed last may be missing.
    [[nodiscard]] const QStringList &repaired() const { return m_repaired; }
    /// Who is here must be asked: there are several, or the one has a password.
    [[nodiscard]] bool mustAsk() const;

    /// Settings folder: of "first" the base itself.
    [[nodiscard]] QString settingsFolder(const QString &id) const;
    /// What keeps the keychain's entries of people apart; empty for "first", whose entries were there before.
    [[nodiscard]] static QString secretsOf(const QString &id);

    /// Errors of all that follow: InvalidArgument with a sentence in the user's language; FileUnreadable, DiskFull when
    /// nothing could be written (and nothing has changed).
    [[nodiscard]] Result<QString> add(const QString &name);
    /// `name` of "first" before there is a list.
    [[nodiscard]] Result<void> addFirst(const QString &name);
    [[nodiscard]] Result<void> rename(const QString &id, const QString &name);
    /// After an error the password of before holds, and no file lets the new one in.
    [[nodiscard]] Result<void> setPassword(const QString &id, const std::optional<PasswordHash> &password);
    [[nodiscard]] Result<void> setLockAfter(const QString &id, int minutes);
    /// Makes a damaged entry anew: without a password, settings kept, the damaged files kept aside.
    [[nodiscard]] Result<void> renew(const QString &id, const QString &name);
    /// With everything in the person's settings folder; of "first" the settings file.
    [[nodiscard]] Result<void> remove(const QString &id);

    /// How long the next guess has to wait: nothing after two wrong ones, then 1, 2, 4 … 60 s.
    [[nodiscard]] qint64 waitMs(const QString &id);
    /// Kept over a restart where the disk takes it, and for this run in any case.
    void noteGuess(const QString &id, bool isRight);

private:
    [[nodiscard]] QString folderOf(const QString &id) const;
    [[nodiscard]] Result<QString> checkedName(const QString &name, const QString &except) const;
    [[nodiscard]] Person read(const QString &id);
    [[nodiscard]] Result<void> prepare(const QString &id) const;
    [[nodiscard]] Result<void> write(const Person &person) const;
    [[nodiscard]] Result<void> writeBoth(const Person &before, const Person &person) const;
    [[nodiscard]] Result<void> change(const QString &id, const std::function<void(Person &)> &what);

    QString m_base;
    const Clock &m_clock;
    Write m_write;
    std::vector<Person> m_people;
    QStringList m_repaired;
};

} // namespace consilium::app
