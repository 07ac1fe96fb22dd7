#include "viewer/documents/PdfReader.h"

#include "base/WorkPool.h"
#include "base/platform/HelperProcess.h"
#include "viewer/documents/PdfProtocol.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QThreadPool>

#include <atomic>
#include <cstring>
#include <functional>
#include <mutex>

using namespace Qt::StringLiterals;

namespace consilium::documents
{

using platform::HelperProcess;

namespace
{

constexpr int pollMs = 50;

QString helperProgram()
{
    const QString here = QCoreApplication::applicationDirPath();
    for (const QString &folder : {u"/"_s, u"/../libexec/consilium/"_s, u"/../bin/"_s})
        if (QFileInfo(here + folder + u"consilium-pdf"_s).isExecutable())
            return here + folder + u"consilium-pdf"_s;
    return {};
}

/// Threads that wait for helpers: a slow document keeps one from its other work, not the decoders.
QThreadPool &waiters()
{
    static QThreadPool pool;
    pool.setMaxThreadCount(3);
    return pool;
}

Error errorOf(std::uint32_t status)
{
    return {ErrorCode::UnsupportedImage,
            status == PdfAnswer::Locked ? u"PDF document with a password"_s : u"damaged PDF document"_s};
}

} // namespace

struct PdfReader::Worker {
    explicit Worker(PdfReader *reader) : owner(reader) {}

    std::mutex ownerMutex;
    PdfReader *owner; ///< null: nobody waits any more
    std::atomic<bool> isGone = false;
    std::atomic<int> wanted = 0; ///< number of the last page asked for

    std::mutex mutex; ///< for all below
    Options options;
    QByteArray pdf;
    std::unique_ptr<HelperProcess> helper;
    int pages = 0; ///< of the document that the helper has open

    /// Goes on at the reader, on its thread, while that lives.
    void post(std::function<void(PdfReader &)> what)
    {
        const std::lock_guard lock(ownerMutex);
        if (owner)
            QMetaObject::invokeMethod(owner,
                                      handover::posted([reader = owner, what = std::move(what)] { what(*reader); }),
                                      Qt::QueuedConnection);
    }

    Result<PdfAnswer> ask(const PdfRequest &request)
    {
        if (!helper->send(&request, sizeof request))
            return fail(ErrorCode::DecoderFailed, u"the PDF helper was gone"_s);
        QElapsedTimer clock;
        clock.start();
        for (;;) {
            PdfAnswer answer;
            switch (helper->receive(&answer, sizeof answer, pollMs)) {
            case HelperProcess::Answer::Message:
                return answer;
            case HelperProcess::Answer::Gone:
                return fail(ErrorCode::DecoderFailed, u"the PDF helper crashed"_s);
            case HelperProcess::Answer::Timeout:
                if (isGone)
                    return fail(ErrorCode::Cancelled);
                if (clock.elapsed() > options.timeLimitMs)
                    return fail(ErrorCode::DecoderFailed, u"a page took longer than %1 ms"_s.arg(options.timeLimitMs));
            }
        }
    }

    Result<int> start()
    {
        if (std::size_t(pdf.size()) > pdfMostBytes)
            return fail(ErrorCode::OutOfMemory, u"a PDF of more than %1 MB"_s.arg(pdfMostBytes >> 20));
        auto started =
            HelperProcess::start(options.program.isEmpty() ? helperProgram() : options.program, pdfSharedBytes);
        if (!started)
            return fail(ErrorCode::DecoderFailed, started.error().detail);
        helper = std::move(*started);
        std::memcpy(helper->shared(), pdf.constData(), std::size_t(pdf.size()));
        const auto answer = ask({PdfRequest::Open, 0, 1.0, std::uint64_t(pdf.size())});
        if (!answer || answer->status != PdfAnswer::Good)
            helper.reset();
        if (!answer)
            return fail(answer.error());
        if (answer->status != PdfAnswer::Good || answer->pages < 1)
            return fail(errorOf(answer->status));
        pages = answer->pages;
        return pages;
    }

    /// A helper that was ended from outside since the last page is no fault of this one: once more.
    Result<PdfAnswer> askForPage(const PdfRequest &request)
    {
        for (int attempt = 0;; ++attempt) {
            const bool wasRunning = helper != nullptr;
            if (!wasRunning) // it crashed over another page
                if (const auto again = start(); !again)
                    return fail(again.error());
            const auto answer = ask(request);
            if (answer)
                return answer;
            helper.reset();
            if (!wasRunning || attempt > 0 || !answer.error().detail.endsWith(u"was gone"))
                return answer;
        }
    }

    Result<PdfPage> draw(int page, double pxPerPoint)
    {
        const auto answer = askForPage({PdfRequest::Render, page, pxPerPoint, std::uint64_t(pdf.size())});
        if (!answer)
            return fail(answer.error());
        if (answer->status != PdfAnswer::Good)
            return fail(errorOf(answer->status));
        const std::uint64_t bytes =
            std::uint64_t(std::max(answer->width, 0)) * std::uint64_t(std::max(answer->height, 0)) * 4;
        const std::uint64_t offset = pdfPictureOffset(std::uint64_t(pdf.size()));
        if (bytes == 0 || bytes > pdfMostPictureBytes || answer->width > 32'767 || answer->height > 32'767) {
            helper.reset(); // whatever it is, it does not keep to what was agreed
            return fail(ErrorCode::DecoderFailed, u"the PDF helper gave an impossible picture"_s);
        }
        PdfPage drawn{page,
                      answer->width,
                      answer->height,
                      pxPerPoint,
                      answer->widthPt,
                      answer->heightPt,
                      {},
                      answer->isFormUncertain != 0};
        drawn.pixels = QByteArray(reinterpret_cast<const char *>(helper->shared()) + offset, qsizetype(bytes));
        return drawn;
    }
};

PdfReader::PdfReader(Options options, QObject *parent) : QObject(parent), m_worker(std::make_shared<Worker>(this))
{
    m_worker->options = std::move(options);
}

PdfReader::~PdfReader()
{
    m_worker->isGone = true;
    const std::lock_guard lock(m_worker->ownerMutex);
    m_worker->owner = nullptr;
}

void PdfReader::open(const QByteArray &pdf)
{
    {
        const std::lock_guard lock(m_worker->mutex); // nothing has been asked yet: free
        m_worker->pdf = pdf;
    }
    startWork(waiters(), [worker = m_worker] {
        const std::lock_guard lock(worker->mutex);
        if (worker->isGone)
            return;
        // A page that was asked for may have had its turn first.
        const auto pages = worker->helper ? Result<int>(worker->pages) : worker->start();
        worker->post([pages](PdfReader &reader) {
            if (pages)
                Q_EMIT reader.opened(*pages);
            else
                Q_EMIT reader.failed(pages.error());
        });
    });
}

void PdfReader::render(int page, double pxPerPoint)
{
    const int number = ++m_worker->wanted;
    startWork(waiters(), [worker = m_worker, page, pxPerPoint, number] {
        const std::lock_guard lock(worker->mutex);
        if (worker->isGone || worker->wanted != number)
            return;
        const auto drawn = worker->draw(page, pxPerPoint);
        worker->post([drawn, page](PdfReader &reader) {
            if (drawn)
                Q_EMIT reader.rendered(*drawn);
            else
                Q_EMIT reader.pageFailed(page, drawn.error());
        });
    });
}

} // namespace consilium::documents
