package import Kernel

/// Reads answers strictly and gathers what is wrong with them.
package struct FieldReader {
    /// The answers as they were typed.
    package let typed: EditTexts
    /// What is wrong so far.
    package private(set) var errors = FieldErrors()

    /// A reader of answers, with what was found wrong with them before.
    package init(_ typed: EditTexts, besides errors: FieldErrors = FieldErrors()) {
        self.typed = typed
        self.errors = errors
    }

    /// Notes an error.
    package mutating func fail(_ name: String, _ words: Text) { errors.add(name, words) }

    /// Throws what was noted.
    package func finish() throws(FieldErrors) {
        try errors.check()
    }

    /// Words on one line or several, without blanks at the ends.
    package mutating func words(_ name: String, optional: Bool = false) -> String {
        let text = (typed[name] ?? "").trimmed
        if text.isEmpty, !optional { fail(name, .missingAnswer) }
        return text
    }

    /// A day; nil where it is left empty or cannot be read.
    package mutating func day(_ name: String, optional: Bool = true) -> Day? {
        read(name, optional) { text throws(ParseFault) in try Parse.day(text) }
    }

    /// A number in units of 10^-`decimals` within a range.
    package mutating func number(
        _ name: String,
        decimals: Int = 0,
        in range: ClosedRange<Int>,
        optional: Bool = false
    ) -> Int? {
        let number = read(name, optional) { text throws(ParseFault) in
            try Parse.decimal(text, decimals: decimals)
        }
        guard let number, !range.contains(number) else { return number }
        let bounds = { (language: Language) in
            let format = Format(language)
            return [range.lowerBound, range.upperBound].map { format.decimal($0, decimals) }
        }
        let (lv, en) = (bounds(.lv), bounds(.en))
        fail(
            name,
            Text(
                lv: "Skaitlim jābūt no \(lv[0]) līdz \(lv[1]).",
                en: "The number must be from \(en[0]) to \(en[1])."
            )
        )
        return nil
    }

    /// One of the codes given.
    package mutating func choice(_ name: String, _ codes: [String], optional: Bool = false) -> String {
        let code = words(name, optional: true)
        if code.isEmpty, !optional { fail(name, .missingChoice) }
        guard !code.isEmpty, !codes.contains(code) else { return code }
        let list = codes.joined(separator: ", ")
        fail(name, Text(lv: "Izvēlieties vienu no: \(list).", en: "Choose one of: \(list)."))
        return ""
    }

    /// Yes or no, by default no: what a box that is not ticked sends.
    package mutating func flag(_ name: String) -> Bool {
        let text = (typed[name] ?? "").trimmed
        guard !text.isEmpty else { return false }
        if let flag = FlagWords.read(text) { return flag }
        fail(name, Text(lv: "Rakstiet jā vai nē.", en: "Write yes or no."))
        return false
    }

    private mutating func read<T>(
        _ name: String,
        _ optional: Bool,
        _ parse: (String) throws(ParseFault) -> T
    ) -> T? {
        let text = (typed[name] ?? "").trimmed
        guard !text.isEmpty else {
            if !optional { fail(name, .missingAnswer) }
            return nil
        }
        do {
            return try parse(text)
        } catch {
            fail(name, error.message + Text(same: " ") + error.advice)
            return nil
        }
    }
}

extension EditTexts {
    /// A number in units of 10^-`decimals` in the form in which answers are kept: `4.5`.
    package static func number(_ scaled: Int, decimals: Int) -> String {
        guard decimals > 0 else { return String(scaled) }
        let digits = String(scaled.magnitude)
        let padded = String(repeating: "0", count: Swift.max(0, decimals + 1 - digits.count)) + digits
        return "\(scaled < 0 ? "-" : "")\(padded.dropLast(decimals)).\(padded.suffix(decimals))"
    }

    /// A day as answers keep it; empty for none.
    package static func day(_ day: Day?) -> String { day?.description ?? "" }
}
