#include "viewer/render2d/Sample.h"

#include "viewer/imaging/RoiStatistics.h"
#include "viewer/render2d/Overlay.h"
#include "viewer/render2d/OverlayFormat.h"

#include <QCoreApplication>

#include <cmath>

namespace consilium::render2d
{

using namespace Qt::StringLiterals;

std::optional<Sample> sampleAt(const dicom::Instance &instance, const pixels::DecodedFrame *frame, ImagePoint at)
{
    const double column = std::floor(at.column + 0.5), row = std::floor(at.row + 0.5);
    const auto &geometry = instance.geometry;
    if (!(column >= 0.0 && row >= 0.0 && column < geometry.columns && row < geometry.rows))
        return std::nullopt;
    Sample sample;
    sample.column = int(column);
    sample.row = int(row);
    sample.unit = instance.grey.unitText;
    sample.patient = geometry.toPatient(at);
    if (!frame || frame->reduction != 0 || frame->rows != geometry.rows || frame->columns != geometry.columns ||
        !frame->isKnown(sample.row, sample.column))
        return sample;
    if (frame->type == pixels::SampleType::Rgb8) {
        const auto *p = frame->bytes.data() +
                        (std::size_t(sample.row) * std::size_t(frame->columns) + std::size_t(sample.column)) * 3;
        sample.rgb = std::array<int, 3>{p[0], p[1], p[2]};
        return sample;
    }
    sample.stored = frame->value(sample.row, sample.column);
    sample.value = imaging::pixelValue(instance, *sample.stored);
    sample.isPadding = !sample.value;
    return sample;
}

std::optional<Sample> sampleAt(const OverlayInput &shown, ImagePoint at)
{
    if (!shown.instance)
        return std::nullopt;
    const imaging::ValueImage *values = shown.slab ? shown.slab->values.get() : nullptr;
    auto sample = sampleAt(*shown.instance, values ? nullptr : shown.frame.get(), at);
    if (!sample || !values || values->rows <= sample->row || values->columns <= sample->column)
        return sample;
    const float value = values->at(sample->row, sample->column);
    sample->slab = slabModeText(shown.slab->mode);
    sample->slabLoaded = shown.slab->loaded;
    sample->slabSlices = shown.slab->plan.count();
    sample->isProvisional = shown.slab->isProvisional();
    sample->isPadding = !std::isfinite(value);
    if (!sample->isPadding)
        sample->value = value;
    return sample;
}

QString fusedSampleText(const OverlayInput &shown, const Sample &sample)
{
    const auto value = shown.fusion ? fusedValue(*shown.fusion, sample.row, sample.column) : std::nullopt;
    if (!value)
        return {};
    return u"   + "_s + shown.fusion->modality() + u' ' + numberText(*value) +
           (shown.fusion->unit.isEmpty() ? QString() : u' ' + shown.fusion->unit);
}

QString sampleText(const Sample &sample)
{
    if (sample.rgb)
        return u"R %1  G %2  B %3"_s.arg((*sample.rgb)[0]).arg((*sample.rgb)[1]).arg((*sample.rgb)[2]);
    if (sample.isPadding)
        return QCoreApplication::translate("Overlay", "padding, no value");
    if (!sample.value)
        return u"—"_s;
    QString text = (sample.isProvisional ? u"≈ "_s : QString()) + numberText(*sample.value);
    if (!sample.unit.isEmpty())
        text += u' ' + sample.unit;
    if (!sample.slab.isEmpty())
        text += sample.slabLoaded < sample.slabSlices
                    ? u" (%1 %2/%3)"_s.arg(sample.slab).arg(sample.slabLoaded).arg(sample.slabSlices)
                    : u" (%1)"_s.arg(sample.slab);
    if (sample.stored && *sample.value != *sample.stored)
        text += u' ' + QCoreApplication::translate("Overlay", "(stored %1)").arg(numberText(*sample.stored, 0));
    return text;
}

} // namespace consilium::render2d
