#include "viewer/widgets/documents/PdfView.h"

#include "viewer/widgets/theme/Tokens.h"
#include "viewer/widgets/theme/Typography.h"

#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace consilium::widgets
{
using namespace Qt::StringLiterals;

namespace
{
constexpr double letterPt = 612.0, zoomStep = 1.25, smallestZoom = 0.25, largestZoom = 6.0;
constexpr int marginPx = 12, linePx = 80;
} // namespace

/// The picture of one page.
class PdfView::Sheet final : public QWidget
{
public:
    explicit Sheet(QWidget *parent) : QWidget(parent) {}
    void setPicture(const QImage &picture)
    {
        m_picture = picture;
        const QSizeF size = picture.deviceIndependentSize();
        setMinimumSize(size.toSize() + QSize(2 * marginPx, 2 * marginPx));
        update();
    }
    [[nodiscard]] const QImage &picture() const { return m_picture; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), tokens(palette()).bg0);
        if (m_picture.isNull()) {
            painter.setFont(fontFor(TextRole::Body));
            painter.setPen(tokens(palette()).t2);
            painter.drawText(rect(), Qt::AlignCenter, PdfView::tr("Drawing the page …"));
            return;
        }
        const QSizeF size = m_picture.deviceIndependentSize();
        painter.drawImage(QPointF(std::max(double(marginPx), (width() - size.width()) / 2.0), marginPx), m_picture);
    }

private:
    QImage m_picture;
};

PdfView::PdfView(const documents::EncapsulatedDocument &document, QWidget *parent)
    : DocumentBody(parent),
      m_reader({}, this),
      m_form(new QLabel(this)),
      m_scroll(new QScrollArea(this)),
      m_sheet(new Sheet(m_scroll))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_form->setObjectName(u"formUncertain"_s);
    m_form->setProperty("surface", u"card"_s);
    m_form->setProperty("tone", u"warn"_s);
    m_form->setWordWrap(true);
    m_form->setMargin(6);
    m_form->setText(tr("This document holds a form that asks the program to draw what was filled in. Some of it may be "
                       "missing here."));
    m_form->hide();
    column->addWidget(m_form);
    column->addWidget(m_scroll);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setWidget(m_sheet);
    m_scroll->setFocusPolicy(Qt::StrongFocus);
    m_scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // the room for a page never depends on the page
    m_scroll->viewport()->installEventFilter(this);
    setFocusProxy(m_scroll);
    connect(&m_reader, &documents::PdfReader::opened, this, [this](int pages) {
        m_pages = pages;
        ask();
        Q_EMIT changed();
    });
    connect(&m_reader, &documents::PdfReader::failed, this, &PdfView::fail);
    connect(&m_reader, &documents::PdfReader::rendered, this, &PdfView::take);
    connect(&m_reader, &documents::PdfReader::pageFailed, this, [this](int page, const Error &error) {
        if (page == m_page)
            fail(error);
    });
    m_reader.open(document.bytes);
}

PdfView::~PdfView() = default;

double PdfView::wantedPxPerPoint() const
{
    const double room = std::max(80, m_scroll->viewport()->width() - 2 * marginPx - 10);
    const double points = m_widthPt > 0.0 ? m_widthPt : letterPt;
    return room / points * m_zoom * devicePixelRatioF();
}

void PdfView::ask()
{
    const double wanted = wantedPxPerPoint();
    if (m_pages == 0 || !isVisible() || (m_askedPage == m_page && std::abs(wanted - m_asked) < 0.005 * wanted))
        return;
    m_askedPage = m_page;
    m_asked = wanted;
    m_reader.render(m_page, wanted);
    Q_EMIT changed();
}

void PdfView::take(const documents::PdfPage &page)
{
    if (page.page != m_page)
        return;
    QImage picture(reinterpret_cast<const uchar *>(page.pixels.constData()), page.width, page.height,
                   qsizetype(page.width) * 4, QImage::Format_RGB32);
    picture = picture.copy();
    picture.setDevicePixelRatio(devicePixelRatioF());
    m_widthPt = page.widthPt;
    const bool isNewPage = m_drawnPage != page.page;
    m_drawnPage = page.page;
    m_drawn = page.pxPerPoint;
    m_failure = {ErrorCode::Cancelled, {}};
    m_sheet->setPicture(picture);
    m_form->setVisible(page.isFormUncertain);
    if (isNewPage)
        m_scroll->verticalScrollBar()->setValue(m_fromEnd ? m_scroll->verticalScrollBar()->maximum() : 0);
    if (isNewPage && m_wantedShare >= 0.0)
        keepAt(*m_scroll->verticalScrollBar(), std::exchange(m_wantedShare, -1.0));
    m_fromEnd = false;
    ask(); // the page's width is known only now
    Q_EMIT changed();
}

