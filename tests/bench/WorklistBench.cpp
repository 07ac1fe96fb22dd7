#include "app/worklist/WorklistModel.h"
#include "app/worklist/WorklistView.h"
#include "tests/bench/Suite.h"
#include "viewer/widgets/theme/Theme.h"

#include <QApplication>
#include <QDate>
#include <QElapsedTimer>
#include <QScrollBar>
#include <QWheelEvent>

#include <functional>

using namespace Qt::StringLiterals;

namespace consilium::bench
{

namespace
{

constexpr int kStudies = 10'000;
constexpr int kPage = 200;
constexpr int kFrames = 300;

// Invented: surnames and given names are drawn by number.
app::WorklistRow study(int i)
{
    static const QString surnames = u"张王李赵刘陈杨黄周吴单曾仇解查朱秦许何吕"_s;
    static const QString given = u"三四伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英"_s;
    const auto pick = [](const QString &from, int n) { return QString(from[n % from.size()]); };
    app::WorklistRow row;
    row.study.uid = StudyUid(u"1.2.826.0.1.99.%1"_s.arg(i));
    row.study.patient.name = {u"TEST %1"_s.arg(i), pick(surnames, i) + pick(given, i / 7) + pick(given, i / 3), {}};
    row.study.patient.id = u"TEST-%1"_s.arg(i, 6, 10, QChar(u'0'));
    row.study.patient.sex = i % 2 ? u"M"_s : u"F"_s;
    row.study.patient.birthDate = QDate(1940, 1, 1).addDays(i * 3).toString(u"yyyyMMdd"_s);
    row.study.date = QDate(2026, 11, 23).addDays(-i / 40).toString(u"yyyyMMdd"_s);
    row.study.time = u"%1"_s.arg(80'000 + i % 40 * 1'000, 6, 10, QChar(u'0'));
    row.study.description = i % 3 ? u"胸部平扫"_s : u"CT Chest with contrast"_s;
    row.study.accession = u"A2611%1"_s.arg(i, 6, 10, QChar(u'0'));
    row.study.modalities = i % 5 ? u"CT"_s : u"CT/SR"_s;
    row.study.institution = u"示例医院 %1"_s.arg(i % 12);
    row.study.instanceCount = i % 1200;
    row.archive = ArchiveId(i % 2 ? u"a"_s : u"b"_s);
    row.archiveName = i % 2 ? u"本院 PACS"_s : u"省影像云"_s;
    return row;
}

/// How often a widget was painted: a frame that paints nothing is none.
class PaintCount : public QObject
{
public:
    int count = 0;
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        count += event->type() == QEvent::Paint ? 1 : 0;
        return QObject::eventFilter(watched, event);
    }
};

/// The table of the worklist, filled in pages as archives fill it.
struct Table {
    app::WorklistModel model;
    app::WorklistView view;
    std::vector<double> pages;
    PaintCount paints;

    Table()
    {
        view.viewport()->installEventFilter(&paints);
        view.setModel(&model);
        view.resize(1344, 1020); // what the list has in a window of 1920 x 1200
        view.show();
        QCoreApplication::processEvents();
        for (int first = 0; first < kStudies; first += kPage) {
            std::vector<app::WorklistRow> rows;
            for (int i = first; i < first + kPage; ++i)
                rows.push_back(study(i));
            pages.push_back(timed([&] { model.add(rows); }));
        }
    }
    /// Milliseconds of `act` and of painting the whole table.
    double timed(const std::function<void()> &act)
    {
        QElapsedTimer clock;
        clock.start();
        act();
        view.viewport()->repaint();
        return double(clock.nsecsElapsed()) / 1e6;
    }
};

// Milliseconds of `act` and of painting what it uncovers or changes, until the window system has it.
double timedFrame(Table &table, const std::function<void()> &act)
{
    QElapsedTimer clock;
    clock.start();
    act();
    QEvent request(QEvent::UpdateRequest); // what the window system would send for the next frame
    QCoreApplication::sendEvent(&table.view, &request);
    return double(clock.nsecsElapsed()) / 1e6;
}

std::vector<double> scroll(Table &table)
{
    std::vector<double> times;
    QWidget *viewport = table.view.viewport();
    table.paints.count = 0;
    const QPointF at = QRectF(viewport->rect()).center();
    for (int i = 0; i < kFrames; ++i) {
        times.push_back(timedFrame(table, [&] {
            QWheelEvent event(at, viewport->mapToGlobal(at), QPoint(), QPoint(0, i % 100 < 70 ? -360 : 360),
                              Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(viewport, &event);
        }));
        QCoreApplication::processEvents(); // what the event left to do is not the next frame's
    }
    return table.paints.count >= kFrames ? times : std::vector<double>();
}

// As the scroll bar is dragged: nothing of what was painted is of use.
std::vector<double> jump(Table &table)
{
    std::vector<double> times;
    QScrollBar *bar = table.view.verticalScrollBar();
    table.paints.count = 0;
    for (int i = 0; i < kFrames; ++i) {
        times.push_back(
            timedFrame(table, [&] { bar->setValue(int(qint64(bar->maximum()) * (i * 37 % kFrames) / kFrames)); }));
        QCoreApplication::processEvents();
    }
    return table.paints.count >= kFrames - 1 ? times : std::vector<double>(); // the first one moves nothing
}

std::vector<double> filter(Table &table, int rounds)
{
    const QStringList typed{u"z"_s,    u"zs"_s,    u"zha"_s,  u"zhangs"_s, u"shan"_s,   u"张"_s,
                            u"胸部"_s, u"A2611"_s, u"26 z"_s, u"test"_s,   u"nobody"_s, QString()};
    std::vector<double> times;
    for (int round = 0; round < rounds; ++round)
        for (const QString &text : typed)
            times.push_back(table.timed([&] { table.model.setFilter(text, {}); }));
    return table.model.rowCount() == kStudies ? times : std::vector<double>();
}

void report(Suite &suite, const QString &name, const std::vector<double> &times, std::optional<double> goal95)
{
    if (times.empty())
        return suite.report.cannot(u"worklist"_s, name, u"the table did not do it"_s);
    suite.report.add({u"worklist"_s, name + u"-p50"_s, percentile(times, 0.5), u"ms"_s, {}, {}});
    suite.report.add({u"worklist"_s, name + u"-p95"_s, percentile(times, 0.95), u"ms"_s, {}, goal95});
}

} // namespace

void benchWorklist(Suite &suite)
{
    widgets::applyTheme(*qApp, widgets::Scheme::Dark, QLocale(u"zh_CN"_s));
    Table table;
    report(suite, u"page-arrives-10000"_s, table.pages, {});
    report(suite, u"scroll-10000"_s, scroll(table), 16.6);
    report(suite, u"jump-10000"_s, jump(table), 16.6);
    report(suite, u"filter-10000"_s, filter(table, std::max(suite.rounds, 5)), 50.0);
}

} // namespace consilium::bench
