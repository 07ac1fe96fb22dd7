#include "app/worklist/StudyPanel.h"

#include "app/worklist/SeriesCard.h"
#include "app/worklist/StudyText.h"
#include "viewer/widgets/theme/Typography.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

constexpr int columns = 3;
constexpr int lookMs = 60; ///< until cards have their places, and while one scrolls

QLabel *makeLabel(const QString &role, const QString &tone = {})
{
    auto *label = new QLabel;
    label->setProperty("role", role);
    if (!tone.isEmpty())
        label->setProperty("tone", tone);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QString imageCount(int images)
{
    return StudyPanel::tr("%1 image(s)", nullptr, images).arg(widgets::grouped(images));
}

} // namespace

StudyPanel::StudyPanel(StudyPictures &pictures, QWidget *parent) : QWidget(parent), m_pictures(pictures)
{
    setFixedWidth(WidthPx);
    setProperty("surface", u"panel"_s);
    setProperty("edge", u"left"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_rest.setSingleShot(true);
    m_rest.setInterval(RestMs);
    connect(&m_rest, &QTimer::timeout, this, &StudyPanel::ask);
    m_look.setSingleShot(true);
    m_look.setInterval(lookMs);
    connect(&m_look, &QTimer::timeout, this, &StudyPanel::wantPictures);
    connect(&m_pictures, &StudyPictures::changed, this, &StudyPanel::showPictures);

    m_content = buildIdentity();
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_content);
    m_content->hide();
}

StudyPanel::~StudyPanel()
{
    m_cancel.cancel();
}

QWidget *StudyPanel::buildIdentity()
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(16, 16, 16, 12);
    column->setSpacing(6);
    m_name = makeLabel(u"title"_s);
    m_alphabetic = makeLabel(u"caption"_s, u"t3"_s);
    auto *names = new QHBoxLayout;
    names->setSpacing(10);
    names->addWidget(m_name);
    names->addWidget(m_alphabetic, 1, Qt::AlignBottom);
    column->addLayout(names);
    column->addWidget(m_identity = makeLabel(u"caption"_s, u"t2"_s));
    column->addWidget(m_study = makeLabel(u"caption"_s, u"t2"_s));
    m_identity->setWordWrap(true);
    m_study->setWordWrap(true);
    m_warning = makeLabel(u"caption"_s, u"warn"_s);
    m_warning->setWordWrap(true);
    m_warning->setText(u"⚠ "_s +
                       tr("Another patient's study has the same number in another archive. They are not mixed: "
                          "compare name and ID before reading."));
    column->addWidget(m_warning);
    column->addSpacing(6);

    m_open = new QPushButton(tr("Open images") + u"   ↵"_s);
    m_open->setObjectName(u"openStudy"_s);
    m_open->setProperty("kind", u"primary"_s);
    m_open->setFixedHeight(40);
    m_open->setToolTip(tr("Opens the study (Enter)"));
    connect(m_open, &QPushButton::clicked, this, &StudyPanel::openRequested);
    column->addWidget(m_open);
    column->addSpacing(6);

    auto *heading = new QHBoxLayout;
    m_heading = makeLabel(u"captionStrong"_s, u"t2"_s);
    m_count = makeLabel(u"meta"_s, u"t3"_s);
    m_count->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_count->setMinimumWidth(56); // six figures, whatever stood there before
    heading->addWidget(m_heading, 1);
    heading->addWidget(m_count);
    column->addLayout(heading);
    m_failure = makeLabel(u"caption"_s, u"crit"_s);
    m_failure->setWordWrap(true);
    column->addWidget(m_failure);

    column->addWidget(buildGrid(), 1);
    return content;
}

QWidget *StudyPanel::buildGrid()
{
    m_grid = new QWidget;
    m_grid->setProperty("scrolled", u"true"_s); // on the panel's own colour
    m_gridLayout = new QGridLayout(m_grid);
    m_gridLayout->setContentsMargins(0, 0, 0, 0);
    m_gridLayout->setSpacing(8);
    auto *scroll = new QScrollArea;
    scroll->setWidget(m_grid);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    connect(scroll->verticalScrollBar(), &QScrollBar::valueChanged, &m_look, qOverload<>(&QTimer::start));
    return scroll;
}

