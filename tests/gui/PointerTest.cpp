#include "tests/gui/XScreen.h"
#include "tests/net/MinimalDicom.h"
#include "tests/support/TestMain.h"

#include <QDir>
#include <QFile>
#include <QLineF>
#include <QTemporaryDir>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

using namespace Qt::StringLiterals;
using namespace consilium::test;

namespace
{

constexpr int kLineMs = 60'000, kToolMs = 60'000, kDrawnMs = 400, kSeenMs = 30'000;
constexpr int kColumns = 128;            ///< and rows, of the phantom
constexpr double kFieldMm = 250.0;       ///< along both
constexpr double kTolerancePixels = 0.5; ///< of the image: less than a reader could see
constexpr QPoint kWindowAt(71, 43);      ///< where an offset that is left out, or counted twice, is seen

QString binary(const QString &name)
{
    return qEnvironmentVariable("CONSILIUM_BIN", QStringLiteral(CONSILIUM_BUILD_DIR "/bin")) + u'/' + name;
}

/// Where the image lies on the screen.
struct Placed {
    QPointF middle;        ///< of the image
    double perPixel = 0.0; ///< screen pixels of one image pixel
    [[nodiscard]] QPoint screen(QPointF image) const
    {
        const QPointF at = middle + (image - QPointF(kColumns - 1, kColumns - 1) / 2) * perPixel;
        return {int(std::floor(at.x())), int(std::floor(at.y()))};
    }
    /// Of the middle of a pixel of the screen.
    [[nodiscard]] QPointF image(QPoint at) const
    {
        return (QPointF(at) + QPointF(0.5, 0.5) - middle) / perPixel + QPointF(kColumns - 1, kColumns - 1) / 2;
    }
};

/// Ends of the longest run of white in a line of pixels, with the part of the pixels beside it that it covers.
std::pair<double, double> longestWhite(const std::vector<int> &greys)
{
    std::size_t first = 0, end = 0;
    for (std::size_t i = 0; i < greys.size();) {
        std::size_t j = i;
        while (j < greys.size() && greys[j] >= 250)
            ++j;
        if (j - i > end - first) {
            first = i;
            end = j;
        }
        i = j + 1;
    }
    const double before = first > 0 ? greys[first - 1] / 255.0 : 0.0;
    const double behind = end < greys.size() ? greys[end] / 255.0 : 0.0;
    return {double(first) - before, double(end) + behind};
}

std::vector<int> column(const QImage &picture, int x)
{
    std::vector<int> greys;
    for (int y = 0; y < picture.height(); ++y)
        greys.push_back(qGray(picture.pixel(x, y)));
    return greys;
}

std::vector<int> row(const QImage &picture, int y)
{
    std::vector<int> greys;
    for (int x = 0; x < picture.width(); ++x)
        greys.push_back(qGray(picture.pixel(x, y)));
    return greys;
}

/// Finds the square image where all of it is white. Its scale is 0 where there is none. Texts shorten what is white in
/// many columns, never in all of them.
Placed measured(const QImage &picture)
{
    if (picture.isNull())
        return {};
    const auto [left, right] = longestWhite(row(picture, picture.height() / 2 + 17)); // beside the letters
    const double side = right - left;
    double top = picture.height(), bottom = 0;
    for (int percent = 3; percent < 97; ++percent) {
        const auto [first, end] = longestWhite(column(picture, int(left + percent * side / 100)));
        if (end - first < 0.7 * side)
            continue;
        top = std::min(top, first);
        bottom = std::max(bottom, end);
    }
    if (side < 200 || std::abs(bottom - top - side) > 1.5)
        return {};
    return {QPointF(left + right, top + bottom) / 2, side / kColumns};
}

/// Something light lies on the dark image within `radius` screen pixels.
bool isLightAt(const QImage &picture, QPoint place, int radius)
{
    for (int y = -radius; y <= radius; ++y)
        for (int x = -radius; x <= radius; ++x)
            if (qBlue(picture.pixel(place + QPoint(x, y))) > 140)
                return true;
    return false;
}

/// What is light within a rectangle of the screen.
QRect lightIn(const QImage &picture, QRect where)
{
    QRect found;
    for (int y = where.top(); y <= where.bottom(); ++y)
        for (int x = where.left(); x <= where.right(); ++x)
            if (qBlue(picture.pixel(x, y)) > 140)
                found |= QRect(x, y, 1, 1);
    return found;
}

std::vector<double> numbers(const QString &text)
{
    std::vector<double> all;
    for (const QString &part : text.split(u','))
        all.push_back(part.toDouble());
    return all;
}

/// Handles in mm as places in the image: the phantom's slice lies at z = 0, its middle at x = y = 0, rows along +x,
/// columns along +y.
std::vector<QPointF> inImage(const QString &handles)
{
    const auto all = numbers(handles);
    std::vector<QPointF> places;
    for (std::size_t i = 0; i + 2 < all.size(); i += 3)
        places.push_back(QPointF(all[i], all[i + 1]) * (kColumns / kFieldMm) + QPointF(kColumns - 1, kColumns - 1) / 2);
    return places;
}

/// The program in a window of a screen of its own, with a scenario that waits for what the hand does and prints what
/// came of it.
struct Desk {
    XScreen screen{QSize(1600, 1000)};
    QTemporaryDir folder;
    QProcess program;
    Placed placed;
    QString problem;

