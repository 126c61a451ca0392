internal import Frame
internal import Kernel
internal import Registry

/// Reads written marks on the scales of a run.
struct MarkReader {
    private let scales: MarkScales
    private let code: String

    /// A reader on the scale that the mapping names, the ten-point one where it names none.
    init(_ scales: MarkScales, _ mapping: Mapping) {
        self.scales = scales
        let given = mapping.constants["scale"] ?? ""
        code = given.isEmpty ? MarkScales.ten : given
    }

    /// What a text says, or nil where the scale has no such mark.
    ///
    /// A text that ends in `%` is a per cent whatever the scale. A scale that the tenant does not have is a refusal.
    func read(_ text: String, scale named: String = "") throws(Refusal) -> MarkReading? {
        let code = text.hasSuffix("%") ? MarkScales.percent : named.isEmpty ? self.code : named
        guard let scale = scales.coded(code) else { throw MarkReader.unknown(code) }
        guard let value = value(text, scale) else { return nil }
        var reading = MarkReading(hundredths: value.hundredths, level: value.level, scale: scale.id)
        reading.standing = standing(text, value, scale)
        return reading
    }

    /// The problem of a text that the scale does not have.
    static func unreadable(_ text: String) -> Problem {
        Problem(
            "mark.unknown",
            value: text,
            Text(lv: "Šāda vērtējuma skalā nav.", en: "The scale has no such mark."),
            advice: Text(
                lv: "Izlabojiet vērtējumu failā vai papildiniet skalu; kavējumus apzīmē ar n, ns, nc vai nn.",
                en: "Mend the mark in the file or add it to the scale; absences are n, ns, nc or nn."
            )
        )
    }

    private func value(_ text: String, _ scale: MarkScale) -> MarkScale.Value? {
        // Journals write "na" for what scales call "nv".
        let text = text.lowercased() == "na" ? MarkReader.missing : text
        guard let value = scale.value(text) ?? scale.value(MarkReader.whole(text)) else { return nil }
        guard let hundredths = value.hundredths else { return value }
        switch scale.code {
        case MarkScales.percent: return (0...10_000).contains(hundredths) ? value : nil
        default: return value
        }
    }

    /// Per cents are no marks: they never enter means.
    private func standing(_ text: String, _ value: MarkScale.Value, _ scale: MarkScale) -> MarkStanding {
        switch text.lowercased() {
        case MarkReader.missing, "na": .missing
        case "a": value.level == 0 ? .exempt : .uncounted
        default:
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