void PdfView::fail(const Error &error)
{
    if (error.code == ErrorCode::Cancelled)
        return;
    m_failure = error;
    m_askedPage = -1; // may be asked again
    Q_EMIT changed();
}

void PdfView::showPage(int page)
{
    if (page == m_page)
        return;
    m_page = page;
    if (m_pages > 0)
        m_failure = {ErrorCode::Cancelled, {}}; // it was another page's
    m_sheet->setPicture({});                    // never a page under another's number
    ask();
    Q_EMIT changed();
}

bool PdfView::isReady() const
{
    return m_drawnPage == m_page && std::abs(m_drawn - wantedPxPerPoint()) < 0.005 * m_drawn;
}

void PdfView::turn(int by)
{
    const int page = std::clamp(m_page + by, 0, std::max(0, m_pages - 1));
    if (page == m_page)
        return;
    m_fromEnd = by == -1 && m_scroll->verticalScrollBar()->maximum() > 0;
    Q_EMIT pageRequested(page);
}

bool PdfView::runCommand(const QString &command)
{
    QScrollBar *bar = m_scroll->verticalScrollBar();
    if (command == "page-down"_L1)
        turn(1);
    else if (command == "page-up"_L1)
        turn(-1);
    else if (command == "first-slice"_L1)
        turn(-m_pages);
    else if (command == "last-slice"_L1)
        turn(m_pages);
    else if (command == "next-slice"_L1)
        bar->value() < bar->maximum() ? bar->setValue(bar->value() + linePx) : turn(1);
    else if (command == "previous-slice"_L1)
        bar->value() > bar->minimum() ? bar->setValue(bar->value() - linePx) : turn(-1);
    else if (command == "document-zoom-in"_L1)
        m_zoom = std::min(m_zoom * zoomStep, largestZoom);
    else if (command == "document-zoom-out"_L1)
        m_zoom = std::max(m_zoom / zoomStep, smallestZoom);
    else if (command == "fit"_L1 || command == "reset"_L1)
        m_zoom = 1.0;
    else
        return false;
    ask();
    return true;
}

void PdfView::resizeEvent(QResizeEvent *)
{
    ask();
}

void PdfView::showEvent(QShowEvent *)
{
    ask();
}

// The wheel turns the page where it ends; with Ctrl it enlarges.
bool PdfView::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        ask();
    if (event->type() != QEvent::Wheel)
        return DocumentBody::eventFilter(watched, event);
    const auto *wheel = static_cast<QWheelEvent *>(event);
    const int delta = wheel->angleDelta().y();
    if (wheel->modifiers() & Qt::ControlModifier)
        return runCommand(delta > 0 ? u"document-zoom-in"_s : u"document-zoom-out"_s);
    const QScrollBar *bar = m_scroll->verticalScrollBar();
    if ((delta < 0 && bar->value() >= bar->maximum()) || (delta > 0 && bar->value() <= bar->minimum())) {
        turn(delta < 0 ? 1 : -1);
        return true;
    }
    return false;
}

QVariantMap PdfView::place() const
{
    const double share = m_wantedShare >= 0.0 ? m_wantedShare : shareOf(*m_scroll->verticalScrollBar());
    return {{u"zoom"_s, m_zoom}, {u"share"_s, share}};
}

void PdfView::setPlace(const QVariantMap &place)
{
    m_zoom = std::clamp(place.value(u"zoom"_s, m_zoom).toDouble(), smallestZoom, largestZoom);
    m_wantedShare = place.value(u"share"_s).toDouble();
    ask();
}

QVariant PdfView::answer(const QString &subject, const QVariantMap &options) const
{
    if (subject == "document.grey"_L1) { // of a place of the page, in hundredths of its width and height
        const QImage &picture = m_sheet->picture();
        const QStringList at = options.value(u"at"_s).toString().remove(u'%').split(u',');
        if (picture.isNull() || at.size() != 2)
            return {};
        const int x = int(at[0].toDouble() / 100.0 * picture.width()),
                  y = int(at[1].toDouble() / 100.0 * picture.height());
        return picture.valid(x, y) ? QVariant(qGray(picture.pixel(x, y))) : QVariant();
    }
    return subject == "document.zoom"_L1 ? QVariant(m_zoom) : QVariant();
}

} // namespace consilium::widgets
