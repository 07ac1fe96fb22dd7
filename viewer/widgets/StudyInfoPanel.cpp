#include "viewer/widgets/StudyInfoPanel.h"

#include "viewer/render2d/CodeWords.h"
#include "viewer/render2d/ImageCount.h"
#include "viewer/render2d/OverlayFormat.h"
#include "viewer/widgets/BandRow.h"
#include "viewer/widgets/NavigationKeys.h"
#include "viewer/widgets/PriorReports.h"
#include "viewer/widgets/SegmentPanel.h"
#include "viewer/widgets/ShownImage.h"
#include "viewer/widgets/WindowPresetPanel.h"
#include "viewer/widgets/theme/Icons.h"
#include "viewer/widgets/theme/Tokens.h"
#include "viewer/widgets/theme/Typography.h"

#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QTextLayout>
#include <QTimer>
#include <QVBoxLayout>

namespace consilium::widgets
{
using namespace Qt::StringLiterals;

namespace
{

constexpr int refreshDelayMs = 60;

struct Line {
    QString label, value;
    bool operator==(const Line &) const = default;
};
struct Section {
    QString heading;
    std::vector<Line> lines;
    bool operator==(const Section &) const = default;
};
struct Problem {
    render2d::Band::Kind kind;
    render2d::Grade grade;
    QString text;
    bool operator==(const Problem &) const = default;
};

/// Headings, labels and values, painted; values wrap, nothing is cut.
class InfoList final : public QWidget
{
public:
    explicit InfoList(QWidget *parent) : QWidget(parent) { setObjectName(u"study-info-list"_s); }

    void setSections(std::vector<Section> sections, std::vector<Problem> problems)
    {
        if (sections == m_sections && problems == m_problems)
            return;
        m_sections = std::move(sections);
        m_problems = std::move(problems);
        setMinimumHeight(flow(nullptr));
        update();
    }
    [[nodiscard]] const std::vector<Section> &sections() const { return m_sections; }
    [[nodiscard]] const std::vector<Problem> &problems() const { return m_problems; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        flow(&painter);
    }
    void resizeEvent(QResizeEvent *) override { setMinimumHeight(flow(nullptr)); }

private:
    static constexpr int insetPx = 12, labelPx = 92;

    /// Wraps between words, inside a word only where it is too long for a line (identifiers). Gives the height used.
    static int writeWrapped(QPainter *painter, const QRect &room, const QString &text, const QFont &font,
                            const QColor &colour)
    {
        QTextLayout layout(text, font);
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        layout.setTextOption(option);
        double height = 0.0;
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(std::max(16, room.width()));
            line.setPosition({0.0, height});
            height += std::max(18.0, line.height());
        }
        layout.endLayout();
        if (painter) {
            painter->setPen(colour);
            layout.draw(painter, room.topLeft());
        }
        return int(std::ceil(height));
    }

    /// Lays out, and paints when there is a painter; gives the height.
    int flow(QPainter *painter) const
    {
        const Tokens &t = tokens(palette());
        int y = insetPx;
        const auto write = [&](const QRect &room, const QString &text, TextRole role, const QColor &colour) {
            return writeWrapped(painter, room, text, fontFor(role), colour);
        };
        for (const Problem &problem : m_problems) {
            const bool fidelity = problem.kind == render2d::Band::Kind::Fidelity;
            const QColor tone = gradeTone(t, problem.grade);
            if (painter)
                paintIcon(*painter, fidelity ? u"half-moon"_s : gradeIcon(problem.grade),
                          QRectF(insetPx, y + 1, 16, 16), tone);
            const QRect room(insetPx + 24, y, width() - 2 * insetPx - 24, 4000);
            y += write(room, problem.text, TextRole::Caption, tone) + 8;
        }
        for (const Section &section : m_sections) {
            if (section.lines.empty())
                continue;
            y +=
                write(QRect(insetPx, y, width() - 2 * insetPx, 40), section.heading, TextRole::CaptionStrong, t.t2) + 4;
            for (const Line &line : section.lines) {
                const int a = write(QRect(insetPx, y, labelPx - 8, 4000), line.label, TextRole::Caption, t.t3);
                const int b = write(QRect(insetPx + labelPx, y, width() - 2 * insetPx - labelPx, 4000), line.value,
                                    TextRole::Caption, t.t1);
                y += std::max(a, b) + 4;
            }
            y += 6;
            if (painter)
                painter->fillRect(0, y, width(), 1, t.line);
            y += 11;
        }
        return y;
    }

