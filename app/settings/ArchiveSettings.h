#pragma once
#include "app/settings/ArchiveSet.h"
#include "base/Clock.h"

#include <QKeySequence>
#include <QPointer>
#include <QWidget>

#include <functional>
#include <memory>
#include <optional>

class QComboBox;
class QLabel;
class QLayout;
class QLineEdit;
class QListWidget;
class QMessageBox;
class QPushButton;
class QShortcut;

namespace consilium::app
{

class ConnectionTest;
class ConnectionTestView;

/// The archives of the settings: list, form, connection test. Nothing is stored before "Save".
class ArchiveSettings : public QWidget
{
    Q_OBJECT
public:
    ArchiveSettings(ArchiveSet &archives, const ProfileSettings &settings, const Clock &clock,
                    const QKeySequence &testKey, QWidget *parent = nullptr);
    ~ArchiveSettings() override;

    void addArchive();
    void editArchive(const ArchiveId &id);
    /// True: something is not saved; the person is asked, and `close` is called where nothing is against it then.
    [[nodiscard]] bool asksBeforeClosing(std::function<void()> close);
    void takeFocus();                         ///< the list, or the form when the list is empty
    void setTestKey(const QKeySequence &key); ///< the key that tests, as the button says; empty: none

    /// What somebody typed and did not save. It holds a secret: nowhere but in memory.
    struct Draft {
        ArchiveId edited;              ///< empty: a new one
        dicomweb::ArchiveConfig shown; ///< what was put into the form
        dicomweb::ArchiveConfig typed; ///< its fields as they are
        bool isPasswordEmpty = false;  ///< the person says so; else an empty field stands for the one that is kept
    };
    [[nodiscard]] std::optional<Draft> draft() const; ///< nothing: all is saved
    void setDraft(const Draft &draft);

protected:
    void hideEvent(QHideEvent *event) override; ///< who goes on to something else does not close any more

private:
    QWidget *buildList();
    QWidget *buildForm();
    QLayout *buildHead();
    QLayout *buildFoot();
    QLayout *buildFields();
    void watchFields();
    void forgetSaved();
    void chooseCaFile();
    void fillList();
    void showConfig(const dicomweb::ArchiveConfig &config);
    void fillFields(const dicomweb::ArchiveConfig &config);
    void showSelected();
    void showArchive(const ArchiveId &id);
    void showSignInFields();
    bool save(); ///< false: what is wrong is told, and nothing is saved
    void chooseInList();
    void markInList(const ArchiveId &id);
    /// Goes on when nothing that was typed is lost: at once, or when the person has said what shall become of it.
    void leaveForm(std::function<void()> goOn);
    void endSaving(const ArchiveId &id, bool isKept);
    [[nodiscard]] dicomweb::ArchiveConfig fields() const; ///< as they are typed
    void followArchives();
    [[nodiscard]] bool isUntouched() const;
    [[nodiscard]] bool waitsForSecret(const dicomweb::ArchiveConfig &config);
    void tellSaved(const dicomweb::ArchiveConfig &config);
    void askToRemove();
    void remove();
    /// The secret that is kept for the archive in the form, where it may go to the address that stands there: it goes
    /// nowhere but to the origin that it was saved for. Empty: none.
    [[nodiscard]] QString keptSecret() const;
    [[nodiscard]] QString secret() const; ///< the one that the form stands for
    /// The archive has a password, and it is an empty one: the person has said so.
    [[nodiscard]] bool isPasswordEmpty() const;
    [[nodiscard]] bool withholdsSecret() const; ///< one is kept, for another origin, and none is typed
    void tellOfSecret();
    void startTest();
    void runTest(const dicomweb::ArchiveConfig &config);
    void forgetTest();
    /// What the form says; tells what is wrong with it and gives nothing when it cannot be used.
    [[nodiscard]] std::optional<dicomweb::ArchiveConfig> read();
    void tell(QLabel *label, const QString &text, const QString &tone);

    ArchiveSet &m_archives;
    const ProfileSettings &m_settings;
    const Clock &m_clock;
    ArchiveId m_edited;                    ///< empty: a new one
    dicomweb::ArchiveConfig m_saving = {}; ///< whose secret is on its way to the keychain
    int m_saves = 0;                       ///< of which the keychain has not answered
    QString m_unkept;                      ///< that it did not take one, as it was told
    std::function<void()> m_close;         ///< when the keychain has taken them
    dicomweb::ArchiveConfig m_shown = {};  ///< what was put into the form
    bool m_shownAsEmpty = false;           ///< with isPasswordEmpty()
    QListWidget *m_list = nullptr;
    QWidget *m_form = nullptr;
    QLabel *m_title = nullptr, *m_urlNote = nullptr, *m_caNote = nullptr, *m_note = nullptr;
    QLabel *m_secretNote = nullptr;
    QLineEdit *m_name = nullptr, *m_url = nullptr, *m_user = nullptr, *m_secret = nullptr, *m_caFile = nullptr;
    QLabel *m_userLabel = nullptr, *m_secretLabel = nullptr;
    QComboBox *m_signIn = nullptr;
    QPushButton *m_remove = nullptr, *m_testButton = nullptr, *m_noPassword = nullptr;
    QShortcut *m_testShortcut = nullptr;
    QPointer<QMessageBox> m_question; ///< what shall become of what was typed, or of the archive
    QString m_agreedOrigin;           ///< where the person lets a secret go unprotected
    ConnectionTestView *m_testView = nullptr;
    std::unique_ptr<ConnectionTest> m_test;
};

} // namespace consilium::app
