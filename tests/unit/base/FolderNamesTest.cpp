#include "base/platform/FolderNames.h"
#include "tests/support/TestMain.h"

#include <QDir>
#include <QFile>
#include <QMap>
#include <QTemporaryDir>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace Qt::StringLiterals;
using namespace consilium;
using platform::FolderNames;

class FolderNamesTest : public QObject
{
    Q_OBJECT

    static QMap<QString, FolderNames::Name> all(FolderNames &names)
    {
        QMap<QString, FolderNames::Name> found;
        while (const auto name = names.next())
            found.insert(name->name, *name);
        return found;
    }
    static void write(const QString &path)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("x") == 1);
    }

private Q_SLOTS:
    void saysWhatLiesThere()
    {
        QTemporaryDir folder;
        write(folder.filePath(u"王.dcm"_s));
        write(folder.filePath(u".hidden"_s));
        QVERIFY(QDir(folder.path()).mkpath(u"below/deeper"_s));
        FolderNames names(folder.path());
        const auto found = all(names);
        QCOMPARE(found.keys(), (QStringList{u".hidden"_s, u"below"_s, u"王.dcm"_s}));
        QVERIFY(found[u"below"_s].isFolder && !found[u"below"_s].isLink);
        QVERIFY(!found[u"王.dcm"_s].isFolder && !found[u".hidden"_s].isFolder);
        QVERIFY(names.end() == FolderNames::End::Whole);
        QVERIFY(!names.next()); // and no more
    }

    void anEmptyFolderIsWhole()
    {
        QTemporaryDir folder;
        FolderNames names(folder.path());
        QVERIFY(!names.next());
        QVERIFY(names.end() == FolderNames::End::Whole);
    }

    void whatIsNoFolderIsClosed()
    {
        QTemporaryDir folder;
        write(folder.filePath(u"file"_s));
        for (const QString &name : {u"not there"_s, u"file"_s}) {
            FolderNames names(folder.filePath(name));
            QVERIFY(!names.next());
            QVERIFY(names.end() == FolderNames::End::Closed);
        }
    }

#ifdef Q_OS_UNIX
    // A link is of what it leads to. Who opens a pipe waits for whoever writes into it.
    void linksAndPipes()
    {
        QTemporaryDir folder;
        write(folder.filePath(u"file"_s));
        QVERIFY(QDir(folder.path()).mkpath(u"below"_s));
        QVERIFY(QFile::link(folder.filePath(u"file"_s), folder.filePath(u"to file"_s)));
        QVERIFY(QFile::link(folder.filePath(u"below"_s), folder.filePath(u"to below"_s)));
        QVERIFY(QFile::link(folder.filePath(u"nowhere"_s), folder.filePath(u"to nowhere"_s)));
        QCOMPARE(::mkfifo(QFile::encodeName(folder.filePath(u"pipe"_s)).constData(), 0600), 0);
        FolderNames names(folder.path());
        const auto found = all(names);
        QCOMPARE(found.keys(), (QStringList{u"below"_s, u"file"_s, u"to below"_s, u"to file"_s}));
        QVERIFY(found[u"to file"_s].isLink && !found[u"to file"_s].isFolder);
        QVERIFY(found[u"to below"_s].isLink && found[u"to below"_s].isFolder);
        QVERIFY(names.end() == FolderNames::End::Whole);
    }
#endif
};

CONSILIUM_TEST(FolderNamesTest)
#include "FolderNamesTest.moc"
