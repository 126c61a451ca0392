internal import Frame
internal import Kernel
internal import Pages
internal import Registry

/// What there is to tick: those whom the meeting owes a word, ticked; behind them new signs, a fold for each class.
///
/// A school has many more new signs than a meeting has time, and a request would be lost among them.
struct GatherChoices {
    let proposal: AgendaProposal
    let language: Language
    let errors: FieldErrors

    /// Up to so many new signs are seen at once and need not be opened class by class.
    private static let few = 12

    private static let name = "pupils"

    private func text(_ lv: String, _ en: String) -> String { Text(lv: lv, en: en)[language] }

    /// The pupils that were ticked, in whichever part of the form.
    static func chosen(in form: [String: [String]]) -> Set<Int> {
        let parts = form.filter { $0.key == name || $0.key.hasPrefix("\(name)-") }
        return Set(parts.values.flatMap { $0 }.compactMap { Int($0) })
    }

    var parts: [Form.Part] {
        let (urgent, fresh) = (proposal.urgent, proposal.fresh)
        let due: [Form.Part] =
            urgent.isEmpty
            ? [] : [.field(field(0, text("Jāpārrunā", "To be spoken of"), urgent, withPlace: true))]
        guard !fresh.isEmpty else { return due }
        let count = fresh.reduce(0) { $0 + $1.lines.count }
        let heading: HTML = """
            <h2>\(text("Jaunas riska pazīmes", "New signs of risk"))</h2><p class="quiet">\(text(
                "Pa klasēm; atzīmējiet, par kuriem runāsiet.",
                "By class; tick those whom you will speak of."
            ))</p>
            """
        let isOpen = !errors.isEmpty || count <= GatherChoices.few
        let folds = fresh.enumerated().map { index, group -> Form.Part in
            let place =
                group.place[language].isEmpty ? text("Bez klases", "Without a class") : group.place[language]
            let pupils = Noun(lv: "izglītojamais", "izglītojamie", en: "pupil", "pupils")
                .counted(group.lines.count)[language]
            return .folded(
                summary: "\(place): \(pupils)",
                isOpen: isOpen,
                [
                    .field(
                        field(
                            due.count + index,
                            text("Jauna riska pazīme, \(place)", "New sign of risk, \(place)"),
                            group.lines,
                            withPlace: false
                        )
                    )
                ]
            )
        }
        return due + [.markup(heading)] + folds
    }

    /// The first field has the name by which an error finds it.
    private func field(
        _ place: Int,
        _ label: String,
        _ lines: [AgendaProposal.Line],
        withPlace: Bool
    ) -> Field {
        let options = lines.map { line in
            let at = withPlace && !line.place[language].isEmpty ? ", \(line.place[language])" : ""
            let off = line.wasOff ? [Text(lv: "iepriekš izņemts", en: "taken off before")] : []
            let why = (line.isUrgent ? line.reasons.words : []) + off
            return Option(
                String(line.pupil.rawValue),
                line.name + at,
                hint: why.isEmpty ? nil : why.map { $0[language] }.joined(separator: ", ")
            )
        }
        let ticked = lines.filter { $0.isUrgent && !$0.wasOff }.map { String($0.pupil.rawValue) }
        return Field(
            place == 0 ? GatherChoices.name : "\(GatherChoices.name)-\(place)",
            label,
            .checkboxes(options, chosen: Set(ticked)),
            error: place == 0 ? errors.byField[GatherChoices.name]?[language] : nil
        )
    }
}
