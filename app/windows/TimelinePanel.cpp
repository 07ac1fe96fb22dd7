#include "app/windows/TimelinePanel.h"

#include "viewer/render2d/OverlayFormat.h"
#include "viewer/widgets/theme/Tokens.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace consilium::app
{

using Standing = TimelineEntry::Standing;

namespace
{

QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

QString withoutStop(QString text)
{
    if (text.endsWith(u'.') || text.endsWith(u'。'))
        text.chop(1);
    return text;
}

} // namespace

TimelinePanel::TimelinePanel(QWidget *parent)
    : QWidget(parent),
      m_model(new TimelineModel(this)),
      m_list(new TimelineList),
      m_title(new QLabel),
      m_count(new QLabel),
      m_state(new QLabel),
      m_question(new QLabel),
      m_sameModality(button(u"timelineModality"_s, true)),
      m_sameBodyPart(button(u"timelineBodyPart"_s, true)),
      m_close(button(u"closeTimeline"_s)),
      m_isSame(button(u"timelineSame"_s)),
      m_isOther(button(u"timelineOther"_s)),
      m_again(button(u"timelineAgain"_s)),
      m_retry(button(u"timelineRetry"_s)),
      m_denied(button(u"timelineDenied"_s, true))
{
    setObjectName(u"timelinePanel"_s);
    build();
    retranslate();
    connect(m_list, &TimelineList::chosen, this, [this](const QModelIndex &index) {
        const TimelineEntry entry = m_model->entries()[std::size_t(index.row())]; // a copy: the list follows
        Q_EMIT chosen(entry);
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &TimelinePanel::refreshQuestion);
    connect(m_sameModality, &QPushButton::clicked, this, [this](bool isOn) {
        setFilter({isOn, m_filter.sameBodyPart});
    });
    connect(m_sameBodyPart, &QPushButton::clicked, this, [this](bool isOn) {
        setFilter({m_filter.sameModality, isOn});
    });
    connect(m_close, &QPushButton::clicked, this, &TimelinePanel::closeRequested);
    connect(m_retry, &QPushButton::clicked, this, &TimelinePanel::retryRequested);
    connect(m_isSame, &QPushButton::clicked, this, [this] { answer(true); });
    connect(m_isOther, &QPushButton::clicked, this, [this] { answer(false); });
    connect(m_again, &QPushButton::clicked, this, [this] {
        if (const TimelineEntry *entry = current(); entry && m_timeline)
            m_timeline->forget(TimelineEntry(*entry));
    });
    connect(m_denied, &QPushButton::clicked, this, [this](bool isOn) {
        m_showsDenied = isOn;
        refresh();
    });
}

QPushButton *TimelinePanel::button(const QString &name, bool isCheckable)
{
    auto *made = new QPushButton(this);
    made->setObjectName(name);
    made->setProperty("kind", u"chip"_s);
    made->setProperty("tight", true);
    made->setFixedHeight(28);
    made->setCheckable(isCheckable);
    made->setFocusPolicy(Qt::TabFocus); // a click leaves the keyboard with the images
    return made;
}

void TimelinePanel::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 0, 0); // the dividers
    column->setSpacing(0);
    const auto row = [&](std::initializer_list<QWidget *> widgets, bool isHead) {
        auto *line = new QHBoxLayout;
        line->setContentsMargins(isHead ? 12 : 8, 4, 8, 4);
        line->setSpacing(6);
        for (QWidget *widget : widgets)
            line->addWidget(widget);
        line->addStretch(1);
        column->addLayout(line);
        return line;
    };
    m_title->setProperty("role", u"captionStrong"_s);
    m_count->setProperty("role", u"caption"_s);
    row({m_title, m_count}, true)->addWidget(m_close);
    row({m_sameModality, m_sameBodyPart}, false);
    m_list->setModel(m_model);
    m_list->setMinimumHeight(TimelineDelegate::rowPx);
    column->addWidget(m_list, 1);
    for (QLabel *label : {m_question, m_state}) {
        label->setProperty("role", u"caption"_s);
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setContentsMargins(12, 6, 12, 2);
    }
    m_question->setObjectName(u"timelineQuestion"_s);
    m_state->setObjectName(u"timelineState"_s);
    column->addWidget(m_question);
    row({m_isSame, m_isOther, m_again}, false);
    column->addWidget(m_state);
    row({m_retry, m_denied}, false);
}

void TimelinePanel::retranslate()
{
    m_title->setText(tr("Timeline"));
    m_close->setText(tr("Close"));
    m_sameModality->setText(tr("Same modality"));
    m_sameBodyPart->setText(tr("Same region"));
    m_isSame->setText(tr("Same patient"));
    m_isOther->setText(tr("Another patient"));
    m_again->setText(tr("Ask again"));
    m_retry->setText(tr("Try again"));
    m_list->setAccessibleName(m_title->text());
    refresh();
}

void TimelinePanel::setTimeline(PatientTimeline *timeline)
{
    if (timeline == m_timeline)
        return;
    if (m_timeline)
        m_timeline->disconnect(this);
    m_timeline = timeline;
    m_showsDenied = false;
    if (timeline)
        connect(timeline, &PatientTimeline::changed, this, &TimelinePanel::refresh);
    refresh();
}

