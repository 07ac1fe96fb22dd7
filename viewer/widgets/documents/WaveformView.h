#pragma once
#include "viewer/documents/DocumentContent.h"
#include "viewer/documents/PaperLayout.h"
#include "viewer/widgets/documents/DocumentBody.h"

#include <QPointer>
#include <QScreen>

class QComboBox;
class QLabel;
class QScrollArea;

namespace consilium::widgets
{

/// An ECG or other curves on squared paper. The scale of the paper is true to the trace; millimetres on the screen are
/// true only where the monitor's are known.
class WaveformView : public DocumentBody
{
    Q_OBJECT
public:
    WaveformView(std::shared_ptr<const documents::Recording> recording, QWidget *parent);
    ~WaveformView() override;

    bool runCommand(const QString &command) override;
    [[nodiscard]] QVariantMap place() const override;
    void setPlace(const QVariantMap &place) override;
    [[nodiscard]] QVariant answer(const QString &subject, const QVariantMap &options) const override;

    [[nodiscard]] const documents::WaveformGroup &group() const { return m_recording->groups[std::size_t(m_group)]; }
    [[nodiscard]] const documents::Paper &paper() const { return m_paper; }
    [[nodiscard]] double pxPerMm() const { return m_pxPerMm; }
    /// Where a value of a channel lies, in pixels of this widget; nullopt when that time is not on the paper.
    [[nodiscard]] std::optional<QPointF> placeOf(int channel, double timeS) const;
    [[nodiscard]] QString readout() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    class Canvas;
    friend class Canvas;
    void buildBar();
    void layOutPaper();
    void fitScale();
    void followScreen();
    void setOptions(const documents::PaperOptions &options);
    void showReading(const QPointF &canvasPlace);
    [[nodiscard]] QString filterText() const;

    std::shared_ptr<const documents::Recording> m_recording;
    int m_group = 0;
    documents::PaperOptions m_options;
    documents::Paper m_paper;
    double m_pxPerMm = 3.78, m_zoom = 1.0;
    double m_monitorPxPerMm = 0.0; ///< 0: nobody has measured this monitor
    QPointer<QScreen> m_screen;    ///< whose scale that is
    QComboBox *m_groups = nullptr, *m_forms = nullptr, *m_speed = nullptr, *m_gain = nullptr;
    QLabel *m_reading = nullptr, *m_about = nullptr;
    QScrollArea *m_scroll = nullptr;
    Canvas *m_canvas = nullptr;
};

} // namespace consilium::widgets
