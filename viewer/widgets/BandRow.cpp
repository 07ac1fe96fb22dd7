#include "viewer/widgets/BandRow.h"

#include "viewer/widgets/theme/Icons.h"
#include "viewer/widgets/theme/Tokens.h"
#include "viewer/widgets/theme/Typography.h"

#include <QMouseEvent>
#include <QPainter>

namespace consilium::widgets
{
using namespace Qt::StringLiterals;
using render2d::Band;

namespace
{

constexpr int insetPx = 10, gapPx = 8, barWidthPx = 72, signPx = 16, chevronPx = 14;

/// Diagonal stripes that go on at the same place whatever part is painted.
QBrush hatch()
{
    static const QPixmap tile = [] {
        constexpr int side = 12;
        QPixmap pixmap(side, side);
        pixmap.fill(QColor(over_image::hatchDark));
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(QColor(over_image::hatchLight), side / 2.8));
        for (const int x : {-side, 0, side})
            painter.drawLine(QPointF(x - 2, side + 2), QPointF(x + side + 2, -2));
        return pixmap;
    }();
    return QBrush(tile);
}

QString moreText(const Band &band)
{
    return band.more > 0 ? u"+%1"_s.arg(band.more) : QString();
}

/// What a band needs to be said whole: its sign, its headline, how many causes stand behind it.
int leastWidth(const Band &band)
{
    const QFontMetrics bold(fontFor(TextRole::CaptionStrong));
    const QString more = moreText(band);
    return insetPx + signPx + gapPx + bold.horizontalAdvance(band.headline) + 1 +
           (more.isEmpty() ? 0 : gapPx + bold.horizontalAdvance(more)) + insetPx;
}

/// How a row says a band that is too narrow for its headline.
struct Brief {
    QString text; ///< empty: there is none, or not even that fits
    bool hasSign = true;
    QString more = {}; ///< how many causes stand behind it, or a bare "+" that there are any
};

constexpr int tightPx = 4; ///< inset and gap there

/// The longest that fits. The sign goes before a shorter one is taken, then how many causes stand behind it; that there
/// are any goes last.
Brief briefOf(const Band &band, int width)
{
    const QFontMetrics bold(fontFor(TextRole::CaptionStrong));
    const auto fits = [&](const Brief &brief) {
        return 2 * tightPx + bold.horizontalAdvance(brief.text) + 1 + (brief.hasSign ? signPx + tightPx : 0) +
                   (brief.more.isEmpty() ? 0 : bold.horizontalAdvance(brief.more) + tightPx) <=
               width;
    };
    QStringList mores{QString()};
    if (band.more > 0)
        mores = {moreText(band), u"+"_s, QString()};
    for (const QString &more : mores)
        for (const QString &text : band.briefs)
            for (const bool hasSign : {true, false})
                if (const Brief brief{text, hasSign, more}; fits(brief))
                    return brief;
    return {};
}

QString iconOf(const Band &band)
{
    return band.kind == Band::Kind::Fidelity ? u"half-moon"_s : gradeIcon(band.grade);
}

QColor toneOf(const Band &band)
{
    switch (band.grade) {
    case render2d::Grade::Danger:
        return QColor(over_image::crit);
    case render2d::Grade::Information:
        if (band.kind == Band::Kind::Warning)
            return QColor(over_image::frame);
        break; // what is partly there keeps its amber, however soon the rest will come
    case render2d::Grade::Caution:
        break;
    }
    return QColor(over_image::warn);
}

QColor groundOf(const Band &band)
{
    if (band.grade == render2d::Grade::Danger)
        return QColor(over_image::errorBackground);
    return QColor(toneOf(band) == QColor(over_image::frame) ? over_image::infoBackground : over_image::bandBackground);
}

} // namespace

QString gradeIcon(render2d::Grade grade)
{
    switch (grade) {
    case render2d::Grade::Information:
        return u"info"_s;
    case render2d::Grade::Caution:
        return u"warning"_s;
    case render2d::Grade::Danger:
        break;
    }
    return u"danger"_s;
}

QColor gradeTone(const Tokens &tokens, render2d::Grade grade)
{
    switch (grade) {
    case render2d::Grade::Information:
        return tokens.ac;
    case render2d::Grade::Caution:
        return tokens.warn;
    case render2d::Grade::Danger:
        break;
    }
    return tokens.crit;
}

