#pragma once
#include <QWidget>

class QLabel;
class QPushButton;

namespace consilium::app
{

class StudyPictures;
class WorklistSearch;

/// The quiet line below the list while archives are asked for no small pictures, because they dropped the connection
/// over them, with a button to ask all the same. Hidden when there is none.
class PictureNote : public QWidget
{
    Q_OBJECT
public:
    /// Both live longer than the note.
    PictureNote(StudyPictures &pictures, const WorklistSearch &search, QWidget *parent = nullptr);
    void refresh();
    [[nodiscard]] QString text() const; ///< empty while it is hidden

private:
    StudyPictures &m_pictures;
    const WorklistSearch &m_search;
    QLabel *m_text;
};

} // namespace consilium::app
