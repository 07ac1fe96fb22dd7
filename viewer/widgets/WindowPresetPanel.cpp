#include "viewer/widgets/WindowPresetPanel.h"

#include "viewer/tools/WindowPresets.h"
#include "viewer/widgets/theme/Tokens.h"
#include "viewer/widgets/theme/Typography.h"

#include <QAbstractButton>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace consilium::widgets
{
using namespace Qt::StringLiterals;

namespace
{

/// Key in a small frame, name, numbers below; where there is little room the name stands above both.
class PresetChip final : public QAbstractButton
{
public:
    PresetChip(tools::WindowPreset preset, QWidget *parent) : QAbstractButton(parent), m_preset(std::move(preset))
    {
        setObjectName(u"preset-"_s + m_preset.name);
        setCheckable(true);
        setFixedHeight(44);
        setAttribute(Qt::WA_Hover);
        setFocusPolicy(Qt::TabFocus);
        retranslate();
    }

    [[nodiscard]] const tools::WindowPreset &preset() const { return m_preset; }
    void setKey(const QString &key)
    {
        m_key = key;
        update();
    }
    void retranslate()
    {
        setText(m_preset.displayName());
        setAccessibleName(text() + u' ' + numbers());
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Tokens &t = tokens(palette());
        const QColor ground = isChecked() ? t.acbg : isDown() || underMouse() ? t.bg3 : t.bg2;
        // What is in use has a frame. The ground says nothing: the only one that can be chosen is not the chosen one.
        painter.setPen(isChecked() ? QPen(t.ac, 1) : QPen(Qt::NoPen));
        painter.setBrush(ground);
        painter.drawRoundedRect(isChecked() ? QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5) : QRectF(rect()), 6, 6);
        painter.setOpacity(isEnabled() ? 1.0 : 0.45);
        constexpr int roomyPx = 125;
        const bool isNarrow = width() < roomyPx;
        const QRectF key(isNarrow ? 8.5 : 10.5, isNarrow ? 23.5 : height() / 2.0 - 8.5, 17, 17);
        painter.setBrush(Qt::NoBrush);
        const QColor ink = isChecked() ? t.ac : t.t2;
        if (!m_key.isEmpty()) {
            painter.setPen(QPen(isChecked() ? t.ac : t.line2, 1));
            painter.drawRoundedRect(key, 4, 4);
            painter.setFont(fontFor(TextRole::KeyHint));
            painter.setPen(ink);
            painter.drawText(key, Qt::AlignCenter, m_key);
        }
        const int left = isNarrow ? 8 : 37, wide = width() - left - 6;
        const int numbersLeft = isNarrow ? 31 : left;
        painter.setFont(fontFor(TextRole::Body));
        painter.setPen(isChecked() ? t.ac : t.t1);
        painter.drawText(QRect(left, 4, wide, 20), Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(text(), Qt::ElideRight, wide));
        painter.setFont(fontFor(TextRole::Meta));
        painter.setPen(isChecked() ? t.t2 : t.t3);
        painter.drawText(QRect(numbersLeft, 23, width() - numbersLeft - 2, 17), Qt::AlignVCenter, numbers());
    }

private:
    [[nodiscard]] QString numbers() const
    {
        if (!m_preset.window)
            return u"0.5 – 99.5 %"_s;
        return withMinusSign(u"%1 / %2"_s.arg(m_preset.window->width).arg(m_preset.window->centre));
    }

    tools::WindowPreset m_preset;
    QString m_key;
};

} // namespace

struct WindowPresetPanel::Private {
    session::ActionDispatcher &dispatcher;
    pixels::StudyImages &images;
    const tools::Bindings &bindings;
    QLabel *heading = nullptr;
    std::vector<PresetChip *> chips;

    void refresh() const;
};

WindowPresetPanel::WindowPresetPanel(session::ActionDispatcher &dispatcher, pixels::StudyImages &images,
                                     const tools::Bindings &bindings, QWidget *parent)
    : QWidget(parent), d(new Private{dispatcher, images, bindings, nullptr, {}})
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 9, 12, 12);
    column->setSpacing(7);
    d->heading = new QLabel(tr("Window presets"), this);
    d->heading->setProperty("role", u"captionStrong"_s);
    column->addWidget(d->heading);
    auto *grid = new QGridLayout;
    grid->setSpacing(6);
    column->addLayout(grid);
    int at = 0;
    for (const auto &preset : tools::builtInWindowPresets()) {
        auto *chip = new PresetChip(preset, this);
        const QString command = u"window-preset-"_s + preset.name;
        for (const auto &binding : bindings.keys()) {
            if (binding.command == command)
                chip->setKey(binding.keys.toString(QKeySequence::NativeText));
        }
        connect(chip, &QAbstractButton::clicked, this, [this, command] {
            d->refresh(); // the mark follows the state, not the click
            Q_EMIT commandRequested(command);
        });
        grid->addWidget(chip, at / 2, at % 2);
        d->chips.push_back(chip);
        ++at;
    }
    connect(&dispatcher, &session::ActionDispatcher::applied, this,
            [this](const session::Envelope &, const session::ChangeSet &changes) {
                if (changes.layout || !changes.views.empty())
                    d->refresh();
            });
    connect(&dispatcher, &session::ActionDispatcher::wasReset, this, [this] { d->refresh(); });
    connect(&images, &pixels::StudyImages::dataSetChanged, this, [this] { d->refresh(); });
    d->refresh();
}

WindowPresetPanel::~WindowPresetPanel() = default;

void WindowPresetPanel::Private::refresh() const
{
    const auto &state = dispatcher.state();
    const auto &view = state.view(state.layout().active);
    const auto dataSet = images.dataSet(view.dataSet);
    const bool hasImage = dataSet && !dataSet->slices.empty();
    const bool hounsfield = hasImage && dataSet->slices.front()->grey.unit == ValueUnit::Hounsfield;
    const auto window = state.presentation(state.layout().active, view.dataSet).window;
    for (PresetChip *chip : chips) {
        const auto &preset = chip->preset();
        const bool usable = hasImage && (hounsfield || !preset.hounsfieldOnly);
        chip->setEnabled(usable);
        chip->setToolTip(hasImage && !usable ? WindowPresetPanel::tr("Only for images in Hounsfield units")
                                             : QString());
        chip->setChecked(usable && preset.window && window == preset.window);
    }
}

void WindowPresetPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        d->heading->setText(tr("Window presets"));
        for (PresetChip *chip : d->chips)
            chip->retranslate();
        d->refresh();
    }
    QWidget::changeEvent(event);
}

} // namespace consilium::widgets
