#include "tests/gui/LookRules.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAbstractSlider>
#include <QComboBox>
#include <QHash>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QSplitterHandle>
#include <QStyleOption>
#include <QTextDocument>

#include <cmath>

using namespace Qt::StringLiterals;

namespace consilium::test
{
namespace
{

constexpr int targetPx = 24;
constexpr double textContrast = 4.5, largeTextContrast = 3.0;
constexpr int largeTextPx = 24;
constexpr int pictureScale = 3;

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
    } else if (auto *button = qobject_cast<const QAbstractButton *>(&widget)) {
        const QSize wanted = button->sizeHint();
        const bool isElsewhere = !button->toolTip().isEmpty(); // paints itself shortened
        if (wanted.width() > button->width() + 1 && !isElsewhere)
            problems += u"%1 of %2 px wide: %3"_s.arg(button->width()).arg(wanted.width()).arg(nameOf(widget, text));
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

void checkContrast(const QWidget &widget, const QImage &window, QWidget &top, QStringList &problems)
{
    const QString text = textOf(widget);
    if (text.trimmed().isEmpty() || !widget.isEnabled())
        return;
    QRect where(widget.mapTo(&top, QPoint()), widget.size());
    where &= top.rect();
    if (widget.visibleRegion().boundingRect().size() != widget.size() || where.isEmpty())
        return;                 // scrolled away in part: seen whole in another place of the walk
    where.adjust(3, 3, -3, -3); // without border and focus ring
    const QImage picture = window.copy(QRect(where.topLeft() * pictureScale, where.size() * pictureScale));
    const double found = paintedContrast(picture);
    const double wanted = widget.fontInfo().pixelSize() >= largeTextPx ? largeTextContrast : textContrast;
    if (found < wanted)
        problems += u"contrast %1: %2"_s.arg(found, 0, 'f', 2).arg(nameOf(widget, text));
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

QStringList lookProblems(QWidget &window)
{
    QStringList problems;
    QImage picture(window.size() * pictureScale, QImage::Format_RGB32);
    picture.setDevicePixelRatio(pictureScale);
    picture.fill(Qt::black);
    window.render(&picture);
    picture.setDevicePixelRatio(1.0);
    for (QWidget *widget : window.findChildren<QWidget *>()) {
        if (!widget->isVisibleTo(&window) || widget->window() != &window || qobject_cast<QScrollBar *>(widget) ||
            qobject_cast<QSplitterHandle *>(widget))
            continue;
        checkText(*widget, problems);
        checkRoom(*widget, problems);
        checkTarget(*widget, problems);
        checkContrast(*widget, picture, window, problems);
        if (auto *header = qobject_cast<QHeaderView *>(widget); header && header->model())
            checkHeader(*header, problems);
    }
    return problems;
}

} // namespace consilium::test
