#include "viewer/widgets/documents/DocumentPane.h"

#include "base/Pending.h"
#include "base/WorkPool.h"
#include "viewer/documents/DocumentContent.h"
#include "viewer/render2d/Overlay.h"
#include "viewer/render2d/OverlayFormat.h"
#include "viewer/widgets/IconLabel.h"
#include "viewer/widgets/PlainToolTip.h"
#include "viewer/widgets/documents/DocumentCard.h"
#include "viewer/widgets/documents/PdfView.h"
#include "viewer/widgets/documents/ReportView.h"
#include "viewer/widgets/documents/WaveformView.h"
#include "viewer/widgets/theme/Icons.h"
#include "viewer/widgets/theme/Tokens.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace consilium::widgets
{
using namespace Qt::StringLiterals;

namespace
{

constexpr int renamingMs = 200;
constexpr int wholeDocument = -1; ///< in place of a frame's number

QToolButton *button(const QString &iconName, const QString &tip, QWidget *parent)
{
    auto *made = new QToolButton(parent);
    made->setIcon(icon(iconName));
    made->setIconSize({18, 18});
    made->setFixedSize(30, 30);
    made->setToolTip(tip);
    made->setAccessibleName(tip);
    made->setFocusPolicy(Qt::TabFocus);
    return made;
}

QString failureText(const Error &error)
{
    return DocumentPane::tr("This document cannot be shown.") + u'\n' + userMessage(error);
}

QLabel *line(const char *role, QWidget *parent)
{
    auto *made = new QLabel(parent);
    made->setProperty("role", QString::fromLatin1(role));
    made->setTextFormat(Qt::PlainText);
    made->setMinimumWidth(40);
    return made;
}

QLabel *makeNotice(const QString &tone, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setProperty("surface", u"card"_s);
    label->setProperty("tone", tone);
    label->setWordWrap(true);
    label->setMargin(6);
    label->setTextFormat(Qt::PlainText);
    label->hide();
    return label;
}

} // namespace

/// What stands over the document.
struct DocumentPane::Bar {
    QLabel *patient = nullptr, *title = nullptr, *facts = nullptr, *pages = nullptr;
    IconLabel *sign = nullptr;
    QToolButton *previous = nullptr, *next = nullptr, *find = nullptr, *smaller = nullptr, *larger = nullptr;
};

DocumentPane::DocumentPane(ViewId view, session::ActionDispatcher &dispatcher, pixels::StudyImages &images,
                           QWidget *parent)
    : QWidget(parent),
      m_view(std::move(view)),
      m_dispatcher(dispatcher),
      m_images(&images),
      m_bar(std::make_unique<Bar>())
{
    setObjectName(u"document-"_s + m_view.text());
    setProperty("surface", u"window"_s);
    setAttribute(Qt::WA_StyledBackground);
    build();
    // What references are called may be known only later.
    m_renaming.setSingleShot(true);
    m_renaming.setInterval(renamingMs);
    connect(&m_renaming, &QTimer::timeout, this, [this] {
        if (auto *report = qobject_cast<ReportView *>(m_body))
            report->refresh();
    });
    connect(&images, &pixels::StudyImages::dataSetChanged, this, [this](const DataSetId &id) {
        if (id == m_dataSet)
            refreshBar();
        const auto changed = m_images->dataSet(id);
        const bool isOthers =
            m_document && changed && !changed->slices.empty() && changed->slices.front()->study != m_document->study;
        if (!m_document || isOthers)
            return;
        m_places.reset();
        if (!m_renaming.isActive()) // a study that loads changes many times a second
            m_renaming.start();
    });
}

DocumentPane::~DocumentPane()
{
    m_cancel.cancel();
}

void DocumentPane::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *bar = new QWidget(this);
    bar->setProperty("surface", u"panel"_s);
    bar->setProperty("edge", u"bottom"_s);
    bar->setAttribute(Qt::WA_StyledBackground);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(12, 6, 6, 6);
    row->setSpacing(8);
    m_bar->sign = new IconLabel(20, bar);
    row->addWidget(m_bar->sign, 0, Qt::AlignVCenter);
    auto *words = new QVBoxLayout;
    words->setSpacing(1);
    m_bar->patient = line("strong", bar);
    m_bar->title = line("captionStrong", bar);
    m_bar->facts = line("meta", bar);
    for (QLabel *label : {m_bar->patient, m_bar->title, m_bar->facts}) {
        label->setWordWrap(true); // who it is and what is never cut
        words->addWidget(label);
    }
    row->addLayout(words, 1);
    m_bar->pages = line("caption", bar);
    m_bar->pages->setMinimumWidth(0);
    m_bar->previous = button(u"chevron-left"_s, tr("Previous page or document"), bar);
    m_bar->next = button(u"chevron-right"_s, tr("Next page or document"), bar);
    m_bar->find = button(u"search"_s, tr("Find in this document"), bar);
    m_bar->smaller = button(u"zoom-out"_s, tr("Smaller"), bar);
    m_bar->larger = button(u"zoom-in"_s, tr("Larger"), bar);
    row->addWidget(m_bar->previous);
    row->addWidget(m_bar->pages);
    for (QWidget *widget : {m_bar->next, m_bar->find, m_bar->smaller, m_bar->larger})
        row->addWidget(widget);
    connect(m_bar->previous, &QToolButton::clicked, this, [this] { step(-1); });
    connect(m_bar->next, &QToolButton::clicked, this, [this] { step(1); });
    connect(m_bar->find, &QToolButton::clicked, this, [this] { runCommand(u"document-find"_s); });
    connect(m_bar->smaller, &QToolButton::clicked, this, [this] { runCommand(u"document-zoom-out"_s); });
    connect(m_bar->larger, &QToolButton::clicked, this, [this] { runCommand(u"document-zoom-in"_s); });
    column->addWidget(bar);
    column->addWidget(m_danger = makeNotice(u"crit"_s, this));
    column->addWidget(m_doubt = makeNotice(u"crit"_s, this)); // in the same red as over images
    m_danger->setObjectName(u"documentDanger"_s);
    m_doubt->setObjectName(u"documentDoubt"_s);
    m_stack = new QStackedLayout;
    m_status = new QLabel(this);
    m_status->setProperty("role", u"section"_s);
    m_status->setAlignment(Qt::AlignCenter);
    m_status->setWordWrap(true);
    m_status->setMargin(24);
    m_status->setTextFormat(Qt::PlainText);
    m_stack->addWidget(m_status);
    column->addLayout(m_stack, 1);
    adopt(*this);
}

