#pragma once
#include "base/Result.h"

#include <QByteArray>
#include <QObject>

#include <memory>

namespace consilium::documents
{

/// One page as a picture.
struct PdfPage {
    int page = 0; ///< from 0
    int width = 0, height = 0;
    double pxPerPoint = 0.0; ///< as asked for
    double widthPt = 0.0, heightPt = 0.0;
    QByteArray pixels;            ///< blue, green, red, 255; rows from the top, without gaps
    bool isFormUncertain = false; ///< what was filled into a form may be missing: the document leaves drawing it to us
};

/// Reads a PDF in a process of its own, consilium-pdf: a hostile one may crash it or run out of its time and memory,
/// and takes nothing along. The bytes go there by shared memory, never through a file. UI thread only; nothing blocks.
class PdfReader : public QObject
{
    Q_OBJECT
public:
    struct Options {
        QString program; ///< empty: where this program stands
        int timeLimitMs = 20'000;
    };
    explicit PdfReader(Options options, QObject *parent = nullptr);
    ~PdfReader() override;

    /// Once; answered by opened() or failed().
    void open(const QByteArray &pdf);
    /// Answered by rendered() or pageFailed(); of several that wait only the last is drawn.
    void render(int page, double pxPerPoint);

Q_SIGNALS:
    void opened(int pages);
    void failed(const consilium::Error &error); ///< UnsupportedImage (broken, locked), DecoderFailed, OutOfMemory
    void rendered(const consilium::documents::PdfPage &page);
    void pageFailed(int page, const consilium::Error &error);

private:
    struct Worker;
    std::shared_ptr<Worker> m_worker;
};

} // namespace consilium::documents
