#pragma once
#include "app/people/PeopleDesk.h"

#include <QPointer>
#include <QWidget>

class QButtonGroup;
class QLabel;
class QLayout;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace consilium::app
{

/// The people of this computer: add, rename, delete; the own password, and after how long the screen is locked.
class PeopleSettings : public QWidget
{
    Q_OBJECT
public:
    explicit PeopleSettings(PeopleDesk &desk, QWidget *parent = nullptr);
    void takeFocus();

private:
    [[nodiscard]] QWidget *buildList();
    [[nodiscard]] QWidget *buildForm();
    [[nodiscard]] QLayout *buildHead();
    [[nodiscard]] QWidget *buildOwn();
    [[nodiscard]] QLayout *buildPassword();
    [[nodiscard]] QLayout *buildLockTimes();
    void fill();
    void showSelected();
    [[nodiscard]] const Person *selected() const;
    void add();
    void save();
    void remove();
    void askToRemove(const Person &person);
    [[nodiscard]] static QString lossText(const Result<KeptCounts> &counts);
    void setPassword();
    void clearPassword();
    void takePasswordSet(const Result<void> &done);
    void setBusy(bool busy);
    void tell(QLabel *label, const QString &text, const QString &tone);
    void answer(QLabel *label, const Result<void> &done, const QString &text);

    PeopleDesk &m_desk;
    std::vector<Person> m_people;
    QListWidget *m_list = nullptr;
    QLineEdit *m_newName = nullptr, *m_name = nullptr;
    QLineEdit *m_old = nullptr, *m_wanted = nullptr, *m_again = nullptr, *m_theirs = nullptr;
    QLabel *m_title = nullptr, *m_oldLabel = nullptr, *m_theirsLabel = nullptr, *m_note = nullptr,
           *m_passwordNote = nullptr, *m_addNote = nullptr, *m_lockNote = nullptr;
    QPushButton *m_remove = nullptr, *m_set = nullptr, *m_clear = nullptr;
    QWidget *m_own = nullptr;
    QButtonGroup *m_lockTimes = nullptr;
    QString m_toRemove; ///< asked once
    bool m_isClearing = false;
    QPointer<QWidget> m_focusBefore, m_focusMeanwhile; ///< while a password is being set
};

} // namespace consilium::app
