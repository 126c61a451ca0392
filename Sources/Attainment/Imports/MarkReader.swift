internal import Frame
internal import Kernel

/// Reads written marks on the scales of a run.
struct MarkReader {
    private let scales: MarkScales
    private let code: String

    /// A reader on the scale that the mapping names, the ten-point one where it names none.
    init(_ scales: MarkScales, _ mapping: Mapping) {
        self.scales = scales
        let given = mapping.constants["scale"] ?? ""
        code = given.isEmpty ? MarkScales.tenPoint : given
    }

    /// What a text says on a day, or a problem that shows the value and how to mend it.
    ///
    /// A text that ends in `%` is a per cent whatever the scale.
    func read(_ text: String, on day: Day, scale named: String = "") throws(Refusal) -> MarkReading? {
        if text.hasSuffix("%") {
            return scales.scale(MarkScales.percent, on: day).flatMap { percent(text, $0) }
        }
        let code = named.isEmpty ? code : named
        guard let scale = scales.scale(code, on: day) else { throw unknown(code) }
        return code == MarkScales.percent ? percent(text, scale) : scale.read(text)
    }

    /// The problem of a text that the scale does not have.
    static func unreadable(_ text: String) -> Problem {
        Problem(
            "mark.unknown",
            value: text,
            Text(lv: "Šāda vērtējuma skalā nav.", en: "The scale has no such mark."),
            advice: Text(
                lv: "Izlabojiet vērtējumu failā vai papildiniet skalu; kavējumus apzīmē ar n, ns vai nc.",
                en: "Mend the mark in the file or add it to the scale; absences are n, ns or nc."
            )
        )
    }

    /// Per cents are no marks: they never enter means.
    private func percent(_ text: String, _ scale: MarkScale) -> MarkReading? {
        guard let hundredths = try? Parse.percent(text), (0...10_000).contains(hundredths) else {
            return scale.read(text)
        }
        return MarkReading(hundredths: hundredths, standing: .uncounted, scale: scale.id)
    }

    private func unknown(_ code: String) -> Refusal {
        let codes = scales.codes.joined(separator: ", ")
        return Refusal(
            .usage,
            Text(lv: "Nav vērtējumu skalas „\(code)”.", en: "There is no mark scale “\(code)”."),
            advice: Text(
                lv: "Izvēlieties kādu no šīm: \(codes).",
                en: "Choose one of these: \(codes)."
            )
        )
    }
}