    std::vector<Section> m_sections;
    std::vector<Problem> m_problems;
};

void add(Section &section, const QString &label, const QString &value)
{
    if (!value.trimmed().isEmpty())
        section.lines.push_back({label, value.trimmed()});
}

QString basisName(dicom::SpacingBasis basis)
{
    switch (basis) {
    case dicom::SpacingBasis::None:
        return StudyInfoPanel::tr("not calibrated");
    case dicom::SpacingBasis::PatientPlane:
        return StudyInfoPanel::tr("in the patient");
    case dicom::SpacingBasis::Calibrated:
        return StudyInfoPanel::tr("calibrated");
    case dicom::SpacingBasis::DetectorPlane:
        return StudyInfoPanel::tr("at the detector");
    case dicom::SpacingBasis::MagnificationCorrected:
        return StudyInfoPanel::tr("corrected for magnification");
    case dicom::SpacingBasis::AsWritten:
        return StudyInfoPanel::tr("as written in the file, plane not known");
    case dicom::SpacingBasis::ScannedMedium:
        return StudyInfoPanel::tr("on the scanned film");
    case dicom::SpacingBasis::UltrasoundRegion:
        return StudyInfoPanel::tr("ultrasound region");
    case dicom::SpacingBasis::ByHand:
        return StudyInfoPanel::tr("calibrated by hand");
    }
    return {};
}

Section patientSection(const dicom::PatientIdentity &patient, const QString &studyDate)
{
    Section section{StudyInfoPanel::tr("Patient"), {}};
    add(section, StudyInfoPanel::tr("Name"), patient.name.display());
    add(section, StudyInfoPanel::tr("Patient ID"), patient.id);
    add(section, StudyInfoPanel::tr("Sex, age"), render2d::sexAgeText(patient, studyDate));
    add(section, StudyInfoPanel::tr("Born"), render2d::dateTimeText(patient.birthDate, {}));
    return section;
}

Section studySection(const dicom::StudyHeader &study)
{
    Section section{StudyInfoPanel::tr("Study"), {}};
    add(section, StudyInfoPanel::tr("Exam"), study.description);
    add(section, StudyInfoPanel::tr("Time"), render2d::dateTimeText(study.date, study.time));
    add(section, StudyInfoPanel::tr("Accession"), study.accession);
    add(section, StudyInfoPanel::tr("Institution"), study.institution);
    add(section, StudyInfoPanel::tr("Referred by"), dicom::PersonName::parse(study.referringPhysician).display());
    return section;
}

// What the clinician asked: the accession and the referring physician stand with the study already.
Section requestSection(const dicom::RequestForm &request)
{
    Section section{StudyInfoPanel::tr("Request"), {}};
    add(section, StudyInfoPanel::tr("Procedure"), request.requestedProcedure);
    add(section, StudyInfoPanel::tr("Reason"), request.reason);
    add(section, StudyInfoPanel::tr("Diagnoses"), request.diagnoses);
    add(section, StudyInfoPanel::tr("History"), request.history);
    add(section, StudyInfoPanel::tr("Alerts"), request.alerts);
    add(section, StudyInfoPanel::tr("Allergies"), request.allergies);
    add(section, StudyInfoPanel::tr("Pregnancy"), request.pregnancy);
    add(section, StudyInfoPanel::tr("Requested by"), request.requestingPhysician);
    add(section, StudyInfoPanel::tr("Department"), request.requestingService);
    add(section, StudyInfoPanel::tr("Location"), request.location);
    add(section, StudyInfoPanel::tr("Request ID"), request.requestedProcedureId);
    add(section, StudyInfoPanel::tr("Admission ID"), request.admissionId);
    add(section, StudyInfoPanel::tr("Comments"), request.comments);
    return section;
}

Section seriesSection(const dicom::DataSet &dataSet, const render2d::ImageCount &count)
{
    Section section{StudyInfoPanel::tr("Series"), {}};
    const auto &header = dataSet.header;
    add(section, StudyInfoPanel::tr("Number"), header.number >= 0 ? QString::number(header.number) : QString());
    add(section, StudyInfoPanel::tr("Description"), header.description);
    add(section, StudyInfoPanel::tr("Part"), dataSet.part);
    add(section, StudyInfoPanel::tr("Modality"), header.modality);
    add(section, StudyInfoPanel::tr("Body part"), render2d::bodyPartText(header.bodyPart));
    add(section, StudyInfoPanel::tr("Images"),
        dataSet.slices.empty() ? QString()
        : count.isWhole()      ? grouped(count.total)
                               : render2d::imageCountText(count));
    return section;
}

Section imageSection(const dicom::Instance &instance)
{
    Section section{StudyInfoPanel::tr("Image"), {}};
    const auto &geometry = instance.geometry;
    add(section, StudyInfoPanel::tr("Matrix"),
        StudyInfoPanel::tr("%1 columns × %2 rows").arg(geometry.columns).arg(geometry.rows));
    QString spacing = basisName(geometry.spacing.basis);
    if (geometry.spacing.isKnown())
        spacing = StudyInfoPanel::tr("%1 mm between columns × %2 mm between rows")
                      .arg(render2d::numberText(geometry.spacing.betweenColumnsMm, 3),
                           render2d::numberText(geometry.spacing.betweenRowsMm, 3)) +
                  u" · "_s + spacing;
    add(section, StudyInfoPanel::tr("Pixel spacing"), spacing);
    if (instance.sliceThicknessMm)
        add(section, StudyInfoPanel::tr("Thickness"), render2d::numberText(*instance.sliceThicknessMm) + u" mm"_s);
    if (instance.instanceNumber >= 0)
        add(section, StudyInfoPanel::tr("Instance"), QString::number(instance.instanceNumber));
    return section;
}

} // namespace