void TimelinePanel::setShownStudies(const std::set<StudyUid> &shown)
{
    if (shown == m_shown)
        return;
    m_shown = shown;
    refresh();
}

void TimelinePanel::setFilter(const TimelineFilter &filter)
{
    m_sameModality->setChecked(filter.sameModality);
    m_sameBodyPart->setChecked(filter.sameBodyPart);
    if (filter == m_filter)
        return;
    m_filter = filter;
    refresh();
    Q_EMIT filterChanged();
}

void TimelinePanel::select(const StudyUid &study)
{
    for (int i = 0; i < m_model->rowCount(); ++i)
        if (m_model->index(i).data(TimelineModel::StudyRole).toString() == study.text()) {
            m_list->setCurrentIndex(m_model->index(i));
            m_list->scrollTo(m_model->index(i));
            return;
        }
}

const TimelineEntry *TimelinePanel::current() const
{
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() ? &m_model->entries()[std::size_t(index.row())] : nullptr;
}

void TimelinePanel::refresh()
{
    const StudyUid chosen = current() ? current()->study.uid : StudyUid();
    std::vector<TimelineEntry> entries;
    int denied = 0;
    for (const TimelineEntry &entry : m_timeline ? m_timeline->entries() : std::vector<TimelineEntry>()) {
        const bool isDenied = entry.standing == Standing::Denied;
        denied += isDenied ? 1 : 0;
        if ((!isDenied || m_showsDenied) &&
            (entry.standing == Standing::Read || passes(entry, m_filter, m_timeline->readEntry())))
            entries.push_back(entry);
    }
    m_count->setText(entries.empty() ? QString() : QString::number(entries.size()));
    m_model->set(std::move(entries), m_timeline ? m_timeline->readEntry() : TimelineEntry(), m_shown);
    m_denied->setText(tr("Denied: %1").arg(denied));
    m_denied->setVisible(denied > 0);
    m_denied->setChecked(m_showsDenied);
    if (!chosen.isEmpty())
        select(chosen);
    refreshQuestion();
    refreshState();
}

void TimelinePanel::refreshQuestion()
{
    const TimelineEntry *entry = current();
    const Standing standing = entry ? entry->standing : Standing::Same;
    const bool isAsked = standing == Standing::Perhaps;
    const bool isAnswered = standing == Standing::ByHand || standing == Standing::Denied;
    const bool isContradicted = standing == Standing::Contradicted;
    QStringList lines;
    if (entry && (isAsked || isAnswered || isContradicted)) {
        const dicom::PatientIdentity &who = entry->record.identity;
        lines << standingText(standing)
              << joined({who.name.display(), who.id, who.sex, render2d::dateTimeText(who.birthDate, {})}) << entry->why;
    }
    m_question->setText(lines.join(u'\n'));
    m_question->setVisible(!lines.isEmpty());
    m_isSame->setVisible(isAsked);
    m_isOther->setVisible(isAsked);
    m_again->setVisible(isAnswered);
}

QString TimelinePanel::stateText() const
{
    if (!m_timeline)
        return {};
    QStringList lines;
    if (m_timeline->isAsking())
        lines << tr("Asking all archives …");
    for (const auto &looking : m_timeline->looking())
        lines << tr("%1: %n study (studies) looked through so far …", nullptr, looking.studies).arg(looking.archive);
    for (const auto &problem : m_timeline->problems())
        lines << tr("%1: studies not known. %2").arg(problem.archive, withoutStop(userMessage(problem.error)));
    for (const QString &archive : m_timeline->cutShort())
        lines << tr("%1 may have more studies.").arg(archive);
    if (lines.isEmpty() && m_timeline->isAsked() && m_timeline->entries().size() <= 1)
        lines << tr("No other study of this patient is known.");
    return lines.join(u'\n');
}

void TimelinePanel::refreshState()
{
    const QString text = stateText();
    m_state->setText(text);
    m_state->setVisible(!text.isEmpty());
    m_retry->setVisible(m_timeline && !m_timeline->problems().empty() && !m_timeline->isAsking());
}

bool TimelinePanel::answer(bool isSame)
{
    const TimelineEntry *entry = current();
    if (!entry || !m_timeline || entry->standing != Standing::Perhaps)
        return false;
    m_timeline->say(TimelineEntry(*entry), isSame ? PatientLink::Answer::Same : PatientLink::Answer::NotSame);
    Q_EMIT answered();
    return true;
}

QStringList TimelinePanel::lines() const
{
    QStringList all;
    for (int i = 0; i < m_model->rowCount(); ++i)
        all << m_model->line(i);
    return all;
}

void TimelinePanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void TimelinePanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const widgets::Tokens &t = widgets::tokens(palette());
    painter.fillRect(rect(), t.bg1);
    painter.fillRect(0, 0, 1, height(), t.line);
    painter.fillRect(0, 0, width(), 1, t.line);
}

} // namespace consilium::app
