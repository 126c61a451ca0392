package import Frame
package import Kernel
import Storage

/// Members of staff with their posts.
package enum StaffTable: OwnTable {
    package static let name = "staff"
    package static let title = Text(lv: "Darbinieki (Sekmes tabula)", en: "Staff (Sekme's table)")
    package static let card = DataFlowCard.own(
        touches: Text(lv: "Darbinieki un to amati", en: "Staff and their posts"),
        Text(lv: "Pedagogu un atbalsta personāla saraksts", en: "List of teachers and support staff")
    )

    enum Field: Int, CaseIterable {
        case sekme, institution, regNo, personalCode, externalCode, surname, forename
        case role, from, to, load, lessons, year
    }

    package static let fields: [ImportField] = [
        .sekme(.staff), .institution, .regNo, .personalCode, .externalCode, ImportField.surname.needed,
        ImportField.forename.needed,
        ImportField("role", Text(lv: "Amats", en: "Post"), required: true, example: "skolotājs"),
        .from, .to,
        ImportField("load", Text(lv: "Slodze", en: "Load"), example: "0,75"),
        ImportField(
            "contact_lessons",
            Text(lv: "Kontaktstundas nedēļā", en: "Lessons a week"),
            example: "21"
        ),
        .year,
    ]

    static func take(_ values: LineValues<Field>, _ table: OwnRun) throws {
        guard values.hasStay(isUnknown(values.text(.from)) ? nil : .from, .to) else { return }
        let text = values.text(.year)
        let year =
            text.isEmpty
            ? try table.run.optionalYear() ?? SchoolYear(containing: table.run.today)
            : try table.run.year(text, at: values.place(of: .year))
        guard let year else { return }
        let institution = try table.directory.institution(
            name: values.text(.institution),
            regNo: values.text(.regNo),
            year: year,
            at: values.place(of: .institution)
        )
        guard let institution else { return }
        guard let role = StaffRole(written: values.text(.role)) else {
            return table.run.staging.reject(badRole(values.text(.role)), at: values.place(of: .role))
        }
        let person = PersonValues(values, .sekme, .personalCode, .externalCode, .surname, .forename)
        guard let staff = try person.staff(table, institution, makesPost: false) else { return }
        let from = isUnknown(values.text(.from)) ? Day(number: 0) : values.day(.from) ?? year.first
        try table.stage(.staff, [staff.rawValue], try columns(person, staff, table), at: values.place)
        try table.directory.post(
            staff,
            institution: institution,
            role: role,
            from: from,
            to: values.day(.to),
            loadHundredths: values.decimal(.load, decimals: 2),
            contactLessons: values.count(.lessons),
            at: values.place
        )
    }

    /// What stands for the first day of a post that is held since nobody knows when.
    static let unknown = "unknown"

    private static func isUnknown(_ text: String) -> Bool {
        [unknown, "nav zinams"].contains(LatvianKey.search(text))
    }

    private static func columns(
        _ person: PersonValues,
        _ staff: StaffID,
        _ table: OwnRun
    ) throws -> [(Name, Value)] {
        var columns = DirectoryRun.person(person.surname, person.forename)
        if !person.externalCode.isEmpty { columns.append(("external_code", .text(person.externalCode))) }
        guard !person.personalCode.isEmpty, let code = try? PersonalCode(person.personalCode) else {
            return columns
        }
        let staging = table.run.staging
        let index = try staging.blindIndex(code.normal, purpose: PersonalCodeIndex.staff)
        let sealed = try staging.seal(code.normal, .staff, column: "code_sealed", key: [staff.rawValue])
        return columns + [("code_index", index), ("code_sealed", sealed)]
    }

    private static func badRole(_ value: String) -> Problem {
        let lv = StaffRole.allCases.map(\.words.lv).joined(separator: ", ")
        let en = StaffRole.allCases.map(\.words.en).joined(separator: ", ")
        return Problem(
            "role.unknown",
            value: value,
            Text(lv: "Šāda amata sarakstā nav.", en: "The list has no such post."),
            advice: Text(lv: "Izmantojiet kādu no šiem: \(lv).", en: "Use one of these: \(en).")
        )
    }
}
