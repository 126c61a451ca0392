internal import Frame
internal import Kernel
internal import Registry

/// The values of a line; a blank field leaves what it fills as it is, and one that cannot be read breaks the line.
final class ProgrammeLine {
    typealias Field = ProgrammeTable.Field
    let values: LineValues<Field>
    private let run: ImportRun
    private let numbers: PartNumbers
    private(set) var isBroken = false

    init(_ line: MappedLine, _ run: ImportRun, _ numbers: PartNumbers) {
        values = LineValues(line: line, run: run)
        self.run = run
        self.numbers = numbers
    }

    var place: SourcePlace { values.place }
    var number: String { PlanNumber.clean(values.text(.number)) }
    var parent: String { PlanNumber.clean(values.text(.parent)) }
    func text(_ field: Field) -> String { values.text(field) }

    func set(_ field: Field, _ text: inout String) {
        let given = values.text(field)
        if !given.isEmpty { text = given }
    }

    func set(_ field: Field, _ day: inout Day?) {
        guard !values.text(field).isEmpty else { return }
        if let given = values.day(field) { day = given } else { isBroken = true }
    }

    /// A number in hundredths: of a unit, or cents of an amount.
    func set(_ field: Field, hundredths: inout Int?) {
        guard !values.text(field).isEmpty else { return }
        let text = values.text(field)
        let plain = text.hasPrefix("+") ? String(text.dropFirst()) : text
        do throws(ParseFault) {
            let number = try Parse.percent(plain, decimals: 2)
            guard number >= 0 else { throw .outOfRange }
            hundredths = number
        } catch {
            fail(field, Problem(error, value: text))
        }
    }

    func set(_ field: Field, count: inout Int) {
        guard !values.text(field).isEmpty else { return }
        if let given = values.count(field) { count = given } else { isBroken = true }
    }

    func set(_ field: Field, flag: inout Bool) {
        guard !values.text(field).isEmpty else { return }
        if let given = values.flag(field) { flag = given } else { isBroken = true }
    }

    func set<Code: PlanCode>(_ field: Field, code: inout Code) {
        let text = values.text(field)
        guard !text.isEmpty else { return }
        guard let given = Code.read(text) else { return fail(field, ProgrammeProblem.code(text, Code.codes)) }
        code = given
    }

    /// A value of a short list, where the line has one.
    func set<Code: PlanCode>(_ field: Field, optional code: inout Code?) {
        let text = values.text(field)
        guard !text.isEmpty else { return }
        code = Code.read(text)
        if code == nil { fail(field, ProgrammeProblem.code(text, Code.codes)) }
    }

    /// Years one by one or from to: `2024, 2026`, `2024–2028`.
    func set(_ field: Field, years: inout [Int]) {
        let text = values.text(field)
        guard !text.isEmpty else { return }
        let numbers = text.split { !$0.isNumber }.compactMap { Int($0) }
        guard !numbers.isEmpty, numbers.allSatisfy(PlanYear.range.contains) else {
            return fail(field, ProgrammeProblem.year(text))
        }
        let isSpan = numbers.count == 2 && text.contains { "–-—".contains($0) } && numbers[0] <= numbers[1]
        years = isSpan ? Array(numbers[0]...numbers[1]) : Array(Set(numbers)).sorted()
    }

    /// The year that the line is about; nil where it names none, which is reported.
    func year() -> Int? {
        guard let year = Int(values.text(.year)), PlanYear.range.contains(year) else {
            fail(.year, ProgrammeProblem.year(values.text(.year)))
            return nil
        }
        return year
    }

    /// The whole number that the line goes by; nil where it has none, which is reported.
    func ordinal() -> Int? {
        guard let number = Int(self.number), number >= 1 else {
            fail(
                .number,
                Problem(text(.number).isEmpty ? ParseFault.empty : .notANumber, value: text(.number))
            )
            return nil
        }
        return number
    }

    /// Takes a row that the line filled into the import and among those of its plan, in the place of the one that it
    /// was read from; false where the line is broken, which keeps nothing.
    @discardableResult
    func keep<Part: PlanRow>(_ row: Part, at index: Int?, in rows: inout [Part]) throws -> Bool {
        guard !isBroken else { return false }
        try row.stage(run.staging, at: place)
        if let index { rows[index] = row } else { rows.append(row) }
        return true
    }