struct StudyInfoPanel::Private {
    session::ActionDispatcher &dispatcher;
    pixels::StudyImages &images;
    QLabel *heading = nullptr;
    InfoList *list = nullptr;
    QTimer later{}; ///< a reader who scrolls is not made to wait for a list of text

    void refresh() const;
    void refreshSoon()
    {
        if (!later.isActive())
            later.start();
    }
    [[nodiscard]] bool isShown(const DataSetId &id) const
    {
        return id == dispatcher.state().view(dispatcher.state().layout().active).dataSet;
    }
    /// How much is loaded is among the causes; that nothing more comes is said at once.
    void follow(const DataSetId &id) { images.progress(id).ended ? refresh() : refreshSoon(); }
};

StudyInfoPanel::StudyInfoPanel(session::ActionDispatcher &dispatcher, pixels::StudyImages &images,
                               const tools::Bindings &bindings, QWidget *parent)
    : QWidget(parent), d(new Private{dispatcher, images, nullptr, nullptr})
{
    setObjectName(u"study-info"_s);
    setFixedWidth(widthPx);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 0, 0, 0); // 1: the divider on the left
    column->setSpacing(0);
    d->heading = new QLabel(tr("Study info"), this);
    d->heading->setProperty("role", u"captionStrong"_s);
    d->heading->setFixedHeight(36);
    d->heading->setContentsMargins(12, 0, 12, 0);
    column->addWidget(d->heading);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::TabFocus); // a click leaves the keyboard with the images
    keepNavigationKeys(*scroll);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    d->list = new InfoList(scroll);
    scroll->setWidget(d->list);
    d->list->setAutoFillBackground(false); // setWidget() has turned it on
    column->addWidget(scroll, 1);
    auto *priors = new PriorReports(dispatcher, images, this);
    connect(priors, &PriorReports::openRequested, this, &StudyInfoPanel::priorRequested);
    column->addWidget(priors);
    auto *outlines = new SegmentPanel(dispatcher, images, this);
    connect(outlines, &SegmentPanel::noticed, this, &StudyInfoPanel::noticed);
    column->addWidget(outlines);
    auto *presets = new WindowPresetPanel(dispatcher, images, bindings, this);
    connect(presets, &WindowPresetPanel::commandRequested, this, &StudyInfoPanel::commandRequested);
    column->addWidget(presets);

    d->later.setSingleShot(true);
    d->later.setInterval(refreshDelayMs);
    connect(&d->later, &QTimer::timeout, this, [this] { d->refresh(); });
    connect(&dispatcher, &session::ActionDispatcher::applied, this,
            [this](const session::Envelope &envelope, const session::ChangeSet &changes) {
                // Another series may be another patient's: never beside the wrong name, not even for a moment.
                if (changes.layout || std::holds_alternative<session::ShowSeries>(envelope.action))
                    d->refresh();
                else if (std::holds_alternative<session::ShowPlane>(envelope.action))
                    d->refreshSoon();
            });
    connect(&dispatcher, &session::ActionDispatcher::wasReset, this, [this] { d->refresh(); });
    connect(&images, &pixels::StudyImages::studyChanged, this, [this] { d->refresh(); });
    connect(&images, &pixels::StudyImages::dataSetChanged, this,
            [this](const DataSetId &id) { d->isShown(id) ? d->follow(id) : d->refreshSoon(); });
    connect(&images, &pixels::StudyImages::progressChanged, this, [this](const DataSetId &id) {
        if (d->isShown(id))
            d->follow(id);
    });
    d->refresh();
}

