#include "app/worklist/SeriesCard.h"

#include "viewer/dicom/Documents.h"
#include "viewer/widgets/theme/Icons.h"
#include "viewer/widgets/theme/Tokens.h"
#include "viewer/widgets/theme/Typography.h"

#include <QPainter>
#include <QPainterPath>

namespace consilium::app
{

namespace
{
constexpr int captionHeight = 28, signSize = 24;
}

using namespace Qt::StringLiterals;

SeriesCard::SeriesCard(dicom::SeriesHeader series, QWidget *parent) : QWidget(parent), m_series(std::move(series))
{
    setFixedHeight(112);
    setMinimumWidth(80);
    const QString name = m_series.description.isEmpty() ? m_series.modality : m_series.description;
    setToolTip(name);
    setAccessibleName(name);
}

void SeriesCard::setPicture(const QImage &picture, StudyPictures::State state)
{
    if (state == m_state && picture.cacheKey() == m_picture.cacheKey())
        return;
    m_picture = picture;
    m_state = state;
    update();
}

void SeriesCard::paintEvent(QPaintEvent *)
{
    using widgets::TextRole;
    const auto &t = widgets::tokens(palette());
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    QPainterPath outline;
    outline.addRoundedRect(rect(), 6, 6);
    painter.setClipPath(outline);
    painter.fillRect(rect(), t.bg2);
    const QRect image(0, 0, width(), height() - captionHeight);
    painter.fillRect(image, t.view);
    if (!m_picture.isNull()) {
        const QSize fitted = m_picture.size().scaled(image.size(), Qt::KeepAspectRatio);
        QRect target(QPoint(), fitted);
        target.moveCenter(image.center());
        painter.drawImage(target, m_picture);
    } else { // of what stands in place of an image: nothing that would look like one
        QRectF sign(0, 0, signSize, signSize);
        sign.moveCenter(QRectF(image).center());
        const QString icon = dicom::isDocumentModality(m_series.modality) ? u"document"_s
                             : m_state == StudyPictures::State::Waiting   ? u"clock"_s
                                                                          : u"image"_s;
        widgets::paintIcon(painter, icon, sign, QColor::fromRgba(widgets::over_image::caption));
    }
    if (m_series.number >= 0) {
        painter.setFont(widgets::fontFor(TextRole::CaptionStrong));
        painter.setPen(QColor::fromRgba(widgets::over_image::text));
        painter.drawText(image.adjusted(6, 3, 0, 0), Qt::AlignLeft | Qt::AlignTop, QString::number(m_series.number));
    }
    const QRect caption(8, height() - captionHeight, width() - 16, captionHeight);
    painter.setFont(widgets::fontFor(TextRole::Meta));
    painter.setPen(t.t3);
    const QString count = m_series.instanceCount >= 0 ? widgets::grouped(m_series.instanceCount) : QString();
    painter.drawText(caption, Qt::AlignRight | Qt::AlignVCenter, count);
    const int room = caption.width() - painter.fontMetrics().horizontalAdvance(count) - 8;
    painter.setPen(t.t1);
    const QString name = m_series.description.isEmpty() ? m_series.modality : m_series.description;
    painter.drawText(caption, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(name, Qt::ElideRight, room));
}

} // namespace consilium::app