    /// Where the part that the line is about stands among those of its programme; nil of a new one, and where its number of
    /// Sekme cannot be taken, which is reported.
    func index<Part: NumberedPart>(in rows: [Part], _ hasNumber: (Part) -> Bool) -> Int? {
        switch numbers.find(text(.sekme), named: text(.name), in: rows, hasNumber) {
        case .row(let index): return index
        case .new: return nil
        case .fault(let problem):
            fail(.sekme, problem)
            return nil
        }
    }

    /// Takes a part with a number in, as ``keep(_:at:in:)`` does, before the others.
    ///
    /// Lines that follow name it by its number, which another part may have still that the file numbers anew further down.
    @discardableResult
    func keepFirst<Part: NumberedPart>(_ row: Part, at index: Int?, in rows: inout [Part]) throws -> Bool {
        guard !isBroken else { return false }
        try row.stage(run.staging, at: place)
        if let index { rows.remove(at: index) }
        rows.insert(row, at: 0)
        numbers.note(row, at: place)
        return true
    }

    func fail(_ field: Field, _ problem: Problem) {
        isBroken = true
        run.staging.reject(problem, at: values.place(of: field))
    }
}

extension PlanYear {
    /// The years that a plan may be about.
    static let range = 1990...2100
}

/// What can be wrong with a line of a programme.
enum ProgrammeProblem {
    static func code(_ text: String, _ codes: String) -> Problem {
        Problem(
            "plan.code",
            value: text,
            Text(lv: "Šādas vērtības nav.", en: "There is no such value."),
            advice: Text(lv: "Rakstiet vienu no: \(codes).", en: "Write one of: \(codes).")
        )
    }

    static func year(_ text: String) -> Problem {
        Problem(
            "plan.year",
            value: text,
            Text(lv: "Vērtība nav gads.", en: "The value is not a year."),
            advice: Text(
                lv: "Rakstiet kalendāro gadu, piemēram, 2025.",
                en: "Write a calendar year, as 2025."
            )
        )
    }

    static func programme(_ code: String) -> Problem {
        Problem(
            "plan.unknown",
            value: code,
            Text(lv: "Programmas ar šādu kodu nav.", en: "There is no programme of this code."),
            advice: Text(
                lv: "Programmas rinda failā liekama pirms pārējām.",
                en: "The line of the programme stands before its other lines."
            )
        )
    }

    static func several(_ code: String) -> Problem {
        Problem(
            "plan.several",
            value: code,
            Text(lv: "Šāds kods ir vairākām programmām.", en: "Several programmes have this code."),
            advice: Text(
                lv: "Ielieciet failā arī programmas rindu ar iestādi.",
                en: "Put the programme's own line with its institution into the file."
            )
        )
    }

    static func parent(_ number: String) -> Problem {
        Problem(
            "plan.parent",
            value: number,
            Text(
                lv: "Daļas ar šādu numuru, pie kuras rinda pieder, nav.",
                en: "There is no part of this number that the line could belong to."
            ),
            advice: Text(
                lv: "Ielieciet to failā pirms šīs rindas vai labojiet numuru.",
                en: "Put it into the file before this line, or mend the number."
            )
        )
    }

    static func twice(_ number: String) -> Problem {
        Problem(
            "plan.twice",
            value: number,
            Text(lv: "Rinda ar šādu numuru failā jau ir.", en: "The file has a line of this number already."),
            advice: Text(lv: "Labojiet numuru.", en: "Mend the number.")
        )
    }

    static func ahead(_ text: String) -> Problem {
        Problem(
            "plan.ahead",
            value: text,
            Text(lv: "Pasākuma diena vēl nav pienākusi.", en: "The day of the event has not come yet."),
            advice: Text(lv: "Labojiet datumu.", en: "Mend the date.")
        )
    }

    static let most = Problem(
        "plan.most",
        Text(lv: "Lielākais skaits ir mazāks par mazāko.", en: "The most is less than the least."),
        advice: Text(lv: "Pārbaudiet abus skaitļus.", en: "Check both numbers.")
    )

    static let order = Problem(
        "plan.days",
        Text(lv: "Beigu datums ir pirms sākuma.", en: "The last day is before the first."),
        advice: Text(lv: "Pārbaudiet abus datumus.", en: "Check both days.")
    )
}
