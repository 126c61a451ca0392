package import Frame
package import Kernel
internal import Registry
package import Storage
internal import Tabular

/// A set of CSV files by OneRoster 1.1 or 1.2: schools, years, classes, people, and works with their marks.
package enum OneRoster: ImportFormat {
    package static let name = "oneroster"
    package static let title = Text(lv: "OneRoster CSV kopa (1.1, 1.2)", en: "OneRoster CSV set (1.1, 1.2)")
    package static let card = DataFlowCard(
        touches: Text(
            lv:
                "Iestādes, semestri, priekšmeti, klases un grupas, izglītojamie, darbinieki, mācību darbs un vērtējumi",
            en: "Institutions, terms, subjects, classes and groups, pupils, staff, teaching and marks"
        ),
        origin: Text(
            lv: "Sistēma, kas izvada OneRoster CSV failus: mape vai ZIP fails.",
            en: "A system that writes OneRoster CSV files: a folder or a zip file."
        ),
        owner: Text(lv: "Izglītības iestāde.", en: "The institution."),
        rhythm: Text(
            lv: "Mācību gada sākumā un pēc izmaiņām.",
            en: "At the start of the year and after changes."
        ),
        policy: Text(
            lv: """
                Jaunus ierakstus pievieno, esošos pazīst pēc sourcedId un papildina; ko kopā vairs nav, to nedzēš. \
                Izmaiņu (delta) kopā „tobedeleted” beidz mācīšanās vai darba laiku, bet neko nedzēš.
                """,
            en: """
                New rows are added, known ones are told by their sourcedId and completed; what a set no longer has is \
                not removed. In a set of changes (delta) “tobedeleted” ends a stay, and removes nothing.
                """
        )
    )
    package static let fields: [ImportField] = []
    package static var layout: ImportLayout { .files }

    /// The mapping that Sekme ships: a source that may add to the registers.
    static let mapping = Mapping(name, title, format: name, isMaster: true)

    package static func recognise(_ sample: SheetSample) -> Int {
        let headings = Set(sample.rows.first?.cells.map { $0.text.lowercased() } ?? [])
        guard let file = RosterFile(name: sample.file) else {
            return RosterFile.unused.contains(sample.file.lowercased()) || headings.contains("sourcedid")
                ? 80 : 0
        }
        return headings.contains(file == .manifest ? "propertyname" : "sourcedid") ? 95 : 0
    }

    package static func rank(ofFile name: String) -> Int { RosterFile.rank(name) }

    package static func known(_ tenant: TenantID, _ connection: Connection) throws -> OneRosterKnown {
        let marks = try MarkKnown(tenant, connection)
        let roster = try RosterKnown.load(marks.directory, marks.years, tenant, connection)
        return OneRosterKnown(marks: marks, roster: roster)
    }

    package static func reader(_ known: OneRosterKnown, _ run: ImportRun) throws -> any LineReader {
        OneRosterReader(try RosterRun(known.roster, run), known.marks)
    }
}

/// What reading a set needs.
package struct OneRosterKnown: Sendable {
    let marks: MarkKnown
    let roster: RosterKnown
}
