internal import Kernel

/// The state's list of institutions with their numbers of pupils, as it came for the year of today.
struct StateList {
    /// The shipped mapping that reads the list.
    static let mapping = "viis-schools"

    let plan: BoardPlan

    /// The name of the list's file.
    var fileName: String { "\(StateList.mapping).csv" }

    /// The year that the list is of; the list itself does not say it.
    var year: SchoolYear { SchoolYear(containing: plan.today) }

    /// The list: what it says of an institution is what the board's own table has.
    var text: String {
        let lines = BoardInstitution.all(plan).map { institution in
            [
                String(institution.number + 1), "JAUNTILTAS NOVADS", institution.registrationNumber,
                institution.name, "Pašvaldība", "Vispārējās izglītības iestāde", institution.kind.type,
                institution.address, "0", String(institution.quota),
            ]
        }
        return ([StateList.headings] + lines).map { $0.joined(separator: ";") + "\n" }.joined()
    }

    private static let headings = [
        "Nr. p. k.", "Novads/republikas pilsēta", "Iestādes reģistrācijas Nr.", "Iestādes nosaukums",
        "Pakļautība",
        "Iestādes veids", "Iestādes tips", "Adrese", "Bērnu skaits pirmsskolas programmās",
        "Izglītojamo skaits 1. - 12. klasē",
    ]
}
