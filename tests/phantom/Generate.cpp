#include "tests/phantom/Generate.h"

#include "base/platform/Platform.h"
#include "tests/phantom/Shapes.h"

#include <QDir>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

using namespace Qt::StringLiterals;

namespace consilium::phantom
{

SeriesContent seriesContent(const PhantomSpec &spec)
{
    SeriesContent s;
    if (spec.kind == Kind::Chest)
        s.bodyPart = QStringLiteral("CHEST");
    const QString kind = kindNames().at(int(spec.kind)), variant = variantNames().at(int(spec.variant));
    s.patientName = spec.patientName;
    s.accession = spec.accession;
    s.priority = spec.priority;
    s.patientId = spec.patientId.isEmpty() ? u"PHANTOM-%1"_s.arg(kind.toUpper()) : spec.patientId;
    // One study and one frame of reference for all that is made for the same patient: series of different syntax or
    // variant lie side by side.
    s.studyUid = uidFor(u"study|%1|%2"_s.arg(s.patientName, s.patientId));
    s.frameOfReferenceUid = uidFor(u"frame|%1|%2"_s.arg(s.patientName, s.patientId));
    if (spec.moved != PatientVector())
        s.frameOfReferenceUid = uidFor(u"frame|%1|%2|%3"_s.arg(s.patientName, s.patientId, spec.movedText()));
    s.seriesUid = uidFor(u"series|"_s + spec.text());
    s.studyDescription = u"模体 phantom %1"_s.arg(kind);
    s.seriesDescription = spec.seriesDescription.isEmpty() ? u"%1 %2"_s.arg(kind, variant) : spec.seriesDescription;
    s.seriesNumber = 1 + int(spec.kind) * 100 + int(spec.variant) * 4 + int(spec.axis);
    if (spec.moved != PatientVector())
        s.seriesNumber += 50;
    s.rows = spec.rows;
    s.columns = spec.columns;
    s.gantryTiltDeg = spec.variant == Variant::Tilted ? spec.tiltDeg : 0.0;
    s.sliceThicknessMm = spec.sliceSpacingMm > 0.0 ? spec.sliceSpacingMm : 240.0 / spec.slices;
    s.intercept = -1024.0;
    s.windowWidth = spec.kind == Kind::Chest ? 1500.0 : 120.0;
    s.windowCentre = spec.kind == Kind::Chest ? -500.0 : 40.0;
    if (spec.kind == Kind::Marker) {
        s.windowCentre = 200.0;
        s.windowWidth = 2400.0;
    }
    if (spec.kind == Kind::Position) {
        static const QStringList axes{u"x"_s, u"y"_s, u"z"_s};
        s.seriesDescription += u" %1"_s.arg(axes.at(int(spec.axis)));
        s.isSigned = true;
        s.bitsStored = 16;
        s.slope = 1.0 / 64.0;
        s.intercept = 0.0;
        s.windowCentre = 0.0;
        s.windowWidth = spec.fieldMm;
        s.imageType = u"DERIVED\\SECONDARY\\AXIAL"_s;
    } else if (spec.monochrome1) {
        s.monochrome1 = true;
        s.intercept = 0.0;
        s.rescaleType = u"US"_s;
        s.windowCentre = 4095.0 - 1024.0 - s.windowCentre;
    }
    return s;
}

std::vector<std::int32_t> storedValues(const PhantomSpec &spec, const SlicePlan &slice)
{
    const std::vector<std::int16_t> values = drawSlice(spec, slice);
    std::vector<std::int32_t> stored(values.size());
    std::transform(values.begin(), values.end(), stored.begin(), [&](std::int16_t v) -> std::int32_t {
        if (spec.kind == Kind::Position)
            return v;
        const int shifted = std::clamp(v + 1024, 0, 4095);
        return spec.monochrome1 ? 4095 - shifted : shifted;
    });
    return stored;
}

Result<void> forEachIndex(int count, int threads, const std::function<Result<void>(int)> &task,
                          const std::function<void(int, int)> &progress)
{
    std::atomic<int> next = 0, done = 0;
    std::mutex mutex;
    std::condition_variable advanced;
    Result<void> outcome;
    bool failed = false;
    std::vector<std::thread> workers;
    const int used = std::max(1, threads > 0 ? threads : platform::cpuCount());
    int running = used;
    for (int w = 0; w < used; ++w) {
        workers.emplace_back([&] {
            for (int i = next++; i < count; i = next++) {
                Result<void> result = task(i);
                const std::lock_guard lock(mutex);
                if (!result && !failed) {
                    failed = true;
                    outcome = std::move(result);
                }
                if (failed)
                    break;
                ++done;
                advanced.notify_one();
            }
            const std::lock_guard lock(mutex);
            --running;
            advanced.notify_one();
        });
    }
    {
        std::unique_lock lock(mutex);
        while (running > 0) {
            advanced.wait_for(lock, std::chrono::milliseconds(200));
            if (progress)
                progress(done, count);
        }
    }
    for (std::thread &worker : workers)
        worker.join();
    return outcome;
}

Result<int> generate(const PhantomSpec &spec, const GenerateOptions &options)
{
    const auto slices = planSlices(spec);
    if (!slices)
        return fail(slices.error());
    if (!syntaxNames().contains(options.syntax))
        return fail(ErrorCode::InvalidArgument, u"transfer syntax %1"_s.arg(options.syntax));
    if (!QDir().mkpath(options.folder))
        return fail(ErrorCode::FileUnreadable, u"cannot create %1"_s.arg(options.folder));
    SeriesContent series = seriesContent(spec);
    // The same pixels in another syntax are other objects.
    series.seriesUid = uidFor(series.seriesUid + options.syntax);
    if (options.syntax != "explicit"_L1)
        series.seriesDescription += u" %1"_s.arg(options.syntax);
    const QDir folder(options.folder);
    const int digits = slices->size() > 9999 ? 6 : 4;
    const auto task = [&](int i) -> Result<void> {
        const SlicePlan &slice = (*slices)[std::size_t(i)];
        const QString name = u"IM%1.dcm"_s.arg(slice.instanceNumber, digits, 10, QLatin1Char('0'));
        const QString sop = uidFor(u"%1|%2|%3"_s.arg(series.seriesUid).arg(slice.instanceNumber).arg(slice.noiseSalt));
        SlicePlan written = slice;
        written.position = slice.position + spec.moved;
        return writeCtImage(folder.filePath(name), series, written, sop, storedValues(spec, slice), options.syntax);
    };
    if (auto done = forEachIndex(static_cast<int>(slices->size()), options.threads, task, options.progress); !done)
        return fail(done.error());
    return static_cast<int>(slices->size());
}

} // namespace consilium::phantom
