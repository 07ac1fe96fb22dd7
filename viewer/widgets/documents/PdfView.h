#pragma once
#include "viewer/documents/DocumentContent.h"
#include "viewer/documents/PdfReader.h"
#include "viewer/widgets/documents/DocumentBody.h"

#include <QImage>

class QLabel;
class QScrollArea;

namespace consilium::widgets
{

/// A PDF, one page at a time, drawn by a process of its own.
class PdfView : public DocumentBody
{
    Q_OBJECT
public:
    PdfView(const documents::EncapsulatedDocument &document, QWidget *parent);
    ~PdfView() override;

    [[nodiscard]] int pageCount() const override { return m_pages; }
    void showPage(int page) override;
    bool runCommand(const QString &command) override;
    [[nodiscard]] bool isReady() const override;
    [[nodiscard]] Error failure() const override { return m_failure; }
    [[nodiscard]] bool hasFailed() const override { return m_failure.code != ErrorCode::Cancelled; }
    [[nodiscard]] QVariantMap place() const override;
    void setPlace(const QVariantMap &place) override;
    [[nodiscard]] QVariant answer(const QString &subject, const QVariantMap &options) const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    class Sheet;
    void ask();
    void take(const documents::PdfPage &page);
    void fail(const Error &error);
    [[nodiscard]] double wantedPxPerPoint() const;
    void turn(int by);

    documents::PdfReader m_reader;
    QLabel *m_form; ///< what may be missing on the pages
    QScrollArea *m_scroll;
    Sheet *m_sheet;
    int m_pages = 0, m_page = 0, m_askedPage = -1, m_drawnPage = -1;
    double m_widthPt = 0.0, m_asked = 0.0, m_drawn = 0.0, m_zoom = 1.0;
    Error m_failure{ErrorCode::Cancelled, {}};
    double m_wantedShare = -1.0; ///< where the first picture is scrolled to; negative: as any other
    bool m_fromEnd = false;      ///< turned back: the page begins at its end
};

} // namespace consilium::widgets
