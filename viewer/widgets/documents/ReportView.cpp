#include "viewer/widgets/documents/ReportView.h"

#include "viewer/widgets/NavigationKeys.h"
#include "viewer/widgets/theme/Icons.h"
#include "viewer/widgets/theme/Tokens.h"
#include "viewer/widgets/theme/Typography.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTextBrowser>
#include <QTextDocument>
#include <QVBoxLayout>

#include <algorithm>

namespace consilium::widgets
{
using namespace Qt::StringLiterals;

namespace
{

constexpr double zoomStep = 1.2, smallestZoom = 0.6, largestZoom = 4.0, bodyPx = 15.0;
constexpr int linePx = 60;

/// A text that fetches nothing: no pictures, no style sheets, whatever a document names.
class PlainBrowser final : public QTextBrowser
{
public:
    using QTextBrowser::QTextBrowser;
    QVariant loadResource(int, const QUrl &) override { return {}; }
};

} // namespace

ReportView::ReportView(documents::DocumentContent content, documents::ObjectName nameOf, QWidget *parent)
    : DocumentBody(parent),
      m_content(std::move(content)),
      m_nameOf(std::move(nameOf)),
      m_text(new PlainBrowser(this)),
      m_finder(new QWidget(this)),
      m_sought(new QLineEdit(m_finder)),
      m_found(new QLabel(m_finder))
{
    if (m_content.report)
        m_references = documents::referencesIn(*m_content.report);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_finder);
    column->addWidget(m_text, 1);

    auto *row = new QHBoxLayout(m_finder);
    row->setContentsMargins(12, 4, 12, 4);
    m_sought->setPlaceholderText(tr("Find in this document"));
    m_sought->installEventFilter(this);
    auto *previous = new QPushButton(tr("Previous"), m_finder), *next = new QPushButton(tr("Next"), m_finder);
    row->addWidget(m_sought, 1);
    row->addWidget(m_found);
    row->addWidget(previous);
    row->addWidget(next);
    connect(previous, &QPushButton::clicked, this, [this] { find(true); });
    connect(next, &QPushButton::clicked, this, [this] { find(false); });
    connect(m_sought, &QLineEdit::textChanged, this, [this] {
        m_text->moveCursor(QTextCursor::Start);
        find(false);
    });
    m_finder->hide();

    m_text->setObjectName(u"document-text"_s);
    m_text->setOpenLinks(false);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setAcceptDrops(false);
    m_text->document()->setDocumentMargin(16);
    keepCopyKey(*m_text);
    m_text->setStyleSheet(u"QTextBrowser { border: none; padding: 0; }"_s);
    connect(m_text, &QTextBrowser::anchorClicked, this, [this](const QUrl &link) {
        bool isNumber = false;
        const auto index = link.toString().section(u':', 1).toUInt(&isNumber);
        if (isNumber && index < m_references.size())
            Q_EMIT linkActivated(m_references[index]);
    });
    setFocusProxy(m_text);
    refresh();
}

ReportView::~ReportView() = default;

void ReportView::refresh()
{
    const Tokens &t = tokens(palette());
    const documents::TextColours colours{t.t1.name(), t.t2.name(), t.t3.name(), t.ac.name(), t.warn.name()};
    QString html;
    if (m_content.report) {
        html = documents::richText(documents::headingOf(*m_content.report), colours, bodyPx * m_zoom) + u"<hr/>"_s +
               documents::richText(documents::paragraphsOf(*m_content.report, m_nameOf), colours, bodyPx * m_zoom);
    } else if (m_content.clinical) {
        html = documents::richText(*m_content.clinical, colours, bodyPx * m_zoom);
    }
    if (html == m_html)
        return;
    m_html = html;
    const double at = m_text->verticalScrollBar()->maximum() > 0
                          ? double(m_text->verticalScrollBar()->value()) / m_text->verticalScrollBar()->maximum()
                          : 0.0;
    m_text->document()->setDefaultFont(fontFor(TextRole::Body));
    m_text->setHtml(html);
    m_text->verticalScrollBar()->setValue(int(at * m_text->verticalScrollBar()->maximum()));
}

void ReportView::setZoom(double zoom)
{
    m_zoom = std::clamp(zoom, smallestZoom, largestZoom);
    refresh();
}

bool ReportView::runCommand(const QString &command)
{
    QScrollBar *bar = m_text->verticalScrollBar();
    if (command == "document-zoom-in"_L1)
        setZoom(m_zoom * zoomStep);
    else if (command == "document-zoom-out"_L1)
        setZoom(m_zoom / zoomStep);
    else if (command == "fit"_L1 || command == "reset"_L1)
        setZoom(1.0);
    else if (command == "document-find"_L1)
        showFinder(true);
    else if (command == "next-slice"_L1)
        bar->setValue(bar->value() + linePx);
    else if (command == "previous-slice"_L1)
        bar->setValue(bar->value() - linePx);
    else if (command == "page-down"_L1)
        bar->setValue(bar->value() + bar->pageStep());
    else if (command == "page-up"_L1)
        bar->setValue(bar->value() - bar->pageStep());
    else if (command == "first-slice"_L1)
        bar->setValue(bar->minimum());
    else if (command == "last-slice"_L1)
        bar->setValue(bar->maximum());
    else
        return false;
    return true;
}

void ReportView::showFinder(bool shown)
{
    m_finder->setVisible(shown);
    if (shown) {
        m_sought->setFocus(Qt::ShortcutFocusReason);
        m_sought->selectAll();
    } else {
        m_text->setFocus(Qt::OtherFocusReason);
    }
}

void ReportView::find(bool backwards)
{
    const auto flags = backwards ? QTextDocument::FindBackward : QTextDocument::FindFlags();
    const QString sought = m_sought->text();
    bool isThere = sought.isEmpty() || m_text->find(sought, flags);
    if (!isThere) { // from the other end
        m_text->moveCursor(backwards ? QTextCursor::End : QTextCursor::Start);
        isThere = m_text->find(sought, flags);
    }
    m_found->setText(isThere ? QString() : tr("Not found"));
}

bool ReportView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_sought && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape) {
            showFinder(false);
            return true;
        }
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            find(key->modifiers() & Qt::ShiftModifier);
            return true;
        }
    }
    return DocumentBody::eventFilter(watched, event);
}

QVariantMap ReportView::place() const
{
    return {{u"zoom"_s, m_zoom}, {u"share"_s, shareOf(*m_text->verticalScrollBar())}};
}

void ReportView::setPlace(const QVariantMap &place)
{
    setZoom(place.value(u"zoom"_s, m_zoom).toDouble());
    keepAt(*m_text->verticalScrollBar(), place.value(u"share"_s).toDouble());
}

QString ReportView::plainText() const
{
    return m_text->toPlainText();
}

QVariant ReportView::answer(const QString &subject, const QVariantMap &) const
{
    if (subject == "document.links"_L1)
        return int(m_references.size());
    if (subject == "document.zoom"_L1)
        return m_zoom;
    if (subject == "document.scrolled"_L1)
        return shareOf(*m_text->verticalScrollBar());
    if (subject == "document.selected"_L1)
        return m_text->textCursor().selectedText();
    return {};
}

void ReportView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::LanguageChange)
        refresh();
    DocumentBody::changeEvent(event);
}

} // namespace consilium::widgets