// A press anywhere makes the view the active one, as over an image.
void DocumentPane::adopt(QWidget &child)
{
    child.installEventFilter(this);
    for (QWidget *below : child.findChildren<QWidget *>())
        below->installEventFilter(this);
}

bool DocumentPane::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseButtonPress && m_dispatcher.state().layout().active != m_view)
        (void)m_dispatcher.submit(session::SetActiveView{m_view});
    if (event->type() == QEvent::MouseButtonDblClick && (watched == m_bar->title || watched == m_bar->patient)) {
        Q_EMIT maximiseRequested();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void DocumentPane::show(const session::ViewState &state, const std::vector<dicom::DocumentPtr> &all)
{
    m_study = state.study;
    m_dataSet = state.dataSet;
    m_all = all;
    const auto *named = std::get_if<session::ImageRef>(&state.plane);
    dicom::DocumentPtr wanted;
    if (!named)
        wanted = all.front();
    else if (const auto found =
                 std::find_if(all.begin(), all.end(), [&](const auto &d) { return d->sop == named->sop; });
             found != all.end())
        wanted = *found;
    m_page = named ? named->frame : 0;
    if (!wanted || !m_document || m_failure || wanted->sop != m_document->sop || wanted->study != m_document->study) {
        m_document = wanted;
        m_places.reset();
        load();
    } else if (m_body) {
        m_body->showPage(m_page);
    }
    refreshBar();
}

void DocumentPane::clearBody()
{
    if (!m_body)
        return;
    m_stack->removeWidget(m_body);
    m_body->disconnect(this);
    m_body->deleteLater();
    m_body->hide();
    m_body = nullptr;
}

void DocumentPane::load()
{
    using Content = Result<documents::DocumentContent>;
    m_cancel.cancel();
    m_cancel = CancelToken();
    clearBody();
    m_failure.reset();
    m_status->setText(m_document ? tr("Fetching the document …") : tr("This document is not in the series"));
    const auto number = ++m_asked;
    if (!m_document || !m_images)
        return;
    auto *watcher = new QFutureWatcher<Content>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, number] {
        watcher->deleteLater();
        if (number != m_asked || watcher->future().resultCount() == 0)
            return;
        const Content content = watcher->result();
        if (content) {
            take(*content);
        } else if (content.error().code != ErrorCode::Cancelled) {
            m_failure = content.error();
            m_status->setText(failureText(content.error()));
        }
        refreshBar();
        Q_EMIT changed();
    });
    const auto answer = std::make_shared<PendingPromise<Content>>();
    answer->start();
    watcher->setFuture(answer->future());
    m_images->fetchDocument(m_document, m_cancel)
        .then(QtFuture::Launch::Sync, [answer](const Result<QByteArray> &part10) {
            startWork(workPool(), [answer, part10] {
                answer->finish(part10 ? documents::readDocument(*part10) : Content(fail(part10.error())));
            });
        });
}

