#include "app/bridge/PriorUses.h"

#include "app/bridge/PatientMatch.h"
#include "viewer/dicom/PatientIndex.h"

namespace consilium::app
{

void PriorUses::add(const void *reader, const StudyUid &study, const StudyUid &prior, const QString &doubt,
                    bool isByHand)
{
    std::erase_if(m_uses, [&](const Use &u) { return u.reader == reader && u.study == study && u.prior == prior; });
    m_uses.push_back({reader, study, prior, doubt, isByHand});
}

void PriorUses::forget(const StudyUid &study)
{
    std::erase_if(m_uses, [&](const Use &use) { return use.study == study || use.prior == study; });
}

void PriorUses::leave(const void *reader)
{
    std::erase_if(m_uses, [&](const Use &use) { return use.reader == reader; });
}

QString PriorUses::doubt(const void *reader, const StudyUid &shown, const StudyTable &table) const
{
    for (const Use &use : m_uses) {
        if (use.reader != reader || use.prior != shown)
            continue;
        const bool areOpen = table.contains(use.study) && table.contains(shown);
        if (use.isByHand &&
            !(areOpen && dicom::doContradict(table.study(use.study).patient, table.study(shown).patient)))
            continue;
        // What the list knew of the archive's issuers stands in its doubt.
        const auto archive = table.archive(use.study);
        const auto source =
            archive && archive == table.archive(shown) ? PriorSource::SameArchive : PriorSource::Elsewhere;
        const QString doubt =
            areOpen ? doubtNow(table.study(use.study).patient, table.study(shown).patient, use.doubt, source)
                    : use.doubt;
        if (!doubt.isEmpty())
            return doubt;
    }
    return {};
}

} // namespace consilium::app
