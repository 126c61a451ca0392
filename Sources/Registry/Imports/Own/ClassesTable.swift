package import Frame
package import Kernel
import Storage

/// Classes of a school year.
package enum ClassesTable: OwnTable {
    package static let name = "classes"
    package static let title = Text(lv: "Klases (Sekmes tabula)", en: "Classes (Sekme's table)")
    package static let card = DataFlowCard.own(
        touches: Text(lv: "Klases", en: "Classes"),
        Text(lv: "Klašu saraksts", en: "List of classes")
    )

    enum Field: Int, CaseIterable { case sekme, institution, regNo, year, name, grade, programme }

    package static let fields: [ImportField] = [
        .sekme(.classGroup), .institution, .regNo, .year, .classGroup(required: true),
        ImportField(
            "grade",
            Text(lv: "Klases pakāpe", en: "Grade"),
            ["klašu pakāpe"],
            required: true,
            example: "5"
        ),
        ImportField("programme", Text(lv: "Programmas kods", en: "Programme code"), example: "21011111"),
    ]

    static func take(_ values: LineValues<Field>, _ table: OwnRun) throws {
        let place = try table.place(values, institution: .institution, regNo: .regNo, year: .year)
        guard let place else { return }
        let grade = values.count(.grade)
        if let grade, !(1...12).contains(grade) {
            return table.run.staging.reject(badGrade(grade), at: values.place(of: .grade))
        }
        let (number, name) = (values.number(.sekme), values.text(.name))
        let named = try table.directory.classGroup(number, place, name: name, at: values.place)
        let id = try table.directory.row(named, number, .classGroup, of: place.institution) {
            try table.directory.classGroup(
                institution: place.institution,
                year: place.year,
                name: name,
                grade: grade,
                at: values.place(of: .name)
            )
        }
        guard let id else { return }
        var columns: [(Name, Value)] = []
        if let grade { columns.append(("grade", grade.sqlValue)) }
        if !values.text(.programme).isEmpty {
            let programme = try table.programme(
                values.text(.programme),
                of: place.institution,
                at: values.place(of: .programme)
            )
            if let programme { columns.append(("programme_id", programme.sqlValue)) }
        }
        try table.stage(.classGroups, [id.rawValue], columns, at: values.place)
    }

    private static func badGrade(_ value: Int) -> Problem {
        Problem(
            "grade.invalid",
            value: String(value),
            Text(lv: "Klases pakāpei jābūt no 1 līdz 12.", en: "A grade is from 1 to 12."),
            advice: Text(
                lv: "Labojiet klases pakāpi vai atstājiet to tukšu.",
                en: "Mend the grade or leave it blank."
            )
        )
    }
}