void DocumentPane::take(const documents::DocumentContent &content)
{
    clearBody();
    if (content.pdf)
        m_body = new PdfView(*content.pdf, this);
    else if (content.recording)
        m_body = new WaveformView(content.recording, this);
    else
        m_body = new ReportView(
            content, [this](const documents::ObjectReference &r) { return nameOf(r); }, this);
    connect(m_body, &DocumentBody::linkActivated, this, &DocumentPane::openReference);
    connect(m_body, &DocumentBody::pageRequested, this, [this](int page) { submitPlane(m_document->sop, page); });
    connect(m_body, &DocumentBody::changed, this, [this] {
        if (m_body->hasFailed())
            m_status->setText(failureText(m_body->failure()));
        m_stack->setCurrentWidget(m_body->hasFailed() ? static_cast<QWidget *>(m_status) : m_body);
        refreshBar();
        Q_EMIT changed();
    });
    m_stack->addWidget(m_body);
    m_stack->setCurrentWidget(m_body);
    m_body->showPage(m_page);
    adopt(*m_body);
    setPlace(std::exchange(m_wantedPlace, {}));
}

QVariantMap DocumentPane::place() const
{
    if (!m_document || !m_body)
        return m_wantedPlace;
    QVariantMap place = m_body->place();
    place.insert(u"sop"_s, m_document->sop.text());
    return place;
}

void DocumentPane::setPlace(const QVariantMap &place)
{
    if (!m_body)
        m_wantedPlace = place;
    else if (!place.isEmpty() && m_document && place.value(u"sop"_s).toString() == m_document->sop.text())
        m_body->setPlace(place);
}

void DocumentPane::setStanding(const render2d::PatientStanding &standing)
{
    if (standing == m_standing)
        return;
    m_standing = standing;
    refreshBar();
}

void DocumentPane::refreshBar()
{
    const Tokens &t = tokens(palette());
    m_bar->sign->setIcon(m_document ? documentIcon(m_document->kind) : u"document"_s, t.t2);
    const auto &patient = m_document ? m_document->patient : dicom::PatientIdentity();
    QStringList who{patient.name.display(), patient.id,
                    render2d::sexAgeText(patient, m_document ? m_document->studyDate : QString()),
                    m_document ? render2d::dateTimeText(m_document->studyDate, {}) : QString()};
    if (m_standing.kind == render2d::PatientStanding::Kind::ByHand)
        who << m_standing.text;
    who.removeAll(QString());
    m_bar->patient->setText(who.join(u" · "_s));
    m_bar->title->setText(m_document ? documentTitle(*m_document) : QString());
    m_bar->facts->setText(m_document ? documentFacts(*m_document).join(u" · "_s) : QString());
    for (QLabel *label : {m_bar->patient, m_bar->title, m_bar->facts})
        label->setToolTip(plainToolTip(label->text()));
    const QString doubt = m_images ? m_images->identityDoubt(&m_dispatcher, m_study) : QString();
    const bool isOther = m_standing.kind == render2d::PatientStanding::Kind::Other;
    m_doubt->setText(doubt.isEmpty()
                         ? m_standing.text
                         : tr("Identity not confirmed: this may be another patient's document. %1").arg(doubt));
    m_doubt->setVisible(isOther || !doubt.isEmpty());
    const QString danger = whatEndangers();
    m_danger->setText(danger);
    m_danger->setVisible(!danger.isEmpty());
    const int pages = pageCount();
    const int place = m_document ? int(std::find(m_all.begin(), m_all.end(), m_document) - m_all.begin()) : -1;
    QStringList where;
    if (m_all.size() > 1 && place >= 0)
        where << tr("document %1 / %2").arg(place + 1).arg(m_all.size());
    if (pages > 1)
        where << tr("page %1 / %2").arg(m_page + 1).arg(pages);
    m_bar->pages->setText(where.join(u" · "_s));
    const bool hasMore = m_all.size() > 1 || pages > 1;
    m_bar->previous->setVisible(hasMore);
    m_bar->next->setVisible(hasMore);
    m_bar->previous->setEnabled(place > 0 || m_page > 0);
    m_bar->next->setEnabled((place >= 0 && place + 1 < int(m_all.size())) || m_page + 1 < pages);
    m_bar->find->setVisible(qobject_cast<ReportView *>(m_body) != nullptr);
}

