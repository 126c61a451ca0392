import Frame
import Kernel
import Storage

/// What a line of the table of pupils says of its pupil.
struct PupilLine {
    let values: LineValues<PupilsTable.Field>
    let table: OwnRun
    let person: PersonValues

    /// The columns that the line fills in.
    func columns(of pupil: PupilID) throws -> [(Name, Value)] {
        var columns: [(Name, Value)] = []
        if !(person.surname + person.forename).isEmpty {
            columns += DirectoryRun.person(person.surname, person.forename)
        }
        if !person.externalCode.isEmpty { columns.append(("external_code", .text(person.externalCode))) }
        let code = person.personalCode.isEmpty ? nil : try? PersonalCode(person.personalCode)
        if let code {
            let staging = table.run.staging
            let index = try staging.blindIndex(code.normal, purpose: PersonalCodeIndex.pupil)
            let sealed = try staging.seal(code.normal, .pupils, column: "code_sealed", key: [pupil.rawValue])
            columns += [("code_index", index), ("code_sealed", sealed)]
        }
        if let day = values.day(.birthDay) ?? code?.birthday { columns.append(("birth_day", day.sqlValue)) }
        if let sex = sex() { columns.append(("sex", sex.sqlValue)) }
        if let form = studyForm() { columns.append(("study_form", .text(form))) }
        for (name, field) in PupilLine.flags {
            if let flag = values.flag(field) { columns.append((name, flag.sqlValue)) }
        }
        return columns
    }

    private static let flags: [(Name, PupilsTable.Field)] = [
        ("is_special", .special), ("is_ukraine", .ukraine), ("is_reemigrant", .reemigrant),
    ]

    /// The day the pupil came, as the line has it, else the first day of the year.
    func from(_ year: SchoolYear) -> Day { values.day(.from) ?? year.first }

    func programme(_ institution: InstitutionID) throws -> ProgrammeID? {
        guard !values.text(.programme).isEmpty else { return nil }
        let place = values.place(of: .programme)
        return try table.programme(values.text(.programme), of: institution, at: place)
    }

    /// The code of a reason; empty where there is none, or one that the list does not have, which is reported.
    func reason(_ list: String, _ field: PupilsTable.Field) -> String { coded(list, field) ?? "" }

    private func studyForm() -> String? { coded(CodeLists.studyForms, .studyForm) }

    private func coded(_ list: String, _ field: PupilsTable.Field) -> String? {
        let text = values.text(field)
        guard !text.isEmpty else { return nil }
        if let code = table.codes.code(list, written: text) { return code }
        let codes = table.codes.items(list, on: table.run.today).map(\.code).joined(separator: ", ")
        table.run.staging.reject(
            Problem(
                "code.unknown",
                value: text,
                Text(lv: "Klasifikatorā nav šādas vērtības.", en: "The code list has no such value."),
                advice: Text(lv: "Izmantojiet kādu no šīm: \(codes).", en: "Use one of these: \(codes).")
            ),
            at: values.place(of: field)
        )
        return nil
    }

    /// 1 male, 2 female.
    private func sex() -> Int? {
        let text = values.text(.sex)
        switch LatvianKey.search(text) {
        case "": return nil
        case "v", "virietis", "zens", "m", "male", "1": return 1
        case "s", "sieviete", "meitene", "f", "female", "2": return 2
        default:
            table.run.staging.reject(
                Problem(
                    "sex.invalid",
                    value: text,
                    Text(lv: "Dzimumam jābūt „v” vai „s”.", en: "Sex is “m” or “f”."),
                    advice: Text(
                        lv: "Rakstiet v vai s vai atstājiet lauku tukšu.",
                        en: "Write m or f, or nothing."
                    )
                ),
                at: values.place(of: .sex)
            )
            return nil
        }
    }
}
