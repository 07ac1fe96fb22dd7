#pragma once
#include "app/windows/TopLine.h"

class QLabel;

namespace consilium::app
{

class LoadingBar;

/// How far the files of opened folders have been read, with a way to stop; gone when they have been.
class ReadingBar : public TopNote
{
    Q_OBJECT
public:
    explicit ReadingBar(QWidget *parent = nullptr);
    /// Files. `total` -1: they are still being counted, `found` of them by now; 0: nothing is being read.
    void setProgress(int read, int total, int found = 0);

Q_SIGNALS:
    void stopRequested();

private:
    QLabel *m_text;
    LoadingBar *m_bar;
};

} // namespace consilium::app
