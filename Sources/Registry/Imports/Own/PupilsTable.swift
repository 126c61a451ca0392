package import Frame
package import Kernel
import Storage

/// Pupils with the class they learn in.
package enum PupilsTable: OwnTable {
    package static let name = "pupils"
    package static let title = Text(lv: "Izglītojamie (Sekmes tabula)", en: "Pupils (Sekme's table)")
    package static let card = DataFlowCard.own(
        touches: Text(
            lv: "Izglītojamie, uzņemšana un atskaitīšana, klases",
            en: "Pupils, their coming and leaving, classes"
        ),
        Text(lv: "Izglītojamo saraksts ar klasēm", en: "List of pupils with their classes")
    )

    enum Field: Int, CaseIterable {
        case sekme, institution, regNo, year, classGroup, personalCode, externalCode, surname, forename
        case birthDay, sex, studyForm, special, ukraine, reemigrant, programme, from, to, reasonIn, reasonOut
    }

    package static let fields: [ImportField] = [
        .sekme(.pupil), .institution, .regNo, .year, .classGroup(required: true), .personalCode,
        .externalCode,
        ImportField.surname.needed, ImportField.forename.needed,
        ImportField("birth_day", Text(lv: "Dzimšanas datums", en: "Date of birth"), example: "14.03.2014."),
        ImportField("sex", Text(lv: "Dzimums", en: "Sex"), example: "s"),
        ImportField(
            "study_form",
            Text(lv: "Izglītības ieguves forma", en: "Form of study"),
            example: "klātiene"
        ),
        ImportField("special", Text(lv: "Speciālā programma", en: "Special programme"), example: "nē"),
        ImportField(
            "ukraine",
            Text(lv: "Ukrainas civiliedzīvotājs", en: "Civilian of Ukraine"),
            example: "nē"
        ),
        ImportField("reemigrant", Text(lv: "Reemigrants", en: "Re-emigrant"), example: "nē"),
        ImportField("programme", Text(lv: "Programmas kods", en: "Programme code"), example: "21011111"),
        ImportField("from", Text(lv: "Uzņemts", en: "Enrolled on"), ["no"], example: "01.09.2025."),
        ImportField("to", Text(lv: "Atskaitīts", en: "Left on"), ["līdz"], example: "12.01.2026."),
        ImportField("reason_in", Text(lv: "Uzņemšanas iemesls", en: "Reason for coming"), example: "address"),
        ImportField(
            "reason_out",
            Text(lv: "Atskaitīšanas iemesls", en: "Reason for leaving"),
            example: "abroad"
        ),
    ]

    static func take(_ values: LineValues<Field>, _ table: OwnRun) throws {
        guard values.hasStay(.from, .to) else { return }
        let place = try table.place(values, institution: .institution, regNo: .regNo, year: .year)
        guard let place, let classID = try table.classGroup(values, .classGroup, place) else { return }
        let person = PersonValues(values, .sekme, .personalCode, .externalCode, .surname, .forename)
        guard try person.isNamed || isKnown(person, table, place.institution) else {
            return table.run.staging.reject(nameless, at: values.place(of: .surname))
        }
        guard let pupil = try person.pupil(table, classID, place.institution) else { return }
        let line = PupilLine(values: values, table: table, person: person, year: place.year)
        try table.stage(.pupils, [pupil.rawValue], line.columns(of: pupil), at: values.place)
        try table.directory.enrol(
            pupil: pupil,
            institution: place.institution,
            classID: classID,
            from: line.from,
            to: values.day(.to),
            programme: try line.programme(place.institution),
            reasonIn: line.reasonIn(),
            reasonOut: line.reasonOut(),
            isStart: !values.text(.from).isEmpty,
            at: values.place
        )
    }

    /// Whether a pupil of the line's number or codes is in the register, so that a blank name leaves theirs as it is.
    private static func isKnown(
        _ person: PersonValues,
        _ table: OwnRun,
        _ institution: InstitutionID
    ) throws -> Bool {
        // A number that leads to nobody is reported as such.
        if SekmeNumber(person.number.text)?.tenant == table.run.tenant { return true }
        let pupils = table.directory.directory.pupils
        if pupils.find(external: person.externalCode, in: institution.rawValue) != nil { return true }
        guard let code = try? PersonalCode(person.personalCode),
            let index = try table.directory.codeIndex(code, PersonalCodeIndex.pupil)
        else { return false }
        return pupils.find(code: index) != nil
    }

    private static let nameless = Problem(
        "pupil.nameless",
        Text(
            lv: "Rindā nav izglītojamā vārda un uzvārda, un pēc koda tāda reģistrā nav.",
            en: "The line has no name of a pupil, and the register has none of that code."
        ),
        advice: Text(lv: "Ierakstiet uzvārdu un vārdu.", en: "Enter the surname and the forename.")
    )
}
