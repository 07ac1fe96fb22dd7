#include "tests/support/TestMain.h"
#include "viewer/widgets/theme/FocusRing.h"
#include "viewer/widgets/theme/Icons.h"
#include "viewer/widgets/theme/StyleSheet.h"
#include "viewer/widgets/theme/Theme.h"
#include "viewer/widgets/theme/Typography.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QRegularExpression>
#include <QTest>
#include <QTreeWidget>

#include <vector>

using namespace consilium::widgets;
using namespace Qt::StringLiterals;

namespace
{

/// WCAG 2.1: relative luminance and contrast, written out here on its own.
double luminance(const QColor &c)
{
    const auto linear = [](double v) { return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double la = luminance(a), lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void contrasts_data();
    void contrasts();
    void paletteFollowsTokens();
    void styleSheetHasNoOpenName();
    void iconsTakeThePalettesColour();
    void choiceBoxesHaveAnArrow();
    void theSortArrowPointsUpWhereValuesRise();
    void focusRingIsForTheKeyboard();
    void spacePressesTheRingedButton();
    void fontsByLanguage();
    void minusAndGroups();
};

void TestTheme::contrasts_data()
{
    QTest::addColumn<QColor>("ink");
    QTest::addColumn<QColor>("ground");
    QTest::addColumn<double>("ratio");
    // The ratios are those of the look table, one decimal.
    const Tokens &d = tokens(Scheme::Dark), &l = tokens(Scheme::Light);
    QTest::newRow("dark t1") << d.t1 << d.bg1 << 15.7;
    QTest::newRow("dark t2") << d.t2 << d.bg1 << 9.7;
    QTest::newRow("dark t3") << d.t3 << d.bg1 << 5.8;
    QTest::newRow("dark line2") << d.line2 << d.bg1 << 3.9;
    QTest::newRow("dark ac") << d.ac << d.bg1 << 10.4;
    QTest::newRow("dark acink") << d.acink << d.ac << 9.3;
    QTest::newRow("dark warn") << d.warn << d.bg1 << 11.1;
    QTest::newRow("dark warn tint") << d.warn << d.warnbg << 8.8;
    QTest::newRow("dark crit") << d.crit << d.bg1 << 7.1;
    QTest::newRow("dark critink") << d.critink << d.crit << 7.3;
    QTest::newRow("dark ok") << d.ok << d.bg1 << 12.3;
    QTest::newRow("dark ctl") << d.ctl << d.bg1 << 6.9;
    QTest::newRow("light t1") << l.t1 << l.bg1 << 16.6;
    QTest::newRow("light t2") << l.t2 << l.bg1 << 8.5;
    QTest::newRow("light t3") << l.t3 << l.bg1 << 5.4;
    QTest::newRow("light line2") << l.line2 << l.bg1 << 3.7;
    QTest::newRow("light ac") << l.ac << l.bg1 << 6.4;
    QTest::newRow("light acink") << l.acink << l.ac << 6.9;
    QTest::newRow("light warn") << l.warn << l.bg1 << 5.3;
    QTest::newRow("light crit") << l.crit << l.bg1 << 8.8;
    QTest::newRow("light critink") << l.critink << l.crit << 9.4;
    QTest::newRow("light ok") << l.ok << l.bg1 << 5.5;
    QTest::newRow("light ctl") << l.ctl << l.bg1 << 5.8;
    QTest::newRow("band") << QColor(over_image::warn) << QColor(over_image::bandBackground) << 9.7;
}

void TestTheme::contrasts()
{
    QFETCH(QColor, ink);
    QFETCH(QColor, ground);
    QFETCH(double, ratio);
    QVERIFY2(std::abs(contrast(ink, ground) - ratio) < 0.1, qPrintable(QString::number(contrast(ink, ground))));
}

void TestTheme::paletteFollowsTokens()
{
    for (const Scheme scheme : {Scheme::Dark, Scheme::Light}) {
        const QPalette p = makePalette(tokens(scheme));
        QCOMPARE(schemeOf(p), scheme);
        QCOMPARE(p.color(QPalette::Window), tokens(scheme).bg0);
        QCOMPARE(p.color(QPalette::AlternateBase), tokens(scheme).bg1);
        QCOMPARE(p.color(QPalette::Highlight), tokens(scheme).acbg);
        QCOMPARE(p.color(QPalette::Disabled, QPalette::ButtonText), tokens(scheme).t3);
    }
}

void TestTheme::styleSheetHasNoOpenName()
{
    for (const Scheme scheme : {Scheme::Dark, Scheme::Light}) {
        const QString sheet = makeStyleSheet(tokens(scheme));
        QVERIFY(!sheet.contains(u'@'));
        QVERIFY(sheet.contains(tokens(scheme).acbg.name()));
        QCOMPARE(sheet.count(u'{'), sheet.count(u'}'));
        // A colour followed by letters would be a name that was replaced in part.
        QVERIFY(!sheet.contains(QRegularExpression(u"#[0-9a-f]{6}[A-Za-z0-9]"_s)));
        // Warnings as sentences stand on the window's ground, too.
        const auto warned = QRegularExpression(uR"(QLabel\[tone="warn"\] \{ color: (#[0-9a-f]{6}))"_s).match(sheet);
        QVERIFY(warned.hasMatch());
        QVERIFY(contrast(QColor(warned.captured(1)), tokens(scheme).bg0) >= 4.5);
    }
}

void TestTheme::iconsTakeThePalettesColour()
{
    const Tokens &t = tokens(Scheme::Dark);
    applyTheme(*qApp, Scheme::Dark);
    const auto strongest = [](const QImage &image) {
        QColor found;
        int alpha = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QColor c = image.pixelColor(x, y);
                if (c.alpha() > alpha) {
                    alpha = c.alpha();
                    found = c;
                }
            }
        }
        return found;
    };
    const auto near = [](const QColor &a, const QColor &b) {
        return std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) + std::abs(a.blue() - b.blue()) < 12;
    };
    const QStringList names = iconNames();
    QVERIFY(names.contains(u"window"_s) && names.contains(u"half-moon"_s));
    for (const QString &name : names) {
        const QIcon drawn = icon(name);
        QVERIFY2(near(strongest(drawn.pixmap(20, QIcon::Normal).toImage()), t.t2), qPrintable(name));
        QVERIFY2(near(strongest(drawn.pixmap(20, QIcon::Disabled).toImage()), t.t3), qPrintable(name));
        QVERIFY2(near(strongest(drawn.pixmap(20, QIcon::Normal, QIcon::On).toImage()), t.ac), qPrintable(name));
    }
    applyTheme(*qApp, Scheme::Light);
    QVERIFY(near(strongest(icon(u"undo"_s).pixmap(20).toImage()), tokens(Scheme::Light).t2));
    applyTheme(*qApp, Scheme::Dark);
}

