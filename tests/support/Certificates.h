#pragma once
#include <QFile>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace consilium::test
{

/// Certificates for servers of tests, made by the openssl program when the test runs: an authority, certificates that
/// it has signed, and such that have signed themselves.
class Certificates
{
public:
    /// False: there is no such program.
    [[nodiscard]] bool begin() const
    {
        QFile settings(path(QStringLiteral("ca.cnf"))), index(path(QStringLiteral("index.txt")));
        return settings.open(QIODevice::WriteOnly) && index.open(QIODevice::WriteOnly) &&
               settings.write("[ca]\ndefault_ca=test\n[test]\ndatabase=index.txt\nnew_certs_dir=.\nrand_serial=yes\n"
                              "default_md=sha256\npolicy=any\ncopy_extensions=copy\nunique_subject=no\n"
                              "[any]\ncommonName=supplied\n") > 0 &&
               settings.flush() &&
               openssl({QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-days"), QStringLiteral("2"),
                        QStringLiteral("-subj"), QStringLiteral("/CN=TEST AUTHORITY")},
                       QStringLiteral("authority"), QStringLiteral(".pem"));
    }
    /// One that has signed itself, for a subjectAltName such as "IP:127.0.0.1".
    [[nodiscard]] bool makeSelfSigned(const QString &name, const QString &subjectAltName) const
    {
        return openssl({QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-days"), QStringLiteral("2"),
                        QStringLiteral("-subj"), QStringLiteral("/CN=TEST"), QStringLiteral("-addext"),
                        QStringLiteral("subjectAltName=") + subjectAltName},
                       name, QStringLiteral(".pem"));
    }
    /// One of the authority, valid from and to these times (YYYYMMDDHHMMSSZ).
    [[nodiscard]] bool makeSigned(const QString &name, const QString &subjectAltName, const QString &from,
                                  const QString &to) const
    {
        return openssl({QStringLiteral("req"), QStringLiteral("-new"), QStringLiteral("-subj"),
                        QStringLiteral("/CN=TEST"), QStringLiteral("-addext"),
                        QStringLiteral("subjectAltName=") + subjectAltName},
                       name, QStringLiteral(".csr")) &&
               run({QStringLiteral("ca"), QStringLiteral("-batch"), QStringLiteral("-notext"),
                    QStringLiteral("-config"), QStringLiteral("ca.cnf"), QStringLiteral("-cert"),
                    QStringLiteral("authority.pem"), QStringLiteral("-keyfile"), QStringLiteral("authority.key"),
                    QStringLiteral("-startdate"), from, QStringLiteral("-enddate"), to, QStringLiteral("-in"),
                    name + QStringLiteral(".csr"), QStringLiteral("-out"), name + QStringLiteral(".pem")});
    }
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] QString path(const QString &file) const { return m_folder.filePath(file); }
    [[nodiscard]] QString certificate(const QString &name) const { return path(name + QStringLiteral(".pem")); }
    [[nodiscard]] QString key(const QString &name) const { return path(name + QStringLiteral(".key")); }
    [[nodiscard]] QString authority() const { return certificate(QStringLiteral("authority")); }

private:
    [[nodiscard]] bool run(const QStringList &arguments) const
    {
        QProcess openssl;
        openssl.setWorkingDirectory(m_folder.path());
        openssl.start(QStringLiteral("openssl"), arguments);
        return openssl.waitForStarted() && openssl.waitForFinished() && openssl.exitCode() == 0;
    }
    // With a key of its own.
    [[nodiscard]] bool openssl(QStringList arguments, const QString &name, const QString &ending) const
    {
        arguments << QStringLiteral("-newkey") << QStringLiteral("rsa:2048") << QStringLiteral("-nodes")
                  << QStringLiteral("-keyout") << name + QStringLiteral(".key") << QStringLiteral("-out")
                  << name + ending;
        return run(arguments);
    }

    QTemporaryDir m_folder;
};

} // namespace consilium::test