void StudyPanel::showStudy(const MergedStudy &merged, std::shared_ptr<StudySource> source)
{
    const WorklistRow &row = merged.shown();
    const bool same = m_row && m_row->study.uid == row.study.uid && m_row->archive == row.archive;
    m_warning->setVisible(merged.otherPatient);
    m_row = row;
    m_source = std::move(source);
    const auto &study = row.study;
    m_name->setText(orDash(shortName(study.patient.name)));
    m_alphabetic->setText(study.patient.name.ideographic.isEmpty() ? QString() : study.patient.name.alphabetic);
    m_identity->setText(
        QStringList{sexAndAge(study.patient, study.date), orDash(study.patient.id), orDash(study.accession)}.join(
            u" · "_s));
    m_study->setText(QStringList{modalityList(study.modalities).join(u' '), orDash(study.description),
                                 dateAndTime(study.date, study.time), merged.sources()}
                         .join(u" · "_s));
    m_content->show();
    if (same && m_failure->isHidden()) // an archive that gave no list may be back
        return;
    m_cancel.cancel();
    clearCards();
    m_heading->setText(study.seriesCount >= 0 ? tr("Series %1").arg(study.seriesCount) : tr("Series"));
    m_count->setText(study.instanceCount >= 0 ? imageCount(study.instanceCount) : QString());
    m_failure->hide();
    m_isAsking = true;
    m_rest.start();
}

void StudyPanel::clear()
{
    m_rest.stop();
    m_isAsking = false;
    m_cancel.cancel();
    m_row.reset();
    m_source.reset();
    clearCards();
    m_content->hide();
}

void StudyPanel::ask()
{
    m_isAsking = m_row && m_source;
    if (!m_isAsking)
        return;
    m_cancel = CancelToken();
    const CancelToken cancel = m_cancel;
    m_asked = m_source->id();
    m_source->searchSeries(m_row->study.uid, Priority::Interactive, cancel)
        .then(this, [this, cancel](const Result<std::vector<Attributes>> &answer) {
            if (!cancel.isCancelled())
                takeSeries(answer);
        });
}

void StudyPanel::takeSeries(const Result<std::vector<Attributes>> &answer)
{
    clearCards();
    m_isAsking = false;
    if (!answer) // the words first: showing lays the column out at once, by what they need
        m_failure->setText(tr("The series cannot be listed. %1").arg(userMessage(answer.error())));
    m_failure->setVisible(!answer);
    if (!answer)
        return;
    std::vector<dicom::SeriesHeader> all;
    for (const Attributes &attributes : *answer)
        all.push_back(dicom::describeSeries(attributes));
    std::stable_sort(all.begin(), all.end(),
                     [](const auto &a, const auto &b) { return unsigned(a.number) < unsigned(b.number); });
    int images = 0;
    for (auto &series : all) {
        images += std::max(0, series.instanceCount);
        m_cards.push_back(new SeriesCard(std::move(series), m_grid));
    }
    m_heading->setText(tr("Series %1").arg(m_cards.size()));
    if (images > 0)
        m_count->setText(imageCount(images));
    placeCards();
    showPictures();
    m_look.start();
}

void StudyPanel::placeCards()
{
    for (int i = 0; i < int(m_cards.size()); ++i) {
        m_gridLayout->addWidget(m_cards[std::size_t(i)], i / columns, i % columns);
        m_cards[std::size_t(i)]->show();
    }
    for (int i = 0; i < columns; ++i)
        m_gridLayout->setColumnStretch(i, 1);
    m_gridLayout->setRowStretch(int(m_cards.size() + columns - 1) / columns, 1);
}

StudyPictures::Subject StudyPanel::subjectOf(const SeriesCard &card) const
{
    const dicom::SeriesHeader &series = card.series();
    return {m_asked, m_row->study.uid, series.uid, series.modality, series.instanceCount};
}

bool StudyPanel::isIdle() const
{
    return !m_isAsking && !m_look.isActive() && m_pictures.isIdle();
}

void StudyPanel::wantPictures()
{
    std::vector<StudyPictures::Subject> wanted;
    for (const SeriesCard *card : m_cards)
        if (m_row && !card->visibleRegion().isEmpty())
            wanted.push_back(subjectOf(*card));
    m_pictures.want(StudyPictures::Who::Panel, std::move(wanted));
}

void StudyPanel::showPictures()
{
    for (SeriesCard *card : m_cards)
        if (m_row) {
            const auto subject = subjectOf(*card);
            card->setPicture(m_pictures.picture(subject), m_pictures.state(subject));
        }
}

void StudyPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_look.start();
}

void StudyPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_look.start();
}

void StudyPanel::clearCards()
{
    for (int row = 0; row < m_gridLayout->rowCount(); ++row)
        m_gridLayout->setRowStretch(row, 0);
    for (SeriesCard *card : m_cards)
        delete card;
    m_cards.clear();
    m_pictures.want(StudyPictures::Who::Panel, {});
}

} // namespace consilium::app
