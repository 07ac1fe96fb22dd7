#include "tests/unit/hanging/HangingFixture.h"

using namespace consilium;
using namespace consilium::hanging;
using namespace consilium::test;
using NoteKind = Note::Kind;

namespace
{

Protocol withCells(int rows, int columns, const QByteArray &cells, const QByteArray &more = {})
{
    return protocolOf(R"({"schema": 1, "name": "T", "id": "t", "match": {}, "stages": [{"monitors": [{"rows": )" +
                      QByteArray::number(rows) + R"(, "columns": )" + QByteArray::number(columns) + R"(, "cells": [)" +
                      cells + "]}]" + more + "}]}");
}

Studies ctWithPrior()
{
    return {studyOf(u"1.1"_s, u"20260301"_s,
                    {axialStack(u"c1"_s, u"CT"_s, u"Thorax"_s, 21), axialStack(u"c2"_s, u"CT"_s, u"Lung"_s, 11)}),
            {studyOf(u"1.2"_s, u"20250301"_s, {axialStack(u"p1"_s, u"CT"_s, u"Thorax"_s, 9)})}};
}

} // namespace

class HangTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void choosesSeriesImageAndWindow()
    {
        const Protocol protocol = withCells(1, 3, R"(
            {"find": {"description": {"contains": "thorax"}}, "image": "middle", "window": "lung"},
            {"find": {"modality": "CT"}, "nth": 2, "image": "last", "window": {"centre": 10, "width": 20}},
            {"find": {}, "prior": {}})");
        const Hanging hanging = hang(protocol, 0, ctWithPrior(), screen(), presets());
        QCOMPARE(std::get<session::SetLayout>(hanging.actions.front()),
                 (session::SetLayout{1, 3, session::Layout::viewAt(0)}));
        QCOMPARE(shown(hanging, u"v1"_s).dataSet, DataSetId(u"c1"_s));
        QCOMPARE(std::get<session::ImageRef>(shown(hanging, u"v1"_s).plane).sop, SopInstanceUid(u"c1.11"_s));
        QCOMPARE(std::get<session::ImageRef>(shown(hanging, u"v2"_s).plane).sop, SopInstanceUid(u"c2.11"_s));
        QCOMPARE(shown(hanging, u"v3"_s).study, StudyUid(u"1.2"_s));
        const session::ViewerState state = stateAfter(hanging);
        QCOMPARE(state.presentation(ViewId(u"v1"_s), DataSetId(u"c1"_s)).window->width, 1500.0);
        QCOMPARE(state.presentation(ViewId(u"v2"_s), DataSetId(u"c2"_s)).window->centre, 10.0);
        QVERIFY(!state.presentation(ViewId(u"v3"_s), DataSetId(u"p1"_s)).window);
        QVERIFY(hanging.notes.empty());
    }

    void isTheSameEachTime()
    {
        const Protocol protocol = withCells(1, 2, R"({"find": {}}, {"find": {}, "prior": {}})");
        const Hanging one = hang(protocol, 0, ctWithPrior(), screen(), presets());
        const Hanging other = hang(protocol, 0, ctWithPrior(), screen(), presets());
        QVERIFY(one.actions == other.actions);
        QCOMPARE(stateAfter(one).hash(), stateAfter(other).hash());
    }

    void emptyViewsSayWhy()
    {
        Studies studies = ctWithPrior();
        const Protocol protocol = withCells(1, 4, R"({"find": {"modality": "MR"}}, {"find": {}, "nth": 9},
            {"find": {"laterality": "L"}}, {"find": {}, "prior": {"nth": 2}})");
        const Hanging hanging = hang(protocol, 0, studies, screen(), presets());
        QCOMPARE(notesOf(hanging, u"v1"_s), std::vector{NoteKind::NothingFits});
        QCOMPARE(notesOf(hanging, u"v2"_s), std::vector{NoteKind::TooFew});
        QCOMPARE(notesOf(hanging, u"v3"_s), std::vector{NoteKind::SaysTooLittle});
        QCOMPARE(notesOf(hanging, u"v4"_s), std::vector{NoteKind::NoPrior});
        QVERIFY(hanging.notes.front().text().contains(u"MR"_s));
        for (const QString &view : {u"v1"_s, u"v2"_s, u"v3"_s, u"v4"_s})
            QVERIFY(stateAfter(hanging).view(ViewId(view)).dataSet.isEmpty());
        studies.current.isSettled = false;
        QCOMPARE(notesOf(hang(protocol, 0, studies, screen(), presets()), u"v1"_s), std::vector{NoteKind::NotYetKnown});
    }

    void hangsMammogramsBackToBackAndToOneScale()
    {
        const QByteArray cell = R"({"find": {"modality": "MG", "laterality": "%", "view": "CC"}, "zoom": "sameScale",
                                    "chestWall": "byLaterality"})";
        const Protocol protocol =
            withCells(1, 2, QByteArray(cell).replace('%', 'R') + "," + QByteArray(cell).replace('%', 'L'));
        Studies studies{mammograms(), {}};
        auto larger = imageOf({u"L"_s, u"CC"_s, u"A"_s, u"R"_s, 200, 400}, u"large"_s);
        studies.current.dataSets[2] = stackOf(u"large"_s, u"MG"_s, {}, {}, {larger});
        const Hanging hanging = hang(protocol, 0, studies, screen(1000, 800), presets());
        const auto right = shown(hanging, u"v1"_s), left = shown(hanging, u"v2"_s);
        // 100 x 200 mm are the larger one's size; a cell is 500 x 800 px: 0.25 mm a pixel, 125 mm across.
        QCOMPARE(right.zoomPan->across, 125.0);
        QCOMPARE(left.zoomPan->across, 125.0);
        // 50 mm wide at the right of 125 mm: the cell's middle lies 37.5 mm to the left of the image's.
        QCOMPARE(right.zoomPan->offsetAlongRow, -37.5);
        QCOMPARE(left.zoomPan->offsetAlongRow, 12.5);
        QCOMPARE(right.orientation, session::Orientation());
        QVERIFY(hanging.notes.empty());
    }

    void turnsAMammogramThatLiesOtherwise()
    {
        const Protocol protocol = withCells(1, 1, R"({"find": {}, "chestWall": "byLaterality"})");
        const auto turnOf = [&](const Shot &shot, std::vector<NoteKind> *notes = nullptr) {
            const Studies studies{studyOf(u"1.1"_s, {}, {stackOf(u"s"_s, u"MG"_s, {}, {}, {imageOf(shot, u"i"_s)})}),
                                  {}};
            const Hanging hanging = hang(protocol, 0, studies, screen(), presets());
            if (notes)
                *notes = notesOf(hanging, u"v1"_s);
            return shown(hanging, u"v1"_s);
        };
        // The chest wall of a right breast at the left: mirrored about the upright axis.
        QCOMPARE(turnOf({u"R"_s, u"MLO"_s, u"A"_s, u"F"_s}).orientation, (session::Orientation{0, true}));
        QCOMPARE(turnOf({u"R"_s, u"CC"_s, u"A"_s, u"R"_s}).orientation, (session::Orientation{180, false}));
        // What it does not say is not guessed: as stored, in the middle, with a note.
        std::vector<NoteKind> notes;
        for (const auto &[shot, why] : {std::pair{Shot{{}, u"CC"_s, u"A"_s, u"R"_s}, NoteKind::LateralityUnknown},
                                        std::pair{Shot{u"B"_s, u"CC"_s, u"A"_s, u"R"_s}, NoteKind::LateralityUnknown},
                                        std::pair{Shot{u"R"_s, {}, u"A"_s, u"R"_s}, NoteKind::ViewUnknown},
                                        std::pair{Shot{u"R"_s, u"CC"_s, {}, {}}, NoteKind::SidesUnknown}}) {
            const auto show = turnOf(shot, &notes);
            QCOMPARE(show.orientation, session::Orientation());
            QVERIFY(!show.zoomPan);
            QCOMPARE(notes, std::vector{why});
        }
    }

    void hasNoCommonScaleWithoutCalibration()
    {
        const Protocol protocol = withCells(1, 2, R"({"find": {}, "zoom": "sameScale"},
                                                     {"find": {}, "nth": 2, "zoom": "sameScale"})");
        const auto hung = [&](double spacing, dicom::SpacingBasis basis) {
            auto other = imageOf({{}, {}, {}, {}, 100, 200, spacing}, u"b"_s);
            if (spacing > 0.0)
                other->geometry.spacing.basis = basis;
            return hang(protocol, 0,
                        {studyOf(u"1.1"_s, {},
                                 {stackOf(u"a"_s, u"DX"_s, {}, {}, {imageOf({}, u"a"_s)}),
                                  stackOf(u"b"_s, u"DX"_s, {}, {}, {other})}),
                         {}},
                        screen(), presets());
        };
        const Hanging uncalibrated = hung(0.0, dicom::SpacingBasis::None);
        QVERIFY(!shown(uncalibrated, u"v1"_s).zoomPan && !shown(uncalibrated, u"v2"_s).zoomPan);
        QCOMPARE(notesOf(uncalibrated, u"v2"_s), std::vector{NoteKind::NotCalibrated});
        const Hanging mixed = hung(0.5, dicom::SpacingBasis::Calibrated);
        QVERIFY(!shown(mixed, u"v1"_s).zoomPan && !shown(mixed, u"v2"_s).zoomPan);
        QCOMPARE(notesOf(mixed, u"v1"_s), std::vector{NoteKind::OtherBasis});
        QVERIFY(shown(hung(0.5, dicom::SpacingBasis::DetectorPlane), u"v1"_s).zoomPan);
    }

    void showsTrueSizeOnAMeasuredMonitorOnly()
    {
        const Protocol protocol = withCells(1, 1, R"({"find": {}, "zoom": "trueSize"})");
        Screen measured = screen(1000, 800);
        measured.mmPerPx = 0.25;
        QCOMPARE(shown(hang(protocol, 0, ctWithPrior(), measured, presets()), u"v1"_s).zoomPan->across, 200.0);
        const Hanging unmeasured = hang(protocol, 0, ctWithPrior(), screen(1000, 800), presets());
        QVERIFY(!shown(unmeasured, u"v1"_s).zoomPan);
        QCOMPARE(notesOf(unmeasured, u"v1"_s), std::vector{NoteKind::MonitorNotMeasured});
    }

    /// Three views side by side over two monitors of 500 px each; the middle one lies on both.
    void showsTrueSizeByTheMonitorOfEachView()
    {
        const QByteArray cell = R"({"find": {}, "zoom": "trueSize"})";
        const Protocol protocol = withCells(1, 3, cell + ", " + cell + ", " + cell);
        Screen two = screen(1000, 800);
        two.mmPerPx = 0.25;
        two.measureAt = [](double leftPx, double, const CellSize &size) {
            const bool isLeft = leftPx + size.widthPx <= 500.0, isRight = leftPx >= 500.0;
            return isLeft ? PixelMeasure{0.25, false} : isRight ? PixelMeasure{0.2, false} : PixelMeasure{{}, true};
        };
        const Hanging hanging = hang(protocol, 0, ctWithPrior(), two, presets());
        const double shorterPx = 1000.0 / 3.0;
        QVERIFY(std::abs(shown(hanging, u"v1"_s).zoomPan->across - 0.25 * shorterPx) < 1e-9);
        QVERIFY(!shown(hanging, u"v2"_s).zoomPan);
        QVERIFY(std::abs(shown(hanging, u"v3"_s).zoomPan->across - 0.2 * shorterPx) < 1e-9);
        QVERIFY(notesOf(hanging, u"v1"_s).empty() && notesOf(hanging, u"v3"_s).empty());
        QCOMPARE(notesOf(hanging, u"v2"_s), std::vector{NoteKind::AcrossMonitors});
    }

    void namesWindowsOfHounsfieldImagesOnly()
    {
        const Protocol protocol = withCells(1, 1, R"({"find": {}, "window": "brain"})");
        const Studies studies{studyOf(u"1.1"_s, {}, {axialStack(u"m"_s, u"MR"_s, u"T1"_s, 5)}), {}};
        const Hanging hanging = hang(protocol, 0, studies, screen(), presets());
        QCOMPARE(notesOf(hanging, u"v1"_s), std::vector{NoteKind::NotHounsfield});
        QVERIFY(!stateAfter(hanging).presentation(ViewId(u"v1"_s), DataSetId(u"m"_s)).window);
    }

    void showsKeyImages()
    {
        const Protocol protocol = withCells(1, 1, R"({"find": {}, "image": "key"})");
        Studies studies = ctWithPrior();
        QCOMPARE(notesOf(hang(protocol, 0, studies, screen(), presets()), u"v1"_s), std::vector{NoteKind::NoKeyImage});
        studies.current.keyImages = {{SopInstanceUid(u"c1.7"_s), 0}};
        const Hanging hanging = hang(protocol, 0, studies, screen(), presets());
        QCOMPARE(std::get<session::ImageRef>(shown(hanging, u"v1"_s).plane).sop, SopInstanceUid(u"c1.7"_s));
        QVERIFY(hanging.notes.empty());
    }

    void linksByPositionAndByOffset()
    {
        const QByteArray cells = R"({"find": {}, "linked": true}, {"find": {}, "prior": {}, "linked": true})";
        const auto linkOf = [&](const QByteArray &link, const QByteArray &of) {
            return stateAfter(
                       hang(withCells(1, 2, of, ", \"link\": \"" + link + "\""), 0, ctWithPrior(), screen(), presets()))
                .layout()
                .link;
        };
        QCOMPARE(linkOf("position", cells).kind, session::LinkKind::Position);
        QCOMPARE(linkOf("none", cells).kind, session::LinkKind::None);
        const session::ScrollLink offset = linkOf("offset", cells);
        QCOMPARE(offset.kind, session::LinkKind::Offset);
        QCOMPARE(offset.anchors.size(), std::size_t(2));
        QCOMPARE(offset.anchors[1].dataSet, DataSetId(u"p1"_s));
        QCOMPARE(offset.anchors[0].point.x, 31.5); // the middle of 64 columns of 1 mm
        const Hanging one = hang(withCells(1, 1, R"({"find": {}, "linked": true})", R"(, "link": "offset")"), 0,
                                 ctWithPrior(), screen(), presets());
        QCOMPARE(stateAfter(one).layout().link.kind, session::LinkKind::None);
        QCOMPARE(one.notes.back().kind, NoteKind::NotLinked);
    }

    /// Two monitors of 2 x 1 and 2 x 2 views: three columns, each monitor's cells side by side.
    void putsMonitorsSideBySide()
    {
        const Protocol protocol = protocolOf(R"({"schema": 1, "name": "T", "id": "t", "match": {}, "stages": [
            {"monitors": [{"rows": 2, "columns": 1, "cells": [{"find": {}}, {"empty": true}]},
                          {"rows": 2, "columns": 2, "cells": [{"find": {}, "nth": 2}, {"empty": true},
                                                              {"empty": true}, {"find": {}, "prior": {}}]}]}]})");
        const Hanging hanging = hang(protocol, 0, ctWithPrior(), screen(), presets());
        QCOMPARE(std::get<session::SetLayout>(hanging.actions.front()).columns, 3);
        QCOMPARE(shown(hanging, u"v1"_s).dataSet, DataSetId(u"c1"_s));
        QCOMPARE(shown(hanging, u"v2"_s).dataSet, DataSetId(u"c2"_s));
        QCOMPARE(shown(hanging, u"v6"_s).dataSet, DataSetId(u"p1"_s));
        QVERIFY(hanging.notes.empty()); // left free on purpose
    }
};

CONSILIUM_TEST(HangTest)
#include "HangTest.moc"
