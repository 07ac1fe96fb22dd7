#pragma once
#include "viewer/documents/Report.h"

#include <QPointer>
#include <QVariantMap>
#include <QWidget>

class QScrollBar;

namespace consilium::widgets
{

/// What a document is read in: text, curves or pages. How far it is scrolled and enlarged is a matter of this window.
class DocumentBody : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    [[nodiscard]] virtual int pageCount() const { return 1; } ///< 0: not known yet
    /// Shows a page (from 0); the state says which.
    virtual void showPage(int) {}
    /// One of the commands that documents know ("page-down", "document-zoom-in"); false: not one of this kind's.
    virtual bool runCommand(const QString &command) = 0;
    /// What can be seen is there, whole.
    [[nodiscard]] virtual bool isReady() const { return true; }
    [[nodiscard]] virtual QString plainText() const { return {}; }
    /// Why it cannot be shown; empty when it can.
    [[nodiscard]] virtual Error failure() const { return {ErrorCode::Cancelled, {}}; }
    [[nodiscard]] virtual bool hasFailed() const { return false; }
    /// For scenarios and tests: "ecg.value" and the like; null when it is not one of this kind's.
    [[nodiscard]] virtual QVariant answer(const QString &, const QVariantMap &) const { return {}; }

    /// How far it is scrolled and enlarged, and what else a reader chose here, for another body of the same document
    /// (the window is built anew in another language). Empty: nothing.
    [[nodiscard]] virtual QVariantMap place() const { return {}; }
    virtual void setPlace(const QVariantMap &) {}

Q_SIGNALS:
    void linkActivated(const consilium::documents::ObjectReference &reference);
    void pageRequested(int page);
    void changed(); ///< pages, readiness or failure

protected:
    bool event(QEvent *event) override;
    /// Of the range, 0 to 1.
    [[nodiscard]] static double shareOf(const QScrollBar &bar);
    /// Scrolls there, and stays there while the widget comes to its size on the screen.
    void keepAt(QScrollBar &bar, double share);

private:
    QPointer<QObject> m_keeper; ///< while it stays
};

} // namespace consilium::widgets