void TestTheme::choiceBoxesHaveAnArrow()
{
    for (const Scheme scheme : {Scheme::Dark, Scheme::Light}) {
        applyTheme(*qApp, scheme);
        QComboBox box;
        box.addItem(u"x"_s);
        box.resize(160, 34);
        box.show();
        QVERIFY(QTest::qWaitForWindowExposed(&box));
        const QImage drawn = box.grab().toImage();
        const double ratio = drawn.devicePixelRatio();
        const QColor wanted = tokens(scheme).t2;
        const auto isArrow = [&](int x, int y) {
            const QColor c = drawn.pixelColor(int(x * ratio), int(y * ratio));
            return std::abs(c.red() - wanted.red()) + std::abs(c.green() - wanted.green()) +
                       std::abs(c.blue() - wanted.blue()) <
                   60;
        };
        int left = 0, right = 0;
        for (int y = 8; y < 26; ++y) {
            for (int x = 130; x < 158; ++x)
                (x < 147 ? left : right) += isArrow(x, y) ? 1 : 0;
        }
        QVERIFY2(left >= 2 && right >= 2 && left + right < 120, qPrintable(u"%1 %2"_s.arg(left).arg(right)));
    }
    applyTheme(*qApp, Scheme::Dark);
}

void TestTheme::theSortArrowPointsUpWhereValuesRise()
{
    ConsiliumStyle style;
    QTreeWidget tree;
    tree.setColumnCount(1);
    tree.setHeaderLabels({QString()});
    tree.header()->setStyle(&style);
    tree.resize(200, 100);
    const auto header = [&tree](bool shown, Qt::SortOrder order) {
        tree.header()->setSortIndicatorShown(shown);
        tree.header()->setSortIndicator(0, order);
        return tree.header()->grab().toImage();
    };
    // How wide the arrow is in each row that it has: the tip is the narrow end.
    const auto widths = [&](Qt::SortOrder order) {
        const QImage bare = header(false, order), image = header(true, order);
        std::vector<int> rows;
        for (int y = 0; y < image.height(); ++y) {
            int count = 0;
            for (int x = 0; x < image.width(); ++x)
                count += std::abs(qGray(image.pixel(x, y)) - qGray(bare.pixel(x, y))) > 24 ? 1 : 0;
            if (count > 0)
                rows.push_back(count);
        }
        return rows;
    };
    const auto rising = widths(Qt::AscendingOrder), falling = widths(Qt::DescendingOrder);
    QVERIFY(rising.size() > 2 && falling.size() > 2);
    QVERIFY(rising.front() < rising.back());
    QVERIFY(falling.front() > falling.back());
}

