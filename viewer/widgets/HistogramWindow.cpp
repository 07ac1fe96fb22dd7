#include "viewer/widgets/HistogramWindow.h"

#include "viewer/render2d/MarkContent.h"
#include "viewer/render2d/OverlayFormat.h"
#include "viewer/widgets/HistogramChart.h"
#include "viewer/widgets/OwnClipboard.h"
#include "viewer/widgets/ViewportWidget.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace consilium::widgets
{
using namespace Qt::StringLiterals;

HistogramWindow::HistogramWindow(ViewportWidget &viewport, session::ActionDispatcher &dispatcher, AnnotationId mark,
                                 QWidget *parent)
    : QDialog(parent),
      m_viewport(&viewport),
      m_mark(std::move(mark)),
      m_chart(new HistogramChart),
      m_figures(new QLabel),
      m_bin(new QLabel),
      m_copy(new QPushButton),
      m_close(new QPushButton)
{
    setObjectName(u"histogramWindow"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    auto *column = new QVBoxLayout(this);
    m_figures->setWordWrap(true);
    column->addWidget(m_figures);
    column->addWidget(m_chart, 1);
    m_bin->setProperty("role", u"caption"_s);
    column->addWidget(m_bin);
    auto *foot = new QHBoxLayout;
    foot->addStretch(1);
    m_copy->setObjectName(u"copyHistogram"_s);
    for (QPushButton *button : {m_copy, m_close}) {
        button->setAutoDefault(false);
        foot->addWidget(button);
    }
    column->addLayout(foot);
    connect(m_chart, &HistogramChart::binChosen, this,
            [this](const QString &text) { m_bin->setText(text.isEmpty() ? u" "_s : text); });
    connect(m_copy, &QPushButton::clicked, this, &HistogramWindow::copy);
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    connect(&viewport, &QObject::destroyed, this, &QDialog::close);
    connect(&viewport, &ViewportWidget::drawn, this, &HistogramWindow::refresh);
    // The viewport has been told first and shows the mark as it is now.
    connect(&dispatcher, &session::ActionDispatcher::applied, this, [this] { refresh(); });
    connect(&dispatcher, &session::ActionDispatcher::wasReset, this, [this] { refresh(); });
    retranslate();
    refresh();
    m_chart->setFocus();
}

void HistogramWindow::refresh()
{
    const auto answer = m_viewport ? m_viewport->histogramOf(m_mark) : render2d::HistogramAnswer();
    if (!answer.histogram) {
        if (isVisible())
            close();
        return;
    }
    const render2d::RoiHistogram &histogram = *answer.histogram;
    m_chart->setHistogram(histogram);
    const QString unit = histogram.unit.isEmpty() ? QString() : u' ' + histogram.unit;
    QStringList lines{tr("mean %1 · SD %2 · %3 pixels")
                          .arg(render2d::numberText(histogram.mean, 1) + unit,
                               render2d::numberText(histogram.deviation, 1), QString::number(histogram.count))};
    if (histogram.isProvisional)
        lines.front().prepend(u"≈ "_s);
    if (histogram.leftOut > 0)
        lines << tr("%1 pixels without a value left out").arg(histogram.leftOut);
    if (const QString alone = render2d::imageAloneText(m_viewport->shownInput()); !alone.isEmpty())
        lines << alone;
    m_figures->setText(lines.join(u'\n'));
}

void HistogramWindow::copy() const
{
    copyText(render2d::histogramCsv(m_chart->histogram()));
}

void HistogramWindow::retranslate()
{
    setWindowTitle(tr("Histogram"));
    m_chart->setAccessibleName(windowTitle());
    m_copy->setText(tr("Copy as table (CSV)"));
    m_close->setText(tr("Close"));
    m_bin->setText(u" "_s);
}

void HistogramWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        refresh();
    }
    QDialog::changeEvent(event);
}

} // namespace consilium::widgets