BandRow::BandRow(QWidget *parent) : QWidget(parent)
{
    setFixedHeight(heightPx);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
}

QSize BandRow::sizeHint() const
{
    return {200, heightPx};
}

void BandRow::setBands(std::vector<Band> bands)
{
    if (bands == m_bands)
        return;
    m_bands = std::move(bands);
    QStringList lines;
    for (const auto &band : m_bands)
        lines << render2d::gradeWord(band.grade) + u": "_s + render2d::bandSentence(band);
    setToolTip(lines.join(u'\n'));
    setAccessibleName(lines.join(u' '));
    update();
}

bool BandRow::fits(const std::vector<Band> &bands, int widthPx)
{
    int least = 0;
    for (const Band &band : bands)
        least += leastWidth(band);
    return least <= widthPx;
}

bool BandRow::says(const QString &id) const
{
    for (std::size_t i = 0; i < m_bands.size(); ++i)
        if (m_bands[i].id == id)
            return leastWidth(m_bands[i]) <= cell(i).width() || !briefOf(m_bands[i], cell(i).width()).text.isEmpty();
    return false;
}

QRect BandRow::cell(std::size_t index) const
{
    const int count = int(m_bands.size());
    if (count == 2) {
        const int first = leastWidth(m_bands[0]), second = leastWidth(m_bands[1]);
        const int split = first + second <= width() ? std::clamp(width() / 2, first, width() - second)
                                                    : width() * first / (first + second);
        return index == 0 ? QRect(0, 0, split, height()) : QRect(split, 0, width() - split, height());
    }
    const int left = width() * int(index) / count, right = width() * (int(index) + 1) / count;
    return {left, 0, right - left, height()};
}

QString BandRow::bandAt(const QPoint &at) const
{
    for (std::size_t i = 0; i < m_bands.size(); ++i) {
        if (cell(i).contains(at))
            return m_bands[i].id;
    }
    return {};
}

void BandRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), QColor(over_image::bandBackground));
    for (std::size_t i = 0; i < m_bands.size(); ++i)
        paintBand(painter, cell(i), m_bands[i], !m_hovered.isEmpty() && m_hovered == m_bands[i].id);
}

/// The way to the details, ending at `right`; only the sign where there is no room for the word. Gives the width used.
int BandRow::paintDetails(QPainter &painter, const QRect &rect, int right, int spare, bool hovered)
{
    const QColor ink(hovered ? over_image::frame : over_image::text);
    paintIcon(painter, u"chevron-right"_s, QRectF(right - chevronPx, rect.center().y() - 6, chevronPx, chevronPx), ink);
    const QString details = tr("Details");
    const int wide = chevronPx + 4 + painter.fontMetrics().horizontalAdvance(details);
    if (spare < wide + gapPx)
        return chevronPx + gapPx;
    painter.setPen(ink);
    painter.drawText(QRect(right - wide, rect.top(), wide, rect.height()), Qt::AlignVCenter | Qt::AlignLeft, details);
    return wide + gapPx;
}

/// The grade in a word: not by colour and sign alone. The headline comes first, and the details say it again. Gives the
/// width used.
int BandRow::paintWord(QPainter &painter, const QRect &rect, int left, int spare, const Band &band)
{
    const QString word = render2d::gradeWord(band.grade);
    painter.setFont(fontFor(TextRole::Caption));
    const int width = painter.fontMetrics().horizontalAdvance(word);
    if (spare < width + 2 * gapPx)
        return 0;
    painter.setPen(toneOf(band));
    painter.drawText(QRect(left, rect.top(), width, rect.height()), Qt::AlignVCenter | Qt::AlignLeft, word);
    painter.fillRect(QRect(left + width + gapPx, rect.center().y() - 6, 1, 13), toneOf(band));
    return width + 2 * gapPx;
}

