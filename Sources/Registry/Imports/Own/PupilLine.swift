import Frame
import Kernel
import Storage

/// What a line of the table of pupils says of its pupil.
struct PupilLine {
    let values: LineValues<PupilsTable.Field>
    let table: OwnRun
    let person: PersonValues
    /// The school year that the line is of.
    let year: SchoolYear

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
    var from: Day { values.day(.from) ?? year.first }

    func programme(_ institution: InstitutionID) throws -> ProgrammeID? {
        guard !values.text(.programme).isEmpty else { return nil }
        let place = values.place(of: .programme)
        return try table.programme(values.text(.programme), of: institution, at: place)
    }

    /// The code of the reason for coming, as the list was on the day; empty where there is none, or one that may not be
    /// used, which is reported.
    func reasonIn() -> String { coded(CodeLists.arrivalReasons, .reasonIn, on: from) ?? "" }

    /// The code of the reason for leaving; without a day of leaving the first day of the stay counts.
    func reasonOut() -> String {
        coded(CodeLists.leaveReasons, .reasonOut, on: values.day(.to) ?? from) ?? ""
    }

    /// The form is that of the line's year, also where the stay began long before.
    private func studyForm() -> String? { coded(CodeLists.studyForms, .studyForm, on: max(from, year.first)) }

    private func coded(_ list: String, _ field: PupilsTable.Field, on day: Day) -> String? {
        let text = values.text(field)
        guard !text.isEmpty else { return nil }
        let problem: Problem
        switch table.codes.meaning(list, of: text, on: day) {
        case .code(let code): return code
        case .ended(let item): problem = PupilLine.ended(item, text, choices(list, on: day))
        case .unknown: problem = PupilLine.unknown(text, choices(list, on: day))
        }
        table.run.staging.reject(problem, at: values.place(of: field))
        return nil
    }

    private func choices(_ list: String, on day: Day) -> String {
        table.codes.items(list, on: day).map(\.code).joined(separator: ", ")
    }

    private static func unknown(_ text: String, _ choices: String) -> Problem {
        Problem(
            "code.unknown",
            value: text,
            Text(lv: "Klasifikatorā nav šādas vērtības.", en: "The code list has no such value."),
            advice: advice(choices)
        )
    }

    private static func ended(_ item: CodeItem, _ text: String, _ choices: String) -> Problem {
        let last = { (language: Language) in item.to.map { Format(language).day($0) } ?? "" }
        return Problem(
            "code.ended",
            value: text,
            Text(
                lv: "Šo klasifikatora vērtību lietoja līdz \(last(.lv)), bet rinda ir par vēlāku laiku.",
                en:
                    "This value of the code list was in use until \(last(.en)), but the line is about a later time."
            ),
            advice: advice(choices)
        )
    }

    private static func advice(_ choices: String) -> Text {
        Text(lv: "Izmantojiet kādu no šīm: \(choices).", en: "Use one of these: \(choices).")
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
