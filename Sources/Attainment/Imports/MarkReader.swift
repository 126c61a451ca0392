internal import Frame
internal import Kernel
internal import Registry

/// Reads written marks on the scales of a run.
struct MarkReader {
    private let scales: MarkScales
    private let rules: MarkRules?
    private let given: String

    /// What a mark is of: the last day of its school year, whose rules hold for it, and the grade, 0 for none.
    struct Place {
        let day: Day
        let grade: Int

        init(_ mark: MarkFact) {
            day = SchoolYear(mark.year).last
            grade = mark.grade
        }
    }

    /// A reader on the scale that the mapping names; where it names none, rules say the scale of a grade.
    init(_ scales: MarkScales, _ mapping: Mapping, _ rules: MarkRules? = nil) {
        self.scales = scales
        self.rules = rules
        given = mapping.constants["scale"] ?? ""
    }

    /// What a text says, or nil where the scale has no such mark.
    ///
    /// A text that ends in `%` is a per cent whatever the scale. A scale that the tenant does not have is a refusal.
    func read(
        _ text: String,
        scale named: String = "",
        of place: Place? = nil
    ) throws(Refusal) -> MarkReading? {
        let scale = try scale(text, named, place)
        guard let value = value(text, scale, place) else { return nil }
        var level = value.level
        if scale.code == MarkScales.ten, value.counts, let hundredths = value.hundredths, let place {
            level = rules?.level(hundredths: hundredths, on: place.day) ?? level
        }
        var reading = MarkReading(hundredths: value.hundredths, level: level, scale: scale.id)
        reading.standing = standing(value, scale)
        return reading
    }

    /// The scale that a text is read on.
    ///
    /// Where nobody names one, it is the grade's, unless that one does not have the mark and the ten-point scale does:
    /// marks of ten points are given to small grades too, and `a` is a pupil who is exempt where `A` is a level.
    private func scale(_ text: String, _ named: String, _ place: Place?) throws(Refusal) -> MarkScale {
        if text.hasSuffix("%") { return try coded(MarkScales.percent) }
        if !named.isEmpty { return try coded(named) }
        if !given.isEmpty { return try coded(given) }
        let ten = try coded(MarkScales.ten)
        guard let place, let code = rules?.scale(of: place.grade, on: place.day), code != ten.code else {
            return ten
        }
        let own = try coded(code)
        if own.writes(text, on: place.day) { return own }
        if ten.writes(text, on: place.day) { return ten }
        return value(text, own, place) == nil && value(text, ten, place) != nil ? ten : own
    }

    private func coded(_ code: String) throws(Refusal) -> MarkScale {
        guard let scale = scales.coded(code) else { throw MarkReader.unknown(code) }
        return scale
    }

    /// The problem of a text that the scale does not have.
    static func unreadable(_ text: String) -> Problem {
        Problem(
            "mark.unknown",
            value: text,
            Text(lv: "Šāda vērtējuma skalā nav.", en: "The scale has no such mark."),
            advice: Text(
                lv: """
                    Izlabojiet vērtējumu failā vai papildiniet skalu; pārbaudiet arī dienas, kurās to lieto. Kavējumus \
                    apzīmē ar n, ns, nc vai nn.
                    """,
                en: """
                    Mend the mark in the file or add it to the scale, and look at the days on which it is in use. \
                    Absences are n, ns, nc or nn.
                    """
            )
        )
    }

    private func value(_ text: String, _ scale: MarkScale, _ place: Place?) -> MarkScale.Value? {
        // Journals write "na" for what scales call "nv".
        let text = text.lowercased() == "na" ? MarkReader.missing : text
        return scale.value(text, on: place?.day) ?? scale.value(MarkReader.whole(text), on: place?.day)
    }

    /// Per cents are no marks: they never enter means.
    private func standing(_ value: MarkScale.Value, _ scale: MarkScale) -> MarkStanding {
        switch value.sign {
        case .missing: .missing
        case .exempt: .exempt
        case .plain:
            if scale.code != MarkScales.percent, value.counts, value.hundredths != nil {
                .counted
            } else {
                .uncounted
            }
        }
    }

    private static let missing = "nv"

    /// A number with zeros for decimals, as spreadsheets write it, without them: `7,0` is 7.
    private static func whole(_ text: String) -> String {
        guard let hundredths = try? Parse.decimal(text, decimals: 2), hundredths % 100 == 0 else {
            return text
        }
        return String(hundredths / 100)
    }

    private static func unknown(_ code: String) -> Refusal {
        Refusal(
            .usage,
            Text(lv: "Nav vērtējumu skalas „\(code)”.", en: "There is no mark scale “\(code)”."),
            advice: Text(
                lv: "Izvēlieties skalu no klasifikatoriem, piemēram, ten, stap, percent vai twenty.",
                en: "Choose a scale of the code lists, such as ten, stap, percent or twenty."
            )
        )
    }
}
