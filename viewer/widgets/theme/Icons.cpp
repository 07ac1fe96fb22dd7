#include "viewer/widgets/theme/Icons.h"

#include "base/Logging.h"
#include "viewer/widgets/theme/Tokens.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

static void initIconResource()
{
    // The icons lie in a static library: without this the linker leaves them out.
    Q_INIT_RESOURCE(icons);
}

namespace consilium::widgets
{
using namespace Qt::StringLiterals;

namespace
{

/// The drawing's text, with the line thicker at small sizes so that it stays as dark: 1.6 at 20 px, 1.9 at 16, 2.1
/// at 14.
QByteArray sourceFor(const QString &name, double logicalPx, const QColor &colour)
{
    initIconResource();
    QFile file(u":/consilium/icons/%1.svg"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly)) {
        qCWarning(logApp) << "no icon is named" << name;
        return {};
    }
    QByteArray source = file.readAll();
    const char *width = logicalPx >= 19 ? "1.6" : logicalPx >= 15 ? "1.9" : "2.1";
    source.replace("stroke-width=\"1.6\"", QByteArray("stroke-width=\"") + width + '"');
    source.replace("currentColor", colour.name().toLatin1());
    return source;
}

class TintedIconEngine final : public QIconEngine
{
public:
    explicit TintedIconEngine(QString name) : m_name(std::move(name)) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        paintIcon(*painter, m_name, rect, colourOf(mode, state));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override
    {
        // `size` is in device pixels here; the thickness of the line goes by logical ones.
        QPixmap drawn =
            iconPixmap(m_name, qRound(std::min(size.width(), size.height()) / scale), colourOf(mode, state), scale);
        drawn.setDevicePixelRatio(1.0);
        return drawn;
    }
    QIconEngine *clone() const override { return new TintedIconEngine(m_name); }
    QString key() const override { return u"consilium-tinted"_s; }

private:
    static QColor colourOf(QIcon::Mode mode, QIcon::State state)
    {
        const Tokens &t = tokens(QGuiApplication::palette());
        if (mode == QIcon::Disabled)
            return t.t3;
        if (state == QIcon::On || mode == QIcon::Selected)
            return t.ac;
        return mode == QIcon::Active ? t.t1 : t.t2;
    }

    QString m_name;
};

} // namespace

QIcon icon(const QString &name)
{
    return QIcon(new TintedIconEngine(name));
}

QPixmap iconPixmap(const QString &name, int size, const QColor &colour, qreal devicePixelRatio)
{
    const QString key = u"consilium/%1/%2/%3/%4"_s.arg(name, colour.name()).arg(size).arg(devicePixelRatio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    const int device = std::max(1, qRound(size * devicePixelRatio));
    pixmap = QPixmap(device, device);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    if (const QByteArray source = sourceFor(name, size, colour); !source.isEmpty())
        QSvgRenderer(source).render(&painter, QRectF(0, 0, device, device));
    painter.end();
    pixmap.setDevicePixelRatio(devicePixelRatio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

void paintIcon(QPainter &painter, const QString &name, const QRectF &rect, const QColor &colour)
{
    const int size = qRound(std::min(rect.width(), rect.height()));
    if (size < 1)
        return;
    const QPointF topLeft(rect.center().x() - size / 2.0, rect.center().y() - size / 2.0);
    painter.drawPixmap(QPointF(qRound(topLeft.x()), qRound(topLeft.y())),
                       iconPixmap(name, size, colour, painter.device()->devicePixelRatioF()));
}

QString arrowResource(const Tokens &theme)
{
    initIconResource();
    return theme.t2 == tokens(Scheme::Light).t2 ? u":/consilium/sheet/arrow-light.svg"_s
                                                : u":/consilium/sheet/arrow-dark.svg"_s;
}

QStringList iconNames()
{
    initIconResource();
    QStringList names;
    for (const QString &file : QDir(u":/consilium/icons"_s).entryList({u"*.svg"_s}, QDir::Files, QDir::Name))
        names << file.chopped(4);
    return names;
}

} // namespace consilium::widgets
