#include "viewer/widgets/Thumbnails.h"

#include <algorithm>

namespace consilium::widgets
{

namespace
{
constexpr int graceMs = 1500;    ///< if no viewport gets an image by then, thumbnails begin by themselves
constexpr int patienceMs = 8000; ///< for one image; then the next one has its turn
} // namespace

Thumbnails::Thumbnails(pixels::StudyImages &images, QSize logicalSize, QObject *parent)
    : QObject(parent), m_images(&images), m_size(logicalSize)
{
    for (QTimer *timer : {&m_stepTimer, &m_graceTimer, &m_askTimer})
        timer->setSingleShot(true);
    m_stepTimer.setInterval(0);
    m_graceTimer.setInterval(graceMs);
    m_askTimer.setInterval(patienceMs);
    connect(&m_stepTimer, &QTimer::timeout, this, &Thumbnails::step);
    connect(&m_graceTimer, &QTimer::timeout, this, [this] {
        m_mayAsk = true;
        askForNext();
    });
    connect(&m_askTimer, &QTimer::timeout, this, [this] {
        stopAsking();
        askForNext();
    });
    connect(&images, &pixels::StudyImages::dataSetChanged, this, &Thumbnails::updateWanted);
    connect(&images, &pixels::StudyImages::frameReady, this, [this](const auto &key) { onFrame(key, true); });
    connect(&images, &pixels::StudyImages::frameFailed, this, [this](const auto &key) { onFrame(key, false); });
}

Thumbnails::~Thumbnails()
{
    stopAsking();
}

void Thumbnails::setDataSets(const std::vector<DataSetId> &ids)
{
    if (ids == m_order)
        return;
    m_order = ids;
    std::map<DataSetId, Entry> kept;
    for (const auto &id : ids) {
        if (auto found = m_entries.extract(id))
            kept.insert(std::move(found));
        else
            kept[id] = {};
    }
    m_entries = std::move(kept);
    if (!m_entries.contains(m_asking))
        stopAsking();
    for (const auto &id : ids)
        updateWanted(id);
    if (!m_mayAsk && !ids.empty() && !m_graceTimer.isActive())
        m_graceTimer.start();
}

void Thumbnails::setDevicePixelRatio(qreal ratio)
{
    if (ratio == m_ratio)
        return;
    m_ratio = ratio;
    for (auto &[id, entry] : m_entries) {
        entry.final = false;
        m_dirty.insert(id);
    }
    m_stepTimer.start();
}

QImage Thumbnails::image(const DataSetId &id) const
{
    const auto it = m_entries.find(id);
    return it == m_entries.end() ? QImage() : it->second.image;
}

void Thumbnails::updateWanted(const DataSetId &id)
{
    const auto it = m_entries.find(id);
    const auto dataSet = m_images ? m_images->dataSet(id) : nullptr;
    if (it == m_entries.end() || !dataSet || dataSet->slices.empty())
        return;
    const auto &middle = dataSet->slices[dataSet->slices.size() / 2];
    const pixels::FrameKey &drawn = it->second.wanted;
    const bool hasLeft = !it->second.image.isNull() && dataSet->indexOf(drawn.sop, drawn.frame) < 0;
    if (it->second.study != middle->study || hasLeft) { // of another study, or in another stack now
        const bool showedAnother = !it->second.image.isNull();
        it->second = {};
        it->second.study = middle->study;
        if (showedAnother)
            Q_EMIT changed(id);
    }
    if (it->second.final)
        return;
    const pixels::FrameKey wanted = pixels::keyOf(*middle);
    if (wanted == it->second.wanted && !it->second.image.isNull() && !dataSet->isComplete)
        return;
    it->second.wanted = wanted;
    it->second.failed = false;
    m_dirty.insert(id);
    if (!m_stepTimer.isActive())
        m_stepTimer.start();
}

void Thumbnails::onFrame(const pixels::FrameKey &key, bool ready)
{
    m_mayAsk = true;
    m_graceTimer.stop();
    for (auto &[id, entry] : m_entries) {
        if (!(entry.wanted == key) || entry.final)
            continue;
        entry.failed = !ready;
        m_dirty.insert(id);
        if (id == m_asking)
            stopAsking();
    }
    if (!m_stepTimer.isActive() && (!m_dirty.empty() || m_asking.isEmpty()))
        m_stepTimer.start();
}

void Thumbnails::step()
{
    for (const auto &id : m_order) {
        if (!m_dirty.contains(id))
            continue;
        m_dirty.erase(id);
        Entry &entry = m_entries[id];
        if (const auto frame = m_images ? m_images->frame(entry.wanted) : nullptr)
            draw(id, entry, frame);
        m_stepTimer.start(); // the next one in the next turn
        return;
    }
    askForNext();
}

void Thumbnails::draw(const DataSetId &id, Entry &entry, const pixels::FramePtr &frame)
{
    const auto dataSet = m_images->dataSet(id);
    const int index = dataSet ? dataSet->indexOf(entry.wanted.sop, entry.wanted.frame) : -1;
    if (index < 0 || !(frame->key == entry.wanted))
        return;
    const auto &instance = dataSet->slices[std::size_t(index)];
    if (instance->study != entry.study)
        return;
    render2d::SliceRenderer::Input input;
    input.instance = instance.get();
    input.frame = frame;
    input.logicalSize = m_size;
    input.devicePixelRatio = m_ratio; // and no zoom: the whole image, as its pixels are proportioned
    entry.image = m_renderer.render(input).copy();
    entry.final = dataSet->isComplete && frame->reduction == 0;
    Q_EMIT changed(id);
}

/// The place of the middle image in its stack; -1: there is a picture, or none can come.
int Thumbnails::indexToAskFor(const DataSetId &id, const Entry &entry) const
{
    const auto dataSet = m_images ? m_images->dataSet(id) : nullptr;
    if (!entry.image.isNull() || entry.failed || entry.wanted.sop.isEmpty() || !dataSet)
        return -1;
    return m_images->failure(entry.wanted) ? -1 : dataSet->indexOf(entry.wanted.sop, entry.wanted.frame);
}

// A data set that left meanwhile may still be noted as to be looked at.
bool Thumbnails::isIdle() const
{
    return m_asking.isEmpty() && std::none_of(m_entries.begin(), m_entries.end(), [this](const auto &entry) {
               return m_dirty.contains(entry.first) || indexToAskFor(entry.first, entry.second) >= 0;
           });
}

void Thumbnails::askForNext()
{
    if (!m_mayAsk || !m_asking.isEmpty() || !m_images)
        return;
    for (const auto &id : m_order) {
        const int index = indexToAskFor(id, m_entries[id]);
        if (index < 0)
            continue;
        m_asking = id;
        m_askTimer.start();
        m_images->wantOne(this, id, index);
        return;
    }
}

void Thumbnails::stopAsking()
{
    m_askTimer.stop();
    if (m_asking.isEmpty())
        return;
    if (const auto it = m_entries.find(m_asking); it != m_entries.end() && it->second.image.isNull())
        it->second.failed = it->second.failed || !m_dirty.contains(m_asking); // had its turn
    m_asking = DataSetId();
    if (m_images)
        m_images->want(this, {}, -1, 0);
}

} // namespace consilium::widgets