    enum class Image {
        Placed,  ///< a slice of the phantom, with its place in the patient
        Unscaled ///< as large, in one grey; without a scale and a place
    };
    /// Shows the image all white, measures it, inverts it by a key: all black; then `lines` begin.
    Desk(const QString &ratio, const QString &lines, Image image = Image::Placed)
    {
        problem = screen.problem();
        if (!problem.isEmpty() || !(image == Image::Placed ? make(u"x"_s) : makeUnscaled(u"x"_s)))
            return;
        QFile file(folder.filePath(u"hand.actions"_s));
        const QString size = ratio == u"1"_s ? u"1280x900"_s : u"1000x620"_s;
        const QString text = u"program size=%1 ratio=%2\nsource main folder=${DATA}\nopen first\nwait loaded\n"
                             "%4SetWindow centre=-3000 width=10\nwait idle\nprint shown\n"
                             "wait until view.inverted == yes\nwait drawn\n%3"_s.arg(
                                 size, ratio, lines, image == Image::Placed ? u"ShowPlane slice=3\n"_s : QString());
        if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0)
            problem = u"the scenario cannot be written"_s;
        file.close();
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.remove(u"WAYLAND_DISPLAY"_s);
        environment.insert(u"DISPLAY"_s, screen.name());
        environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
        program.setProcessEnvironment(environment);
        program.start(binary(u"consilium"_s), {u"--profile"_s, folder.filePath(u"profile"_s), u"--scenario"_s,
                                               file.fileName(), u"--var"_s, u"DATA="_s + folder.filePath(u"x"_s)});
        if (next() != u"shown")
            problem = u"the program does not begin"_s + said();
        else if (!screen.placeWindow(kWindowAt))
            problem = u"there is no window"_s;
        else if (!QTest::qWaitFor([this] { return (placed = measured(screen.picture())).perPixel > 0; }, kToolMs))
            problem = u"the image is not seen"_s;
        else if (!screen.key(u"I"_s))
            problem = u"there is no key"_s;
    }
    ~Desk()
    {
        program.kill();
        program.waitForFinished();
    }
    bool make(const QString &axis)
    {
        const QString side = QString::number(kColumns);
        QProcess phantom;
        phantom.start(binary(u"consilium-phantom"_s),
                      {u"generate"_s, u"--kind"_s, u"position"_s, u"--axis"_s, axis, u"--slices"_s, u"5"_s,
                       u"--slice-spacing"_s, u"10"_s, u"--rows"_s, side, u"--columns"_s, side, u"--field"_s,
                       QString::number(kFieldMm), u"--out"_s, folder.filePath(axis)});
        if (!phantom.waitForFinished(kToolMs) || phantom.exitCode() != 0)
            problem = u"the phantom cannot be made"_s;
        return problem.isEmpty();
    }
    bool makeUnscaled(const QString &name)
    {
        MinimalDicom image;
        image.rows = image.columns = kColumns;
        image.hasPlace = false;
        image.pixels = QByteArray(qsizetype(2) * kColumns * kColumns, '\0');
        QFile file(folder.filePath(name + u"/1.dcm"_s));
        if (!QDir().mkpath(folder.filePath(name)) || !file.open(QIODevice::WriteOnly) || file.write(image.part10()) < 0)
            problem = u"the image cannot be written"_s;
        return problem.isEmpty();
    }
    /// The next line that the scenario prints; empty where it ends or fails before.
    QString next()
    {
        while (!program.canReadLine())
            if (!program.waitForReadyRead(kLineMs))
                return {};
        return QString::fromUtf8(program.readLine()).trimmed();
    }
    /// Says by a key that the hand has done what it was to do: the image is inverted, and back. Gives what the scenario
    /// prints between.
    QString confirm()
    {
        const bool begun = screen.key(u"I"_s);
        const QString line = begun ? next() : QString();
        return screen.key(u"I"_s) ? line : QString();
    }
    /// The pointer goes where nothing is under it; gives what is seen when nothing changes any more.
    [[nodiscard]] QImage rest() const
    {
        screen.move(at(20, 100));
        QImage before, now;
        for (int waited = 0; now.isNull() || (now != before && waited < kSeenMs); waited += kDrawnMs) {
            before = now;
            QTest::qWait(kDrawnMs);
            now = screen.picture();
        }
        return now;
    }
    /// What the program complains of.
    QString said() { return u": "_s + QString::fromUtf8(program.readAllStandardError()); }
    [[nodiscard]] QPoint at(double column, double line) const { return placed.screen({column, line}); }
};

