#include "app/pdf/FormFields.h"
#include "viewer/documents/PdfProtocol.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImage>
#include <QPdfDocument>
#include <QPdfDocumentRenderOptions>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace
{

using namespace consilium;
using documents::PdfAnswer;
using documents::PdfRequest;

/// Shared block, program, libraries, fonts, and what the largest pages take.
constexpr std::size_t addressSpace = documents::pdfSharedBytes + (std::size_t(2) << 30);

PdfAnswer answerWith(PdfAnswer::Status status)
{
    PdfAnswer answer;
    answer.status = status;
    return answer;
}

class Document
{
public:
    explicit Document(const platform::HelperEnd &end) : m_end(end) {}

    PdfAnswer open(const PdfRequest &request)
    {
        if (request.bytes == 0 || request.bytes > documents::pdfMostBytes || request.bytes > m_end.sharedBytes())
            return answerWith(PdfAnswer::Broken);
        const auto form = pdf::drawForm(
            QByteArray::fromRawData(reinterpret_cast<const char *>(m_end.shared()), qsizetype(request.bytes)));
        if (!form)
            return answerWith(PdfAnswer::Broken);
        m_isFormUncertain = form->isUncertain;
        m_buffer.setData(form->bytes);
        if (!m_buffer.open(QIODevice::ReadOnly))
            return answerWith(PdfAnswer::Broken);
        m_document.load(&m_buffer);
        if (m_document.error() == QPdfDocument::Error::IncorrectPassword)
            return answerWith(PdfAnswer::Locked);
        if (m_document.status() != QPdfDocument::Status::Ready || m_document.pageCount() < 1)
            return answerWith(PdfAnswer::Broken);
        PdfAnswer answer;
        answer.pages = m_document.pageCount();
        return answer;
    }

    PdfAnswer render(const PdfRequest &request)
    {
        if (request.page < 0 || request.page >= m_document.pageCount())
            return answerWith(PdfAnswer::NoSuchPage);
        const QSizeF points = m_document.pagePointSize(request.page);
        if (!(points.width() > 0.0) || !(points.height() > 0.0) || !std::isfinite(points.width() * points.height()))
            return answerWith(PdfAnswer::Broken);
        constexpr double mostSide = 16'000.0;
        double scale = std::clamp(request.pxPerPoint, 0.01, 32.0);
        scale =
            std::min({scale, mostSide / points.width(), mostSide / points.height(),
                      std::sqrt(double(documents::pdfMostPictureBytes) / 4.0 / (points.width() * points.height()))});
        const QSize size(std::max(1, int(points.width() * scale)), std::max(1, int(points.height() * scale)));
        // Stamps and remarks are part of what the paper says.
        QPdfDocumentRenderOptions options;
        options.setRenderFlags(QPdfDocumentRenderOptions::RenderFlag::Annotations);
        const QImage page = m_document.render(request.page, size, options);
        if (page.size() != size)
            return answerWith(PdfAnswer::Broken);
        // Paper is white; the page may leave it out.
        QImage paper(reinterpret_cast<uchar *>(m_end.shared()) + documents::pdfPictureOffset(request.bytes),
                     size.width(), size.height(), qsizetype(size.width()) * 4, QImage::Format_RGB32);
        lay(page.convertToFormat(QImage::Format_ARGB32_Premultiplied), paper);
        PdfAnswer answer;
        answer.pages = m_document.pageCount();
        answer.width = size.width();
        answer.height = size.height();
        answer.widthPt = points.width();
        answer.heightPt = points.height();
        answer.offset = documents::pdfPictureOffset(request.bytes);
        answer.isFormUncertain = m_isFormUncertain ? 1 : 0;
        return answer;
    }

private:
    static void lay(const QImage &page, QImage &paper)
    {
        for (int y = 0; y < page.height(); ++y) {
            const auto *from = reinterpret_cast<const QRgb *>(page.constScanLine(y));
            auto *to = reinterpret_cast<QRgb *>(paper.scanLine(y));
            for (int x = 0; x < page.width(); ++x) {
                const int white = 255 - qAlpha(from[x]);
                to[x] = qRgb(qRed(from[x]) + white, qGreen(from[x]) + white, qBlue(from[x]) + white);
            }
        }
    }

    const platform::HelperEnd &m_end;
    QBuffer m_buffer;
    QPdfDocument m_document;
    bool m_isFormUncertain = false;
};

} // namespace

// Started by the workstation only; it answers on the channel it was given until the workstation goes.
int main(int argc, char **argv)
{
    const auto end = platform::HelperEnd::adopt();
    if (!end)
        return 2;
    platform::confineThisProcess(addressSpace);
    platform::forbidSocketsAndPrograms();
    const QCoreApplication application(argc, argv);
    Document document(*end);
    PdfRequest request;
    while (end->receive(&request, sizeof request)) {
        const PdfAnswer answer =
            request.operation == PdfRequest::Open ? document.open(request) : document.render(request);
        if (!end->send(&answer, sizeof answer))
            break;
    }
    return 0;
}