// What is said over each image of the study: that it holds what is another patient's.
QString DocumentPane::whatEndangers() const
{
    const dicom::DataSetPtr dataSet = m_images ? m_images->dataSet(m_dataSet) : nullptr;
    QStringList lines;
    if (dataSet)
        for (const dicom::DataIssue &issue : dataSet->issues)
            if (render2d::gradeOf(issue.kind) == render2d::Grade::Danger)
                lines << dicom::issueHeadline(issue) + u' ' + dicom::issueConsequence(issue);
    return lines.join(u'\n');
}

void DocumentPane::submitPlane(const SopInstanceUid &sop, int page)
{
    (void)m_dispatcher.submit(session::ShowPlane{m_view, session::ImageRef{sop, page}});
}

// Pages first, then the documents of the series.
void DocumentPane::step(int by)
{
    if (!m_document)
        return;
    const int page = m_page + by;
    if (page >= 0 && page < pageCount())
        return submitPlane(m_document->sop, page);
    const int place = int(std::find(m_all.begin(), m_all.end(), m_document) - m_all.begin()) + by;
    if (place >= 0 && place < int(m_all.size()))
        submitPlane(m_all[std::size_t(place)]->sop, 0);
}

void DocumentPane::runCommand(const QString &command)
{
    if (command == "next-document"_L1 || command == "previous-document"_L1)
        step(command == "next-document"_L1 ? 1 : -1);
    else if (command == "retry"_L1 && failure())
        load();
    else if (command.startsWith("document-link-"_L1)) {
        const auto *report = qobject_cast<ReportView *>(m_body);
        const int index = command.mid(14).toInt() - 1;
        if (report && index >= 0 && index < int(report->references().size()))
            openReference(report->references()[std::size_t(index)]);
    } else if (m_body)
        m_body->runCommand(command);
}

int DocumentPane::pageCount() const
{
    return m_body ? m_body->pageCount() : 0;
}

bool DocumentPane::isReady() const
{
    return m_body && !m_body->hasFailed() && m_body->isReady();
}

std::optional<Error> DocumentPane::failure() const
{
    return m_body && m_body->hasFailed() ? std::optional(m_body->failure()) : m_failure;
}

std::optional<std::pair<DataSetId, int>> DocumentPane::placeOf(const documents::ObjectReference &reference) const
{
    if (!m_images || !m_document)
        return std::nullopt;
    if (!m_places)
        m_places = placesIn(m_document->study);
    const int frame = reference.frames.empty() ? 0 : reference.frames.front() - 1;
    for (const int number : {frame, wholeDocument})
        if (const auto found = m_places->constFind({reference.sop, number}); found != m_places->cend())
            return *found;
    return std::nullopt;
}

/// Where every frame and document of a study is; the first place of several.
DocumentPane::Places DocumentPane::placesIn(const StudyUid &study) const
{
    Places places;
    const auto add = [&places](const pixels::FrameKey &key, const DataSetId &dataSet, int index) {
        if (!places.contains(key))
            places.insert(key, {dataSet, index});
    };
    for (const auto &dataSet : m_images->dataSets(study)) {
        for (int i = 0; i < int(dataSet->slices.size()); ++i)
            add(pixels::keyOf(*dataSet->slices[std::size_t(i)]), dataSet->id, i);
        for (const auto &document : m_images->documents(dataSet->id))
            add({document->sop, wholeDocument}, dataSet->id, -1);
    }
    return places;
}

