#pragma once
#include "base/Attributes.h"
#include "tests/net/MinimalDicom.h"
#include "tests/support/FaultServer.h"

#include <atomic>
#include <functional>
#include <optional>

namespace consilium::test
{

/// A DICOMweb archive of a few small images that fails where a test wants it to. Answers are made of the images alone.
class FakeArchive
{
public:
    struct Question {
        QByteArray what;   ///< "series", "instances", "metadata", "instance-metadata", "frame", "bulk"
        QByteArray sop;    ///< of instance-metadata and frame
        QByteArray target; ///< as it stood in the request
        int nth = 0;       ///< from 1, of the same target
    };
    /// May answer itself; runs on the connection's thread and may block.
    using Fault = std::function<std::optional<FaultReply>(const Question &)>;
    /// May change what an image's header says, in every answer.
    using Edit = std::function<void(Attributes &header, const MinimalDicom &image)>;

    explicit FakeArchive(std::vector<MinimalDicom> images, Fault fault = {}, Edit edit = {});

    [[nodiscard]] QString url() const { return m_server.url(QStringLiteral("/dicom-web")); }
    /// The images' headers as DICOM JSON.
    [[nodiscard]] QByteArray json(const std::vector<const MinimalDicom *> &images) const;
    /// How often something was asked.
    [[nodiscard]] int asked(const QByteArray &what) const;
    [[nodiscard]] const MinimalDicom &image(int index) const { return m_images[size_t(index)]; }

    /// `count` images of one series, numbered from 1, each with pixels of its own.
    [[nodiscard]] static std::vector<MinimalDicom> series(int count);
    /// The same under other UIDs, of another patient, with other pixels.
    [[nodiscard]] static std::vector<MinimalDicom> otherSeries(int count);

private:
    [[nodiscard]] FaultReply answer(const FaultRequest &request);
    [[nodiscard]] Question question(const QByteArray &target) const;

    std::vector<MinimalDicom> m_images;
    Fault m_fault;
    Edit m_edit;
    FaultServer m_server;
};

} // namespace consilium::test
