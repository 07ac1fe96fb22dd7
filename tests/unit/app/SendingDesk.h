#pragma once
#include "app/usecases/MarkSender.h"
#include "app/windows/ReadingSession.h"
#include "tests/unit/app_bridge/FakeArchive.h"

#include <QTemporaryDir>
#include <QTest>

namespace consilium::test
{

/// A person who reads a study of three small images from one archive and saves what is marked. What is saved goes to
/// the address given, under the same archive's id: another server, that tests make misbehave.
struct SendingDesk {
    FakeArchive pictures;
    QTemporaryDir profile;
    SystemClock clock;
    app::ProfileSettings settings{profile.path()};
    http::HttpClient http;
    identity::CredentialStore secrets;
    app::ArchiveSet archives{http, secrets, settings};
    app::PixelBridge images{app::PixelBridge::Limits{64'000'000, 1}};
    std::shared_ptr<dicomweb::DicomWebClient> client;
    std::unique_ptr<app::MarkKeeper> keeper;
    std::unique_ptr<app::MarkSender> sender;
    std::unique_ptr<app::ReadingSession> tab;
    QStringList told;
    QString author = QStringLiteral("Li Na");

    /// `folder`: of the person's store; empty: memory only. `count`: images that the archive has, the first ones of the
    /// study. `edit`: of their headers. `fault`: of that archive.
    SendingDesk(const QString &folder, const QString &url, int count = 3, bool hasKeychain = true,
                FakeArchive::Edit edit = {}, FakeArchive::Fault fault = {})
        : pictures(FakeArchive::series(count), std::move(fault), std::move(edit))
    {
        dicomweb::ArchiveConfig config{ArchiveId(QStringLiteral("a")), QStringLiteral("Ward"), pictures.url(), {}, {}};
        client = std::make_shared<dicomweb::DicomWebClient>(http, config);
        config.baseUrl = url;
        (void)archives.addForThisRun(config);
        const auto obtain = [hasKeychain] {
            return readyAnswer(hasKeychain ? Result<QByteArray>(QByteArray(32, 'k'))
                                           : Result<QByteArray>(fail(ErrorCode::Unsupported)));
        };
        keeper = std::make_unique<app::MarkKeeper>(clock, images, app::MarkKeeper::Place{folder, obtain});
        outbox::Settings settingsOfOutbox;
        settingsOfOutbox.backoff.firstMs = 50;
        settingsOfOutbox.verifyDelaysMs = {20, 100};
        sender = std::make_unique<app::MarkSender>(app::MarkSender::Around{clock, images, archives, *keeper,
                                                                           [this] { return author; },
                                                                           [] { return QStringLiteral("zh_CN"); }},
                                                   nullptr, settingsOfOutbox);
        QObject::connect(sender.get(), &app::MarkSender::told, sender.get(),
                         [this](const StudyUid &, const QString &text) { told << text; });
    }
    ~SendingDesk()
    {
        tab.reset();
        sender.reset();
        keeper.reset();
    }
    [[nodiscard]] StudyUid study() const { return StudyUid(pictures.image(0).study); }
    [[nodiscard]] DataSetId series() const { return DataSetId(pictures.image(0).series); }

    /// The study in a tab, described and decoded to the end.
    [[nodiscard]] bool open()
    {
        dicom::StudyHeader header;
        header.uid = study();
        header.patient.id = pictures.image(0).patientId;
        header.patient.name = dicom::PersonName::parse(QStringLiteral("TEST^Head"));
        header.date = QStringLiteral("20240229");
        QObject::connect(&images, &app::PixelBridge::studyOpened, &images,
                         [this] { images.want(this, series(), 0, 1); });
        if (!images.openStudy(client, header) ||
            !QTest::qWaitFor([this] { return images.progress(series()).complete; }, 20'000))
            return false;
        tab = std::make_unique<app::ReadingSession>(clock, images);
        keeper->follow(tab->dispatcher());
        return QTest::qWaitFor([this] { return keeper->isStoreKnown(); }, 20'000);
    }
    [[nodiscard]] session::Annotation mark(const QString &id, session::AnnotationKind kind,
                                           std::vector<ImagePoint> places, int image = 0) const
    {
        session::Annotation drawn;
        drawn.id = AnnotationId(id);
        drawn.kind = kind;
        drawn.author = ActorId(QStringLiteral("local"));
        drawn.dataSet = series();
        drawn.sop = SopInstanceUid(pictures.image(image).sop);
        drawn.imageHandles = std::move(places);
        return drawn;
    }
    [[nodiscard]] bool draw(const session::Annotation &drawn) const
    {
        return tab->dispatcher().submit(session::AddAnnotation{drawn}).has_value();
    }
    /// Length, arrow and key image.
    [[nodiscard]] bool drawThree() const
    {
        session::Annotation key = mark(QStringLiteral("key"), session::AnnotationKind::KeyImage, {}, 1);
        key.text = QStringLiteral("113003");
        return draw(mark(QStringLiteral("length"), session::AnnotationKind::Length, {{0.0, 0.0}, {3.0, 2.0}})) &&
               draw(mark(QStringLiteral("arrow"), session::AnnotationKind::Arrow, {{1.0, 1.0}, {4.0, 3.0}})) &&
               draw(key);
    }
    [[nodiscard]] bool isReady() const
    {
        return QTest::qWaitFor([this] { return sender->whyNotSave(tab->dispatcher(), study()).isEmpty(); }, 20'000);
    }
    /// Saves, and waits until it is done, whatever came of it.
    [[nodiscard]] bool save()
    {
        if (!isReady())
            return false;
        const qsizetype before = told.size();
        sender->save(tab->dispatcher(), study());
        return QTest::qWaitFor([&] { return told.size() > before && !sender->isSaving(); }, 20'000);
    }
    [[nodiscard]] bool isDraft(const QString &id) const
    {
        const auto draft = keeper->drafts().draftOf(study());
        return draft && std::any_of(draft->marks.begin(), draft->marks.end(),
                                    [&](const auto &one) { return one.id.text() == id; });
    }
};

/// Nobody listens there.
inline const QString nowhere = QStringLiteral("http://127.0.0.1:9/dw");

} // namespace consilium::test