QString DocumentPane::nameOf(const documents::ObjectReference &reference) const
{
    const auto place = placeOf(reference);
    const auto dataSet = place && m_images ? m_images->dataSet(place->first) : nullptr;
    if (!dataSet)
        return {};
    const auto &header = dataSet->header;
    QStringList words{header.modality};
    words << (header.description.isEmpty() ? tr("series %1").arg(header.number) : header.description);
    if (place->second >= 0)
        words << tr("image %1 / %2").arg(place->second + 1).arg(dataSet->slices.size());
    words.removeAll(QString());
    return words.join(u" · "_s);
}

// Where images go while the document stays: another cell of the layout, one that is made where there is none.
ViewId DocumentPane::viewBeside(std::vector<session::Action> &before) const
{
    const auto &state = m_dispatcher.state();
    const auto &layout = state.layout();
    if (layout.cellCount() == 1) {
        before.emplace_back(session::SetLayout{1, 2, std::nullopt});
        return session::Layout::viewAt(m_view == session::Layout::viewAt(0) ? 1 : 0);
    }
    ViewId other;
    for (int i = 0; i < layout.cellCount(); ++i) {
        const ViewId view = session::Layout::viewAt(i);
        if (view == m_view)
            continue;
        const auto &shown = state.view(view);
        const bool isDocument = m_images && !m_images->documents(shown.dataSet).empty();
        if (shown.study == m_study && !isDocument)
            return view; // where this study's images are already
        if (other.isEmpty() || (shown.dataSet.isEmpty() && !state.view(other).dataSet.isEmpty()))
            other = view;
    }
    return other;
}

void DocumentPane::openReference(const documents::ObjectReference &reference)
{
    const auto place = placeOf(reference);
    if (!place) {
        Q_EMIT noticed(tr("What the document refers to is not in this study, or cannot be shown."));
        return;
    }
    std::vector<session::Action> actions;
    const ViewId view = viewBeside(actions);
    const auto &shown = m_dispatcher.state().view(view);
    if (shown.dataSet != place->first || shown.study != m_document->study) {
        session::ShowSeries series;
        series.view = view;
        series.study = m_document->study;
        series.dataSet = place->first;
        actions.emplace_back(series);
    }
    const int frame = reference.frames.empty() || place->second < 0 ? 0 : reference.frames.front() - 1;
    actions.emplace_back(session::ShowPlane{view, session::ImageRef{reference.sop, frame}});
    const auto gesture = m_dispatcher.beginGesture();
    for (const auto &action : actions)
        if (!m_dispatcher.submit(action, session::Origin::Local, gesture))
            return;
}

QVariant DocumentPane::answer(const QString &subject, const QVariantMap &options) const
{
    if (subject == "document.page"_L1)
        return m_page + 1;
    if (subject == "document.pages"_L1)
        return pageCount() > 0 ? QVariant(pageCount()) : QVariant();
    if (subject == "document.count"_L1)
        return int(m_all.size());
    if (subject == "document.failure"_L1)
        return failure() ? QVariant(errorName(failure()->code)) : QVariant();
    if (!m_document)
        return {};
    if (subject == "document.title"_L1)
        return documentTitle(*m_document);
    if (subject == "document.kind"_L1)
        return documentKindName(m_document->kind);
    if (subject == "document.facts"_L1)
        return documentFacts(*m_document).join(u" · "_s);
    if (subject == "document.patient"_L1)
        return m_bar->patient->text();
    if (subject == "document.doubt"_L1)
        return m_doubt->isHidden() ? QVariant() : QVariant(m_doubt->text());
    if (subject == "document.danger"_L1)
        return m_danger->isHidden() ? QVariant() : QVariant(m_danger->text());
    if (subject == "document.text"_L1)
        return m_body ? QVariant(m_body->plainText()) : QVariant();
    return m_body ? m_body->answer(subject, options) : QVariant();
}

void DocumentPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::LanguageChange)
        refreshBar();
    QWidget::changeEvent(event);
}

} // namespace consilium::widgets
