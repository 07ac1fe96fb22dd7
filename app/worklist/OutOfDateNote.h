#pragma once
#include <QWidget>

#include <vector>

class QLabel;

namespace consilium::app
{

class WorklistModel;
struct SourceState;

/// The quiet lines below the list, where they move no row when they come: which archives have not answered since when,
/// so that what is listed of them may have changed, of which of them not all that is asked for is known, and which have
/// listed entries that could not be read. Hidden when there is nothing to say.
class OutOfDateNote : public QWidget
{
    Q_OBJECT
public:
    explicit OutOfDateNote(QWidget *parent = nullptr);
    void showFor(const std::vector<SourceState> &archives, const WorklistModel &model);
    [[nodiscard]] QString text() const;

private:
    QLabel *m_text;
};

} // namespace consilium::app
