#pragma once
#include "base/CancelToken.h"
#include "viewer/pixels/StudyImages.h"
#include "viewer/registration/StackVolume.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <array>
#include <atomic>
#include <memory>

namespace consilium::app
{

/// Computes how two series of one patient lie to one another: fetches the slices that are needed, a few at a time and
/// behind what is shown, then compares on the pool. Used once. Memory: two coarse volumes, 20 to 130 MB each.
class SeriesAlignment : public QObject
{
    Q_OBJECT
public:
    enum class Failure {
        None,
        Cancelled,
        NotDescribed, ///< a series is still being described: its last images may lie elsewhere
        Unreadable,   ///< an image cannot be had, or is not what its header says
        NotAStack,    ///< see `stack`
        NotAligned,   ///< see `found.refusal`
        Rearranged    ///< a series holds other images now than when it began, or is gone: its slices never come
    };
    struct End {
        Failure failure = Failure::None;
        bool isOfSecond = false; ///< of NotDescribed, Unreadable, NotAStack, Rearranged: which of the two
        registration::StackRefusal stack = registration::StackRefusal::None;
        registration::Outcome found = {}; ///< from places of the first to those of the second
    };

    SeriesAlignment(pixels::StudyImages &images, dicom::DataSetPtr first, dicom::DataSetPtr second,
                    QObject *parent = nullptr);
    ~SeriesAlignment() override; ///< what runs is given up

    void start();  ///< ended() comes in any case, later
    void cancel(); ///< ended(Cancelled) comes

Q_SIGNALS:
    void progressed(double share); ///< 0 to 1
    void ended(const consilium::app::SeriesAlignment::End &end);

private:
    /// One slice at a time; its address names it to StudyImages.
    struct Hand {
        int volume = -1; ///< -1: idle
        std::size_t index = 0;
    };
    [[nodiscard]] bool wantNext(Hand &hand);
    /// False: it is still to come.
    [[nodiscard]] bool take(Hand &hand);
    /// Why the series cannot be read, as they are now; nothing where they can.
    [[nodiscard]] End hindrance() const;
    void feed();
    void compute();
    void end(End end);
    void letGo();

    QPointer<pixels::StudyImages> m_images;
    std::array<std::shared_ptr<registration::StackVolume>, 2> m_volumes;
    std::array<Hand, 4> m_hands;
    int m_nextVolume = 0;
    std::size_t m_nextIndex = 0;
    std::size_t m_taken = 0;
    QTimer m_turn, m_watch;
    CancelToken m_cancel;
    std::shared_ptr<std::atomic<double>> m_computed = std::make_shared<std::atomic<double>>(0.0);
    bool m_hasEnded = false;
};

} // namespace consilium::app
