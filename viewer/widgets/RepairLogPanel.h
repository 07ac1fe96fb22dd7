#pragma once
#include "viewer/dicom/RepairLog.h"
#include "viewer/pixels/StudyImages.h"
#include "viewer/session/ActionDispatcher.h"

#include <QTimer>
#include <QWidget>

class QButtonGroup;
class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace consilium::widgets
{

/// Every repair of broken or odd files, beside the images it concerns: what was found, what was done, in which images.
/// Narrowed to the image or the series of the active view, or the whole of its study.
class RepairLogPanel : public QWidget
{
    Q_OBJECT
public:
    enum class Scope { Image, Series, Study };
    RepairLogPanel(session::ActionDispatcher &dispatcher, pixels::StudyImages &images, QWidget *parent = nullptr);

    void setScope(Scope scope);
    /// All of a stack, and of the outlines that may lie on it.
    [[nodiscard]] static std::vector<dicom::Repair> repairsOf(const dicom::DataSetPtr &stack,
                                                              const pixels::StudyImages &images);
    /// What of the study's kept objects is not shown, and why.
    [[nodiscard]] static std::vector<dicom::Repair> objectTroubles(const StudyUid &study,
                                                                   const pixels::StudyImages &images);
    /// What is listed now.
    [[nodiscard]] const std::vector<dicom::Repair> &repairs() const { return m_repairs; }
    void copyAsText() const;

Q_SIGNALS:
    void closeRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void retranslate();
    [[nodiscard]] std::vector<dicom::Repair> wanted() const;
    void refill(); ///< only where the repairs are others than those listed
    void list(std::vector<dicom::Repair> repairs);
    void addRow(const dicom::Repair &repair);
    void addImages(QTreeWidgetItem *row, const dicom::Repair &repair);
    void showImage(const QTreeWidgetItem *item);

    session::ActionDispatcher &m_dispatcher;
    pixels::StudyImages &m_images;
    Scope m_scope = Scope::Series;
    std::vector<dicom::Repair> m_repairs;
    QTimer m_later; ///< many descriptions in a row: one list
    QLabel *m_title, *m_count, *m_none;
    QButtonGroup *m_scopes;
    QPushButton *m_copy, *m_close;
    QTreeWidget *m_list;
};

} // namespace consilium::widgets