void ratios()
{
    QTest::addColumn<QString>("ratio");
    QTest::newRow("1") << u"1"_s;
    QTest::newRow("1.5") << u"1.5"_s;
}

enum class How { Drags, Clicks, ClicksAndReturn, Follow, Words };

struct Drawing {
    const char *kind; ///< as the state names it
    const char *keys; ///< that choose the tool
    How how;
    std::vector<QPointF> places; ///< of the pointer, in pixels of the image
};

/// No place lies near the texts at the edges of the viewport.
const std::vector<Drawing> &drawings()
{
    static const std::vector<Drawing> all{
        {"length", "L", How::Drags, {{30, 40}, {90, 60}}},
        {"ruler", "U", How::Drags, {{90, 40}, {35, 75}}},
        {"polyline", "Shift+P", How::ClicksAndReturn, {{35, 40}, {60, 70}, {85, 45}}},
        {"bidirectional", "Shift+U", How::Drags, {{30, 60}, {90, 60}, {55, 40}, {55, 75}}},
        {"line-pair", "Alt+U", How::Drags, {{30, 40}, {90, 42}, {35, 70}, {75, 85}}},
        {"cardiothoracic-ratio", "Shift+H", How::Drags, {{45, 50}, {75, 50}, {30, 70}, {95, 70}}},
        {"leg-axis", "Alt+L", How::Clicks, {{60, 30}, {66, 60}, {58, 90}}},
        {"angle", "A", How::Clicks, {{35, 80}, {60, 40}, {90, 75}}},
        {"cobb", "Shift+A", How::Drags, {{35, 40}, {85, 50}, {35, 85}, {85, 75}}},
        {"open-angle", "Alt+A", How::Drags, {{35, 40}, {85, 50}, {35, 85}, {85, 75}}},
        {"ellipse", "Q", How::Drags, {{35, 40}, {85, 80}}},
        {"rectangle", "Shift+Q", How::Drags, {{35, 40}, {85, 80}}},
        {"polygon", "Y", How::ClicksAndReturn, {{40, 40}, {85, 45}, {75, 85}, {45, 75}}},
        {"freehand", "Shift+Y", How::Follow, {{60, 60}, {85, 60}}},
        {"point-roi", "Shift+D", How::Drags, {{60, 60}, {80, 60}}},
        {"arrow", "N", How::Drags, {{45, 50}, {85, 80}}},
        {"text", "Shift+N", How::Words, {{60, 50}}},
        {"probe", "D", How::Clicks, {{50, 75}}},
    };
    return all;
}

/// Presses, goes round the first place on a circle through the second, lets go.
void goRound(const XScreen &screen, QPoint middle, QPoint from)
{
    const double radius = QLineF(middle, from).length();
    screen.move(from);
    QTest::qWait(40);
    screen.press();
    for (int degree = 6; degree < 360; degree += 6) {
        const double turn = degree * std::numbers::pi / 180;
        screen.move(middle + QPoint(qRound(radius * std::cos(turn)), qRound(radius * std::sin(turn))));
        QTest::qWait(15);
    }
    screen.release();
}

bool draw(const Desk &desk, const Drawing &drawing)
{
    std::vector<QPoint> places;
    for (const QPointF &place : drawing.places)
        places.push_back(desk.placed.screen(place));
    if (drawing.how == How::Follow)
        goRound(desk.screen, places[0], places[1]);
    for (std::size_t i = 0; drawing.how == How::Drags && i + 1 < places.size(); i += 2)
        desk.screen.drag(places[i], places[i + 1]);
    const bool clicks = drawing.how != How::Follow && drawing.how != How::Drags;
    for (std::size_t i = 0; clicks && i < places.size(); ++i)
        desk.screen.click(places[i]);
    return (drawing.how != How::Words || desk.screen.type(u"ok 12"_s)) &&
           ((drawing.how != How::Words && drawing.how != How::ClicksAndReturn) || desk.screen.key(u"Return"_s));
}

