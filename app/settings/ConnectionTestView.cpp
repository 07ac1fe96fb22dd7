#include "app/settings/ConnectionTestView.h"

#include "viewer/widgets/IconLabel.h"
#include "viewer/widgets/theme/Theme.h"
#include "viewer/widgets/theme/Tokens.h"
#include "viewer/widgets/theme/Typography.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

struct Mark {
    QString icon;
    QColor colour;
    QString tone;
};

Mark markOf(ConnectionTest::Outcome outcome, const widgets::Tokens &t)
{
    switch (outcome) {
    case ConnectionTest::Outcome::Passed:
        return {u"check-circle"_s, t.ok, {}};
    case ConnectionTest::Outcome::Failed:
        return {u"warning"_s, t.crit, u"crit"_s};
    case ConnectionTest::Outcome::Running:
        return {u"clock"_s, t.ac, {}};
    case ConnectionTest::Outcome::Waiting:
    case ConnectionTest::Outcome::Skipped:
        break;
    }
    return {u"clock"_s, t.t3, u"t3"_s};
}

QLabel *makeLabel(const QString &text, const QString &role, const QString &tone)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setProperty("role", role);
    if (!tone.isEmpty())
        label->setProperty("tone", tone);
    return label;
}

} // namespace

ConnectionTestView::ConnectionTestView(QWidget *parent)
    : QWidget(parent),
      m_card(new QFrame),
      m_headline(makeLabel({}, u"section"_s, {})),
      m_advice(makeLabel({}, {}, u"t2"_s)),
      m_code(makeLabel({}, u"meta"_s, u"t3"_s)),
      m_take(new QPushButton(tr("Use this address"))),
      m_lines(new QVBoxLayout)
{
    m_card->setProperty("surface", u"card"_s);
    m_headline->setWordWrap(true);
    m_headline->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_advice->setWordWrap(true);
    auto *inCard = new QVBoxLayout(m_card);
    inCard->setContentsMargins(16, 12, 16, 12);
    inCard->addWidget(m_headline);
    inCard->addWidget(m_advice);
    inCard->addWidget(m_code);
    m_take->setObjectName(u"takeAddress"_s);
    m_take->setFixedHeight(34);
    inCard->addWidget(m_take, 0, Qt::AlignLeft);
    // Later: whoever takes it shows another test here.
    connect(
        m_take, &QPushButton::clicked, this, [this] { Q_EMIT addressChosen(m_foundAt); }, Qt::QueuedConnection);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_card);
    m_lines->setSpacing(0);
    column->addLayout(m_lines);
    m_card->hide();
}

void ConnectionTestView::show(const ConnectionTest *test)
{
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_card->setVisible(test && test->isFinished());
    if (!test)
        return;
    if (test->isFinished())
        showOutcome(*test);
    for (const auto &line : test->lines())
        m_lines->addWidget(makeLine(line));
}

void ConnectionTestView::showOutcome(const ConnectionTest &test)
{
    m_foundAt = test.foundAt();
    m_take->setVisible(!m_foundAt.isEmpty());
    const QString tone = test.hasPassed() ? u"ok"_s : u"crit"_s;
    m_card->setProperty("tone", tone);
    m_headline->setProperty("tone", tone);
    widgets::repolish(m_card);
    widgets::repolish(m_headline);
    if (test.hasPassed()) {
        m_headline->setText(tr("The archive can be used."));
        m_advice->hide();
        m_code->hide();
        return;
    }
    const ConnectionAdvice advice = connectionAdvice(test.error(), test.isOfRoot());
    m_headline->setText(advice.headline);
    m_advice->setText(m_foundAt.isEmpty() ? advice.nextStep : tr("A DICOMweb service answers at %1.").arg(m_foundAt));
    m_advice->show();
    const QString status = test.error().httpStatus > 0 ? u" · HTTP %1"_s.arg(test.error().httpStatus) : QString();
    m_code->setText(tr("Code %1").arg(errorName(test.error().code) + status));
    m_code->show();
}

QWidget *ConnectionTestView::makeLine(const ConnectionTest::Line &line)
{
    const Mark mark = markOf(line.outcome, widgets::tokens(palette()));
    auto *box = new QWidget;
    box->setProperty("surface", u"card"_s);
    box->setProperty("edge", u"bottom"_s);
    box->setAttribute(Qt::WA_StyledBackground);
    box->setFixedHeight(52);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(16, 4, 16, 4);
    row->setSpacing(12);
    auto *icon = new widgets::IconLabel(16);
    icon->setIcon(mark.icon, mark.colour);
    row->addWidget(icon);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addStretch(1);
    const bool failed = line.outcome == ConnectionTest::Outcome::Failed;
    const QString name = failed ? tr("%1 · failed").arg(stepName(line.step)) : stepName(line.step);
    texts->addWidget(makeLabel(name, failed ? u"strong"_s : QString(), mark.tone));
    if (!line.note.isEmpty())
        texts->addWidget(makeLabel(line.note, u"meta"_s, u"t3"_s));
    texts->addStretch(1);
    row->addLayout(texts, 1);
    row->addWidget(
        makeLabel(line.ms >= 0 ? tr("%1 ms").arg(widgets::grouped(line.ms)) : u"—"_s, u"caption"_s, u"t3"_s));
    return box;
}

} // namespace consilium::app
