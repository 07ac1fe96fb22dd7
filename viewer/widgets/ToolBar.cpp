#include "viewer/widgets/ToolBar.h"

#include "viewer/tools/MarkTools.h"
#include "viewer/widgets/MarkWords.h"
#include "viewer/widgets/ToolButton.h"
#include "viewer/widgets/theme/Icons.h"
#include "viewer/widgets/theme/Tokens.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>

#include <algorithm>
#include <span>

namespace consilium::widgets
{
using namespace Qt::StringLiterals;

namespace
{

struct Entry {
    const char *icon;
    const char *command; ///< of a tool: its name
    const char *label;
    bool isTool = false;
    bool isToggle = false;
    bool endsGroup = false;
    std::span<const char *const> family = {}; ///< tools that the button may hold, itself first
};

// Tools of a kind share a button, which holds the one chosen last.
constexpr const char *lines[] = {
    "length", "polyline", "ruler", "bidirectional", "line-pair", "cardiothoracic-ratio", "leg-axis", "calibration"};
constexpr const char *angles[] = {"angle", "cobb", "open-angle"};
constexpr const char *regions[] = {"ellipse", "rectangle", "polygon", "freehand", "point-roi"};
constexpr const char *places[] = {"probe", "cursor-3d"};
constexpr const char *words[] = {"arrow", "text"};

// Groups: navigate, measure, turn, layout, take back, view.
constexpr Entry entries[] = {
    {"scroll", "scroll", QT_TRANSLATE_NOOP("consilium::widgets::ToolBar", "Scroll"), true},
    {"window", "window", QT_TRANSLATE_NOOP("consilium::widgets::ToolBar", "Window level"), true},
    {"zoom", "zoom", QT_TRANSLATE_NOOP("consilium::widgets::ToolBar", "Zoom"), true},
    {"pan", "pan", QT_TRANSLATE_NOOP("consilium::widgets::ToolBar", "Pan"), true},
    {"rotate", "rotate", QT_TRANSLATE_NOOP("consilium::widgets::ToolBar", "Rotate freely"), true, false, true},
    {"probe", "probe", "", true, false, false, places},
    {"mark-length", "length", "", true, false, false, lines},
    {"mark-angle", "angle", "", true, false, false, angles},
    {"mark-ellipse", "ellipse", "", true, false, false, regions},
    {"mark-arrow", "arrow", "", true, false, true, words},
    {"rotate-left", "rotate-left", QT_TRANSLATE_NOOP("consilium::widgets::ToolBar", "Rotate left 90°")},
    {"rotate-right", "rotate-right", QT_TRANSLATE_NOOP("consilium::widgets::ToolBar", "Rotate right 90°")},
    {"flip-horizontal", "flip-horizontal", QT_TRANSLATE_NOOP("consilium::widgets::ToolBar", "Mirror left-right")},
    {"flip-vertical", "flip-vertical", QT_TRANSLATE_NOOP("consilium::widgets::ToolBar", "Mirror top-bottom")},
    {"invert", "invert", QT_TRANSLATE_NOOP("consilium::widgets::ToolBar", "Invert greys"), false, true, true},
    {"layout-1x1", "layout-1x1", QT_TRANSLATE_NOOP("consilium::widgets::ToolBar", "One view"), false, true},
    {"layout-2x2", "layout-2x2", QT_TRANSLATE_NOOP("consilium::widgets::ToolBar", "Four views"), false, true},
    {"layout-more", "layout-picker", QT_TRANSLATE_NOOP("consilium::widgets::ToolBar", "Layout")},
    {"link", "link-scroll", QT_TRANSLATE_NOOP("consilium::widgets::ToolBar", "Scroll views together"), false, true},
    {"reference-lines", "reference-lines", QT_TRANSLATE_NOOP("consilium::widgets::ToolBar", "Reference lines"), false,
     true, true},
    {"play", "cine", QT_TRANSLATE_NOOP("consilium::widgets::ToolBar", "Play the stack"), false, true, true},
    {"undo", "undo", QT_TRANSLATE_NOOP("consilium::widgets::ToolBar", "Undo")},
    {"redo", "redo", QT_TRANSLATE_NOOP("consilium::widgets::ToolBar", "Redo")},
    {"fit", "fit", QT_TRANSLATE_NOOP("consilium::widgets::ToolBar", "Fit to view")},
    {"reset", "reset", QT_TRANSLATE_NOOP("consilium::widgets::ToolBar", "Reset view"), false, false, true},
    {"overlay", "toggle-overlay", QT_TRANSLATE_NOOP("consilium::widgets::ToolBar", "Text over images"), false, true},
    {"panel-right", "toggle-panels", QT_TRANSLATE_NOOP("consilium::widgets::ToolBar", "Panels"), false, true},
    {"full-screen", "full-screen", QT_TRANSLATE_NOOP("consilium::widgets::ToolBar", "Full screen"), false, true},
};

QString toolIcon(const QString &tool)
{
    const auto kind = tools::markKind(tool);
    return kind ? markIcon(*kind) : tool;
}

/// A vertical line of 1 px with room on both sides.
class Divider final : public QWidget
{
public:
    explicit Divider(QWidget *parent) : QWidget(parent) { setFixedSize(13, 28); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter(this).fillRect(width() / 2, 0, 1, height(), tokens(palette()).line);
    }
};

} // namespace

struct ToolBar::Private {
    ToolBar *q;
    session::ActionDispatcher &dispatcher;
    tools::Bindings &bindings;
    struct Item {
        const Entry *entry;
        ToolButton *button;
    };
    std::vector<Item> items;
    QHBoxLayout *row = nullptr, *leading = nullptr, *trailing = nullptr;

