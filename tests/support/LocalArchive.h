#pragma once
#include "tests/support/Needs.h"

#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>
#include <vector>

namespace consilium::test
{

/// A private Orthanc for one test (tests/support/archive): started empty, ended with the object or with the process,
/// however that ends. Blocks; for tests only.
class LocalArchive
{
public:
    /// `user` as "name:password" switches sign-in on.
    explicit LocalArchive(const QString &user = {});
    ~LocalArchive();
    LocalArchive(const LocalArchive &) = delete;
    LocalArchive &operator=(const LocalArchive &) = delete;

    [[nodiscard]] bool isRunning() const { return !m_url.isEmpty(); }
    [[nodiscard]] QString problem() const { return m_problem; } ///< why it does not run; "" when it does
    [[nodiscard]] QString url() const { return m_url; }         ///< DICOMweb base URL, no trailing slash
    /// Where all its files lie. The script makes it: what others may do there is its doing.
    [[nodiscard]] QString folder() const { return m_folder.filePath(QStringLiteral("archive")); }

    /// Puts objects in by Orthanc's own REST call. False when one was not accepted.
    [[nodiscard]] bool store(const std::vector<QByteArray> &part10);
    [[nodiscard]] bool storeFiles(const QStringList &paths);
    void stop(); ///< as if somebody pulled the plug

private:
    QTemporaryDir m_folder;
    QString m_url, m_problem, m_user;
};

} // namespace consilium::test

/// A running LocalArchive called `name`, or what NEEDS() does where none is installed.
#define REQUIRE_ARCHIVE(name, ...)                                                                                     \
    consilium::test::LocalArchive name{__VA_ARGS__};                                                                   \
    NEEDS(name.isRunning(), qPrintable(name.problem()));
