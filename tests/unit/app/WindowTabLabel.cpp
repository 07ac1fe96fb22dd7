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
        QTest::newRow("others") << std::vector{a, study(u"Beta"_s, u"2"_s, u"20260601"_s, u"0930"_s, u"A2"_s)}
                                << QStringList{u"Alpha · CT head"_s, u"Beta · CT head"_s};
        QTest::newRow("one patient, two days")
            << std::vector{a, study(u"Alpha"_s, u"1"_s, u"20240102"_s, u"0930"_s, u"A2"_s)}
            << QStringList{u"Alpha · 2026-06-01 CT · CT head"_s, u"Alpha · 2024-01-02 CT · CT head"_s};
        QTest::newRow("one ID under two names")
            << std::vector{a, study(u"Gamma"_s, u"1"_s, u"20240102"_s, u"0930"_s, u"A2"_s)}
            << QStringList{u"Alpha · 2026-06-01 CT · CT head"_s, u"Gamma · 2024-01-02 CT · CT head"_s};
        QTest::newRow("one day, two times")
            << std::vector{a, study(u"Alpha"_s, u"1"_s, u"20260601"_s, u"1415"_s, u"A2"_s)}
            << QStringList{u"Alpha · 2026-06-01 CT · 09:30 · CT head"_s, u"Alpha · 2026-06-01 CT · 14:15 · CT head"_s};
        QTest::newRow("one time, two numbers")
            << std::vector{a, study(u"Alpha"_s, u"1"_s, u"20260601"_s, u"0930"_s, u"A2"_s)}
            << QStringList{u"Alpha · 2026-06-01 CT · A1 · CT head"_s, u"Alpha · 2026-06-01 CT · A2 · CT head"_s};
        QTest::newRow("two patients of one name")
            << std::vector{a, study(u"Alpha"_s, u"2"_s, u"20260601"_s, u"0930"_s, u"A2"_s)}
            << QStringList{u"Alpha · 2026-06-01 CT · ID 1 · CT head"_s, u"Alpha · 2026-06-01 CT · ID 2 · CT head"_s};
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
