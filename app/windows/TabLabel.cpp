#include "app/windows/TabLabel.h"

#include "app/worklist/StudyText.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

class Text
{
    Q_DECLARE_TR_FUNCTIONS(consilium::app::TabLabel)
};

const QString &dot()
{
    static const QString text = u" · "_s;
    return text;
}

QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(dot());
}

QString tipOf(const dicom::StudyHeader &study)
{
    return QStringList{orDash(study.patient.name.display().trimmed()),
                       Text::tr("Patient ID: %1").arg(orDash(study.patient.id.trimmed())),
                       Text::tr("Study date: %1").arg(dateAndTime(study.date, study.time)),
                       Text::tr("Modality: %1").arg(orDash(modalityList(study.modalities).join(u", "_s))),
                       Text::tr("Description: %1").arg(orDash(study.description.trimmed())),
                       Text::tr("Accession number: %1").arg(orDash(study.accession.trimmed()))}
        .join(u'\n');
}

// What the other one does not say as well.
QString difference(const TabLabel &label, const TabLabel &other)
{
    if (label.id != other.id)
        return label.id.isEmpty() ? QString() : Text::tr("ID %1").arg(label.id);
    if (label.time != other.time)
        return label.time;
    return label.accession != other.accession ? label.accession : QString();
}

} // namespace

QString TabLabel::whole() const
{
    return joined({who, kept, what});
}

TabLabel labelOf(const dicom::StudyHeader &study)
{
    const QString modality = modalityList(study.modalities).value(0);
    const bool isNamed = study.description.contains(modality, Qt::CaseInsensitive); // "CT head" says it already
    TabLabel label;
    label.who = orDash(shortName(study.patient.name));
    label.when = study.date.isEmpty() ? modality : (dateAndTime(study.date, {}) + u' ' + modality).trimmed();
    label.what = isNamed ? study.description : (modality + u' ' + study.description).trimmed();
    label.id = study.patient.id.trimmed();
    label.time = dateAndTime(study.date, study.time).section(u' ', 1, 1);
    label.accession = study.accession.trimmed();
    label.tip = tipOf(study);
    return label;
}

void tellApart(std::vector<TabLabel> &labels, const std::function<QString(const QString &)> &cut)
{
    QStringList shortened;
    for (TabLabel &label : labels) {
        label.kept.clear();
        shortened << cut(label.whole());
    }
    const auto isAlike = [&](std::size_t a, std::size_t b) {
        const bool isOnePatient =
            labels[a].who == labels[b].who || (!labels[a].id.isEmpty() && labels[a].id == labels[b].id);
        return isOnePatient || shortened[qsizetype(a)] == shortened[qsizetype(b)];
    };
    for (std::size_t i = 0; i < labels.size(); ++i) {
        QStringList kept;
        for (std::size_t j = 0; j < labels.size(); ++j) {
            if (i == j || !isAlike(i, j))
                continue;
            if (kept.isEmpty())
                kept << labels[i].when;
            if (labels[i].when != labels[j].when)
                continue;
            if (const QString more = difference(labels[i], labels[j]); !more.isEmpty() && !kept.contains(more))
                kept << more;
        }
        labels[i].kept = joined(kept);
    }
}

QString fitted(const TabLabel &label, const QFontMetrics &metrics, int widthPx)
{
    const QString whole = label.whole();
    if (metrics.horizontalAdvance(whole) <= widthPx)
        return whole;
    if (label.kept.isEmpty())
        return metrics.elidedText(whole, Qt::ElideRight, widthPx);
    const QString head = joined({label.who, label.kept}), tail = dot() + label.kept;
    if (metrics.horizontalAdvance(head + dot() + u'…') <= widthPx)
        return metrics.elidedText(whole, Qt::ElideRight, widthPx);
    if (metrics.horizontalAdvance(head) <= widthPx)
        return head;
    const int room = std::max(0, widthPx - metrics.horizontalAdvance(tail) - 1); // advances are rounded
    const QString who = metrics.elidedText(label.who, Qt::ElideMiddle, room);
    return who.isEmpty() ? label.kept : who + tail;
}

} // namespace consilium::app
