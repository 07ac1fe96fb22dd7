#include "app/windows/TabLabel.h"
#include "tests/support/TestMain.h"

using namespace Qt::StringLiterals;
using namespace consilium;
using app::TabLabel;

namespace
{

dicom::StudyHeader study(const QString &name, const QString &id, const QString &date, const QString &time,
                         const QString &accession)
{
    dicom::StudyHeader header;
    header.patient.name.alphabetic = name;
    header.patient.id = id;
    header.date = date;
    header.time = time;
    header.accession = accession;
    header.modalities = u"CT\\SR"_s;
    header.description = u"head"_s;
    return header;
}

// A narrow tab has room for eight letters.
QStringList toldApart(const std::vector<dicom::StudyHeader> &studies)
{
    std::vector<TabLabel> labels;
    for (const auto &one : studies)
        labels.push_back(app::labelOf(one));
    app::tellApart(labels, [](const QString &text) { return text.left(8); });
    QStringList texts;
    for (const TabLabel &label : labels)
        texts << label.whole();
    return texts;
}

} // namespace

class WindowTabLabel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsWhatTellsApart_data()
    {
        QTest::addColumn<std::vector<dicom::StudyHeader>>("studies");
        QTest::addColumn<QStringList>("texts");
        const auto a = study(u"Alpha"_s, u"1"_s, u"20260601"_s, u"0930"_s, u"A1"_s);
        const auto row = [&](const char *name, const dicom::StudyHeader &other, const QString &first,
                             const QString &second) {
            QTest::newRow(name) << std::vector{a, other}
                                << QStringList{first + u" · CT head"_s, second + u" · CT head"_s};
        };
        const QString today = u"Alpha · 2026-06-01 CT"_s, then = u" · 2024-01-02 CT"_s;
        row("others", study(u"Beta"_s, u"2"_s, u"20260601"_s, u"0930"_s, u"A2"_s), u"Alpha"_s, u"Beta"_s);
        row("one patient, two days", study(u"Alpha"_s, u"1"_s, u"20240102"_s, u"0930"_s, u"A2"_s), today,
            u"Alpha"_s + then);
        row("one ID under two names", study(u"Gamma"_s, u"1"_s, u"20240102"_s, u"0930"_s, u"A2"_s), today,
            u"Gamma"_s + then);
        row("one day, two times", study(u"Alpha"_s, u"1"_s, u"20260601"_s, u"1415"_s, u"A2"_s), today + u" · 09:30"_s,
            today + u" · 14:15"_s);
        row("one time, two numbers", study(u"Alpha"_s, u"1"_s, u"20260601"_s, u"0930"_s, u"A2"_s), today + u" · A1"_s,
            today + u" · A2"_s);
        row("two patients of one name", study(u"Alpha"_s, u"2"_s, u"20260601"_s, u"0930"_s, u"A2"_s),
            today + u" · ID 1"_s, today + u" · ID 2"_s);
        QTest::newRow("names that begin alike")
            << std::vector{study(u"Alphabeta One"_s, u"1"_s, u"20260601"_s, {}, {}),
                           study(u"Alphabeta Two"_s, u"2"_s, u"20250601"_s, {}, {})}
            << QStringList{u"Alphabeta One · 2026-06-01 CT · CT head"_s, u"Alphabeta Two · 2025-06-01 CT · CT head"_s};
    }
    void keepsWhatTellsApart()
    {
        QFETCH(std::vector<dicom::StudyHeader>, studies);
        QFETCH(QStringList, texts);
        QCOMPARE(toldApart(studies), texts);
    }

    void whatIsKeptIsNeverCut()
    {
        TabLabel label = app::labelOf(study(u"Somebody With A Long Name"_s, u"1"_s, u"20260601"_s, {}, {}));
        const QFontMetrics metrics{QFont()};
        const int whole = metrics.horizontalAdvance(label.whole());
        QCOMPARE(app::fitted(label, metrics, whole), label.whole());
        QVERIFY(app::fitted(label, metrics, whole / 2).endsWith(u'…'));
        label.kept = label.when;
        const int full = metrics.horizontalAdvance(label.whole());
        for (int width = full; width > metrics.horizontalAdvance(u" · "_s + label.kept) + 2; width -= 3) {
            const QString text = app::fitted(label, metrics, width);
            QVERIFY2(text.contains(u"2026-06-01 CT"_s), qPrintable(text));
            QVERIFY2(metrics.horizontalAdvance(text) <= width, qPrintable(text));
        }
        QVERIFY(app::fitted(label, metrics, full / 2).startsWith(u"So"_s)); // some of the name, too
    }

    void theTipSaysAll()
    {
        QCOMPARE(app::labelOf(study(u"Alpha"_s, u"1"_s, u"20260601"_s, u"093000"_s, {})).tip,
                 u"Alpha\nPatient ID: 1\nStudy date: 2026-06-01 09:30\nModality: CT, SR\nDescription: head\nAccession "
                 u"number: —"_s);
    }
};

CONSILIUM_TEST(WindowTabLabel)
#include "WindowTabLabel.moc"
