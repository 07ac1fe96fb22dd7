#pragma once
#include "tests/support/TestMain.h"
#include "viewer/hanging/Hang.h"
#include "viewer/hanging/ProtocolReader.h"
#include "viewer/hanging/Shelf.h"

#include <QFile>
#include <QTemporaryDir>

#include <memory>

/// Studies as the program would know them, made by hand: what protocols are matched against.
namespace consilium::test
{

using namespace Qt::StringLiterals;

inline QStringList presetNames()
{
    return {u"lung"_s, u"brain"_s};
}

inline std::vector<hanging::NamedWindow> presets()
{
    return {{u"lung"_s, {-500, 1500, session::VoiFunction::Linear}, true},
            {u"brain"_s, {40, 80, session::VoiFunction::Linear}, true}};
}

struct Shot {
    QString laterality, view;
    QString rowLetters, columnLetters;
    int columns = 100, rows = 200;
    double spacingMm = 0.5; ///< 0: unknown
    QString imageType = {};
};

inline std::shared_ptr<dicom::Instance> imageOf(const Shot &shot, const QString &sop)
{
    auto image = std::make_shared<dicom::Instance>();
    image->sop = SopInstanceUid(sop);
    image->laterality = shot.laterality;
    image->viewPosition = shot.view;
    image->imageType = shot.imageType;
    image->geometry.columns = shot.columns;
    image->geometry.rows = shot.rows;
    image->geometry.rowLetters = shot.rowLetters;
    image->geometry.columnLetters = shot.columnLetters;
    if (shot.spacingMm > 0.0)
        image->geometry.spacing = {shot.spacingMm, shot.spacingMm, dicom::SpacingBasis::DetectorPlane};
    return image;
}

inline dicom::DataSetPtr stackOf(const QString &id, const QString &modality, const QString &bodyPart,
                                 const QString &description, std::vector<dicom::InstancePtr> images)
{
    auto stack = std::make_shared<dicom::DataSet>();
    stack->id = DataSetId(id);
    stack->header.uid = SeriesUid(id);
    stack->header.modality = modality;
    stack->header.bodyPart = bodyPart;
    stack->header.description = description;
    stack->slices = std::move(images);
    return stack;
}

/// An axial stack, 5 mm apart.
inline dicom::DataSetPtr axialStack(const QString &id, const QString &modality, const QString &description, int slices,
                                    const QString &bodyPart = u"CHEST"_s)
{
    std::vector<dicom::InstancePtr> images;
    for (int i = 0; i < slices; ++i) {
        auto image = imageOf({{}, {}, {}, {}, 64, 64, 1.0}, id + u".%1"_s.arg(i + 1));
        image->geometry.spacing.basis = dicom::SpacingBasis::PatientPlane;
        image->geometry.frameOfReference = FrameOfReferenceUid(id + u".9"_s);
        image->geometry.position = PatientPoint{0, 0, -5.0 * i};
        image->geometry.alongRow = PatientVector{1, 0, 0};
        image->geometry.alongColumn = PatientVector{0, 1, 0};
        image->grey.unit = modality == "CT"_L1 ? ValueUnit::Hounsfield : ValueUnit::None;
        images.push_back(image);
    }
    return stackOf(id, modality, bodyPart, description, std::move(images));
}

inline hanging::Study studyOf(const QString &uid, const QString &date, std::vector<dicom::DataSetPtr> stacks,
                              const QString &patient = u"TEST-1"_s)
{
    hanging::Study study;
    study.header.uid = StudyUid(uid);
    study.header.date = date;
    study.header.time = u"101500"_s;
    study.header.patient.id = patient;
    study.header.patient.name = dicom::PersonName::parse(u"TEST^ONE"_s);
    study.dataSets = std::move(stacks);
    return study;
}

/// Four mammograms, one a series, as detectors write them: chest wall of the right breast at the right.
inline hanging::Study mammograms(const QString &uid = u"1.1"_s, const QString &date = u"20260301"_s)
{
    const auto one = [&uid](const QString &side, const QString &view, const QString &row, const QString &column) {
        const QString id = u"%1.%2%3"_s.arg(uid, side, view);
        return stackOf(id, u"MG"_s, {}, view, {imageOf({side, view, row, column}, id + u".1"_s)});
    };
    return studyOf(uid, date,
                   {one(u"L"_s, u"MLO"_s, u"A"_s, u"FR"_s), one(u"R"_s, u"CC"_s, u"P"_s, u"L"_s),
                    one(u"L"_s, u"CC"_s, u"A"_s, u"R"_s), one(u"R"_s, u"MLO"_s, u"P"_s, u"FL"_s)});
}

inline hanging::Protocol protocolOf(const QByteArray &json)
{
    auto read = hanging::readProtocol(json, presetNames());
    if (!read)
        qFatal("%s", qPrintable(read.error().front().text()));
    return *read;
}

inline hanging::Screen screen(double width = 1000, double height = 800)
{
    hanging::Screen screen;
    screen.widthPx = width;
    screen.heightPx = height;
    return screen;
}

/// What a view is given; a default one where the actions do not name it.
inline session::ShowSeries shown(const hanging::Hanging &hanging, const QString &view)
{
    for (const session::Action &action : hanging.actions)
        if (const auto *show = std::get_if<session::ShowSeries>(&action); show && show->view.text() == view)
            return *show;
    return {};
}

inline std::vector<hanging::Note::Kind> notesOf(const hanging::Hanging &hanging, const QString &view)
{
    std::vector<hanging::Note::Kind> kinds;
    for (const hanging::Note &note : hanging.notes)
        if (note.view.text() == view)
            kinds.push_back(note.kind);
    return kinds;
}

/// The state after all of it.
inline session::ViewerState stateAfter(const hanging::Hanging &hanging)
{
    session::ViewerState state;
    for (const session::Action &action : hanging.actions) {
        const auto next = session::reduce(state, action);
        if (!next)
            qFatal("%s", qPrintable(next.error().detail));
        state = *next;
    }
    return state;
}

} // namespace consilium::test
