#pragma once
#include "app/people/PeopleStore.h"
#include "app/usecases/KeptCounts.h"
#include "netclient/dicomweb/DicomWebClient.h"

#include <QObject>

#include <functional>

namespace consilium::app
{

/// Who is signed in, and what the window lets them do about it: lock, make room for somebody else, change the list.
/// What is changed holds at once.
class PeopleDesk : public QObject
{
    Q_OBJECT
public:
    /// Name of the key in the keychain by which a person's store on this computer is encrypted.
    inline static const QString storeKey = QStringLiteral("store");

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
    [[nodiscard]] static bool isSwitch(const QString &command); ///< what is open is not kept for who comes
    /// "lock" or "switch-person"; InvalidArgument with a sentence for the person where it makes no sense. While a
    /// password is being set locking waits for that: lockRequested() or notLocked() follows.
    [[nodiscard]] Result<void> run(const QString &command);

    [[nodiscard]] Result<void> add(const QString &name);
    /// Somebody else who has a password: only with it, or InvalidArgument; a wrong one counts as a wrong guess.
    [[nodiscard]] Result<void> rename(const QString &id, const QString &name, const QString &password = {});
    /// Makes a damaged entry anew: without a password, so the secrets of its archives leave the keychain.
    [[nodiscard]] Result<void> renew(const QString &id, const QString &name);
    /// Not who is signed in; somebody who has a password only with it, as above. The secrets of the person's archives
    /// and the key of their store leave the keychain.
    [[nodiscard]] Result<void> remove(const QString &id, const QString &password = {});
    /// There is an encrypted store of the person on this computer, which is deleted with them.
    [[nodiscard]] bool hasStore(const QString &id) const;
    /// How many unsaved marks and unsent objects are in it; nothing else of it is read. `tell` is called once, while
    /// this is there. Errors, with which nobody knows: those of the keychain and of the store (Conflict: the person has
    /// the program open).
    void countStore(const QString &id, std::function<void(const Result<KeptCounts> &)> tell);
    [[nodiscard]] Result<void> setLockAfter(int minutes);
    /// Of who is signed in; an empty new one takes the password away. Answers by passwordSet() or passwordRefused(): a
    /// wrong `old` is InvalidArgument and counts as a wrong guess.
    void changePassword(const QString &old, const QString &wanted);

Q_SIGNALS:
    void changed();
    void passwordSet();
    void passwordRefused(const consilium::Error &error);
    void lockRequested();
    void notLocked(const consilium::Error &why); ///< it had waited for a password; the detail is for the person
    void switchRequested();
    void removed(const QString &id);

private:
    [[nodiscard]] Result<void> lock();
    void endChange();
    [[nodiscard]] Result<void> materialise();
    Result<void> told(Result<void> done);
    [[nodiscard]] Result<void> mayChange(const QString &id, const QString &password);
    void removeKey(const QString &id);
    void removeSecrets(const QString &id, const std::vector<dicomweb::ArchiveConfig> &archives);
    void keepPassword(const std::optional<PasswordHash> &password);

    PeopleStore &m_store;
    HashCost m_cost;
    QString m_current;
    bool m_isChanging = false; ///< a password is being worked on
    bool m_lockWaits = false;  ///< until that is done
};

} // namespace consilium::app