/// What is wrong with the handles of a mark that was drawn through these places of the screen; empty: nothing.
QString handleProblem(const Drawing &drawing, const Placed &placed, const std::vector<QPointF> &handles)
{
    std::vector<QPointF> wanted;
    for (const QPointF &place : drawing.places)
        wanted.push_back(placed.image(placed.screen(place)));
    const auto differs = [](QPointF a, QPointF b) { return QLineF(a, b).length() > kTolerancePixels; };
    if (drawing.how == How::Follow) { // as many points as it takes
        const double radius = QLineF(wanted[0], wanted[1]).length();
        double twice = 0.0;
        for (std::size_t i = 0; i < handles.size(); ++i) {
            const QPointF &next = handles[(i + 1) % handles.size()];
            twice += handles[i].x() * next.y() - handles[i].y() * next.x();
            if (std::abs(QLineF(wanted[0], handles[i]).length() - radius) > kTolerancePixels)
                return u"a point of the border lies elsewhere"_s;
        }
        // A polygon in a circle, of as many corners as the machine has taken up, is some percent smaller.
        const double part = std::abs(twice) / 2 / (std::numbers::pi * radius * radius);
        return part > 0.9 && part < 1.01 ? QString() : u"the area is %1"_s.arg(twice / 2);
    }
    if (QByteArray(drawing.kind) == "ellipse") { // its middle, the ends of two half axes
        const QPointF half = (wanted[1] - wanted[0]) / 2, middle = wanted[0] + half;
        wanted = {middle, middle + QPointF(half.x(), 0), middle + QPointF(0, half.y())};
        if (handles.size() == 3 && std::abs(handles[1].x() - middle.x()) < std::abs(handles[1].y() - middle.y()))
            std::swap(wanted[1], wanted[2]);
        for (std::size_t i = 1; i < 3 && handles.size() == 3; ++i) // either end of the axis
            if (differs(wanted[i], handles[i]))
                wanted[i] = middle * 2 - wanted[i];
    }
    QString problem = handles.size() == wanted.size() ? QString() : u"%1 handles"_s.arg(handles.size());
    for (std::size_t i = 0; problem.isEmpty() && i < wanted.size(); ++i)
        if (differs(wanted[i], handles[i]))
            problem = u"handle %1 at %2,%3 for %4,%5"_s.arg(i + 1)
                          .arg(handles[i].x())
                          .arg(handles[i].y())
                          .arg(wanted[i].x())
                          .arg(wanted[i].y());
    return problem;
}

/// Places of the image where lines of the mark are.
std::vector<QPointF> linesOf(const Drawing &drawing)
{
    const auto &p = drawing.places;
    const QByteArray kind(drawing.kind);
    if (kind == "ellipse")
        return {{p[0].x(), (p[0].y() + p[1].y()) / 2},
                {p[1].x(), (p[0].y() + p[1].y()) / 2},
                {(p[0].x() + p[1].x()) / 2, p[0].y()},
                {(p[0].x() + p[1].x()) / 2, p[1].y()}};
    if (kind == "freehand" || kind == "point-roi") // the circle, right, left, above and below
        return {p[1], p[0] * 2 - p[1], p[0] + QPointF(0, p[1].x() - p[0].x()), p[0] - QPointF(0, p[1].x() - p[0].x())};
    std::vector<QPointF> places = p;
    if (kind == "rectangle")
        places = {p[0], p[1], {p[0].x(), p[1].y()}, {p[1].x(), p[0].y()}};
    else if (drawing.how == How::Drags)
        for (std::size_t i = 0; i + 1 < p.size(); i += 2) // a third of the way: there is no label
            places.push_back(p[i] + (p[i + 1] - p[i]) / 3);
    return places;
}

/// Waits until a hand has inverted the image (or has put that back), prints `what`.
QString confirmed(const QString &what, bool first)
{
    const QString one = first ? u"yes"_s : u"no"_s, other = first ? u"no"_s : u"yes"_s;
    return u"wait until view.inverted == %1\n%2wait until view.inverted == %3\nwait drawn\n"_s.arg(one, what, other);
}

/// Grey of a value between two greys of a window (DICOM PS3.3 C.11.2.1.2.1, linear) on the phantom, whose value is x.
int greyOf(double column, double centre, double width)
{
    const double x = (column - (kColumns - 1) / 2.0) * kFieldMm / kColumns;
    return int(std::lround(std::clamp((x - (centre - 0.5)) / (width - 1) + 0.5, 0.0, 1.0) * 255));
}

/// The greys along a row of the image are those of the window.
bool hasGreys(const Desk &desk, double centre, double width)
{
    const QImage picture = desk.screen.picture();
    for (int column = 40; column <= 80; column += 10)
        if (std::abs(qGray(picture.pixel(desk.at(column, 75))) - greyOf(column, centre, width)) > 3)
            return false;
    return true;
}

