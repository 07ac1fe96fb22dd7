#include "tests/unit/app_bridge/FakeArchive.h"

#include "netclient/dicomweb/DicomJson.h"
#include "viewer/dicom/DicomFile.h"

#include <algorithm>

namespace consilium::test
{

FakeArchive::FakeArchive(std::vector<MinimalDicom> images, Fault fault, Edit edit)
    : m_images(std::move(images)),
      m_fault(std::move(fault)),
      m_edit(std::move(edit)),
      m_server([this](const FaultRequest &request) { return answer(request); })
{
}

std::vector<MinimalDicom> FakeArchive::series(int count)
{
    std::vector<MinimalDicom> images;
    for (int i = 1; i <= count; ++i) {
        MinimalDicom image;
        image.instanceNumber = i;
        image.sop = image.series + QStringLiteral(".%1").arg(i);
        images.push_back(image);
    }
    return images;
}

std::vector<MinimalDicom> FakeArchive::otherSeries(int count)
{
    std::vector<MinimalDicom> images = series(count);
    for (MinimalDicom &image : images) {
        image.patientId = QStringLiteral("TEST-OTHER");
        image.patientName = QStringLiteral("TEST^OTHER");
        image.study = QStringLiteral("1.2.826.0.1.3680043.10.998.1");
        image.series = image.study + QStringLiteral(".1");
        image.sop = image.series + QStringLiteral(".%1").arg(image.instanceNumber);
        image.pixels = QByteArray(qsizetype(2) * image.rows * image.columns, char(image.instanceNumber));
    }
    return images;
}

FakeArchive::Question FakeArchive::question(const QByteArray &target) const
{
    const QByteArray path = target.left(target.indexOf('?') < 0 ? target.size() : target.indexOf('?'));
    Question q;
    q.target = target;
    if (path.endsWith("/series"))
        q.what = "series";
    else if (path.endsWith("/instances"))
        q.what = "instances";
    else if (path.contains("/bulk/"))
        q.what = "bulk";
    else if (path.contains("/frames/"))
        q.what = "frame";
    else if (path.endsWith("/metadata"))
        q.what = path.contains("/instances/") ? "instance-metadata" : "metadata";
    const qsizetype at = path.indexOf("/instances/");
    if (at >= 0)
        q.sop = path.mid(at + 11, path.indexOf('/', at + 11) - at - 11);
    return q;
}

int FakeArchive::asked(const QByteArray &what) const
{
    const auto all = m_server.requests();
    return int(std::count_if(all.begin(), all.end(), [&](const auto &r) { return question(r.target).what == what; }));
}

QByteArray FakeArchive::json(const std::vector<const MinimalDicom *> &images) const
{
    std::vector<Attributes> all;
    for (const MinimalDicom *image : images) {
        auto header = dicom::readHeader(image->part10());
        if (header) {
            header->setText(tags::NumberOfSeriesRelatedInstances, "IS", {QString::number(m_images.size())});
            if (m_edit)
                m_edit(*header, *image);
            all.push_back(*header);
        }
    }
    return dicomweb::toDicomJson(all);
}

FaultReply FakeArchive::answer(const FaultRequest &request)
{
    Question q = question(request.target);
    const auto all = m_server.requests();
    q.nth = int(std::count_if(all.begin(), all.end(), [&](const auto &r) { return r.target == request.target; }));
    if (m_fault)
        if (auto fault = m_fault(q))
            return *fault;
    std::vector<const MinimalDicom *> chosen;
    const qsizetype at = request.target.indexOf("InstanceNumber=");
    const int number = at < 0 ? -1 : request.target.mid(at + 15).split('&').front().toInt();
    for (const MinimalDicom &image : m_images)
        if ((q.sop.isEmpty() || image.sop.toLatin1() == q.sop) && (number < 0 || image.instanceNumber == number))
            chosen.push_back(&image);
    if (q.what == "series" || (q.what == "instances" && request.target.contains("limit=1")))
        chosen.resize(std::min<size_t>(chosen.size(), 1));
    if (q.what == "frame") {
        if (chosen.empty())
            return reply(404, "text/plain", "no such frame");
        const qsizetype frames = request.target.lastIndexOf("/frames/");
        const int nth = std::max(1, request.target.mid(frames + 8).split('?').front().toInt());
        if (nth > chosen.front()->frames)
            return reply(404, "text/plain", "no such frame");
        const QByteArray body =
            "--b\r\nContent-Type: application/octet-stream; transfer-syntax=1.2.840.10008.1.2.1\r\n\r\n" +
            chosen.front()->frameBytes(nth - 1) + "\r\n--b--";
        return reply(200, "multipart/related; type=\"application/octet-stream\"; boundary=b", body);
    }
    return q.what.isEmpty() || q.what == "bulk" ? reply(404, "text/plain", "what?")
                                                : reply(200, "application/dicom+json", json(chosen));
}

} // namespace consilium::test
