#pragma once
#include "viewer/widgets/ShownImage.h"

#include <QObject>

#include <cstdint>
#include <memory>
#include <optional>

namespace consilium::widgets
{

/// Enhances what one view shows, where that would hold the window up: on the pool of the program. Keeps the last
/// picture; what is not asked for any more is given up. Small images are enhanced by the renderer while it draws. UI
/// thread only.
class EnhancementMaker final : public QObject
{
    Q_OBJECT
public:
    /// Work of imaging::enhancementWork() that is left to the renderer: about 20 ms on one core, by an estimate.
    static constexpr std::int64_t workAtOnce = 20'000'000;

    explicit EnhancementMaker(QObject *parent);
    ~EnhancementMaker() override;

    /// Sets `shown.overlay.enhancement`. What was made of another image, frame, slab, enhancement or (local contrast)
    /// under another window is never given: until the right one is there it is pending, and the image is to be shown as
    /// it is. To be called after the slab was filled in.
    void fill(ShownImage &shown);
    void clear(); ///< lets go of all, and gives up what is being made
    void setWorkAtOnce(std::int64_t work) { m_atOnce = work; }
    [[nodiscard]] bool isMaking() const { return m_isMaking; }

Q_SIGNALS:
    void made(); ///< later than fill(): it is to be called again

private:
    using Picture = std::shared_ptr<const imaging::EnhancedImage>;
    /// What a picture was, or is, made from; all of it is held so that nothing else takes its place.
    struct Source {
        dicom::InstancePtr image;
        pixels::FramePtr frame;
        std::shared_ptr<const imaging::ValueImage> slab; ///< in place of the frame's values; null: none
        session::Enhancement enhancement;
        imaging::EffectiveVoi voi; ///< where the picture depends on it; else empty
        [[nodiscard]] bool isSame(const Source &other) const;
    };
    /// nullopt: nothing is to be made here.
    [[nodiscard]] std::optional<Source> sourceOf(const ShownImage &shown) const;
    void begin(const Source &source);
    void stop();
    void take(const Picture &picture);

    Source m_madeOf;
    Picture m_made;

    Source m_makingOf;
    CancelToken m_cancel; ///< of what is being made
    bool m_isMaking = false, m_isFilling = false;
    std::int64_t m_atOnce = workAtOnce;
};

} // namespace consilium::widgets
