#pragma once
#include "viewer/pixels/StudyImages.h"
#include "viewer/render2d/MarkShape.h"
#include "viewer/session/ActionDispatcher.h"

#include <QAbstractListModel>
#include <QHash>
#include <QListView>
#include <QStyledItemDelegate>

#include <map>
#include <optional>
#include <tuple>
#include <vector>

namespace consilium::widgets
{

/// The marks of studies, study by study, in the order of their stacks and slices. Of several, each row says of which
/// it is. Told what has changed it changes these rows
/// alone; values are read when a row is drawn, so that a long list costs what is seen of it.
class MarkModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        IdRole = Qt::UserRole,
        KindRole,
        ValueRole,
        ImageRole,
        AuthorRole,
        RemarkRole,
        OwnRole,
        ProvisionalRole,
        StudyRole ///< "2023-06-01 CT": of which of the studies; empty where there is one alone
    };

    MarkModel(session::ActionDispatcher &dispatcher, pixels::StudyImages &images, QObject *parent = nullptr);

    /// All anew: other studies, other stacks.
    void setStudies(const std::vector<StudyUid> &studies);
    [[nodiscard]] const std::vector<StudyUid> &studies() const { return m_studies; }
    void updateMarks(const std::vector<AnnotationId> &marks);
    /// An image has come into memory: values that are read from it may be had now.
    void updateFrame(const pixels::FrameKey &key);
    void updateSuv(); ///< views were changed: uptakes may be related to something else now
    void retranslate();
    void updateOrigins(); ///< where marks are kept may be known now
    /// Of the marks as the views draw them now, those that also say something of a series over their image: their rows
    /// say the same, and all others what their own image says.
    void setFused(const std::vector<render2d::MarkShape> &drawn);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QModelIndex indexOf(const AnnotationId &mark) const; ///< invalid: not listed

private:
    struct Row {
        AnnotationId id;
        SopInstanceUid sop;
        int frame = 0;
        DataSetId stack;
        QString modality;
        int studyOrder = 0, stackOrder = 0, slice = 0; ///< from 0
        int seriesNumber = -1;
        mutable std::optional<QString> value = {};
        mutable bool provisional = false;                    ///< of `value`: as render2d::MarkShape::provisional
        mutable session::Suv suv = session::Suv::BodyWeight; ///< of `value`: to what an uptake is related
        bool calibrates = false; ///< what the other marks of its image measure depends on it
        [[nodiscard]] bool operator<(const Row &other) const
        {
            return std::tie(studyOrder, stackOrder, slice, id) <
                   std::tie(other.studyOrder, other.stackOrder, other.slice, other.id);
        }
    };
    [[nodiscard]] std::optional<Row> rowOf(const session::Annotation &mark) const;
    [[nodiscard]] const QString &valueOf(const Row &row, const session::Annotation &mark) const;
    static void setValue(const Row &row, const session::Annotation &mark, const QString &label, bool isProvisional);
    [[nodiscard]] QString imageText(const Row &row) const;
    [[nodiscard]] QString studyText(const Row &row) const;
    [[nodiscard]] QString originText(const session::Annotation &mark) const;
    [[nodiscard]] QString remarkText(const session::Annotation &mark) const;
    void updateMark(const AnnotationId &mark);
    void forgetValues(const SopInstanceUid &image);

    struct Image {
        DataSetId stack;
        QString modality;
        int studyOrder = 0, stackOrder = 0, slice = 0, seriesNumber = -1;
    };
    session::ActionDispatcher &m_dispatcher;
    pixels::StudyImages &m_images;
    std::vector<StudyUid> m_studies;
    QHash<QString, Image> m_imagesOfStudies; ///< by SOP Instance UID and frame
    std::vector<Row> m_rows;
    struct Fused {
        QString label;
        bool isProvisional = false;
        bool operator==(const Fused &) const = default;
    };
    std::map<AnnotationId, Fused> m_fused;
};

/// A row: kind and value, with an amber half-moon where that is provisional; below of which study (of several), what
/// is remarked, where it is, and whose.
class MarkDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    static constexpr int rowPx = 44;
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

/// Arrows choose, Enter goes there, Del takes away. After a click the keyboard is still with the images.
class MarkList : public QListView
{
    Q_OBJECT
public:
    explicit MarkList(QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const QModelIndex &index);
    void removeRequested(const QModelIndex &index);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace consilium::widgets
