package import Frame
package import Kernel

/// The values of a line by the fields of its format; what cannot be read is reported with its place.
package struct LineValues<Field: RawRepresentable> where Field.RawValue == Int {
    /// The line.
    package let line: MappedLine
    /// The run that it is read in.
    package let run: ImportRun

    /// The values of a line.
    package init(line: MappedLine, run: ImportRun) {
        self.line = line
        self.run = run
    }

    /// Where the line stands.
    package var place: SourcePlace { line.place }

    /// The text of a field; empty where it is blank.
    package func text(_ field: Field) -> String { line.text(field.rawValue) }

    /// Whether the file has the field at all, be it blank in this line.
    package func has(_ field: Field) -> Bool { line.has(field.rawValue) }

    /// Where a field stands.
    package func place(of field: Field) -> SourcePlace { line.place(of: field.rawValue) }

    /// A whole number that is not negative; nil where the field is blank or wrong.
    package func count(_ field: Field) -> Int? {
        parsed(field) { text throws(ParseFault) in
            let number = try Parse.integer(text)
            guard number >= 0 else { throw .outOfRange }
            return number
        }
    }

    /// A number in units of 10^-`decimals`; nil where the field is blank or wrong.
    package func decimal(_ field: Field, decimals: Int) -> Int? {
        parsed(field) { text throws(ParseFault) in try Parse.decimal(text, decimals: decimals) }
    }

    /// A day; nil where the field is blank or wrong.
    package func day(_ field: Field) -> Day? {
        parsed(field) { text throws(ParseFault) in try Parse.day(text) }
    }

    /// Yes or no; nil where the field is blank or says neither.
    package func flag(_ field: Field) -> Bool? {
        let text = text(field)
        guard !text.isEmpty else { return nil }
        if let flag = FlagWords.read(text) { return flag }
        run.staging.reject(FlagWords.problem(text), at: place(of: field))
        return nil
    }

    /// Whether the days of a stay can be read and are in order.
    ///
    /// Where they are not, it is reported and the line must be passed over: a day put in for one that cannot be
    /// read would make another stay of it. A first day of nil is known otherwise.
    package func hasStay(_ from: Field?, _ to: Field) -> Bool {
        let given = [from, to].compactMap { $0 }.filter { !text($0).isEmpty }
        let days = given.map { day($0) }
        guard !days.contains(nil) else { return false }
        guard given.count == 2, let first = days[0], let last = days[1], last < first else { return true }
        run.staging.reject(
            Problem(
                "days.order",
                value: text(to),
                Text(lv: "Pēdējā diena ir pirms pirmās.", en: "The last day is before the first."),
                advice: Text(lv: "Pārbaudiet abus datumus.", en: "Check both days.")
            ),
            at: place(of: to)
        )
        return false
    }

    private func parsed<T>(_ field: Field, _ read: (String) throws(ParseFault) -> T) -> T? {
        let text = text(field)
        guard !text.isEmpty else { return nil }
        do {
            return try read(text)
        } catch {
            run.staging.reject(Problem(error, value: text), at: place(of: field))
            return nil
        }
    }
}

/// How yes and no are written.
enum FlagWords {
    static func read(_ text: String) -> Bool? {
        switch LatvianKey.search(text) {
        case "ja", "yes", "true", "1", "x", "j", "y": true
        case "ne", "no", "false", "0", "n": false
        default: nil
        }
    }

    static func problem(_ value: String) -> Problem {
        Problem(
            "flag.invalid",
            value: value,
            Text(lv: "Laukā jābūt „jā” vai „nē”.", en: "The field must be “yes” or “no”."),
            advice: Text(lv: "Rakstiet jā vai nē.", en: "Write yes or no.")
        )
    }
}
