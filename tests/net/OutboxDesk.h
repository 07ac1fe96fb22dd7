#pragma once
#include "netclient/outbox/Outbox.h"
#include "netclient/outbox/Words.h"
#include "tests/net/Await.h"
#include "tests/net/MinimalDicom.h"
#include "tests/net/StowServer.h"
#include "tests/support/OutboxStorages.h"

#include <QTest>

namespace consilium::test
{

/// A clock that stands still until the test moves it.
class HandClock final : public Clock
{
public:
    TimeMs now = 1'790'000'000'000;
    [[nodiscard]] TimeMs nowMs() const override { return now; }
    [[nodiscard]] std::int64_t steadyNs() const override { return now * 1'000'000; }
};

/// An object of study `study` (from 1), the `number`-th of it.
inline MinimalDicom markOf(int study, int number)
{
    MinimalDicom mark;
    mark.study = QStringLiteral("1.2.826.0.1.3680043.10.999.7%1").arg(study);
    mark.series = mark.study + QStringLiteral(".1");
    mark.sop = mark.series + QStringLiteral(".%1").arg(number);
    mark.instanceNumber = number;
    mark.objectClass = "1.2.840.10008.5.1.4.1.1.88.22"; // Enhanced SR
    return mark;
}

inline SopInstanceUid uidOf(const MinimalDicom &object)
{
    return SopInstanceUid(object.sop);
}

/// Everything around an outbox: a server, a storage, a client, and the changes it told.
struct OutboxDesk {
    explicit OutboxDesk(const outbox::Settings &given = {}, bool opens = true) : settings(given)
    {
        config.id = archive;
        config.baseUrl = server.url();
        start(opens);
    }
    /// Anew, with what the storage holds: as after the end of the program.
    void start(bool opens = true)
    {
        box.reset();
        client = std::make_shared<dicomweb::DicomWebClient>(http, config);
        box = std::make_unique<outbox::Outbox>(
            storage, [this](const ArchiveId &id) { return id == archive ? client : nullptr; }, clock,
            [this] { return random; }, settings);
        QObject::connect(box.get(), &outbox::Outbox::entryChanged, box.get(),
                         [this](const outbox::Entry &entry) { told.push_back(entry); });
        if (opens)
            opened = await(box->open()).has_value();
    }
    [[nodiscard]] Result<outbox::EntryId> add(const MinimalDicom &object, const std::vector<SopInstanceUid> &after = {})
    {
        const auto answer = box->add(archive, object.part10(), after);
        if (!QTest::qWaitFor([&] { return answer.isFinished(); }) || answer.resultCount() == 0)
            return fail(ErrorCode::Timeout);
        return answer.result();
    }
    /// The last that was told of an object; an entry without a name when nothing was.
    [[nodiscard]] outbox::Entry last(const MinimalDicom &object) const
    {
        for (auto it = told.rbegin(); it != told.rend(); ++it) {
            if (it->sop.text() == object.sop)
                return *it;
        }
        return {};
    }
    [[nodiscard]] bool waitFor(const MinimalDicom &object, outbox::State state)
    {
        return QTest::qWaitFor([&] { return !last(object).id.isEmpty() && last(object).state == state; }, 10'000);
    }
    /// As it is in the outbox; one without a name when it is not there.
    [[nodiscard]] outbox::Entry now(const outbox::EntryId &id) const
    {
        return box->entry(id).value_or(outbox::Entry());
    }
    /// Whether nothing is under way, waited for; and nothing will be until the clock moves or somebody acts.
    [[nodiscard]] bool isAtRest()
    {
        return QTest::qWaitFor([&] { return box->progress().underWay == 0; }, 10'000);
    }
    void advance(std::int64_t ms)
    {
        clock.now += ms;
        box->wake();
    }
    [[nodiscard]] QList<outbox::State> statesOf(const MinimalDicom &object) const
    {
        QList<outbox::State> states;
        for (const outbox::Entry &entry : told) {
            if (entry.sop.text() == object.sop)
                states.push_back(entry.state);
        }
        return states;
    }

    ArchiveId archive{QStringLiteral("a")};
    StowServer server;
    http::HttpClient http;
    dicomweb::ArchiveConfig config;
    MemoryStorage storage;
    HandClock clock;
    double random = 0.0;
    outbox::Settings settings;
    std::shared_ptr<dicomweb::DicomWebClient> client;
    std::unique_ptr<outbox::Outbox> box;
    std::vector<outbox::Entry> told;
    bool opened = false;
};

/// An archive is asked once whether it has what was sent.
inline outbox::Settings askedOnce()
{
    outbox::Settings settings;
    settings.verifyDelaysMs.clear();
    return settings;
}

} // namespace consilium::test