StudyInfoPanel::~StudyInfoPanel() = default;

void StudyInfoPanel::Private::refresh() const
{
    const ShownImage shown = resolveImage(dispatcher.state().layout().active, dispatcher.state(), images);
    std::vector<Section> sections;
    std::vector<Problem> problems;
    if (shown.absence != ShownImage::Absence::Empty) {
        const auto &o = shown.overlay;
        sections.push_back(patientSection(shown.instance ? shown.instance->patient : o.study.patient, o.study.date));
        sections.push_back(studySection(o.study));
        sections.push_back(requestSection(images.request(o.study.uid)));
        if (o.dataSet)
            sections.push_back(seriesSection(*o.dataSet, {o.slicesLoaded, o.sliceCount}));
        if (shown.instance)
            sections.push_back(imageSection(*shown.instance));
        const bool isDocument = !images.documents(o.view.dataSet).empty(); // no stack that could lack an image
        for (const auto &cause : isDocument ? std::vector<render2d::Band>() : render2d::bandCauses(o))
            problems.push_back(
                {cause.kind, cause.grade, render2d::gradeWord(cause.grade) + u": "_s + render2d::bandSentence(cause)});
    }
    list->setSections(std::move(sections), std::move(problems));
}

QStringList StudyInfoPanel::lines() const
{
    d->refresh();
    QStringList lines;
    for (const Section &section : d->list->sections()) {
        for (const Line &line : section.lines)
            lines << line.label + u": "_s + line.value;
    }
    return lines;
}

QStringList StudyInfoPanel::problems() const
{
    d->refresh();
    QStringList texts;
    for (const Problem &problem : d->list->problems())
        texts << problem.text;
    return texts;
}

void StudyInfoPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens(palette());
    painter.fillRect(rect(), t.bg1);
    painter.fillRect(0, 0, 1, height(), t.line);
    painter.fillRect(0, 35, width(), 1, t.line);
    if (const auto *presets = findChild<WindowPresetPanel *>())
        painter.fillRect(0, presets->y(), width(), 1, t.line);
}

void StudyInfoPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        d->heading->setText(tr("Study info"));
        d->refresh();
    }
    QWidget::changeEvent(event);
}

} // namespace consilium::widgets
