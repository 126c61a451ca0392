import Frame
import Kernel
import Registry
import Storage

/// Where and when the reports of a pack are asked about: the institution of whoever works for one alone, and the term of
/// today while its year has data.
///
/// A set is shared and kept: without them another reader would have sheets of other institutions in it, and the next term
/// would change the sheets of a meeting that was held.
struct SetPackPlace: Sendable {
    let institution: InstitutionID?
    let term: (year: SchoolYear, term: Term)?
    /// What the institution is called.
    let name: Text

    static func load(_ desk: Desk, _ connection: Connection) throws -> SetPackPlace {
        let reach = desk.asker.reach(.readFigures, on: desk.today)
        let isOfOne = !reach.everything && reach.institutions.count == 1
        let institution = isOfOne ? reach.institutions.first : nil
        let years = try Years.load(desk.tenant, connection)
        let now = years.term(on: desk.today)
        let names = RegistryNames(tenant: desk.tenant, year: now.year, connection)
        return SetPackPlace(
            institution: institution,
            term: years.withData.contains(now.year) ? now : nil,
            name: institution.map { names.name(.institution, $0.rawValue) } ?? Text(same: "")
        )
    }

    /// A request for a report of a pack, with what the report has filters for.
    func narrowed(_ request: ReportRequest, of pack: SetPack, _ house: HouseBook) -> ReportRequest {
        guard let report = house.report(request.report)?.report else { return request }
        var request = request
        if let institution, report.filters.contains(.institution) {
            request[.institution] = String(institution.rawValue)
        }
        if pack.isOfTerm, let term, report.filters.contains(.term) {
            request[.year] = term.year.description
            request[.term] = String(term.term.rawValue)
        }
        return request
    }

    /// What the sheets will be about; nil where nothing is chosen.
    func words(_ pack: SetPack) -> Text? {
        var parts: [Text] = institution == nil ? [] : [name]
        if pack.isOfTerm, let term {
            let number = term.term.rawValue
            parts.append(
                Text(
                    lv: "\(Format(.lv).schoolYear(term.year)) mācību gada \(number). semestris",
                    en: "term \(number) of \(Format(.en).schoolYear(term.year))"
                )
            )
        }
        guard !parts.isEmpty else { return nil }
        return Text(
            lv: "Atskaites, kurām to var izvēlēties, būs par: \(parts.map(\.lv).joined(separator: ", ")).",
            en: "Reports for which it can be chosen are about: \(parts.map(\.en).joined(separator: ", "))."
        )
    }
}