void TestTheme::focusRingIsForTheKeyboard()
{
    applyTheme(*qApp, Scheme::Dark);
    QWidget window;
    QHBoxLayout row(&window);
    QPushButton first(u"a"_s), second(u"b"_s);
    row.addWidget(&first);
    row.addWidget(&second);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    const auto *ring = qApp->findChild<FocusRing *>();
    QVERIFY(ring);
    first.setFocus(Qt::MouseFocusReason);
    QVERIFY(!ring->ringed());
    QTest::keyClick(&first, Qt::Key_Tab);
    QCOMPARE(ring->ringed(), &second);
    QTest::mousePress(&first, Qt::LeftButton);
    QVERIFY(!ring->ringed());
    QTest::mouseRelease(&first, Qt::LeftButton);
    second.setFocus(Qt::ShortcutFocusReason);
    QCOMPARE(ring->ringed(), &second);
    second.setProperty("ownFocus", true);
    first.setFocus(Qt::TabFocusReason);
    second.setFocus(Qt::TabFocusReason);
    QVERIFY(!ring->ringed());
}

/// Also where a command of the window has that key; elsewhere it stays the command's.
void TestTheme::spacePressesTheRingedButton()
{
    applyTheme(*qApp, Scheme::Dark);
    QWidget window;
    QHBoxLayout row(&window);
    QPushButton first(u"a"_s), second(u"b"_s);
    row.addWidget(&first);
    row.addWidget(&second);
    int commands = 0, presses = 0;
    QAction command;
    command.setShortcut(Qt::Key_Space);
    window.addAction(&command);
    connect(&command, &QAction::triggered, &command, [&] { ++commands; });
    connect(&second, &QPushButton::clicked, &second, [&] { ++presses; });
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    second.setFocus(Qt::MouseFocusReason);
    QTest::keyClick(&second, Qt::Key_Space);
    QCOMPARE(commands, 1);
    QCOMPARE(presses, 0);
    second.clearFocus();
    second.setFocus(Qt::TabFocusReason);
    QTest::keyClick(&second, Qt::Key_Space);
    QCOMPARE(commands, 1);
    QCOMPARE(presses, 1);
}

void TestTheme::fontsByLanguage()
{
    const QFont simplified = fontFor(TextRole::Body, QLocale(u"zh_CN"_s));
    QCOMPARE(simplified.families(), (QStringList{u"Inter"_s, u"Noto Sans CJK SC"_s}));
    QCOMPARE(fontFor(TextRole::Body, QLocale(u"zh_TW"_s)).families().last(), u"Noto Sans CJK TC"_s);
    QCOMPARE(simplified.pixelSize(), 14);
    QVERIFY(fontFor(TextRole::Meta, QLocale(u"zh_CN"_s)).pixelSize() >= 12); // Chinese never below 12 px
}

void TestTheme::minusAndGroups()
{
    QCOMPARE(withMinusSign(u"1500 / -500"_s), u"1500 / −500"_s);
    QCOMPARE(grouped(7), u"7"_s);
    QCOMPARE(grouped(1094), QString(u"1"_s + QChar(0x2009) + u"094"_s));
    QCOMPARE(grouped(1234567), QString(u"1"_s + QChar(0x2009) + u"234"_s + QChar(0x2009) + u"567"_s));
}

CONSILIUM_TEST(TestTheme)
#include "TestTheme.moc"