/// Where black ends and white begins in a row of the screen that crosses the image: at x = 0 mm, where the window is
/// one step there.
int edge(const Desk &desk)
{
    const QImage picture = desk.screen.picture();
    const int y = desk.at(0, 75).y();
    int x = desk.at(5, 0).x();
    while (x < desk.at(122, 0).x() && qGray(picture.pixel(x, y)) < 140)
        ++x;
    return x;
}

/// Zoom and pan as `SetZoomPan` has them: mm across the viewport's shorter side, which the image filled when it was
/// measured, and its centre less that of the image.
struct Shown {
    double across = 0.0, alongRow = 0.0, alongColumn = 0.0;
    explicit Shown(const QString &printed)
    {
        const auto all = numbers(printed);
        if (all.size() == 3) {
            across = all[0];
            alongRow = all[1];
            alongColumn = all[2];
        }
    }
    [[nodiscard]] double perMm(const Placed &fitted) const { return kColumns * fitted.perPixel / across; }
    /// In the patient, mm, what lies at a place of the screen.
    [[nodiscard]] QPointF patient(const Placed &fitted, QPoint at) const
    {
        return (QPointF(at) - fitted.middle) / perMm(fitted) + QPointF(alongRow, alongColumn);
    }
    /// Column of the screen at x = 0 mm.
    [[nodiscard]] double edge(const Placed &fitted) const { return fitted.middle.x() - alongRow * perMm(fitted); }
};

/// Draws a length; what is wrong with where its ends are in the patient. Empty: nothing.
QString lengthProblem(Desk &desk, const Shown &shown)
{
    const QPoint from = desk.at(40, 45), to = desk.at(80, 70);
    if (!desk.screen.key(u"L"_s))
        return u"no key"_s;
    desk.screen.drag(from, to);
    const auto found = numbers(desk.next());
    if (found.size() != 6)
        return u"no mark"_s + desk.said();
    const QPointF first = shown.patient(desk.placed, from), second = shown.patient(desk.placed, to);
    const double off =
        std::max(QLineF(first, {found[0], found[1]}).length(), QLineF(second, {found[3], found[4]}).length());
    return off < kTolerancePixels * kFieldMm / kColumns ? QString() : u"it lies %1 mm off"_s.arg(off);
}

/// A length, whose end and whose label are then dragged, and all of it taken back.
QString handleLines()
{
    return u"print draw\nwait until annotations.count == 1\nremember M annotations\n"
           "remember H annotation.handles annotation=${M}\nprint handle\n"_s +
           confirmed(u"remember G annotation.handles annotation=${M}\nprint \"${G}\"\n"_s, false) + u"print label\n"_s +
           confirmed(u"expect annotation.handles annotation=${M} == ${G}\nprint still\n"_s, false) +
           u"wait until annotation.handles annotation=${M} == ${H}\nprint \"${H}\"\n"
           "wait until annotations.count == 0\nprint end\n"_s;
}

QString viewLines()
{
    const QString zoom = u"remember A view.across\nremember R view.along-row\nremember L view.along-column\n"
                         "print \"${A},${R},${L}\"\n"_s;
    const QString drawn = u"print draw\nwait until annotations.count == 1\nremember M annotations\n"
                          "remember H annotation.handles annotation=${M}\nprint \"${H}\"\n"
                          "RemoveAnnotation annotation=${M}\nwait drawn\n"_s;
    return u"SetInverted inverted=no\nSetWindow centre=0 width=100\nwait drawn\nprint window\n"_s +
           confirmed(u"remember C view.centre\nremember W view.width\nprint \"${C},${W}\"\n"_s, true) +
           u"print wheel\nwait until slice == 4\nprint back\nwait until slice == 2\n"
           "SetWindow centre=0 width=1\nwait drawn\nprint zoom\n"_s +
           confirmed(zoom, true) + drawn + u"print pan\n"_s + confirmed(zoom, true) + drawn + u"print end\n"_s;
}

} // namespace

