#include "viewer/widgets/theme/StyleSheet.h"

#include "viewer/widgets/theme/Icons.h"

namespace consilium::widgets
{
using namespace Qt::StringLiterals;

namespace
{

constexpr auto surfaces = R"(
QWidget { outline: none; }
QMainWindow, QDialog { background: @bg0; }
[surface="window"] { background: @bg0; }
[surface="bar"] { background: @bg1; }
[surface="panel"] { background: @bg1; }
[surface="card"] { background: @bg2; border-radius: 8px; }
[surface="card"][tone="warn"] { background: @warnbg; }
[surface="card"][tone="crit"] { background: @critbg; }
[surface="card"][tone="ok"] { background: @okbg; }
[surface="card"][tone="ac"] { background: @acbg; }
[edge="top"] { border-top: 1px solid @line; }
[edge="bottom"] { border-bottom: 1px solid @line; }
[edge="left"] { border-left: 1px solid @line; }
[edge="right"] { border-right: 1px solid @line; }
[surface="popup"] { background: @bg2; border: 1px solid @line2; border-radius: 8px; }
QToolTip { background: @bg3; color: @t1; border: 1px solid @line2; padding: 5px 8px; }
QSplitter::handle { background: @line; width: 2px; height: 2px; }
)";

constexpr auto labels = R"(
QLabel { background: transparent; }
QLabel[role="title"] { font-size: 20px; font-weight: 600; }
QLabel[role="section"] { font-size: 16px; font-weight: 600; }
QLabel[role="strong"] { font-size: 14px; font-weight: 600; }
QLabel[role="caption"] { font-size: 13px; color: @t2; }
QLabel[role="captionStrong"] { font-size: 13px; font-weight: 600; color: @t2; }
QLabel[role="meta"] { font-size: 12px; color: @t3; }
QLabel[role="key"] { font-size: 11px; font-weight: 500; color: @t2; border: 1px solid @line2; border-radius: 4px; padding: 0 5px; }
QLabel[tone="t2"] { color: @t2; }
QLabel[tone="t3"] { color: @t3; }
QLabel[tone="ac"] { color: @ac; }
QLabel[tone="warn"] { color: @warntext; }
QLabel[tone="crit"] { color: @crit; }
QLabel[tone="ok"] { color: @ok; }
QLabel:disabled { color: @t3; }
)";

constexpr auto buttons = R"(
QPushButton { background: transparent; color: @t1; border: 1px solid @line2; border-radius: 6px; padding: 0 14px; min-height: 32px; font-weight: 500; }
QPushButton:hover { background: @bg2; }
QPushButton:pressed, QPushButton:checked { background: @bg3; }
QPushButton:disabled { color: @t3; border-color: @line; }
QPushButton[kind="primary"] { background: @ac; color: @acink; border-color: @ac; font-weight: 600; }
QPushButton[kind="primary"]:disabled { background: @bg3; color: @t3; border-color: @bg3; }
QPushButton[kind="flat"] { border-color: transparent; }
QPushButton[kind="flat"]:hover { background: @bg2; }
QPushButton[kind="danger"] { color: @crit; border-color: @crit; }
QPushButton[kind="chip"] { background: @bg2; border-color: transparent; border-radius: 14px; min-height: 26px; padding: 0 12px; font-size: 13px; font-weight: 400; color: @t2; }
QPushButton[kind="chip"]::menu-indicator { image: url(@arrow); width: 12px; height: 12px; subcontrol-origin: padding; subcontrol-position: center right; right: 8px; }
QPushButton[kind="chip"][tight="true"] { padding: 0 9px; }
QPushButton[kind="chip"][tight="true"]::menu-indicator { right: 6px; }
QPushButton[kind="chip"]:hover { color: @t1; background: @bg3; }
QPushButton[kind="chip"]:checked { background: @acbg; color: @ac; }
QPushButton[kind="segment"] { border-color: transparent; border-radius: 5px; min-height: 26px; padding: 0 14px; color: @t2; }
QPushButton[kind="segment"]:checked { background: @bg3; color: @t1; border-bottom: 2px solid @ac; }
QToolButton { background: transparent; border: none; border-radius: 6px; padding: 0; }
QToolButton:hover { background: @bg2; }
QToolButton:pressed { background: @bg3; }
QCheckBox { spacing: 8px; }
)";

