#include "base/Geometry.h"
#include "base/Ids.h"
#include "base/Units.h"
#include "tests/support/TestMain.h"

#include <type_traits>

using namespace consilium;

// What names one thing must not pass for another, nor a length for a number of pixels.
static_assert(!std::is_convertible_v<StudyUid, SeriesUid>);
static_assert(!std::is_constructible_v<SeriesUid, StudyUid>);
static_assert(!std::is_convertible_v<QString, StudyUid>);
static_assert(!std::is_convertible_v<StudyUid, QString>);
static_assert(!std::is_assignable_v<ViewId &, DataSetId>);
static_assert(!std::equality_comparable_with<SopInstanceUid, SeriesUid>);
static_assert(!std::is_convertible_v<PatientPoint, ImagePoint>);
static_assert(!std::is_constructible_v<ImagePoint, ScreenPoint>);
static_assert(!std::is_constructible_v<PatientPoint, PatientVector>);
static_assert(!std::is_assignable_v<ScreenPoint &, ImagePoint>);
static_assert(!std::is_convertible_v<Millimetres, Pixels>);
static_assert(!std::is_constructible_v<Pixels, Millimetres>);
static_assert(!std::is_convertible_v<double, Millimetres>);

class TestIds : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void compareAndHash()
    {
        const StudyUid a(QStringLiteral("1.2")), b(QStringLiteral("1.10")), same(QStringLiteral("1.2"));
        QVERIFY(a == same);
        QVERIFY(a != b);
        QVERIFY(b < a); // by text
        QCOMPARE(std::hash<StudyUid>()(a), std::hash<StudyUid>()(same));
        QVERIFY(StudyUid().isEmpty());
    }

    void geometry()
    {
        const PatientVector x{1, 0, 0}, y{0, 1, 0};
        QVERIFY(x.cross(y) == (PatientVector{0, 0, 1})); // right-handed: left x posterior = head
        QCOMPARE((PatientVector{3, 4, 12}).length(), 13.0);
        QVERIFY(PatientVector{}.normalised() == PatientVector{});
        QVERIFY((PatientPoint{1, 2, 3} + (PatientPoint{4, 6, 8} - PatientPoint{1, 2, 3})) == (PatientPoint{4, 6, 8}));
    }
};

CONSILIUM_TEST(TestIds)
#include "TestIds.moc"
