#pragma once
#include "viewer/documents/DocumentContent.h"
#include "viewer/widgets/documents/DocumentBody.h"

#include <functional>

class QLineEdit;
class QLabel;
class QTextBrowser;

namespace consilium::widgets
{

/// Text of a report, a key image note or a clinical document: selectable, searchable, to be enlarged; references are
/// links. Nothing that the text names is ever loaded.
class ReportView : public DocumentBody
{
    Q_OBJECT
public:
    ReportView(documents::DocumentContent content, documents::ObjectName nameOf, QWidget *parent);
    ~ReportView() override;

    bool runCommand(const QString &command) override;
    [[nodiscard]] QString plainText() const override;
    [[nodiscard]] const std::vector<documents::ObjectReference> &references() const { return m_references; }
    [[nodiscard]] QVariantMap place() const override;
    void setPlace(const QVariantMap &place) override;
    [[nodiscard]] QVariant answer(const QString &subject, const QVariantMap &options) const override;
    /// What references are called may change when images are described.
    void refresh();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void find(bool backwards);
    void showFinder(bool shown);
    void setZoom(double zoom);

    documents::DocumentContent m_content;
    documents::ObjectName m_nameOf;
    std::vector<documents::ObjectReference> m_references;
    QTextBrowser *m_text;
    QWidget *m_finder;
    QLineEdit *m_sought;
    QLabel *m_found;
    QString m_html;
    double m_zoom = 1.0;
};

} // namespace consilium::widgets
