#include "app/usecases/FusedNote.h"
#include "tests/support/TestMain.h"
#include "tests/unit/app/HeldImages.h"

#include <QTest>

using namespace consilium;
using namespace consilium::test;
using namespace Qt::StringLiterals;

namespace
{

/// A view of a CT over whose images a PET lies, in one frame of reference.
struct Fused {
    HeldImages images;
    session::ViewerState state;

    Fused()
    {
        images.put(stackIn(u"1.1"_s, u"1.9"_s));
        lay(u"1.9"_s);
    }
    void lay(const QString &frameOfReference)
    {
        const auto pet = stackIn(u"7.1"_s, frameOfReference);
        pet->header.modality = u"PT"_s;
        pet->header.description = u"AC WB"_s;
        images.put(pet);
        show(true);
    }
    void show(bool isFused)
    {
        session::ViewState view;
        view.study = StudyUid(u"1.2.3"_s);
        view.dataSet = DataSetId(u"1.1"_s);
        if (isFused) {
            view.fusion.emplace();
            view.fusion->study = view.study;
            view.fusion->dataSet = DataSetId(u"7.1"_s);
        }
        state = session::ViewerState().withView(ViewId(u"v1"_s), view);
    }
    [[nodiscard]] QStringList notes(const std::vector<session::Annotation> &marks, const app::SavedMarks &before = {})
    {
        return app::notesOnFused(marks, before, state, images);
    }
};

session::Annotation markOn(const QString &sop, session::AnnotationKind kind)
{
    session::Annotation mark;
    mark.id = AnnotationId(u"m"_s);
    mark.kind = kind;
    mark.dataSet = DataSetId(u"1.1"_s);
    mark.sop = SopInstanceUid(sop);
    mark.imageHandles = {{10, 10}, {20, 10}};
    return mark;
}

} // namespace

class UsecaseFusedNote : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// What a reader sees at the mark and no object holds is said when it is saved, and not of anything else.
    void figuresThatAreNotKeptAreNamed()
    {
        using Kind = session::AnnotationKind;
        Fused fused;
        const auto circle = markOn(u"1.1.7"_s, Kind::PointRoi), length = markOn(u"1.1.7"_s, Kind::Length);
        QCOMPARE(fused.notes({length, circle}).size(), 1);
        QVERIFY2(fused.notes({circle}).front().contains(u"(PT AC WB) are not kept"_s),
                 qPrintable(fused.notes({circle}).front()));
        QCOMPARE(fused.notes({markOn(u"1.1.7"_s, Kind::Probe)}).size(), 1);
        QVERIFY(fused.notes({length}).isEmpty());                             // says the same with and without it
        QVERIFY(fused.notes({markOn(u"9.9.7"_s, Kind::PointRoi)}).isEmpty()); // on an image of another series
        app::SavedMarks before;
        before.marks = {circle};
        QVERIFY(fused.notes({circle}, before).isEmpty()); // it was said when that was saved
        fused.lay(u"2.9"_s);                              // refused: nothing of it is seen
        QVERIFY(fused.notes({circle}).isEmpty());
        fused.lay(u"1.9"_s);
        QCOMPARE(fused.notes({circle}).size(), 1);
        fused.show(false);
        QVERIFY(fused.notes({circle}).isEmpty());
    }
};

CONSILIUM_TEST(UsecaseFusedNote)
#include "UsecaseFusedNote.moc"
