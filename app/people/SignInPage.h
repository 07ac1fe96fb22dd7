#pragma once
#include "app/people/PeopleStore.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace consilium::app
{

/// Who reads? The people of this computer by name, a password where there is one, the language. Nothing of a patient.
class SignInPage : public QWidget
{
    Q_OBJECT
public:
    struct Shown {
        std::vector<Person> people;
        QString chosen;    ///< whose name is chosen at first; empty: the first
        QString lockedBy;  ///< whose studies are open behind this page; empty: nobody's
        QString language;  ///< as it is now
        QStringList notes; ///< what is to be said about the list
    };
    explicit SignInPage(Shown shown, QWidget *parent = nullptr);

    [[nodiscard]] QString chosen() const;
    /// A password is being looked at: nothing can be typed.
    void setBusy(bool busy);
    /// It was wrong; `waitMs`: how long the next one has to wait.
    void showWrong(qint64 waitMs);
    void say(const QString &text, const QString &tone);
    void takeFocus();

Q_SIGNALS:
    void signInRequested(const QString &person, const QString &password);
    void languageChosen(const QString &language);

private:
    [[nodiscard]] QWidget *buildHead();
    [[nodiscard]] QWidget *buildList();
    [[nodiscard]] QWidget *buildForm();
    [[nodiscard]] QWidget *buildLanguages();
    [[nodiscard]] const Person *person() const;
    void showChosen();
    void submit();
    void refresh();
    void countDown();

    Shown m_shown;
    QListWidget *m_list = nullptr;
    QLabel *m_caption = nullptr, *m_note = nullptr;
    QLineEdit *m_password = nullptr;
    QPushButton *m_enter = nullptr;
    QTimer m_countDown;
    qint64 m_waitUntilMs = 0; ///< by the steady clock of the countdown
    QString m_waiting;        ///< who has to wait
    bool m_isBusy = false;
};

} // namespace consilium::app
