#include "viewer/widgets/PriorReports.h"

#include "viewer/render2d/OverlayFormat.h"
#include "viewer/widgets/NavigationKeys.h"
#include "viewer/widgets/PlainToolTip.h"
#include "viewer/widgets/theme/Icons.h"
#include "viewer/widgets/theme/Tokens.h"

#include <QEvent>
#include <QLabel>
#include <QListWidget>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace consilium::widgets
{
using namespace Qt::StringLiterals;
using State = pixels::StudyImages::Priors::State;

namespace
{
constexpr int askDelayMs = 1500, rowPx = 44, mostRows = 4;
constexpr int studyRole = Qt::UserRole, seriesRole = Qt::UserRole + 1;
} // namespace

PriorReports::PriorReports(session::ActionDispatcher &dispatcher, pixels::StudyImages &images, QWidget *parent)
    : QWidget(parent),
      m_dispatcher(dispatcher),
      m_images(&images),
      m_heading(new QLabel(this)),
      m_state(new QLabel(this)),
      m_list(new QListWidget(this))
{
    setObjectName(u"prior-reports"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 8, 8);
    column->setSpacing(4);
    m_heading->setProperty("role", u"captionStrong"_s);
    m_state->setProperty("role", u"caption"_s);
    m_state->setWordWrap(true);
    column->addWidget(m_heading);
    column->addWidget(m_state);
    column->addWidget(m_list);
    m_list->setFocusPolicy(Qt::TabFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setWordWrap(false);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setStyleSheet(u"QListWidget { background: transparent; }"_s);
    keepNavigationKeys(*m_list);
    m_later.setSingleShot(true);
    m_later.setInterval(askDelayMs);
    connect(&m_later, &QTimer::timeout, this, [this] {
        if (m_images)
            m_images->askForPriors(m_study);
    });
    const auto open = [this](const QListWidgetItem *item) {
        Q_EMIT openRequested(m_study, StudyUid(item->data(studyRole).toString()),
                             SeriesUid(item->data(seriesRole).toString()));
    };
    connect(m_list, &QListWidget::itemClicked, this, open);
    connect(m_list, &QListWidget::itemActivated, this, open);
    connect(&dispatcher, &session::ActionDispatcher::applied, this,
            [this](const session::Envelope &envelope, const session::ChangeSet &changes) {
                if (changes.layout || std::holds_alternative<session::ShowSeries>(envelope.action))
                    follow();
            });
    connect(&dispatcher, &session::ActionDispatcher::wasReset, this, &PriorReports::follow);
    connect(&images, &pixels::StudyImages::priorsChanged, this, [this](const StudyUid &study) {
        if (study == m_study)
            refresh();
    });
    follow();
    refresh();
}

// A prior study that is looked at does not take the place of the one that is read: its list stays.
void PriorReports::follow()
{
    const auto &state = m_dispatcher.state();
    const StudyUid study = state.view(state.layout().active).study;
    if (study.isEmpty() || study == m_study || !m_images)
        return;
    const auto known = m_images->priors(m_study).studies;
    if (std::any_of(known.begin(), known.end(), [&](const auto &prior) { return prior.header.uid == study; }))
        return;
    m_study = study;
    m_later.start();
    refresh();
}

void PriorReports::refresh()
{
    const auto priors = m_images ? m_images->priors(m_study) : pixels::StudyImages::Priors();
    m_list->clear();
    for (const auto &prior : priors.studies)
        for (const auto &series : prior.documents)
            add(prior, series);
    m_heading->setText(tr("Prior reports"));
    const int rows = std::min(m_list->count(), mostRows);
    m_list->setVisible(rows > 0);
    m_list->setFixedHeight(rows * rowPx + 4);
    QString text;
    if (priors.state == State::Asking)
        text = tr("Looking for prior reports …");
    else if (priors.state == State::Failed)
        text = tr("Prior reports are not known. %1").arg(userMessage(priors.error));
    else if (priors.mayHaveMore)
        text = tr("There may be more.");
    m_state->setText(text);
    m_state->setVisible(!text.isEmpty());
    setVisible(rows > 0 || !text.isEmpty());
}

void PriorReports::add(const pixels::StudyImages::PriorStudy &prior, const dicom::SeriesHeader &series)
{
    const QString what = series.description.isEmpty() ? series.modality : series.description;
    QString first = render2d::dateTimeText(prior.header.date, {}) + u"  "_s + what;
    QString second = prior.header.description;
    if (!prior.doubt.isEmpty())
        second = tr("Identity not confirmed") + u" · "_s + prior.header.patient.name.display();
    auto *item =
        new QListWidgetItem(icon(prior.doubt.isEmpty() ? u"document"_s : u"warning"_s), first + u'\n' + second, m_list);
    item->setSizeHint({0, rowPx});
    item->setData(studyRole, prior.header.uid.text());
    item->setData(seriesRole, series.uid.text());
    const QString all = first + u'\n' + second;
    item->setToolTip(plainToolTip(prior.doubt.isEmpty() ? all : all + u'\n' + prior.doubt));
    if (!prior.doubt.isEmpty())
        item->setForeground(tokens(palette()).warn);
}

QStringList PriorReports::lines() const
{
    QStringList all;
    for (int i = 0; i < m_list->count(); ++i)
        all << m_list->item(i)->text().replace(u'\n', u" | "_s);
    return all;
}

bool PriorReports::open(int line)
{
    const QListWidgetItem *item = m_list->item(line);
    if (!item)
        return false;
    Q_EMIT openRequested(m_study, StudyUid(item->data(studyRole).toString()),
                         SeriesUid(item->data(seriesRole).toString()));
    return true;
}

void PriorReports::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        refresh();
    QWidget::changeEvent(event);
}

void PriorReports::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(0, 0, width(), 1, tokens(palette()).line);
}

} // namespace consilium::widgets
