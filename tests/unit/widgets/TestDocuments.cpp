#include "tests/support/TestMain.h"
#include "tests/unit/widgets/FakeImages.h"
#include "viewer/widgets/LayoutGrid.h"
#include "viewer/widgets/MonitorScale.h"
#include "viewer/widgets/documents/DocumentPane.h"
#include "viewer/widgets/documents/ReportView.h"
#include "viewer/widgets/documents/WaveformPainter.h"
#include "viewer/widgets/documents/WaveformView.h"

#include <QImage>
#include <QLabel>
#include <QPainter>
#include <QScreen>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTextBrowser>
#include <QTextDocument>
#include <QtEndian>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace consilium;
using namespace consilium::test;

namespace
{

/// Twelve leads of 10 s at 500 Hz: each a slow wave of its own, with a step a microvolt.
std::shared_ptr<const documents::Recording> recording()
{
    auto made = std::make_shared<documents::Recording>();
    documents::WaveformGroup group;
    group.frequencyHz = 500.0;
    for (int lead = 0; lead < 12; ++lead) {
        documents::Channel channel;
        channel.lead = documents::Lead(lead);
        channel.label = documents::leadName(documents::Lead(lead));
        channel.unit = {u"uV"_s, u"UCUM"_s, {}};
        channel.isCalibrated = true;
        for (int i = 0; i < 5000; ++i)
            channel.samples.push_back(int(std::lround(700.0 * std::sin(i * 0.01 + lead))));
        group.channels.push_back(channel);
    }
    made->groups.push_back(group);
    return made;
}

QByteArray number(quint32 value, int bytes)
{
    QByteArray text(4, 0);
    qToLittleEndian(value, text.data());
    return text.left(bytes);
}

QByteArray element(quint16 group, quint16 tag, const char *vr, QByteArray value)
{
    if (value.size() % 2)
        value += vr[0] == 'U' && vr[1] == 'I' ? '\0' : ' ';
    const bool isLong = qstrcmp(vr, "SQ") == 0 || qstrcmp(vr, "OB") == 0;
    return number(group, 2) + number(tag, 2) + vr +
           (isLong ? QByteArray(2, 0) + number(quint32(value.size()), 4) : number(quint32(value.size()), 2)) + value;
}

QByteArray sequence(quint16 group, quint16 tag, const QByteArrayList &items)
{
    QByteArray all;
    for (const QByteArray &item : items)
        all += number(0xFFFE, 2) + number(0xE000, 2) + number(quint32(item.size()), 4) + item;
    return element(group, tag, "SQ", all);
}

/// A document of the study 2.25.7, explicit VR little endian; `rest`: elements from group 0040 on.
QByteArray part10(const QByteArray &sopClass, const QByteArray &modality, const QByteArray &rest)
{
    const QByteArray meta =
        element(2, 2, "UI", sopClass) + element(2, 3, "UI", "2.25.71") + element(2, 0x10, "UI", "1.2.840.10008.1.2.1");
    return QByteArray(128, 0) + "DICM" + element(2, 0, "UL", number(quint32(meta.size()), 4)) + meta +
           element(8, 0x16, "UI", sopClass) + element(8, 0x18, "UI", "2.25.71") + element(8, 0x60, "CS", modality) +
           element(0x20, 0x0D, "UI", "2.25.7") + element(0x20, 0x0E, "UI", "2.25.7.2") + rest;
}

/// A report that refers to `count` images.
QByteArray reportOf(int count)
{
    QByteArrayList items;
    for (int i = 0; i < count; ++i)
        items << sequence(8, 0x1199,
                          {element(8, 0x1150, "UI", "1.2.840.10008.5.1.4.1.1.2") +
                           element(8, 0x1155, "UI", "2.25.7.1." + QByteArray::number(i + 1))}) +
                     element(0x40, 0xA010, "CS", "CONTAINS") + element(0x40, 0xA040, "CS", "IMAGE");
    return part10("1.2.840.10008.5.1.4.1.1.88.11", "SR",
                  element(0x40, 0xA040, "CS", "CONTAINER") + sequence(0x40, 0xA730, items));
}

/// A study with one image series and one series of two reports.
class DocumentImages : public FakeImages
{
public:
    DocumentImages()
    {
        SeriesSpec spec;
        images = addSeries(u"2.25.7"_s, spec);
        spec.modality = u"SR"_s;
        spec.number = 2;
        spec.slices = 0;
        reports = addSeries(u"2.25.7"_s, spec);
        for (const QString &sop : {u"2.25.71"_s, u"2.25.72"_s}) {
            auto header = std::make_shared<dicom::DocumentHeader>();
            header->study = StudyUid(u"2.25.7"_s);
            header->series = SeriesUid(reports.text());
            header->sop = SopInstanceUid(sop);
            header->title = u"Report "_s + sop;
            header->patient.id = u"TEST-0001"_s;
            header->patient.name = dicom::PersonName::parse(u"TEST^ALPHA"_s);
            all.push_back(header);
        }
    }
    std::vector<dicom::DocumentPtr> documents(const DataSetId &id) const override
    {
        return id == reports ? all : std::vector<dicom::DocumentPtr>();
    }
    Pending<Result<QByteArray>> fetchDocument(const dicom::DocumentPtr &, const CancelToken &) const override
    {
        ++fetches;
        return readyAnswer(object.isEmpty() ? Result<QByteArray>(fail(ErrorCode::ConnectionLost))
                                            : Result<QByteArray>(object));
    }
    std::vector<dicom::DataSetPtr> dataSets(const StudyUid &uid) const override
    {
        ++listings;
        return FakeImages::dataSets(uid);
    }
    mutable int fetches = 0, listings = 0;
    QByteArray object; ///< a Part 10 file; empty: it cannot be fetched
    DataSetId images, reports;
    std::vector<dicom::DocumentPtr> all;
};

} // namespace

