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
    QToolTip::setFont(fontFor(TextRole::Caption, language));
    QPixmapCache::clear();
    const QFont body = fontFor(TextRole::Body, language);
    application.setFont(body);
    // The families stand in the sheet too: a label whose size the sheet sets would else keep those it was made with.
    const QString families = u"QWidget { font-family: \"%1\"; }\n"_s.arg(body.families().join(u"\", \""_s));
    application.setStyleSheet(families + makeStyleSheet(t));
}

void repolish(QWidget *widget)
{
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->update();
}

} // namespace consilium::widgets
