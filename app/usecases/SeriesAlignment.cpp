#include "app/usecases/SeriesAlignment.h"

#include "base/WorkPool.h"
#include "viewer/imaging/ValueImage.h"

#include <QFuture>
#include <QPromise>

#include <algorithm>
#include <exception>
#include <utility>

namespace consilium::app
{

namespace
{

constexpr double shareOfReading = 0.3;
constexpr int slicesPerTurn = 3; // a slice takes about 2 ms, and the reader goes on scrolling meanwhile

using registration::StackRefusal;
using registration::StackVolume;

/// The same images in the same order and places, whatever else is known of them now: slices are asked for by number.
bool isSameStack(const dicom::DataSet &a, const dicom::DataSet &b)
{
    const auto isSame = [](const dicom::InstancePtr &x, const dicom::InstancePtr &y) {
        const dicom::FrameGeometry &one = x->geometry, &other = y->geometry;
        return x == y ||
               (pixels::keyOf(*x) == pixels::keyOf(*y) && one.rows == other.rows && one.columns == other.columns &&
                one.frameOfReference == other.frameOfReference && one.position == other.position &&
                one.alongRow == other.alongRow && one.alongColumn == other.alongColumn);
    };
    return std::equal(a.slices.begin(), a.slices.end(), b.slices.begin(), b.slices.end(), isSame);
}

} // namespace

SeriesAlignment::SeriesAlignment(pixels::StudyImages &images, dicom::DataSetPtr first, dicom::DataSetPtr second,
                                 QObject *parent)
    : QObject(parent),
      m_images(&images),
      m_volumes{std::make_shared<StackVolume>(std::move(first)), std::make_shared<StackVolume>(std::move(second))}
{
    m_turn.setSingleShot(true);
    m_turn.setInterval(0);
    connect(&m_turn, &QTimer::timeout, this, &SeriesAlignment::feed);
    m_watch.setInterval(100);
    connect(&m_watch, &QTimer::timeout, this, [this] {
        Q_EMIT progressed(shareOfReading + (1.0 - shareOfReading) * m_computed->load(std::memory_order_relaxed));
    });
    const auto feedSoon = [this] { m_turn.start(); };
    connect(&images, &pixels::StudyImages::frameReady, this, feedSoon);
    connect(&images, &pixels::StudyImages::frameFailed, this, feedSoon);
    // Not at once: what was arranged anew is shown only when all have learned of it.
    connect(&images, &pixels::StudyImages::dataSetChanged, this, feedSoon);
    connect(&images, &pixels::StudyImages::studyChanged, this, feedSoon);
    connect(&images, &QObject::destroyed, this, &SeriesAlignment::cancel);
}

SeriesAlignment::~SeriesAlignment()
{
    m_cancel.cancel();
    letGo();
}

void SeriesAlignment::start()
{
    m_turn.start();
}

void SeriesAlignment::cancel()
{
    m_cancel.cancel();
    end({Failure::Cancelled});
}

void SeriesAlignment::letGo()
{
    for (Hand &hand : m_hands) {
        if (hand.volume >= 0 && m_images)
            m_images->want(&hand, {}, -1, 0);
        hand = {};
    }
}

void SeriesAlignment::end(End end)
{
    if (std::exchange(m_hasEnded, true))
        return;
    m_turn.stop();
    m_watch.stop();
    letGo();
    Q_EMIT ended(end);
}

bool SeriesAlignment::wantNext(Hand &hand)
{
    while (m_nextVolume < 2 && m_nextIndex >= m_volumes[std::size_t(m_nextVolume)]->needed().size()) {
        ++m_nextVolume;
        m_nextIndex = 0;
    }
    if (m_nextVolume >= 2)
        return false;
    hand = {m_nextVolume, m_nextIndex++};
    const StackVolume &volume = *m_volumes[std::size_t(hand.volume)];
    m_images->wantOne(&hand, volume.stack().id, volume.needed()[hand.index]);
    return true;
}

bool SeriesAlignment::take(Hand &hand)
{
    StackVolume &volume = *m_volumes[std::size_t(hand.volume)];
    const dicom::Instance &slice = *volume.stack().slices[std::size_t(volume.needed()[hand.index])];
    const pixels::FrameKey key = pixels::keyOf(slice);
    const auto frame = m_images->frame(key);
    const bool isWhole = frame && frame->key == key && frame->reduction == 0;
    if (!isWhole && !m_images->failure(key))
        return false;
    const bool isGrey = isWhole && frame->type != pixels::SampleType::Rgb8;
    if (!isGrey || !volume.put(hand.index, imaging::valuesOf(slice, *frame))) {
        End failed{Failure::Unreadable};
        failed.isOfSecond = hand.volume == 1;
        end(failed);
        return true;
    }
    ++m_taken;
    if (!wantNext(hand)) {
        m_images->want(&hand, {}, -1, 0);
        hand = {};
    }
    return true;
}

SeriesAlignment::End SeriesAlignment::hindrance() const
{
    const bool hasBegun = m_nextVolume > 0 || m_nextIndex > 0;
    for (std::size_t i = 0; i < 2; ++i) {
        const StackVolume &volume = *m_volumes[i];
        End refused;
        refused.isOfSecond = i == 1;
        refused.stack = volume.refusal();
        const auto now = m_images->dataSet(volume.stack().id);
        if (!hasBegun && now && !m_images->progress(volume.stack().id).settled)
            refused.failure = Failure::NotDescribed;
        else if (!(hasBegun && volume.isComplete()) && (!now || !isSameStack(*now, volume.stack())))
            refused.failure = Failure::Rearranged;
        else if (refused.stack != StackRefusal::None)
            refused.failure = Failure::NotAStack;
        if (refused.failure != Failure::None)
            return refused;
    }
    return {};
}

void SeriesAlignment::feed()
{
    if (m_hasEnded || !m_images || m_watch.isActive())
        return;
    if (const End hindered = hindrance(); hindered.failure != Failure::None) {
        end(hindered);
        return;
    }
    if (m_taken == 0 && m_nextVolume == 0 && m_nextIndex == 0) {
        for (Hand &hand : m_hands) {
            if (!wantNext(hand))
                break;
        }
    }
    int left = slicesPerTurn;
    for (Hand &hand : m_hands) {
        while (left > 0 && !m_hasEnded && hand.volume >= 0 && take(hand))
            --left;
    }
    if (m_hasEnded)
        return;
    const auto all = double(m_volumes[0]->needed().size() + m_volumes[1]->needed().size());
    Q_EMIT progressed(shareOfReading * double(m_taken) / all);
    if (m_volumes[0]->isComplete() && m_volumes[1]->isComplete())
        compute();
    else if (left == 0)
        m_turn.start();
}

void SeriesAlignment::compute()
{
    m_watch.start();
    auto promise = std::make_shared<QPromise<registration::Outcome>>();
    promise->start();
    promise->future().then(this, [this](const registration::Outcome &found) {
        End done;
        done.found = found;
        if (found.refusal != registration::Refusal::None)
            done.failure = Failure::NotAligned;
        end(done);
    });
    startWork(workPool(), [promise, volumes = m_volumes, computed = m_computed, cancel = m_cancel] {
        const auto progress = [&](double share) {
            computed->store(share, std::memory_order_relaxed);
            return !cancel.isCancelled();
        };
        registration::Outcome outcome;
        outcome.refusal = registration::Refusal::NotConverged;
        try {
            outcome = registration::registerRigid(volumes[0]->volume(), volumes[1]->volume(), progress);
        } catch (const std::exception &) { // no memory for it
        }
        promise->addResult(outcome);
        promise->finish();
    });
}

} // namespace consilium::app
