#include "app/bridge/DocumentFetch.h"

#include "app/bridge/PatientMatch.h"
#include "base/WorkPool.h"
#include "viewer/dicom/DicomFile.h"

#include <QFile>

namespace consilium::app
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 mostBytes = 600LL << 20;

Result<QByteArray> checked(const dicom::DocumentPtr &document, const Result<QByteArray> &part10)
{
    if (!part10)
        return part10;
    const auto header = dicom::readHeader(*part10);
    if (!header)
        return fail(header.error());
    if (header->text(tags::SopInstanceUid) != document->sop.text() ||
        !belongsTo(*header, document->study, document->series, document->patient))
        return fail(ErrorCode::Conflict, u"another object came for a document"_s);
    return part10;
}

Result<QByteArray> readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(file.exists() ? ErrorCode::FileUnreadable : ErrorCode::NotFound);
    if (file.size() > mostBytes)
        return fail(ErrorCode::OutOfMemory, u"a document of more than %1 MB"_s.arg(mostBytes >> 20));
    return file.readAll();
}

} // namespace

Pending<Result<QByteArray>> fetchDocumentBytes(const std::shared_ptr<dicomweb::DicomWebClient> &archive,
                                               const dicom::DocumentPtr &document, const CancelToken &cancel,
                                               Priority priority)
{
    if (!document->localFile.isEmpty())
        return runPending([document] { return checked(document, readFile(document->localFile)); });
    if (!archive)
        return readyAnswer<Result<QByteArray>>(fail(ErrorCode::NotFound));
    auto answer = std::make_shared<PendingPromise<Result<QByteArray>>>();
    answer->start();
    archive->fetchInstance(document->study, document->series, document->sop, priority, cancel)
        .then(QtFuture::Launch::Sync, [document, answer](const Result<QByteArray> &part10) {
            startWork(workPool(), [document, answer, part10] { answer->finish(checked(document, part10)); });
        });
    return answer->future();
}

} // namespace consilium::app