constexpr auto fields = R"(
QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QComboBox, QDateEdit { background: @bg0; border: 1px solid @line2; border-radius: 6px; padding: 0 9px; min-height: 32px; selection-background-color: @ac; selection-color: @acink; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QDateEdit:focus { border: 2px solid @ac; padding: 0 8px; min-height: 30px; }
QLineEdit[tone="crit"] { border: 2px solid @crit; }
QLineEdit:disabled, QComboBox:disabled { color: @t3; border-color: @line; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: url(@arrow); width: 14px; height: 14px; }
QComboBox QAbstractItemView { background: @bg2; border: 1px solid @line2; selection-background-color: @acbg; selection-color: @t1; }
QMenu { background: @bg2; color: @t1; border: 1px solid @line2; border-radius: 6px; padding: 4px; menu-scrollable: 1; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; min-height: 20px; }
QMenu::item:selected { background: @acbg; }
QMenu::item:disabled { color: @t3; }
QMenu::separator { height: 1px; background: @line; margin: 4px 8px; }
QMenuBar { background: @bg0; color: @t2; }
QMenuBar::item:selected { background: @bg2; color: @t1; }
)";

constexpr auto views = R"(
QAbstractItemView { background: @bg0; color: @t1; border: none; selection-background-color: @acbg; selection-color: @t1; }
QTableView { gridline-color: @line; }
QTableView::item { border: none; border-bottom: 1px solid @line; padding: 0 10px; }
QTableView::item:hover { background: @bg2; }
QTableView::item:selected { background: @acbg; color: @t1; }
QTreeView { background: @bg1; border: none; }
QTreeView::item { border: none; min-height: 26px; padding: 0 6px; }
QTreeView::item:hover { background: @bg2; }
QTreeView::item:selected { background: @acbg; color: @t1; }
QHeaderView { background: @bg1; border: none; }
QHeaderView::section { background: @bg1; color: @t2; border: none; border-bottom: 1px solid @line; padding: 0 10px; min-height: 33px; font-size: 13px; font-weight: 400; }
QTabBar { background: transparent; qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: @t2; padding: 0 14px; min-height: 36px; border: none; border-bottom: 2px solid transparent; }
QTabBar::tab:hover { color: @t1; }
QTabBar::tab:selected { color: @t1; font-weight: 600; border-bottom: 2px solid @ac; }
QTabWidget::pane { border: none; }
QScrollArea, QScrollArea > QWidget > QWidget[scrolled="true"] { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 8px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 8px; margin: 0; }
QScrollBar::handle { background: @bg3; border-radius: 4px; min-height: 32px; min-width: 32px; }
QScrollBar::handle:hover { background: @line2; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: @bg3; border: none; border-radius: 2px; max-height: 4px; min-height: 4px; text-align: center; }
QProgressBar::chunk { background: @ac; border-radius: 2px; }
QProgressBar[tone="warn"]::chunk { background: @warn; }
QStatusBar { background: @bg1; color: @t3; }
)";

} // namespace

QString makeStyleSheet(const Tokens &t)
{
    QString sheet = QString::fromLatin1(surfaces) + QString::fromLatin1(labels) + QString::fromLatin1(buttons) +
                    QString::fromLatin1(fields) + QString::fromLatin1(views);
    // The light amber is 4.4:1 on the window's ground, where sentences of forms and dialogs stand: a shade darker
    // there.
    constexpr int middle = 128, darker = 105;
    const QColor warnText = t.bg0.lightness() > middle ? t.warn.darker(darker) : t.warn;
    // Longer names first: "@acbg" begins with "@ac".
    const std::vector<std::pair<QLatin1String, QColor>> table{
        {"@warntext"_L1, warnText}, {"@critink"_L1, t.critink}, {"@critbg"_L1, t.critbg}, {"@warnbg"_L1, t.warnbg},
        {"@ctlink"_L1, t.ctlink},   {"@acink"_L1, t.acink},     {"@ctlbg"_L1, t.ctlbg},   {"@line2"_L1, t.line2},
        {"@acbg"_L1, t.acbg},       {"@okbg"_L1, t.okbg},       {"@crit"_L1, t.crit},     {"@warn"_L1, t.warn},
        {"@line"_L1, t.line},       {"@view"_L1, t.view},       {"@bg0"_L1, t.bg0},       {"@bg1"_L1, t.bg1},
        {"@bg2"_L1, t.bg2},         {"@bg3"_L1, t.bg3},         {"@ctl"_L1, t.ctl},       {"@ac"_L1, t.ac},
        {"@ok"_L1, t.ok},           {"@t1"_L1, t.t1},           {"@t2"_L1, t.t2},         {"@t3"_L1, t.t3},
    };
    sheet.replace("@arrow"_L1, arrowResource(t));
    for (const auto &[name, colour] : table)
        sheet.replace(name, colour.name());
    return sheet;
}

} // namespace consilium::widgets
