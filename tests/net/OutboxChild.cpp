#include "app/usecases/OutboxStore.h"
#include "netclient/outbox/Outbox.h"
#include "tests/support/OutboxStorages.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <cstdio>
#include <memory>

using namespace consilium;

/// outbox_child FOLDER URL [KEY]: sends what the outbox of FOLDER holds to the archive "a" at URL, and ends when
/// nothing is left. With a KEY (32 bytes) the folder is that of the encrypted store, as the program keeps it, else of
/// plain files. Says "ready", "sent <SOP Instance UID>" and "refused <reason>" line by line.
int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 3 && arguments.size() != 4)
        return 2;
    const ArchiveId archive(QStringLiteral("a"));
    std::unique_ptr<store::StoreThread> store; // ends after what writes to it
    std::unique_ptr<outbox::Storage> storage;
    if (arguments.size() == 4) {
        store = std::make_unique<store::StoreThread>(arguments[1], arguments[3].toLatin1());
        storage = std::make_unique<app::OutboxStore>(store.get());
    } else {
        storage = std::make_unique<test::FolderStorage>(arguments[1]);
    }
    http::HttpClient http;
    dicomweb::ArchiveConfig config;
    config.id = archive;
    config.baseUrl = arguments[2];
    const auto client = std::make_shared<dicomweb::DicomWebClient>(http, config);
    const SystemClock clock;
    outbox::Settings settings;
    settings.backoff.firstMs = 50;
    outbox::Outbox box(
        *storage, [&](const ArchiveId &id) { return id == archive ? client : nullptr; }, clock,
        [] { return QRandomGenerator::global()->generateDouble(); }, settings);
    const auto say = [](const QString &line) {
        std::puts(line.toLatin1().constData());
        std::fflush(stdout);
    };
    QObject::connect(&box, &outbox::Outbox::entryChanged, &box, [&](const outbox::Entry &entry) {
        if (entry.state == outbox::State::Sent)
            say(QStringLiteral("sent ") + entry.sop.text());
        else if (entry.state == outbox::State::Refused)
            say(QStringLiteral("refused ") + outbox::whyName(entry.trouble.why));
    });
    QObject::connect(&box, &outbox::Outbox::progressed, &box, [&] {
        if (box.entries().empty())
            QCoreApplication::exit(0);
    });
    box.open().then(&box, [&](const Result<void> &opened) {
        if (!opened) {
            say(QStringLiteral("refused ") + errorName(opened.error().code));
            QCoreApplication::exit(3);
            return;
        }
        say(QStringLiteral("ready"));
        if (box.entries().empty())
            QCoreApplication::exit(0);
    });
    return QCoreApplication::exec();
}
