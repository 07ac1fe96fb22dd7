#include "viewer/dicom/Pinyin.h"
#include "tests/support/TestMain.h"

using namespace Qt::StringLiterals;
using namespace consilium;
using dicom::Pinyin;

class PinyinTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void namesAreFoundAsTheyAreTyped_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("finds");
        QTest::addColumn<QStringList>("misses");
        QTest::newRow("initials, syllables, both")
            << u"张三"_s << QStringList{u"zs"_s, u"zhangsan"_s, u"ZhangSan"_s, u"zhangs"_s, u"zsan"_s, u"san"_s, u"z"_s}
            << QStringList{u"sz"_s, u"zhangsanl"_s, u"an"_s, u"zx"_s, QString()};
        QTest::newRow("traditional") << u"張三豐"_s << QStringList{u"zsf"_s, u"zhangsanfeng"_s} << QStringList{u"zf"_s};
        QTest::newRow("Shan") << u"单雄信"_s << QStringList{u"shan"_s, u"sxx"_s, u"danxiong"_s} << QStringList{u"qx"_s};
        QTest::newRow("Zeng") << u"曾国"_s << QStringList{u"zengguo"_s, u"zg"_s, u"ceng"_s} << QStringList{u"sg"_s};
        QTest::newRow("Qiu") << u"仇英"_s << QStringList{u"qiuying"_s, u"qy"_s, u"chouying"_s} << QStringList{u"ry"_s};
        QTest::newRow("Xie") << u"解晓东"_s << QStringList{u"xiexiaodong"_s, u"xxd"_s, u"jie"_s} << QStringList{u"q"_s};
        QTest::newRow("Zha") << u"查良"_s << QStringList{u"zhaliang"_s, u"zl"_s, u"cha"_s} << QStringList{u"sl"_s};
        QTest::newRow("compound") << u"尉迟恭"_s << QStringList{u"yuchigong"_s, u"ycg"_s, u"wcg"_s} << QStringList{};
        QTest::newRow("ü") << u"吕布"_s << QStringList{u"lvbu"_s, u"lubu"_s, u"lyubu"_s, u"lb"_s, u"LÜ"_s}
                           << QStringList{u"libu"_s};
        QTest::newRow("letters") << u"ZHANG SAN"_s << QStringList{u"zhangsan"_s, u"zs"_s, u"San"_s, u"zhang-san"_s}
                                 << QStringList{u"hang"_s, u"z1"_s, u"张"_s};
        QTest::newRow("marks") << u"Müller Jörg"_s << QStringList{u"muller"_s, u"MÜLLER"_s, u"mj"_s} << QStringList{};
        QTest::newRow("a rare character") << u"\U00020BB7野"_s << QStringList{u"ye"_s} << QStringList{u"zz"_s};
        QTest::newRow("wild cards") << u"张三丰"_s
                                    << QStringList{u"zhang*"_s, u"zh*f"_s, u"z*feng"_s, u"*san"_s,  u"z?ang"_s,
                                                   u"??sf"_s,   u"zs?"_s,  u"z**f"_s,   u"ｚｈ＊"_s}
                                    << QStringList{u"li*"_s, u"f*z"_s, u"zhang?"_s.repeated(4),
                                                   u"*"_s,   u"??"_s,  u"?????????z"_s};
        QTest::newRow("nothing") << QString() << QStringList{} << QStringList{u"a"_s};
    }
    void namesAreFoundAsTheyAreTyped()
    {
        QFETCH(QString, name);
        QFETCH(QStringList, finds);
        QFETCH(QStringList, misses);
        const Pinyin pinyin = Pinyin::of(name);
        for (const QString &typed : finds)
            QVERIFY2(pinyin.matches(Pinyin::fold(typed)), qPrintable(typed));
        for (const QString &typed : misses)
            QVERIFY2(!pinyin.matches(Pinyin::fold(typed)), qPrintable(typed));
    }

    void wholeNamesAreSpelt_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("spellings");
        QTest::addColumn<QStringList>("others");
        QTest::newRow("two") << u"李四"_s << QStringList{u"LI SI"_s, u"lisi"_s, u"Lǐ Sì"_s, u"Li-Si"_s, u"ＬＩ ＳＩ"_s}
                             << QStringList{u"WANG WU"_s,   u"LI"_s,      u"LS"_s,   u"SI LI"_s,
                                            u"LI SI MIN"_s, u"LI SI 2"_s, u"李四"_s, QString()};
        QTest::newRow("a surname's reading")
            << u"单雄信"_s << QStringList{u"SHAN XIONGXIN"_s, u"DAN XIONG XIN"_s} << QStringList{u"SAN XIONGXIN"_s};
        QTest::newRow("traditional") << u"張曉東"_s << QStringList{u"ZHANG XIAODONG"_s}
                                     << QStringList{u"CHANG HSIAO TUNG"_s};
        QTest::newRow("Cantonese") << u"王小東"_s << QStringList{u"WANG XIAODONG"_s} << QStringList{u"WONG SIU TUNG"_s};
        QTest::newRow("ü") << u"吕布"_s << QStringList{u"LV BU"_s, u"LU BU"_s, u"LYU BU"_s, u"LÜ BU"_s}
                           << QStringList{u"LI BU"_s};
        QTest::newRow("either cut") << u"西安"_s << QStringList{u"XIAN"_s, u"XI AN"_s} << QStringList{u"XIA"_s};
        QTest::newRow("nothing") << QString() << QStringList{} << QStringList{QString(), u"LI"_s};
    }
    void wholeNamesAreSpelt()
    {
        QFETCH(QString, name);
        QFETCH(QStringList, spellings);
        QFETCH(QStringList, others);
        const Pinyin pinyin = Pinyin::of(name);
        for (const QString &latin : spellings)
            QVERIFY2(pinyin.spells(latin), qPrintable(latin));
        for (const QString &latin : others)
            QVERIFY2(!pinyin.spells(latin), qPrintable(latin));
    }

    void longInputIsRefusedQuickly()
    {
        QVERIFY(Pinyin::fold(QString(1000, u'a')).isEmpty());
        const Pinyin pinyin = Pinyin::of(QString(200, u'俞'));
        QVERIFY(!pinyin.matches(Pinyin::fold(u"yuyuyuyuyuyuyuyuyuyuyuyuyuyuyuyuyuyuyuyuyuyuyuyx"_s)));
    }
};

CONSILIUM_TEST(PinyinTest)
#include "PinyinTest.moc"
