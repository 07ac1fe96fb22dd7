#include "viewer/render2d/SliceRenderer.h"

#include "viewer/dicom/Shutter.h"
#include "viewer/imaging/ColourMaps.h"
#include "viewer/imaging/Resample.h"
#include "viewer/render2d/PlanePainter.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace consilium::render2d
{

namespace
{

constexpr QRgb hatchLight = qRgb(0x3A, 0x2C, 0x0C), hatchDark = qRgb(0x24, 0x1B, 0x08);
constexpr double hatchPeriodPx = 12.0; // logical pixels along x + y

bool sameGrey(const dicom::GreyScale &a, const dicom::GreyScale &b)
{
    const auto sameWindow = [](const dicom::FileWindow &x, const dicom::FileWindow &y) {
        return x.centre == y.centre && x.width == y.width;
    };
    return a.slope == b.slope && a.intercept == b.intercept && a.modalityLut == b.modalityLut &&
           a.voiFunction == b.voiFunction && a.voiLuts == b.voiLuts && a.lowIsWhite == b.lowIsWhite &&
           std::equal(a.windows.begin(), a.windows.end(), b.windows.begin(), b.windows.end(), sameWindow);
}

/// What a table depends on; sizes do not matter.
bool sameSamples(const dicom::PixelDescription &a, const dicom::PixelDescription &b)
{
    return a.isSigned == b.isSigned && a.isFloat == b.isFloat && a.bitsAllocated == b.bitsAllocated &&
           a.bitsStored == b.bitsStored && a.highBit == b.highBit && a.photometric == b.photometric &&
           a.paddingValue == b.paddingValue && a.paddingLimit == b.paddingLimit;
}

/// A frame that fits its description; anything else is not drawn rather than drawn in the wrong place.
bool fits(const pixels::DecodedFrame &frame, const dicom::FrameGeometry &geometry)
{
    if (frame.reduction < 0 || frame.reduction > 15 || frame.rows < 1 || frame.columns < 1)
        return false;
    const auto reduced = [&](int full) { return (std::int64_t(full) + (1 << frame.reduction) - 1) >> frame.reduction; };
    const std::size_t bytesPerPixel = pixels::bytesPerPixel(frame.type);
    return frame.rows == reduced(geometry.rows) && frame.columns == reduced(geometry.columns) &&
           frame.bytes.size() >= std::size_t(frame.rows) * std::size_t(frame.columns) * bytesPerPixel;
}

/// What the shutter hides of a picture, in its grey; the picture may be one of reduced resolution.
void applyShutter(const dicom::Shutter &shutter, const pixels::DecodedFrame &frame, int channels, std::uint8_t *picture)
{
    const auto reduced = [&](int full) { return (full + (1 << frame.reduction) - 1) >> frame.reduction; };
    const std::size_t stride = std::size_t(frame.columns) * std::size_t(channels);
    for (int row = 0; row < frame.rows; ++row) {
        std::uint8_t *const line = picture + std::size_t(row) * stride;
        const auto hide = [&](int begin, int end) {
            if (begin < end)
                std::memset(line + begin * channels, shutter.grey, std::size_t(end - begin) * std::size_t(channels));
        };
        int shownTo = 0;
        for (const auto &seen : shutter.seenOf(row << frame.reduction, frame.columns << frame.reduction)) {
            hide(shownTo, std::min(reduced(seen.begin), frame.columns));
            shownTo = std::max(shownTo, std::min(reduced(seen.end), frame.columns));
        }
        hide(shownTo, frame.columns);
    }
}

/// Part of a damaged frame is known to be the file's. A slab says by itself what it lacks, and not of which pixels.
bool isPartlyKnown(const SliceRenderer::Input &input)
{
    return input.frame->knownPixels > 0 && input.frame->reduction == 0 && !input.slab &&
           fits(*input.frame, input.instance->geometry);
}

/// The last of `size` pixels along an axis that may be mixed into a device pixel whose centre lies at `place`, where
/// device pixels are `step` apart: Resampler averages blocks of that many and mixes two of them.
int lastMixed(double place, double step, int size)
{
    const int block = std::clamp(int(step + 1e-9), 1, size);
    const int second = int(std::ceil((place - (block - 1) / 2.0) / block - 1e-6));
    return std::clamp((second + 1) * block - 1, 0, size - 1);
}

/// What was enhanced beforehand, if it is what is asked for.
std::shared_ptr<const imaging::EnhancedImage> madeBefore(const SliceRenderer::Input &input)
{
    const auto &made = input.enhanced;
    const bool isIt = made && made->values && input.presentation.enhancement == made->enhancement &&
                      made->values->rows == input.frame->rows && made->values->columns == input.frame->columns;
    return isIt ? made : nullptr;
}

/// A grey picture that is shown in the colours of a map.
bool isMapped(const SliceRenderer::Input &input)
{
    return input.frame->type != pixels::SampleType::Rgb8 && input.presentation.colourMap != session::ColourMap::Grey;
}

/// Each grey in its colour.
void copyGrey(const QImage &grey, session::ColourMap map, QImage &colour)
{
    const auto &colours = imaging::coloursOf(map);
    for (int y = 0; y < grey.height(); ++y) {
        const std::uint8_t *const from = grey.constScanLine(y);
        auto *const to = reinterpret_cast<QRgb *>(colour.scanLine(y));
        for (int x = 0; x < grey.width(); ++x)
            to[x] = colours[from[x]];
    }
}

} // namespace

struct SliceRenderer::Private {
    QImage image;
    imaging::Resampler resampler;

    // The grey table and what it was made from.
    std::optional<imaging::GreyTable> table;
    dicom::GreyScale grey;
    dicom::PixelDescription description;
    imaging::EffectiveVoi voi;
    bool inverted = false;

    // The frame as 8 bits, and from which frame; made anew when the table or the frame changed, not for a zoom.
    std::vector<std::uint8_t> bytes;
    pixels::FramePtr bytesOf;
    std::shared_ptr<const dicom::Shutter> shutter; ///< which they went through

    // Modality values where no stored frame holds them, and what they were made from.
    std::shared_ptr<const imaging::ValueImage> values, valuesSlab;
    pixels::FramePtr valuesOf;
    std::optional<session::Enhancement> enhancement;
    std::shared_ptr<const imaging::EnhancedImage> enhanced;   ///< that `values` are of; null: they were made here
    std::shared_ptr<const imaging::ValueImage> bytesOfValues; ///< `bytes` were made from these, else from bytesOf

    // What a shutter hides of the image, a byte a pixel; for pictures in the colours of a map.
    std::vector<std::uint8_t> hidden;
    std::shared_ptr<const dicom::Shutter> hiddenBy;
    std::shared_ptr<const dicom::Shutter> given; ///< of the presentation, for an image with pixels of that height
    std::optional<session::DisplayShutter> givenBy;
    double givenAspect = 1.0;
    const std::shared_ptr<const dicom::Shutter> &shutterOf(const Input &input);
    int hiddenColumns = 0;

    QImage coloured; ///< a grey image in colours or under overlay planes
    SegmentPainter segments;
    PlanePainter planes;

    void prepareImage(QSize size, QImage::Format format, double ratio) { prepare(image, size, format, ratio); }
    static void prepare(QImage &image, QSize size, QImage::Format format, double ratio);
    void updateTable(const Input &input);
    void updateValues(const Input &input);
    void fillFromValues(const Input &input);
    imaging::BytePicture picture(const Input &input);
    QImage &inColours(const Input &input, const imaging::PixelMap &map);
    void drawShutter(const Input &input, const imaging::PixelMap &map);
    QImage &withOverlays(const Input &input, const imaging::PixelMap &map);
    static void drawHatch(QImage &target, const Input &input, const imaging::PixelMap &map, double ratio);
};

void SliceRenderer::Private::prepare(QImage &image, QSize size, QImage::Format format, double ratio)
{
    // Somebody may still hold the last image: then a new one is cheaper than detaching with a copy.
    if (image.size() != size || image.format() != format || !image.isDetached())
        image = QImage(size, format);
    image.setDevicePixelRatio(ratio);
}

void SliceRenderer::Private::updateTable(const Input &input)
{
    const auto &newGrey = input.instance->grey;
    const auto &newDescription = input.instance->pixels;
    auto newVoi = imaging::effectiveVoi(newGrey, input.presentation, *input.frame);
    if (table && inverted == input.presentation.inverted && voi.isSame(newVoi) && sameGrey(grey, newGrey) &&
        sameSamples(description, newDescription))
        return;
    if (!sameGrey(grey, newGrey) || !sameSamples(description, newDescription))
        values.reset();
    table.emplace(newGrey, newVoi, input.presentation.inverted, newDescription);
    grey = newGrey;
    description = newDescription;
    voi = std::move(newVoi);
    inverted = input.presentation.inverted;
    bytesOf.reset();
}

void SliceRenderer::Private::updateValues(const Input &input)
{
    const auto &wanted = input.presentation.enhancement;
    auto made = madeBefore(input);
    if (values && valuesSlab == input.slab && valuesOf == input.frame && enhancement == wanted && enhanced == made)
        return;
    bytesOf.reset(); // the picture depends on the enhancement even where the values stay those of the slab
    valuesSlab = input.slab;
    valuesOf = input.frame;
    enhancement = wanted;
    enhanced = std::move(made);
    if (enhanced) {
        values = enhanced->values;
        return;
    }
    auto plain = input.slab
                     ? input.slab
                     : std::make_shared<const imaging::ValueImage>(imaging::valuesOf(*input.instance, *input.frame));
    const bool isFilter = wanted && wanted->kind != session::EnhancementKind::LocalContrast;
    values = isFilter ? std::make_shared<const imaging::ValueImage>(imaging::enhanced(*plain, *wanted)) : plain;
}

void SliceRenderer::Private::fillFromValues(const Input &input)
{
    if (enhanced && enhanced->levels.size() == bytes.size() && enhanced->voi.isSame(voi)) {
        std::copy(enhanced->levels.begin(), enhanced->levels.end(), bytes.begin());
    } else {
        imaging::applyVoi(*values, voi, bytes.data());
        if (enhancement && enhancement->kind == session::EnhancementKind::LocalContrast)
            imaging::localContrast(*values, enhancement->level, bytes.data());
    }
    if (inverted != input.instance->grey.lowIsWhite)
        imaging::invertLevels(*values, bytes.data());
}

/// That of the presentation, where there is one, in place of the file's own.
const std::shared_ptr<const dicom::Shutter> &SliceRenderer::Private::shutterOf(const Input &input)
{
    const auto &wanted = input.presentation.shutter;
    if (!wanted)
        return input.instance->shutter;
    const dicom::FrameGeometry &geometry = input.instance->geometry;
    const double aspect = geometry.aspectRowsToColumns > 0.0 ? geometry.aspectRowsToColumns : 1.0;
    if (givenBy == wanted && givenAspect == aspect)
        return given;
    auto shutter = std::make_shared<dicom::Shutter>();
    if (const auto &r = wanted->rectangle)
        shutter->rectangle = dicom::Shutter::Rectangle{r->left, r->right, r->top, r->bottom};
    if (const auto &c = wanted->circle)
        shutter->circle = dicom::Shutter::Circle{c->centre.row, c->centre.column, c->radius, aspect};
    for (const ImagePoint &vertex : wanted->polygon)
        shutter->polygon.push_back({vertex.row, vertex.column});
    shutter->grey = wanted->grey;
    given = std::move(shutter);
    givenBy = wanted;
    givenAspect = aspect;
    return given;
}

imaging::BytePicture SliceRenderer::Private::picture(const Input &input)
{
    const auto &frame = *input.frame;
    const bool isColour = frame.type == pixels::SampleType::Rgb8;
    // Its grey is no value: in the colours of a map it is drawn over them (drawShutter()).
    const auto hides = isMapped(input) ? nullptr : shutterOf(input);
    const int channels = isColour ? 3 : 1;
    if (isColour && !hides)
        return {frame.bytes.data(), frame.rows, frame.columns, std::ptrdiff_t(frame.columns) * 3, 3};
    const bool hasValues = !isColour && (input.slab || input.presentation.enhancement);
    if (!isColour)
        updateTable(input); // clears bytesOf when it has changed
    if (hasValues)
        updateValues(input);
    const auto &wanted = hasValues ? values : nullptr;
    if (bytesOf != input.frame || bytesOfValues != wanted || shutter != hides) {
        bytes.resize(std::size_t(frame.rows) * std::size_t(frame.columns) * std::size_t(channels));
        if (isColour)
            std::copy_n(frame.bytes.begin(), bytes.size(), bytes.begin());
        else if (hasValues)
            fillFromValues(input);
        else
            table->apply(frame, bytes.data());
        if (hides)
            applyShutter(*hides, frame, channels, bytes.data());
        bytesOf = input.frame;
        bytesOfValues = wanted;
        shutter = hides;
    }
    return {bytes.data(), frame.rows, frame.columns, std::ptrdiff_t(frame.columns) * channels, channels};
}

/// Where a damaged frame lies and its samples are not known to be the file's: a grey that may be an artefact is worse
/// than none. A device pixel is hatched if any such sample may be mixed into it.
void SliceRenderer::Private::drawHatch(QImage &target, const Input &input, const imaging::PixelMap &m, double ratio)
{
    const dicom::FrameGeometry &geometry = input.instance->geometry;
    const double right = geometry.columns - 0.5, bottom = geometry.rows - 0.5;
    const double across = std::hypot(m[0], m[1]), down = std::hypot(m[3], m[4]);
    const bool isPartly = isPartlyKnown(input);
    for (int y = 0; y < target.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(target.scanLine(y));
        for (int x = 0; x < target.width(); ++x) {
            const double column = m[0] * x + m[1] * y + m[2], row = m[3] * x + m[4] * y + m[5];
            if (!(column >= -0.5 && row >= -0.5 && column < right && row < bottom))
                continue;
            if (isPartly &&
                input.frame->isKnown(lastMixed(row, down, geometry.rows), lastMixed(column, across, geometry.columns)))
                continue;
            const bool light = std::fmod((x + y) / ratio, hatchPeriodPx) < hatchPeriodPx / 2.0;
            line[x] = light ? hatchLight : hatchDark;
        }
    }
}

/// The image itself where nothing lies over it: most images are not copied into colours.
QImage &SliceRenderer::Private::withOverlays(const Input &input, const imaging::PixelMap &map)
{
    const bool hasPlanes = input.drawsPlanes && PlanePainter::hasPlanes(*input.instance);
    const bool hasSegments = input.segments && !input.segments->empty();
    const bool isFused = input.fusion && input.fusion->values &&
                         input.fusion->values->rows == input.instance->geometry.rows &&
                         input.fusion->values->columns == input.instance->geometry.columns;
    const bool isGrey = image.format() == QImage::Format_Grayscale8;
    if (!hasPlanes && !hasSegments && !isFused)
        return isMapped(input) ? inColours(input, map) : image;
    if (isGrey)
        (void)inColours(input, map);
    QImage &target = isGrey ? coloured : image;
    if (isFused)
        drawFusion(target, *input.fusion, map);
    if (hasSegments)
        segments.draw(target, *input.segments, map, input.instance->geometry.rows, input.instance->geometry.columns);
    if (hasPlanes)
        planes.draw(target, *input.instance, *input.frame, map);
    return target;
}

QImage &SliceRenderer::Private::inColours(const Input &input, const imaging::PixelMap &map)
{
    prepare(coloured, image.size(), QImage::Format_RGB32, image.devicePixelRatio());
    copyGrey(image, input.presentation.colourMap, coloured);
    if (isMapped(input) && shutterOf(input))
        drawShutter(input, map);
    return coloured;
}

/// In the shutter's own grey, over the coloured picture: no colour of the map stands for it, and no value is mixed with
/// it at its edge.
void SliceRenderer::Private::drawShutter(const Input &input, const imaging::PixelMap &m)
{
    const auto &by = shutterOf(input);
    const int rows = input.instance->geometry.rows, columns = input.instance->geometry.columns;
    const std::size_t size = std::size_t(rows) * std::size_t(columns);
    if (hiddenBy != by || hidden.size() != size || hiddenColumns != columns) {
        hidden.assign(size, 1);
        for (int row = 0; row < rows; ++row) {
            const auto line = hidden.begin() + std::ptrdiff_t(row) * columns;
            for (const auto &seen : by->seenOf(row, columns))
                std::fill(line + seen.begin, line + std::max(seen.begin, seen.end), std::uint8_t(0));
        }
        hiddenBy = by;
        hiddenColumns = columns;
    }
    const QRgb grey = qRgb(by->grey, by->grey, by->grey);
    for (int y = 0; y < coloured.height(); ++y) {
        auto *const line = reinterpret_cast<QRgb *>(coloured.scanLine(y));
        for (int x = 0; x < coloured.width(); ++x) {
            const double column = std::floor(m[0] * x + m[1] * y + m[2] + 0.5);
            const double row = std::floor(m[3] * x + m[4] * y + m[5] + 0.5);
            const bool isInside = column >= 0.0 && row >= 0.0 && column < columns && row < rows;
            if (isInside && hidden[std::size_t(row) * std::size_t(columns) + std::size_t(column)])
                line[x] = grey;
        }
    }
}

SliceRenderer::SliceRenderer() : d(std::make_unique<Private>()) {}
SliceRenderer::~SliceRenderer() = default;

const QImage &SliceRenderer::render(const Input &input)
{
    const double ratio =
        input.devicePixelRatio > 0.0 && std::isfinite(input.devicePixelRatio) ? input.devicePixelRatio : 1.0;
    // A device pixel that is covered only in part is drawn too; the tolerance keeps 900 x 1.1 from becoming 991.
    const auto device = [ratio](int logical) { return std::max(1, int(std::ceil(logical * ratio - 1e-6))); };
    const QSize size(device(input.logicalSize.width()), device(input.logicalSize.height()));
    const bool drawable =
        input.instance && input.frame && !input.logicalSize.isEmpty() &&
        (input.frame->damaged || fits(*input.frame, input.instance->geometry)) &&
        (!input.slab || (input.slab->rows == input.frame->rows && input.slab->columns == input.frame->columns));
    if (!drawable) {
        d->prepareImage(size, QImage::Format_Grayscale8, ratio);
        d->image.fill(Qt::black);
        return d->image;
    }
    const imaging::ViewTransform transform(input.instance->geometry, input.view, input.logicalSize.width(),
                                           input.logicalSize.height(), ratio);
    const imaging::PixelMap fullMap = imaging::pixelMap(transform);
    imaging::PixelMap map = fullMap;
    if (input.frame->damaged && !isPartlyKnown(input)) {
        d->prepareImage(size, QImage::Format_RGB32, ratio);
        d->image.fill(Qt::black);
        d->drawHatch(d->image, input, map, ratio);
        return d->image;
    }
    const auto picture = d->picture(input);
    // A sample of a wavelet's lower resolution lies exactly on every 2^n-th sample of the full one, so no half pixels
    // here.
    for (double &m : map)
        m /= double(1 << input.frame->reduction);
    d->prepareImage(size, picture.channels == 3 ? QImage::Format_RGB32 : QImage::Format_Grayscale8, ratio);
    const bool nearest = input.interpolation == Interpolation::Nearest;
    d->resampler.resample(picture, map, nearest ? imaging::Sampling::Nearest : imaging::Sampling::Linear,
                          {d->image.bits(), d->image.height(), d->image.width(), d->image.bytesPerLine()});
    QImage &drawn = d->withOverlays(input, fullMap);
    if (!input.frame->damaged)
        return drawn;
    QImage &coloured = drawn.format() == QImage::Format_Grayscale8 ? d->inColours(input, fullMap) : drawn;
    d->drawHatch(coloured, input, fullMap, ratio);
    return coloured;
}

} // namespace consilium::render2d
