import Kernel

/// What an editor puts in the place of what a scale says of itself.
struct ScaleDraft {
    private let words: Text
    private let period: ScalePeriod
    private let lowest: Int?
    private let highest: Int?

    /// Reads answers; throws ``FieldErrors`` where they cannot be kept, together with what was found before.
    ///
    /// The bounds leave out none of the numbers, in hundredths, that the scale has.
    init(
        _ typed: EditTexts,
        around numbers: [Int] = [],
        besides found: FieldErrors = FieldErrors()
    ) throws(FieldErrors) {
        var reader = FieldReader(typed, besides: found)
        words = Text(lv: reader.words("lv"), en: reader.words("en"))
        period = ScalePeriod(&reader)
        lowest = reader.number("lowest", decimals: 2, in: 0...1_000_000, optional: true)
        highest = reader.number("highest", decimals: 2, in: 0...1_000_000, optional: true)
        if let lowest, let highest, highest < lowest {
            reader.fail(
                "highest",
                Text(
                    lv: "Augstākais vērtējums ir zemāks par zemāko.",
                    en: "The highest mark is below the lowest."
                )
            )
        }
        if let lowest, let least = numbers.min(), least < lowest { reader.fail("lowest", .markBeyond) }
        if let highest, let most = numbers.max(), most > highest { reader.fail("highest", .markBeyond) }
        try reader.finish()
    }

    func record(_ old: ScaleRecord, version: Int) -> ScaleRecord {
        record(id: old.id, code: old.code, version: version, values: old.values)
    }

    func record(id: Int, code: String, version: Int, values: [ScaleRecord.Value]) -> ScaleRecord {
        ScaleRecord(
            id: id,
            code: code,
            words: words,
            period: period,
            lowest: lowest,
            highest: highest,
            version: version,
            values: values
        )
    }
}

/// What an editor puts in the place of a value of a scale.
struct ScaleValueDraft {
    let value: MarkScale.Value
    let period: ScalePeriod

    /// Reads answers; throws ``FieldErrors`` where they cannot be kept, together with what was found before.
    init(
        _ typed: EditTexts,
        in scale: ScaleRecord,
        besides found: FieldErrors = FieldErrors()
    ) throws(FieldErrors) {
        var reader = FieldReader(typed, besides: found)
        let range = (scale.lowest ?? 0)...max(scale.lowest ?? 0, scale.highest ?? 1_000_000)
        let number = reader.number("number", decimals: 2, in: range, optional: true)
        let level = reader.number("level", in: 0...4) ?? 0
        let counts = reader.flag("counts")
        let code = reader.choice("sign", ScaleSign.allCases.map { String($0.rawValue) }, optional: true)
        let sign = Int(code).flatMap { ScaleSign(rawValue: $0) } ?? .plain
        period = ScalePeriod(&reader)
        if counts, number == nil, level == 0 {
            reader.fail(
                "counts",
                Text(
                    lv: "Vidējā vērtējumā ietilpst tikai vērtējums ar skaitli vai apguves līmeni.",
                    en: "Only a mark with a number or a level takes part in a mean."
                )
            )
        }
        if sign != .plain, number != nil || level > 0 {
            reader.fail(
                "sign",
                Text(
                    lv: "Zīmei, kas nav vērtējums, nav ne skaitļa, ne apguves līmeņa.",
                    en: "A sign that is no mark has neither a number nor a level."
                )
            )
        }
        try reader.finish()
        value = MarkScale.Value(hundredths: number, level: level, counts: counts, sign: sign)
    }
}

extension ScalePeriod {
    /// Reads the answers `from` and `to`; a period that ends before it begins is noted.
    fileprivate init(_ reader: inout FieldReader) {
        let from = reader.day("from") ?? Day(number: 0)
        let to = reader.day("to")
        if let to, to < from {
            reader.fail(
                "to",
                Text(lv: "Pēdējā diena ir pirms pirmās dienas.", en: "The last day is before the first.")
            )
        }
        self.init(from: from, to: to)
    }
}

extension Text {
    fileprivate static let markBeyond = Text(
        lv: "Skalā ir vērtējums ārpus šīs robežas; vispirms labojiet to.",
        en: "The scale has a mark beyond this bound; change that first."
    )
}
