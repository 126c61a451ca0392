import Frame
import Kernel
import Pages
import Registry
import Storage

/// What a person's home speaks of: the own classes, else the one institution, else all that they see.
struct HomeFocus: Sendable {
    /// Where, in the locative: "8.a klasē".
    let place: Text
    /// What it is called where it stands alone: "8.a klase"; only classes are.
    var title = Text(same: "")
    let selection: Selection
    /// Its page.
    let address: Address
    /// Whether the reader works with its pupils.
    let knowsPupils: Bool

    /// More classes than this are an institution.
    private static let most = 4

    static func list(
        _ year: SchoolYear,
        _ institutions: [HomeView.Place],
        _ classes: [HomeView.Place],
        _ desk: Desk,
        _ connection: Connection
    ) throws -> [HomeFocus] {
        if !classes.isEmpty {
            return try classes.prefix(most).compactMap { try of($0, year, desk, connection) }
        }
        let reach = desk.asker.reach(.readFigures, on: desk.today)
        guard !reach.isEmpty, !institutions.isEmpty else { return [] }
        if institutions.count == 1, let only = institutions.first {
            let id = InstitutionID(rawValue: only.id)
            return [
                HomeFocus(
                    place: Text(lv: "iestādē", en: "in the institution"),
                    selection: Selection(year: year, institution: id),
                    address: Address(only.path),
                    knowsPupils: desk.asker.may(.readPupils, in: Scope(institution: id), on: desk.today)
                )
            ]
        }
        return [
            HomeFocus(
                place: reach.everything
                    ? Text(lv: "pašvaldībā", en: "in the municipality")
                    : Text(lv: "jūsu iestādēs", en: "in your institutions"),
                selection: Selection(year: year, reach: reach),
                address: "/board",
                knowsPupils: desk.asker.may(.readPupils, in: .tenant, on: desk.today)
            )
        ]
    }

    private static func of(
        _ place: HomeView.Place,
        _ year: SchoolYear,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> HomeFocus? {
        let id = ClassID(rawValue: place.id)
        guard let scope = try ScopeFinder(tenant: desk.tenant, connection).scope(of: id) else { return nil }
        var selection = Selection(year: year, institution: scope.institution)
        selection.classGroup = id
        return HomeFocus(
            place: Text(lv: "\(place.name) klasē", en: "in class \(place.name)"),
            title: Text(lv: "\(place.name) klase", en: "Class \(place.name)"),
            selection: selection,
            address: Address(place.path),
            knowsPupils: desk.asker.may(.readPupils, in: scope, on: desk.today)
        )
    }
}
