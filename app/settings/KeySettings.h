#pragma once
#include "app/windows/CommandSet.h"
#include "base/Result.h"

#include <QPointer>
#include <QWidget>

#include <optional>
#include <vector>

class QLabel;
class QLineEdit;
class QMessageBox;
class QPushButton;
class QTreeWidget;

namespace consilium::app
{

class KeyField;
class ProfileSettings;

/// All commands with their keys; keys are changed by pressing them. What is chosen holds at once and is kept.
class KeySettings : public QWidget
{
    Q_OBJECT
public:
    KeySettings(CommandSet &commands, tools::Bindings &bindings, ProfileSettings &settings, QWidget *parent = nullptr);

    void takeFocus();
    /// Choices in the format of the bindings file. InvalidArgument with a sentence for the reader, and nothing changes,
    /// when it is none or gives a key to two commands that can be used at the same place. Names of commands that this
    /// program does not have are left out; gives how many.
    Result<int> importChoices(const QByteArray &json);
    /// Asks, with what would change, before the choices of the file take the place of the reader's own; says below the
    /// list what is wrong with a file that is none.
    void importFrom(const QString &path);
    [[nodiscard]] QByteArray exportChoices() const;
    /// Writes them into a file, whole or not at all, and says below the list how that went.
    bool exportTo(const QString &path);

private:
    QWidget *buildHead();
    QWidget *buildEditor();
    void fill();
    void showSelected();
    void judge();
    void use(bool beside);
    void takeAway(const QKeySequence &keys, const QString &forCommand); ///< from all who have them
    void setKeys(const QString &command, const QList<QKeySequence> &keys);
    void kept();
    void exportToFile();
    void importFromFile();
    void undoImport();
    /// What a file would do, command by command; nothing has changed after it.
    struct Import {
        struct Change {
            QString title;
            QList<QKeySequence> before, after;
        };
        tools::Bindings bindings; ///< with it
        int unknown = 0;          ///< commands that this program does not have
        std::vector<Change> changes;
    };
    [[nodiscard]] Result<Import> tryOut(const QByteArray &json);
    [[nodiscard]] QString whyNoKeys(const QByteArray &json) const; ///< empty: it may be a file of keys
    [[nodiscard]] QString whyNotFor(const QKeySequence &keys, const CommandSet::Command &command) const;
    void askToImport(const Import &import);
    void use(const Import &import);
    void resetAll();
    [[nodiscard]] QString selected() const;

    CommandSet &m_commands;
    tools::Bindings &m_bindings;
    ProfileSettings &m_settings;
    QLineEdit *m_search = nullptr;
    QTreeWidget *m_list = nullptr;
    QLabel *m_title = nullptr, *m_note = nullptr;
    KeyField *m_field = nullptr;
    QPushButton *m_use = nullptr, *m_add = nullptr, *m_none = nullptr, *m_reset = nullptr, *m_resetAll = nullptr;
    QPushButton *m_undo = nullptr;
    std::optional<tools::Bindings> m_beforeImport; ///< as long as nothing else was changed
    QPointer<QMessageBox> m_question;
    bool m_isAskingToResetAll = false;
};

} // namespace consilium::app