void BandRow::paintBrief(QPainter &painter, const QRect &rect, const Band &band)
{
    const Brief brief = briefOf(band, rect.width());
    const QFont bold = fontFor(TextRole::CaptionStrong);
    int left = rect.left() + tightPx;
    if (brief.hasSign) {
        paintIcon(painter, iconOf(band), QRectF(left, rect.center().y() - 7, signPx, signPx), toneOf(band));
        left += signPx + tightPx;
    }
    painter.setFont(bold);
    painter.setPen(toneOf(band));
    const QRect line(left, rect.top(), rect.right() - tightPx - left + 1, rect.height());
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft, brief.text);
    if (!brief.more.isEmpty())
        painter.drawText(line, Qt::AlignVCenter | Qt::AlignRight, brief.more);
}

void BandRow::paintBand(QPainter &painter, const QRect &rect, const Band &band, bool hovered) const
{
    const bool fidelity = band.kind == Band::Kind::Fidelity;
    const QColor tone = toneOf(band);
    painter.setClipRect(rect);
    if (fidelity)
        painter.fillRect(rect, hatch());
    else
        painter.fillRect(rect, groundOf(band));

    int left = rect.left() + insetPx, right = rect.right() - insetPx;
    int spare = rect.width() - leastWidth(band); // the headline comes first
    if (spare < 0 && !briefOf(band, rect.width()).text.isEmpty()) {
        paintBrief(painter, rect, band);
        painter.setClipping(false);
        return;
    }
    paintIcon(painter, iconOf(band), QRectF(left, rect.center().y() - 7, signPx, signPx), tone);
    left += signPx + gapPx;

    // From the right: the way to the details, progress, further causes. What is left over is for the consequence.
    const QFont plain = fontFor(TextRole::Caption), bold = fontFor(TextRole::CaptionStrong);
    const QFontMetrics plainMetrics(plain), boldMetrics(bold);
    painter.setFont(plain);
    if (!fidelity && spare >= chevronPx + gapPx) {
        const int used = paintDetails(painter, rect, right, spare, hovered);
        right -= used;
        spare -= used;
    }
    if (band.progress >= 0.0 && spare >= barWidthPx + gapPx) {
        const QRectF bar(right - barWidthPx, rect.center().y() - 1, barWidthPx, 4);
        painter.fillRect(bar, QColor(over_image::trough));
        painter.fillRect(QRectF(bar.x(), bar.y(), bar.width() * std::clamp(band.progress, 0.0, 1.0), bar.height()),
                         tone);
        right -= barWidthPx + gapPx;
    }
    if (const QString more = moreText(band); !more.isEmpty()) {
        right -= boldMetrics.horizontalAdvance(more);
        painter.setFont(bold);
        painter.setPen(tone);
        painter.drawText(QRect(right, rect.top(), rect.width(), rect.height()), Qt::AlignVCenter | Qt::AlignLeft, more);
        right -= gapPx;
    }
    if (const int used = paintWord(painter, rect, left, spare, band); used > 0) {
        left += used;
        spare -= used;
    }
    painter.setFont(bold);
    painter.setPen(tone);
    const QString headline = boldMetrics.elidedText(band.headline, Qt::ElideRight, std::max(0, right - left));
    painter.drawText(QRect(left, rect.top(), right - left, rect.height()), Qt::AlignVCenter | Qt::AlignLeft, headline);
    left += boldMetrics.horizontalAdvance(headline) + gapPx;
    if (right - left > 24) {
        painter.setFont(plain);
        painter.setPen(QColor(over_image::text));
        painter.drawText(QRect(left, rect.top(), right - left, rect.height()), Qt::AlignVCenter | Qt::AlignLeft,
                         plainMetrics.elidedText(band.consequence, Qt::ElideRight, right - left));
    }
    painter.setClipping(false);
}

void BandRow::mousePressEvent(QMouseEvent *event)
{
    event->accept();
}

void BandRow::mouseReleaseEvent(QMouseEvent *event)
{
    const QString id = bandAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && !id.isEmpty())
        Q_EMIT detailsRequested(id);
}

void BandRow::mouseMoveEvent(QMouseEvent *event)
{
    const QString id = bandAt(event->position().toPoint());
    if (id == m_hovered)
        return;
    m_hovered = id;
    setCursor(Qt::PointingHandCursor);
    update();
}

void BandRow::leaveEvent(QEvent *)
{
    m_hovered.clear();
    update();
}

} // namespace consilium::widgets