    void build();
    void showFamily(const Entry &entry, ToolButton &button);
    void holdBound(const Item &item) const;
    void refreshState();
    void retranslate();
    [[nodiscard]] QString commandNow(const QString &command) const;
    [[nodiscard]] QString mouseUse(const QString &tool) const;
    [[nodiscard]] QString keyOf(const QString &command) const;
};

ToolBar::ToolBar(session::ActionDispatcher &dispatcher, tools::Bindings &bindings, QWidget *parent)
    : QWidget(parent), d(new Private{this, dispatcher, bindings, {}, nullptr, nullptr, nullptr})
{
    setObjectName(u"tool-bar"_s);
    setFixedHeight(heightPx);
    d->build();
    refreshBindings();
    d->refreshState();
    connect(&dispatcher, &session::ActionDispatcher::undoChanged, this, [this] { d->refreshState(); });
    connect(&dispatcher, &session::ActionDispatcher::wasReset, this, [this] { d->refreshState(); });
    connect(&dispatcher, &session::ActionDispatcher::applied, this,
            [this](const session::Envelope &, const session::ChangeSet &changes) {
                if (changes.layout || !changes.views.empty())
                    d->refreshState();
            });
}

ToolBar::~ToolBar() = default;

void ToolBar::Private::build()
{
    row = new QHBoxLayout(q);
    row->setContentsMargins(12, 0, 12, 0);
    row->setSpacing(0);
    leading = new QHBoxLayout;
    leading->setSpacing(8);
    row->addLayout(leading);
    for (const Entry &entry : entries) {
        auto *button = new ToolButton(QString::fromLatin1(entry.icon), QString::fromLatin1(entry.command), q);
        items.push_back({&entry, button});
        row->addWidget(button);
        if (entry.endsGroup)
            row->addWidget(new Divider(q));
        const QString command = button->command();
        if (!entry.family.empty()) {
            button->setHasMenu();
            connect(button, &ToolButton::menuRequested, q, [this, &entry, button] { showFamily(entry, *button); });
        }
        if (entry.isTool) {
            connect(button, &QAbstractButton::clicked, q,
                    [this, button] { q->chooseTool(button->command(), Qt::LeftButton); });
            connect(button, &ToolButton::rightClicked, q,
                    [this, button] { q->chooseTool(button->command(), Qt::RightButton); });
        } else {
            button->setCheckable(entry.isToggle);
            connect(button, &QAbstractButton::clicked, q, [this, command] {
                refreshState(); // a check mark follows the state, not the click
                Q_EMIT q->commandRequested(commandNow(command));
            });
        }
    }
    row->addStretch(1);
    trailing = new QHBoxLayout;
    trailing->setSpacing(8);
    row->addLayout(trailing);
}

void ToolBar::Private::showFamily(const Entry &entry, ToolButton &button)
{
    auto *menu = new QMenu(q);
    menu->setObjectName(u"tool-family"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const char *name : entry.family) {
        const QString tool = QString::fromLatin1(name);
        const QString key = keyOf(u"tool-"_s + tool);
        QAction *action =
            menu->addAction(icon(toolIcon(tool)), toolLabel(tool) + (key.isEmpty() ? QString() : u'\t' + key));
        action->setObjectName(u"tool-"_s + tool);
        connect(action, &QAction::triggered, q, [this, tool] { q->chooseTool(tool, Qt::LeftButton); });
    }
    menu->setActiveAction(menu->actions().front());
    menu->popup(button.mapToGlobal(QPoint(0, button.height())));
}

/// A tool of the family that lies on a button of the mouse is the one that its icon shows.
void ToolBar::Private::holdBound(const Item &item) const
{
    for (const Qt::MouseButton mouse : {Qt::RightButton, Qt::LeftButton}) {
        const QString tool = bindings.toolFor(mouse, Qt::NoModifier);
        const auto isIt = [&tool](const char *name) { return tool == QLatin1String(name); };
        if (std::any_of(item.entry->family.begin(), item.entry->family.end(), isIt))
            item.button->setTool(toolIcon(tool), tool);
    }
}

void ToolBar::Private::refreshState()
{
    const auto &state = dispatcher.state();
    const auto &layout = state.layout();
    const auto &view = state.view(layout.active);
    for (const Item &item : items) {
        const QString &command = item.button->command();
        if (command == u"undo")
            item.button->setEnabled(dispatcher.canUndo(dispatcher.localActor()));
        else if (command == u"redo")
            item.button->setEnabled(dispatcher.canRedo(dispatcher.localActor()));
        else if (command == u"layout-1x1")
            item.button->setChecked(layout.rows == 1 && layout.columns == 1);
        else if (command == u"layout-2x2")
            item.button->setChecked(layout.rows == 2 && layout.columns == 2);
        else if (command == u"link-scroll")
            item.button->setChecked(layout.link.kind != session::LinkKind::None);
        else if (command == u"invert")
            item.button->setChecked(state.presentation(layout.active, view.dataSet).inverted);
    }
}

/// The lit link button parts the views however they were linked.
QString ToolBar::Private::commandNow(const QString &command) const
{
    const bool isOffset = dispatcher.state().layout().link.kind == session::LinkKind::Offset;
    return command == u"link-scroll" && isOffset ? u"link-offset"_s : command;
}

QString ToolBar::Private::mouseUse(const QString &tool) const
{
    QStringList uses;
    for (const auto &binding : bindings.mouse()) {
        if (binding.tool != tool)
            continue;
        QString use;
        switch (binding.button) {
        case Qt::LeftButton:
            use = ToolBar::tr("left drag");
            break;
        case Qt::RightButton:
            use = ToolBar::tr("right drag");
            break;
        case Qt::MiddleButton:
            use = ToolBar::tr("middle drag");
            break;
        case Qt::NoButton:
            use = ToolBar::tr("wheel");
            break;
        default:
            continue;
        }
        if (binding.modifiers != Qt::NoModifier)
            use = QKeySequence(int(binding.modifiers.toInt())).toString(QKeySequence::NativeText) + use;
        uses << use;
    }
    return uses.join(ToolBar::tr(", "));
}

QString ToolBar::Private::keyOf(const QString &command) const
{
    for (const auto &binding : bindings.keys()) {
        if (binding.command == command)
            return binding.keys.toString(QKeySequence::NativeText);
    }
    return {};
}

void ToolBar::Private::retranslate()
{
    for (const Item &item : items) {
        const QString name =
            item.entry->family.empty() ? ToolBar::tr(item.entry->label) : toolLabel(item.button->command());
        QString tip = name;
        if (item.entry->isTool) {
            if (const QString use = mouseUse(item.button->command()); !use.isEmpty())
                tip += u" · "_s + use;
        }
        const QString command = item.entry->isTool ? u"tool-"_s + item.button->command() : item.button->command();
        if (const QString key = keyOf(command); !key.isEmpty())
            tip += u"   "_s + key;
        if (item.button->hasMenu())
            tip += u'\n' + ToolBar::tr("Hold, or click its corner, for others");
        item.button->setToolTip(tip);
        item.button->setAccessibleName(name);
    }
}

QString ToolBar::toolLabel(const QString &tool)
{
    for (const Entry &entry : entries) {
        if (entry.isTool && entry.family.empty() && tool == QLatin1String(entry.command))
            return ToolBar::tr(entry.label);
    }
    if (tool == u"probe")
        return ToolBar::tr("Probe value");
    if (tool == u"cursor-3d")
        return ToolBar::tr("3D cursor");
    const auto kind = tools::markKind(tool);
    return kind ? markKindName(*kind) : tool;
}

void ToolBar::addLeading(QWidget *widget)
{
    d->leading->addWidget(widget);
    if (d->leading->count() == 1)
        d->row->insertWidget(1, new Divider(this));
}

void ToolBar::addTrailing(QWidget *widget)
{
    d->trailing->addWidget(widget);
}

int ToolBar::toolsEndPx() const
{
    return d->items.back().button->geometry().right() + 1 + d->row->contentsMargins().right();
}

void ToolBar::chooseTool(const QString &tool, Qt::MouseButton button)
{
    d->bindings.setTool(button, tool);
    refreshBindings();
    Q_EMIT bindingsChanged();
}

void ToolBar::setChecked(const QString &command, bool checked)
{
    for (const auto &item : d->items) {
        if (item.button->command() == command)
            item.button->setChecked(checked);
    }
}

void ToolBar::refreshBindings()
{
    for (const auto &item : d->items) {
        if (!item.entry->isTool)
            continue;
        d->holdBound(item);
        const QString &tool = item.button->command();
        item.button->setBound(d->bindings.toolFor(Qt::LeftButton, Qt::NoModifier) == tool,
                              d->bindings.toolFor(Qt::RightButton, Qt::NoModifier) == tool);
    }
    d->retranslate();
}

void ToolBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        d->retranslate();
    QWidget::changeEvent(event);
}

void ToolBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens(palette());
    painter.fillRect(rect(), t.bg1);
    painter.fillRect(0, height() - 1, width(), 1, t.line);
}

} // namespace consilium::widgets
