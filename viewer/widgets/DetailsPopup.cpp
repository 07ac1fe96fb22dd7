#include "viewer/widgets/DetailsPopup.h"

#include "viewer/widgets/BandRow.h"
#include "viewer/widgets/IconLabel.h"
#include "viewer/widgets/theme/Tokens.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

namespace consilium::widgets
{
using namespace Qt::StringLiterals;

namespace
{

constexpr int widthPx = 400, insetPx = 14;

QLabel *label(const QString &text, const char *role, const QString &tone, QWidget *parent)
{
    auto *made = new QLabel(text, parent);
    made->setProperty("role", QString::fromLatin1(role));
    if (!tone.isEmpty())
        made->setProperty("tone", tone);
    made->setWordWrap(true);
    made->setTextFormat(Qt::PlainText);
    made->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return made;
}

/// Where the sentence holds no figures, what was read says more.
bool isExplainedByDetail(dicom::DataIssue::Kind kind)
{
    using Kind = dicom::DataIssue::Kind;
    return kind == Kind::OtherRepaired || kind == Kind::CharacterSetRepaired || kind == Kind::InvalidWindow ||
           kind == Kind::InvalidSpacing || kind == Kind::InvalidPadding || kind == Kind::NoOrientation ||
           kind == Kind::NoPosition || kind == Kind::NoSpacing || kind == Kind::OverlayMissing ||
           kind == Kind::NotArranged;
}

} // namespace

DetailsPopup::DetailsPopup(const std::vector<dicom::DataIssue> &issues, const std::vector<render2d::Band> &bands,
                           QWidget *parent)
    : QFrame(parent, Qt::Popup)
{
    setObjectName(u"details"_s);
    setProperty("surface", u"popup"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(insetPx, insetPx, insetPx, insetPx);
    column->setSpacing(12);
    column->addWidget(label(tr("What is wrong with these images"), "strong", {}, this));
    for (const auto &issue : issues) {
        QString text = dicom::issueConsequence(issue);
        if (isExplainedByDetail(issue.kind) && !issue.detail.isEmpty())
            text += u'\n' + tr("Technical: %1").arg(issue.detail);
        addRow(render2d::gradeOf(issue.kind), {}, dicom::issueHeadline(issue), text);
    }
    for (const auto &band : bands) {
        if (band.kind == render2d::Band::Kind::Fidelity)
            addRow(band.grade, u"half-moon"_s, band.headline, band.consequence);
        else if (band.kind == render2d::Band::Kind::Error)
            addRow(band.grade, {}, band.headline, band.consequence);
    }
    if (!issues.empty()) {
        auto *log = new QPushButton(tr("Repair log"), this);
        log->setObjectName(u"openRepairLog"_s);
        connect(log, &QPushButton::clicked, this, [this] {
            Q_EMIT repairLogRequested();
            close();
        });
        auto *foot = new QHBoxLayout;
        foot->addStretch(1);
        foot->addWidget(log);
        column->addLayout(foot);
    }
    column->addStretch(1);
    setFixedWidth(widthPx);
}

void DetailsPopup::addRow(render2d::Grade grade, const QString &icon, const QString &headline, const QString &text)
{
    const Tokens &t = tokens(palette());
    const bool isDanger = grade == render2d::Grade::Danger, isCaution = grade == render2d::Grade::Caution;
    const QString tone = isDanger ? u"crit"_s : isCaution ? u"warn"_s : u"ac"_s;
    auto *row = new QGridLayout;
    row->setHorizontalSpacing(10);
    row->setVerticalSpacing(2);
    row->setColumnStretch(1, 1);
    auto *sign = new IconLabel(16, this);
    sign->setIcon(icon.isEmpty() ? gradeIcon(grade) : icon, gradeTone(t, grade));
    row->addWidget(sign, 0, 0, Qt::AlignTop);
    row->addWidget(label(render2d::gradeWord(grade), "captionStrong", tone, this), 0, 1);
    row->addWidget(label(headline, "strong", {}, this), 1, 1);
    row->addWidget(label(text, "caption", {}, this), 2, 1);
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
}

void DetailsPopup::showBelow(const QWidget *anchor, const QRect &rect)
{
    ensurePolished();
    resize(widthPx, layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(widthPx) : sizeHint().height());
    QPoint at = anchor->mapToGlobal(rect.topRight()) - QPoint(width() + 8, -8);
    if (const QScreen *screen = anchor->screen()) {
        const QRect room = screen->availableGeometry();
        at.setX(std::clamp(at.x(), room.left(), std::max(room.left(), room.right() - width())));
        at.setY(std::clamp(at.y(), room.top(), std::max(room.top(), room.bottom() - height())));
    }
    move(at);
    show();
}

} // namespace consilium::widgets
