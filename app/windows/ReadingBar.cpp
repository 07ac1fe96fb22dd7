#include "app/windows/ReadingBar.h"

#include "app/worklist/LoadingBar.h"
#include "viewer/widgets/theme/Typography.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{
constexpr int textPx = 260;
}

ReadingBar::ReadingBar(QWidget *parent) : TopNote(parent), m_text(new QLabel), m_bar(new LoadingBar)
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setProperty("tone", u"t2"_s);
    m_text->setMinimumWidth(textPx); // the way to stop stays where it is while the figures grow
    auto *stop = new QPushButton(tr("Stop"));
    stop->setObjectName(u"stopReading"_s);
    stop->setProperty("kind", u"chip"_s);
    stop->setFixedHeight(28);
    stop->setFocusPolicy(
        Qt::TabFocus); // after a click the keyboard is where it was: the bar goes, and would pass it on
    stop->setToolTip(tr("Reads no further; what was found stays open"));
    connect(stop, &QPushButton::clicked, this, &ReadingBar::stopRequested);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(14, 2, 8, 2); // it is as low as 37 px in a small window
    row->addWidget(m_text, 1);
    row->addWidget(stop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(m_bar);
    hide();
}

void ReadingBar::setProgress(int read, int total, int found)
{
    setVisible(total != 0);
    if (total == 0)
        return;
    // A slow medium lists its files for long: they are seen to come from the first one on.
    if (total < 0 && read == 0)
        m_text->setText(tr("Reading files: %1 found").arg(widgets::grouped(found)));
    else if (total < 0)
        m_text->setText(
            tr("Reading files: %1 of %2 found").arg(widgets::grouped(read), widgets::grouped(std::max(found, read))));
    else
        m_text->setText(tr("Reading files: %1 of %2").arg(widgets::grouped(read), widgets::grouped(total)));
    m_bar->setProgress(total < 0 ? 0.15 : double(read) / total);
}

} // namespace consilium::app
