#pragma once
#include "app/windows/ReadingSession.h"
#include "viewer/pixels/StudyImages.h"

#include <QObject>
#include <QString>

#include <optional>
#include <vector>

namespace consilium::app
{

/// A study that was asked for by its key images (`keyImagesOnly`, IHE RAD TF-2, RAD-106): as soon as all its series are
/// described the first image that a Key Object Selection of it names (PS3.3 A.35.4) goes into the first view, and the
/// note that lists them beside it. Images are not hidden from who reads: the others stay in the series strip. Where
/// there are no key images that is said. A reader who has begun meanwhile is not led away, only told. It is done then
/// and deletes itself; it is the session's child.
class KeyImageGuide : public QObject
{
    Q_OBJECT
public:
    /// `askedAs`: what the reader knows the study by.
    KeyImageGuide(ReadingSession &session, pixels::StudyImages &images, StudyUid study, QString askedAs);

    void start(); ///< what is described already is shown at once

Q_SIGNALS:
    void told(const QString &text); ///< once

private:
    struct Place {
        DataSetId note, dataSet;
        session::ImageRef image;
    };
    /// What the notes of the study name.
    struct Found {
        std::optional<Place> first; ///< of those that are there
        int named = 0, missing = 0; ///< images, each once
        bool isWhole = true;        ///< every series could be described
    };
    void look();
    [[nodiscard]] bool isSettled() const;
    [[nodiscard]] Found find() const;
    [[nodiscard]] QString textOf(const Found &found, bool isShown) const;
    [[nodiscard]] bool show(const Place &place);

    ReadingSession &m_session;
    pixels::StudyImages &m_images;
    StudyUid m_study;
    QString m_askedAs;
    bool m_isReaderBusy = false, m_isDone = false;
};

} // namespace consilium::app
