#include "app/settings/FlowSettings.h"

#include <QCheckBox>
#include <QLabel>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace consilium::app
{

FlowSettings::FlowSettings(ProfileSettings &settings, QWidget *parent) : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 24, 16);
    column->setSpacing(8);
    auto *title = new QLabel(tr("From study to study"));
    title->setProperty("role", u"title"_s);
    column->addWidget(title);
    addChoice(*column, u"next-new-tab"_s, tr("Open the next study in a tab of its own"),
              tr("Otherwise it takes the place of the one that is left."), settings.nextStudyInNewTab(),
              [&settings](bool on) { settings.setNextStudyInNewTab(on); });
    addChoice(*column, u"next-marks-read"_s, tr("Going to the next study marks the one that is left as read"),
              tr("Provisional: only on this machine. Going back marks nothing."), settings.nextMarksRead(),
              [&settings](bool on) { settings.setNextMarksRead(on); });
    addChoice(*column, u"fetch-next-ahead"_s, tr("Fetch images of the next study ahead"),
              tr("Only while nothing else is on its way, and no more than memory has room for: its first images, the "
                 "first series, and the first images of the prior study."),
              settings.fetchesNextAhead(), [&settings](bool on) { settings.setFetchesNextAhead(on); });
    column->addStretch(1);
}

void FlowSettings::addChoice(QVBoxLayout &column, const QString &name, const QString &text, const QString &meaning,
                             bool isOn, std::function<void(bool)> set)
{
    auto *box = new QCheckBox(text);
    constexpr int leastTargetPx = 24;
    box->setMinimumHeight(leastTargetPx);
    box->setObjectName(name);
    box->setChecked(isOn);
    box->setToolTip(meaning);
    connect(box, &QCheckBox::toggled, this, [set = std::move(set)](bool on) { set(on); });
    auto *note = new QLabel(meaning);
    note->setProperty("role", u"caption"_s);
    note->setProperty("tone", u"t3"_s);
    note->setWordWrap(true);
    note->setContentsMargins(26, 0, 0, 8);
    column.addWidget(box);
    column.addWidget(note);
}

} // namespace consilium::app
