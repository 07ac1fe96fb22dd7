#pragma once
#include "app/people/PeopleStore.h"

#include <QObject>

namespace consilium::app
{

/// Who is signed in, and what the window lets them do about it: lock, make room for somebody else, change the list.
/// What is changed holds at once.
class PeopleDesk : public QObject
{
    Q_OBJECT
public:
    /// `cost` of the passwords that are set from now on.
    PeopleDesk(PeopleStore &store, HashCost cost, QObject *parent = nullptr);

    /// With "first" where there is no list yet.
    [[nodiscard]] std::vector<Person> people() const;
    [[nodiscard]] const QString &currentId() const { return m_current; }
    [[nodiscard]] Person current() const;
    void setCurrent(const QString &id);
    /// There are several people, or the one has a password: the window names who is signed in.
    [[nodiscard]] bool isShared() const { return m_store.mustAsk(); }

    [[nodiscard]] static bool isCommand(const QString &command);
    /// "lock" or "switch-person"; InvalidArgument with a sentence for the person where it makes no sense.
    [[nodiscard]] Result<void> run(const QString &command);

    [[nodiscard]] Result<void> add(const QString &name);
    [[nodiscard]] Result<void> rename(const QString &id, const QString &name);
    /// Makes a damaged entry anew.
    [[nodiscard]] Result<void> renew(const QString &id, const QString &name);
    /// Not who is signed in. The secrets of the person's archives leave the keychain.
    [[nodiscard]] Result<void> remove(const QString &id);
    [[nodiscard]] Result<void> setLockAfter(int minutes);
    /// Of who is signed in; an empty new one takes the password away. Answers by passwordSet() or passwordRefused(): a
    /// wrong `old` is InvalidArgument and counts as a wrong guess.
    void changePassword(const QString &old, const QString &wanted);

Q_SIGNALS:
    void changed();
    void passwordSet();
    void passwordRefused(const consilium::Error &error);
    void lockRequested();
    void switchRequested();
    void removed(const QString &id);

private:
    [[nodiscard]] Result<void> materialise();
    Result<void> told(Result<void> done);
    void keepPassword(const std::optional<PasswordHash> &password);

    PeopleStore &m_store;
    HashCost m_cost;
    QString m_current;
};

} // namespace consilium::app
