#include "tests/gui/LookRules.h"

#include "tests/gui/PaintedText.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAbstractSlider>
#include <QApplication>
#include <QComboBox>
#include <QFocusFrame>
#include <QHash>
#include <QHeaderView>
#include <QHelpEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QScrollBar>
#include <QSplitterHandle>
#include <QStyleOption>
#include <QTabBar>
#include <QTextDocument>
#include <QToolTip>

#include <cmath>

using namespace Qt::StringLiterals;

namespace consilium::test
{
namespace
{

constexpr int targetPx = 24;
constexpr double textContrast = 4.5;
constexpr double slackPx = 1.5; ///< antialiasing, and the room beside a glyph
constexpr int pictureScale = 3;
constexpr int sampledTexts = 12; ///< of a widget

QString nameOf(const QWidget &widget, const QString &text = {})
{
    QString name = QString::fromLatin1(widget.metaObject()->className());
    if (!widget.objectName().isEmpty())
        name += u" "_s + widget.objectName();
    for (const QWidget *up = widget.parentWidget(); up && name.count(u'<') < 3; up = up->parentWidget())
        name += u" < "_s +
                (up->objectName().isEmpty() ? QString::fromLatin1(up->metaObject()->className()) : up->objectName());
    return text.isEmpty() ? name : u"“%1” (%2)"_s.arg(text.left(60), name);
}

bool isInScrollArea(const QWidget &widget)
{
    for (const QWidget *up = widget.parentWidget(); up; up = up->parentWidget())
        if (qobject_cast<const QAbstractScrollArea *>(up))
            return true;
    return false;
}

/// What the widget says, without the mark of its shortcut.
QString textOf(const QWidget &widget)
{
    if (auto *label = qobject_cast<const QLabel *>(&widget)) {
        if (!Qt::mightBeRichText(label->text()))
            return label->text();
        QTextDocument document;
        document.setHtml(label->text());
        return document.toPlainText();
    }
    if (auto *button = qobject_cast<const QAbstractButton *>(&widget))
        return button->text();
    if (auto *box = qobject_cast<const QComboBox *>(&widget))
        return box->currentText();
    if (auto *field = qobject_cast<const QLineEdit *>(&widget))
        return field->text().isEmpty() ? field->placeholderText() : field->text();
    return {};
}

void checkText(const QWidget &widget, QStringList &problems)
{
    const QString text = textOf(widget);
    if (text.isEmpty())
        return;
    const bool asksMore = qobject_cast<const QAbstractButton *>(&widget) && text.endsWith(u'…'); // "Export…"
    if (text.contains(u'…') && !asksMore && !text.endsWith(u" …"_s) && widget.toolTip().isEmpty())
        problems += u"shortened, and its whole is nowhere: %1"_s.arg(nameOf(widget, text));
    if (auto *label = qobject_cast<const QLabel *>(&widget)) {
        const int height = label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
        const int width = label->wordWrap() ? label->minimumSizeHint().width() : label->sizeHint().width();
        if (width > label->width() + 1 && !label->wordWrap())
            problems += u"%1 of %2 px wide: %3"_s.arg(label->width()).arg(width).arg(nameOf(widget, text));
        if (height > label->height() + 1)
            problems += u"%1 of %2 px high: %3"_s.arg(label->height()).arg(height).arg(nameOf(widget, text));
    } else if (auto *field = qobject_cast<const QLineEdit *>(&widget)) {
        const int room = field->width() - field->textMargins().left() - field->textMargins().right() - 8;
        const int wanted = field->fontMetrics().horizontalAdvance(field->placeholderText());
        if (field->text().isEmpty() && wanted > room)
            problems += u"%1 of %2 px wide: %3"_s.arg(room).arg(wanted).arg(nameOf(widget, text));
    } else if (auto *box = qobject_cast<const QComboBox *>(&widget)) {
        QStyleOptionComboBox option;
        option.initFrom(box);
        const QRect room =
            box->style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, box);
        const int wanted = box->fontMetrics().horizontalAdvance(text);
        if (wanted > room.width() && box->toolTip().isEmpty())
            problems += u"%1 of %2 px wide: %3"_s.arg(room.width()).arg(wanted).arg(nameOf(widget, text));
    }
}

void checkHeader(const QHeaderView &header, QStringList &problems)
{
    if (header.orientation() != Qt::Horizontal)
        return;
    for (int i = 0; i < header.count(); ++i) {
        const QString text = header.model()->headerData(i, Qt::Horizontal).toString();
        const int wanted = header.fontMetrics().horizontalAdvance(text);
        const bool isElsewhere = !header.model()->headerData(i, Qt::Horizontal, Qt::ToolTipRole).toString().isEmpty();
        if (!header.isSectionHidden(i) && !text.isEmpty() && wanted > header.sectionSize(i) && !isElsewhere)
            problems += u"%1 of %2 px wide: %3"_s.arg(header.sectionSize(i)).arg(wanted).arg(nameOf(header, text));
    }
}

void checkRoom(const QWidget &widget, QStringList &problems)
{
    const QWidget *parent = widget.parentWidget();
    if (!parent || widget.isWindow() || isInScrollArea(widget))
        return;
    if (!parent->rect().adjusted(-1, -1, 1, 1).contains(widget.geometry()))
        problems += u"cut off by what it lies in: %1"_s.arg(nameOf(widget, textOf(widget)));
    if (textOf(widget).isEmpty())
        return;
    for (QObject *other : parent->children()) {
        auto *sibling = qobject_cast<QWidget *>(other);
        if (!sibling || sibling <= &widget || !sibling->isVisible() || sibling->isWindow() ||
            textOf(*sibling).isEmpty())
            continue;
        const QRect common = sibling->geometry() & widget.geometry();
        if (common.width() > 1 && common.height() > 1)
            problems += u"%1 lies over %2"_s.arg(nameOf(widget, textOf(widget)), nameOf(*sibling, textOf(*sibling)));
    }
}

void checkTarget(const QWidget &widget, QStringList &problems)
{
    const bool isTarget =
        qobject_cast<const QAbstractButton *>(&widget) || qobject_cast<const QComboBox *>(&widget) ||
        qobject_cast<const QLineEdit *>(&widget) ||
        (qobject_cast<const QAbstractSlider *>(&widget) && !qobject_cast<const QScrollBar *>(&widget));
    const auto *parentBox = qobject_cast<const QComboBox *>(widget.parentWidget());
    const auto *parentField = qobject_cast<const QLineEdit *>(widget.parentWidget()); // its clear button
    if (!isTarget || parentBox || parentField)
        return;
    if (widget.width() < targetPx || widget.height() < targetPx)
        problems += u"a target of %1 x %2 px: %3"_s.arg(widget.width())
                        .arg(widget.height())
                        .arg(nameOf(widget, textOf(widget)));
}

double luminance(QRgb colour)
{
    const auto linear = [](int value) {
        const double v = value / 255.0;
        return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(qRed(colour)) + 0.7152 * linear(qGreen(colour)) + 0.0722 * linear(qBlue(colour));
}

double contrast(QRgb a, QRgb b)
{
    const double x = luminance(a), y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

/// The tip that a person sees who rests the pointer there.
QString tipAt(QWidget &widget, const QPoint &place)
{
    // hideText() alone leaves the last tip for a while.
    const auto hide = [] {
        QToolTip::hideText();
        for (QWidget *top : QApplication::topLevelWidgets())
            if (top->inherits("QTipLabel"))
                top->hide();
    };
    hide();
    QHelpEvent ask(QEvent::ToolTip, place, widget.mapToGlobal(place));
    QApplication::sendEvent(&widget, &ask);
    const QString tip = QToolTip::isVisible() ? QToolTip::text() : QString();
    hide();
    return tip;
}

const QAbstractScrollArea *scrolls(const QWidget &widget)
{
    const auto *area = qobject_cast<const QAbstractScrollArea *>(widget.parentWidget());
    return area && area->viewport() == &widget ? area : nullptr;
}

bool isDisabledItem(const QWidget &widget, const QPoint &place)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(widget.parentWidget());
    const QModelIndex index = view && view->viewport() == &widget ? view->indexAt(place) : QModelIndex();
    return index.isValid() && !(index.flags() & Qt::ItemIsEnabled);
}

/// What it paints itself: cut at a side, shortened without saying the whole anywhere.
void checkPainted(QWidget &widget, const PaintedText &painted, QStringList &problems)
{
    const QString text = painted.text.trimmed();
    const QAbstractScrollArea *area = scrolls(widget);
    const QRectF room = QRectF(widget.rect()).adjusted(-slackPx, -slackPx, slackPx, slackPx);
    const QRectF seen = painted.seen & QRectF(widget.rect());
    const bool goesSideways = area && area->horizontalScrollBar()->maximum() > 0;
    const bool isTyped = qobject_cast<const QLineEdit *>(&widget);
    const bool isWide = painted.box.left() < std::max(room.left(), seen.left() - slackPx) ||
                        painted.box.right() > std::min(room.right(), seen.right() + slackPx);
    if (isWide && !goesSideways && !isTyped)
        problems += u"cut at a side: %1"_s.arg(nameOf(widget, text));
    // A line box is higher than its glyphs: what is cut beyond a fifth of it are letters.
    const double cut = painted.box.height() - seen.height();
    if (!area && !isTyped && cut > 0.2 * painted.box.height() + slackPx)
        problems += u"cut above or below: %1"_s.arg(nameOf(widget, text));
    const QString whole = textOf(widget);
    // "Export…"; "导出 …" is written in two pieces, one a font.
    const bool asksMore = text.endsWith(u'…') && (whole == text || (text == u"…"_s && whole.endsWith(text)));
    if (text.contains(u'…') && !asksMore && !text.endsWith(u" …"_s) && !qobject_cast<const QMenu *>(&widget) &&
        tipAt(widget, painted.box.center().toPoint()).isEmpty())
        problems += u"shortened, and its whole is nowhere: %1"_s.arg(nameOf(widget, text));
}

/// `where` as it is seen in the window, three times as large.
QImage pictureOf(QWidget &top, const QRect &where)
{
    QImage picture(where.size() * pictureScale, QImage::Format_RGB32);
    picture.setDevicePixelRatio(pictureScale);
    picture.fill(Qt::black);
    top.render(&picture, QPoint(), QRegion(where));
    picture.setDevicePixelRatio(1.0);
    return picture;
}

/// `window`: a picture of all of it; null: one is made of the text's place alone.
void checkContrast(const QWidget &widget, const PaintedText &painted, const QImage &window, QWidget &top,
                   QStringList &problems)
{
    const QRectF seen = painted.seen & QRectF(widget.rect());
    if (seen.width() < painted.box.width() - slackPx || seen.height() < 0.7 * painted.box.height())
        return; // scrolled away in part: seen whole in another place of the walk
    const QRect here = seen.toAlignedRect() & widget.rect();
    if (here.isEmpty() || !widget.isEnabled() || !widget.visibleRegion().contains(here.center()) ||
        isDisabledItem(widget, here.center()))
        return;
    const QRect where(widget.mapTo(&top, here.topLeft()), here.size());
    if (!top.rect().contains(where))
        return;
    const QImage picture = window.isNull()
                               ? pictureOf(top, where)
                               : window.copy(QRect(where.topLeft() * pictureScale, where.size() * pictureScale));
    if (const double found = paintedContrast(picture); found < textContrast)
        problems += u"contrast %1: %2"_s.arg(found, 0, 'f', 2).arg(nameOf(widget, painted.text));
}

void checkParts(QWidget &widget, QStringList &problems)
{
    const auto judge = [&](const QSize &size, const QString &text) {
        if (size.width() < targetPx || size.height() < targetPx)
            problems += u"a target of %1 x %2 px: %3"_s.arg(size.width()).arg(size.height()).arg(nameOf(widget, text));
    };
    if (auto *tabs = qobject_cast<const QTabBar *>(&widget)) {
        for (int i = 0; i < tabs->count(); ++i)
            judge(tabs->tabRect(i).size(), tabs->tabText(i));
    } else if (auto *header = qobject_cast<const QHeaderView *>(&widget); header && header->sectionsClickable()) {
        for (int i = 0; header->orientation() == Qt::Horizontal && i < header->count(); ++i)
            if (!header->isSectionHidden(i))
                judge({header->sectionSize(i), header->height()},
                      header->model()->headerData(i, Qt::Horizontal).toString());
    } else if (auto *view = qobject_cast<const QAbstractItemView *>(&widget);
               view && view->model() && view->selectionMode() != QAbstractItemView::NoSelection) {
        for (int row = 0; row < view->model()->rowCount(); ++row) {
            const QModelIndex index = view->model()->index(row, 0);
            if (const QRect rect = view->visualRect(index); rect.isValid())
                judge({std::max(targetPx, rect.width()), rect.height()}, index.data().toString());
        }
    } else if (auto *menu = qobject_cast<QMenu *>(&widget)) {
        for (QAction *action : menu->actions())
            if (action->isVisible() && !action->isSeparator())
                judge(menu->actionGeometry(action).size(), action->text());
    }
}

} // namespace

double paintedContrast(const QImage &picture)
{
    const QImage image = picture.convertToFormat(QImage::Format_RGB32);
    QHash<QRgb, int> counts;
    for (int y = 0; y < image.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(image.constScanLine(y));
        for (int x = 0; x < image.width(); ++x)
            ++counts[line[x]];
    }
    QRgb ground = 0;
    int most = 0;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        if (it.value() > most) {
            most = it.value();
            ground = it.key();
        }
    double best = 1.0;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        if (it.value() >= pictureScale) // a lone pixel is not ink
            best = std::max(best, contrast(it.key(), ground));
    return best;
}

LookColours coloursFor(int windowWidth)
{
    constexpr int mostPx = 2000;
    return windowWidth < mostPx ? LookColours::Judged : LookColours::Sampled;
}

QStringList lookProblems(QWidget &window, LookColours colours)
{
    QStringList problems;
    const bool isSampled = colours == LookColours::Sampled;
    const QImage picture = isSampled ? QImage() : pictureOf(window, window.rect());
    QList<QPointer<QWidget>> all{&window};
    for (QWidget *widget : window.findChildren<QWidget *>())
        all.append(widget);
    for (const QPointer<QWidget> &each : all) {
        QWidget *widget = each; // asking for tips and painting make and remove widgets
        if (!widget || !widget->isVisibleTo(&window) || widget->window() != window.window() ||
            qobject_cast<QScrollBar *>(widget) || qobject_cast<QSplitterHandle *>(widget) ||
            qobject_cast<QFocusFrame *>(widget)) // lies over what has the keyboard, says nothing
            continue;
        if (widget != &window) {
            checkText(*widget, problems);
            checkRoom(*widget, problems);
            checkTarget(*widget, problems);
        }
        checkParts(*widget, problems);
        if (auto *header = qobject_cast<QHeaderView *>(widget); header && header->model())
            checkHeader(*header, problems);
        int looked = 0;
        for (const PaintedText &painted : paintedTexts(*widget)) {
            if (!each)
                break;
            if (painted.text.trimmed().isEmpty() || (painted.seen & QRectF(widget->rect())).isEmpty())
                continue;
            checkPainted(*widget, painted, problems);
            if (each && (!isSampled || ++looked <= sampledTexts))
                checkContrast(*widget, painted, picture, window, problems);
        }
    }
    return problems;
}

} // namespace consilium::test
