#pragma once
#include "viewer/tools/Bindings.h"

#include <QWidget>

class QButtonGroup;
class QComboBox;
class QGridLayout;
class QLabel;
class QPushButton;

namespace consilium::app
{

class ProfileSettings;

/// The profile that the settings name, or "own", is put on the mouse, and the reader's keys on the commands. What
/// cannot be read is left out: then it is as it comes with the program.
void applyInputSettings(const ProfileSettings &settings, tools::Bindings &bindings);

/// Which tool each button and the wheel drives: a profile by habit, or one's own choice. What is chosen holds at once.
class MouseSettings : public QWidget
{
    Q_OBJECT
public:
    MouseSettings(tools::Bindings &bindings, ProfileSettings &settings, QWidget *parent = nullptr);
    void choose(const QString &profile);

Q_SIGNALS:
    void mouseChanged();

private:
    struct Cell {
        Qt::MouseButton button;
        Qt::KeyboardModifiers modifiers;
        QComboBox *box;
    };
    void buildProfiles(QGridLayout *grid);
    QWidget *buildTable();
    QWidget *buildRadial();
    void changeRadial(int place);
    void show();
    void change(const Cell &cell);

    tools::Bindings &m_bindings;
    ProfileSettings &m_settings;
    QButtonGroup *m_profiles = nullptr;
    QLabel *m_about = nullptr;
    QPushButton *m_reset = nullptr;
    std::vector<Cell> m_cells;
    std::vector<QComboBox *> m_radial; ///< clockwise from the top
};

} // namespace consilium::app
