#pragma once
#include "app/windows/CommandSet.h"
#include "base/Result.h"

#include <QWidget>

class QLabel;
class QLineEdit;
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
    void takeAway(const QKeySequence &keys, const QString &forCommand); ///< from whoever has them
    void setKeys(const QString &command, const QList<QKeySequence> &keys);
    void kept();
    void exportToFile();
    void importFromFile();
    void importFrom(const QString &path);
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
    bool m_isAskingToResetAll = false;
};

} // namespace consilium::app