class TestDocuments : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// The pixel where a sample belongs is the trace's, on every form of paper; squares have the side that they say.
    void aSampleIsDrawnAtItsPlace_data()
    {
        QTest::addColumn<QString>("form");
        for (const char *form : {"3x4", "6x2", "12x1", "stacked"})
            QTest::newRow(form) << QString::fromLatin1(form);
    }
    void aSampleIsDrawnAtItsPlace()
    {
        QFETCH(QString, form);
        const auto curves = recording();
        widgets::WaveformView view(curves, nullptr);
        view.resize(1500, 2600);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QVERIFY(view.runCommand(u"ecg-layout-"_s + form));
        const QImage picture = view.grab().toImage();
        const double ratio = picture.devicePixelRatio();
        const QColor trace = widgets::paperColours(view.palette()).trace;
        const auto isTrace = [&](QPointF at) {
            for (int dy = -1; dy <= 1; ++dy)
                for (int dx = -1; dx <= 1; ++dx) {
                    const QColor pixel = picture.pixelColor(int(at.x() * ratio) + dx, int(at.y() * ratio) + dy);
                    if (std::abs(pixel.lightness() - trace.lightness()) < 60)
                        return true;
                }
            return false;
        };
        int seen = 0;
        for (int channel = 0; channel < 12; ++channel) {
            for (const double time : {0.3, 1.21, 3.333, 5.5, 7.776, 9.4}) {
                const auto place = view.placeOf(channel, time);
                if (!place || !view.rect().contains(place->toPoint()))
                    continue;
                // Independent of the painter: 1 mV is 10 squares high, 1 s 25 squares wide.
                QVERIFY2(isTrace(*place), qPrintable(u"%1 at %2 s"_s.arg(channel).arg(time)));
                QVERIFY(!isTrace(*place - QPointF(0.0, 12.0)));
                ++seen;
            }
        }
        QVERIFY(seen >= 12);
        const auto a = view.placeOf(1, 0.2), b = view.placeOf(1, 0.4);
        QVERIFY(a && b);
        QVERIFY(std::abs(b->x() - a->x() - 0.2 * 25.0 * view.pxPerMm()) < 1e-6);
    }
    /// A million samples a second in one row: few points, and the one sample that stands out is among them.
    void manySamplesInAColumnKeepTheirExtremes()
    {
        documents::WaveformGroup group;
        group.frequencyHz = 1e6;
        documents::Channel channel;
        channel.lead = documents::Lead::II;
        channel.unit = {u"uV"_s, u"UCUM"_s, {}};
        channel.isCalibrated = true;
        channel.samples.assign(10'000'000, 0);
        channel.samples[3'456'789] = 1500;
        channel.samples[7'000'001] = -900;
        group.channels.push_back(channel);
        const auto paper = documents::layOut(group, {documents::PaperForm::Stacked, 25.0, 10.0});
        QCOMPARE(paper.strips.size(), std::size_t(1));
        constexpr double pxPerMm = 4.0;
        const auto lines = widgets::traceOf(group, paper, paper.strips.front(), pxPerMm, 1.0);
        QCOMPARE(lines.size(), std::size_t(1));
        const double columns = 10.0 * 25.0 * pxPerMm;
        QVERIFY(lines.front().size() <= 4 * (columns + 1.0) && lines.front().size() >= columns);
        for (const auto &[sample, millivolts] : {std::pair(3'456'789, 1.5), std::pair(7'000'001, -0.9)}) {
            const QPointF at((paper.strips.front().xMm + sample / 1e6 * 25.0) * pxPerMm,
                             (paper.strips.front().zeroMm - millivolts * 10.0) * pxPerMm);
            QVERIFY(std::any_of(lines.front().begin(), lines.front().end(), [&](const QPointF &point) {
                return std::abs(point.x() - at.x()) < 1e-6 && std::abs(point.y() - at.y()) < 1e-6;
            }));
        }
        double before = -1.0; // from left to right
        for (const QPointF &point : lines.front()) {
            QVERIFY(point.x() > before);
            before = point.x();
        }
    }
    /// A square of the paper is 1 mm, every fifth line is another: a reader counts them (5 mm are 0.2 s at 25 mm/s).
    void squaresOfOneAndFiveMillimetres_data()
    {
        QTest::addColumn<int>("pxPerMm");
        QTest::addColumn<bool>("hasFine");
        QTest::newRow("8 px a mm") << 8 << true;
        QTest::newRow("4 px a mm") << 4 << true;
        QTest::newRow("too small for squares of 1 mm") << 2 << false;
    }
    void squaresOfOneAndFiveMillimetres()
    {
        QFETCH(int, pxPerMm);
        QFETCH(bool, hasFine);
        documents::Paper paper; // nothing but squares
        paper.widthMm = 40.0;
        paper.heightMm = 30.0;
        const widgets::PaperColours colours{Qt::white, Qt::yellow, Qt::red, Qt::black, Qt::black};
        const QSize size(42 * pxPerMm, 32 * pxPerMm); // and a margin around
        const auto painted = [&](const std::vector<QRect> &parts) {
            QImage image(size, QImage::Format_RGB32);
            image.fill(Qt::blue);
            QPainter painter(&image);
            for (const QRect &part : parts) {
                painter.setClipRect(part);
                widgets::paintWaveform(painter, part, {}, paper, pxPerMm, colours);
            }
            return image;
        };
        const QImage image = painted({QRect(QPoint(0, 0), size)});
        // Along a line through the middle of squares every line of the other direction is crossed.
        const auto linesAlong = [&](Qt::Orientation along) {
            std::vector<std::pair<int, QRgb>> lines;
            const int across = 2 * pxPerMm + pxPerMm / 2,
                      count = along == Qt::Horizontal ? size.width() : size.height();
            for (int i = 0; i < count; ++i) {
                const QRgb pixel = along == Qt::Horizontal ? image.pixel(i, across) : image.pixel(across, i);
                if (pixel != colours.paper.rgb())
                    lines.emplace_back(i, pixel);
            }
            return lines;
        };
        for (const auto &[along, lengthMm] : {std::pair(Qt::Horizontal, 40), std::pair(Qt::Vertical, 30)}) {
            const auto lines = linesAlong(along);
            const int step = hasFine ? 1 : 5;
            QCOMPARE(lines.size(), std::size_t(lengthMm / step + 1));
            for (int i = 0; i < int(lines.size()); ++i) {
                const int mm = i * step;
                QVERIFY2(std::abs(lines[std::size_t(i)].first - mm * pxPerMm) <= 1,
                         qPrintable(u"the line of %1 mm is at %2"_s.arg(mm).arg(lines[std::size_t(i)].first)));
                QCOMPARE(QColor(lines[std::size_t(i)].second), mm % 5 == 0 ? colours.coarse : colours.fine);
            }
        }
        // Scrolled, it is painted piece by piece: the squares stay where they are.
        const int cut = 13 * pxPerMm + 1;
        QCOMPARE(painted({QRect(0, 0, cut, size.height()), QRect(cut, 0, size.width() - cut, size.height())}), image);
    }

    void timeAndVoltageUnderThePointer()
    {
        const auto curves = recording();
        widgets::WaveformView view(curves, nullptr);
        view.resize(1500, 1200);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        const auto place = view.placeOf(1, 1.0); // lead II
        QVERIFY(place);
        QWidget *canvas = view.findChild<QScrollArea *>()->widget();
        QTest::mouseMove(canvas, canvas->mapFrom(&view, place->toPoint()));
        const QString reading = view.readout();
        QVERIFY2(reading.startsWith(u"II"_s) && reading.endsWith(u"mV"_s), qPrintable(reading));
        const double seconds = reading.section(u' ', 3, 3).toDouble();
        QVERIFY2(std::abs(seconds - 1.0) < 1.0 / 25.0 / view.pxPerMm() + 0.003, qPrintable(reading));
    }
    void referencesAreLinksAndNothingIsFetched()
    {
        auto report = std::make_shared<documents::Report>();
        report->header.title = u"T"_s;
        documents::ContentItem image, text;
        image.type = documents::ContentItem::Type::Image;
        image.references = {{SopClassUid(), SopInstanceUid(u"2.25.5"_s), {2}, {}}};
        text.type = documents::ContentItem::Type::Text;
        text.text = u"<img src=\"file:///etc/passwd\"/> needle"_s;
        report->root.type = documents::ContentItem::Type::Container;
        report->root.items = {image, text};
        documents::DocumentContent content;
        content.report = report;
        widgets::ReportView view(
            content, [](const auto &) { return u"CT image"_s; }, nullptr);
        QVERIFY(view.plainText().contains(u"<img src=\"file:///etc/passwd\"/> needle"_s));
        QVERIFY(view.plainText().contains(u"CT image"_s));
        QSignalSpy links(&view, &widgets::DocumentBody::linkActivated);
        auto *browser = view.findChild<QTextBrowser *>();
        Q_EMIT browser->anchorClicked(QUrl(u"ref:0"_s));
        Q_EMIT browser->anchorClicked(QUrl(u"ref:7"_s)); // there is none
        Q_EMIT browser->anchorClicked(QUrl(u"file:///etc/passwd"_s));
        QCOMPARE(links.count(), 1);
        const auto reference = links.front().at(0).value<documents::ObjectReference>();
        QCOMPARE(reference.sop.text(), u"2.25.5"_s);
        QCOMPARE(reference.frames, std::vector<int>{2});
    }
    /// Names of references follow what is loaded, but not once for each image of any study.
    void namesAreRefreshedOnceForManyChanges()
    {
        SystemClock clock;
        session::ActionDispatcher dispatcher{clock};
        DocumentImages images;
        images.object = reportOf(3);
        const DataSetId others = images.addSeries(u"2.25.8"_s, {});
        widgets::DocumentPane pane(ViewId(u"v1"_s), dispatcher, images, nullptr);
        session::ViewState state;
        state.study = StudyUid(u"2.25.7"_s);
        state.dataSet = images.reports;
        pane.show(state, images.all);
        QTRY_VERIFY2(pane.isReady(), qPrintable(pane.answer(u"document.failure"_s, {}).toString()));
        QVERIFY(pane.answer(u"document.text"_s, {}).toString().contains(u"1 / "_s));
        const int before = images.listings;
        for (int i = 0; i < 200; ++i)
            Q_EMIT images.dataSetChanged(i % 2 ? others : images.images);
        QTest::qWait(700);
        QVERIFY2(images.listings > before && images.listings <= before + 2,
                 qPrintable(QString::number(images.listings - before)));
    }
    /// A report of a study that holds another patient's objects warns as the study's images do, and as soon as it is
    /// known.
    void anotherPatientsObjectsAreSaidOverAReportToo()
    {
        SystemClock clock;
        session::ActionDispatcher dispatcher{clock};
        DocumentImages images;
        images.object = reportOf(1);
        widgets::DocumentPane pane(ViewId(u"v1"_s), dispatcher, images, nullptr);
        session::ViewState state;
        state.study = StudyUid(u"2.25.7"_s);
        state.dataSet = images.reports;
        pane.show(state, images.all);
        QVERIFY(!pane.answer(u"document.danger"_s, {}).isValid());
        const dicom::DataIssue issue{dicom::DataIssue::Kind::MixedPatients, {}, -1, -1, 0, 6.0};
        images.setIssues(images.reports, {issue});
        QCOMPARE(pane.answer(u"document.danger"_s, {}).toString(),
                 dicom::issueHeadline(issue) + u' ' + dicom::issueConsequence(issue));
        QVERIFY(pane.answer(u"document.danger"_s, {}).toString().contains(u'6'));
        images.setIssues(images.reports, {});
        QVERIFY(!pane.answer(u"document.danger"_s, {}).isValid());
    }
    /// Whose document it is stands in the red in which it stands over images, not in amber.
    void anotherPatientsReportSaysSoInRed()
    {
        SystemClock clock;
        session::ActionDispatcher dispatcher{clock};
        DocumentImages images;
        images.object = reportOf(1);
        widgets::DocumentPane pane(ViewId(u"v1"_s), dispatcher, images, nullptr);
        session::ViewState state;
        state.study = StudyUid(u"2.25.7"_s);
        state.dataSet = images.reports;
        pane.show(state, images.all);
        const auto *said = pane.findChild<QLabel *>(u"documentDoubt"_s);
        QVERIFY(said && said->isHidden());
        render2d::PatientStanding other;
        other.kind = render2d::PatientStanding::Kind::Other;
        other.text = u"Another patient than TEST BETA"_s;
        pane.setStanding(other);
        QVERIFY(!said->isHidden());
        QVERIFY2(said->text().contains(other.text), qPrintable(said->text()));
        QCOMPARE(said->property("tone").toString(), u"crit"_s);
        const auto *danger = pane.findChild<QLabel *>(u"documentDanger"_s);
        QVERIFY(danger);
        QCOMPARE(danger->property("tone"), said->property("tone"));
    }
    /// A document whose pages cannot be drawn is fetched again when that is asked for.
    void retryFetchesADocumentThatCouldNotBeDrawn()
    {
        SystemClock clock;
        session::ActionDispatcher dispatcher{clock};
        DocumentImages images;
        images.object =
            part10("1.2.840.10008.5.1.4.1.1.104.1", "DOC",
                   element(0x42, 0x11, "OB", "%PDF-1.4 nothing ") + element(0x42, 0x12, "LO", "application/pdf"));
        widgets::DocumentPane pane(ViewId(u"v1"_s), dispatcher, images, nullptr);
        session::ViewState state;
        state.study = StudyUid(u"2.25.7"_s);
        state.dataSet = images.reports;
        pane.show(state, images.all);
        QTRY_VERIFY_WITH_TIMEOUT(pane.failure().has_value(), 30'000);
        QVERIFY(pane.failure()->code != ErrorCode::ConnectionLost);
        const QString told = userMessage({ErrorCode::UnsupportedImage, u"damaged PDF document"_s});
        QVERIFY2(told.contains(u"damaged"_s) && !told.contains(u"not supported"_s), qPrintable(told));
        QCOMPARE(images.fetches, 1);
        pane.runCommand(u"retry"_s);
        QCOMPARE(images.fetches, 2);
    }
    /// Texts of files are never read as markup, in tips neither.
    void textsOfFilesAreNoMarkup()
    {
        const QString hostile = u"<img src=\"file:///etc/passwd\"/><b>A & B</b>"_s;
        SystemClock clock;
        session::ActionDispatcher dispatcher{clock};
        DocumentImages images;
        auto header = std::make_shared<dicom::DocumentHeader>(*images.all.front());
        header->title = hostile;
        images.all.front() = header;
        widgets::DocumentPane pane(ViewId(u"v1"_s), dispatcher, images, nullptr);
        session::ViewState state;
        state.study = StudyUid(u"2.25.7"_s);
        pane.show(state, images.all);
        int seen = 0;
        for (const QLabel *label : pane.findChildren<QLabel *>()) {
            if (!label->text().contains(hostile))
                continue;
            QCOMPARE(label->textFormat(), Qt::PlainText);
            QVERIFY(Qt::mightBeRichText(label->toolTip()));
            QTextDocument tip;
            tip.setHtml(label->toolTip());
            QCOMPARE(tip.toPlainText(), label->text());
            ++seen;
        }
        QVERIFY(seen > 0);
        const widgets::WaveformView view(recording(), nullptr);
        QCOMPARE(view.findChild<QLabel *>(u"ecg-reading"_s)->textFormat(), Qt::PlainText);
    }
    /// Millimetres are true as soon as the monitor is measured, and no longer than it is.
    void theScaleFollowsTheMonitor()
    {
        widgets::WaveformView view(recording(), nullptr);
        view.resize(1200, 900);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        const auto about = [&view] { return view.answer(u"ecg.about"_s, {}).toString(); };
        const QString untrue = about();
        const double fitted = view.pxPerMm();
        QScreen *screen = view.screen();
        widgets::setMmPerDevicePixel(screen, 0.2);
        const double measured = view.pxPerMm();
        const QString isTrue = about();
        widgets::setMmPerDevicePixel(screen, 0.4);
        const double other = view.pxPerMm();
        widgets::setMmPerDevicePixel(screen, std::nullopt);
        QVERIFY(std::abs(measured - 5.0 / screen->devicePixelRatio()) < 1e-9);
        QVERIFY(std::abs(other - 2.5 / screen->devicePixelRatio()) < 1e-9);
        QVERIFY(std::abs(view.pxPerMm() - fitted) < 1e-9);
        QVERIFY(isTrue != untrue);
        QCOMPARE(about(), untrue);
    }
    /// The document is the state's: by series, by SOP Instance UID; its failure is said, layouts still work.
    void aViewShowsTheDocumentOfItsState()
    {
        SystemClock clock;
        session::ActionDispatcher dispatcher{clock};
        DocumentImages images;
        tools::Bindings bindings = Bench::defaultBindings();
        widgets::LayoutGrid grid(dispatcher, images, bindings);
        grid.resize(900, 700);
        grid.show();
        session::ShowSeries show;
        show.view = ViewId(u"v1"_s);
        show.study = StudyUid(u"2.25.7"_s);
        show.dataSet = images.reports;
        QVERIFY(dispatcher.submit(show));
        const auto *viewport = grid.viewport(show.view);
        QVERIFY(viewport->document());
        QCOMPARE(viewport->document()->document()->sop.text(), u"2.25.71"_s);
        QVERIFY(viewport->document()->answer(u"document.patient"_s, {}).toString().contains(u"TEST-0001"_s));
        grid.viewport(show.view)->runCommand(u"next-document"_s);
        QCOMPARE(viewport->document()->document()->sop.text(), u"2.25.72"_s);
        const auto &plane = dispatcher.state().view(show.view).plane;
        QCOMPARE(std::get<session::ImageRef>(plane).sop.text(), u"2.25.72"_s);
        QTRY_VERIFY(viewport->document()->failure().has_value());
        QCOMPARE(viewport->absence(), errorName(ErrorCode::ConnectionLost));
        grid.viewport(show.view)->runCommand(u"rotate-right"_s);
        QCOMPARE(dispatcher.state().view(show.view).orientation.rotationDeg, 0.0);
        grid.viewport(show.view)->runCommand(u"layout-2x2"_s);
        QCOMPARE(dispatcher.state().layout().cellCount(), 4);
        show.dataSet = images.images;
        QVERIFY(dispatcher.submit(show));
        QVERIFY(!viewport->document());
        QVERIFY(dispatcher.submit(session::ShowPlane{show.view, session::ImageRef{SopInstanceUid(u"2.25.71"_s), 0}}));
        QVERIFY(!viewport->document());
    }
};

CONSILIUM_TEST(TestDocuments)
#include "TestDocuments.moc"
