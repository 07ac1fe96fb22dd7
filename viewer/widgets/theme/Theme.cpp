#include "viewer/widgets/theme/Theme.h"

#include "base/Logging.h"
#include "viewer/widgets/theme/FocusRing.h"
#include "viewer/widgets/theme/StyleSheet.h"
#include "viewer/widgets/theme/Typography.h"

#include <QApplication>
#include <QPixmapCache>
#include <QStyle>
#include <QToolTip>
#include <QWidget>

namespace consilium::widgets
{
using namespace Qt::StringLiterals;

void applyTheme(QApplication &application, Scheme scheme, const QLocale &language)
{
    if (!application.property("consiliumStyle").toBool()) {
        application.setStyle(new ConsiliumStyle); // the application owns it
        new FocusRing(application);               // a child of the application
        application.setProperty("consiliumStyle", true);
        const QStringList missing = missingFonts(language);
        if (!missing.isEmpty())
            qCWarning(logApp) << "fonts are not installed (packages fonts-inter, fonts-noto-cjk):" << missing;
    }
    const Tokens &t = tokens(scheme);
    const QPalette palette = makePalette(t);
    application.setPalette(palette);
    QToolTip::setPalette(palette);
    application.setFont(fontFor(TextRole::Body, language));
    QToolTip::setFont(fontFor(TextRole::Caption, language));
    QPixmapCache::clear();
    application.setStyleSheet(makeStyleSheet(t));
}

void repolish(QWidget *widget)
{
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->update();
}

} // namespace consilium::widgets