/// Measuring with a real pointer and a real keyboard: the program's window on a screen that a server draws, events from
/// that server. Where things lie is read off the screen, never asked of the program.
class PointerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { NEEDS(XScreen::isInstalled(), "Xvfb is not installed"); }

    /// Each tool by its key: the mark is in the state, and on the screen, where the pointer was; Ctrl+Z takes it back.
    void marksLieWhereThePointerWas_data() { ratios(); }
    void marksLieWhereThePointerWas()
    {
        QFETCH(QString, ratio);
        QString lines;
        for (const Drawing &drawing : drawings())
            lines +=
                u"print \"draw %1\"\nwait until annotations.count == 1\nwait drawn\nremember M annotations\n%2"
                "remember K annotation.kind annotation=${M}\nremember H annotation.handles annotation=${M}\n"
                "print \"${K} ${H}\"\nwait until annotations.count == 0\nwait drawn\n"_s.arg(
                    QString::fromLatin1(drawing.kind),
                    drawing.how == How::Words ? u"expect annotation.text annotation=${M} == \"ok 12\"\n"_s : QString());
        Desk desk(ratio, lines + u"print end\n"_s);
        QVERIFY2(desk.problem.isEmpty(), qPrintable(desk.problem));
        const int onePixel = int(std::ceil(desk.placed.perPixel));
        for (const Drawing &drawing : drawings()) {
            const QString begins = desk.next();
            QVERIFY2(begins == u"draw "_s + QLatin1StringView(drawing.kind), qPrintable(begins + desk.said()));
            for (const QPointF &place : linesOf(drawing)) // what was there before is gone
                QTRY_VERIFY_WITH_TIMEOUT(!isLightAt(desk.screen.picture(), desk.placed.screen(place), onePixel),
                                         kSeenMs);
            QVERIFY(desk.screen.key(QString::fromLatin1(drawing.keys)));
            QVERIFY(draw(desk, drawing));
            const QString drawn = desk.next();
            QVERIFY2(!drawn.isEmpty(), qPrintable(QLatin1StringView(drawing.kind) + desk.said()));
            QCOMPARE(drawn.section(u' ', 0, 0), QLatin1StringView(drawing.kind));
            const QString problem = handleProblem(drawing, desk.placed, inImage(drawn.section(u' ', 1)));
            QVERIFY2(problem.isEmpty(), qPrintable(QLatin1StringView(drawing.kind) + u": "_s + problem));
            desk.screen.move(desk.at(20, 100)); // nothing is under the pointer
            for (const QPointF &place : linesOf(drawing)) {
                const QPoint at = desk.placed.screen(place);
                const bool seen = QTest::qWaitFor(
                    [&desk, at, onePixel] { return isLightAt(desk.screen.picture(), at, onePixel); }, kSeenMs);
                QVERIFY2(seen, qPrintable(u"%1: nothing at %2,%3"_s.arg(QString::fromLatin1(drawing.kind))
                                              .arg(place.x())
                                              .arg(place.y())));
            }
            QVERIFY(desk.screen.key(u"Ctrl+Z"_s));
        }
        QCOMPARE(desk.next(), u"end"_s);
    }

    /// The end of a line goes where it is dragged, its label as far as it is dragged; each is one step to take back.
    void aHandleAndALabelGoWithThePointer_data() { ratios(); }
    void aHandleAndALabelGoWithThePointer()
    {
        QFETCH(QString, ratio);
        Desk desk(ratio, handleLines());
        QVERIFY2(desk.problem.isEmpty(), qPrintable(desk.problem));
        QVERIFY2(desk.next() == u"draw", qPrintable(desk.said()));
        QVERIFY(desk.screen.key(u"L"_s));
        desk.screen.drag(desk.at(30, 40), desk.at(90, 60));
        QVERIFY2(desk.next() == u"handle", qPrintable(desk.said()));
        QVERIFY(isLightAt(desk.rest(), desk.at(90, 60), int(desk.placed.perPixel)));
        const QPoint end = desk.at(80, 85);
        desk.screen.drag(desk.at(90, 60), end);
        const auto handles = inImage(desk.confirm());
        QCOMPARE(handles.size(), std::size_t(2));
        QVERIFY(QLineF(handles[0], desk.placed.image(desk.at(30, 40))).length() < kTolerancePixels);
        QVERIFY(QLineF(handles[1], desk.placed.image(end)).length() < kTolerancePixels);
        QVERIFY2(desk.next() == u"label", qPrintable(desk.said()));
        const QImage before = desk.rest();
        QVERIFY(isLightAt(before, desk.at(80, 85), int(desk.placed.perPixel)));
        QVERIFY(!isLightAt(before, desk.at(90, 60), int(desk.placed.perPixel)));
        // The label stands beside the end.
        const QRect beside(end + QPoint(14, -45), QSize(160, 90));
        const QRect label = lightIn(before, beside);
        QVERIFY2(label.width() > 20 && label.height() > 5, "no label");
        const QPoint way(20, -130);
        desk.screen.drag(label.center(), label.center() + way);
        const QImage after = desk.rest();
        QVERIFY(lightIn(after, beside).isNull());
        const QRect there = lightIn(after, label.translated(way)); // less where it has gone farther or less far
        QVERIFY2((there.topLeft() - label.topLeft() - way).manhattanLength() <= 2 &&
                     (there.bottomRight() - label.bottomRight() - way).manhattanLength() <= 2,
                 "the label is elsewhere");
        QCOMPARE(desk.confirm(), u"still"_s);
        // The image was inverted twice: steps of their own.
        for (int i = 0; i < 3; ++i)
            QVERIFY(desk.screen.key(u"Ctrl+Z"_s));
        QTRY_COMPARE_WITH_TIMEOUT(lightIn(desk.screen.picture(), beside), label, kSeenMs);
        for (int i = 0; i < 3; ++i)
            QVERIFY(desk.screen.key(u"Ctrl+Z"_s));
        const auto back = inImage(desk.next());
        QVERIFY2(back.size() == 2, qPrintable(desk.said()));
        QVERIFY(QLineF(back[1], desk.placed.image(desk.at(90, 60))).length() < kTolerancePixels);
        QVERIFY(desk.screen.key(u"Ctrl+Z"_s));
        QCOMPARE(desk.next(), u"end"_s);
    }

    /// A line over what has a known length, and that length typed: the image has mm from then on, until it is taken
    /// back.
    void anImageIsCalibratedWithThePointer_data() { ratios(); }
    void anImageIsCalibratedWithThePointer()
    {
        QFETCH(QString, ratio);
        Desk desk(ratio,
                  u"expect scale-bar.text absent\nprint draw\nwait until annotations.count == 1\nwait drawn\n"
                  "remember M annotations\nremember H annotation.handles annotation=${M}\n"
                  "expect annotation.kind annotation=${M} == calibration\n"
                  "expect annotation.text annotation=${M} == 60\nexpect mark.length annotation=${M} == 60\n"
                  "expect scale-bar.text contains \"calibrated by hand\"\nprint \"${H}\"\n"
                  "wait until annotations.count == 0\nexpect scale-bar.text absent\nprint end\n"_s,
                  Desk::Image::Unscaled);
        QVERIFY2(desk.problem.isEmpty(), qPrintable(desk.problem));
        QVERIFY2(desk.next() == u"draw", qPrintable(desk.said()));
        const QPoint from = desk.at(30, 64), to = desk.at(90, 70);
        QVERIFY(desk.screen.key(u"Alt+C"_s));
        desk.screen.drag(from, to);
        QVERIFY(desk.screen.type(u"60"_s));
        QVERIFY(desk.screen.key(u"Return"_s));
        const auto handles = numbers(desk.next()); // column, row of both ends
        QVERIFY2(handles.size() == 4, qPrintable(desk.said()));
        QVERIFY(QLineF(QPointF(handles[0], handles[1]), desk.placed.image(from)).length() < kTolerancePixels);
        QVERIFY(QLineF(QPointF(handles[2], handles[3]), desk.placed.image(to)).length() < kTolerancePixels);
        const QImage drawn = desk.rest();
        for (const QPoint &end : {from, to})
            QVERIFY(isLightAt(drawn, end, int(std::ceil(desk.placed.perPixel))));
        QVERIFY(desk.screen.key(u"Ctrl+Z"_s));
        QCOMPARE(desk.next(), u"end"_s);
    }

    /// The 3D cursor stands where it was clicked, goes along with a drag, and goes away by its key.
    void theSpaceCursorIsWhereThePointerWas_data() { ratios(); }
    void theSpaceCursorIsWhereThePointerWas()
    {
        QFETCH(QString, ratio);
        const QString place = u"remember A cursor.at\nprint \"${A}\"\n"_s;
        Desk desk(ratio, u"print click\nwait until cursor.state == Here\n"_s + place + u"print drag\n"_s +
                             confirmed(place, false) + u"print away\nwait until cursor.state absent\nprint end\n"_s);
        QVERIFY2(desk.problem.isEmpty(), qPrintable(desk.problem));
        QVERIFY2(desk.next() == u"click", qPrintable(desk.said()));
        // Its arms leave the middle free: from 7 to 22 logical pixels. Light green, of lines that two pixels may share.
        const auto isGreenAt = [](const QImage &picture, QPoint at) {
            for (int y = -2; y <= 2; ++y)
                for (int x = -2; x <= 2; ++x)
                    if (const QRgb pixel = picture.pixel(at + QPoint(x, y));
                        qGreen(pixel) > 140 && qGreen(pixel) - qBlue(pixel) > 30)
                        return true;
            return false;
        };
        const auto isSeenAt = [&](const QImage &picture, QPoint at) {
            return isGreenAt(picture, at + QPoint(16, 0)) && isGreenAt(picture, at - QPoint(0, 16));
        };
        const auto isOff = [&desk](const std::vector<double> &found, QPoint wanted) {
            return found.size() != 2 ||
                   QLineF(QPointF(found[0], found[1]), desk.placed.image(wanted)).length() > kTolerancePixels;
        };
        const QPoint first = desk.at(45, 50), second = desk.at(80, 72);
        QVERIFY(desk.screen.key(u"Shift+X"_s));
        desk.screen.click(first);
        const QString clicked = desk.next();
        QVERIFY2(!isOff(numbers(clicked), first), qPrintable(clicked + desk.said()));
        QVERIFY2(desk.next() == u"drag", qPrintable(desk.said()));
        QVERIFY(isSeenAt(desk.rest(), first));
        desk.screen.drag(first, second);
        const QString dragged = desk.confirm();
        QVERIFY2(!isOff(numbers(dragged), second), qPrintable(dragged + desk.said()));
        QVERIFY2(desk.next() == u"away", qPrintable(desk.said()));
        const QImage after = desk.rest();
        QVERIFY(isSeenAt(after, second));
        QVERIFY(!isGreenAt(after, first + QPoint(16, 0)));
        QVERIFY(desk.screen.key(u"Alt+X"_s));
        QCOMPARE(desk.next(), u"end"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!isSeenAt(desk.screen.picture(), second), kSeenMs);
    }

    /// Window, wheel, zoom and pan: the picture on the screen is what the state says, and marks drawn on it lie right.
    void whatIsShownGoesWithThePointer_data() { ratios(); }
    void whatIsShownGoesWithThePointer()
    {
        QFETCH(QString, ratio);
        Desk desk(ratio, viewLines());
        QVERIFY2(desk.problem.isEmpty(), qPrintable(desk.problem));
        QVERIFY2(desk.next() == u"window", qPrintable(desk.said()));
        QTRY_VERIFY_WITH_TIMEOUT(hasGreys(desk, 0, 100), kSeenMs);
        QVERIFY(desk.screen.key(u"W"_s));
        desk.screen.drag(desk.at(50, 50), desk.at(58, 56));
        const auto window = numbers(desk.confirm());
        QVERIFY2(window.size() == 2, qPrintable(desk.said()));
        QVERIFY2(std::abs(window[0]) > 1 && std::abs(window[1] - 100) > 1, "the drag changed nothing");
        QVERIFY2(desk.next() == u"wheel", qPrintable(desk.said()));
        QTRY_VERIFY_WITH_TIMEOUT(hasGreys(desk, window[0], window[1]), kSeenMs);
        desk.screen.click(desk.at(60, 60), XScreen::WheelDown);
        QVERIFY2(desk.next() == u"back", qPrintable(desk.said()));
        desk.screen.click(desk.at(60, 60), XScreen::WheelUp);
        desk.screen.click(desk.at(60, 60), XScreen::WheelUp);
        QVERIFY2(desk.next() == u"zoom", qPrintable(desk.said()));
        QTRY_VERIFY_WITH_TIMEOUT(std::abs(edge(desk) - desk.placed.middle.x()) <= 1, kSeenMs);
        QVERIFY(desk.screen.key(u"Z"_s));
        desk.screen.drag(desk.at(50, 70), desk.at(50, 62));
        const Shown zoomed(desk.confirm());
        QVERIFY2(zoomed.across > 0 && std::abs(zoomed.across / kFieldMm - 1) > 0.1, qPrintable(desk.said()));
        QVERIFY2(desk.next() == u"draw", qPrintable(desk.said()));
        QTRY_VERIFY_WITH_TIMEOUT(std::abs(edge(desk) - zoomed.edge(desk.placed)) <= 2, kSeenMs);
        QCOMPARE(lengthProblem(desk, zoomed), QString());
        QVERIFY2(desk.next() == u"pan", qPrintable(desk.said()));
        const int before = edge(desk);
        QVERIFY(desk.screen.key(u"P"_s));
        const QPoint way(60, 35);
        desk.screen.drag(desk.at(50, 50), desk.at(50, 50) + way);
        const Shown panned(desk.confirm());
        QVERIFY2(desk.next() == u"draw", qPrintable(desk.said()));
        QCOMPARE(panned.across, zoomed.across);
        const QPointF moved = QPointF(zoomed.alongRow - panned.alongRow, zoomed.alongColumn - panned.alongColumn) *
                              zoomed.perMm(desk.placed);
        QVERIFY(QLineF(moved, QPointF(way)).length() < 1);
        QTRY_VERIFY_WITH_TIMEOUT(std::abs(edge(desk) - before - way.x()) <= 1, kSeenMs);
        QCOMPARE(lengthProblem(desk, panned), QString());
        QCOMPARE(desk.next(), u"end"_s);
    }
};

CONSILIUM_TEST(PointerTest)
#include "PointerTest.moc"
