#include "app/windows/AheadChoices.h"

#include "app/settings/OwnProtocols.h"
#include "app/settings/ProfileSettings.h"
#include "app/usecases/TimelineEntry.h"
#include "app/worklist/StudyText.h"
#include "viewer/dicom/PatientIndex.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace consilium::app
{

SeriesUid firstHung(const dicom::StudyHeader &study, const std::vector<dicom::DataSetPtr> &firsts,
                    const ProfileSettings &settings, int monitors)
{
    const QString when = settings.hangWhenOpened();
    if (when == "never"_L1 || firsts.empty())
        return {};
    const hanging::Studies studies{{study, firsts, true, {}}, {}};
    const hanging::Shelf shelf = OwnProtocols::used(&settings);
    const auto fitting = hanging::fittingInOrder(shelf.protocols, studies, monitors);
    if (fitting.empty() || (when != "always"_L1 && !fitting.front()->whenOpened))
        return {};
    hanging::Screen screen;
    screen.monitors = monitors;
    const hanging::Hanging hung = hanging::hang(*fitting.front(), 0, studies, screen, protocolWindows());
    for (const session::Action &action : hung.actions) {
        const auto *show = std::get_if<session::ShowSeries>(&action);
        const auto shown = std::find_if(firsts.begin(), firsts.end(), [&](const dicom::DataSetPtr &stack) {
            return show && stack->id == show->dataSet;
        });
        if (shown != firsts.end())
            return (*shown)->header.uid;
    }
    return {};
}

std::optional<dicom::StudyHeader> priorToCompare(const ArchiveId &archive, const dicom::StudyHeader &read,
                                                 const std::vector<dicom::StudyHeader> &studies)
{
    const bool isOneDomain = std::none_of(studies.begin(), studies.end(), [](const dicom::StudyHeader &study) {
        return !study.patient.issuer.trimmed().isEmpty();
    });
    const auto entryOf = [&](const dicom::StudyHeader &study) {
        TimelineEntry entry;
        entry.study = study;
        entry.modalities = modalityList(study.modalities);
        entry.record = {study.patient, archive.text(), isOneDomain};
        return entry;
    };
    TimelineEntry first = entryOf(read);
    first.standing = TimelineEntry::Standing::Read;
    std::vector<TimelineEntry> entries;
    for (const dicom::StudyHeader &study : studies) {
        TimelineEntry entry = entryOf(study);
        entry.standing = TimelineEntry::Standing::Same;
        const bool isSame = dicom::comparePatients(first.record, entry.record).same == dicom::SamePerson::Same;
        if (isSame && study.uid != read.uid)
            entries.push_back(std::move(entry));
    }
    sortNewestFirst(entries);
    const TimelineEntry *prior = mostRelevantPrior(entries, first);
    return prior ? std::optional(prior->study) : std::nullopt;
}

} // namespace consilium::app
